"""Where a workbook has no sheet of decisions, its days are days wherever the workbook can show them."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.pembantu.buku_uji import Penulis
from tests.pembantu.keputusan_uji import BARU, buku, keputusan_of, lembar_csv, terima


@pytest.mark.parametrize("bergaya", [True, False])
def test_a_new_sheet_holds_days_or_where_no_style_shows_them_their_text(bergaya: bool, tmp_path: Path) -> None:
    isi = buku()
    if not bergaya:
        isi["Keterangan"] = [[k, v.isoformat() if isinstance(v, date) else v] for k, v in isi["Keterangan"]]
    path = Penulis("xlsx", tmp_path).tulis(isi)
    terima(path, lembar_csv(tmp_path / "k.csv", BARU))
    sel = openpyxl.load_workbook(path)["Tindak lanjut"]["H2"].value
    assert sel == (datetime(2025, 3, 1) if bergaya else "2025-03-01")
    assert keputusan_of(path)["K1-01"]["tenggat"] == date(2025, 3, 1)
