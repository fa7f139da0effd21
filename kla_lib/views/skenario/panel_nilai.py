"""Let marks, documents and actions be tried out: filter, search, a page of rows at a time."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import ipywidgets as w

from kla_lib.bahasa import _
from kla_lib.data.bentuk import STATUS_DOKUMEN
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.skenario.ubah import (
    batalkan_kegiatan,
    batalkan_nilai,
    kerjakan_kegiatan,
    lengkapi_pertanyaan,
    nilai_tertinggi,
    status_resmi,
    ubah_nilai,
    ubah_status,
)
from kla_lib.views.skenario.daftar_ubah import DaftarUbah
from kla_lib.views.skenario.isi_dokumen import (
    SEMUA_BARIS,
    TANPA,
    TERCATAT,
    baris_dokumen,
    baris_semua,
    baris_tanpa,
    daftar_dokumen,
    lengkapi_semua,
)
from kla_lib.views.skenario.isi_nilai import (
    INDIKATOR,
    PERTANYAAN,
    DaftarRad,
    PilihanNilai,
    banyak_halaman,
    baris_kegiatan,
    baris_nilai,
    daftar_butir,
    daftar_rad,
    halaman,
    nilai_kini,
    saring,
)
from kla_lib.views.skenario.kelompok import Kelompok
from kla_lib.views.skenario.meja import Gerak, Meja
from kla_lib.views.skenario.unsur import baris, tombol

NILAI, DOKUMEN, KEGIATAN = "nilai", "dokumen", "kegiatan"


class PanelNilai:
    """Three lists, one of them shown; each says what the book lacks for it."""

    def __init__(self, meja: Meja) -> None:
        self._meja, self._halaman = meja, 1
        self._dilihat: object = None
        resmi = meja.siap
        self._kelompok = Kelompok(resmi)
        self._butir = {t: daftar_butir(resmi, t, self._kelompok) for t in (PERTANYAAN, INDIKATOR)}
        self._dokumen = daftar_dokumen(resmi, self._kelompok)
        self._rad, self._salah_rad = _baca_rad(resmi, self._kelompok)
        self.tab = w.ToggleButtons(
            options=[(_("Nilai"), NILAI), (_("Dokumen"), DOKUMEN), (_("Kegiatan RAD"), KEGIATAN)], value=NILAI
        )
        self.klaster = w.Dropdown(
            options=[(_("semua klaster"), ""), *((k.judul_pendek, k.id) for k in resmi.instrumen.klaster)],
            description=_("Klaster"),
        )
        self.tingkat = w.Dropdown(
            options=[(_("pertanyaan"), PERTANYAAN), (_("indikator"), INDIKATOR)], description=_("Per")
        )
        self.jenis = w.Dropdown(
            options=[(_("dokumen"), TERCATAT), (_("pertanyaan tanpa dokumen"), TANPA)], description=_("Per")
        )
        self.kantor = w.Dropdown(
            options=[(_("semua kantor"), ""), *self._kelompok.pilihan(self._semua_kelompok())],
            description=_("Kantor"),
        )
        self.cari = w.Text(description=_("Cari"), placeholder=_("kode atau kata"))
        self.daftar = DaftarUbah(self._terima)
        self.sebelum = tombol(_("◂ Mundur"), lambda: self._pindah(-1), _("Halaman sebelumnya"))
        self.sesudah = tombol(_("Maju ▸"), lambda: self._pindah(1), _("Halaman berikutnya"))
        self.nomor = w.HTML()
        isi = w.Box([self.daftar])
        isi.add_class("skp-gulung")
        self.akar = w.VBox(
            [
                baris(self.tab, self.tingkat, self.jenis),
                baris(self.klaster, self.kantor, self.cari),
                isi,
                baris(self.sebelum, self.nomor, self.sesudah),
            ]
        )
        self.akar.add_class("skp-bagian")
        self.akar.add_class("skp-nilai")
        for kotak in (self.tab, self.klaster, self.kantor, self.tingkat, self.jenis, self.cari):
            kotak.observe(lambda _u: self._dari_awal(), names="value")
        self._tampilkan()
        meja.dengar(self._perbarui)

    def _dari_awal(self) -> None:
        with self._meja.kunci:
            self._halaman = 1
            self._tampilkan()

    def _pindah(self, arah: int) -> None:
        with self._meja.kunci:
            self._halaman += arah
            self._tampilkan()

    def _perbarui(self) -> None:
        """Show the rows anew where a step changed marks or documents; weights do not touch them."""
        if self._dilihat != _yang_dilihat(self._meja.isi):
            self._tampilkan()

    def _tampilkan(self) -> None:
        self._dilihat = _yang_dilihat(self._meja.isi)
        semua, lolos = self._semua(), self._lolos()
        banyak = banyak_halaman(lolos)
        self._halaman = min(max(self._halaman, 1), banyak)
        with self.daftar.hold_sync():
            self.daftar.baris = [*self._baris_semua(lolos), *self._baris(halaman(lolos, self._halaman))]
            self.daftar.kosong = self._kosong(semua) if not lolos else ""
        self.tingkat.layout.display = "" if self.tab.value == NILAI else "none"
        self.jenis.layout.display = "" if self.tab.value == DOKUMEN else "none"
        self.sebelum.disabled, self.sesudah.disabled = self._halaman == 1, self._halaman == banyak
        self.nomor.value = _("Halaman {n} dari {banyak} · {semua} baris").format(
            n=self._halaman, banyak=banyak, semua=len(lolos)
        )

    def _semua(self) -> Sequence[PilihanNilai] | None:
        if self.tab.value == NILAI:
            return self._butir[self.tingkat.value]
        if self.tab.value == DOKUMEN:
            return self._dokumen.butir(self.jenis.value)
        return None if self._rad is None else self._rad.butir

    def _semua_kelompok(self) -> Iterator[tuple[str, ...]]:
        daftar = (self._butir[PERTANYAAN], self._dokumen.dokumen, self._dokumen.tanpa, self._rad and self._rad.butir)
        return (b.kelompok for butir in daftar for b in butir or ())

    def _lolos(self) -> list[PilihanNilai]:
        """Return the rows that pass the filters, on whatever page."""
        return saring(self._semua() or (), self.klaster.value, self.cari.value, self.kantor.value)

    def _siapa(self) -> str | None:
        """Return whose documents are listed, of `baris_semua`."""
        if self.klaster.value or self.cari.value.strip():
            return None
        return self._kelompok.sebut(self.kantor.value)

    def _kosong(self, semua: Sequence[PilihanNilai] | None) -> str:
        if semua is not None and (semua or self.tab.value == NILAI):
            return _("Tidak ada baris yang cocok dengan saringan ini.")
        if self.tab.value == DOKUMEN:
            if self.jenis.value == TANPA:
                return _("Semua pertanyaan punya dokumen di buku data, atau dinilai untuk keseluruhan.")
            return _("Dokumen belum dicatat dalam buku data ini. Pilih Per: pertanyaan tanpa dokumen untuk mencobanya.")
        return self._salah_rad or _("Kegiatan RAD belum dicatat dalam buku data ini, atau semuanya sudah selesai.")

    def _baris(self, butir: Sequence[PilihanNilai]) -> list[dict[str, Any]]:
        if self.tab.value == NILAI:
            nilai = nilai_kini(self._meja.kini)
            return [baris_nilai(b, nilai) for b in butir]
        isi = self._meja.isi
        if self.tab.value == DOKUMEN and self.jenis.value == TANPA:
            return [baris_tanpa(b, isi) for b in butir]
        if self.tab.value == DOKUMEN:
            resmi = status_resmi(self._meja.siap.buku)
            return [baris_dokumen(b, resmi[b.kode], isi.status.get(b.kode, resmi[b.kode])) for b in butir]
        rad = self._rad
        return [] if rad is None else [baris_kegiatan(b, rad, self._meja.kini) for b in butir]

    def _baris_semua(self, lolos: Sequence[PilihanNilai]) -> list[dict[str, Any]]:
        """Return the tick for all listed documents above them."""
        if self.tab.value != DOKUMEN or not lolos:
            return []
        return [baris_semua(self._dokumen, lolos, self.jenis.value, self._siapa(), self._meja.isi)]

    def _terima(self, kode: str, isi: Any) -> str:
        """Take in what a row tells; isi None asks for what is recorded."""
        gerak: Callable[..., IsiSkenario] = {NILAI: _ubah_nilai, DOKUMEN: self._lengkapi, KEGIATAN: self._kerjakan}[
            self.tab.value
        ]
        if not self._sah(kode, isi):
            return _("Isian ini tidak diterima.")
        langkah: Gerak = partial(gerak, kode=kode, nilai=isi)
        return self._meja.lakukan(langkah)

    def _sah(self, kode: str, isi: Any) -> bool:
        """Return whether a row could have told this: the browser is not the one to decide."""
        if self.tab.value == KEGIATAN:
            return self._rad is not None and kode in self._rad.kegiatan and isinstance(isi, bool)
        if self.tab.value == DOKUMEN and (kode == SEMUA_BARIS or self.jenis.value == TANPA):
            dikenal = kode == SEMUA_BARIS or any(b.kode == kode for b in self._dokumen.tanpa)
            return dikenal and isinstance(isi, bool)
        if isi is None:
            return True
        if self.tab.value == DOKUMEN:
            return kode in status_resmi(self._meja.siap.buku) and isi in STATUS_DOKUMEN
        hasil = self._meja.siap.hasil
        maks = None if hasil is None else nilai_tertinggi(hasil).get(kode)
        return maks is not None and isinstance(isi, int | float) and 0 <= isi <= maks

    def _lengkapi(self, keadaan: Keadaan, isi: IsiSkenario, kode: str, nilai: Any) -> IsiSkenario:
        if kode == SEMUA_BARIS:
            return lengkapi_semua(keadaan, isi, self._dokumen.terbuka(self._lolos()), self.jenis.value, nilai)
        if self.jenis.value == TANPA:
            return lengkapi_pertanyaan(isi, [kode], nilai)
        return _ubah_status(keadaan, isi, kode, nilai)

    def _kerjakan(self, keadaan: Keadaan, isi: IsiSkenario, kode: str, nilai: bool) -> IsiSkenario:
        if keadaan.hasil is None or self._rad is None:
            return isi
        k, semua = self._rad.kegiatan[kode], self._rad.kegiatan.values()
        if nilai:
            return kerjakan_kegiatan(keadaan.buku, keadaan.hasil, keadaan.penentu, isi, k)
        return batalkan_kegiatan(keadaan.buku, keadaan.hasil, keadaan.penentu, isi, k, list(semua))


def _ubah_nilai(keadaan: Keadaan, isi: IsiSkenario, kode: str, nilai: float | None) -> IsiSkenario:
    if keadaan.hasil is None:
        return isi
    if nilai is None:  # with all that was changed above and below it
        return batalkan_nilai(ubah_nilai(keadaan.hasil, isi, kode, 0.0), kode)
    return ubah_nilai(keadaan.hasil, isi, kode, float(nilai))


def _ubah_status(keadaan: Keadaan, isi: IsiSkenario, kode: str, nilai: Any) -> IsiSkenario:
    status: Any = nilai or status_resmi(keadaan.buku)[kode]
    return ubah_status(keadaan.buku, isi, kode, status)


def _yang_dilihat(isi: IsiSkenario) -> tuple[object, ...]:
    """Return what of a scenario the rows show."""
    return isi.nilai, isi.status, isi.berdokumen


def _baca_rad(resmi: Keadaan, kelompok: Kelompok) -> tuple[DaftarRad | None, str]:
    """Return the actions, or what is wrong with them."""
    try:
        return daftar_rad(resmi, kelompok), ""
    except KlaError as e:
        return None, str(e)
