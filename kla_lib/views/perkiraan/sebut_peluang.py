"""Say a chance as people do, so many out of ten, the same on every page and in every command."""

from math import floor

from kla_lib.bahasa import _
from kla_lib.scoring.perkiraan.peluang import PELUANG_TERKECIL

PELUANG_KECIL = 0.15
"""Below it a chance is said out of a hundred: "1 dari 10" would stand for 6 and for 14 alike."""

SERUPA = 0.03
"""Small chances that differ by less are said as one."""


def sebut_peluang(peluang: float, rentang: tuple[float, float] | None = None) -> str:
    """Return "kira-kira 3 dari 10 (bisa 2 sampai 5)", a small chance as "kira-kira 6 dari 100".

    rentang: lowest and highest chance over the assumptions; said only where it
    differs in words.
    """
    pokok = _sebut(peluang)
    if rentang is None:
        return pokok
    bawah, atas = rentang
    per = 100 if peluang < PELUANG_KECIL else 10
    if _sebut(bawah) == _sebut(atas) == pokok or (per == 100 and atas - bawah < SERUPA):
        return pokok
    kiri = _banyak(bawah, per) if per == 100 or bawah >= PELUANG_KECIL else _dari(_banyak(bawah, 100), 100)
    kanan = _banyak(atas, per)
    if per == 10 and bawah < PELUANG_KECIL:
        kanan = _dari(kanan, 10)
    if bawah < 0.005 and peluang < 0.005:
        return _("{pokok} (bisa sampai {atas})").format(pokok=pokok, atas=kanan)
    return _("{pokok} (bisa {bawah} sampai {atas})").format(pokok=pokok, bawah=kiri, atas=kanan)


def _sebut(peluang: float) -> str:
    per = 100 if peluang < PELUANG_KECIL else 10
    k = _banyak(peluang, per)
    return _("kira-kira {pecahan}").format(pecahan=_dari(k, per)) if k.isdigit() else _dari(k, per)


def _dari(k: str, per: int) -> str:
    return (_("{k} dari 100") if per == 100 else _("{k} dari 10")).format(k=k)


def _banyak(peluang: float, per: int) -> str:
    """Return how many out of so many; nothing is called certain or impossible."""
    if per == 10 and peluang > 1 - PELUANG_TERKECIL:
        return _("lebih dari 9")
    k = floor(per * peluang + 0.5)
    return str(min(k, per - 1)) if k else _("kurang dari 1")
