"""What the forecast rests on: published pairs, each once and with its source, and assumptions that say so."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.sumber import load_sumber
from kla_lib.rules.verifikasi import load_verifikasi
from tests.pembantu.params_uji import PARAMS, params_dengan, salin_aturan


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    return salin_aturan(tmp_path, "verifikasi.yaml")


def test_the_published_chain_of_kabupaten_bekasi_2025_is_in_both_steps() -> None:
    bekasi = [p for p in load_verifikasi(PARAMS).pasangan if p.daerah == "Kabupaten Bekasi"]
    assert [(p.langkah, p.nilai_dari, p.nilai_ke) for p in bekasi] == [
        ("em_va", 854.29, 780.61),
        ("va_vf", 780.61, 633.21),
    ]


def test_eight_pairs_from_six_regions_lose_between_seven_and_fifty_percent_before_the_second_assessor() -> None:
    em_va = [p for p in load_verifikasi(PARAMS).pasangan if p.langkah == "em_va"]
    assert (len(em_va), len({p.daerah for p in em_va})) == (8, 6)
    assert round(min(p.bagian for p in em_va), 2) == 0.50
    assert round(max(p.bagian for p in em_va), 2) == 0.93


def test_every_pair_comes_from_the_press_and_every_other_number_is_called_an_assumption() -> None:
    sumber = load_sumber(PARAMS)
    dari = {r.dokumen for p in load_verifikasi(PARAMS).pasangan for r in p.sumber}
    assert {sumber[d].keyakinan for d in dari} == {"pers"}
    assert sumber["anggapan_verifikasi"].keyakinan == "anggapan"
    angka = [b for b in (FOLDER_PARAMS / "verifikasi.yaml").read_text(encoding="utf-8").splitlines() if "besaran:" in b]
    assert len(angka) == 21
    assert all("anggapan_verifikasi" in b for b in angka)


def test_a_year_before_the_first_assumption_is_refused() -> None:
    with pytest.raises(KlaError) as e:
        load_verifikasi(PARAMS, 2021)
    assert "params/verifikasi.yaml: tidak ada anggapan yang berlaku untuk tahun 2021" in str(e.value)


def test_a_pair_written_twice_is_refused(berkas: Path) -> None:
    teks = berkas.read_text(encoding="utf-8")
    baris = next(b for b in teks.splitlines(keepends=True) if "Kabupaten Demak" in b)
    berkas.write_text(teks.replace(baris, baris + baris), encoding="utf-8")
    with pytest.raises(KlaError) as e:
        load_verifikasi(params_dengan(berkas.parent))
    assert "pasangan Kabupaten Demak 2022 dari em ke va ditulis dua kali" in str(e.value)


def test_an_older_year_keeps_its_number_when_a_newer_one_is_written(berkas: Path) -> None:
    teks = berkas.read_text(encoding="utf-8")
    baris = next(b for b in teks.splitlines(keepends=True) if "besaran: 0.97" in b)
    berkas.write_text(teks.replace(baris, baris + baris.replace("2022", "2026").replace("0.97", "0.95")), "utf-8")
    assert [load_verifikasi(params_dengan(berkas.parent), t).bagian_tertinggi for t in (2024, 2026, None)] == [
        0.97,
        0.95,
        0.95,
    ]


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ("nilai_ke: 697.40", "nilai_ke: 997.40", "nilai_ke melebihi nilai_dari"),
        ("lengkap: 0.75", "lengkap: 0.85", "tidak berjumlah 1"),
        ("besaran: -0.5,", "besaran: -5.5,", "dokumen yang lebih baik mendapat angka lebih rendah"),
        ("besaran: 0.97", "besaran: 1.0", "kurang dari 1"),
        ("  acuan:", "  biasa:", "acuan"),
        ("jatengpos_2022_07_08, letak: nilai Demak", "jatengpos, letak: nilai Demak", "jatengpos_2022_07_08"),
    ],
)
def test_an_impossible_number_is_refused(berkas: Path, lama: str, baru: str, pesan: str) -> None:
    teks = berkas.read_text(encoding="utf-8")
    assert lama in teks
    berkas.write_text(teks.replace(lama, baru, 1), encoding="utf-8")
    with pytest.raises(KlaError) as e:
        load_verifikasi(params_dengan(berkas.parent))
    assert pesan in str(e.value)
