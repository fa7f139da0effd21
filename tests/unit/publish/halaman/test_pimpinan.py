"""The pages of the mayor and of Forum Anak: one place each, whole for every example."""

import re

import pytest

from kla_lib.publish.halaman.forum_anak import berkas_forum_anak
from kla_lib.publish.halaman.pimpinan import berkas_pimpinan
from tests.pembantu.keadaan_uji import keadaan_contoh

CONTOH = ("kota-contoh-1", "ogan-ilir-2024", "sumbawa-2022", "kota-bekasi")


@pytest.mark.parametrize("rapat", CONTOH)
def test_both_pages_are_made_without_empty_headings_and_twice_alike(rapat: str) -> None:
    keadaan = keadaan_contoh(rapat)
    berkas = berkas_pimpinan(keadaan) | berkas_forum_anak(keadaan)
    assert list(berkas) == ["pimpinan.html", "forum-anak.html"]
    for isi in berkas.values():
        assert not re.search(r"</h2>\s*(<h2|</main>)", isi.decode())
        assert "bukan nilai resmi" in isi.decode()
    assert berkas_pimpinan(keadaan) | berkas_forum_anak(keadaan) == berkas


def test_the_heading_names_who_leads() -> None:
    assert "<h1>Halaman wali kota</h1>" in berkas_pimpinan(keadaan_contoh("kota-contoh-1"))["pimpinan.html"].decode()
    assert "<h1>Halaman bupati</h1>" in berkas_pimpinan(keadaan_contoh("sumbawa-2022"))["pimpinan.html"].decode()


def test_children_of_a_regency_read_of_their_regency() -> None:
    assert "kabupaten kita" in berkas_forum_anak(keadaan_contoh("ogan-ilir-2024"))["forum-anak.html"].decode()
