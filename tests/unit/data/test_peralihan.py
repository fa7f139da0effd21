import math
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kla_lib.data.bentuk import PENILAIAN
from kla_lib.data.buku import load_buku
from kla_lib.data.peralihan import carry_over
from kla_lib.letak import FOLDER_CONTOH
from kla_lib.rules.form.instrumen import Instrumen, load_instrumen
from kla_lib.rules.peta.peralihan import ButirPeralihan, Peralihan, load_peralihan
from tests.pembantu.form_uji import write_form
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.penilaian_uji import penilaian, penilaian_acak

F2022, F2024 = load_instrumen(PARAMS, "2022"), load_instrumen(PARAMS, "2024")
K = "kelembagaan"


def nilai_contoh(nama: str) -> pd.DataFrame:
    tabel = load_buku(PARAMS, FOLDER_CONTOH / nama).penilaian
    assert tabel is not None
    return tabel


def baris(tabel: pd.DataFrame) -> dict[tuple[Any, ...], tuple[float | None, Any]]:
    return {
        (r.klaster, r.indikator, r.pertanyaan): (None if math.isnan(r.nilai) else r.nilai, r.catatan)
        for r in tabel.itertuples(index=False)
    }


def test_points_of_2022_come_over_where_the_maximum_is_the_same_and_as_a_note_where_not() -> None:
    hasil = carry_over(nilai_contoh("sumbawa-2022"), load_peralihan(PARAMS, "2022", "2024"), F2022, F2024)
    assert baris(hasil) == {
        ("kelembagaan", None, None): (None, "tahun lalu (form 2022): 83,5 dari 150"),
        ("klaster_1", None, None): (53, None),
        ("klaster_2", None, None): (None, "tahun lalu (form 2022): 78 dari 170"),
        ("klaster_3", None, None): (94.5, None),
        ("klaster_4", None, None): (44.5, None),
        ("klaster_5", None, None): (104.85, None),
        ("kelana_dekela", "25", None): (None, "tahun lalu (form 2022): 17 dari 25"),
        ("kelana_dekela", "26", None): (None, "tahun lalu (form 2022): 30,5 dari 75"),
    }


def test_the_rows_have_the_columns_of_the_marks_and_nothing_is_confirmed() -> None:
    hasil = carry_over(nilai_contoh("sumbawa-2022"), load_peralihan(PARAMS, "2022", "2024"), F2022, F2024)
    assert tuple(hasil.columns) == PENILAIAN.nama_kolom
    assert set(hasil["tahap"]) == {"em"}
    assert set(hasil["dikonfirmasi"]) == {False}
    assert hasil["catatan_verifikator"].isna().all()


def test_back_to_2022_the_questions_are_added_up_to_their_klaster() -> None:
    hasil = baris(carry_over(nilai_contoh("ogan-ilir-2024"), load_peralihan(PARAMS, "2024", "2022"), F2024, F2022))
    assert hasil["klaster_3", None, None] == (136, None)
    assert hasil["kelembagaan", None, None] == (None, "tahun lalu (form 2024): 126,91 dari 164")
    assert len(hasil) == 8


def test_a_klaster_of_which_one_question_is_not_marked_carries_nothing() -> None:
    tabel = nilai_contoh("ogan-ilir-2024")
    tabel = tabel[~((tabel["indikator"] == "12") & (tabel["pertanyaan"] == "1"))]
    hasil = baris(carry_over(tabel, load_peralihan(PARAMS, "2024", "2022"), F2024, F2022))
    assert ("klaster_3", None, None) not in hasil
    assert len(hasil) == 7


@settings(max_examples=20)
@given(st.integers(0, 2**32 - 1))
def test_on_the_same_form_every_mark_of_a_question_comes_over_as_it_is(benih: int) -> None:
    awal = penilaian_acak(F2024, benih)
    hasil = carry_over(awal, load_peralihan(PARAMS, "2024", "2024"), F2024, F2024)
    kolom = ["klaster", "indikator", "pertanyaan"]
    soal = awal[awal["pertanyaan"].notna() & awal["nilai"].notna()]
    sama = hasil[hasil["nilai"].notna()]
    assert sama[[*kolom, "nilai"]].values.tolist() == soal[[*kolom, "nilai"]].values.tolist()
    di_atas = awal[awal["pertanyaan"].isna() & awal["nilai"].notna()]
    assert len(hasil) == len(soal) + len(di_atas)  # a mark above the questions is only noted, in its own place


@pytest.fixture
def form(tmp_path: Path) -> Instrumen:
    dua = ({"indikator": "2", "pertanyaan": p, "label": f"Lain {p}"} for p in "12")
    return load_instrumen(PARAMS, str(write_form(tmp_path, {K: {"1": 3, "2": 2}}, {}, {}, {}, *dua)))


def pindah(form: Instrumen, *butir: ButirPeralihan, **nilai: float) -> dict[tuple[Any, ...], tuple[float | None, Any]]:
    marks = penilaian(*(("em", K, kode[1], kode[3] if len(kode) > 2 else None, n) for kode, n in nilai.items()))
    return baris(carry_over(marks, Peralihan("uji", "uji", "pertanyaan", butir), form, form))


def kode(i: str, p: str | None = None) -> tuple[str, str, str | None]:
    return (K, i, p)


def test_merged_units_are_added_where_their_maxima_add_up(form: Instrumen) -> None:
    dua = (kode("1", "1"), kode("1", "2"))
    # two questions of one point each became indikator 2, of two points
    assert pindah(form, ButirPeralihan("gabung", dua, (kode("2"),)), p1_1=0.5, p1_2=1) == {kode("2"): (1.5, None)}
    assert pindah(form, ButirPeralihan("gabung", dua, (kode("1"),)), p1_1=0.5, p1_2=1) == {
        kode("1"): (None, "tahun lalu (form uji): 0,5 dari 1 + 1 dari 1")
    }
    assert pindah(form, ButirPeralihan("gabung", dua, (kode("2"),)), p1_1=0.5) == {
        kode("2"): (None, "tahun lalu (form uji): 0,5 dari 1; bagian lainnya belum dinilai")
    }


def test_a_split_unit_is_only_noted_at_each_of_its_parts(form: Instrumen) -> None:
    catatan = "tahun lalu (form uji): 1,5 dari 2 sebelum dipecah"
    assert pindah(form, ButirPeralihan("pecah", (kode("2"),), (kode("1", "1"), kode("1", "2"))), p2=1.5) == {
        kode("1", "1"): (None, catatan),
        kode("1", "2"): (None, catatan),
    }


def test_a_unit_that_is_gone_is_noted_at_its_klaster_and_a_new_one_starts_empty(form: Instrumen) -> None:
    butir = (
        ButirPeralihan("hilang", (kode("1", "1"), kode("2", "1")), ()),
        ButirPeralihan("baru", (), (kode("1", "2"),)),
    )
    assert pindah(form, *butir, p1_1=0.5, p2_1=1) == {
        (K, None, None): (
            None,
            "tahun lalu (form uji): 0,5 dari 1 untuk 1/1, yang tidak ada lagi; "
            "tahun lalu (form uji): 1 dari 1 untuk 2/1, yang tidak ada lagi",
        )
    }


def test_a_renamed_unit_keeps_its_points(form: Instrumen) -> None:
    assert pindah(form, ButirPeralihan("ganti_nama", (kode("1", "1"),), (kode("1", "3"),)), p1_1=0.5) == {
        kode("1", "3"): (0.5, None)
    }


def test_marks_of_two_stages_at_once_are_a_mistake_of_the_program(form: Instrumen) -> None:
    marks = penilaian(("em", K, "1", "1", 1.0), ("va", K, "1", "1", 1.0))
    with pytest.raises(ValueError):
        carry_over(marks, load_peralihan(PARAMS, "2024", "2024"), form, form)
