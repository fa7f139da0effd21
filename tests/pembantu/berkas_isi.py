"""Books with unusual tables, numbers and texts in them."""

from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.pembantu.berkas_daftar import BARIS, LEMBAR, baris_csv, csv, daftar, di, ganti, ubah, xlsx
from tests.pembantu.buku_uji import isi_buku, tabel, write_xlsx

# Where the table begins


def _judul(buku: openpyxl.Workbook, halaman: Worksheet) -> None:
    halaman.insert_rows(1, 2)
    halaman["A1"] = "PENILAIAN MANDIRI KOTA LAYAK ANAK"
    halaman.merge_cells("A1:H1")
    halaman["A2"], halaman["D2"] = "Tahun 2024", "Klaster I"


@daftar(nilai={4: 0.5})
def judul_bergabung(folder: Path) -> Path:
    return ubah(xlsx(folder), _judul)


@daftar(nilai={8: 0.5})
def kepala_di_baris_tujuh(folder: Path) -> Path:
    return ubah(xlsx(folder), lambda _b, h: h.insert_rows(1, 6))


@daftar(nilai={4: 0.5})
def kepala_di_baris_tiga_csv(folder: Path) -> Path:
    return csv(folder, 'Penilaian mandiri,,,,,,,\n"Kota, tahun 2024",,,,,,,\n' + baris_csv("0.5"))


@daftar(nilai={3: 0.5})
def dua_baris_kepala(folder: Path) -> Path:
    def kelompok(_buku: openpyxl.Workbook, halaman: Worksheet) -> None:
        halaman.insert_rows(1)
        for sel, isi in (("A1", "Kode"), ("E1", "Nilai"), ("G1", "Catatan")):
            halaman[sel] = isi
        for daerah in ("A1:D1", "E1:F1", "G1:H1"):
            halaman.merge_cells(daerah)

    return ubah(xlsx(folder), kelompok)


@daftar(di("E4") + "'x' bukan angka")
def salah_di_bawah_judul(folder: Path) -> Path:
    return ubah(xlsx(folder, ["em", "klaster_1", "4", "1", "x"]), _judul)


@daftar(r"lembar Penilaian: kolom 'nilai' tidak ada\. .* di baris 9", di("E9") + "kolom 'nilay' tidak dikenal")
def kepala_salah_eja_di_baris_sembilan(folder: Path) -> Path:
    def apa(_buku: openpyxl.Workbook, halaman: Worksheet) -> None:
        halaman["E1"] = "nilay"
        halaman.insert_rows(1, 8)

    return ubah(xlsx(folder), apa)


@daftar(r"^buku.xlsx, lembar Penilaian: tabel kosong: baris 1 tidak memuat nama kolom")
def kepala_terlalu_jauh(folder: Path) -> Path:
    return ubah(xlsx(folder), lambda _b, h: h.insert_rows(1, 40))


@daftar(nilai={2: 0.5})
def nama_kolom_ditulis_bebas(folder: Path) -> Path:
    kepala = [
        "Tahap",
        " Klaster\n",
        "INDIKATOR",
        "pertanyaan ",
        "Nilai",
        "Dikonfirmasi",
        "catatan",
        "Catatan  Verifikator",
    ]
    isi = isi_buku(BARIS)
    isi["Penilaian"][0] = kepala
    return write_xlsx(isi, folder / "buku.xlsx")


@daftar(
    r"^penilaian.csv, sel E1: kolom 'nilai' ada dua kali",
    r"^penilaian.csv, sel E2: isi kolom 'nilai' di E, H tidak sama",
    r"^penilaian.csv: kolom 'catatan_verifikator' tidak ada",
)
def kolom_ganda_berbeda_huruf(folder: Path) -> Path:
    return csv(
        folder, "tahap,klaster,indikator,pertanyaan,Nilai,dikonfirmasi,catatan,NILAI \nem,klaster_1,4,1,1,ya,,2\n"
    )


@daftar(r"^penilaian.csv, sel I2: ada isi 'lebih' di kolom tanpa nama")
def isi_di_luar_kepala(folder: Path) -> Path:
    return csv(folder, baris_csv("0.5") + ",lebih")


@daftar(nilai={2: 0.5, 3: None})
def baris_tidak_sama_panjang(folder: Path) -> Path:
    return csv(folder, baris_csv("0.5") + "\nem,klaster_1,4,2\n")


@daftar(nilai={2: 0.5, 3: 0.25})
def pilihan_berhuruf_besar_dan_berspasi(folder: Path) -> Path:
    dokumen = {"id_dokumen": "D1", "judul": "SK", "status": " Tidak  ada "}
    return xlsx(
        folder,
        ["EM", "Klaster 1", "4", "1", 0.5, "Ya"],
        ["Em", "KLASTER_1", "4", "2", 0.25, " TIDAK "],
        Data_dukung=tabel("Data dukung", dokumen, dokumen | {"id_dokumen": "D2", "status": "Belum diperiksa"}),
    )


# How text and numbers are written


@daftar(nilai={2: 0.5, 3: 0.25, 4: None})
def titik_koma_dan_koma_desimal(folder: Path) -> Path:
    return csv(folder, baris_csv("0,5", "0,25", "", pemisah=";"))


@daftar(nilai={2: 0.5})
def koma_desimal_berkutip_di_csv_berkoma(folder: Path) -> Path:
    return csv(folder, baris_csv('"0,5"'))


@daftar(nilai={2: 0.5})
def cp1252(folder: Path) -> Path:
    return csv(folder, baris_csv("0,5", pemisah=";").replace("ya;;", "ya;Café – “akta”;").encode("cp1252"))


@daftar(nilai={2: 0.5})
def utf_16(folder: Path) -> Path:
    return csv(folder, baris_csv("0,5", pemisah="\t").encode("utf-16"))


@daftar(nilai={2: 0.5})
def baris_sep_dari_excel(folder: Path) -> Path:
    return csv(folder, "sep=;\r\n" + baris_csv("0,5", pemisah=";"))


@daftar(r"^penilaian.csv, sel E2: 'x' bukan angka")
def salah_di_bawah_baris_sep(folder: Path) -> Path:
    return csv(folder, "sep=;\r\n" + baris_csv("x", pemisah=";"))


@daftar(nilai={2: 0.5})
def dipisah_tab(folder: Path) -> Path:
    return csv(folder, baris_csv("0.5", pemisah="\t"))


@daftar(
    *(rf"^penilaian.csv, sel E{n}: '.*' bukan angka. Kosongkan bila belum diketahui; tulis 0" for n in range(2, 5)),
    *(rf"^penilaian.csv, sel E{n}: '.*' bukan angka. Tulis angkanya saja" for n in range(5, 8)),
)
def kata_di_tempat_angka(folder: Path) -> Path:
    return csv(folder, baris_csv("tidak ada", "belum", "dalam proses", "±12", "< 5", "12 orang"))


@daftar(di("E2") + "'93,5 %' memuat tanda persen. Tulis angkanya saja")
def persen_sebagai_teks(folder: Path) -> Path:
    return xlsx(folder, ["em", "klaster_1", "4", "1", "93,5 %"])


@daftar(di("E2") + "sel berformat persen: yang tampak 93,5% tersimpan sebagai 0,935")
def persen_sebagai_format(folder: Path) -> Path:
    def apa(_buku: openpyxl.Workbook, halaman: Worksheet) -> None:
        halaman["E2"].value, halaman["E2"].number_format = 0.935, "0.0%"

    return ubah(xlsx(folder), apa)


@daftar(
    di("H2", "Capaian") + "'1.500' bisa dibaca 1500 atau 1,5",
    di("H3", "Capaian") + "'1,500' bisa dibaca 1500 atau 1,5",
    di("H5", "Capaian") + "'1,234,567' bukan angka. Tulis tanpa pemisah ribuan",
)
def ribuan_atau_desimal(folder: Path) -> Path:
    tetap = {
        "ukuran": "Anak",
        "wilayah": "kota",
        "satuan": "anak",
        "jenis_sumber": "rutin",
        "arah": "netral",
        "sumber": "x",
    }
    penyebut = ("1.500", "1,500", "1.234.567", "1,234,567", "1.234,5")
    baris = [tetap | {"tahun": 2020 + n, "penyebut": isi} for n, isi in enumerate(penyebut)]
    return xlsx(folder, Capaian=tabel("Capaian", *baris))


@daftar(
    di("F4", "Data dukung") + "'03/04/2025' bisa dibaca 2025-04-03 atau 2025-03-04",
    di("F5", "Data dukung") + "'45734' nomor urut hari, bukan tanggal. .* mungkin maksudnya 2025-03-18",
    di("F6", "Data dukung") + "'03/18/2025' bukan tanggal",
)
def tanggal_sebagai_teks(folder: Path) -> Path:
    tanggal = ["18/03/2025", "18 Maret 2025", "03/04/2025", 45734, "03/18/2025"]
    baris = [
        {"id_dokumen": f"D{n}", "judul": "Perda", "status": "lengkap", "tanggal_dokumen": t}
        for n, t in enumerate(tanggal)
    ]
    return xlsx(folder, Data_dukung=tabel("Data dukung", *baris))


@daftar(di("D2") + "kode terbaca sebagai '2025-04-01', bukan teks. Ubah format sel menjadi Teks")
def kode_menjadi_tanggal(folder: Path) -> Path:
    return xlsx(folder, ["em", "klaster_1", "4", date(2025, 4, 1), 0.5])


@daftar(di("C2") + "kode terbaca sebagai '14,1', bukan teks")
def kode_menjadi_pecahan(folder: Path) -> Path:
    return xlsx(folder, ["em", "klaster_3", 14.1, "1", 0.5])


@daftar(di("E2") + "'TRUE' bukan angka")
def benar_salah_di_tempat_angka(folder: Path) -> Path:
    return xlsx(folder, ["em", "klaster_1", "4", "1", True])


@daftar(
    r"sel E2: 'NaN' bukan angka",
    r"sel E3: 'Infinity' bukan angka",
    r"sel E4: '1e400' bukan angka",
    r"sel E5: nilai -1 kurang dari 0",
    r"sel E6: '9{400}…?' terlalu besar|sel E6: '9+…' terlalu besar",
)
def angka_yang_bukan_angka(folder: Path) -> Path:
    return csv(folder, baris_csv("NaN", "Infinity", "1e400", "-1", "9" * 400))


@daftar(di("E2") + "sel ditulis dengan cara yang tidak lazim")
def angka_tak_terhingga_di_xlsx(folder: Path) -> Path:
    return ganti(xlsx(folder), LEMBAR, "<v>0.5</v>", "<v>1e400</v>")


@daftar(di("E2") + "sel ditulis dengan cara yang tidak lazim")
def nan_di_xlsx_bukan_sel_kosong(folder: Path) -> Path:
    return ganti(xlsx(folder), LEMBAR, "<v>0.5</v>", "<v>NaN</v>")


@daftar(nilai={2: 0.5})
def emoji_dan_aksara_lain(folder: Path) -> Path:
    return xlsx(folder, [*BARIS[:6], "Forum anak 👧🏽 — ꦱꦭꦩ꧀, \u202eterbalik", "é́́"])
