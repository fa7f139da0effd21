"""Sentences follow the numbers by rule."""

import re
from pathlib import Path

import pytest

from kla_lib.bahasa import format_angka
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.nilai.kalimat import lanjutan_paket, lanjutan_rapat, utama_paket
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.spanduk import teks_spanduk
from tests.pembantu.buku_uji import tabel
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan, nilai


def test_ogan_ilir_2024_below_its_first_sentence() -> None:
    k = keadaan_contoh("ogan-ilir-2024")
    assert lanjutan_rapat(k) == [
        "Nilai evaluasi mandiri (EM) ini setara Nindya; dokumen belum dicatat.",
        "Menurut perkiraan kami, nilai akhir jatuh antara 122 dan 671 (9 dari 10 kemungkinan).",
        "Yang paling mungkin: di bawah Pratama, kira-kira 6 dari 10.",
        "Peluang nilai akhir mencapai Madya kira-kira 2 dari 10.",
        "Buktinya tipis: 10 pasangan nilai dari berita; anggapan kami ada di bawah.",
        "Dokumen belum dicatat, jadi perkiraan ini hanya memakai pengalaman daerah lain.",
        "Ini bukan nilai resmi.",
    ]


def test_sumbawa_2022_speaks_of_final_points_and_not_of_documents() -> None:
    k = keadaan_contoh("sumbawa-2022")
    assert lanjutan_rapat(k) == ["Nilai ini dikutip dari sumber di bawah; kategorinya ditetapkan Kementerian PPPA."]
    assert utama_paket(k.klaster("klaster_3")) == "94,5 dari 150 poin diberikan."


def test_kota_bekasi_has_measurements_but_no_points() -> None:
    k = keadaan_contoh("kota-bekasi")
    assert lanjutan_rapat(k) == []
    assert utama_paket(k.klaster("klaster_3")) == "Nilai klaster ini belum dicatat dalam buku data."


def test_with_documents_both_scores_are_named() -> None:
    kalimat = lanjutan_rapat(keadaan_contoh("kota-contoh-1"))
    assert kalimat[0] == (
        "Nilai evaluasi mandiri (EM) ini setara Nindya bila berhenti di sini; "
        "yang berdokumen lengkap 596, setara Pratama."
    )
    assert "Tahap ini ditutup 31 Maret 2025." in kalimat
    assert "Dokumen tercatat untuk 214 dari 274 pertanyaan." in kalimat


@pytest.mark.parametrize(
    ("total", "peluang"), [(800, None), (800.25, "kurang dari 1 dari 10"), (950, "kira-kira 1 dari 10")]
)
def test_a_target_that_the_points_reach_has_a_chance(tmp_path: Path, total: float, peluang: str | None) -> None:
    sasaran = [k for k in lanjutan_rapat(keadaan(tmp_path, *nilai(total))) if "mencapai Utama" in k]
    assert sasaran == ([] if peluang is None else [f"Peluang nilai akhir mencapai Utama {peluang}."])


@pytest.mark.parametrize("total", [420, 640, 800, 950])
@pytest.mark.parametrize("tahap", ["em", "va", "vl"])
def test_every_number_of_the_forecast_is_that_of_the_forecast(tmp_path: Path, total: float, tahap: str) -> None:
    k = keadaan(tmp_path, *nilai(total, tahap), tahap=tahap)
    kalimat, p = lanjutan_rapat(k), k.perkiraan
    assert p is not None
    p05, p95, dari = re.findall(r"antara ([\d.]+) dan ([\d.]+) \(9 dari (\d+) kemungkinan\)", kalimat[1])[0]
    assert (p05, p95, dari) == (format_angka(p.p05, 0), format_angka(p.p95, 0), "10")
    assert (p.total < p.p05).mean() <= 0.05
    assert (p.total > p.p95).mean() <= 0.05
    utama = k.kategori["utama"]
    capai = sebut_peluang(float((p.total > utama.besaran).mean()))
    assert (f"Peluang nilai akhir mencapai Utama {capai}." in kalimat) is (total > utama.besaran)


@pytest.mark.parametrize("total", [420, 640, 800, 950])
@pytest.mark.parametrize("tahap", ["em", "va", "vl", "vf"])
def test_no_sentence_speaks_like_a_statistician_or_an_authority(tmp_path: Path, total: float, tahap: str) -> None:
    kalimat = " ".join(lanjutan_rapat(keadaan(tmp_path, *nilai(total, tahap), tahap=tahap)))
    assert not re.search(r"%|selang kepercayaan|\b0 dari 10|10 dari 10", kalimat)
    assert ("bukan nilai resmi" in kalimat) is (tahap != "vf")


def test_where_the_target_is_out_of_reach_the_best_fair_chance_is_named(tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(790, "va"), tahap="va")
    p = k.perkiraan
    assert p is not None
    assert p.mencapai["nindya"] >= 0.05
    assert f"Peluang nilai akhir mencapai Nindya {sebut_peluang(p.mencapai['nindya'])}." in lanjutan_rapat(k)


def test_half_entered_marks_are_forecast_from_what_is_recorded() -> None:
    k = keadaan_contoh("kota-contoh-1")
    assert "dari poin yang sudah tercatat nilai akhir jatuh antara 141 dan 697" in lanjutan_rapat(k)[1]


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
