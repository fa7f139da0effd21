"""Say a chance as people do, so many out of ten, the same on every page and in every command."""

from math import floor

from kla_lib.bahasa import _
from kla_lib.scoring.perkiraan.peluang import PELUANG_TERKECIL


def sebut_peluang(peluang: float, rentang: tuple[float, float] | None = None) -> str:
    """Return "kira-kira 3 dari 10 (bisa 1 sampai 5)".

    rentang: lowest and highest chance over the assumptions; said only where it
    differs in words.
    """
    k = _dari_sepuluh(peluang)
    pola = _("kira-kira {k} dari 10") if k.isdigit() else _("{k} dari 10")
    pokok = pola.format(k=k)
    if rentang is None:
        return pokok
    bawah, atas = map(_dari_sepuluh, rentang)
    if bawah == atas == k:
        return pokok
    if not bawah.isdigit() and bawah == k:
        return _("{pokok} (bisa sampai {atas})").format(pokok=pokok, atas=atas)
    return _("{pokok} (bisa {bawah} sampai {atas})").format(pokok=pokok, bawah=bawah, atas=atas)


def _dari_sepuluh(peluang: float) -> str:
    if peluang < PELUANG_TERKECIL:
        return _("kurang dari 1")
    if peluang > 1 - PELUANG_TERKECIL:
        return _("lebih dari 9")
    return str(min(9, floor(10 * peluang + 0.5)))
