"""The plan of a book: the answer, the arithmetic behind it, what stands in the way, what it means for children."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kla_lib.data.buku import Buku, load_buku
from kla_lib.rules.daerah.daerah import load_daerah
from kla_lib.rules.jalur import load_jalur
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.kerja import load_kerja
from kla_lib.rules.rapat import path_buku
from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN
from kla_lib.scoring.rencana.kegiatan import Anggapan, DaftarKegiatan, Kegiatan, Tempat
from kla_lib.scoring.rencana.masalah import susun_masalah
from kla_lib.scoring.rencana.ramalan import ramalan_rencana
from kla_lib.scoring.rencana.rencana import Ramalan, Rencana, TujuanRencana
from kla_lib.scoring.rencana.susun import pilih_masa_depan
from kla_lib.views.rencana.kalimat_dasar import kalimat_dasar
from kla_lib.views.rencana.kalimat_rencana import (
    kalimat_dampak,
    kalimat_halangan,
    kalimat_rencana,
    kalimat_tidak_disarankan,
)
from tests.pembantu.berisi import berisi
from tests.pembantu.buku_uji import isi_buku, tabel, write_folder
from tests.pembantu.kerja_uji import kegiatan, nilai
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.perkiraan_uji import VERIFIKASI, susunan_contoh, undian_contoh, undian_kota
from tests.pembantu.turunan_uji import rencana_of

ANGGAPAN = Anggapan(load_kerja(PARAMS, 2024), load_jalur(PARAMS, 2024))
HABIS = date(2025, 3, 31)
LAIN = {"kelembagaan": 150, "klaster_2": 140, "klaster_3": 140, "klaster_4": 100, "klaster_5": 185, "kelana_dekela": 75}
AKTA = {"indikator": "4", "ukuran": "Anak berakta", "tahun": 2024, "wilayah": "kota-contoh", "nilai": 90} | {
    "satuan": "%",
    "jenis_sumber": "administrasi",
    "arah": "naik_baik",
    "sumber": "Uji",
}


def buku_kota(folder: Path, *rad: dict[str, Any], capaian: tuple[dict[str, Any], ...] = (), **kepala: Any) -> Buku:
    """Return a city with 794 points of marks, without documents: 790 by klaster, 4 of indikator 4."""
    lain = {"Capaian": tabel("Capaian", *capaian)} if capaian else {}
    if rad:
        lain["RAD"] = tabel("RAD", *rad)
    isi = isi_buku(
        *(["em", k, None, None, n] for k, n in LAIN.items()),
        *(["em", "klaster_1", "4", p, n] for p, n in {"4": 2, "5": 1, "6": 1}.items()),
        keterangan=kepala,
        **lain,
    )
    return load_buku(PARAMS, write_folder(isi, folder / "buku"))


def rencana(buku: Buku, sasaran: str = "utama", ramalan=None, uji=None, **minta: Any) -> Rencana:
    daftar = load_kategori(PARAMS, buku.keterangan.tahun_evaluasi)
    minta = TujuanRencana(sasaran, **({"tanggal": HABIS} | minta))
    return rencana_of(buku, nilai(buku), daftar, ANGGAPAN, minta, ramalan, uji)


def ids(r: Rencana) -> list[str]:
    return [t.kegiatan.id for t in r.kegiatan]


def buat(
    id_kegiatan: str, poin: float, anggaran: float | None = None, kode: str = "5/1", **lain: Any
) -> dict[str, Any]:
    return kegiatan(id_kegiatan, kode, "dokumen_ada", poin=poin, anggaran=anggaran, **lain)


@cache
def contoh() -> Buku:
    return load_buku(PARAMS, path_buku("contoh:kota-contoh"))


def test_the_plan_adds_up_from_the_start_over_its_actions_to_the_total(tmp_path: Path) -> None:
    r = rencana(buku_kota(tmp_path, buat("R1", 4, 3e6), buat("R2", 4, 5e6, "5/2"), buat("R3", 9, 9e6, "5/2")))
    assert (ids(r), r.biaya, r.tercapai, r.terbukti) == (["R1", "R2"], 8e6, True, True)
    assert (r.nilai_awal, r.nilai, r.nilai_em, r.kategori) == (794, 802, (794, 802), "utama")
    assert r.nilai_awal + sum(t.poin for t in r.kegiatan) == r.nilai


def test_a_total_exactly_on_the_edge_of_utama_is_not_enough(tmp_path: Path) -> None:
    assert not rencana(buku_kota(tmp_path, buat("R1", 6))).tercapai
    assert rencana(buku_kota(tmp_path, buat("R1", 6.01))).tercapai


def test_an_edge_that_begins_at_its_number_is_reached_exactly_there(tmp_path: Path) -> None:
    isi = isi_buku(["em", "kelembagaan", None, None, 160], ["em", "klaster_5", None, None, 205],
                   ["em", "klaster_3", None, None, 130], RAD=tabel("RAD", buat("R1", 5)))  # fmt: skip
    r = rencana(load_buku(PARAMS, write_folder(isi, tmp_path / "buku")), "pratama")
    assert (r.nilai, r.kategori, r.tercapai) == (500, "pratama", True)


def test_an_action_without_an_amount_is_not_free_and_is_counted_as_unknown(tmp_path: Path) -> None:
    r = rencana(buku_kota(tmp_path, buat("R1", 7), buat("R2", 7, 2e6, "5/2"), buat("R3", 1, 9e6, "5/3")))
    assert (ids(r), r.tanpa_anggaran) == (["R2"], 0)  # unknown counts as the middle amount, 5.5 million
    r = rencana(buku_kota(tmp_path, buat("R1", 7), buat("R2", 1, 2e6, "5/2")))
    assert (ids(r), r.biaya, r.tanpa_anggaran) == (["R1"], 0, 1)


def test_an_office_without_hours_is_named_with_what_it_holds_back(tmp_path: Path) -> None:
    rad = [buat(f"R{n}", 3, kode=f"5/{n}", opd="forum_anak") for n in (1, 2, 3)]
    buku = buku_kota(tmp_path, *rad, tanggal_data=date(2025, 3, 28))
    r = rencana(buku)  # two working days of two hours: one action of four hours
    assert (r.tercapai, r.nilai, r.kapasitas) == (False, 797, 4)
    (h,) = r.halangan[:1]
    assert (h.jenis, h.sebutan, h.poin, h.cukup) == ("kapasitas", "forum_anak", 6, True)
    kalimat = kalimat_halangan(h, load_daerah(PARAMS, "kota-contoh").nama_opd)
    assert kalimat.startswith("Jam Forum Anak tidak cukup sebelum tenggat") and "6 poin" in kalimat
    assert rencana(buku, tanggal=None).tercapai


def test_a_budget_a_deadline_and_the_next_cycle_are_named_as_what_stands_in_the_way(tmp_path: Path) -> None:
    buku = buku_kota(
        tmp_path,
        buat("R1", 4, 5e6),
        buat("R2", 4, 5e6, "5/2"),
        buat("R3", 3, 0, "5/3", tenggat="2025-06-01"),
        kegiatan("R4", "5/4", "siklus_berikutnya"),
    )
    r = rencana(buku, anggaran=6e6)
    assert (r.tercapai, r.nilai, r.kategori) == (False, 798, "nindya")
    halangan = {h.jenis: (h.cukup, h.kegiatan) for h in r.halangan}
    assert halangan["anggaran"] == (True, ())
    assert halangan["tenggat"] == (True, ("R3",))
    assert halangan["siklus"] == (False, ("R4",))


def test_an_unreachable_target_gives_the_best_that_is_and_what_is_missing(tmp_path: Path) -> None:
    """All klaster but one are full (885); of that one everything but R1 belongs to the next cycle: 887 at most."""
    penuh = {k.id: k.nilai_maksimal for k in contoh().instrumen.kepala.klaster if k.id != "klaster_1"}
    p = contoh().instrumen.pertanyaan
    soal = [f"{r.indikator}/{r.pertanyaan}" for r in p[p["klaster"] == "klaster_1"].itertuples()]
    rad = [kegiatan(f"S{n}", kode, "siklus_berikutnya") for n, kode in enumerate(soal) if kode != "5/1"]
    isi = isi_buku(
        *(["em", k, None, None, n] for k, n in penuh.items()),
        ["em", "klaster_1", "5", "1", 0],
        RAD=tabel("RAD", buat("R1", 2, poin_maks=2), *rad),
    )
    r = rencana(load_buku(PARAMS, write_folder(isi, tmp_path / "buku")), "kla")
    assert (ids(r), r.tercapai, r.nilai, r.kategori) == (["R1"], False, 887, "utama")
    assert r.em is not None and (r.em.jangkauan, r.em.tertinggi) == ("tidak", 887)
    assert "KLA tidak terjangkau" in kalimat_rencana(r)
    assert "naik dari 885 menjadi paling tinggi 887, masih 13 poin di bawah ambangnya" in kalimat_rencana(r)


def test_a_book_without_actions_names_the_open_question_that_would_be_enough(tmp_path: Path) -> None:
    r = rencana(buku_kota(tmp_path))
    assert (ids(r), r.tercapai, r.nilai, r.belum_dicatat) == (["5/1"], False, 794, ("RAD", "Data dukung", "Capaian"))
    assert r.em is not None and r.em.jangkauan == "bila_dijawab"
    assert (r.nilai_em, [(t.poin, t.em) for t in r.kegiatan]) == ((794, 804), [(0, (0, 10))])
    assert "Utama terjangkau hanya bila jawaban yang belum ada atau belum penuh ditambah" in kalimat_rencana(r)
    assert "perlu lebih dari 6 poin lagi" in kalimat_rencana(r)
    assert any("RAD belum dicatat" in k for k in kalimat_dasar(r, ANGGAPAN.jalur))


def test_a_target_already_reached_needs_no_plan(tmp_path: Path) -> None:
    r = rencana(buku_kota(tmp_path, buat("R1", 2)), "nindya")
    assert (ids(r), r.tercapai, r.kelompok) == ([], True, None)
    assert "Nindya sudah tercapai tanpa kegiatan" in kalimat_rencana(r)


def test_a_plan_that_hides_cases_is_not_advised_and_says_why(tmp_path: Path) -> None:
    buku = buku_kota(tmp_path, buat("R1", 9, 0, kegiatan="Menurunkan jumlah kasus terlapor"), buat("R2", 9, 9e6, "5/2"))
    r = rencana(buku)
    assert ids(r) == ["R2"]
    (kalimat,) = kalimat_tidak_disarankan(r)
    assert "Tidak disarankan: R1" in kalimat and "bukan kasus yang tidak terjadi" in kalimat


def test_every_plan_names_the_measure_it_touches_and_whether_it_can_change_it(tmp_path: Path) -> None:
    layanan = kegiatan("R1", "4/4", "masih_bisa_dibuat", kegiatan="Membuka layanan akta keliling", poin=3)
    r = rencana(buku_kota(tmp_path, layanan, buat("R2", 9, kode="5/2"), capaian=(AKTA,)), "utama")
    assert (ids(r), r.mengubah) == (["R2"], False)
    kalimat = " ".join(kalimat_dampak(r))
    assert "Tidak satu pun kegiatan rencana ini mengubah ukuran bagi anak" in kalimat
    assert "R1; tetap layak dikerjakan" in kalimat
    r = rencana(buku_kota(tmp_path, layanan, buat("R2", 4, kode="5/2"), capaian=(AKTA,)), "utama")
    assert (ids(r), r.mengubah) == (["R1", "R2"], True)
    (d,) = r.dampak
    assert (d.ukuran, d.nilai, d.mengubah) == ("Anak berakta", 90, ("R1",))
    assert "Yang dapat ikut mengubah ukuran itu: R1." in kalimat_dampak(r)


def test_writing_a_report_on_past_work_changes_no_measure(tmp_path: Path) -> None:
    lapor = kegiatan("R1", "4/4", "masih_bisa_dibuat", kegiatan="Menyusun laporan akta", poin=3)
    r = rencana(buku_kota(tmp_path, lapor, buat("R2", 4, kode="5/2"), capaian=(AKTA,)))
    assert ids(r) == ["R1", "R2"] and not r.mengubah


def test_a_survey_and_a_routine_count_of_one_measure_stay_two_measures(tmp_path: Path) -> None:
    survei = AKTA | {"jenis_sumber": "survei", "nilai": 80}
    lama = AKTA | {"tahun": 2023, "nilai": 10}
    r = rencana(buku_kota(tmp_path, buat("R1", 3, kode="4/4"), buat("R2", 4, kode="5/2"), capaian=(lama, AKTA, survei)))
    assert [(d.jenis_sumber, d.nilai) for d in r.dampak] == [("administrasi", 90), ("survei", 80)]


def buku_cukup(folder: Path, *rad: dict[str, Any]) -> Buku:
    """Return a city whose recorded points (804) leave the target open to documents alone."""
    isi = isi_buku(
        *(["em", k, None, None, n] for k, n in (LAIN | {"kelembagaan": 164}).items()), RAD=tabel("RAD", *rad)
    )
    return load_buku(PARAMS, write_folder(isi, folder / "buku"))


def ramalan(total: list[float], lengkap: float = 0.9, kini: float = 0.4) -> Ramalan:
    satu = np.ones(len(total))
    bagian = {nama: satu * (lengkap if nama == "lengkap" else kini) for nama in KEADAAN_DOKUMEN}
    return Ramalan(np.array(total), bagian, satu * lengkap)


def test_for_a_chance_the_plan_counts_what_survives(tmp_path: Path) -> None:
    """Five points of which 0.9 survive lift 796 to 800.5; four only to 799.6."""
    buku = buku_cukup(tmp_path, buat("R1", 4, 1e6), buat("R2", 5, 9e6, "5/2"))
    r = rencana(buku, ramalan=ramalan([796.0] * 8 + [100.0] * 2), peluang=0.8)
    assert (ids(r), r.tercapai, r.terbukti) == (["R2"], True, True)
    assert r.kemungkinan is not None
    assert (r.kemungkinan.peluang.besaran, r.kemungkinan.tanpa_kegiatan.besaran) == (0.8, 0)
    assert r.kemungkinan.kurva == ((0, 0), (9e6, 0.8))


def test_a_chance_out_of_reach_gives_the_nearest_plan_and_the_chance_it_has(tmp_path: Path) -> None:
    buku = buku_cukup(tmp_path, buat("R1", 4, 1e6), buat("R2", 5, 9e6, "5/2"))
    r = rencana(buku, ramalan=ramalan([796.0] * 5 + [100.0] * 5), peluang=0.8)
    assert (ids(r), r.tercapai) == (["R2"], False)
    assert r.kemungkinan is not None and r.kemungkinan.tertinggi == 0.5
    assert "Peluang 8 dari 10 yang diminta tidak tercapai" in kalimat_rencana(r)


def test_the_range_of_a_chance_is_that_over_the_settings(tmp_path: Path) -> None:
    buku = buku_kota(tmp_path, buat("R1", 9, 1e6))
    uji = {UTAMA: ramalan([800.0] * 6 + [0.0] * 4), "menentukan": ramalan([800.0] * 9 + [0.0])}
    r = rencana(buku, ramalan=ramalan([800.0] * 10), uji=uji, peluang=0.8)
    assert r.kemungkinan is not None
    assert (r.kemungkinan.peluang.besaran, r.kemungkinan.rentang, r.kemungkinan.contoh.besaran) == (0.6, (0.6, 0.9), 1)
    assert "kira-kira 6 dari 10 (bisa 6 sampai 9)" in kalimat_rencana(r)


def test_a_chance_that_cannot_be_forecast_is_said_to_be_unknown(tmp_path: Path) -> None:
    r = rencana(buku_kota(tmp_path, buat("R1", 9)), peluang=0.8)
    assert (ids(r), r.kemungkinan) == (["R1"], None)
    assert "Peluangnya tidak bisa diperkirakan dari tahap ini." in kalimat_rencana(r)


def test_kota_contoh_reaches_nindya_on_paper_and_its_arithmetic_holds() -> None:
    r = rencana(contoh(), "nindya")
    assert r.tercapai and r.terbukti and r.kategori == "nindya" and r.nilai > 700
    assert r.nilai_awal == 592.5
    assert r.nilai_awal + sum(t.poin for t in r.kegiatan) == pytest.approx(r.nilai)
    assert r.biaya == sum(t.kegiatan.biaya or 0 for t in r.kegiatan)
    assert r.kelompok is not None and set(r.kelompok.inti) <= set(ids(r))
    assert not {"R02", "R14", "R21", "R39"} & set(ids(r))  # of the next cycle
    assert not {"R44", "R45"} <= set(ids(r))  # they exclude each other
    for t in berisi(r.kegiatan):
        assert set(t.kegiatan.butuh) <= set(ids(r))


def test_kota_contoh_documents_no_more_than_nindya_and_no_action_alone_would_be_enough() -> None:
    r = rencana(contoh(), "utama")
    assert (r.tercapai, r.terbukti, r.kategori, r.nilai) == (False, True, "nindya", 711)
    assert {h.jenis for h in r.halangan} >= {"poin_maks", "siklus"}
    assert not any(h.cukup for h in r.halangan if h.jenis != "poin_maks")


def test_the_forecast_of_kota_contoh_gives_a_plan_that_helps_and_a_rising_curve() -> None:
    buku = contoh()
    susunan = susunan_contoh("kota-contoh")
    segar = undian_kota(susunan.diklaim, seed=VERIFIKASI.seed + 1)
    bahan = ramalan_rencana(susunan, undian_contoh("kota-contoh"), segar)
    r = rencana(buku, "madya", *bahan, peluang=0.8)
    k = r.kemungkinan
    assert k is not None
    assert k.rentang[0] <= k.peluang.besaran <= k.rentang[1]
    assert k.peluang.besaran > k.tanpa_kegiatan.besaran + 3 * k.peluang.galat
    assert [b for b, _p in k.kurva] == sorted(b for b, _p in k.kurva)
    assert "Peluang 8 dari 10 yang diminta tidak tercapai" in kalimat_rencana(r)


def test_a_choice_is_made_under_the_main_setting_and_tested_under_all_on_other_draws() -> None:
    susunan = susunan_contoh("kota-contoh")
    segar = undian_kota(susunan.diklaim, seed=VERIFIKASI.seed + 1)
    pilih, uji = ramalan_rencana(susunan, undian_contoh("kota-contoh"), segar)
    assert list(uji) == [UTAMA, *(n for n in VERIFIKASI.setelan if n != UTAMA)]
    assert not np.array_equal(pilih.total, uji[UTAMA].total)
    assert np.median(pilih.total) == pytest.approx(np.median(uji[UTAMA].total), abs=5)


@pytest.mark.parametrize(("banyak", "harap"), [(10, 400), (60, 100), (900, 50)])
def test_a_chance_is_exact_over_fewer_futures_where_the_choice_decides_too_many(banyak: int, harap: int) -> None:
    kegiatan = tuple(
        Kegiatan(f"R{n:03}", "rad", "rad", "", "a", (("klaster_1", "4", str(n)),), None, (1.0, 1.0, 1.0), 1.0, 1.0)
        for n in range(banyak)
    )
    tempat = tuple(Tempat(k.kode[0], 1.0, ((k.id, k.poin),), False, "", 0.0, "a") for k in kegiatan)
    daftar = DaftarKegiatan("em", 0.0, kegiatan, tempat, ())
    r = Ramalan(np.linspace(0, banyak, 1_000), {"lengkap": np.ones(1_000)}, np.ones(1_000))
    assert len(pilih_masa_depan(daftar, susun_masalah(daftar, np.inf), r, float(banyak)).dasar) == harap
