"""Say how the sheet of decisions is filled in the meeting, and what happens with it afterwards."""

import math

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.bentuk import TINDAK_LANJUT
from kla_lib.data.tulis import write_text
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.views.rupa.spanduk import jangan_diteruskan

NAMA = "_Petunjuk"
"""The prefix says that the sheet is guidance and is not read."""

HURUF = "Calibri"
LEBAR, TINGGI = 90, 15
"""Width of the text in letters, height of a line in points."""


def add_petunjuk(buku: Workbook, keadaan: Keadaan) -> None:
    """Add the sheet with what to do, in a few lines."""
    lembar = buku.create_sheet(NAMA)
    lembar.column_dimensions["A"].width = LEBAR
    judul = _("Cara mengisi keputusan rapat {tanggal}").format(tanggal=format_tanggal(keadaan.rapat.tanggal))
    write_text(lembar.cell(1, 1), judul)
    lembar.cell(1, 1).font = Font(name=HURUF, bold=True, size=16)
    for i, teks in enumerate([*jangan_diteruskan(keadaan), *_langkah()], start=3):
        write_text(lembar.cell(i, 1), teks)
        lembar.cell(i, 1).font = Font(name=HURUF)
        lembar.cell(i, 1).alignment = Alignment(wrap_text=True, vertical="top")
        lembar.row_dimensions[i].height = TINGGI * math.ceil(len(teks) / LEBAR) + 4
    lembar.sheet_view.showGridLines = False
    lembar.page_setup.orientation, lembar.page_setup.paperSize = "landscape", lembar.PAPERSIZE_A4
    lembar.page_setup.fitToHeight = 0
    lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _langkah() -> list[str]:
    return [
        _("Salin dulu berkas ini ke tempat lain. Berkas di folder rapat dibuat ulang setiap kali paket dibuat."),
        _("1. Janji rapat sebelumnya ada paling atas. Perbarui hasil, status, dan tanggal_status."),
        _(
            "2. Usulan untuk hari ini: pilih status, misalnya belum, bila diputuskan. Kalimat, kantor, dan tenggat"
            " boleh diubah. Biarkan status kosong bila tidak diputuskan."
        ),
        _("3. Keputusan lain: tulis di baris kosong. Id dan status sudah terisi; cukup keputusan, opd, dan tenggat."),
        _(
            "4. Kolom opd: pilih dari daftar, atau tulis nama kantornya. Kolom klaster, indikator, dan pertanyaan"
            " boleh kosong."
        ),
        _("5. Tenggat paling awal tanggal rapat. Tulis tanggal seperti 2025-03-18."),
        _(
            "6. tanggal_status adalah hari keadaan itu tercapai. Bila status diubah dan harinya tidak, dipakai tanggal"
            " rapat; untuk selesai harinya dikosongkan, jadi sebaiknya ditulis."
        ),
        _("Satu id untuk satu keputusan. Jangan menulis nama, NIK, telepon, atau alamat anak."),
        _(
            "Sesudah rapat: kla decide keputusan.xlsx --buku BUKU. Dijalankan dua kali pun tidak ada yang tercatat"
            " ganda."
        ),
    ]


def catatan_keputusan() -> dict[str, str]:
    """Return the note of each column; one without explains itself."""
    return {
        "id_keputusan": _("Nomor keputusan. Jangan diubah; satu nomor untuk satu keputusan."),
        "_keadaan": _("Untuk dibaca saja: janji yang lama, atau usulan hari ini."),
        "rapat": _("Rapat yang memutuskan."),
        "keputusan": _("Apa yang akan dikerjakan, satu kalimat."),
        "opd": _("Kantor yang mengerjakan; pilih dari daftar."),
        "tenggat": _("Paling lambat kapan; paling awal tanggal rapat."),
        "hasil": _("Apa yang sudah dikerjakan."),
        "status": ", ".join(next(k.pilihan for k in TINDAK_LANJUT.kolom if k.nama == "status"))
        + ". "
        + _("Usulan tanpa status tidak dicatat."),
        "tanggal_status": _("Hari keadaan itu tercapai."),
    }
