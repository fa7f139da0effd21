import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.kategori import load_kategori
from kla_lib.scoring.nilai.hasil import score
from kla_lib.scoring.nilai.opd import nilai_per_opd
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.penilaian_uji import dokumen_acak, penilaian_acak

FORM = load_instrumen(PARAMS, "2024")
NAN = float("nan")


def soal(*baris: tuple[tuple[str, ...], float, float, str]) -> pd.DataFrame:
    return pd.DataFrame(list(baris), columns=["opd", "nilai", "nilai_maksimal", "status"])


def per_peran(tabel: pd.DataFrame) -> dict[str, dict[str, float]]:
    return nilai_per_opd(tabel).set_index("peran").to_dict("index")


def test_points_are_split_equally_and_the_first_named_is_the_one_responsible() -> None:
    hasil = per_peran(soal((("a", "b"), 3, 4, "lengkap"), (("b",), 1, 2, "kurang")))
    assert hasil["a"] == {
        "pertanyaan": 1,
        "penanggung_jawab": 1,
        "ikut": 0,
        "belum_dinilai": 0,
        "nilai": 1.5,
        "nilai_maksimal": 2,
        "lengkap": 1.5,
    }
    assert hasil["b"] == {
        "pertanyaan": 2,
        "penanggung_jawab": 1,
        "ikut": 1,
        "belum_dinilai": 0,
        "nilai": 2.5,
        "nilai_maksimal": 4,
        "lengkap": 1.5,
    }


def test_what_is_not_recorded_is_not_zero() -> None:
    hasil = per_peran(
        soal((("a",), NAN, 4, "belum_dicatat"), (("b",), 1, 2, "belum_dicatat"), (("b",), NAN, 2, "kurang"))
    )
    assert np.isnan(hasil["a"]["nilai"]) and np.isnan(hasil["a"]["lengkap"])
    assert (hasil["a"]["belum_dinilai"], hasil["a"]["nilai_maksimal"]) == (1, 4)
    assert hasil["b"]["nilai"] == 1
    assert np.isnan(hasil["b"]["lengkap"])  # no document of its marked question is recorded
    assert per_peran(soal((("a",), 1, 2, "kurang")))["a"]["lengkap"] == 0


@given(st.integers(0, 2**32 - 1))
def test_the_offices_together_have_the_points_of_the_questions(benih: int) -> None:
    dokumen_pertanyaan, data_dukung = dokumen_acak(FORM, benih)
    hasil = score(penilaian_acak(FORM, benih), "em", FORM, load_kategori(PARAMS, 2024), dokumen_pertanyaan, data_dukung)
    p = hasil.pertanyaan
    per_opd = nilai_per_opd(p)
    assert per_opd["nilai"].sum() == pytest.approx(p["nilai"].sum())
    assert per_opd["nilai_maksimal"].sum() == pytest.approx(p["nilai_maksimal"].sum())
    assert per_opd["lengkap"].sum() == pytest.approx(p.loc[p["status"] == "lengkap", "nilai"].sum())
    assert per_opd["penanggung_jawab"].sum() == len(p)
    assert per_opd["pertanyaan"].sum() == p["opd"].map(len).sum()
    assert (per_opd["pertanyaan"] == per_opd["penanggung_jawab"] + per_opd["ikut"]).all()
    assert (per_opd["nilai"].fillna(0) <= per_opd["nilai_maksimal"] + 1e-9).all()
    assert (per_opd["lengkap"].fillna(0) <= per_opd["nilai"].fillna(0) + 1e-9).all()
