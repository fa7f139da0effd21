"""List what happened in the example city in the five weeks between its two meetings.

    # what happened: the reason of the changes below it
    table key | column: before -> after | …
      | a line that begins so goes on with the one above it

The tables are nilai (of a question), dokumen, kegiatan, keputusan, capaian;
"…" before the arrow stands for any text, "-" for an empty cell.  "baru" adds a
row; what it does not name stays empty.  "wilayah" fills the answers of one
area that are still empty, in the order of its questions: y ya, t tidak.
"""

UBAH = """
# Bagian Hukum menomori dan menandatangani surat edaran pencegahan perkawinan anak (diputuskan 11 Februari).
dokumen D008 | status: kurang -> lengkap | tanda_tangan: tidak -> ya | terbaca: - -> ya | catatan: … -> -
nilai 1/2f | nilai: 1.5 -> 2.5 | catatan: - -> Surat edaran bernomor diterima 26 Februari 2025.
kegiatan R01 | status: berjalan -> selesai | realisasi: 0 -> 1
keputusan baru K1-01 | rapat: kota-contoh-1
  | keputusan: Menomori dan mengunggah Surat Edaran Pencegahan Perkawinan Anak | klaster: kelembagaan
  | indikator: 1 | pertanyaan: 2f | opd: bagian_hukum | tenggat: 2025-02-28
  | hasil: Sudah bernomor dan diunggah. | status: selesai | tanggal_status: 2025-02-26

# Bappelitbangda menandatangani rekapitulasi anggaran klaster V, lewat dari tenggat.
dokumen D013 | status: kurang -> lengkap | tanda_tangan: tidak -> ya | terbaca: - -> ya | catatan: … -> -
kegiatan R03 | status: belum -> selesai | realisasi: 0 -> 1
keputusan K0-03 | status: belum -> selesai | hasil: … -> Ditandatangani dengan kolom realisasi.
  | tanggal_status: 2025-02-03 -> 2025-02-24

# Sertifikat anggota Gugus Tugas bertambah, tetapi belum semua; tenggatnya sudah lewat.
dokumen D021 | terbaca: tidak -> ya | catatan: … -> Baru 22 dari 30 sertifikat.
kegiatan R04 | realisasi: 9 -> 22
keputusan K0-02 | hasil: … -> Baru 22 dari 30 sertifikat. | tanggal_status: 2025-02-04 -> 2025-03-12
keputusan baru K1-02 | rapat: kota-contoh-1 | keputusan: Menagih sertifikat KHA yang tersisa dari delapan kantor
  | klaster: kelembagaan | indikator: 2 | pertanyaan: 2 | opd: dinas_pppa | tenggat: 2025-03-07
  | hasil: Delapan kantor belum mengirim. | status: berjalan | tanggal_status: 2025-03-12

# Sekretariat memeriksa surat edaran larangan mempekerjakan anak.
dokumen D009 | status: belum_diperiksa -> lengkap | diperiksa_oleh: - -> Sekretariat Gugus Tugas KLA
  | tahun_ini: - -> ya | terbaca: - -> ya

# DPA Diskominfo diperiksa: halaman anggaran anak tidak ikut, jadi nilainya diturunkan.
dokumen D055 | status: belum_diperiksa -> kurang | diperiksa_oleh: - -> Koordinator klaster | tahun_ini: - -> ya
  | catatan: - -> Halaman anggaran Informasi Layak Anak tidak ikut.
nilai 1/3g | nilai: 0.5 -> 0.25 | catatan: - -> Halaman anggaran belum lengkap.

# Diskominfo menandatangani MoU dengan pimpinan pihak kedua yang baru, beserta tiga lampirannya.
dokumen D057 | status: kurang -> lengkap | tanda_tangan: tidak -> ya | terbaca: - -> ya | catatan: … -> -
kegiatan R10 | status: terhambat -> selesai | realisasi: 1 -> 3 | kendala: … -> -
keputusan baru K1-03 | rapat: kota-contoh-1
  | keputusan: Melengkapi tanda tangan dan lampiran MoU Informasi Layak Anak | klaster: klaster_1 | indikator: 5
  | pertanyaan: 8 | opd: dinas_kominfo | tenggat: 2025-03-07 | hasil: MoU dan tiga lampiran lengkap.
  | status: selesai | tanggal_status: 2025-03-04

# Sesudah MoU lengkap, Dinas Perpustakaan menulis uraian inovasi tahun 2024.
dokumen baru D161 | judul: Uraian inovasi Informasi Layak Anak tahun 2024 | jenis: Laporan
  | opd: dinas_perpustakaan | tahun_dokumen: 2024 | tanggal_dokumen: 2025-03-06 | status: lengkap
  | tautan: dokumen/D161.pdf | diperiksa_oleh: Penelaah data dukung DP3A | tahun_ini: ya | terbaca: ya
kaitan baru 5/9 D161 | wajib: ya
nilai 5/9 | nilai: - -> 2.5 | dikonfirmasi: tidak -> ya | catatan: … -> Uraian inovasi diterima 6 Maret 2025.
kegiatan R11 | status: belum -> selesai | realisasi: 0 -> 1

# Sekretariat memeriksa foto layanan akta di ruang bersalin.
dokumen D054 | status: belum_diperiksa -> lengkap | diperiksa_oleh: - -> Penelaah data dukung DP3A
  | tahun_ini: - -> ya | terbaca: - -> ya

# Forum Anak mengunggah laporan lokakarya.
dokumen D033 | status: belum_diperiksa -> lengkap | diperiksa_oleh: - -> Penelaah data dukung DP3A
  | tahun_ini: - -> ya | terbaca: - -> ya
kegiatan R12 | status: berjalan -> selesai | realisasi: 1 -> 2
keputusan baru K1-04 | rapat: kota-contoh-1 | keputusan: Mengunggah laporan lokakarya Forum Anak
  | klaster: klaster_1 | indikator: 6 | pertanyaan: 5 | opd: forum_anak | tenggat: 2025-03-07
  | hasil: Kedua laporan sudah diunggah. | status: selesai | tanggal_status: 2025-03-05

# Foto kotak suara anak diperiksa; uraian manfaatnya belum ada dan sedang ditulis Forum Anak.
dokumen D153 | status: belum_diperiksa -> kurang | diperiksa_oleh: - -> Koordinator klaster | tahun_ini: - -> ya
  | catatan: - -> Uraian manfaat inovasi belum ada.
kegiatan R13 | status: belum -> berjalan

# Diskominfo menayangkan kampanye internet aman yang kedua.
kegiatan R14 | realisasi: 1 -> 2

# Pengadilan Agama menyerahkan rekap dispensasi kawin tepat waktu; dua perkawinan ternyata belum terhitung.
dokumen D068 | status: belum_diperiksa -> lengkap | diperiksa_oleh: - -> Sekretariat Gugus Tugas KLA
  | tahun_ini: - -> ya | terbaca: - -> ya
capaian Perkawinan anak dari seluruh perkawinan tercatat;kota-contoh;2024;administrasi | nilai: 1.17 -> 1.21
  | pembilang: 63 -> 65
nilai 7/1 | nilai: 8.5 -> 9 | dikonfirmasi: tidak -> ya
  | catatan: - -> Sudah dicocokkan dengan rekap dispensasi kawin.
kegiatan R16 | status: berjalan -> selesai | realisasi: 1 -> 2
keputusan K0-05 | status: berjalan -> selesai | hasil: … -> Kedua tahun sudah diterima.
  | tanggal_status: 2025-02-05 -> 2025-02-14

# Pengelola LK3 berganti: pencocokan data keluarga terhambat.
kegiatan R18 | status: berjalan -> terhambat | kendala: - -> Pengelola LK3 berganti; data 2023 masih dicari.

# Dinas Sosial menemukan empat foto inovasi asuh keluarga; keterangannya belum ada.
dokumen D075 | status: tidak_ada -> kurang | tanggal_dokumen: - -> 2024-07-16 | tautan: - -> dokumen/D075.pdf
  | tahun_ini: - -> ya | catatan: … -> Empat dari enam foto ditemukan; keterangan tempat belum ada.
kegiatan R19 | status: belum -> berjalan | realisasi: 0 -> 4

# Dinas Lingkungan Hidup menulis tanggal dan tempat pada foto taman bermain.
dokumen D103 | status: kurang -> lengkap | tahun_ini: tidak -> ya | catatan: … -> -
nilai 11/4 | nilai: 3.25 -> 4.25 | dikonfirmasi: tidak -> ya | catatan: - -> Delapan foto sudah berketerangan.
kegiatan R20 | status: belum -> selesai | realisasi: 0 -> 8

# Pelatihan petugas Rute Aman Selamat Sekolah dipotong anggarannya dan dimundurkan.
kegiatan R21 | anggaran: 48000000 -> 36000000 | tenggat: 2025-08-29 -> 2025-10-31

# Dinas Perhubungan belum mengirim uraian inovasi yang diputuskan rapat.
keputusan baru K1-05 | rapat: kota-contoh-1 | keputusan: Mengirim uraian inovasi Rute Aman Selamat Sekolah 2024
  | klaster: klaster_2 | indikator: 11 | pertanyaan: 7 | opd: dinas_perhubungan | tenggat: 2025-03-10
  | hasil: Belum ada kiriman. | status: belum | tanggal_status: 2025-03-12

# Dinas Kesehatan menulis keterangan foto dapur sehat, tiga hari sesudah tenggat.
dokumen D117 | status: kurang -> lengkap | tahun_ini: tidak -> ya | terbaca: - -> ya | catatan: … -> -
nilai 13/6 | nilai: 2.5 -> 3.25 | catatan: - -> Dua belas foto sudah berketerangan.
kegiatan R24 | status: berjalan -> selesai | realisasi: 5 -> 12
keputusan baru K1-06 | rapat: kota-contoh-1 | keputusan: Menulis keterangan foto dapur sehat kelurahan 2024
  | klaster: klaster_3 | indikator: 13 | pertanyaan: 6 | opd: dinas_kesehatan | tenggat: 2025-02-28
  | hasil: Dua belas foto berketerangan. | status: selesai | tanggal_status: 2025-03-03

# Laporan sosialisasi Kawasan Tanpa Rokok dibuka lagi: beberapa halaman tidak terbaca, nilainya diturunkan.
dokumen D126 | status: lengkap -> kurang | terbaca: ya -> tidak | catatan: - -> Halaman 4 sampai 9 tidak terbaca.
nilai 17/1 | nilai: 3 -> 2 | catatan: - -> Daftar hadir sosialisasi tidak terbaca.

# Bapenda menyelesaikan rekap reklame rokok yang diturunkan.
dokumen D131 | status: kurang -> lengkap | terbaca: - -> ya | catatan: … -> -
kegiatan R28 | status: berjalan -> selesai | realisasi: 30 -> 44

# Satpol PP mengunggah satu MoU lagi; satu masih ditunggu dan tenggatnya lewat.
kegiatan R29 | realisasi: 1 -> 2

# Data gedung swasta tidak kunjung ada.
keputusan K0-07 | status: belum -> terhambat | hasil: … -> Pengelola gedung swasta belum menjawab.
  | tanggal_status: 2025-02-03 -> 2025-03-05

# Provinsi meminta waktu sampai akhir Maret untuk SK sekolah ramah anak.
kegiatan R31 | tenggat: 2025-01-31 -> 2025-03-28

# Laporan monitoring sekolah ramah anak terhambat: sekolah berasrama belum mengirim.
kegiatan R32 | status: berjalan -> terhambat | kendala: - -> Sekolah berasrama belum mengirim laporan.
keputusan baru K1-07 | rapat: kota-contoh-1 | keputusan: Melengkapi laporan monitoring SRA semester II 2024
  | klaster: klaster_4 | indikator: 19 | pertanyaan: 8 | opd: dinas_pendidikan | tenggat: 2025-03-21
  | hasil: Menunggu sekolah berasrama. | status: terhambat | tanggal_status: 2025-03-11

# Kantor Kementerian Agama menjawab pertanyaan inovasi dan mulai menulis uraiannya.
nilai 20/8 | nilai: - -> 1.5 | dikonfirmasi: tidak -> ya
  | catatan: … -> Jawaban diterima 3 Maret 2025; uraian sedang ditulis.
kegiatan R33 | status: belum -> berjalan

# UPTD PPA mengunggah sertifikat 2023 dan mendata petugas yang belum dilatih.
dokumen D136 | tahun_lalu: tidak -> ya | catatan: … -> Baru 31 dari 46 petugas.
nilai 21A/8 | nilai: 6.5 -> 7 | catatan: … -> Dihitung dari 31 petugas bersertifikat.
kegiatan R36 | realisasi: 14 -> 31
kegiatan baru R47 | klaster: klaster_5 | program: Perlindungan khusus anak
  | kegiatan: Mendata petugas layanan yang belum bersertifikat KHA | indikator: 21A | pertanyaan: 8
  | opd: uptd_ppa | pilar: pemerintah | target: 46 | realisasi: 31 | satuan: petugas | anggaran: 0
  | sumber_dana: APBD | mulai: 2025-02-17 | tenggat: 2025-03-28 | status: berjalan
keputusan K0-09 | hasil: … -> Baru 31 dari 46 petugas. | tanggal_status: 2025-02-06 -> 2025-03-12
keputusan baru K1-08 | rapat: kota-contoh-1 | keputusan: Mendata petugas layanan yang belum bersertifikat KHA
  | klaster: klaster_5 | indikator: 21A | pertanyaan: 8 | opd: uptd_ppa | tenggat: 2025-03-28
  | hasil: 31 dari 46 petugas sudah didata. | status: berjalan | tanggal_status: 2025-03-12

# Laporan layanan korban NAPZA diperiksa: rekapitulasi semester II belum ada, jadi nilainya diturunkan.
dokumen D128 | status: belum_diperiksa -> kurang | diperiksa_oleh: - -> Koordinator klaster
  | tahun_ini: - -> tidak | terbaca: - -> ya | catatan: - -> Baru semester I.
nilai 22A/1 | nilai: 5.25 -> 4.5 | catatan: - -> Laporan semester II belum ada.

# Sekretariat memeriksa laporan ruang pemeriksaan khusus anak.
dokumen D148 | status: belum_diperiksa -> lengkap | diperiksa_oleh: - -> Sekretariat Gugus Tugas KLA
  | tahun_ini: - -> ya | terbaca: - -> ya

# Empat kecamatan terakhir mengirim matriks Kawasan Tanpa Rokok.
dokumen D155 | status: kurang -> lengkap | terbaca: - -> ya | catatan: … -> -
nilai 25/11 | nilai: 1 -> 1.25 | catatan: - -> Dua belas kecamatan sudah mengirim.
kegiatan R43 | status: berjalan -> selesai | realisasi: 8 -> 12
keputusan K0-10 | status: berjalan -> selesai | hasil: … -> Dua belas kecamatan sudah mengirim.
  | tanggal_status: 2025-02-05 -> 2025-02-21
keputusan baru K1-09 | rapat: kota-contoh-1
  | keputusan: Memeriksa matriks Kawasan Tanpa Rokok dari empat kecamatan terakhir | klaster: kelana_dekela
  | indikator: 25 | pertanyaan: 11 | opd: kecamatan | tenggat: 2025-02-28 | hasil: Sudah diperiksa.
  | status: selesai | tanggal_status: 2025-02-25
wilayah kec-02 | 2025-02-18 | y y t y y t y y t
wilayah kec-10 | 2025-02-20 | y t y y y y y t y

# Dinas Kesehatan memisahkan angka gizi lebih menurut kecamatan dari laporan e-PPGBM yang sudah ada.
kaitan baru 25/7c D114 | wajib: ya
nilai 25/7c | nilai: - -> 0.25 | dikonfirmasi: tidak -> ya
  | catatan: … -> Dipisahkan dari laporan e-PPGBM Agustus 2024.

# Dua kelurahan mengirim jawabannya; pendataan pekerja anak jadi lebih lengkap.
wilayah kel-06-01 | 2025-02-26 | y y y t y y t y t y y t y
wilayah kel-09-05 | 2025-03-04 | y y t y y y t y
nilai 26/18 | nilai: 3.5 -> 3.75 | catatan: - -> Dua kelurahan lagi mengirim pendataan.

# Foto taman bermain satu kelurahan ternyata dari kelurahan lain; pencarian foto lama diganti pendataan bersama PKK.
wilayah kel-01-04 26/14 | isi: ya -> tidak | diterima: … -> 2025-03-05
nilai 26/14 | nilai: 3 -> 2.75 | catatan: - -> Satu foto ternyata dari kelurahan lain.
kegiatan R45 | status: belum -> berjalan | realisasi: 0 -> 18
keputusan baru K1-10 | rapat: kota-contoh-1 | keputusan: Mencari foto taman bermain kelurahan tahun 2024
  | klaster: kelana_dekela | indikator: 26 | pertanyaan: 14 | opd: kelurahan | tenggat: 2025-03-07
  | hasil: Diganti pendataan bersama kader PKK. | status: batal | tanggal_status: 2025-03-05
"""
