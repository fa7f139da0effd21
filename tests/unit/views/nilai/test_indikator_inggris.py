"""English pages name the indikator of the form in English, Indonesian ones in the form's own words."""

import pytest

from kla_lib.bahasa import dalam_bahasa
from kla_lib.keadaan.lingkup import Paket
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.rules.form.instrumen import KLASTER
from kla_lib.views.nilai.bahan import baris_bahan
from kla_lib.views.nilai.chart_bagian import chart_nilai
from kla_lib.views.nilai.kalimat import kalimat_utama
from kla_lib.views.skenario.nama_kode import nama_bagian
from tests.pembantu.params_uji import PARAMS


def paket(klaster: str) -> Paket:
    return load_keadaan(PARAMS, "kota-contoh-2").klaster(klaster)


def kata(p: Paket) -> str:
    """Return what the pieces of a pack say that name an indikator, without the form's questions."""
    gambar = chart_nilai(p).to_json(ensure_ascii=False)
    bagian = nama_bagian(p.keadaan.instrumen).values()
    return "\n".join((*(b["indikator"] for b in baris_bahan(p)), *bagian, kalimat_utama(p).teks, gambar))


@pytest.mark.parametrize("klaster", KLASTER)
def test_no_indikator_of_an_english_pack_keeps_its_indonesian_name(klaster: str) -> None:
    p = paket(klaster)
    nama = [n for i in p.klaster.indikator for n in (i.nama, i.nama_pendek)]
    tertulis = kata(p)
    assert [n for n in nama if n not in tertulis] == []
    with dalam_bahasa("en"):
        english = kata(p)
    assert [n for n in nama if n in english] == []


def test_the_english_names_stand_where_the_form_s_would() -> None:
    p = paket("klaster_3")
    with dalam_bahasa("en"):
        assert "Births in health facilities" in [b["indikator"] for b in baris_bahan(p)]
        assert "17  Smoke-free areas" in chart_nilai(p).to_json()
        assert nama_bagian(p.keadaan.instrumen)["12"] == "12 Births in health facilities"
