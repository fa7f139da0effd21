"""Which actions there are: from the RAD, from documents, from questions; what never counts; what is refused."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kla_lib.data.buku import Buku
from kla_lib.rules.jalur import load_jalur
from kla_lib.rules.kerja import load_kerja
from kla_lib.scoring.rencana.kegiatan import Anggapan, DaftarKegiatan, Kegiatan, kapasitas_kantor
from tests.pembantu.kerja_uji import dokumen, kaitan, kegiatan, muat, nilai
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.turunan_uji import daftar_of

ANGGAPAN = Anggapan(load_kerja(PARAMS, 2024), load_jalur(PARAMS, 2024))
NILAI = ["em", "klaster_1", "4", "5", 2]  # of 3 points
HABIS = date(2025, 3, 31)


def daftar(buku: Buku, tanggal: date | None = HABIS, tahap: str = "em") -> DaftarKegiatan:
    return daftar_of(buku, nilai(buku, tahap), ANGGAPAN, tanggal)


def dari(folder: Path, *rad: dict[str, Any], register=(), kait=(), penilaian=(NILAI,)) -> DaftarKegiatan:
    lain = {"register": register, "kait": kait} if register else {}
    return daftar(muat(folder, *penilaian, rad=rad, **lain))


def isi(d: DaftarKegiatan) -> dict[str, Kegiatan]:
    return {k.id: k for k in d.kegiatan}


def tanpa_jawaban(d: DaftarKegiatan) -> list[str]:
    """Return what the RAD and the documents bring, without the questions that stand open beside them."""
    return [k.id for k in d.kegiatan if not k.kerja.endswith("_terbuka")]


def alasan(d: DaftarKegiatan) -> dict[str, str]:
    return {k.id: k.alasan for k in d.dikecualikan}


def test_an_action_of_the_rad_keeps_its_points_its_amount_and_the_hours_of_its_gap(tmp_path: Path) -> None:
    d = dari(
        tmp_path,
        kegiatan("R1", "4/5", "masih_bisa_dibuat", anggaran=3e6, butuh="R2")
        | {"poin_min": 0.5, "poin": 1, "poin_maks": 2},
        kegiatan("R2", "4/4", None, opd="Disdukcapil"),
    )
    k = isi(d)["R1"]
    assert (k.sumber, k.poin, k.biaya, k.butuh, k.jenis_celah) == (
        "rad",
        (0.5, 1, 2),
        3e6,
        ("R2",),
        "masih_bisa_dibuat",
    )
    assert k.jam == ANGGAPAN.kerja.jam["masih_bisa_dibuat"]
    assert (isi(d)["R2"].poin, isi(d)["R2"].biaya, isi(d)["R2"].opd) == ((0, 0, 0), None, "disdukcapil")
    (t,) = d.tempat
    assert (t.kode, t.ruang, t.opd) == (("klaster_1", "4", "5"), 1, "disdukcapil")


def test_an_empty_estimate_takes_the_next_smaller_one_and_never_a_larger(tmp_path: Path) -> None:
    d = dari(
        tmp_path,
        kegiatan("R1", "4/5", "dokumen_ada", poin_min=0.5),
        kegiatan("R2", "4/4", "dokumen_ada", poin_maks=2),
    )
    assert isi(d)["R1"].poin == (0.5, 0.5, 0.5)
    assert isi(d)["R2"].poin == (0, 0, 2)


@pytest.mark.parametrize(
    ("ubah", "harap"),
    [
        ({"jenis_celah": "siklus_berikutnya", "poin": None}, "siklus"),
        ({"jenis_celah": None}, "tanpa_celah"),
        ({"poin": None}, "tanpa_poin"),
        ({"tenggat": "2025-04-01"}, "tenggat"),
        ({"mulai": "2025-04-01"}, "tenggat"),
        ({"kegiatan": "Menurunkan jumlah kasus kekerasan yang tercatat"}, "dilarang"),
        ({"butuh": "R9"}, "menunggu"),
        ({"bentrok": "R8"}, "bentrok_selesai"),
    ],
)
def test_what_cannot_count_is_left_out_and_named_with_its_reason(tmp_path: Path, ubah, harap: str) -> None:
    d = dari(
        tmp_path,
        kegiatan("R1", "4/5", "dokumen_ada", poin=1) | ubah,
        kegiatan("R8", "4/1", None, status="selesai"),
        kegiatan("R9", "4/2", "siklus_berikutnya"),
    )
    assert "R1" not in isi(d)
    assert alasan(d)["R1"] == harap


def test_what_waits_for_something_that_waits_is_left_out_too(tmp_path: Path) -> None:
    rantai = [kegiatan(f"R{n}", "4/5", "dokumen_ada", poin=1, butuh=f"R{n + 1}") for n in range(1, 4)]
    d = dari(tmp_path, *rantai, kegiatan("R4", "4/4", "siklus_berikutnya"))
    assert not tanpa_jawaban(d)
    assert {i: a for i, a in alasan(d).items() if a not in ("merugikan", "kabur")} == {
        "R1": "menunggu",
        "R2": "menunggu",
        "R3": "menunggu",
        "R4": "siklus",
    }


def test_a_need_that_is_done_is_no_need_any_more(tmp_path: Path) -> None:
    d = dari(
        tmp_path,
        kegiatan("R1", "4/5", "dokumen_ada", poin=1, butuh="R2; D1"),
        kegiatan("R2", "4/4", None, status="selesai"),
        register=[dokumen("D1", "lengkap")],
        kait=[kaitan("D1", "4/4")],
    )
    assert isi(d)["R1"].butuh == ()


def test_a_deadline_is_not_looked_at_where_the_last_day_is_not_known(tmp_path: Path) -> None:
    buku = muat(tmp_path, NILAI, rad=[kegiatan("R1", "4/5", "dokumen_ada", poin=1, tenggat="2030-01-01")])
    assert tanpa_jawaban(daftar(buku, None)) == ["R1"]


def test_one_document_secures_all_the_questions_that_wait_for_it_alone(tmp_path: Path) -> None:
    d = dari(
        tmp_path,
        register=[dokumen("D1", "kurang"), dokumen("D2", "belum_diperiksa")],
        kait=[kaitan("D1", "4/5"), kaitan("D1", "4/4"), kaitan("D2", "4/4")],
        penilaian=[NILAI, ["em", "klaster_1", "4", "4", 4]],
    )
    dok = {i: k.poin[1] for i, k in isi(d).items() if k.sumber == "dokumen"}
    assert dok == {"D1": 2 + 2, "D2": 2}
    bersama = {t.kode[2]: (t.ruang, [i for i, _p in t.sumbangan]) for t in d.tempat if t.bersama}
    assert bersama == {"5": (2, ["D1"]), "4": (4, ["D1", "D2"])}
    assert (d.awal, d.dasar) == (0, "berdokumen")


@pytest.mark.parametrize(
    "register",
    [
        [dokumen("D1", "kurang", tahun_dokumen=2025)],
        [dokumen("D1", "kurang", tanggal_dokumen="2025-01-03")],
        [dokumen("D1", "tidak_ada", tautan=None)],
        [dokumen("D1", "lengkap")],
        [dokumen("D1", "kurang"), dokumen("D2", "tidak_ada", tautan=None)],
    ],
)
def test_documents_of_another_year_absent_or_complete_ones_are_no_action(tmp_path: Path, register) -> None:
    kait = [kaitan(d["id_dokumen"], "4/5") for d in register]
    d = dari(tmp_path, register=register, kait=kait)
    assert not [k for k in d.kegiatan if k.sumber != "pertanyaan"]


def test_where_the_rad_has_an_action_the_document_brings_nothing_on_top(tmp_path: Path) -> None:
    d = dari(
        tmp_path,
        kegiatan("R1", "4/5", "dokumen_ada", poin=2.5),
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "4/5")],
    )
    assert tanpa_jawaban(d) == ["R1"]
    (t,) = d.tempat
    assert (t.ruang, t.tercatat, t.keadaan) == (3, 2, "tanpa")
    assert isi(d)["R1"].em == (0, 0.5, 0.5)  # 2 of its 2.5 are recorded already


def test_an_unanswered_question_brings_the_assumed_share_after_its_documents(tmp_path: Path) -> None:
    d = dari(
        tmp_path,
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "4/5"), kaitan("D1", "4/4")],
        penilaian=[["em", "klaster_1", "4", "4", 4]],
    )
    k = isi(d)["4/5"]
    assert (k.sumber, k.poin, k.butuh) == ("pertanyaan", (0, 3 * ANGGAPAN.jalur.bagian_belum_dinilai, 3), ("D1",))
    assert isi(d)["4/4"].poin == (0, 0, 1)  # marked in part: nothing likely, at most the rest


def test_a_question_that_measures_harm_is_never_chased_for_points(tmp_path: Path) -> None:
    d = dari(
        tmp_path,
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "12/4")],
        penilaian=[["em", "klaster_3", "12", "4", 0.5]],
    )
    assert alasan(d)["12/4"] == "merugikan"
    assert tanpa_jawaban(d) == ["D1"]  # showing honestly what is there remains an action


def test_a_question_marks_its_documents_and_its_answer_as_two_actions(tmp_path: Path) -> None:
    d = dari(tmp_path, register=[dokumen("D1", "kurang")], kait=[kaitan("D1", "4/5")])
    assert set(tanpa_jawaban(d)) == {"D1", "4/5"}


def test_an_office_in_no_list_is_an_office(tmp_path: Path) -> None:
    d = dari(tmp_path, kegiatan("R1", "4/5", "dokumen_ada", poin=1, opd="Yayasan Pelita"))
    assert isi(d)["R1"].opd == "Yayasan Pelita"


def test_a_document_that_shares_its_id_with_an_action_gets_another_name(tmp_path: Path) -> None:
    d = dari(
        tmp_path,
        kegiatan("D1", "4/4", "dokumen_ada", poin=1),
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "4/5")],
    )
    assert {k.id: k.sumber for k in d.kegiatan if k.sumber != "pertanyaan"} == {"D1": "rad", "dokumen D1": "dokumen"}


def test_marks_of_a_whole_klaster_leave_it_only_the_rest(tmp_path: Path) -> None:
    d = dari(
        tmp_path,
        kegiatan("R1", "4/5", "dokumen_ada", poin=3),
        kegiatan("R2", "5", "dokumen_ada", poin=9),
        kegiatan("R3", "4", "dokumen_ada", poin=9, indikator=None),
        penilaian=[["em", "klaster_1", None, None, 110]],
    )
    assert (d.awal, d.dasar) == (110, "em")
    assert [a.ruang for a in d.atap if a.indikator is None] == [5]
    assert {t.kode: t.ruang for t in d.tempat}["klaster_1", None, None] == 5


def test_nothing_can_count_at_the_final_stage(tmp_path: Path) -> None:
    buku = muat(tmp_path, ["vf", *NILAI[1:]], rad=[kegiatan("R1", "4/5", "dokumen_ada", poin=1)])
    d = daftar(buku, tahap="vf")
    assert (d.kegiatan, alasan(d)) == ((), {"R1": "nilai_akhir"})


def test_a_book_without_rad_and_documents_has_only_its_open_questions_and_says_what_nobody_knows(
    tmp_path: Path,
) -> None:
    d = daftar(muat(tmp_path, NILAI))
    assert (tanpa_jawaban(d), d.tempat, d.awal, d.belum_ditentukan) == ([], (), 2, 998)


def test_hours_are_those_of_the_working_days_and_without_dates_there_is_no_bound() -> None:
    a, jumat, senin = ANGGAPAN.jalur, date(2025, 3, 28), date(2025, 3, 31)
    assert kapasitas_kantor(jumat, senin, a) == 2 * a.jam_per_hari
    assert kapasitas_kantor(senin, jumat, a) == 0
    assert kapasitas_kantor(None, senin, a) == kapasitas_kantor(jumat, None, a) == float("inf")
