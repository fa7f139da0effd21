"""Read numbers as people write them; docs/keputusan/0009 states the rule."""

import math
import re
from collections.abc import Iterable
from typing import Any

from kla_lib.bahasa import _, tulis_angka
from kla_lib.tabel.sel import Persen, Rancu, Tulisan, kutip

ANGKA = re.compile(r"[+-]?\d+(\.\d+)?")
SATU_TANDA = re.compile(r"([+-]?)(\d+)([.,])(\d+)")
RIBUAN = re.compile(r"[+-]?[1-9]\d{0,2}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d+)")
RIBUAN_INGGRIS = re.compile(r"[+-]?[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)")
BERTANDA = re.compile(r"[+-]?\d[\d.,]*")
PERSEN = re.compile(r".*%\s*", re.DOTALL)
PERKIRAAN = re.compile(r"(?:[±≈~<>≤≥+/-]|kurang lebih|sekitar|kira-kira|rp)[\s.]*[±≈~<>≤≥=-]*\s*\d", re.IGNORECASE)
BERSATUAN = re.compile(r"[+-]?\d[\d.,]*\s*[^\W\d_][^\d]*")
TIADA = frozenset({"tidak ada", "tak ada", "tiada", "tad", "belum", "dalam proses", "±", "nan"})
"""What people write where they have no number, and what could also mean zero; see `kata` for what never does."""
NOL = re.compile(
    r"(?:0+(?:[.,]0+)?\s*)?\(?\s*nol\s*\)?|0+\s*\(\s*(?:kosong|nihil|tidak ada)\s*\)|nihil\s*\(\s*0\s*\)", re.IGNORECASE
)
"""Zero with its word."""
TERBESAR = 1e15
"""From here on a spreadsheet no longer holds every digit of a number."""


def read_angka(teks: str, tulisan: Tulisan) -> float | Rancu | str:
    """Return the number that a text stands for, its two readings, or the text itself where it is no number."""
    satu = SATU_TANDA.fullmatch(teks)
    if satu:
        tanda, kiri, pemisah, kanan = satu.groups()
        pasti = (tulisan, pemisah) in ((Tulisan.TITIK, "."), (Tulisan.KOMA, ","), (Tulisan.RIBUAN, ","))
        if _berdua(kiri, kanan) and (tulisan, pemisah) == (Tulisan.RIBUAN, "."):
            return _berhingga(f"{tanda}{kiri}{kanan}", teks)
        if _berdua(kiri, kanan) and not pasti:
            pendek = kanan.rstrip("0") or "0"
            return Rancu(teks, f"{tanda}{kiri}{kanan}", f"{tanda}{kiri},{pendek + '0' if len(pendek) == 3 else pendek}")
        return _berhingga(f"{tanda}{kiri}.{kanan}", teks)
    if RIBUAN.fullmatch(teks):
        return _berhingga(teks.replace(".", "").replace(",", "."), teks)
    return 0.0 if NOL.fullmatch(teks) else teks


def _berdua(kiri: str, kanan: str) -> bool:
    """Return whether digits around one sign can be thousands as well as decimals: nothing begins with zero of them."""
    return len(kanan) == 3 and len(kiri) <= 3 and not kiri.startswith("0")


def tulisan_terbukti(tulisan: Tulisan, daftar: Iterable[str]) -> Tulisan:
    """Return how a CSV file writes numbers, by those of its texts that have one reading only.

    tulisan: what the sign between its cells says.  "95,63" and "1.250.000"
    prove the decimal comma, "12.5" and "1,250,000" the point; both in one file
    prove that nothing can be said.
    """
    bukti = set()
    for teks in daftar:
        satu = SATU_TANDA.fullmatch(teks)
        if satu and not _berdua(satu[2], satu[4]):
            bukti.add(satu[3])
        elif RIBUAN.fullmatch(teks):
            bukti.add(",")
        elif RIBUAN_INGGRIS.fullmatch(teks):
            bukti.add(".")
    if len(bukti) == 1:
        return Tulisan.RIBUAN if bukti == {","} else Tulisan.TITIK
    return Tulisan.CAMPUR if bukti else tulisan


def _berhingga(angka: str, teks: str) -> float | str:
    nilai = float(angka)
    return nilai if math.isfinite(nilai) else teks


def tampak(angka: float) -> float:
    """Return a number as a spreadsheet shows it, with 15 digits: 0.1 + 0.2 is 0.3."""
    return float(f"{angka:.15g}") if abs(angka) < TERBESAR else angka


def angka_sah(isi: Any) -> bool:
    """Return whether a cell is a number: typed as one, or text of digits with at most one dot."""
    if isinstance(isi, str):
        return ANGKA.fullmatch(isi) is not None and abs(float(isi)) < TERBESAR
    return isinstance(isi, int | float) and not isinstance(isi, bool | Persen) and abs(isi) < TERBESAR


def nasihat_angka(isi: Any) -> tuple[str, str]:
    """Return what is wrong with a cell that should hold a number, and what to write instead."""
    khusus = nasihat_tulisan(isi)
    if khusus:
        return khusus
    teks = kutip(isi)
    if (isinstance(isi, float | int) and not isinstance(isi, bool)) or ANGKA.fullmatch(str(isi)):
        return _("'{isi}' terlalu besar").format(isi=teks), _("Tulis angka dengan paling banyak 15 digit.")
    return (
        _("'{isi}' bukan angka").format(isi=teks),
        _("Tulis angka, misalnya 12,5; kosongkan sel bila belum dicatat."),
    )


def nasihat_tulisan(isi: Any) -> tuple[str, str] | None:
    """Return the advice for the usual ways in which people write what is no number; None for any other cell."""
    teks = kutip(isi)
    bukan = _("'{isi}' bukan angka").format(isi=teks)
    if isinstance(isi, Persen):
        return (
            _("sel berformat persen: yang tampak {isi} tersimpan sebagai {nilai}").format(
                isi=teks, nilai=tulis_angka(isi)
            ),
            _("Ubah format sel menjadi Angka lalu tulis angkanya saja, misalnya 93,5."),
        )
    if isinstance(isi, Rancu):
        return (
            _("'{isi}' bisa dibaca {ribuan} atau {desimal}").format(isi=teks, ribuan=isi.ribuan, desimal=isi.desimal),
            _("Tulis tanpa pemisah ribuan, atau dengan desimal yang jelas."),
        )
    if not isinstance(isi, str):
        return None
    if PERSEN.fullmatch(isi):
        return (
            _("'{isi}' memuat tanda persen").format(isi=teks),
            _("Tulis angkanya saja, tanpa tanda %."),
        )
    if " ".join(isi.split()).casefold() in TIADA:
        return bukan, _("Kosongkan bila belum diketahui; tulis 0 bila memang nol.")
    if BERTANDA.fullmatch(isi) and not ANGKA.fullmatch(isi):
        return bukan, _("Tulis tanpa pemisah ribuan, misalnya 1234,5.")
    if PERKIRAAN.match(isi) or BERSATUAN.fullmatch(isi):
        return bukan, _("Tulis angkanya saja; kata dan tanda lain ditulis di kolom catatan bila ada.")
    return None
