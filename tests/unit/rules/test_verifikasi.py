"""What the forecast assumes: every number dated, called an assumption, and possible."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.sumber import load_sumber
from kla_lib.rules.verifikasi import UTAMA, load_verifikasi
from tests.pembantu.params_uji import PARAMS, params_dengan, salin_aturan


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    return salin_aturan(tmp_path, "verifikasi.yaml")


def test_every_number_is_an_assumption_or_worked_out_from_the_counts_and_none_is_law() -> None:
    sumber = load_sumber(PARAMS)
    angka = [b for b in (FOLDER_PARAMS / "verifikasi.yaml").read_text(encoding="utf-8").splitlines() if "besaran:" in b]
    assert len(angka) == 24
    assert all("anggapan_verifikasi" in b or "hitungan_nasional" in b for b in angka)
    assert {sumber[d].keyakinan for d in ("anggapan_verifikasi", "hitungan_nasional")} == {"anggapan", "hitungan"}


def test_there_are_three_settings_of_how_much_documents_decide_and_they_are_in_order() -> None:
    setelan = load_verifikasi(PARAMS).setelan
    assert next(iter(setelan)) == UTAMA
    lam = {nama: s.lambda_[0] for nama, s in setelan.items()}
    assert lam["menentukan"] < lam[UTAMA] < lam["kurang_menentukan"]


def test_a_year_before_the_first_assumption_is_refused() -> None:
    with pytest.raises(KlaError) as e:
        load_verifikasi(PARAMS, 2020)
    assert "params/verifikasi.yaml: tidak ada anggapan yang berlaku untuk tahun 2020" in str(e.value)


def test_an_older_year_keeps_its_number_when_a_newer_one_is_written(berkas: Path) -> None:
    teks = berkas.read_text(encoding="utf-8")
    baris = next(b for b in teks.splitlines(keepends=True) if "letak: bobot sensus" in b)
    berkas.write_text(teks.replace(baris, baris + baris.replace("2021-", "2026-").replace("0.25", "0.5")), "utf-8")
    assert [load_verifikasi(params_dengan(berkas.parent), t).bobot_sensus for t in (2024, 2026, None)] == [
        0.25,
        0.5,
        0.5,
    ]


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ("kappa: [0.90, 0.05]", "kappa: [1.90, 0.05]", "kurang dari 1"),
        ("kappa: [0.90, 0.05]", "kappa: [0.90]", "setelan"),
        ("lambda: [0.18, 0.12]", "lambda: [0.18, 0.52]", "setelan.utama.lambda: simpangan 0,52 terlalu besar"),
        ("besaran: [0.20, 1.05]", "besaran: [1.05, 0.20]", "yang pertama harus lebih kecil"),
        ("  utama:", "  biasa:", "utama"),
        ("letak: kisi}", "letak: kisi, halaman: 3}", "halaman"),
        ("dokumen: hitungan_nasional", "dokumen: hitungan_nasionall", "hitungan_nasional"),
    ],
)
def test_an_impossible_number_is_refused(berkas: Path, lama: str, baru: str, pesan: str) -> None:
    teks = berkas.read_text(encoding="utf-8")
    assert lama in teks
    berkas.write_text(teks.replace(lama, baru, 1), encoding="utf-8")
    with pytest.raises(KlaError) as e:
        load_verifikasi(params_dengan(berkas.parent))
    assert pesan in str(e.value)
