"""Draw the ruler: 0 to 1000 points, the categories, where the city's scores stand, and where they may end."""

from collections import Counter
from itertools import pairwise
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.scoring.perkiraan.perkiraan import Perkiraan
from kla_lib.views.perkiraan.perkiraan import sebut_kisaran, sebut_puluhan, sebut_terendah
from kla_lib.views.rupa.susun import Gambar, lapis
from kla_lib.views.rupa.tema import GARIS, LEBAR, TINTA, TINTA_LEMAH, WARNA_KATEGORI, Chart

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


def lapisan_rentang(perkiraan: Perkiraan, x: alt.Scale, tinggi: float, maks: float) -> list[Gambar]:
    """Return the bar from p05 to p95, thick where half of the outcomes lie, with its words above it.

    tinggi: pixels from the top.
    """
    p = perkiraan
    dasar = Gambar(pd.DataFrame([{"p05": p.p05, "p95": p.p95}]))
    separuh = Gambar(pd.DataFrame([{"p25": p.p25, "p75": p.p75}]))
    ujung = Gambar(pd.DataFrame({"ujung": [p.p05, p.p95]}))
    # The words begin where the bar does, as far as the page has room for them.
    kiri = p.p05 < 0.6 * maks
    kata = Gambar(
        pd.DataFrame([{"mulai": p.p05 if kiri else p.p95, "kata": _("perkiraan {antara}").format(antara=_antara(p))}])
    )
    tulis: Any = {"align": "left" if kiri else "right", "baseline": "bottom", "fontSize": 13}
    letak: Any = {"x": alt.X("mulai:Q", scale=x), "y": alt.YValue(tinggi - UJUNG - 2), "text": alt.Text("kata:N")}
    return [
        dasar.mark_rule(color=TINTA, strokeWidth=2.5).encode(
            x=alt.X("p05:Q", scale=x), x2=alt.X2("p95:Q"), y=alt.YValue(tinggi)
        ),
        separuh.mark_rule(color=TINTA, strokeWidth=2 * UJUNG).encode(
            x=alt.X("p25:Q", scale=x), x2=alt.X2("p75:Q"), y=alt.YValue(tinggi)
        ),
        ujung.mark_rule(color=TINTA, strokeWidth=2.5).encode(
            x=alt.X("ujung:Q", scale=x), y=alt.YValue(tinggi - UJUNG), y2=alt.Y2Value(tinggi + UJUNG)
        ),
        kata.mark_text(**tulis, stroke="white", strokeWidth=4, strokeJoin="round").encode(**letak),
        kata.mark_text(**tulis).encode(**letak),
    ]


def lapisan_titik(titik: pd.DataFrame, kategori: DaftarKategori, x: alt.Scale, atas: float) -> list[Gambar]:
    """Return the dots on a line, between the edges of the categories; `atas` in pixels from the top."""
    kaki = atas + tinggi_titik(titik)
    isi = titik.assign(y=kaki - JARAK * (titik["tingkat"] + 0.5), warna=titik["kategori"].map(WARNA_KATEGORI))
    tepi = pd.DataFrame({"tepi": [k.besaran for k in kategori.kategori]})
    kata = _("tiap titik: 1 dari {n} kemungkinan yang sama besar").format(n=BANYAK_TITIK)
    return [
        Gambar(tepi)
        .mark_rule(color=GARIS, strokeWidth=0.6, strokeDash=[2, 2])
        .encode(x=alt.X("tepi:Q", scale=x), y=alt.YValue(atas), y2=alt.Y2Value(kaki)),
        Gambar(pd.DataFrame([{"kaki": kaki}]))
        .mark_rule(color=GARIS, strokeWidth=0.8)
        .encode(x=alt.XValue(0), x2=alt.X2Value(LEBAR), y=alt.Y("kaki:Q", scale=None, axis=None)),
        Gambar(isi[["x", "y", "warna"]])
        .mark_point(shape="circle", size=TITIK**2 * 0.8, filled=True, opacity=1, stroke=TINTA_LEMAH, strokeWidth=0.7)
        .encode(
            x=alt.X("x:Q", scale=x),
            y=alt.Y("y:Q", scale=None, axis=None),
            fill=alt.Fill("warna:N", scale=None, legend=None),
        ),
        Gambar(pd.DataFrame([{"kata": kata}]))
        .mark_text(align="left", baseline="top", color=TINTA_LEMAH, fontSize=12)
        .encode(x=alt.XValue(0), y=alt.YValue(kaki + 5), text=alt.Text("kata:N")),
    ]


def tinggi_titik(titik: pd.DataFrame) -> float:
    """Return how much room the columns of dots take, in pixels."""
    return float(JARAK * (titik["tingkat"].max() + 1) + TITIK)


def uraian_perkiraan(perkiraan: Perkiraan, titik: pd.DataFrame, kategori: DaftarKategori) -> str:
    """Return the range and the dots in words."""
    banyak = Counter(titik["kategori"])
    isi = [
        f"{banyak[k]} {sebut_terendah() if k == kategori.urutan[0] else kategori.nama(k)}"
        for k in kategori.urutan
        if banyak[k]
    ]
    return _(
        "Perkiraan nilai akhir kira-kira {tengah}; 9 dari 10 kemungkinan {antara}. "
        "Dari {n} kemungkinan yang sama besar: {isi}."
    ).format(
        tengah=sebut_puluhan(perkiraan.p50),
        antara=sebut_kisaran(perkiraan.p05, perkiraan.p95),
        n=format_angka(BANYAK_TITIK, 0),
        isi=gabung(isi),
    )


def _antara(perkiraan: Perkiraan) -> str:
    p = perkiraan
    return _("{tengah} ({antara})").format(tengah=sebut_puluhan(p.p50), antara=sebut_kisaran(p.p05, p.p95))


ATAS, BAWAH = 62, 84  # the band of categories, in pixels from the top
RUANG = 26  # what the bar of the forecast moves the band down
KOSONG = "lingkaran kosong"  # the mark of what is only there to compare with
NAMA = 48  # room for the names below the band


def chart_penggaris(keadaan: Keadaan, dengan_perkiraan: bool = True) -> Chart:
    """Draw the scores of a meeting on the scale of the form, and the forecast where there is one and it is wanted.

    Without marks the ruler shows the categories alone.
    """
    maks = keadaan.instrumen.kepala.nilai_maksimal
    p = keadaan.perkiraan if dengan_perkiraan else None
    atas, bawah = (ATAS, BAWAH) if p is None else (ATAS + RUANG, BAWAH + RUANG)
    pita, ambang, tanda = _pita(keadaan, maks), _ambang(keadaan, maks), _tanda(keadaan)
    x = alt.Scale(domain=[0, maks], nice=False)
    dasar = Gambar(pita[["mulai", "akhir", "warna"]])
    lapisan: list[Gambar] = [
        dasar.mark_rect(stroke=GARIS, strokeWidth=0.6).encode(
            x=alt.X("mulai:Q", scale=x, axis=None),
            x2=alt.X2("akhir:Q"),
            y=alt.YValue(atas),
            y2=alt.Y2Value(bawah),
            color=alt.Color("warna:N", scale=None, legend=None),
        ),
        Gambar(ambang)
        .mark_text(baseline="top", fontSize=11)
        .encode(x=alt.X("nilai:Q", scale=x), y=alt.YValue(bawah + 5), text=alt.Text("teks:N")),
    ]
    for tingkat in (0, 1):
        lapisan.append(
            Gambar(pita.loc[pita["tingkat"] == tingkat, ["tengah", "nama"]])
            .mark_text(baseline="top", fontSize=12)
            .encode(x=alt.X("tengah:Q", scale=x), y=alt.YValue(bawah + 20 + 14 * tingkat), text=alt.Text("nama:N"))
        )
    for t in tanda.itertuples(index=False):
        lapisan += _lambang(t.nilai, t.teks, t.lambang, t.tinggi, t.kiri, x, bawah)
    tinggi, uraian = float(bawah + NAMA), _uraian(keadaan, tanda)
    if p is not None:
        titik = titik_perkiraan(p, keadaan.kategori, maks)
        lapisan += lapisan_rentang(p, x, atas - 10, maks) + lapisan_titik(titik, keadaan.kategori, x, tinggi)
        tinggi += tinggi_titik(titik) + KAKI
        uraian += " " + uraian_perkiraan(p, titik, keadaan.kategori)
    return lapis(*lapisan).properties(width=LEBAR, height=tinggi, description=uraian)


def _pita(keadaan: Keadaan, maks: float) -> pd.DataFrame:
    daftar = (keadaan.resmi or keadaan).kategori  # the scale itself carries the plain names
    tepi = [0.0, *(k.besaran for k in daftar.kategori), maks]
    nama = ["", *(k.nama for k in daftar.kategori)]
    return pd.DataFrame(
        {
            "mulai": tepi[:-1],
            "akhir": tepi[1:],
            "tengah": [(a + b) / 2 for a, b in pairwise(tepi)],
            "nama": nama,
            "warna": [WARNA_KATEGORI[k] for k in daftar.urutan],
            "tingkat": [n % 2 for n in range(len(nama))],
        }
    )


def _ambang(keadaan: Keadaan, maks: float) -> pd.DataFrame:
    nilai = [0.0, *(k.besaran for k in keadaan.kategori.kategori), maks]
    return pd.DataFrame({"nilai": nilai, "teks": [format_angka(n).replace(".", "") for n in nilai]})


def _tanda(keadaan: Keadaan) -> pd.DataFrame:
    """Return the scores to mark: value, words, symbol, height of its label, and whether that stands at the left."""
    h = keadaan.hasil
    isi = []
    if h is not None:
        isi.append((h.diklaim, f"{sebut_tahap_pendek(h.tahap)} {format_angka(h.diklaim)}", "circle", 14))
        if h.terdukung is not None:
            isi.append((h.terdukung, _("lengkap {nilai}").format(nilai=format_angka(h.terdukung)), "diamond", 32))
        if keadaan.resmi is not None and keadaan.resmi.hasil is not None:
            resmi = keadaan.resmi.hasil.diklaim
            isi.append((resmi, _("tanpa skenario {nilai}").format(nilai=format_angka(resmi)), KOSONG, 50))
    tanda = pd.DataFrame(isi, columns=["nilai", "teks", "lambang", "tinggi"])
    # The lowest score is named at its left and the others at their right, as far as the page has room.
    ujung = 0.75 * keadaan.instrumen.kepala.nilai_maksimal
    terendah = (tanda["nilai"] == tanda["nilai"].min()) & (tanda["nilai"] > ujung / 3) if len(tanda) > 1 else False
    return tanda.assign(kiri=terendah | (tanda["nilai"] > ujung))


def _lambang(nilai: float, teks: str, lambang: str, tinggi: int, kiri: bool, x: alt.Scale, bawah: int) -> list[Gambar]:
    """Return a symbol with its label, and a line down to the scale."""
    dasar = Gambar(pd.DataFrame([{"nilai": nilai, "teks": teks}]))
    rata: Any = "right" if kiri else "left"
    return [
        dasar.mark_rule(color=TINTA, strokeWidth=1).encode(
            x=alt.X("nilai:Q", scale=x), y=alt.YValue(tinggi + 4), y2=alt.Y2Value(bawah)
        ),
        dasar.mark_point(
            shape="circle" if lambang == KOSONG else lambang, size=90, filled=lambang != KOSONG, color=TINTA, opacity=1
        ).encode(x=alt.X("nilai:Q", scale=x), y=alt.YValue(tinggi)),
        dasar.mark_text(align=rata, dx=-9 if rata == "right" else 9, fontSize=14, fontWeight=600).encode(
            x=alt.X("nilai:Q", scale=x), y=alt.YValue(tinggi), text=alt.Text("teks:N")
        ),
    ]


def _uraian(keadaan: Keadaan, tanda: pd.DataFrame) -> str:
    ambang = ", ".join(f"{k.nama} {format_angka(k.besaran)}" for k in keadaan.kategori.kategori)
    nilai = ", ".join(tanda["teks"]) if len(tanda) else _("nilai belum dicatat")
    return _("Penggaris nilai 0 sampai 1000. Ambang: {ambang}. Nilai: {nilai}.").format(ambang=ambang, nilai=nilai)
