"""Let the evaluator go through the questions of one klaster and save what she enters to the book."""

from functools import partial
from threading import Lock, RLock
from typing import Any

from kla_lib.bahasa import _
from kla_lib.data.sunting.izin import check_izin
from kla_lib.data.sunting.simpan import plan_ubahan, save_rencana
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.views.isian.isian import (
    SEMUA,
    BarisIsian,
    Draf,
    Sel,
    daftar_butir,
    dinilai_di_atas,
    nilai_dengan,
)
from kla_lib.views.isian.kotak import (
    gaya,
    kotak_pesan,
    make_kotak,
    pilihan_saringan,
    sebut_kosong,
    sebut_poin,
    sebut_rumus,
    sebut_simpan,
    sebut_tersimpan,
)


def panel_isian(keadaan: Keadaan, klaster: str | None = None) -> Any:
    """Return the entry of marks, documents and notes as a widget; nothing is written before `Simpan`.

    klaster: the one that is shown first.
    """
    return _Panel(keadaan, klaster).akar


class _Panel:
    """The widgets of the questions of one indikator at a time, and the entries that are not saved yet.

    JupyterLab may deliver what different boxes say in different threads, so a
    note can arrive while the click on Simpan that followed it is already at
    work: `_kunci` keeps the entries whole, and `_simpan` goes on until no
    entry is left.
    """

    def __init__(self, keadaan: Keadaan, klaster: str | None) -> None:
        # Imported here: every kernel of a batch would pay for widgets that it does not show.
        import ipywidgets

        self._w = w = ipywidgets
        self._keadaan, self._hash, self._draf = keadaan, keadaan.buku.hash, Draf()
        self._galat: dict[Sel, str] = {}
        self._kunci, self._menyimpan = RLock(), Lock()
        self._susunan = 0  # how often boxes were built: a late word of an old box is known by it
        self._setuju = False  # whether she was told that formulas must be calculated anew
        self._dokumen: dict[Sel, list[Any]] = {}
        pilihan = [(k.judul_pendek, k.id) for k in keadaan.instrumen.klaster]
        self.klaster = self._dropdown(_("Klaster"), pilihan, klaster or pilihan[0][1])
        self.saringan = self._dropdown(_("Tampilkan"), pilihan_saringan(), SEMUA)
        self.indikator = self._dropdown(_("Indikator"), [], None)
        self.isi, self.ringkas, self.pesan = w.VBox(), w.HTML(), w.HTML()
        self.simpan = w.Button(description=_("Simpan"), button_style="primary")
        self.batal = w.Button(
            description=_("Batalkan"), tooltip=_("Buang perubahan yang belum disimpan dan baca buku lagi")
        )
        for pemilih in (self.klaster, self.saringan):
            pemilih.observe(self._saat_pilih, names="value")
        self.indikator.observe(self._saat_indikator, names="value")
        self.simpan.on_click(lambda _b: self._simpan())
        self.batal.on_click(lambda _b: self._batalkan())
        self.akar = w.VBox(
            [
                w.HBox([self.klaster, self.saringan], layout=w.Layout(flex_flow="row wrap")),
                self.indikator,
                self.isi,
                w.HBox([self.simpan, self.batal]),  # above the texts, which grow while somebody clicks
                self.pesan,
                self.ringkas,
            ]
        )
        self._pilih_indikator()

    def _dropdown(self, nama: str, pilihan: list[tuple[str, Any]], nilai: Any) -> Any:
        return self._w.Dropdown(options=pilihan, value=nilai, **gaya(nama, "34rem"))

    def _lolos(self) -> list[BarisIsian]:
        return [b for b in daftar_butir(self._keadaan, self.klaster.value) if b.lolos(self.saringan.value)]

    def _pilih_indikator(self) -> None:
        banyak: dict[str, int] = {}
        for b in self._lolos():
            banyak[b.indikator] = banyak.get(b.indikator, 0) + 1
        nama = {i.kode: _(i.nama) for k in self._keadaan.instrumen.klaster for i in k.indikator}
        lama = self.indikator.value
        sebut = _("{kode} · {nama}: {n} pertanyaan")
        pilihan = [(sebut.format(kode=i, nama=nama[i], n=n), i) for i, n in banyak.items()]
        nilai = lama if lama in banyak else next(iter(banyak), None)
        self.indikator.unobserve(self._saat_indikator, names="value")
        self.indikator.options = pilihan
        self.indikator.value = nilai
        self.indikator.observe(self._saat_indikator, names="value")
        self._susun()

    def _saat_pilih(self, _ubahan: Any) -> None:
        with self._kunci:
            self._pilih_indikator()

    def _saat_indikator(self, _ubahan: Any) -> None:
        with self._kunci:
            self._susun()

    def _susun(self) -> None:
        """Build the boxes of the chosen indikator's questions; what could not be read goes with the old boxes."""
        salah = "\n".join(self._galat.values())
        self.pesan.value = (
            kotak_pesan(_("Isian ini tidak terbaca dan dibuang:") + "\n" + salah, "alert") if salah else ""
        )
        self._galat, self._dokumen = {}, {}
        self._susunan += 1
        butir = [b for b in self._lolos() if b.indikator == self.indikator.value]
        if not butir:
            self.isi.children = [self._w.HTML(sebut_kosong(self._keadaan, self.saringan.value))]
        elif dinilai_di_atas(self._keadaan, self.klaster.value, butir[0].indikator):
            self.isi.children = [
                self._w.HTML(
                    _("Poin di sini dicatat untuk keseluruhan, bukan per pertanyaan. Ubah di berkas buku datanya.")
                )
            ]
        else:
            kotak = [make_kotak(b, self._draf, partial(self._catat, self._susunan)) for b in butir]
            for sel, pilihan in (d for k in kotak for d in k.dokumen):
                self._dokumen.setdefault(sel, []).append(pilihan)
            self.isi.children = [k.akar for k in kotak]
        self._perbarui()

    def _catat(self, susunan: int, sel: Sel, isi: Any, tercatat: Any, salah: str) -> None:
        """Take in one entry; a document that stands under two questions shows one status."""
        with self._kunci:
            self._galat.pop(sel, None)
            if salah:
                self._galat[sel] = salah
            else:
                self._draf = self._draf.dengan(sel, isi, tercatat)
            if susunan != self._susunan:
                self._susun()
                return
            for kembar in self._dokumen.get(sel, []):
                kembar.value = isi
            self.pesan.value = ""
            self._perbarui()

    def _perbarui(self) -> None:
        """Say what is not saved, what it does to the klaster's points, and what saving will do."""
        klaster = self._keadaan.instrumen.klaster_of(self.klaster.value)
        n = len(self._draf.isi)
        baris = [_("{n} perubahan belum disimpan.").format(n=n) if n else _("Tidak ada perubahan.")]
        baris += list(self._galat.values())
        kini = nilai_dengan(self._keadaan, Draf(), klaster.id)
        baris.append(_("{klaster} sekarang: {nilai}").format(klaster=klaster.sebutan_pendek, nilai=sebut_poin(kini)))
        if n:
            baris.append(
                _("Dengan perubahan: {nilai}").format(
                    nilai=sebut_poin(nilai_dengan(self._keadaan, self._draf, klaster.id))
                )
            )
            try:
                check_izin(self._keadaan.rapat.path_buku, self._hash)
                baris += [_("Bila disimpan:"), *sebut_simpan(self._keadaan, self._draf)]
            except KlaError as e:
                baris += [_("Belum dapat disimpan:"), *str(e).splitlines()]
        self._setuju = False
        self.ringkas.value = kotak_pesan("\n".join(baris), "status")

    def _simpan(self) -> None:
        if not self._menyimpan.acquire(blocking=False):
            return  # a second click while the first is at work
        try:
            self._simpan_semua()
        except KlaError as e:
            self.pesan.value = kotak_pesan(_("Tidak disimpan.") + "\n" + str(e), "alert")
        finally:
            self._menyimpan.release()

    def _simpan_semua(self) -> None:
        """Save until the book holds every entry, those too that arrive meanwhile; then read it again."""
        if self._galat or not self._draf.isi:
            salah = "\n".join(self._galat.values()) or _("Tidak ada perubahan.")
            self.pesan.value = kotak_pesan(_("Tidak disimpan.") + "\n" + salah, "alert")
            return
        tersimpan, pesan = Draf(), ""
        while True:
            with self._kunci:
                draf = self._draf
                if draf == tersimpan:
                    buang = [_("Isian ini tidak terbaca dan dibuang:"), *self._galat.values()] if self._galat else []
                    self._muat_ulang("\n".join([pesan, *buang]))
                    return
            rencana = plan_ubahan(self._keadaan.params, self._keadaan.rapat.path_buku, draf.ubahan(), self._hash)
            rumus = sebut_rumus(rencana)
            if rumus and not self._setuju:
                self._setuju = True
                self.pesan.value = kotak_pesan(rumus + "\n" + _("Klik Simpan sekali lagi bila setuju."), "alert")
                return
            hasil = save_rencana(rencana)
            self._hash, tersimpan = hasil.hash, draf
            pesan = sebut_tersimpan(len(draf.isi), hasil, rencana)

    def _batalkan(self) -> None:
        with self._kunci:
            self._muat_ulang(_("Perubahan yang belum disimpan dibuang."))

    def _muat_ulang(self, pesan: str) -> None:
        """Drop the entries and read the book again; a book that cannot be read now says why."""
        self._draf, self._galat = Draf(), {}
        try:
            self._keadaan = load_keadaan(self._keadaan.params, self._keadaan.rapat)
            self._hash = self._keadaan.buku.hash
            peran = "status"
        except KlaError as e:
            pesan, peran = f"{pesan}\n{e}", "alert"
        self._pilih_indikator()
        self.pesan.value = kotak_pesan(pesan, peran)
