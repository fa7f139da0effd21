"""Formulas and merged cells of a workbook: never overwritten, never left with a stale result."""

from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl.worksheet.formula import ArrayFormula

from kla_lib.data.bentuk import CAPAIAN
from kla_lib.data.buku import hash_buku, load_buku
from kla_lib.data.sunting.simpan import plan_ubahan, save_ubahan
from kla_lib.errors import KlaError
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.xlsx_uji import KUNCI, bagian, nilai, pesan, rumus, simpan, simpan_terhitung, tulis_bagian


def test_a_cell_with_a_formula_is_not_overwritten(buku: Path) -> None:
    rumus(buku, "E2", "=1+0")
    assert pesan(buku, nilai(KUNCI, 4.0)) == (
        "buku.xlsx, lembar Penilaian, sel E2: sel berisi rumus. Ubah di Excel: rumus tidak ditimpa dari sini."
    )


def test_a_cell_of_an_array_formula_is_not_overwritten(buku: Path) -> None:
    rumus(buku, "E2", ArrayFormula("E2:E3", "=E4:E5*2"))
    assert "sel E3: sel berisi rumus" in pesan(buku, nilai(("em", "klaster_1", "5", "2"), 0.25))


def test_a_cell_behind_a_merged_one_is_not_written(buku: Path) -> None:
    wb = openpyxl.load_workbook(buku)
    wb["Penilaian"].merge_cells("G3:H3")
    simpan_terhitung(wb, buku)
    kunci = ("em", "klaster_1", "5", "2")
    assert "sel H3: sel ini bagian dari sel gabungan" in pesan(buku, nilai(kunci, "x", "catatan_verifikator"))
    hasil = simpan(buku, nilai(kunci, "x", "catatan"))
    assert hasil.penilaian is not None
    assert hasil.penilaian.loc[3, "catatan"] == "x"


def test_a_result_that_rests_on_a_changed_cell_is_dropped_and_said_before(buku: Path) -> None:
    rumus(buku, "E4", "=_Ringkasan!A9+E3+E3")
    rencana = plan_ubahan(PARAMS, buku, [nilai(("em", "klaster_1", "5", "2"), 0.25)], hash_buku(buku))
    assert rencana.perlu_dihitung == ("Penilaian E4",)
    save_ubahan(PARAMS, buku, [nilai(("em", "klaster_1", "5", "2"), 0.25)], hash_buku(buku))
    with pytest.raises(KlaError, match="E4: rumus belum dihitung"):
        load_buku(PARAMS, buku)


def test_a_result_that_rests_on_other_cells_is_kept(buku: Path) -> None:
    rumus(buku, "E4", "=SUM(E5:E9)+Keterangan!B3/B3")
    rencana = plan_ubahan(PARAMS, buku, [nilai(("em", "klaster_1", "5", "2"), 0.25)], hash_buku(buku))
    assert rencana.perlu_dihitung == ()
    hasil = simpan(buku, nilai(("em", "klaster_1", "5", "2"), 0.25))
    assert hasil.penilaian is not None
    assert hasil.penilaian.loc[4, "nilai"] == 1.0


@pytest.mark.parametrize(
    ("isi", "bergantung"),
    [
        ("=SUM(Penilaian!E:E)", True),
        ("=SUM(Penilaian!$3:$3)", True),
        ("=Penilaian!$E$3*2", True),
        ("=SUM(penilaian!E2:E3)", True),
        ('=INDIRECT("Penilaian!E"&3)', True),
        ("=NamaKu", True),
        ("=SUM(Nilai[nilai])", True),
        ("=_Ringkasan!B1", True),
        ("=Penilaian!E4+Penilaian!D3", False),
        ("=SUM(G2:G9)+1", False),
        ("='[lain.xlsx]Penilaian'!E3", False),
    ],
)
def test_a_formula_that_may_read_the_changed_cell_rests_on_it(buku: Path, isi: str, bergantung: bool) -> None:
    wb = openpyxl.load_workbook(buku)
    capaian = wb.create_sheet("Capaian")
    capaian.append([k.nama for k in CAPAIAN.kolom])
    capaian.append(["4", "Akta", 2024, "kota", isi, "%", None, None, "rutin", "naik_baik", None, "Dinas"])
    simpan_terhitung(wb, buku)
    rencana = plan_ubahan(PARAMS, buku, [nilai(("em", "klaster_1", "5", "2"), 0.25)], hash_buku(buku))
    assert (rencana.perlu_dihitung == ("Capaian E2",)) is bergantung


def test_formulas_that_share_one_text_are_followed_each_in_its_own_row(buku: Path) -> None:
    isi = bagian(buku)
    nama = "xl/worksheets/sheet2.xml"
    akar = etree.fromstring(isi[nama])
    ns = etree.QName(akar).namespace
    for baris in (3, 4):
        sel = akar.find(f".//{{*}}c[@r='G{baris}']")
        if sel is None:
            sel = etree.Element(f"{{{ns}}}c", r=f"G{baris}")
            akar.find(f".//{{*}}c[@r='F{baris}']").addnext(sel)
        f = etree.SubElement(sel, f"{{{ns}}}f", t="shared", si="0")
        if baris == 3:
            f.set("ref", "G3:G4")
            f.text = "E3&amp;D3".replace("amp;", "")
        etree.SubElement(sel, f"{{{ns}}}v").text = "1"
        sel.set("t", "str")
    tulis_bagian(buku, isi | {nama: etree.tostring(akar)})
    for pertanyaan, tempat in (("1", ()), ("2", ("Penilaian G3",)), ("3", ("Penilaian G4",))):
        rencana = plan_ubahan(PARAMS, buku, [nilai(("em", "klaster_1", "5", pertanyaan), 0.25)], hash_buku(buku))
        assert rencana.perlu_dihitung == tempat
