import zlib
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, BadZipFile, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.errors import KlaError
from kla_lib.tabel.buku_kerja.arsip import check_arsip


def arsip(path: Path, cara: int = ZIP_DEFLATED, **bagian: bytes) -> Path:
    with ZipFile(path, "w", cara) as z:
        for nama, isi in bagian.items():
            z.writestr(nama.replace("__", "."), isi)
    return path


def test_an_honest_archive_passes(tmp_path: Path) -> None:
    check_arsip(arsip(tmp_path / "a", a__xml=b"<a/>", b__png=bytes(9)), "a")


def test_a_part_that_says_it_is_shorter_than_it_is_makes_the_archive_broken(tmp_path: Path) -> None:
    """The check sum is made to fit the part that a trusting reader would see."""
    path = arsip(tmp_path / "a", a__xml=b"x" * 4000)
    isi = path.read_bytes()
    for lama, baru in ((4000, 100), (zlib.crc32(b"x" * 4000), zlib.crc32(b"x" * 100))):
        isi = isi.replace(lama.to_bytes(4, "little"), baru.to_bytes(4, "little"))
    path.write_bytes(isi)
    with ZipFile(path) as z:
        assert z.read("a.xml") == b"x" * 100
    with pytest.raises(BadZipFile):
        check_arsip(path, "a")


def test_packing_that_no_spreadsheet_uses_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadZipFile, match="no spreadsheet uses"):
        check_arsip(arsip(tmp_path / "a", ZIP_BZIP2, a__xml=b"<a/>"), "a")


def test_a_part_that_is_there_twice_is_refused_for_readers_disagree_which_one_counts(tmp_path: Path) -> None:
    with pytest.raises(BadZipFile, match="twice"):
        check_arsip(arsip(tmp_path / "a", a__xml=b"<a/>", A__xml=b"<b/>"), "a")


@pytest.mark.parametrize("kode", ["utf-8", "utf-16"])
@pytest.mark.parametrize("geser", [0, (1 << 20) - 5])
def test_entities_are_found_in_any_encoding_and_wherever_they_stand(tmp_path: Path, kode: str, geser: int) -> None:
    isi = f"<!--{' ' * geser}--><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode(kode)
    with pytest.raises(KlaError, match="a: berkas memuat DOCTYPE"):
        check_arsip(arsip(tmp_path / "a", a__xml=isi), "a")


def test_a_picture_may_hold_any_bytes(tmp_path: Path) -> None:
    check_arsip(arsip(tmp_path / "a", a__png=b"<!DOCTYPE"), "a")


@given(letak=st.integers(0, 399), byte=st.binary(min_size=1, max_size=4))
def test_a_damaged_archive_passes_or_is_told_to_be_broken(
    tmp_path_factory: pytest.TempPathFactory, letak: int, byte: bytes
) -> None:
    path = arsip(tmp_path_factory.getbasetemp() / "rusak", a__xml=b"<a/>" * 9, b__png=bytes(99))
    isi = bytearray(path.read_bytes())
    isi[letak : letak + len(byte)] = byte
    path.write_bytes(isi)
    try:
        check_arsip(path, "a")
    except KlaError as e:
        assert str(e).startswith("a: ")
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, OverflowError):
        pass
