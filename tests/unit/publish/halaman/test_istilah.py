"""The glossary of a meeting, for a member who is new."""

import re

import pytest

from kla_lib.bahasa import dalam_bahasa
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.publish.halaman.istilah import TEMPAT, berkas_istilah
from kla_lib.rules.istilah import load_istilah
from tests.pembantu.params_uji import PARAMS


@pytest.fixture(scope="module")
def keadaan() -> Keadaan:
    return load_keadaan(PARAMS, "ogan-ilir-2024")


def test_every_term_has_an_anchor_and_a_link_to_it(keadaan: Keadaan) -> None:
    halaman = berkas_istilah(keadaan)[TEMPAT].decode()
    jangkar = re.findall(r'<dt id="([^"]+)">', halaman)
    assert jangkar == list(load_istilah(PARAMS))
    assert re.findall(r'<a href="#([^"]+)">', halaman) == jangkar


def test_the_page_says_each_term_with_its_meaning(keadaan: Keadaan) -> None:
    halaman = berkas_istilah(keadaan)[TEMPAT].decode()
    assert '<dt id="ambang">Ambang</dt>\n<dd>Poin tempat sebuah kategori mulai.' in halaman
    assert '<html lang="id">' in halaman


def test_in_english_a_term_keeps_the_word_that_is_heard_in_the_meeting(keadaan: Keadaan) -> None:
    with dalam_bahasa("en"):
        halaman = berkas_istilah(keadaan)[TEMPAT].decode()
    assert '<dt id="ambang">Lower edge (Ambang)</dt>\n<dd>The points where a category starts.' in halaman
    assert '<dt id="form">Form</dt>' in halaman
    assert '<html lang="en">' in halaman
