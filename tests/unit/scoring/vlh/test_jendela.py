"""The hours for mending."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from kla_lib.scoring.vlh.jendela import BELUM_MULAI, BERJALAN, TUTUP, buka_jendela

MULAI = datetime(2025, 5, 20, 16, 0, tzinfo=timezone(timedelta(hours=7)))


def test_nobody_counts_hours_that_have_no_beginning() -> None:
    assert buka_jendela(None, 48) is None


@pytest.mark.parametrize(
    ("lewat", "keadaan", "sisa"),
    [
        (-5, BELUM_MULAI, 48),
        (0, BERJALAN, 48),
        (47, BERJALAN, 1),
        (48, TUTUP, 0),
        (100, TUTUP, 0),
    ],
)
def test_hours_run_from_their_beginning_to_their_end(lewat: int, keadaan: str, sisa: int) -> None:
    jendela = buka_jendela(MULAI, 48)
    assert jendela is not None
    kini = (MULAI + timedelta(hours=lewat)).astimezone(UTC)
    assert (jendela.keadaan(kini), jendela.sisa(kini)) == (keadaan, timedelta(hours=sisa))
