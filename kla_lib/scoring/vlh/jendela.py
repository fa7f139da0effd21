"""Know when the hours for mending begin and end."""

from dataclasses import dataclass
from datetime import datetime, timedelta

BELUM_MULAI, BERJALAN, TUTUP = "belum_mulai", "berjalan", "tutup"


@dataclass(frozen=True)
class JendelaVlh:
    """The hours between two moments, both on the clock of the city."""

    mulai: datetime
    tutup: datetime

    def keadaan(self, kini: datetime) -> str:
        """Return whether the hours are still to come, run, or are over; at the very end they are over."""
        if kini < self.mulai:
            return BELUM_MULAI
        return BERJALAN if kini < self.tutup else TUTUP

    def sisa(self, kini: datetime) -> timedelta:
        """Return how much is left; nothing after the end, all of it before the beginning."""
        return max(self.tutup - max(kini, self.mulai), timedelta(0))


def buka_jendela(mulai: datetime | None, jam: float) -> JendelaVlh | None:
    """Return the hours from their beginning; None where nobody knows when they began."""
    return None if mulai is None else JendelaVlh(mulai, mulai + timedelta(hours=jam))
