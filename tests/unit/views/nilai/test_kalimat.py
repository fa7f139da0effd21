"""Sentences follow the numbers by rule."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kla_lib.rules.daerah.riwayat import AkhirResmi
from kla_lib.rules.sumber import Rujukan
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.nilai.kalimat import lanjutan_paket, lanjutan_rapat, utama_paket
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.spanduk import teks_spanduk
from tests.pembantu.berisi import berisi
from tests.pembantu.buku_uji import tabel
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan, nilai


def test_ogan_ilir_2024_below_its_first_sentence() -> None:
    k = keadaan_contoh("ogan-ilir-2024")
    assert lanjutan_rapat(k) == [
        "Nilai evaluasi mandiri (EM) ini setara Nindya; dokumen belum dicatat.",
        "Perkiraan nilai akhir kira-kira 560; separuh kemungkinan antara 480 dan 630, "
        "sembilan dari sepuluh antara 330 dan 700.",
        "Yang paling mungkin: Pratama, kira-kira 4 dari 10.",
        "Utama atau lebih tinggi: belum terjangkau tanpa tambahan nilai EM; bila seluruh rencana selesai, "
        "kurang dari 1 dari 100.",
        "Madya atau lebih tinggi: kira-kira 4 dari 10 (bisa 3 sampai 4); bila seluruh rencana selesai, "
        "kira-kira 4 dari 10.",
        "Bila semua dokumen yang masih bisa dilengkapi (771,81 poin) lengkap, nilai akhir naik kira-kira 110 poin "
        "menjadi kira-kira 670, "
        "dan peluang Madya menjadi kira-kira 8 dari 10.",
        "Buktinya tipis: 23 pasangan nilai, 41 perpindahan kategori; anggapan kami ada di bawah.",
        "Dokumen belum dicatat, jadi perkiraan ini hanya memakai pengalaman daerah lain.",
        "Ini bukan nilai resmi.",
    ]


def test_what_a_forecast_without_documents_rests_on_follows_the_record_and_the_stage(tmp_path: Path) -> None:
    k = keadaan_contoh("ogan-ilir-2024")
    akhir = AkhirResmi(tahun=2023, kategori="madya", sumber=Rujukan(dokumen="SK Menteri", letak="lampiran"))
    berekor = replace(k, daerah=replace(k.daerah, riwayat=(akhir,)))
    kata = "jadi perkiraan ini hanya memakai pengalaman daerah lain dan kategori kita sebelumnya."
    assert f"Dokumen belum dicatat, {kata}" in lanjutan_rapat(berekor)
    periksa = " ".join(lanjutan_rapat(keadaan(tmp_path, *nilai(640, "va"), tahap="va")))
    assert "pengalaman daerah lain" not in periksa, "a verifier has seen the documents"


def test_sumbawa_2022_speaks_of_final_points_and_not_of_documents() -> None:
    k = keadaan_contoh("sumbawa-2022")
    assert lanjutan_rapat(k) == ["Nilai ini dikutip dari sumber di bawah; kategorinya ditetapkan Kementerian PPPA."]
    assert utama_paket(k.klaster("klaster_3")) == "94,5 dari 150 poin diberikan."


def test_kota_bekasi_has_measurements_but_no_points() -> None:
    k = keadaan_contoh("kota-bekasi")
    lanjutan = lanjutan_rapat(k)
    assert lanjutan[0] == (
        "Prevalensi stunting (survei) 10,3 % (2023), target 9,73 % belum tercapai, turun dari 13,8 % (2021), "
        "kurang dari 4 poin persen sehingga disebut tetap."
    )
    assert lanjutan[1].startswith(
        "Cakupan Kartu Identitas Anak (KIA) (administrasi) 499.611 dari 676.542, 73,85 % (2025)"
    )
    assert lanjutan[-3].startswith("Indeks hak anak 2025: belum ada nilai")
    assert "tahun 2024 tanpa penghargaan" in lanjutan[-1]
    assert lanjutan[-2].startswith("Nilai KLA yang terbit. 2024: 742,34 (tahap tidak disebut")
    assert utama_paket(k.klaster("klaster_3")).endswith(
        "1 dari 2 target tercapai. Poin KLA per pertanyaan belum dicatat."
    )
    assert utama_paket(k.klaster("klaster_2")) == "Nilai klaster ini belum dicatat dalam buku data."


def test_with_documents_both_scores_are_named() -> None:
    kalimat = lanjutan_rapat(keadaan_contoh("kota-contoh-1"))
    assert kalimat[0] == (
        "Nilai evaluasi mandiri (EM) ini setara Nindya bila berhenti di sini; "
        "yang berdokumen lengkap 596, setara Pratama."
    )
    assert "Tahap ini ditutup 31 Maret 2025." in kalimat
    assert "Dokumen tercatat untuk 214 dari 274 pertanyaan." in kalimat


@pytest.mark.parametrize("total", [800, 800.25, 950])
def test_a_target_that_the_points_reach_has_a_chance(tmp_path: Path, total: float) -> None:
    k = keadaan(tmp_path, *nilai(total))
    p = k.perkiraan
    assert p is not None
    (sasaran,) = (x for x in lanjutan_rapat(k) if x.startswith("Utama atau lebih tinggi: "))
    peluang = sebut_peluang(p.mencapai["utama"], p.rentang_mencapai["utama"])
    kini = "belum terjangkau tanpa tambahan nilai EM" if total == 800 else peluang
    assert sasaran.removeprefix("Utama atau lebih tinggi: ").split(";")[0].rstrip(".") == kini


@pytest.mark.parametrize("total", [420, 640, 800, 950])
@pytest.mark.parametrize("tahap", ["em", "va", "vl"])
def test_every_number_of_the_forecast_is_that_of_the_forecast(tmp_path: Path, total: float, tahap: str) -> None:
    k = keadaan(tmp_path, *nilai(total, tahap), tahap=tahap)
    kalimat, p = lanjutan_rapat(k), k.perkiraan
    assert p is not None
    disebut = [int(n) for n in re.findall(r"\d+", kalimat[1])]
    assert disebut == [round(x, -1) for x in (p.p50, p.p25, p.p75, p.p05, p.p95)]
    for letak, bagian in berisi([("p05", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95)]):
        assert (p.total < getattr(p, letak)).mean() <= bagian <= (p.total <= getattr(p, letak)).mean()
    mungkin = max(p.peluang, key=lambda x: p.peluang[x])
    assert f"{sebut_peluang(p.peluang[mungkin])}." in kalimat[2]
    utama = next(x for x in kalimat if x.startswith("Utama atau lebih tinggi: "))
    assert ("belum terjangkau" in utama) is not p.terjangkau["utama"]


def test_below_the_lowest_edge_a_region_may_not_have_been_assessed_at_all(tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(420))
    assert lanjutan_rapat(k)[2] == "Yang paling mungkin: di bawah 500 atau tidak dinilai, lebih dari 9 dari 10."


def test_only_claimed_points_bound_the_final_score(tmp_path: Path) -> None:
    klaim, periksa = (keadaan(tmp_path / t, *nilai(790, t), tahap=t).perkiraan for t in ("em", "va"))
    assert klaim is not None and periksa is not None
    assert not klaim.terjangkau["utama"] and klaim.total.max() <= 790
    assert periksa.terjangkau["utama"], "a verifier's points may grow until the final, and the claimed are not known"


@pytest.mark.parametrize("total", [420, 640, 800, 950])
@pytest.mark.parametrize("tahap", ["em", "va", "vl", "vf"])
def test_no_sentence_speaks_like_a_statistician_or_an_authority(tmp_path: Path, total: float, tahap: str) -> None:
    kalimat = " ".join(lanjutan_rapat(keadaan(tmp_path, *nilai(total, tahap), tahap=tahap)))
    assert not re.search(r"%|selang kepercayaan|\b0 dari 10\b|\b10 dari 10\b", kalimat)
    assert ("bukan nilai resmi" in kalimat) is (tahap != "vf")


def test_where_the_target_is_out_of_reach_the_best_fair_chance_is_named(tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(790))
    p = k.perkiraan
    assert p is not None
    assert [x for x in p.mencapai if p.mencapai[x] >= 0.05][-1] == "nindya"
    kalimat = [x for x in lanjutan_rapat(k) if " atau lebih tinggi: " in x]
    peluang = sebut_peluang(p.mencapai["nindya"], p.rentang_mencapai["nindya"])
    assert [x.split(" ")[0] for x in kalimat] == ["Utama", "Nindya"]
    assert kalimat[1].startswith(f"Nindya atau lebih tinggi: {peluang}")


def test_half_entered_marks_are_forecast_from_what_is_recorded() -> None:
    kalimat = lanjutan_rapat(keadaan_contoh("kota-contoh-1"))
    assert kalimat[1].startswith("Perkiraan nilai akhir, dari poin yang sudah tercatat, kira-kira 580; ")


def test_nothing_is_forecast_from_zero_points(tmp_path: Path) -> None:
    k = keadaan(tmp_path, ["em", "klaster_1", "", "", "0"])
    assert k.perkiraan is None
    assert "perkiraan" not in " ".join(lanjutan_rapat(k))


@pytest.mark.parametrize(("total", "dekat"), [(801, True), (801.01, False), (699, True), (750, False)])
def test_a_score_near_an_edge_is_flagged(tmp_path: Path, total: float, dekat: bool) -> None:
    kalimat = lanjutan_rapat(keadaan(tmp_path, *nilai(total)))
    assert any("aturan untuk pecahan belum pasti" in k for k in kalimat) is dekat


def test_what_is_not_safe_is_named_by_its_reason() -> None:
    kalimat = lanjutan_paket(keadaan_contoh("kota-contoh-1").klaster("klaster_3"))
    assert kalimat[0] == (
        "Belum aman: 14,25 poin dokumennya kurang dan 9,5 poin dokumennya belum dicatat atau belum diperiksa."
    )
    assert kalimat[1].startswith("35 poin masih tersedia, paling banyak di indikator 17 Kawasan tanpa rokok")


def test_a_full_klaster_has_nothing_left(tmp_path: Path) -> None:
    paket = keadaan(tmp_path, ["em", "klaster_1", "", "", "115"]).klaster("klaster_1")
    assert lanjutan_paket(paket) == ["Tidak ada poin yang tersisa di klaster ini."]


def test_a_klaster_without_marks_is_not_zero(tmp_path: Path) -> None:
    paket = keadaan(tmp_path, ["em", "klaster_1", "", "", "0"]).klaster("klaster_2")
    assert paket.nilai is None
    assert utama_paket(paket) == "Nilai klaster ini belum dicatat dalam buku data."


def test_documents_recorded_but_none_needed_leave_nothing_unsafe(tmp_path: Path) -> None:
    dokumen = tabel("Data dukung", {"id_dokumen": "D1", "judul": "SK", "status": "lengkap"})
    k = keadaan(tmp_path, ["em", "klaster_1", "", "", "0"], Data_dukung=dokumen)
    assert k.hasil is not None
    assert k.hasil.terdukung is None, "documents that serve no question support nothing"


def test_a_stage_that_is_not_marked_yet_is_not_called_measurements_only(tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(700, "em"), tahap="va")
    assert k.hasil is None
    assert kalimat_jarak(k) == "Nilai verifikasi administrasi (VA) Kota Contoh belum dicatat dalam buku data."
    assert teks_spanduk(k)[1:] == ["Buku data ini belum memuat nilai verifikasi administrasi (VA)."]
