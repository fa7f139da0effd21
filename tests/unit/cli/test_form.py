"""The commands about forms: exit codes, JSON last, messages."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from kla_lib.cli import form
from kla_lib.cli.pengurai import Pengurai
from kla_lib.errors import KlaError
from tests.pembantu.berisi import berisi
from tests.pembantu.form_uji import write_form


def jalankan(*argumen: str) -> int:
    parser = Pengurai(prog="kla")
    form.add_commands(parser.add_subparsers(required=True))
    args: argparse.Namespace = parser.parse_args(argumen)
    return int(args.jalankan(args))


def json_terakhir(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out.strip().splitlines()[-1])


def test_lint_of_a_clean_form_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(write_form(tmp_path, {"kelembagaan": {"1": 1}}, {}))
    assert jalankan("lint", path) == 0
    assert capsys.readouterr().out == "Tidak ada temuan.\n"
    assert jalankan("lint", path, "--json") == 0
    assert json_terakhir(capsys) == {"temuan": [], "jumlah": 0}


def test_lint_of_a_year_lists_what_is_declared_and_ends_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan("lint", "2024") == 0
    baris = capsys.readouterr().out.splitlines()
    assert baris[-1] == "15 temuan, 15 di antaranya sudah dinyatakan."
    assert all(b.endswith(" (sudah dinyatakan)") for b in berisi(baris[:-1]))


def test_lint_as_json_gives_every_finding_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan("lint", str(write_form(tmp_path, {"kelembagaan": {"1": 2}}, {}, {"opd": ""})), "--json") == 1
    assert json_terakhir(capsys) == {
        "temuan": [
            {
                "jenis": "tanpa_opd",
                "berkas": "uji.csv",
                "salah": "pertanyaan 1/2 tanpa kantor",
                "perbaikan": "Isi opd, atau nyatakan di tanpa_opd di kepala form.",
                "lembar": "",
                "sel": "sel F3",
                "baris": 3,
                "dinyatakan": False,
            }
        ],
        "jumlah": 1,
    }


@pytest.mark.parametrize("argumen", ["1999", "tidak-ada.yaml", "README.md", "params/kategori.yaml"])
def test_what_is_no_form_cannot_be_looked_at(argumen: str) -> None:
    with pytest.raises(KlaError):  # which the command line turns into exit code 2
        jalankan("lint", argumen)


PETA = """judul: Form uji
berlaku: 2026-01-01
sumber: {dokumen: anggapan_kla_lib, letak: uji}
kolom: {klaster: K, indikator: No, pertanyaan: Butir, label: Uraian, nilai_maksimal: Nilai, opd: Kantor}
tetap: {lampiran: tidak, matriks: tidak, foto: tidak, diisi_kecamatan: tidak, diisi_desa: tidak, terbalik: tidak}
"""


def test_import_tells_how_much_came_in_and_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "peta.yaml").write_text(PETA, encoding="utf-8")
    (tmp_path / "form.csv").write_text(
        "K;No;Butir;Uraian;Nilai;Kantor\nklaster_1;4;1;Akta;1,5;disdukcapil\n", encoding="utf-8"
    )
    tujuan = str(tmp_path / "2026.csv")
    argumen = ["form", "import", str(tmp_path / "form.csv"), "--peta", str(tmp_path / "peta.yaml"), "-o", tujuan]
    assert jalankan(*argumen) == 0
    assert capsys.readouterr().out == (
        f"1 pertanyaan, 1,5 poin. Ditulis: 2026.csv, 2026.yaml. Sekarang periksa dengan: kla lint {tujuan}\n"
    )
    assert jalankan("lint", tujuan) == 0
    capsys.readouterr()
    with pytest.raises(KlaError):
        jalankan(*argumen)
    assert jalankan(*argumen, "--force", "--json") == 0
    assert json_terakhir(capsys) == {"pertanyaan": 1, "poin": 1.5, "berkas": ["2026.csv"]}


def test_compare_prints_the_crosswalk(capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan("form", "compare", "2022", "2024") == 0
    baris = capsys.readouterr().out.splitlines()
    assert [b.split() for b in baris][1] == ["sama", "klaster_1", "(115)", "→", "klaster_1", "(115)"]
    assert len(baris) == 8
    assert jalankan("form", "compare", "2024", "2022", "--json") == 0
    hasil = json_terakhir(capsys)
    assert (hasil["dari"], hasil["ke"], hasil["tingkat"]) == ("2024", "2022", "klaster")
    assert hasil["butir"][0] == {
        "jenis": "sama",
        "dari": [{"kode": "kelembagaan", "nilai_maksimal": 164}],
        "ke": [{"kode": "kelembagaan", "nilai_maksimal": 150}],
        "catatan": "Nilai maksimal 150 (2022) dan 164 (2024).",
    }
