"""`kla due`: what it tells, how it starts a hook, which commands it refuses."""

import json
import os
import select
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.cli.jadwal import split_kait
from kla_lib.cli.kait import run_kait
from kla_lib.errors import KlaError
from tests.pembantu.terbitan_uji import ID, salin_rapat, terbitkan

SIMPAN = "import sys; open(sys.argv[1], 'w', encoding='utf-8').write(sys.stdin.read()); print('tersimpan')"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("jadwal")
    terbitkan(salin_rapat(folder), folder / "keluaran")
    return folder


def due(folder: Path, *argumen: str) -> int:
    return main(["due", "--rapat", str(folder), "--outputs", str(folder / "keluaran"), *argumen])


def test_it_says_what_was_left_out_and_why(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert due(folder, "--today", "2023-02-03") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Rapat dari 3 Februari 2023 sampai 10 Februari 2023:",
        "rapat-kecil (10 Februari 2023) dilewati: tidak ada yang berubah sejak paketnya dibuat.",
    ]


def test_the_window_can_be_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert due(folder, "--today", "2023-02-03", "--within", "6d", "--json") == 0
    keluar = capsys.readouterr()
    assert json.loads(keluar.out) == {
        "dari": "2023-02-03",
        "sampai": "2023-02-09",
        "berhasil": True,
        "dibuat": [],
        "dilewati": [{"rapat": ID, "tanggal": "2023-02-10", "sebab": "jauh"}],
        "terhalang": [],
    }
    assert "dilewati: belum dekat." in keluar.err


def test_a_meeting_at_fault_is_told_with_its_remedy_and_the_hook_hears_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rusak.yaml").write_text("id: rusak\n", encoding="utf-8")
    catatan = tmp_path / "kabar dinas.json"
    kait = f'"{sys.executable}" -c "{SIMPAN}" "{catatan}"'
    assert due(tmp_path, "--today", "2023-02-03", "--hook", kait, "--json") == 1
    keluar = capsys.readouterr()
    assert "rusak tidak bisa dibuat:\n  rusak.yaml" in keluar.err
    assert "tersimpan" in keluar.err
    assert json.loads(catatan.read_text(encoding="utf-8")) == json.loads(keluar.out)


def test_the_hook_rests_when_there_is_nothing_to_tell(folder: Path, tmp_path: Path) -> None:
    kait = f'"{sys.executable}" -c "{SIMPAN}" "{tmp_path / "kabar.json"}"'
    assert due(folder, "--today", "2023-02-03", "--hook", kait) == 0
    assert not (tmp_path / "kabar.json").exists()


def test_a_hook_is_started_without_a_shell() -> None:
    assert split_kait(None) == []
    assert split_kait("kirim 'dua kata' $HOME; rm") == ["kirim", "dua kata", "$HOME;", "rm"]


@pytest.mark.parametrize("perintah", ['""', "kirim 'belum ditutup"])
def test_a_hook_that_cannot_be_read_is_refused_before_anything_runs(folder: Path, perintah: str) -> None:
    with pytest.raises(KlaError, match="tidak bisa dibaca"):
        split_kait(perintah)
    assert due(folder, "--today", "2023-02-03", "--hook", perintah) == 2


def test_a_hook_that_fails_is_told() -> None:
    assert run_kait([sys.executable, "-c", "raise SystemExit(3)"], {}).endswith("berakhir dengan kode 3.")
    assert "tidak bisa dijalankan" in run_kait(["program-yang-tidak-ada"], {})
    assert run_kait([sys.executable, "-c", "pass"], {"a": 1}) == ""


ANAK = """import pathlib, subprocess, sys, time
anak = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'], start_new_session=sys.argv[2] == 'lepas')
pathlib.Path(sys.argv[1]).write_text(str(anak.pid))
time.sleep(float(sys.argv[3]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
@pytest.mark.parametrize("cara", ["satu kelompok", "lepas"])
@pytest.mark.parametrize(("lama", "batas", "pesan"), [("60", 1.0, "lebih dari 1 detik"), ("0", 20.0, "")])
def test_what_a_hook_has_started_ends_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cara: str, lama: str, batas: float, pesan: str
) -> None:
    nomor = tmp_path / "anak"
    jawab = run_kait([sys.executable, "-c", ANAK, str(nomor), cara, lama], {}, batas)
    assert pesan in jawab and bool(jawab) == bool(pesan)
    assert ("sudah dihentikan" in capsys.readouterr().err) == (lama == "0")
    with suppress(ProcessLookupError):
        proses = os.pidfd_open(int(nomor.read_text(encoding="ascii")))
        assert select.select([proses], [], [], 10)[0]
        os.close(proses)


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (["--within", "tujuh"], "'tujuh' bukan banyaknya hari; tulis misalnya 7d"),
        (["--within", "7h"], "'7h' bukan banyaknya hari"),
        (["--today", "12-03-2025"], "'12-03-2025' bukan tanggal; tulis misalnya 2025-03-12"),
    ],
)
def test_windows_and_days_are_written_one_way(
    argumen: list[str], pesan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as e:
        main(["due", *argumen])
    assert e.value.code == 2
    assert pesan in capsys.readouterr().err


def test_a_folder_of_meetings_that_is_not_there_is_a_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert due(tmp_path / "tidak-ada") == 2
    assert "folder berkas rapat ini tidak ada" in capsys.readouterr().err


def test_a_folder_without_meetings_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert due(tmp_path, "--today", "2023-02-03") == 0
    assert capsys.readouterr().out.endswith("Tidak ada berkas rapat.\n")
