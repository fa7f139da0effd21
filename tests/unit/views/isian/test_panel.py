"""The panel of entries: boxes, counting, saving, cancelling, and every reason not to save."""

import os
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kla_lib.data.buku import load_buku
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.notebook import load_keadaan, panel_isian
from tests.pembantu.buku_uji import isi_buku, write_xlsx
from tests.pembantu.isian_uji import Layar
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.xlsx_uji import simpan_terhitung


def test_only_the_questions_of_one_indikator_are_built(keadaan: Keadaan) -> None:
    layar = Layar(keadaan)
    kotak = [w.description for w in layar.semua() if getattr(w, "description", "").startswith("Nilai ")]
    assert kotak == [f"Nilai 5/{n}" for n in range(1, 10)]
    assert "Paling banyak 10 poin. Tercatat: 3 (belum dikonfirmasi). Kantor: " in layar.teks
    assert layar["Nilai 5/1"].value == "3"
    assert layar["Nilai 5/4"].value == ""
    assert layar["Dokumen D1: SK <Forum>"].value == "kurang"


def test_entries_are_counted_and_kept_while_other_questions_are_looked_at(keadaan: Keadaan) -> None:
    layar = Layar(keadaan)
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


def test_saving_writes_the_book_and_says_where_the_copy_lies(keadaan: Keadaan, buku: Path) -> None:
    layar = Layar(keadaan)
    layar["Nilai 5/1"].value = "4,5"
    layar["Dikonfirmasi 5/1"].value = True
    layar["Nilai 5/2"].value = ""
    layar["Catatan 5/2"].value = " Foto menyusul\n"
    layar["Dokumen D1: SK <Forum>"].value = "lengkap"
    layar["Simpan"].click()
    hasil = load_buku(PARAMS, buku)
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
    assert load_buku(PARAMS, buku).penilaian.loc[2, "nilai"] == 5  # type: ignore[union-attr]


def test_a_note_that_arrives_while_saving_is_saved_too(
    keadaan: Keadaan, buku: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """JupyterLab hands the words of different boxes to the kernel in different threads."""
    layar = Layar(keadaan)
    layar["Nilai 5/1"].value = "4,5"
    catatan, asli = layar["Catatan 5/1"], os.replace

    def replace(dari: Any, ke: Any) -> None:
        asli(dari, ke)
        catatan.value = "datang belakangan"

    monkeypatch.setattr(os, "replace", replace)
    layar["Simpan"].click()
    hasil = load_buku(PARAMS, buku).penilaian
    assert hasil is not None
    assert hasil.loc[2, ["nilai", "catatan"]].tolist() == [4.5, "datang belakangan"]
    assert "2 perubahan disimpan." in layar.teks
    assert "Tidak ada perubahan." in layar.teks


def test_a_note_that_arrives_after_saving_stays_as_not_saved_and_is_shown(keadaan: Keadaan) -> None:
    layar = Layar(keadaan)
    layar["Nilai 5/1"].value = "4,5"
    lama = layar["Catatan 5/1"]
    layar["Simpan"].click()
    lama.value = "terlambat"
    assert "1 perubahan belum disimpan." in layar.teks
    assert layar["Catatan 5/1"].value == "terlambat"


def test_a_document_under_two_questions_shows_one_status(keadaan: Keadaan) -> None:
    layar = Layar(keadaan)
    kembar = [w for w in layar.semua() if getattr(w, "description", "").startswith("Dokumen D1")]
    assert len(kembar) == 2
    kembar[1].value = "tidak_ada"
    assert [w.value for w in kembar] == ["tidak_ada", "tidak_ada"]
    assert "1 perubahan belum disimpan." in layar.teks


def test_a_wrong_number_is_said_beside_its_box_and_nothing_is_saved(keadaan: Keadaan, buku: Path) -> None:
    lama = buku.read_bytes()
    layar = Layar(keadaan)
    layar["Nilai 5/2"].value = "4"
    layar["Nilai 5/1"].value = "11"
    assert "11 melebihi 10. Tulis angka 0 sampai 10." in layar.teks
    layar["Simpan"].click()
    assert "Tidak disimpan.<br>5/1: 11 melebihi 10." in layar.teks
    assert buku.read_bytes() == lama
    layar["Nilai 5/1"].value = "10"
    assert "melebihi" not in layar.teks
    layar["Simpan"].click()
    assert list(load_buku(PARAMS, buku).penilaian["nilai"]) == [10, 4, 1]  # type: ignore[union-attr, index]


def test_an_entry_that_could_not_be_read_is_named_when_its_box_goes(keadaan: Keadaan) -> None:
    layar = Layar(keadaan)
    layar["Nilai 5/1"].value = "tiga"
    layar["Indikator"].value = "4"
    assert "Isian ini tidak terbaca dan dibuang:<br>5/1: 'tiga' bukan angka." in layar.teks.replace("&#x27;", "'")
    layar["Indikator"].value = "5"
    assert layar["Nilai 5/1"].value == "3"
    assert "bukan angka" not in layar.teks


def test_saving_without_an_entry_writes_nothing(keadaan: Keadaan, buku: Path) -> None:
    layar = Layar(keadaan)
    layar["Simpan"].click()
    assert "Tidak disimpan.<br>Tidak ada perubahan." in layar.teks
    assert not (buku.parent / "cadangan").exists()


def test_cancelling_drops_the_entries_and_reads_the_book_again(keadaan: Keadaan, buku: Path) -> None:
    layar = Layar(keadaan)
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


def test_a_book_that_changed_underneath_is_said_and_not_overwritten(keadaan: Keadaan, buku: Path) -> None:
    layar = Layar(keadaan)
    layar["Nilai 5/1"].value = "4"
    wb = openpyxl.load_workbook(buku)
    wb["Penilaian"]["E2"] = 7
    wb.save(buku)
    lama = buku.read_bytes()
    layar["Simpan"].click()
    assert "Tidak disimpan.<br>buku.xlsx: buku data sudah berubah sejak dibaca." in layar.teks
    assert buku.read_bytes() == lama
    assert "1 perubahan belum disimpan." in layar.teks


def test_a_book_open_in_excel_is_said_before_saving(keadaan: Keadaan, buku: Path) -> None:
    (buku.parent / "~$buku.xlsx").write_bytes(b"")
    layar = Layar(keadaan)
    layar["Nilai 5/1"].value = "4"
    assert "Belum dapat disimpan:<br>buku.xlsx: berkas sedang terbuka di Excel." in layar.teks


def test_personal_data_in_a_note_is_refused(keadaan: Keadaan, buku: Path) -> None:
    lama = buku.read_bytes()
    layar = Layar(keadaan)
    layar["Catatan 5/1"].value = "hubungi 0812-3456-7890"
    layar["Simpan"].click()
    assert "sel memuat nomor telepon" in layar.teks
    assert buku.read_bytes() == lama


def test_a_shipped_example_can_be_tried_but_not_saved() -> None:
    layar = Layar(keadaan_contoh("kota-contoh-1"))
    layar["Nilai 5/1"].value = "1"
    assert "buku contoh tidak diubah. Salin folder ini ke tempat lain" in layar.teks
    layar["Simpan"].click()
    assert "Tidak disimpan." in layar.teks


def test_formulas_that_must_be_calculated_anew_are_said_before_saving(keadaan: Keadaan, buku: Path) -> None:
    wb = openpyxl.load_workbook(buku)
    wb["Penilaian"]["I1"] = "_cek"
    wb["Penilaian"]["E4"] = "=E2-2"
    wb.save(buku)
    hitung(buku)
    layar = Layar(load_keadaan("rapat-uji"))
    lama = buku.read_bytes()
    layar["Nilai 5/1"].value = "3,5"
    layar["Simpan"].click()
    assert "Rumus di Penilaian E4 bergantung pada sel yang diubah" in layar.teks
    assert "Klik Simpan sekali lagi bila setuju." in layar.teks
    assert buku.read_bytes() == lama
    layar["Simpan"].click()
    assert openpyxl.load_workbook(buku)["Penilaian"]["E2"].value == 3.5
    assert "1 perubahan disimpan." in layar.teks
    assert "rumus belum dihitung. Hitung ulang lalu simpan: di Excel tekan Ctrl+Alt+F9" in layar.teks


def hitung(path: Path) -> None:
    """Give every formula the stored result 1, as Excel would have done."""
    simpan_terhitung(openpyxl.load_workbook(path), path)


def test_points_given_to_the_whole_indikator_are_not_entered_per_question(tmp_path: Path, buku: Path) -> None:
    write_xlsx(isi_buku(["em", "klaster_1", "5", None, 20]), buku)
    layar = Layar(load_keadaan("rapat-uji"))
    assert "Poin di sini dicatat untuk keseluruhan" in layar.teks


def test_a_form_without_questions_says_so() -> None:
    panel = panel_isian(keadaan_contoh("sumbawa-2022"))
    assert "Form ini tidak memuat pertanyaan" in panel.children[2].children[0].value
