"""Ask the solver one question about a choice, with a bound on its work that is the same on every machine."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.rencana.masalah import Masalah, Pilihan
from kla_lib.tanpa_cetakan import tanpa_cetakan

if TYPE_CHECKING:
    from scipy.optimize import LinearConstraint

OPTIMAL, TIDAK_ADA = 0, 2

KERJA = 10_000_000
"""How much work one search may take, as `Jatah` counts it: some seconds, many times what the examples need."""

AKAR = 100
"""As how many nodes a question counts before the search branches."""

TERKECIL = 1_500
"""As how many numbers the conditions of a small question count, so that small ones are not asked without end."""


class Jatah:
    """What is left of the work of one search, which may ask the solver several times.

    The unit is one node of the solver's tree for one number of the conditions.
    It is counted in work and not in seconds, so that a search that ends before
    its proof ends at the same place on every machine.
    """

    def __init__(self, kerja: int = KERJA) -> None:
        self.sisa = kerja

    def simpul(self, syarat: "Syarat") -> int:
        """Return how many nodes are left for a question with these conditions."""
        return self.sisa // max(len(syarat.isi), TERKECIL)

    def pakai(self, simpul: int, syarat: "Syarat") -> None:
        """Take off what a question has cost."""
        self.sisa -= (AKAR + simpul) * max(len(syarat.isi), TERKECIL)


@dataclass
class Syarat:
    """Linear conditions on the columns [actions, places, further ones], as rows of a sparse matrix."""

    baris: list[int] = field(default_factory=list)
    kolom: list[int] = field(default_factory=list)
    isi: list[float] = field(default_factory=list)
    bawah: list[float] = field(default_factory=list)
    atas: list[float] = field(default_factory=list)

    def tambah(self, suku: Iterable[tuple[int, float]], bawah: float = -np.inf, atas: float = np.inf) -> None:
        """Add bawah ≤ Σ isi × kolom ≤ atas."""
        for kolom, isi in suku:
            self.baris.append(len(self.bawah))
            self.kolom.append(kolom)
            self.isi.append(isi)
        self.bawah.append(bawah)
        self.atas.append(atas)

    def coret(self, pilih: Pilihan) -> None:
        """Allow every choice of actions but this one."""
        self.tambah([(n, -1.0 if ya else 1.0) for n, ya in enumerate(pilih)], bawah=1.0 - float(pilih.sum()))

    def salin(self) -> "Syarat":
        """Return a copy to add to."""
        return Syarat([*self.baris], [*self.kolom], [*self.isi], [*self.bawah], [*self.atas])

    def kendala(self, lebar: int) -> "LinearConstraint":
        """Return the conditions in the solver's form."""
        bentuk = (len(self.bawah), lebar)
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array

        return LinearConstraint(csr_array((self.isi, (self.baris, self.kolom)), shape=bentuk), self.bawah, self.atas)


def selesaikan(m: Masalah, tujuan: Larik, syarat: Syarat, jatah: Jatah, tambahan: int = 0) -> tuple[Larik | None, bool]:
    """Return the columns that minimise `tujuan`, with whether that is proven; None where there is no choice.

    Columns: actions (0 or 1), points per place, then `tambahan` more of 0 or 1.
    None that is not proven: none was found with the work that is left.
    """
    a, t = len(m.id), len(m.ruang)
    lebar = a + t + tambahan
    bulat = np.r_[np.ones(a), np.zeros(t), np.ones(tambahan)]
    atas = np.r_[np.ones(a), m.ruang, np.ones(tambahan)]
    if lebar == 0:
        return (np.zeros(0), True) if all(b <= 0 for b in syarat.bawah) else (None, True)
    simpul = jatah.simpul(syarat)
    if simpul <= 0:
        return None, False
    # Imported here: scipy takes most of a second, and every kernel of a batch would pay for it.
    from scipy.optimize import Bounds, milp

    with tanpa_cetakan():
        hasil = milp(
            tujuan,
            integrality=bulat,
            bounds=Bounds(0.0, atas),
            constraints=syarat.kendala(lebar) if syarat.bawah else None,
            options={"mip_rel_gap": 0.0, "node_limit": simpul},
        )
    jatah.pakai(int(hasil.get("mip_node_count") or 0), syarat)
    if hasil.x is None:
        return None, hasil.status == TIDAK_ADA
    return np.asarray(hasil.x, dtype=float), hasil.status == OPTIMAL
