"""Draw the forecast on the ruler: its range as a bar, and 100 equally likely outcomes as dots."""

from collections import Counter
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.scoring.kategori import kategori_of
from kla_lib.scoring.verifikasi import Perkiraan
from kla_lib.views.peluang import sebut_antara
from kla_lib.views.tema import GARIS, LEBAR, TINTA_LEMAH, WARNA_KATEGORI
from kla_lib.views.warna import TINTA

BANYAK_TITIK = 100
TITIK = 8  # the width of a dot and of its column, in pixels
JARAK = 8.4  # from one dot of a column to the next
KAKI = 20  # room for the words below the dots
UJUNG = 5  # half the height of the bar's ends


def titik_perkiraan(perkiraan: Perkiraan, kategori: DaftarKategori, maks: float) -> pd.DataFrame:
    """Return 100 equally likely outcomes as dots, lowest first.

    nilai: the outcome (poin); kategori: its id; x: the middle of its column on
    the scale of the form (poin); tingkat: its place in the column, 0 at the foot.
    """
    tingkat = (np.arange(BANYAK_TITIK) + 0.5) / BANYAK_TITIK
    nilai = np.round(np.quantile(perkiraan.total, tingkat), 2)
    lebar = maks * TITIK / LEBAR
    kolom = np.minimum(np.floor(nilai / lebar), np.ceil(maks / lebar) - 1)
    titik = pd.DataFrame({"nilai": nilai, "x": (kolom + 0.5) * lebar})
    return titik.assign(
        kategori=[kategori_of(float(n), kategori) for n in nilai], tingkat=titik.groupby("x").cumcount()
    )


def lapisan_rentang(perkiraan: Perkiraan, x: alt.Scale, tinggi: float, maks: float) -> list[alt.Chart]:
    """Return the bar from p05 to p95 with its words above it; `tinggi` in pixels from the top."""
    p = perkiraan
    dasar = alt.Chart(pd.DataFrame([{"p05": p.p05, "p95": p.p95}]))
    ujung = alt.Chart(pd.DataFrame({"ujung": [p.p05, p.p95]}))
    # The words begin where the bar does, as far as the page has room for them.
    kiri = p.p05 < 0.6 * maks
    kata = alt.Chart(
        pd.DataFrame([{"mulai": p.p05 if kiri else p.p95, "kata": _("perkiraan {antara}").format(antara=_antara(p))}])
    )
    tulis: Any = {"align": "left" if kiri else "right", "baseline": "bottom", "fontSize": 13}
    letak: Any = {"x": alt.X("mulai:Q", scale=x), "y": alt.YValue(tinggi - UJUNG - 2), "text": alt.Text("kata:N")}
    return [
        dasar.mark_rule(color=TINTA, strokeWidth=2.5).encode(
            x=alt.X("p05:Q", scale=x), x2=alt.X2("p95:Q"), y=alt.YValue(tinggi)
        ),
        ujung.mark_rule(color=TINTA, strokeWidth=2.5).encode(
            x=alt.X("ujung:Q", scale=x), y=alt.YValue(tinggi - UJUNG), y2=alt.Y2Value(tinggi + UJUNG)
        ),
        kata.mark_text(**tulis, stroke="white", strokeWidth=4, strokeJoin="round").encode(**letak),
        kata.mark_text(**tulis).encode(**letak),
    ]


def lapisan_titik(titik: pd.DataFrame, kategori: DaftarKategori, x: alt.Scale, atas: float) -> list[alt.Chart]:
    """Return the dots on a line, between the edges of the categories; `atas` in pixels from the top."""
    kaki = atas + tinggi_titik(titik)
    isi = titik.assign(y=kaki - JARAK * (titik["tingkat"] + 0.5), warna=titik["kategori"].map(WARNA_KATEGORI))
    tepi = pd.DataFrame({"tepi": [k.besaran for k in kategori.kategori]})
    kata = _("tiap titik: 1 dari {n} kemungkinan yang sama besar").format(n=BANYAK_TITIK)
    return [
        alt.Chart(tepi)
        .mark_rule(color=GARIS, strokeWidth=0.6, strokeDash=[2, 2])
        .encode(x=alt.X("tepi:Q", scale=x), y=alt.YValue(atas), y2=alt.Y2Value(kaki)),
        alt.Chart(pd.DataFrame([{"kaki": kaki}]))
        .mark_rule(color=GARIS, strokeWidth=0.8)
        .encode(x=alt.XValue(0), x2=alt.X2Value(LEBAR), y=alt.Y("kaki:Q", scale=None, axis=None)),
        alt.Chart(isi[["x", "y", "warna"]])
        .mark_point(shape="circle", size=TITIK**2 * 0.8, filled=True, opacity=1, stroke=TINTA_LEMAH, strokeWidth=0.7)
        .encode(
            x=alt.X("x:Q", scale=x),
            y=alt.Y("y:Q", scale=None, axis=None),
            fill=alt.Fill("warna:N", scale=None, legend=None),
        ),
        alt.Chart(pd.DataFrame([{"kata": kata}]))
        .mark_text(align="left", baseline="top", color=TINTA_LEMAH, fontSize=12)
        .encode(x=alt.XValue(0), y=alt.YValue(kaki + 5), text=alt.Text("kata:N")),
    ]


def tinggi_titik(titik: pd.DataFrame) -> float:
    """Return how much room the columns of dots take, in pixels."""
    return float(JARAK * (titik["tingkat"].max() + 1) + TITIK)


def uraian_perkiraan(perkiraan: Perkiraan, titik: pd.DataFrame, kategori: DaftarKategori) -> str:
    """Return the range and the dots in words."""
    banyak = Counter(titik["kategori"])
    isi = [f"{banyak[k]} {kategori.nama(k)}" for k in kategori.urutan if banyak[k]]
    return _(
        "Perkiraan nilai akhir {antara} (9 dari 10 kemungkinan). Dari {n} kemungkinan yang sama besar: {isi}."
    ).format(antara=_antara(perkiraan), n=format_angka(BANYAK_TITIK, 0), isi=gabung(isi))


def _antara(perkiraan: Perkiraan) -> str:
    return sebut_antara(perkiraan.p05, perkiraan.p95)
