"""Fixtures of this folder."""

from pathlib import Path

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.notebook import load_keadaan
from tests.pembantu.buku_uji import isi_buku, tabel, write_xlsx
from tests.pembantu.isian_uji import RAPAT


@pytest.fixture
def buku(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book with four questions of indikator 5; one document serves two of them."""
    dokumen = (
        {"id_dokumen": "D1", "judul": "SK <Forum>", "status": "kurang"},
        {"id_dokumen": "D2", "judul": "Foto", "status": "lengkap"},
    )
    milik = [("1", "D1"), ("2", "D1"), ("3", "D2")]
    isi = isi_buku(
        ["em", "klaster_1", "5", "1", 3, "tidak", "lama", None],
        ["em", "klaster_1", "5", "2", 2.5, "ya", None, None],
        ["em", "klaster_1", "5", "3", 1, "ya", None, None],
        Data_dukung=tabel("Data dukung", *dokumen),
        Dokumen_pertanyaan=tabel(
            "Dokumen pertanyaan",
            *({"indikator": "5", "pertanyaan": p, "id_dokumen": d, "wajib": "ya"} for p, d in milik),
        ),
    )
    (tmp_path / "rapat-uji.yaml").write_text(RAPAT, encoding="utf-8")
    monkeypatch.setenv("KLA_FOLDER_RAPAT", str(tmp_path))
    return write_xlsx(isi, tmp_path / "buku.xlsx")


@pytest.fixture
def keadaan(buku: Path) -> Keadaan:
    return load_keadaan("rapat-uji")
