"""Let scenarios be put beside each other, and the comparison be taken away as a workbook."""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as w
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.skenario import data_lain
from kla_lib.data.tulis import save_bytes, write_text
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.letak import nama_tampil
from kla_lib.rules.skenario import Skenario
from kla_lib.scoring.skenario.banding import sebaran_bobot
from kla_lib.scoring.skenario.pembobotan import SEMUA
from kla_lib.views.skenario.banding import (
    Daftar,
    banding_isi,
    penimbang,
    pilih_skenario,
    sebut_data_lain,
    sebut_kategori,
)
from kla_lib.views.skenario.kalimat import kategori_form
from kla_lib.views.skenario.meja import Meja
from kla_lib.views.skenario.nama_kode import daftar_ubahan, nama_bagian
from kla_lib.views.skenario.unsur import baris, judul, pesan, tombol
from kla_lib.views.skenario.untung import daftar_untung, kalimat_terbaik, peluang_sasaran

ANGKA, PERSEN = "#,##0.00", "0.00%"
TINGGI_KEPALA = 48
LEBAR_TERKECIL, LEBAR_TERBESAR = 10, 44


def workbook_banding(keadaan: Keadaan, daftar: Daftar) -> bytes:
    """Return a workbook with the sheets Ringkas, Klaster, Yang berbeda and Bobot; the same bytes for the same input.

    Numbers are numbers and weights are percentages, so that they can be
    worked with; every text stays a text, also one that begins like a formula.
    """
    resmi = keadaan.resmi or keadaan
    hitung = [resmi.dengan(isi) for _n, isi in daftar]
    buku = Workbook()
    buku.remove(buku.active)
    _lembar(buku, _("Ringkas"), _kepala_ringkas(resmi), _ringkas(resmi, daftar, hitung))
    nama = [n for n, _isi in daftar]
    _lembar(buku, _("Klaster"), [_("Klaster"), _("Resmi"), *nama], _klaster(resmi, hitung))
    beda = [[u.jenis, u.apa, u.resmi, *u.skenario] for u in daftar_ubahan(resmi, [isi for _nama, isi in daftar])]
    _lembar(buku, _("Yang berbeda"), [_("Jenis"), _("Apa"), _("Resmi"), *nama], beda)
    _lembar(buku, _("Bobot"), *_bobot(resmi, [s for _n, s in daftar if isinstance(s, Skenario)]), format=PERSEN)
    return save_bytes(buku)


def _kepala_ringkas(resmi: Keadaan) -> list[str]:
    return [
        _("Skenario"),
        _("Nilai"),
        _("Berdokumen lengkap"),
        _("Perkiraan akhir, terendah (5 %)"),
        _("Perkiraan akhir, tengah"),
        _("Perkiraan akhir, tertinggi (95 %)"),
        _("Kategori"),
        _("Penulis"),
        _("Dibuat"),
        _("Alasan"),
        _("Catatan"),
        _("Peluang {sasaran}").format(sasaran=kategori_form(resmi).nama(resmi.rapat.sasaran)),
        _("Tambahan nilai tengah (poin)"),
        _("Tambahan poin berdokumen"),
        _("Dokumen dilengkapi"),
        _("Nilai dinaikkan"),
        _("Biaya menurut RAD (rupiah)"),
        _("Perubahan di luar RAD"),
    ]


def _ringkas(resmi: Keadaan, daftar: Daftar, hitung: Sequence[Keadaan]) -> list[list[Any]]:
    untung = daftar_untung(resmi, daftar, hitung)
    baris = [[_("Hasil menurut buku data"), *_angka(resmi), "", "", "", "", peluang_sasaran(resmi)]]
    for (nama, isi), k, b in zip(daftar, hitung, untung, strict=True):
        asal = ["", "", _("belum disimpan"), ""]
        if isinstance(isi, Skenario):
            lain = sebut_data_lain() if data_lain(isi, resmi.buku) else ""
            asal = [isi.penulis, format_tanggal(isi.dibuat), isi.alasan, lain]
        u, p = b.untung, b.untung.pekerjaan
        kerja = [p.dokumen, p.nilai, p.biaya, p.tanpa_biaya]
        baris.append([nama, *_angka(k), *asal, u.peluang, u.tengah, u.berdokumen, *kerja])
    return [*baris, [kalimat_terbaik(resmi, untung)]]


def _angka(k: Keadaan) -> list[Any]:
    h, p = k.hasil, k.perkiraan
    nilai = [None, None] if h is None else [h.diklaim, h.terdukung]
    return [*nilai, *([None] * 3 if p is None else [p.p05, p.p50, p.p95]), sebut_kategori(k)]


def _klaster(resmi: Keadaan, hitung: Sequence[Keadaan]) -> list[list[Any]]:
    if resmi.hasil is None:
        return []
    kolom = [k.hasil.klaster["nilai"] for k in (resmi, *hitung) if k.hasil is not None]
    return [
        [resmi.instrumen.klaster_of(id_klaster).judul_pendek, *(None if n != n else round(float(n), 2) for n in nilai)]
        for id_klaster, *nilai in zip(resmi.hasil.klaster["klaster"], *kolom, strict=True)
    ]


def _bobot(resmi: Keadaan, daftar: Sequence[Skenario]) -> tuple[list[str], list[list[Any]]]:
    orang, nama = penimbang(daftar), nama_bagian(resmi.instrumen)
    kepala = [_("Bobot"), _("Bagian dari"), _("Resmi"), *(p for p, _s in orang)]
    kepala += [_("Terendah"), _("Tertinggi"), _("Median")]
    baris: list[list[Any]] = [
        [
            nama[b.kode],
            _("semua klaster") if b.induk == SEMUA else nama[b.induk],
            *(round(n, 6) for n in (b.resmi, *b.isi, b.terendah, b.tertinggi, b.median)),
        ]
        for b in sebaran_bobot(resmi.instrumen, [s for _penulis, s in orang])
    ]
    return kepala, baris


def _lembar(
    buku: Workbook, judul: str, kepala: Sequence[str], baris: Sequence[Sequence[Any]], format: str = ANGKA
) -> Worksheet:
    lembar = buku.create_sheet(judul)
    for i, isi in enumerate([kepala, *baris], start=1):
        for j, n in enumerate(isi, start=1):
            sel = lembar.cell(i, j)
            sel.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(n, str):
                write_text(sel, n)
            elif n is not None:
                sel.value, sel.number_format = n, format
            if i == 1:
                sel.font = Font(bold=True)
    for j in range(1, len(kepala) + 1):
        kata = [len(k) for k in kepala[j - 1].split()]
        panjang = max([*kata, *(len(b[j - 1]) for b in baris if len(b) >= j and isinstance(b[j - 1], str))])
        lembar.column_dimensions[get_column_letter(j)].width = min(max(panjang + 2, LEBAR_TERKECIL), LEBAR_TERBESAR)
    lembar.row_dimensions[1].height = TINGGI_KEPALA
    lembar.freeze_panes = "B2"
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight = 1, 0
    lembar.sheet_properties.pageSetUpPr.fitToPage = True
    return lembar


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
            terpilih = pilih_skenario(meja.siap, self.nama.value)
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
