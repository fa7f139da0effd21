"""Seconds per part of a run, from a clock that the test turns."""

import pytest

from kla_lib.publish.batch.waktu import Jam


def jam_palsu(*saat: float) -> Jam:
    return Jam(iter(saat).__next__)


def test_parts_measured_twice_are_added_up() -> None:
    jam = jam_palsu(10.0, 11.5, 20.0, 20.25)
    for _kali in range(2):
        with jam.ukur("gambar"):
            pass
    jam.tambah("lampiran", 2.0004)
    assert jam.bulat() == {"gambar": 1.75, "lampiran": 2.0}


def test_a_part_that_fails_is_measured_too() -> None:
    jam = jam_palsu(1.0, 4.0)
    with pytest.raises(ValueError, match="rusak"), jam.ukur("jalan"):
        raise ValueError("rusak")
    assert jam.bulat() == {"jalan": 3.0}
