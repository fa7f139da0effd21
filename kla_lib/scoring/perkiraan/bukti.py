"""Count the evidence that a forecast rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from kla_lib.rules.bukti.pengamatan import DIPAKAI, Pengamatan

PASANGAN = ("em_va", "va_vf", "em_vf")


@dataclass(frozen=True)
class BanyakBukti:
    """How much was fitted.

    em_va, va_vf, em_vf: pairs of stages.  persis: how many of them are exact
    at both ends.  daerah: of how many regions the pairs are.  pindah: moves of
    one region from one year to another.  nasional: how many regions the
    national counts cover; tahun: theirs.
    """

    em_va: int
    va_vf: int
    em_vf: int
    persis: int
    daerah: int
    pindah: int
    nasional: int
    tahun: int


def hitung_bukti(bukti: Sequence[Pengamatan]) -> BanyakBukti:
    """Return the counts of the observations that are fitted."""
    pakai = [p for p in bukti if p.guna == DIPAKAI]
    pasangan = [p for p in pakai if p.jenis in PASANGAN]
    sensus = [p for p in pakai if p.jenis == "nasional"]
    banyak = {j: sum(p.jenis == j for p in pasangan) for j in PASANGAN}
    return BanyakBukti(
        **banyak,
        persis=sum(p.rendah == p.tinggi and p.dari_rendah == p.dari_tinggi for p in pasangan),
        daerah=len({p.daerah for p in pasangan}),
        pindah=sum(p.jenis == "vf_vf" for p in pakai),
        nasional=sum(p.banyak for p in sensus),
        tahun=max((p.tahun for p in sensus), default=0),
    )
