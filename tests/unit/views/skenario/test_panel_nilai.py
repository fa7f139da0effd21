"""Marks, documents and actions in the panel: found, tried, taken back; nothing beyond the form."""

from pathlib import Path
from typing import Any

import pytest

from kla_lib.rules.skenario import load_skenario
from kla_lib.views.skenario.isi_nilai import HALAMAN, PilihanNilai, banyak_halaman, halaman, saring
from kla_lib.views.skenario.papan import Papan
from tests.pembantu.meja_uji import baris, geser, isi_baris, papan, simpan
from tests.pembantu.params_uji import params_skenario


def test_a_page_of_rows_is_shown_whatever_the_number_of_questions(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path)
    assert len(p.nilai.daftar.baris) == HALAMAN
    pertama = [b["kode"] for b in p.nilai.daftar.baris]
    p.nilai.sesudah.click()
    assert not set(pertama) & {b["kode"] for b in p.nilai.daftar.baris}
    p.nilai.sebelum.click()
    assert [b["kode"] for b in p.nilai.daftar.baris] == pertama


def test_a_code_or_words_find_their_rows(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path)
    p.nilai.sesudah.click()
    p.nilai.cari.value = "5/1"
    assert p.nilai.daftar.baris[0]["kode"] == "5/1"
    p.nilai.cari.value = "FORUM anak"
    assert p.nilai.daftar.baris
    assert all("forum" in b["judul"].casefold() and "anak" in b["judul"].casefold() for b in p.nilai.daftar.baris)
    p.nilai.cari.value = "tidak-ada-kata-ini"
    assert p.nilai.daftar.baris == []
    assert "Tidak ada baris yang cocok" in p.nilai.daftar.kosong


def test_a_klaster_shows_its_questions_alone(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    p.nilai.klaster.value = "klaster_4"
    milik = {i.kode for i in meja.siap.instrumen.klaster_of("klaster_4").indikator}
    assert {b["kode"].split("/")[0] for b in p.nilai.daftar.baris} <= milik


def test_points_entered_raise_the_result_and_the_recorded_ones_take_it_back(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    lama = meja.kini.hasil.diklaim
    b = next(b for b in p.nilai.daftar.baris if b["nilai"] is not None and b["nilai"] < b["maks"])
    isi_baris(p, b["kode"], b["maks"])
    assert meja.kini.hasil.diklaim == pytest.approx(lama + b["maks"] - b["nilai"], abs=0.01)
    assert baris(p, b["kode"])["berubah"]
    assert b["kode"] in p.hasil.layar.bagian["ubahan"]
    isi_baris(p, b["kode"], None)
    assert meja.kini.hasil.diklaim == lama
    assert not baris(p, b["kode"])["berubah"]


@pytest.mark.parametrize("isi", [-0.5, 12.5, float("nan"), "12", [1]])
def test_points_beyond_the_form_are_refused(tmp_path: Path, isi: object) -> None:
    meja, p = papan(tmp_path)
    p.nilai.cari.value = "1/1"
    assert baris(p, "1/1")["maks"] == 12
    isi_baris(p, "1/1", isi)
    assert meja.isi.kosong


def test_an_unknown_code_is_refused(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    isi_baris(p, "99/1", 1.0)
    assert meja.isi.kosong


def test_a_whole_indikator_can_be_raised_and_its_questions_follow(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    p.nilai.tingkat.value = "indikator"
    p.nilai.cari.value = "1"
    maks = baris(p, "1")["maks"]
    isi_baris(p, "1", maks)
    assert baris(p, "1")["nilai"] == pytest.approx(maks)
    p.nilai.tingkat.value = "pertanyaan"
    p.nilai.cari.value = "1/1"
    assert baris(p, "1/1")["nilai"] == pytest.approx(baris(p, "1/1")["maks"])
    isi_baris(p, "1/2a", None)
    assert meja.isi.kosong


def test_points_stand_on_the_forms_scale_under_other_weights_too(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path)
    p.nilai.cari.value = "1/1"
    lama = baris(p, "1/1")["nilai"]
    geser(p, "kelembagaan", 40.0)
    p.nilai.cari.value = "1/1"
    assert baris(p, "1/1")["nilai"] == lama
    assert not baris(p, "1/1")["berubah"]


def test_a_document_that_arrives_makes_points_safe(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    lama = meja.kini.hasil.terdukung
    p.nilai.tab.value = "dokumen"
    kurang = [b for b in p.nilai.daftar.baris if b["jenis"] == "pilih" and b["nilai"] != "lengkap"]
    for b in kurang:
        isi_baris(p, b["kode"], "lengkap")
    assert meja.kini.hasil.terdukung > lama
    isi_baris(p, kurang[0]["kode"], "hilang")
    assert meja.isi.status[kurang[0]["kode"]] == "lengkap"
    isi_baris(p, kurang[0]["kode"], None)
    assert kurang[0]["kode"] not in meja.isi.status


def test_an_action_is_done_and_taken_back(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    p.nilai.tab.value = "kegiatan"
    b = p.nilai.daftar.baris[0]
    assert not b["mati"]
    isi_baris(p, b["kode"], True)
    assert not meja.isi.kosong
    assert baris(p, b["kode"])["nilai"] is True
    isi_baris(p, b["kode"], False)
    assert meja.isi.kosong


def test_an_action_that_no_plan_may_use_says_why_and_cannot_be_ticked(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    p.nilai.tab.value = "kegiatan"
    while not p.nilai.sesudah.disabled:
        p.nilai.sesudah.click()
    b = p.nilai.daftar.baris[-1]
    assert b["mati"]
    assert b["rinci"].startswith("Tidak bisa dipilih: ")
    isi_baris(p, b["kode"], True)
    assert meja.isi.kosong


def test_what_the_book_lacks_is_said(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path, "ogan-ilir-2024")
    p.nilai.tab.value = "dokumen"
    assert p.nilai.daftar.kosong.startswith("Dokumen belum dicatat dalam buku data ini.")
    assert p.nilai.daftar.baris == []
    p.nilai.tab.value = "kegiatan"
    assert "Kegiatan RAD belum dicatat" in p.nilai.daftar.kosong


def test_points_of_whole_klaster_are_changed_as_a_whole(tmp_path: Path) -> None:
    meja, p = papan(tmp_path, "sumbawa-2022")
    assert "klaster_1" in [b["kode"] for b in p.nilai.daftar.baris]
    maks = next(b for b in p.nilai.daftar.baris if b["kode"] == "klaster_1")["maks"]
    isi_baris(p, "klaster_1", maks)
    assert meja.isi.nilai == {"klaster_1": maks}


def semua_baris(p: Papan) -> list[dict[str, Any]]:
    """Return the rows of all pages, without the one that ticks them all."""
    hasil = [b for b in p.nilai.daftar.baris if not b.get("semua")]
    while not p.nilai.sesudah.disabled:
        p.nilai.sesudah.click()
        hasil += [b for b in p.nilai.daftar.baris if not b.get("semua")]
    return hasil


def test_rows_that_bring_most_come_first_and_stay_where_they_are_while_they_change(tmp_path: Path) -> None:
    meja, p = papan(tmp_path, "kota-contoh-2")
    ruang = [b["maks"] - (b["nilai"] or 0) for b in semua_baris(p) if "siklus berikutnya" not in b["rinci"]]
    assert ruang == sorted(ruang, reverse=True) and ruang[0] > ruang[-1]
    p.nilai.tab.value = "dokumen"
    poin = dict(zip(meja.siap.register["id_dokumen"], meja.siap.register["poin"].fillna(0.0), strict=True))
    bisa = [b for b in semua_baris(p) if b["nilai"] != "lengkap" and "hanya untuk siklus berikutnya" not in b["rinci"]]
    terbuka = [poin[b["kode"]] for b in bisa]
    assert terbuka == sorted(terbuka, reverse=True) and terbuka[0] > terbuka[-1]
    p.nilai.tab.value = "kegiatan"
    urut = [b["kode"] for b in semua_baris(p) if not b["mati"]]
    assert urut[0] == "R36", "7 points, whatever its code"
    p.nilai.tab.value = "nilai"
    pertama = [b["kode"] for b in p.nilai.daftar.baris]
    isi_baris(p, pertama[0], baris(p, pertama[0])["maks"])
    assert [b["kode"] for b in p.nilai.daftar.baris] == pertama


def test_all_documents_of_an_office_are_one_tick_one_step_and_plain_statuses_in_the_file(tmp_path: Path) -> None:
    meja, p = papan(tmp_path, "kota-contoh-2")
    p.nilai.tab.value = "dokumen"
    p.nilai.kantor.value = "UPTD PPA"
    (semua,) = [b for b in p.nilai.daftar.baris if b.get("semua")]
    assert semua["judul"] == "Semua dokumen UPTD PPA lengkap"
    assert semua["rinci"] == "2 dari 7 belum lengkap · 12 poin bergantung padanya"
    lama = meja.kini.hasil.terdukung
    isi_baris(p, "*", True)
    assert meja.isi.status == {"D135": "lengkap", "D136": "lengkap"}
    assert meja.kini.hasil.terdukung == pytest.approx(lama + 12)
    assert baris(p, "*")["nilai"] is True and baris(p, "D136")["nilai"] == "lengkap"
    simpan(p, "uptd lengkap")
    assert load_skenario(params_skenario(tmp_path / "skenario"), "uptd-lengkap").status == meja.isi.status
    p.urungkan.click()
    assert meja.isi.kosong and baris(p, "*")["nilai"] is False
    p.ulangi.click()
    isi_baris(p, "D136", "kurang")
    assert baris(p, "*")["nilai"] is False, "not all of them any more"
    isi_baris(p, "*", True)
    isi_baris(p, "*", False)
    assert meja.isi.kosong


def test_the_tick_for_all_takes_what_the_filters_show(tmp_path: Path) -> None:
    meja, p = papan(tmp_path, "kota-contoh-2")
    p.nilai.tab.value = "dokumen"
    assert baris(p, "*")["judul"] == "Semua dokumen lengkap, semua kantor"
    p.nilai.kantor.value, p.nilai.cari.value = "UPTD PPA", "inovasi"
    assert baris(p, "*")["judul"] == "Semua dokumen di daftar ini lengkap"
    isi_baris(p, "*", True)
    assert meja.isi.status == {"D135": "lengkap"}
    p.nilai.cari.value = ""
    p.nilai.kantor.value = "Pengadilan Agama"
    assert baris(p, "*")["mati"] and baris(p, "*")["rinci"] == "Semuanya sudah lengkap."
    isi_baris(p, "*", True)
    isi_baris(p, "*", "lengkap")
    assert meja.isi.status == {"D135": "lengkap"}


def test_all_documents_of_a_level_of_areas_are_one_tick_too(tmp_path: Path) -> None:
    meja, p = papan(tmp_path, "kota-contoh-2")
    p.nilai.tab.value = "dokumen"
    assert ("kecamatan (semua 12)", "wilayah:kecamatan") in p.nilai.kantor.options
    p.nilai.kantor.value = "wilayah:kecamatan"
    judul = {b["judul"] for b in semua_baris(p)}
    assert any("D155 Matriks Kawasan Tanpa Rokok kecamatan" in j for j in judul), "its own"
    assert any("D045" in j for j in judul), "of a question that every kecamatan answers"
    isi_baris(p, "*", True)
    assert len(meja.isi.status) == 1
    tanpa_wilayah = papan(tmp_path, "ogan-ilir-2024")[1].nilai.kantor.options
    assert not any(k.startswith("wilayah:") for _label, k in tanpa_wilayah)


def test_a_document_that_only_the_next_cycle_can_use_is_not_ticked_along(tmp_path: Path) -> None:
    meja, p = papan(tmp_path, "kota-contoh-2")
    p.nilai.tab.value = "dokumen"
    nanti = set(meja.siap.register.loc[meja.siap.register["nanti"], "id_dokumen"])
    belum = set(meja.siap.register.loc[meja.siap.register["status"] != "lengkap", "id_dokumen"])
    isi_baris(p, "*", True)
    assert nanti & belum, "the example has such a document"
    assert set(meja.isi.status) == belum - nanti


def test_questions_without_a_document_are_tried_as_documented_alone_and_all_at_once(tmp_path: Path) -> None:
    meja, p = papan(tmp_path, "ogan-ilir-2024")
    p.nilai.tab.value = "dokumen"
    p.nilai.jenis.value = "tanpa"
    b = next(b for b in p.nilai.daftar.baris if not b.get("semua"))
    isi_baris(p, b["kode"], True)
    assert meja.isi.berdokumen == (b["kode"],)
    assert "dianggap lengkap" in p.hasil.layar.bagian["ubahan"]
    isi_baris(p, b["kode"], False)
    assert meja.isi.kosong
    p.nilai.kantor.value = "Disdukcapil"
    isi_baris(p, "*", True)
    assert len(meja.isi.berdokumen) > 1
    assert meja.kini.perkiraan.p50 >= meja.siap.perkiraan.p50
    p.urungkan.click()
    assert meja.isi.kosong
    for salah in ("99/1", "1/99"):
        isi_baris(p, salah, True)
    isi_baris(p, b["kode"], None)
    assert meja.isi.kosong


def test_pages_hold_every_row_once() -> None:
    semua = [PilihanNilai(str(n), ("klaster_1",), f"baris {n}") for n in range(2 * HALAMAN + 1)]
    assert banyak_halaman(semua) == 3
    assert [b for n in (1, 2, 3) for b in halaman(semua, n)] == semua
    assert banyak_halaman([]) == 1
    assert saring(semua, "klaster_2", "") == []
