"""Take from a dated history the amount that holds for an evaluated year."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil

T_co = TypeVar("T_co", covariant=True)


class Bertanggal(Protocol[T_co]):
    """A line of a history: an amount, and from when it holds."""

    @property
    def berlaku(self) -> date:
        """The first day."""

    @property
    def besaran(self) -> T_co:
        """The amount."""


def yang_berlaku(riwayat: Sequence[Bertanggal[T_co]], tahun: int | None, berkas: Path) -> T_co:
    """Return the newest amount in force at the end of the year; without a year the newest of all.

    berkas: the file that a KlaError names when nothing holds yet.
    """
    berlaku = [r for r in riwayat if tahun is None or r.berlaku.year <= tahun]
    if not berlaku:
        raise KlaError(
            Kesalahan(
                "tahun",
                nama_tampil(berkas),
                _("tidak ada anggapan yang berlaku untuk tahun {tahun}").format(tahun=tahun),
                _("Tambahkan baris riwayat yang berlaku mulai {tahun} atau sebelumnya.").format(tahun=tahun),
            )
        )
    return max(berlaku, key=lambda r: r.berlaku).besaran
