"""The verifiers' requests and what they are worth."""

from pathlib import Path
from typing import Any

from kla_lib.data.vlh.catatan import Permintaan
from kla_lib.keadaan.pemulihan import pemulihan_tahap
from kla_lib.scoring.vlh.kartu import Kartu, daftar_kartu, rekap_kartu, tahap_bercatatan
from tests.pembantu.kerja_uji import muat_keadaan

EM = ["em", "klaster_2", "7", "1", 10]
VA = ["va", "klaster_2", "7", "1", 4, None, None, "Lampirkan foto."]


def kartu(folder: Path, *penilaian: list[Any], tercatat: tuple[Permintaan, ...] = ()) -> dict[str, Kartu]:
    keadaan = muat_keadaan(folder, *penilaian)
    p = keadaan.buku.penilaian
    pulih = [pemulihan_tahap(keadaan, t) for t in tahap_bercatatan(p)]
    return {k.id: k for k in daftar_kartu(p, pulih, tercatat, keadaan.pertanyaan)}


def test_a_remark_in_the_book_is_a_request_with_the_points_that_were_taken_away(tmp_path: Path) -> None:
    k = kartu(tmp_path, EM, VA)["VA-7/1"]
    assert (k.kode, k.diminta, k.status, k.pulih, k.kembali) == ("7/1", "Lampirkan foto.", "belum", 6, None)
    assert (k.nilai, k.nilai_maksimal) == (10, 10)
    assert k.opd == "kemenag"


def test_points_lost_without_a_word_and_a_lone_dash_are_no_request(tmp_path: Path) -> None:
    assert kartu(tmp_path, EM, [*VA[:7], "-"]) == {}


def test_a_later_stage_tells_how_many_points_came_back(tmp_path: Path) -> None:
    k = kartu(tmp_path, EM, VA, ["vf", "klaster_2", "7", "1", 9])["VA-7/1"]
    assert (k.pulih, k.kembali) == (6, 5)


def test_what_was_typed_of_a_remark_is_its_state_and_the_books_words_stay(tmp_path: Path) -> None:
    tercatat = Permintaan(id="VA-7/1", diminta="lain", opd="dinas_pppa", status="terpenuhi", catatan="Sudah.")
    k = kartu(tmp_path, EM, VA, tercatat=(tercatat,))["VA-7/1"]
    assert (k.diminta, k.kode, k.opd, k.status, k.catatan) == (
        "Lampirkan foto.",
        "7/1",
        "dinas_pppa",
        "terpenuhi",
        "Sudah.",
    )


def test_a_typed_request_goes_to_the_office_of_its_question_and_may_name_none(tmp_path: Path) -> None:
    tercatat = (
        Permintaan(id="P-01", diminta="Kirim SK.", indikator="7", pertanyaan="1"),
        Permintaan(id="P-02", diminta="Kirim daftar hadir."),
    )
    k = kartu(tmp_path, EM, tercatat=tercatat)
    assert (k["P-01"].opd, k["P-01"].nilai_maksimal) == ("kemenag", 10)
    assert (k["P-02"].opd, k["P-02"].kode, k["P-02"].nilai_maksimal) == (None, None, None)


def test_a_request_stays_when_its_remark_has_left_the_book(tmp_path: Path) -> None:
    tercatat = Permintaan(id="VA-7/1", diminta="Lampirkan foto.", indikator="7", pertanyaan="1", status="dikerjakan")
    assert kartu(tmp_path, EM, tercatat=(tercatat,))["VA-7/1"].status == "dikerjakan"


def test_the_points_of_a_question_with_two_met_requests_count_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    vl = ["vl", *VA[1:]]
    siap = tuple(Permintaan(id=i, diminta="x", status="terpenuhi") for i in ("VA-7/1", "VL-7/1"))
    r = rekap_kartu(kartu(tmp_path / "a", EM, VA, vl, ["vf", "klaster_2", "7", "1", 9], tercatat=siap).values())
    assert (r.semua, r.terpenuhi, r.kembali) == (2, 2, 5)
    r = rekap_kartu(kartu(tmp_path / "b", EM, VA).values())
    assert (r.semua, r.terpenuhi, r.pulih, r.kembali) == (1, 0, None, None)
