"""Hide small counts of persons before anything is drawn, printed or stored.

Children must not be recognised from a cell of the published tables.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.data.pribadi.jangkauan import sel_terbaca
from kla_lib.data.pribadi.jumlah import DaftarJumlah, Jumlah, Sel, pisah_ukuran
from kla_lib.data.terbit.fakta import Fakta, id_capaian
from kla_lib.data.terpilah import adalah_umum
from kla_lib.rules.privasi import PUBLIK, Privasi, is_rasio
from kla_lib.tabel.nama import kunci_nama

ANGKA = ("nilai", "pembilang", "penyebut")
DISAMARKAN = "disamarkan"
"""The column that says of a row whether its figures are hidden."""


def mask_buku(
    buku: Buku, privasi: Privasi, untuk: str = PUBLIK, terbit: Mapping[str, Fakta] = MappingProxyType({})
) -> Buku:
    """Return the book as it may be shown: its measurements and actions with a column `disamarkan`.

    For PUBLIK small counts of persons are emptied; otherwise nothing is.  A
    book that has been through here comes back as it is.  terbit: the
    measurements by id as they were published before.
    """
    capaian, rad = buku.capaian, buku.rad
    if all(t is None or DISAMARKAN in t.columns for t in (capaian, rad)):
        return buku
    if untuk == PUBLIK:
        return replace(
            buku,
            capaian=None if capaian is None else _samarkan(capaian, privasi, buku.keterangan.daerah, terbit),
            rad=None if rad is None else suppress_rad(rad, privasi),
        )
    terbuka = (None if t is None else t.assign(**{DISAMARKAN: False}) for t in (capaian, rad))
    return replace(buku, capaian=next(terbuka), rad=next(terbuka))


def _samarkan(capaian: pd.DataFrame, privasi: Privasi, daerah: str, terbit: Mapping[str, Fakta]) -> pd.DataFrame:
    """Return the measurements as everybody may see them: of a split one no figure at all, only that it is there.

    Boys and girls add up to a whole that is shown, so that no rule about small
    counts alone would keep them apart.
    """
    umum = adalah_umum(capaian)
    terpilah = capaian[~umum]
    hasil = suppress_capaian(capaian[umum], privasi, daerah, terbit)
    if terpilah.empty:
        return hasil
    terpilah = terpilah.assign(**{DISAMARKAN: terpilah["nilai"].notna(), **dict.fromkeys(ANGKA, float("nan"))})
    return pd.concat([hasil, terpilah]).loc[capaian.index]


def suppress_rad(rad: pd.DataFrame, privasi: Privasi) -> pd.DataFrame:
    """Return the actions with target and realisasi emptied where either is a small count, and a column `disamarkan`.

    Both go, because one of them beside a share would tell the other.
    """
    kegiatan = rad["kegiatan"] if "kegiatan" in rad else [""] * len(rad)
    kecil = pd.Series(
        [
            privasi.orang_rad(r.satuan, nama) and (privasi.sedikit(r.target) or privasi.sedikit(r.realisasi))
            for r, nama in zip(rad.itertuples(), kegiatan, strict=True)
        ],
        index=rad.index,
        dtype=bool,
    )
    hasil = rad.assign(**{DISAMARKAN: kecil})
    hasil.loc[kecil, ["target", "realisasi"]] = float("nan")
    return hasil


def suppress_capaian(
    capaian: pd.DataFrame,
    privasi: Privasi,
    daerah: str = "",
    terbit: Mapping[str, Fakta] = MappingProxyType({}),
) -> pd.DataFrame:
    """Return the measurements with small counts of persons emptied, and a column `disamarkan`.

    A share is hidden where its part or the rest of its whole is small.  Then
    further rows are hidden, until every hidden figure has as many possible
    values as the rule's limit whatever is worked back from the rest.
    daerah: the area whose figures are the sums of the others.  terbit: the
    measurements by id as everybody could read them before.  What was hidden
    there stays hidden, and a figure that stood there as it is now hides
    nothing: else two publications would tell together what each hides.
    """
    baris = [_Baris(r, privasi) for r in capaian.to_dict("records")]
    lama = [terbit.get(b.id, {}) for b in baris]
    dulu = {i for i, f in enumerate(lama) if f.get(DISAMARKAN)}
    kecil = {i for i, b in enumerate(baris) if b.kecil(privasi)} | dulu
    dikenal = {i for i, b in enumerate(baris) if b.nilai is not None and lama[i].get("nilai") == b.nilai}
    if terbit:
        kecil = _tutup(baris, kecil, privasi.batas, daerah, dikenal, dulu)
    kecil = _tutup(baris, kecil, privasi.batas, daerah)
    samar = pd.Series([i in kecil for i in range(len(baris))], index=capaian.index, dtype=bool)
    hasil = capaian.assign(**{DISAMARKAN: samar})
    hasil.loc[samar, list(ANGKA)] = float("nan")
    return hasil


class _Baris:
    """A row of measurements as whoever works back sees it."""

    def __init__(self, r: Mapping[object, object], privasi: Privasi) -> None:
        self.nilai, self.pembilang, self.penyebut = (_angka(r.get(k)) for k in ("nilai", "pembilang", "penyebut"))
        self.satuan = r["satuan"]
        self.orang = privasi.orang(r["satuan"], r["ukuran"])
        self.hitungan = privasi.hitungan(r["satuan"])
        self.tempat = (str(r.get("indikator")), r["tahun"], kunci_nama(str(r["wilayah"])))
        self.ukuran = pisah_ukuran(str(r["ukuran"]))
        self.sumber = str(r["jenis_sumber"])
        self.id = id_capaian(r["ukuran"], r["wilayah"], r["tahun"], r["jenis_sumber"])

    @property
    def n(self) -> float | None:
        """What the row counts."""
        return self.pembilang if self.pembilang is not None else self.nilai if self.hitungan else None

    @property
    def sisa(self) -> float | None:
        """How many of the whole a share leaves out."""
        return None if self.pembilang is None or self.penyebut is None else self.penyebut - self.pembilang

    def kecil(self, privasi: Privasi) -> bool:
        return (self.orang and privasi.sedikit(self.nilai)) or any(map(privasi.sedikit, (self.pembilang, self.sisa)))

    def sel(self, n: float | None) -> Sel | None:
        if n is None or n < 0:
            return None
        indikator, tahun, wilayah = self.tempat
        bagian = self.penyebut if self.pembilang is not None else None
        return Sel(indikator, self.ukuran, wilayah, int(str(tahun)), self.sumber, bagian, n)


def _angka(isi: object) -> float | None:
    return float(isi) if isinstance(isi, int | float) and isi == isi else None


def _tutup(
    baris: Sequence[_Baris],
    kecil: set[int],
    batas: int,
    daerah: str,
    dikenal: Collection[int] = (),
    dulu: Collection[int] = (),
) -> set[int]:
    """Return the rows to hide, so that none of them can be worked back.

    dikenal: rows that everybody knows anyway.  dulu: rows that were hidden before; what they added up to is known.
    """
    kecil = set(kecil)
    lapis = [[b.sel(b.n) for b in baris], [b.sel(b.sisa) for b in baris]]
    jumlah = [DaftarJumlah(sel, kunci_nama(daerah)) for sel in lapis]
    sebelum = None
    while sebelum != kecil:  # what is hidden for one reason may be the only hidden one elsewhere
        sebelum = set(kecil)
        for sel, daftar in zip(lapis, jumlah, strict=True):
            kecil |= _tutup_jumlah(sel, daftar, kecil, batas, dikenal, dulu)
        kecil |= set(_bocor(baris, kecil))
    return kecil


def _tutup_jumlah(
    sel: Sequence[Sel | None],
    daftar: DaftarJumlah,
    kecil: set[int],
    batas: int,
    dikenal: Collection[int],
    dulu: Collection[int],
) -> set[int]:
    """Return the rows to hide, so that no sum tells a hidden one; of those that help the smallest."""
    kecil = set(kecil)
    n = {i: s.n for i, s in enumerate(sel) if s is not None}
    aman = set[int]()
    while True:
        tersembunyi = (kecil & n.keys()) - set(dikenal)
        ada = daftar.tentang(tersembunyi)
        jumlah = [j for j in [*ada, *_jumlah_dulu(ada, dulu)] if _diketahui(j, n, kecil)]
        terbaca = sel_terbaca(n, tersembunyi, jumlah, batas, aman)
        baru = set[int]()
        for i in sorted(terbaca):
            milik = [j for j in jumlah if i == j.total or i in j.bagian]
            if not any(baru.intersection((*j.bagian, j.total)) for j in milik):  # one more may be enough for several
                baru.update(_penutup(milik, n, kecil, dikenal))
        if not baru and not aman:
            return kecil
        kecil |= baru
        aman = aman | (tersembunyi - terbaca) if baru else set()  # hiding more ties nothing; looked at again at the end


def _jumlah_dulu(jumlah: Sequence[Jumlah], dulu: Collection[int]) -> Iterator[Jumlah]:
    """Yield what the hidden parts of an earlier publication add up to: its sum without the parts that it showed."""
    for j in jumlah:
        bagian = tuple(i for i in j.bagian if i in dulu)
        if bagian and j.total not in dulu:
            yield Jumlah(bagian, nyata=True, dulu=True)


def _diketahui(j: Jumlah, n: Mapping[int, float], kecil: set[int]) -> bool:
    """Whether anything shown tells of a sum: its own row, or some of its parts."""
    if j.dulu or (j.total is not None and j.nyata):
        return True  # as an equation between them, when it is hidden too
    return any(n[i] > 0 and i not in kecil for i in j.bagian)


def _penutup(milik: Sequence[Jumlah], n: Mapping[int, float], kecil: set[int], dikenal: Collection[int]) -> list[int]:
    """Return the row that is best hidden beside one of some sums; none where all of them are hidden already."""
    for j in sorted(milik, key=lambda j: sum(n[k] for k in j.bagian if k in kecil)):
        terlihat = [k for k in j.bagian if k not in kecil and k not in dikenal and n[k] > 0]
        if terlihat:
            return [min(terlihat, key=lambda k: (n[k], k))]
        if j.nyata and j.total is not None and j.total not in kecil and j.total not in dikenal:
            return [j.total]
    return []


def _bocor(baris: Sequence[_Baris], kecil: set[int]) -> Iterator[int]:
    """Yield the rows that print a hidden figure in another way: as a part, as a whole, or as a share of a known one."""
    tempat: dict[object, list[int]] = {}
    for i, b in enumerate(baris):
        tempat.setdefault(b.tempat, []).append(i)
    for milik in tempat.values():
        if not kecil.intersection(milik):
            continue
        rahasia = [(baris[i], n) for i in milik if i in kecil and (n := baris[i].n) is not None]
        utuh = {n for i in milik for n in (baris[i].n, baris[i].penyebut) if n is not None}
        for i in milik:
            if i not in kecil and any(_mengulang(baris[i], b, n, utuh) for b, n in rahasia):
                yield i


def _mengulang(b: _Baris, rahasia: _Baris, n: float, utuh: set[float]) -> bool:
    """Whether a shown row tells the figure of a hidden one of the same place and year."""
    if b.pembilang is not None:
        return rahasia.pembilang is None and n in (b.pembilang, b.penyebut)
    if b.nilai is None:
        return False
    if b.hitungan:
        return n == b.nilai and (rahasia.pembilang is not None or b.ukuran == rahasia.ukuran)
    if is_rasio(b.satuan):
        return True
    teliti = 10.0 ** -len(str(b.nilai).partition(".")[2])  # the last decimal that is written
    return any(abs(b.nilai * u / 100 - n) <= teliti * u / 200 + 1e-9 and teliti * u / 100 < 5 for u in utuh)
