import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from kla_lib.data.buku import load_buku
from kla_lib.letak import FOLDER_CONTOH
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.kategori import load_kategori
from kla_lib.scoring.dokumen.status import BAGIAN
from kla_lib.scoring.nilai.hasil import Hasil, letak_induk, score
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.penilaian_uji import dokumen_acak, penilaian, penilaian_acak

FORM = load_instrumen(PARAMS, "2024")
DAFTAR = load_kategori(PARAMS, 2024)
BENIH = st.integers(0, 2**32 - 1)


def hasil_contoh(contoh: str, tahap: str) -> Hasil:
    buku = load_buku(PARAMS, FOLDER_CONTOH / contoh)
    assert buku.penilaian is not None
    return score(buku.penilaian, tahap, buku.instrumen, load_kategori(PARAMS, buku.keterangan.tahun_evaluasi))


def kaitan(*baris: tuple[str, str, str, bool]) -> pd.DataFrame:
    return pd.DataFrame(list(baris), columns=["indikator", "pertanyaan", "id_dokumen", "wajib"])


def register(**status: str) -> pd.DataFrame:
    return pd.DataFrame({"id_dokumen": list(status), "status": list(status.values())})


def nilai(tabel: pd.DataFrame, kolom: str) -> dict[str, float]:
    return {k: float(v) for k, v in zip(tabel[kolom], tabel["nilai"], strict=True) if v == v}


def test_ogan_ilir_2024_scores_as_its_published_marks_add_up() -> None:
    hasil = hasil_contoh("ogan-ilir-2024", "em")
    assert (hasil.diklaim, hasil.kategori, hasil.dekat_ambang) == (771.81, "nindya", False)
    assert hasil.terdukung is None
    assert hasil.jarak["utama"] == 28.19
    assert hasil.belum_dinilai == 0
    per_indikator = nilai(hasil.indikator, "indikator")
    assert per_indikator["19"] == pytest.approx(42.6)  # the cap of 51 does not bind here
    assert per_indikator["21B"] == pytest.approx(14.4)


def test_sumbawa_2022_scores_as_its_published_klaster_add_up() -> None:
    hasil = hasil_contoh("sumbawa-2022", "vf")
    assert (hasil.diklaim, hasil.kategori, hasil.dekat_ambang) == (505.85, "pratama", False)
    assert nilai(hasil.klaster, "klaster") == {
        "kelembagaan": 83.5,
        "klaster_1": 53,
        "klaster_2": 78,
        "klaster_3": 94.5,
        "klaster_4": 44.5,
        "klaster_5": 104.85,
        "kelana_dekela": 47.5,
    }
    assert hasil.jarak["madya"] == 94.15


def test_a_number_names_its_row_and_a_sum_has_none() -> None:
    hasil = score(penilaian(("em", "klaster_1", "4", "4", 5), ("em", "klaster_2", None, None, 100)), "em", FORM, DAFTAR)
    baris = hasil.pertanyaan.set_index(["indikator", "pertanyaan"])["baris"]
    assert (baris["4", "4"], baris["4", "5"]) == (2, 0)
    assert dict(zip(hasil.klaster["klaster"], hasil.klaster["baris"], strict=True))["klaster_2"] == 3
    assert hasil.indikator.set_index("indikator")["baris"]["4"] == 0


def test_what_was_not_recorded_is_unknown_and_not_zero() -> None:
    hasil = score(penilaian(("em", "klaster_1", "4", "4", 5)), "em", FORM, DAFTAR)
    assert nilai(hasil.indikator, "indikator") == {"4": 5}
    assert nilai(hasil.klaster, "klaster") == {"klaster_1": 5}
    assert hasil.diklaim == 5
    assert hasil.belum_dinilai == 273


def test_a_recorded_zero_is_zero() -> None:
    hasil = score(penilaian(("em", "klaster_1", "4", "4", 0)), "em", FORM, DAFTAR)
    assert nilai(hasil.klaster, "klaster") == {"klaster_1": 0}
    assert hasil.belum_dinilai == 273


def test_marks_of_a_higher_level_count_for_all_their_questions() -> None:
    hasil = score(
        penilaian(("em", "klaster_1", "4", None, 12), ("em", "klaster_3", None, None, 100)), "em", FORM, DAFTAR
    )
    di_bawah = FORM.pertanyaan.query("indikator == '4' or klaster == 'klaster_3'")
    assert hasil.belum_dinilai == 274 - len(di_bawah)
    assert hasil.diklaim == 112


def test_only_the_marks_of_the_stage_count() -> None:
    tabel = penilaian(
        ("em", "klaster_1", "4", "4", 5), ("va", "klaster_1", "4", "4", 3), ("va", "klaster_2", None, None, 7)
    )
    assert [score(tabel, tahap, FORM, DAFTAR).diklaim for tahap in ("em", "va", "vl")] == [5, 10, 0]


def test_an_empty_table_scores_below_every_category() -> None:
    hasil = score(penilaian(), "em", FORM, DAFTAR)
    assert (hasil.diklaim, hasil.kategori, hasil.belum_dinilai) == (0, "di_bawah_pratama", 274)


def test_every_question_at_its_maximum_scores_1000_and_not_1004() -> None:
    tanya = FORM.pertanyaan
    semua = [("em", r.klaster, r.indikator, r.pertanyaan, r.nilai_maksimal) for r in tanya.itertuples(index=False)]
    hasil = score(penilaian(*semua), "em", FORM, DAFTAR)
    assert hasil.pertanyaan["nilai"].sum() == pytest.approx(1004)
    assert hasil.diklaim == 1000
    assert nilai(hasil.indikator, "indikator") == nilai(
        FORM.indikator.assign(nilai=FORM.indikator["nilai_maksimal"]), "indikator"
    )


def test_supported_points_are_those_with_complete_documents() -> None:
    hasil = score(
        penilaian(("em", "klaster_1", "4", "4", 5), ("em", "klaster_1", "4", "5", 3), ("em", "klaster_1", "4", "6", 2)),
        "em",
        FORM,
        DAFTAR,
        kaitan(("4", "4", "A", True), ("4", "5", "B", True)),
        register(A="lengkap", B="kurang"),
    )
    assert (hasil.diklaim, hasil.terdukung) == (10, 5)
    milik = hasil.indikator.set_index("indikator").loc["4"]
    assert [milik[b] for b in BAGIAN] == [5, 3, 2, 5]
    klaster = hasil.klaster.set_index("klaster").loc["klaster_1"]
    assert [klaster[b] for b in BAGIAN] == [5, 3, 2, 105]


def test_points_of_a_higher_level_have_no_documents_yet() -> None:
    hasil = score(
        penilaian(("em", "klaster_1", None, None, 100), ("em", "klaster_2", "7", None, 30)),
        "em",
        FORM,
        DAFTAR,
        kaitan(("4", "4", "A", True), ("7", "1", "A", True)),
        register(A="lengkap"),
    )
    assert hasil.terdukung == 0
    klaster = hasil.klaster.set_index("klaster")
    assert [klaster.loc["klaster_1", b] for b in BAGIAN] == [0, 0, 100, 15]
    assert [klaster.loc["klaster_2", b] for b in BAGIAN] == [0, 0, 30, 126]


def test_a_mark_given_above_replaces_what_is_below_it_in_every_part() -> None:
    hasil = score(
        penilaian(("em", "klaster_1", "4", "4", 5), ("em", "klaster_1", "4", None, 12)),
        "em",
        FORM,
        DAFTAR,
        kaitan(("4", "4", "A", True)),
        register(A="lengkap"),
    )
    assert (hasil.diklaim, hasil.terdukung) == (12, 0)
    milik = hasil.indikator.set_index("indikator").loc["4"]
    assert [milik[b] for b in BAGIAN] == [0, 0, 12, 3]


@pytest.mark.parametrize("ada", [(True, False), (False, True), (False, False)])
def test_without_both_document_tables_the_supported_score_is_unknown(ada: tuple[bool, bool]) -> None:
    milik = kaitan(("4", "4", "A", True)) if ada[0] else None
    daftar = register(A="lengkap") if ada[1] else None
    assert score(penilaian(("em", "klaster_1", "4", "4", 5)), "em", FORM, DAFTAR, milik, daftar).terdukung is None


def test_a_child_finds_the_place_of_its_parent() -> None:
    assert letak_induk(pd.Series(["b", "a", "b"]), pd.Series(["a", "b"])).tolist() == [1, 0, 1]


@given(BENIH)
def test_the_order_of_the_rows_changes_nothing(benih: int) -> None:
    tabel = penilaian_acak(FORM, benih)
    dokumen, daftar = dokumen_acak(FORM, benih)
    a = score(tabel, "em", FORM, DAFTAR, dokumen, daftar)
    b = score(
        tabel.sample(frac=1, random_state=benih),
        "em",
        FORM,
        DAFTAR,
        dokumen.sample(frac=1, random_state=benih),
        daftar.sample(frac=1, random_state=benih),
    )
    assert (a.diklaim, a.terdukung, a.kategori, a.jarak) == (b.diklaim, b.terdukung, b.kategori, b.jarak)
    for tingkat in ("pertanyaan", "indikator", "klaster"):
        assert_frame_equal(getattr(a, tingkat), getattr(b, tingkat))


@given(BENIH)
def test_levels_add_up_and_no_indikator_is_above_its_maximum(benih: int) -> None:
    hasil = score(penilaian_acak(FORM, benih), "em", FORM, DAFTAR)
    assert round(float(hasil.klaster["nilai"].sum()), 2) == hasil.diklaim
    per_klaster = hasil.indikator.groupby("klaster")["nilai"].sum(min_count=1)
    dijumlah = hasil.klaster[hasil.klaster["baris"] == 0].set_index("klaster")["nilai"]
    assert np.allclose(per_klaster[dijumlah.index], dijumlah, equal_nan=True)
    tercatat = hasil.indikator.dropna(subset="nilai")
    assert (tercatat["nilai"] <= tercatat["nilai_maksimal"]).all()
    assert 0 <= hasil.diklaim <= 1000


@given(BENIH)
def test_the_four_parts_add_to_the_maximum_at_every_level(benih: int) -> None:
    dokumen, daftar = dokumen_acak(FORM, benih)
    hasil = score(penilaian_acak(FORM, benih), "em", FORM, DAFTAR, dokumen, daftar)
    for tabel in (hasil.indikator, hasil.klaster):
        bagian = tabel[list(BAGIAN)]
        assert not bagian.isna().any(axis=None)
        assert np.allclose(bagian.sum(axis=1), tabel["nilai_maksimal"])
        assert (bagian >= -1e-9).all(axis=None)
        assert np.allclose(bagian[["lengkap", "kurang", "belum_dicatat"]].sum(axis=1), tabel["nilai"].fillna(0))
    assert hasil.terdukung is not None
    assert hasil.terdukung <= hasil.diklaim


@given(BENIH, st.integers(0, 59), st.sampled_from(["tidak_ada", "kurang", "belum_diperiksa"]))
def test_a_better_document_never_lowers_the_supported_score(benih: int, letak: int, lama: str) -> None:
    tabel = penilaian_acak(FORM, benih)
    dokumen, daftar = dokumen_acak(FORM, benih)
    urutan = ["tidak_ada", "kurang", "belum_diperiksa", "lengkap"]
    terdukung = []
    for status in urutan[urutan.index(lama) :]:
        diubah = daftar.copy()
        diubah.loc[letak, "status"] = status
        hasil = score(tabel, "em", FORM, DAFTAR, dokumen, diubah)
        terdukung.append(hasil.terdukung or 0.0)
    assert terdukung == sorted(terdukung)
