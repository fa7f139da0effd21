"""Fixtures of this folder."""

from pathlib import Path

import pytest

from tests.pembantu.buku_uji import isi_buku, tabel, write_xlsx
from tests.pembantu.mini_uji import RAHASIA, RAPAT


@pytest.fixture
def buku(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book with six questions of indikator 5 and a document for each of five; the first serves two."""
    status = ["kurang", "lengkap", "lengkap", "belum_diperiksa", "tidak_ada"]
    dokumen = [
        {"id_dokumen": f"D{n}", "judul": f"Dokumen <{n}>", "status": s, "catatan": RAHASIA, "tautan": t}
        for n, (s, t) in enumerate(zip(status, ["https://contoh.go.id/1", "map/2.pdf", *3 * [None]], strict=True), 1)
    ]
    milik = [("1", "D1"), ("2", "D1"), ("3", "D2"), ("4", "D3"), ("5", "D4"), ("6", "D5")]
    isi = isi_buku(
        *(["em", "klaster_1", "5", str(n), 1.5, "ya", None, None] for n in range(1, 7)),
        Data_dukung=tabel("Data dukung", *dokumen),
        Dokumen_pertanyaan=tabel(
            "Dokumen pertanyaan",
            *({"indikator": "5", "pertanyaan": p, "id_dokumen": d, "wajib": "ya"} for p, d in milik),
        ),
    )
    (tmp_path / "rapat-uji.yaml").write_text(RAPAT, encoding="utf-8")
    monkeypatch.setenv("KLA_FOLDER_RAPAT", str(tmp_path))
    return write_xlsx(isi, tmp_path / "buku.xlsx")
