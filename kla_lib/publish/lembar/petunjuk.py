"""Lay out the first sheet of a template: what to do, in five lines."""

from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.bentuk import DATA_DUKUNG, DOKUMEN_PERTANYAAN, PENILAIAN, WILAYAH
from kla_lib.data.kumpul.isian import Isian

NAMA = "_Petunjuk"
"""The prefix says that the sheet is guidance and is not read."""


def add_petunjuk(buku: Workbook, isian: Isian, tenggat: date | None) -> None:
    """Add the sheet with who fills what, by when, and how."""
    lembar = buku.create_sheet(NAMA)
    lembar.column_dimensions["A"].width = 100
    judul = _("Isian evaluasi KLA {tahun}: {kantor}").format(tahun=isian.tahun, kantor=isian.kantor)
    lembar.cell(1, 1, judul).font = Font(bold=True, size=16)
    for i, teks in enumerate(_langkah(isian, tenggat), start=3):
        sel = lembar.cell(i, 1, teks)
        sel.alignment = Alignment(wrap_text=True, vertical="top")
    lembar.protection.sheet = True
    lembar.sheet_view.showGridLines = False
    lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _langkah(isian: Isian, tenggat: date | None) -> list[str]:
    baris = [_("DATA BUATAN untuk mencoba; bukan data daerah mana pun.")] if isian.contoh else []
    baris += _langkah_wilayah(isian) if isian.dijawab_wilayah else _langkah_kantor(isian)
    baris += [
        _("2. Lembar {lembar}: satu baris per dokumen. Satu dokumen cukup ditulis sekali.").format(
            lembar=DATA_DUKUNG.lembar
        ),
        _("3. Lembar {lembar}: pilih nomor dokumennya untuk setiap pertanyaan.").format(
            lembar=DOKUMEN_PERTANYAAN.lembar
        ),
        _(
            "Lembar lain, bila ada, diisi dengan cara yang sama. Baris kosong di lembar Capaian dan RAD disediakan"
            " untuk yang belum tercatat; yang dibiarkan kosong tidak dibaca."
        ),
        _(
            "Yang belum diketahui dibiarkan kosong. Sel yang hanya berisi -, –, ., ?, n/a, nihil, atau belum ada "
            "juga dibaca kosong: bukan jawaban, bukan kantor, dan bukan angka. Nol ditulis 0."
        ),
        _("Jangan menulis nama, NIK, nomor KK, telepon, surel, atau alamat anak di sel mana pun."),
        _("Simpan dengan nama yang sama sebagai XLSX, lalu kirim kembali ke pengirimnya."),
    ]
    if tenggat:
        baris.append(_("Kirim kembali paling lambat {tanggal}. Terima kasih.").format(tanggal=format_tanggal(tenggat)))
    return baris


def _langkah_kantor(isian: Isian) -> list[str]:
    tanya = isian.isi[PENILAIAN]
    terisi = sum(r["nilai"] is not None and not r["dikonfirmasi"] for r in tanya)
    dokumen = sum(bool(r.get("_diminta")) for r in tanya)
    baris = [
        _("Ada {n} pertanyaan, {d} di antaranya meminta dokumen. Sel putih diisi, sel abu-abu terkunci.").format(
            n=len(tanya), d=dokumen
        )
    ]
    if isian.tanpa_wilayah:
        baris.append(
            _(
                "Daftar {tingkat} belum ada, jadi jawaban tiap {tingkat} belum bisa diisi di sini. "
                "Pengirim berkas ini perlu menulisnya di params/daerah/{id}.yaml, kunci wilayah, "
                "lalu membuat berkas ini lagi."
            ).format(tingkat=isian.opd, id=isian.daerah.id)
        )
    if terisi:
        baris.append(
            _(
                "{n} nilai berwarna kuning berasal dari catatan sebelumnya. Cocokkan, ubah bila perlu, "
                "lalu pilih ya di kolom dikonfirmasi."
            ).format(n=terisi)
        )
    baris.append(
        _("1. Lembar {lembar}: tulis nilainya. Kosong berarti belum diketahui; tulis 0 hanya bila memang nol.").format(
            lembar=PENILAIAN.lembar
        )
    )
    return baris


def _langkah_wilayah(isian: Isian) -> list[str]:
    jawaban = isian.isi[WILAYAH]
    return [
        _("Ada {w} wilayah, {n} baris jawaban. Sel putih diisi, sel abu-abu terkunci.").format(
            w=len({r["kode_wilayah"] for r in jawaban}), n=len(jawaban)
        ),
        _(
            "1. Lembar {lembar}: tulis ya atau tidak di kolom isi. Kosong berarti belum dijawab. "
            "Nilainya dihitung untuk seluruh daerah, jadi lembar {nilai} tidak diisi di sini."
        ).format(lembar=WILAYAH.lembar, nilai=PENILAIAN.lembar),
    ]
