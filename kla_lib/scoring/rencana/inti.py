"""Tell which actions every nearly cheapest plan holds, which can be swapped, and which none holds."""

from dataclasses import dataclass

import numpy as np

from kla_lib.scoring.rencana.masalah import Masalah, Pilihan
from kla_lib.scoring.rencana.pemecah import KERJA, Jatah, Syarat, selesaikan


@dataclass(frozen=True)
class Kelompok:
    """Each action in exactly one group, but for those that `kelompok_kegiatan` was told to leave out; ids, sorted.

    inti: in every plan that costs at most the given share more than the
    cheapest, in what is minimised first and in hours.  bisa_ditukar: in some.
    tidak_dipilih: in none.  terbukti: the solver proved all of it; otherwise
    some of the first and the last group may belong to the second.
    """

    inti: tuple[str, ...]
    bisa_ditukar: tuple[str, ...]
    tidak_dipilih: tuple[str, ...]
    terbukti: bool


def kelompok_kegiatan(
    m: Masalah,
    syarat: Syarat,
    murah: Pilihan,
    hampir_sama: float,
    tambahan: int = 0,
    kerja: int = KERJA,
    lepas: Pilihan | None = None,
) -> Kelompok:
    """Return the groups for the plans that keep `syarat`, of which `murah` is the cheapest.

    hampir_sama: share (0 to 1).  Instead of forbidding and forcing one action
    after the other, each question to the solver puts as many as it can out of
    the plan, or into it, until nothing changes: the same answer, fewer questions.
    kerja: how much work all of it may take.  lepas: actions outside the plan
    that are in no group: nobody asks of them whether they could be swapped in.
    """
    lepas = np.zeros(len(m.id), dtype=bool) if lepas is None else lepas
    syarat = syarat.salin()
    for ukuran in (m.utama, m.jam):
        skala = max(float(ukuran.max(initial=0.0)), 1.0)
        batas = (1 + hampir_sama) * float(ukuran @ murah) / skala
        syarat.tambah([(n, float(u) / skala) for n, u in enumerate(ukuran) if u], atas=batas)
    inti, ada, terbukti, jatah = murah.copy(), murah.copy(), True, Jatah(kerja)
    for cari, arah in ((inti, 1.0), (~ada & ~lepas, -1.0)):
        terbukti &= _geser(m, syarat, cari, arah, tambahan, jatah, inti, ada)
    nama = np.array(m.id, dtype=object)
    ada &= ~lepas
    return Kelompok(tuple(nama[inti]), tuple(nama[ada & ~inti]), tuple(nama[~ada & ~lepas]), terbukti)


def _geser(
    m: Masalah,
    syarat: Syarat,
    cari: Pilihan,
    arah: float,
    tambahan: int,
    jatah: Jatah,
    inti: Pilihan,
    ada: Pilihan,
) -> bool:
    """Take from `inti` and add to `ada` what other plans show; whether it was proven that none shows more.

    cari: the actions in question; arah: 1 to put them out of a plan, -1 to put them in.
    """
    cari = cari.copy()
    while cari.any():
        tujuan = np.r_[np.where(cari, arah, 0.0), np.zeros(len(m.ruang) + tambahan)]
        x, terbukti = selesaikan(m, tujuan, syarat, jatah, tambahan)
        if x is None:
            return False
        pilih = x[: len(m.id)] > 0.5
        inti &= pilih
        ada |= pilih
        sisa = cari & pilih if arah > 0 else cari & ~pilih
        if (sisa == cari).all():
            return terbukti
        cari = sisa
    return True
