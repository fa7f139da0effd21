"""Remember the steps of a scenario, so that each can be undone and done again."""

from dataclasses import dataclass, field, replace

from kla_lib.rules.skenario import IsiSkenario


@dataclass(frozen=True)
class Riwayat:
    """The scenario as it is now, with what it was before and what was undone.

    lanjut: what the last step moved ("bobot klaster_1").  Moving the same
    slider again belongs to the same step: one Urungkan takes back the whole move.
    """

    kini: IsiSkenario = field(default_factory=IsiSkenario)
    lampau: tuple[IsiSkenario, ...] = ()
    depan: tuple[IsiSkenario, ...] = ()
    lanjut: str = ""

    def catat(self, isi: IsiSkenario, lanjut: str = "") -> "Riwayat":
        """Return the history after a step; a step that changes nothing is none."""
        if isi == self.kini:
            return self
        satu_gerak = bool(lanjut) and lanjut == self.lanjut
        lampau = self.lampau if satu_gerak else (*self.lampau, self.kini)
        return Riwayat(isi, lampau, (), lanjut)

    def urungkan(self) -> "Riwayat":
        """Return the history one step back."""
        if not self.lampau:
            return self
        return Riwayat(self.lampau[-1], self.lampau[:-1], (self.kini, *self.depan))

    def ulangi(self) -> "Riwayat":
        """Return the history with the last undone step done again."""
        if not self.depan:
            return self
        return Riwayat(self.depan[0], (*self.lampau, self.kini), self.depan[1:])

    def putus(self) -> "Riwayat":
        """Return the history in which the next move is a step of its own."""
        return replace(self, lanjut="")
