"""Small books with promises, and sheets of decisions as people fill them."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from kla_lib.data.buku import load_buku
from kla_lib.data.keputusan.catat import Penerimaan, take_keputusan
from kla_lib.data.tulis import rows_of
from tests.pembantu.buku_uji import KOLOM, Isi, isi_buku, tabel, write_xlsx
from tests.pembantu.params_uji import PARAMS

RAPAT = "kota-contoh-1"
"""A meeting that params/rapat knows, of 11 February 2025."""

LAMA: dict[str, Any] = {
    "id_keputusan": "K0-01",
    "rapat": "kota-contoh-0",
    "keputusan": "Mengunggah sertifikat petugas",
    "klaster": "klaster_5",
    "indikator": "21A",
    "pertanyaan": "8",
    "opd": "uptd_ppa",
    "tenggat": date(2025, 3, 14),
    "hasil": "Baru 14 dari 46 petugas.",
    "status": "berjalan",
    "tanggal_status": date(2025, 2, 6),
}
BARU: dict[str, Any] = {
    "id_keputusan": "K1-01",
    "rapat": RAPAT,
    "keputusan": "Menetapkan jadwal unggah",
    "opd": "DP3A",
    "tenggat": date(2025, 3, 1),
    "status": "belum",
}
NILAI = ["em", "klaster_1", "5", "1", 3, "tidak", None, None]


def buku(*keputusan: dict[str, Any]) -> Isi:
    """Return a book with these decisions; without any it has no such table."""
    lain = {"Tindak_lanjut": tabel("Tindak lanjut", *keputusan)} if keputusan else {}
    return isi_buku(NILAI, **lain)


def keputusan_of(path: Path) -> dict[str, dict[str, Any]]:
    """Return the decisions of a book by id; an id that stands there twice fails the test."""
    t = load_buku(PARAMS, path).tindak_lanjut
    baris = [] if t is None else rows_of(t)
    hasil = {r["id_keputusan"]: r for r in baris}
    assert len(hasil) == len(baris)
    return hasil


def lembar_csv(path: Path, *baris: dict[str, Any]) -> Path:
    """Write a sheet without memory of its making."""
    with path.open("w", encoding="utf-8", newline="") as f:
        csv.writer(f).writerows(tabel("Tindak lanjut", *baris))
    return path


def lembar_xlsx(
    path: Path,
    *baris: dict[str, Any],
    semula: tuple[dict[str, Any], ...] = (),
    usulan: tuple[dict[str, Any], ...] = (),
    rapat: dict[str, str] | None = None,
) -> Path:
    """Write a sheet that remembers how it was made, filled with `baris`."""
    milik = {"id": RAPAT, "tanggal": "2025-02-11", "daerah": "kota-contoh"} | (rapat or {})
    kepala = KOLOM["Tindak lanjut"].split()
    isi = {
        "Tindak lanjut": tabel("Tindak lanjut", *baris),
        "_Semula": [kepala, *tabel("Tindak lanjut", *semula)[1:]],
        "_Usulan": [kepala, *tabel("Tindak lanjut", *usulan)[1:]],
        "_Rapat": [["kunci", "isi"], *([k, v] for k, v in milik.items())],
    }
    return write_xlsx(isi, path)


def isi_disk(path: Path) -> dict[str, bytes]:
    """Return every file of a book."""
    return {p.name: p.read_bytes() for p in (path.iterdir() if path.is_dir() else [path])}


def terima(path: Path, berkas: Path) -> Penerimaan:
    """Take a sheet in and see that the same sheet again changes nothing."""
    hasil = take_keputusan(PARAMS, path, berkas)
    sesudah = isi_disk(path)
    lagi = take_keputusan(PARAMS, path, berkas)
    assert not lagi.berubah
    assert lagi.cadangan is None
    assert isi_disk(path) == sesudah
    return hasil
