"""`kla app`: what is refused at the terminal before anything starts."""

import argparse
from pathlib import Path

import pytest

from kla_lib.cli.app import add_commands
from kla_lib.cli.pengurai import Pengurai
from kla_lib.errors import KlaError


def _baca(*argumen: str) -> argparse.Namespace:
    parser = Pengurai(prog="kla")
    add_commands(parser.add_subparsers(required=True))
    return parser.parse_args(["app", *argumen])


def test_without_arguments_the_start_page_opens_in_the_browser_with_the_meeting_of_the_notebook() -> None:
    args = _baca()
    assert (args.notebook, args.rapat, args.port, args.tanpa_peramban) == ("00_mulai", None, None, False)


def test_a_meeting_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    args = _baca(str(tmp_path / "tidak-ada.yaml"), "--notebook", "00_mulai", "--tanpa-peramban")
    with pytest.raises(KlaError, match="tidak-ada"):
        args.jalankan(args)


def test_an_unknown_notebook_is_refused_with_the_nearest_name() -> None:
    args = _baca("--notebook", "00_mulay", "--tanpa-peramban")
    with pytest.raises(KlaError, match="Maksud Anda '00_mulai'"):
        args.jalankan(args)


def test_an_address_to_listen_at_cannot_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _baca("--ip", "0.0.0.0")
    assert "--ip" in capsys.readouterr().err
