"""Know the scale on which published scores are read, and the points of a category on it."""

from itertools import pairwise
from typing import Literal, NamedTuple

from pydantic import Field

from kla_lib.letak import nama_tampil
from kla_lib.rules.kategori import DaftarKategori, load_kategori
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.rules.yaml import Aturan, load_yaml

BERKAS = "bukti/skala.yaml"


class Skala(Aturan):
    """The first year of today's scale, its highest score, and from which year on the edges are known."""

    satuan: Literal["poin"]
    tahun_pertama: int
    tahun_ambang: int
    nilai_tertinggi: float = Field(gt=0)
    sumber: Rujukan


class Rentang(NamedTuple):
    """Points from above `rendah` to `tinggi`; the lowest category begins at `rendah` itself."""

    rendah: float
    tinggi: float


@sekali
def load_skala(params: Params) -> Skala:
    """Return the scale; raises KlaError for an unknown source."""
    path = params.path(BERKAS)
    isi = load_yaml(path, Skala)
    check_rujukan(params, nama_tampil(path), [isi.sumber])
    return isi


@sekali
def kategori_terbitan(params: Params, tahun: int) -> DaftarKategori:
    """Return the categories by which a published final of a year is read; `tahun` is on today's scale."""
    return load_kategori(params, max(tahun, load_skala(params).tahun_ambang))


@sekali
def rentang_kategori(params: Params, tahun: int) -> dict[str, Rentang]:
    """Return the points of every category of a year, lowest first, the one below all others included."""
    kategori = kategori_terbitan(params, tahun)
    tepi = [0.0, *(k.besaran for k in kategori.kategori), load_skala(params).nilai_tertinggi]
    return {k: Rentang(*r) for k, r in zip(kategori.urutan, pairwise(tepi), strict=True)}


def kategori_nilai(params: Params, tahun: int, nilai: float) -> str:
    """Return the category of a published final."""
    kategori = kategori_terbitan(params, tahun)
    return kategori.urutan[sum(bool(k.dicapai(nilai)) for k in kategori.kategori)]
