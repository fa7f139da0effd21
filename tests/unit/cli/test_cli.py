"""The commands: JSON last, messages on standard error, exit codes as documented."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.scoring.perkiraan.perkiraan import METODE
from tests.pembantu.berisi import berisi
from tests.pembantu.buku_uji import isi_buku, write_folder


def json_terakhir(capsys: pytest.CaptureFixture[str]) -> dict:
    return json.loads(capsys.readouterr().out.strip().splitlines()[-1])


def test_score_of_ogan_ilir_2024_is_the_published_total(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "contoh:ogan-ilir-2024", "--json"]) == 0
    hasil = json_terakhir(capsys)
    assert hasil["diklaim"] == 771.81
    assert hasil["kategori"] == "nindya"
    assert hasil["terdukung"] is None
    assert hasil["jarak"]["utama"] == 28.19
    assert hasil["klaster"]["kelembagaan"] == {"nilai": 126.91, "nilai_maksimal": 164.0}


def test_score_of_sumbawa_2022_is_the_published_total(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "contoh:sumbawa-2022", "--json"]) == 0
    hasil = json_terakhir(capsys)
    assert (hasil["diklaim"], hasil["kategori"], hasil["tahap"]) == (505.85, "pratama", "vf")


def test_score_forecasts_the_final_stage_with_chances_of_all_six_categories(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["score", "contoh:ogan-ilir-2024", "--json"]) == 0
    p = json_terakhir(capsys)["perkiraan"]
    letak = ["p05", "p25", "p50", "p75", "p95"]
    lain = {"tahap", "metode", "peluang", "rentang_anggapan", "riwayat", "bukti", "draws", "seed"}
    assert set(p) == {*letak, *lain}
    assert (p["tahap"], p["metode"], p["riwayat"]) == ("vf", METODE, None)
    assert [p[n] for n in letak] == sorted(p[n] for n in letak)
    assert p["p95"] < 771.81
    assert list(p["peluang"]) == ["di_bawah_pratama", "pratama", "madya", "nindya", "utama", "kla"]
    assert sum(p["peluang"].values()) == 1
    assert all(bawah <= p["peluang"][k] <= atas for k, (bawah, atas) in berisi(p["rentang_anggapan"].items()))


def test_a_final_score_is_not_forecast(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "contoh:sumbawa-2022", "--json"]) == 0
    assert json_terakhir(capsys)["perkiraan"] is None
    assert main(["score", "contoh:sumbawa-2022"]) == 0
    assert "perkiraan" not in capsys.readouterr().out


def test_score_in_words_says_that_the_forecast_is_not_official(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "contoh:ogan-ilir-2024"]) == 0
    akhir = capsys.readouterr().out.strip().splitlines()[-1]
    assert akhir.startswith("Perkiraan nilai akhir kira-kira 560; separuh kemungkinan antara ")
    assert akhir.endswith(" Bukan nilai resmi.")


def test_score_in_words_says_when_the_forecast_stands_on_part_of_the_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "contoh:kota-contoh"]) == 0
    assert "Perkiraan nilai akhir, dari poin yang sudah tercatat, kira-kira 580; " in capsys.readouterr().out


def test_score_in_words_names_total_category_and_klaster(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "contoh:ogan-ilir-2024"]) == 0
    keluar = capsys.readouterr().out
    assert "771,81 poin, setara Nindya" in keluar
    assert "Berdokumen lengkap: belum dicatat" in keluar
    assert "Klaster III" in keluar


def test_a_book_without_marks_has_no_score(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "contoh:kota-bekasi"]) == 2
    assert "belum memuat lembar Penilaian" in capsys.readouterr().err


def test_a_stage_without_marks_names_the_stages_that_have_some(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "contoh:ogan-ilir-2024", "--tahap", "va"]) == 2
    assert "tidak ada nilai untuk tahap 'va'. Tahap yang ada: em." in capsys.readouterr().err


def test_a_form_year_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "contoh:ogan-ilir-2024", "--instrumen", "2023"]) == 2
    assert "form tahun '2023' tidak ada. Form yang ada: 2022, 2024." in capsys.readouterr().err


def test_check_of_a_clean_book_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "contoh:kota-contoh"]) == 0
    assert capsys.readouterr().out.strip() == "Tidak ada kesalahan."


def test_check_lists_every_fault_as_json_and_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    buku = write_folder(
        isi_buku(
            ["em", "klaster_1", "4", "1", "2"], ["em", "klaster_1", "4", "9", "1"], ["em", "klaster_9", "4", "2", "1"]
        ),
        tmp_path / "buku",
    )
    assert main(["check", str(buku), "--json"]) == 1
    hasil = json_terakhir(capsys)
    assert hasil["jumlah"] == 3
    assert sorted(k["sel"] for k in hasil["kesalahan"]) == ["sel B4", "sel D3", "sel E2"]


def test_a_book_that_is_not_there_is_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "tidak-ada")]) == 1
    assert "tidak-ada: buku data tidak ditemukan" in capsys.readouterr().err
    assert main(["check", "contoh:kota-conto"]) == 1
    assert "Maksud Anda 'kota-contoh'?" in capsys.readouterr().err


def test_run_refuses_an_unknown_klaster_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rapat = "params/rapat/ogan-ilir-2024.yaml"
    assert main(["run", rapat, "--only", "klaster_6", "--outputs", str(tmp_path)]) == 2
    assert "klaster 'klaster_6' tidak dikenal. Pilihan: " in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_run_refuses_a_meeting_with_an_unknown_key_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rapat = tmp_path / "uji.yaml"
    asli = Path("params/rapat/ogan-ilir-2024.yaml").read_text(encoding="utf-8").replace("id: ogan-ilir-2024", "id: uji")
    rapat.write_text(asli + "sasarn: utama\n", encoding="utf-8")
    assert main(["run", str(rapat), "--outputs", str(tmp_path / "keluar")]) == 2
    assert "kunci 'sasarn' tidak dikenal. Maksud Anda 'sasaran'?" in capsys.readouterr().err
    assert not (tmp_path / "keluar").exists()


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (["skor", "x"], "'skor' tidak dikenal; pilihannya"),
        (["score"], "argumen BUKU belum ada"),
        (["run", "x.yaml", "--jobs", "0"], "--jobs: '0' bukan bilangan mulai dari 1"),
        (
            ["run", "--only", "klaster_3", "x.yaml"],
            "argumen RAPAT.yaml belum ada (tulis sebelum pilihan yang diawali --)",
        ),
        (["run", "x.yaml", "--outputs", ""], "--outputs: kosong; tulis nama folder"),
        (["score", "x", "--jso"], "argumen --jso tidak dikenal"),
        (["score", "x", "--tahap"], "--tahap perlu diikuti satu isi"),
        ([], "argumen PERINTAH belum ada"),
    ],
)
def test_a_command_that_cannot_be_understood_ends_with_two_and_an_indonesian_message(
    argumen: list[str], pesan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as e:
        main(argumen)
    assert e.value.code == 2
    assert pesan in capsys.readouterr().err


def test_help_does_not_load_the_heavy_libraries() -> None:
    kode = "import sys, kla_lib.cli as c\ntry: c.main(['--help'])\nexcept SystemExit: pass\n"
    kode += "print(sorted({'pandas', 'altair', 'papermill', 'nbconvert'} & set(sys.modules)))"
    keluar = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True).stdout
    assert keluar.strip().splitlines()[-1] == "[]"


def test_a_place_that_cannot_be_written_is_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "keluar").write_text("a file where a folder should be")
    assert main(["run", "params/rapat/ogan-ilir-2024.yaml", "--outputs", str(tmp_path / "keluar")]) == 2
    assert "folder keluaran tidak bisa ditulisi" in capsys.readouterr().err


def test_a_folder_without_meetings_is_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(tmp_path)]) == 2
    assert "folder ini tidak berisi berkas rapat" in capsys.readouterr().err


def test_faults_of_the_command_line_are_told_in_the_reader_s_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for bahasa, kata in (("id", "tidak dikenal; pilihannya"), ("en", "invalid choice: 'xx'")):
        monkeypatch.setenv("KLA_BAHASA", bahasa)
        with pytest.raises(SystemExit) as berhenti:
            main(["run", "params/rapat/ogan-ilir-2024.yaml", "--bahasa", "xx"])
        assert berhenti.value.code == 2
        assert kata in capsys.readouterr().err


def test_a_name_that_leads_out_of_the_scenarios_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rapat = ["run", "params/rapat/ogan-ilir-2024.yaml", "--outputs", str(tmp_path / "keluar")]
    assert main([*rapat, "--skenario", "../../../luar"]) == 2
    assert "skenario '../../../luar' tidak ada" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_day_at_the_end_of_the_calendar_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "--today", "9999-12-31", "--outputs", str(tmp_path)]) == 0
    assert "Rapat dari 31 Desember 9999 sampai 31 Desember 9999:" in capsys.readouterr().out


def test_outputs_that_are_a_file_hold_no_published_meeting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "keluar").write_text("a file where a folder should be")
    assert main(["verify", "params/rapat/ogan-ilir-2024.yaml", "--outputs", str(tmp_path / "keluar")]) == 2
    assert "rapat ini belum diterbitkan di folder ini" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("argumen", [["score", "contoh:ogan-ilir-2024", "--json"], ["score", "tidak-ada", "--json"]])
def test_a_result_that_finds_no_room_is_a_message(argumen: list[str]) -> None:
    perintah = [sys.executable, "-m", "kla_lib.cli", *argumen]
    with Path("/dev/full").open("w", encoding="utf-8") as penuh:
        hasil = subprocess.run(perintah, stdout=penuh, stderr=subprocess.PIPE, text=True, check=False)
    assert hasil.returncode == 2
    assert hasil.stderr.splitlines()[-1].startswith("Hasil tidak bisa dituliskan: disk penuh.")
    assert "Traceback" not in hasil.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes an output")
def test_a_command_whose_output_is_closed_does_its_work() -> None:
    perintah = f"{sys.executable} -m kla_lib.cli check contoh:sumbawa-2022 >&-"
    hasil = subprocess.run(["sh", "-c", perintah], stderr=subprocess.PIPE, text=True, check=False)
    assert (hasil.returncode, hasil.stderr) == (0, "")


def test_letters_that_a_terminal_does_not_know_stop_no_command() -> None:
    perintah = [sys.executable, "-m", "kla_lib.cli", "plan", "contoh:kota-contoh", "--sasaran", "utama"]
    lingkungan = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    hasil = subprocess.run(perintah, env=lingkungan, capture_output=True, text=True, check=False)
    assert hasil.returncode in (0, 1) and "Traceback" not in hasil.stderr, hasil.stderr


def test_json_is_whole_where_a_terminal_does_not_know_its_letters() -> None:
    perintah = [sys.executable, "-m", "kla_lib.cli", "check", "contoh:kota–contoh", "--json"]
    hasil = [
        subprocess.run(
            perintah, env=os.environ | {"PYTHONIOENCODING": huruf}, capture_output=True, encoding=huruf, check=False
        )
        for huruf in ("ascii", "utf-8")
    ]
    satu, dua = (json.loads(h.stdout.splitlines()[-1]) for h in hasil)
    assert satu == dua
    assert "–" in str(dua)


@pytest.mark.parametrize("argumen", ["", " ", "a" * 5_000, "a/" * 3_000, "a\x00b"])
@pytest.mark.parametrize("perintah", ["check", "score", "run", "lint", "plan", "verify", "app", "template"])
def test_what_no_file_can_be_called_is_a_message_of_every_command(
    capsys: pytest.CaptureFixture[str], perintah: str, argumen: str
) -> None:
    with pytest.raises(SystemExit) as e:
        main([perintah, argumen, *(["-o", "x.xlsx"] if perintah == "template" else [])])
    assert e.value.code == 2
    pesan = capsys.readouterr().err
    assert "argumen" in pesan or "terlalu panjang" in pesan
    assert len(pesan) < 2_000


def test_a_link_that_points_to_itself_is_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "putar").symlink_to(tmp_path / "putar")
    with pytest.raises(SystemExit):
        main(["check", str(tmp_path / "putar")])
    assert "tautan yang menunjuk dirinya sendiri" in capsys.readouterr().err


def test_the_worklist_of_a_template_that_nobody_has_filled_in_is_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "kota-contoh", "-o", str(tmp_path / "isian.xlsx")]) == 0
    assert main(["worklist", str(tmp_path / "isian.xlsx"), "-o", str(tmp_path / "daftar.xlsx")]) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_the_root_of_a_disk_is_no_place_for_a_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["collect", str(tmp_path), "-o", "/"]) == 2
    assert "tidak dapat ditulis" in capsys.readouterr().err
