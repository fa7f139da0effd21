"""The assumptions about work: named, dated, changeable, and never a law."""

from pathlib import Path

import pytest

from kla_lib.data.bentuk import JENIS_CELAH
from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.kerja import load_kerja
from kla_lib.rules.sumber import load_sumber
from kla_lib.scoring.dokumen.triase import KEADAAN_TRIASE
from tests.pembantu.params_uji import PARAMS, params_dengan, salin_aturan


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    return salin_aturan(tmp_path, "kerja.yaml")


def test_every_state_of_a_question_has_a_doubt_and_the_unmarked_one_the_greatest() -> None:
    ragu = load_kerja(PARAMS, 2024).ragu
    assert set(ragu) == set(KEADAAN_TRIASE)
    assert ragu["belum_dinilai"] == max(ragu.values()) == 1
    assert ragu["pasti"] == min(ragu.values()) > 0


def test_no_hours_close_a_gap_of_the_next_cycle() -> None:
    assert set(load_kerja(PARAMS, 2024).jam) == set(JENIS_CELAH) - {"siklus_berikutnya"}


def test_the_assumptions_say_that_they_are_assumptions() -> None:
    assert load_sumber(PARAMS)["anggapan_kerja"].keyakinan == "anggapan"
    assert (FOLDER_PARAMS / "kerja.yaml").read_text(encoding="utf-8").count("anggapan_kerja") == 17


def test_a_year_before_the_first_assumption_is_refused() -> None:
    with pytest.raises(KlaError) as e:
        load_kerja(PARAMS, 2021)
    assert "params/kerja.yaml: tidak ada anggapan yang berlaku untuk tahun 2021" in str(e.value)


def test_an_older_year_keeps_its_hours_when_newer_ones_are_written(berkas: Path) -> None:
    lama = "- {berlaku: 2022-01-01, besaran: 16,"
    teks = berkas.read_text(encoding="utf-8")
    baris = next(b for b in teks.splitlines(keepends=True) if b.strip().startswith(lama))
    baru = baris.replace("2022", "2026").replace("16", "24", 1)
    berkas.write_text(teks.replace(baris, baris + baru), encoding="utf-8")
    assert [
        load_kerja(params_dengan(berkas.parent), tahun).jam["masih_bisa_dibuat"] for tahun in (2024, 2025, 2026)
    ] == [16, 16, 24]


@pytest.mark.parametrize(
    ("lama", "baru"),
    [("besaran: 0.8", "besaran: 1.8"), ("besaran: 4,", "besaran: -4,"), ("  pasti:", "  yakin:")],
)
def test_an_impossible_or_unknown_assumption_is_refused(berkas: Path, lama: str, baru: str) -> None:
    teks = berkas.read_text(encoding="utf-8")
    assert lama in teks
    berkas.write_text(teks.replace(lama, baru), encoding="utf-8")
    with pytest.raises(KlaError, match=r"kerja\.yaml"):
        load_kerja(params_dengan(berkas.parent), 2024)
