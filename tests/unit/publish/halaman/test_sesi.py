"""The page of every session: page one of the meeting in its order, whole also where the book is thin."""

import re

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.publish.halaman.sesi import berkas_sesi
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.sesi_uji import AULA, anggota, dengan_sesi, urut

JAHAT = '<script>alert("x")</script>'


@pytest.fixture(scope="module")
def rapat() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


@pytest.fixture(scope="module")
def halaman(rapat: Keadaan) -> dict[str, str]:
    return {tempat: isi.decode() for tempat, isi in berkas_sesi(rapat).items()}


def test_there_is_one_page_per_session(halaman: dict[str, str]) -> None:
    assert list(halaman) == ["sesi/1.html", "sesi/2.html", "sesi/3.html", "sesi/4.html"]


def test_a_page_opens_with_position_decisions_and_promises_in_this_order(halaman: dict[str, str]) -> None:
    bagian = [
        "poin terisi",
        "<svg",
        "Keputusan yang diminta hari ini",
        "Janji dan perubahan",
        "kegiatan RAD",
        "Dokumen dengan poin terbanyak",
        "Yang tidak bisa dihitung lagi",
        "Agenda yang diusulkan",
        "Anggota sesi",
        "Berkas lain",
    ]
    assert all(urut(bagian, isi) for isi in berisi(halaman.values()))


def test_links_lead_from_the_session_folder_to_the_rest_of_the_meeting(halaman: dict[str, str]) -> None:
    tautan = re.findall(r'href="([^"#:]+)"', halaman["sesi/3.html"])
    assert tautan == [
        "../klaster_3/ringkas.html",
        "../klaster_4/ringkas.html",
        "../bahan.html",
        "../keputusan.xlsx",
        "../opd/index.html",
        "daftar-hadir.html",
    ]


def test_a_page_needs_no_network_and_no_script(halaman: dict[str, str]) -> None:
    assert not any("http://" in h.replace("http://www.w3.org", "") or "<script" in h for h in berisi(halaman.values()))


def test_the_same_meeting_gives_the_same_bytes(rapat: Keadaan, halaman: dict[str, str]) -> None:
    assert {t: isi.decode() for t, isi in berkas_sesi(rapat).items()} == halaman


def test_words_of_the_meeting_file_are_shown_as_words(rapat: Keadaan) -> None:
    k = dengan_sesi(rapat, AULA | {"nama": JAHAT, "waktu": JAHAT, "anggota": anggota(JAHAT)})
    (isi,) = berkas_sesi(k).values()
    assert JAHAT not in isi.decode()
    assert "&lt;script&gt;" in isi.decode()


@pytest.mark.parametrize("nama", ["kota-bekasi", "sumbawa-2022", "ogan-ilir-2024"])
def test_thin_books_have_pages_without_empty_headings(nama: str) -> None:
    for isi in berisi(berkas_sesi(load_keadaan(PARAMS, nama)).values()):
        assert not re.search(r"</h2>\s*(<h2|</main>)", isi.decode())


def test_without_sessions_one_page_says_that_they_are_not_set(rapat: Keadaan) -> None:
    berkas = berkas_sesi(dengan_sesi(rapat))
    assert list(berkas) == ["sesi/1.html"]
    assert "Sesi belum ditetapkan dalam berkas rapat" in berkas["sesi/1.html"].decode()
