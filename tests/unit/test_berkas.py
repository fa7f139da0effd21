"""Results of commands: whole, or a message that names the place and the remedy."""

from pathlib import Path

import pytest

from kla_lib.berkas import write_result
from kla_lib.cli import main
from kla_lib.errors import KlaError


def test_a_result_whose_folder_is_a_file_is_told_with_place_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "isian").write_text("bukan folder")
    with pytest.raises(KlaError, match=r"isian.xlsx: berkas tidak dapat ditulis .*periksa hak tulis"):
        write_result(tmp_path / "isian" / "isian.xlsx", b"PK")


@pytest.mark.parametrize(
    "perintah", [["template", "kota-contoh"], ["worklist", "contoh:kota-contoh"]], ids=["template", "worklist"]
)
def test_a_command_that_cannot_write_its_result_ends_in_a_message(
    perintah: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "isian").write_text("bukan folder")
    assert main([*perintah, "-o", str(tmp_path / "isian" / "x.xlsx")]) == 2
    assert "berkas tidak dapat ditulis" in capsys.readouterr().err
