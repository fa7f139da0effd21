"""Sentences and tables of the RAD: what is late comes first, what is unknown is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Bagian
from kla_lib.views.rad.rad import (
    kalimat_rad,
    tabel_rad,
    tabel_rad_berikutnya,
    tabel_rad_kantor,
    tabel_rad_mendesak,
    tabel_rad_pilar,
    tabel_tanpa_kegiatan,
    tabel_tanpa_pertanyaan,
)
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rad_uji import keadaan_rad

SEMUA = (
    kalimat_rad,
    tabel_rad,
    tabel_rad_berikutnya,
    tabel_rad_kantor,
    tabel_rad_mendesak,
    tabel_rad_pilar,
    tabel_tanpa_kegiatan,
    tabel_tanpa_pertanyaan,
)


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def baris(teks: str) -> list[list[str]]:
    return [b.split(" | ") for b in teks.splitlines() if " | " in b]


def test_the_sentence_counts_every_state_and_names_what_is_longest_overdue(contoh: Keadaan) -> None:
    teks = kalimat_rad(contoh).teks
    assert teks.startswith(
        "Dari 46 kegiatan RAD: 9 selesai, 6 terlambat (1 di antaranya juga terhambat), "
        "4 terhambat tetapi belum lewat tenggat, 16 berjalan, dan 11 belum dimulai."
    )
    assert "Paling lama terlambat: Mengirim foto dan matriks Kawasan Tanpa Rokok" in teks
    assert "(Kecamatan, 18 hari)" in teks
    assert "3 kegiatan tidak menyebut pertanyaan di form." in teks
    assert "4 kegiatan baru berarti bagi siklus berikutnya." in teks


def test_a_pack_counts_its_own_klaster_and_a_page_of_an_office_its_own_actions(contoh: Keadaan) -> None:
    assert kalimat_rad(contoh.klaster("klaster_3")).teks.startswith("Dari 7 kegiatan RAD Klaster III ·")
    assert kalimat_rad(contoh.kumpulan(["klaster_1", "klaster_2"])).teks.startswith(
        "Dari 16 kegiatan RAD di klaster yang dibahas: "
    )
    assert kalimat_rad(contoh.kantor("bappeda")).teks.startswith("Dari 2 kegiatan RAD Bappelitbangda: ")
    assert kalimat_rad(Bagian(contoh, ("klaster_5",), "bappeda")).teks == "RAD tidak memuat kegiatan Bappelitbangda."


@pytest.mark.parametrize("rapat", ["ogan-ilir-2024", "kota-bekasi", "sumbawa-2022"])
def test_a_book_without_a_rad_is_told_and_never_counted_as_zero(rapat: str) -> None:
    keadaan = keadaan_contoh(rapat)
    for sumber in (keadaan, keadaan.klaster("klaster_3")):
        for buat in SEMUA:
            t = buat(sumber)
            assert "<table" not in t.html
            assert "belum" in t.teks or "nilai akhir" in t.teks
    assert kalimat_rad(keadaan).teks == "RAD belum dicatat dalam buku data, jadi kemajuannya belum diketahui."


def test_a_rad_without_a_single_action_is_not_the_same_as_no_rad(contoh: Keadaan) -> None:
    assert contoh.buku.rad is not None
    kosong = replace(contoh, buku=replace(contoh.buku, rad=contoh.buku.rad.iloc[:0]))
    assert kalimat_rad(kosong).teks == "RAD tidak memuat kegiatan."
    assert tabel_rad_pilar(kosong).teks == "RAD tidak memuat kegiatan."


def test_a_rad_of_another_year_opens_with_a_warning(tmp_path: Path) -> None:
    lama = {"mulai": "2022-01-10", "tenggat": "2022-12-20"}
    teks = kalimat_rad(keadaan_rad(tmp_path, lama, {**lama, "status": "selesai"}, {})).teks
    assert teks.startswith("Periksa dulu lembar RAD: semua tanggal kegiatannya di luar tahun 2024 dan 2025")
    assert "tampaknya RAD tahun lain" in teks


def test_a_few_actions_of_another_year_are_named(tmp_path: Path) -> None:
    teks = kalimat_rad(keadaan_rad(tmp_path, {"tenggat": "2022-12-20"}, {"tenggat": "2025-03-31"})).teks
    assert teks.startswith("1 kegiatan RAD bertanggal di luar tahun 2024 dan 2025: R1. Periksa tanggalnya.")


def test_a_rad_of_this_cycle_carries_no_warning(contoh: Keadaan) -> None:
    assert "di luar tahun" not in kalimat_rad(contoh).teks


def test_actions_without_a_deadline_are_unknown_and_not_on_time(tmp_path: Path) -> None:
    teks = kalimat_rad(keadaan_rad(tmp_path, {}, {"tenggat": "2025-04-30"})).teks
    assert "1 kegiatan belum bertenggat, jadi belum diketahui terlambat atau tidak." in teks
    assert "Tidak ada yang terlambat atau terhambat." in teks


def test_the_table_opens_with_the_late_and_the_stuck_and_their_obstacle(contoh: Keadaan) -> None:
    isi = baris(tabel_rad(contoh).teks)
    assert len(isi) == 46
    assert [b[4].split(",")[0].split(" ")[0] for b in isi[:10]] == ["terlambat"] * 6 + ["terhambat"] * 4
    assert isi[0][4] == "terlambat 18 hari"
    assert isi[2][1:] == [
        "Klaster IV",
        "Dinas Pendidikan",
        "31 Januari 2025",
        "terlambat 11 hari, terhambat",
        "21 dari 58 sekolah, 36 %",
        "SMA dan SMK kewenangan provinsi.",
        "1,25 sampai 2,5",
    ]
    assert baris(tabel_rad_mendesak(contoh).teks) == isi[:10]


def test_nothing_late_is_a_sentence_of_its_own(tmp_path: Path) -> None:
    t = tabel_rad_mendesak(keadaan_rad(tmp_path, {"tenggat": "2025-04-30"}))
    assert t.teks == "Tidak ada kegiatan RAD yang terlambat atau terhambat."


def test_offices_stand_in_the_order_of_the_alphabet_and_their_states_add_up(contoh: Keadaan) -> None:
    isi = baris(tabel_rad_kantor(contoh).teks)
    nama = [b[0] for b in isi]
    assert nama == sorted(nama, key=str.casefold)
    assert all(int(b[1]) == sum(map(int, b[2:])) for b in berisi(isi))
    assert sum(int(b[1]) for b in isi) == 46


def test_all_four_pillars_are_listed_also_one_without_an_action(contoh: Keadaan) -> None:
    isi = baris(tabel_rad_pilar(contoh.klaster("klaster_3")).teks)
    assert [b[:2] for b in isi] == [["Pemerintah", "5"], ["Masyarakat", "0"], ["Dunia usaha", "2"], ["Media", "0"]]


def test_actions_without_a_question_and_of_the_next_cycle_are_told_apart(contoh: Keadaan) -> None:
    tanpa, nanti = tabel_tanpa_pertanyaan(contoh).teks, tabel_rad_berikutnya(contoh).teks
    assert [i for i in ("R06", "R18", "R34") if f"({i})" in tanpa] == ["R06", "R18", "R34"]
    assert [i for i in ("R02", "R14", "R21", "R39") if f"({i} · " in nanti] == ["R02", "R14", "R21", "R39"]
    assert not {b[0] for b in baris(tanpa)} & {b[0] for b in baris(nanti)}
    assert tabel_tanpa_pertanyaan(contoh.klaster("klaster_3")).teks.startswith(
        "Setiap kegiatan RAD menyebut pertanyaan"
    )


def test_questions_without_an_action_are_cut_off_and_the_rest_counted(contoh: Keadaan) -> None:
    semua, lima = tabel_tanpa_kegiatan(contoh, banyak=1000), tabel_tanpa_kegiatan(contoh, banyak=5)
    assert baris(lima.teks) == baris(semua.teks)[:5]
    assert f"{len(baris(semua.teks)) - 5} pertanyaan lagi" in lima.teks
    assert "tidak ditampilkan" not in semua.teks


def test_marks_given_as_a_whole_do_not_claim_that_every_question_has_an_action(tmp_path: Path) -> None:
    keadaan = keadaan_rad(tmp_path, {"indikator": "12"}, penilaian=[["em", "klaster_3", "", "", "100"]])
    teks = tabel_tanpa_kegiatan(keadaan.klaster("klaster_3")).teks
    assert teks == "Nilai per pertanyaan tidak tersedia dalam buku data ini."


def test_text_of_the_rad_is_escaped(tmp_path: Path) -> None:
    keadaan = keadaan_rad(tmp_path, {"kegiatan": "<b>Rapat</b>", "tenggat": "2025-01-01", "kendala": "<i>hujan</i>"})
    for buat in (kalimat_rad, tabel_rad, tabel_tanpa_pertanyaan):
        html = buat(keadaan).html
        assert "<b>Rapat" not in html
        assert "&lt;b&gt;Rapat" in html


def test_a_late_action_that_is_stuck_is_counted_as_both() -> None:
    teks = kalimat_rad(keadaan_contoh("kota-contoh-2")).teks
    assert "17 terlambat (4 di antaranya juga terhambat), 2 terhambat tetapi belum lewat tenggat, " in teks
