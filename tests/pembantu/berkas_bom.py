"""Small books that would take a machine's memory or time if they were simply read."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.pembantu.berkas_daftar import (
    BARIS,
    LEMBAR,
    baris_csv,
    csv,
    daftar,
    di,
    ganti,
    hanya_teks,
    tambah,
    ubah,
    xlsx,
)
from tests.pembantu.berkas_lain import sel_ods, write_ods
from tests.pembantu.buku_uji import isi_buku

RUANG_XLSX = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@daftar(r"^buku.xlsx: isi buku kerja lebih dari 200 MB setelah dibuka", bom=True)
def bom_zip(folder: Path) -> Path:
    return _isi_nol(xlsx(folder), "xl/media/gambar.png", 220)


def _isi_nol(path: Path, nama: str, mb: int) -> Path:
    """Put a part of so many MB of zeros into the archive; it takes a thousandth of that on disk."""
    with ZipFile(path, "a", ZIP_DEFLATED) as arsip, arsip.open(nama, "w") as f:
        for _ in range(mb):
            f.write(bytes(1 << 20))
    return path


@daftar(r"^buku.xlsx: .*(lebih dari 200 MB|tidak terbaca)", bom=True)
def bom_zip_yang_berbohong(folder: Path) -> Path:
    """The list of parts says that 210 MB of table are one hundred bytes."""
    path = _isi_nol(xlsx(folder), "xl/worksheets/sheet9.xml", 210)
    isi = path.read_bytes()
    asli = (210 << 20).to_bytes(4, "little")
    assert asli in isi
    path.write_bytes(isi.replace(asli, (100).to_bytes(4, "little")))
    return path


@daftar(nilai={2: 0.5}, bom=True)
def zip_di_dalam_zip(folder: Path) -> Path:
    """Nobody unpacks what lies packed inside."""
    dalam = BytesIO()
    with ZipFile(dalam, "w", ZIP_DEFLATED) as arsip:
        arsip.writestr("a", bytes(50 << 20))
    return tambah(xlsx(folder), "xl/embeddings/dalam.zip", dalam.getvalue())


@daftar(r"^buku.xlsx: buku kerja tersusun dari lebih dari 10000 bagian", bom=True)
def terlalu_banyak_bagian(folder: Path) -> Path:
    path = xlsx(folder)
    with ZipFile(path, "a", ZIP_STORED) as arsip:
        for n in range(10_001):
            arsip.writestr(ZipInfo(f"x/{n}"), b"")
    return path


@daftar(di("XFD1048576") + "isi lembar ini terentang sampai XFD1048576, terlalu luas", bom=True)
def satu_sel_di_ujung_lembar(folder: Path) -> Path:
    def apa(_buku: openpyxl.Workbook, halaman: Worksheet) -> None:
        halaman["XFD1048576"] = "."

    return ubah(xlsx(folder), apa)


@daftar(di("XFD1048576", berkas="buku.ods") + "isi lembar ini terentang", bom=True)
def sel_berulang_di_ods(folder: Path) -> Path:
    path = write_ods(hanya_teks(isi_buku(BARIS)), folder / "buku.ods")
    sel = sel_ods("x").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"')
    baris = f'<table:table-row table:number-rows-repeated="1048576">{sel}</table:table-row></table:table>'
    return ganti(path, "content.xml", "</table:table></office:spreadsheet>", baris + "</office:spreadsheet>")


@daftar(r"^buku.ods, lembar Penilaian: teks di lembar ini terlalu panjang", bom=True)
def spasi_berulang_di_ods(folder: Path) -> Path:
    path = write_ods(hanya_teks(isi_buku(BARIS)), folder / "buku.ods")
    return ganti(path, "content.xml", "<text:p>klaster_1", '<text:p>klaster_1<text:s text:c="2000000000"/>')


@daftar(r"^buku.xlsx: berkas memuat DOCTYPE", bom=True)
def bom_entitas(folder: Path) -> Path:
    isi = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    return ganti(xlsx(folder), "xl/workbook.xml", "<workbook ", f"<!DOCTYPE workbook [{isi}]><workbook ")


@daftar(r"^buku.xlsx, lembar Penilaian: teks di lembar ini terlalu panjang", bom=True)
def satu_teks_di_sejuta_sel(folder: Path) -> Path:
    """A long text is stored once and named by many cells, and every one of them gets a copy."""
    path = xlsx(folder)
    sel = "".join(f'<row r="{n}"><c r="G{n}" t="s"><v>0</v></c></row>' for n in range(3, 100_003))
    path = ganti(path, LEMBAR, "</sheetData>", sel + "</sheetData>")
    return tambah(
        path,
        "xl/sharedStrings.xml",
        f'<sst xmlns="{RUANG_XLSX}"><si><t>{"a" * 32_000}</t></si></sst>'.encode(),
    )


@daftar(r"^buku.xlsx, lembar Penilaian: lembar ini memuat lebih dari 20000 sel gabungan", bom=True)
def berjuta_sel_gabungan(folder: Path) -> Path:
    sel = '<mergeCell ref="A1:A2"/>' * 1_000_000
    return ganti(xlsx(folder), LEMBAR, "</sheetData>", f"</sheetData><mergeCells>{sel}</mergeCells>")


@daftar(di("A3") + "sel ditulis dengan cara yang tidak lazim", bom=True)
def indeks_teks_bertanda(folder: Path) -> Path:
    """A shared text named "+0": one part of a reader counted it, another did not."""
    sel = '<row r="3"><c r="A3" t="s"><v>+0</v></c></row>'
    path = ganti(xlsx(folder), LEMBAR, "</sheetData>", sel + "</sheetData>")
    return tambah(
        path, "xl/sharedStrings.xml", f'<sst xmlns="{RUANG_XLSX}"><si><t>{"a" * (1 << 20)}</t></si></sst>'.encode()
    )


@daftar(r"^buku.xlsx: berkas tidak terbaca .*sebuah format angka lebih dari 1024 huruf", bom=True)
def format_angka_raksasa(folder: Path) -> Path:
    pola = f'<numFmts count="1"><numFmt numFmtId="164" formatCode="{"[" * 200_000}"/></numFmts>'
    return ganti(xlsx(folder), "xl/styles.xml", "<fonts ", pola + "<fonts ")


@daftar(r"^buku.xlsx: berkas tidak terbaca .*unsurnya bertumpuk lebih dari 100 tingkat", bom=True)
def unsur_yang_bertumpuk(folder: Path) -> Path:
    return ganti(xlsx(folder), LEMBAR, "<v>0.5</v>", "<v>" * 200_000 + "</v>" * 200_000)


@daftar(r"^penilaian.csv: berkas CSV sebesar 21 MB, lebih dari 20 MB", bom=True)
def csv_raksasa(folder: Path) -> Path:
    return csv(folder, baris_csv("0.5") + "\n" * (21 << 20))


@daftar(r"^penilaian.csv, baris \d+: tabel ini berisi lebih dari 200000 sel", bom=True)
def csv_dengan_berjuta_sel(folder: Path) -> Path:
    return csv(folder, ",".join("a" * 999) + ("\n" + ",".join("1" * 999)) * 5_000)


@daftar(nilai={2: 0.5}, bom=True)
def csv_dengan_berjuta_baris_kosong(folder: Path) -> Path:
    return csv(folder, baris_csv("0.5") + "\n" * (15 << 20))
