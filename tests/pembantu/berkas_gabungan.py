"""Books with merged cells and with lines of words between their rows."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.pembantu.berkas_daftar import daftar, di, hanya_teks, ubah, xlsx
from tests.pembantu.berkas_lain import sel_ods, write_ods
from tests.pembantu.buku_uji import isi_buku

# Merged cells

EMPAT = [["em", "klaster_1", "4", str(n), 0.5, "ya"] for n in range(1, 5)]
GABUNG = r"hanya sel pertama yang terbaca\. Pisahkan selnya \(Merge & Center > Unmerge\) dan isi satu per satu\."


def _gabung(*daerah: str) -> Callable[[openpyxl.Workbook, Worksheet], None]:
    def apa(_buku: openpyxl.Workbook, halaman: Worksheet) -> None:
        for d in daerah:
            halaman.merge_cells(d)

    return apa


@daftar(di("E2") + "sel gabungan E2:E4: " + GABUNG, di("G3") + "sel gabungan G3:H4: " + GABUNG)
def nilai_di_sel_gabungan(folder: Path) -> Path:
    baris = [[*b, f"catatan {n}"] for n, b in enumerate(EMPAT)]
    return ubah(xlsx(folder, *baris), _gabung("E2:E4", "G3:H4"))


@daftar(
    di("C3") + "sel gabungan C3:C5",
    di("C4") + "pertanyaan '3' tanpa indikator",
    di("C5") + "pertanyaan '4' tanpa indikator",
)
def kode_di_sel_gabungan(folder: Path) -> Path:
    return ubah(xlsx(folder, *EMPAT), _gabung("C3:C5"))


@daftar(nilai={4: 0.5, 5: 0.5, 6: 0.5, 7: 0.5})
def sel_gabungan_yang_tidak_menutup_jawaban(folder: Path) -> Path:
    """Titles, guidance, empty cells, cells of one row, and rows that hold nothing else."""

    def apa(buku: openpyxl.Workbook, halaman: Worksheet) -> None:
        halaman.insert_rows(1, 2)
        halaman["A1"], halaman["I3"], halaman["I4"] = "Penilaian", "_petunjuk", "Tulis angka"
        _gabung("A1:H2", "I4:I7", "H4:H5", "A7:A9", "G6:H6", "A12:H14")(buku, halaman)

    return ubah(xlsx(folder, *EMPAT), apa)


@daftar(di("E2", berkas="buku.ods") + "sel gabungan E2:E3: " + GABUNG)
def nilai_di_sel_gabungan_ods(folder: Path) -> Path:
    atas = sel_ods(0.5).replace("<table:table-cell", '<table:table-cell table:number-rows-spanned="2"')
    bawah = "<table:covered-table-cell/>"
    baris = [[*b[:4], sel, "ya"] for b, sel in zip(EMPAT, (atas, bawah), strict=False)]
    return write_ods(hanya_teks(isi_buku(*baris)), folder / "buku.ods")


# Lines between the rows


@daftar(
    di("A2") + r"baris ini hanya berisi 'Isi kolom nilai saja'\. Pindahkan tulisan ini ke atas nama kolom",
    di("G4") + "baris ini hanya berisi 'Klaster I'",
    r"^buku.xlsx, lembar Penilaian, baris 6: baris ini mengulang nama kolom",
)
def tulisan_di_antara_baris(folder: Path) -> Path:
    sisipan = ["Isi kolom nilai saja"], [*[None] * 6, "Klaster I"], ["Tahap", "Klaster", "Indikator", None, "NILAI"]
    return xlsx(folder, sisipan[0], EMPAT[0], sisipan[1], EMPAT[1], sisipan[2])
