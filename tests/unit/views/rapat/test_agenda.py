"""The agenda of a session: its minutes add up, follow the points at stake, end before the next session."""

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.rules.kerja import load_kerja
from kla_lib.views.rapat.agenda import Agenda, agenda_sesi, baris_agenda, tabel_agenda
from kla_lib.views.rapat.sesi import daftar_sesi
from kla_lib.views.rapat.sesi_posisi import poin_belum_aman
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.sesi_uji import AULA, dengan_sesi


@pytest.fixture(scope="module")
def rapat() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def agenda(keadaan: Keadaan, *sesi: dict[str, object]) -> Agenda:
    k = dengan_sesi(keadaan, *sesi)
    return agenda_sesi(k, daftar_sesi(k)[0])


def test_a_session_ends_a_break_before_the_next_in_the_same_place(rapat: Keadaan) -> None:
    a = agenda(rapat, AULA | {"waktu": "2025-02-11 08:30"}, {"nama": "B", "klaster": [], **_di("aula ", "10:30")})
    jeda = load_kerja(PARAMS, 2024).menit["jeda"]
    assert a.menit == 120 - jeda
    assert baris_agenda(a)[0]["waktu"].startswith("08.30")
    assert baris_agenda(a)[-1]["waktu"].endswith("10.15")
    assert "jeda 15 menit" in a.catatan


def test_a_session_in_another_place_or_on_another_day_or_earlier_does_not_shorten_it(rapat: Keadaan) -> None:
    lain = [
        {"nama": "B", "klaster": [], **_di("Ruang rapat", "09:30")},
        {"nama": "C", "klaster": [], "tempat": "Aula", "waktu": "2025-02-12 09:30"},
        {"nama": "D", "klaster": [], **_di("Aula", "07:00")},
        {"nama": "E", "klaster": [], **_di("Aula", "08:30")},
    ]
    a = agenda(rapat, AULA | {"waktu": "2025-02-11 08:30"}, *lain)
    assert a.menit == load_kerja(PARAMS, 2024).menit["tanpa_jadwal"]
    assert "tidak diketahui" in a.catatan


def test_a_long_slot_leaves_time_for_lunch(rapat: Keadaan) -> None:
    a = agenda(rapat, AULA | {"waktu": "2025-02-11 10:00"}, {"nama": "B", "klaster": [], **_di("Aula", "14:00")})
    assert a.menit == load_kerja(PARAMS, 2024).menit["paling_lama"]
    assert "jeda 120 menit" in a.catatan


def test_too_short_a_slot_is_told_and_not_squeezed(rapat: Keadaan) -> None:
    a = agenda(rapat, AULA | {"waktu": "2025-02-11 10:00"}, {"nama": "B", "klaster": [], **_di("Aula", "10:30")})
    assert "30 menit kemudian" in a.catatan
    assert "Geserlah" in a.catatan
    assert a.menit == 90


def test_every_minute_belongs_to_one_item_and_the_klaster_with_more_at_stake_gets_more(rapat: Keadaan) -> None:
    for sesi in berisi(daftar_sesi(rapat)):
        a = agenda_sesi(rapat, sesi)
        assert [x.mulai for x in a.acara] == [sum(y.menit for y in a.acara[:n]) for n in range(len(a.acara))]
        bahas = dict(zip(sesi.klaster, [x.menit for x in a.acara[2:-2]], strict=True))
        taruhan = {k: poin_belum_aman(rapat, k) for k in sesi.klaster}
        assert sorted(bahas, key=lambda k: bahas[k]) == sorted(taruhan, key=lambda k: taruhan[k])
        assert min(bahas.values()) > 0


@pytest.mark.parametrize("waktu", [None, "Selasa pagi"])
def test_without_a_begin_the_minutes_are_counted_from_the_opening(rapat: Keadaan, waktu: str | None) -> None:
    k = dengan_sesi(rapat, AULA | {"waktu": waktu})
    teks = tabel_agenda(k, daftar_sesi(k)[0]).teks
    assert "0–5 | Membuka sesi | 5" in teks


@pytest.mark.parametrize("nama", ["kota-bekasi", "sumbawa-2022", "ogan-ilir-2024"])
def test_a_book_without_marks_or_documents_has_an_agenda_too(nama: str) -> None:
    keadaan = load_keadaan(PARAMS, nama)
    for sesi in berisi(daftar_sesi(keadaan)):
        a = agenda_sesi(keadaan, sesi)
        assert len(a.acara) == len(sesi.klaster) + 4
        assert all(x.menit > 0 for x in a.acara)


def _di(tempat: str, jam: str) -> dict[str, str]:
    return {"tempat": tempat, "waktu": f"2025-02-11 {jam}"}
