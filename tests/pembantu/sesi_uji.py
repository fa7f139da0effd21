"""Meetings with other sessions than their file has, for tests."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.rapat import Sesi

AULA: dict[str, Any] = {"nama": "Sesi pagi", "klaster": ["klaster_1", "klaster_2"], "tempat": "Aula"}


def dengan_sesi(keadaan: Keadaan, *sesi: dict[str, Any]) -> Keadaan:
    """Return the meeting with exactly these sessions."""
    daftar = tuple(Sesi.model_validate(s, strict=False) for s in sesi)
    return replace(keadaan, rapat=keadaan.rapat.model_copy(update={"sesi": daftar}))


def anggota(*nama: str, pilar: str = "pemerintah") -> list[dict[str, str]]:
    """Return members of one pillar."""
    return [{"nama": n, "pilar": pilar} for n in nama]


def urut(potongan: Sequence[str], teks: str) -> bool:
    """Return whether the pieces all occur, one after the other."""
    tempat = [teks.find(p) for p in potongan]
    return -1 not in tempat and tempat == sorted(tempat)
