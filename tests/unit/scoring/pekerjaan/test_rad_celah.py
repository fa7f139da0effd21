"""Questions that miss points while no action works on them."""

from dataclasses import replace
from pathlib import Path

import pandas as pd

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.pekerjaan.rad import pertanyaan_tanpa_kegiatan
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rad_uji import keadaan_rad


def kode(keadaan: Keadaan) -> list[str]:
    assert keadaan.hasil is not None
    p = pertanyaan_tanpa_kegiatan(keadaan.buku, keadaan.hasil, keadaan.jenis_celah)
    assert p is not None
    return list(p["indikator"] + "/" + p["pertanyaan"])


def test_a_question_is_listed_when_it_misses_points_and_no_action_names_it(tmp_path: Path) -> None:
    nilai = [["em", "klaster_3", "12", "1", "1"], ["em", "klaster_3", "12", "2", "1"]]
    daftar = kode(keadaan_rad(tmp_path, {"indikator": "12", "pertanyaan": "1"}, penilaian=nilai))
    assert "12/1" not in daftar
    assert "12/2" in daftar


def test_a_question_with_all_its_points_is_not_listed() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    assert keadaan.hasil is not None
    p = keadaan.hasil.pertanyaan
    penuh = set((p["indikator"] + "/" + p["pertanyaan"])[p["nilai"] >= p["nilai_maksimal"]])
    assert penuh
    assert not penuh & set(kode(keadaan))


def test_an_action_for_an_indikator_counts_for_all_of_its_questions(tmp_path: Path) -> None:
    daftar = kode(keadaan_rad(tmp_path, {"indikator": "12"}))
    assert not [k for k in berisi(daftar) if k.startswith("12/")]
    assert [k for k in daftar if k.startswith("13/")]


def test_points_given_for_an_indikator_as_a_whole_do_not_tell_what_its_questions_miss(tmp_path: Path) -> None:
    daftar = kode(keadaan_rad(tmp_path, {}, penilaian=[["em", "klaster_3", "13", "", "2"]]))
    assert not [k for k in berisi(daftar) if k.startswith("13/")]


def test_what_this_cycle_can_close_comes_before_what_only_the_next_one_can() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    assert keadaan.hasil is not None
    p = pertanyaan_tanpa_kegiatan(keadaan.buku, keadaan.hasil, keadaan.jenis_celah)
    assert p is not None
    urut = p["jenis"].map({"belum_ditentukan": 1, "siklus_berikutnya": 2}).fillna(0)
    assert list(urut) == sorted(urut)
    assert set(urut) == {0, 1, 2}
    for _jenis, milik in berisi(p.groupby(urut)):
        assert list(milik["sisa"]) == sorted(milik["sisa"], reverse=True)
    assert (p["sisa"].round(2) > 0).all()


def test_without_a_rad_it_is_not_known_which_questions_have_no_action() -> None:
    keadaan = keadaan_contoh("ogan-ilir-2024")
    assert keadaan.hasil is not None
    assert pertanyaan_tanpa_kegiatan(keadaan.buku, keadaan.hasil, keadaan.jenis_celah) is None
    kosong = replace(keadaan.buku, rad=pd.DataFrame({"indikator": [], "pertanyaan": []}, dtype=object))
    assert pertanyaan_tanpa_kegiatan(kosong, keadaan.hasil, keadaan.jenis_celah) is not None
