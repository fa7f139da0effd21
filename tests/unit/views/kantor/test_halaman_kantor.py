"""What the page of one office says: what is needed, what is not known, which questions it holds."""

from pathlib import Path

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.views.kantor.halaman import (
    daftar_kantor,
    kalimat_daftar,
    kalimat_kantor,
    kotak_obrolan,
    tabel_diminta,
    tabel_ikut,
    tabel_tanpa_kantor,
    tabel_utama,
)
from kla_lib.views.kantor.lembar import lembar_diminta, lembar_kegiatan, lembar_pertanyaan
from tests.pembantu.kantor_uji import janji, kebutuhan, muat_kantor
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import dokumen, kaitan, kegiatan

NILAI = ["em", "klaster_1", "4", "5", 2]


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def kecil(folder: Path, **lain: object) -> Keadaan:
    dasar = {"register": [dokumen("D1", "kurang", catatan="Tanpa penyebut.")], "kait": [kaitan("D1", "4/5")]}
    return muat_kantor(folder, NILAI, **(dasar | lain))  # type: ignore[arg-type]


def test_the_first_sentence_says_how_much_and_until_when(contoh: Keadaan) -> None:
    teks = kalimat_kantor(contoh, kebutuhan(contoh)["dinas_kesehatan"]).teks.splitlines()
    assert teks[0] == "Kita masih membutuhkan 13 hal, tenggat terdekat 28 Februari 2025."
    assert teks[1] == (
        "Yaitu 3 dokumen, dokumen untuk 3 pertanyaan, bukti untuk 5 pertanyaan, nilai 1 pertanyaan, "
        "dan kabar 1 keputusan rapat. "
        "18 poin yang sudah diisi menunggu dokumennya."
    )
    assert teks[2].startswith("Diundang ke Sesi 3. Waktu: 11 Februari 2025 pukul 13.00; tempat: Aula utama. ")
    assert teks[3].startswith("Sudah tercatat dan menunggu diperiksa: ")


def test_without_dates_the_sentence_says_that_none_is_set() -> None:
    keadaan = keadaan_contoh("ogan-ilir-2024")
    teks = kalimat_kantor(keadaan, kebutuhan(keadaan)["bagian_hukum"]).teks
    assert teks.startswith("Kita masih membutuhkan 1 hal; tenggatnya belum ditentukan.")
    assert "Dokumen belum dicatat dalam buku data" in teks


def test_without_marks_the_page_says_what_is_not_known_and_never_zero() -> None:
    keadaan = keadaan_contoh("kota-bekasi")
    k = kebutuhan(keadaan)["bapenda"]
    assert "Nilai per pertanyaan dan dokumennya belum dicatat" in kalimat_kantor(keadaan, k).teks
    baris = tabel_utama(keadaan, k).teks.splitlines()[1]
    assert baris.endswith("| belum dicatat | –")


def test_a_document_of_the_next_cycle_is_named_and_not_asked_for(contoh: Keadaan) -> None:
    k = kebutuhan(contoh)["bagian_hukum"]
    assert "siklus berikutnya: Perwal tentang Pusat Pembelajaran Keluarga." in kalimat_kantor(contoh, k).teks
    assert "Pusat Pembelajaran Keluarga" not in tabel_diminta(contoh, k).teks


def test_a_document_is_shown_with_what_is_missing_its_points_and_its_day(tmp_path: Path) -> None:
    keadaan = kecil(tmp_path)
    baris = tabel_diminta(keadaan, kebutuhan(keadaan)["disdukcapil"]).teks.splitlines()[1]
    assert baris.startswith("Lengkapi Dokumen D1 | Tanpa penyebut. Butir yang masih terbuka: ")
    assert baris.endswith(" | 4/5 | 2 poin | 31 Maret 2025")


def test_actions_and_promises_stand_in_their_own_sections_and_in_the_sheet(tmp_path: Path) -> None:
    keadaan = kecil(
        tmp_path,
        rad=[kegiatan("R1", "4/3", "dokumen_ada", status="terhambat", kendala="Menunggu.")],
        tindak_lanjut=[janji("K1", tenggat="2025-01-31", hasil="Baru separuh.")],
    )
    k = kebutuhan(keadaan)["disdukcapil"]
    assert "R1" not in tabel_diminta(keadaan, k).teks
    assert [b["nomor"] for b in lembar_diminta(keadaan, k).baris][:3] == ["D1", "K1", "R1"]
    assert [(b["nomor"], b["keadaan"], b["catatan"], b["kendala"]) for b in lembar_kegiatan(keadaan, k).baris] == [
        ("R1", "terhambat", "belum dicatat", "Menunggu."),
        ("K1", "terlambat 10 hari", "Baru separuh.", None),
    ]


def test_the_points_of_a_sheet_are_numbers_with_their_meaning(contoh: Keadaan) -> None:
    baris = lembar_diminta(contoh, kebutuhan(contoh)["dinas_kesehatan"]).baris
    assert {(type(b["poin"]).__name__, b["arti"]) for b in baris} == {
        ("float", "sudah diisi, menunggu dokumen"),
        ("float", "paling banyak"),
        ("NoneType", None),
    }


def test_questions_it_answers_for_stand_before_those_it_helps_with(contoh: Keadaan) -> None:
    k = kebutuhan(contoh)["dinas_kesehatan"]
    peran = [b["peran"] for b in lembar_pertanyaan(contoh, k).baris]
    assert peran == ["penanggung jawab"] * len(k.utama) + ["ikut"] * len(k.ikut)
    assert "12/1 | % persalinan di fasyankes | 2,75/3 | berdokumen lengkap" in tabel_utama(contoh, k).teks
    assert f"Pertanyaan yang dibantu kantor ini ({len(k.ikut)})" in tabel_ikut(contoh, k).html


def test_an_office_that_helps_nobody_has_no_empty_fold(contoh: Keadaan) -> None:
    assert tabel_ikut(contoh, kebutuhan(contoh)["bappeda"]).html == ""


def test_a_long_list_says_where_the_rest_is() -> None:
    keadaan = keadaan_contoh("ogan-ilir-2024")
    k = kebutuhan(keadaan)["bappeda"]
    teks = tabel_diminta(keadaan, k).teks
    assert f"{len(k.butuh) - 15} baris lagi ada di lembar kerja kantor ini." in teks
    assert len(lembar_diminta(keadaan, k).baris) == len(k.butuh)


def test_text_of_the_book_never_becomes_markup(tmp_path: Path) -> None:
    keadaan = kecil(tmp_path, register=[dokumen("D1", "kurang", judul="<script>alert(1)</script>")])
    k = kebutuhan(keadaan)["disdukcapil"]
    for t in (kotak_obrolan(keadaan, k), tabel_diminta(keadaan, k)):
        assert "<script>" not in t.html
        assert "&lt;script&gt;" in t.html


def test_offices_are_listed_by_the_alphabet_with_how_much_is_asked_and_no_points(contoh: Keadaan) -> None:
    semua = kebutuhan(contoh)
    daftar = daftar_kantor(contoh, semua, {p: f"{p}.html" for p in semua}).teks.splitlines()
    assert daftar == sorted(daftar, key=str.casefold)
    assert daftar[:2] == ["Badan Pendapatan Daerah: 1 hal diminta", "Bagian Hukum: 18 hal diminta"]
    assert "BNN: tidak ada yang diminta saat ini" in daftar
    assert not [b for b in daftar if "poin" in b]
    assert kalimat_daftar(semua).teks == "29 kantor, urut abjad. Dari 24 di antaranya masih ada yang kita minta."


def test_what_belongs_to_no_office_is_not_lost(tmp_path: Path) -> None:
    keadaan = kecil(
        tmp_path,
        register=[dokumen("D1", "kurang", opd=None, judul="Foto taman"), dokumen("D2", opd=None)],
        tindak_lanjut=[janji("K1", opd=None), janji("K2", opd=None, status="selesai")],
    )
    teks = tabel_tanpa_kantor(keadaan).teks
    assert "1 dokumen yang belum lengkap belum punya kantor." in teks
    assert "1 keputusan rapat yang belum selesai belum punya kantor." in teks
    assert "D1 | Foto taman | kurang" in teks
    assert "K2" not in teks


def test_where_everything_has_an_office_nothing_is_said(contoh: Keadaan) -> None:
    assert tabel_tanpa_kantor(contoh).html == ""


def test_many_questions_are_folded_and_few_stand_open(contoh: Keadaan) -> None:
    banyak, sedikit = (kebutuhan(contoh)[k] for k in ("dinas_kesehatan", "disdukcapil"))
    assert f"<summary>Lihat {len(banyak.utama)} pertanyaan</summary>" in tabel_utama(contoh, banyak).html
    assert len(sedikit.utama) == 9
    assert "<details" not in tabel_utama(contoh, sedikit).html
