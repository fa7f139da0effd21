"""Every step can be taken back and done again; one slider in motion is one step."""

from hypothesis import given
from hypothesis import strategies as st

from kla_lib.rules.skenario import IsiSkenario
from kla_lib.views.skenario.riwayat import Riwayat


def isi(n: float) -> IsiSkenario:
    return IsiSkenario(nilai={"5/1": n})


def test_a_step_is_taken_back_and_done_again() -> None:
    r = Riwayat().catat(isi(1)).catat(isi(2))
    assert r.urungkan().kini == isi(1)
    assert r.urungkan().urungkan().kini == IsiSkenario()
    assert r.urungkan().ulangi().kini == isi(2)


def test_nothing_is_before_the_first_step_and_nothing_after_the_last() -> None:
    r = Riwayat().catat(isi(1))
    assert r.urungkan().urungkan() == r.urungkan()
    assert r.ulangi() == r


def test_consecutive_moves_of_one_slider_are_one_step() -> None:
    r = Riwayat().catat(isi(1), "bobot klaster_1").catat(isi(2), "bobot klaster_1").catat(isi(3), "bobot klaster_2")
    assert r.urungkan().kini == isi(2)
    assert r.urungkan().urungkan().kini == IsiSkenario()


def test_a_move_after_undo_or_after_a_lock_is_a_step_of_its_own() -> None:
    r = Riwayat().catat(isi(1), "bobot klaster_1")
    assert r.putus().catat(isi(2), "bobot klaster_1").urungkan().kini == isi(1)
    lagi = r.catat(isi(2)).urungkan().catat(isi(3), "bobot klaster_1")
    assert lagi.urungkan().kini == isi(1)


def test_a_new_step_forgets_what_was_undone() -> None:
    r = Riwayat().catat(isi(1)).urungkan().catat(isi(2))
    assert r.ulangi().kini == isi(2)


def test_a_step_that_changes_nothing_is_none() -> None:
    r = Riwayat().catat(isi(1))
    assert r.catat(isi(1)) == r


@given(st.lists(st.integers(0, 5), max_size=12), st.integers(0, 14))
def test_undoing_and_redoing_as_often_leads_back(langkah: list[int], kali: int) -> None:
    r = Riwayat()
    for n in langkah:
        r = r.catat(isi(n))
    akhir = r.kini
    kali = min(kali, len(r.lampau))
    for _n in range(kali):
        r = r.urungkan()
    for _n in range(kali):
        r = r.ulangi()
    assert r.kini == akhir
