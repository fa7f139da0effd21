"""The second step: what offices sent back, looked at before it is taken in."""

from collections.abc import Callable
from typing import Any

import ipywidgets as w

from kla_lib.bahasa import _
from kla_lib.data.kumpul.pengumpulan import Pengumpulan, find_cells
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.publish.kerja.kata_kumpul import lines_of
from kla_lib.publish.mulai.jatuhan import check_besar
from kla_lib.publish.mulai.langkah import Langkah
from kla_lib.publish.mulai.meja import Meja
from kla_lib.publish.mulai.seret import Seret
from kla_lib.publish.mulai.unsur import baris, langkah, laporan, lipat, pesan, salah, tombol


class LangkahIsian(Langkah):
    """Takes files, tells what collecting them would bring, and collects them on a click."""

    def __init__(self, meja: Meja, berubah: Callable[[], None]) -> None:
        super().__init__(meja, berubah)
        self._ditolak: list[Kesalahan] = []
        ajakan = _("Taruh berkas isian kantor di sini (XLSX dari templatnya), beberapa sekaligus")
        self.seret = Seret(self._terima, self._lihat, ajakan)
        self.ada, self.luar = w.HTML(), w.HTML()
        self.lihat = tombol(_("Lihat dahulu"), self._lihat)
        self.ambil = tombol(_("Masukkan ke buku"), self._ambil, utama=True)
        self.ambil.disabled = True
        self.segarkan()
        self.akar = langkah(
            _("2. Isian kantor"),
            _("Berkas diperiksa dahulu; buku data baru berubah sesudah Masukkan ke buku diklik."),
            self.seret,
            self.ada,
            baris(self.lihat, self.ambil),
            self.luar,
            self.hasil,
        )

    def segarkan(self) -> None:
        """Name what lies in the folder and what was dropped; what was looked at before is out of date."""
        self.ambil.disabled = True
        try:
            nama, tempat = self._meja.daftar_kembali(), self._meja.kembali()
        except KlaError:
            self.ada.value = ""
            return
        sebut = [_("Di {folder}: {n} berkas.").format(folder=tempat, n=len(nama))]
        if baru := [p.name for p in self._meja.jatuhan.berkas]:
            sebut.append(_("Baru ditaruh: {daftar}.").format(daftar=", ".join(baru)))
        self.ada.value = pesan("\n".join(sebut))

    def _terima(self, nama: str, isi: bytes | None, besar: int, diubah: float) -> None:
        try:
            check_besar(nama, besar)
            self._meja.jatuhan.taruh(nama, isi_utuh(nama, isi), diubah)
        except KlaError as e:
            self._ditolak += e.kesalahan

    def _lihat(self) -> None:
        ditolak, self._ditolak = self._ditolak, []
        self.luar.value = salah(ditolak, _("Tidak diterima, dan tidak ada yang ditulis:")) if ditolak else ""
        self.segarkan()
        gagal = _("Belum ada yang bisa dimasukkan; buku data tidak berubah.")
        awal = _("Bila dimasukkan, inilah hasilnya. Belum ada yang ditulis.")
        bisa = self._kerjakan(lambda: self._laporan(awal, self._meja.lihat_isian()), gagal)
        self.ambil.disabled = not bisa

    def _ambil(self) -> None:
        def aksi() -> str:
            hasil, tersisih = self._meja.ambil_isian()
            kalimat = [_("Sudah dimasukkan.") if hasil.berubah else _("Buku data sudah memuat semuanya.")]
            kalimat += [_("Berkas sebelumnya yang senama disimpan di {tempat}.").format(tempat=t) for t in tersisih]
            self.luar.value = ""
            return self._laporan("\n".join(kalimat), hasil)

        if self._kerjakan(aksi, _("Tidak ada yang dimasukkan; buku data tidak berubah.")):
            self._berubah()

    def _laporan(self, awal: str, hasil: Pengumpulan) -> str:
        """Return first what has come and what is disputed, then what was left out, then the whole report."""
        buku = self._meja.buku_milik()
        letak = [k.letak for k in hasil.bentrok]
        sel: dict[Any, str] = find_cells(self._meja.params, buku, letak) if letak and buku.exists() else {}
        semua = list(lines_of(hasil, sel))
        utama = [awal, semua[0]]
        if letak:
            utama.append(_("{n} sel bentrok: dua kantor menjawab berbeda. Lihat laporannya.").format(n=len(letak)))
        tabel = salah(hasil.salah, _("Yang tidak diambil, beserta sebabnya:")) if hasil.salah else ""
        return pesan("\n".join(utama)) + tabel + lipat(_("Laporan lengkap"), laporan(semua), bool(letak))


def isi_utuh(nama: str, isi: bytes | None) -> bytes:
    """Return the content of a file that has arrived; KlaError for one that the browser could not read."""
    if isi is None:
        perbaikan = _("Taruh berkasnya, bukan foldernya, sekali lagi.")
        raise KlaError(Kesalahan("baca", nama, _("tidak terbaca oleh peramban"), perbaikan))
    return isi
