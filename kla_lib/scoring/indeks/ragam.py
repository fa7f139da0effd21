"""Vary the choices behind an index: weights, normalisation, aggregation; thousands of variants worked out at once.

Which figures are known does not depend on how important they are held, so what
has a value under the index as it is written has one in every variant.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from kla_lib.rules.indeks import CaraAgregasi, Normalisasi
from kla_lib.scoring.indeks.audit import SATUAN_MINIMAL
from kla_lib.scoring.indeks.gabungan import rata
from kla_lib.scoring.indeks.hitung import HasilIndeks
from kla_lib.scoring.indeks.normalisasi import normalise
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.skenario.pembobotan import SEMUA

LIMA: tuple[Normalisasi, ...] = ("acuan", "min_maks", "skor_z", "peringkat", "jarak_target")
"""The ways of normalising that are tried."""

DUA = (CaraAgregasi(), CaraAgregasi(klaster="geometrik", indeks="geometrik"))

Nomor = npt.NDArray[np.int64]

BobotUndian = Mapping[str, Larik]
"""Drawn shares (draws, children) by parent: SEMUA for the klaster, a klaster for its measures."""


@dataclass(frozen=True)
class Goyangan:
    """How far the choices are varied.

    bobot: "dirichlet" draws the shares of one parent together around the given
    ones, the closer the larger `konsentrasi` is; "terbatas" multiplies every
    weight by 1 ± `lebar` at most and scales them back.  Weights of 0 stay 0.
    normalisasi, agregasi: whether these are varied too.
    """

    bobot: Literal["dirichlet", "terbatas"] = "dirichlet"
    konsentrasi: float = 20.0
    lebar: float = 0.5
    normalisasi: bool = True
    agregasi: bool = True


BIASA = Goyangan()


@dataclass(frozen=True)
class Ragam:
    """What can be varied of an index, over the units that have a value.

    anak: children by parent; bagian: their given shares.  angka: the measures
    (units, measures) by normalisation, the index's own first.  bernilai: units
    by klaster, whether they have a value.  agregasi: the index's own first.
    """

    satuan: pd.Index
    anak: dict[str, list[str]]
    bagian: dict[str, Larik]
    ukuran: list[str]
    angka: dict[Normalisasi, Larik]
    bernilai: Larik
    agregasi: tuple[CaraAgregasi, ...]
    skala: float


def make_ragam(hasil: HasilIndeks, goyangan: Goyangan) -> Ragam:
    """Return what can be varied of an index: the ways that its data allow.

    Ways that compare units need eight of them, goalposts and targets must be
    written for every measure.  A geometric mean is tried where no figure is 0
    or less under the index's own normalisation: else it says nothing but that.
    """
    indeks, berlaku = hasil.indeks, hasil.nilai.notna().to_numpy()
    cara = [indeks.normalisasi, *(_masuk_akal(hasil) if goyangan.normalisasi else [])]
    angka = {c: _angka(hasil, c)[berlaku] for c in dict.fromkeys(cara)}
    agregasi = [indeks.agregasi]
    if goyangan.agregasi:
        agregasi += [a for a in DUA if a == DUA[0] or _positif(angka[indeks.normalisasi])]
    per_klaster = {k: hasil.bobot[hasil.bobot["klaster"] == k] for k in hasil.klaster}
    klaster = pd.Series({k: milik["bobot_klaster"].iloc[0] for k, milik in per_klaster.items()})
    return Ragam(
        hasil.nilai.index[berlaku],
        {SEMUA: list(klaster.index)} | {k: list(milik.index) for k, milik in per_klaster.items()},
        {SEMUA: klaster.to_numpy()} | {k: milik["bobot"].to_numpy() for k, milik in per_klaster.items()},
        list(hasil.normalisasi.tabel.columns),
        angka,
        hasil.klaster.notna().to_numpy()[berlaku],
        tuple(dict.fromkeys(agregasi)),
        indeks.skala,
    )


def draw_bobot(ragam: Ragam, goyangan: Goyangan, banyak: int, acak: np.random.Generator) -> dict[str, Larik]:
    """Return so many sets of shares around the given ones, by parent."""
    hasil = {}
    for induk, bagian in ragam.bagian.items():
        berbobot = bagian > 0
        undian = np.zeros((banyak, len(bagian)))
        if goyangan.bobot == "dirichlet":
            undian[:, berbobot] = acak.dirichlet(goyangan.konsentrasi * bagian[berbobot], banyak)
        else:
            faktor = acak.uniform(1 - goyangan.lebar, 1 + goyangan.lebar, (banyak, berbobot.sum()))
            undian[:, berbobot] = faktor * bagian[berbobot]
        hasil[induk] = undian / undian.sum(axis=1, keepdims=True)
    return hasil


def draw_cara(banyak_cara: int, banyak: int, acak: np.random.Generator) -> Nomor:
    """Return which of so many ways each draw takes, all as likely."""
    return acak.integers(banyak_cara, size=banyak)


def compute_ragam(ragam: Ragam, bobot: BobotUndian, normalisasi: Nomor, agregasi: Nomor) -> Larik:
    """Return the index under every variant: (draws, units).

    normalisasi, agregasi: of each draw the number of its way.  Where a way of
    normalising leaves 0 or less, its draws are put together arithmetically.
    """
    hasil = np.empty((len(normalisasi), len(ragam.satuan)))
    for n, angka in enumerate(ragam.angka.values()):
        positif = n == 0 or _positif(angka)
        for a, cara in enumerate(ragam.agregasi):
            pilih = (normalisasi == n) & (agregasi == a)
            if pilih.any():
                hasil[pilih] = _hitung(ragam, angka, bobot, pilih, cara if positif else CaraAgregasi())
    return hasil * ragam.skala


def _hitung(ragam: Ragam, angka: Larik, bobot: BobotUndian, pilih: npt.NDArray[np.bool_], cara: CaraAgregasi) -> Larik:
    klaster = [
        rata(angka[:, [ragam.ukuran.index(u) for u in ragam.anak[k]]], bobot[k][pilih], cara.klaster)
        for k in ragam.anak[SEMUA]
    ]
    nilai = np.where(ragam.bernilai, np.stack(klaster, axis=-1), np.nan)
    return rata(nilai, bobot[SEMUA][pilih], cara.indeks)


def _masuk_akal(hasil: HasilIndeks) -> list[Normalisasi]:
    ukuran, cukup = hasil.indeks.ukuran, len(hasil.mentah) >= SATUAN_MINIMAL
    boleh = {
        "acuan": all(u.acuan is not None for u in ukuran),
        "jarak_target": cukup and all(u.target is not None for u in ukuran),
    }
    return [c for c in LIMA if boleh.get(c, cukup)]


def _angka(hasil: HasilIndeks, cara: Normalisasi) -> Larik:
    sendiri = cara == hasil.indeks.normalisasi
    langkah = (
        hasil.normalisasi if sendiri else normalise(hasil.arah, hasil.indeks.model_copy(update={"normalisasi": cara}))
    )
    angka: Larik = langkah.tabel.to_numpy(float)
    return angka


def _positif(angka: Larik) -> bool:
    return not bool((angka <= 0).any())
