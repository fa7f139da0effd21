"""Know of which data years a cycle asks documents, as its form says it: dated, with source and certainty."""

from collections.abc import Iterable
from typing import Self

from pydantic import Field, model_validator

from kla_lib.bahasa import _
from kla_lib.rules.sumber import Keyakinan, Rujukan
from kla_lib.rules.yaml import Aturan

PALING_JAUH = 10
"""Years before the evaluated one; what is meant to be further away is a slip."""


class TahunData(Aturan):
    """The data years asked for from an evaluated year (`sejak`) on, until a later entry says otherwise.

    Either `relatif`, years counted from the evaluated one (-1 is the year
    before it, 0 itself), or `mutlak`, the years themselves.
    """

    sejak: int = Field(ge=2000, le=2200)
    relatif: tuple[int, ...] = ()
    mutlak: tuple[int, ...] = ()
    keyakinan: Keyakinan
    sumber: Rujukan

    @model_validator(mode="after")
    def _satu_cara(self) -> Self:
        if bool(self.relatif) == bool(self.mutlak):
            raise ValueError(_("tulis salah satu: relatif, misalnya [-1, 0], atau mutlak, misalnya [2024, 2025]"))
        diminta = self.relatif or self.mutlak
        if len(set(diminta)) < len(diminta):
            raise ValueError(_("satu tahun tertulis dua kali"))
        if any(not -PALING_JAUH <= t <= 0 for t in self.relatif):
            raise ValueError(_("relatif ditulis dari -10 sampai 0: 0 tahun yang dinilai, -1 tahun sebelumnya"))
        if any(not 2000 <= t <= self.sejak for t in self.mutlak):
            raise ValueError(_("mutlak ditulis empat angka, tidak sesudah tahun yang dinilai (sejak)"))
        return self

    def tahun(self, tahun_evaluasi: int) -> tuple[int, ...]:
        """Return the data years that are asked for where `tahun_evaluasi` is evaluated, the earliest first."""
        return tuple(sorted(self.mutlak or (tahun_evaluasi + r for r in self.relatif)))


def tahun_berlaku(aturan: Iterable[TahunData], tahun_evaluasi: int) -> TahunData | None:
    """Return the latest entry that has begun; None where the form says nothing of that year."""
    mulai = [a for a in aturan if a.sejak <= tahun_evaluasi]
    return max(mulai, key=lambda a: a.sejak, default=None)
