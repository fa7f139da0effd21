"""Let a scenario be saved with its author and reason, and a saved one be taken up again."""

from collections.abc import Callable

import ipywidgets as w

from kla_lib.bahasa import _, format_tanggal
from kla_lib.errors import KlaError
from kla_lib.rules.skenario import usul_nama
from kla_lib.views.skenario.meja import Meja
from kla_lib.views.skenario.unsur import baris, judul, pesan, tombol

GAYA = {"description_width": "5.5rem"}


class PanelSimpan:
    """The form for saving; what happened is said below it."""

    def __init__(self, meja: Meja, tutup: Callable[[], None]) -> None:
        self._meja = meja
        self.nama = w.Text(description=_("Nama"), placeholder=_("misalnya dokumen kesehatan"), style=GAYA)
        self.penulis = w.Text(description=_("Penulis"), placeholder=_("jabatan atau kantor"), style=GAYA)
        self.alasan = w.Textarea(
            description=_("Alasan"), placeholder=_("apa yang diuji, dan mengapa"), rows=2, style=GAYA
        )
        self.ganti = w.Checkbox(value=False, indent=False, description=_("Ganti skenario lain yang bernama sama"))
        self.berkas, self.pesan = w.HTML(), w.HTML()
        self.simpan = tombol(_("Simpan skenario"), self._simpan)
        self.akar = w.VBox(
            [
                w.HTML(judul(_("Simpan skenario ini"))),
                self.nama,
                self.berkas,
                self.ganti,
                self.penulis,
                self.alasan,
                baris(self.simpan, tombol(_("Tutup"), tutup, _("Tutup isian simpan"))),
                self.pesan,
            ]
        )
        self.akar.add_class("skp-laci")
        self.nama.observe(lambda _u: self._sebut_berkas(), names="value")
        self.ganti.layout.display = "none"

    def buka(self) -> None:
        """Show the form anew, with the name that was used last."""
        self.pesan.value = ""
        self.ganti.value = False
        if self._meja.nama and not self.nama.value:
            self.nama.value = self._meja.nama
        self._sebut_berkas()

    def _sebut_berkas(self) -> None:
        nama = usul_nama(self.nama.value)
        ada = nama in self._meja.daftar_tersimpan()
        self.ganti.layout.display = "" if ada else "none"
        if not ada:
            teks = _("Disimpan sebagai {nama}.yaml.").format(nama=nama) if nama else ""
            self.berkas.value = pesan(teks, "status")
            return
        self.berkas.value = pesan(self._sebut_terpakai(nama), "alert")

    def _sebut_terpakai(self, nama: str) -> str:
        """Return whose scenario has the name already."""
        lama = self._meja.tersimpan_sebagai(nama)
        siapa = _("Nama ini sudah dipakai.")
        if lama is not None:
            siapa = _("Nama ini sudah dipakai: {penulis}, {tanggal}.").format(
                penulis=lama.penulis, tanggal=format_tanggal(lama.dibuat)
            )
        return siapa + " " + _("Pilih nama lain, atau centang kotak di bawah ini untuk menggantinya.")

    def _simpan(self) -> None:
        try:
            path = self._meja.simpan(self.nama.value, self.penulis.value, self.alasan.value, self.ganti.value)
        except KlaError as e:
            self._sebut_berkas()
            self.pesan.value = pesan(_("Tidak disimpan.") + "\n" + str(e), "alert")
            return
        self.ganti.value = False
        self.ganti.layout.display = "none"
        self.berkas.value = ""
        self.pesan.value = pesan(self._meja.sebut_tersimpan(path), "status")


class PanelMuat:
    """The saved scenarios, those of other tabs too, and a box for the code of an interactive page."""

    def __init__(self, meja: Meja, tutup: Callable[[], None]) -> None:
        self._meja = meja
        self.pilihan = w.Dropdown(options=[], description=_("Skenario"), style=GAYA)
        self.pesan = w.HTML()
        self.muat = tombol(_("Muat skenario"), self._muat)
        self.kode = w.Text(description=_("Kode"), placeholder=_("tempel kode KLA1-… dari obrolan"), style=GAYA)
        self.pakai = tombol(_("Muat kode"), self._muat_kode)
        kode = [w.HTML(judul(_("Atau muat kode dari halaman interaktif"))), self.kode]
        akhir = tombol(_("Tutup"), tutup, _("Tutup daftar skenario"))
        self.akar = w.VBox(
            [
                w.HTML(judul(_("Muat skenario tersimpan"))),
                self.pilihan,
                baris(self.muat),
                *(kode if meja.berkode else []),
                baris(self.pakai, akhir) if meja.berkode else akhir,
                self.pesan,
            ]
        )
        self.akar.add_class("skp-laci")

    def buka(self) -> None:
        """Read the names anew."""
        lama, nama = self.pilihan.value, self._meja.daftar_muat()
        self.pilihan.options = nama
        self.pilihan.value = lama if lama in nama else next(iter(nama), None)
        self.muat.disabled = not nama
        ganti = _("Yang belum disimpan akan diganti; Urungkan mengembalikannya.") if self._meja.belum_disimpan else ""
        self.pesan.value = pesan(ganti if nama else _("Belum ada skenario tersimpan."), "status")

    def _muat(self) -> None:
        if self.pilihan.value is None:
            return
        try:
            skenario, lain = self._meja.muat(self.pilihan.value)
        except KlaError as e:
            self.pesan.value = pesan(_("Tidak dimuat.") + "\n" + str(e), "alert")
            return
        teks = _("Dimuat: {nama}, oleh {penulis}, {tanggal}.\nAlasan: {alasan}").format(
            nama=skenario.nama,
            penulis=skenario.penulis,
            tanggal=format_tanggal(skenario.dibuat),
            alasan=skenario.alasan,
        )
        if lain:
            teks += "\n" + _(
                "Perhatian: skenario ini dibuat di atas data lain; buku datanya sudah berubah sejak itu, "
                "jadi hasilnya bisa berbeda dari yang dulu dilihat penulisnya."
            )
        self.pesan.value = pesan(teks, "status")

    def _muat_kode(self) -> None:
        try:
            lain = self._meja.muat_kode(self.kode.value)
        except KlaError as e:
            self.pesan.value = pesan(_("Tidak dimuat.") + "\n" + str(e), "alert")
            return
        self.kode.value = ""
        teks = _("Kode dimuat; belum disimpan.")
        if lain:
            teks += "\n" + _(
                "Perhatian: kode ini dibuat di atas data lain, jadi hasilnya bisa berbeda dari yang dilihat "
                "pengirimnya."
            )
        self.pesan.value = pesan(teks, "status")
