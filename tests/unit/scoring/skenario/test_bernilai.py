"""The most valuable single changes, by the forecast itself."""

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.rules.form.merugikan import merugikan, mungkin_merugikan
from kla_lib.rules.rapat import load_rapat
from kla_lib.scoring.dokumen.celah import SIKLUS_BERIKUTNYA
from kla_lib.scoring.skenario.bernilai import DOKUMEN, JAWABAN, UsulanBernilai
from kla_lib.views.skenario.bernilai import usulan_bernilai
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS


@pytest.fixture(scope="module", params=["ogan-ilir-2024", "kota-contoh-1"])
def contoh(request: pytest.FixtureRequest) -> tuple[Keadaan, UsulanBernilai]:
    keadaan = load_keadaan(PARAMS, load_rapat(PARAMS, request.param))
    usulan = usulan_bernilai(keadaan)
    assert usulan is not None and usulan.perubahan
    return keadaan, usulan


def test_a_gain_is_what_the_forecast_under_that_change_adds(contoh: tuple[Keadaan, UsulanBernilai]) -> None:
    keadaan, usulan = contoh
    assert keadaan.perkiraan is not None
    lama = keadaan.perkiraan.total.mean()
    dokumen = [p for p in usulan.perubahan if p.jenis == DOKUMEN][:2]
    for p in (*usulan.perubahan[:2], usulan.perubahan[-1], *dokumen):
        baru = keadaan.dengan(p.isi).perkiraan
        assert baru is not None
        assert p.akhir == pytest.approx(baru.total.mean() - lama, abs=0.002)


def test_the_largest_gain_comes_first(contoh: tuple[Keadaan, UsulanBernilai]) -> None:
    gain = [round(p.akhir, 1) for p in contoh[1].perubahan]
    assert gain == sorted(gain, reverse=True)
    assert min(gain) >= 0


def test_neither_the_next_cycle_nor_harm_is_proposed(contoh: tuple[Keadaan, UsulanBernilai]) -> None:
    keadaan, usulan = contoh
    assert keadaan.hasil is not None
    form = {f"{p.indikator}/{p.pertanyaan}": p for p in keadaan.hasil.pertanyaan.itertuples(index=False)}
    celah = keadaan.jenis_celah
    nanti = celah[celah["jenis"] == SIKLUS_BERIKUTNYA]
    terlarang = set(nanti["indikator"] + "/" + nanti["pertanyaan"])
    jawaban = [p.kode[0] for p in usulan.perubahan if p.jenis == JAWABAN]
    assert not terlarang & set(jawaban)
    assert not [k for k in berisi(jawaban) if merugikan(form[k]) or mungkin_merugikan(form[k])]
    assert usulan.merugikan > 0
    assert usulan.siklus_berikutnya == len(
        [k for k in terlarang if not form[k].nilai_maksimal <= (form[k].nilai if form[k].nilai == form[k].nilai else 0)]
    )


def test_an_answer_goes_to_the_highest_points_of_its_question(contoh: tuple[Keadaan, UsulanBernilai]) -> None:
    keadaan, usulan = contoh
    assert keadaan.hasil is not None
    maks = keadaan.hasil.pertanyaan.set_index(["indikator", "pertanyaan"])["nilai_maksimal"]
    for p in berisi(usulan.perubahan):
        if p.jenis == JAWABAN:
            indikator, _, soal = p.kode[0].partition("/")
            assert p.isi.nilai == {p.kode[0]: maks[indikator, soal]}


def test_documents_of_a_later_year_are_not_said_to_become_complete() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    usulan = usulan_bernilai(keadaan)
    assert usulan is not None and keadaan.buku.data_dukung is not None
    d = keadaan.buku.data_dukung
    lain = set(d.loc[d["tahun_dokumen"] > keadaan.buku.keterangan.tahun_evaluasi, "id_dokumen"])
    assert not lain & {i for p in usulan.perubahan for i in p.dokumen}
    lengkap = set(d.loc[d["status"] == "lengkap", "id_dokumen"])
    assert not lengkap & {i for p in usulan.perubahan for i in p.dokumen}


def test_of_equal_gains_a_question_with_a_text_of_its_own_goes_first() -> None:
    keadaan = keadaan_contoh("ogan-ilir-2024")
    usulan = usulan_bernilai(keadaan)
    assert usulan is not None
    assert [p.kode for p in usulan.perubahan[:2]] == [("6/3",), ("7/2",)], "7/2 repeats another question's text"


def test_where_nothing_is_forecast_nothing_is_proposed() -> None:
    assert usulan_bernilai(keadaan_contoh("sumbawa-2022")) is None
    assert usulan_bernilai(keadaan_contoh("kota-bekasi")) is None
