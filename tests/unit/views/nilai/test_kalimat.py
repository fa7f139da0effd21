"""Sentences follow the numbers by rule."""

import re
from pathlib import Path

import pytest

from kla_lib.bahasa import format_angka
from kla_lib.views.nilai.kalimat import lanjutan_paket, lanjutan_rapat, utama_paket, utama_rapat
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.spanduk import teks_spanduk
from tests.pembantu.buku_uji import tabel
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan, nilai


def test_ogan_ilir_2024_in_one_sentence() -> None:
    k = keadaan_contoh("ogan-ilir-2024")
    assert utama_rapat(k) == "Nilai evaluasi mandiri (EM) kita 771,81, setara Nindya; dokumen belum dicatat."
    assert lanjutan_rapat(k) == [
        "Menurut perkiraan kami, nilai akhir jatuh antara 122 dan 671 (9 dari 10 kemungkinan).",
        "Utama mulai di atas 800: belum terjangkau tanpa tambahan nilai EM; masih perlu lebih dari 28,19 poin.",
        "Yang paling mungkin: di bawah Pratama, kira-kira 6 dari 10.",
        "Peluang nilai akhir mencapai Madya kira-kira 2 dari 10.",
        "Buktinya tipis: 10 pasangan nilai dari berita; anggapan kami ada di bawah.",
        "Dokumen belum dicatat, jadi perkiraan ini hanya memakai pengalaman daerah lain.",
        "Ini bukan nilai resmi.",
    ]


def test_sumbawa_2022_speaks_of_final_points_and_not_of_documents() -> None:
    k = keadaan_contoh("sumbawa-2022")
    assert utama_rapat(k) == "Nilai akhir kita 505,85, setara Pratama."
    assert lanjutan_rapat(k) == [
        "Madya mulai di atas 600: masih perlu lebih dari 94,15 poin.",
        "Nilai ini dikutip dari sumber di bawah; kategorinya ditetapkan Kementerian PPPA.",
    ]
    assert utama_paket(k.klaster("klaster_3")) == "94,5 dari 150 poin diberikan."


def test_kota_bekasi_has_measurements_but_no_points() -> None:
    k = keadaan_contoh("kota-bekasi")
    assert utama_rapat(k) == "Nilai Kota Bekasi belum dicatat dalam buku data; yang ada baru capaian."
    assert lanjutan_rapat(k) == []
    assert utama_paket(k.klaster("klaster_3")) == "Nilai klaster ini belum dicatat dalam buku data."


def test_with_documents_the_sentence_names_both_scores() -> None:
    k = keadaan_contoh("kota-contoh-1")
    assert utama_rapat(k) == (
        "Nilai evaluasi mandiri (EM) kita sementara 763,25, setara Nindya bila berhenti di sini; "
        "yang berdokumen lengkap 596, setara Pratama."
    )
    assert "12 pertanyaan belum dinilai, jadi jumlah ini belum lengkap." in lanjutan_rapat(k)
    assert "Tahap ini ditutup 31 Maret 2025." in lanjutan_rapat(k)
    assert "Dokumen tercatat untuk 214 dari 274 pertanyaan." in lanjutan_rapat(k)


@pytest.mark.parametrize(
    ("total", "kalimat"),
    [
        (799.5, "belum terjangkau tanpa tambahan nilai EM; masih perlu lebih dari 0,5 poin."),
        (800, "nilai kita tepat di ambangnya, jadi belum terjangkau tanpa tambahan nilai EM."),
        (
            800.25,
            "di atas kertas tercapai, selisihnya 0,25 poin; peluang nilai akhir mencapainya kurang dari 1 dari 10.",
        ),
        (
            950,
            "di atas kertas tercapai, selisihnya 150 poin; peluang nilai akhir mencapainya kira-kira 1 dari 10.",
        ),
    ],
)
def test_the_distance_to_the_target(tmp_path: Path, total: float, kalimat: str) -> None:
    assert lanjutan_rapat(keadaan(tmp_path, *nilai(total)))[1] == f"Utama mulai di atas 800: {kalimat}"


@pytest.mark.parametrize(
    ("total", "kalimat"),
    [
        (799.5, "masih perlu lebih dari 0,5 poin."),
        (800, "nilai kita tepat di ambangnya, jadi belum tercapai."),
        (812.25, "di atas kertas tercapai, selisihnya 12,25 poin."),
    ],
)
def test_a_final_score_is_measured_without_chances(tmp_path: Path, total: float, kalimat: str) -> None:
    k = keadaan(tmp_path, *nilai(total, "vf"), tahap="vf")
    assert k.perkiraan is None
    assert lanjutan_rapat(k)[0] == f"Utama mulai di atas 800: {kalimat}"


def test_on_the_edge_of_pratama_no_point_may_be_lost(tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(500), sasaran="pratama")
    assert lanjutan_rapat(k)[1] == (
        "Pratama mulai pada 500: nilai kita tepat di ambangnya, jadi tidak satu poin pun boleh hilang."
    )


def test_the_edge_of_pratama_is_reached_at_500(tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(500, "vf"), tahap="vf", sasaran="pratama")
    assert lanjutan_rapat(k)[0] == "Pratama mulai pada 500: di atas kertas tercapai, selisihnya 0 poin."


@pytest.mark.parametrize("total", [420, 640, 800, 950])
@pytest.mark.parametrize("tahap", ["em", "va", "vl"])
def test_every_number_of_the_forecast_is_that_of_the_forecast(tmp_path: Path, total: float, tahap: str) -> None:
    k = keadaan(tmp_path, *nilai(total, tahap), tahap=tahap)
    kalimat, p = lanjutan_rapat(k), k.perkiraan
    assert p is not None
    p05, p95, dari = re.findall(r"antara ([\d.]+) dan ([\d.]+) \(9 dari (\d+) kemungkinan\)", kalimat[0])[0]
    assert (p05, p95, dari) == (format_angka(p.p05, 0), format_angka(p.p95, 0), "10")
    assert (p.total < p.p05).mean() <= 0.05
    assert (p.total > p.p95).mean() <= 0.05
    utama = k.kategori["utama"]
    if total <= utama.besaran:
        assert f"belum terjangkau tanpa tambahan nilai {tahap.upper()}" in kalimat[1]
    else:
        capai = float((p.total > utama.besaran).mean())
        assert kalimat[1].endswith(f"mencapainya {sebut_peluang(capai)}.")


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
    assert "dari poin yang sudah tercatat nilai akhir jatuh antara 141 dan 697" in lanjutan_rapat(k)[0]


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
    assert utama_rapat(k) == "Nilai verifikasi administrasi (VA) Kota Contoh belum dicatat dalam buku data."
    assert teks_spanduk(k)[1:] == ["Buku data ini belum memuat nilai verifikasi administrasi (VA)."]
