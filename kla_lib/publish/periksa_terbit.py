"""Prove that published files are those of the manifest, and that the facts come out the same again."""

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kla_lib.bahasa import BAHASA, _
from kla_lib.data.fakta_terbit import FAKTA_JSON
from kla_lib.data.paket_terbit import PAKET_JSON, hash_isi
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PROYEK, nama_tampil
from kla_lib.publish.cetak import PAKET_PDF, RAPAT_PDF
from kla_lib.publish.daftar_paket import RINGKASAN
from kla_lib.publish.indeks import INDEX, SKENARIO
from kla_lib.publish.lampiran import CADANGAN, check_lampiran
from kla_lib.publish.manifes import MANIFES, hash_kunci, read_manifes
from kla_lib.publish.masukan import masukan_rapat, sidik_lembar
from kla_lib.publish.paket import GAGAL_HTML
from kla_lib.publish.rapat import run_rapat
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.views.catatan_perkiraan import path_catatan
from kla_lib.views.konteks import load_konteks

BUKAN_TERBITAN = (CADANGAN, SKENARIO, *BAHASA)
"""Folders inside a meeting's that its manifest does not speak of."""


@dataclass(frozen=True)
class BerkasTerbit:
    """What is to be said of the published files, by their places under the meeting's folder.

    terisi: sheets that somebody has filled in since, which is no fault.
    """

    banyak: int
    hilang: tuple[str, ...]
    berubah: tuple[str, ...]
    asing: tuple[str, ...]
    terisi: tuple[str, ...]

    @property
    def utuh(self) -> bool:
        """Whether every file is the one that was published, and no other lies among them."""
        return not (self.hilang or self.berubah or self.asing)


def check_berkas(folder: Path) -> BerkasTerbit:
    """Hold the files of a meeting's folder against its manifest.

    KlaError where there is no manifest that can be read.
    """
    manifes = read_manifes(folder)
    if not isinstance(manifes.get("paket"), dict) or not isinstance(manifes.get("lampiran"), dict):
        raise KlaError(
            Kesalahan(
                "keluaran",
                nama_tampil(folder / MANIFES),
                _("manifes tidak ada atau tidak terbaca, jadi tidak ada yang bisa dibandingkan"),
                _("Terbitkan dulu rapat ini dengan kla run."),
            )
        )
    paket = _berkas_paket(manifes["paket"])
    lampiran = {str(k): str(v) for k, v in manifes["lampiran"].items()}
    sidik = paket | lampiran
    ada = {tempat: folder / tempat for tempat in sidik if (folder / tempat).is_file()}
    lain = {t for t, p in ada.items() if hash_isi(p.read_bytes()) != sidik[t]}
    rusak = {t for t in lain if t in paket or t in check_lampiran(folder, {t: lampiran[t]})}
    return BerkasTerbit(
        len(sidik),
        tuple(sorted(sidik.keys() - ada.keys())),
        tuple(sorted(rusak)),
        tuple(sorted(_asing(folder, sidik))),
        tuple(sorted(lain - rusak)),
    )


def _berkas_paket(paket: dict[str, Any]) -> dict[str, str]:
    return {f"{nama}/{b}": str(s) for nama, isi in paket.items() for b, s in isi["berkas"].items()}


def _asing(folder: Path, sidik: dict[str, str]) -> Iterable[str]:
    """Give the files that no run of ours has published there."""
    for path in folder.rglob("*"):
        tempat = path.relative_to(folder)
        sendiri = tempat.name in (PAKET_JSON, GAGAL_HTML, PAKET_PDF, RAPAT_PDF)  # a PDF tells itself what it is of
        if not path.is_file() or sendiri or tempat.parts[0] in (*BUKAN_TERBITAN, INDEX, MANIFES):
            continue
        if tempat.as_posix() not in sidik and not any(bagian.startswith(".") for bagian in tempat.parts):
            yield tempat.as_posix()


def bahan_berubah(berkas: Path, outputs: Path) -> list[str]:
    """Return what has changed since the meeting was published, in words: its inputs by subject."""
    rapat = load_rapat(berkas)
    manifes, konteks = read_manifes(outputs / rapat.id), load_konteks(rapat)
    aturan = manifes.get("aturan", {})
    kini = {p: hash_isi((FOLDER_PROYEK / p).read_bytes()) for p in aturan if (FOLDER_PROYEK / p).is_file()}
    notebook = {p.name: hash_isi(p.read_bytes()) for p in FOLDER_NOTEBOOKS.glob("*.ipynb")}
    lain = {
        _("berkas rapat"): manifes.get("rapat", {}).get("hash") != hash_isi(rapat.path.read_bytes()),
        _("buku data"): manifes.get("hash_data") != konteks.buku.hash,
        _("notebook"): manifes.get("notebook") != notebook,
        _("versi pustaka"): manifes.get("kunci") != hash_kunci(),
    }
    beda = [*(p for p in aturan if kini.get(p) != aturan[p]), *(nama for nama, berubah in lain.items() if berubah)]
    sama = manifes.get("masukan_lampiran") == sidik_lembar(masukan_rapat(konteks, outputs))
    return beda if beda or sama else [_("program ini, atau yang diterbitkan rapat sebelumnya")]


def fakta_berbeda(berkas: Path, outputs: Path) -> list[str]:
    """Make the meeting again, elsewhere, and return the packs of which the facts come out otherwise."""
    rapat = load_rapat(berkas)
    folder = outputs / rapat.id
    paket = [p for p, isi in read_manifes(folder)["paket"].items() if FAKTA_JSON in isi["berkas"]]
    with tempfile.TemporaryDirectory() as t:
        ulang = Path(t)
        _bawa_pendahulu(rapat, outputs, ulang)
        run_rapat(berkas, ulang, only=[p for p in paket if p != RINGKASAN])
        return [p for p in paket if _isi(ulang / rapat.id / p / FAKTA_JSON) != _isi(folder / p / FAKTA_JSON)]


def _bawa_pendahulu(rapat: Rapat, outputs: Path, ke: Path) -> None:
    """Copy what a run reads of earlier runs: the facts of the meeting before, the ledger of forecasts."""
    sebelum = outputs / rapat.sebelumnya if rapat.sebelumnya else None
    catatan = path_catatan(outputs, rapat.daerah)
    bawa = [catatan] if catatan.is_file() else []
    if sebelum is not None and sebelum.is_dir():
        bawa += [p for p in sebelum.glob("*/*.json") if p.name in (FAKTA_JSON, PAKET_JSON)]
    for path in bawa:
        tujuan = ke / path.relative_to(outputs)
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, tujuan)


def _isi(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
