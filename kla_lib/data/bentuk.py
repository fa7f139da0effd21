"""Fix the tables of the data book; docs/keputusan/0004-buku-data.md says why these."""

from dataclasses import replace

from kla_lib.rules.form.instrumen import KLASTER
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import ANGKA_DESIMAL, BULAT, KODE, TAHUN, TANGGAL, YA_TIDAK
from kla_lib.tabel.tahun import DAFTAR_TAHUN

TAHAP = ("em", "va", "vl", "vf")
STATUS_DOKUMEN = ("lengkap", "kurang", "tidak_ada", "belum_diperiksa")
JENIS_CELAH = ("dokumen_ada", "belum_diunggah", "masih_bisa_dibuat", "siklus_berikutnya")

UKURAN, AREA, SATUAN, KANTOR, NOMOR = "ukuran", "area", "satuan", "kantor", "nomor"
PUTUSAN, RAPAT = "putusan", "rapat"
"""What columns name: whoever writes one name in two ways means one thing, in whichever table it stands."""

BUTIR_DOKUMEN = ("tahun_ini", "tahun_lalu", "penyebut", "tanda_tangan", "terbaca")
"""What is looked for in a document: the evaluated year, the year before, the denominator, a signature, legible."""

KETERANGAN = Bentuk("Keterangan", "keterangan.csv", ("kunci",), (Kolom("kunci", wajib=True), Kolom("isi")))

ISI_KETERANGAN = (
    Kolom("daerah", wajib=True),
    Kolom("tahun_evaluasi", TAHUN, wajib=True),
    Kolom("instrumen", KODE, wajib=True),
    Kolom("tahap_berjalan", wajib=True, pilihan=TAHAP),
    Kolom("tanggal_data", TANGGAL),
    Kolom("contoh", YA_TIDAK, wajib=True),
    Kolom("sumber", wajib=True),
    Kolom("opd", opsional=True),  # the role that filled this file, in a file for one office
)

PENILAIAN = Bentuk(
    "Penilaian",
    "penilaian.csv",
    ("tahap", "klaster", "indikator", "pertanyaan"),
    (
        Kolom("tahap", wajib=True, pilihan=TAHAP),
        Kolom("klaster", wajib=True, pilihan=KLASTER),
        Kolom("indikator", KODE),
        Kolom("pertanyaan", KODE),
        Kolom("nilai", ANGKA_DESIMAL, sedikit=0),
        Kolom("dikonfirmasi", YA_TIDAK),
        Kolom("catatan"),
        Kolom("catatan_verifikator"),
    ),
)

DATA_DUKUNG = Bentuk(
    "Data dukung",
    "data_dukung.csv",
    ("id_dokumen",),
    (
        Kolom("id_dokumen", KODE, wajib=True, golongan=NOMOR),
        Kolom("judul", wajib=True),
        Kolom("jenis"),
        Kolom("opd", golongan=KANTOR),
        Kolom("tahun_dokumen", TAHUN),
        Kolom("tahun_data", DAFTAR_TAHUN, opsional=True),  # the data years that it proves
        Kolom("tanggal_dokumen", TANGGAL),
        Kolom("status", wajib=True, pilihan=STATUS_DOKUMEN),
        Kolom("tautan"),
        Kolom("hash"),
        Kolom("diperiksa_oleh"),
        Kolom("catatan"),
        *(Kolom(butir, YA_TIDAK, opsional=True) for butir in BUTIR_DOKUMEN),
    ),
    hampa=("judul", "jenis", "tahun_dokumen", "tahun_data", "tanggal_dokumen", "status", "tautan", "catatan"),
)

DOKUMEN_PERTANYAAN = Bentuk(
    "Dokumen pertanyaan",
    "dokumen_pertanyaan.csv",
    ("indikator", "pertanyaan", "id_dokumen"),
    (
        Kolom("indikator", KODE, wajib=True),
        Kolom("pertanyaan", KODE, wajib=True),
        Kolom("id_dokumen", KODE, wajib=True, golongan=NOMOR),
        Kolom("wajib", YA_TIDAK, wajib=True),
    ),
    hampa=("id_dokumen",),
)

CAPAIAN = Bentuk(
    "Capaian",
    "capaian.csv",
    ("terpilah", "kelompok", "ukuran", "wilayah", "tahun", "jenis_sumber"),
    (
        Kolom("indikator", KODE),
        Kolom("ukuran", wajib=True, golongan=UKURAN),
        Kolom("tahun", TAHUN, wajib=True),
        Kolom("wilayah", wajib=True, golongan=AREA),
        Kolom("nilai", ANGKA_DESIMAL),
        Kolom("satuan", wajib=True, golongan=SATUAN),
        Kolom("pembilang", ANGKA_DESIMAL, sedikit=0),
        Kolom("penyebut", ANGKA_DESIMAL, sedikit=0),
        Kolom("jenis_sumber", wajib=True, pilihan=("survei", "rutin", "administrasi")),
        Kolom("arah", wajib=True, pilihan=("naik_baik", "turun_baik", "netral")),
        Kolom("target", ANGKA_DESIMAL),
        Kolom("sumber", wajib=True),
        Kolom("letak"),
        Kolom("terpilah", pilihan=("umum", "jenis_kelamin", "umur", "disabilitas"), opsional=True),
        Kolom("kelompok", opsional=True),  # which group of that: perempuan, 0-5 tahun
    ),
    hampa=("nilai", "pembilang", "penyebut", "target", "letak"),
)

WILAYAH = Bentuk(
    "Wilayah",
    "wilayah.csv",
    ("kode_wilayah", "indikator", "pertanyaan"),
    (
        Kolom("kode_wilayah", KODE, wajib=True, golongan=AREA),
        Kolom("nama", wajib=True, golongan=AREA),
        Kolom("tingkat", wajib=True, pilihan=("kecamatan", "kelurahan")),
        Kolom("indikator", KODE, wajib=True),
        Kolom("pertanyaan", KODE, wajib=True),
        Kolom("isi"),
        Kolom("diterima", TANGGAL),
    ),
)

RAD = Bentuk(
    "RAD",
    "rad.csv",
    ("id_kegiatan",),
    (
        Kolom("id_kegiatan", KODE, wajib=True, golongan=NOMOR),
        Kolom("klaster", wajib=True, pilihan=KLASTER),
        Kolom("program"),
        Kolom("kegiatan", wajib=True),
        Kolom("indikator", KODE),
        Kolom("pertanyaan", KODE),
        Kolom("opd", wajib=True, golongan=KANTOR),
        Kolom("pilar", wajib=True, pilihan=("pemerintah", "masyarakat", "dunia_usaha", "media")),
        Kolom("target", ANGKA_DESIMAL),
        Kolom("realisasi", ANGKA_DESIMAL),
        Kolom("satuan", golongan=SATUAN),
        Kolom("anggaran", ANGKA_DESIMAL, sedikit=0),
        Kolom("sumber_dana"),
        Kolom("mulai", TANGGAL),
        Kolom("tenggat", TANGGAL),
        Kolom("status", wajib=True, pilihan=("belum", "berjalan", "terhambat", "selesai")),
        Kolom("kendala"),
        Kolom("jenis_celah", pilihan=JENIS_CELAH),
        Kolom("poin_min", ANGKA_DESIMAL, sedikit=0),
        Kolom("poin", ANGKA_DESIMAL, sedikit=0),
        Kolom("poin_maks", ANGKA_DESIMAL, sedikit=0),
        Kolom("butuh", golongan=NOMOR),
        Kolom("bentrok", golongan=NOMOR),
    ),
    hampa=(
        *("klaster", "program", "kegiatan", "indikator", "pertanyaan", "target", "realisasi", "satuan", "anggaran"),
        *("sumber_dana", "mulai", "tenggat", "status", "kendala", "jenis_celah", "poin_min", "poin", "poin_maks"),
        *("butuh", "bentrok"),
    ),
)

TINDAK_LANJUT = Bentuk(
    "Tindak lanjut",
    "tindak_lanjut.csv",
    ("id_keputusan",),
    (
        Kolom("id_keputusan", KODE, wajib=True, golongan=PUTUSAN),
        Kolom("rapat", wajib=True, golongan=RAPAT),
        Kolom("keputusan", wajib=True),
        Kolom("klaster", pilihan=KLASTER),
        Kolom("indikator", KODE),
        Kolom("pertanyaan", KODE),
        Kolom("opd", golongan=KANTOR),
        Kolom("tenggat", TANGGAL),
        Kolom("hasil"),
        Kolom("status", pilihan=("belum", "berjalan", "terhambat", "selesai", "batal")),
        Kolom("tanggal_status", TANGGAL),
    ),
)

TABEL = (
    KETERANGAN,
    PENILAIAN,
    DATA_DUKUNG,
    DOKUMEN_PERTANYAAN,
    CAPAIAN,
    WILAYAH,
    RAD,
    TINDAK_LANJUT,
)

KIRIMAN = Bentuk(
    "_Kiriman",
    "_kiriman.csv",
    ("opd", "berkas"),
    (
        Kolom("opd", wajib=True, golongan=KANTOR),
        Kolom("berkas", wajib=True),
        Kolom("hash", wajib=True),
        Kolom("dinilai", BULAT, wajib=True),  # questions with confirmed points
        Kolom("dokumen", BULAT, wajib=True),
        Kolom("waktu", opsional=True),  # when it was last saved, in UTC
    ),
)

ASAL = Bentuk(
    "_Asal",
    "_asal.csv",
    ("lembar", "kunci", "kolom", "opd", "berkas"),
    (
        Kolom("lembar", wajib=True),
        Kolom("kunci", wajib=True),
        Kolom("kolom", wajib=True),
        Kolom("opd", wajib=True, golongan=KANTOR),
        Kolom("isi"),
        Kolom("pasti", YA_TIDAK, wajib=True),
        Kolom("berkas", wajib=True),
        Kolom("sel", wajib=True),
    ),
)

BENTROK = replace(ASAL, lembar="_Bentrok", berkas="_bentrok.csv")

PENDAMPING = (KIRIMAN, ASAL, BENTROK)
"""What `kla collect` writes beside the tables: who delivered, where each cell came from, what disagrees.

They are not part of the book: whoever reads only the book passes over them.
"""
