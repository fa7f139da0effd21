"""Work out the plainest formulas from the cells beside them, as a proof that a stored result was not calculated."""

import math
import operator
import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from kla_lib.tabel.buku_kerja.scan import Temuan
from kla_lib.tabel.rentang import nomor_kolom

TERPANJANG = 120
"""Characters of a formula that is looked at; what is longer is not plain."""
TERBANYAK = 2_000
"""Cells of one range."""
BANDING = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
LAMBANG = re.compile(
    r"\s*(?:(?P<angka>\d+(?:\.\d+)?)|(?:(?P<lembar>'[^'!]+'|\w+)!)?(?P<sel>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)"
    r"(?![\w(])|(?P<fungsi>SUM|PRODUCT|ROUND|MIN|MAX|IF)(?=\()|(?P<tanda><=|>=|<>|[-+*/(),;<>=]))"
)


class _RumitError(Exception):
    """The formula is none of the plain ones."""


def hitung(rumus: str, lembar: str, temuan: Mapping[str, Temuan]) -> float | None:
    """Return what a formula of + - * / and the functions SUM, PRODUCT, ROUND, MIN, MAX, IF gives by the stored cells.

    None where it is no such formula, or gives 0 by a cell that is itself a formula stored as 0.
    """
    if len(rumus) > TERPANJANG:
        return None
    try:
        pembaca = _Pembaca(_lambang(rumus.strip().removeprefix("=")), lembar, temuan)
        hasil = pembaca.selesai()
    except (_RumitError, ZeroDivisionError, OverflowError, InvalidOperation):
        return None
    return None if pembaca.bersandar_nol and not hasil else hasil


def _lambang(rumus: str) -> list[tuple[str, str, str]]:
    hasil, letak = [], 0
    while letak < len(rumus):
        cocok = LAMBANG.match(rumus, letak)
        if not cocok or not cocok.lastgroup:
            raise _RumitError
        hasil.append((cocok.lastgroup, cocok[cocok.lastgroup], (cocok["lembar"] or "").strip("'")))
        letak = cocok.end()
    return hasil


class _Pembaca:
    def __init__(self, lambang: list[tuple[str, str, str]], lembar: str, temuan: Mapping[str, Temuan]) -> None:
        self.sisa = lambang[::-1]
        self.lembar, self.temuan = lembar, temuan
        self.bersandar_nol = False

    def selesai(self) -> float:
        hasil = self._jumlah()
        if self.sisa:
            raise _RumitError
        return hasil

    def _lihat(self) -> str:
        return self.sisa[-1][1] if self.sisa and self.sisa[-1][0] == "tanda" else ""

    def _ambil(self, *tanda: str) -> str:
        if self._lihat() not in tanda:
            raise _RumitError
        return self.sisa.pop()[1]

    def _jumlah(self) -> float:
        hasil = self._kali()
        while self._lihat() in ("+", "-"):
            hasil += self._kali() if self._ambil("+", "-") == "+" else -self._kali()
        return hasil

    def _kali(self) -> float:
        hasil = self._satu()
        while self._lihat() in ("*", "/"):
            if self._ambil("*", "/") == "*":
                hasil *= self._satu()
            else:
                hasil /= self._satu()
        return hasil

    def _satu(self) -> float:
        if not self.sisa:
            raise _RumitError
        jenis, isi, lembar = self.sisa.pop()
        if jenis == "angka":
            return float(isi)
        if jenis == "sel":
            if ":" in isi:
                raise _RumitError
            return self._bilangan(self._sel(isi, lembar)[0])
        if jenis == "fungsi":
            return self._fungsi(isi)
        if isi in ("+", "-"):
            return self._satu() if isi == "+" else -self._satu()
        if isi == "(":
            hasil = self._jumlah()
            self._ambil(")")
            return hasil
        raise _RumitError

    def _fungsi(self, nama: str) -> float:
        self._ambil("(")
        daftar: list[float] = []
        while True:
            if nama not in ("ROUND", "IF") and self.sisa and self.sisa[-1][0] == "sel":
                _jenis, isi, lembar = self.sisa.pop()
                daftar += [v for v in self._sel(isi, lembar) if isinstance(v, float)]
            else:
                daftar.append(self._syarat() if nama == "IF" and not daftar else self._jumlah())
            if self._ambil(",", ";", ")") == ")":
                break
        if nama == "SUM":
            return sum(daftar)
        if nama == "ROUND":
            if len(daftar) != 2 or not 0 <= daftar[1] <= 10:
                raise _RumitError
            return float(Decimal(repr(daftar[0])).quantize(Decimal(1).scaleb(-int(daftar[1])), ROUND_HALF_UP))
        if nama == "IF":
            if len(daftar) != 3:
                raise _RumitError
            return daftar[1] if daftar[0] else daftar[2]
        if not daftar:
            return 0.0
        return math.prod(daftar) if nama == "PRODUCT" else min(daftar) if nama == "MIN" else max(daftar)

    def _syarat(self) -> float:
        kiri = self._jumlah()
        tanda = self._lihat()
        if tanda not in BANDING:
            return kiri
        self._ambil(tanda)
        return float(BANDING[tanda](kiri, self._jumlah()))

    def _bilangan(self, isi: Any) -> float:
        if isi is None:
            return 0.0
        if not isinstance(isi, float):
            raise _RumitError
        return isi

    def _sel(self, alamat: str, lembar: str) -> list[Any]:
        """Return the cells of an address; in a range the empty ones are left out by whoever adds them."""
        temuan = self.temuan.get(lembar or self.lembar)
        titik = [re.fullmatch(r"([A-Z]+)([0-9]+)", t) for t in alamat.replace("$", "").split(":")]
        if temuan is None or not all(titik):
            raise _RumitError
        pojok = [(int(t[2]), nomor_kolom(t[1])) for t in titik if t]
        (atas, kiri), (bawah, kanan) = pojok[0], pojok[-1]
        if (bawah - atas + 1) * (kanan - kiri + 1) > TERBANYAK:
            raise _RumitError
        hasil = []
        for b in range(atas, bawah + 1):
            baris = temuan.isi.get(b, [])
            for k in range(kiri, kanan + 1):
                hasil.append(baris[k - 1] if k <= len(baris) else None)
                self.bersandar_nol |= (b, k) in temuan.rumus.nol
        return hasil
