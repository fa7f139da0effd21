"""Books whose rows, sheets and files are not what they should be."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from msoffcrypto.format.ooxml import OOXMLFile
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
from tests.pembantu.berkas_lain import ole, write_ods
from tests.pembantu.buku_uji import isi_buku, write_xlsx

# Rows, sheets and files


@daftar(
    di("D2") + r"baris dengan .* = em, klaster_1, 4, 1 ada dua kali: baris 2 \(nilai 0.5\), baris 4 \(nilai 0.75\)",
    di("D4") + r"baris dengan .* ada dua kali: baris 2 \(nilai 0.5\), baris 4 \(nilai 0.75\)",
)
def kode_sama_dua_nilai(folder: Path) -> Path:
    return xlsx(folder, BARIS, ["em", "klaster_1", "4", "2", 0.5], ["em", "klaster_1", 4, 1, 0.75])


def _sembunyikan(keadaan: str) -> Callable[[openpyxl.Workbook, Worksheet], None]:
    def apa(_buku: openpyxl.Workbook, halaman: Worksheet) -> None:
        halaman.sheet_state = keadaan

    return apa


@daftar(r"^buku.xlsx, lembar Penilaian: lembar ini tersembunyi. Tampilkan .*, hapus, atau beri awalan _")
def lembar_tersembunyi(folder: Path) -> Path:
    return ubah(xlsx(folder), _sembunyikan("hidden"))


@daftar(r"^buku.xlsx, lembar Penilaian: lembar ini tersembunyi")
def lembar_sangat_tersembunyi(folder: Path) -> Path:
    return ubah(xlsx(folder), _sembunyikan("veryHidden"))


@daftar(r"^buku.xlsx: lembar tersembunyi 'Hitungan' tidak dikenal")
def lembar_asing_tersembunyi(folder: Path) -> Path:
    def apa(buku: openpyxl.Workbook, _halaman: Worksheet) -> None:
        buku.create_sheet("Hitungan").sheet_state = "hidden"

    return ubah(xlsx(folder), apa)


@daftar(nilai={2: 0.5})
def lembar_petunjuk_tersembunyi(folder: Path) -> Path:
    def apa(buku: openpyxl.Workbook, _halaman: Worksheet) -> None:
        buku.create_sheet("_Daftar").sheet_state = "veryHidden"

    return ubah(xlsx(folder), apa)


@daftar(nilai={2: 0.5})
def nama_lembar_berspasi(folder: Path) -> Path:
    """A name that people see as ours is ours."""
    isi = isi_buku(BARIS)
    isi["penilaian\u00a0"] = isi.pop("Penilaian")
    return write_xlsx(isi, folder / "buku.xlsx")


@daftar(nilai={2: 0.5})
def enam_puluh_ribu_baris_kosong(folder: Path) -> Path:
    """Somebody coloured the columns down to the end of the page."""
    sel = "".join(f'<c r="{huruf}@" s="0"/>' for huruf in "ABCDEFGH")
    baris = "".join(f'<row r="{n}">{sel.replace("@", str(n))}</row>' for n in range(3, 60_003))
    return ganti(xlsx(folder), LEMBAR, "</sheetData>", baris + "</sheetData>")


@daftar(nilai={2: 0.5})
def makro_xlsm(folder: Path) -> Path:
    path = ganti(
        xlsx(folder),
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    return tambah(path, "xl/vbaProject.bin", ole("VBA", b"Sub Auto_Open()")).rename(folder / "buku.xlsm")


@daftar(nilai={2: 0.5})
def makro_di_dalam_xlsx(folder: Path) -> Path:
    return tambah(xlsx(folder), "xl/vbaProject.bin", ole("VBA", b"Sub Auto_Open()"))


@daftar(*(di(f"E{n}") + f"sel berisi galat {g}" for n, g in ((2, "#REF!"), (3, "#DIV/0!"), (4, "#N/A"))))
def rumus_galat(folder: Path) -> Path:
    return xlsx(folder, *(["em", "klaster_1", "4", str(n), g] for n, g in enumerate(("#REF!", "#DIV/0!", "#N/A"), 1)))


GALAT_CSV = (("E2", "#N/A"), ("G3", "#REF!"), ("E4", "Err:502"))


@daftar(*(rf"^penilaian.csv, sel {s}: sel berisi galat {g}" for s, g in GALAT_CSV))
def galat_dalam_csv(folder: Path) -> Path:
    """In a column of text too; a word that begins with the sign is no error."""
    isi = baris_csv("#N/A", "0.5", "Err:502").split("\r\n")
    isi[2] = isi[2].removesuffix(",,") + ",#REF!,#SEKOLAH"
    return csv(folder, "\r\n".join(isi))


@daftar(di("E2") + "rumus belum dihitung")
def rumus_belum_dihitung(folder: Path) -> Path:
    return xlsx(folder, ["em", "klaster_1", "4", "1", "=1+1"])


@daftar(di("E2") + "'lima' bukan angka")
def rumus_yang_memberi_teks(folder: Path) -> Path:
    return ganti(xlsx(folder), LEMBAR, 'r="E2" t="n"><v>0.5</v>', 'r="E2" t="str"><f>A9</f><v>lima</v>')


@daftar(nilai={2: 0.5})
def galat_di_kolom_petunjuk(folder: Path) -> Path:
    isi = isi_buku([*BARIS, "#N/A"])
    isi["Penilaian"][0].append("_cek")
    return write_xlsx(isi, folder / "buku.xlsx")


@daftar(nilai={2: 0.5})
def buku_ods(folder: Path) -> Path:
    return write_ods(hanya_teks(isi_buku(BARIS)), folder / "buku.ods")


@daftar(
    di("E2", berkas="buku.ods") + "sel berisi galat #DIV/0!",
    di("E3", berkas="buku.ods") + "rumus belum dihitung",
    di("E4", berkas="buku.ods") + "sel berformat persen: yang tampak 50% tersimpan sebagai 0.5",
)
def rumus_galat_dan_persen_di_ods(folder: Path) -> Path:
    galat = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    belum = '<table:table-cell table:formula="of:=1+1"/>'
    persen = (
        '<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>'
    )
    baris = [["em", "klaster_1", "4", str(n), sel] for n, sel in enumerate((galat, belum, persen), 1)]
    return write_ods(hanya_teks(isi_buku(*baris)), folder / "buku.ods")


LAMA = r"^buku.xls: format XLS lama; simpan sebagai XLSX\. Buka di Excel"


@daftar(LAMA)
def buku_xls(folder: Path) -> Path:
    (folder / "buku.xls").write_bytes(ole("Workbook", b"isi"))
    return folder / "buku.xls"


@daftar(LAMA)
def xlsx_berkata_sandi_bernama_xls(folder: Path) -> Path:
    return berkata_sandi(folder).rename(folder / "buku.xls")


# Files that are not what they seem


@daftar(r"^penilaian.csv: tabel kosong")
def csv_nol_byte(folder: Path) -> Path:
    return csv(folder, b"")


@daftar(r"^buku.xlsx: berkas kosong \(0 byte\)")
def xlsx_nol_byte(folder: Path) -> Path:
    (folder / "buku.xlsx").touch()
    return folder / "buku.xlsx"


@daftar(r"^buku.xlsx: berkas tidak terbaca sebagai buku kerja")
def bukan_zip(folder: Path) -> Path:
    (folder / "buku.xlsx").write_bytes(b"tahap,klaster\nem,klaster_1\n")
    return folder / "buku.xlsx"


@daftar(r"^buku.xlsx: berkas tidak terbaca sebagai buku kerja \(berkasnya terpotong, rusak, atau bukan buku kerja\)")
def zip_terpotong(folder: Path) -> Path:
    path = xlsx(folder)
    path.write_bytes(path.read_bytes()[:-900])
    return path


@daftar(r"^buku.xlsx: berkas tidak terbaca sebagai buku kerja \(ada bagian buku kerja yang hilang\)")
def zip_bukan_buku(folder: Path) -> Path:
    with ZipFile(folder / "buku.xlsx", "w") as arsip:
        arsip.writestr("catatan.txt", "bukan buku kerja")
    return folder / "buku.xlsx"


@daftar(LAMA)
def html_bernama_xls(folder: Path) -> Path:
    (folder / "buku.xls").write_text("<html><table><tr><td>tahap</td></tr></table></html>", encoding="utf-8")
    return folder / "buku.xls"


@daftar(r"^buku.xlsx: berkas dilindungi kata sandi")
def berkata_sandi(folder: Path) -> Path:
    terbuka = xlsx(folder, nama="terbuka.xlsx").read_bytes()
    with (folder / "buku.xlsx").open("wb") as f:
        OOXMLFile(BytesIO(terbuka)).encrypt("rahasia", f)
    return folder / "buku.xlsx"


@daftar(r"^buku.xlsx: berkas dilindungi kata sandi, atau XLS lama yang diberi nama .xlsx")
def xls_lama_bernama_xlsx(folder: Path) -> Path:
    (folder / "buku.xlsx").write_bytes(ole("Workbook", b"isi"))
    return folder / "buku.xlsx"


@daftar(r"^penilaian.csv, baris 2: susunan CSV tidak terbaca .* Periksa tanda kutip")
def kutip_tidak_ditutup(folder: Path) -> Path:
    return csv(folder, baris_csv("0.5").replace("ya,,", 'ya,"catatan,') + "\n" + "x\n" * 50)


@daftar(r"^penilaian.csv: huruf tidak terbaca: berkas ini bukan teks CSV")
def byte_nol(folder: Path) -> Path:
    return csv(folder, baris_csv("0.5").replace("ya", "y\0a"))


@daftar(r"^penilaian.csv: huruf tidak terbaca: berkas ini bukan teks CSV")
def xlsx_bernama_csv(folder: Path) -> Path:
    return csv(folder, xlsx(folder).read_bytes())


@daftar(
    r"^buku.xlsx: tabel|^buku.xlsx: '.xlsx' bukan buku data|^buku.xlsx: tabel 'keterangan.csv'", r"^buku.xlsx: tabel"
)
def folder_bernama_xlsx(folder: Path) -> Path:
    (folder / "buku.xlsx").mkdir()
    return folder / "buku.xlsx"


@daftar(r"^Capaian.xlsx: bukan berkas CSV yang dapat dibaca dari folder ini")
def xlsx_tersesat_di_folder_csv(folder: Path) -> Path:
    path = csv(folder, baris_csv("0.5"))
    xlsx(path, nama="Capaian.xlsx")
    return path


@daftar(nilai={2: 0.5})
def akhiran_berhuruf_besar(folder: Path) -> Path:
    """As an old program saves it: a name that people read as ours is ours."""
    path = csv(folder, baris_csv("0.5"))
    (path / "penilaian.csv").rename(path / "PENILAIAN.CSV")
    return path


@daftar(r"^rad.csv: bukan berkas CSV yang dapat dibaca")
def folder_di_tempat_csv(folder: Path) -> Path:
    path = csv(folder, baris_csv("0.5"))
    (path / "rad.csv").mkdir()
    return path


@daftar(r"^rad.csv: bukan berkas CSV yang dapat dibaca")
def tautan_menggantung(folder: Path) -> Path:
    path = csv(folder, baris_csv("0.5"))
    (path / "rad.csv").symlink_to(folder / "tiada.csv")
    return path


@daftar(r"^buku.xlsx: buku data tidak ditemukan")
def tautan_berputar(folder: Path) -> Path:
    (folder / "lain.xlsx").symlink_to(folder / "buku.xlsx")
    (folder / "buku.xlsx").symlink_to(folder / "lain.xlsx")
    return folder / "buku.xlsx"
