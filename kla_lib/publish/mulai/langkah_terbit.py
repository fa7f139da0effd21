"""The third and fourth step: check the book; make pages and PDF, and open them."""

from collections.abc import Callable
from threading import Thread
from time import sleep

import ipywidgets as w

from kla_lib.bahasa import _
from kla_lib.errors import KlaError
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import folder_outputs
from kla_lib.publish.mulai.alamat import alamat_terbitan
from kla_lib.publish.mulai.langkah import Langkah
from kla_lib.publish.mulai.meja import Meja
from kla_lib.publish.mulai.pekerja import Pekerja
from kla_lib.publish.mulai.seret import Tautan
from kla_lib.publish.mulai.unsur import baris, langkah, laporan, lipat, pesan, salah, tombol
from kla_lib.views.nilai.kalimat import kalimat_rapat

JEDA = 0.5
"""Seconds between two looks at how far a run is."""


class LangkahPeriksa(Langkah):
    """Checks the book, and says where it stands once nothing is wrong with it."""

    def __init__(self, meja: Meja, berubah: Callable[[], None]) -> None:
        super().__init__(meja, berubah)
        self.akar = langkah(
            _("3. Periksa"),
            _("Setiap kesalahan di buku data disebut dengan sel dan perbaikannya."),
            baris(tombol(_("Periksa buku data"), self._periksa)),
            self.hasil,
        )

    def segarkan(self) -> None:
        """Take away what was said of an earlier state of the book."""
        self.hasil.value = ""

    def _periksa(self) -> None:
        self._kerjakan(self._sebut)

    def _sebut(self) -> str:
        p = self._meja.periksa()
        catatan = pesan("\n".join(p.catatan)) if p.catatan else ""
        if p.salah:
            return catatan + salah(p.salah, p.kalimat)
        berdiri = "" if p.belum else kalimat_rapat(load_keadaan(self._meja.params, self._meja.rapat())).html
        return catatan + pesan(p.kalimat) + berdiri


class LangkahTerbit(Langkah):
    """Makes pages or PDF beside the page, tells how far it is, and links what is there."""

    def __init__(self, meja: Meja, berubah: Callable[[], None]) -> None:
        super().__init__(meja, berubah)
        self.jalankan = tombol(_("Buat semua halaman"), lambda: self._mulai(meja.jalankan), utama=True)
        self.cetak = tombol(_("Buat PDF"), lambda: self._mulai(meja.cetak))
        self.maju = w.IntProgress(description="", layout=w.Layout(display="none"))
        self.tempat, self.tautan = w.HTML(), Tautan()
        self.segarkan()
        self.akar = langkah(
            _("4. Halaman dan PDF"),
            _("Halaman ini tetap bisa dipakai selama pembuatannya berjalan."),
            baris(self.jalankan, self.cetak),
            self.maju,
            self.hasil,
            self.tempat,
            self.tautan,
        )

    def segarkan(self) -> None:
        """Link what is published of the meeting now."""
        try:
            ada = self._meja.terbitan()
        except KlaError:
            ada = []
        bisa = [{"nama": t.nama, "alamat": a} for t in ada if (a := alamat_terbitan(t.tempat))]
        self.tautan.tautan = bisa
        sebut = _("Hasilnya di {folder}").format(folder=folder_outputs() / self._meja.id_rapat) if ada else ""
        self.tempat.value = pesan(sebut) if sebut else ""

    def _mulai(self, mulai: Callable[[], Pekerja]) -> None:
        """Start a command, or say why not; what is running stays on the page."""
        try:
            pekerja = mulai()
        except KlaError as e:
            self.hasil.value = salah(e.kesalahan, _("Tidak dimulai."))
            return
        self.maju.value, self.maju.layout.display = 0, ""
        self.hasil.value = pesan(_("Sedang disiapkan…"))
        Thread(target=self._ikuti, args=(pekerja,), daemon=True).start()

    def _ikuti(self, pekerja: Pekerja) -> None:
        terakhir = ""
        while pekerja.kode is None:
            teks = pekerja.teks
            if teks and teks != terakhir:
                terakhir = teks
                n, banyak = pekerja.maju
                self.maju.max, self.maju.value = max(banyak, 1), n
                self.hasil.value = pesan(teks.splitlines()[-1])
            sleep(JEDA)
        self.maju.layout.display = "none"
        teks = pekerja.teks
        if pekerja.kode == 0:
            self.hasil.value = pesan(_("Selesai.")) + lipat(_("Rinciannya"), laporan([teks]))
        else:
            gagal = _("Belum semuanya jadi. Yang terakhir jadi tetap utuh.")
            self.hasil.value = pesan(gagal, "alert") + laporan([teks])
        self.segarkan()
