"""Entering one klaster in a live notebook: what is shown, what is not saved yet, what lands in the book."""

import os
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN
from kla_lib.data.buku import load_buku
from kla_lib.data.sunting.simpan import Ubahan
from kla_lib.notebook import load_konteks, panel_isian
from kla_lib.views.isian import Draf, daftar_butir, nilai_dengan, read_nilai, tulis_nilai
from kla_lib.views.konteks import Konteks
from tests.buku_uji import isi_buku, tabel, write_xlsx
from tests.unit.data.sunting.test_xlsx import simpan_terhitung

RAPAT = """id: rapat-uji
daerah: kota-contoh
tanggal: 2025-03-18
instrumen: "2024"
tahap: em
sasaran: utama
buku_data: buku.xlsx
"""


@pytest.fixture
def buku(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book with four questions of indikator 5; one document serves two of them."""
    dokumen = (
        {"id_dokumen": "D1", "judul": "SK <Forum>", "status": "kurang"},
        {"id_dokumen": "D2", "judul": "Foto", "status": "lengkap"},
    )
    milik = [("1", "D1"), ("2", "D1"), ("3", "D2")]
    isi = isi_buku(
        ["em", "klaster_1", "5", "1", 3, "tidak", "lama", None],
        ["em", "klaster_1", "5", "2", 2.5, "ya", None, None],
        ["em", "klaster_1", "5", "3", 1, "ya", None, None],
        Data_dukung=tabel("Data dukung", *dokumen),
        Dokumen_pertanyaan=tabel(
            "Dokumen pertanyaan",
            *({"indikator": "5", "pertanyaan": p, "id_dokumen": d, "wajib": "ya"} for p, d in milik),
        ),
    )
    (tmp_path / "rapat-uji.yaml").write_text(RAPAT, encoding="utf-8")
    monkeypatch.setenv("KLA_FOLDER_RAPAT", str(tmp_path))
    return write_xlsx(isi, tmp_path / "buku.xlsx")


@pytest.fixture
def konteks(buku: Path) -> Konteks:
    return load_konteks("rapat-uji")


class Layar:
    """The panel as somebody sees it: boxes by their labels, texts without their markup."""

    def __init__(self, konteks: Konteks, klaster: str = "klaster_1", indikator: str = "5"):
        self.panel = panel_isian(konteks, klaster)
        self["Indikator"].value = indikator

    def semua(self, widget: Any = None) -> list[Any]:
        widget = self.panel if widget is None else widget
        return [widget, *(w for anak in getattr(widget, "children", ()) for w in self.semua(anak))]

    def __getitem__(self, nama: str) -> Any:
        cocok = [w for w in self.semua() if getattr(w, "description", "") == nama]
        assert cocok, f"nothing is called {nama}"
        return cocok[0]

    @property
    def teks(self) -> str:
        return "\n".join(w.value for w in self.semua() if type(w).__name__ == "HTML")


def test_an_empty_box_is_not_recorded_and_a_comma_is_a_decimal_sign() -> None:
    assert read_nilai("  ", 10) == (None, "")
    assert read_nilai("2,5", 10) == read_nilai(" 2.5", 10) == (2.5, "")
    assert read_nilai("0", 10) == (0, "")
    assert tulis_nilai(None) == ""
    assert tulis_nilai(2.5) == "2,5"
    assert tulis_nilai(0.0) == "0"


@pytest.mark.parametrize("teks", ["dua", "-1", "1.000,5", "1e1", "5 poin", "½"])
def test_what_is_no_number_is_said(teks: str) -> None:
    nilai, salah = read_nilai(teks, 10)
    assert nilai is None
    assert f"'{teks}' bukan angka" in salah


def test_more_than_the_maximum_is_said() -> None:
    assert read_nilai("10,5", 10) == (None, "10,5 melebihi 10. Tulis angka 0 sampai 10.")


def test_a_question_shows_what_the_book_says_of_it(konteks: Konteks) -> None:
    butir = {b.kode: b for b in daftar_butir(konteks, "klaster_1")}
    assert list(butir)[:8] == ["4/1", "4/2", "4/3", "4/4", "4/5", "4/6", "4/7", "5/1"]
    b = butir["5/1"]
    assert (b.nilai, b.dikonfirmasi, b.catatan, b.nilai_maksimal, b.status) == (3, False, "lama", 10, "kurang")
    assert [(d.id_dokumen, d.judul, d.status) for d in b.dokumen] == [("D1", "SK <Forum>", "kurang")]
    kosong = butir["4/1"]
    assert (kosong.nilai, kosong.dikonfirmasi, kosong.catatan, kosong.dokumen) == (None, None, None, ())


@pytest.mark.parametrize(
    ("saringan", "kode"),
    [
        ("semua", ["5/1", "5/2", "5/3", "5/4", "5/5", "5/6", "5/7", "5/8", "5/9"]),
        ("belum_dinilai", ["5/4", "5/5", "5/6", "5/7", "5/8", "5/9"]),
        ("belum_dikonfirmasi", ["5/1", "5/4", "5/5", "5/6", "5/7", "5/8", "5/9"]),
        ("belum_lengkap", ["5/1", "5/2", "5/4", "5/5", "5/6", "5/7", "5/8", "5/9"]),
    ],
)
def test_a_filter_leaves_the_questions_it_names(konteks: Konteks, saringan: str, kode: list[str]) -> None:
    butir = [b for b in daftar_butir(konteks, "klaster_1") if b.indikator == "5"]
    assert [b.kode for b in butir if b.lolos(saringan)] == kode


def test_an_entry_that_says_what_is_recorded_is_no_change() -> None:
    sel = (PENILAIAN, ("em", "klaster_1", "5", "1"), "nilai")
    draf = Draf().dengan(sel, 4.0, 3.0)
    assert draf.ubahan() == [Ubahan(*sel, 4.0)]
    assert draf.kini(sel, 3.0) == 4.0
    assert draf.dengan(sel, 3.0, 3.0).ubahan() == []
    assert Draf().dengan(sel, None, 3.0).ubahan() == [Ubahan(*sel, None)]


def test_the_points_of_the_klaster_follow_the_entries(konteks: Konteks) -> None:
    assert nilai_dengan(konteks, Draf(), "klaster_1") == (6.5, 1.0)
    draf = Draf().dengan((PENILAIAN, ("em", "klaster_1", "5", "4"), "nilai"), 2.0, None)
    assert nilai_dengan(konteks, draf, "klaster_1") == (8.5, 1.0)
    draf = draf.dengan((DATA_DUKUNG, ("D1",), "status"), "lengkap", "kurang")
    assert nilai_dengan(konteks, draf, "klaster_1") == (8.5, 6.5)
    assert nilai_dengan(konteks, draf, "klaster_2") == (None, None)


def test_only_the_questions_of_one_indikator_are_built(konteks: Konteks) -> None:
    layar = Layar(konteks)
    kotak = [w.description for w in layar.semua() if getattr(w, "description", "").startswith("Nilai ")]
    assert kotak == [f"Nilai 5/{n}" for n in range(1, 10)]
    assert "Paling banyak 10 poin. Tercatat: 3 (belum dikonfirmasi). Kantor: " in layar.teks
    assert layar["Nilai 5/1"].value == "3"
    assert layar["Nilai 5/4"].value == ""
    assert layar["Dokumen D1: SK <Forum>"].value == "kurang"


def test_entries_are_counted_and_kept_while_other_questions_are_looked_at(konteks: Konteks) -> None:
    layar = Layar(konteks)
    assert "Tidak ada perubahan." in layar.teks
    layar["Nilai 5/1"].value = "4,5"
    layar["Catatan 5/4"].value = "Tanya Dinas"
    assert "2 perubahan belum disimpan." in layar.teks
    assert "Klaster I sekarang: 6,5 poin" in layar.teks
    assert "Dengan perubahan: 8 poin" in layar.teks
    assert "2 sel di tabel Penilaian ditulis, 1 baris baru." in layar.teks
    layar["Indikator"].value = "4"
    layar["Klaster"].value = "klaster_2"
    layar["Klaster"].value = "klaster_1"
    layar["Indikator"].value = "5"
    assert layar["Nilai 5/1"].value == "4,5"
    assert layar["Catatan 5/4"].value == "Tanya Dinas"
    layar["Nilai 5/1"].value = "3"
    assert "1 perubahan belum disimpan." in layar.teks


def test_saving_writes_the_book_and_says_where_the_copy_lies(konteks: Konteks, buku: Path) -> None:
    layar = Layar(konteks)
    layar["Nilai 5/1"].value = "4,5"
    layar["Dikonfirmasi 5/1"].value = True
    layar["Nilai 5/2"].value = ""
    layar["Catatan 5/2"].value = " Foto menyusul\n"
    layar["Dokumen D1: SK <Forum>"].value = "lengkap"
    layar["Simpan"].click()
    hasil = load_buku(buku)
    assert hasil.penilaian is not None and hasil.data_dukung is not None
    assert hasil.penilaian.loc[2, ["nilai", "dikonfirmasi", "catatan"]].tolist() == [4.5, True, "lama"]
    assert hasil.penilaian["nilai"].isna().tolist() == [False, True, False]
    assert hasil.penilaian.loc[3, "catatan"] == "Foto menyusul"
    assert list(hasil.data_dukung["status"]) == ["lengkap", "lengkap"]
    (salinan,) = (buku.parent / "cadangan").iterdir()
    assert f"5 perubahan disimpan. Isi sebelumnya ada di cadangan/{salinan.name}, di samping buku data." in layar.teks
    assert "Tidak ada perubahan." in layar.teks
    assert "Tercatat: 4,5. Kantor" in layar.teks
    layar["Nilai 5/1"].value = "5"
    layar["Simpan"].click()
    assert load_buku(buku).penilaian.loc[2, "nilai"] == 5  # type: ignore[union-attr]


def test_a_note_that_arrives_while_saving_is_saved_too(
    konteks: Konteks, buku: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """JupyterLab hands the words of different boxes to the kernel in different threads."""
    layar = Layar(konteks)
    layar["Nilai 5/1"].value = "4,5"
    catatan, asli = layar["Catatan 5/1"], os.replace

    def replace(dari: Any, ke: Any) -> None:
        asli(dari, ke)
        catatan.value = "datang belakangan"

    monkeypatch.setattr(os, "replace", replace)
    layar["Simpan"].click()
    hasil = load_buku(buku).penilaian
    assert hasil is not None
    assert hasil.loc[2, ["nilai", "catatan"]].tolist() == [4.5, "datang belakangan"]
    assert "2 perubahan disimpan." in layar.teks
    assert "Tidak ada perubahan." in layar.teks


def test_a_note_that_arrives_after_saving_stays_as_not_saved_and_is_shown(konteks: Konteks) -> None:
    layar = Layar(konteks)
    layar["Nilai 5/1"].value = "4,5"
    lama = layar["Catatan 5/1"]
    layar["Simpan"].click()
    lama.value = "terlambat"
    assert "1 perubahan belum disimpan." in layar.teks
    assert layar["Catatan 5/1"].value == "terlambat"


def test_a_document_under_two_questions_shows_one_status(konteks: Konteks) -> None:
    layar = Layar(konteks)
    kembar = [w for w in layar.semua() if getattr(w, "description", "").startswith("Dokumen D1")]
    assert len(kembar) == 2
    kembar[1].value = "tidak_ada"
    assert [w.value for w in kembar] == ["tidak_ada", "tidak_ada"]
    assert "1 perubahan belum disimpan." in layar.teks


def test_a_wrong_number_is_said_beside_its_box_and_nothing_is_saved(konteks: Konteks, buku: Path) -> None:
    lama = buku.read_bytes()
    layar = Layar(konteks)
    layar["Nilai 5/2"].value = "4"
    layar["Nilai 5/1"].value = "11"
    assert "11 melebihi 10. Tulis angka 0 sampai 10." in layar.teks
    layar["Simpan"].click()
    assert "Tidak disimpan.<br>5/1: 11 melebihi 10." in layar.teks
    assert buku.read_bytes() == lama
    layar["Nilai 5/1"].value = "10"
    assert "melebihi" not in layar.teks
    layar["Simpan"].click()
    assert list(load_buku(buku).penilaian["nilai"]) == [10, 4, 1]  # type: ignore[union-attr, index]


def test_an_entry_that_could_not_be_read_is_named_when_its_box_goes(konteks: Konteks) -> None:
    layar = Layar(konteks)
    layar["Nilai 5/1"].value = "tiga"
    layar["Indikator"].value = "4"
    assert "Isian ini tidak terbaca dan dibuang:<br>5/1: 'tiga' bukan angka." in layar.teks.replace("&#x27;", "'")
    layar["Indikator"].value = "5"
    assert layar["Nilai 5/1"].value == "3"
    assert "bukan angka" not in layar.teks


def test_saving_without_an_entry_writes_nothing(konteks: Konteks, buku: Path) -> None:
    layar = Layar(konteks)
    layar["Simpan"].click()
    assert "Tidak disimpan.<br>Tidak ada perubahan." in layar.teks
    assert not (buku.parent / "cadangan").exists()


def test_cancelling_drops_the_entries_and_reads_the_book_again(konteks: Konteks, buku: Path) -> None:
    layar = Layar(konteks)
    layar["Nilai 5/1"].value = "x"
    layar["Nilai 5/2"].value = "9"
    wb = openpyxl.load_workbook(buku)
    wb["Penilaian"]["E2"] = 7
    wb.save(buku)
    layar["Batalkan"].click()
    assert layar["Nilai 5/1"].value == "7"
    assert layar["Nilai 5/2"].value == "2,5"
    assert "Tidak ada perubahan." in layar.teks
    assert "bukan angka" not in layar.teks


def test_a_book_that_changed_underneath_is_said_and_not_overwritten(konteks: Konteks, buku: Path) -> None:
    layar = Layar(konteks)
    layar["Nilai 5/1"].value = "4"
    wb = openpyxl.load_workbook(buku)
    wb["Penilaian"]["E2"] = 7
    wb.save(buku)
    lama = buku.read_bytes()
    layar["Simpan"].click()
    assert "Tidak disimpan.<br>buku.xlsx: buku data sudah berubah sejak dibaca." in layar.teks
    assert buku.read_bytes() == lama
    assert "1 perubahan belum disimpan." in layar.teks


def test_a_book_open_in_excel_is_said_before_saving(konteks: Konteks, buku: Path) -> None:
    (buku.parent / "~$buku.xlsx").write_bytes(b"")
    layar = Layar(konteks)
    layar["Nilai 5/1"].value = "4"
    assert "Belum dapat disimpan:<br>buku.xlsx: berkas sedang terbuka di Excel." in layar.teks


def test_personal_data_in_a_note_is_refused(konteks: Konteks, buku: Path) -> None:
    lama = buku.read_bytes()
    layar = Layar(konteks)
    layar["Catatan 5/1"].value = "hubungi 0812-3456-7890"
    layar["Simpan"].click()
    assert "sel memuat nomor telepon" in layar.teks
    assert buku.read_bytes() == lama


def test_a_shipped_example_can_be_tried_but_not_saved() -> None:
    layar = Layar(load_konteks("kota-contoh-1"))
    layar["Nilai 5/1"].value = "1"
    assert "buku contoh tidak diubah. Salin folder ini ke tempat lain" in layar.teks
    layar["Simpan"].click()
    assert "Tidak disimpan." in layar.teks


def test_formulas_that_must_be_calculated_anew_are_said_before_saving(konteks: Konteks, buku: Path) -> None:
    wb = openpyxl.load_workbook(buku)
    wb["Penilaian"]["I1"] = "_cek"
    wb["Penilaian"]["E4"] = "=E2-2"
    wb.save(buku)
    hitung(buku)
    layar = Layar(load_konteks("rapat-uji"))
    lama = buku.read_bytes()
    layar["Nilai 5/1"].value = "3,5"
    layar["Simpan"].click()
    assert "Rumus di Penilaian E4 bergantung pada sel yang diubah" in layar.teks
    assert "Klik Simpan sekali lagi bila setuju." in layar.teks
    assert buku.read_bytes() == lama
    layar["Simpan"].click()
    assert openpyxl.load_workbook(buku)["Penilaian"]["E2"].value == 3.5
    assert "1 perubahan disimpan." in layar.teks
    assert "rumus belum dihitung. Buka di Excel atau LibreOffice lalu simpan" in layar.teks


def hitung(path: Path) -> None:
    """Give every formula the stored result 1, as Excel would have done."""
    simpan_terhitung(openpyxl.load_workbook(path), path)


def test_points_given_to_the_whole_indikator_are_not_entered_per_question(tmp_path: Path, buku: Path) -> None:
    write_xlsx(isi_buku(["em", "klaster_1", "5", None, 20]), buku)
    layar = Layar(load_konteks("rapat-uji"))
    assert "Poin di sini dicatat untuk keseluruhan" in layar.teks


def test_a_form_without_questions_says_so() -> None:
    panel = panel_isian(load_konteks("sumbawa-2022"))
    assert "Form ini tidak memuat pertanyaan" in panel.children[2].children[0].value
