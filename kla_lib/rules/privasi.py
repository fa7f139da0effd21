"""Load which counts of persons are too small to be shared."""

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
    satuan_bukan_orang: tuple[str, ...]
    satuan_hasil_kerja: tuple[str, ...]


@dataclass(frozen=True)
class Privasi:
    """The rule: counts of persons from 1 to below `batas` are hidden; zero names nobody.

    bukan_orang: units that count no persons.  hasil_kerja: units of the RAD
    that count none either.  Every other unit is taken to count persons: a new
    word must not expose a child.
    """

    batas: int
    bukan_orang: frozenset[str]
    hasil_kerja: frozenset[str]

    def orang(self, satuan: object) -> bool:
        """Return whether a unit counts persons."""
        return _kata(satuan) not in self.bukan_orang

    def orang_rad(self, satuan: object) -> bool:
        """Return whether a unit of an action counts persons."""
        return self.orang(satuan) and _kata(satuan) not in self.hasil_kerja

    def sedikit(self, n: float | None) -> bool:
        """Return whether a number would name few persons; an unknown one (None, NaN) does not."""
        return n is not None and 0 < abs(n) < self.batas


def _kata(satuan: object) -> str:
    """Return a unit as the lists write it; one that is not written counts as any unknown word."""
    return kunci_nama(satuan) if isinstance(satuan, str) else ""


@sekali
def load_privasi(params: Params) -> Privasi:
    """Return the newest rule: what is shared today is shared under it, whatever year it is about."""
    path = params.path(BERKAS)
    berkas = load_yaml(path, _BerkasPrivasi)
    riwayat = berkas.angka_kecil.riwayat
    check_rujukan(params, nama_tampil(path), [r.sumber for r in riwayat])
    return Privasi(
        yang_berlaku(riwayat, None, path), frozenset(berkas.satuan_bukan_orang), frozenset(berkas.satuan_hasil_kerja)
    )
