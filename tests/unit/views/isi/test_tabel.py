"""Tables and lists of a pack: the hand-out, the requests, the facts."""

import numpy as np
import pytest

from kla_lib.keadaan.fakta import fakta_paket, fakta_rapat
from kla_lib.notebook import load_paket
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.rules.form.merugikan import merugikan, mungkin_merugikan
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.views.isi.buku import isi_buku, periksa_buku, tabel_kelengkapan
from kla_lib.views.isi.permintaan import daftar_pengamanan, daftar_tambahan, permintaan_dokumen, permintaan_pertanyaan
from kla_lib.views.nilai.bahan import baris_bahan, tabel_bahan, tabel_klaster, tabel_pertanyaan
from kla_lib.views.nilai.dasar import baris_dasar
from kla_lib.views.rapat.sesi import tabel_sesi
from kla_lib.views.rupa.spanduk import teks_spanduk
from kla_lib.views.rupa.tampilan import Kolom, tabel
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS


def test_text_of_a_book_is_escaped() -> None:
    html = tabel("<i>", [Kolom("a", "A")], [{"a": "<script>alert(1)</script>"}], "").html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "<i>" not in html


def test_the_hand_out_has_one_row_per_indikator_in_the_order_of_the_form() -> None:
    baris = baris_bahan(load_paket("ogan-ilir-2024", "klaster_3"))
    assert [b["nomor"] for b in baris] == ["12", "13", "14", "15", "16", "17"]
    gizi = baris[1]
    assert gizi["nilai"] == "19,5/20"
    assert gizi["telah"].endswith("; dan 2 lainnya")
    assert gizi["belum"] == "–"
    assert baris[2]["belum"] == "% fasilitas umum ber-ruang ASI (0 dari 3 poin)"
    assert gizi["data"] == "lampiran untuk 1 pertanyaan"
    assert gizi["opd"] == "Dinkes"


def test_the_hand_out_has_the_columns_that_meetings_use() -> None:
    html = tabel_bahan(load_paket("ogan-ilir-2024", "klaster_3")).html
    kepala = [h.split("<")[0] for h in html.split('scope="col"')[1:]]
    assert [h.split(">")[1] for h in kepala] == [
        "No",
        "Indikator",
        "Nilai",
        "Telah dilaksanakan",
        "Belum dilaksanakan",
        "Data yang dibutuhkan",
        "Penanggung jawab",
    ]


def test_with_a_register_the_hand_out_names_the_documents_that_are_missing() -> None:
    baris = baris_bahan(load_paket("kota-contoh-1", "klaster_3"))
    assert "Foto dapur sehat kelurahan" in baris[1]["data"]


def test_every_question_of_a_klaster_is_listed() -> None:
    t = tabel_pertanyaan(load_paket("ogan-ilir-2024", "kelembagaan"))
    assert t.html.count("<tr>") == 78 + 1
    assert "1/2za" in t.html


def test_without_documents_the_requests_are_the_questions_with_most_points_left() -> None:
    keadaan = keadaan_contoh("ogan-ilir-2024")
    assert keadaan.hasil is not None
    semua = permintaan_pertanyaan(keadaan, keadaan.hasil.pertanyaan)
    assert [p.poin for p in semua] == sorted((p.poin for p in semua), reverse=True)
    assert semua[0].isi == "naikkan nilai: Forum Anak berperan 2P (Pelopor & Pelapor)"
    assert semua[0].rujukan == "6/3"
    assert semua[0].poin == 12
    assert all(p.poin > 0 for p in semua)


def test_with_documents_the_requests_are_the_documents_with_most_points() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    assert keadaan.hasil is not None
    assert keadaan.buku.data_dukung is not None
    semua = permintaan_dokumen(keadaan)
    lengkap = set(keadaan.buku.data_dukung.loc[keadaan.buku.data_dukung["status"] == LENGKAP, "judul"])
    assert [p.poin for p in semua] == sorted((p.poin for p in semua), reverse=True)
    assert not [p for p in semua if any(p.isi.endswith(judul) for judul in lengkap)]


def test_at_most_five_things_are_asked_with_office_points_and_deadline() -> None:
    t = daftar_pengamanan(load_paket("kota-contoh-1", "klaster_5"))
    assert t.html.count("<li>") == 5
    assert t.html.count("s.d. ") == 5


def test_without_points_nothing_is_asked() -> None:
    assert "tidak tersedia" in daftar_tambahan(load_paket("kota-bekasi", "klaster_1")).html


def test_points_per_klaster_show_share_and_what_is_left() -> None:
    teks = tabel_klaster(keadaan_contoh("ogan-ilir-2024")).teks
    assert "Klaster III · Kesehatan dan kesejahteraan | 136/150 | 91 % | belum dicatat | 14 poin" in teks


def test_the_sessions_are_listed_with_their_klaster() -> None:
    teks = tabel_sesi(keadaan_contoh("kota-contoh-1")).teks
    assert "Sesi 4 | 11 Februari 2025 pukul 15.00 | Aula utama | Klaster V · Perlindungan khusus" in teks


def test_a_clean_book_is_said_to_be_clean_and_absent_tables_unknown() -> None:
    assert periksa_buku(PARAMS, "ogan-ilir-2024").teks == "Tidak ada kesalahan dalam buku data."
    teks = isi_buku(keadaan_contoh("ogan-ilir-2024")).teks
    assert "Penilaian | 274 | terbaca" in teks
    assert "Data dukung | – | tidak ada: belum diketahui" in teks


def test_completeness_counts_questions_per_klaster() -> None:
    teks = tabel_kelengkapan(keadaan_contoh("ogan-ilir-2024")).teks
    assert "Klaster III · Kesehatan dan kesejahteraan | 47/47 | belum dicatat | Dinkes" in teks


def test_the_foundations_say_how_sure_the_rules_are() -> None:
    dasar = dict(baris_dasar(keadaan_contoh("ogan-ilir-2024")))
    assert dasar["Bukan nilai resmi"]
    assert "dinyatakan pejabat; naskah hukumnya belum dibaca" in dasar["Kategori"]
    assert "tanggalnya tidak dicatat" in dasar["Data"]
    assert "indikator 19, 21B" in dasar["Anggapan"]
    assert "19, 21B" not in dict(baris_dasar(keadaan_contoh("sumbawa-2022")))["Anggapan"]


@pytest.mark.parametrize(
    ("rapat", "kata"),
    [
        ("kota-contoh-1", ["Data buatan", "Data belum lengkap: 12 dari 274"]),
        ("kota-bekasi", ["capaian saja"]),
        ("ogan-ilir-2024", []),
    ],
)
def test_banners_warn_of_generated_and_incomplete_data(rapat: str, kata: list[str]) -> None:
    spanduk = teks_spanduk(keadaan_contoh(rapat))
    assert len(spanduk) == len(kata)
    for s, k in zip(spanduk, kata, strict=True):
        assert k in s


def test_every_fact_leads_to_the_row_that_holds_the_number() -> None:
    paket = load_paket("kota-contoh-1", "klaster_3")
    buku = paket.keadaan.buku
    tabel_asal = {"Penilaian": buku.penilaian, "Capaian": buku.capaian}
    berbaris = [f for f in fakta_paket(paket) if f["asal"]["baris"] is not None and f["nilai"] is not None]
    berbaris = [f for f in berbaris if f["asal"]["lembar"] in tabel_asal]
    assert len(berbaris) > 60
    for f in berbaris:
        assert tabel_asal[f["asal"]["lembar"]].loc[f["asal"]["baris"], "nilai"] == f["nilai"], f["id"]


def test_facts_are_sorted_and_their_ids_do_not_repeat() -> None:
    for isi in (fakta_paket(load_paket("kota-contoh-1", "klaster_5")), fakta_rapat(keadaan_contoh("kota-contoh-1"))):
        ids = [f["id"] for f in isi]
        assert ids == sorted(set(ids))
        assert set(isi[0]) == {"id", "nilai", "satuan", "tingkat", "kode", "asal"}


def test_a_hidden_count_is_a_fact_without_a_number() -> None:
    isi = {f["id"]: f["nilai"] for f in fakta_paket(load_paket("kota-bekasi", "klaster_5"))}
    assert isi["capaian:Kasus kekerasan anak: eksploitasi:kota-bekasi:2021:administrasi"] is None
    assert isi["capaian:Kasus kekerasan anak:kota-bekasi:2021:administrasi"] == 202


def test_a_reversed_question_says_which_answer_is_good() -> None:
    (kecamatan, _kelurahan) = baris_bahan(load_paket("kota-contoh-1", "kelana_dekela"))
    assert kecamatan["belum"] == "bebas dari: % kec. ada gizi lebih (belum dinilai)"


@pytest.mark.parametrize("rapat", ["kota-contoh-1", "kota-contoh-2", "ogan-ilir-2024"])
def test_no_office_is_asked_for_more_points_at_a_question_that_measures_harm(rapat: str) -> None:
    keadaan = keadaan_contoh(rapat)
    assert keadaan.hasil is not None
    soal = keadaan.hasil.pertanyaan
    rugi = np.array([merugikan(p) or mungkin_merugikan(p) for p in soal.itertuples(index=False)])
    tersisa = soal["nilai"].fillna(0) < soal["nilai_maksimal"]
    assert (tersisa & rugi).any()
    diminta = {p.rujukan for p in permintaan_pertanyaan(keadaan, soal)}
    assert diminta
    assert not diminta & set(kolom_kode(soal[rugi]))


def test_what_is_done_in_part_is_not_called_undone() -> None:
    for klaster in ("klaster_2", "klaster_3", "kelana_dekela"):
        paket = load_paket("kota-contoh-1", klaster)
        sebagian = set(paket.pertanyaan.loc[paket.pertanyaan["nilai"] > 0, "label"])
        for b in berisi(baris_bahan(paket)):
            assert not [label for label in sebagian if f"{label} (" in b["belum"]]


def test_a_document_that_nobody_looked_at_waits_for_us_and_not_for_its_office() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    assert keadaan.hasil is not None
    periksa = [p for p in permintaan_dokumen(keadaan) if p.isi.startswith("periksa ")]
    assert periksa
    assert {p.opd for p in periksa} == {"DP3A"}
    assert all(" dari " in p.isi for p in periksa)


def test_without_a_register_it_is_not_known_what_to_secure() -> None:
    assert "Dokumen belum dicatat" in daftar_pengamanan(load_paket("ogan-ilir-2024", "klaster_1")).html
