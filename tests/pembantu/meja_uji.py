"""Panels over the example meetings, and the gestures that a browser would send."""

from pathlib import Path
from typing import Any

from kla_lib.rules.params import params_bawaan
from kla_lib.views.skenario.meja import open_meja
from kla_lib.views.skenario.papan import Papan
from tests.pembantu.params_uji import params_skenario


def papan(folder: Path, rapat: str = "kota-contoh-1") -> tuple[Any, Papan]:
    """Return a table and its panel; scenarios and workbooks go to `folder`."""
    meja = open_meja(params_skenario(folder / "skenario", params_bawaan().rapat), rapat, folder / "outputs")
    return meja, Papan(meja)


def geser(p: Papan, kode: str, ke: float) -> None:
    """Move a weight as the browser tells it: percent of the siblings."""
    p.bobot.baris._handle_custom_msg({"kode": kode, "ke": ke, "nomor": "uji"}, [])


def kata(p: Papan, **isi: object) -> None:
    """Say something else from the rows of weights."""
    p.bobot.baris._handle_custom_msg(isi, [])


def isi_baris(p: Papan, kode: str, isi: Any) -> None:
    """Change a row of the lists below."""
    p.nilai.daftar._handle_custom_msg({"kode": kode, "isi": isi}, [])


def baris(p: Papan, kode: str) -> dict[str, Any]:
    """Return a visible row, of weights or of the lists below."""
    semua = [*p.bobot.baris.baris, *p.nilai.daftar.baris]
    return next(b for b in semua if b["kode"] == kode)


def simpan(p: Papan, nama: str, alasan: str = "Menguji bobot lain") -> str:
    """Fill the form and save; return what is said."""
    p.simpan.buka()
    p.simpan.nama.value, p.simpan.penulis.value, p.simpan.alasan.value = nama, "Bidang PHA", alasan
    p.simpan.simpan.click()
    return str(p.simpan.pesan.value)
