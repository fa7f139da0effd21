"""The make-up of a city's points: what can be accepted or refused, and what is known of its documents."""

from pathlib import Path

import pytest

from kla_lib.data.buku import load_buku
from kla_lib.rules.kategori import load_kategori
from kla_lib.scoring.dokumen.register import dokumen_penentu
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN, keadaan_of, susunan_of
from tests.pembantu.buku_uji import isi_buku, write_folder
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.perkiraan_uji import buku_contoh, kota, susunan_contoh


@pytest.mark.parametrize("nama", ["ogan-ilir-2024", "kota-contoh", "sumbawa-2022"])
def test_the_points_of_a_book_are_all_there(nama: str) -> None:
    assert susunan_contoh(nama).diklaim == buku_contoh(nama)[1].diklaim


def test_marks_of_a_whole_klaster_are_one_unit_each_with_unknown_documents_and_no_office() -> None:
    s = susunan_contoh("sumbawa-2022")
    assert "klaster_3" in s.kode
    assert {KEADAAN_DOKUMEN[k] for k in s.keadaan} == {"belum"}
    assert set(s.daftar_opd) == {""}
    assert len(set(s.opd)) == len(s.kode), "two klaster are not one office"


def test_the_responsible_office_is_the_one_named_first() -> None:
    s, pertanyaan = susunan_contoh("ogan-ilir-2024"), buku_contoh("ogan-ilir-2024")[1].pertanyaan
    assert [s.daftar_opd[o] for o in s.opd] == [o[0] for o in pertanyaan["opd"]]


def test_questions_without_marks_are_named_and_count_nothing() -> None:
    s = kota([10.0, float("nan"), 5.0])
    assert s.belum_dinilai == ("1/1",)
    assert s.diklaim == 15
    assert len(susunan_contoh("kota-contoh").belum_dinilai) == buku_contoh("kota-contoh")[1].belum_dinilai


def test_a_klaster_of_a_form_without_questions_is_named_where_it_has_no_mark(tmp_path: Path) -> None:
    keterangan = {"instrumen": "2022", "tahun_evaluasi": "2022"}
    isi = isi_buku(
        ["em", "klaster_1", None, None, "53"], ["em", "kelana_dekela", "25", None, "17"], keterangan=keterangan
    )
    buku = load_buku(PARAMS, write_folder(isi, tmp_path / "buku"))
    s = susunan_of(buku, score_buku(buku, "em", load_kategori(PARAMS, 2022)), dokumen_penentu(buku))
    assert s.diklaim == 70
    assert set(s.belum_dinilai) == {"kelembagaan", "klaster_2", "klaster_3", "klaster_4", "klaster_5", "26"}


@pytest.mark.parametrize(
    ("status", "keadaan"),
    [
        ([], "belum"),
        (["belum_diperiksa"], "belum"),
        (["lengkap", "lengkap"], "lengkap"),
        (["lengkap", "belum_diperiksa"], "belum"),
        (["lengkap", "kurang"], "tanpa"),
        (["lengkap", "tidak_ada"], "tanpa"),
        (["kurang", "belum_diperiksa"], "tanpa"),
        (["tidak_ada", "belum_diperiksa"], "tanpa"),
        (["tidak_ada", "tidak_ada"], "tanpa"),
    ],
)
def test_a_question_is_in_the_state_of_its_documents(status: list[str], keadaan: str) -> None:
    assert KEADAAN_DOKUMEN[keadaan_of(status)] == keadaan


def test_the_points_by_state_are_all_the_points_and_above_a_cap_they_still_count_before_it() -> None:
    s = kota([30.0, 20.0, 10.0], [["lengkap"], ["kurang"], []], atap=40.0)
    assert s.per_keadaan.tolist() == [[30.0, 20.0, 10.0]]
    assert s.diklaim == 40
    assert susunan_contoh("kota-contoh").per_keadaan.sum() == pytest.approx(susunan_contoh("kota-contoh").nilai.sum())
