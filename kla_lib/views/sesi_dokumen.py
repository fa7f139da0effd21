"""List the documents that save most points in one session, and what this cycle cannot count any more."""

from collections.abc import Sequence

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.scoring.celah import SIKLUS_BERIKUTNYA, celah_pertanyaan
from kla_lib.views.konteks import Konteks
from kla_lib.views.permintaan import daftar_pengamanan
from kla_lib.views.sebutan import poin, sebut_pertanyaan
from kla_lib.views.tampilan import Tampilan, potongan

DOKUMEN_PALING_BANYAK, NANTI_PALING_BANYAK = 10, 5
SIMPANAN = "celah_rapat"


def dokumen_teratas(konteks: Konteks, klaster: Sequence[str]) -> Tampilan:
    """Return the ten documents that most recorded points of these klaster wait for; final marks wait for none."""
    if konteks.hasil is not None and konteks.hasil.tahap == "vf":
        return _kosong(_("Nilai ini nilai akhir, jadi tidak ada lagi dokumen yang mengubahnya."))
    return daftar_pengamanan(konteks, klaster, DOKUMEN_PALING_BANYAK)


def tak_terhitung(konteks: Konteks, klaster: Sequence[str]) -> Tampilan:
    """Return the questions of these klaster whose missing points only the next cycle can bring, most points first."""
    h = konteks.hasil
    if h is None:
        return _kosong(_("Nilai belum dicatat, jadi belum diketahui poin mana yang lepas dari siklus ini."))
    if h.tahap == "vf":
        return _kosong(_("Nilai ini nilai akhir: poin yang belum didapat baru bisa diraih pada siklus berikutnya."))
    if h.terdukung is None and konteks.buku.rad is None:
        return _kosong(_("Dokumen dan RAD belum dicatat, jadi belum diketahui poin mana yang lepas dari siklus ini."))
    c = _celah(konteks)
    c = c[(c["jenis"] == SIKLUS_BERIKUTNYA) & c["klaster"].isin(klaster) & (c["celah"].round(2) > 0)]
    if c.empty:
        return _kosong(_("Belum ada poin yang dinyatakan lepas dari siklus ini."))
    c = c.sort_values("celah", ascending=False, kind="stable")
    butir = [
        f"{r.indikator}/{r.pertanyaan} {sebut_pertanyaan(r.label, r.terbalik)} ({poin(r.celah)})"
        for r in c.head(NANTI_PALING_BANYAK).itertuples(index=False)
    ]
    lebih = len(c) - len(butir)
    if lebih > 0:
        butir.append(_("dan {n} pertanyaan lain").format(n=lebih))
    kalimat = _("{n} pertanyaan baru bisa dihitung pada siklus berikutnya; poinnya di siklus ini tidak dikejar.")
    kalimat = kalimat.format(n=len(c))
    return potongan("kalimat_butir", "\n".join([kalimat, *butir]), kalimat=kalimat, butir=butir)


def _celah(konteks: Konteks) -> pd.DataFrame:
    """Return the gaps of the whole meeting, found once and kept with it."""
    simpanan = vars(konteks)
    if SIMPANAN not in simpanan:
        if konteks.hasil is None:
            raise ValueError("no marks, so no gaps")
        simpanan[SIMPANAN] = celah_pertanyaan(konteks.buku, konteks.hasil)
    celah: pd.DataFrame = simpanan[SIMPANAN]
    return celah


def _kosong(pesan: str) -> Tampilan:
    return potongan("kosong", pesan, pesan=pesan)
