"""The data of a chart hold nothing that the chart does not show: whoever opens the notebook can read all of them."""

from collections.abc import Iterator
from typing import Any

import altair as alt
import pandas as pd
import pytest

from kla_lib.notebook import (
    chart_biaya_peluang,
    chart_capaian,
    chart_klaster,
    chart_nilai,
    chart_penggaris,
    chart_rad,
    chart_semua_klaster,
)
from kla_lib.views.rupa.tampilan import Tampilan
from tests.pembantu.berisi import berisi
from tests.pembantu.chart_uji import kolom_tak_tampak
from tests.pembantu.keadaan_uji import keadaan_contoh


def semua_chart(rapat: str) -> Iterator[tuple[str, Any]]:
    keadaan = keadaan_contoh(rapat)
    for buat in (chart_biaya_peluang, chart_penggaris, chart_rad, chart_semua_klaster):
        yield buat.__name__, buat(keadaan)
    for k in keadaan.instrumen.klaster:
        paket = keadaan.klaster(k.id)
        for gambar in (chart_capaian, chart_klaster, chart_nilai, chart_rad):
            yield f"{gambar.__name__} {k.id}", gambar(paket)


@pytest.mark.parametrize("rapat", ["kota-contoh-2", "ogan-ilir-2024", "kota-bekasi", "sumbawa-2022"])
def test_every_column_of_every_chart_is_shown(rapat: str) -> None:
    for nama, chart in berisi(semua_chart(rapat)):
        if not isinstance(chart, Tampilan):  # what stands there where nothing can be drawn
            assert kolom_tak_tampak(chart.to_dict()) == {}, nama


def test_a_column_that_nobody_sees_is_found() -> None:
    data = pd.DataFrame({"x": [1], "y": [2], "nama_anak": ["?"]})
    titik = alt.Chart(data).mark_point().encode(x="x:Q", y="y:Q")
    (sisa,) = kolom_tak_tampak(alt.layer(titik, titik).to_dict()).values()
    assert sisa == {"nama_anak"}
    disebut = titik.transform_filter("datum.nama_anak != ''")
    assert kolom_tak_tampak(disebut.to_dict()) == {}
