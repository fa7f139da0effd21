"""A book that check calls clean runs to the end: scored, planned, every page and sheet beside the packs made."""

import contextlib
import copy
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kla_lib.data.buku import load_buku
from kla_lib.errors import KlaError
from kla_lib.keadaan.muat import load_keadaan_buku
from kla_lib.publish.batch.lampiran import PEMBUAT
from kla_lib.scoring.nilai.laporan import report
from tests.pembantu.buku_penuh import isi_penuh
from tests.pembantu.buku_uji import Isi, write_folder
from tests.pembantu.params_uji import PARAMS

NAKAL: list[Any] = [
    *("-", "n/a", "a\x0bb", "\ufffe", "=1+1", "@x", "<b>&", "a" * 32_768, "😀" * 9, "x" * 300, "a/b\\c", "[]:*?"),
    *("../../x", "R2", "K01", "K02", "K01; D001", "D001", "1", "2", "21A", "0 (nol)", "tidak ada", "Selesai", "ya"),
    *(0, -1, 1e14, 1e300, 0.125, 2024, date(1900, 1, 1), date(2199, 12, 31), "0001-01-01", "\u202ea", "a\nb\tc"),
]
SASARAN = [
    (lembar, n, kolom)
    for lembar, baris in isi_penuh().items()
    for n in range(1, len(baris))
    for kolom in range(len(baris[0]))
]


def coba(isi: Isi, folder: Path) -> bool:
    """Take a clean book to the end; tell whether anything was made."""
    path = write_folder(isi, folder / "buku")
    keadaan = load_keadaan_buku(PARAMS, path)
    report(keadaan.buku, keadaan.hasil_wajib, keadaan.perkiraan, keadaan.ramalan.rekor, keadaan.ramalan.bukti)
    assert keadaan.rencana is not None and keadaan.rencana.kegiatan is not None
    return all(isi for buat in PEMBUAT for isi in buat(keadaan).values())


def ganti(*sel: tuple[tuple[str, int, int], Any]) -> Isi:
    isi = copy.deepcopy(isi_penuh())
    for (lembar, baris, kolom), nilai in sel:
        tabel = isi[lembar]
        tabel[baris] = [*tabel[baris], *[None] * (len(tabel[0]) - len(tabel[baris]))]
        tabel[baris][kolom] = nilai
    return isi


@given(st.lists(st.tuples(st.sampled_from(SASARAN), st.sampled_from(NAKAL)), max_size=5))
@settings(max_examples=3)
def test_what_check_calls_clean_runs_to_the_end(sel: list[tuple[tuple[str, int, int], Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        diterima: list[tuple[tuple[str, int, int], Any]] = []
        for s in sel:  # the cells that check refuses are left out, so that what remains is clean
            path = write_folder(ganti(*diterima, s), Path(folder) / "buku")
            with contextlib.suppress(KlaError):
                load_buku(PARAMS, path)
                diterima.append(s)
        assert coba(ganti(*diterima), Path(folder))
