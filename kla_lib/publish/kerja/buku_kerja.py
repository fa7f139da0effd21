"""Keep an evaluator's own copies of the notebooks: renewed while she leaves them alone, never written over."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.berkas import write_result
from kla_lib.data.terbit.paket import hash_isi
from kla_lib.letak import FOLDER_NOTEBOOKS
from kla_lib.tempat import read_json

FOLDER = "buku-kerja"
ASAL = ".asal.json"
"""By the name of each copy, the hash of the text that we laid down last."""


@dataclass(frozen=True)
class SalinanBaru:
    """What has to be written to bring copies up to date, by file name, and what became of which notebook.

    baru: not there yet.  diperbarui: left alone by her, and replaced.  bersanding:
    the copies that she changed, each with the file laid beside it.
    """

    berkas: Mapping[str, bytes]
    baru: tuple[str, ...] = ()
    diperbarui: tuple[str, ...] = ()
    bersanding: tuple[tuple[str, str], ...] = ()

    @property
    def pesan(self) -> list[str]:
        """What she has to be told."""
        hasil = [_("Buku kerja diperbarui ke versi baru: {daftar}.").format(daftar=", ".join(self.diperbarui))]
        return (hasil if self.diperbarui else []) + [
            _("{nama} sudah Anda ubah, jadi dibiarkan; versi barunya ada di sampingnya: {samping}.").format(
                nama=nama, samping=samping
            )
            for nama, samping in self.bersanding
        ]


def plan_salinan(folder: Path, asal: Path = FOLDER_NOTEBOOKS) -> SalinanBaru:
    """Return how the copies in a folder come up to date with the notebooks that the product ships now."""
    tercatat = read_json(folder / ASAL)
    catatan: dict[str, Any] = dict(tercatat) if isinstance(tercatat, dict) else {}
    semula = dict(catatan)
    berkas: dict[str, bytes] = {}
    baru, diperbarui, bersanding = [], [], []
    for path in sorted(asal.glob("*.ipynb")):
        isi = path.read_bytes()
        sidik = hash_teks(isi)
        nama = path.name
        if not (folder / nama).exists():
            baru.append(nama)
            berkas[nama] = isi
        elif catatan.get(nama) == sidik or _sidik(folder / nama) == sidik:
            pass
        elif _sidik(folder / nama) == catatan.get(nama):
            diperbarui.append(nama)
            berkas[nama] = isi
        else:
            samping = _samping(folder, path.stem, catatan)
            bersanding.append((nama, samping))
            berkas[samping] = isi
            catatan[samping] = sidik
        catatan[nama] = sidik
    if catatan != semula:
        berkas[ASAL] = json.dumps(catatan, indent=1, sort_keys=True, ensure_ascii=False).encode()
    return SalinanBaru(berkas, tuple(baru), tuple(diperbarui), tuple(bersanding))


def renew_salinan(folder: Path, asal: Path = FOLDER_NOTEBOOKS) -> SalinanBaru:
    """Bring the copies in a folder up to date, each file whole; return what became of them."""
    rencana = plan_salinan(folder, asal)
    for nama, isi in rencana.berkas.items():
        write_result(folder / nama, isi)
    return rencana


def hash_teks(isi: bytes) -> str:
    """Return the hash of what a person writes in a notebook: its cells, without results and counters.

    So running and saving a copy changes nothing.  What is no notebook has the hash of its bytes.
    """
    try:
        teks = [[sel["cell_type"], "".join(sel["source"])] for sel in json.loads(isi)["cells"]]
    except (ValueError, KeyError, TypeError):
        return hash_isi(isi)
    return hash_isi(json.dumps(teks, ensure_ascii=False).encode())


def _sidik(path: Path) -> str | None:
    return hash_teks(path.read_bytes()) if path.is_file() else None


def _samping(folder: Path, nama: str, catatan: Mapping[str, Any]) -> str:
    """Return the name for a new version beside a changed copy; an earlier one that she has changed too stays."""
    nomor = 1
    while True:
        calon = _("{nama} (versi baru{nomor})").format(nama=nama, nomor="" if nomor == 1 else f" {nomor}") + ".ipynb"
        sidik = _sidik(folder / calon)
        if sidik is None or sidik == catatan.get(calon):
            return calon
        nomor += 1
