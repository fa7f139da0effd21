"""The first step: which meeting; or the work folder that makes one."""

from collections.abc import Callable
from typing import Any

import ipywidgets as w

from kla_lib.bahasa import _
from kla_lib.errors import KlaError
from kla_lib.publish.kerja.kata_mulai import lines_of
from kla_lib.publish.mulai.langkah import Langkah
from kla_lib.publish.mulai.meja import Meja
from kla_lib.publish.mulai.unsur import baris, langkah, laporan, lipat, pesan, salah, tombol


class LangkahRapat(Langkah):
    """Chooses among the meetings, and makes another."""

    def __init__(self, meja: Meja, berubah: Callable[[], None]) -> None:
        super().__init__(meja, berubah)
        self.pilihan = w.Dropdown(description=_("Rapat"))
        self.daerah = w.Text(description=_("Daerah"), placeholder=_("nama atau kode, misalnya Kota Bekasi"))
        self.tahun = w.Text(description=_("Tahun yang dinilai"), placeholder="2025")
        self.hari = w.DatePicker(description=_("Hari rapat"))
        self.folder = w.Text(description=_("Folder kerja"), value=str(meja.folder()))
        self.buat = tombol(_("Buat rapat"), self._buat)
        self.kini = w.HTML()
        self.baru = w.Accordion(
            [w.VBox([baris(self.daerah, self.tahun, self.hari), self.folder, baris(self.buat)])],
            titles=[_("Buat rapat lain atau folder kerja")],
        )
        self.pilihan.observe(self._saat_pilih, names="value")
        self.segarkan()
        self.akar = langkah(
            _("1. Rapat"),
            _("Pilih rapat yang disiapkan. Yang pertama kali: isi daerah, tahun dan hari rapat, lalu klik Buat rapat."),
            self.pilihan,
            self.kini,
            self.baru,
            self.hasil,
        )

    def segarkan(self) -> None:
        """List the meetings again, and say which one this page works on."""
        try:
            daftar, kini = self._meja.daftar_rapat(), self._meja.id_rapat
        except KlaError as e:
            self.kini.value = salah(e.kesalahan)
            return
        if kini and kini not in (i for _t, i in daftar):
            daftar = [(kini, kini), *daftar]
        self.pilihan.unobserve(self._saat_pilih, names="value")
        self.pilihan.options = [*([] if kini else [(_("belum dipilih"), "")]), *daftar]
        self.pilihan.value = kini
        self.pilihan.observe(self._saat_pilih, names="value")
        self.baru.selected_index = None if kini else 0
        self.kini.value = self._sebut(kini)

    def _sebut(self, kini: str) -> str:
        if not kini:
            return pesan(_("Belum ada folder kerja. Buat di bawah ini, atau pilih contoh untuk melihat-lihat."))
        try:
            buku = self._meja.buku_milik()
        except KlaError as e:
            return salah(e.kesalahan)
        return pesan(_("Buku data: {buku}").format(buku=buku))

    def _saat_pilih(self, ubahan: Any) -> None:
        self._meja.pilih(ubahan["new"])
        self.hasil.value = ""
        self._berubah()

    def _buat(self) -> None:
        def aksi() -> str:
            h = self._meja.buat(self.daerah.value, self.tahun.value, self.hari.value, self.folder.value)
            semua = list(lines_of(h))
            isian = _("Berikutnya: kirim berkas di {isian} kepada kantor-kantor, lalu taruh yang kembali di langkah 2.")
            return pesan(semua[0] + "\n" + isian.format(isian=h.folder / "isian")) + lipat(
                _("Yang dibuat dan yang tetap"), laporan(semua[1:-4])
            )

        if self._kerjakan(aksi, _("Tidak ada yang dibuat.")):
            self._berubah()
