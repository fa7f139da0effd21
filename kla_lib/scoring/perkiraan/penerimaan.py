"""Measure how much of a city's points its verifiers accepted, by the state of the documents at that time."""

from collections.abc import Mapping
from dataclasses import dataclass

from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN


@dataclass(frozen=True)
class Penerimaan:
    """The questions whose documents were in one state (of KEADAAN_DOKUMEN) when they were verified.

    pertanyaan: how many.  diklaim, diterima: their points before and after (poin).
    """

    keadaan: str
    pertanyaan: int
    diklaim: float
    diterima: float

    @property
    def bagian(self) -> float:
        """The accepted share; above 1 where verifiers gave more than was claimed."""
        return self.diterima / self.diklaim


def penerimaan(em: Mapping[str, float], va: Mapping[str, float], keadaan: Mapping[str, int]) -> tuple[Penerimaan, ...]:
    """Return what was accepted in each state that occurs, in the order of KEADAAN_DOKUMEN.

    em, va: points by code (poin).  keadaan: positions in KEADAAN_DOKUMEN by
    code.  Questions without claimed points, without a verified mark or without
    a state say nothing and are left out.
    """
    hasil = []
    for n, nama in enumerate(KEADAAN_DOKUMEN):
        kode = [k for k, nilai in em.items() if nilai > 0 and k in va and keadaan.get(k) == n]
        if kode:
            hasil.append(Penerimaan(nama, len(kode), sum(em[k] for k in kode), sum(va[k] for k in kode)))
    return tuple(hasil)
