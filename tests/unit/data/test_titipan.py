"""What systems, office programs and cloud folders leave in the evaluator's folders is passed over by every reader."""

from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.data.buku import hash_buku, load_buku
from kla_lib.data.kumpul.kiriman import daftar_kiriman
from kla_lib.rules.params import Params
from tests.pembantu.buku_uji import isi_buku, write_folder
from tests.pembantu.params_uji import PARAMS

TITIPAN = (
    *("Thumbs.db", "desktop.ini", ".DS_Store", "._penilaian.csv", ".~lock.penilaian.csv#", "~$buku.xlsx"),
    *("~WRL1.tmp", "penilaian (Budi's conflicted copy 2025-03-01).csv", "penilaian.sync-conflict-20250301-1.csv"),
)


def titipkan(folder: Path) -> None:
    for nama in TITIPAN:
        (folder / nama).write_bytes(b"\x00\x05\x16\x07bukan tabel")
    (folder / "__MACOSX").mkdir()


def test_a_folder_of_a_book_is_read_as_if_they_were_not_there(tmp_path: Path) -> None:
    path = write_folder(isi_buku(["em", "klaster_1", "5", "1", 3]), tmp_path / "buku")
    sebelum = hash_buku(path)
    titipkan(path)
    assert load_buku(PARAMS, path).hash == sebelum == hash_buku(path)


def test_a_folder_of_returned_files_too_and_a_second_version_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kembali"
    folder.mkdir()
    isi = isi_buku(["em", "klaster_1", "5", "1", 1, "ya"], keterangan={"opd": "diskominfo"})
    write_folder(isi, folder / "diskominfo")
    titipkan(folder)
    (folder / "diskominfo (conflicted copy 2025-03-01).xlsx").write_bytes(b"PK")
    assert daftar_kiriman(folder) == [folder / "diskominfo"]
    assert main(["collect", str(folder), "-o", str(tmp_path / "buku.xlsx")]) == 0
    assert "(conflicted copy 2025-03-01).xlsx: salinan kedua buatan folder awan" in capsys.readouterr().out


def test_rules_are_found_as_if_they_were_not_there(tmp_path: Path) -> None:
    (tmp_path / "daerah").mkdir()
    (tmp_path / "daerah" / "kota.yaml").write_text("id: kota")
    params = Params(tmp_path)
    sebelum = params.berkas()
    titipkan(tmp_path / "daerah")
    (tmp_path / "daerah" / "._kota.yaml").write_bytes(b"\x00")
    assert list(params.daftar("daerah")) == ["kota"]
    assert params.berkas() == sebelum
