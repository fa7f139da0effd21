"""Put the parts of the scenario panel together: weights and marks left, results right, steps below."""

from pathlib import Path
from typing import Any, Protocol

import ipywidgets as w

from kla_lib.bahasa import _
from kla_lib.views.skenario.gambar import html_gaya
from kla_lib.views.skenario.kalimat import html_lekat
from kla_lib.views.skenario.layar_hasil import PanelLayar
from kla_lib.views.skenario.meja import Meja
from kla_lib.views.skenario.panel_banding import PanelBanding
from kla_lib.views.skenario.panel_bobot import PanelBobot
from kla_lib.views.skenario.panel_hasil import PanelHasil
from kla_lib.views.skenario.panel_nilai import PanelNilai
from kla_lib.views.skenario.panel_setelan import PanelSetelan
from kla_lib.views.skenario.panel_simpan import PanelMuat, PanelSimpan
from kla_lib.views.skenario.unsur import baris, judul, pesan, tombol


def panel_skenario(meja: Meja) -> Any:
    """Return the panel as one widget; where book or meeting are broken, it says what is wrong with them."""
    # Imported here: every kernel of a batch would pay for widgets that it does not show.
    from kla_lib.views.skenario.papan import Papan

    return Papan(meja).akar


GAYA = Path(__file__).resolve().parent / "gaya.css"


class Laci(Protocol):
    """A form that opens in place of the results' details."""

    akar: w.Widget

    def buka(self) -> None:
        """Show it anew."""


class Papan:
    """The whole panel; `akar` stays the same widget when the book is read again."""

    hasil: PanelLayar
    banding: Laci

    def __init__(self, meja: Meja) -> None:
        self._meja = meja
        self.akar = w.VBox()
        self.akar.add_class("skp")
        self._susun()

    def _susun(self) -> None:
        gaya = w.HTML(f"{html_gaya()}<style>{GAYA.read_text(encoding='utf-8')}</style>")
        gaya.add_class("skp-gaya")
        self.akar.children = (gaya, *(self._rusak() if self._meja.salah else self._utuh()))

    def _rusak(self) -> list[Any]:
        kepala = w.HTML(judul(_("Buku data atau berkas rapat belum bisa dipakai")))
        kaki = w.HTML(pesan(_("Perbaiki yang disebut di atas, lalu baca lagi."), "status"))
        self.baca = tombol(_("Baca ulang"), self._baca_ulang, _("Baca berkas rapat dan buku data sekali lagi"))
        return [kepala, w.HTML(pesan(self._meja.salah, "alert")), kaki, baris(self.baca)]

    def _baca_ulang(self) -> None:
        with self._meja.kunci:
            self._meja.muat_ulang()
            self._susun()

    def _isi(self) -> list[w.Widget]:
        """Make the parts that are about points; return what stands at the left."""
        meja = self._meja
        self.bobot = PanelBobot(meja)
        self.hasil = PanelHasil(meja, self.bobot)
        self.nilai, self.setelan = PanelNilai(meja), PanelSetelan(meja)
        self.banding = PanelBanding(meja, self._tutup)
        return [self.bobot.akar, self.setelan.akar, self.nilai.akar]

    def _html_lekat(self) -> str:
        return html_lekat(self._meja.kini)

    def _segarkan(self) -> None:
        self.bobot.segarkan_pilihan()

    def _utuh(self) -> list[Any]:
        meja = self._meja
        self.lekat = w.HTML()
        self.lekat.add_class("skp-lekat")
        self.simpan = PanelSimpan(meja, self._tutup)
        self.muat = PanelMuat(meja, self._tutup)
        kiri = w.VBox(self._isi())
        kiri.add_class("skp-kiri")
        self.kanan = w.VBox()
        self.kanan.add_class("skp-kanan")
        badan = w.Box([kiri, self.kanan])
        badan.add_class("skp-badan")
        self.urungkan = tombol(_("Urungkan"), meja.urungkan, _("Urungkan langkah terakhir"))
        self.ulangi = tombol(_("Ulangi"), meja.ulangi, _("Ulangi langkah yang diurungkan"))
        self.resmi = tombol(_("Resmi"), meja.resmikan, _("Kembali ke hasil menurut buku data"))
        self.keadaan = w.HTML()
        laci = [
            tombol(_("Simpan…"), lambda: self._buka(self.simpan), _("Simpan skenario ini")),
            tombol(_("Muat…"), lambda: self._buka(self.muat), _("Muat skenario tersimpan")),
            tombol(_("Bandingkan…"), lambda: self._buka(self.banding), _("Bandingkan skenario")),
        ]
        kaki = baris(self.urungkan, self.ulangi, self.resmi, *laci, self.keadaan)
        kaki.add_class("skp-kaki")
        self._tutup()
        self._perbarui()
        meja.dengar(self._perbarui)
        return [w.HTML(meja.tanda.html), self.lekat, badan, kaki]

    def _buka(self, laci: Laci) -> None:
        """Show a form in place of the results' details; the comparison takes the whole side."""
        with self._meja.kunci:
            laci.buka()
            self.hasil.ringkas(True)
            self.kanan.children = (laci.akar,) if laci is self.banding else (self.hasil.akar, laci.akar)

    def _tutup(self) -> None:
        self._segarkan()
        self.hasil.ringkas(False)
        self.kanan.children = (self.hasil.akar,)

    def _perbarui(self) -> None:
        meja = self._meja
        self.urungkan.disabled = not meja.riwayat.lampau
        self.ulangi.disabled = not meja.riwayat.depan
        self.resmi.disabled = meja.isi == type(meja.isi)()
        self.keadaan.value = pesan(self._sebut_keadaan(), "status")
        self.lekat.value = self._html_lekat()

    def _sebut_keadaan(self) -> str:
        meja = self._meja
        if meja.belum_disimpan:
            return _("Ada perubahan yang belum disimpan.")
        if meja.nama:
            return _("Tersimpan sebagai {nama}.").format(nama=meja.nama)
        return _("Belum ada yang diubah.")
