"""What the meeting decides today: three actions of the plan, or what can still be gained."""

from kla_lib.views.konteks import load_konteks
from kla_lib.views.paket import load_paket
from kla_lib.views.permintaan import daftar_pengamanan
from kla_lib.views.putuskan import putuskan_hari_ini


def test_the_three_largest_actions_of_the_plan_are_named_with_office_and_date() -> None:
    baris = putuskan_hari_ini(load_konteks("kota-contoh-1")).teks.splitlines()
    assert len(baris) == 3
    assert all("poin, " in b and ("s.d. " in b or "minta yang baru" in b) for b in baris)


def test_without_a_plan_it_says_what_can_still_be_gained_and_asks_nothing_that_nobody_knows() -> None:
    teks = putuskan_hari_ini(load_konteks("ogan-ilir-2024")).teks
    assert "naikkan nilai" in teks
    assert "isi asli tidak diketahui" not in teks


def test_a_request_names_the_day_that_the_rad_promises_not_the_last_day_of_the_stage() -> None:
    teks = daftar_pengamanan(load_paket("kota-contoh-1", "klaster_5")).html
    assert "s.d. 14 Maret 2025" in teks  # R36 promises 21A/8 for that day
    assert "s.d. 31 Maret 2025" in teks
