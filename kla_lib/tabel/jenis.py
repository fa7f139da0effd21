"""Know what a cell may hold: text, code, number, whole number, date, yes or no.

A cell arrives as XLSX types it (text, float, bool, date) or, from CSV, as
text.  Each kind says whether the cell is right, converts it, and tells what to
write instead.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kla_lib.bahasa import _, tandai
from kla_lib.tabel.angka import angka_sah, nasihat_angka, nasihat_tulisan, tampak
from kla_lib.tabel.nama import kunci_nama
from kla_lib.tabel.sel import kutip, tampil
from kla_lib.tabel.tanggal import TAHUN_HARI, ke_tanggal, nasihat_tanggal, tanggal_sah

__all__ = ["ANGKA_DESIMAL", "BULAT", "KODE", "TAHUN", "TANGGAL", "TEKS", "YA_TIDAK", "Jenis", "tampil"]


@dataclass(frozen=True)
class Jenis:
    """A kind of cell: is it right, what is it worth, what is wrong and how to mend it.

    `bilangan`: text in such a cell is first read as a number, the way its file writes numbers.
    """

    nama: str
    sah: Callable[[Any], bool]
    ubah: Callable[[Any], Any]
    nasihat: Callable[[Any], tuple[str, str]]
    bilangan: bool = False


def _bulat_sah(isi: Any) -> bool:
    return angka_sah(isi) and tampak(float(isi)).is_integer()


def _kode_sah(isi: Any) -> bool:
    return isinstance(isi, str) or (isinstance(isi, int | float) and _bulat_sah(isi))


def _ya_tidak(isi: Any) -> Any:
    """Return "ya" or "tidak" for such a word in any case, anything else as it is."""
    kata = kunci_nama(isi) if isinstance(isi, str) else isi
    return kata if kata in ("ya", "tidak") else isi


def _tetap(salah: str, perbaikan: str) -> Callable[[Any], tuple[str, str]]:
    return lambda isi: (_(salah).format(isi=kutip(isi)), _(perbaikan))


_bukan_bulat = _tetap(tandai("'{isi}' bukan bilangan bulat"), tandai("Tulis bilangan bulat, misalnya 2024."))

_bukan_tahun = _tetap(tandai("'{isi}' bukan tahun"), tandai("Tulis tahun empat angka, misalnya 2024."))


ANGKA_DESIMAL = Jenis("angka", angka_sah, lambda isi: tampak(float(isi)), nasihat_angka, bilangan=True)
BULAT = Jenis(
    "bulat",
    _bulat_sah,
    lambda isi: int(tampak(float(isi))),
    lambda isi: nasihat_tulisan(isi) or _bukan_bulat(isi),
    bilangan=True,
)
TAHUN = Jenis(
    "bulat",
    lambda isi: _bulat_sah(isi) and int(float(isi)) in TAHUN_HARI,
    lambda isi: int(float(isi)),
    lambda isi: _bukan_tahun(isi) if _bulat_sah(isi) else BULAT.nasihat(isi),
    bilangan=True,
)
KODE = Jenis(
    "kode",
    _kode_sah,
    lambda isi: isi if isinstance(isi, str) else str(int(tampak(isi))),
    _tetap(
        tandai("kode terbaca sebagai '{isi}', bukan teks"),
        tandai("Ubah format sel menjadi Teks lalu tulis ulang kodenya, misalnya 21A."),
    ),
)
TANGGAL = Jenis("tanggal", tanggal_sah, ke_tanggal, nasihat_tanggal)
TEKS = Jenis("teks", lambda _isi: True, tampil, _tetap(tandai("'{isi}' bukan teks"), tandai("Tulis teks.")))
YA_TIDAK = Jenis(
    "ya_tidak",
    lambda isi: isinstance(isi, bool) or _ya_tidak(isi) in ("ya", "tidak"),
    lambda isi: _ya_tidak(isi) in (True, "ya"),
    _tetap(tandai("'{isi}' bukan ya atau tidak"), tandai("Tulis ya atau tidak.")),
)
