"""Put in order what a verifier looks at first: points at stake times doubt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from kla_lib.rules.form.kode import kode_pertanyaan


@dataclass(frozen=True)
class Diperiksa:
    """One question to look at.

    nilai: points at the stage before (poin).  ragu: 0 to 1, an assumption, and
    keadaan why.  dokumen: the titles that decide it.
    """

    klaster: str
    indikator: str
    pertanyaan: str
    label: str
    terbalik: bool
    nilai: float
    nilai_maksimal: float
    keadaan: str
    ragu: float
    dokumen: tuple[str, ...]

    @property
    def kode(self) -> str:
        return kode_pertanyaan(self.indikator, self.pertanyaan)

    @property
    def taruhan(self) -> float:
        """Points at stake times doubt (poin)."""
        return self.nilai * self.ragu


@dataclass(frozen=True)
class DaftarPeriksa:
    """What is left to look at for one stage, most at stake first.

    dari: the stage whose points are looked at.  sudah: how many questions that
    stage's verifier has marked already.
    """

    tahap: str
    dari: str
    soal: tuple[Diperiksa, ...]
    sudah: int

    @property
    def taruhan(self) -> float:
        return sum(s.taruhan for s in self.soal)

    def separuh(self) -> int:
        """Return how many questions, in this order, hold half of what is at stake."""
        jumlah = 0.0
        for n, s in enumerate(self.soal, start=1):
            jumlah += s.taruhan
            if 2 * jumlah >= self.taruhan:
                return n
        return 0


def daftar_periksa(
    triase: pd.DataFrame,
    tahap: str,
    dari: str,
    dokumen: Mapping[tuple[str, str], Sequence[str]],
    sudah: set[tuple[str, str]],
) -> DaftarPeriksa:
    """Return the questions with points that have no mark of `tahap` yet.

    triase: of `triase` at the stage `dari`.  dokumen: titles by indikator and
    number.  sudah: the questions that the stage has marked.
    """
    soal = [
        Diperiksa(
            r.klaster,
            r.indikator,
            r.pertanyaan,
            r.label,
            bool(r.terbalik),
            float(r.nilai),
            float(r.nilai_maksimal),
            r.keadaan,
            float(r.ragu),
            tuple(dokumen.get((r.indikator, r.pertanyaan), ())),
        )
        for r in triase[triase["nilai"] > 0].itertuples(index=False)
        if (r.indikator, r.pertanyaan) not in sudah
    ]
    urut = sorted(soal, key=lambda s: (-s.taruhan, -s.nilai))
    return DaftarPeriksa(tahap, dari, tuple(urut), len(sudah))
