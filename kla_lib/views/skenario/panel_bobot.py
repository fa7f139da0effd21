"""Let weights be moved: sliders of the klaster or of one klaster's indikator, presets, points to deal out."""

from collections.abc import Callable
from functools import partial
from typing import Any

import ipywidgets as w

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.instrumen import daftar_instrumen, load_instrumen
from kla_lib.rules.skenario import INSTRUMEN_LAIN, PRIORITAS_KERJA, Bacaan, IsiSkenario
from kla_lib.scoring.skenario.pembobotan import SEMUA, Bobot, dari_poin, indikator_sama, klaster_sama, seperti_form
from kla_lib.scoring.skenario.ubah import geser_bobot, pakai_bobot
from kla_lib.views.skenario.baris_bobot import BarisBobot
from kla_lib.views.skenario.daftar_ubah import DaftarUbah
from kla_lib.views.skenario.isi_bobot import baris_bobot, baris_poin, batas_skala
from kla_lib.views.skenario.meja import Meja
from kla_lib.views.skenario.unsur import baris, judul, pesan, tombol

RESMI, KLASTER_SAMA, INDIKATOR_SAMA, FORM, SIMPANAN = "resmi", "klaster_sama", "indikator_sama", "form:", "skenario:"


def pilihan_bobot(meja: Meja) -> list[tuple[str, str]]:
    """Return the presets as (label, id)."""
    form = meja.siap.instrumen
    lain = [f for f in daftar_instrumen(meja.params) if f != form.id and _sebanding(meja, f)]
    return [
        (_("resmi {form}").format(form=form.id), RESMI),
        *((_("resmi {form}").format(form=f), FORM + f) for f in lain),
        (_("sama per klaster"), KLASTER_SAMA),
        (_("sama per indikator"), INDIKATOR_SAMA),
        *((_("tersimpan: {nama}").format(nama=n), SIMPANAN + n) for n in meja.daftar_tersimpan()),
    ]


def bobot_pilihan(meja: Meja, pilihan: str) -> Bobot:
    """Return the weights of a preset; KlaError where a saved one cannot be used here."""
    form = meja.siap.instrumen
    if pilihan == KLASTER_SAMA:
        return klaster_sama(form)
    if pilihan == INDIKATOR_SAMA:
        return indikator_sama(form)
    if pilihan.startswith(FORM):
        return seperti_form(load_instrumen(meja.params, pilihan.removeprefix(FORM)))
    if pilihan.startswith(SIMPANAN):
        return meja.bobot_tersimpan(pilihan.removeprefix(SIMPANAN))
    return {}


def _sebanding(meja: Meja, form: str) -> bool:
    """Return whether another form weighs the same klaster; one that cannot be read is no choice."""
    try:
        lain = load_instrumen(meja.params, form)
    except KlaError:
        return False
    return {k.id for k in lain.klaster} == {k.id for k in meja.siap.instrumen.klaster}


SERATUS = 100


class PanelPoin:
    """A box per klaster; the weights apply once all points are used."""

    def __init__(self, meja: Meja, tutup: Callable[[], None]) -> None:
        self._meja, self._tutup = meja, tutup
        self.bagi: dict[str, float] = {k.id: 0.0 for k in meja.siap.instrumen.klaster}
        self.daftar = DaftarUbah(self._terima)
        self.sisa = w.HTML()
        self.pakai = tombol(_("Pakai"), self._saat_pakai, _("Pakai pembagian ini sebagai bobot"))
        batal = tombol(_("Tutup"), tutup, _("Kembali ke penggeser"))
        kepala = w.HTML(judul(_("Bagi 100 poin menurut yang Anda anggap penting"), 3))
        self.akar = w.VBox([kepala, self.daftar, baris(self.sisa, self.pakai, batal)])
        self._hitung()

    def _terima(self, kode: str, isi: Any) -> str:
        """Take in the points of a klaster as its row tells them."""
        if kode not in self.bagi or not isinstance(isi, int | float) or not 0 <= isi <= SERATUS:
            return _("Isian ini tidak diterima.")
        self.bagi[kode] = float(isi)
        self._hitung()
        return ""

    @property
    def _jumlah(self) -> float:
        return round(sum(self.bagi.values()), 6)

    def _hitung(self) -> None:
        self.daftar.baris = [
            baris_poin(k.id, k.judul_pendek, self.bagi[k.id], SERATUS) for k in self._meja.siap.instrumen.klaster
        ]
        sisa = SERATUS - self._jumlah
        if sisa > 0:
            teks = _("Sisa {n} poin.").format(n=format_angka(sisa))
        elif sisa < 0:
            teks = _("Lebih {n} poin.").format(n=format_angka(-sisa))
        else:
            teks = _("Semua poin sudah dibagi.")
        self.sisa.value = pesan(teks, "status")
        self.pakai.disabled = sisa != 0

    def _saat_pakai(self) -> None:
        if self._jumlah != SERATUS:
            return
        poin = dict(self.bagi)
        self._meja.lakukan(lambda k, isi: pakai_bobot(k.instrumen, isi, dari_poin(poin)))
        self._tutup()


class PanelBobot:
    """The sliders and what stands around them; `buka` is the klaster whose indikator are shown, or SEMUA."""

    def __init__(self, meja: Meja) -> None:
        self._meja, self.buka = meja, SEMUA
        self.bacaan = w.RadioButtons(
            options=[
                (_("Instrumen lain: poin seandainya form berbobot begini"), INSTRUMEN_LAIN),
                (_("Prioritas kerja: mengurutkan kerja, poin tidak berubah"), PRIORITAS_KERJA),
            ],
            value=meja.isi.bacaan,
        )
        self.pilihan = w.Dropdown(options=pilihan_bobot(meja), description=_("Bobot awal"))
        self.pakai = tombol(_("Pakai"), self._saat_pakai, _("Pakai bobot yang dipilih"))
        self.bagi = tombol(
            _("Bagi 100 poin"), lambda: self._tampilkan_poin(True), _("100 poin untuk dibagi di antara klaster")
        )
        self.kembali = tombol(_("◂ Semua klaster"), lambda: self._buka(SEMUA))
        self.judul, self.pesan = w.HTML(), w.HTML()
        self.baris = BarisBobot(self._terima)
        self.poin = PanelPoin(meja, lambda: self._tampilkan_poin(False))
        self._geser = w.VBox([baris(self.judul, self.kembali), self.baris, w.HTML(_legenda())])
        self.akar = w.VBox(
            [
                baris(self.pilihan, self.pakai, self.bagi),
                self.bacaan,
                self._geser,
                self.pesan,
            ]
        )
        self.akar.add_class("skp-bagian")
        self.bacaan.observe(self._saat_bacaan, names="value")
        self._perbarui()
        meja.dengar(self._perbarui)
        meja.dengar_simpan(self.segarkan_pilihan)

    def segarkan_pilihan(self) -> None:
        """Read the names of the saved scenarios again."""
        lama = self.pilihan.value
        self.pilihan.options = pilihan_bobot(self._meja)
        if lama in {id_ for _label, id_ in self.pilihan.options}:
            self.pilihan.value = lama

    def _terima(self, kata: dict[str, Any]) -> None:
        """Take in what the rows tell; see BarisBobot."""
        if "buka" in kata:
            self._buka(str(kata["buka"]))
        elif "kunci" in kata:
            self._meja.kunci_bobot(str(kata["kunci"]), bool(kata["ya"]))
        else:
            kode, ke = str(kata["kode"]), float(kata["ke"]) / 100
            gerak = partial(_geser, induk=self.buka, kode=kode, ke=ke, kunci=self._meja.dikunci)
            self._katakan(self._meja.lakukan(gerak, f"bobot {kode}"))

    def _buka(self, induk: str) -> None:
        with self._meja.kunci:
            self.buka = induk
            self._meja.beri_tahu()

    def _saat_pakai(self) -> None:
        try:
            bobot = bobot_pilihan(self._meja, self.pilihan.value)
        except KlaError as e:
            self._katakan(str(e))
            return
        self._katakan(self._meja.lakukan(lambda k, isi: pakai_bobot(k.instrumen, isi, bobot)))

    def _saat_bacaan(self, ubahan: Any) -> None:
        bacaan: Bacaan = ubahan["new"]
        self._katakan(self._meja.lakukan(lambda _k, isi: isi.model_copy(update={"bacaan": bacaan})))

    def _tampilkan_poin(self, ya: bool) -> None:
        kepala, bacaan = self.akar.children[:2]
        self.akar.children = (kepala, bacaan, self.poin.akar if ya else self._geser, self.pesan)

    def _katakan(self, salah: str) -> None:
        self.pesan.value = pesan(salah, "alert")

    def _perbarui(self) -> None:
        """Show the weights as they are now; unseen rows cost nothing."""
        keadaan = self._meja.kini
        isi = baris_bobot(keadaan, self.buka, self._meja.dikunci)
        form = keadaan.instrumen
        if self.buka == SEMUA:
            kepala = _("Bobot klaster: jumlahnya 100 % dan {n} poin").format(n=format_angka(form.kepala.nilai_maksimal))
        else:
            kepala = _("Bobot indikator di {klaster}").format(klaster=form.klaster_of(self.buka).sebutan_pendek)
        self.judul.value = judul(kepala, 3)
        self.kembali.layout.display = "none" if self.buka == SEMUA else ""
        with self.baris.hold_sync():
            self.baris.skala = batas_skala(isi)
            self.baris.baris = isi
        if self.bacaan.value != self._meja.isi.bacaan:
            self.bacaan.value = self._meja.isi.bacaan


def _geser(keadaan: Keadaan, isi: IsiSkenario, induk: str, kode: str, ke: float, kunci: frozenset[str]) -> IsiSkenario:
    return geser_bobot(keadaan.instrumen, isi, induk, kode, ke, kunci)


def _legenda() -> str:
    contoh = _("Pita: selama bobot di sini, kategorinya tetap. Garis: bobot resmi. Tanda *: diubah.")
    tombol_ = _("Panah menggeser 0,5 %; Shift dan panah sepuluh kalinya.")
    return f'<p class="skp-catatan"><span class="skp-contoh-pita"></span>{contoh} {tombol_}</p>'
