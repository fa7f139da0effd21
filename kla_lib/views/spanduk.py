"""Warn on every page of what the data is not: generated, incomplete, unofficial."""

from kla_lib.bahasa import _
from kla_lib.rules.tahap import sebut_tahap
from kla_lib.views.konteks import Konteks
from kla_lib.views.paket import Paket
from kla_lib.views.tampilan import Tampilan, potongan


def teks_spanduk(konteks: Konteks) -> list[str]:
    """Return the warnings that every page of this meeting carries."""
    spanduk = []
    if konteks.buku.keterangan.contoh:
        spanduk.append(_("Data buatan: daerah dan angka di halaman ini contoh, bukan daerah mana pun."))
    if konteks.hasil is None and konteks.buku.tahap_tersedia():
        spanduk.append(_("Buku data ini belum memuat {tahap}.").format(tahap=sebut_tahap(konteks.rapat.tahap)))
    elif konteks.hasil is None:
        spanduk.append(_("Buku data ini memuat capaian saja; nilai per pertanyaan tidak tersedia."))
    elif konteks.hasil.belum_dinilai:
        spanduk.append(
            _("Data belum lengkap: {n} dari {semua} pertanyaan belum dinilai.").format(
                n=konteks.hasil.belum_dinilai, semua=len(konteks.hasil.pertanyaan)
            )
        )
    return spanduk


def spanduk(sumber: Konteks | Paket) -> Tampilan:
    """Return the banner, empty where there is nothing to warn of."""
    konteks = sumber.konteks if isinstance(sumber, Paket) else sumber
    teks = teks_spanduk(konteks)
    return potongan("spanduk", "\n".join(teks), spanduk=teks)
