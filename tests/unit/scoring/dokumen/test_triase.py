"""The order of the work: points times doubt, the most doubtful state first."""

from dataclasses import replace
from pathlib import Path

import pytest

from kla_lib.rules.kerja import load_kerja
from kla_lib.scoring.dokumen.register import dokumen_penentu
from kla_lib.scoring.dokumen.triase import konfirmasi, triase
from tests.pembantu.kerja_uji import dokumen, kaitan, muat, nilai
from tests.pembantu.params_uji import PARAMS

ANGGAPAN = load_kerja(PARAMS, 2024)


def keadaan(folder: Path, baris, *register, kode: str = "4/5") -> str:
    kait = [kaitan(d["id_dokumen"], kode) for d in register]
    buku = muat(folder, baris, register=register or [dokumen("D0")], kait=kait)
    t = triase(buku, nilai(buku), ANGGAPAN, dokumen_penentu(buku))
    return t[(t["indikator"] == "4") & (t["pertanyaan"] == "5")]["keadaan"].iloc[0]


@pytest.mark.parametrize(
    ("baris", "register", "harap"),
    [
        (["em", "klaster_1", "4", "5", 2, "ya"], [dokumen("D1")], "pasti"),
        (["em", "klaster_1", "4", "5", 2, "tidak"], [dokumen("D1")], "belum_dikonfirmasi"),
        (["em", "klaster_1", "4", "5", 2], [dokumen("D1")], "belum_dikonfirmasi"),
        (["em", "klaster_1", "4", "5", 2, "ya"], [dokumen("D1", "belum_diperiksa")], "belum_diperiksa"),
        (["em", "klaster_1", "4", "5", 2, "ya"], [], "dokumen_belum_dicatat"),
        (["em", "klaster_1", "4", "5", 2, "tidak"], [dokumen("D1"), dokumen("D2", "kurang")], "dokumen_kurang"),
        (["em", "klaster_1", "4", "5", 2, "ya"], [dokumen("D1", "tidak_ada")], "dokumen_kurang"),
        (["em", "klaster_1", "4", "4", 2, "ya"], [dokumen("D1")], "belum_dinilai"),
        (["em", "klaster_1", "4", None, 2, "ya"], [dokumen("D1")], "pasti"),
        (["em", "klaster_1", None, None, 2, "tidak"], [dokumen("D1")], "belum_dikonfirmasi"),
    ],
)
def test_the_most_doubtful_state_that_holds_is_named(tmp_path: Path, baris, register, harap: str) -> None:
    assert keadaan(tmp_path, baris, *register) == harap


def test_questions_come_by_points_times_doubt_then_points_then_form(tmp_path: Path) -> None:
    buku = muat(tmp_path, ["em", "klaster_1", "4", "5", 2])
    t = triase(buku, nilai(buku), ANGGAPAN, dokumen_penentu(buku))
    urut = list(zip(-t["poin_ragu"], -t["nilai_maksimal"], t.index, strict=True))
    assert urut == sorted(urut)
    assert (t["poin_ragu"] == t["nilai_maksimal"] * t["ragu"]).all()
    assert t["nilai_maksimal"].min() > 0


def test_another_assumption_gives_another_order(tmp_path: Path) -> None:
    buku = muat(
        tmp_path,
        ["em", "klaster_1", "4", "4", 5, "ya"],
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "4/4")],
    )
    h = nilai(buku)
    tenang = replace(ANGGAPAN, ragu={**ANGGAPAN.ragu, "dokumen_kurang": 0.0})

    def letak(anggapan) -> int:
        t = triase(buku, h, anggapan, dokumen_penentu(buku))
        return list(t["indikator"] + "/" + t["pertanyaan"]).index("4/4")

    assert letak(ANGGAPAN) < letak(tenang)


def test_a_mark_that_is_empty_is_not_confirmed_by_its_tick(tmp_path: Path) -> None:
    buku = muat(tmp_path, ["em", "klaster_1", "4", "5", None, "ya"], ["em", "klaster_1", "4", "4", 1, "ya"])
    assert sum(konfirmasi(buku, nilai(buku))) == 1


def test_a_tick_of_another_stage_confirms_nothing(tmp_path: Path) -> None:
    buku = muat(tmp_path, ["em", "klaster_1", "4", "5", 1, "tidak"], ["va", "klaster_1", "4", "5", 1, "ya"])
    assert not any(konfirmasi(buku, nilai(buku)))


def test_a_mark_of_the_verifier_needs_no_confirmation_by_an_office(tmp_path: Path) -> None:
    buku = muat(tmp_path, ["em", "klaster_1", "4", "5", 1, "tidak"], ["va", "klaster_1", "4", "5", 1])
    assert sum(konfirmasi(buku, nilai(buku, "va"))) == 1
