from pathlib import Path
from zipfile import ZipFile

import pytest

from kla_lib.tabel.buku_kerja.scan_xlsx import catatan_xlsx

LEMBAR = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("tujuan", ["../catatan1.xml", "/xl/catatan1.xml"])
@pytest.mark.parametrize(("jenis", "unsur"), [("comments", "comment"), ("threadedComment", "threadedComment")])
def test_notes_old_and_new_are_found_by_their_cell(tmp_path: Path, tujuan: str, jenis: str, unsur: str) -> None:
    with ZipFile(tmp_path / "a.xlsx", "w") as arsip:
        arsip.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            f'<Relationships><Relationship Type="http://x/{jenis}" Target="{tujuan}"/></Relationships>',
        )
        arsip.writestr("xl/catatan1.xml", f'<a><{unsur} ref="B2"><text><t>tanya </t><t>dulu</t></text></{unsur}></a>')
    with ZipFile(tmp_path / "a.xlsx") as arsip:
        nama = {n.casefold(): n for n in arsip.namelist()}
        assert catatan_xlsx(arsip, nama, LEMBAR) == {"B2": "tanya dulu"}


def test_a_sheet_without_notes_has_none(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.xlsx", "w") as arsip:
        arsip.writestr(LEMBAR, "<worksheet/>")
    with ZipFile(tmp_path / "a.xlsx") as arsip:
        assert catatan_xlsx(arsip, {LEMBAR: LEMBAR}, LEMBAR) == {}
