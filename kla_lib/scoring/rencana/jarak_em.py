"""The recorded points that a target needs: no final score lies above them, whatever documents say."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kla_lib.scoring.nilai.nilai import Larik

TELITI = 1e-6


@dataclass(frozen=True)
class JarakEm:
    """What actions (a,) add to the recorded points, and how many the target still needs.

    poin: what each adds at most (a,).  atap: rows (r, a) of actions that share
    the room ruang (r,), each question before its indikator and that before its klaster.
    butuh: points needed; nothing is asked where that is not above 0.
    """

    poin: Larik
    atap: npt.NDArray[np.bool_]
    ruang: Larik
    butuh: float

    @property
    def terbuka(self) -> bool:
        """Whether the recorded points lie below the target."""
        return self.butuh > TELITI

    def tambah(self, pilih: npt.NDArray[np.bool_]) -> float:
        """Return what a choice adds at most, within every room."""
        return float(dalam_ruang(self.poin * pilih, self.atap, self.ruang).sum())

    def cukup(self, pilih: npt.NDArray[np.bool_]) -> bool:
        """Whether a choice can close the distance, or there is none."""
        return not self.terbuka or self.tambah(pilih) >= self.butuh - TELITI

    def syarat(self) -> Iterator[tuple[Larik, float]]:
        """Yield (factors (a,), least sum): every choice that is enough keeps them.

        Rooms make what a choice adds less than the sum of its actions.  One
        condition takes no room for full, one each room that can be, one all
        of them; `syarat_pilihan` gives what these leave out.
        """
        penuh = self.poin @ self.atap.T > self.ruang + TELITI
        semua = [np.zeros(len(self.ruang), dtype=bool), *np.eye(len(self.ruang), dtype=bool)[penuh], penuh]
        sudah: set[tuple[bool, ...]] = set()
        for isi in semua:
            if tuple(isi) not in sudah:
                sudah.add(tuple(isi))
                yield self._bila_penuh(isi)

    def syarat_pilihan(self, pilih: npt.NDArray[np.bool_]) -> tuple[Larik, float]:
        """Return the condition that a choice which is not enough breaks, and every one that is enough keeps."""
        isi, penuh = self.poin * pilih, np.zeros(len(self.ruang), dtype=bool)
        for r, (milik, ruang) in enumerate(zip(self.atap, self.ruang, strict=True)):
            jumlah = float(isi[milik].sum())
            if jumlah > ruang + TELITI:
                isi = np.where(milik, isi * (ruang / jumlah), isi)
                penuh[r] = True
        return self._bila_penuh(penuh)

    def _bila_penuh(self, penuh: npt.NDArray[np.bool_]) -> tuple[Larik, float]:
        """Return the condition in which these rooms count whole, whatever is chosen in them."""
        faktor, butuh = self.poin.copy(), self.butuh
        for r in reversed(np.flatnonzero(penuh)):  # a klaster takes the place of its indikator
            if faktor[self.atap[r]].any():
                faktor[self.atap[r]] = 0.0
                butuh -= float(self.ruang[r])
        return faktor, butuh


def dalam_ruang(poin: Larik, atap: npt.NDArray[np.bool_], ruang: Larik) -> Larik:
    """Return points (a,) cut by the same share where a room has less than they add."""
    hasil = poin.copy()
    for milik, batas in zip(atap, ruang, strict=True):
        isi = float(hasil[milik].sum())
        if isi > batas:
            hasil[milik] *= batas / isi
    return hasil
