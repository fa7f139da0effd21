"""The make-up of a city's points: what can be accepted or refused, and what is known of its documents."""

from itertools import combinations_with_replacement
from pathlib import Path

import numpy as np
import pytest

from kla_lib.data.buku import load_buku
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.verifikasi import Campuran
from kla_lib.scoring.dokumen.register import dokumen_penentu
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN, keadaan_of, susunan_of
from kla_lib.scoring.perkiraan.undian import bagian_per_keadaan
from tests.pembantu.berisi import berisi
from tests.pembantu.buku_uji import isi_buku, write_folder
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.perkiraan_uji import VERIFIKASI, buku_contoh, kota, susunan_contoh


@pytest.mark.parametrize("nama", ["ogan-ilir-2024", "kota-contoh", "sumbawa-2022"])
def test_the_points_of_a_book_are_all_there(nama: str) -> None:
    assert susunan_contoh(nama).diklaim == buku_contoh(nama)[1].diklaim


def test_marks_of_a_whole_klaster_are_one_unit_each_with_unknown_documents_and_no_office() -> None:
    s = susunan_contoh("sumbawa-2022")
    assert "klaster_3" in s.kode
    assert {KEADAAN_DOKUMEN[k] for k in s.keadaan} == {"belum_dicatat"}
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
        ([], "belum_dicatat"),
        (["belum_diperiksa"], "belum_dicatat"),
        (["lengkap", "lengkap"], "lengkap"),
        (["lengkap", "belum_diperiksa"], "lengkap_sebagian"),
        (["lengkap", "kurang"], "kurang"),
        (["lengkap", "tidak_ada"], "kurang"),
        (["kurang", "belum_diperiksa"], "kurang"),
        (["tidak_ada", "belum_diperiksa"], "tidak_ada_sebagian"),
        (["tidak_ada", "tidak_ada"], "tidak_ada"),
    ],
)
def test_a_question_is_in_the_state_of_its_documents(status: list[str], keadaan: str) -> None:
    assert KEADAAN_DOKUMEN[keadaan_of(status)] == keadaan


NAIK = {
    "tidak_ada": ("kurang", "belum_diperiksa", "lengkap"),
    "kurang": ("lengkap",),
    "belum_diperiksa": ("lengkap",),
    "lengkap": (),
}


@pytest.mark.parametrize("campuran", ["rapi", "acuan", "longgar"])
def test_a_better_document_never_puts_a_question_in_a_state_that_is_accepted_less(campuran: str) -> None:
    bagian = np.array([1e-6, 0.05, 0.3, 0.5, 0.75, 0.9, 0.99, 1 - 1e-6])
    p = bagian_per_keadaan(bagian, [VERIFIKASI.campuran[campuran]], VERIFIKASI.beta)
    for semua in (c for n in (1, 2, 3) for c in combinations_with_replacement(NAIK, n)):
        for baik in NAIK[semua[0]]:
            sebelum, sesudah = keadaan_of(semua), keadaan_of((baik, *semua[1:]))
            assert (p[sesudah][0] >= p[sebelum][0]).all(), (semua, baik)


def test_a_city_with_the_assumed_mix_of_documents_is_accepted_exactly_the_drawn_share() -> None:
    bagian = np.array([1e-6, 0.2, 0.7, 0.95, 1 - 1e-6])
    for c in berisi(VERIFIKASI.campuran.values()):
        lengkap, kurang, tidak_ada, tak_tahu, *_ = bagian_per_keadaan(bagian, [c], VERIFIKASI.beta)
        assert (c.lengkap * lengkap + c.kurang * kurang + c.tidak_ada * tidak_ada)[0] == pytest.approx(bagian, abs=1e-9)
        assert (tak_tahu[0] == bagian).all()


def test_one_state_of_documents_worked_out_by_hand() -> None:
    # With complete documents only in the mix θ + 1 = logit(.8), so thin ones get logistic(logit(.8) - 1.5) = .4716.
    semua = Campuran(lengkap=1.0, kurang=0.0, tidak_ada=0.0)
    lengkap, kurang, *_ = bagian_per_keadaan(np.array([0.8]), [semua], VERIFIKASI.beta)
    assert (round(float(lengkap[0, 0]), 4), round(float(kurang[0, 0]), 4)) == (0.8, 0.4716)
