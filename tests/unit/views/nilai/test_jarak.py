"""The one sentence that opens every page: each variant is a sentence, and no two pages differ by a word."""

from pathlib import Path

import pytest

from kla_lib.bahasa import dalam_bahasa, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.pimpinan import berkas_pimpinan
from kla_lib.publish.halaman.sesi import berkas_sesi
from kla_lib.rules.skenario import PRIORITAS_KERJA, IsiSkenario
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.nilai.kalimat import kalimat_rapat
from kla_lib.views.skenario.kalimat import daftar_kalimat
from tests.pembantu.berisi import berisi
from tests.pembantu.jarak_uji import DASAR, PENUH, keadaan_jarak, rad_nanti
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan, nilai

KALIMAT = {
    "kota-contoh-2": "EM 769,5 sekarang; 9 pertanyaan terbuka (20,75 poin) bisa membawanya ke 769,5 sampai 790,25. "
    "Utama perlu lebih dari 30,5 lagi: semua yang terbuka, lalu lebih dari 9,75 dari jawaban yang belum penuh "
    "(Dinas Kesehatan 22A/1, Dinas Tenaga Kerja 21C/5, Kantor Kementerian Agama 20/8).",
    "ogan-ilir-2024": "EM 771,81 sekarang; tidak ada pertanyaan terbuka. Utama perlu lebih dari 28,19 lagi, dari "
    "jawaban yang belum penuh: DPPPAPPKB 6/3 dan 8/3, Disnaker 21C/1, Disdikbud 18/2.",
    "sumbawa-2022": "Nilai akhir kita 505,85, setara Pratama; Madya perlu lebih dari 94,15 lagi.",
    "kota-bekasi": "Capaian bagi anak: dari 19 ukuran 4 membaik, 2 tetap, dan 13 belum bisa dibandingkan antartahun; "
    "2 dari 3 target tercapai. Poin KLA per pertanyaan belum dicatat.",
}


@pytest.mark.parametrize(("id_rapat", "kalimat"), KALIMAT.items())
def test_the_examples_in_one_sentence(id_rapat: str, kalimat: str) -> None:
    assert kalimat_jarak(keadaan_contoh(id_rapat)) == kalimat


@pytest.mark.parametrize("id_rapat", KALIMAT)
@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_every_page_opens_with_the_same_sentence(id_rapat: str, bahasa: str) -> None:
    k = keadaan_contoh(id_rapat)
    with dalam_bahasa(bahasa):
        kalimat = kalimat_jarak(k)
        assert kalimat_rapat(k).teks.splitlines()[0] == kalimat, "the summary, and with it the index"
        assert daftar_kalimat(k)[0] == kalimat, "the panel"
        for tempat, isi in berisi((berkas_pimpinan(k) | berkas_sesi(k)).items()):
            atas = isi.decode().partition('<p class="kalimat-utama')[2].partition("</p>")[0]
            assert atas.endswith(f"<strong>{kalimat}</strong>"), tempat


def test_open_questions_that_close_the_gap_are_named_by_office(tmp_path: Path) -> None:
    terbuka = {"12/1": None, "11/5": None, "21C/1": None, "21C/5": None, "21C/4": None}
    assert kalimat_jarak(keadaan_jarak(tmp_path, DASAR | terbuka)) == (
        "EM 788 sekarang; 5 pertanyaan terbuka (29 poin) bisa membawanya ke 788 sampai 817. "
        "Utama perlu lebih dari 12 lagi: Dinas Tenaga Kerja 21C/1 dan 21C/5."
    )


def test_more_than_three_offices_are_counted_with_their_points(tmp_path: Path) -> None:
    kalimat = kalimat_jarak(keadaan_jarak(tmp_path, dict.fromkeys(PENUH) | {"6/3": 0.0}, "pratama"))
    assert kalimat.startswith("EM 0 sekarang; 272 pertanyaan terbuka (979 poin) bisa membawanya ke 0 sampai 979. ")
    assert "Pratama perlu 500 lagi: " in kalimat
    assert kalimat.endswith(
        "UPTD PPA 21A/2, 21A/3, dan 21A/8; Bagian Hukum 1/1; DP3A 6/2, 2/4, dan 8/3, dan 66 lainnya (416 poin)."
    )


def test_a_target_already_reached_asks_to_keep_the_documents(tmp_path: Path) -> None:
    k = keadaan_jarak(tmp_path, DASAR | {"21C/1": None})
    assert kalimat_jarak(k) == (
        "EM 808 sekarang; 1 pertanyaan terbuka (9 poin) bisa membawanya ke 808 sampai 817. "
        "Sudah 8 di atas batas Utama: jaga dokumennya."
    )


def test_a_target_out_of_reach_says_how_far_this_cycle_goes(tmp_path: Path) -> None:
    k = keadaan_jarak(tmp_path, DASAR, "kla", RAD=rad_nanti(*(kode for kode, n in DASAR.items() if not n)))
    assert kalimat_jarak(k) == (
        "EM 817 sekarang; tidak ada pertanyaan terbuka. KLA perlu lebih dari 83 lagi, tetapi dengan semua yang masih "
        "bisa ditambah di siklus ini EM paling tinggi 817."
    )


@pytest.mark.parametrize(
    ("total", "tahap", "sasaran", "kalimat"),
    [
        (799.5, "em", "utama", "Utama perlu lebih dari 0,5 lagi."),
        (800, "em", "utama", "Utama perlu sedikit lagi."),
        (500, "va", "pratama", "Tepat di batas Pratama: tidak satu poin pun boleh hilang."),
        (950, "vl", "utama", "Sudah 150 di atas batas Utama: jaga dokumennya."),
    ],
)
def test_points_by_klaster_before_the_last_stage(
    tmp_path: Path, total: float, tahap: str, sasaran: str, kalimat: str
) -> None:
    awal = f"{tahap.upper()} {format_angka(total)} sekarang; nilainya tidak dirinci per pertanyaan."
    assert kalimat_jarak(keadaan(tmp_path, *nilai(total, tahap), tahap=tahap, sasaran=sasaran)) == f"{awal} {kalimat}"


@pytest.mark.parametrize(
    ("total", "sasaran", "kalimat"),
    [
        (812.25, "utama", "Nilai akhir kita 812,25, setara Utama: 12,25 di atas batas Utama."),
        (500, "pratama", "Nilai akhir kita 500, setara Pratama: 0 di atas batas Pratama."),
        (800, "utama", "Nilai akhir kita 800, setara Nindya; Utama perlu sedikit lagi."),
    ],
)
def test_final_points_ask_for_nothing(tmp_path: Path, total: float, sasaran: str, kalimat: str) -> None:
    assert kalimat_jarak(keadaan(tmp_path, *nilai(total, "vf"), tahap="vf", sasaran=sasaran)) == kalimat


def test_klaster_without_marks_are_parts_that_are_open(tmp_path: Path) -> None:
    assert kalimat_jarak(keadaan(tmp_path, ["em", "klaster_1", "", "", "50"])) == (
        "EM 50 sekarang; 7 bagian form yang belum dinilai (885 poin) bisa membawanya ke 50 sampai 935. "
        "Utama perlu lebih dari 750 lagi."
    )


@pytest.mark.parametrize("id_rapat", ["kota-contoh-2", "ogan-ilir-2024", "sumbawa-2022"])
@pytest.mark.parametrize(
    "isi",
    [IsiSkenario(bobot={"klaster_3": 0.3}), IsiSkenario(bobot={"klaster_3": 0.3}, bacaan=PRIORITAS_KERJA)],
)
def test_under_other_weights_no_category_is_named(id_rapat: str, isi: IsiSkenario) -> None:
    k = keadaan_contoh(id_rapat).dengan(isi)
    kalimat = kalimat_jarak(k)
    assert not [n for n in (*(k.id for k in k.kategori.kategori), "setara") if n in kalimat.casefold()]
    assert ("skala simulasi" in kalimat) is k.simulasi


def test_a_scenario_of_points_has_the_sentence_of_its_own_numbers() -> None:
    k: Keadaan = keadaan_contoh("kota-contoh-2").dengan(IsiSkenario(nilai={"17/8": 4.0, "26/9": 4.0}))
    assert daftar_kalimat(k)[0].startswith(
        "EM 777,5 sekarang; 7 pertanyaan terbuka (12,75 poin) bisa membawanya ke 777,5 sampai 790,25. "
        "Utama perlu lebih dari 22,5 lagi: "
    )
