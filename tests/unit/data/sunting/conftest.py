"""Fixtures of this folder."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.pembantu.buku_uji import isi_buku, tabel, write_xlsx
from tests.pembantu.xlsx_uji import SLICER, hias, simpan_terhitung


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    """A book as evaluators have it: colours, notes, checks, a chart, a summary with formulas, and a slicer."""
    isi = isi_buku(
        ["em", "klaster_1", "5", "1", 3.0, "tidak", "lama", None],
        ["em", "klaster_1", "5", "2", 0.5, "ya", None, None],
        ["em", "klaster_1", "5", "3", 1.25, None, None, None],
        Data_dukung=tabel(
            "Data dukung",
            {"id_dokumen": "D1", "judul": "SK", "status": "kurang", "tanggal_dokumen": date(2024, 3, 1)},
        ),
        Dokumen_pertanyaan=tabel(
            "Dokumen pertanyaan", {"indikator": "5", "pertanyaan": "1", "id_dokumen": "D1", "wajib": "ya"}
        ),
    )
    path = write_xlsx(isi, tmp_path / "buku.xlsx")
    wb = openpyxl.load_workbook(path)
    hias(wb["Penilaian"])
    ringkas = wb.create_sheet("_Ringkasan")
    ringkas["A1"] = "Jumlah"
    ringkas["B1"] = "=SUM(Penilaian!E2:E4)"
    simpan_terhitung(wb, path, **{"xl/slicers/slicer1.xml": SLICER})
    return path
