"""The clock of a city."""

from datetime import timedelta

import pytest

from kla_lib.rules.daerah.semua_daerah import load_semua_daerah
from kla_lib.rules.vlh.zona import baca_waktu, load_zona, zona_provinsi
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS


def test_every_province_of_the_country_has_a_time_zone() -> None:
    provinsi = {d.provinsi for d in load_semua_daerah(PARAMS)}
    assert [p for p in berisi(provinsi) if zona_provinsi(PARAMS, p) is None] == []


def test_a_province_is_known_with_the_word_before_it_and_an_invented_one_is_not() -> None:
    assert zona_provinsi(PARAMS, "Provinsi Bali") == "WITA"
    assert zona_provinsi(PARAMS, "papua tengah") == "WIT"
    assert zona_provinsi(PARAMS, "Provinsi Contoh") is None


def test_a_time_stands_on_the_clock_of_the_city_whether_or_not_it_says_so() -> None:
    zona = load_zona(PARAMS)["WITA"]
    saat = baca_waktu("2025-05-20 16:00", zona)
    assert saat == baca_waktu("2025-05-20T16.00 wita", zona) == baca_waktu("2025-05-20 16:00:00", zona)
    assert saat.utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize(
    ("tulisan", "kata"),
    [
        ("2025-05-20 16:00 WIB", "memakai zona WIB, sedangkan kota ini memakai WITA"),
        ("2025-02-30 16:00", "tidak ada di kalender"),
        ("2025-05-20 25:00", "tidak ada di kalender"),
        ("besok sore", "tidak terbaca"),
        ("2025-05-20", "tidak terbaca"),
    ],
)
def test_a_time_that_cannot_be_or_is_of_another_zone_is_refused(tulisan: str, kata: str) -> None:
    with pytest.raises(ValueError, match=kata):
        baca_waktu(tulisan, load_zona(PARAMS)["WITA"])
