"""Make the small parts that all of the panel is put together from."""

import html
from collections.abc import Callable
from typing import Any

import ipywidgets as w

WIDGET = "application/vnd.jupyter.widget-view+json"
"""The type under which a front end finds a widget in a cell's output."""


def layar_tampilan(isi: str) -> w.HTML:
    """Return HTML that looks as the output of a cell does, and can be exchanged later."""
    layar = w.HTML(isi)
    layar.add_class("jp-RenderedHTMLCommon")
    return layar


def tombol(nama: str, saat: Callable[[], Any], keterangan: str = "") -> w.Button:
    """Return a button; `keterangan` says more than its name."""
    t = w.Button(description=nama, tooltip=keterangan or nama)
    t.add_class("skp-tombol-utama")
    t.on_click(lambda _t: saat())
    return t


def baris(*isi: w.Widget) -> w.HBox:
    """Return parts side by side, wrapped where there is no room."""
    b = w.HBox(list(isi))
    b.add_class("skp-sebaris")
    return b


def judul(teks: str, tingkat: int = 2) -> str:
    """Return a heading as HTML."""
    return f'<h{tingkat} class="skp-judul{tingkat}">{html.escape(teks)}</h{tingkat}>'


def pesan(teks: str, peran: str) -> str:
    """Return a message as HTML in the role that has it read out ("status" or "alert"); nothing for no words."""
    if not teks:
        return ""
    return f'<div class="skp-pesan" role="{peran}">{html.escape(teks).replace(chr(10), "<br>")}</div>'
