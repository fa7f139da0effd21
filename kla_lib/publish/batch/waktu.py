"""Measure how long the parts of a run take, for the manifest."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Jam:
    """Adds up the seconds of each part, whether it was measured here or told by another process."""

    def __init__(self, jam: Callable[[], float] = time.monotonic) -> None:
        self.detik: dict[str, float] = {}
        self._jam = jam

    @contextmanager
    def ukur(self, bagian: str) -> Iterator[None]:
        """Measure what happens inside, also where it fails."""
        dari = self._jam()
        try:
            yield
        finally:
            self.tambah(bagian, self._jam() - dari)

    def tambah(self, bagian: str, detik: float) -> None:
        """Add seconds that were measured elsewhere."""
        self.detik[bagian] = self.detik.get(bagian, 0.0) + detik

    def bulat(self) -> dict[str, float]:
        """Return the seconds as the manifest writes them."""
        return {bagian: round(detik, 3) for bagian, detik in self.detik.items()}
