from typing import Any

import pandas as pd
import pytest

from kla_lib.data.buku import load_buku
from kla_lib.data.rujukan import check_opd, to_peran
from kla_lib.rules.daerah.daerah import load_daerah
from kla_lib.tabel.mentah import TabelMentah
from tests.pembantu.buku_uji import Penulis, Tabel, isi_buku, pesan_buku, tabel
from tests.pembantu.params_uji import PARAMS

NILAI = ["em", "klaster_1", "4", "1", 1]
DOKUMEN = {"id_dokumen": "D001", "judul": "Laporan akta", "status": "lengkap"}
CAPAIAN = {
    "ukuran": "Anak berakta kelahiran",
    "tahun": 2024,
    "wilayah": "kota-contoh",
    "satuan": "%",
    "jenis_sumber": "administrasi",
    "arah": "naik_baik",
    "sumber": "anggapan_kla_lib",
    "letak": "hlm. 1",
}
KEGIATAN = {
    "id_kegiatan": "K01",
    "klaster": "klaster_1",
    "kegiatan": "Jemput bola akta",
    "opd": "disdukcapil",
    "pilar": "pemerintah",
    "status": "berjalan",
}
KEPUTUSAN = {"id_keputusan": "T01", "rapat": "kota-contoh-1", "keputusan": "Unggah laporan akta"}
WILAYAH = {"kode_wilayah": "01.01", "nama": "Sukamaju", "tingkat": "kelurahan", "indikator": "26", "pertanyaan": "2"}


def pesan(penulis: Penulis, **tabel_lain: Tabel) -> list[str]:
    return pesan_buku(penulis.tulis(isi_buku(NILAI, **tabel_lain)))


def tabel_dengan(lembar: str, dasar: dict[str, Any], *ubah: dict[str, Any]) -> dict[str, Tabel]:
    return {lembar.replace(" ", "_"): tabel(lembar, *(dasar | u for u in ubah))}


@pytest.mark.parametrize(
    ("lembar", "dasar"),
    [("Capaian", CAPAIAN), ("RAD", KEGIATAN), ("Tindak lanjut", KEPUTUSAN)],
)
def test_rows_that_belong_to_no_indikator_are_accepted(penulis: Penulis, lembar: str, dasar: dict[str, Any]) -> None:
    buku = load_buku(PARAMS, penulis.tulis(isi_buku(NILAI, **tabel_dengan(lembar, dasar, {}))))
    milik = {"Capaian": buku.capaian, "RAD": buku.rad, "Tindak lanjut": buku.tindak_lanjut}[lembar]
    assert milik is not None
    assert list(milik["indikator"]) == [None]


@pytest.mark.parametrize(
    ("lembar", "dasar", "sel"),
    [
        ("Capaian", CAPAIAN, "A2"),
        ("RAD", KEGIATAN, "E2"),
        ("Tindak lanjut", KEPUTUSAN, "E2"),
        ("Wilayah", WILAYAH, "D2"),
    ],
)
def test_an_indikator_that_the_form_does_not_hold_is_refused(
    penulis: Penulis, lembar: str, dasar: dict[str, Any], sel: str
) -> None:
    (salah,) = pesan(penulis, **tabel_dengan(lembar, dasar, {"indikator": "21D"}))
    awal = penulis.tempat(lembar, f"sel {sel}") + "indikator '21D' tidak ada di form. Pilihan: "
    assert salah.startswith(awal)


@pytest.mark.parametrize(
    ("lembar", "dasar", "sel"),
    [("RAD", KEGIATAN, "F2"), ("Tindak lanjut", KEPUTUSAN, "F2"), ("Wilayah", WILAYAH, "E2")],
)
def test_a_question_that_the_form_does_not_hold_is_refused(
    penulis: Penulis, lembar: str, dasar: dict[str, Any], sel: str
) -> None:
    assert pesan(penulis, **tabel_dengan(lembar, dasar, {"indikator": "4", "pertanyaan": "9"})) == [
        penulis.tempat(lembar, f"sel {sel}") + "pertanyaan '4/9' tidak ada di form. Pilihan: 1, 2, 3, 4, 5, 6, 7."
    ]


@pytest.mark.parametrize(
    ("indikator", "pertanyaan"), [("4.5", None), ("4,5", None), ("4/5", None), ("4", "4.5"), ("21", "4/5")]
)
def test_a_whole_code_in_one_cell_gets_the_question_that_was_meant(
    penulis: Penulis, indikator: str, pertanyaan: str | None
) -> None:
    (salah,) = pesan(penulis, **tabel_dengan("RAD", KEGIATAN, {"indikator": indikator, "pertanyaan": pertanyaan}))
    assert salah.endswith("tidak ada di form. Maksud Anda 4/5 (indikator 4, pertanyaan 5)?")


@pytest.mark.parametrize(("lembar", "dasar"), [("RAD", KEGIATAN), ("Tindak lanjut", KEPUTUSAN)])
def test_a_question_without_its_indikator_is_refused(penulis: Penulis, lembar: str, dasar: dict[str, Any]) -> None:
    assert pesan(penulis, **tabel_dengan(lembar, dasar, {"pertanyaan": "4"})) == [
        penulis.tempat(lembar, "sel E2") + "pertanyaan '4' tanpa indikator. Isi kolom indikator."
    ]


def test_a_form_without_questions_accepts_any_question(penulis: Penulis) -> None:
    isi = isi_buku(
        ["vf", "klaster_1", None, None, 53],
        keterangan={"instrumen": "2022", "tahun_evaluasi": 2022, "tahap_berjalan": "vf"},
        **tabel_dengan("RAD", KEGIATAN, {"klaster": "kelana_dekela", "indikator": "25", "pertanyaan": "1"}),
    )
    rad = load_buku(PARAMS, penulis.tulis(isi)).rad
    assert rad is not None and list(rad["pertanyaan"]) == ["1"]


def test_one_document_may_serve_many_questions(penulis: Penulis) -> None:
    isi = isi_buku(
        NILAI,
        Data_dukung=tabel("Data dukung", DOKUMEN),
        Dokumen_pertanyaan=tabel(
            "Dokumen pertanyaan",
            *({"indikator": "4", "pertanyaan": p, "id_dokumen": "D001", "wajib": "ya"} for p in "123"),
        ),
    )
    dokumen = load_buku(PARAMS, penulis.tulis(isi)).dokumen_pertanyaan
    assert dokumen is not None and list(dokumen["pertanyaan"]) == ["1", "2", "3"]


def test_a_document_that_the_register_does_not_hold_is_to_be_registered_and_not_guessed(penulis: Penulis) -> None:
    baris = {"indikator": "4", "pertanyaan": "1", "id_dokumen": "D0O1", "wajib": "ya"}
    salah = pesan(
        penulis, Data_dukung=tabel("Data dukung", DOKUMEN), Dokumen_pertanyaan=tabel("Dokumen pertanyaan", baris)
    )
    assert salah == [
        penulis.tempat("Dokumen pertanyaan", "sel C2") + "dokumen 'D0O1' tidak ada di lembar Data dukung. "
        "Catat dahulu dokumennya di lembar Data dukung, atau perbaiki nomornya."
    ]


def test_a_document_without_any_register_is_refused(penulis: Penulis) -> None:
    baris = {"indikator": "4", "pertanyaan": "1", "id_dokumen": "D001", "wajib": "ya"}
    assert pesan(penulis, Dokumen_pertanyaan=tabel("Dokumen pertanyaan", baris)) == [
        penulis.tempat("Dokumen pertanyaan", "sel C2") + "dokumen 'D001' tidak ada di lembar Data dukung. "
        "Catat dahulu dokumennya di lembar Data dukung, atau perbaiki nomornya."
    ]


def test_a_status_that_no_document_has_gets_the_nearest_one(penulis: Penulis) -> None:
    assert pesan(penulis, Data_dukung=tabel("Data dukung", DOKUMEN | {"status": "lengkp"})) == [
        penulis.tempat("Data dukung", "sel G2") + "'lengkp' tidak dikenal di kolom 'status'. Maksud Anda 'lengkap'?"
    ]


def test_a_part_larger_than_its_whole_is_refused_with_both_numbers(penulis: Penulis) -> None:
    assert pesan(penulis, **tabel_dengan("Capaian", CAPAIAN, {"pembilang": 1234567, "penyebut": 1000000})) == [
        penulis.tempat("Capaian", "sel G2")
        + "pembilang 1234567 lebih besar dari penyebut 1000000. Periksa apakah keduanya tertukar."
    ]


@pytest.mark.parametrize(("pembilang", "penyebut"), [(5, 5), (None, 5), (5, None), (0, 5)])
def test_a_part_up_to_its_whole_or_alone_is_accepted(
    penulis: Penulis, pembilang: int | None, penyebut: int | None
) -> None:
    isi = isi_buku(NILAI, **tabel_dengan("Capaian", CAPAIAN, {"pembilang": pembilang, "penyebut": penyebut}))
    capaian = load_buku(PARAMS, penulis.tulis(isi)).capaian
    assert capaian is not None
    assert [*capaian["pembilang"].dropna(), *capaian["penyebut"].dropna()] == [
        x for x in (pembilang, penyebut) if x is not None
    ]


def test_one_measure_in_two_units_is_refused_where_the_second_begins(penulis: Penulis) -> None:
    ubah = [{"tahun": 2022}, {"tahun": 2023, "satuan": "anak"}, {"tahun": 2024, "satuan": "anak"}]
    assert pesan(penulis, **tabel_dengan("Capaian", CAPAIAN, *ubah)) == [
        penulis.tempat("Capaian", "sel F3")
        + "ukuran 'Anak berakta kelahiran' memakai satuan %, anak. "
        + "Pakai satu satuan, atau beri nama ukuran yang berbeda."
    ]


def test_a_survey_and_a_routine_count_of_one_year_may_stand_side_by_side(penulis: Penulis) -> None:
    ubah = [{"jenis_sumber": "survei", "nilai": 13.8}, {"jenis_sumber": "rutin", "nilai": 7.9}]
    capaian = load_buku(PARAMS, penulis.tulis(isi_buku(NILAI, **tabel_dengan("Capaian", CAPAIAN, *ubah)))).capaian
    assert capaian is not None and list(capaian["nilai"]) == [13.8, 7.9]


BEKASI = load_daerah(PARAMS, "kota-bekasi")


def kantor(*opd: str | None) -> pd.DataFrame:
    return pd.DataFrame({"opd": pd.Series(list(opd), index=range(2, len(opd) + 2), dtype=object)})


def pesan_kantor(*opd: str | None) -> list[str]:
    tabel = kantor(*opd)
    return [str(k) for k in check_opd(TabelMentah("rad.csv", "", tabel, {"opd": "G"}), tabel, BEKASI)]


def test_an_office_that_is_nearly_a_known_one_is_refused_with_what_was_meant() -> None:
    assert pesan_kantor("Dinkes", "Dinkse", None, "disdukcpil") == [
        "rad.csv, sel G3: kantor 'Dinkse' tidak dikenal. "
        "Maksud Anda 'Dinkes'? Bila kantor lain, tulis nama lengkapnya.",
        "rad.csv, sel G5: kantor 'disdukcpil' tidak dikenal. "
        "Maksud Anda 'Disdukcapil'? Bila kantor lain, tulis nama lengkapnya.",
    ]


def test_a_known_office_and_one_outside_the_form_are_accepted() -> None:
    assert pesan_kantor("dinas_kesehatan", "DINAS KESEHATAN", "DPPKB", "Karang Taruna", "Dinas Perikanan", None) == []


def test_a_known_office_becomes_its_role_and_any_other_stays_as_written() -> None:
    tabel = to_peran(kantor("Dinkes", "Dinas  Kesehatan", "bappeda", "Bappelitbangda", "Karang Taruna", None), BEKASI)
    assert list(tabel["opd"]) == ["dinas_kesehatan"] * 2 + ["bappeda"] * 2 + ["Karang Taruna", None]
    assert list(tabel.index) == [2, 3, 4, 5, 6, 7]
