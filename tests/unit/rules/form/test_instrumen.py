from pathlib import Path

import pytest

from kla_lib.bahasa import dalam_bahasa
from kla_lib.errors import KlaError
from kla_lib.rules.form.instrumen import KLASTER, daftar_instrumen, load_instrumen
from tests.pembantu.form_uji import salin_form
from tests.pembantu.params_uji import PARAMS

MAKSIMAL_2024 = {
    "kelembagaan": 164,
    "klaster_1": 115,
    "klaster_2": 156,
    "klaster_3": 150,
    "klaster_4": 110,
    "klaster_5": 205,
    "kelana_dekela": 100,
}
MAKSIMAL_2022 = {
    "kelembagaan": 150,
    "klaster_1": 115,
    "klaster_2": 170,
    "klaster_3": 150,
    "klaster_4": 110,
    "klaster_5": 205,
    "kelana_dekela": 100,
}
JUMLAH_BEDA = "Perbaiki angkanya, atau nyatakan di jumlah_berbeda bila form resminya memang begitu."


def pesan(path: str) -> list[str]:
    with pytest.raises(KlaError) as e:
        load_instrumen(PARAMS, path)
    return [str(k) for k in e.value.kesalahan]


@pytest.mark.parametrize(("tahun", "maksimal"), [("2024", MAKSIMAL_2024), ("2022", MAKSIMAL_2022)])
def test_the_maxima_of_the_klaster_are_the_published_ones(tahun: str, maksimal: dict[str, int]) -> None:
    form = load_instrumen(PARAMS, tahun)
    assert {k.id: k.nilai_maksimal for k in form.klaster} == maksimal
    assert tuple(maksimal) == KLASTER
    assert form.kepala.nilai_maksimal == 1000


def test_the_form_of_2024_has_274_questions_in_31_indikator() -> None:
    form = load_instrumen(PARAMS, "2024")
    assert (len(form.pertanyaan), len(form.indikator)) == (274, 31)
    assert form.pertanyaan["nilai_maksimal"].sum() == pytest.approx(1004)
    assert form.indikator["nilai_maksimal"].sum() == 1000
    assert list(form.indikator["indikator"].unique()) == list(form.pertanyaan["indikator"].unique())


def test_the_form_of_2022_knows_only_the_two_indikator_that_were_published() -> None:
    form = load_instrumen(PARAMS, "2022")
    assert len(form.pertanyaan) == 0
    assert list(form.indikator.itertuples(index=False, name=None)) == [
        ("kelana_dekela", "25", "Penyelenggaraan KLA di Kecamatan", "KLA di kecamatan", 25),
        ("kelana_dekela", "26", "Penyelenggaraan KLA di Desa/Kelurahan", "KLA di desa/kelurahan", 75),
    ]


def test_codes_are_text_so_that_the_tenth_question_is_not_the_first() -> None:
    kode = load_instrumen(PARAMS, "2024").indikator["indikator"]
    assert all(isinstance(k, str) for k in kode)
    assert {"1", "10", "21A", "21B"} <= set(kode)


def test_the_two_sums_that_differ_from_their_maximum_are_declared() -> None:
    berbeda = {
        b.indikator: (b.jumlah_pertanyaan, b.nilai_maksimal)
        for b in load_instrumen(PARAMS, "2024").kepala.jumlah_berbeda
    }
    assert berbeda == {"19": (54, 51), "21B": (18, 17)}


def test_a_question_without_office_is_answered_by_its_area() -> None:
    tanya = load_instrumen(PARAMS, "2024").pertanyaan.set_index(["indikator", "pertanyaan"])["opd"]
    assert tanya["25", "11"] == ("kecamatan",)
    assert tanya["26", "2"] == ("kelurahan",)
    assert tanya["1", "1"] == ("bagian_hukum", "dinas_pppa")


def test_every_shipped_form_is_listed_and_loads() -> None:
    assert daftar_instrumen(PARAMS) == ["2022", "2024"]
    assert [load_instrumen(PARAMS, tahun).id for tahun in daftar_instrumen(PARAMS)] == [
        "2022",
        "2024",
    ]


def test_a_form_may_be_given_as_a_file(tmp_path: Path) -> None:
    form = load_instrumen(PARAMS, salin_form(tmp_path))
    assert form.pertanyaan.equals(load_instrumen(PARAMS, "2024").pertanyaan)


def test_a_klaster_is_found_by_its_id_and_an_unknown_one_gets_the_choices() -> None:
    form = load_instrumen(PARAMS, "2024")
    assert form.klaster_of("klaster_3").nama == "Kesehatan dasar dan kesejahteraan"
    with pytest.raises(KlaError) as e:
        form.klaster_of("klaster_9")
    assert "params/instrumen/2024.yaml: klaster 'klaster_9' tidak dikenal. Pilihan: " in str(e.value)


def test_the_heading_of_a_numbered_klaster_holds_its_number() -> None:
    form = load_instrumen(PARAMS, "2024")
    assert form.klaster_of("klaster_1").judul == "Klaster I · Hak sipil dan kebebasan"
    assert form.klaster_of("kelembagaan").judul == "Kelembagaan"


@pytest.mark.parametrize("id_form", ["2022", "2024"])
def test_every_klaster_has_an_english_title_that_says_who_translated_it(id_form: str) -> None:
    form = load_instrumen(PARAMS, id_form)
    assert [k.inggris.sumber for k in form.klaster if k.inggris] == ["terjemahan kami"] * 7
    with dalam_bahasa("en"):
        assert form.klaster_of("klaster_1").judul == "Cluster I · Civil rights and freedoms"
        assert form.klaster_of("klaster_4").judul_pendek == "Cluster IV · Education and culture"
        assert form.klaster_of("klaster_5").sebutan_pendek == "Cluster V"
        assert form.klaster_of("kelembagaan").judul == "Institutions"
    assert form.klaster_of("klaster_5").sebutan_pendek == "Klaster V"


@pytest.mark.parametrize("tahun", ["1999", "24", ""])
def test_the_form_of_a_year_that_does_not_exist_is_refused_with_those_that_do(tahun: str) -> None:
    assert pesan(tahun) == [f"params/instrumen: form tahun '{tahun}' tidak ada. Form yang ada: 2022, 2024."]


def test_a_form_file_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert pesan(str(tmp_path / "2030.yaml")) == ["2030.yaml: berkas tidak ditemukan. Periksa nama dan foldernya."]


def test_an_indikator_whose_questions_add_to_another_sum_is_refused(tmp_path: Path) -> None:
    path = salin_form(tmp_path, kepala=(('{kode: "4", nilai_maksimal: 15', '{kode: "4", nilai_maksimal: 16'),))
    assert pesan(path) == [
        f"2024.yaml, baris 28: indikator 4: isinya berjumlah 15, nilai_maksimal 16. {JUMLAH_BEDA}",
        f"2024.yaml, baris 26: klaster_1: isinya berjumlah 116, nilai_maksimal 115. {JUMLAH_BEDA}",
    ]


def test_a_klaster_stored_with_the_maximum_of_another_year_is_refused(tmp_path: Path) -> None:
    # the defect met in a real rekap: 150 stored for klaster I, the klaster then add to 1035
    path = salin_form(tmp_path, kepala=(("    nilai_maksimal: 115\n", "    nilai_maksimal: 150\n"),))
    assert pesan(path) == [
        f"2024.yaml, baris 26: klaster_1: isinya berjumlah 115, nilai_maksimal 150. {JUMLAH_BEDA}",
        f"2024.yaml, baris 6: seluruh form: isinya berjumlah 1035, nilai_maksimal 1000. {JUMLAH_BEDA}",
    ]


def test_a_question_with_other_points_than_the_form_is_refused(tmp_path: Path) -> None:
    lama = 'klaster_1,4,2,"Persentase anak berakta kelahiran, 2 tahun",1,'
    path = salin_form(tmp_path, pertanyaan=((lama, lama.removesuffix("1,") + "1.5,"),))
    assert pesan(path) == [f"2024.yaml, baris 28: indikator 4: isinya berjumlah 15,5, nilai_maksimal 15. {JUMLAH_BEDA}"]


def test_a_sum_that_differs_without_being_declared_is_refused(tmp_path: Path) -> None:
    deklarasi = """  - indikator: "21B"
    jumlah_pertanyaan: 18
    nilai_maksimal: 17
    perlakuan: dibatasi
    keputusan: docs/keputusan/0003-batas-indikator.md
"""
    path = salin_form(tmp_path, kepala=((deklarasi, ""),))
    assert pesan(path) == [f"2024.yaml, baris 74: indikator 21B: isinya berjumlah 18, nilai_maksimal 17. {JUMLAH_BEDA}"]


def test_a_declaration_that_does_not_fit_the_questions_is_refused(tmp_path: Path) -> None:
    path = salin_form(tmp_path, kepala=(("    jumlah_pertanyaan: 54\n", "    jumlah_pertanyaan: 53\n"),))
    assert pesan(path) == [
        f"2024.yaml, baris 94: indikator 19 (jumlah_berbeda): isinya berjumlah 54, nilai_maksimal 53. {JUMLAH_BEDA}"
    ]


def test_a_declaration_of_an_unknown_indikator_is_refused(tmp_path: Path) -> None:
    path = salin_form(tmp_path, kepala=(('  - indikator: "21B"\n', '  - indikator: "21D"\n'),))
    salah = pesan(path)
    assert salah[0].startswith("2024.yaml, baris 74: indikator 21B: isinya berjumlah 18, nilai_maksimal 17.")
    assert salah[1].startswith("2024.yaml, baris 99: jumlah_berbeda menyebut indikator '21D' yang tidak ada. Pilihan: ")
    assert len(salah) == 2


def test_a_doubled_indikator_is_refused(tmp_path: Path) -> None:
    path = salin_form(tmp_path, kepala=(('{kode: "5",', '{kode: "4",'),))
    salah = pesan(path)
    assert salah[0] == "2024.yaml, baris 29: '4' ditulis 2 kali. Hapus salah satunya."
    assert salah[1].startswith(
        "2024.csv, sel B87: indikator '5' di klaster_1 ada di tabel pertanyaan, tidak di kepala form. Pilihan: "
    )


def test_a_doubled_klaster_is_refused(tmp_path: Path) -> None:
    path = salin_form(tmp_path, "2022", kepala=(("{id: klaster_1,", "{id: klaster_2,"),))
    assert pesan(path) == ["2022.yaml, baris 12: 'klaster_2' ditulis 2 kali. Hapus salah satunya."]


def test_a_question_in_the_wrong_klaster_is_refused_with_the_right_one(tmp_path: Path) -> None:
    path = salin_form(tmp_path, pertanyaan=(("klaster_1,4,1,", "klaster_2,4,1,"),))
    assert pesan(path) == [
        "2024.csv, sel B80: indikator '4' di klaster_2 ada di tabel pertanyaan, tidak di kepala form. "
        "Indikator 4 milik klaster_1."
    ]


def test_a_form_that_cites_an_unknown_document_is_refused(tmp_path: Path) -> None:
    path = salin_form(tmp_path, kepala=(("dokumen: form_ogan_ilir_2024", "dokumen: form_ogan_ilr_2024"),))
    assert pesan(path) == [
        "2024.yaml: dokumen 'form_ogan_ilr_2024' tidak ada di params/sumber.yaml. Maksud Anda 'form_ogan_ilir_2024'?"
    ]


def test_a_form_whose_table_of_questions_is_missing_is_refused(tmp_path: Path) -> None:
    path = salin_form(tmp_path, kepala=(("tabel_pertanyaan: 2024.csv", "tabel_pertanyaan: 2042.csv"),))
    assert pesan(path) == ["2042.csv: tabel pertanyaan tidak ditemukan. Periksa tabel_pertanyaan di kepala form."]


@pytest.mark.parametrize(("kode", "terbaca"), [("1e5", "100000.0"), ("21", "21")])
def test_an_unquoted_code_is_refused_before_it_becomes_another_code(tmp_path: Path, kode: str, terbaca: str) -> None:
    path = salin_form(tmp_path, kepala=(('{kode: "21A",', f"{{kode: {kode},"),))
    (salah,) = pesan(path)
    assert salah.startswith("2024.yaml, baris ")
    assert f"kunci klaster.5.indikator.0.kode: isi '{terbaca}' tidak sesuai. " in salah
    assert "di antara tanda kutip" in salah


def test_a_form_with_a_klaster_that_no_form_has_is_refused(tmp_path: Path) -> None:
    path = salin_form(tmp_path, "2022", kepala=(("{id: klaster_1,", "{id: klaster_6,"),))
    (salah,) = pesan(path)
    assert "kunci klaster.1.id: isi 'klaster_6' tidak sesuai. Pilihan: " in salah


def test_a_table_of_questions_alone_is_no_form(tmp_path: Path) -> None:
    salin_form(tmp_path)
    (tmp_path / "2024.yaml").unlink()
    (salah,) = [s for s in pesan(str(tmp_path / "2024.csv")) if "kepala form" in s]
    assert salah == "2024.csv: tabel pertanyaan ini tidak punya kepala form. Tulis kepalanya di 2024.yaml."


def test_what_the_source_tells_of_a_question_is_filled_and_the_rest_is_not_known() -> None:
    tanya = load_instrumen(PARAMS, "2024").pertanyaan.set_index(["indikator", "pertanyaan"])
    assert tanya.loc[("4", "2"), "dua_tahun"] is True
    assert tanya.loc[("4", "2"), "penyebut"] is True
    assert tanya.loc[("1", "3a"), "tanda_tangan"] is True
    assert tanya.loc[("13", "3"), "arah"] == "turun_baik"
    assert tanya.loc[("1", "3r"), "dua_tahun"] is None  # "PMBA <2 tahun" is an age, not two years
    assert tanya.loc[("1", "1"), ["pita", "arah", "dua_tahun", "penyebut", "tanda_tangan"]].tolist() == [None] * 5
    assert (tanya.loc[tanya["terbalik"].astype(bool), "arah"] == "turun_baik").all()
    assert tanya["pita"].isna().all()  # no form that was published tells its answer bands
