"""List the documents of the example city, one per line under the role of its office.

    status | jenis | tahun | judul | questions that it serves

status: L lengkap, K kurang, T tidak_ada, B belum_diperiksa.  A question with
"?" is served as an extra that the form does not require.  A line that begins
with ">" is the note of the document above it; after "|" it names the items of
the checklist that the note reports as absent.
"""

DAFTAR = """
[bagian_hukum]
L|Perda|2023|Perda Nomor 4 Tahun 2023 tentang Penyelenggaraan Kota Layak Anak|1/1
L|Perda|2023|Perda Nomor 9 Tahun 2023 tentang Kawasan Tanpa Rokok|1/2q 17/1? 17/2
L|Perwal|2023|Perwal Nomor 27 Tahun 2023 tentang Percepatan Kepemilikan Akta Kelahiran dan KIA|1/2a 4/4?
L|Perwal|2024|Perwal Nomor 8 Tahun 2024 tentang Forum Anak Kota|1/2d 6/1?
L|Perwal|2023|Perwal Nomor 31 Tahun 2023 tentang Percepatan Penurunan Stunting|1/2m
L|Perwal|2024|Perwal Nomor 15 Tahun 2024 tentang Pelindungan Anak dari Kekerasan dan Eksploitasi|1/2u
L|Perwal|2023|Perwal Nomor 40 Tahun 2023 tentang Wajib Belajar 12 Tahun|1/2r 18/1?
K|Surat edaran|2024|Surat Edaran Wali Kota tentang Pencegahan Perkawinan Anak|1/2f
> Salinan belum bernomor dan belum bertanda tangan. | tanda_tangan
B|Surat edaran|2024|Surat Edaran Wali Kota tentang Larangan Mempekerjakan Anak|1/2v
B|Perwal|2023|Perwal Nomor 36 Tahun 2023 tentang Air Minum dan Sanitasi Rumah Tangga|1/2p
T|Perwal|2024|Perwal tentang Pusat Pembelajaran Keluarga|1/2g
> Rancangan selesai dibahas, belum ditetapkan.
[bappeda]
L|Laporan|2024|Rekapitulasi anggaran KLA 2024 bertanda tangan Bappelitbangda|1/3a 1/3b 1/3c 1/3e 1/3j 1/3q 1/3t 1/3v
K|Laporan|2024|Rekapitulasi anggaran klaster V tahun 2024|1/3y 1/3z 1/3za 1/3zb
> Belum ditandatangani Bappelitbangda; kolom realisasi kosong. | tanda_tangan
L|Notulen|2023|Notulen penjaringan pandangan Forum Anak untuk Ranperda KLA|1/4
L|Matriks|2024|Matriks usulan Forum Anak dalam Musrenbang dan tindak lanjutnya 2023-2024|6/2
L|SK|2023|SK Forum Dunia Usaha Peduli Anak Kota Contoh|3/2
K|Laporan|2024|Laporan kegiatan Forum Dunia Usaha Peduli Anak tahun 2024|3/3
> Memuat 2 dari 5 kegiatan; bukti penyaluran belum dilampirkan.
T|Surat edaran|2024|Surat larangan menerima CSR perusahaan rokok|17/6
> Belum dibuat; baru disampaikan lisan dalam rapat.
[dinas_pppa]
L|DPA|2024|DPA DP3A tahun anggaran 2024|1/3a? 1/3b? 1/3c? 1/3d 1/3h
L|SK|2023|SK Wali Kota tentang Gugus Tugas KLA 2023-2026 beserta susunannya|2/1
K|Sertifikat|2024|Sertifikat pelatihan KHA anggota Gugus Tugas KLA|2/2
> Baru 9 dari 30 sertifikat; nama kantor di tiga sertifikat tidak terbaca. | terbaca
L|Notulen|2024|Notulen rapat Gugus Tugas KLA per klaster tahun 2024|2/3 2/4?
B|Daftar hadir|2024|Daftar hadir rapat Gugus Tugas KLA tahun 2024|2/3?
L|Perwal|2023|Rencana Aksi Daerah KLA 2023-2026|2/4
L|Matriks|2024|Matriks monitoring dan evaluasi RAD KLA tahun 2024|2/5
L|Laporan|2024|Profil Anak Kota Contoh tahun 2024|2/6
L|Foto berketerangan|2024|Foto media KIE dan publikasi KLA tahun 2024|2/7
L|Matriks|2024|Matriks kemitraan lembaga masyarakat, media, dan dunia usaha tahun 2024|3/1a 3/1b 3/1c 3/1d 3/1e 3/1f
L|SK|2023|SK Pengurus Forum Anak Kota Contoh 2023-2025|6/1
L|Laporan|2024|Laporan kegiatan Forum Anak sebagai Pelopor dan Pelapor tahun 2024|6/3
L|Sertifikat|2023|Sertifikat pelatihan KHA pengurus Forum Anak|6/4
L|Notulen|2024|Notulen koordinasi fasilitator dan pengurus Forum Anak|6/6
B|Laporan|2024|Laporan lokakarya Forum Anak bersama dunia usaha dan media|6/5
L|SK|2023|SK Wali Kota tentang Puspaga Kota Contoh|8/1 8/3
K|Matriks|2024|Matriks keluarga terlayani Puspaga, LK3, BKB, dan BKR 2023-2024|8/2
> Kolom tahun 2023 kosong; jumlah per bulan belum dipisah. | tahun_lalu
L|Foto berketerangan|2024|Foto promosi layanan Puspaga di kelurahan|8/4
K|Sertifikat|2024|Sertifikat pelatihan KHA konselor Puspaga|8/5
> Dua dari enam sertifikat tidak bertanggal. | tahun_ini
L|MoU|2023|MoU Puspaga dengan perguruan tinggi dan organisasi profesi|8/6
L|Sertifikat|2024|Sertifikat RBRA Taman Contoh|11/2 11/3?
K|Sertifikat|2025|Sertifikat pelatihan KHA pengelola RBRA|11/3
> Pelatihan baru dilaksanakan Januari 2025, sesudah tahun yang dievaluasi. | tahun_ini
L|SK|2024|SK lembaga layanan perlindungan anak terstandar|21A/7a
K|Laporan|2024|Laporan partisipasi dan apresiasi anak penyandang disabilitas|23A/4
> Foto kegiatan belum berketerangan.
B|Laporan|2024|Laporan layanan bagi anak kelompok minoritas dan terisolasi|23A/5
T|SOP|2024|SOP konsultasi keluarga bagi anak dengan perilaku sosial menyimpang|23B/2
> Layanan berjalan tanpa SOP tertulis.
L|Matriks|2024|Matriks Forum Anak kecamatan dan kelurahan beserta SK|25/2 26/4
L|Laporan|2024|Rekapitulasi konsultasi keluarga di kecamatan dan kelurahan tahun 2024|25/10 26/11
L|SK|2023|SK mekanisme pencegahan dan respons kekerasan di kecamatan|25/4
[disdukcapil]
L|DPA|2024|DPA Disdukcapil tahun anggaran 2024|1/3e?
L|Matriks|2024|Matriks anak diregistrasi dan berakta kelahiran 2023-2024 menurut kecamatan|4/1 4/2 26/6
L|Laporan|2024|Rekapitulasi KIA 2023-2024 beserta jumlah anak|4/3
L|SOP|2023|SOP jemput bola akta bagi anak panti, anak jalanan, dan anak penyandang disabilitas|4/4
K|Sertifikat|2024|Sertifikat pelatihan KHA petugas pencatatan sipil|4/5
> Baru 3 dari 11 petugas; matriks pelatihan belum dibuat.
L|MoU|2023|MoU akta kelahiran dengan rumah sakit, puskesmas, dan sekolah|4/6 3/1b?
B|Foto berketerangan|2024|Foto layanan akta di ruang bersalin|4/7
[dinas_kominfo]
B|DPA|2024|DPA Diskominfo tahun anggaran 2024|1/3g
L|Laporan|2024|Laporan layanan Informasi Layak Anak tahun 2024|5/3 5/5
K|MoU|2024|MoU layanan Informasi Layak Anak antarperangkat daerah|5/8
> Ditandatangani satu pihak saja; ruang lingkup belum dilampirkan. | tanda_tangan
[dinas_perpustakaan]
L|Matriks|2024|Matriks lembaga layanan informasi anak dan fasilitasnya|5/1 26/10
L|Sertifikat|2023|Sertifikat PISA Perpustakaan Kota Contoh|5/2
L|Foto berketerangan|2024|Foto perpustakaan keliling di panti dan LPKS|5/4
B|Sertifikat|2024|Sertifikat pelatihan KHA petugas layanan informasi anak|5/6
L|Sertifikat|2024|Sertifikat ramah anak petugas PISA|5/7
[kemenag]
L|Matriks|2024|Matriks data dan penyebab perkawinan anak 2023-2024|7/1 25/6 26/7
L|Laporan|2024|Laporan Gerakan Cegah Perkawinan Anak tahun 2024|7/2
B|Foto berketerangan|2024|Foto kelas calon pengantin di KUA|7/2? 7/3
L|SK|2024|SK Rumah Ibadah Ramah Anak|20/2
K|Sertifikat|2024|Sertifikat pelatihan KHA pengelola RIRA|20/4
> Foto kegiatan belum berketerangan; daftar peserta belum ada.
[pengadilan_agama]
B|Laporan|2024|Rekapitulasi dispensasi kawin 2023-2024|7/1?
[dinas_sosial]
L|DPA|2024|DPA Dinas Sosial tahun anggaran 2024|1/3m
L|Matriks|2024|Matriks LKSA, pesantren, sekolah berasrama, dan daycare|10/1
L|Sertifikat|2023|Sertifikat akreditasi LKSA|10/2
K|SOP|2024|SOP dukungan proses adopsi|10/3
> Belum ditetapkan kepala dinas. | tanda_tangan
L|Sertifikat|2024|Sertifikat pelatihan KHA pengasuh LKSA|10/4
L|MoU|2024|MoU pengasuhan alternatif dengan dunia usaha dan organisasi masyarakat|10/5
T|Foto berketerangan|2024|Foto inovasi asuh keluarga|10/6
> Kegiatan berjalan, foto belum pernah diambil.
L|SK|2023|SK lembaga layanan anak penyandang disabilitas|23A/1
K|SOP|2024|SOP pengasuhan anak penyandang disabilitas yang kehilangan orang tua|23A/2
> Lampiran alur rujukan belum ada.
T|Laporan|2024|Laporan program terpadu perilaku sosial menyimpang|23B/1
> Belum disusun.
[dinas_pendidikan]
L|DPA|2024|DPA Dinas Pendidikan tahun anggaran 2024|1/3l 1/3v? 1/3w
L|SK|2023|SK Gugus Tugas PAUD-HI|9/1 9/3?
K|Daftar hadir|2024|Daftar hadir pelatihan KHA pendidik PAUD-HI|9/2
> Sertifikat belum dilampirkan; jumlah seluruh pendidik belum ditulis. | penyebut
L|MoU|2024|MoU PAUD-HI dengan puskesmas dan dunia usaha|9/3
L|SK|2023|SK Tim Penanganan Anak Tidak Sekolah dan SOP|18/1
L|Laporan|2024|Laporan layanan pendidikan di lembaga pengasuhan alternatif|18/2
K|MoU|2024|MoU penanganan anak tidak sekolah dengan PKBM|18/3
> Matriks peran tiap lembaga belum ada.
L|SK|2024|SK Fasilitator Daerah Satuan Pendidikan Ramah Anak|19/1 19/8?
L|SK|2024|SK Satuan Pendidikan Ramah Anak jenjang TK sampai SMP|19/2a 19/2b 19/2c
K|Matriks|2024|Matriks Satuan Pendidikan Ramah Anak jenjang SMA, SMK, dan SLB|19/2d 19/2e
> Jumlah seluruh satuan pendidikan (penyebut) belum ada; SK provinsi belum dilampirkan. | penyebut
B|Laporan|2024|Laporan evaluasi mandiri Satuan Pendidikan Ramah Anak|19/3
L|Sertifikat|2024|Sertifikat pelatihan KHA pendidik dan tenaga kependidikan|19/4
L|Foto berketerangan|2024|Foto kampanye sekolah tanpa iklan rokok|19/5
L|MoU|2023|MoU Satuan Pendidikan Ramah Anak dengan puskesmas dan kepolisian|19/6 3/1e?
L|SOP|2023|SOP pengaduan dan penanganan kekerasan di satuan pendidikan|19/7
K|Laporan|2024|Laporan monitoring Satuan Pendidikan Ramah Anak lintas lembaga|19/8
> Baru semester I; lembaga yang ikut belum disebut. | tahun_ini
L|SK|2023|SK Pusat Kreativitas Anak|20/1
L|SK|2025|SK lembaga pengawas Pusat Kreativitas Anak|20/3
L|Laporan|2024|Laporan evaluasi PKA dan RIRA lintas lembaga|20/5
L|MoU|2024|MoU Pusat Kreativitas Anak dengan sanggar dan dunia usaha|20/6
[dinas_pariwisata]
L|Foto berketerangan|2024|Foto pentas anak di Pusat Kreativitas Anak|20/7 20/1?
L|Matriks|2024|Matriks kelompok seni dan olahraga anak di kelurahan|26/5
[dinas_pemuda_olahraga]
T|Laporan|2024|Laporan liga anak antarkelurahan|26/5?
> Ada kegiatannya, laporan belum dibuat.
[dinas_lingkungan_hidup]
L|Matriks|2024|Matriks ruang bermain anak yang dikelola perangkat daerah|11/1
K|Foto berketerangan|2024|Foto perbaikan taman bermain|11/4
> Foto tanpa tanggal dan tempat. | tahun_ini
[dinas_pekerjaan_umum]
L|Laporan|2024|Laporan akses air minum dan sanitasi layak 2023-2024 beserta upayanya|16/1 16/2 16/3 16/4 16/5
K|Laporan|2024|Laporan pengolahan lumpur tinja tahun 2024|16/6
> Belum menyebut jumlah rumah tangga yang dilayani. | penyebut
L|MoU|2023|MoU air minum dan sanitasi dengan perusahaan air minum|16/7
T|Foto berketerangan|2024|Foto jalur landai dan toilet ramah disabilitas di fasilitas umum|23A/3
> Dikerjakan 2024, foto belum dikumpulkan.
[dinas_perhubungan]
L|SK|2023|SK Rute Aman Selamat Sekolah|11/5
T|Sertifikat|2024|Sertifikat pelatihan KHA petugas Rute Aman Selamat Sekolah|11/6
> Pelatihan belum pernah diadakan.
[dinas_kesehatan]
L|DPA|2024|DPA Dinas Kesehatan tahun anggaran 2024|1/3p 1/3q? 1/3s 1/3t?
L|Laporan|2024|Laporan kesehatan ibu dan anak 2023-2024 dengan pembilang dan penyebut|12/1 12/2 12/3 12/4 12/5
L|MoU|2024|MoU penurunan kematian ibu dan bayi dengan rumah sakit dan organisasi profesi|12/6
L|Foto berketerangan|2024|Foto kelas ibu hamil keliling|12/7
L|Laporan|2024|Laporan e-PPGBM Agustus 2024 dengan jumlah balita diukur|13/1 13/2 13/3 25/7a? 25/7d?
L|SK|2023|SK Tim Asuhan Gizi Puskesmas|13/4
L|Matriks|2024|Matriks kemitraan penanganan masalah gizi|13/5 3/1d?
K|Foto berketerangan|2024|Foto dapur sehat kelurahan|13/6
> Keterangan tempat dan tahun belum ditulis. | tahun_ini
L|Laporan|2024|Rekapitulasi ASI eksklusif, IMD, dan MP-ASI 2023-2024|14/1 14/2 14/3 14/4
K|Matriks|2024|Matriks ruang ASI di perkantoran dan fasilitas umum|14/5 14/6
> Jumlah seluruh kantor dan fasilitas umum (penyebut) belum ada. | penyebut
L|Sertifikat|2023|Sertifikat konselor menyusui dan kader PMBA|14/7 14/8
L|MoU|2024|MoU pemberian makan bayi dan anak dengan dunia usaha|14/9
B|Foto berketerangan|2024|Foto inovasi dapur PMBA|14/10
L|SK|2023|SK Puskesmas Ramah Anak|15/1 1/2o
K|Notulen|2024|Notulen monitoring Puskesmas Ramah Anak|15/2
> Baru memuat satu puskesmas; lembaga lain belum ikut.
L|Sertifikat|2024|Sertifikat pelatihan KHA tenaga puskesmas 2023-2024|15/4
L|Laporan|2024|Laporan sosialisasi Kawasan Tanpa Rokok tahun 2024|17/1 25/11?
L|Foto berketerangan|2024|Foto Kawasan Tanpa Rokok di puskesmas, sekolah, dan fasilitas umum|17/3a 17/3b 17/3c 26/12?
B|Laporan|2024|Laporan layanan anak korban NAPZA dan anak dengan HIV|22A/1
[satpol_pp]
L|SK|2023|SK Satgas Kawasan Tanpa Rokok|17/4 26/12
K|MoU|2024|MoU pengawasan Kawasan Tanpa Rokok dengan pengelola gedung|17/7
> Masa berlaku habis Maret 2024; perpanjangan belum diunggah. | tahun_ini
[bapenda]
K|Surat edaran|2024|Surat Edaran penghentian izin reklame rokok|17/5
> Belum ada rekapitulasi reklame yang diturunkan.
[uptd_ppa]
L|SOP|2023|SOP layanan pengaduan, penjangkauan, dan pendampingan UPTD PPA|21A/1 21A/3? 21A/4a
L|Matriks|2024|Matriks program perlindungan khusus anak tahun 2024|21A/2 21A/3
L|Foto berketerangan|2024|Foto rumah aman dan kendaraan layanan|21A/5
K|Foto berketerangan|2024|Foto inovasi pelaporan kekerasan lewat sekolah|21A/6
> Uraian inovasi dan dasar hukumnya belum dilampirkan.
K|Sertifikat|2024|Sertifikat pelatihan KHA dan manajemen kasus petugas layanan|21A/8
> Baru 14 dari 46 petugas; sertifikat 2023 belum diunggah. | tahun_lalu
L|Matriks|2024|Matriks layanan anak korban kekerasan dan eksploitasi (jumlah saja)|21B/1
L|MoU|2023|MoU layanan terpadu anak korban kekerasan|21B/2 21A/4b?
[dinas_tenaga_kerja]
L|Matriks|2024|Matriks layanan anak yang ditarik dari pekerjaan (jumlah saja)|21C/1
K|SOP|2023|SOP pencegahan dan penanganan pekerja anak|21C/2 21C/4
> Alur pelaporan belum dilampirkan.
T|Notulen|2024|Notulen koordinasi pengawasan pekerja anak|21C/3
> Rapat tidak pernah dicatat.
L|MoU|2024|MoU penarikan pekerja anak dengan asosiasi pengusaha|21C/5
[bnn]
L|MoU|2024|MoU rehabilitasi anak korban NAPZA|22A/2 22A/1?
[bpbd]
L|Laporan|2024|Laporan pos ramah anak di lokasi bencana|22B/1
B|Foto berketerangan|2024|Foto latihan peringatan dini di sekolah|22B/2
L|MoU|2023|MoU penanganan anak korban bencana antarlembaga|22B/4
[kepolisian]
L|Matriks|2024|Matriks diversi tingkat penyidikan 2023-2024 (jumlah saja)|24A/1
B|Laporan|2024|Laporan ruang pemeriksaan khusus anak|24A/4
[kejaksaan]
L|Matriks|2024|Matriks diversi tingkat penuntutan dan pengadilan 2023-2024 (jumlah saja)|24A/2 24A/3
K|Laporan|2024|Laporan bantuan hukum bagi anak berhadapan dengan hukum|24A/6
> Baru semester I. | tahun_ini
[kesbangpol]
K|Laporan|2024|Laporan sosialisasi pencegahan radikalisme bagi pelajar|24B/2
> Daftar hadir dan foto belum dilampirkan.
T|SOP|2024|SOP penanganan anak korban stigma|24B/3
> Belum disusun.
[forum_anak]
B|Foto berketerangan|2024|Foto inovasi kotak suara anak di sekolah|6/7
[dunia_usaha]
T|Laporan|2024|Laporan penyaluran CSR untuk anak tahun 2024|3/3
> Perusahaan belum menyerahkan laporan.
[kecamatan]
K|Matriks|2024|Matriks Kawasan Tanpa Rokok kecamatan|25/11
> Empat dari dua belas kecamatan belum mengirim.
[kelurahan]
L|Matriks|2024|Matriks kebijakan dan anggaran kelurahan untuk anak|26/2 26/3
L|Laporan|2024|Rekapitulasi kegiatan PATBM kelurahan tahun 2024|26/15
K|Foto berketerangan|2025|Foto taman bermain kelurahan|26/14
> Foto diambil Januari 2025; cari foto tahun 2024. | tahun_ini
L|Laporan|2024|Rekapitulasi profil anak kelurahan|26/16
L|Laporan|2024|Laporan pendataan pekerja anak di kelurahan|26/18 26/17?
"""
