"""Read answer bands ("≤5=1; 6-10=2; ≥11=3") and find the values that no band or two bands hold.

Grammar: bands are joined by ";", each is a condition, "=", and its points.
A condition is one of

* a bound: "≤5", "<=5", "<5", "≥30", ">=30", ">30";
* a range with both ends: "6-10", "6–10", "6 s.d. 10", "6 sampai 10";
* one number: "0";
* words: "ya", "tidak ada".

A number may have a decimal point or comma and a percent sign.  Without a
percent sign, whole numbers count things: between "≤5" and "6-10" nothing is
missing.  A share is continuous: between "0-20 %" and "21-40 %" 20.5 is missing.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kla_lib.bahasa import _, tulis_angka

_ANGKA = r"\d+(?:[.,]\d+)?\s*%?"
BATAS = re.compile(rf"(≤|<=|<|≥|>=|>)\s*({_ANGKA})")
RENTANG = re.compile(rf"({_ANGKA})\s*(?:-|–|—|s\.?d\.?|sampai)\s*({_ANGKA})", re.IGNORECASE)
TUNGGAL = re.compile(_ANGKA)
POIN = re.compile(r"\d+(?:[.,]\d+)?")
KATA = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Pita:
    """One band: the values from `bawah` to `atas` earn `poin`; `kata` is true for a condition in words."""

    syarat: str
    poin: float
    bawah: float = -math.inf
    atas: float = math.inf
    bawah_termasuk: bool = True
    atas_termasuk: bool = True
    kata: bool = False


def parse_pita(teks: str) -> tuple[tuple[Pita, ...], tuple[str, ...]]:
    """Return the bands in the order written, and the parts that are no band."""
    pita: list[Pita] = []
    asing: list[str] = []
    for bagian in filter(None, (b.strip() for b in teks.split(";"))):
        syarat, tanda, poin = (s.strip() for s in bagian.rpartition("="))
        dibaca = _baca(syarat, _angka(poin)) if tanda and POIN.fullmatch(poin) else None
        if dibaca is None:
            asing.append(bagian)
        else:
            pita.append(dibaca)
    return tuple(pita), tuple(asing)


def _angka(teks: str) -> float:
    return float(teks.replace("%", "").replace(",", ".").strip())


def _baca(syarat: str, poin: float) -> Pita | None:
    """Return the band of a condition; None for signs without sense, as "<" or a range from 10 down to 6."""
    if batas := BATAS.fullmatch(syarat):
        tanda, nilai = batas[1], _angka(batas[2])
        if tanda in ("≤", "<=", "<"):
            return Pita(syarat, poin, atas=nilai, atas_termasuk=tanda != "<")
        return Pita(syarat, poin, bawah=nilai, bawah_termasuk=tanda != ">")
    if rentang := RENTANG.fullmatch(syarat):
        bawah, atas = _angka(rentang[1]), _angka(rentang[2])
        return Pita(syarat, poin, bawah, atas) if bawah <= atas else None
    if TUNGGAL.fullmatch(syarat):
        return Pita(syarat, poin, _angka(syarat), _angka(syarat))
    return Pita(syarat, poin, kata=True) if KATA.search(syarat) else None


def urut_nilai(pita: Sequence[Pita]) -> list[Pita]:
    """Return the bands of numbers from the lowest values to the highest."""
    return sorted((p for p in pita if not p.kata), key=lambda p: (p.bawah, p.atas))


def celah_dan_tumpang(pita: Sequence[Pita], pecahan: bool) -> tuple[list[str], list[str]]:
    """Return the values between two bands that none holds, and the values or words that two hold, in words.

    pecahan: the values are shares or measures; else whole numbers.
    """
    pecahan = pecahan or any(not b.is_integer() for p in pita for b in (p.bawah, p.atas) if math.isfinite(b))
    urut = urut_nilai(pita if pecahan else [_tertutup(p) for p in pita])
    celah: list[str] = []
    tumpang: list[str] = []
    for n, kanan in enumerate(urut[1:], start=1):
        kiri = max(urut[:n], key=lambda p: (p.atas, p.atas_termasuk))
        beda, keduanya = kanan.bawah - kiri.atas, (kiri.atas_termasuk, kanan.bawah_termasuk)
        if pecahan and (beda > 0 or (beda == 0 and not any(keduanya))):
            celah.append(
                _("di antara {dari} dan {sampai}").format(dari=tulis_angka(kiri.atas), sampai=tulis_angka(kanan.bawah))
                if beda
                else tulis_angka(kanan.bawah)
            )
        elif not pecahan and beda > 1:
            celah.append(_sebut(kiri.atas + 1, kanan.bawah - 1))
        elif beda < 0 or (beda == 0 and all(keduanya)):
            tumpang.append(_sebut_dua(_sebut(kanan.bawah, min(kiri.atas, kanan.atas)), kiri, kanan))
    kata: dict[str, Pita] = {}
    for p in pita:
        if p.kata and kata.setdefault(p.syarat.casefold(), p) is not p:
            tumpang.append(_sebut_dua(p.syarat, p, p))
    return celah, tumpang


def ujung_terbuka(pita: Sequence[Pita], persen: bool) -> list[str]:
    """Return the values below the lowest and above the highest band, in words; a share ends at 100."""
    urut = urut_nilai(pita)
    if not urut:
        return []
    hasil = []
    if urut[0].bawah > 0:
        hasil.append(_("kurang dari {batas}").format(batas=tulis_angka(urut[0].bawah)))
    atas = max(p.atas for p in urut)
    if atas < (100 if persen else math.inf):
        hasil.append(_("lebih dari {batas}").format(batas=tulis_angka(atas)))
    return hasil


def _tertutup(p: Pita) -> Pita:
    """Return a band of whole numbers with both its ends inside: >5 is 6 and more."""
    bawah = p.bawah if p.bawah_termasuk else p.bawah + 1
    atas = p.atas if p.atas_termasuk else p.atas - 1
    return replace(p, bawah=bawah, atas=atas, bawah_termasuk=True, atas_termasuk=True)


def _sebut(dari: float, sampai: float) -> str:
    if dari == sampai:
        return tulis_angka(dari)
    return _("{dari} sampai {sampai}").format(dari=tulis_angka(dari), sampai=tulis_angka(sampai))


def _sebut_dua(nilai: str, kiri: Pita, kanan: Pita) -> str:
    return _("{nilai} masuk '{kiri}' dan '{kanan}'").format(nilai=nilai, kiri=kiri.syarat, kanan=kanan.syarat)
