"""Small cities with a plan within easy, hard or no reach."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from kla_lib.keadaan.keadaan import Keadaan
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import kegiatan, muat_keadaan

KLASTER = ("kelembagaan", "klaster_1", "klaster_2", "klaster_3", "klaster_4", "klaster_5", "kelana_dekela")


NILAI = ["em", "klaster_1", "4", "5", 2]


def dengan_sasaran(keadaan: Keadaan, sasaran: str, **lain: Any) -> Keadaan:
    """Return the meeting with another target, and other dates where named."""
    return replace(keadaan, rapat=keadaan.rapat.model_copy(update={"sasaran": sasaran, **lain}))


def rad_klaster(id_kegiatan: str, klaster: str, **lain: Any) -> dict[str, Any]:
    """Return an action of the RAD for a whole klaster."""
    return kegiatan(id_kegiatan, "/", "masih_bisa_dibuat", indikator=None, klaster=klaster, **lain)


def kota_klaster(
    folder: Path, tahap: str, bagian: float, sasaran: str, poin: float, anggaran: float | None = 2e6
) -> Keadaan:
    """Return a city with marks per klaster (this share of each), and one action of `poin` in the first three."""
    maks = {k.id: k.nilai_maksimal for k in keadaan_contoh("kota-contoh-1").instrumen.kepala.klaster}
    keadaan = muat_keadaan(
        folder,
        *([tahap, k, None, None, round(bagian * n)] for k, n in maks.items()),
        rad=[rad_klaster(f"R{n}", KLASTER[n], poin=poin, anggaran=anggaran) for n in range(3)],
        keterangan={"tahap_berjalan": tahap},
    )
    return dengan_sasaran(keadaan, sasaran)


def baris_kegiatan(teks: str) -> list[list[str]]:
    """Return the cells of the table of actions."""
    return [b.split(" | ") for b in teks.splitlines() if " | " in b]
