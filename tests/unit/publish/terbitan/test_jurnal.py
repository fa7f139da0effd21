"""The journal: lines in their order, and a torn one costs itself alone."""

from pathlib import Path

import pytest

from kla_lib.publish.terbitan.jurnal import (
    JURNAL,
    LEMBAR_MULAI,
    MULAI,
    PAKET_JADI,
    SELESAI,
    Jurnal,
    lembar_kita,
    read_jurnal,
    terputus,
)


def test_events_are_read_in_the_order_in_which_they_were_noted(tmp_path: Path) -> None:
    j = Jurnal(tmp_path)
    j.catat(MULAI, pid=7)
    j.catat(PAKET_JADI, paket="klaster_1", masukan="sha256:a", berkas={"fakta.json": "sha256:b"})
    peristiwa, rusak = read_jurnal(tmp_path)
    assert [p["kejadian"] for p in peristiwa] == [MULAI, PAKET_JADI]
    assert {p["lari"] for p in peristiwa} == {j.lari}
    assert peristiwa[1]["berkas"] == {"fakta.json": "sha256:b"}
    assert rusak == 0


def test_without_a_journal_there_are_no_events(tmp_path: Path) -> None:
    assert read_jurnal(tmp_path) == ([], 0)


@pytest.mark.parametrize("sisa", [1, 20, 60], ids="{} bytes".format)
def test_a_line_that_a_power_cut_has_torn_costs_no_other(tmp_path: Path, sisa: int) -> None:
    Jurnal(tmp_path).catat(MULAI)
    utuh = (tmp_path / JURNAL).read_bytes()
    (tmp_path / JURNAL).write_bytes(utuh + utuh[:sisa])
    j = Jurnal(tmp_path)
    assert j.robek
    j.catat(SELESAI)
    peristiwa, rusak = read_jurnal(tmp_path)
    assert [p["kejadian"] for p in peristiwa] == [MULAI, SELESAI]
    assert rusak == 1
    assert not Jurnal(tmp_path).robek


@pytest.mark.parametrize("baris", [b"\x00\x00\x00", b"\xff\xfe", b"[]", b'"mulai"', b"{}"])
def test_a_line_that_is_no_event_is_counted_and_passed_over(tmp_path: Path, baris: bytes) -> None:
    (tmp_path / JURNAL).write_bytes(baris + b"\n")
    assert read_jurnal(tmp_path) == ([], 1)


def test_a_run_without_its_end_was_cut_off(tmp_path: Path) -> None:
    assert not terputus([])
    Jurnal(tmp_path).catat(MULAI)
    assert terputus(read_jurnal(tmp_path)[0])
    Jurnal(tmp_path).catat(SELESAI)
    assert not terputus(read_jurnal(tmp_path)[0])


def test_sheets_that_a_run_was_about_to_write_are_known_as_ours(tmp_path: Path) -> None:
    Jurnal(tmp_path).catat(LEMBAR_MULAI, berkas={"keputusan.xlsx": "sha256:1"})
    Jurnal(tmp_path).catat(LEMBAR_MULAI, berkas={"keputusan.xlsx": "sha256:2"})
    assert lembar_kita(read_jurnal(tmp_path)[0]) == {("keputusan.xlsx", "sha256:1"), ("keputusan.xlsx", "sha256:2")}
