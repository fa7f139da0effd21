"""A small meeting of its own, whose book goes to and fro between two states."""

import shutil
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_CONTOH, FOLDER_PARAMS
from tests.pembantu.keluaran_uji import kla_run, make_once

ID = "rapat-uji"
PAKET = ("klaster_1", "ringkasan")
HANYA = ("--only", "klaster_1")
NILAI = {"A": "53", "B": "54.5"}
SENDIRI = (".jurnal.jsonl", ".gembok", "manifest.json")
"""What tells of runs and their times, so that it differs from one run to the next."""


class RapatKecil:
    """The meeting's file, its book, and where its outputs lie."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.berkas = folder, folder / f"{ID}.yaml"
        shutil.copytree(FOLDER_CONTOH / "sumbawa-2022", folder / "buku")
        teks = (FOLDER_PARAMS / "rapat" / "sumbawa-2022.yaml").read_text(encoding="utf-8")
        teks = teks.replace("id: sumbawa-2022", f"id: {ID}").replace("contoh:sumbawa-2022", "buku")
        self.berkas.write_text(teks, encoding="utf-8")
        self._buku = folder / "buku" / "penilaian.csv"
        self._awal = self._buku.read_text(encoding="utf-8")

    @property
    def outputs(self) -> Path:
        return self.folder / "keluaran"

    @property
    def hasil(self) -> Path:
        return self.outputs / ID

    def isi_buku(self, versi: str) -> None:
        """Save the book in one of its two states."""
        teks = self._awal.replace("vf,klaster_1,,,53,", f"vf,klaster_1,,,{NILAI[versi]},")
        self._buku.write_text(teks, encoding="utf-8")


def terbitkan_kecil(folder: Path, pabrik: pytest.TempPathFactory) -> RapatKecil:
    """Return the meeting in a folder of the test's own, published there from the first state of its book."""

    def run(folder: Path) -> None:
        asal = RapatKecil(folder / "rapat kami")
        jalan = kla_run(asal.berkas, asal.outputs, *HANYA)
        assert jalan.kode == 0, jalan.pesan

    r = RapatKecil(folder)
    shutil.copytree(make_once(pabrik, ID, run) / "rapat kami" / r.outputs.name, r.outputs)
    return r


def isi(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their place, without those that tell of runs."""
    semua = {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
    return {nama: b for nama, b in semua.items() if nama not in SENDIRI}
