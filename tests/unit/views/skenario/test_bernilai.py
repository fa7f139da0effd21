"""The most valuable change is named plainly, first."""

import pytest

from kla_lib.views.skenario.bernilai import kalimat_paling_bernilai, tabel_paling_bernilai
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh


def test_the_most_valuable_change_for_ogan_ilir_is_named_in_one_sentence_before_the_table() -> None:
    keadaan = keadaan_contoh("ogan-ilir-2024")
    kalimat = kalimat_paling_bernilai(keadaan)
    assert kalimat.startswith("Yang paling bernilai: jawab penuh 6/3 Forum Anak berperan 2P")
    assert "(kini 9/21); nilai EM +12, nilai akhir kira-kira +8,5 poin; penanggung jawab DPPPAPPKB" in kalimat
    t = tabel_paling_bernilai(keadaan, 5)
    assert t.teks.splitlines()[0] == kalimat
    assert t.html.count("<tr>") == 6
    assert "| 6/3 | kira-kira +8,5 | +12 | DPPPAPPKB" in t.teks
    assert "Dokumen belum dicatat, jadi dokumen mana yang menambah poin belum diketahui." in t.teks
    assert "5 dari " in t.teks and "mengukur hal yang merugikan anak" in t.teks


def test_with_documents_the_supported_points_that_a_change_adds_stand_beside_the_claimed_ones() -> None:
    t = tabel_paling_bernilai(keadaan_contoh("kota-contoh-1"), 30).teks
    lengkapi = [b for b in t.splitlines() if b.startswith("Lengkapi ")]
    assert lengkapi and all("| tetap | +" in b for b in berisi(lengkapi)), "documents add no claimed points"
    assert "baru bisa ditambah pada siklus berikutnya" in t


@pytest.mark.parametrize(
    ("rapat", "kata"), [("sumbawa-2022", "sudah nilai akhir"), ("kota-bekasi", "Tanpa nilai yang tercatat")]
)
def test_where_nothing_is_forecast_it_says_why(rapat: str, kata: str) -> None:
    keadaan = keadaan_contoh(rapat)
    assert kata in tabel_paling_bernilai(keadaan).teks
    assert kata in kalimat_paling_bernilai(keadaan)
