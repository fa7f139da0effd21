"""Say in a notebook what its reader can repair: the table of faults in place of Python's traceback."""

import re
from collections.abc import Callable
from functools import wraps
from inspect import signature
from traceback import extract_tb
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, tabel

P = ParamSpec("P")
T = TypeVar("T")

PARAMETER_TEKS = ("rapat", "klaster", "skenario", "untuk", "diragukan", "indeks", "provinsi")
PARAMETER_ANGKA = ("banyak", "teratas")
"""What the parameter cells of the notebooks declare."""

DARI_SEL_ATAS = (*PARAMETER_TEKS, *PARAMETER_ANGKA, "kla", "keadaan", "paket", "mini", "meja", "uji", "pandangan")
"""Names that a cell has from those above it."""

_PENGISIAN = re.compile(r"\s*(?P<nama>\w+)\s*(?::\s*\w*\s*)?=(?!=)\s*(?P<isi>[^#]*?)\s*(?:#.*)?$", re.S)
_KUTIP = "\"'`“”„‟‘’‚‛«»″′"
"""Signs that stand for quotes in what people type and paste."""


def tabel_kesalahan(judul: str, galat: KlaError) -> Tampilan:
    """Return faults as a table: place, what is wrong with which value, what to write instead."""
    kolom = [Kolom("tempat", _("Tempat")), Kolom("salah", _("Yang salah")), Kolom("perbaikan", _("Perbaikannya"))]
    baris = [
        {"tempat": ", ".join(filter(None, (k.berkas, k.lembar, k.sel))), "salah": k.salah, "perbaikan": k.perbaikan}
        for k in galat.kesalahan
    ]
    return tabel(judul, kolom, baris, "")


def pasang_galat(cangkang: InteractiveShell) -> None:
    """Let a shell show a KlaError, and a slip in a parameter cell, as their table; the cell has failed all the same."""
    cangkang.set_custom_exc((KlaError, NameError, SyntaxError), _tampilkan)


def _tampilkan(
    cangkang: Any,
    jenis: type[BaseException],
    galat: BaseException,
    jejak: TracebackType | None,
    tb_offset: int | None = None,
) -> list[str]:
    """Show an exception as IPython asks of its handlers, which have to report it to the front end themselves."""
    terbaca = baca_galat(galat, jejak)
    if terbaca is not None:
        display(
            tabel_kesalahan(_("Sel ini berhenti: {n} hal perlu diperbaiki").format(n=len(terbaca.kesalahan)), terbaca)
        )
        jenis, galat = KlaError, terbaca
        baris = [_("Perbaiki yang disebut di tabel, lalu jalankan semua sel (Run > Run All Cells).")]
    elif isinstance(galat, SyntaxError):
        baris = cangkang.SyntaxTB.structured_traceback(jenis, galat, [])
    else:
        baris = cangkang.InteractiveTB.structured_traceback(jenis, galat, jejak, tb_offset=tb_offset)
    cangkang._showtraceback(jenis, galat, baris)
    return list(baris)


def baca_galat(galat: BaseException, jejak: TracebackType | None) -> KlaError | None:
    """Return what a reader can repair of an exception in a cell; None where it is nothing of hers."""
    if isinstance(galat, KlaError):
        return galat
    if isinstance(galat, SyntaxError):
        baris = galat.text or ""
    else:
        langkah = extract_tb(jejak)
        baris = (langkah[-1].line or "") if langkah else ""
    salah = _parameter(baris)
    if salah is None and isinstance(galat, NameError) and galat.name in DARI_SEL_ATAS:
        salah = Kesalahan(
            "urutan",
            _("buku kerja"),
            _("'{nama}' belum ada").format(nama=galat.name),
            _("Jalankan dulu sel-sel di atasnya: Run > Run All Cells."),
        )
    return None if salah is None else KlaError(salah)


def _parameter(baris: str) -> Kesalahan | None:
    """Return what is wrong with a line that sets a parameter and that Python could not read."""
    cocok = _PENGISIAN.match(baris)
    if cocok is None or cocok["nama"] not in (*PARAMETER_TEKS, *PARAMETER_ANGKA):
        return None
    return kesalahan_parameter(cocok["nama"], cocok["isi"].strip(_KUTIP + " "))


def kesalahan_parameter(nama: str, isi: object) -> Kesalahan:
    """Return the fault of a parameter that is not what its notebook expects.

    isi: what was typed, or the value where Python could read it.
    """
    if nama in PARAMETER_ANGKA:
        salah = _("'{isi}' bukan angka bulat").format(isi=isi)
        perbaikan = _("Tulis angka saja, tanpa tanda kutip dan tanpa titik: {contoh}").format(contoh=f"{nama} = 40")
    elif isinstance(isi, str):
        salah = _("{isi} tidak berada di antara tanda kutip lurus").format(isi=isi or _("isinya"))
        perbaikan = _("Tulis: {contoh}").format(contoh=f'{nama} = "{isi}"')
    else:
        salah = _("terbaca {isi}, bukan teks di antara tanda kutip lurus").format(isi=isi)
        perbaikan = _("Tulis idnya di antara tanda kutip: {contoh}").format(contoh=f'{nama} = "…"')
    return Kesalahan("parameter", _("sel parameter"), salah, perbaikan, sel=nama)


def berjenis(fungsi: Callable[P, T], **sebutan: str) -> Callable[P, T]:
    """Return a function that refuses a text where its parameter is a number, and a number where it is a text.

    sebutan: what a parameter is called in the notebook's parameter cell, where that is another name.
    """
    tanda = signature(fungsi)

    @wraps(fungsi)
    def terperiksa(*args: P.args, **kwargs: P.kwargs) -> T:
        diisi = tanda.bind(*args, **kwargs).arguments
        salah = [
            kesalahan_parameter(sebutan.get(nama, nama), isi)
            for nama, isi in diisi.items()
            if (jenis := tanda.parameters[nama].annotation) in (str, int) and type(isi) is not jenis
        ]
        if salah:
            raise KlaError(salah)
        return fungsi(*args, **kwargs)

    return terperiksa
