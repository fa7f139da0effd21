"""Commands that are not told a meeting or a book take those of the work folder."""

import json
import os
from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.rules.params import params_bawaan
from tests.pembantu.folder_kerja_uji import salin_buku, tulis_kerja, tulis_rapat_kerja


@pytest.fixture
def kerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("KLA_FOLDER")
    folder = tulis_kerja(tmp_path / "data-kla", buku="../buku")
    salin_buku(folder / "buku")
    monkeypatch.chdir(folder)
    return folder


def hasil(capsys: pytest.CaptureFixture[str]) -> dict:
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_score_check_and_plan_take_the_current_book(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "--json"]) == 0
    assert hasil(capsys)["daerah"] == "kota-contoh"
    assert main(["plan", "--json"]) == 0
    assert hasil(capsys)["sasaran"] == "nindya", "the target of the meeting"
    assert main(["lint", "--json"]) in (0, 1)
    tanpa = hasil(capsys)
    assert main(["lint", str(kerja / "buku"), "--json"]) in (0, 1)
    assert tanpa == hasil(capsys)
    (kerja / "buku" / "penilaian.csv").write_text("tahap,klaster\nem,klaster_9\n", encoding="utf-8")
    assert main(["check", "--json"]) == 1
    assert "klaster_9" in json.dumps(hasil(capsys))


def test_a_folder_that_is_told_goes_before_the_one_that_is_found(
    kerja: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lain = tulis_kerja(tmp_path / "lain", buku="contoh:kota-contoh-2")
    assert main(["score", "--json"]) == main(["--folder", str(lain), "score", "--json"]) == 0
    satu, dua = (json.loads(b) for b in capsys.readouterr().out.splitlines())
    assert satu["diklaim"] != dua["diklaim"]
    assert main(["score", "--folder", "lain-lagi"]) == 2
    assert "folder kerja ini tidak ada" in capsys.readouterr().err
    assert os.environ.get("KLA_FOLDER") is None, "nothing of it stays"


def test_what_is_told_is_taken_as_without_a_work_folder(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kerja / "kla.yaml").write_text("rusak", encoding="utf-8")
    assert main(["score", "contoh:ogan-ilir-2024", "--json"]) == 0
    assert hasil(capsys)["daerah"] == "ogan-ilir"
    assert main(["score"]) == 2
    assert "kla.yaml" in capsys.readouterr().err


def test_without_a_work_folder_a_command_says_what_it_must_be_told(capsys: pytest.CaptureFixture[str]) -> None:
    for perintah, kurang in (("plan", "BUKU, --sasaran"), ("collect", "FOLDER, -o"), ("diff", "RAPAT_A, RAPAT_B")):
        with pytest.raises(SystemExit):
            main([perintah])
        assert f"argumen {kurang} belum ada" in capsys.readouterr().err


def test_check_names_what_stands_in_place_of_the_product(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tulis_rapat_kerja(kerja, "kota-contoh-1", "contoh:kota-contoh")
    assert main(["check"]) == 0
    assert "rapat/kota-contoh-1.yaml: yang dipakai milik Anda" in capsys.readouterr().out


def test_check_names_a_final_in_the_citys_file_that_nobody_can_know_yet(
    kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asli = params_bawaan().path("daerah/kota-contoh.yaml").read_text(encoding="utf-8")
    (kerja / "daerah").mkdir()
    kota = kerja / "daerah" / "kota-contoh.yaml"
    baris = "\nriwayat:\n  - {tahun: %d, kategori: madya, sumber: {dokumen: SK, letak: lampiran}}\n"
    kota.write_text(asli + baris % 2025, encoding="utf-8")
    assert main(["check"]) == 0, "older meetings of a city stay sound when it writes a newer final down"
    capsys.readouterr()
    kota.write_text(asli + baris % 2999, encoding="utf-8")
    assert main(["check"]) == 1
    salah = capsys.readouterr().err
    assert "kota-contoh.yaml, riwayat 2999: tahun 2999 belum tiba" in salah
    assert "periksa tahunnya" in salah


def test_diff_without_a_meeting_before_says_so(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff"]) == 2
    assert "tidak menyebut rapat sebelumnya" in capsys.readouterr().err


def test_templates_go_to_the_folder_for_them_whatever_the_city_is_called(
    kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "--opd", "bnn"]) == 0
    assert main(["template", "Kab. Lombok Tengah", "--opd", "bnn"]) == 0
    assert [p.name for p in sorted((kerja / "isian").iterdir())] == [
        "kabupaten-lombok-tengah-bnn.xlsx",
        "kota-contoh-bnn.xlsx",
    ]
    (kerja / "kla.yaml").write_text("daerah: Kota Bekasi\ntahun: 2025\nrapat: musrenbang\n", encoding="utf-8")
    assert main(["template", "--opd", "bnn"]) == 0
    assert (kerja / "isian" / "kota-bekasi-bnn.xlsx").is_file()
