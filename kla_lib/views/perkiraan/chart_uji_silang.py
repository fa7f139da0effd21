"""Draw every forecast of a region that was left out over what came out, misses marked by word and colour."""

from math import floor
from typing import Any

import altair as alt
import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.uji_silang import UjiSilang
from kla_lib.rules.bukti.skala import load_skala
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.perkiraan.uji_silang import LUAR, Nilaian
from kla_lib.views.perkiraan.perkiraan import sebut_kisaran, sebut_puluhan
from kla_lib.views.perkiraan.uji_silang import sebut_kasus, sebut_letak
from kla_lib.views.rupa.susun import Gambar, lapis
from kla_lib.views.rupa.tampilan import tanpa_isi
from kla_lib.views.rupa.tema import GARIS, LEBAR, TINTA, TINTA_LEMAH, WARNA_KATEGORI, WARNA_SERI, Chart

TINGGI_BARIS = 42
PITA = 16  # height of the band of an outcome that is known as a category
GESER = 9  # from the middle of a row down to its line, below the name
MELESET = WARNA_SERI["klaster_5"]
SELANG = 100


def chart_uji(uji: UjiSilang, dari: str) -> Chart:
    """Draw the forecasts from a stage, one region and year a row, in the order of the table."""
    daftar = uji.kita(dari)
    if not daftar:
        return tanpa_isi(_("Tidak ada hasil yang terbit untuk diuji dari tahap ini."))
    kanan = load_skala(uji.params).nilai_tertinggi
    kiri = float(SELANG * floor(min(n.p05 for n in daftar) / SELANG))
    baris = _isi(daftar, kiri, kanan)
    skala = alt.Scale(domain=[kiri, kanan], nice=False)
    y = alt.Y("urut:O", axis=None, scale=alt.Scale(domain=list(range(len(baris))), paddingInner=0, paddingOuter=0))
    return lapis(
        *_lapisan_kategori(uji, kiri, kanan, skala),
        *_lapisan_hasil(baris, y, skala),
        *_lapisan_rentang(baris, y, skala),
        *_lapisan_nama(baris, y, skala),
    ).properties(
        width=LEBAR,
        height=TINGGI_BARIS * len(baris),
        title=alt.Title(
            _("Perkiraan dari {tahap} dan yang terjadi").format(tahap=sebut_tahap_pendek(dari)),
            subtitle=[
                _("Garis: 9 dari 10 kemungkinan; tebal: separuhnya."),
                _("Belah ketupat: tengah. Titik hitam: nilai yang terjadi."),
                _("Pita biru: kategori yang terjadi."),
                _("Jingga: tengahnya di kategori lain, atau hasilnya di luar."),
            ],
            offset=26,
        ),
        description=_uraian(daftar),
    )


def _isi(daftar: tuple[Nilaian, ...], kiri: float, kanan: float) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "urut": urut,
                "nama": f"{sebut_kasus(n)} · {sebut_tahap_pendek(n.kasus.dari)} {format_angka(n.kasus.nilai)}",
                "putusan": _putusan(n),
                "warna": TINTA if n.tengah_tepat and n.letak != LUAR else MELESET,
                **{k: getattr(n, k) for k in ("p05", "p25", "p50", "p75", "p95")},
                "rendah": max(n.kasus.rendah, kiri),
                "tinggi": n.kasus.tinggi,
                "pasti": n.kasus.rendah == n.kasus.tinggi,
                "kiri": kiri,
                "kanan": kanan,
            }
            for urut, n in enumerate(daftar)
        ]
    )


def _putusan(n: Nilaian) -> str:
    """Return what went wrong, for the end of a row; nothing where nothing did."""
    if n.letak == LUAR:
        return _("✕ di luar rentang")
    return "" if n.tengah_tepat else _("kategori meleset")


def _lapisan_kategori(uji: UjiSilang, kiri: float, kanan: float, skala: alt.Scale) -> list[Gambar]:
    """Return the edges of the categories with their names above."""
    kategori = [k for k in uji.kategori.kategori if kiri < k.besaran < kanan]
    tepi = [k.besaran for k in kategori] + [kanan]
    nama = pd.DataFrame(
        [{"tengah": (a + b) / 2, "nama": k.nama} for k, a, b in zip(kategori, tepi[:-1], tepi[1:], strict=True)]
    )
    sumbu = alt.Axis(title=_("Nilai akhir (poin)"), values=[kiri, *tepi], format="d", grid=False)
    return [
        Gambar(pd.DataFrame({"tepi": tepi[:-1]}))
        .mark_rule(color=GARIS, strokeWidth=0.7, strokeDash=[2, 2])
        .encode(x=alt.X("tepi:Q", scale=skala, axis=sumbu)),
        Gambar(nama)
        .mark_text(baseline="bottom", color=TINTA_LEMAH, fontSize=11)
        .encode(x=alt.X("tengah:Q", scale=skala), y=alt.YValue(-5), text=alt.Text("nama:N")),
    ]


def _lapisan_hasil(baris: pd.DataFrame, y: alt.Y, skala: alt.Scale) -> list[Gambar]:
    """Return the bands of outcomes that are known as a category, as far as the picture reaches."""
    pita = baris.loc[~baris["pasti"], ["urut", "rendah", "tinggi"]]
    return [
        Gambar(pita)
        .mark_bar(size=PITA, yOffset=GESER, color=WARNA_KATEGORI["madya"], stroke=GARIS, strokeWidth=0.5)
        .encode(y=y, x=alt.X("rendah:Q", scale=skala), x2=alt.X2("tinggi:Q"))
    ]


def _lapisan_rentang(baris: pd.DataFrame, y: alt.Y, skala: alt.Scale) -> list[Gambar]:
    """Return the ranges with their middles, and over them the outcomes that are known as a score."""
    warna = alt.Color("warna:N", scale=None, legend=None)

    def garis(dari: str, ke: str, tebal: float) -> Any:
        dasar = Gambar(baris[["urut", dari, ke, "warna"]]).mark_rule(yOffset=GESER, strokeWidth=tebal)
        return dasar.encode(y=y, x=alt.X(f"{dari}:Q", scale=skala), x2=alt.X2(f"{ke}:Q"), color=warna)

    titik: Any = {"yOffset": GESER, "filled": True, "opacity": 1}
    return [
        garis("p05", "p95", 2),
        garis("p25", "p75", 6),
        Gambar(baris[["urut", "p50", "warna"]])
        .mark_point(shape="diamond", size=95, fill="white", strokeWidth=1.6, **titik)
        .encode(y=y, x=alt.X("p50:Q", scale=skala), stroke=alt.Stroke("warna:N", scale=None, legend=None)),
        Gambar(baris.loc[baris["pasti"], ["urut", "tinggi"]])
        .mark_point(shape="circle", size=120, color="black", stroke="white", strokeWidth=1.5, **titik)
        .encode(y=y, x=alt.X("tinggi:Q", scale=skala)),
    ]


def _lapisan_nama(baris: pd.DataFrame, y: alt.Y, skala: alt.Scale) -> list[Gambar]:
    """Return the name at the left and the verdict at the right above each line."""
    dasar = Gambar(baris[["urut", "nama", "kiri"]])
    tulis: Any = {"align": "left", "baseline": "bottom", "dy": -4, "fontSize": 12, "limit": LEBAR}
    letak: Any = {"y": y, "x": alt.X("kiri:Q", scale=skala), "text": alt.Text("nama:N")}
    nama = [
        dasar.mark_text(**tulis, stroke="white", strokeWidth=4, strokeJoin="round").encode(**letak),
        dasar.mark_text(**tulis).encode(**letak),
    ]
    putusan = (
        Gambar(baris.loc[baris["putusan"] != "", ["urut", "putusan", "kanan"]])
        .mark_text(align="right", baseline="bottom", dy=-4, fontSize=12, fontWeight=600, color=MELESET)
        .encode(y=y, x=alt.X("kanan:Q", scale=skala), text=alt.Text("putusan:N"))
    )
    return [*nama, putusan]


def _uraian(daftar: tuple[Nilaian, ...]) -> str:
    """Return the chart in words, for whoever does not see it."""
    isi = [
        _("{kasus}: {tengah} ({rentang}), {letak}").format(
            kasus=sebut_kasus(n),
            tengah=sebut_puluhan(n.p50),
            rentang=sebut_kisaran(n.p05, n.p95),
            letak=sebut_letak(n),
        )
        for n in daftar
    ]
    return "; ".join(isi) + "."
