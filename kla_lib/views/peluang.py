"""Say chances as people do: so many out of ten, with what the assumptions make of it."""

from math import floor

from kla_lib.bahasa import _, format_angka
from kla_lib.views.konteks import Konteks
from kla_lib.views.sebutan import sebut_tahap_pendek

TERKECIL = 0.05
"""A chance below it is "less than 1 out of 10", one above its counterpart "more than 9": nothing is called certain."""


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


def sebut_dari_seratus(peluang: float) -> str:
    """Return a small chance, or a difference of two: "4 dari 100"."""
    k = floor(100 * peluang + 0.5)
    return _("{k} dari 100").format(k=k) if k >= 1 else _("kurang dari 1 dari 100")


def sebut_tak_terjangkau(konteks: Konteks) -> str:
    """Return what is said of a category that even all recorded points would not reach."""
    return _("belum terjangkau tanpa tambahan nilai {tahap}").format(tahap=sebut_tahap_pendek(konteks.rapat.tahap))


def sebut_capai(konteks: Konteks, kategori: str) -> str:
    """Return the chance of a category or a better one, or that it is out of reach.

    Raises ValueError where nothing is forecast.
    """
    p = konteks.perkiraan
    if p is None:
        raise ValueError("no forecast, so no chance")
    if not p.terjangkau[kategori]:
        return sebut_tak_terjangkau(konteks)
    return sebut_peluang(p.mencapai[kategori], p.rentang_mencapai[kategori])


def kategori_dipegang(konteks: Konteks) -> str:
    """Return the category that the page watches: the target, or the best one below it with a fair chance.

    Where no category has one it is the lowest.  Raises ValueError where nothing is forecast.
    """
    p = konteks.perkiraan
    if p is None:
        raise ValueError("no forecast, so nothing to hold")
    urutan = [k.id for k in konteks.kategori.kategori]
    calon = urutan[: urutan.index(konteks.rapat.sasaran) + 1]
    return next((k for k in reversed(calon) if p.terjangkau[k] and p.mencapai[k] >= TERKECIL), urutan[0])


def sebut_antara(bawah: float, atas: float) -> str:
    """Return two totals as whole points: "410 sampai 690"."""
    return _("{bawah} sampai {atas}").format(bawah=format_angka(bawah, 0), atas=format_angka(atas, 0))


def _dari_sepuluh(peluang: float) -> str:
    if peluang < TERKECIL:
        return _("kurang dari 1")
    if peluang > 1 - TERKECIL:
        return _("lebih dari 9")
    return str(min(9, floor(10 * peluang + 0.5)))
