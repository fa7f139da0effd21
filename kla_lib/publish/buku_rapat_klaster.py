"""Lay out the sheet of a klaster, where a changed mark moves its indikator, the klaster and the summary."""

from dataclasses import dataclass, replace

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from kla_lib.bahasa import _, format_angka
from kla_lib.publish import buku_rapat_rumus as rumus
from kla_lib.publish.buku_rapat_baris import INDIKATOR, KLASTER, PERTANYAAN, BarisNilai, baris_klaster
from kla_lib.publish.buku_rapat_isi import IsiKlaster
from kla_lib.publish.buku_rapat_sel import BIASA, KEPALA, POIN, Gaya, Kertas
from kla_lib.rules.kepala import Klaster
from kla_lib.views.konteks import Konteks

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


def kolom_klaster(konteks: Konteks) -> dict[str, str]:
    """Return the heading of each column of the sheet."""
    judul = {
        "kode": _("Kode"),
        "teks": _("Indikator dan pertanyaan"),
        "maksimal": _("Nilai maksimal"),
        "nilai": _("Nilai (kuning: bisa diubah)"),
        "buku": sebut_asal(konteks),
        "keterangan": _("Keterangan"),
        "status": _("Dokumen tercatat"),
        "lengkap": _("Terdukung dokumen"),
        "kantor": _("Kantor"),
    }
    return {k: v for k, v in judul.items() if k not in DOKUMEN or ada_dokumen(konteks)}


def ada_dokumen(konteks: Konteks) -> bool:
    """Tell whether the book records documents, so that supported points can be told."""
    return konteks.buku.data_dukung is not None and konteks.buku.dokumen_pertanyaan is not None


def sebut_asal(konteks: Konteks) -> str:
    """Return whose points stand beside those that can be changed."""
    return _("Menurut buku data") if konteks.skenario is None else _("Menurut skenario")


def add_klaster(kertas: Kertas, konteks: Konteks, klaster: Klaster) -> LetakKlaster:
    """Fill the sheet of a klaster and return where its points stand."""
    isi = baris_klaster(konteks, klaster)
    kolom = kolom_klaster(konteks)
    kepala = kertas.tulis_atas(klaster.judul, _cara(konteks, isi))
    for letak, (kunci, judul) in enumerate(kolom.items(), start=1):
        kertas.tulis(kepala, letak, judul, replace(KEPALA, kanan=kunci in ANGKA))
    kertas.atur_tinggi(kepala)
    tabel = IsiKlaster(isi, list(kolom), kepala + 1)
    for nomor, b in enumerate(isi, start=tabel.awal):
        for letak, kunci in enumerate(kolom, start=1):
            kertas.tulis(nomor, letak, tabel.isi_sel(kunci, nomor), _gaya(kunci, b))
        kertas.atur_tinggi(nomor)
    _add_validasi(kertas, tabel)
    kertas.siapkan_cetak(kepala)
    kertas.kunci()
    return LetakKlaster(
        klaster,
        kertas.halaman.title,
        tabel.sel("nilai", tabel.awal),
        tabel.sel("maksimal", tabel.awal),
        tabel.sel("lengkap", tabel.awal) if "lengkap" in kolom else "",
        f"{tabel.sel('keterangan', tabel.awal)}:{tabel.sel('keterangan', tabel.akhir)}",
        tuple(isi),
    )


def lebar_klaster(konteks: Konteks) -> list[int]:
    """Return the widths of the columns."""
    return [LEBAR[k] for k in kolom_klaster(konteks)]


def _cara(konteks: Konteks, isi: list[BarisNilai]) -> list[str]:
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
    if not ada_dokumen(konteks):
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
