"""Let scenarios be put beside each other, and the comparison be taken away as a workbook."""

from collections.abc import Callable

import ipywidgets as w

from kla_lib.bahasa import _
from kla_lib.errors import KlaError
from kla_lib.letak import nama_tampil
from kla_lib.views.skenario.banding import Daftar, banding_isi, pilih_skenario
from kla_lib.views.skenario.buku_banding import workbook_banding
from kla_lib.views.skenario.meja import Meja
from kla_lib.views.skenario.unsur import baris, judul, pesan, tombol


class PanelBanding:
    """The names to choose from, and the comparison below them."""

    def __init__(self, meja: Meja, tutup: Callable[[], None]) -> None:
        self._meja = meja
        self.nama = w.SelectMultiple(
            options=[], rows=3, description=_("Skenario"), style={"description_width": "5.5rem"}
        )
        self.kini = w.Checkbox(value=True, indent=False, description=_("juga yang sedang dikerjakan"))
        self.hasil, self.pesan = w.HTML(), w.HTML()
        self.hasil.add_class("skp-gulung")
        self.tampilkan = tombol(_("Tampilkan perbandingan"), self._tampilkan)
        self.simpan = tombol(_("Simpan ke Excel"), self._simpan)
        cara = _("Ctrl dan klik, atau Shift dan panah, memilih lebih dari satu.")
        self.akar = w.VBox(
            [
                w.HTML(judul(_("Bandingkan skenario"))),
                baris(self.nama, w.VBox([self.kini, w.HTML(f'<p class="skp-catatan">{cara}</p>')])),
                baris(self.tampilkan, self.simpan, tombol(_("Tutup"), tutup, _("Tutup perbandingan"))),
                self.pesan,
                self.hasil,
            ]
        )
        self.akar.add_class("skp-laci")
        self.akar.add_class("skp-banding")

    def buka(self) -> None:
        """Read the names anew, all of them chosen at first."""
        lama, ada = self.nama.value, self._meja.daftar_tersimpan()
        baru = [n for n in ada if n not in self.nama.options]
        self.nama.options = ada
        self.nama.value = [n for n in ada if n in lama or n in baru]
        self._tampilkan()

    def _pilih(self) -> tuple[Daftar, str]:
        """Return the scenarios to compare, and in words which cannot be."""
        meja, daftar, catatan = self._meja, [], ""
        if self.nama.value:
            terpilih = pilih_skenario(meja.siap, self.nama.value, meja.folder)
            daftar, catatan = [(s.nama, s) for s in terpilih.daftar], "\n".join(terpilih.catatan)
        if self.kini.value and not meja.isi.kosong and meja.belum_disimpan:
            return [*daftar, (_("sedang dikerjakan"), meja.isi)], catatan
        return daftar, catatan

    def _tampilkan(self) -> None:
        with self._meja.kunci:
            try:
                daftar, catatan = self._pilih()
            except KlaError as e:
                self.pesan.value = pesan(str(e), "alert")
                return
            self.simpan.disabled = not daftar
            self.hasil.value = banding_isi(self._meja.siap, daftar).html
            self.pesan.value = pesan(catatan, "status")

    def _simpan(self) -> None:
        with self._meja.kunci:
            try:
                daftar, _catatan = self._pilih()
                tempat = self._meja.tulis_banding(workbook_banding(self._meja.siap, daftar))
            except KlaError as e:
                self.pesan.value = pesan(_("Tidak disimpan.") + "\n" + str(e), "alert")
                return
            self.pesan.value = pesan(_("Disimpan: {berkas}").format(berkas=nama_tampil(tempat)), "status")
