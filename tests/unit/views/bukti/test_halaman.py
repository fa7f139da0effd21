"""The page of the evidence is made from the rows, and from nothing else."""

import re
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_PROYEK
from kla_lib.rules.bukti.pengamatan import load_bukti
from kla_lib.rules.bukti.predikat import load_predikat
from kla_lib.rules.sumber import semua_sumber
from kla_lib.views.bukti.halaman import BERKAS, halaman_bukti, sebut_rentang
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS, params_dengan, salin_aturan


@pytest.fixture(scope="module")
def halaman() -> str:
    return halaman_bukti(PARAMS)


def test_the_committed_page_is_what_the_rows_make_of_it(halaman: str) -> None:
    assert (FOLDER_PROYEK / BERKAS).read_text(encoding="utf-8") == halaman, "run python -m kla_lib.views.bukti"


def test_every_observation_stands_once_with_its_region_its_use_and_its_reason(halaman: str) -> None:
    baris = {m[1]: m[0] for m in re.finditer(r"^\| (P\d+) \|.*$", halaman, re.MULTILINE)}
    for p in berisi(load_bukti(PARAMS)):
        assert p.alasan in (halaman if p.daftar else baris[p.id]), p.id
        assert p.jenis == "nasional" or p.daerah in baris[p.id], p.id
        assert {"dipakai": "| ya |", "diragukan": "| diragukan |", "tidak": "| tidak |"}[p.guna] in baris[p.id], p.id
    assert len(re.findall(r"^\| P\d+ \|", halaman, re.MULTILINE)) == len(load_bukti(PARAMS))


def test_every_cited_document_has_its_address_or_says_that_it_has_none(halaman: str) -> None:
    for kunci in berisi({r.dokumen for p in load_bukti(PARAMS) for r in p.sumber}):
        alamat = semua_sumber(PARAMS)[kunci].alamat
        assert (f"[{kunci}]: <{alamat}>" in halaman) == (alamat is not None), kunci
    assert halaman.count("alamat tidak tercatat") > 0


def test_every_table_keeps_its_columns(halaman: str) -> None:
    for tabel in berisi(re.findall(r"(?:^\|.*\n)+", halaman, re.MULTILINE)):
        assert len({b.count("|") for b in tabel.splitlines()}) == 1, tabel.splitlines()[0]


def test_a_year_set_aside_says_why(halaman: str) -> None:
    for p in berisi([p for p in load_predikat(PARAMS) if p.dikesampingkan]):
        assert f"* {p.daerah} {p.tahun}: {p.dikesampingkan}" in halaman


@pytest.mark.parametrize(
    ("rendah", "tinggi", "sebutan"),
    [
        (633.21, 633.21, "633,21"),
        (600, 700, "Madya (600–700)"),
        (0, 500, "di bawah 500 atau tidak dinilai"),
        (0, 800, "bukan Utama (paling tinggi 800)"),
        (0, 1000, "tidak ditemukan"),
        (610, 640, "610–640"),
    ],
)
def test_an_outcome_is_said_as_far_as_it_is_known(rendah: float, tinggi: float, sebutan: str) -> None:
    assert sebut_rentang(PARAMS, 2025, rendah, tinggi) == sebutan


def test_a_new_row_appears_on_the_page_without_code(tmp_path: Path) -> None:
    path = salin_aturan(tmp_path, "bukti/pengamatan.csv")
    baru = "P145,em_va,Kota Depok,32.76,,2026,,812.5,,,640.25,,,dipakai,,kompas_2022_09_20,nilai tiap tahap,,\n"
    path.write_text(path.read_text(encoding="utf-8") + baru, encoding="utf-8")
    assert "| P145 | Kota Depok | 2026 | 812,5 | 640,25 | ya |" in halaman_bukti(params_dengan(tmp_path))
