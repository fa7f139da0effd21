"""Load which counts of persons are too small to be shared."""

import re
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.riwayat import yang_berlaku
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.rules.yaml import Aturan, load_yaml
from kla_lib.tabel.nama import kunci_nama

BERKAS = "privasi.yaml"

PUBLIK, INTERNAL = "publik", "internal"
UNTUK = (PUBLIK, INTERNAL)
"""Whom pages are made for: everybody, or only those who work with the data."""


class _Besaran(Aturan):
    berlaku: date
    besaran: int = Field(ge=2)
    sumber: Rujukan


class _AngkaKecil(Aturan):
    uraian: str
    riwayat: tuple[_Besaran, ...] = Field(min_length=1)


class _BerkasPrivasi(Aturan):
    angka_kecil: _AngkaKecil
    satuan_ukuran: tuple[str, ...]
    satuan_bukan_orang: tuple[str, ...]
    satuan_hasil_kerja: tuple[str, ...]
    satuan_longgar: tuple[str, ...]
    kata_orang: tuple[str, ...]
    kata_rentan: tuple[str, ...]
    kata_sifat: tuple[str, ...]


@dataclass(frozen=True)
class Privasi:
    """The rule: counts of persons from 1 to below `batas` are hidden; zero names nobody.

    ukuran: units that count nothing (shares, lengths, money).  bukan_orang:
    units that count no persons.  hasil_kerja: units of the RAD that count none
    either.  Every other unit is taken to count persons: a new word must not
    expose a child.  longgar: units that do not say what they count.
    kata_orang, kata_rentan: words that name persons, first of all or anywhere;
    kata_sifat: words after which they only describe a thing.
    """

    batas: int
    ukuran: frozenset[str]
    bukan_orang: frozenset[str]
    hasil_kerja: frozenset[str]
    longgar: frozenset[str]
    kata_orang: frozenset[str]
    kata_rentan: frozenset[str]
    kata_sifat: frozenset[str]

    def hitungan(self, satuan: object) -> bool:
        """Return whether a unit counts something, persons or things, so that its numbers can add up."""
        return _kata(satuan) not in self.ukuran and not is_rasio(satuan)

    def orang(self, satuan: object, ukuran: object = "") -> bool:
        """Return whether a measure counts persons, by its unit and by what its name says that is counted."""
        kata = _kata(satuan)
        if kata in self.ukuran:
            return False
        if kata not in self.bukan_orang:
            return True
        nama = [k for k in _daftar_kata(ukuran) if k not in PENGANTAR]
        if not nama:
            return False
        if self.kata_rentan & set(nama) or nama[0] in self.kata_orang:
            return True
        return kata in self.longgar and nama[0] != kata.split("_")[0]

    def orang_rad(self, satuan: object, kegiatan: object = "") -> bool:
        """Return whether an action counts persons, by its unit and by whom its words name."""
        kata = _kata(satuan)
        if kata in self.ukuran:
            return False
        if kata not in self.bukan_orang | self.hasil_kerja:
            return True
        nama = _daftar_kata(kegiatan)
        orang = {k for sebelum, k in zip(["", *nama], nama, strict=False) if sebelum not in self.kata_sifat}
        rentan = bool(self.kata_rentan & set(nama))
        return kata in self.longgar and (rentan or (kata not in self.hasil_kerja and bool(self.kata_orang & orang)))

    def sedikit(self, n: float | None) -> bool:
        """Return whether a number would name few persons; an unknown one (None, NaN) does not."""
        return n is not None and 0 < abs(n) < self.batas


RASIO = re.compile(r"per[\s_]*[\d.,]+.*")
PENGANTAR = frozenset({"jumlah", "banyaknya", "total", "persentase", "cakupan", "rata"})
"""Words that begin the name of a measure without telling what is counted."""


def is_rasio(satuan: object) -> bool:
    """Return whether a unit is that of a rate, such as "per 1.000"."""
    return RASIO.fullmatch(_kata(satuan)) is not None


def _kata(teks: object) -> str:
    """Return a unit as the lists write it; one that is not written counts as any unknown word."""
    return kunci_nama(teks).replace(" ", "_") if isinstance(teks, str) else ""


def _daftar_kata(teks: object) -> list[str]:
    return re.findall(r"[^\W_]+", _kata(teks))


@sekali
def load_privasi(params: Params) -> Privasi:
    """Return the newest rule: what is shared today is shared under it, whatever year it is about."""
    path = params.path(BERKAS)
    berkas = load_yaml(path, _BerkasPrivasi)
    riwayat = berkas.angka_kecil.riwayat
    check_rujukan(params, nama_tampil(path), [r.sumber for r in riwayat])
    return Privasi(
        yang_berlaku(riwayat, None, path),
        *(
            frozenset(daftar)
            for daftar in (
                berkas.satuan_ukuran,
                berkas.satuan_bukan_orang,
                berkas.satuan_hasil_kerja,
                berkas.satuan_longgar,
                berkas.kata_orang,
                berkas.kata_rentan,
                berkas.kata_sifat,
            )
        ),
    )
