"""Recapitulate what kecamatan and kelurahan answered: what came in, what did not, the share that the form asks for."""

from typing import Any

import pandas as pd

from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.privasi import Privasi
from kla_lib.tabel.jenis import ANGKA_DESIMAL

TINGKAT = {"kecamatan": "diisi_kecamatan", "kelurahan": "diisi_desa"}
"""The levels, each with the column of the form that says that it answers a question."""

SAMA = {"true": "ya", "false": "tidak"}
"""How a workbook writes a ticked cell, and what it says."""

KLASTER_WILAYAH = "kelana_dekela"
"""The klaster whose points are all about areas, whoever answers them."""


def rekap_pertanyaan(
    wilayah: pd.DataFrame | None, instrumen: Instrumen, privasi: Privasi, samar: bool = True
) -> pd.DataFrame:
    """Return one row per question about areas, in the form's order.

    Questions flagged for an area level, those of the kelana/dekela klaster, and
    any other that areas answered.  Columns of the form, and:

    tingkat; wilayah (how many areas of that level the book lists); menjawab,
    ya, tidak, lain (answers that are neither, a number among words too);
    terendah, tertinggi (%: yes against all areas, first as if all that is
    missing or unreadable were no, then as if it were yes; NaN for counts and
    where no area is listed); jumlah (the sum where all answers are numbers;
    NaN where `disamarkan`); sumber_lain (not
    flagged and not answered by areas: another office knows).

    samar: hide sums that could be of few children: small ones, and those of
    some areas only, because the next answer would then be their difference.
    """
    p = instrumen.pertanyaan
    isi = _per_pertanyaan(wilayah)
    banyak = dict.fromkeys(TINGKAT, 0) | ({} if wilayah is None else _banyak_wilayah(wilayah))
    tingkat_indikator = _tingkat_indikator(p)
    baris = []
    for r in p.itertuples(index=False):
        kode = (r.indikator, r.pertanyaan)
        tingkat = [t for t, kolom in TINGKAT.items() if getattr(r, kolom)]
        tingkat += [t for t in TINGKAT if (*kode, t) in isi and t not in tingkat]
        if tingkat:
            baris += [{**r._asdict(), **_rekap(isi.get((*kode, t), []), t, banyak[t], privasi, samar)} for t in tingkat]
        elif r.klaster == KLASTER_WILAYAH:
            t = tingkat_indikator.get(r.indikator, "")
            baris.append(
                {**r._asdict(), **_rekap([], t, 0, privasi, samar), "wilayah": banyak.get(t, 0), "sumber_lain": True}
            )
    return pd.DataFrame(baris, columns=[*p.columns, *KOLOM_REKAP])


KOLOM_REKAP = (
    *("tingkat", "wilayah", "menjawab", "ya", "tidak", "lain", "terendah", "tertinggi"),
    *("jumlah", "disamarkan", "sumber_lain"),
)


def rekap_wilayah(wilayah: pd.DataFrame | None, instrumen: Instrumen) -> pd.DataFrame | None:
    """Return one row per area: kode_wilayah, nama, tingkat, ditanya, masuk, terakhir; None where none is recorded.

    ditanya: the questions flagged for its level, and others it answered.
    masuk: how many have an answer.  terakhir: the last day on which one came
    in, None where nothing did or no day was written.
    """
    if wilayah is None:
        return None
    p = instrumen.pertanyaan
    diminta = {
        t: set(zip(p.loc[p[kolom], "indikator"], p.loc[p[kolom], "pertanyaan"], strict=True))
        for t, kolom in TINGKAT.items()
    }
    baris = []
    for kode, milik in wilayah.groupby("kode_wilayah", sort=False):
        ada = milik[milik["isi"].notna()]
        tingkat = milik["tingkat"].iloc[0]
        jawab = set(zip(ada["indikator"], ada["pertanyaan"], strict=True))
        hari = [h for h in ada["diterima"] if pd.notna(h)]
        baris.append(
            {
                "kode_wilayah": kode,
                "nama": milik["nama"].iloc[0],
                "tingkat": tingkat,
                "ditanya": len(diminta[tingkat] | jawab),
                "masuk": len(jawab),
                "terakhir": max(hari) if hari else None,
            }
        )
    return pd.DataFrame(baris, columns=["kode_wilayah", "nama", "tingkat", "ditanya", "masuk", "terakhir"])


def _per_pertanyaan(wilayah: pd.DataFrame | None) -> dict[tuple[str, str, str], list[str]]:
    """Return the answers of each question and level, as text without spaces around it."""
    isi: dict[tuple[str, str, str], list[str]] = {}
    if wilayah is not None:
        for r in wilayah[wilayah["isi"].notna()].itertuples(index=False):
            jawab = str(r.isi).strip().casefold()
            isi.setdefault((r.indikator, r.pertanyaan, r.tingkat), []).append(SAMA.get(jawab, jawab))
    return isi


def _banyak_wilayah(wilayah: pd.DataFrame) -> dict[str, int]:
    return {str(t): int(n) for t, n in wilayah.groupby("tingkat")["kode_wilayah"].nunique().items()}


def _tingkat_indikator(pertanyaan: pd.DataFrame) -> dict[str, str]:
    """Return the level that most of an indikator's questions are flagged for; others are about the same areas."""
    jumlah = pertanyaan.groupby("indikator")[list(TINGKAT.values())].sum()
    tingkat = dict(zip(TINGKAT.values(), TINGKAT, strict=True))
    return {str(i): tingkat[str(kolom)] for i, kolom in jumlah[jumlah.sum(axis=1) > 0].idxmax(axis=1).items()}


def _rekap(isi: list[str], tingkat: str, banyak: int, privasi: Privasi, samar: bool) -> dict[str, Any]:
    ya, tidak = isi.count("ya"), isi.count("tidak")
    angka = [float(s) for s in isi if ANGKA_DESIMAL.sah(s)]
    hitungan = bool(angka) and len(angka) == len(isi)
    jumlah = sum(angka) if hitungan else float("nan")
    samar = samar and hitungan and (privasi.sedikit(jumlah) or len(isi) < banyak)
    bagi = banyak and not hitungan
    return {
        "tingkat": tingkat,
        "wilayah": banyak,
        "menjawab": len(isi),
        "ya": ya,
        "tidak": tidak,
        "lain": 0 if hitungan else len(isi) - ya - tidak,
        "terendah": 100 * ya / banyak if bagi else float("nan"),
        "tertinggi": 100 * (banyak - tidak) / banyak if bagi else float("nan"),
        "jumlah": float("nan") if samar else jumlah,
        "disamarkan": samar,
        "sumber_lain": False,
    }
