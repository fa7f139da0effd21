"""Build the pieces of the start page: steps, buttons, messages, reports, faults as their table."""

import html
from collections.abc import Callable, Iterable
from typing import Any

import ipywidgets as w

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.views.rupa.galat_sel import tabel_kesalahan


def langkah(judul: str, penjelasan: str, *isi: Any) -> Any:
    """Return a step of the page: its heading, what it is for, and its parts."""
    kepala = w.HTML(f"<h2>{html.escape(judul)}</h2><p>{html.escape(penjelasan)}</p>")
    kotak = w.VBox([kepala, *isi])
    kotak.add_class("kmu-langkah")
    return kotak


def baris(*isi: Any) -> Any:
    """Return parts side by side, below each other where there is no room."""
    kotak = w.HBox(list(isi))
    kotak.add_class("kmu-baris")
    return kotak


def tombol(teks: str, saat: Callable[[], None], utama: bool = False) -> Any:
    """Return a button that does one thing."""
    t = w.Button(description=teks, button_style="primary" if utama else "")
    t.on_click(lambda _t: saat())
    return t


def pesan(teks: str, peran: str = "status") -> str:
    """Return a message as HTML that a screen reader reads out; role "alert" for what did not work."""
    isi = "<br>".join(html.escape(b) for b in teks.splitlines())
    return f'<div class="kmu-pesan" role="{peran}">{isi}</div>'


def laporan(baris: Iterable[str]) -> str:
    """Return a report as the terminal shows it."""
    return f'<pre class="kmu-laporan" tabindex="0">{html.escape(chr(10).join(baris))}</pre>'


def lipat(judul: str, isi: str, terbuka: bool = False) -> str:
    """Return HTML folded under words that open it."""
    return f"<details{' open' if terbuka else ''}><summary>{html.escape(judul)}</summary>{isi}</details>"


def salah(kesalahan: Iterable[Kesalahan], awal: str = "") -> str:
    """Return faults as their table; `awal` says before that what did not happen."""
    galat = KlaError(kesalahan)
    tabel = tabel_kesalahan(_("{n} hal perlu diperbaiki").format(n=len(galat.kesalahan)), galat)
    return (pesan(awal, "alert") if awal else "") + tabel.html
