from datetime import date
from typing import get_args

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.sumber import Keyakinan, Rujukan, check_rujukan, load_sumber, sebut_keyakinan
from tests.pembantu.params_uji import PARAMS


def rujukan(dokumen: str) -> Rujukan:
    return Rujukan(dokumen=dokumen, letak="paragraf 2")


def test_a_source_tells_who_published_what_and_when() -> None:
    sumber = load_sumber(PARAMS)["jatengpos_2022_07_08"]
    assert (sumber.penerbit, sumber.tanggal, sumber.keyakinan) == ("Jateng Pos", date(2022, 7, 8), "pers")
    assert sumber.alamat is not None and sumber.alamat.startswith("https://jatengpos.co.id/")


def test_a_source_of_which_only_the_year_is_known_has_a_year() -> None:
    assert load_sumber(PARAMS)["form_ogan_ilir_2024"].tanggal == 2024


def test_a_citation_of_a_known_document_is_accepted() -> None:
    check_rujukan(PARAMS, "berkas.yaml", [rujukan("sumbawa_2023_02_10")])


def test_citations_of_unknown_documents_are_refused_all_at_once() -> None:
    with pytest.raises(KlaError) as e:
        check_rujukan(
            PARAMS, "berkas.yaml", [rujukan("sumbwa_2023_02_10"), rujukan("anggapan_kla_lib"), rujukan("koran_x")]
        )
    salah = [str(k) for k in e.value.kesalahan]
    assert salah[0] == (
        "berkas.yaml: dokumen 'sumbwa_2023_02_10' tidak ada di params/sumber.yaml. Maksud Anda 'sumbawa_2023_02_10'?"
    )
    assert salah[1].startswith("berkas.yaml: dokumen 'koran_x' tidak ada di params/sumber.yaml. ")
    assert len(salah) == 2


def test_every_degree_of_certainty_has_words_for_readers() -> None:
    kata = {k: sebut_keyakinan(k) for k in get_args(Keyakinan)}
    assert kata["pers"] == "hanya berita"
    assert kata["anggapan"] == "anggapan kami"
    assert len(set(kata.values())) == len(kata) == 6
