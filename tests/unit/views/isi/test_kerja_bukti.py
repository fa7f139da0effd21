"""What came in and what did not: documents, areas, offices, conflicts, the verifier's remarks."""

from pathlib import Path

from kla_lib.notebook import (
    kalimat_dokumen,
    kalimat_pemulihan,
    kalimat_wilayah,
    tabel_bentrok,
    tabel_capaian_tertua,
    tabel_dokumen,
    tabel_kelengkapan_opd,
    tabel_pemulihan,
    tabel_sesudah_tahun,
    tabel_tak_pulih,
    tabel_unggah,
    tabel_wilayah,
    tabel_wilayah_pertanyaan,
)
from kla_lib.views.isi.celah import lembar_celah
from kla_lib.views.isi.dokumen import lembar_unggah
from kla_lib.views.isi.kelengkapan import lembar_kelengkapan_opd
from kla_lib.views.isi.pemulihan import tabel_tentukan
from kla_lib.views.isi.triase import lembar_triase
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import NILAI, dokumen, jawaban, kaitan, kegiatan, muat_keadaan


def test_documents_of_a_later_year_are_listed_with_what_it_means() -> None:
    baris = tabel_sesudah_tahun(keadaan_contoh("kota-contoh-1")).teks.splitlines()[1:]
    assert [b.split(" ")[0] for b in baris] == ["D040", "D096", "D158"]
    assert all("tidak dihitung dalam siklus ini" in b for b in baris)


def test_a_late_signature_under_a_report_of_the_year_is_a_flag_and_no_loss(tmp_path: Path) -> None:
    lain = dokumen("D1", tanggal_dokumen="2025-01-15", tahun_ini="ya")
    k = muat_keadaan(tmp_path, NILAI, register=[lain], kait=[kaitan("D1", "4/5")])
    assert "ditandatangani belakangan, isinya tahun yang dinilai" in tabel_sesudah_tahun(k).teks


def test_a_shared_document_stands_under_each_of_its_questions(tmp_path: Path) -> None:
    k = muat_keadaan(tmp_path, NILAI, register=[dokumen("D1")], kait=[kaitan("D1", "4/5"), kaitan("D1", "4/1")])
    assert tabel_unggah(k).teks.splitlines()[1:] == [
        "4/1 | D1 | Dokumen D1 | lengkap | a.pdf | Disdukcapil | –",
        "4/5 | D1 | Dokumen D1 | lengkap | a.pdf | Disdukcapil | sudah dipakai di 4/1",
    ]


def test_the_register_shows_what_is_still_open(tmp_path: Path) -> None:
    register = [dokumen("D1", "kurang", tahun_ini="ya", penyebut="tidak"), dokumen("D2", "kurang", tautan=None)]
    k = muat_keadaan(tmp_path, NILAI, register=register, kait=[kaitan("D1", "4/1"), kaitan("D2", "4/5")])
    assert tabel_dokumen(k).teks.splitlines()[1:] == [
        "D2 | Dokumen D2 | Disdukcapil | 4/5 | 2 | kurang | data tahun yang dinilai, keterbacaan",
        "D1 | Dokumen D1 | Disdukcapil | 4/1 | – | kurang | data tahun sebelumnya, penyebut, keterbacaan",
    ]
    assert "1 dokumen sudah ada tetapi belum bertautan." in kalimat_dokumen(k).teks


def test_the_areas_that_sent_nothing_are_named() -> None:
    teks = kalimat_wilayah(keadaan_contoh("kota-contoh-1")).teks
    assert teks.startswith("10 dari 12 kecamatan dan 44 dari 56 kelurahan/desa sudah mengirim jawaban.")
    assert "Belum mengirim apa pun (kecamatan): Kecamatan Contoh 2, Kecamatan Contoh 10." in teks
    assert "memegang 100 poin" in teks


def test_a_share_shows_range_numerator_and_denominator() -> None:
    teks = tabel_wilayah_pertanyaan(keadaan_contoh("kota-contoh-1")).teks
    assert "25/2 | % kec. punya Forum Anak | kecamatan | 10 | 12 | 58 sampai 75 % (7 sampai 9 dari 12) | –" in teks
    assert "25/6 | % kec. tanpa perkawinan anak | sumber lain: Kantor Kementerian Agama, Disdukcapil" in teks


def test_of_a_reversed_question_a_yes_is_said_to_be_bad(tmp_path: Path) -> None:
    k = muat_keadaan(tmp_path, NILAI, wilayah=[jawaban("kec-1", "25/7a", "ya"), jawaban("kec-2", "25/7a", "tidak")])
    assert "50 % (1 dari 2) | ya berarti buruk: makin kecil makin baik" in tabel_wilayah_pertanyaan(k).teks


def test_a_small_count_of_an_area_is_never_shown(tmp_path: Path) -> None:
    k = muat_keadaan(tmp_path, NILAI, wilayah=[jawaban("kec-1", "25/7a", "3"), jawaban("kec-2", "25/7a", "0")])
    teks = tabel_wilayah_pertanyaan(k).teks
    assert "jumlah disamarkan (angka kecil)" in teks
    assert "jumlah 3" not in teks
    assert "Wilayah kec-1 | kecamatan | 1 |" in tabel_wilayah(k).teks


def test_offices_with_most_unmarked_questions_come_first() -> None:
    baris = tabel_kelengkapan_opd(keadaan_contoh("kota-contoh-1")).teks.splitlines()[1:]
    assert baris[0] == "Kesbangpol | 9 | 22 | 5 | 4 | 4 dari 9 | 2, 0 lengkap"
    belum = [int(b.split(" | ")[1]) - int(b.split(" | ")[3]) for b in baris]
    assert belum == sorted(belum, reverse=True)


def test_of_areas_the_page_counts_how_many_delivered_a_file() -> None:
    from dataclasses import replace

    import pandas as pd

    k = keadaan_contoh("kota-contoh-1")
    kiriman = pd.DataFrame({"opd": ["kec-01", "kec-07", "dinas_kesehatan"]})
    baris = lembar_kelengkapan_opd(replace(k, buku=replace(k.buku, kiriman=kiriman))).baris
    isi = {b["opd"]: b["kiriman"] for b in baris}
    assert (isi["Kecamatan"], isi["Dinas Kesehatan"], isi["DP3A"]) == ("2 dari 12", "sudah", "belum")


def test_the_oldest_figure_is_the_newest_of_its_measure() -> None:
    baris = tabel_capaian_tertua(keadaan_contoh("kota-contoh-1")).teks.splitlines()
    assert baris[1] == "Prevalensi stunting | 2023 | 15,9 % | Survei status gizi nasional"
    assert not [b for b in berisi(baris) if b.startswith("Anak berakta kelahiran | 2021")]


def test_a_hidden_count_stays_hidden_among_the_oldest() -> None:
    teks = tabel_capaian_tertua(keadaan_contoh("kota-bekasi"), 100).teks
    assert "disamarkan (angka kecil)" in teks


def test_conflicts_show_every_content_with_its_file_and_cell(tmp_path: Path) -> None:
    from dataclasses import replace

    import pandas as pd

    k = muat_keadaan(tmp_path, NILAI)
    assert "belum diketahui" in tabel_bentrok(k).teks
    kolom = ["lembar", "kunci", "kolom", "opd", "isi", "berkas", "sel"]
    isi = [
        ["Penilaian", "em 4/5", "nilai", "disdukcapil", "2", "disdukcapil.xlsx", "E17"],
        ["Penilaian", "em 4/5", "nilai", "dinas_pppa", None, "dp3a.xlsx", "E9"],
    ]
    ada = replace(k, buku=replace(k.buku, bentrok=pd.DataFrame(isi, columns=kolom)))
    assert tabel_bentrok(ada).teks.splitlines()[1] == (
        "Penilaian: em 4/5 | nilai | 2 (Disdukcapil, disdukcapil.xlsx E17); kosong (DP3A, dp3a.xlsx E9)"
    )
    kosong = replace(k, buku=replace(k.buku, bentrok=pd.DataFrame([], columns=kolom)))
    assert tabel_bentrok(kosong).teks == "Tidak ada isian kantor yang bertentangan."


def test_mode_two_days_says_range_hours_and_what_is_left_out(tmp_path: Path) -> None:
    k = muat_keadaan(
        tmp_path,
        NILAI,
        ["em", "klaster_1", "4", "4", 4],
        ["em", "klaster_1", "4", "6", 2],
        ["va", "klaster_1", "4", "5", 1, None, None, "Matriks belum ada"],
        ["va", "klaster_1", "4", "4", 1, None, None, "SOP?"],
        ["va", "klaster_1", "4", "6", 0, None, None, "MoU belum ada"],
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "4/5")],
        rad=[kegiatan("R1", "4/6", "siklus_berikutnya")],
    )
    teks = kalimat_pemulihan(k).teks
    assert teks.startswith("Dari nilai verifikasi administrasi (VA), 1 sampai 4 poin masih bisa dipulihkan.")
    assert "1 catatan tidak bisa diperbaiki dalam 48 jam dan tidak dihitung." in teks
    assert "1 catatan belum ditentukan jenis celahnya; hanya dihitung di ujung atas." in teks
    assert "dokumen ada, perlu dicari atau dilengkapi 4 jam" in teks
    assert tabel_pemulihan(k).teks.splitlines()[1:] == [
        "4/5 | 1 | 4 | Matriks belum ada | dokumen ada, perlu dicari atau dilengkapi | D1 Dokumen D1 | Disdukcapil"
    ]
    assert tabel_tak_pulih(k).teks.splitlines()[1].startswith("4/6 | 2 | – | MoU belum ada | baru siklus berikutnya")
    assert tabel_tentukan(k).teks.splitlines()[1:] == [
        "4/4 | 3 | SOP? | – | Bila dokumennya ada: catat di lembar Data dukung dan Dokumen pertanyaan. "
        "Bila tidak: tulis jenis_celah untuk 4/4 di lembar RAD. | Disdukcapil"
    ]


def test_where_a_document_is_absent_its_status_or_the_plan_can_tell_the_kind_of_gap(tmp_path: Path) -> None:
    va = ["va", "klaster_1", "4", "5", 1, None, None, "Matriks?"]
    k = muat_keadaan(tmp_path, NILAI, va, register=[dokumen("D1", "tidak_ada")], kait=[kaitan("D1", "4/5")])
    assert tabel_tentukan(k).teks.splitlines()[1] == (
        "4/5 | 1 | Matriks? | D1 Dokumen D1 | Bila dokumennya ternyata ada: ubah statusnya di lembar Data dukung. "
        "Bila tidak: tulis jenis_celah untuk 4/5 di lembar RAD. | Disdukcapil"
    )


def test_a_remark_on_a_whole_indikator_asks_for_the_question_that_is_meant(tmp_path: Path) -> None:
    k = muat_keadaan(tmp_path, NILAI, ["va", "klaster_1", "4", None, 1, None, None, "Kurang"])
    assert "tanyakan pertanyaan mana" in tabel_tentukan(k).teks


def test_a_list_names_the_responsible_office_and_all_others_apart() -> None:
    k = keadaan_contoh("kota-contoh-1")
    for lembar in (lembar_triase(k), lembar_celah(k), lembar_unggah(k)):
        assert [j.judul for j in lembar.kolom if j.kunci in ("utama", "ikut")] == ["Penanggung jawab", "Ikut"]
        banyak = [b for b in lembar.baris if b["ikut"] and b["ikut"].count(", ") > 3]
        assert banyak
        assert not [b for b in berisi(lembar.baris) if "lainnya" in (b["ikut"] or "")]
        assert not [b for b in berisi(lembar.baris) if b["utama"] in (b["ikut"] or "").split(", ")]
    baris = {b["kode"]: (b["utama"], b["ikut"]) for b in lembar_triase(k).baris}
    assert baris["4/5"] == ("Disdukcapil", "DP3A")
