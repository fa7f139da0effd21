"""Books that hold personal data, or what only looks like it."""

from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from tests.pembantu.berkas_daftar import BARIS, HASH, NIK, daftar, di, ubah, xlsx
from tests.pembantu.buku_uji import isi_buku, tabel, write_xlsx


@daftar(di("G2") + "sel memuat nomor 16 angka seperti NIK")
def nik_di_catatan(folder: Path) -> Path:
    return xlsx(folder, [*BARIS[:6], f"Akta a.n. NIK{NIK} sudah terbit"])


@daftar(di("E2") + "sel memuat nomor 16 angka", di("E2") + r"'\(data pribadi\)' bukan angka")
def nik_sebagai_angka(folder: Path) -> Path:
    return xlsx(folder, ["em", "klaster_1", "4", "1", int(NIK)])


@daftar(di("A1") + "sel memuat nomor 16 angka")
def nik_di_judul(folder: Path) -> Path:
    def apa(_buku: openpyxl.Workbook, halaman: Worksheet) -> None:
        halaman.insert_rows(1)
        halaman["A1"] = f"Petugas: {NIK[:6]} {NIK[6:12]} {NIK[12:]}"

    return ubah(xlsx(folder), apa)


@daftar(di("I2") + "sel memuat nomor 16 angka")
def nik_di_kolom_petunjuk(folder: Path) -> Path:
    isi = isi_buku([*BARIS, ".".join(NIK[i : i + 4] for i in range(0, 16, 4))])
    isi["Penilaian"][0].append("_petugas")
    return write_xlsx(isi, folder / "buku.xlsx")


@daftar(di("B3", "_Anak") + "sel memuat nomor 16 angka", di("C3", "_Anak") + "sel memuat nomor 16 angka")
def nik_di_lembar_petunjuk(folder: Path) -> Path:
    penuh = NIK.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    arab = NIK.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    return write_xlsx({"_Anak": [[], [], ["x", penuh, arab]], **isi_buku(BARIS)}, folder / "buku.xlsx")


@daftar(r"^buku.xlsx, lembar Penilaian, catatan pada sel E2: sel memuat nomor 16 angka")
def nik_di_catatan_sel(folder: Path) -> Path:
    def apa(_buku: openpyxl.Workbook, halaman: Worksheet) -> None:
        halaman["E2"].comment = Comment(f"cek {NIK}", "x")

    return ubah(xlsx(folder), apa)


@daftar(di("G2") + "sel memuat nomor telepon", di("G3") + "sel memuat alamat surel")
def telepon_dan_surel(folder: Path) -> Path:
    return xlsx(
        folder,
        [*BARIS[:6], "hubungi 0812-3456-7890"],
        ["em", "klaster_1", "4", "2", 0.5, "ya", "kirim ke nama@contoh.go.id"],
    )


@daftar(di("G2") + "sel memuat tulisan seperti nama anak. Hapus data pribadi")
def nama_anak_di_catatan(folder: Path) -> Path:
    return xlsx(folder, [*BARIS[:6], "Korban a.n. Siti Aminah dirujuk"])


@daftar(di("I2") + "sel memuat nomor telepon")
def telepon_di_kolom_tanpa_nama(folder: Path) -> Path:
    return xlsx(folder, [*BARIS, "hubungi 0812-3456-7890"])


@daftar(nilai={2: 0.5})
def angka_panjang_yang_bukan_nik(folder: Path) -> Path:
    """Sixteen digits and more that are no identity: a hash, an account, amounts of money, years, dates."""
    catatan = (
        "Rp1.250.000.000.000; 2021 2022 2023 2024; 01-01-2024 31-12-2024; 31-12-2024 01-01-2025; 12345678901234567890"
    )
    dokumen = {
        "id_dokumen": "D1",
        "judul": "SK",
        "status": "lengkap",
        "hash": HASH,
        "tautan": "https://x.id/f/9911223344556677",
    }
    rad = {
        "id_kegiatan": "K1",
        "klaster": "klaster_1",
        "kegiatan": "Akta",
        "opd": "disdukcapil",
        "pilar": "pemerintah",
        "anggaran": 1_250_000_000_000,
        "status": "belum",
    }
    return xlsx(folder, [*BARIS[:6], catatan], Data_dukung=tabel("Data dukung", dokumen), RAD=tabel("RAD", rad))
