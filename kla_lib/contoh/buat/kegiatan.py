"""List the actions of the example city's RAD and the decisions of an earlier meeting, two lines each.

KEGIATAN   status | celah | klaster or question | opd | pilar | kegiatan
           > realisasi/target satuan | juta rupiah | sumber dana | mulai | tenggat | butuh | bentrok | kendala

KEPUTUSAN  status | klaster | question | opd | tenggat | tanggal status | keputusan
           > hasil
"""

KEGIATAN = """
berjalan|unggah|1/2f|bagian_hukum|pemerintah|Menomori dan mengunggah Surat Edaran Pencegahan Perkawinan Anak
> 0/1 dokumen|0|APBD|2025-01-20|2025-02-28|||
terhambat|nanti|1/2g|bagian_hukum|pemerintah|Menetapkan Perwal Pusat Pembelajaran Keluarga
> 0/1 dokumen|35|APBD|2024-06-03|2025-09-30|||Menunggu fasilitasi provinsi.
belum|ada|1/3z|bappeda|pemerintah|Menandatangani rekapitulasi anggaran klaster V tahun 2024
> 0/1 dokumen|0|APBD|2025-01-13|2025-02-05|||
berjalan|ada|2/2|dinas_pppa|pemerintah|Mengumpulkan sertifikat KHA anggota Gugus Tugas dari tiap kantor
> 9/30 sertifikat|1.5|APBD|2024-11-25|2025-01-31|||
terhambat|ada|3/3|dunia_usaha|dunia_usaha|Menyerahkan laporan penyaluran CSR untuk anak tahun 2024
> 2/5 laporan|0|CSR|2024-12-02|2025-03-07|||Perusahaan belum menunjuk penghubung.
selesai|-|kelembagaan|dinas_kominfo|media|Siaran bulanan hak anak bersama radio kota
> 12/12 siaran|60|APBD|2024-01-08|2024-12-20|||
selesai|-|2/5|bappeda|pemerintah|Monitoring dan evaluasi RAD KLA dua kali setahun
> 2/2 kali|45|APBD|2024-06-03|2024-12-13|||
berjalan|buat|4/5|disdukcapil|pemerintah|Menyusun matriks pelatihan KHA petugas pencatatan 2023-2024
> 1/2 dokumen|2|APBD|2025-01-20|2025-03-14|||
berjalan|unggah|5/6|dinas_perpustakaan|pemerintah|Mengunggah sertifikat KHA petugas layanan informasi anak
> 4/10 sertifikat|0|APBD|2025-01-20|2025-03-07|||
terhambat|buat|5/8|dinas_kominfo|pemerintah|Melengkapi lampiran MoU layanan Informasi Layak Anak 2024
> 1/3 lampiran|3|APBD|2024-12-09|2025-03-21|||Pimpinan pihak kedua berganti.
belum|buat|5/9|dinas_perpustakaan|pemerintah|Menulis uraian inovasi Informasi Layak Anak 2024
> 0/1 dokumen|1|APBD|2025-02-17|2025-03-21|R10||
berjalan|unggah|6/5|forum_anak|masyarakat|Mengunggah laporan lokakarya Forum Anak bersama dunia usaha dan media
> 1/2 laporan|0|Swadaya|2025-01-13|2025-03-07|||
belum|buat|6/7|forum_anak|masyarakat|Menulis inovasi kotak suara anak di sekolah tahun 2024
> 0/1 dokumen|1|Swadaya|2025-02-10|2025-03-14|||
berjalan|nanti|5/5|dinas_kominfo|media|Kampanye internet aman bagi anak di media lokal
> 1/6 tayangan|75|APBD|2025-01-06|2025-10-31|||
berjalan|buat|7/3|kemenag|pemerintah|Menyusun matriks inovasi pencegahan perkawinan anak 2024
> 0/1 dokumen|1.5|APBN|2025-01-20|2025-03-14|R01, R16||
berjalan|buat|7/1|pengadilan_agama|pemerintah|Merekap dispensasi kawin 2023-2024 menurut penyebab
> 1/2 dokumen|0|APBN|2025-01-13|2025-02-28|||
belum|buat|8/2|dinas_pppa|pemerintah|Melengkapi matriks keluarga terlayani 2023-2024 menurut bulan
> 0/4 lembaga|4|APBD|2025-02-17|2025-03-21|R18||
berjalan|-|klaster_2|dinas_sosial|pemerintah|Mencocokkan data layanan LK3, BKB, BKR, dan Puspaga
> 2/4 lembaga|6|APBD|2025-01-06|2025-02-28|||
belum|ada|10/6|dinas_sosial|pemerintah|Mengumpulkan foto inovasi asuh keluarga tahun 2024
> 0/6 foto|0|APBD|2025-01-06|2025-02-03|||
belum|ada|11/4|dinas_lingkungan_hidup|pemerintah|Menulis keterangan foto perbaikan taman bermain 2024
> 0/8 foto|0|APBD|2025-02-10|2025-03-07|||
belum|nanti|11/6|dinas_perhubungan|pemerintah|Melatih petugas Rute Aman Selamat Sekolah tentang KHA
> 0/40 petugas|48|APBD|2025-05-05|2025-08-29|||
selesai|-|11/1|dinas_pariwisata|pemerintah|Memasang papan aturan ramah anak di ruang bermain
> 14/14 tempat|28|APBD|2024-04-01|2024-09-27|||
belum|ada|11/7|dinas_perhubungan|pemerintah|Menulis uraian inovasi Rute Aman Selamat Sekolah 2024
> 0/1 dokumen|1|APBD|2025-02-10|2025-03-14|||
berjalan|ada|13/6|dinas_kesehatan|pemerintah|Menulis keterangan foto dapur sehat kelurahan 2024
> 5/12 foto|0|APBD|2025-01-20|2025-02-28|||
terhambat|buat|14/5|dinas_kesehatan|pemerintah|Mendata seluruh perkantoran sebagai penyebut ruang ASI
> 60/210 kantor|5|APBD|2024-10-07|2025-02-28|||Data gedung swasta belum ada.
berjalan|buat|14/6|dunia_usaha|dunia_usaha|Mendata ruang ASI di pusat perbelanjaan dan stasiun
> 7/18 tempat|8|CSR|2025-01-06|2025-03-14|R25||
belum|ada|16/8|dinas_pekerjaan_umum|pemerintah|Menulis uraian inovasi sanitasi kelurahan tahun 2024
> 0/1 dokumen|1|APBD|2025-01-06|2025-02-05|||
berjalan|ada|17/5|bapenda|pemerintah|Merekap reklame rokok yang diturunkan tahun 2024
> 30/44 reklame|2|APBD|2025-01-13|2025-03-07|||
berjalan|unggah|17/7|satpol_pp|pemerintah|Mengunggah perpanjangan MoU Kawasan Tanpa Rokok
> 1/3 dokumen|0|APBD|2025-01-27|2025-03-07|||
selesai|-|15/6|dunia_usaha|dunia_usaha|Membangun ruang bermain di dua puskesmas
> 2/2 puskesmas|150|CSR|2024-03-04|2024-10-31|||
terhambat|ada|19/2d|dinas_pendidikan|pemerintah|Meminta SK Satuan Pendidikan Ramah Anak SMA dan SMK dari provinsi
> 21/58 sekolah|0|APBD|2024-11-25|2025-01-31|||SMA dan SMK kewenangan provinsi.
berjalan|buat|19/8|dinas_pendidikan|pemerintah|Melengkapi laporan monitoring SRA lintas lembaga semester II 2024
> 1/2 laporan|4|APBD|2025-01-06|2025-03-14|||
belum|ada|20/8|kemenag|pemerintah|Menulis uraian inovasi Rumah Ibadah Ramah Anak 2024
> 0/1 dokumen||APBN|2025-02-17|2025-03-21|||
selesai|-|klaster_4|dinas_pemuda_olahraga|pemerintah|Liga anak antarkelurahan
> 56/56 kelurahan|220|APBD dan sponsor|2024-06-03|2024-11-29|||
belum|buat|21A/6|uptd_ppa|pemerintah|Melengkapi uraian dan dasar hukum inovasi pelaporan kekerasan lewat sekolah
> 0/2 dokumen|6|APBD|2025-02-10|2025-03-21|||
berjalan|unggah|21A/8|uptd_ppa|pemerintah|Mengunggah sertifikat KHA dan manajemen kasus petugas layanan 2023-2024
> 14/46 sertifikat|1.5|APBD|2024-12-02|2025-03-14|||
berjalan|buat|22A/2|bnn|pemerintah|Menggabungkan matriks kemitraan layanan anak korban NAPZA
> 2/5 lembaga|3|APBN|2025-01-13|2025-03-21|||
selesai|-|22B/2|bpbd|pemerintah|Latihan peringatan dini bencana di sekolah
> 40/40 sekolah|95|APBD|2024-02-05|2024-10-25|||
belum|nanti|24B/3|kesbangpol|pemerintah|Menyusun SOP penanganan anak korban stigma
> 0/1 dokumen|12|APBD|2025-04-07|2025-07-31|||
berjalan|ada|24A/6|kejaksaan|pemerintah|Melengkapi laporan bantuan hukum semester II tahun 2024
> 1/2 laporan||APBN|2025-01-13|2025-03-07|||
selesai|-|24A/1|kepolisian|pemerintah|Merekap diversi tingkat penyidikan 2023-2024
> 2/2 dokumen|0|APBN|2024-11-04|2025-01-17|||
selesai|-|21C/5|dinas_tenaga_kerja|pemerintah|Menandatangani MoU penarikan pekerja anak dengan asosiasi pengusaha
> 1/1 dokumen|10|APBD|2024-05-06|2024-10-31|||
berjalan|ada|25/11|kecamatan|pemerintah|Mengirim foto dan matriks Kawasan Tanpa Rokok dari empat kecamatan tersisa
> 8/12 kecamatan|0|APBD|2024-12-02|2025-01-24|||
belum|ada|26/14|kelurahan|pemerintah|Mencari foto taman bermain kelurahan tahun 2024
> 12/56 kelurahan|0|Dana kelurahan|2025-02-10|2025-03-07||R45|
belum|buat|26/14|kelurahan|masyarakat|Mendata taman bermain tahun 2024 bersama kader PKK
> 0/56 kelurahan|14|Dana kelurahan|2025-02-10|2025-03-21||R44|
selesai|-|26/15|kelurahan|masyarakat|Mengaktifkan PATBM di kelurahan
> 44/44 kelurahan|176|Dana kelurahan|2024-02-05|2024-12-13|||
"""

KEPUTUSAN = """
selesai|kelembagaan|2/3|dinas_pppa|2024-12-13|2024-12-11|Menjadwalkan rapat Gugus Tugas KLA per klaster
> Empat sesi disepakati untuk Februari 2025.
berjalan|kelembagaan|2/2|dinas_pppa|2025-01-31|2025-02-04|Mengumpulkan sertifikat KHA seluruh anggota Gugus Tugas
> Baru 9 dari 30 sertifikat.
belum|kelembagaan|1/3z|bappeda|2025-01-31|2025-02-03|Menandatangani rekapitulasi anggaran klaster V
> Kolom realisasi masih kosong.
selesai|klaster_1|4/3|disdukcapil|2024-12-20|2024-12-18|Menyerahkan rekapitulasi KIA 2023-2024 beserta jumlah anak
> Sudah diunggah dan diperiksa.
berjalan|klaster_2|7/1|pengadilan_agama|2025-02-14|2025-02-05|Menyerahkan rekap dispensasi kawin 2023-2024
> Tahun 2023 sudah diterima.
selesai|klaster_3|13/3|dinas_kesehatan|2024-12-20|2024-12-19|Memisahkan angka stunting rutin dari angka survei
> Dua deret ditulis terpisah di lembar Capaian.
belum|klaster_3|14/5|dinas_kesehatan|2025-01-31|2025-02-03|Mendata seluruh perkantoran sebagai penyebut ruang ASI
> Menunggu data gedung swasta.
batal|klaster_4|20/1|dinas_pendidikan|2025-01-17|2024-12-16|Menambah satu Pusat Kreativitas Anak sebelum akhir 2024
> Waktu tidak cukup; dipindahkan ke RAD 2025.
berjalan|klaster_5|21A/8|uptd_ppa|2025-03-14|2025-02-06|Mengunggah sertifikat petugas layanan 2023-2024
> Baru 14 dari 46 petugas.
berjalan|kelana_dekela|25/11|kecamatan|2025-01-24|2025-02-05|Mengirim data Kawasan Tanpa Rokok dari setiap kecamatan
> Delapan dari dua belas kecamatan sudah mengirim.
"""
