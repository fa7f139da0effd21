"""Read what others have published of a city: totals, whose stage they may not name, and indices of the ministry."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan
from kla_lib.rules.bukti.skala import load_skala
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import Rujukan
from kla_lib.rules.yaml import Aturan

INDEKS_TERTINGGI = 100


class NilaiTerbit(Aturan):
    """A total that somebody has published.

    tahap: None where the source does not name it, so that it may be compared
    with nothing.  ragu: what is doubtful about it, a sentence; "" for nothing.
    """

    tahun: int = Field(ge=2021, le=2100)
    nilai: float = Field(ge=0, allow_inf_nan=False)
    tahap: Literal["em", "va", "vl", "vf"] | None = None
    sumber: Rujukan
    ragu: str = ""


class IndeksResmi(Aturan):
    """An index that the ministry has given the city; its method is not published, so nothing is computed from it."""

    indeks: Literal["IPA", "IPHA", "IPKA"]
    tahun: int = Field(ge=2010, le=2100)
    nilai: float = Field(ge=0, le=INDEKS_TERTINGGI, allow_inf_nan=False)
    sumber: Rujukan


def check_terbitan(
    params: Params, berkas: str, nilai: Sequence[NilaiTerbit], indeks: Sequence[IndeksResmi]
) -> list[Kesalahan]:
    """Return the totals beyond the scale, and what is written twice.

    Two totals of one year from two sources stay: they disagree, and the page says so.
    """
    tertinggi = load_skala(params).nilai_tertinggi
    return [
        *(_lebih(berkas, n, tertinggi) for n in nilai if n.nilai > tertinggi),
        *_ganda(berkas, "nilai_terbit", Counter((str(n.tahun), n.tahap or "", n.sumber.dokumen) for n in nilai)),
        *_ganda(berkas, "indeks_resmi", Counter((str(i.tahun), i.indeks) for i in indeks)),
    ]


def _lebih(berkas: str, n: NilaiTerbit, tertinggi: float) -> Kesalahan:
    pesan = _("nilai {nilai} di atas {tertinggi}")
    pesan = pesan.format(nilai=format_angka(n.nilai), tertinggi=format_angka(tertinggi))
    perbaikan = _("Periksa angkanya di sumbernya.")
    return Kesalahan("skala", berkas, pesan, perbaikan, sel=f"nilai_terbit {n.tahun}")


def _ganda(berkas: str, kunci: str, hitungan: Counter[tuple[str, ...]]) -> Iterator[Kesalahan]:
    for isi, n in hitungan.items():
        if n > 1:
            pesan = _("{isi} ditulis {n} kali").format(isi=" ".join(filter(None, isi)), n=n)
            yield Kesalahan(f"{kunci}_ganda", berkas, pesan, _("Sisakan satu baris."), sel=kunci)


def terbitan_mendatang(
    nilai: Sequence[NilaiTerbit], indeks: Sequence[IndeksResmi], terbaru: int, berkas: str
) -> list[Kesalahan]:
    """Return what claims to be of a year after `terbaru`: nobody can have published it yet."""
    return [
        Kesalahan(
            f"{kunci}_mendatang",
            berkas,
            _("tahun {tahun} belum tiba").format(tahun=tahun),
            _("Tulis hanya yang sudah terbit; periksa tahunnya."),
            sel=kunci,
        )
        for kunci, daftar in (
            ("nilai_terbit", [n.tahun for n in nilai]),
            ("indeks_resmi", [i.tahun for i in indeks]),
        )
        for tahun in daftar
        if tahun > terbaru
    ]
