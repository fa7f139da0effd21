"""A changed workbook is compared with the one before, cell by cell, before it takes its place."""

from pathlib import Path

import openpyxl
import pytest

from kla_lib.data.bentuk import KIRIMAN, PENILAIAN
from kla_lib.data.buku import read_buku
from kla_lib.data.sunting.banding import check_lembar, check_tabel_tertulis, lembar_of
from kla_lib.data.sunting.sel import Ubahan, susun, tabel_utuh
from kla_lib.errors import KlaError
from tests.pembantu.buku_uji import isi_buku, write_xlsx

UBAHAN = Ubahan(PENILAIAN, ("em", "klaster_1", "5", "1"), "nilai", 4)


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    isi = isi_buku(["em", "klaster_1", "5", "1", 3], ["em", "klaster_1", "5", "2", 2])
    return write_xlsx(isi, tmp_path / "buku.xlsx")


def ubah(buku: Path, **sel: object) -> Path:
    """Return a copy of the workbook in which cells of Penilaian hold something else."""
    wb = openpyxl.load_workbook(buku)
    for alamat, isi in sel.items():
        wb["Penilaian"][alamat] = isi
    salinan = buku.with_name("salinan.xlsx")
    wb.save(salinan)
    return salinan


def banding(buku: Path, salinan: Path) -> None:
    mentah, _salah = read_buku(buku)
    suntingan, _baru = susun(mentah, [UBAHAN])
    check_tabel_tertulis(mentah, read_buku(salinan)[0], suntingan, [])
    check_lembar(buku.name, lembar_of(buku), lembar_of(salinan), suntingan, [], [])


def test_the_intended_change_and_no_other_passes(buku: Path) -> None:
    banding(buku, ubah(buku, E2=4))


@pytest.mark.parametrize(
    ("sel", "tempat"),
    [({"E2": 5}, "E2"), ({}, "E2"), ({"E2": 4, "E3": 2.5}, "E3"), ({"E2": 4, "B4": "x"}, "B4"), ({"E2": None}, "E2")],
)
def test_any_other_difference_is_named(buku: Path, sel: dict[str, object], tempat: str) -> None:
    with pytest.raises(KlaError, match=f"sel {tempat}: tulisan yang dicoba tidak terbaca seperti yang dimaksud"):
        banding(buku, ubah(buku, **sel))


def test_a_cell_outside_every_table_is_compared_too(buku: Path) -> None:
    lama = lembar_of(buku)
    baru = {nama: tuple(h) if nama != "Keterangan" else (*h, ("x",)) for nama, h in lama.items()}
    with pytest.raises(KlaError, match="lembar Keterangan, sel A9"):
        check_lembar("buku.xlsx", lama, baru, [], [], [])
    check_lembar("buku.xlsx", lama, baru, [], [], [("Keterangan", 9, 1)])


def test_a_whole_new_table_is_compared_with_what_it_should_hold(buku: Path) -> None:
    lama = lembar_of(buku)
    utuh = tabel_utuh(KIRIMAN, [{"opd": "dinsos", "berkas": "a", "hash": "x", "dinilai": 1, "dokumen": 0}])
    check_lembar("buku.xlsx", lama, lama | {"_Kiriman": utuh.baris}, [], [utuh], [])
    with pytest.raises(KlaError, match="lembar _Kiriman, sel A2"):
        check_lembar("buku.xlsx", lama, lama | {"_Kiriman": utuh.baris[:1]}, [], [utuh], [])
