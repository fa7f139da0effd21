"""Prove that the published files of a meeting are those of its manifest."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kla_lib.bahasa import BAHASA, _
from kla_lib.data.terbit.fakta import SEMUA_PAKET
from kla_lib.data.terbit.paket import hash_berkas
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.publish.batch.lampiran import CADANGAN, check_lampiran
from kla_lib.publish.batch.log_paket import LOG
from kla_lib.publish.batch.paket import GAGAL_HTML
from kla_lib.publish.cetak.cetak import PAKET_PDF, RAPAT_PDF
from kla_lib.publish.halaman.indeks import SKENARIO
from kla_lib.publish.terbitan.manifes import INDEKS_LAMA, INDEX, MANIFES, read_manifes
from kla_lib.publish.terbitan.simpan import PAKET_JSON, read_paket
from kla_lib.publish.vlh.berkas import SEMUA
from kla_lib.rules.privasi import INTERNAL
from kla_lib.tempat import check_tautan, is_milik_lain, is_tempat

BUKAN_TERBITAN = (LOG, CADANGAN, SKENARIO, *BAHASA, INTERNAL)
"""Folders inside a published one of which its manifest does not speak."""
SENDIRI = {
    *(MANIFES, INDEX, RAPAT_PDF, *SEMUA),
    *(f"{p}/{n}" for p in SEMUA_PAKET for n in (PAKET_JSON, GAGAL_HTML, PAKET_PDF)),
}
"""Files that are ours without a hash there; a PDF tells itself what it was printed from."""


@dataclass(frozen=True)
class PeriksaBerkas:
    """What a look at the files has found, by their places below the meeting's folder.

    cocok: how many are those of the manifest.  diisi: sheets that were filled in since.
    """

    cocok: int = 0
    hilang: tuple[str, ...] = ()
    berubah: tuple[str, ...] = ()
    asing: tuple[str, ...] = ()
    diisi: tuple[str, ...] = ()

    @property
    def utuh(self) -> bool:
        return not (self.hilang or self.berubah or self.asing)

    def sebagai_dict(self) -> dict[str, Any]:
        """Return the finding for `--json`."""
        return {"cocok": self.cocok, **{k: list(getattr(self, k)) for k in ("hilang", "berubah", "asing", "diisi")}}


def check_berkas(folder: Path) -> PeriksaBerkas:
    """Hold every file of a meeting against its manifest, and those of its scenarios and other languages against theirs.

    Raises KlaError where the meeting has no manifest that can be read.
    """
    check_tautan(folder)
    need_manifes(folder)
    semua: dict[str, list[str]] = {"hilang": [], "berubah": [], "asing": [], "diisi": []}
    cocok = 0
    for akar in sorted(p.parent for p in folder.rglob(MANIFES) if p.is_file() and not _lewat(p.relative_to(folder))):
        satu = check_terbitan(akar)
        cocok += satu.cocok
        for jenis, daftar in semua.items():
            daftar += [(akar.relative_to(folder) / tempat).as_posix() for tempat in getattr(satu, jenis)]
    return PeriksaBerkas(cocok, **{jenis: tuple(sorted(daftar)) for jenis, daftar in semua.items()})


def check_terbitan(akar: Path) -> PeriksaBerkas:
    """Hold the files below the folder of one manifest against it, without the scenarios and languages inside."""
    manifes = read_manifes(akar)
    sidik = daftar_berkas(manifes)
    lampiran = _kamus(manifes.get("lampiran"))
    ada = {tempat: s for tempat, s in sidik.items() if is_tempat(tempat) and (akar / tempat).is_file()}
    lain = {tempat for tempat, s in ada.items() if hash_berkas(akar / tempat) != s}
    if INDEX in lain and hash_berkas(akar / INDEX) == manifes.get(INDEKS_LAMA):
        lain.remove(INDEX)
    diisi = {tempat for tempat in lain if tempat in lampiran and not check_lampiran(akar, {tempat: sidik[tempat]})}
    hilang, berubah = sidik.keys() - ada.keys(), lain - diisi
    cocok = len(ada) - len(lain)
    for id_paket, paket in _kamus(manifes.get("paket")).items():
        berkas = _kamus(paket).get("berkas")
        tempat = f"{id_paket}/{PAKET_JSON}"
        if not berkas:  # the pack has failed and never succeeded before
            continue
        if not is_tempat(tempat) or not (akar / tempat).is_file():
            hilang |= {tempat}
        elif (read_paket(akar / id_paket) or {}).get("berkas") != berkas:  # its own hash stands nowhere
            berubah |= {tempat}
        else:
            cocok += 1
    asing = set(_semua(akar)) - sidik.keys() - SENDIRI
    return PeriksaBerkas(cocok, *(tuple(sorted(t)) for t in (hilang, berubah, asing, diisi)))


def need_manifes(folder: Path) -> dict[str, Any]:
    """Return the manifest of a published meeting; KlaError where there is none, or where it is damaged."""
    manifes = read_manifes(folder)
    if not isinstance(manifes.get("paket"), dict):
        ada = os.path.lexists(folder / MANIFES)
        raise KlaError(
            Kesalahan(
                "manifes",
                nama_tampil(folder / MANIFES),
                _("isinya rusak") if ada else _("rapat ini belum diterbitkan di folder ini"),
                _("Jalankan kla run untuk rapat ini, atau sebut foldernya dengan --outputs."),
            )
        )
    return manifes


def daftar_berkas(manifes: dict[str, Any]) -> dict[str, str]:
    """Return the hash of every file that a manifest names, by its place."""
    semua: dict[str, str] = {}
    for id_paket, paket in _kamus(manifes.get("paket")).items():
        berkas = _kamus(_kamus(paket).get("berkas"))
        semua |= {f"{id_paket}/{nama}": str(sidik) for nama, sidik in berkas.items()}
    semua |= {str(tempat): str(sidik) for tempat, sidik in _kamus(manifes.get("lampiran")).items()}
    return semua | ({INDEX: str(manifes["indeks"])} if manifes.get("indeks") else {})


def _semua(akar: Path) -> Iterable[str]:
    """Yield the files that readers may find, without those of folders that are none of this manifest's."""
    for path in akar.rglob("*"):
        tempat = path.relative_to(akar)
        if path.is_file() and tempat.parts[0] not in BUKAN_TERBITAN and not _lewat(tempat):
            yield tempat.as_posix()


def _lewat(tempat: Path) -> bool:
    """Whether a place holds what other programs have left."""
    return any(map(is_milik_lain, tempat.parts))


def _kamus(isi: Any) -> dict[str, Any]:
    return isi if isinstance(isi, dict) else {}
