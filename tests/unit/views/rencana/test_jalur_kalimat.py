"""Chances and amounts in a reader's words: never surer than the numbers, never "0 dari 10"."""

from kla_lib.views.rencana.kalimat_rencana import sebut_rupiah


def test_rupiah_have_dots_between_thousands_and_no_decimals() -> None:
    assert sebut_rupiah(28_500_000) == "Rp28.500.000"
