"""Take the measures of an index from the Capaian of a book: years of a city, or the areas of one year.

What cannot enter is told, never guessed: a missing measure, another unit, a
figure that is hidden, a series of another kind of source.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.bentuk import CAPAIAN
from kla_lib.data.pribadi.samar import DISAMARKAN
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.indeks import Indeks, UkuranIndeks
from kla_lib.scoring.indeks.tabel import check_persen
from kla_lib.tabel.nama import kunci_nama

TIDAK_ADA, SATUAN_LAIN, SUMBER_LAIN, ARAH_LAIN, SAMAR = (
    "tidak_ada", "satuan_lain", "sumber_lain", "arah_lain", "disamarkan",
)  # fmt: skip


@dataclass(frozen=True)
class Catatan:
    """Why a measure has less than it could: the kind, the measure, and what was met (units, directions, years)."""

    jenis: str
    ukuran: str
    isi: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bahan:
    """A table for `compute_indeks` (units by measures), and why some of its cells are empty.

    target: of the same series, units by measures, also of years without a figure.
    """

    tabel: pd.DataFrame
    catatan: tuple[Catatan, ...]
    target: pd.DataFrame


def bahan_kota(capaian: pd.DataFrame | None, indeks: Indeks, daerah: str, nama_buku: str = "") -> Bahan:
    """Return the years of a city by measure: every year in which one of them has a figure, the oldest first.

    capaian: masked, as it may be shown.  Raises KlaError for a measure with
    two figures in one year, or out of two kinds of source, and for a
    percentage that cannot be.
    """
    return _bahan(capaian, indeks, "tahun", nama_buku, daerah=daerah)


def bahan_wilayah(capaian: pd.DataFrame | None, indeks: Indeks, daerah: str, tahun: int, nama_buku: str = "") -> Bahan:
    """Return the areas inside a city by measure in one year; see `bahan_kota`."""
    if capaian is not None:
        capaian = capaian[(capaian["tahun"] == tahun) & (capaian["wilayah"].map(kunci_nama) != kunci_nama(daerah))]
    return _bahan(capaian, indeks, "wilayah", nama_buku)


def _bahan(
    capaian: pd.DataFrame | None, indeks: Indeks, satuan: str, nama_buku: str, daerah: str | None = None
) -> Bahan:
    catatan: list[Catatan] = []
    salah: list[Kesalahan] = []
    kolom, target = {}, {}
    if capaian is None:
        capaian = pd.DataFrame(columns=[k.nama for k in CAPAIAN.kolom])
    if daerah is not None:
        capaian = capaian[capaian["wilayah"].map(kunci_nama) == kunci_nama(daerah)]
    kunci = capaian["ukuran"].map(kunci_nama)
    for u in indeks.ukuran:
        milik = capaian[kunci.isin([kunci_nama(n) for n in u.semua_nama])]
        dipakai, faults = _pilih(milik, u, nama_buku)
        salah += faults
        catatan += _catat(milik, dipakai, u)
        salah += _ganda(dipakai, u, satuan, nama_buku)
        kolom[u.ukuran] = _deret(dipakai, satuan, "nilai")
        target[u.ukuran] = _deret(dipakai, satuan, "target")
    if salah:
        raise KlaError(salah)
    return Bahan(pd.DataFrame(kolom).sort_index(), tuple(catatan), pd.DataFrame(target).sort_index())


def _deret(dipakai: pd.DataFrame, satuan: str, kolom: str) -> pd.Series:
    if kolom not in dipakai:
        return pd.Series(dtype=float)
    terisi = dipakai[dipakai[kolom].notna()]
    return terisi.drop_duplicates(satuan).set_index(satuan)[kolom].astype(float)


def _pilih(milik: pd.DataFrame, u: UkuranIndeks, nama_buku: str) -> tuple[pd.DataFrame, list[Kesalahan]]:
    """Return the rows of one measure that count, and what is wrong with them."""
    salah: list[Kesalahan] = []
    if u.jenis_sumber is not None:
        milik = milik[milik["jenis_sumber"] == u.jenis_sumber]
    elif milik["jenis_sumber"].nunique() > 1:
        pesan = _("ukuran '{ukuran}' punya angka dari beberapa jenis sumber: {jenis}")
        pesan = pesan.format(ukuran=u.ukuran, jenis=", ".join(sorted(milik["jenis_sumber"].unique())))
        perbaikan = _("Tulis jenis_sumber ukuran ini di berkas indeks: survei dan catatan rutin tidak dicampur.")
        salah.append(_kesalahan("dua_sumber", milik.index[-1], nama_buku, pesan, perbaikan))
    if u.satuan:
        milik = milik[milik["satuan"].map(kunci_nama) == kunci_nama(u.satuan)]
    for baris, nilai, satuan in zip(milik.index, milik["nilai"], milik["satuan"], strict=True):
        if pd.notna(nilai) and (pesan := check_persen(float(nilai), str(satuan))):
            perbaikan = _("Periksa pembilang dan penyebutnya.")
            salah.append(_kesalahan("persen", baris, nama_buku, f"{u.ukuran}: {pesan}", perbaikan))
    return milik, salah


def _ganda(dipakai: pd.DataFrame, u: UkuranIndeks, satuan: str, nama_buku: str) -> Iterator[Kesalahan]:
    """Yield the rows that give a measure a second figure: two names of one measure, of one year."""
    berangka = dipakai[dipakai["nilai"].notna()]
    for baris in berangka.index[berangka.duplicated(satuan)]:
        pesan = _("ukuran '{ukuran}' punya dua angka untuk {satuan}")
        pesan = pesan.format(ukuran=u.ukuran, satuan=berangka.loc[baris, satuan])
        perbaikan = _("Sisakan satu baris, atau hapus nama lainnya dari alias di berkas indeks.")
        yield _kesalahan("dua_sumber", baris, nama_buku, pesan, perbaikan)


def _catat(milik: pd.DataFrame, dipakai: pd.DataFrame, u: UkuranIndeks) -> Iterator[Catatan]:
    samar = dipakai[dipakai[DISAMARKAN].astype(bool)] if DISAMARKAN in dipakai else dipakai.iloc[:0]
    if not samar.empty:
        yield Catatan(SAMAR, u.ukuran, tuple(sorted({str(t) for t in samar["tahun"]})))
    terbalik = set(dipakai["arah"]) - {u.arah, "netral"} if "arah" in dipakai else set()
    if terbalik:
        yield Catatan(ARAH_LAIN, u.ukuran, (*sorted(map(str, terbalik)), u.arah))
    if dipakai["nilai"].notna().any() or not samar.empty:
        return
    sumber = milik if u.jenis_sumber is None else milik[milik["jenis_sumber"] == u.jenis_sumber]
    lain = {str(s) for s in sumber["satuan"] if u.satuan and kunci_nama(str(s)) != kunci_nama(u.satuan)}
    if lain:
        yield Catatan(SATUAN_LAIN, u.ukuran, (*sorted(lain), u.satuan))
    elif len(milik) > len(sumber) and sumber.empty:
        yield Catatan(SUMBER_LAIN, u.ukuran, (*sorted(set(milik["jenis_sumber"])), str(u.jenis_sumber)))
    else:
        yield Catatan(TIDAK_ADA, u.ukuran)


def _kesalahan(jenis: str, baris: object, nama_buku: str, salah: str, perbaikan: str) -> Kesalahan:
    sel = _("baris {nomor}").format(nomor=baris)
    return Kesalahan(jenis, nama_buku or CAPAIAN.berkas, salah, perbaikan, CAPAIAN.lembar, sel)
