"""What `kla lint` finds: the defects of real forms, each with its row."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.form.bacaan import path_form
from kla_lib.rules.form.lint import lint
from kla_lib.rules.form.temuan import Temuan
from kla_lib.rules.params import Params
from tests.pembantu.berisi import berisi
from tests.pembantu.form_uji import KOLOM_TANYA, TANYA, salin_form, write_form, write_tanya
from tests.pembantu.params_uji import PARAMS, salin_aturan

SATU = {"kelembagaan": {"1": 2.0}}


def per_baris(temuan: list[Temuan]) -> list[tuple[str, int | None, str]]:
    return [(t.kesalahan.berkas, t.baris, t.kesalahan.jenis) for t in temuan]


def jenis(temuan: list[Temuan]) -> list[tuple[int | None, str]]:
    return [(t.baris, t.kesalahan.jenis) for t in temuan]


def test_a_clean_form_has_no_findings(tmp_path: Path) -> None:
    assert lint(PARAMS, write_form(tmp_path, SATU, {}, {})) == []
    assert lint(PARAMS, path_form(PARAMS, "2022")) == []


def test_the_form_of_2024_has_only_what_its_head_declares() -> None:
    temuan = lint(PARAMS, path_form(PARAMS, "2024"))
    assert all(t.dinyatakan for t in berisi(temuan))
    banyak = [t.kesalahan.jenis for t in temuan]
    assert {j: banyak.count(j) for j in banyak} == {
        "jumlah": 2,
        "jumlah_pertanyaan": 3,
        "teks_ganda": 1,
        "tanpa_opd": 9,
    }
    assert str(temuan[0].kesalahan).startswith(
        "params/instrumen/2024.yaml, baris 6: seluruh form: pertanyaannya berjumlah 1004, nilai_maksimal 1000. "
    )
    ganda = next(t for t in temuan if t.kesalahan.jenis == "teks_ganda")
    assert (ganda.baris, ganda.kesalahan.salah) == (104, "pertanyaan 7/2 memakai teks 7/1")


def test_every_defect_of_a_village_form_is_named_with_its_row(tmp_path: Path) -> None:
    # the defects that a real form at village level had
    form = write_form(
        tmp_path,
        {"kelembagaan": {"1": 320}, "klaster_1": {"2": 300}, "klaster_2": {"3": 400}},
        {"pertanyaan": "1", "label": "Peraturan desa ada?", "nilai_maksimal": "300", "pita": "ya=300; tidak=0"},
        {"pertanyaan": "2", "label": "Jumlah kegiatan anak", "nilai_maksimal": "20"}
        | {"pita": "≤5=5; 6-10=10; 11-20=15; ≥30=20"},
        {"klaster": "klaster_1", "indikator": "2", "label": "Persentase anak berakta", "nilai_maksimal": "300"}
        | {"pita": "10-20=100; 20-80=200; 80-100=300"},
        {"klaster": "klaster_2", "indikator": "3", "label": "Jumlah kasus kekerasan anak", "nilai_maksimal": "200"}
        | {"pita": "0=0; 1-5=100; >5=200"},
        {"klaster": "klaster_2", "indikator": "3", "label": "Anak yang tidak bersekolah", "nilai_maksimal": "180"}
        | {"pita": "0=0; ≥1=180", "arah": "turun_baik"},
        {"klaster": "klaster_2", "indikator": "3", "label": "Persentase balita ke posyandu", "nilai_maksimal": "20"}
        | {"pita": "≤5=5; 6-10=10; 11-20=15; ≥30=20"},
        nilai_maksimal=1000,
    )
    temuan = lint(PARAMS, form)
    assert per_baris(temuan) == [
        ("uji.yaml", 4, "jumlah"),
        ("uji.yaml", 4, "jumlah_pertanyaan"),
        ("uji.csv", 3, "pita_celah"),
        ("uji.csv", 4, "pita_celah"),
        ("uji.csv", 4, "pita_tumpang"),
        ("uji.csv", 4, "pita_tumpang"),
        ("uji.csv", 5, "arah"),
        ("uji.csv", 6, "arah"),
        ("uji.csv", 7, "pita_celah"),
        ("uji.csv", 7, "pita_celah"),
        ("uji.csv", 7, "pita_celah"),
        ("uji.csv", 7, "pita_tempelan"),
    ]
    assert not any(t.dinyatakan for t in berisi(temuan))
    salah = [t.kesalahan.salah for t in temuan]
    assert salah[0] == "seluruh form: isinya berjumlah 1020, nilai_maksimal 1000"
    assert salah[2] == "nilai 21 sampai 29 tidak masuk pita mana pun"
    assert salah[3] == "kemungkinan nilai kurang dari 10 tidak masuk pita mana pun"
    assert salah[4] == "nilai 20 masuk '10-20' dan '20-80'"
    assert salah[6] == "kemungkinan hal yang merugikan dinilai naik: 'Jumlah kasus kekerasan anak'"
    assert salah[7] == "hal yang merugikan dinilai naik: makin banyak, makin tinggi poinnya"
    assert salah[8] == "nilai di antara 5 dan 6 tidak masuk pita mana pun"
    assert salah[11] == "kemungkinan pita ini salinan dari 1/2, yang menanyakan hal lain jenisnya"
    assert temuan[3].kesalahan.sel == "sel M4"


def test_sums_are_compared_at_every_level(tmp_path: Path) -> None:
    form = write_form(tmp_path, {"kelembagaan": {"1": 3}}, {}, {}, maksimal_kelembagaan=4, nilai_maksimal=5)
    assert [t.kesalahan.salah for t in lint(PARAMS, form)] == [
        "seluruh form: isinya berjumlah 4, nilai_maksimal 5",
        "seluruh form: pertanyaannya berjumlah 2, nilai_maksimal 5",
        "kelembagaan: isinya berjumlah 3, nilai_maksimal 4",
        "kelembagaan: pertanyaannya berjumlah 2, nilai_maksimal 4",
        "indikator 1: isinya berjumlah 2, nilai_maksimal 3",
    ]


def test_the_same_question_twice_is_found_whatever_its_case_and_spaces(tmp_path: Path) -> None:
    form = write_form(tmp_path, SATU, {"label": "Jumlah Forum Anak"}, {"label": " jumlah  forum anak"})
    (temuan,) = lint(PARAMS, form)
    assert (temuan.baris, temuan.kesalahan.salah, temuan.dinyatakan) == (
        3,
        "pertanyaan 1/2 memakai teks 1/1",
        False,
    )
    ganda = {"indikator": "1", "pertanyaan": "2", "sama_dengan": "1/1", "catatan": "Begitu di form aslinya."}
    (temuan,) = lint(PARAMS, write_form(tmp_path, SATU, {"label": "A b"}, {"label": "a B"}, teks_ganda=[ganda]))
    assert (temuan.dinyatakan, temuan.kesalahan.perbaikan) == (True, "Begitu di form aslinya.")


def test_a_declared_text_of_a_question_that_does_not_exist_is_found(tmp_path: Path) -> None:
    ganda = {"indikator": "1", "pertanyaan": "9", "sama_dengan": "1/1", "catatan": "x"}
    (temuan,) = lint(PARAMS, write_form(tmp_path, SATU, {}, {}, teks_ganda=[ganda]))
    assert temuan.kesalahan.salah == "teks_ganda menyebut pertanyaan 1/9 yang tidak ada"
    assert temuan.kesalahan.berkas == "uji.yaml" and temuan.baris


def test_a_doubled_code_is_found_in_both_rows(tmp_path: Path) -> None:
    form = write_form(tmp_path, SATU, {"pertanyaan": "2a"}, {"pertanyaan": "2a"})
    assert jenis(lint(PARAMS, form)) == [(2, "kode_ganda"), (3, "kode_ganda")]


def test_codes_that_differ_only_in_case_or_signs_are_found(tmp_path: Path) -> None:
    form = write_form(tmp_path, SATU, {"pertanyaan": "2a"}, {"pertanyaan": "2.A"})
    assert jenis(lint(PARAMS, form)) == [(3, "kode_ganda")]


def test_a_question_without_office_is_found(tmp_path: Path) -> None:
    form = write_form(tmp_path, SATU, {}, {"opd": ""})
    assert [str(t.kesalahan) for t in lint(PARAMS, form)] == [
        "uji.csv, sel F3: pertanyaan 1/2 tanpa kantor. Isi opd, atau nyatakan di tanpa_opd di kepala form."
    ]
    tanpa = [{"indikator": "1", "pertanyaan": "2", "dijawab_oleh": "kecamatan"}]
    (temuan,) = lint(PARAMS, write_form(tmp_path, SATU, {}, {"opd": ""}, tanpa_opd=tanpa))
    assert (temuan.baris, temuan.kesalahan.jenis, temuan.dinyatakan) == (3, "tanpa_opd", True)


def test_an_unknown_role_is_found(tmp_path: Path) -> None:
    form = write_form(tmp_path, SATU, {}, {"opd": "dinas_pppa|dinas_sosail"})
    (temuan,) = lint(PARAMS, form)
    assert temuan.kesalahan.perbaikan == "Maksud Anda 'dinas_sosial'?"
    assert temuan.baris == 3


def test_a_role_that_no_city_file_maps_is_found_once(tmp_path: Path) -> None:
    kota = tmp_path / "params"
    for nama in ("peran.yaml", "sumber.yaml"):
        salin_aturan(kota, nama)
    (kota / "daerah").mkdir()
    (kota / "daerah" / "uji.yaml").write_text(
        "nama: Uji\njenis: kota\nprovinsi: Uji\nopd:\n  dinas_pppa: {nama: DP3A}\n", encoding="utf-8"
    )
    form = write_form(tmp_path, SATU, {"opd": "dinas_pppa|bnn"}, {"opd": "bnn"})
    assert lint(PARAMS, form) == []
    (temuan,) = lint(Params(kota), form)
    assert (temuan.baris, temuan.kesalahan.salah) == (
        2,
        "peran 'bnn' tidak dipetakan oleh berkas daerah mana pun",
    )


@pytest.mark.parametrize("kode", ["14.0", "1e5", "2.1E+01", "4-Jan", "2024-01-04", "4 Mei", "04/01/2024", "Jan-04"])
def test_a_code_that_passed_through_a_number_or_a_date_is_found(tmp_path: Path, kode: str) -> None:
    form = write_form(tmp_path, SATU, {}, {"pertanyaan": kode})
    (temuan,) = lint(PARAMS, form)
    assert (temuan.baris, temuan.kesalahan.jenis) == (3, "kode_rusak")
    assert kode in temuan.kesalahan.salah


@pytest.mark.parametrize("kode", ["14", "2a", "3ze", "21A", "1e", "2b1"])
def test_a_code_that_looks_like_a_code_is_left_alone(tmp_path: Path, kode: str) -> None:
    assert lint(PARAMS, write_form(tmp_path, SATU, {}, {"pertanyaan": kode})) == []


def test_codes_that_lost_their_letters_are_found(tmp_path: Path) -> None:
    form = write_form(
        tmp_path,
        {"klaster_5": {"21A": 2, "21B": 1}},
        *({"klaster": "klaster_5", "indikator": "21A", "pertanyaan": "4"} | {"label": f"T{n}"} for n in range(2)),
        {"klaster": "klaster_5", "indikator": "21", "pertanyaan": "1"},
    )
    salah = {t.kesalahan.salah: t.baris for t in lint(PARAMS, form)}
    assert salah["kode '4' ada 2 kali di indikator 21A: hurufnya tampaknya hilang"] == 2
    assert salah["kode indikator '21' tampaknya kehilangan hurufnya"] == 4


def test_a_date_in_a_code_column_of_a_workbook_is_found(tmp_path: Path) -> None:
    buku = openpyxl.Workbook()
    kolom = KOLOM_TANYA.split()
    buku.active.append(kolom)
    for kode in ("1", datetime(2024, 1, 4), 2.5):
        buku.active.append([({"label": f"Tanya {kode}"} | TANYA | {"pertanyaan": kode}).get(k) for k in kolom])
    buku.save(tmp_path / "uji.xlsx")
    rusak = [t for t in lint(PARAMS, tmp_path / "uji.xlsx") if t.kesalahan.jenis == "kode_rusak"]
    assert [(t.kesalahan.lembar, t.kesalahan.sel) for t in rusak] == [("Sheet", "sel C3"), ("Sheet", "sel C4")]


def test_bands_that_give_more_or_less_than_the_maximum_are_found(tmp_path: Path) -> None:
    form = write_form(tmp_path, SATU, {"pita": "ya=2; tidak=0"}, {})
    assert [t.kesalahan.salah for t in lint(PARAMS, form)] == ["poin tertinggi di pita 2, nilai_maksimal 1"]


@pytest.mark.parametrize(
    ("soal", "banyak"),
    [
        ({"terbalik": "ya", "pita": "ya=1; tidak=0"}, 1),
        ({"terbalik": "ya", "pita": "ya=0; tidak=1"}, 0),
        ({"terbalik": "ya", "arah": "naik_baik"}, 1),
        ({"arah": "turun_baik", "pita": "0=1; ≥1=0"}, 0),
        ({"arah": "naik_baik", "pita": "0=1; ≥1=0"}, 1),
        ({"label": "Prevalensi stunting"}, 1),
        ({"label": "Prevalensi stunting", "arah": "turun_baik"}, 0),
        ({"label": "Prevalensi stunting", "pita": "≤10=1; >10=0"}, 0),
        ({"label": "Jumlah layanan bagi anak korban kekerasan"}, 0),
        ({"label": "% desa tanpa perkawinan anak"}, 0),
        ({"label": "Inovasi pencegahan stunting"}, 0),
    ],
)
def test_a_harmful_item_that_is_scored_upward_is_found(tmp_path: Path, soal: dict[str, str], banyak: int) -> None:
    assert [t.kesalahan.jenis for t in lint(PARAMS, write_form(tmp_path, SATU, soal, {}))] == ["arah"] * banyak


def test_a_band_that_cannot_be_read_is_found(tmp_path: Path) -> None:
    form = write_form(tmp_path, SATU, {"pita": "ya: 1"}, {})
    assert [t.kesalahan.salah for t in lint(PARAMS, form)] == ["pita 'ya: 1' tidak terbaca"]


def test_faults_of_cells_are_findings_too_and_do_not_hide_the_others(tmp_path: Path) -> None:
    form = write_form(tmp_path, SATU, {"nilai_maksimal": "dua"}, {"terbalik": "mungkin", "pertanyaan": "4-Jan"})
    assert {(t.baris, t.kesalahan.sel) for t in lint(PARAMS, form) if t.kesalahan.berkas == "uji.csv"} == {
        (2, "sel E2"),
        (3, "sel L3"),
        (3, "sel C3"),
    }


def test_a_table_without_a_head_says_that_its_sums_are_not_compared(tmp_path: Path) -> None:
    temuan = lint(PARAMS, write_tanya(tmp_path / "desa.csv", {}, {"pertanyaan": "14.0"}))
    assert per_baris(temuan) == [("desa.csv", None, "tanpa_kepala"), ("desa.csv", 3, "kode_rusak")]


def test_a_table_is_looked_at_with_the_head_beside_it(tmp_path: Path) -> None:
    head = Path(salin_form(tmp_path))
    assert per_baris(lint(PARAMS, head.with_suffix(".csv"))) == per_baris(lint(PARAMS, head))


@pytest.mark.parametrize("isi", ["a,b\n1,2\n", "klaster,indikator,pertanyaan,label\nkelembagaan,1,1,Ada\n", ""])
def test_a_file_that_is_no_table_of_questions_cannot_be_looked_at(tmp_path: Path, isi: str) -> None:
    (tmp_path / "bukan.csv").write_text(isi, encoding="utf-8")
    with pytest.raises(KlaError):
        lint(PARAMS, tmp_path / "bukan.csv")


def test_a_table_beside_a_head_that_names_another_table_is_itself_looked_at(tmp_path: Path) -> None:
    write_form(tmp_path, SATU, {}, {})
    (tmp_path / "uji.csv").rename(tmp_path / "lain.csv")
    write_tanya(tmp_path / "uji.csv", {}, {"opd": ""})
    assert per_baris(lint(PARAMS, tmp_path / "uji.csv")) == [("uji.csv", 3, "tanpa_opd")]
