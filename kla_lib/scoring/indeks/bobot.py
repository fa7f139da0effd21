"""Weigh the measures of an index: as given, all equal, or points out of a budget of 100 per parent."""

from collections.abc import Iterator, Mapping

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan, maksud
from kla_lib.rules.indeks import Indeks
from kla_lib.scoring.skenario.pembobotan import SEMUA, Bobot, beda_bobot, ke_bagian


def bobot_ukuran(indeks: Indeks) -> pd.DataFrame:
    """Return per measure its klaster, its share of that (`bobot`), the klaster's share, and the product (`efektif`).

    Given weights and a budget count in proportion, so shares of one parent add
    to 1; equal ones do not look at what is written.
    """
    semua = bagian_bobot(indeks)
    tabel = pd.DataFrame(
        {
            "klaster": [u.klaster for u in indeks.ukuran],
            "bobot": [semua[u.klaster][u.ukuran] for u in indeks.ukuran],
            "bobot_klaster": [semua[SEMUA][u.klaster] for u in indeks.ukuran],
        },
        index=pd.Index(indeks.nama_ukuran, name="ukuran"),
    )
    tabel["efektif"] = tabel["bobot"] * tabel["bobot_klaster"]
    return tabel


def bobot_klaster(indeks: Indeks) -> pd.Series:
    """Return the share of every klaster in the index; they add to 1."""
    return pd.Series(bagian_bobot(indeks)[SEMUA], dtype=float)


def bagian_bobot(indeks: Indeks) -> dict[str, Bobot]:
    """Return all shares by parent: SEMUA for the klaster, a klaster for its measures."""
    sama = indeks.cara_bobot == "sama"
    semua: dict[str, Bobot] = {SEMUA: dict(indeks.klaster), **{k: {} for k in indeks.klaster}}
    for u in indeks.ukuran:
        semua[u.klaster][u.ukuran] = u.bobot
    return {induk: ke_bagian(dict.fromkeys(isi, 1.0) if sama else isi) for induk, isi in semua.items() if isi}


def ubahan_bobot_indeks(indeks: Indeks, semua: Mapping[str, Bobot]) -> Bobot:
    """Return the shares that a scenario has to name."""
    return beda_bobot(bagian_bobot(indeks), semua)


def apply_bobot_indeks(indeks: Indeks, bobot: Mapping[str, float]) -> Indeks:
    """Return an index under the shares of a scenario; a parent of which it names no child keeps its weights."""
    semua = {
        induk: {k: bobot.get(k, 0.0) for k in resmi} if set(resmi) & set(bobot) else resmi
        for induk, resmi in bagian_bobot(indeks).items()
    }
    ukuran = tuple(u.model_copy(update={"bobot": semua[u.klaster][u.ukuran]}) for u in indeks.ukuran)
    return indeks.model_copy(update={"klaster": semua[SEMUA], "ukuran": ukuran, "cara_bobot": "diberikan"})


def check_bobot_indeks(indeks: Indeks, bobot: Mapping[str, float], berkas: str) -> Iterator[Kesalahan]:
    """Yield what of a scenario's shares does not fit an index: names it does not know, sums that are not 1."""
    semua = bagian_bobot(indeks)
    dikenal = [k for isi in semua.values() for k in isi]
    sel = _("kunci {kunci}").format(kunci=f"indeks, {indeks.nama}")
    for kode in bobot:
        if kode not in dikenal:
            pesan = _("'{kode}' bukan klaster atau ukuran indeks ini").format(kode=kode)
            yield Kesalahan("skenario", berkas, pesan, maksud(kode, dikenal), sel=sel)
    for isi in semua.values():
        ada = [k for k in isi if k in bobot]
        jumlah = sum(bobot[k] for k in ada)
        if ada and abs(jumlah - 1) > TEPAT_JUMLAH:
            pesan = _("bobot {daftar} berjumlah {jumlah}, bukan 1")
            pesan = pesan.format(daftar=", ".join(ada), jumlah=format_angka(jumlah, 4))
            perbaikan = _("Tulis bagian dari 1 yang bila dijumlahkan tepat 1.")
            yield Kesalahan("skenario", berkas, pesan, perbaikan, sel=sel)


TEPAT_JUMLAH = 1e-3
"""How far shares may miss 1: people round to three digits."""
