"""What verifiers can be expected to ask."""

from pathlib import Path
from typing import Any

from kla_lib.scoring.vlh.bank import (
    BELUM_DIJAWAB,
    FOTO,
    LEMAH,
    TANDA_TANGAN,
    TANGGAL,
    TANPA_DOKUMEN,
    Batas,
    Tanya,
    bank_tanya,
)
from tests.pembantu.kerja_uji import dokumen, kaitan, muat_keadaan

BATAS = Batas(lemah=0.5, dokumen_tua=2, tahun=2024)
PENUH = ["em", "klaster_2", "7", "1", 10]


def tanya(folder: Path, nilai: list[Any], kode: str, **lain: Any) -> Tanya | None:
    """Return what is asked of one question of a small book."""
    keadaan = muat_keadaan(folder, nilai, **lain)
    return next((t for t in bank_tanya(keadaan.pertanyaan, keadaan.register, BATAS) if t.kode == kode), None)


def alasan(folder: Path, nilai: list[Any], kode: str, **lain: Any) -> set[str]:
    t = tanya(folder, nilai, kode, **lain)
    return set() if t is None else set(t.alasan)


def test_an_answer_without_points_and_one_below_half_of_them_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    lemah = tanya(tmp_path / "a", ["em", "klaster_2", "7", "1", 4.5], "7/1")
    assert lemah is not None
    assert (lemah.alasan, lemah.nilai, lemah.nilai_maksimal, lemah.dipertaruhkan) == ((LEMAH,), 4.5, 10, 5.5)
    kosong = tanya(tmp_path / "b", PENUH, "7/3")
    assert kosong is not None
    assert (kosong.alasan, kosong.nilai, kosong.dipertaruhkan) == ((BELUM_DIJAWAB,), None, kosong.nilai_maksimal)


def test_a_good_answer_of_which_no_register_is_kept_is_not_asked_about(tmp_path: Path) -> None:
    assert tanya(tmp_path, PENUH, "7/1") is None


def test_a_question_that_wants_a_photo_is_asked_where_no_document_is_one(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    kait = [kaitan("D1", "7/1")]
    assert alasan(tmp_path / "a", PENUH, "7/1", register=[dokumen("D1", jenis="Laporan")], kait=kait) == {FOTO}
    foto = dokumen("D1", jenis="Foto berketerangan")
    assert alasan(tmp_path / "b", PENUH, "7/1", register=[foto], kait=kait) == set()


def test_a_photo_that_is_not_there_proves_nothing(tmp_path: Path) -> None:
    foto = dokumen("D1", "tidak_ada", jenis="Foto")
    assert alasan(tmp_path, PENUH, "7/1", register=[foto], kait=[kaitan("D1", "7/1")]) == {TANPA_DOKUMEN, FOTO}


def test_a_thin_document_is_named_as_the_reason_and_the_points_are_at_stake(tmp_path: Path) -> None:
    register = [dokumen("D1", "kurang", jenis="Foto"), dokumen("D2", jenis="SK")]
    t = tanya(tmp_path, PENUH, "7/1", register=register, kait=[kaitan("D1", "7/1"), kaitan("D2", "7/1", "tidak")])
    assert t is not None
    assert (t.alasan, t.dokumen, t.bermasalah, t.dipertaruhkan) == ((TANPA_DOKUMEN,), ("D1", "D2"), ("D1",), 10)


def test_an_old_document_and_one_of_after_the_year_are_asked_about_and_one_at_the_edge_is_not(tmp_path: Path) -> None:
    harap = {2021: {TANGGAL}, 2022: set(), 2024: set(), 2025: {TANGGAL}}
    for tahun, alasan_harap in harap.items():
        folder = tmp_path / str(tahun)
        folder.mkdir()
        register = [dokumen("D1", jenis="Foto", tahun_dokumen=tahun)]
        assert alasan(folder, PENUH, "7/1", register=register, kait=[kaitan("D1", "7/1")]) == alasan_harap, tahun


def test_a_document_without_the_signature_that_was_looked_for_is_asked_about(tmp_path: Path) -> None:
    register = [dokumen("D1", jenis="Foto", tanda_tangan="tidak")]
    assert alasan(tmp_path, PENUH, "7/1", register=register, kait=[kaitan("D1", "7/1")]) == {TANDA_TANGAN}


def test_what_most_points_depend_on_is_asked_first(tmp_path: Path) -> None:
    keadaan = muat_keadaan(tmp_path, PENUH, register=[], kait=[])
    poin = [t.dipertaruhkan for t in bank_tanya(keadaan.pertanyaan, keadaan.register, BATAS)]
    assert len(poin) > 100
    assert poin == sorted(poin, reverse=True)
