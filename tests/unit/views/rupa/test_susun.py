"""Charts put together without copies hold what altair's own way gives."""

from typing import Any

import altair as alt
import pandas as pd
import pytest

from kla_lib.views.rupa.susun import Gambar, isi_data, lapis, susun_ke_bawah


def bagan(gambar: Any, lapis: Any, susun_ke_bawah: Any) -> dict[str, Any]:
    data = pd.DataFrame({"x": [1.0, float("nan")], "t": ["a", "b"]})
    dasar = gambar(data).encode(x=alt.X("x:Q"))
    badan = lapis(dasar.mark_bar(), dasar.mark_text().encode(text="t:N")).properties(width=10)
    return dict(susun_ke_bawah(badan, lapis(dasar.mark_rule())).resolve_scale(x="independent").to_dict())


def test_a_chart_is_the_same_as_the_one_that_altair_puts_together() -> None:
    assert bagan(Gambar, lapis, susun_ke_bawah) == bagan(alt.Chart, alt.layer, alt.vconcat)


def test_a_part_is_left_as_it_was() -> None:
    dasar = Gambar(pd.DataFrame({"x": [1]}))
    lapis(dasar.mark_bar(), width=10).properties(height=5)
    assert dasar.mark_text().encode(x="x:Q").to_dict()["mark"] == {"type": "text"}
    assert dasar.height is alt.Undefined


@pytest.mark.parametrize(
    "data",
    [
        pd.DataFrame({"n": [1, 2], "x": [0.5, float("inf")], "t": ["a", None]}),
        pd.DataFrame({"n": pd.array([1, None], dtype="Int64"), "k": pd.Categorical(["a", "b"])}),
        pd.DataFrame({"ya": [True, False]}),
        pd.DataFrame({"hari": pd.to_datetime(["2025-01-01", "2025-01-02"])}),
        pd.DataFrame([{}]),
        pd.DataFrame({"x": []}),
        {"values": [{"x": 1}]},
    ],
)
def test_the_rows_are_those_of_altair(data: Any) -> None:
    assert isi_data(data) == alt.default_data_transformer(data)
