"""Weights of an index that are tried, saved, taken up again and compared; bad files and books end in words."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.skenario import load_skenario
from kla_lib.scoring.indeks.bobot import bagian_bobot
from kla_lib.scoring.skenario.pembobotan import SEMUA
from kla_lib.views.indeks.banding import banding_indeks
from kla_lib.views.indeks.meja import MejaIndeks
from kla_lib.views.indeks.panel_bobot import PanelBobotIndeks, baris_bobot_indeks
from kla_lib.views.indeks.papan import PapanIndeks
from kla_lib.views.skenario.banding import pilih_skenario
from tests.pembantu.params_uji import params_skenario


def buka(folder: Path, rapat: str = "kota-contoh-2") -> MejaIndeks:
    return MejaIndeks(params_skenario(folder), rapat, "hak-anak")


@pytest.fixture
def meja(tmp_path: Path) -> MejaIndeks:
    return buka(tmp_path)


def test_a_heavier_klaster_moves_the_index_and_its_siblings_give_way(meja: MejaIndeks) -> None:
    assert meja.kota.nilai == 82.4
    assert meja.geser(SEMUA, "klaster_4", 0.6) == ""
    assert bagian_bobot(meja.kota.indeks)[SEMUA] == pytest.approx(
        {"klaster_4": 0.6} | dict.fromkeys(("klaster_1", "klaster_2", "klaster_3", "klaster_5"), 0.1)
    )
    nilai = [(0.6 if k == "klaster_4" else 0.1) * n for k, (n, _c) in meja.kota.klaster.items() if n is not None]
    assert meja.kota.nilai == pytest.approx(sum(nilai) / 0.9, abs=0.06)
    assert meja.kota_resmi.nilai == 82.4
    meja.urungkan()
    assert (meja.kota.nilai, meja.diubah) == (82.4, False)


def test_a_measure_inside_a_klaster_moves_that_klaster_alone(meja: MejaIndeks) -> None:
    lama = dict(meja.kota.klaster)
    meja.geser("klaster_1", "Anak memiliki KIA", 0.9)
    berubah = {k for k, isi in meja.kota.klaster.items() if isi != lama[k]}
    assert berubah == {"klaster_1"}


def test_what_is_saved_is_taken_up_again_and_stands_in_the_comparison(meja: MejaIndeks, tmp_path: Path) -> None:
    meja.geser(SEMUA, "klaster_4", 0.6)
    meja.simpan("Sekolah berat", "Bappeda", "Menguji bobot lain", ganti=False)
    skenario = load_skenario(params_skenario(tmp_path), "sekolah-berat")
    assert skenario.indeks["hak-anak"]["klaster_4"] == 0.6
    assert skenario.hanya_indeks
    lagi = buka(tmp_path)
    assert lagi.daftar_muat() == ["sekolah-berat"]
    lagi.muat("sekolah-berat")
    assert lagi.kota.nilai == meja.kota.nilai
    teks = banding_indeks(lagi).teks
    assert "Menurut berkas indeks | 82,4" in teks
    assert "Bappeda" in teks
    assert "Klaster IV · Pendidikan dan budaya | 20 % | 60 %" in teks


def test_weights_of_an_index_change_no_points_and_are_left_out_where_points_are_compared(
    meja: MejaIndeks, tmp_path: Path
) -> None:
    meja.geser(SEMUA, "klaster_4", 0.6)
    meja.simpan("sekolah berat", "Bappeda", "Menguji bobot lain", ganti=False)
    terpilih = pilih_skenario(meja.siap)
    assert terpilih.daftar == ()
    assert "hanya mengubah indeks" in terpilih.catatan[0]


@pytest.mark.parametrize(
    ("lama", "baru", "bagian"),
    [
        ('"klaster_4": 0.6', '"klaster_9": 0.6', "'klaster_9' bukan klaster atau ukuran indeks ini"),
        ('"klaster_4": 0.6', '"klaster_4": 0.9', "berjumlah 1,3, bukan 1"),
        ('"klaster_4": 0.6', '"klaster_4": enam', "klaster_4"),
    ],
)
def test_a_file_with_weights_that_cannot_be_is_refused_with_its_place(
    meja: MejaIndeks, tmp_path: Path, lama: str, baru: str, bagian: str
) -> None:
    meja.geser(SEMUA, "klaster_4", 0.6)
    path = meja.simpan("satu", "Bappeda", "Menguji", ganti=False)
    isi = path.read_text(encoding="utf-8")
    assert lama in isi
    path.write_text(isi.replace(lama, baru), encoding="utf-8")
    with pytest.raises(KlaError, match=r"satu\.yaml") as e:
        meja.muat("satu")
    assert bagian in str(e.value)
    assert meja.daftar_muat() == []
    assert bagian.split(" ", 1)[0] in banding_indeks(meja).teks


def test_a_row_tells_value_official_weight_and_where_the_rise_stays(meja: MejaIndeks) -> None:
    baris = {b["kode"]: b for b in baris_bobot_indeks(meja, SEMUA)}
    assert (baris["klaster_4"]["persen"], baris["klaster_4"]["resmi"], baris["klaster_4"]["poin"]) == (20, 20, "63,8")
    assert baris["klaster_5"]["poin"] == "–"
    assert "2024 di atas 2023 selama bobot ini antara" in baris["klaster_4"]["selang_teks"]
    assert [baris[k]["anak"] for k in ("klaster_1", "klaster_2")] == [True, False]
    assert all(b["selang"] is None for b in baris_bobot_indeks(meja, SEMUA, {"klaster_1"}))


def test_the_panel_moves_locks_opens_and_redraws_what_changed(meja: MejaIndeks) -> None:
    papan = PapanIndeks(meja)
    bobot = PanelBobotIndeks(meja)
    lama = dict(papan.hasil.layar.bagian)
    bobot._terima({"kode": "klaster_4", "ke": 60.0})
    baru = papan.hasil.layar.bagian
    assert {n for n in baru if baru[n] != lama[n]} == {"kalimat", "klaster"}
    assert "Simulasi bobot. Menurut berkas indeks: 82,4." in baru["kalimat"]
    assert "stroke-dasharray" in baru["klaster"], "the weights of the file stay beside"
    bobot._terima({"kunci": "klaster_4", "ya": True})
    assert {b["kode"] for b in bobot.baris.baris if b["dikunci"]} == {"klaster_4"}
    bobot._terima({"buka": "klaster_3"})
    assert "Prevalensi stunting" in [b["kode"] for b in bobot.baris.baris]


@pytest.mark.parametrize("rapat", ["kota-bekasi", "ogan-ilir-2024"])
def test_a_city_with_few_outcomes_or_none_has_a_panel_too(tmp_path: Path, rapat: str) -> None:
    meja = buka(tmp_path, rapat)
    assert meja.salah == ""
    papan = PapanIndeks(meja)
    meja.geser(SEMUA, "klaster_4", 0.6)
    assert "Belum bisa digambar" in papan.hasil.layar.bagian["klaster"]
    assert "belum" in papan.hasil.layar.bagian["kalimat"]


def test_an_unknown_index_or_meeting_is_said_in_place_of_the_panel(tmp_path: Path) -> None:
    for meja in (MejaIndeks(params_skenario(tmp_path), "kota-contoh-2", "hak-anka"), buka(tmp_path, "kota-lain")):
        assert meja.salah
        teks = meja.tampilkan(banding_indeks).teks
        assert "Belum bisa ditampilkan" in teks
        assert PapanIndeks(meja).akar.children
    assert "hak-anak" in MejaIndeks(params_skenario(tmp_path), "kota-contoh-2", "hak-anka").salah
