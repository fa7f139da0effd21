"""Put the panel of an index together: weights left, sentence, years and klaster right, steps below."""

import html
from collections.abc import Callable
from typing import Any

import ipywidgets as w

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.indeks import IndeksKota
from kla_lib.views.indeks.banding import banding_indeks
from kla_lib.views.indeks.gambar_tahun import chart_indeks
from kla_lib.views.indeks.kalimat import jawaban
from kla_lib.views.indeks.meja import MejaIndeks
from kla_lib.views.indeks.panel_bobot import PanelBobotIndeks
from kla_lib.views.rupa.tampilan import Kolom, potongan, tabel
from kla_lib.views.skenario.layar_hasil import PanelLayar
from kla_lib.views.skenario.papan import Papan
from kla_lib.views.skenario.unsur import judul, tombol


class PapanIndeks(Papan):
    """The panel of an index."""

    _meja: MejaIndeks

    def _isi(self) -> list[w.Widget]:
        bobot = PanelBobotIndeks(self._meja)
        self.hasil = PanelHasilIndeks(self._meja)
        self.banding = PanelBandingIndeks(self._meja, self._tutup)
        return [bobot.akar]

    def _html_lekat(self) -> str:
        return f'<div aria-hidden="true">{html.escape(jawaban(self._meja.kota))}</div>'

    def _segarkan(self) -> None:
        """No list of presets stands here."""


class PanelHasilIndeks(PanelLayar):
    """What the weights give."""

    def __init__(self, meja: MejaIndeks) -> None:
        super().__init__()
        self._meja = meja
        self._perbarui()
        meja.dengar(self._perbarui)

    def _perbarui(self) -> None:
        meja = self._meja
        self.layar.bagian = {
            "kalimat": potongan("skenario_kalimat", "", kalimat=kalimat_panel(meja)).html,
            "klaster": chart_indeks(meja).html,
            "ubahan": _tabel_klaster(meja),
        }


class PanelBandingIndeks:
    """The saved scenarios side by side, read anew whenever it opens."""

    def __init__(self, meja: MejaIndeks, tutup: Callable[[], None]) -> None:
        self._meja = meja
        self.hasil = w.HTML()
        self.hasil.add_class("skp-gulung")
        kepala = w.HTML(judul(_("Bandingkan skenario")))
        self.akar = w.VBox([kepala, tombol(_("Tutup"), tutup, _("Tutup perbandingan")), self.hasil])
        self.akar.add_class("skp-laci")
        self.akar.add_class("skp-banding")

    def buka(self) -> None:
        """Read the saved scenarios anew."""
        self.hasil.value = banding_indeks(self._meja).html


def kalimat_panel(meja: MejaIndeks) -> list[str]:
    """Return what the weights give, how sure that is, and what the file's weights give."""
    kota = meja.kota
    kalimat = [jawaban(kota)]
    if kota.rentang is not None:
        bawah, atas = (format_angka(n, kota.indeks.desimal) for n in kota.rentang)
        kalimat.append(_("Dengan bobot di sekitarnya: {bawah} sampai {atas}.").format(bawah=bawah, atas=atas))
    if meja.diubah:
        nilai = _sebut(meja.kota_resmi.nilai, kota)
        kalimat.append(_("Simulasi bobot. Menurut berkas indeks: {nilai}.").format(nilai=nilai))
    return kalimat


def _tabel_klaster(meja: MejaIndeks) -> str:
    kota, resmi = meja.kota, meja.kota_resmi.klaster
    kolom = [
        Kolom("nama", _("Klaster")),
        Kolom("nilai", _("Nilai {tahun}").format(tahun=kota.tahun or ""), angka=True),
        Kolom("resmi", _("Menurut berkas"), angka=True),
        Kolom("cakupan", _("Datanya"), angka=True),
    ]
    baris: list[dict[str, Any]] = [
        {
            "nama": meja.siap.instrumen.klaster_of(k).judul_pendek,
            "nilai": _sebut(nilai, kota),
            "resmi": _sebut(resmi[k][0], kota),
            "cakupan": f"{format_angka(100 * cakupan, 0)} %",
        }
        for k, (nilai, cakupan) in kota.klaster.items()
    ]
    return tabel(_("Nilai klaster, dan menurut bobot di berkas"), kolom, baris, "", "sk-tabel").html


def _sebut(nilai: float | None, kota: IndeksKota) -> str:
    return "–" if nilai is None else format_angka(nilai, kota.indeks.desimal)
