"""Read the facts that an earlier meeting has published, pack by pack."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kla_lib.data.terbit.paket import PAKET_JSON, hash_berkas, read_paket
from kla_lib.rules.form.instrumen import KLASTER
from kla_lib.rules.privasi import PUBLIK
from kla_lib.tempat import read_json

FAKTA_JSON = "fakta.json"
RINGKASAN = "ringkasan"

SEMUA_PAKET = (*KLASTER, RINGKASAN)
"""The packs of a meeting in the order of the form, the summary last."""

TERBESAR = 1e15
"""No fact of ours comes near: poin, counts, rupiah."""

Fakta = dict[str, Any]


@dataclass(frozen=True)
class FaktaTerbit:
    """The facts of a meeting as they were published.

    paket: those of each pack that can be used.  belum: packs that were never
    published.  rusak: packs whose facts are not those of their paket.json.
    lama: packs of an earlier version of this workbook, whose facts do not
    suffice for a comparison.
    """

    rapat: str
    paket: dict[str, list[Fakta]]
    belum: tuple[str, ...]
    rusak: tuple[str, ...]
    lama: tuple[str, ...]


def id_capaian(ukuran: object, wilayah: object, tahun: object, jenis_sumber: object) -> str:
    """Return the id of the fact of a measurement."""
    return f"capaian:{ukuran}:{wilayah}:{tahun}:{jenis_sumber}"


def folder_terbit(rapat: str, untuk: str = PUBLIK) -> str:
    """Return where a meeting's packs lie under the outputs: those that are not for the public in a folder of their own.

    So nobody sends them by mistake, and whoever reads the public ones never meets them.
    """
    return rapat if untuk == PUBLIK else f"{rapat}/{untuk}"


def read_fakta_terbit(
    keluaran: Path, rapat: str, paket: Iterable[str] = SEMUA_PAKET, untuk: str = PUBLIK
) -> FaktaTerbit:
    """Return the published facts of some packs of a meeting under a folder of outputs.

    untuk: PUBLIK or INTERNAL, for whom the packs were made.  Only official packs
    are read: those of a scenario lie in a folder of their own.
    """
    dipakai: dict[str, list[Fakta]] = {}
    sisa: dict[str, list[str]] = {"belum": [], "rusak": [], "lama": []}
    for p in paket:
        isi = _read(keluaran / folder_terbit(rapat, untuk) / p, untuk)
        if isinstance(isi, str):
            sisa[isi].append(p)
        else:
            dipakai[p] = isi
    return FaktaTerbit(rapat, dipakai, tuple(sisa["belum"]), tuple(sisa["rusak"]), tuple(sisa["lama"]))


def _read(folder: Path, untuk: str) -> list[Fakta] | str:
    """Return the facts of a pack, or the word for why they cannot be used.

    A pack that says that it was made for others counts as never published, wherever somebody has put it.
    """
    if not (folder / PAKET_JSON).is_file() and not (folder / FAKTA_JSON).is_file():
        return "belum"
    paket, isi = read_paket(folder), read_json(folder / FAKTA_JSON)
    if paket is None or hash_berkas(folder / FAKTA_JSON) != paket["berkas"].get(FAKTA_JSON) or not _benar(isi):
        return "rusak"
    parameter = paket.get("parameter")
    if isinstance(parameter, dict) and parameter.get("untuk", untuk) != untuk:
        return "belum"
    # A meeting of which the form is not known cannot be compared: its facts were made before they told it.
    return isi if any(f["id"].startswith("form:") for f in isi) else "lama"


def _benar(isi: Any) -> bool:
    """Whether a file holds facts in the agreed form, each id once."""
    if not isinstance(isi, list) or not all(isinstance(f, dict) for f in isi):
        return False
    kolom = {"id", "nilai", "satuan", "tingkat", "kode", "asal"}
    return all(kolom <= set(f) and all(map(_teks, (f["id"], f["kode"]))) and _angka(f["nilai"]) for f in isi) and len(
        {f["id"] for f in isi}
    ) == len(isi)


def _teks(isi: Any) -> bool:
    """Whether this is a text that can be written: JSON may hold halves of signs."""
    return isinstance(isi, str) and isi == isi.encode(errors="replace").decode()


def _angka(nilai: Any) -> bool:
    return nilai is None or (isinstance(nilai, int | float) and not isinstance(nilai, bool) and abs(nilai) < TERBESAR)
