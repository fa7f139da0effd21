"""The sentence of a scenario: verbs follow the numbers, no category is claimed under other weights."""

from pathlib import Path

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import PRIORITAS_KERJA, IsiSkenario
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.skenario.kalimat import daftar_kalimat, html_kalimat, kalimat_skenario, sebut_ubah
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan, nilai


@pytest.fixture(scope="module")
def ogan_ilir() -> Keadaan:
    return keadaan_contoh("ogan-ilir-2024")


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        (771.81, 780.31, "naik 8,5 menjadi 780,31"),
        (771.81, 770, "turun 1,81 menjadi 770"),
        (771.81, 771.81, "tetap 771,81"),
        (771.81, 771.814, "tetap 771,81"),
    ],
)
def test_the_verb_follows_the_number(lama: float, baru: float, kata: str) -> None:
    assert sebut_ubah(lama, baru) == kata


def test_without_a_scenario_it_is_the_official_result(ogan_ilir: Keadaan) -> None:
    kalimat = daftar_kalimat(ogan_ilir)
    assert kalimat[0] == kalimat_jarak(ogan_ilir)
    assert "Belum ada yang diubah" in kalimat[1]
    assert daftar_kalimat(ogan_ilir.dengan(IsiSkenario())) == kalimat


def test_more_points_rise_and_keep_or_change_the_category(ogan_ilir: Keadaan) -> None:
    kecil = daftar_kalimat(ogan_ilir.dengan(IsiSkenario(nilai={"6/3": 21.0})))
    assert kecil[1] == "Nilai EM naik 12 menjadi 783,81; tetap setara Nindya."
    isi = {f"{i.kode}": i.nilai_maksimal for k in ogan_ilir.instrumen.klaster[:3] for i in k.indikator}
    besar = daftar_kalimat(ogan_ilir.dengan(IsiSkenario(nilai=isi)))
    assert besar[1] == "Nilai EM naik 125,29 menjadi 897,1, setara Utama; tadinya Nindya."
    assert besar[2].startswith("Utama menjadi terjangkau: peluang akhirnya ")
    assert besar[2].endswith("tadinya belum terjangkau tanpa tambahan nilai EM.")


def test_fewer_points_fall(ogan_ilir: Keadaan) -> None:
    kalimat = daftar_kalimat(ogan_ilir.dengan(IsiSkenario(nilai={"6": 0.0})))
    assert kalimat[1].startswith("Nilai EM turun ")
    assert any(k.startswith("Nilai tengah perkiraan akhir turun ") for k in kalimat)


def test_under_other_weights_the_scale_is_a_simulation_and_the_official_points_stand_beside_it(
    ogan_ilir: Keadaan,
) -> None:
    atas, utama, *lain = daftar_kalimat(ogan_ilir.dengan(IsiSkenario(bobot={"klaster_3": 0.5})))
    assert not [k for k in ("Pratama", "Madya", "Nindya", "Utama") if k in atas]
    assert atas.endswith("jadi tanpa kategori; menurut form nilai evaluasi mandiri (EM) 771,81.")
    assert "setara Utama pada skala simulasi; nilai tercatat tetap 771,81 (Nindya)." in utama
    assert all("pada skala simulasi" in k for k in berisi(lain) if "Utama" in k or "Madya" in k)


def test_priorities_of_work_name_no_category(ogan_ilir: Keadaan) -> None:
    for isi in (
        IsiSkenario(bacaan=PRIORITAS_KERJA, bobot={"klaster_4": 0.6}),
        IsiSkenario(bacaan=PRIORITAS_KERJA, nilai={"6/3": 21.0}),
    ):
        teks = kalimat_skenario(ogan_ilir.dengan(isi)).teks
        assert not [k for k in ("setara", "Pratama", "Madya", "Nindya", "Utama") if k in teks]
    assert "bobot prioritas hanya mengurutkan kerja, tidak mengubah poin" in teks
    assert "naik 12 menjadi 783,81" in teks


def test_documents_change_the_supported_points_and_the_claimed_ones_stay(contoh: Keadaan) -> None:
    kalimat = daftar_kalimat(contoh.dengan(IsiSkenario(status={"D003": "tidak_ada"})))
    assert kalimat[1].startswith("Nilai EM sementara tetap 763,25; tetap setara Nindya")
    assert kalimat[2].startswith("Yang berdokumen lengkap turun ")


def test_final_marks_and_no_marks_say_that_nothing_is_forecast() -> None:
    akhir = keadaan_contoh("sumbawa-2022")
    teks = kalimat_skenario(akhir.dengan(IsiSkenario(nilai={"klaster_1": 60.0}))).teks
    assert teks.splitlines()[1] == "Nilai akhir naik 7 menjadi 512,85; tetap setara Pratama."
    assert "tidak ada lagi yang diperkirakan" in teks
    kosong = keadaan_contoh("kota-bekasi")
    assert "belum dicatat" in kalimat_skenario(kosong.dengan(IsiSkenario())).teks


def test_points_next_to_an_edge_carry_the_doubt_about_fractions(tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(790))
    kalimat = daftar_kalimat(k.dengan(IsiSkenario(nilai={"klaster_4": 10.5})))
    assert kalimat[1].startswith("Nilai EM naik 10,5 menjadi 800,5")
    assert any("aturan untuk pecahan belum pasti" in s for s in kalimat)


def test_the_panel_gets_the_same_sentences_escaped(contoh: Keadaan) -> None:
    k = contoh.dengan(IsiSkenario(nilai={"14": 28.0}))
    html = html_kalimat(k)
    assert all(s in html for s in berisi(daftar_kalimat(k)))
    assert 'role="status"' in html
