"""Make the measurements of the example city, of the whole city or of some of its kecamatan."""

from typing import NamedTuple

import numpy as np

from kla_lib.contoh.buat.baris import Baris, Tabel

TAHUN = (2020, 2021, 2022, 2023, 2024)
KOTA = "kota-contoh"
KASUS = "Kasus kekerasan anak"
PATBM = "Laporan kekerasan anak ke PATBM di empat kecamatan"


class Ukuran(NamedTuple):
    """One series.

    deret: for every year of TAHUN a value or part/whole; "?" where the year has
    a row and no value, "-" where it has no row.  target: the same, without "?".
    """

    indikator: str
    nama: str
    satuan: str
    jenis_sumber: str
    arah: str
    sumber: str
    deret: str
    target: str = "- - - - -"
    letak: str | None = None


DAFTAR = (
    Ukuran("4", "Anak berakta kelahiran", "%", "administrasi", "naik_baik", "Rekapitulasi Disdukcapil, 31 Desember",
           "239812/262140 245310/264480 250871/266310 256204/267905 259733/268740", "92 93 95 96 97", "tabel 2"),
    Ukuran("4", "Anak memiliki KIA", "%", "administrasi", "naik_baik", "Rekapitulasi Disdukcapil, 31 Desember",
           "- 121540/264480 149860/266310 171230/267905 184906/268740", "- 45 50 60 70", "tabel 4"),
    Ukuran("7", "Perkawinan anak dari seluruh perkawinan tercatat", "%", "administrasi", "turun_baik",
           "Kantor Kementerian Agama dan Pengadilan Agama", "94/5120 101/5344 88/5410 76/5468 63/5391",
           "1.8 1.7 1.5 1.3 1.1", "salah satu mempelai di bawah 19 tahun"),
    Ukuran("12", "Persalinan di fasilitas kesehatan", "%", "rutin", "naik_baik", "Laporan kesehatan ibu dan anak",
           "14212/15021 14105/14733 14390/14802 14236/14511 13998/14186", "95 96 97 98 99", "tabel 1"),
    Ukuran("12", "Imunisasi dasar lengkap", "%", "rutin", "naik_baik", "Laporan kesehatan ibu dan anak",
           "12480/14602 11933/14320 13208/14375 13377/14098 13012/13866", "90 90 92 95 95", "tabel 6"),
    Ukuran("13", "Prevalensi stunting", "%", "survei", "turun_baik", "Survei status gizi nasional",
           "- 19.8 17.4 15.9 ?", "- - 18 16 14", "angka 2024 belum terbit"),
    Ukuran("13", "Prevalensi stunting", "%", "rutin", "turun_baik", "e-PPGBM, penimbangan Agustus",
           "4386/52140 3977/51390 3561/53212 3120/54006 2874/54322", "8 7.5 7 6 5", "balita yang diukur"),
    Ukuran("14", "ASI eksklusif", "%", "rutin", "naik_baik", "Rekapitulasi gizi Dinas Kesehatan",
           "6120/10240 ? 6894/10188 7105/9987 7320/9874", "60 62 65 70 75", "bayi di bawah 6 bulan"),
    Ukuran("15", "Puskesmas ramah anak", "%", "administrasi", "naik_baik", "SK Puskesmas Ramah Anak",
           "6/24 9/24 13/24 16/25 18/25", "25 40 50 60 80", "lampiran"),
    Ukuran("16", "Rumah tangga berakses air minum layak", "%", "survei", "naik_baik", "Survei sosial ekonomi nasional",
           "94.2 95.1 - 96.4 96.9", "95 95.5 96 96.5 97"),
    Ukuran("18", "Anak tidak sekolah", "anak", "administrasi", "turun_baik", "Tim Penanganan Anak Tidak Sekolah",
           "5210 5634 5120 4388 3912", "5000 5000 4800 4300 3800"),
    Ukuran("19", "Satuan pendidikan ramah anak (jumlah)", "sekolah", "administrasi", "naik_baik",
           "SK Satuan Pendidikan Ramah Anak", "212 248 301 356 398", "200 250 300 360 420", "lampiran"),
    Ukuran("19", "Satuan pendidikan ramah anak", "%", "administrasi", "naik_baik", "SK Satuan Pendidikan Ramah Anak",
           "212/615 248/618 301/621 356/622 398/624", "33 40 48 58 67", "lampiran"),
    Ukuran("21B", KASUS, "kasus", "administrasi", "netral", "UPTD PPA", "118 131 149 162 171"),
    Ukuran("21B", f"{KASUS}: fisik", "kasus", "administrasi", "netral", "UPTD PPA", "34 38 41 45 44"),
    Ukuran("21B", f"{KASUS}: psikis", "kasus", "administrasi", "netral", "UPTD PPA", "21 25 30 33 38"),
    Ukuran("21B", f"{KASUS}: seksual", "kasus", "administrasi", "netral", "UPTD PPA", "41 44 53 57 61"),
    Ukuran("21B", f"{KASUS}: penelantaran", "kasus", "administrasi", "netral", "UPTD PPA", "18 18 22 21 20"),
    Ukuran("21B", f"{KASUS}: eksploitasi", "kasus", "administrasi", "netral", "UPTD PPA", "4 6 3 6 8"),
    Ukuran("26", "Kelurahan layak anak", "%", "administrasi", "naik_baik", "SK Kelurahan Layak Anak",
           "18/56 23/56 29/56 34/56 39/56", "30 40 50 60 75", "lampiran"),
)  # fmt: skip

KASUS_KECAMATAN = {
    "kec-01": "- - 7 9 11",
    "kec-02": "- - 3 4 2",
    "kec-03": "- - 5 6 8",
    "kec-04": "- - 2 3 5",
    KOTA: "- - 17 22 26",
}
"""Cases that PATBM of four kecamatan received, with the sum; some are so few that they must not be shown."""


def make_capaian() -> Tabel:
    """Return every series of the city, then the cases by kecamatan."""
    hasil = [baris for ukuran in DAFTAR for baris in _deret(ukuran, KOTA)]
    for wilayah, deret in KASUS_KECAMATAN.items():
        hasil += _deret(Ukuran("21B", PATBM, "kasus", "rutin", "netral", "Rekapitulasi PATBM", deret), wilayah)
    return hasil


def make_capaian_daerah(acak: np.random.Generator, daerah: str) -> Tabel:
    """Return the shares that the example city measures, for another region: of another size, better or worse.

    Counts of cases are left out: invented ones would only look like children who were harmed.
    """
    besar, hasil = float(acak.uniform(0.2, 2.0)), []
    for u in DAFTAR:
        if u.satuan == "%":
            geser = float(acak.normal(0.0, 0.06))
            hasil += _deret(u._replace(deret=" ".join(_geser(isi, besar, geser) for isi in u.deret.split())), daerah)
    return hasil


def _geser(isi: str, besar: float, geser: float) -> str:
    """Return one year of a series of another region, written as `Ukuran.deret` is."""
    if isi in ("?", "-"):
        return isi
    if "/" not in isi:
        return f"{min(max(float(isi) * (1 + geser), 0.0), 100.0):.1f}"
    bagian, semua = map(int, isi.split("/"))
    seluruh = max(round(semua * besar), 1)
    return f"{min(round(seluruh * bagian / semua * (1 + geser)), seluruh)}/{seluruh}"


def _deret(ukuran: Ukuran, wilayah: str) -> Tabel:
    """Return one row per year of a series."""
    tahunan = zip(TAHUN, ukuran.deret.split(), ukuran.target.split(), strict=True)
    tetap: Baris = {
        "indikator": ukuran.indikator,
        "ukuran": ukuran.nama,
        "wilayah": wilayah,
        "satuan": ukuran.satuan,
        "jenis_sumber": ukuran.jenis_sumber,
        "arah": ukuran.arah,
        "sumber": ukuran.sumber,
        "letak": ukuran.letak,
    }
    return [
        tetap | {"tahun": tahun, "target": None if target == "-" else float(target)} | _nilai(isi)
        for tahun, isi, target in tahunan
        if isi != "-"
    ]


def _nilai(isi: str) -> Baris:
    """Return value, part and whole of one year; a share is in percent, rounded to two decimals."""
    if isi == "?":
        return {}
    if "/" not in isi:
        return {"nilai": float(isi)}
    pembilang, penyebut = map(int, isi.split("/"))
    return {"nilai": round(100 * pembilang / penyebut, 2), "pembilang": pembilang, "penyebut": penyebut}
