"""Say chances as people do: so many out of ten, with what the assumptions make of it."""

from math import floor

from kla_lib.bahasa import _, format_angka
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.sebut_peluang import TERKECIL, sebut_peluang
from kla_lib.views.konteks import Konteks


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
