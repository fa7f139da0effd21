"""What a test goes through holds something: a check of nothing proves nothing."""

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def berisi(isi: Iterable[T]) -> list[T]:
    """Return the items that a test is about to look at one by one; fail where there is none."""
    daftar = list(isi)
    assert daftar, "nothing to look at"
    return daftar
