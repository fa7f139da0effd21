"""A comparison shows what scenarios bring and take, and ends in the sentence that names the best one."""

import io
from dataclasses import replace

import openpyxl
import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import PRIORITAS_KERJA, IsiSkenario
from kla_lib.views.skenario.banding import banding_isi
from kla_lib.views.skenario.panel_banding import workbook_banding
from kla_lib.views.skenario.untung import daftar_untung, kalimat_terbaik, tabel_untung
from tests.pembantu.keadaan_uji import keadaan_contoh

KOTA = keadaan_contoh("kota-contoh-2")
UPTD = {"D135": "lengkap", "D136": "lengkap"}
PERDA_HILANG = IsiSkenario(status={"D001": "tidak_ada"})


def isi(status: dict[str, str], **lain: object) -> IsiSkenario:
    return IsiSkenario.model_validate({"status": status} | lain)


@pytest.fixture(scope="module")
def madya() -> Keadaan:
    """The city with a target that is in reach."""
    return replace(KOTA, rapat=KOTA.rapat.model_copy(update={"sasaran": "madya"}))


def semua_dokumen(keadaan: Keadaan) -> IsiSkenario:
    r = keadaan.register
    assert r is not None
    belum = r.loc[(r["status"] != "lengkap") & ~r["nanti"], "id_dokumen"]
    return isi(dict.fromkeys(belum, "lengkap"))


def kalimat(keadaan: Keadaan, *daftar: tuple[str, IsiSkenario]) -> str:
    return kalimat_terbaik(keadaan, daftar_untung(keadaan, daftar, [keadaan.dengan(i) for _n, i in daftar]))


def test_the_best_scenario_is_named_with_chance_middle_documents_and_work(madya: Keadaan) -> None:
    teks = kalimat(madya, ("uptd", isi(UPTD)), ("semua", semua_dokumen(madya)))
    assert teks.startswith("Yang terbaik semua: peluang Madya kira-kira ")
    assert "nilai tengah perkiraan akhir +" in teks and "poin berdokumen +89,75, dengan 42 dokumen." in teks
    assert "yang paling banyak membawa uptd: +" in teks, "who has little time reads which documents bring most each"


def test_costs_stand_in_the_sentence_only_where_the_rad_has_them_all(madya: Keadaan) -> None:
    assert "dengan 2 dokumen dan Rp7.500.000." in kalimat(madya, ("uptd", isi(UPTD)))
    assert "Rp" not in kalimat(madya, ("lebih", isi(UPTD | {"D043": "lengkap"})))


def test_where_none_is_better_than_today_it_is_said(madya: Keadaan) -> None:
    assert kalimat(madya, ("hilang", PERDA_HILANG)).startswith("hilang tidak lebih baik daripada keadaan hari ini: ")
    dua = kalimat(madya, ("satu", PERDA_HILANG), ("dua", IsiSkenario(status={"D003": "kurang"})))
    assert dua.startswith("Tidak satu pun lebih baik daripada keadaan hari ini (satu dan dua).")


def test_where_two_cannot_be_told_apart_the_lighter_one_is_named(madya: Keadaan) -> None:
    sama = isi(UPTD | {"D100": "lengkap"}, nilai={"1/2a": 0.76})
    teks = kalimat(madya, ("lebih-berat", sama), ("ringan", isi(UPTD)))
    assert teks.startswith("ringan dan lebih-berat tidak bisa dibedakan: ")
    assert teks.endswith("Yang paling sedikit kerjanya ringan: 2 dokumen.")


def test_other_weights_have_no_place_in_it(madya: Keadaan) -> None:
    bobot = ("bobot", IsiSkenario(bobot={"klaster_1": 0.3}))
    prioritas = ("dulu", isi(UPTD, bacaan=PRIORITAS_KERJA, bobot={"klaster_1": 0.3}))
    teks = kalimat(madya, bobot, prioritas, ("uptd", isi(UPTD)))
    assert teks.startswith("Yang terbaik uptd: ")
    assert teks.endswith("Tidak ikut dibandingkan karena memakai bobot lain: bobot dan dulu.")
    assert kalimat(madya, bobot).startswith("Skenario yang terbaik tidak bisa disebut: bobot memakai bobot lain")


def test_books_without_forecast_or_marks_name_none_and_say_why() -> None:
    sumbawa = keadaan_contoh("sumbawa-2022")
    teks = kalimat(sumbawa, ("kini", IsiSkenario(nilai={"klaster_1": 60.0})))
    assert "sudah nilai akhir" in teks and teks.endswith("Jadi skenario yang terbaik tidak bisa disebut.")
    bekasi = keadaan_contoh("kota-bekasi")
    assert tabel_untung(bekasi, daftar_untung(bekasi, [("kini", IsiSkenario())], [bekasi])).html == ""


def test_the_table_holds_chance_gain_work_and_costs_and_the_sentence_ends_it(madya: Keadaan) -> None:
    daftar = [("uptd", isi(UPTD)), ("anggapan", IsiSkenario(berdokumen=("1/2b", "18/4")))]
    t = tabel_untung(madya, daftar_untung(madya, daftar, [madya.dengan(i) for _n, i in daftar]))
    baris = t.teks.splitlines()
    assert baris[1].startswith("Hasil menurut buku data | kira-kira ")
    uptd, anggapan = (b.split(" | ") for b in baris[2:4])
    assert uptd[3:5] == ["+12", "2 dokumen"] and uptd[6].startswith("Rp7.500.000, Rp")
    assert anggapan[3:5] == ["+4,25", "2 dokumen"] and anggapan[6] == "tidak ada di RAD"
    assert baris[-1].startswith("Yang terbaik uptd")
    assert baris[-1] in banding_isi(madya, daftar).teks


def test_a_book_without_documents_compares_by_what_is_taken_for_documented() -> None:
    tanpa = keadaan_contoh("ogan-ilir-2024")
    kode = tuple(sorted(f"21A/{n}" for n in ("1", "2", "3")))
    daftar = [("anggapan", IsiSkenario(berdokumen=kode))]
    (b,) = daftar_untung(tanpa, daftar, [tanpa.dengan(daftar[0][1])])
    assert b.untung.berdokumen > 0 and b.untung.pekerjaan.dokumen == 3


def test_the_workbook_holds_the_same_numbers_and_the_sentence() -> None:
    daftar = [("uptd", isi(UPTD))]
    (b,) = daftar_untung(KOTA, daftar, [KOTA.dengan(daftar[0][1])])
    lembar = openpyxl.load_workbook(io.BytesIO(workbook_banding(KOTA, daftar)))["Ringkas"]
    baris = [[s.value for s in sel] for sel in lembar.rows]
    kolom = baris[0].index("Peluang Utama")
    assert baris[2][kolom:] == [b.untung.peluang, b.untung.tengah, 12, 2, 0, 7_500_000, 0]
    assert baris[-1][0] == kalimat(KOTA, *daftar)
