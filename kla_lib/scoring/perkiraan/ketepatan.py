"""Hold published forecasts against what came out, misses included."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from kla_lib.data.buku import Buku
from kla_lib.data.catatan_perkiraan import CatatanPerkiraan
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.scoring.nilai.hasil import score
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.scoring.perkiraan.peluang import TINGKAT_KUANTIL, crps_kuantil
from kla_lib.scoring.perkiraan.perkiraan import Perkiraan


@dataclass(frozen=True)
class Ketepatan:
    """One forecast against its outcome (poin).

    tercakup: whether the outcome lies between p05 and p95.  crps: 0 is
    perfect.  crps_tetap: what the median alone would have scored, its
    distance.  peluang: the chance that the forecast gave the category that
    came out.  metode: which model made it, of `CatatanPerkiraan`.
    """

    tanggal: date
    dari: str
    tahap: str
    hasil: float
    p05: float
    p50: float
    p95: float
    tercakup: bool
    crps: float
    crps_tetap: float
    kategori: str
    peluang: float
    metode: str


@dataclass(frozen=True)
class Rapor:
    """All forecasts of which the outcome is known, and what they add up to; means are NaN where none is."""

    daftar: tuple[Ketepatan, ...]
    menunggu: int
    tercakup: int
    crps: float
    crps_tetap: float


def catatan_of(
    perkiraan: Perkiraan, tanggal: date, daerah: str, tahun_evaluasi: int, hash_data: str
) -> CatatanPerkiraan:
    """Return the line of the ledger for a forecast that is published on a day."""
    p = perkiraan
    return CatatanPerkiraan.model_validate(
        {
            "tanggal": tanggal,
            "daerah": daerah,
            "tahun_evaluasi": tahun_evaluasi,
            "hash_data": hash_data,
            "dari": p.dari,
            "tahap": p.tahap,
            "diklaim": p.diklaim,
            "tingkat": TINGKAT_KUANTIL,
            "kuantil": p.kuantil,
            "peluang": p.peluang,
            "draws": p.draws,
            "seed": p.seed,
            "metode": p.metode,
        }
    )


def hasil_per_tahap(buku: Buku, kategori: DaftarKategori) -> dict[str, float]:
    """Return the total (poin) of every stage whose marks are complete; a half-entered stage is no outcome."""
    if buku.penilaian is None:
        return {}
    semua = {t: score(buku.penilaian, t, buku.instrumen, kategori) for t in buku.tahap_tersedia()}
    return {t: h.diklaim for t, h in semua.items() if not h.belum_dinilai and h.klaster["nilai"].notna().all()}


def rapor(
    catatan: Iterable[CatatanPerkiraan], tahun_evaluasi: int, hasil: Mapping[str, float], kategori: DaftarKategori
) -> Rapor:
    """Return every forecast of one evaluated year against the outcome of its stage, in the ledger's order.

    hasil: stage → total (poin).  Forecasts of a stage without an outcome are counted as waiting.
    """
    milik = [c for c in catatan if c.tahun_evaluasi == tahun_evaluasi]
    daftar = tuple(_ketepatan(c, hasil[c.tahap], kategori) for c in milik if c.tahap in hasil)
    return Rapor(
        daftar,
        len(milik) - len(daftar),
        sum(k.tercakup for k in daftar),
        float(np.mean([k.crps for k in daftar])) if daftar else float("nan"),
        float(np.mean([k.crps_tetap for k in daftar])) if daftar else float("nan"),
    )


def _ketepatan(c: CatatanPerkiraan, hasil: float, kategori: DaftarKategori) -> Ketepatan:
    tingkat, kuantil = np.array(c.tingkat), np.array(c.kuantil)
    p05, p50, p95 = (float(np.interp(t, tingkat, kuantil)) for t in (0.05, 0.5, 0.95))
    jatuh = kategori_of(hasil, kategori)
    return Ketepatan(
        c.tanggal,
        c.dari,
        c.tahap,
        hasil,
        p05,
        p50,
        p95,
        p05 <= hasil <= p95,
        crps_kuantil(kuantil, tingkat, hasil),
        abs(hasil - p50),
        jatuh,
        c.peluang.get(jatuh, 0.0),
        c.metode,
    )
