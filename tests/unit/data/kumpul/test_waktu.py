"""When a returned file was last saved: by what stands inside it, else by the file itself."""

import os
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from kla_lib.data.kumpul.waktu import waktu_berkas

LUAR = datetime(2026, 3, 20, 1, 2, 3, tzinfo=UTC)


def tulis(path: Path, bagian: str, isi: str) -> Path:
    with ZipFile(path, "w") as arsip:
        arsip.writestr(bagian, isi)
    os.utime(path, (LUAR.timestamp(), LUAR.timestamp()))
    return path


@pytest.mark.parametrize(
    ("bagian", "isi", "waktu"),
    [
        (
            "docProps/core.xml",
            "<dcterms:modified xsi:type='dcterms:W3CDTF'>2026-03-11T08:00:00Z</dcterms:modified>",
            11,
        ),
        ("meta.xml", "<dc:date>2026-03-12T08:00:00.123456789</dc:date>", 12),
        ("meta.xml", "<dc:date>2026-03-12T08:00:00</dc:date>", 12),
    ],
)
def test_the_time_inside_comes_first(tmp_path: Path, bagian: str, isi: str, waktu: int) -> None:
    assert waktu_berkas(tulis(tmp_path / "a.xlsx", bagian, isi)) == datetime(2026, 3, waktu, 8, tzinfo=UTC)


@pytest.mark.parametrize("isi", ["", "<dcterms:modified>kemarin</dcterms:modified>"])
def test_without_one_the_file_tells(tmp_path: Path, isi: str) -> None:
    assert waktu_berkas(tulis(tmp_path / "a.xlsx", "docProps/core.xml", isi)) == LUAR
    pola = "<dcterms:modified>1980-01-01T00:00:00Z</dcterms:modified>"
    assert waktu_berkas(tulis(tmp_path / "b.xlsx", "docProps/core.xml", pola)) == LUAR


def test_a_folder_has_the_time_of_its_newest_file_and_nothing_has_none(tmp_path: Path) -> None:
    folder = tmp_path / "dinkes"
    folder.mkdir()
    for nama, saat in (("keterangan.csv", 0), ("penilaian.csv", LUAR.timestamp())):
        (folder / nama).write_text("", encoding="utf-8")
        os.utime(folder / nama, (saat, saat))
    assert waktu_berkas(folder) == LUAR
    assert waktu_berkas(tmp_path / "tidak-ada") is None
    os.utime(folder / "penilaian.csv", (0, 0))
    assert waktu_berkas(folder) is None
