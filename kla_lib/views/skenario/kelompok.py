"""Tell whose a question or a document is: the office that answers for it, the areas that it is about."""

import re
from collections.abc import Collection, Iterable
from functools import cached_property

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.scoring.wilayah import TINGKAT

AREA = "wilayah:"
"""Before the key of a level or an area, beside the names of offices."""

_AWALAN = re.compile(r"^(?:kecamatan|kelurahan|desa|kec\.?|kel\.?)\s+", re.IGNORECASE)


class Kelompok:
    """The offices and areas of a meeting.

    A book with answers of areas has a group for each level (all kecamatan,
    all kelurahan): what the questions rest on that the level answers.  The
    documents of a question are mostly one recapitulation of all areas, so an
    area has a group of its own only where a document names it.
    """

    def __init__(self, keadaan: Keadaan) -> None:
        self._keadaan = keadaan

    def kantor(self, opd: str | None) -> tuple[str, ...]:
        """Return the group of an office by its role or name; of a level that the book lists, the level's."""
        if opd is None or pd.isna(opd) or not opd:
            return ()
        return (AREA + opd,) if opd in self._tingkat else (self._keadaan.daerah.nama_opd(opd),)

    def soal(self, kode: str, opd: Collection[str]) -> tuple[str, ...]:
        """Return the groups of a question: its responsible (first) office, the levels that answer it."""
        return _unik([*self.kantor(next(iter(opd), None)), *self._per_soal.get(kode, ())])

    def dokumen(self, opd: str | None, judul: str, soal: Iterable[str]) -> tuple[str, ...]:
        """Return the groups of a document: its office, the levels of its questions, the areas that its title names."""
        tingkat = [t for kode in soal for t in self._per_soal.get(kode, ())]
        return _unik(
            [*self.kantor(opd), *tingkat, *(kunci for kunci, (_n, pola) in self._area.items() if pola.search(judul))]
        )

    def pilihan(self, ada: Iterable[tuple[str, ...]]) -> list[tuple[str, str]]:
        """Return the groups that occur as (label, key): offices by name, then levels, then areas."""
        terpakai = {k for milik in ada for k in milik}
        kantor = sorted((k for k in terpakai if not k.startswith(AREA)), key=str.casefold)
        area = [(nama, k) for k, (nama, _p) in self._area.items() if k in terpakai]
        return [
            *((k, k) for k in kantor),
            *((self.sebut(k), k) for k in (AREA + t for t in self._tingkat) if k in terpakai),
            *area,
        ]

    def sebut(self, kunci: str) -> str:
        """Return the words for a group."""
        if not kunci.startswith(AREA):
            return kunci
        tingkat = kunci.removeprefix(AREA)
        if tingkat not in self._tingkat:
            return self._area[kunci][0]
        pola = _("kecamatan (semua {n})") if tingkat == "kecamatan" else _("kelurahan (semua {n})")
        return pola.format(n=self._tingkat[tingkat])

    @cached_property
    def _tingkat(self) -> dict[str, int]:
        """How many areas of each level the book lists."""
        w = self._keadaan.buku.wilayah
        banyak = {} if w is None else w.groupby("tingkat")["kode_wilayah"].nunique().to_dict()
        return {t: int(banyak[t]) for t in TINGKAT if t in banyak}

    @cached_property
    def _per_soal(self) -> dict[str, tuple[str, ...]]:
        """For each question the groups of the levels that answer it: those that the form asks, and those that did."""
        w, p = self._keadaan.buku.wilayah, self._keadaan.instrumen.pertanyaan
        hasil: dict[str, list[str]] = {}
        for t in self._tingkat:
            jawab = p.head(0) if w is None else w[(w["tingkat"] == t) & w["isi"].notna()]
            for tabel in (p[p[TINGKAT[t]].astype(bool)], jawab):
                for kode in kolom_kode(tabel):
                    hasil.setdefault(kode, []).append(AREA + t)
        return {kode: _unik(t) for kode, t in hasil.items()}

    @cached_property
    def _area(self) -> dict[str, tuple[str, re.Pattern[str]]]:
        """Every area with its name, and how a title names it: as whole words, the level before it or not."""
        w = self._keadaan.buku.wilayah
        if w is None:
            return {}
        satu = w.drop_duplicates("kode_wilayah")
        return {
            f"{AREA}{kode}": (nama, re.compile(rf"(?<!\w){re.escape(_AWALAN.sub('', nama))}(?!\w|\.\d)", re.IGNORECASE))
            for kode, nama in zip(satu["kode_wilayah"].astype(str), satu["nama"].astype(str), strict=True)
        }


def _unik(kunci: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kunci))
