"""Read the scores of every meeting that is published under a folder of outputs."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kla_lib.data.terbit.fakta import RINGKASAN, read_fakta_terbit
from kla_lib.tempat import is_milik_lain, read_json

MANIFES = "manifest.json"
KUNCI = {"id": str, "daerah": str, "nama": str, "tanggal": str, "form": str, "tahap": str, "contoh": bool}
"""What a manifest tells of its meeting."""


@dataclass(frozen=True)
class RapatTerbit:
    """The scores of a published meeting; None is what it does not know.

    daerah: id of the city, nama its name.  contoh: whether its data is generated.
    terendah, tengah, tertinggi: of the forecast, 9 of 10 within the outer two.  maks: of the form.
    """

    folder: str
    id: str
    daerah: str
    nama: str
    tanggal: date
    form: str
    tahap: str
    contoh: bool
    maks: float
    diklaim: float | None
    terdukung: float | None
    terendah: float | None
    tengah: float | None
    tertinggi: float | None


def read_rapat_terbit(keluaran: Path) -> tuple[list[RapatTerbit], dict[str, str]]:
    """Return the meetings by city, form and day, and why other folders of meetings cannot be read.

    Why: "belum" has no summary yet, "rusak" is torn, "lama" was made by an
    earlier version of this workbook.
    """
    daftar, gagal = [], {}
    for folder in sorted(p.parent for p in keluaran.glob(f"*/{MANIFES}") if not is_milik_lain(p.parent.name)):
        isi = _read(folder)
        if isinstance(isi, str):
            gagal[folder.name.encode(errors="replace").decode()] = isi
        else:
            daftar.append(isi)
    return sorted(daftar, key=lambda r: (r.nama, r.daerah, r.form, r.tanggal, r.id)), gagal


def _read(folder: Path) -> RapatTerbit | str:
    manifes = read_json(folder / MANIFES)
    rapat = manifes.get("rapat") if isinstance(manifes, dict) else None
    if not isinstance(rapat, dict) or not folder.name.isprintable():
        return "rusak"
    if not rapat.keys() >= KUNCI.keys():
        return "lama"
    teks = [rapat[k] for k, jenis in KUNCI.items() if jenis is str]
    if not all(isinstance(rapat[k], jenis) for k, jenis in KUNCI.items()) or not all(t.isprintable() for t in teks):
        return "rusak"
    try:
        tanggal = date.fromisoformat(rapat["tanggal"])
    except ValueError:
        return "rusak"
    terbit = read_fakta_terbit(folder.parent, folder.name, [RINGKASAN])
    if not terbit.paket:
        return "belum" if terbit.belum else "lama" if terbit.lama else "rusak"
    return _rapat(folder.name, rapat, tanggal, {f["id"]: f["nilai"] for f in terbit.paket[RINGKASAN]})


def _rapat(folder: str, rapat: dict[str, Any], tanggal: date, nilai: dict[str, float | None]) -> RapatTerbit | str:
    maks = nilai.get(f"form:{rapat['form']}")
    if not maks or maks < 0:
        return "rusak"
    kuantil = {i.rsplit(":", 1)[1]: n for i, n in nilai.items() if i.startswith("perkiraan:") and i.count(":") == 2}
    return RapatTerbit(
        folder,
        **{k: rapat[k] for k in KUNCI if k != "tanggal"},
        tanggal=tanggal,
        maks=maks,
        diklaim=nilai.get(f"diklaim:{rapat['tahap']}"),
        terdukung=nilai.get(f"terdukung:{rapat['tahap']}"),
        terendah=kuantil.get("p05"),
        tengah=kuantil.get("p50"),
        tertinggi=kuantil.get("p95"),
    )
