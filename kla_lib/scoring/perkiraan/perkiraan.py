"""Forecast the final score: an interval, and the chance of each category."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from kla_lib.bahasa import _, format_angka
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.rapat import Tahap
from kla_lib.rules.verifikasi import Campuran, Pasangan, Verifikasi
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.peluang import (
    PELUANG_TERKECIL,
    TINGKAT_KUANTIL,
    galat_monte_carlo,
    peluang_kategori,
    peluang_mencapai,
)
from kla_lib.scoring.perkiraan.regim import logistik, regim_of, undi_regim
from kla_lib.scoring.perkiraan.susunan import LETAK_LENGKAP, Susunan
from kla_lib.scoring.perkiraan.undian import MejaUndian, dibatasi, meja, siapkan_acak, tergantung_dokumen

ACUAN = "acuan"
"""The mix of documents behind the main figures; the others only widen the ranges."""

TAHAP_AKHIR = "vf"


@dataclass(frozen=True)
class Perkiraan:
    """What we think a later stage's total will be.  Never an official score.

    dari, tahap: from which stage's marks, for which stage.  diklaim (poin): the
    recorded points it stands on; belum_dinilai: codes that it does not count.
    p05, p50, p95, kuantil (poin): of the total; nine outcomes in ten lie
    between p05 and p95.  kuantil goes with peluang.TINGKAT_KUANTIL.
    peluang: chance of each category, lowest first; exactly 1 in sum.
    mencapai: chance of that category or a better one.
    rentang_anggapan, rentang_mencapai: lowest and highest of the two over the
    assumed mixes of documents.  rentang_p05 … : the same of the quantiles.
    terjangkau: False where even all recorded points would not reach the
    category: say "belum terjangkau", never "0 dari 10".
    galat, galat_mencapai: standard error of `peluang` and of `mencapai`
    because only `draws` draws were made.
    bagian_rata: mean share of the recorded points that is accepted.
    """

    dari: str
    tahap: str
    diklaim: float
    belum_dinilai: tuple[str, ...]
    p05: float
    p50: float
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
    bagian_rata: float
    draws: int
    seed: int
    metode: str
    total: Larik = field(repr=False, compare=False)
    """The drawn totals under the main mix (draws,), poin, rounded to two decimals."""


@dataclass(frozen=True)
class Undian:
    """Drawn final totals, and how much of a point each office brings home.

    total (draws,): poin, rounded to two decimals.
    bagian_lengkap (draws, n_opd): in each draw the share (0 to 1) that is
    accepted of one point whose documents are complete, by office; a question
    of that office gets it on average.
    opd (n_opd): roles in the order in which the form first names them as
    responsible; "" is a mark that no office holds.
    """

    total: Larik
    bagian_lengkap: Larik
    opd: tuple[str, ...]


def langkah_tersisa(verifikasi: Verifikasi, dari: str, ke: str = TAHAP_AKHIR) -> tuple[str, ...]:
    """Return the steps between two stages ("em_va", "va_vf"); none where nothing is left to forecast."""
    semua = verifikasi.langkah.get(dari, ()) if dari != ke else ()
    akhir = next((n for n, langkah in enumerate(semua) if langkah.endswith(f"_{ke}")), None)
    return tuple(semua[: akhir + 1]) if akhir is not None else ()


def undi_kota(
    verifikasi: Verifikasi,
    langkah: Sequence[str],
    draws: int,
    seed: int,
    riwayat: Iterable[Pasangan] = (),
    tanpa: Iterable[str] = (),
) -> tuple[Larik, ...]:
    """Return for each step the drawn share of points that the city keeps: (draws,) each, independent."""
    acak = np.random.default_rng([seed, 0])
    riwayat, tanpa = tuple(riwayat), tuple(tanpa)
    return tuple(logistik(undi_regim(regim_of(verifikasi, s, riwayat, tanpa), draws, acak)) for s in langkah)


def siapkan_meja(
    susunan: Susunan,
    verifikasi: Verifikasi,
    dari: Tahap | str,
    ke: Tahap | str = TAHAP_AKHIR,
    *,
    riwayat: Iterable[Pasangan] = (),
    tanpa: Iterable[str] = (),
    campuran: Sequence[Campuran] | None = None,
    draws: int | None = None,
    seed: int | None = None,
) -> tuple[MejaUndian, Larik]:
    """Return the drawn first step that is left, and the share (draws,) that the later steps keep of it.

    The state of the documents counts in the first step only: the published
    shares already contain missing documents, so a second time would cut them
    twice.  campuran: the assumed mixes, the main one by default.
    Raises ValueError where no step is left.
    """
    langkah = langkah_tersisa(verifikasi, dari, ke)
    if not langkah:
        raise ValueError(f"nothing to forecast from {dari} to {ke}")
    draws, seed = draws or verifikasi.draws, verifikasi.seed if seed is None else seed
    pertama, *lanjut = undi_kota(verifikasi, langkah, draws, seed, riwayat, tanpa)
    campuran = [verifikasi.campuran[ACUAN]] if campuran is None else campuran
    acak = siapkan_acak(susunan, draws, seed)
    return meja(susunan, pertama, campuran, verifikasi, acak), np.prod([np.ones(draws), *lanjut], axis=0)


def draw_total(
    susunan: Susunan,
    verifikasi: Verifikasi,
    dari: Tahap | str,
    ke: Tahap | str = TAHAP_AKHIR,
    *,
    riwayat: Iterable[Pasangan] = (),
    campuran: str = ACUAN,
    draws: int | None = None,
    seed: int | None = None,
) -> Undian:
    """Return drawn totals at a later stage, with the accepted share per office for points still to be added.

    campuran: name of one assumed mix.  The same seed and the same units give
    the same city, offices and questions, so two calls differ only by what was
    changed.  Raises ValueError where no step is left.
    """
    pilihan = [verifikasi.campuran[campuran]]
    m, lanjut = siapkan_meja(susunan, verifikasi, dari, ke, riwayat=riwayat, campuran=pilihan, draws=draws, seed=seed)
    total = dibatasi(m.poin_per_induk(), susunan.atap)[0] * lanjut
    banyak = len(susunan.daftar_opd)
    bagian = np.stack([m.bagian_opd(o, LETAK_LENGKAP)[0] for o in range(banyak)], axis=1) * lanjut[:, None]
    return Undian(np.round(total, 2), bagian, susunan.daftar_opd)


def kategori_dipegang(p: "Perkiraan", kategori: DaftarKategori, sasaran: str) -> str:
    """Return the category that a page watches: the target, or the best one below it with a fair chance.

    Where no category has one it is the lowest.
    """
    urutan = [k.id for k in kategori.kategori]
    calon = urutan[: urutan.index(sasaran) + 1]
    return next((k for k in reversed(calon) if p.terjangkau[k] and p.mencapai[k] >= PELUANG_TERKECIL), urutan[0])


def forecast(
    susunan: Susunan,
    verifikasi: Verifikasi,
    kategori: DaftarKategori,
    dari: Tahap | str,
    ke: Tahap | str = TAHAP_AKHIR,
    *,
    riwayat: Iterable[Pasangan] = (),
    draws: int | None = None,
    seed: int | None = None,
) -> Perkiraan | None:
    """Return the forecast of a later stage's total from the marks of one stage; None where nothing is left to draw.

    riwayat: the city's own earlier pairs.  Without recorded points there is
    nothing to forecast either.  draws and seed: those of params by default.
    """
    langkah = langkah_tersisa(verifikasi, dari, ke)
    if not langkah or not susunan.tercatat.any():
        return None
    draws, seed = draws or verifikasi.draws, verifikasi.seed if seed is None else seed
    riwayat = tuple(riwayat)
    nama = list(verifikasi.campuran) if tergantung_dokumen(susunan) else [ACUAN]
    m, lanjut = siapkan_meja(
        susunan,
        verifikasi,
        dari,
        ke,
        riwayat=riwayat,
        campuran=[verifikasi.campuran[n] for n in nama],
        draws=draws,
        seed=seed,
    )
    total = np.round(dibatasi(m.poin_per_induk(), susunan.atap) * lanjut, 2)
    utama = total[nama.index(ACUAN)]
    peluang = [peluang_kategori(t, kategori) for t in total]
    mencapai = [peluang_mencapai(t, kategori) for t in total]
    pokok = mencapai[nama.index(ACUAN)]
    kuantil = np.quantile(total, TINGKAT_KUANTIL, axis=1).T
    k = kuantil[nama.index(ACUAN)]
    letak = {"p05": 0, "p50": len(TINGKAT_KUANTIL) // 2, "p95": -1}
    diklaim = susunan.diklaim
    return Perkiraan(
        dari=dari,
        tahap=ke,
        diklaim=diklaim,
        belum_dinilai=susunan.belum_dinilai,
        **{nama_k: round(float(k[n]), 2) for nama_k, n in letak.items()},
        kuantil=tuple(round(float(x), 2) for x in k),
        peluang=peluang[nama.index(ACUAN)],
        mencapai=pokok,
        rentang_anggapan=_rentang(peluang),
        rentang_mencapai=_rentang(mencapai),
        rentang_kuantil=_rentang([{nk: round(float(q[n]), 2) for nk, n in letak.items()} for q in kuantil]),
        terjangkau={x.id: bool(x.besaran < diklaim) for x in kategori.kategori},
        galat={x: galat_monte_carlo(p, draws) for x, p in peluang[nama.index(ACUAN)].items()},
        galat_mencapai={x: galat_monte_carlo(p, draws) for x, p in pokok.items()},
        bagian_rata=float(utama.mean()) / diklaim if diklaim else float("nan"),
        draws=draws,
        seed=seed,
        metode=_metode(verifikasi, langkah, riwayat, draws),
        total=utama,
    )


def _rentang(daftar: Sequence[dict[str, float]]) -> dict[str, tuple[float, float]]:
    return {k: (min(d[k] for d in daftar), max(d[k] for d in daftar)) for k in daftar[0]}


def _metode(verifikasi: Verifikasi, langkah: Sequence[str], riwayat: tuple[Pasangan, ...], draws: int) -> str:
    """Say in a sentence or two what the forecast rests on."""
    sebut = {"em_va": _("evaluasi mandiri ke verifikasi administrasi"), "va_vf": _("verifikasi administrasi ke akhir")}
    bukti = []
    for s in langkah:
        sendiri = {p.daerah for p in riwayat if p.langkah == s}
        pakai = [p for p in verifikasi.pasangan if p.langkah == s and p.daerah not in sendiri]
        bukti.append(
            _("{langkah}: {pasangan} pasangan nilai terbitan dari {daerah} daerah").format(
                langkah=sebut[s], pasangan=len(pakai), daerah=len({p.daerah for p in pakai})
            )
        )
    kalimat = _("{draws} undian. {bukti}. Pengaruh dokumen dan keseragaman kantor adalah anggapan kami.").format(
        draws=format_angka(draws, 0), bukti="; ".join(bukti)
    )
    if riwayat:
        kalimat += " " + _("Riwayat daerah sendiri ({n} pasangan) ikut menggeser perkiraan.").format(n=len(riwayat))
    return kalimat + " " + _("Bukan nilai resmi.")
