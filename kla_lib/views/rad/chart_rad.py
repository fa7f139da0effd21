"""Draw how many actions of the RAD are in each state, one bar per klaster.

Each state differs by pattern as well as by tone, so that it reads without
colour: solid, black, vertical hatching, dots, outline.
"""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from kla_lib.bahasa import _
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.scoring.pekerjaan.rad import (
    BELUM,
    BERJALAN,
    KEADAAN_RAD,
    SELESAI,
    TERHAMBAT,
    TERLAMBAT,
    KegiatanRad,
    jumlah_keadaan,
)
from kla_lib.views.rad.sebutan import tanpa_kegiatan
from kla_lib.views.rupa.sebutan import sebut_status_kerja
from kla_lib.views.rupa.susun import Gambar, lapis, susun_ke_bawah
from kla_lib.views.rupa.tema import GARIS, LEBAR, TINTA, TINTA_LEMAH, WARNA_KLASTER, Chart

TINGGI_BATANG = 16
TINGGI_BARIS = 46
GESER = 8
KEPEKATAN = {SELESAI: 1.0, TERLAMBAT: 1.0, TERHAMBAT: 0.35, BERJALAN: 0.15, BELUM: 0.0}
POLA: dict[str, Any] = {
    TERHAMBAT: {"strokeWidth": TINGGI_BATANG, "strokeDash": [1.5, 4.5]},
    BERJALAN: {"strokeWidth": 3, "strokeDash": [0.01, 6], "strokeCap": "round"},
}
LEBAR_KOTAK = 26
KOLOM_LEGENDA = 3


def chart_rad(lingkup: Lingkup) -> Chart:
    """Draw the actions of every klaster that has any, all on one scale; the legend names the states that occur."""
    keadaan, daftar = lingkup.keadaan, lingkup.kegiatan_rad
    if not daftar:
        return tanpa_kegiatan(lingkup)
    milik: dict[str, list[KegiatanRad]] = {
        k.id: [d for d in daftar if d.klaster == k.id] for k in keadaan.instrumen.klaster
    }
    jumlah = {k: jumlah_keadaan(isi) for k, isi in milik.items() if isi}
    judul = {k: keadaan.instrumen.klaster_of(k).judul_pendek for k in jumlah}
    paling_banyak = max(sum(j.values()) for j in jumlah.values())
    potong = _potongan(jumlah)
    ada = [k for k in KEADAAN_RAD if (potong["keadaan"] == k).any()]
    badan = lapis(*_lapisan(potong, paling_banyak, len(jumlah)), *_label(jumlah, judul, paling_banyak))
    return (
        susun_ke_bawah(
            badan.properties(width=LEBAR, height=TINGGI_BARIS * len(jumlah)),
            _legenda(ada, WARNA_KLASTER[next(iter(jumlah))] if len(jumlah) == 1 else TINTA_LEMAH),
            spacing=4,
        )
        .resolve_scale(x="independent", y="independent")
        .properties(description=_uraian(jumlah, judul))
    )


def _potongan(jumlah: dict[str, dict[str, int]]) -> pd.DataFrame:
    """Return one row per bar and state that occurs: where it starts and ends on the scale."""
    isi = []
    for urut, (klaster, banyak) in enumerate(jumlah.items()):
        mulai = 0
        for keadaan in KEADAAN_RAD:
            if banyak[keadaan]:
                akhir = mulai + banyak[keadaan]
                warna = TINTA if keadaan == TERLAMBAT else WARNA_KLASTER[klaster]
                isi.append({"urut": urut, "keadaan": keadaan, "mulai": mulai, "akhir": akhir, "warna": warna})
                mulai = akhir
    return pd.DataFrame(isi)


def _lapisan(potong: pd.DataFrame, paling_banyak: float, banyak: int) -> list[Chart]:
    """Return the bars, and the hatches and dots over them as dashed lines along the bar, in ink."""
    x = alt.X("mulai:Q", scale=alt.Scale(domain=[0, paling_banyak], nice=False), axis=None)
    y = alt.Y("urut:O", axis=None, scale=alt.Scale(domain=list(range(banyak)), paddingInner=0, paddingOuter=0))
    warna = alt.Color("warna:N", scale=None, legend=None)
    tempat = potong[["urut", "mulai", "akhir", "warna"]]
    batang = Gambar(tempat.assign(kepekatan=potong["keadaan"].map(KEPEKATAN)))
    lapisan = [
        batang.mark_bar(size=TINGGI_BATANG, yOffset=GESER, stroke=GARIS, strokeWidth=0.8).encode(
            y=y,
            x=x,
            x2=alt.X2("akhir:Q"),
            color=warna,
            fillOpacity=alt.FillOpacity("kepekatan:Q", scale=None, legend=None),
        )
    ]
    for keadaan, garis in POLA.items():
        isi = tempat[potong["keadaan"] == keadaan].drop(columns="warna")
        if len(isi):
            lapisan.append(
                Gambar(isi).mark_rule(yOffset=GESER, color=TINTA_LEMAH, **garis).encode(y=y, x=x, x2=alt.X2("akhir:Q"))
            )
    return lapisan


def _label(jumlah: dict[str, dict[str, int]], judul: dict[str, str], paling_banyak: float) -> list[Chart]:
    """Return the name at the left above each bar, and the number of its actions at the right."""
    data = pd.DataFrame(
        [
            {"urut": n, "nama": judul[k], "semua": _("{n} kegiatan").format(n=sum(j.values())), "kiri": 0}
            for n, (k, j) in enumerate(jumlah.items())
        ]
    ).assign(kanan=paling_banyak)
    y, skala = alt.Y("urut:O", axis=None), alt.Scale(domain=[0, paling_banyak], nice=False)
    tulis: dict[str, Any] = {"baseline": "bottom", "dy": -3, "fontSize": 13}
    return [
        Gambar(data)
        .mark_text(align="left", limit=LEBAR - 90, **tulis)
        .encode(y=y, x=alt.X("kiri:Q", scale=skala, axis=None), text=alt.Text("nama:N")),
        Gambar(data)
        .mark_text(align="right", fontWeight=600, **tulis)
        .encode(y=y, x=alt.X("kanan:Q", scale=skala, axis=None), text=alt.Text("semua:N")),
    ]


def _legenda(keadaan: Sequence[str], warna: str) -> Chart:
    """Return a small legend, three entries a row, drawn with the same patterns and the colour of the only bar."""
    kolom = LEBAR / KOLOM_LEGENDA
    baris = pd.DataFrame(
        [
            {
                "urut": n // KOLOM_LEGENDA,
                "keadaan": k,
                "mulai": kolom * (n % KOLOM_LEGENDA),
                "akhir": kolom * (n % KOLOM_LEGENDA) + LEBAR_KOTAK,
                "warna": TINTA if k == TERLAMBAT else warna,
                "nama": sebut_status_kerja(k),
                "x": kolom * (n % KOLOM_LEGENDA) + LEBAR_KOTAK + 6,
            }
            for n, k in enumerate(keadaan)
        ]
    )
    banyak = int(baris["urut"].max()) + 1
    nama = (
        Gambar(baris[["urut", "nama", "x"]])
        .mark_text(align="left", baseline="middle", yOffset=GESER)
        .encode(
            y=alt.Y("urut:O", axis=None),
            x=alt.X("x:Q", scale=alt.Scale(domain=[0, LEBAR], nice=False), axis=None),
            text=alt.Text("nama:N"),
        )
    )
    return lapis(*_lapisan(baris, LEBAR, banyak), nama).properties(width=LEBAR, height=24 * banyak)


def _uraian(jumlah: dict[str, dict[str, int]], judul: dict[str, str]) -> str:
    """Return the chart in words, for whoever does not see it."""
    isi = [
        f"{judul[k]}: "
        + ", ".join(f"{j[keadaan]} {sebut_status_kerja(keadaan)}" for keadaan in KEADAAN_RAD if j[keadaan])
        for k, j in jumlah.items()
    ]
    return _("Kegiatan RAD menurut keadaannya. {isi}.").format(isi="; ".join(isi))
