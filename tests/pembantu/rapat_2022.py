"""Meetings over small books of the 2022 form, whose klaster take marks as a whole."""

from pathlib import Path

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from tests.pembantu.buku_uji import isi_buku, write_folder
from tests.pembantu.params_uji import PARAMS


def keadaan(
    tmp_path: Path, *penilaian: list[object], tahap: str = "em", sasaran: str = "utama", **lain: object
) -> Keadaan:
    """Return a meeting over a small book at one stage."""
    kepala = {"instrumen": "2022", "tahap_berjalan": tahap}
    tmp_path.mkdir(exist_ok=True)
    write_folder(isi_buku(*penilaian, keterangan=kepala, **lain), tmp_path / "buku")  # type: ignore[arg-type]
    (tmp_path / "uji.yaml").write_text(
        f'id: uji\ndaerah: kota-contoh\ntanggal: 2025-03-18\ninstrumen: "2022"\ntahap: {tahap}\n'
        f"sasaran: {sasaran}\nbuku_data: buku\n",
        encoding="utf-8",
    )
    return load_keadaan(PARAMS, str(tmp_path / "uji.yaml"))


def nilai(total: float, tahap: str = "em") -> list[list[object]]:
    """Return marks that add to a total: what fits into klaster V, the rest over the others."""
    maks = {
        "klaster_5": 205,
        "klaster_2": 170,
        "klaster_3": 150,
        "kelembagaan": 150,
        "klaster_1": 115,
        "klaster_4": 110,
    }
    baris, sisa = [], total
    for klaster, m in {**maks, "kelana_dekela": 100}.items():
        ambil = round(min(sisa, m), 2)
        baris.append([tahap, klaster, "", "", str(ambil)])
        sisa = round(sisa - ambil, 2)
    return baris
