"""Load the published observations that the forecast is fitted to and judged by: one row, one observation."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from kla_lib.errors import KlaError
from kla_lib.rules.bukti.periksa import check_pengamatan
from kla_lib.rules.bukti.rujukan import check_sumber, rujukan_of
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.sumber import Rujukan
from kla_lib.rules.tabel_aturan import Baris, read_tabel
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import ANGKA_DESIMAL, BULAT, KODE, TAHUN

BERKAS = "bukti/pengamatan.csv"

Jenis = Literal["em_va", "va_vf", "em_vf", "vf_vf", "vf_vf_agg", "nasional"]
Guna = Literal["dipakai", "diragukan", "tidak"]
DIPAKAI: Guna = "dipakai"
DIRAGUKAN: Guna = "diragukan"

PENGAMATAN = Bentuk(
    lembar="Pengamatan",
    berkas="pengamatan.csv",
    kunci=("id",),
    kolom=(
        Kolom("id", KODE, wajib=True),
        Kolom("jenis", wajib=True, pilihan=get_args(Jenis)),
        Kolom("daerah", wajib=True),
        Kolom("kode", KODE),
        Kolom("tahun_dari", TAHUN),  # empty where both scores are of one year
        Kolom("tahun", TAHUN, wajib=True),
        Kolom("dari_rendah", ANGKA_DESIMAL),
        Kolom("dari", ANGKA_DESIMAL),
        Kolom("dari_tinggi", ANGKA_DESIMAL),
        Kolom("hasil_rendah", ANGKA_DESIMAL),
        Kolom("hasil", ANGKA_DESIMAL),
        Kolom("hasil_tinggi", ANGKA_DESIMAL),
        Kolom("banyak", BULAT, sedikit=0),
        Kolom("guna", wajib=True, pilihan=get_args(Guna)),
        Kolom("daftar"),
        Kolom("sumber", wajib=True),  # keys of sumber.yaml, joined by "|"
        Kolom("letak", wajib=True),  # the place in each
        Kolom("alasan"),
        Kolom("catatan"),
    ),
)


@dataclass(frozen=True)
class Pengamatan:
    """What was published of a region (or of many) at two stages or in two years; scores in poin.

    jenis: the stages, `em_va` from self-evaluation to administrative check;
    `vf_vf` finals of two years, `vf_vf_agg` the same where only counted,
    `nasional` how many regions reached a category.  kode: "" for the last two.
    dari_*, rendah, tinggi: origin and outcome; equal where exact, else from
    above the lower to the upper.  nilai: the origin, NaN where only an interval
    is known; all three are NaN for `nasional`.  banyak: how many regions, 1 but
    for counts.  guna: fitted; scored, never fitted; neither.  daftar: the list
    that a move of finals was taken from.  alasan: why it is not fitted.
    """

    id: str
    jenis: Jenis
    daerah: str
    kode: str
    tahun: int
    tahun_dari: int
    dari_rendah: float
    nilai: float
    dari_tinggi: float
    rendah: float
    tinggi: float
    banyak: int
    guna: Guna
    daftar: str
    sumber: tuple[Rujukan, ...]
    alasan: str
    catatan: str

    @property
    def pasti(self) -> bool:
        """Whether the outcome is a score, not only a category."""
        return self.rendah == self.tinggi


@sekali
def load_bukti(params: Params) -> tuple[Pengamatan, ...]:
    """Return every observation, in the order of the file.

    Raises KlaError, all faults at once, for an unknown source or region, a code
    that is another region's, an observation written twice, scores outside the
    scale or their own interval, an award above what was claimed, a year of the
    older scale, and one that is not fitted without saying why.
    """
    mentah, isi = read_tabel(params.path(BERKAS), PENGAMATAN)
    salah = [*check_sumber(params, mentah, isi), *check_pengamatan(params, mentah, isi)]
    if salah:
        raise KlaError(salah)
    return tuple(map(_pengamatan, isi.values()))


def menurut_jenis(bukti: Sequence[Pengamatan]) -> dict[Jenis, tuple[Pengamatan, ...]]:
    """Return the observations of each kind, every kind present."""
    return {jenis: tuple(p for p in bukti if p.jenis == jenis) for jenis in get_args(Jenis)}


def _pengamatan(b: Baris) -> Pengamatan:
    dari = b["dari"]
    hasil = b["hasil"]
    return Pengamatan(
        id=b["id"],
        jenis=b["jenis"],
        daerah=b["daerah"],
        kode=b["kode"] or "",
        tahun=b["tahun"],
        tahun_dari=b["tahun_dari"] or b["tahun"],
        dari_rendah=dari if math.isnan(b["dari_rendah"]) else b["dari_rendah"],
        nilai=dari,
        dari_tinggi=dari if math.isnan(b["dari_tinggi"]) else b["dari_tinggi"],
        rendah=b["hasil_rendah"] if math.isnan(hasil) else hasil,
        tinggi=b["hasil_tinggi"] if math.isnan(hasil) else hasil,
        banyak=1 if b["banyak"] is None else b["banyak"],
        guna=b["guna"],
        daftar=b["daftar"] or "",
        sumber=rujukan_of(b),
        alasan=b["alasan"] or "",
        catatan=b["catatan"] or "",
    )
