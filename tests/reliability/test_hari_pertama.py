"""The first day from end to end in a work folder: what is hers lies there, and the product's folder stays as it was."""

import json
import shutil
from pathlib import Path

from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_OUTPUTS, FOLDER_PARAMS, FOLDER_PROYEK
from tests.pembantu.keluaran_uji import kla
from tests.pembantu.kiriman_uji import Berkas

RAPAT = "kota-bekasi-2026-03-25"


def isi_produk() -> dict[str, tuple[int, int]]:
    """Return what git would see change: the rules, the notebooks, what lies at the top."""
    semua = [p for f in (FOLDER_PARAMS, FOLDER_NOTEBOOKS) for p in f.rglob("*") if p.is_file()]
    semua += [p for p in FOLDER_PROYEK.iterdir() if p.is_file()]
    return {str(p): (p.stat().st_size, p.stat().st_mtime_ns) for p in semua}


def test_from_nothing_to_the_pages_of_a_meeting_and_the_product_is_only_read(tmp_path: Path) -> None:
    sebelum, folder = isi_produk(), tmp_path / "data-kla"

    def jalan(*argumen: str) -> str:
        hasil = kla(*argumen, "--folder", str(folder))
        assert hasil.kode == 0, hasil.pesan
        return hasil.keluar

    jalan("mulai", "Kota Bekasi", "--tahun", "2025", "--rapat", "2026-03-25")
    kembali = folder / "kembali" / "disdukcapil.xlsx"
    shutil.copy(folder / "isian" / "kota-bekasi-disdukcapil.xlsx", kembali)
    with Berkas(kembali) as b:
        b.jawab("4/3", nilai=1)
        b.isi("Data dukung", 5, judul="Laporan kutipan akta", status="lengkap")
    jalan("collect")
    assert "Tidak ada kesalahan." in jalan("check")
    nilai = json.loads(jalan("score", "--json").splitlines()[-1])
    assert (nilai["daerah"], nilai["diklaim"]) == ("kota-bekasi", 1)
    jalan("run", "--only", "klaster_1", "--jobs", "1")
    terbit = folder / "outputs" / RAPAT
    assert (terbit / "index.html").is_file()
    assert "Kota Bekasi" in (terbit / "klaster_1" / "ringkas.html").read_text(encoding="utf-8")
    assert isi_produk() == sebelum
    assert not (FOLDER_OUTPUTS / RAPAT).exists()
