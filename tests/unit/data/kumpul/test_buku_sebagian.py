"""What is right in a damaged sheet is still taken when files of offices are collected."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.data.kumpul.kiriman import daftar_kiriman, read_kiriman
from tests.pembantu.berkas_lain import ole
from tests.pembantu.buku_uji import isi_buku, write_xlsx
from tests.pembantu.params_uji import PARAMS

BARIS = [["em", "klaster_1", "4", str(n), 0.5, "ya", f"catatan {n}"] for n in (1, 2, 3)]


def terambil(folder: Path, apa: Callable[[Worksheet], object]) -> tuple[dict[str, list[str]], int]:
    """Return the questions by column of which a cell is taken, and how many faults the file has."""
    path = write_xlsx(isi_buku(*BARIS), folder / "kiriman.xlsx")
    buku = openpyxl.load_workbook(path)
    apa(buku["Penilaian"])
    buku.save(path)
    kiriman = read_kiriman(PARAMS, path, None)
    hasil: dict[str, list[str]] = {"nilai": [], "catatan": []}
    for s in kiriman.isi:
        if s.kolom in hasil:
            hasil[s.kolom].append(s.kunci[3])
    return hasil, len(kiriman.salah)


def _tulis(**sel: object) -> Callable[[Worksheet], None]:
    def apa(halaman: Worksheet) -> None:
        for alamat, isi in sel.items():
            halaman[alamat] = isi

    return apa


def _sisip(halaman: Worksheet) -> None:
    halaman.insert_rows(3)
    halaman["A3"] = "Mohon diisi lengkap"


SEMUA = ["1", "2", "3"]


@pytest.mark.parametrize(
    ("apa", "nilai", "catatan", "salah"),
    [
        (_tulis(K3="coret-coret"), SEMUA, SEMUA, 1),
        (_tulis(I1="paraf", I2="ok"), SEMUA, SEMUA, 1),
        (_tulis(I1="Catatan", I2="catatan 1", I3="lain", I4="catatan 3"), SEMUA, ["1", "3"], 2),
        (_tulis(I1="pertanyaan", I2="1", I3="9", I4="3"), ["1", "3"], ["1", "3"], 2),
        (_sisip, SEMUA, SEMUA, 1),
        (lambda h: h.merge_cells("E3:E4"), ["1"], SEMUA, 1),
        (lambda h: h.merge_cells("G2:G4"), SEMUA, [], 1),
        (_tulis(D1=None), [], [], 2),
    ],
    ids=[
        "stray cell",
        "unknown column",
        "doubled column",
        "doubled key",
        "line",
        "merged points",
        "merged notes",
        "key",
    ],
)
def test_one_stray_thing_does_not_cost_the_whole_sheet(
    tmp_path: Path, apa: Callable[[Worksheet], object], nilai: list[str], catatan: list[str], salah: int
) -> None:
    assert terambil(tmp_path, apa) == ({"nilai": nilai, "catatan": catatan}, salah)


def test_an_old_xls_among_the_returned_files_is_named_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "dinkes.xls").write_bytes(ole("Workbook", b"isi"))
    berkas = daftar_kiriman(tmp_path)
    assert [p.name for p in berkas] == ["dinkes.xls"]
    (k,) = read_kiriman(PARAMS, berkas[0], None).salah
    assert str(k).startswith("dinkes.xls: format XLS lama; simpan sebagai XLSX. ")
