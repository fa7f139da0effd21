"""Load what the forecast assumes: what was thought before the evidence was seen, and how it is counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field, model_validator

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.rules.bukti.skala import kategori_terbitan, load_skala
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.riwayat import yang_berlaku
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.rules.yaml import Aturan, load_yaml

BERKAS = "verifikasi.yaml"

UTAMA = "utama"
"""The setting behind the main figures; the others only widen the ranges."""

T = TypeVar("T")


class _Nilai(Aturan, Generic[T]):
    berlaku: date
    besaran: T
    sumber: Rujukan


class _Anggapan(Aturan, Generic[T]):
    uraian: str
    riwayat: tuple[_Nilai[T], ...] = Field(min_length=1)


Positif = Annotated[float, Field(gt=0)]
Bagian = Annotated[float, Field(gt=0, lt=1)]
Banyak = Annotated[int, Field(gt=0)]
Kisi = Annotated[tuple[Annotated[float, Field(ge=0, lt=1)], ...], Field(min_length=1)]

DugaanBagian = tuple[Bagian, Positif]
"""What was thought of a share: middle and standard deviation, of a Beta."""
Dugaan = tuple[Positif, Positif]
"""The same of any other amount, of a normal distribution."""


class Setelan(Aturan):
    """How much documents decide.

    kappa: the accepted share of points with complete documents.  lambda: what
    a point without them counts of one with them.
    """

    kappa: DugaanBagian
    lambda_: DugaanBagian = Field(alias="lambda")


class _DaftarSetelan(Aturan):
    utama: _Anggapan[Setelan]
    menentukan: _Anggapan[Setelan]
    kurang_menentukan: _Anggapan[Setelan]


class _Dugaan(Aturan):
    delta: _Anggapan[DugaanBagian]
    s_q: _Anggapan[Positif]
    s_d: _Anggapan[Positif]
    mu: _Anggapan[Dugaan]
    s: _Anggapan[Dugaan]
    beta: _Anggapan[Positif]
    pers: _Anggapan[Positif]
    rata_em: _Anggapan[Dugaan]
    simpangan_em: _Anggapan[Dugaan]


class _Pindah(Aturan):
    simpangan: _Anggapan[Positif]
    rata: _Anggapan[dict[int, Positif]]
    phi: _Anggapan[Kisi]
    tau: _Anggapan[Annotated[tuple[Positif, ...], Field(min_length=1)]]
    pi: _Anggapan[Kisi]
    bersyarat: _Anggapan[tuple[str, ...]]


class _Undian(Aturan):
    banyak: _Anggapan[Banyak]
    disimpan: _Anggapan[Banyak]
    benih: _Anggapan[Banyak]


class _Satuan(Aturan):
    nilai: Literal["poin"]
    bagian: str
    dugaan: str


class _BatasHasil(_Anggapan[tuple[Positif, Positif]]):
    @model_validator(mode="after")
    def _check_urut(self) -> "_BatasHasil":
        if any(v.besaran[0] >= v.besaran[1] for v in self.riwayat):
            raise ValueError(_("yang pertama harus lebih kecil dari yang kedua"))
        return self


class _BerkasVerifikasi(Aturan):
    satuan: _Satuan
    setelan: _DaftarSetelan
    dugaan: _Dugaan
    batas_hasil: _BatasHasil
    bobot_sensus: _Anggapan[Annotated[float, Field(ge=0, le=1)]]
    pindah: _Pindah
    undian: _Undian
    kotak_bobot: _Anggapan[Bagian]


@dataclass(frozen=True)
class DugaanAwal:
    """What was thought before the evidence, for one year: (middle, spread) each, or the spread around nothing.

    delta: share of points with complete documents.  s_q, s_d: spreads of
    kappa and delta between regions.  mu, s, beta: the final score over that
    of the administrative check at 750 poin, its spread (on a log scale), its
    change per 100 poin.  pers: what regions in the press are above the others
    (log).  rata_em, simpangan_em: self-assessment of all participants (poin).
    """

    delta: DugaanBagian
    s_q: float
    s_d: float
    mu: Dugaan
    s: Dugaan
    beta: float
    pers: float
    rata_em: Dugaan
    simpangan_em: Dugaan


@dataclass(frozen=True)
class Pindah:
    """What is assumed of the final scores of one region over the years.

    simpangan: between regions in one year (poin).  rata: mean of all regions
    by year of the award (poin).  phi, tau, pi: grids of the correlation over
    one year, of what a whole list moves together (poin), of the share that
    starts anew.  bersyarat: lists of regions with an award only.
    """

    simpangan: float
    rata: Mapping[int, float]
    phi: tuple[float, ...]
    tau: tuple[float, ...]
    pi: tuple[float, ...]
    bersyarat: tuple[str, ...]


@dataclass(frozen=True)
class Verifikasi:
    """What the forecast assumes, for one year.

    setelan: the settings of how much documents decide; `utama` is the main one.
    batas_hasil: lowest and highest final score over that of the administrative check.
    bobot_sensus: with which weight the national counts enter.
    banyak, draws: how many draws are tried against the evidence, how many are kept.
    kotak_bobot: by which share a reasonable weight of a klaster may differ.
    maksimal, terendah_award: the highest score of the scale, and from which one on there is an award (poin).
    """

    setelan: Mapping[str, Setelan]
    dugaan: DugaanAwal
    batas_hasil: tuple[float, float]
    bobot_sensus: float
    pindah: Pindah
    banyak: int
    draws: int
    seed: int
    kotak_bobot: float
    maksimal: float
    terendah_award: float


@sekali
def load_verifikasi(params: Params, tahun: int | None = None) -> Verifikasi:
    """Return the assumptions that hold for an evaluated year; without one, the newest.

    Raises KlaError for an unknown source, a Beta that is wider than a share
    can be, and a year before the first assumption.
    """
    path = params.path(BERKAS)
    b = load_yaml(path, _BerkasVerifikasi)
    check_rujukan(params, nama_tampil(path), list(_rujukan(b)))

    def kini(anggapan: _Anggapan[T]) -> T:
        return yang_berlaku(anggapan.riwayat, tahun, path)

    setelan: dict[str, _Anggapan[Setelan]] = dict(b.setelan)
    hasil = Verifikasi(
        setelan={nama: kini(a) for nama, a in setelan.items()},
        dugaan=DugaanAwal(**{nama: kini(a) for nama, a in b.dugaan}),
        batas_hasil=kini(b.batas_hasil),
        bobot_sensus=kini(b.bobot_sensus),
        pindah=Pindah(**{nama: kini(a) for nama, a in b.pindah}),
        banyak=kini(b.undian.banyak),
        draws=kini(b.undian.disimpan),
        seed=kini(b.undian.benih),
        kotak_bobot=kini(b.kotak_bobot),
        maksimal=load_skala(params).nilai_tertinggi,
        terendah_award=kategori_terbitan(params, tahun or load_skala(params).tahun_ambang).kategori[0].besaran,
    )
    _check_bagian(path, hasil)
    return hasil


def _rujukan(isi: Aturan) -> Iterator[Rujukan]:
    """Yield every source of a model and of the models in it."""
    for nama, nilai in isi:
        if isinstance(nilai, Rujukan):
            yield nilai
        elif isinstance(nilai, Aturan):
            yield from _rujukan(nilai)
        elif isinstance(nilai, tuple) and nama == "riwayat":
            yield from (v.sumber for v in nilai)


def _check_bagian(path: Path, v: Verifikasi) -> None:
    """Refuse a share whose spread no share can have: it would be drawn as one that hardly spreads."""
    bagian = {"dugaan.delta": v.dugaan.delta}
    for nama, s in v.setelan.items():
        bagian |= {f"setelan.{nama}.kappa": s.kappa, f"setelan.{nama}.lambda": s.lambda_}
    lebar = {nama: b for nama, b in bagian.items() if b[1] ** 2 >= b[0] * (1 - b[0])}
    if lebar:
        raise KlaError(
            Kesalahan(
                "simpangan",
                nama_tampil(path),
                _("{nama}: simpangan {simpangan} terlalu besar untuk bagian yang bertengah {tengah}").format(
                    nama=nama, simpangan=format_angka(b[1]), tengah=format_angka(b[0])
                ),
                _("Tulis simpangan yang lebih kecil; kuadratnya harus di bawah tengah x (1 - tengah)."),
            )
            for nama, b in lebar.items()
        )
