"""The last step: the sheet of decisions, looked at before the book changes."""

from collections.abc import Callable

import ipywidgets as w

from kla_lib.bahasa import _
from kla_lib.data.keputusan.catat import Penerimaan
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.publish.kerja.kata_keputusan import lines_of
from kla_lib.publish.mulai.jatuhan import check_besar
from kla_lib.publish.mulai.langkah import Langkah
from kla_lib.publish.mulai.langkah_isian import isi_utuh
from kla_lib.publish.mulai.meja import Meja
from kla_lib.publish.mulai.seret import Seret
from kla_lib.publish.mulai.unsur import baris, langkah, laporan, pesan, salah, tombol


class LangkahKeputusan(Langkah):
    """Takes the sheet, tells what it would bring, and takes it in on a click."""

    def __init__(self, meja: Meja, berubah: Callable[[], None]) -> None:
        super().__init__(meja, berubah)
        self._ditolak: list[Kesalahan] = []
        self.seret = Seret(self._terima, self._lihat, _("Taruh lembar keputusan yang sudah diisi di sini"))
        self.luar = w.HTML()
        self.ambil = tombol(_("Masukkan keputusan"), self._ambil, utama=True)
        self.ambil.disabled = True
        self.akar = langkah(
            _("5. Keputusan rapat"),
            _("Tanpa berkas yang ditaruh, yang dibaca lembar di antara halaman rapat (keputusan.xlsx)."),
            self.seret,
            baris(tombol(_("Lihat keputusan"), self._lihat), self.ambil),
            self.luar,
            self.hasil,
        )

    def segarkan(self) -> None:
        """What was looked at before is out of date."""
        self.ambil.disabled = True

    def _terima(self, nama: str, isi: bytes | None, besar: int, diubah: float) -> None:
        try:
            check_besar(nama, besar)
            self._meja.keputusan.taruh(nama, isi_utuh(nama, isi), diubah)
        except KlaError as e:
            self._ditolak += e.kesalahan

    def _lihat(self) -> None:
        ditolak, self._ditolak = self._ditolak, []
        self.luar.value = salah(ditolak, _("Tidak diterima, dan tidak ada yang ditulis:")) if ditolak else ""
        if ditolak:
            self.hasil.value, self.ambil.disabled = "", True
            return
        awal = _("Bila dimasukkan, inilah hasilnya. Belum ada yang ditulis.")
        bisa = self._kerjakan(lambda: pesan(awal) + self._laporan(self._meja.lihat_keputusan()))
        self.ambil.disabled = not bisa

    def _ambil(self) -> None:
        aksi = self._meja.ambil_keputusan
        awal = _("Sudah dimasukkan.")
        if self._kerjakan(lambda: pesan(awal) + self._laporan(aksi()), _("Buku data tidak berubah.")):
            self._berubah()

    def _laporan(self, hasil: Penerimaan) -> str:
        return laporan(lines_of(hasil, str(self._meja.buku_milik())))
