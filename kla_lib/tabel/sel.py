"""Say what may stand in a cell besides plain values, and how a cell is shown to the evaluator."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

TERPANJANG = 80


class Tulisan(Enum):
    """How the text of a file writes numbers; docs/keputusan/0009 states the rule."""

    TITIK = "titik"
    """CSV in which a number proves the decimal point: a single dot is one."""
    KOMA = "koma"
    """CSV with semicolons between the cells, as an Indonesian Excel writes it: a single comma is a decimal comma."""
    RIBUAN = "ribuan"
    """CSV in which a number proves the decimal comma: a dot before three digits parts thousands."""
    CAMPUR = "campur"
    """Text in a workbook, or a CSV that proves nothing, or both: nothing says who wrote it."""


class Persen(float):
    """A number that its cell shows as a percentage: 0.935 is shown as 93.5 %."""


@dataclass(frozen=True)
class Rancu:
    """A number as text that has two readings: "1.500" is `ribuan` 1500 or `desimal` 1,5."""

    teks: str
    ribuan: str
    desimal: str

    def __str__(self) -> str:
        return self.teks


def tampil(isi: Any) -> str:
    """Return a cell's content as the evaluator sees it."""
    if isinstance(isi, bool):
        return "TRUE" if isi else "FALSE"
    if isinstance(isi, Persen):
        return f"{isi * 100:.13g}%"
    if isinstance(isi, float):
        return f"{isi:.15g}"
    return str(isi)


def kutip(isi: Any) -> str:
    """Return a cell's content for a message: on one line, and not longer than a message can be."""
    teks = " ".join(tampil(isi)[: 4 * TERPANJANG].split())
    return teks if len(teks) <= TERPANJANG else teks[: TERPANJANG - 1] + "…"
