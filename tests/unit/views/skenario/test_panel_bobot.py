"""Weights in the panel: they move together, add up, can be held, and tell what they change."""

from pathlib import Path

import pytest

from kla_lib.rules.skenario import PRIORITAS_KERJA
from kla_lib.scoring.skenario.pembobotan import bobot_resmi
from kla_lib.views.skenario.isi_bobot import baris_bobot, batas_skala
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.meja_uji import baris, geser, kata, papan

RESMI = keadaan_contoh("kota-contoh-1")


def jumlah(p: object) -> float:
    return round(sum(b["persen"] for b in p.bobot.baris.baris), 6)  # type: ignore[attr-defined]


def poin(b: dict[str, object]) -> float:
    return float(str(b["poin"]).removesuffix(" poin").replace(",", "."))


def test_a_weight_moved_changes_the_result_and_the_siblings_make_room(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    lama = meja.kini.hasil.diklaim
    geser(p, "klaster_3", 30.0)
    assert baris(p, "klaster_3")["persen"] == 30.0
    assert jumlah(p) == 100.0
    assert round(sum(poin(b) for b in p.bobot.baris.baris), 6) == 1000
    assert meja.kini.hasil.diklaim != lama
    assert meja.kini.simulasi
    assert "pada skala simulasi" in p.hasil.layar.bagian["kalimat"]


def test_a_locked_weight_stays(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path)
    kata(p, kunci="klaster_5", ya=True)
    geser(p, "klaster_1", 40.0)
    assert baris(p, "klaster_5")["persen"] == pytest.approx(20.5)
    assert baris(p, "klaster_5")["rendah"] == baris(p, "klaster_5")["tinggi"]
    geser(p, "klaster_5", 10.0)
    assert baris(p, "klaster_5")["persen"] == pytest.approx(20.5)
    kata(p, kunci="klaster_5", ya=False)
    geser(p, "klaster_5", 10.0)
    assert baris(p, "klaster_5")["persen"] == pytest.approx(10.0)


def test_a_weight_beyond_its_room_stops_at_the_edge(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path)
    geser(p, "klaster_1", 250.0)
    assert baris(p, "klaster_1")["persen"] == baris(p, "klaster_1")["tinggi"]
    assert all(b["persen"] > 0 for b in berisi(p.bobot.baris.baris))
    assert jumlah(p) == 100.0


def test_opening_a_klaster_shows_its_indikator_alone(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path)
    kata(p, buka="klaster_5")
    assert [b["kode"] for b in p.bobot.baris.baris] == [
        i.kode for i in RESMI.instrumen.klaster_of("klaster_5").indikator
    ]
    geser(p, "21A", 60.0)
    assert baris(p, "21A")["persen"] == 60.0
    assert jumlah(p) == 100.0
    assert round(sum(poin(b) for b in p.bobot.baris.baris), 6) == 205
    assert "21A" in p.hasil.layar.bagian["klaster"]
    p.bobot.kembali.click()
    assert len(p.bobot.baris.baris) == 7


def test_inside_its_interval_a_weight_keeps_the_category_and_outside_it_does_not(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    kategori = meja.kini.hasil.kategori
    terbatas = [
        (b["kode"], b["selang"])
        for b in p.bobot.baris.baris
        if b["selang"][0] > b["rendah"] + 1 or b["selang"][1] < b["tinggi"] - 1
    ]
    assert terbatas, "no weight of the example can change the category"
    for kode, (rendah, tinggi) in terbatas:
        for ke, sama in ((rendah + 0.5, True), (tinggi - 0.5, True), (rendah - 0.5, False), (tinggi + 0.5, False)):
            if not baris(p, kode)["rendah"] < ke < baris(p, kode)["tinggi"]:
                continue
            geser(p, kode, ke)
            assert (meja.kini.hasil.kategori == kategori) == sama, (kode, ke)
            meja.resmikan()


def test_the_recorded_weight_is_no_change(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    geser(p, "klaster_1", 12.0)
    assert baris(p, "klaster_2")["berubah"]
    geser(p, "klaster_1", 11.5)
    assert not meja.belum_disimpan
    assert not any(b["berubah"] for b in berisi(p.bobot.baris.baris))


@pytest.mark.parametrize(
    ("pilihan", "klaster_1"), [("klaster_sama", 14.3), ("indikator_sama", 9.7), ("form:2022", None), ("resmi", 11.5)]
)
def test_a_preset_sets_all_weights(tmp_path: Path, pilihan: str, klaster_1: float | None) -> None:
    meja, p = papan(tmp_path)
    geser(p, "klaster_5", 40.0)
    p.bobot.pilihan.value = pilihan
    p.bobot.pakai.click()
    assert jumlah(p) == 100.0
    if klaster_1 is not None:
        assert baris(p, "klaster_1")["persen"] == pytest.approx(klaster_1, abs=0.11)
    assert (pilihan == "resmi") == meja.isi.kosong


def test_a_hundred_points_apply_only_when_all_are_dealt_out(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    p.bobot.bagi.click()
    poin = p.bobot.poin

    def bagi(kode: str, n: object) -> None:
        poin.daftar._handle_custom_msg({"kode": kode, "isi": n}, [])

    bagi("klaster_1", 40)
    assert "Sisa 60 poin." in p.bobot.poin.sisa.value
    p.bobot.poin.pakai.click()
    assert meja.isi.kosong
    for salah in (150, -1, "abc", None, float("nan")):
        bagi("klaster_1", salah)
    assert poin.bagi["klaster_1"] == 40
    bagi("klaster_2", 70)
    assert "Lebih 10 poin." in p.bobot.poin.sisa.value
    bagi("klaster_2", 60)
    assert not p.bobot.poin.pakai.disabled
    p.bobot.poin.pakai.click()
    assert baris(p, "klaster_1")["persen"] == pytest.approx(40, abs=0.5)
    assert p.bobot.poin.akar not in p.bobot.akar.children


def test_read_as_priorities_weights_change_no_points_and_no_category_is_named(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    lama = meja.kini.hasil.diklaim
    p.bobot.bacaan.value = PRIORITAS_KERJA
    geser(p, "klaster_3", 40.0)
    assert meja.kini.hasil.diklaim == lama
    assert all(b["selang"] is None for b in berisi(p.bobot.baris.baris))
    assert "setara" not in p.hasil.layar.bagian["kalimat"]
    assert "Urutan perhatian" in p.hasil.layar.bagian["peluang"]
    meja.resmikan()
    assert p.bobot.bacaan.value != PRIORITAS_KERJA


def test_the_scale_of_the_sliders_holds_every_weight() -> None:
    resmi = baris_bobot(RESMI, "")
    assert batas_skala(resmi) >= 2 * 100 * max(bobot_resmi(RESMI.instrumen)[""].values())
    assert batas_skala([{**resmi[0], "persen": 93.0}]) == 100
