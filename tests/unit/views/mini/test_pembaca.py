"""A reader of the sample: blind, interrupted, corrected, finished."""

from pathlib import Path

from kla_lib.notebook import (
    kalimat_kesepakatan,
    kalimat_taksiran,
    perkiraan_mini,
    tabel_beda,
)
from tests.pembantu.berisi import berisi
from tests.pembantu.mini_uji import RAHASIA, baca_semua, muat, pembaca


def test_a_reader_sees_what_the_form_asks_and_nothing_of_the_register(buku: Path) -> None:
    layar = pembaca(muat(40), "a")
    layar["Dokumen ke"].value = "D1"
    assert "D1 · Dokumen &lt;1&gt;" in layar.teks
    assert '<a href="https://contoh.go.id/1" target="_blank" rel="noopener noreferrer">' in layar.teks
    assert "5/1 " in layar.teks and "5/2 " in layar.teks
    assert "Yang diminta form: data tahun yang dinilai" in layar.teks
    layar["Dokumen ke"].value = "D2"
    assert "<code>map/2.pdf</code>" in layar.teks
    layar["Dokumen ke"].value = "D4"
    assert "tautannya belum dicatat" in layar.teks
    assert RAHASIA not in layar.seluruhnya
    assert "belum_diperiksa" not in layar.seluruhnya
    assert "belum diperiksa" not in layar.seluruhnya


def test_a_reader_sees_nothing_of_the_other(buku: Path) -> None:
    b = pembaca(muat(), "b")
    for _label, d in b["Dokumen ke"].options:
        b["Dokumen ke"].value = d
        b["Jawaban"].value = "tidak_terbuka"
        b["Catatan"].value = "dilihat oleh pembaca B"
    a = pembaca(muat(), "a")
    assert "0 dari 3 dokumen sudah Anda jawab" in a.teks
    for _label, d in berisi(a["Dokumen ke"].options):
        a["Dokumen ke"].value = d
        assert a["Jawaban"].value is None
        assert a["Catatan"].value == ""
        assert "dilihat oleh pembaca B" not in a.seluruhnya
        assert "sudah dijawab" not in a.seluruhnya
    b["Saya"].value = "a"
    assert "dilihat oleh pembaca B" not in b.seluruhnya
    for t in (tabel_beda(muat()), kalimat_kesepakatan(muat()), kalimat_taksiran(muat()), perkiraan_mini(muat())):
        assert "pembaca B" not in t.html
        assert "tidak bisa dibuka" not in t.html


def test_reading_is_continued_where_it_stopped(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    urutan = [d for _label, d in layar["Dokumen ke"].options]
    layar["Jawaban"].value = "kurang"
    layar["Catatan"].value = "  halaman 3\n hilang "
    besok = pembaca(muat(), "a")
    assert besok["Dokumen ke"].value == urutan[1]
    assert "1 dari 3 dokumen sudah Anda jawab" in besok.teks
    besok["Sebelumnya"].click()
    assert besok["Jawaban"].value == "kurang"
    assert besok["Catatan"].value == "halaman 3 hilang"


def test_a_note_written_before_the_answer_goes_with_it(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    catatan, d = layar["Catatan"], layar["Dokumen ke"].value
    catatan.value = "tanpa tanda tangan"
    assert not (buku.parent / "mini-verifikasi").exists()
    layar["Jawaban"].value = "kurang"
    assert muat().milik("a").jawaban[d].catatan == "tanpa tanda tangan"


def test_a_note_that_arrives_late_goes_to_its_own_document(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    d, catatan = layar["Dokumen ke"].value, layar["Catatan"]
    layar["Jawaban"].value = "kurang"
    layar["Berikutnya"].click()
    catatan.value = "terlambat"
    assert {k: j.catatan for k, j in muat().milik("a").jawaban.items()} == {d: "terlambat"}
    assert layar["Dokumen ke"].value != d


def test_personal_data_is_refused_and_the_answer_stays(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    layar["Jawaban"].value = "kurang"
    layar["Catatan"].value = "hubungi 0812-3456-7890"
    assert "belum disimpan." in layar.teks and "0812" not in layar.teks
    assert [j.catatan for j in muat().milik("a").jawaban.values()] == [None]
    layar["Catatan"].value = "x" * 301
    assert "Catatan paling panjang 300 huruf" in layar.teks
    layar["Catatan"].value = "hubungi dinasnya"
    assert "belum disimpan" not in layar.teks
    assert [j.catatan for j in muat().milik("a").jawaban.values()] == ["hubungi dinasnya"]


def test_an_answer_whose_note_was_refused_is_saved_with_the_mended_note(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    layar["Catatan"].value = "hubungi 0812-3456-7890"
    layar["Jawaban"].value = "kurang"
    assert "belum disimpan." in layar.teks
    assert muat().milik("a").jawaban == {}
    layar["Berikutnya"].click()
    layar["Sebelumnya"].click()
    assert layar["Jawaban"].value == "kurang"
    layar["Catatan"].value = ""
    assert [(j.status, j.catatan) for j in muat().milik("a").jawaban.values()] == [("kurang", None)]


def test_a_reader_who_has_finished_changes_nothing(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    assert layar["Saya selesai"].disabled
    baca_semua("a", {})
    layar = pembaca(muat(), "a")
    assert layar["Jawaban"].disabled and layar["Catatan"].disabled and layar["Saya selesai"].disabled
