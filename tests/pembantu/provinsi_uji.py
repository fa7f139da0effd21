"""Regions for tests that look over many: made by hand for arithmetic, generated and loaded once for pages."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np

from kla_lib.contoh.buat.banyak import write_daerah_contoh
from kla_lib.keadaan.provinsi import KeadaanProvinsi, load_keadaan_provinsi
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.params import Params
from kla_lib.rules.provinsi import load_provinsi
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah
from tests.pembantu.params_uji import PARAMS

BANYAK = 9
"""As many regions as it takes for one to copy another and one to claim everything."""


def daerah_uji(id_daerah: str, klaim: list[float], **lain: Any) -> RingkasDaerah:
    """Return a region of which only the points of its questions are known, and what is named."""
    isi: dict[str, Any] = {
        "nama": id_daerah.title(),
        "contoh": True,
        "tahap": "em",
        "diklaim": float(np.nansum(klaim)),
        "terdukung": None,
        "klaim": np.array(klaim, dtype=float),
        "klaim_klaster": np.full(7, np.nan),
        "periksa_klaster": None,
        "status": None,
        "jenis": {},
        "judul": frozenset(),
        "berkas": frozenset(),
        "perkiraan": None,
        "dipegang": "",
        "bantuan": None,
        "periksa": None,
        "total": None,
    }
    return RingkasDaerah(id=id_daerah, **{**isi, **lain})


@cache
def folder_daerah_contoh(banyak: int = BANYAK) -> Path:
    """Return a work folder of generated regions."""
    folder = Path(mkdtemp()) / "kerja"
    write_daerah_contoh(PARAMS, banyak, folder)
    return folder


def params_contoh(banyak: int = BANYAK) -> Params:
    """Return the rules with that work folder before them."""
    return Params(FOLDER_PARAMS, kerja=folder_daerah_contoh(banyak))


@cache
def provinsi_contoh(banyak: int = BANYAK) -> KeadaanProvinsi:
    """Return the province over the generated regions."""
    params = params_contoh(banyak)
    return load_keadaan_provinsi(
        params, load_provinsi(params, folder_daerah_contoh(banyak) / "provinsi" / "daerah-contoh.yaml")
    )
