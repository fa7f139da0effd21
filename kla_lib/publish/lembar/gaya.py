"""Fix how the cells of our sheets look: their letters, their heads, and styles that are put together once."""

from collections.abc import Callable, Hashable
from copy import copy
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.styles import PatternFill

HURUF = "Calibri"
KEPALA = PatternFill("solid", fgColor="D9E4EC")

TINGGI_BARIS = 13.5
"""Height of a line in points; a spreadsheet does not fit the rows of a file by itself."""


class Cap:
    """Styles of a sheet's cells, each put together once.

    openpyxl looks up every part of a style for every cell; a copy of a whole one takes no time.
    """

    def __init__(self) -> None:
        self._jadi: dict[Hashable, Any] = {}

    def pakai(self, sel: Cell, nama: Hashable, gaya: Callable[[], dict[str, Any]]) -> None:
        """Give a cell the style of a name; gaya: returns its parts, asked once per name."""
        if nama in self._jadi:
            sel._style = copy(self._jadi[nama])
            return
        for bagian, isi in gaya().items():
            setattr(sel, bagian, isi)
        self._jadi[nama] = copy(sel._style)
