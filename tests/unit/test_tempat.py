"""Names, links and JSON that others may have written: what counts, and what is passed over."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.tempat import check_tautan, is_milik_lain, is_tempat, read_json


@pytest.mark.parametrize(
    "nama",
    [
        *(
            "Thumbs.db",
            "thumbs.db",
            "desktop.ini",
            "Desktop.ini",
            ".DS_Store",
            "._penilaian.csv",
            "~$buku.xlsx",
            "Icon\r",
        ),
        *(".~lock.penilaian.csv#", "~WRL0001.tmp", "__MACOSX", "$RECYCLE.BIN", "buku.xlsx~", "unduhan.crdownload"),
        "penilaian (Budi's conflicted copy 2025-03-01).csv",
        "penilaian (salinan yang bertentangan dari LAPTOP 2025-03-01).csv",
        "penilaian (conflicted copy 2025-03-01 101500).csv",
        "penilaian.sync-conflict-20250301-101500-ABCDEF1.csv",
        "penilaian [Conflict].csv",
    ],
)
def test_what_other_programs_leave_is_passed_over(nama: str) -> None:
    assert is_milik_lain(nama)


@pytest.mark.parametrize(
    "nama",
    [
        "penilaian.csv",
        "dinas_kesehatan.xlsx",
        "buku (1).xlsx",
        "Copy of buku.xlsx",
        "anak dalam konflik.csv",
        "_arsip.csv",
    ],
)
def test_what_is_somebody_s_work_is_not(nama: str) -> None:
    assert not is_milik_lain(nama)


@pytest.mark.parametrize("nama", ["ringkas.html", "opd/dinas_kesehatan.xlsx", "a b.html", "x..y", "é.html"])
def test_a_name_inside_a_folder_is_one(nama: str) -> None:
    assert is_tempat(nama)


@pytest.mark.parametrize(
    "nama",
    [
        *("", ".", "..", "../x", "a/../x", "a/../../x", "/x", "//x", "a//x", "a/", "./x", "a/./x", "..\\x", "a\\..\\x"),
        *("C:x", "C:\\x", "x:aliran", "a\0b", "a\nb", "\x1b[2J", "\ud800", ".. /x", "... /x", "a/ ./x", "*", "a?b"),
        *(None, 1, ["x"]),
    ],
)
def test_a_name_that_could_lead_out_of_it_is_not(nama: object) -> None:
    assert not is_tempat(nama)


def test_every_link_is_named(tmp_path: Path) -> None:
    (tmp_path / "rapat" / "klaster_1").mkdir(parents=True)
    check_tautan(tmp_path / "rapat", tmp_path / "tidak ada")
    (tmp_path / "rapat" / "klaster_2").symlink_to(tmp_path)
    (tmp_path / "rapat" / "klaster_1" / "x.html").symlink_to(tmp_path / "tidak ada")
    (tmp_path / "tautan").symlink_to(tmp_path / "rapat")
    with pytest.raises(KlaError) as e:
        check_tautan(tmp_path / "rapat", tmp_path / "tautan")
    assert [k.berkas.split("/")[-1] for k in e.value.kesalahan] == ["klaster_2", "x.html", "tautan"]
    assert "tautan ke tempat lain, jadi tidak ditulisi. Hapus tautan ini" in str(e.value)


@pytest.mark.parametrize("isi", [b"", b"{", b"\xff", b"[" * 200_000, b'{"a": ' * 50_000, b"1" * 5000])
def test_json_that_cannot_be_read_is_none(isi: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(isi)
    assert read_json(tmp_path / "x.json") is None
    assert read_json(tmp_path) is None
    assert read_json(tmp_path / "x\0.json") is None
