"""What is printed is read and never obeyed: control signs of cells, names and files are written out."""

import io
import json
from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.publish.batch.kemajuan import Kemajuan
from kla_lib.tampak import AliranTampak, tampak
from tests.pembantu.buku_uji import isi_buku, write_folder

JAHAT = "a\x1b[2Jb\x1b]0;judul\x07c\x9b31md\re\u202ef\u2066g\x7f"
ARAH = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TERLARANG = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *ARAH} - {"\n", "\t"}


@pytest.mark.parametrize("tanda", sorted(TERLARANG))
def test_every_sign_that_a_terminal_obeys_is_written_out(tanda: str) -> None:
    assert tampak(f"a{tanda}b") in (f"a\\x{ord(tanda):02x}b", f"a\\u{ord(tanda):04x}b")


def test_letters_line_ends_and_tabs_stay_as_they_are() -> None:
    assert tampak("Kéndal – 2 × 24 jam\n\t‘771,81’ é") == "Kéndal – 2 × 24 jam\n\t‘771,81’ é"


def test_an_argument_with_control_signs_is_shown_and_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    for perintah in (["check", JAHAT], ["score", JAHAT], ["run", JAHAT], ["lint", JAHAT], ["diff", JAHAT, JAHAT]):
        assert main(perintah) != 0
        keluar = capsys.readouterr()
        assert not TERLARANG & set(keluar.out + keluar.err)
        assert "\\x1b[2J" in keluar.err


def test_a_complaint_about_the_command_line_shows_its_signs(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["score", "--tahap", JAHAT, "x"])
    assert not TERLARANG & set(capsys.readouterr().err)


def test_a_name_cannot_begin_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "x\nTidak ada kesalahan."]) != 0
    assert "Tidak ada kesalahan." not in capsys.readouterr().err.splitlines()


def test_signs_in_cells_are_shown_in_messages_and_json_stays_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    isi = isi_buku(["em", "kelembagaan", "1", "1a", "tiga\u202e\x9b31m"], keterangan={"daerah": "kota\u202e-contoh"})
    buku = write_folder(isi, tmp_path / "buku")
    assert main(["check", str(buku), "--json"]) != 0
    keluar = capsys.readouterr()
    assert not TERLARANG & set(keluar.out + keluar.err)
    assert json.loads(keluar.out.splitlines()[-1])["jumlah"] >= 1


def test_the_live_line_still_returns_to_its_start_and_shows_the_signs_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    class Layar(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    layar = Layar()
    Kemajuan(1, AliranTampak(layar)).mulai(JAHAT)  # type: ignore[arg-type]
    assert layar.getvalue().startswith("\r") and "\x1b" not in layar.getvalue() and "\\x1b" in layar.getvalue()
