"""A code is written in one way, wherever it is read."""

import pandas as pd

from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.form.kode import kode_bagian, kode_pertanyaan, kolom_kode
from tests.pembantu.params_uji import PARAMS


def test_a_code_is_as_short_as_its_place_allows() -> None:
    assert kode_pertanyaan("21A", "4a") == "21A/4a"
    assert kode_bagian(("klaster_5", "21A", "4a")) == "21A/4a"
    assert kode_bagian(("klaster_5", "21A", None)) == "21A"
    assert kode_bagian(("klaster_5", None, None)) == "klaster_5"


def test_a_column_of_codes_says_the_same_row_by_row_and_knows_an_empty_table() -> None:
    p = load_instrumen(PARAMS, "2024").pertanyaan
    assert list(kolom_kode(p)) == [kode_pertanyaan(r.indikator, r.pertanyaan) for r in p.itertuples()]
    assert kolom_kode(p).nunique() == 274
    assert kolom_kode(pd.DataFrame({"indikator": [], "pertanyaan": []})).empty
