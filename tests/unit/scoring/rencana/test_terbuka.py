"""Questions that stand open: actions of their own, as a range of points, where they can decide the target."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kla_lib.data.buku import Buku
from kla_lib.rules.jalur import load_jalur
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.kerja import load_kerja
from kla_lib.scoring.rencana.kegiatan import Anggapan, DaftarKegiatan, Kegiatan
from kla_lib.scoring.rencana.rencana import Rencana, TujuanRencana
from kla_lib.views.rencana.kalimat_em import kalimat_terbuka
from kla_lib.views.rencana.kalimat_rencana import kalimat_rencana, sebut_kegiatan
from tests.pembantu.berisi import berisi
from tests.pembantu.kerja_uji import dokumen, kaitan, kegiatan, muat, nilai
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.turunan_uji import daftar_of, rencana_of

ANGGAPAN = Anggapan(load_kerja(PARAMS, 2024), load_jalur(PARAMS, 2024))
HABIS = date(2025, 3, 31)
BAGIAN = ANGGAPAN.jalur.bagian_belum_dinilai
NILAI = ["em", "klaster_1", "4", "5", 2]  # of 3 points
LAIN = {"kelembagaan": 150, "klaster_2": 140, "klaster_3": 140, "klaster_4": 100, "klaster_5": 185, "kelana_dekela": 75}


def isi(folder: Path, *rad: dict[str, Any], tahap: str = "em", penilaian=(NILAI,), **lain: Any) -> dict[str, Kegiatan]:
    return {k.id: k for k in _daftar(muat(folder, *penilaian, rad=rad, **lain), tahap).kegiatan}


def _daftar(buku: Buku, tahap: str = "em") -> DaftarKegiatan:
    return daftar_of(buku, nilai(buku, tahap), ANGGAPAN, HABIS)


def kota(folder: Path, *rad: dict[str, Any], em: tuple[list[Any], ...] = (), **lain: Any) -> Buku:
    """Return a city with 790 points by klaster, and those of klaster_1 by question."""
    return muat(folder, *(["em", k, None, None, n] for k, n in LAIN.items()), *em, rad=rad, **lain)


def rencana(buku: Buku, sasaran: str = "utama", **minta: Any) -> Rencana:
    tujuan = TujuanRencana(sasaran, **({"tanggal": HABIS} | minta))
    return rencana_of(buku, nilai(buku), load_kategori(PARAMS, 2024), ANGGAPAN, tujuan)


def _folder(folder: Path, nama: str) -> Path:
    (folder / nama).mkdir()
    return folder / nama


def ids(r: Rencana) -> list[str]:
    return [t.kegiatan.id for t in r.kegiatan]


def test_an_unanswered_question_brings_from_nothing_to_its_maximum_and_no_document(tmp_path: Path) -> None:
    k = isi(tmp_path)["4/4"]
    assert (k.kerja, k.em, k.poin, k.biaya, k.jam) == ("jawab_terbuka", (0, 5 * BAGIAN, 5), (0, 0, 0), 0, 2)
    assert sebut_kegiatan(k).endswith("dengan dokumennya; pastikan pekerjaannya dilakukan pada tahun yang dinilai")


def test_a_question_marked_in_part_brings_from_nothing_to_the_rest(tmp_path: Path) -> None:
    k = isi(tmp_path)["4/5"]
    assert (k.kerja, k.em, k.poin, k.jam) == ("tambah_terbuka", (0, 0, 1), (0, 0, 0), 4)


def test_an_answer_is_documented_only_where_its_documents_are_complete(tmp_path: Path) -> None:
    lain = {"register": [dokumen("D1"), dokumen("D2", "tidak_ada", tautan=None)]}
    k = isi(tmp_path, **lain, kait=[kaitan("D1", "4/4"), kaitan("D2", "4/6")])
    assert (k["4/4"].kerja, k["4/4"].poin, k["4/4"].em) == ("jawab", (0, 5 * BAGIAN, 5), (0, 5 * BAGIAN, 5))
    assert (k["4/6"].kerja, k["4/6"].poin, k["4/6"].em) == ("jawab_terbuka", (0, 0, 0), (0, 2 * BAGIAN, 2))


def test_what_belongs_to_the_next_cycle_or_measures_harm_is_never_asked(tmp_path: Path) -> None:
    rad = [kegiatan("R1", "4/4", "siklus_berikutnya")]
    d = _daftar(muat(tmp_path, NILAI, ["em", "klaster_3", "12", "4", 0.5], rad=rad))
    ada, luar = {k.id for k in d.kegiatan}, {k.id: k.alasan for k in d.dikecualikan}
    assert not {"4/4", "12/4", "24A/4"} & ada
    assert (luar["12/4"], luar["24A/4"]) == ("merugikan", "merugikan")


def test_a_question_whose_text_nobody_knows_is_named_and_not_asked(tmp_path: Path) -> None:
    d = _daftar(muat(tmp_path, NILAI))
    assert "7/2" not in {k.id for k in d.kegiatan}
    assert {k.id: (k.alasan, k.poin) for k in d.dikecualikan}["7/2"] == ("kabur", 22)


def test_what_the_rad_plans_for_a_question_comes_first_and_the_rest_stays_open(tmp_path: Path) -> None:
    k = isi(tmp_path, kegiatan("R1", "4/4", "dokumen_ada", poin=2))
    assert (k["R1"].em, k["4/4"].em, k["4/4"].butuh) == ((0, 2, 2), (0, 3 * BAGIAN, 3), ("R1",))
    k = isi(_folder(tmp_path, "tahu"), kegiatan("R1", "4/4", "dokumen_ada", poin=2, poin_maks=3))
    assert k["R1"].em == (0, 2, 3) and "4/4" not in k  # the RAD itself says that it brings no more


def test_what_waits_for_an_action_that_comes_too_late_is_not_open(tmp_path: Path) -> None:
    d = _daftar(muat(tmp_path, NILAI, rad=[kegiatan("R1", "4/4", "dokumen_ada", poin=2, tenggat="2025-06-01")]))
    assert {k.id: k.alasan for k in d.dikecualikan}["4/4"] == "menunggu"


def test_a_mark_above_the_questions_is_one_action_for_all_that_lies_below_it(tmp_path: Path) -> None:
    k = isi(tmp_path, penilaian=[NILAI, ["em", "klaster_2", None, None, 100], ["em", "klaster_3", "12", None, 3]])
    assert (k["klaster_2"].kerja, k["klaster_2"].em[0], k["klaster_2"].em[2]) == ("rinci", 0, 56)
    assert k["12"].kerja == "rinci" and not [i for i in k if i.startswith(("9/", "12/"))]
    assert "Merinci nilai" in sebut_kegiatan(k["12"])


def test_once_the_self_evaluation_is_closed_nothing_is_open(tmp_path: Path) -> None:
    buku = muat(tmp_path, ["va", *NILAI[1:]], rad=[kegiatan("R1", "4/4", "dokumen_ada", poin=2)])
    d = _daftar(buku, "va")
    assert ([k.id for k in d.kegiatan], d.em) == (["R1"], None)


def test_a_target_within_the_open_points_names_who_must_answer_what_and_what_is_in_reserve(tmp_path: Path) -> None:
    r = rencana(kota(tmp_path, em=(["em", "klaster_1", "4", "4", 5],)))  # 795: more than 5 are missing
    assert r.em is not None and (r.em.jangkauan, r.em.awal, r.em.kurang) == ("bila_dijawab", 795, 5)
    assert (r.tercapai, r.nilai, r.nilai_em[0]) == (False, 795, 795) and r.nilai_em[1] > 800
    assert all(t.menutup_em and t.em[0] == 0 and t.poin == 0 for t in berisi(r.kegiatan))
    assert "tidak" not in kalimat_rencana(r).split(".")[0] and "terjangkau hanya bila" in kalimat_rencana(r)
    kalimat = kalimat_terbuka(r, str)
    assert r.kegiatan[0].kegiatan.opd in kalimat[0] and ids(r)[0] in kalimat[0]
    assert f"{r.em.cadangan[0]} jawaban lain yang belum ada atau belum penuh" in kalimat[2]
    assert "dilakukan pada tahun yang dinilai" in kalimat[-1]


def test_documents_and_the_rad_come_before_open_questions(tmp_path: Path) -> None:
    r = rencana(kota(tmp_path, kegiatan("R1", "4/4", "dokumen_ada", poin=5, anggaran=9e6), em=(
        ["em", "klaster_1", "4", "5", 2], ["em", "klaster_1", "6", "3", 12])))  # fmt: skip
    assert (r.em and r.em.awal, ids(r)) == (804, [])
    r = rencana(kota(_folder(tmp_path, "dua"), kegiatan("R1", "5/1", "dokumen_ada", poin=7, anggaran=9e6), em=(
        ["em", "klaster_1", "4", "4", 5],)))  # fmt: skip
    assert (ids(r), r.tercapai, r.em and r.em.jangkauan) == (["R1"], True, "tercapai")


def test_what_closes_the_em_stands_before_what_documents_secure_and_only_that_counts_on_paper(tmp_path: Path) -> None:
    register, kait = [dokumen("D1", "kurang")], [kaitan("D1", "4/4")]
    buku = kota(tmp_path, em=(["em", "klaster_1", "4", "4", 5],), register=register, kait=kait)
    r = rencana(buku)
    assert [t.menutup_em for t in r.kegiatan] == [True] * (len(r.kegiatan) - 1) + [False]
    assert (ids(r)[-1], r.nilai_awal, r.nilai) == ("D1", 0, 5)
    assert (r.kegiatan[-1].poin, r.kegiatan[-1].em) == (5, (0, 0))
    assert r.nilai_em == (795, pytest.approx(795 + sum(t.em[1] for t in r.kegiatan)))


def test_an_em_above_the_target_asks_for_documents_alone(tmp_path: Path) -> None:
    register, kait = [dokumen("D1", "kurang")], [kaitan("D1", "4/4")]
    em = (["em", "klaster_1", "4", "4", 5], ["em", "klaster_1", "6", "3", 12])
    r = rencana(kota(tmp_path, em=em, register=register, kait=kait))
    assert (ids(r), r.em and r.em.jangkauan, r.em and r.em.kurang) == (["D1"], "kurang_dokumen", 0)
    assert "EM 807 sudah cukup untuk Utama" in kalimat_rencana(r)


def test_open_points_that_do_not_fit_into_the_hours_are_not_called_out_of_reach(tmp_path: Path) -> None:
    buku = kota(tmp_path, em=(["em", "klaster_1", "4", "4", 5],), keterangan={"tanggal_data": date(2025, 3, 29)})
    r = rencana(buku, tanggal=date(2025, 3, 30))  # a weekend: nobody has hours
    assert (ids(r), r.em and r.em.jangkauan) == ([], "terhalang")
    assert "cukup untuk Utama" in kalimat_rencana(r) and "tidak terjangkau" not in kalimat_rencana(r)


def test_the_same_book_gives_the_same_plan_each_time(tmp_path: Path) -> None:
    buku = kota(tmp_path, em=(["em", "klaster_1", "4", "4", 2],))
    satu, dua = rencana(buku, "kla"), rencana(buku, "kla")
    assert satu.terbukti and (satu.kegiatan, satu.nilai_em, satu.kelompok) == (dua.kegiatan, dua.nilai_em, dua.kelompok)


def test_several_actions_at_one_question_add_to_the_em_no_more_than_it_has_left(tmp_path: Path) -> None:
    rad = [kegiatan(f"R{n}", "4/4", "dokumen_ada", poin=4, anggaran=1e6) for n in (1, 2)]
    r = rencana(kota(tmp_path, *rad, kegiatan("R3", "5/1", "dokumen_ada", poin=6)))  # 790 + 5 + 6
    assert (ids(r), r.nilai, r.nilai_em) == (["R1", "R2", "R3"], 801, (790, 801))
