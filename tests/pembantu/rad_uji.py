"""Small books with a RAD, and meetings over them on 18 March 2025."""

from datetime import date
from pathlib import Path
from typing import Any

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from tests.pembantu.buku_uji import isi_buku, tabel, write_folder
from tests.pembantu.params_uji import PARAMS

HARI = date(2025, 3, 18)
BIASA = {
    "klaster": "klaster_3",
    "kegiatan": "Menulis matriks",
    "opd": "dinas_kesehatan",
    "pilar": "pemerintah",
    "status": "berjalan",
}


def keadaan_rad(tmp_path: Path, *kegiatan: dict[str, Any], penilaian: list[list[Any]] | None = None) -> Keadaan:
    """Return a meeting over a book with these actions; each is named R1, R2 … and filled up from BIASA."""
    rad = tabel("RAD", *({"id_kegiatan": f"R{n}", **BIASA, **k} for n, k in enumerate(kegiatan, start=1)))
    isi = isi_buku(*(penilaian or [["em", "klaster_3", "12", "1", "2"]]), RAD=rad)
    write_folder(isi, tmp_path / "buku")
    (tmp_path / "uji.yaml").write_text(
        f'id: uji\ndaerah: kota-contoh\ntanggal: {HARI}\ninstrumen: "2024"\ntahap: em\n'
        "sasaran: utama\nbuku_data: buku\n",
        encoding="utf-8",
    )
    return load_keadaan(PARAMS, str(tmp_path / "uji.yaml"))
