from kla_lib.data.bentuk import ISI_KETERANGAN, JENIS_CELAH, STATUS_DOKUMEN, TABEL, TAHAP
from tests.pembantu.buku_uji import BERKAS, KOLOM


def test_the_book_has_the_tables_and_columns_of_the_contract() -> None:
    assert {b.lembar: b.berkas for b in TABEL} == BERKAS
    assert {b.lembar: " ".join(k.nama for k in b.kolom if not k.opsional) for b in TABEL} == KOLOM


def test_the_rows_of_a_table_are_told_apart_by_the_keys_of_the_contract() -> None:
    assert {b.lembar: " ".join(b.kunci) for b in TABEL} == {
        "Keterangan": "kunci",
        "Penilaian": "tahap klaster indikator pertanyaan",
        "Data dukung": "id_dokumen",
        "Dokumen pertanyaan": "indikator pertanyaan id_dokumen",
        "Capaian": "terpilah kelompok ukuran wilayah tahun jenis_sumber",
        "Wilayah": "kode_wilayah indikator pertanyaan",
        "RAD": "id_kegiatan",
        "Tindak lanjut": "id_keputusan",
    }


def test_the_words_that_cells_choose_from_are_those_of_the_contract() -> None:
    assert TAHAP == ("em", "va", "vl", "vf")
    assert STATUS_DOKUMEN == ("lengkap", "kurang", "tidak_ada", "belum_diperiksa")
    assert JENIS_CELAH == ("dokumen_ada", "belum_diunggah", "masih_bisa_dibuat", "siklus_berikutnya")
    assert [k.nama for k in ISI_KETERANGAN if not k.opsional] == [
        "daerah",
        "tahun_evaluasi",
        "instrumen",
        "tahap_berjalan",
        "tanggal_data",
        "contoh",
        "sumber",
    ]
