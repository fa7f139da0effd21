"""Tell how outcomes have moved, and set the points of each indikator against them.

Only figures of one series are compared: of one measure, of the whole city, of
one kind of source.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kla_lib.rules.capaian import AturanCapaian
from kla_lib.tabel.nama import kunci_nama

MEMBAIK, MEMBURUK, TETAP, TIDAK_DIKETAHUI = "membaik", "memburuk", "tetap", "tidak_diketahui"
ARAH_CAPAIAN = (MEMBURUK, TETAP, MEMBAIK, TIDAK_DIKETAHUI)
"""Where outcomes of children go; the first of these that is met among several measures is that of all."""

TANPA_PERUBAHAN, TANPA_POIN = "tanpa_perubahan", "tanpa_poin"


@dataclass(frozen=True)
class Gerak:
    """One series with its last figure and how it came there.

    lama, tahun_lama: the figure before; None where there is none.  arah: one
    of ARAH_CAPAIAN.  target: of the year of the last figure, None without one;
    tercapai: whether it is met, None where that cannot be said.  pecahan: of
    a share its part and its whole, where the book has them.
    """

    indikator: str | None
    ukuran: str
    satuan: str
    jenis_sumber: str
    naik_baik: bool | None
    tahun: int
    nilai: float
    tahun_lama: int | None
    lama: float | None
    arah: str
    target: float | None
    pecahan: tuple[float, float] | None = None

    @property
    def tercapai(self) -> bool | None:
        if self.target is None or self.naik_baik is None:
            return None
        return self.nilai >= self.target if self.naik_baik else self.nilai <= self.target


@dataclass(frozen=True)
class PoinCapaian:
    """The points of one indikator beside its outcomes.

    bagian: share (0 to 1) of its highest points that is recorded; terdukung:
    that is backed by complete documents.  None where that is not known.  arah:
    one of ARAH_CAPAIAN.  daftar: TANPA_PERUBAHAN, TANPA_POIN or "".
    """

    indikator: str
    bagian: float | None
    terdukung: float | None
    arah: str
    daftar: str
    gerak: tuple[Gerak, ...]


def gerak_capaian(capaian: pd.DataFrame | None, daerah: str, aturan: AturanCapaian) -> tuple[Gerak, ...]:
    """Return every series of the whole city that has a figure, in the order of the table.

    capaian: masked, as it may be shown: what is hidden is no figure.
    """
    if capaian is None:
        return ()
    kota = capaian[(capaian["wilayah"].map(kunci_nama) == kunci_nama(daerah)) & capaian["nilai"].notna()]
    kelompok = kota.groupby([kota["ukuran"].map(kunci_nama), "jenis_sumber"], sort=False)
    return tuple(_gerak(milik.sort_values("tahun", kind="stable"), aturan) for _kunci, milik in kelompok)


def _gerak(seri: pd.DataFrame, aturan: AturanCapaian) -> Gerak:
    baru: Any = seri.iloc[-1]
    lama: Any = seri.iloc[-2] if len(seri) > 1 else None
    naik_baik = {"naik_baik": True, "turun_baik": False}.get(baru["arah"])
    arah = TIDAK_DIKETAHUI
    if lama is not None and naik_baik is not None and lama["satuan"] == baru["satuan"]:
        beda = aturan.beda(baru["ukuran"], baru["satuan"], baru["jenis_sumber"])
        naik = baru["nilai"] > lama["nilai"]
        arah = TETAP
        if beda.berarti(float(lama["nilai"]), float(baru["nilai"])):
            arah = MEMBAIK if naik == naik_baik else MEMBURUK
    return Gerak(
        baru["indikator"],
        baru["ukuran"],
        baru["satuan"],
        baru["jenis_sumber"],
        naik_baik,
        int(baru["tahun"]),
        float(baru["nilai"]),
        None if lama is None else int(lama["tahun"]),
        None if lama is None else float(lama["nilai"]),
        arah,
        float(baru["target"]) if pd.notna(baru["target"]) else None,
        _pecahan(baru),
    )


def _pecahan(r: Any) -> tuple[float, float] | None:
    pembilang, penyebut = r.get("pembilang"), r.get("penyebut")
    return None if pd.isna(pembilang) or pd.isna(penyebut) else (float(pembilang), float(penyebut))


def gabung_arah(gerak: Iterable[Gerak]) -> str:
    """Return where several measures go together: one that worsens is not outweighed by one that improves."""
    ada = {g.arah for g in gerak}
    return next((a for a in ARAH_CAPAIAN if a in ada), TIDAK_DIKETAHUI)


def poin_capaian(
    indikator: pd.DataFrame, gerak: Iterable[Gerak], aturan: AturanCapaian, berdokumen: bool
) -> tuple[PoinCapaian, ...]:
    """Return every indikator with its share of points and where its outcomes go, in the order of the form.

    indikator: rows with indikator, nilai, nilai_maksimal, and lengkap, as
    `Hasil.indikator`.  berdokumen: whether documents are recorded at all.
    """
    milik: dict[str | None, list[Gerak]] = {}
    for g in gerak:
        milik.setdefault(g.indikator, []).append(g)
    hasil = []
    for r in indikator.itertuples(index=False):
        ada = tuple(milik.get(r.indikator, ()))
        bagian = float(r.nilai / r.nilai_maksimal) if pd.notna(r.nilai) and r.nilai_maksimal > 0 else None
        terdukung = float(r.lengkap / r.nilai_maksimal) if bagian is not None and berdokumen else None
        arah = gabung_arah(ada)
        hasil.append(PoinCapaian(r.indikator, bagian, terdukung, arah, _daftar(bagian, arah, aturan), ada))
    return tuple(hasil)


def _daftar(bagian: float | None, arah: str, aturan: AturanCapaian) -> str:
    batas = aturan.bagian_poin
    if bagian is None:
        return ""
    if bagian >= batas.tinggi - 1e-9 and arah in (TETAP, MEMBURUK):
        return TANPA_PERUBAHAN
    return TANPA_POIN if bagian < batas.rendah - 1e-9 and arah == MEMBAIK else ""
