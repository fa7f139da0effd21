"""Take the text of a YAML file, bounded in size and in depth before anything reads it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.sel import pesan_huruf

TERBESAR, TERDALAM = 2**20, 60
"""Bytes of a file, and how many brackets may stand open at once."""
KURUNG = re.compile(r"[\[\]{}]")
LEKUKAN = re.compile(r"^(?: {240}|[ \t]*(?:[-?:] +){20})", re.MULTILINE)


def read_teks(path: Path, berkas: str) -> str:
    """Return the text of a file; refused where reading it would take without end."""
    try:
        if path.stat().st_size > TERBESAR:
            salah = _("berkas lebih dari {n} MB").format(n=TERBESAR // 2**20)
            raise KlaError(Kesalahan("yaml", berkas, salah, _("Ini bukan berkas aturan; tulis berkas yang benar.")))
        teks = path.read_text(encoding="utf-8")
    except OSError as e:
        salah = _("berkas tidak bisa dibuka ({pesan})").format(pesan=e.strerror)
        raise KlaError(Kesalahan("yaml", berkas, salah, _("Periksa izin berkasnya."))) from None
    if _is_dalam(teks):
        raise KlaError(terlalu_dalam(berkas))
    return teks


def _is_dalam(teks: str) -> bool:
    """Whether brackets or indents go deeper than anyone writes; the reader of YAML takes long to come out of these."""
    dalam = 0
    for tanda in KURUNG.findall(teks):
        dalam = dalam + 1 if tanda in "[{" else max(dalam - 1, 0)
        if dalam > TERDALAM:
            return True
    return LEKUKAN.search(teks) is not None


def terlalu_dalam(berkas: str) -> Kesalahan:
    """Return the fault of a file that is nested deeper than anyone writes."""
    return Kesalahan("yaml", berkas, _("kurung atau lekukan terlalu dalam"), _("Periksa kurung yang belum ditutup."))


def bukan_peta(berkas: str) -> Kesalahan:
    """Return the fault of a file that holds no keys."""
    return Kesalahan("yaml", berkas, _("isi bukan daftar kunci: nilai"), _("Tulis baris seperti `id: kota-contoh-1`."))


def tanda_kendali(isi: Any, letak: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], tuple[str, str]]]:
    """Yield the key path of every text that no sheet can hold, with what is wrong and what to do."""
    if isinstance(isi, str) and (pesan := pesan_huruf(isi)) is not None:
        yield letak, (pesan[0], _("Hapus tanda itu."))
    for kunci, nilai in isi.items() if isinstance(isi, dict) else enumerate(isi) if isinstance(isi, tuple) else ():
        yield from tanda_kendali(nilai, (*letak, kunci))
