"""The assumptions of the plan: named, dated, and what no plan may advise."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.jalur import load_jalur
from kla_lib.rules.sumber import load_sumber
from tests.pembantu.params_uji import PARAMS, params_dengan, salin_aturan


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    return salin_aturan(tmp_path, "jalur.yaml")


@pytest.mark.parametrize(
    "uraian",
    [
        "Menurunkan jumlah kasus kekerasan terhadap anak",
        "Penurunan angka kasus perundungan di sekolah",
        "Menekan semua laporan  kekerasan",
        "Membatasi pelaporan ke UPTD PPA",
        "Mendorong sekolah tanpa melaporkan perundungan",
        "Target nol kasus kekerasan di setiap kelurahan",
    ],
)
def test_an_action_that_lowers_what_is_reported_is_recognised(uraian: str) -> None:
    assert load_jalur(PARAMS, 2024).tidak_disarankan.search(uraian)


@pytest.mark.parametrize(
    "uraian",
    [
        "Menurunkan prevalensi stunting",
        "Menurunkan perkawinan anak",
        "Mengurangi hambatan pelaporan bagi anak",
        "Menangani seluruh kasus dalam tiga hari",
        "Merekap reklame rokok yang diturunkan tahun 2024",
        "Menjangkau kasus yang tidak dilaporkan",
    ],
)
def test_an_action_that_lowers_harm_or_opens_the_way_to_report_is_not(uraian: str) -> None:
    assert not load_jalur(PARAMS, 2024).tidak_disarankan.search(uraian)


def test_paper_work_is_told_by_the_first_word() -> None:
    pola = load_jalur(PARAMS, 2024).pekerjaan_dokumen
    assert pola.match("Menyusun matriks") and pola.match("mengunggah SK")
    assert not pola.match("Melatih petugas menyusun matriks") and not pola.match("Penyusunannya")


def test_every_assumption_says_that_it_is_one() -> None:
    assert load_sumber(PARAMS)["anggapan_kla_lib"].keyakinan == "anggapan"
    assert all(load_jalur(PARAMS, 2024).uraian.values())


def test_a_year_before_the_first_assumption_is_refused() -> None:
    with pytest.raises(KlaError, match="tidak ada anggapan yang berlaku untuk tahun 2021"):
        load_jalur(PARAMS, 2021)


@pytest.mark.parametrize(
    ("lama", "baru"),
    [("besaran: 0.5", "besaran: 1.5"), ("besaran: 2,", "besaran: -2,"), ("  jam_menjawab:", "  jam_jawab:")],
)
def test_an_impossible_or_unknown_assumption_is_refused(berkas: Path, lama: str, baru: str) -> None:
    teks = berkas.read_text(encoding="utf-8")
    assert lama in teks
    berkas.write_text(teks.replace(lama, baru), encoding="utf-8")
    with pytest.raises(KlaError, match=r"jalur\.yaml"):
        load_jalur(params_dengan(berkas.parent), 2024)
