"""Check who saves a scenario and why, before it becomes a file."""

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.skenario import Skenario


def paling_panjang(kotak: str) -> int:
    """Return how many characters a scenario's file takes for its author or its reason."""
    batas: list[int] = [m.max_length for m in Skenario.model_fields[kotak].metadata if hasattr(m, "max_length")]
    return min(batas)


def check_isian(nama: str, penulis: str, alasan: str) -> None:
    """Refuse a scenario without name, author or reason, all faults at once.

    nama: as a file's name, empty where the words held no letter and no digit.
    """
    salah = []
    if not nama:
        salah.append(_kesalahan(_("nama"), _("belum diisi"), _("Tulis beberapa kata, misalnya dokumen kesehatan.")))
    for kunci, kotak, isi in (("penulis", _("penulis"), penulis), ("alasan", _("alasan"), alasan)):
        batas = paling_panjang(kunci)
        if not isi.strip():
            salah.append(_kesalahan(kotak, _("belum diisi"), _("Pembaca lain perlu tahu siapa dan mengapa.")))
        elif len(isi.strip()) > batas:
            pesan = _("{n} huruf, paling banyak {batas}").format(n=len(isi.strip()), batas=batas)
            salah.append(_kesalahan(kotak, pesan, _("Pendekkan.")))
    if salah:
        raise KlaError(salah)


def _kesalahan(kotak: str, salah: str, perbaikan: str) -> Kesalahan:
    return Kesalahan("isian", _("kotak {nama}").format(nama=kotak), salah, perbaikan)
