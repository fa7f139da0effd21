"""Lay out the sheet of a klaster, where a changed mark moves its indikator, the klaster and the summary."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.buku_rapat import rumus
from kla_lib.publish.lembar.buku_rapat.baris import INDIKATOR, KLASTER, PERTANYAAN, BarisNilai, baris_klaster
from kla_lib.publish.lembar.buku_rapat.sel import BIASA, KEPALA, POIN, Gaya, Isi, Kertas, Rumus
from kla_lib.rules.form.kepala import Klaster
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.views.rupa.sebutan import sebut_bagian


class IsiKlaster:
    """The rows of a klaster at their place on a sheet.

    kolom: keys of the columns from left to right.  awal: the row of the klaster,
    the first of the table.
    """

    def __init__(self, isi: Sequence[BarisNilai], kolom: Sequence[str], awal: int) -> None:
        self.isi, self.awal = isi, awal
        self.huruf = {k: get_column_letter(n) for n, k in enumerate(kolom, start=1)}

    @property
    def akhir(self) -> int:
        """The last row of the table."""
        return self.awal + len(self.isi) - 1

    def sel(self, kunci: str, nomor: int) -> str:
        """Return the address of a cell."""
        return f"{self.huruf[kunci]}{nomor}"

    def isi_sel(self, kunci: str, nomor: int) -> Isi:
        """Return the content of a cell; None leaves it empty, which means not known."""
        b = self.isi[nomor - self.awal]
        if kunci == "nilai":
            return self._nilai(b, nomor) if b.dijumlahkan else b.nilai
        if kunci == "keterangan":
            return self._keterangan(b, nomor)
        if kunci == "lengkap":
            return self._lengkap(b, nomor)
        tetap: dict[str, Isi] = {
            "kode": b.kode,
            "teks": b.teks,
            "maksimal": b.maksimal,
            "buku": b.nilai,
            "status": sebut_bagian(b.status) if b.status and not b.sebab else "",
            "kantor": b.kantor,
        }
        return tetap[kunci]

    def _nilai(self, b: BarisNilai, nomor: int) -> Rumus:
        nilai = "" if b.nilai is None else b.nilai
        if b.tingkat == KLASTER:
            return Rumus(rumus.rumus_jumlah(self._sel_indikator("nilai")), nilai)
        return Rumus(rumus.rumus_indikator(self._milik("nilai", nomor), self.sel("maksimal", nomor)), nilai)

    def _keterangan(self, b: BarisNilai, nomor: int) -> Isi:
        if b.diisi:
            sel = [self.sel(k, nomor) for k in ("nilai", "maksimal", "buku")]
            return Rumus(rumus.rumus_keterangan(*sel), rumus.belum_dinilai() if b.nilai is None else "")
        if b.tingkat == INDIKATOR and b.dijumlahkan:
            milik = self.isi[nomor - self.awal + 1 :][: b.banyak]
            lewat = round(sum(p.nilai or 0.0 for p in milik) - b.maksimal, 6) > 0
            teks = rumus.rumus_batas(self._milik("nilai", nomor), self.sel("maksimal", nomor))
            return Rumus(teks, rumus.dibatasi() if lewat else "")
        return b.sebab

    def _lengkap(self, b: BarisNilai, nomor: int) -> Isi:
        """Return the supported points; a mark given as one number has none, because it names no documents."""
        lengkap = "" if b.lengkap is None else b.lengkap
        if b.tingkat == PERTANYAAN and b.diisi:
            teks = rumus.rumus_lengkap(self.sel("nilai", nomor), self.sel("status", nomor), sebut_bagian(LENGKAP))
            return Rumus(teks, lengkap)
        if not b.dijumlahkan:
            return None
        if b.tingkat == KLASTER:
            bagian = self._sel_indikator("lengkap")
            return Rumus(rumus.rumus_jumlah(bagian, self._sel_indikator("nilai")), lengkap)
        nilai, terdukung = self._milik("nilai", nomor), self._milik("lengkap", nomor)
        return Rumus(rumus.rumus_lengkap_indikator(nilai, terdukung, self.sel("maksimal", nomor)), lengkap)

    def _milik(self, kunci: str, nomor: int) -> str:
        """Return the cells of a column below an indikator: those of its questions."""
        return f"{self.sel(kunci, nomor + 1)}:{self.sel(kunci, nomor + self.isi[nomor - self.awal].banyak)}"

    def _sel_indikator(self, kunci: str) -> list[str]:
        return [self.sel(kunci, n) for n, b in enumerate(self.isi, start=self.awal) if b.tingkat == INDIKATOR]


LEBAR = {
    **{"kode": 9, "teks": 46, "maksimal": 11, "nilai": 14, "buku": 14, "keterangan": 22},
    **{"status": 17, "lengkap": 12, "kantor": 32},
}
"""Widths in letters of all columns from left to right."""

DOKUMEN = ("status", "lengkap")
"""Columns that a book without documents has no use for."""

KUNING, BIRU, ABU = "FFF4CC", "C9DAE6", "F2F2F2"
ANGKA = ("maksimal", "nilai", "buku", "lengkap")


@dataclass(frozen=True)
class LetakKlaster:
    """Where the summary finds a klaster: its sheet, and addresses on it; `lengkap` is empty without documents."""

    klaster: Klaster
    lembar: str
    nilai: str
    maksimal: str
    lengkap: str
    keterangan: str
    isi: tuple[BarisNilai, ...]


def kolom_klaster(keadaan: Keadaan) -> dict[str, str]:
    """Return the heading of each column of the sheet."""
    judul = {
        "kode": _("Kode"),
        "teks": _("Indikator dan pertanyaan"),
        "maksimal": _("Nilai maksimal"),
        "nilai": _("Nilai (kuning: bisa diubah)"),
        "buku": sebut_asal(keadaan),
        "keterangan": _("Keterangan"),
        "status": _("Dokumen tercatat"),
        "lengkap": _("Terdukung dokumen"),
        "kantor": _("Kantor"),
    }
    return {k: v for k, v in judul.items() if k not in DOKUMEN or ada_dokumen(keadaan)}


def ada_dokumen(keadaan: Keadaan) -> bool:
    """Tell whether the book records documents, so that supported points can be told."""
    return keadaan.buku.data_dukung is not None and keadaan.buku.dokumen_pertanyaan is not None


def sebut_asal(keadaan: Keadaan) -> str:
    """Return whose points stand beside those that can be changed."""
    return _("Menurut buku data") if keadaan.skenario is None else _("Menurut skenario")


def add_klaster(kertas: Kertas, keadaan: Keadaan, klaster: Klaster) -> LetakKlaster:
    """Fill the sheet of a klaster and return where its points stand."""
    isi = baris_klaster(keadaan, klaster)
    kolom = kolom_klaster(keadaan)
    kepala = kertas.tulis_atas(klaster.judul, _cara(keadaan, isi))
    for letak, (kunci, judul) in enumerate(kolom.items(), start=1):
        kertas.tulis(kepala, letak, judul, replace(KEPALA, kanan=kunci in ANGKA))
    kertas.atur_tinggi(kepala)
    tabel = IsiKlaster(isi, list(kolom), kepala + 1)
    for nomor, b in enumerate(isi, start=tabel.awal):
        for letak, kunci in enumerate(kolom, start=1):
            kertas.tulis(nomor, letak, tabel.isi_sel(kunci, nomor), _gaya(kunci, b))
        kertas.atur_tinggi(nomor)
    _add_validasi(kertas, tabel)
    kertas.selesai(kepala, len(kolom), tabel.akhir)
    return LetakKlaster(
        klaster,
        kertas.halaman.title,
        tabel.sel("nilai", tabel.awal),
        tabel.sel("maksimal", tabel.awal),
        tabel.sel("lengkap", tabel.awal) if "lengkap" in kolom else "",
        f"{tabel.sel('keterangan', tabel.awal)}:{tabel.sel('keterangan', tabel.akhir)}",
        tuple(isi),
    )


def lebar_klaster(keadaan: Keadaan) -> list[int]:
    """Return the widths of the columns."""
    return [LEBAR[k] for k in kolom_klaster(keadaan)]


def _cara(keadaan: Keadaan, isi: list[BarisNilai]) -> list[str]:
    kalimat = [
        _("Ubah nilai di sel kuning; kosongkan bila belum diketahui. Sel lain terkunci tanpa kata sandi."),
    ]
    diisi = {b.tingkat for b in isi if b.diisi}
    if diisi == {KLASTER}:
        kalimat.append(
            _("Nilai klaster ini satu angka; rinciannya per indikator tidak ada dalam buku data.")
            if len(isi) > 1
            else _("Form ini tidak memuat indikator klaster ini, jadi nilainya satu angka.")
        )
    if INDIKATOR in diisi:
        kalimat.append(_("Indikator yang selnya kuning dinilai sebagai satu angka; rinciannya tidak ada."))
    if not ada_dokumen(keadaan):
        kalimat.append(_("Dokumen belum dicatat dalam buku data, jadi poin yang terdukung dokumen tidak dihitung."))
    return kalimat


def _gaya(kunci: str, b: BarisNilai) -> Gaya:
    latar = {KLASTER: BIRU, INDIKATOR: ABU}.get(b.tingkat, "")
    masukan = kunci == "nilai" and b.diisi
    return Gaya(
        tebal=b.tingkat != PERTANYAAN,
        latar=KUNING if masukan else latar,
        format=POIN if kunci in ANGKA else "@" if kunci == "kode" else BIASA.format,
        kanan=kunci in ANGKA,
        terbuka=masukan,
    )


def _add_validasi(kertas: Kertas, tabel: IsiKlaster) -> None:
    """Let the spreadsheet refuse what is no number from 0 to the maximum, and show in red what was pasted."""
    for nomor, b in enumerate(tabel.isi, start=tabel.awal):
        if not b.diisi:
            continue
        maksimal = f"${tabel.sel('maksimal', nomor)}"
        aturan = DataValidation(type="decimal", operator="between", formula1="0", formula2=maksimal)
        aturan.allow_blank, aturan.showErrorMessage, aturan.errorTitle = True, True, _("Nilai")
        aturan.error = _("Tulis angka dari 0 sampai {maks}. Kosongkan bila belum diketahui.").format(
            maks=format_angka(b.maksimal)
        )
        aturan.add(tabel.sel("nilai", nomor))
        kertas.halaman.add_data_validation(aturan)
    awal, akhir = (tabel.sel("keterangan", n) for n in (tabel.awal, tabel.akhir))
    merah = FormulaRule(formula=[f"{awal}={rumus.kata(rumus.periksa())}"], font=Font(bold=True, color="8A1C00"))
    kertas.halaman.conditional_formatting.add(f"{awal}:{akhir}", merah)
