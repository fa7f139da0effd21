"""The test on regions that were left out: shipped, known by what it depends on, made anew where that has changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from kla_lib.keadaan.uji_silang import (
    BERKAS,
    MODEL,
    UKURAN,
    bahan_uji,
    hitung_uji,
    load_uji,
    read_uji,
    sidik_uji,
    write_uji,
)
from kla_lib.scoring.perkiraan.pembanding import BAGIAN_TETAP, KATEGORI_SAMA
from kla_lib.scoring.perkiraan.uji_silang import EM, VA, peramal_model, uji
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS, params_dengan, salin_aturan

BAHAN = bahan_uji(PARAMS)
UJI = load_uji(PARAMS)


def test_the_shipped_results_are_those_of_the_shipped_evidence() -> None:
    assert UJI.tersimpan, "run make bukti: evidence or assumptions have changed"
    assert [len(UJI.kita(dari)) for dari in (EM, VA)] == [12, 12]


def test_a_region_that_is_left_out_again_gives_what_is_shipped() -> None:
    kasus = [k for k in BAHAN.kasus if k.daerah == "Kabupaten Bekasi"]
    baru = uji(kasus, peramal_model(BAHAN.bukti, BAHAN.verifikasi), BAHAN.kategori)
    lama = {n.kasus: n for n in UJI.nilaian[MODEL]}
    for n in berisi(baru):
        ukuran = [getattr(n, u) for u in UKURAN]
        assert [getattr(lama[n.kasus], u) for u in UKURAN] == pytest.approx(ukuran, abs=1e-3)


def test_results_are_not_taken_for_those_of_other_evidence_names_records_or_categories() -> None:
    b = BAHAN
    pertama = next(i for i, p in enumerate(b.bukti) if p.jenis == "em_va")
    lain = (
        replace(b, bukti=(*b.bukti[:pertama], replace(b.bukti[pertama], rendah=600.0, tinggi=600.0))),
        replace(b, bukti=tuple(replace(p, daerah="Kota Lain") if i == pertama else p for i, p in enumerate(b.bukti))),
        replace(b, kasus=tuple(replace(k, rekor=None) for k in b.kasus)),
        replace(b, verifikasi=replace(b.verifikasi, batas_hasil=(0.3, 1.0))),
        replace(b, kategori=replace(b.kategori, kategori=b.kategori.kategori[1:])),
    )
    assert len({sidik_uji(x) for x in (b, *lain)}) == 6
    assert not [x for x in lain if read_uji(PARAMS.path(BERKAS), x) is not None]


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    sebagian = {cara: UJI.nilaian[cara] for cara in (MODEL, KATEGORI_SAMA)}
    write_uji(tmp_path / "uji.json", BAHAN, sebagian)
    assert read_uji(tmp_path / "uji.json", BAHAN) == sebagian


@pytest.mark.parametrize("isi", ["", "{", "[]", '{"sidik": "x"}', "rusak"])
def test_a_broken_file_is_no_result(tmp_path: Path, isi: str) -> None:
    utuh = PARAMS.path(BERKAS).read_text(encoding="utf-8")
    path = tmp_path / "uji.json"
    path.write_text(utuh.replace('"peluang"', '"lain"') if isi == "rusak" else isi, encoding="utf-8")
    assert read_uji(path, BAHAN) is None
    assert read_uji(tmp_path / "tidak_ada.json", BAHAN) is None


def test_another_assumption_makes_the_test_anew_with_the_simple_ways_but_not_the_model_before(tmp_path: Path) -> None:
    path = salin_aturan(tmp_path, "verifikasi.yaml")
    sedikit = path.read_text(encoding="utf-8").replace("besaran: 200000", "besaran: 1000")
    path.write_text(sedikit.replace("[10, 20, 30, 45]", "[20]"), encoding="utf-8")
    baru = load_uji(params_dengan(tmp_path))
    assert not baru.tersimpan
    assert set(UJI.nilaian) - set(baru.nilaian) == {"model_lama"}
    assert {c: [n.kasus for n in isi] for c, isi in baru.nilaian.items()} == {
        c: [n.kasus for n in isi] for c, isi in UJI.nilaian.items() if c in baru.nilaian
    }


def test_cases_that_are_in_doubt_can_be_left_out_of_every_way() -> None:
    yakin = UJI.tanpa_ragu()
    assert [len(yakin.kita(dari)) for dari in (EM, VA)] == [7, 11]
    assert not [n for isi in berisi(yakin.nilaian.values()) for n in isi if n.kasus.diragukan]


def test_a_further_way_of_forecasting_is_tested_on_the_same_cases() -> None:
    sedikit = replace(BAHAN, kasus=BAHAN.kasus[:1], verifikasi=replace(BAHAN.verifikasi, banyak=1_000, draws=100))
    peramal = peramal_model(sedikit.bukti, sedikit.verifikasi)
    hasil = hitung_uji(sedikit, {"kembar": peramal})
    assert hasil["kembar"] == hasil[MODEL]
    assert hasil[BAGIAN_TETAP] == (), "a rule of thumb needs another region"
