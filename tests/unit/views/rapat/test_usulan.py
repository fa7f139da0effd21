"""What is proposed to a meeting: the weightiest first, nothing that is promised already."""

from pathlib import Path

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.views.rapat.usulan import usulan_keputusan
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan
from tests.pembantu.rencana_uji import dengan_sasaran


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def test_five_decisions_are_proposed_each_with_an_office_and_a_date_not_yet_over(contoh: Keadaan) -> None:
    usulan = usulan_keputusan(contoh)
    assert len(usulan) == 5
    assert [u.poin for u in usulan] == sorted((u.poin for u in usulan), reverse=True)
    assert all(u.opd in contoh.daerah.opd for u in usulan)
    assert all(u.tenggat and u.tenggat >= contoh.rapat.tanggal for u in usulan)


def test_what_decides_the_category_is_proposed_before_what_documents_secure(contoh: Keadaan) -> None:
    dulu = {t.kegiatan.kode[0][1:] for t in contoh.rencana_wajib.lengkap.menutup_em}
    assert {(u.indikator, u.pertanyaan) for u in usulan_keputusan(contoh)} <= dulu


@pytest.mark.parametrize("id_rapat", ["kota-contoh-1", "kota-contoh-2"])
def test_what_decides_the_category_is_proposed_before_everything_else(id_rapat: str) -> None:
    k = keadaan_contoh(id_rapat)
    assert k.jarak is not None
    semua = usulan_keputusan(k, 50)
    menentukan = [kode_pertanyaan(str(u.indikator), str(u.pertanyaan)) in k.jarak.menentukan for u in semua]
    assert sum(menentukan) >= 11
    assert menentukan == sorted(menentukan, reverse=True)
    assert usulan_keputusan(k, 50) == semua


def test_where_the_target_is_reached_the_plan_s_largest_actions_come_first() -> None:
    k = dengan_sasaran(keadaan_contoh("kota-contoh-2"), "madya")
    assert k.jarak is not None and not k.jarak.menentukan
    pertama = usulan_keputusan(k)[0]
    assert pertama.keputusan == "Melengkapi uraian dan dasar hukum inovasi pelaporan kekerasan lewat sekolah"


def test_no_question_is_proposed_that_an_open_promise_covers(contoh: Keadaan) -> None:
    kode = {(u.indikator, u.pertanyaan) for u in usulan_keputusan(contoh, 50)}
    assert ("22A", "1") in kode
    assert not kode & {("21A", "8"), ("25", "11"), ("14", "5")}


def test_without_documents_the_questions_with_most_points_are_proposed() -> None:
    usulan = usulan_keputusan(keadaan_contoh("ogan-ilir-2024"))
    assert usulan[0].keputusan.startswith("Menambah jawaban Forum Anak berperan 2P (Pelopor & Pelapor)")
    assert (usulan[0].indikator, usulan[0].pertanyaan, usulan[0].tenggat) == ("6", "3", None)


def test_a_form_without_questions_proposes_nothing(tmp_path: Path) -> None:
    assert usulan_keputusan(keadaan(tmp_path, ["em", "klaster_1", "", "", "50"])) == []
