"""What an evaluator looks at to know what to do next."""

from datetime import date
from pathlib import Path

import pytest

from kla_lib.notebook import (
    jadwal_tahap,
    kalimat_awal,
    kalimat_dokumen,
    kalimat_pemulihan,
    kalimat_tercapai,
    kalimat_wilayah,
    tabel_awal,
    tabel_celah,
    tabel_dokumen,
    tabel_dokumen_tertua,
    tabel_jenis_celah,
    tabel_kelengkapan_opd,
    tabel_pemulihan,
    tabel_sesudah_tahun,
    tabel_tak_pulih,
    tabel_triase,
    tabel_unggah,
    tabel_wilayah,
    tabel_wilayah_pertanyaan,
)
from kla_lib.views.isi.buku import keadaan_tahap
from kla_lib.views.isi.pemulihan import tabel_tentukan
from kla_lib.views.isi.permintaan import permintaan_pertanyaan
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import NILAI, kegiatan, muat_keadaan


@pytest.mark.parametrize(
    "tampilkan",
    [kalimat_dokumen, tabel_dokumen, tabel_unggah, tabel_sesudah_tahun, tabel_dokumen_tertua, tabel_celah],
)
def test_without_documents_a_page_says_that_they_are_not_recorded(tampilkan) -> None:
    teks = tampilkan(keadaan_contoh("ogan-ilir-2024")).teks
    assert "belum dicatat" in teks
    assert "\n" not in teks


@pytest.mark.parametrize("tampilkan", [kalimat_wilayah, tabel_wilayah, tabel_wilayah_pertanyaan])
def test_without_answers_of_areas_nothing_is_counted_as_missing(tampilkan) -> None:
    assert tampilkan(keadaan_contoh("ogan-ilir-2024")).teks == (
        "Jawaban kecamatan dan kelurahan belum dicatat dalam buku data ini."
    )


@pytest.mark.parametrize("tampilkan", [kalimat_pemulihan, tabel_pemulihan, tabel_tentukan, tabel_tak_pulih])
def test_before_the_verifier_returns_there_is_nothing_to_mend(tampilkan) -> None:
    assert tampilkan(keadaan_contoh("kota-contoh-1")).teks == "Hasil verifikasi belum dicatat dalam buku data ini."


@pytest.mark.parametrize("rapat", ["kota-bekasi", "sumbawa-2022"])
def test_a_book_without_questions_still_fills_every_page_with_a_sentence(rapat: str) -> None:
    keadaan = keadaan_contoh(rapat)
    for tampilkan in (
        kalimat_awal,
        tabel_awal,
        tabel_triase,
        kalimat_tercapai,
        tabel_jenis_celah,
        tabel_kelengkapan_opd,
    ):
        assert tampilkan(keadaan).teks.count("\n") == 0


def test_the_first_answer_says_what_the_largest_questions_hold_and_the_range_of_the_total() -> None:
    assert kalimat_awal(keadaan_contoh("kota-contoh-1"), 40).teks.splitlines() == [
        "40 pertanyaan memegang 371 dari 1.000 poin.",
        "Dari 40 yang sudah dinilai: 304,5 poin.",
        "Semua yang belum dinilai bernilai antara 0 dan 31,5 poin, "
        "jadi nilai evaluasi mandiri (EM) antara 763,25 dan 794,75.",
        "Ini bukan nilai resmi.",
    ]


def test_a_book_that_is_marked_whole_has_no_range() -> None:
    teks = kalimat_awal(keadaan_contoh("ogan-ilir-2024"), 10).teks
    assert "Semua pertanyaan sudah dinilai: nilai evaluasi mandiri (EM) 771,81." in teks
    assert "antara" not in teks


def test_the_table_of_the_first_answer_leaves_unknown_points_open(tmp_path: Path) -> None:
    teks = tabel_awal(muat_keadaan(tmp_path, NILAI), 40).teks.splitlines()
    assert teks[1] == "40 pertanyaan teratas | 0 dari 40 | 371 | 0 | 371"
    assert teks[2] == "seluruh form | 1 dari 274 | 1.000 | 2 | 999"


def test_the_order_of_work_shows_state_and_doubtful_points() -> None:
    baris = tabel_triase(keadaan_contoh("kota-contoh-1"), 3).teks.splitlines()
    assert baris[1].startswith("1 | 21A/8 | SDM layanan terlatih KHA, manajemen kasus, CSP | 10 | dokumen kurang")
    assert len(baris) == 5


def test_the_reachable_range_names_target_undetermined_and_next_cycle() -> None:
    teks = kalimat_tercapai(keadaan_contoh("kota-contoh-1")).teks
    assert teks.startswith("Siklus ini masih bisa mencapai 678,75 sampai 966,25 poin.")
    assert "Utama mulai di atas 800: masih mungkin, tetapi belum tentu." in teks
    assert "13 poin baru bisa diraih pada siklus berikutnya dan tidak dihitung." in teks
    assert "bertanggal sesudah 2024; tidak dihitung di sini." in teks
    assert teks.endswith("bukan nilai resmi.")


def test_final_marks_leave_nothing_to_reach() -> None:
    assert "nilai akhir" in kalimat_tercapai(keadaan_contoh("sumbawa-2022")).teks


def test_every_kind_of_gap_has_its_line_and_the_next_cycle_brings_nothing() -> None:
    baris = tabel_jenis_celah(keadaan_contoh("kota-contoh-1")).teks.splitlines()[1:]
    assert len(baris) == 5
    assert baris[-1] == "baru siklus berikutnya | 5 | 13 | 0"


def test_what_only_the_next_cycle_can_bring_is_not_asked_of_an_office() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    diminta = {p.rujukan for p in permintaan_pertanyaan(keadaan, keadaan.hasil.pertanyaan)}
    nanti = keadaan.buku.rad[keadaan.buku.rad["jenis_celah"] == "siklus_berikutnya"]
    assert not diminta & set(nanti["indikator"] + "/" + nanti["pertanyaan"])
    assert "8/2" in diminta


def test_a_question_is_asked_for_until_the_plan_leaves_it_to_the_next_cycle(tmp_path: Path) -> None:
    for rad, ada in (([], True), ([kegiatan("R1", "4/5", "siklus_berikutnya")], False)):
        k = muat_keadaan(tmp_path, NILAI, rad=rad)
        assert ("4/5" in {p.rujukan for p in permintaan_pertanyaan(k, k.hasil.pertanyaan)}) is ada


@pytest.mark.parametrize(
    ("hari", "keadaan"),
    [
        (date(2025, 2, 1), ("belum_mulai", 2)),
        (date(2025, 2, 3), ("berjalan", 56)),
        (date(2025, 3, 31), ("berjalan", 0)),
        (date(2025, 4, 1), ("selesai", 0)),
    ],
)
def test_the_last_day_of_a_stage_still_belongs_to_it(hari: date, keadaan: tuple[str, int]) -> None:
    assert keadaan_tahap(hari, date(2025, 2, 3), date(2025, 3, 31)) == keadaan


def test_the_clock_is_read_on_the_day_of_the_meeting() -> None:
    assert jadwal_tahap(keadaan_contoh("kota-contoh-1")).teks.splitlines()[1:] == [
        "evaluasi mandiri (EM) | 3 Februari 2025 | 31 Maret 2025 | berjalan, sisa 48 hari",
        "verifikasi administrasi (VA) | 1 April 2025 | 30 April 2025 | mulai 49 hari lagi",
        "verifikasi lapangan (VL) | 12 Mei 2025 | 13 Juni 2025 | mulai 90 hari lagi",
    ]
    assert "belum ditetapkan" in jadwal_tahap(keadaan_contoh("ogan-ilir-2024")).teks
