"""What an evaluator does becomes a scenario, and doing it back takes it away."""

from dataclasses import replace

import pytest

from kla_lib.data.skenario import check_isi
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.dokumen.register import dokumen_penentu
from kla_lib.scoring.rencana.kegiatan import Kegiatan
from kla_lib.scoring.skenario.pembobotan import bobot_resmi, klaster_sama
from kla_lib.scoring.skenario.ubah import (
    batalkan_kegiatan,
    batalkan_nilai,
    geser_bobot,
    kerjakan_kegiatan,
    lengkapi_dokumen,
    nilai_resmi,
    nilai_tertinggi,
    pakai_bobot,
    sudah_dikerjakan,
    ubah_nilai,
    ubah_status,
)
from tests.pembantu.perkiraan_uji import buku_contoh

BUKU, HASIL, _ = buku_contoh("kota-contoh")
PENENTU = dokumen_penentu(BUKU)
FORM = BUKU.instrumen


def kegiatan(kode: str, poin: float) -> Kegiatan:
    indikator, _, soal = kode.partition("/")
    klaster = FORM.pertanyaan.loc[FORM.pertanyaan["indikator"] == indikator, "klaster"].iloc[0]
    tempat = ((klaster, indikator, soal or None),)
    return Kegiatan("K1", "rad", "rad", "Kegiatan", "dinas", tempat, "masih_bisa_dibuat", (0.0, poin, poin), 0.0, 1.0)


def pertanyaan_berdokumen(lengkap: bool) -> str:
    """Return a question with marks below its highest whose documents are all complete, or are not."""
    kini, maks = nilai_resmi(HASIL), nilai_tertinggi(HASIL)
    for (i, p), milik in dokumen_penentu(BUKU).items():
        kode = f"{i}/{p}"
        if (all(d.status == "lengkap" for d in milik)) == lengkap and 0 < kini[kode] < maks[kode] - 1:
            return kode
    raise AssertionError("no such question in the example")


def test_a_weight_moved_names_all_its_siblings_and_back_names_none() -> None:
    isi = geser_bobot(FORM, IsiSkenario(), "", "klaster_1", 0.2)
    assert set(isi.bobot) == {k.id for k in FORM.klaster}
    assert sum(isi.bobot.values()) == pytest.approx(1, abs=1e-5)
    assert geser_bobot(FORM, isi, "", "klaster_1", bobot_resmi(FORM)[""]["klaster_1"]).kosong


def test_a_preset_replaces_the_weights_and_the_official_ones_take_them_away() -> None:
    isi = geser_bobot(FORM, IsiSkenario(), "klaster_5", "21A", 0.7)
    sama = pakai_bobot(FORM, isi, klaster_sama(FORM))
    assert sama.bobot["klaster_1"] == pytest.approx(1 / 7, abs=1e-6)
    assert "21A" not in sama.bobot
    assert pakai_bobot(FORM, sama, {}).kosong


def test_the_recorded_points_undo_a_change() -> None:
    kode = pertanyaan_berdokumen(True)
    isi = ubah_nilai(HASIL, IsiSkenario(), kode, nilai_tertinggi(HASIL)[kode])
    assert isi.nilai == {kode: nilai_tertinggi(HASIL)[kode]}
    assert ubah_nilai(HASIL, isi, kode, nilai_resmi(HASIL)[kode]).kosong
    assert batalkan_nilai(isi, kode).kosong


def test_an_indikator_and_its_questions_are_never_changed_together() -> None:
    isi = ubah_nilai(HASIL, IsiSkenario(), "14/1", 0.0)
    isi = ubah_nilai(HASIL, isi, "14", 30.0)
    assert isi.nilai == {"14": 30.0}
    assert ubah_nilai(HASIL, isi, "14/1", 0.0).nilai == {"14/1": 0.0}


def test_an_indikator_whose_code_begins_like_another_is_left_alone() -> None:
    isi = ubah_nilai(HASIL, ubah_nilai(HASIL, IsiSkenario(), "14", 30.0), "1", 90.0)
    assert set(isi.nilai) == {"1", "14"}


def test_a_documents_recorded_status_undoes_its_change() -> None:
    isi = ubah_status(BUKU, IsiSkenario(), "D017", "lengkap")
    assert isi.status == {"D017": "lengkap"}
    assert ubah_status(BUKU, isi, "D017", "kurang").kosong
    assert lengkapi_dokumen(BUKU, IsiSkenario(), ["D003", "D017"]).status == {"D017": "lengkap"}


def test_a_rad_action_on_safe_points_adds_its_points_up_to_the_highest() -> None:
    kode = pertanyaan_berdokumen(True)
    kini, maks = nilai_resmi(HASIL)[kode], nilai_tertinggi(HASIL)[kode]
    sedikit = kerjakan_kegiatan(BUKU, HASIL, PENENTU, IsiSkenario(), kegiatan(kode, 1.0))
    assert sedikit.nilai == {kode: kini + 1.0}
    banyak = kerjakan_kegiatan(BUKU, HASIL, PENENTU, IsiSkenario(), kegiatan(kode, 1000.0))
    assert banyak.nilai == {kode: maks}


def test_a_rad_action_on_points_at_risk_secures_them_and_completes_the_documents() -> None:
    kode = pertanyaan_berdokumen(False)
    k = kegiatan(kode, nilai_resmi(HASIL)[kode] / 2)
    isi = kerjakan_kegiatan(BUKU, HASIL, PENENTU, IsiSkenario(), k)
    assert isi.nilai == {}, "it secures points that are recorded already"
    indikator, _, soal = kode.partition("/")
    kurang = {str(d.id_dokumen) for d in dokumen_penentu(BUKU)[indikator, soal] if d.status != "lengkap"}
    assert kurang and isi.status == dict.fromkeys(kurang, "lengkap")
    assert sudah_dikerjakan(BUKU, HASIL, PENENTU, isi, k)
    assert not sudah_dikerjakan(BUKU, HASIL, PENENTU, IsiSkenario(), k)


def test_what_gestures_make_always_fits_the_book() -> None:
    isi = geser_bobot(FORM, IsiSkenario(), "", "klaster_1", 1.0)
    isi = geser_bobot(FORM, isi, "", "klaster_2", 1.0)
    isi = geser_bobot(FORM, isi, "klaster_5", "24B", 0.0)
    isi = kerjakan_kegiatan(BUKU, HASIL, PENENTU, isi, kegiatan(pertanyaan_berdokumen(False), 3.0))
    assert check_isi(isi, BUKU, "em", "uji.yaml") == []
    assert IsiSkenario.model_validate(isi.model_dump()) == isi


def test_an_action_taken_back_leaves_nothing_behind_and_others_done() -> None:
    satu = kegiatan(pertanyaan_berdokumen(lengkap=False), 1.0)
    lain = replace(kegiatan("1/1", 1.0), id="K2", kode=(("klaster_4", "19", "1"),))
    isi = kerjakan_kegiatan(BUKU, HASIL, PENENTU, IsiSkenario(), satu)
    assert batalkan_kegiatan(BUKU, HASIL, PENENTU, isi, satu).kosong
    dua = kerjakan_kegiatan(BUKU, HASIL, PENENTU, isi, lain)
    sisa = batalkan_kegiatan(BUKU, HASIL, PENENTU, dua, satu, [satu, lain])
    assert sudah_dikerjakan(BUKU, HASIL, PENENTU, sisa, lain)
    assert sisa == kerjakan_kegiatan(BUKU, HASIL, PENENTU, IsiSkenario(), lain)
