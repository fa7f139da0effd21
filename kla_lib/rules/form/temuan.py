"""Say what a form has wrong with it, and whether its head declares it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kla_lib.errors import Kesalahan
from kla_lib.rules.janggal import find_janggal
from kla_lib.tabel.mentah import TabelMentah


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


def temuan_teks(mentah: TabelMentah) -> Iterator[Temuan]:
    """Yield the figures in the texts of a table that cannot all hold."""
    for kolom in mentah.isi.columns:
        for baris, isi in mentah.isi[kolom].items():
            if isinstance(isi, str):
                for j in find_janggal(isi):
                    salah = f"'{j.kutipan}': {j.salah}"
                    yield Temuan(mentah.kesalahan(j.jenis, salah, j.perbaikan, str(kolom), int(str(baris))))


def belum_dinyatakan(temuan: list[Temuan]) -> list[Kesalahan]:
    """Return the faults for which a form must be refused."""
    return [t.kesalahan for t in temuan if not t.dinyatakan]
