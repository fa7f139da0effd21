"""Say, for every column that an office fills, what to write: the notes and examples of the template."""

from kla_lib.bahasa import _


def catatan_kolom() -> dict[str, dict[str, str]]:
    """Return the note of each column by sheet; a column without one explains itself."""
    return {
        "Keterangan": {
            "kunci": _("Jangan diubah."),
            "isi": _("Hanya tanggal_data yang perlu diisi: tanggal data dikumpulkan, TTTT-BB-HH."),
        },
        "Penilaian": {
            "indikator": _("Kode dari form; terkunci."),
            "pertanyaan": _("Kode dari form; terkunci."),
            "_pertanyaan": _("Ringkasan pertanyaannya."),
            "_maksimal": _("Poin paling banyak untuk pertanyaan ini."),
            "_peran": _("Penanggung jawab mengirim jawabannya; yang ikut melengkapi dokumennya."),
            "_diminta": _("Bukti yang diminta form. Dua tahun: tahun yang dinilai dan tahun sebelumnya."),
            "_sebelumnya": _("Nilai tahun lalu. Belum tentu berlaku tahun ini."),
            "nilai": _(
                "Poin dari 0 sampai maksimalnya, bukan persen. Tulis angka aslinya, misalnya 96 dari 100, di catatan. "
                "Kosong berarti belum diketahui; 0 hanya bila memang nol."
            ),
            "dikonfirmasi": _(
                "Nilai yang sudah terisi dari tahun lalu: pilih ya bila masih benar, atau ubah nilainya."
            ),
            "catatan": _("Penjelasan singkat. Jangan menulis nama, NIK, atau alamat anak."),
            "catatan_verifikator": _("Diisi dari hasil verifikasi."),
        },
        "Data dukung": {
            "id_dokumen": _("Nomor dokumen; terkunci. Pakai nomor ini di lembar Dokumen pertanyaan."),
            "judul": _("Judul seperti tertulis di dokumennya."),
            "jenis": _("Perda, SK, notulen, matriks, foto, dan sebagainya."),
            "opd": _("Kantor yang memegang dokumen ini."),
            "tahun_dokumen": _("Tahun isi dokumen, misalnya 2024."),
            "tahun_data": _("Tahun data yang dibuktikan dokumen ini, misalnya 2024; 2025."),
            "tanggal_dokumen": _("Tanggal dokumen. Berwarna bila sesudah tahun yang dinilai."),
            "status": _(
                "lengkap: siap diunggah. kurang: ada, belum lengkap. tidak_ada: belum ada. "
                "belum_diperiksa: ada, belum dilihat."
            ),
            "tautan": _("Tempat berkasnya: alamat atau nama folder."),
            "hash": _("Sidik berkas; boleh kosong."),
            "diperiksa_oleh": _("Jabatan pemeriksa."),
            "catatan": _("Apa yang kurang. Jangan menulis nama, NIK, atau alamat anak."),
            "tahun_ini": _("Memuat data tahun yang dinilai?"),
            "tahun_lalu": _("Memuat data tahun sebelumnya?"),
            "penyebut": _("Memuat jumlah seluruhnya, misalnya semua puskesmas?"),
            "tanda_tangan": _("Bertanda tangan dan berstempel?"),
            "terbaca": _("Terbaca jelas?"),
        },
        "Dokumen pertanyaan": {
            "indikator": _("Kode dari form."),
            "pertanyaan": _("Kode dari form."),
            "_pertanyaan": _("Ringkasan pertanyaannya."),
            "id_dokumen": _("Pilih nomor dari lembar Data dukung. Satu dokumen boleh dipakai untuk banyak pertanyaan."),
            "wajib": _("ya bila poinnya tidak bertahan tanpa dokumen ini."),
        },
        "Capaian": {
            "_indikator": _("Indikator yang diukur."),
            "ukuran": _("Apa yang diukur, dengan nama yang sama setiap tahun."),
            "satuan": _("persen, orang, kasus, dan sebagainya."),
            "jenis_sumber": _("survei, rutin (laporan berkala), atau administrasi."),
            "arah": _("naik_baik bila makin besar makin baik; turun_baik bila sebaliknya."),
            "_sebelumnya": _("Angka terakhir yang tercatat."),
            "nilai": _("Angka saja, tanpa tanda persen."),
            "pembilang": _("Bagian: berapa yang sudah."),
            "penyebut": _("Seluruhnya: dari berapa."),
            "target": _("Target tahun ini."),
            "sumber": _("Laporan atau pendataan asalnya."),
            "letak": _("Halaman atau tabel di sumber itu."),
            "terpilah": _("Kosong atau umum untuk semua anak; selain itu menurut apa angkanya dipilah."),
            "kelompok": _("Kelompok dari pilahan itu, misalnya perempuan, 0-5 tahun, atau disabilitas."),
        },
        "Wilayah": {
            "_pertanyaan": _("Ringkasan pertanyaannya."),
            "isi": _("ya atau tidak. Kosong berarti belum dijawab."),
            "diterima": _("Tanggal jawaban diterima."),
        },
        "RAD": {
            "id_kegiatan": _("Nomor kegiatan; terkunci."),
            "klaster": _("Klaster yang dilayani kegiatan ini."),
            "kegiatan": _("Satu kegiatan per baris. Baris yang dibiarkan kosong tidak dibaca."),
            "indikator": _("Kode dari form, bila kegiatannya menambah poin di sana."),
            "target": _("Berapa yang direncanakan, dalam satuan di kolom satuan."),
            "anggaran": _("Rupiah, angka saja."),
            "tenggat": _("Tanggal harus selesai."),
            "jenis_celah": _("dokumen_ada, belum_diunggah, masih_bisa_dibuat, atau siklus_berikutnya. Boleh kosong."),
            "realisasi": _("Yang sudah tercapai, dalam satuan di kolom satuan."),
            "status": _("belum, berjalan, terhambat, atau selesai."),
            "kendala": _("Apa yang menghambat."),
        },
        "Tindak lanjut": {
            "hasil": _("Apa yang sudah dikerjakan."),
            "status": _("belum, berjalan, terhambat, selesai, atau batal."),
        },
    }


def contoh_baris() -> dict[str, dict[str, str]]:
    """Return an example of a filled row by sheet; it stands above the header and is never read."""
    return {
        "Penilaian": {
            "indikator": "12",
            "pertanyaan": "1",
            "_pertanyaan": _("Contoh pengisian"),
            "_maksimal": "3",
            "nilai": "2.5",
            "dikonfirmasi": "ya",
            "catatan": _("96 dari 100 persalinan di fasilitas kesehatan"),
        },
        "Data dukung": {
            "id_dokumen": _("contoh-01"),
            "judul": _("SK Puskesmas Ramah Anak"),
            "jenis": "SK",
            "tahun_dokumen": "2024",
            "tahun_data": "2024; 2025",
            "tanggal_dokumen": "2024-03-18",
            "status": "kurang",
            "tautan": _("folder KLA/12"),
            "catatan": _("Lampiran belum bertanda tangan"),
            "tahun_ini": "ya",
            "tanda_tangan": "tidak",
        },
        "Dokumen pertanyaan": {
            "indikator": "12",
            "pertanyaan": "1",
            "_pertanyaan": _("Contoh pengisian"),
            "id_dokumen": _("contoh-01"),
            "wajib": "ya",
        },
        "Wilayah": {"nama": _("Contoh pengisian"), "isi": "ya", "diterima": "2025-01-30"},
        "Capaian": {"ukuran": _("Contoh pengisian"), "nilai": "93.5", "pembilang": "935", "penyebut": "1000"},
    }
