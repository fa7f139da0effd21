"""The numbers of the interactive page: all that it needs, nothing that it does not show."""

import json
from dataclasses import replace
from typing import Any

import pytest

from kla_lib.scoring.dokumen.celah import SIKLUS_BERIKUTNYA
from kla_lib.views.interaktif.data import Bahan, bahan_interaktif, data_interaktif
from tests.pembantu.berisi import berisi
from tests.pembantu.interaktif_uji import SKENARIO, bahan_of, keadaan_berbagi, paket_uji


@pytest.fixture(scope="module")
def bahan() -> Bahan:
    return bahan_of(paket_uji("kota-contoh-1", "klaster_3"))


@pytest.fixture(scope="module")
def data(bahan: Bahan) -> dict[str, Any]:
    return data_interaktif(bahan)


def test_a_book_without_marks_has_nothing_to_try() -> None:
    assert bahan_interaktif(paket_uji("kota-bekasi", "klaster_3")) is None


def test_no_text_of_the_book_is_among_the_numbers(bahan: Bahan, data: dict[str, Any]) -> None:
    teks = json.dumps(data)
    assert "dokumen" in teks
    for d in berisi(bahan.resmi.buku.data_dukung.itertuples()):  # type: ignore[union-attr]
        assert d.judul not in teks and d.id_dokumen not in teks
    for p in berisi(bahan.resmi.instrumen.pertanyaan.itertuples()):
        assert len(p.label) < 6 or p.label not in teks


def test_questions_of_other_klaster_are_not_in_the_page(bahan: Bahan, data: dict[str, Any]) -> None:
    assert len(data["butir"]) == 47
    assert {b["i"] for b in data["butir"]} == set(range(6))
    assert [k["kode"] for k in data["klaster"]] == [k.id for k in bahan.resmi.instrumen.klaster]


def test_points_of_the_next_cycle_have_no_tick() -> None:
    for id_klaster in ("klaster_1", "klaster_2", "klaster_3", "klaster_4", "klaster_5", "kelembagaan"):
        bahan = bahan_of(paket_uji("kota-contoh-1", id_klaster))
        j = bahan.resmi.jenis_celah
        nanti = j[j["jenis"] == SIKLUS_BERIKUTNYA]
        kode = set(nanti["indikator"] + "/" + nanti["pertanyaan"])
        for b in berisi(bahan.butir):
            assert not (b.bisa and b.kode in kode)


def test_full_questions_have_no_tick(bahan: Bahan) -> None:
    assert any(b.nilai == b.maks for b in bahan.butir)
    assert all(not b.bisa for b in berisi(bahan.butir) if b.nilai == b.maks)


def test_a_document_that_serves_several_klaster_brings_points_in_all_of_them() -> None:
    bahan = bahan_of(keadaan_berbagi("klaster_3").klaster("klaster_3"))
    data = data_interaktif(bahan)
    assert len({t["klaster"] for t in data["terkait"]}) == 5
    assert any(t["dasar"] > 0 for t in data["terkait"])
    assert all(t["klaster"] != data["ini"] for t in data["terkait"])


def test_marks_of_a_whole_klaster_have_one_tick() -> None:
    bahan = bahan_of(paket_uji("sumbawa-2022", "klaster_2"))
    assert [(b.kode, b.indikator) for b in bahan.butir] == [("klaster_2", -1)]
    assert data_interaktif(bahan)["indikator"] == []


def test_a_scenario_of_a_whole_indikator_leaves_its_questions_without_ticks() -> None:
    isi = SKENARIO.isi.model_copy(update={"nilai": {"13": 15.0}})
    bahan = bahan_of(paket_uji("kota-contoh-1", "klaster_3", isi))
    dari_13 = [b for b in bahan.butir if b.kode.startswith("13/")]
    assert dari_13 and not any(b.bisa for b in dari_13)
    assert any(b.bisa for b in bahan.butir)


def test_a_scenario_that_no_code_can_say_makes_a_page_without_a_code() -> None:
    isi = SKENARIO.isi.model_copy(update={"nilai": {"12/1": 1.2345}})
    assert data_interaktif(bahan_of(paket_uji("kota-contoh-1", "klaster_3", isi)))["kode"] is None


def test_the_same_book_gives_the_same_numbers(bahan: Bahan, data: dict[str, Any]) -> None:
    lagi = data_interaktif(replace(bahan, paket=paket_uji("kota-contoh-1", "klaster_3")))
    assert json.dumps(lagi, sort_keys=True) == json.dumps(data, sort_keys=True)
