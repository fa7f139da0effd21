"""The register turned around: what a document serves, what depends on it, the order of the upload."""

from pathlib import Path

import numpy as np
import pytest

from kla_lib.scoring.dokumen.register import daftar_unggah, keadaan_butir
from tests.pembantu.kerja_uji import dokumen, kaitan, muat, nilai
from tests.pembantu.turunan_uji import keadaan_of

PENILAIAN = [["em", "klaster_1", "4", "1", 0.5], ["em", "klaster_1", "4", "2", 1], ["em", "klaster_1", "4", "5", 2]]


def test_without_a_register_nothing_is_known(tmp_path: Path) -> None:
    buku = muat(tmp_path, *PENILAIAN)
    assert keadaan_of(buku, nilai(buku)).register is None
    assert daftar_unggah(buku) is None


def test_a_document_shows_every_question_it_serves_in_the_order_of_the_form(tmp_path: Path) -> None:
    kait = [kaitan("D1", "4/5"), kaitan("D1", "4/1")]
    buku = muat(tmp_path, *PENILAIAN, register=[dokumen("D1")], kait=kait)
    (baris,) = keadaan_of(buku, nilai(buku)).register.itertuples()
    assert baris.kode == ("4/1", "4/5")
    assert baris.poin == 2.5


def test_points_do_not_depend_on_an_extra_where_another_document_is_required(tmp_path: Path) -> None:
    kait = [kaitan("D1", "4/5"), kaitan("D2", "4/5", "tidak"), kaitan("D2", "4/2", "tidak")]
    buku = muat(tmp_path, *PENILAIAN, register=[dokumen("D1"), dokumen("D2")], kait=kait)
    assert list(keadaan_of(buku, nilai(buku)).register["poin"]) == [2, 1]


def test_points_that_nobody_recorded_are_not_known_and_not_zero(tmp_path: Path) -> None:
    buku = muat(tmp_path, *PENILAIAN, register=[dokumen("D1")], kait=[kaitan("D1", "4/6")])
    assert np.isnan(keadaan_of(buku, nilai(buku)).register["poin"].iloc[0])
    assert np.isnan(keadaan_of(buku).register["poin"].iloc[0])


@pytest.mark.parametrize(
    ("dilihat", "diminta", "keadaan"),
    [
        (True, True, "ya"),
        (False, True, "tidak"),
        (None, True, "belum"),
        (None, False, "tidak_diminta"),
        (None, None, "tidak_diketahui"),
        (False, False, "tidak"),
        (True, None, "ya"),
    ],
)
def test_an_item_is_seen_absent_open_or_not_asked_for(dilihat, diminta, keadaan: str) -> None:
    assert keadaan_butir(dilihat, diminta) == keadaan


def test_what_is_asked_for_and_not_yes_is_still_open(tmp_path: Path) -> None:
    register = [
        dokumen("D1", "kurang", tahun_ini="ya", tahun_lalu="tidak"),
        dokumen("D2", "kurang", tanda_tangan="tidak"),
    ]
    buku = muat(tmp_path, *PENILAIAN, register=register, kait=[kaitan("D1", "4/1"), kaitan("D2", "4/5")])
    r = keadaan_of(buku, nilai(buku)).register
    assert list(r["terbuka"]) == [("tahun_lalu", "penyebut", "terbaca"), ("tahun_ini", "tanda_tangan", "terbaca")]


def test_a_document_after_the_evaluated_year_is_flagged_by_year_or_by_day(tmp_path: Path) -> None:
    register = [
        dokumen("D1", tahun_dokumen=2025),
        dokumen("D2", tanggal_dokumen="2025-01-02"),
        dokumen("D3", tanggal_dokumen="2024-12-30"),
    ]
    buku = muat(tmp_path, *PENILAIAN, register=register, kait=[kaitan("D1", "4/1")])
    assert list(keadaan_of(buku).register["sesudah_tahun"]) == [True, True, False]


def test_the_upload_follows_the_form_and_names_where_a_document_already_stands(tmp_path: Path) -> None:
    kait = [kaitan("D2", "4/5"), kaitan("D1", "4/5", "tidak"), kaitan("D1", "2/1"), kaitan("D1", "4/1")]
    buku = muat(tmp_path, *PENILAIAN, register=[dokumen("D1"), dokumen("D2", tautan=None)], kait=kait)
    u = daftar_unggah(buku)
    assert list(zip(u["kode"], u["id_dokumen"], u["sudah_di"], strict=True)) == [
        ("2/1", "D1", ""),
        ("4/1", "D1", "2/1"),
        ("4/5", "D2", ""),
        ("4/5", "D1", "2/1"),
    ]
    assert list(u["wajib"]) == [True, True, True, False]
