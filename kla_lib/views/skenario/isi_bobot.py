"""Work out the rows of weights: shares and points that add up, room to move, interval that keeps the category."""

import math
from collections.abc import Collection, Mapping
from typing import Any

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import INSTRUMEN_LAIN
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.skenario.bobot import selang_kategori
from kla_lib.scoring.skenario.pembobotan import SEMUA, Bobot, batas_geser, bobot_resmi, bulatkan_jumlah, susun_bobot

LANGKAH = 0.5
"""Percentage points that an arrow key moves a weight; with Shift ten times as much."""

Selang = dict[str, tuple[float, float]]


def baris_bobot(keadaan: Keadaan, induk: str, dikunci: Collection[str] = ()) -> list[dict[str, Any]]:
    """Return one row per child of `induk` (SEMUA for the klaster), numbers in percent of the siblings.

    keadaan: the meeting under the scenario.  `selang` is the interval that
    keeps the category, None where weights do not change points.
    """
    resmi = bobot_resmi(keadaan.instrumen if keadaan.resmi is None else keadaan.resmi.instrumen)
    semua = susun_bobot(
        (keadaan.resmi or keadaan).instrumen, {} if keadaan.skenario is None else keadaan.skenario.bobot
    )
    bagian = semua[induk]
    persen = bulatkan_jumlah(bagian, 100.0)
    poin = _poin(keadaan, semua, induk)
    selang = _selang(keadaan, semua, induk, dikunci)
    batas = {k: batas_persen(bagian, k, dikunci) for k in bagian}
    nama = _nama(keadaan, induk)
    return [
        {
            "kode": k,
            "nama": nama[k][0],
            "uraian": nama[k][1],
            "persen": persen[k],
            "poin": _("{n} poin").format(n=format_angka(poin[k], 1)),
            "resmi": round(100 * resmi[induk][k], 3),
            "rendah": batas[k][0],
            "tinggi": batas[k][1],
            "dikunci": k in dikunci,
            "berubah": abs(bagian[k] - resmi[induk][k]) > 1e-9,
            "selang": [round(100 * t, 2) for t in selang[k]] if k in selang else None,
            "selang_teks": sebut_selang(keadaan, selang.get(k)),
            "anak": induk == SEMUA and bool(keadaan.instrumen.klaster_of(k).indikator),
        }
        for k in bagian
    ]


def baris_poin(kode: str, judul: str, poin: float, maks: float) -> dict[str, Any]:
    """Return the row of `DaftarUbah` in which a klaster gets its part of the points that are dealt out."""
    return {
        "kode": kode,
        "jenis": "angka",
        "judul": judul,
        "rinci": "",
        "label": _("Poin {klaster}, 0 sampai {maks}").format(klaster=judul, maks=format_angka(maks)),
        "nilai": poin,
        "nilai_teks": format_angka(poin),
        "maks": maks,
        "maks_teks": format_angka(maks),
        "berubah": False,
        "mati": False,
        "tanpa_maks": True,
    }


def batas_skala(baris: list[dict[str, Any]]) -> float:
    """Return the right end (percent) of all sliders of a list: twice the largest official share, in steps of ten."""
    perlu = max(max(2 * b["resmi"], b["persen"]) for b in baris)
    return float(min(100, 10 * math.ceil(perlu / 10 - 1e-9)))


def sebut_selang(keadaan: Keadaan, selang: tuple[float, float] | None) -> str:
    """Return within which weights the category stays, in words."""
    if selang is None or keadaan.hasil is None:
        return ""
    kategori = keadaan.kategori.nama(keadaan.hasil.kategori)
    rendah, tinggi = (format_angka(100 * t, 1) for t in selang)
    return _("setara {kategori} selama bobot ini antara {rendah} % dan {tinggi} %").format(
        kategori=kategori, rendah=rendah, tinggi=tinggi
    )


def batas_persen(bagian: Bobot, kode: str, dikunci: Collection[str]) -> tuple[float, float]:
    """Return the least and the largest weight in percent, to one decimal and never beyond the true ones."""
    rendah, tinggi = (100 * t for t in batas_geser(bagian, kode, dikunci))
    return math.ceil(10 * rendah - 1e-6) / 10, math.floor(10 * tinggi + 1e-6) / 10


def _poin(keadaan: Keadaan, semua: Mapping[str, Bobot], induk: str) -> dict[str, float]:
    """Return the points of each child, rounded so that they add to those of the parent."""
    form = keadaan.instrumen.kepala.nilai_maksimal
    klaster = bulatkan_jumlah(semua[SEMUA], form)
    return klaster if induk == SEMUA else bulatkan_jumlah(semua[induk], klaster[induk])


def _selang(keadaan: Keadaan, semua: Mapping[str, Bobot], induk: str, dikunci: Collection[str]) -> Selang:
    hasil = keadaan.hasil
    bacaan = INSTRUMEN_LAIN if keadaan.skenario is None else keadaan.skenario.bacaan
    if hasil is None or bacaan != INSTRUMEN_LAIN:
        return {}
    skala = sum(k.nilai_maksimal for k in keadaan.instrumen.klaster)
    lain = 0.0
    if induk != SEMUA:
        k = hasil.klaster[hasil.klaster["klaster"] == induk].iloc[0]
        if k["baris"]:
            return {}  # the klaster was marked as a whole: its indikator have no say
        skala *= semua[SEMUA][induk]
        lain = float(hasil.klaster["nilai"].fillna(0.0).sum() - (k["nilai"] if k["nilai"] == k["nilai"] else 0.0))
    rasio = _rasio(hasil, induk)
    return {
        k: selang_kategori(semua[induk], k, rasio, skala, lain, hasil.diklaim, keadaan.kategori, dikunci)
        for k in semua[induk]
    }


def _rasio(hasil: Hasil, induk: str) -> dict[str, float]:
    """Return the part (0 to 1) of each child's points that is reached."""
    t = hasil.klaster if induk == SEMUA else hasil.indikator[hasil.indikator["klaster"] == induk]
    kode = t["klaster"] if induk == SEMUA else t["indikator"]
    return dict(zip(kode, (t["nilai"].fillna(0.0) / t["nilai_maksimal"]).astype(float), strict=True))


def _nama(keadaan: Keadaan, induk: str) -> dict[str, tuple[str, str]]:
    """Return a short name that fits before a slider, and the whole one."""
    if induk == SEMUA:
        return {k.id: (k.sebutan_pendek, k.judul_pendek) for k in keadaan.instrumen.klaster}
    return {
        i.kode: (f"{i.kode} {_(i.nama_pendek)}", f"{i.kode} {_(i.nama)}")
        for i in keadaan.instrumen.klaster_of(induk).indikator
    }
