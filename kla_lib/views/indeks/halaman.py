"""Make the cells of 50_indeks from a table: the answer, how sure it is, what is missing, the panel."""

from typing import Any

from kla_lib.bahasa import _
from kla_lib.keadaan.indeks import IndeksKota
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.views.indeks.kalimat import jawaban, peringatan, temuan_audit
from kla_lib.views.indeks.meja import MejaIndeks
from kla_lib.views.indeks.pasti import chart_pengaruh, kalimat_pasti
from kla_lib.views.rupa.tampilan import Tampilan, daftar_berbutir, paragraf, pernyataan, tumpuk


def panel_indeks(meja: MejaIndeks) -> Any:
    """Return the panel as one widget; where book or index are broken, it says what is wrong with them."""
    # Imported here: who reads the notebook without its kernel pays for no widget.
    from kla_lib.views.indeks.papan import PapanIndeks

    return PapanIndeks(meja).akar


def kalimat_indeks(meja: MejaIndeks) -> Tampilan:
    """Return the answer in a sentence, by the weights of the file."""
    return pernyataan(jawaban(meja.kota_resmi), [_("Hitungan sendiri, bukan IPA, IPHA, atau IPKA dari kementerian.")])


def pasti_indeks(meja: MejaIndeks) -> Tampilan:
    """Return how sure the value is, and which choice moves it."""
    kota, form = _isi(meja)
    return tumpuk(paragraf(*kalimat_pasti(kota, form)), chart_pengaruh(kota, form))


def kurang_indeks(meja: MejaIndeks) -> Tampilan:
    """Return what must be known before the value is used, and what the audit found."""
    kota, form = _isi(meja)
    return daftar_berbutir([*peringatan(kota, form), *([] if kota.audit is None else temuan_audit(kota.audit))])


def _isi(meja: MejaIndeks) -> tuple[IndeksKota, Instrumen]:
    return meja.kota_resmi, meja.siap.instrumen
