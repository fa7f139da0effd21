"""The panel takes up the code that somebody copied from an interactive page."""

from pathlib import Path

from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.skenario.kode import encode_kode
from tests.pembantu.meja_uji import geser, papan, simpan


def test_a_pasted_code_becomes_the_scenario_and_can_be_undone_and_saved(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    isi = IsiSkenario(nilai={"4/1": 0.5}, status={"D017": "lengkap"})
    p.muat.buka()
    p.muat.kode.value = f"Coba ini: {encode_kode(isi, meja.siap.instrumen, meja.siap.buku)}."
    p.muat.pakai.click()
    assert "Kode dimuat; belum disimpan." in p.muat.pesan.value
    assert "data lain" not in p.muat.pesan.value
    assert meja.isi == isi and meja.belum_disimpan
    assert "Disimpan: " in simpan(p, "dari obrolan")
    meja.urungkan()
    assert meja.isi == IsiSkenario()


def test_a_damaged_code_changes_nothing_and_says_what_to_do(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    geser(p, "klaster_1", 20.0)
    lama = meja.isi
    p.muat.kode.value = "KLA1-2024-ABCDEF"
    p.muat.pakai.click()
    assert "Tidak dimuat." in p.muat.pesan.value and "tidak utuh" in p.muat.pesan.value
    assert meja.isi == lama


def test_a_code_with_points_that_the_form_does_not_allow_changes_nothing(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    p.muat.kode.value = encode_kode(IsiSkenario(nilai={"4/1": 99.0}), meja.siap.instrumen, meja.siap.buku)
    p.muat.pakai.click()
    assert "melebihi" in p.muat.pesan.value
    assert meja.isi == IsiSkenario()


def test_a_code_from_other_data_is_taken_up_with_a_warning(tmp_path: Path) -> None:
    lain, _p = papan(tmp_path, "kota-contoh-2")
    kode = encode_kode(IsiSkenario(bobot={"klaster_1": 0.2}), lain.siap.instrumen, lain.siap.buku)
    meja, p = papan(tmp_path)
    p.muat.kode.value = kode
    p.muat.pakai.click()
    assert "dibuat di atas data lain" in p.muat.pesan.value
    assert meja.isi.bobot["klaster_1"] == 0.2
