import os

import pytest

from kla_lib.tanpa_cetakan import tanpa_cetakan


def test_what_a_library_prints_past_python_is_not_seen_and_ours_is(capfd: pytest.CaptureFixture[str]) -> None:
    print("sebelum", flush=True)
    with tanpa_cetakan():
        os.write(1, b"HighsMipSolverData")
    print("sesudah", flush=True)
    assert capfd.readouterr().out.split() == ["sebelum", "sesudah"]


def test_the_output_comes_back_after_a_failure(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="gagal"), tanpa_cetakan():
        raise ValueError("gagal")
    print("sesudah", flush=True)
    assert capfd.readouterr().out == "sesudah\n"
