"""Formulas that nobody calculated are found by what the file itself says; calculated ones are read."""

from pathlib import Path

import pytest

from kla_lib.tabel.buku_kerja.scan_ods import scan_ods
from kla_lib.tabel.buku_kerja.scan_xlsx import scan_xlsx
from tests.pembantu.berkas_lain import write_ods
from tests.pembantu.sel_xlsx import tulis_sel

POLOS = '<c r="F{b}"><v>24</v></c><c r="G{b}"><v>0.5</v></c>'


def sel(baris: int, *, rumus: str, hasil: str, jenis: str = "n") -> str:
    isi = f'<c r="E{baris}" t="{jenis}"><f>{rumus}</f><v>{hasil}</v></c>'
    return f'<row r="{baris}">{isi}{POLOS.format(b=baris)}</row>'


def gagal(folder: Path, *baris: str, calc: str = "") -> list[str]:
    return sorted(scan_xlsx(tulis_sel(folder / "a.xlsx", *baris, calc=calc))["Satu"].gagal)


TAK_TERBACA = "LOOKUP(F{b},F1:F9)"
"""A formula whose arithmetic is not worked out here."""


@pytest.mark.parametrize("calc", ['fullCalcOnLoad="1"', 'calcMode="manual"', 'calcCompleted="0"', ""])
def test_zeros_that_their_own_arithmetic_contradicts_were_never_calculated(tmp_path: Path, calc: str) -> None:
    baris = [sel(b, rumus=f"F{b}*G{b}", hasil="0") for b in (1, 2)]
    assert gagal(tmp_path, *baris, calc=calc) == ["E1", "E2"]


def test_one_contradicted_zero_condemns_the_zeros_of_its_column_and_no_other_result(tmp_path: Path) -> None:
    baris = [
        sel(1, rumus="F1*G1", hasil="0"),
        sel(2, rumus=TAK_TERBACA.format(b=2), hasil="0"),
        sel(3, rumus="F3*G3", hasil="12"),
    ]
    assert gagal(tmp_path, *baris) == ["E1", "E2"]


@pytest.mark.parametrize(
    ("calc", "hasil", "jenis"),
    [
        ('fullCalcOnLoad="1"', "0", "n"),
        ('fullCalcOnLoad="true"', "", "str"),
        ('calcMode="manual"', "0", "b"),
        ('calcId="191029"', "0", "n"),
    ],
)
def test_a_column_of_formulas_that_are_all_empty_was_not_calculated(
    tmp_path: Path, calc: str, hasil: str, jenis: str
) -> None:
    baris = [sel(b, rumus=TAK_TERBACA.format(b=b), hasil=hasil, jenis=jenis) for b in (1, 2, 3)]
    assert gagal(tmp_path, *baris, calc=calc) == ["E1", "E2", "E3"]


def test_where_calculation_was_not_completed_no_result_counts(tmp_path: Path) -> None:
    baris = [sel(1, rumus=TAK_TERBACA.format(b=1), hasil="24"), sel(2, rumus="F2*G2", hasil="12")]
    assert gagal(tmp_path, *baris, calc='calcCompleted="0"') == ["E1", "E2"]


@pytest.mark.parametrize("rumus", ["IF(F1&gt;9,F1,0)", "MIN(F1,G1)", "MAX(F1:G1)/2", "SUM(F1:G1)", "ROUND(F1*G1,2)"])
def test_the_plain_functions_prove_a_zero_false(tmp_path: Path, rumus: str) -> None:
    assert gagal(tmp_path, sel(1, rumus=rumus, hasil="0")) == ["E1"]


def test_a_result_that_is_not_what_its_cells_give_is_old(tmp_path: Path) -> None:
    assert gagal(tmp_path, sel(1, rumus="F1*G1", hasil="11"), sel(2, rumus="F2*G2", hasil="12")) == ["E1"]


@pytest.mark.parametrize("calc", ["", 'calcId="191029" calcMode="auto"', 'calcMode="manual"', 'fullCalcOnLoad="1"'])
@pytest.mark.parametrize(
    ("rumus", "hasil"),
    [
        ("F1*G1", "12"),
        ("F1-24", "0"),
        ("ROUND(G1*5,0)", "3"),
        ("SUM(F1:G1,H1)", "24.5"),
        ("PRODUCT(F1:H1)", "12"),
        ("-(F1+G1)/2", "-12.25"),
        ("IF(F1&gt;=24,MAX(F1,G1),0)", "24"),
        ("IF(F1&lt;&gt;24,1,MIN(F1:G1)-0.5)", "0"),
        ("0.1+0.2-0.3", "0"),
        (TAK_TERBACA.format(b=1), "24"),
        ("[1]Lain!A1*2", "7"),
        ("SUM(1E3,F1)", "1024"),
    ],
)
def test_calculated_formulas_are_read_whatever_the_flags(tmp_path: Path, calc: str, rumus: str, hasil: str) -> None:
    assert gagal(tmp_path, sel(1, rumus=rumus, hasil=hasil), calc=calc) == []


def test_a_single_zero_whose_arithmetic_is_not_known_is_read_where_no_flag_doubts_it(tmp_path: Path) -> None:
    baris = [sel(1, rumus=TAK_TERBACA.format(b=1), hasil="0"), sel(2, rumus=TAK_TERBACA.format(b=2), hasil="24")]
    assert gagal(tmp_path, *baris) == []
    assert gagal(tmp_path, *baris, calc='fullCalcOnLoad="1"') == []


def test_a_condemned_cell_has_no_value(tmp_path: Path) -> None:
    temuan = scan_xlsx(tulis_sel(tmp_path / "a.xlsx", sel(1, rumus="F1*G1", hasil="0")))["Satu"]
    assert temuan.isi[1][4] is None


def test_an_ods_proves_its_uncalculated_formulas_in_the_same_way(tmp_path: Path) -> None:
    rumus = [
        f'<table:table-cell table:formula="of:={r}" office:value-type="float" office:value="{v}"/>'
        for r, v in (("[.A1]*[.B1]", 0), ("SUM([.A1:.B1];1)", 7))
    ]
    path = write_ods({"Satu": [[2, 4, *rumus]]}, tmp_path / "a.ods")
    assert list(scan_ods(path)["Satu"].gagal) == ["C1"]
