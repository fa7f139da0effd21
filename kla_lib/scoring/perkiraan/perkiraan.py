"""Forecast the final score: an interval, the chance of each category, and what all documents together would bring."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.rapat import Tahap
from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.peluang import (
    PELUANG_TERKECIL,
    TINGKAT_KUANTIL,
    galat_monte_carlo,
    peluang_kategori,
    peluang_mencapai,
)
from kla_lib.scoring.perkiraan.susunan import LETAK_LENGKAP, Susunan
from kla_lib.scoring.perkiraan.undian import Undian

TAHAP_AKHIR = "vf"
METODE = "bukti-2"
"""Which model made a forecast, as the ledger keeps it; "" there stands for the pairs of 2022 to 2025 alone."""

LETAK = {"p05": 0.05, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p95": 0.95}


@dataclass(frozen=True)
class Perkiraan:
    """What we think a later stage's total will be.  Never an official score.

    dari, tahap: from which stage's marks, for which stage.  diklaim (poin): the
    recorded points it stands on; belum_dinilai: codes that it does not count.
    p05 … p95, kuantil (poin): of the total; nine outcomes in ten lie between
    p05 and p95, half between p25 and p75.  kuantil goes with
    peluang.TINGKAT_KUANTIL.
    peluang: chance of each category, lowest first; exactly 1 in sum.
    mencapai: chance of that category or a better one.
    rentang_anggapan, rentang_mencapai, rentang_kuantil: lowest and highest of
    the three over the settings of how much documents decide.
    terjangkau: False where even all recorded points would not reach the
    category: say "belum terjangkau", never "0 dari 10".
    galat, galat_mencapai: standard error of `peluang` and of `mencapai`
    because only `draws` draws were made.
    metode: of METODE.
    """

    dari: str
    tahap: str
    diklaim: float
    belum_dinilai: tuple[str, ...]
    p05: float
    p25: float
    p50: float
    p75: float
    p95: float
    kuantil: tuple[float, ...]
    peluang: dict[str, float]
    mencapai: dict[str, float]
    rentang_anggapan: dict[str, tuple[float, float]]
    rentang_mencapai: dict[str, tuple[float, float]]
    rentang_kuantil: dict[str, tuple[float, float]]
    terjangkau: dict[str, bool]
    galat: dict[str, float]
    galat_mencapai: dict[str, float]
    draws: int
    seed: int
    metode: str
    total: Larik = field(repr=False, compare=False)
    """The drawn totals under the main setting (draws,), poin, rounded to two decimals."""


@dataclass(frozen=True)
class Kenaikan:
    """What completing all documents of the recorded points would bring (poin).

    dilengkapi: claimed points whose documents are not complete today.  naik:
    mean gain of the final score under the main setting; antara: nine gains in
    ten lie there; rentang: lowest and highest mean over the settings.
    sesudah, mencapai: middle of the final score then, and the chance of each
    category or a better one.
    """

    dilengkapi: float
    naik: float
    antara: tuple[float, float]
    rentang: tuple[float, float]
    sesudah: float
    mencapai: dict[str, float]


def kategori_dipegang(p: Perkiraan, kategori: DaftarKategori, sasaran: str) -> str:
    """Return the category that a page watches: the target, or the best one below it with a fair chance.

    Where no category has one it is the lowest.
    """
    urutan = [k.id for k in kategori.kategori]
    calon = urutan[: urutan.index(sasaran) + 1]
    return next((k for k in reversed(calon) if p.terjangkau[k] and p.mencapai[k] >= PELUANG_TERKECIL), urutan[0])


def forecast(
    susunan: Susunan,
    undian: Mapping[str, Undian],
    kategori: DaftarKategori,
    dari: Tahap | str,
    seed: int,
    setelan: str = UTAMA,
) -> Perkiraan:
    """Return the forecast of the final total from the marks of one stage.

    undian: the draws of the region by setting, the same ones for every
    what-if.  seed: theirs.  setelan: the one that the main figures follow.
    """
    total = {nama: u.total(susunan) for nama, u in undian.items()}
    utama = total[setelan]
    peluang = {nama: peluang_kategori(t, kategori) for nama, t in total.items()}
    mencapai = {nama: peluang_mencapai(t, kategori) for nama, t in total.items()}
    kuantil = {
        nama: dict(zip(LETAK, np.quantile(t, list(LETAK.values())).round(2), strict=True)) for nama, t in total.items()
    }
    diklaim, draws = susunan.diklaim, len(utama)
    batas = undian[setelan].batas(susunan)
    return Perkiraan(
        dari=dari,
        tahap=TAHAP_AKHIR,
        diklaim=diklaim,
        belum_dinilai=susunan.belum_dinilai,
        **{nama: float(n) for nama, n in kuantil[setelan].items()},
        kuantil=tuple(np.quantile(utama, TINGKAT_KUANTIL).round(2).tolist()),
        peluang=peluang[setelan],
        mencapai=mencapai[setelan],
        rentang_anggapan=_rentang(list(peluang.values())),
        rentang_mencapai=_rentang(list(mencapai.values())),
        rentang_kuantil=_rentang(list(kuantil.values())),
        terjangkau={x.id: bool(x.besaran < batas) for x in kategori.kategori},
        galat={x: galat_monte_carlo(p, draws) for x, p in peluang[setelan].items()},
        galat_mencapai={x: galat_monte_carlo(p, draws) for x, p in mencapai[setelan].items()},
        draws=draws,
        seed=seed,
        metode=METODE,
        total=utama,
    )


def kenaikan_lengkap(
    susunan: Susunan,
    undian: Mapping[str, Undian],
    kategori: DaftarKategori,
    kecuali: Collection[str] = (),
    setelan: str = UTAMA,
) -> Kenaikan:
    """Return what completing all documents would bring.

    kecuali: codes of questions for which none can be made now.  setelan: the
    setting that the main figures follow.
    """
    bisa = np.array([k not in kecuali for k in susunan.kode]) & (susunan.keadaan != LETAK_LENGKAP)
    lengkap = susunan.dengan(keadaan=np.where(bisa, LETAK_LENGKAP, susunan.keadaan))
    sesudah = {nama: u.total(lengkap) for nama, u in undian.items()}
    naik = {nama: sesudah[nama] - u.total(susunan) for nama, u in undian.items()}
    rata = [float(n.mean()) for n in naik.values()]
    bawah, atas = np.quantile(naik[setelan], (0.05, 0.95))
    return Kenaikan(
        dilengkapi=round(float(susunan.nilai[bisa].sum()), 2),
        naik=float(naik[setelan].mean()),
        antara=(float(bawah), float(atas)),
        rentang=(min(rata), max(rata)),
        sesudah=float(np.median(sesudah[setelan])),
        mencapai=peluang_mencapai(sesudah[setelan], kategori),
    )


def _rentang(daftar: Sequence[Mapping[str, float]]) -> dict[str, tuple[float, float]]:
    return {k: (float(min(d[k] for d in daftar)), float(max(d[k] for d in daftar))) for k in daftar[0]}
