"""Load the published official finals of the regions, by award year."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.bukti.daerah_tahun import Catat, check_daerah, check_tahun
from kla_lib.rules.bukti.rujukan import check_sumber, rujukan_of
from kla_lib.rules.bukti.skala import kategori_nilai, load_skala, rentang_kategori
from kla_lib.rules.daerah.riwayat import AkhirResmi, check_riwayat
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.sumber import Rujukan
from kla_lib.rules.tabel_aturan import Baris, read_tabel
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import ANGKA_DESIMAL, KODE, TAHUN

BERKAS = "bukti/predikat.csv"

PREDIKAT = Bentuk(
    lembar="Predikat",
    berkas="predikat.csv",
    kunci=("kode", "tahun"),
    kolom=(
        Kolom("kode", KODE, wajib=True),
        Kolom("daerah", wajib=True),
        Kolom("tahun", TAHUN, wajib=True),
        Kolom("kategori"),
        Kolom("nilai_akhir", ANGKA_DESIMAL),
        Kolom("rendah", ANGKA_DESIMAL),  # where published scores of one year differ: the lowest and the highest
        Kolom("tinggi", ANGKA_DESIMAL),
        Kolom("sumber", wajib=True),
        Kolom("letak", wajib=True),
        Kolom("dikesampingkan"),  # why a row is kept and not used
        Kolom("catatan"),
    ),
)


@dataclass(frozen=True)
class Predikat:
    """One region's official final of one award year, between two scores (poin) that are equal where it is exact.

    kategori: "" where sources disagree.  dikesampingkan: why the row is not
    used, else ""; without a category its scores are NaN.
    """

    kode: str
    daerah: str
    tahun: int
    kategori: str
    rendah: float
    tinggi: float
    sumber: tuple[Rujukan, ...]
    dikesampingkan: str
    catatan: str


@sekali
def load_predikat(params: Params) -> tuple[Predikat, ...]:
    """Return every published final, in the order of the file, those set aside included.

    Raises KlaError, all faults at once, for an unknown region, source or
    category, a region's year written twice, a year of the older scale, and
    scores outside their category.
    """
    mentah, isi = read_tabel(params.path(BERKAS), PREDIKAT)
    salah = list(check_sumber(params, mentah, isi))
    for nomor, b in isi.items():
        salah += _check(params, partial(mentah.kesalahan, baris=nomor), b)
    if salah:
        raise KlaError(salah)
    return tuple(_predikat(params, b) for b in isi.values())


def rentang_akhir(params: Params, tahun: int, kategori: str | None, nilai: float | None) -> tuple[float, float]:
    """Return between which scores a final lies: at the score itself where it is known, else in its category."""
    return (nilai, nilai) if nilai is not None else rentang_kategori(params, tahun)[kategori or ""]


def _check(params: Params, catat: Catat, b: Baris) -> Iterator[Kesalahan]:
    yield from check_daerah(params, catat, b["daerah"], b["kode"])
    lama = list(check_tahun(catat, load_skala(params), {"tahun": b["tahun"]}))
    yield from lama
    if lama or b["dikesampingkan"]:
        return
    angka = {k: b[k] for k in ("nilai_akhir", "rendah", "tinggi") if not math.isnan(b[k])}
    if angka and not (
        set(angka) == {"nilai_akhir"} or (set(angka) == {"rendah", "tinggi"} and b["rendah"] < b["tinggi"])
    ):
        yield catat(
            "rentang",
            _("rendah dan tinggi bukan dua nilai terbitan yang berbeda"),
            _("Isi keduanya, rendah lebih kecil daripada tinggi; satu nilai pasti ditulis di nilai_akhir."),
            next(iter(angka)),
        )
    for kolom, nilai in (angka or {"kategori": None}).items():
        akhir = AkhirResmi(tahun=b["tahun"], kategori=b["kategori"], nilai_akhir=nilai, sumber=_TANPA_SUMBER)
        yield from (catat(k.jenis, k.salah, k.perbaikan, kolom) for k in check_riwayat(params, "", [akhir]))


_TANPA_SUMBER = Rujukan(dokumen="", letak="")


def _predikat(params: Params, b: Baris) -> Predikat:
    pasti = None if math.isnan(b["nilai_akhir"]) else b["nilai_akhir"]
    kategori = b["kategori"] or ("" if pasti is None else kategori_nilai(params, b["tahun"], pasti))
    if not math.isnan(b["rendah"]):
        rendah, tinggi = b["rendah"], b["tinggi"]
    elif pasti is not None or kategori:
        rendah, tinggi = rentang_akhir(params, b["tahun"], kategori, pasti)
    else:
        rendah = tinggi = math.nan
    return Predikat(
        kode=b["kode"],
        daerah=b["daerah"],
        tahun=b["tahun"],
        kategori=kategori,
        rendah=rendah,
        tinggi=tinggi,
        sumber=rujukan_of(b),
        dikesampingkan=b["dikesampingkan"] or "",
        catatan=b["catatan"] or "",
    )
