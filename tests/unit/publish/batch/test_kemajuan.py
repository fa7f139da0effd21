"""The progress of a run: plain lines for a file, one live line for a terminal."""

import io

import pytest

from kla_lib.publish.batch.kemajuan import Kemajuan
from kla_lib.publish.batch.paket import HasilPaket


class Layar(io.StringIO):
    """A terminal that remembers what was written to it."""

    def isatty(self) -> bool:
        return True


def kemajuan(ke: io.StringIO, banyak: int = 4) -> tuple[Kemajuan, list[float]]:
    saat = [100.0]
    return Kemajuan(banyak, ke, lambda: saat[0]), saat


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")


def terlihat(layar: Layar) -> list[str]:
    """Return what stands on the screen: each line as it was written over last."""
    return [baris.rpartition("\r")[2].rstrip() for baris in layar.getvalue().split("\n")]


def test_a_file_gets_a_plain_line_per_pack_with_the_time_left() -> None:
    berkas = io.StringIO()
    k, saat = kemajuan(berkas)
    k.mulai("klaster_1")
    saat[0] += 6
    k.catat(HasilPaket("klaster_1", 5.9))
    k.catat(HasilPaket("klaster_2", 2.0, "ValueError: rusak"))
    assert berkas.getvalue().splitlines() == [
        "1/4 paket · klaster_1 selesai (5,9 dtk) · kira-kira 18 dtk lagi",
        "2/4 paket · klaster_2 GAGAL (2 dtk) · kira-kira 6 dtk lagi",
    ]


def test_a_terminal_gets_one_line_with_count_time_left_and_what_is_under_way() -> None:
    layar = Layar()
    k, saat = kemajuan(layar)
    k.mulai("ringkasan")
    k.mulai("klaster_1")
    assert terlihat(layar) == ["0/4 paket · sedang: ringkasan, klaster_1"]
    saat[0] += 6
    k.catat(HasilPaket("klaster_1", 5.9))
    k.mulai("lembar kantor")
    assert terlihat(layar) == ["1/4 paket · kira-kira 18 dtk lagi · sedang: ringkasan, lembar kantor"]
    k.usai("lembar kantor")
    assert terlihat(layar) == ["1/4 paket · kira-kira 18 dtk lagi · sedang: ringkasan"]


def test_a_failure_stays_on_the_screen_above_the_live_line() -> None:
    layar = Layar()
    k, saat = kemajuan(layar, 2)
    k.mulai("klaster_1")
    saat[0] += 1
    k.catat(HasilPaket("klaster_1", 1.0, "ValueError: rusak"))
    assert terlihat(layar)[0] == "1/2 paket · klaster_1 GAGAL (1 dtk) · kira-kira 1 dtk lagi"
    assert terlihat(layar)[1] == "1/2 paket · kira-kira 1 dtk lagi"


def test_nothing_is_left_of_the_live_line_at_the_end() -> None:
    layar = Layar()
    k, saat = kemajuan(layar, 1)
    k.mulai("klaster_1 dengan nama yang panjang")
    saat[0] += 2.5
    k.catat(HasilPaket("klaster_1", 2.0))
    k.tutup()
    assert terlihat(layar) == ["1 paket dalam 2,5 detik", ""]


def test_the_live_line_never_wraps_in_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    layar = Layar()
    k, _saat = kemajuan(layar)
    for nama in ("kelembagaan", "kelana_dekela", "ringkasan"):
        k.mulai(nama)
    assert max(len(potong) for potong in layar.getvalue().split("\r")) <= 29
    assert terlihat(layar)[0].endswith("…")


def test_a_terminal_that_cannot_go_back_gets_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    layar = Layar()
    k, _saat = kemajuan(layar)
    k.mulai("klaster_1")
    k.catat(HasilPaket("klaster_1", 1.0))
    assert "\r" not in layar.getvalue()


def test_packs_that_need_not_be_made_count_as_finished_and_not_for_the_time() -> None:
    berkas = io.StringIO()
    k, saat = kemajuan(berkas)
    k.catat(HasilPaket("klaster_1", 0.0, tetap=True))
    k.catat(HasilPaket("klaster_2", 0.0, tetap=True))
    saat[0] += 6
    k.catat(HasilPaket("klaster_3", 5.9))
    k.catat(HasilPaket("klaster_4", 5.9))
    k.tutup()
    assert berkas.getvalue().splitlines() == [
        "3/4 paket · klaster_3 selesai (5,9 dtk) · kira-kira 6 dtk lagi",
        "4/4 paket · klaster_4 selesai (5,9 dtk)",
        "2 paket dalam 6 detik",
    ]


@pytest.mark.parametrize("ke", [io.StringIO(), Layar()])
def test_where_no_pack_had_to_be_made_nothing_is_left_to_read(ke: io.StringIO) -> None:
    k, _saat = kemajuan(ke, 1)
    k.catat(HasilPaket("klaster_1", 0.0, tetap=True))
    k.mulai("lembar kantor")
    k.usai("lembar kantor")
    k.tutup()
    assert ke.getvalue().rstrip("\r").rpartition("\r")[2].strip() == ""


def test_what_is_begun_once_more_is_told_and_is_still_under_way() -> None:
    layar = Layar()
    k, _saat = kemajuan(layar)
    k.mulai("klaster_1")
    k.ulang("klaster_1")
    assert terlihat(layar) == [
        "klaster_1 dimulai sekali lagi: prosesnya berhenti mendadak",
        "0/4 paket · sedang: klaster_1",
    ]
