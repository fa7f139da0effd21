"""The interactive page as a file: small, whole by itself, and no text of the book can leave its place."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.interaktif import berkas_interaktif, make_interaktif, to_blok
from kla_lib.rules.form.instrumen import KLASTER
from tests.pembantu.interaktif_uji import SKENARIO, halaman, paket_uji
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS

PALING_BESAR = 700 * 1024
JAHAT = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \" ' & <!--"


@pytest.mark.parametrize("klaster", KLASTER)
def test_a_page_is_one_small_file_that_asks_for_nothing(klaster: str) -> None:
    isi = halaman(paket_uji("kota-contoh-1", klaster))
    assert len(isi) <= PALING_BESAR
    teks = isi.decode()
    assert not re.findall(r"(?:src|href)=\"(?!data:)", teks)
    assert "http" not in re.sub(r"http-equiv", "", teks)


def test_the_policy_lets_one_script_run_and_no_evaluated_text() -> None:
    teks = halaman(paket_uji("kota-contoh-1", "klaster_1")).decode()
    kebijakan = re.search(r'Content-Security-Policy" content="([^"]+)"', teks)
    assert kebijakan and kebijakan[1].count("sha256-") == 1
    assert "unsafe-eval" not in teks and "script-src 'unsafe-inline'" not in teks
    assert len(re.findall(r"<script", teks)) == 2  # the data block and the script
    assert not re.search(r"\son\w+=", teks)


def test_a_book_without_marks_has_no_page() -> None:
    paket = paket_uji("kota-bekasi", "klaster_3")
    assert make_interaktif(paket, "Judul", "", "#000000", "") is None
    assert berkas_interaktif(PARAMS, {"rapat": "kota-bekasi", "klaster": "klaster_3"}, "Judul", "", "#000000", "") == {}


def test_only_the_packs_of_a_klaster_have_one() -> None:
    assert berkas_interaktif(PARAMS, {"rapat": "kota-contoh-1", "skenario": ""}, "Ringkasan", "", "#000000", "") == {}
    satu = berkas_interaktif(PARAMS, {"rapat": "kota-contoh-1", "klaster": "klaster_1"}, "Klaster I", "", "#000000", "")
    assert list(satu) == ["interaktif.html"]


def test_two_runs_give_the_same_bytes() -> None:
    assert halaman(paket_uji("kota-contoh-1", "klaster_5")) == halaman(paket_uji("kota-contoh-1", "klaster_5"))


def jahat(keadaan: Keadaan) -> Keadaan:
    """Return the meeting with a title in every document that tries to leave its place."""
    dokumen = keadaan.buku.data_dukung
    assert dokumen is not None
    return replace(keadaan, buku=replace(keadaan.buku, data_dukung=dokumen.assign(judul=JAHAT)))


def test_no_text_of_the_book_can_become_a_tag() -> None:
    teks = halaman(jahat(keadaan_contoh("kota-contoh-1")).klaster("klaster_3")).decode()
    assert JAHAT not in teks
    assert JAHAT in unescape(teks)
    assert len(re.findall(r"<script", teks)) == 2
    assert "<img" not in teks


def test_no_text_can_close_the_data_block() -> None:
    blok = to_blok({"a": JAHAT, "b": "\u2028"})
    assert not set(blok) & set("<>&")
    assert json.loads(blok) == {"a": JAHAT, "b": "\u2028"}


def test_under_a_scenario_the_page_claims_no_category_and_names_the_official_result() -> None:
    teks = halaman(paket_uji("kota-contoh-1", "klaster_1", SKENARIO)).decode()
    assert "setara Nindya pada skala simulasi; nilai tercatat tetap 763,25 (Nindya)." in teks
    assert "Kembali ke skenario" in teks
    assert "EM tercatat 763,25" in teks
