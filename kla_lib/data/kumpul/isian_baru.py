"""Make the empty lines of a template for what nobody has recorded yet: actions and measurements."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.params import Params

BARU = "_baru"
"""The mark of a line that is open as a whole; a line left as it was says nothing and is not read."""
RAD_BARU = 15
"""Lines for actions that are not in the plan yet."""


def make_rad_baru(params: Params, opd: str | None, awalan: str, terpakai: Iterable[str]) -> list[dict[str, Any]]:
    """Return numbered empty lines for the actions of an office, or of the whole city."""
    ada, peran = set(terpakai), load_peran(params)
    milik = {"opd": opd, "pilar": peran[opd].pilar} if opd in peran else {}
    nomor = (f"{awalan}-rad-{n:02}" for n in range(1, RAD_BARU + len(ada) + 1))
    return [{"id_kegiatan": n, BARU: True} | milik for n in nomor if n not in ada][:RAD_BARU]


def make_capaian_baru(
    instrumen: Instrumen, daerah: Daerah, tahun: int, opd: str | None, terukur: Iterable[str]
) -> list[dict[str, Any]]:
    """Return an empty line per indikator of an office, or of the form, for which nothing is measured yet."""
    ada, milik = set(terukur), None if opd is None else indikator_utama(instrumen, opd)
    return [
        {"indikator": kode, "_indikator": nama, "tahun": tahun, "wilayah": daerah.nama, BARU: True}
        for kode, nama in zip(instrumen.indikator["indikator"], instrumen.indikator["nama_pendek"], strict=True)
        if kode not in ada and (milik is None or kode in milik)
    ]


def indikator_utama(instrumen: Instrumen, opd: str) -> set[str]:
    """Return the indikator for most of whose questions the office is responsible: it reports the measurement."""
    if instrumen.pertanyaan.empty:
        return set()
    utama: pd.DataFrame = instrumen.pertanyaan.assign(utama=[p[0] for p in instrumen.pertanyaan["opd"]])
    terbanyak = utama.groupby("indikator")["utama"].agg(lambda s: s.value_counts().index[0])
    return set(terbanyak[terbanyak == opd].index)
