"""Draw the ruler: 0 to 1000 points, the categories, where the city's scores stand, and where they may end."""

from itertools import pairwise
from typing import Any

import altair as alt
import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.views.chart_perkiraan import (
    KAKI,
    lapisan_rentang,
    lapisan_titik,
    tinggi_titik,
    titik_perkiraan,
    uraian_perkiraan,
)
from kla_lib.views.konteks import Konteks
from kla_lib.views.tema import GARIS, LEBAR, WARNA_KATEGORI, Chart
from kla_lib.views.warna import TINTA

ATAS, BAWAH = 62, 84  # the band of categories, in pixels from the top
RUANG = 26  # what the bar of the forecast moves the band down
KOSONG = "lingkaran kosong"  # the mark of what is only there to compare with
NAMA = 48  # room for the names below the band


def chart_penggaris(konteks: Konteks) -> Chart:
    """Draw the scores of a meeting on the scale of the form, and the forecast where there is one.

    Without marks the ruler shows the categories alone.
    """
    maks, p = konteks.instrumen.kepala.nilai_maksimal, konteks.perkiraan
    atas, bawah = (ATAS, BAWAH) if p is None else (ATAS + RUANG, BAWAH + RUANG)
    pita, ambang, tanda = _pita(konteks, maks), _ambang(konteks, maks), _tanda(konteks)
    x = alt.Scale(domain=[0, maks], nice=False)
    dasar = alt.Chart(pita[["mulai", "akhir", "warna"]])
    lapisan: list[alt.Chart] = [
        dasar.mark_rect(stroke=GARIS, strokeWidth=0.6).encode(
            x=alt.X("mulai:Q", scale=x, axis=None),
            x2=alt.X2("akhir:Q"),
            y=alt.YValue(atas),
            y2=alt.Y2Value(bawah),
            color=alt.Color("warna:N", scale=None, legend=None),
        ),
        alt.Chart(ambang)
        .mark_text(baseline="top", fontSize=11)
        .encode(x=alt.X("nilai:Q", scale=x), y=alt.YValue(bawah + 5), text=alt.Text("teks:N")),
    ]
    for tingkat in (0, 1):
        lapisan.append(
            alt.Chart(pita.loc[pita["tingkat"] == tingkat, ["tengah", "nama"]])
            .mark_text(baseline="top", fontSize=12)
            .encode(x=alt.X("tengah:Q", scale=x), y=alt.YValue(bawah + 20 + 14 * tingkat), text=alt.Text("nama:N"))
        )
    for t in tanda.itertuples(index=False):
        lapisan += _lambang(t.nilai, t.teks, t.lambang, t.tinggi, t.kiri, x, bawah)
    tinggi, uraian = float(bawah + NAMA), _uraian(konteks, tanda)
    if p is not None:
        titik = titik_perkiraan(p, konteks.kategori, maks)
        lapisan += lapisan_rentang(p, x, atas - 10, maks) + lapisan_titik(titik, konteks.kategori, x, tinggi)
        tinggi += tinggi_titik(titik) + KAKI
        uraian += " " + uraian_perkiraan(p, titik, konteks.kategori)
    return alt.layer(*lapisan).properties(width=LEBAR, height=tinggi, description=uraian)


def _pita(konteks: Konteks, maks: float) -> pd.DataFrame:
    daftar = (konteks.resmi or konteks).kategori  # the scale itself carries the plain names
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


def _ambang(konteks: Konteks, maks: float) -> pd.DataFrame:
    nilai = [0.0, *(k.besaran for k in konteks.kategori.kategori), maks]
    return pd.DataFrame({"nilai": nilai, "teks": [format_angka(n).replace(".", "") for n in nilai]})


def _tanda(konteks: Konteks) -> pd.DataFrame:
    """Return the scores to mark: value, words, symbol, height of its label, and whether that stands at the left."""
    h = konteks.hasil
    isi = []
    if h is not None:
        isi.append((h.diklaim, f"{sebut_tahap_pendek(h.tahap)} {format_angka(h.diklaim)}", "circle", 14))
        if h.terdukung is not None:
            isi.append((h.terdukung, _("lengkap {nilai}").format(nilai=format_angka(h.terdukung)), "diamond", 32))
        if konteks.resmi is not None and konteks.resmi.hasil is not None:
            resmi = konteks.resmi.hasil.diklaim
            isi.append((resmi, _("tanpa skenario {nilai}").format(nilai=format_angka(resmi)), KOSONG, 50))
    tanda = pd.DataFrame(isi, columns=["nilai", "teks", "lambang", "tinggi"])
    # The lowest score is named at its left and the others at their right, as far as the page has room.
    ujung = 0.75 * konteks.instrumen.kepala.nilai_maksimal
    terendah = (tanda["nilai"] == tanda["nilai"].min()) & (tanda["nilai"] > ujung / 3) if len(tanda) > 1 else False
    return tanda.assign(kiri=terendah | (tanda["nilai"] > ujung))


def _lambang(
    nilai: float, teks: str, lambang: str, tinggi: int, kiri: bool, x: alt.Scale, bawah: int
) -> list[alt.Chart]:
    """Return a symbol with its label, and a line down to the scale."""
    dasar = alt.Chart(pd.DataFrame([{"nilai": nilai, "teks": teks}]))
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


def _uraian(konteks: Konteks, tanda: pd.DataFrame) -> str:
    ambang = ", ".join(f"{k.nama} {format_angka(k.besaran)}" for k in konteks.kategori.kategori)
    nilai = ", ".join(tanda["teks"]) if len(tanda) else _("nilai belum dicatat")
    return _("Penggaris nilai 0 sampai 1000. Ambang: {ambang}. Nilai: {nilai}.").format(ambang=ambang, nilai=nilai)
