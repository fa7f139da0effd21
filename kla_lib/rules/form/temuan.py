"""Say what a form has wrong with it, and whether its head declares it."""

import re
from dataclasses import dataclass
from typing import Any

from kla_lib.errors import Kesalahan


@dataclass(frozen=True)
class Temuan:
    """A finding about a form; `dinyatakan`: the head says that the published form is so."""

    kesalahan: Kesalahan
    dinyatakan: bool = False

    @property
    def baris(self) -> int | None:
        """The row or line of the finding's place, None where it concerns the whole file."""
        angka = re.search(r"\d+", self.kesalahan.sel)
        return int(angka[0]) if angka else None

    def sebagai_dict(self) -> dict[str, Any]:
        """Return the finding for `--json`."""
        return {**self.kesalahan.sebagai_dict(), "baris": self.baris, "dinyatakan": self.dinyatakan}


def belum_dinyatakan(temuan: list[Temuan]) -> list[Kesalahan]:
    """Return the faults for which a form must be refused."""
    return [t.kesalahan for t in temuan if not t.dinyatakan]
