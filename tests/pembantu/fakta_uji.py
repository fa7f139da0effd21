"""Published facts for tests, made by the functions that a notebook's last cell calls."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kla_lib.data.terbit.fakta import RINGKASAN, SEMUA_PAKET
from kla_lib.keadaan.fakta import fakta_paket, fakta_rapat
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.terbitan.simpan import publish_paket, to_json

Fakta = dict[str, Any]


def fakta_of(keadaan: Keadaan, paket: str) -> list[Fakta]:
    """Return the facts of a pack or of the summary."""
    return fakta_rapat(keadaan) if paket == RINGKASAN else fakta_paket(keadaan.klaster(paket))


def publish_fakta(keadaan: Keadaan, keluaran: Path, paket: Sequence[str] = SEMUA_PAKET) -> None:
    """Publish the facts of a meeting, each pack with its paket.json last."""
    for p in paket:
        write_fakta(fakta_of(keadaan, p), keluaran / keadaan.rapat.id / p)


def write_fakta(isi: Any, folder: Path) -> None:
    publish_paket(folder, {"fakta.json": to_json(isi)}, {"id": folder.name})


def satu(id_fakta: str, nilai: float | None, **lain: Any) -> Fakta:
    """Return a fact whose level and code follow from its id: "dokumen:D1:tautan", "nilai:em:1/1"."""
    jenis, _batas, sisa = id_fakta.partition(":")
    kode, _batas, _rinci = sisa.partition(":")
    f = {"id": id_fakta, "nilai": nilai, "satuan": "", "tingkat": jenis, "kode": kode}
    if jenis == "nilai":
        kode = sisa.rpartition(":")[2]
        f |= {"satuan": "poin", "tingkat": "pertanyaan" if "/" in kode else "klaster", "kode": kode}
    return f | {"asal": {"lembar": "", "baris": None}} | lain
