"""Keep things by key that are made when they are first asked for."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Sekali(dict[K, V]):
    """Things by key, each made when it is first asked for."""

    def __init__(self, buat: Callable[[K], V]) -> None:
        super().__init__()
        self._buat = buat

    def __missing__(self, kunci: K) -> V:
        self[kunci] = self._buat(kunci)
        return self[kunci]
