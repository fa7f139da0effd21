"""What the plan needs of an office is asked of it, once, and first where it decides the target."""

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.pekerjaan.pekerjaan import KEGIATAN, TAMBAH
from kla_lib.scoring.rencana.daftar import AWALAN_DOKUMEN
from kla_lib.views.kantor.halaman import kalimat_kantor, tabel_diminta
from kla_lib.views.kantor.teks_obrolan import teks_obrolan
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-2")


def test_every_action_of_the_plan_is_asked_of_its_office_once(contoh: Keadaan) -> None:
    assert contoh.rencana is not None
    for t in berisi(contoh.rencana.kegiatan.kegiatan):
        nomor = t.kegiatan.id.removeprefix(AWALAN_DOKUMEN)
        diminta = [b for b in contoh.diminta[t.kegiatan.opd].butuh if nomor in (b.id, *b.rad)]
        assert len(diminta) == 1, t.kegiatan
        assert diminta[0].menentukan == (t.menutup_em and t.em[1] > 0)


def test_nothing_that_was_asked_before_is_lost(contoh: Keadaan) -> None:
    for opd, k in berisi(contoh.pekerjaan.items()):
        diminta = contoh.diminta[opd].butuh
        assert {b.id for b in k.butuh} <= {b.id for b in diminta}
        assert {b.jenis for b in diminta if b.id not in {lama.id for lama in k.butuh}} <= {KEGIATAN, TAMBAH}


def test_an_answer_that_the_plan_needs_is_asked_for_with_its_points_and_its_condition(contoh: Keadaan) -> None:
    k = contoh.diminta["dinas_tenaga_kerja"]
    minta = "Naikkan jawaban 21C/5 Kemitraan pencegahan/penarikan"
    syarat = "bila pekerjaannya memang dilakukan pada 2024"
    assert f"1. {minta} (sampai 3 poin, {syarat})" in teks_obrolan(contoh, k)
    assert f"{minta} | {syarat} | 21C/5 | sampai 3 poin | 31 Maret 2025" in tabel_diminta(contoh, k).teks


@pytest.mark.parametrize("kantor", ["bnn", "kelurahan"])
def test_an_office_with_an_action_of_the_plan_is_not_told_that_nothing_is_asked(contoh: Keadaan, kantor: str) -> None:
    k = contoh.diminta[kantor]
    assert kalimat_kantor(contoh, k).teks.startswith("Kita masih membutuhkan 1 hal, paling lambat 21 Maret 2025.")
    assert k.butuh[0].teks in tabel_diminta(contoh, k).teks
    assert k.butuh[0].teks in teks_obrolan(contoh, k)


def test_one_job_has_one_day_and_the_old_one_is_named_as_such(contoh: Keadaan) -> None:
    k = contoh.diminta["uptd_ppa"]
    teks = teks_obrolan(contoh, k)
    assert "mohon bantuannya paling lambat 21 Maret 2025, atau tanggal di belakangnya:" in teks
    assert "(7 poin, s.d. 28 Maret 2025)" in teks
    assert "(5 poin)" in teks
    assert "7 poin | 28 Maret 2025 (semula 14 Maret 2025)" in tabel_diminta(contoh, k).teks
