"""Draw points as bars in four parts: complete, thin, not recorded, still available.

Each part differs by pattern as well as by tone, so that it reads without
colour: solid, vertical hatching, dots, outline.
"""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import PENILAIAN
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.scoring.dokumen.status import BAGIAN, BELUM_DICATAT, KURANG, LENGKAP, SISA
from kla_lib.views.rupa.sebutan import dari, sebut_bagian
from kla_lib.views.rupa.susun import Gambar, lapis, susun_ke_bawah
from kla_lib.views.rupa.tampilan import tanpa_data
from kla_lib.views.rupa.tema import GARIS, LEBAR, TINTA_LEMAH, WARNA_KLASTER, Chart

TINGGI_BATANG = 14
TINGGI_BARIS = 46
KEPEKATAN = {LENGKAP: 1.0, KURANG: 0.35, BELUM_DICATAT: 0.2, SISA: 0.0}
POLA: dict[str, Any] = {
    KURANG: {"strokeWidth": TINGGI_BATANG, "strokeDash": [1.5, 4.5]},
    BELUM_DICATAT: {"strokeWidth": 3, "strokeDash": [0.01, 6], "strokeCap": "round"},
}


def chart_klaster(paket: Paket) -> Chart:
    """Draw the points of one klaster as a single bar."""
    if paket.bagian is None or paket.nilai is None:
        return tanpa_data(_("Nilai klaster ini belum dicatat."), PENILAIAN)
    baris = pd.DataFrame(
        [
            {
                "nama": paket.klaster.nama_pendek,
                "nilai": paket.nilai,
                "nilai_maksimal": paket.nilai_maksimal,
                **paket.bagian,
            }
        ]
    )
    return _chart(
        baris,
        [WARNA_KLASTER[paket.klaster.id]],
        _("Nilai {klaster}").format(klaster=paket.klaster.judul),
        paket.keadaan.rapat.tahap,
    )


def chart_nilai(paket: Paket) -> Chart:
    """Draw the points of every indikator of a klaster, all on one scale."""
    i = paket.indikator
    if i is None or i.empty or paket.nilai is None:
        return tanpa_data(_("Nilai per indikator tidak tersedia dalam buku data ini."), PENILAIAN)
    baris = i.assign(nama=i["indikator"] + "  " + i["nama_pendek"].map(_))
    return _chart(
        baris, [WARNA_KLASTER[paket.klaster.id]] * len(i), _("Nilai per indikator"), paket.keadaan.rapat.tahap
    )


def chart_semua_klaster(keadaan: Keadaan, klaster: Sequence[str] | None = None) -> Chart:
    """Draw the points of every klaster, or of those named by their ids, all on one scale."""
    if keadaan.hasil is None:
        return tanpa_data(_("Nilai belum dicatat dalam buku data."), PENILAIAN)
    k = keadaan.hasil.klaster
    k = k if klaster is None else k[k["klaster"].isin(klaster)]
    judul = [keadaan.instrumen.klaster_of(i).judul_pendek for i in k["klaster"]]
    return _chart(
        k.assign(nama=judul), [WARNA_KLASTER[i] for i in k["klaster"]], _("Nilai per klaster"), keadaan.rapat.tahap
    )


def _chart(baris: pd.DataFrame, warna: list[str], judul: str, tahap: str) -> Chart:
    """Return bars with a label above each, and a legend of the parts that occur."""
    baris = baris.reset_index(drop=True).assign(warna=warna, urut=range(len(baris)))
    maks = float(baris["nilai_maksimal"].max())
    potong = _potongan(baris)
    # Sizes are given to the makers, since every later method copies all layers of the chart.
    badan = lapis(
        *_lapisan(potong, maks, len(baris)),
        *_label(baris, maks),
        width=LEBAR,
        height=TINGGI_BARIS * len(baris),
    )
    ada = [b for b in BAGIAN if (potong["bagian"] == b).any()]
    warna_legenda = warna[0] if len(set(warna)) == 1 else TINTA_LEMAH
    return susun_ke_bawah(
        badan,
        _legenda([(b, sebut_bagian(b, tahap)) for b in ada], warna_legenda),
        spacing=4,
        resolve=alt.Resolve(scale=alt.ScaleResolveMap(x="independent", y="independent")),
        description=_uraian(baris, judul, tahap),
    )


def _potongan(baris: pd.DataFrame) -> pd.DataFrame:
    """Return one row per bar and part: where it starts and ends on the scale."""
    isi = []
    for r in baris.itertuples(index=False):
        mulai = 0.0
        for bagian in BAGIAN:
            panjang = float(getattr(r, bagian)) if pd.notna(r.nilai) or bagian == SISA else 0.0
            if panjang > 1e-9:
                isi.append(
                    {"urut": r.urut, "bagian": bagian, "mulai": mulai, "akhir": mulai + panjang, "warna": r.warna}
                )
            mulai += panjang
    return pd.DataFrame(isi, columns=["urut", "bagian", "mulai", "akhir", "warna"])


def _lapisan(potong: pd.DataFrame, maks: float, banyak: int) -> list[Chart]:
    """Return the layers of the bars; `maks` is the right end of the scale.

    Hatches and dots are dashed lines along the bar: as wide as the bar, or
    thin with round ends; in ink, because the lighter colours do not stand out
    from their own tint.
    """
    x = alt.X("mulai:Q", scale=alt.Scale(domain=[0, maks], nice=False), axis=None)
    y = alt.Y("urut:O", axis=None, scale=alt.Scale(domain=list(range(banyak)), paddingInner=0, paddingOuter=0))
    warna = alt.Color("warna:N", scale=None, legend=None)
    tempat = potong[["urut", "mulai", "akhir", "warna"]]
    batang = Gambar(tempat.assign(kepekatan=potong["bagian"].map(KEPEKATAN)))
    lapisan = [
        batang.mark_bar(size=TINGGI_BATANG, yOffset=8, stroke=GARIS, strokeWidth=0.8).encode(
            y=y,
            x=x,
            x2=alt.X2("akhir:Q"),
            color=warna,
            fillOpacity=alt.FillOpacity("kepekatan:Q", scale=None, legend=None),
        )
    ]
    for bagian, garis in POLA.items():
        milik = tempat[potong["bagian"] == bagian].drop(columns="warna")
        if len(milik):
            lapisan.append(
                Gambar(milik).mark_rule(yOffset=8, color=TINTA_LEMAH, **garis).encode(y=y, x=x, x2=alt.X2("akhir:Q"))
            )
    return lapisan


def _label(baris: pd.DataFrame, maks: float) -> list[Chart]:
    """Return the name at the left and the points at the right above each bar."""
    nilai = [
        dari(r.nilai, r.nilai_maksimal) if pd.notna(r.nilai) else _("belum dinilai")
        for r in baris.itertuples(index=False)
    ]
    data = baris[["urut", "nama"]].assign(nilai=nilai, kiri=0.0, kanan=maks)
    y = alt.Y("urut:O", axis=None)
    x = alt.Scale(domain=[0, maks], nice=False)
    nama = (
        Gambar(data)
        .mark_text(align="left", baseline="bottom", dy=-3, fontSize=13, limit=LEBAR - 90)
        .encode(y=y, x=alt.X("kiri:Q", scale=x, axis=None), text=alt.Text("nama:N"))
    )
    angka = (
        Gambar(data)
        .mark_text(align="right", baseline="bottom", dy=-3, fontSize=13, fontWeight=600)
        .encode(y=y, x=alt.X("kanan:Q", scale=x, axis=None), text=alt.Text("nilai:N"))
    )
    return [nama, angka]


def _legenda(bagian: list[tuple[str, str]], warna: str) -> Chart:
    """Return a small legend, two entries a row, drawn with the same patterns."""
    kolom = LEBAR / 2
    baris = pd.DataFrame(
        [
            {
                "urut": n // 2,
                "bagian": b,
                "mulai": kolom * (n % 2),
                "akhir": kolom * (n % 2) + 26,
                "warna": warna,
                "nama": nama_bagian,
                "x": kolom * (n % 2) + 32,
            }
            for n, (b, nama_bagian) in enumerate(bagian)
        ]
    )
    banyak = int(baris["urut"].max()) + 1
    nama = (
        Gambar(baris[["urut", "nama", "x"]])
        .mark_text(align="left", baseline="middle", yOffset=8)
        .encode(
            y=alt.Y("urut:O", axis=None),
            x=alt.X("x:Q", scale=alt.Scale(domain=[0, LEBAR], nice=False), axis=None),
            text=alt.Text("nama:N"),
        )
    )
    potong = baris[["urut", "bagian", "mulai", "akhir", "warna"]]
    return lapis(*_lapisan(potong, LEBAR, banyak), nama, width=LEBAR, height=24 * banyak)


def _uraian(baris: pd.DataFrame, judul: str, tahap: str) -> str:
    """Return the chart in words, for whoever does not see it."""
    isi = []
    for r in baris.itertuples(index=False):
        if pd.isna(r.nilai):
            isi.append(_("{nama}: belum dinilai").format(nama=r.nama))
            continue
        rincian = ", ".join(
            f"{sebut_bagian(b, tahap)} {format_angka(getattr(r, b))}" for b in BAGIAN if round(getattr(r, b), 2) > 0
        )
        isi.append(f"{r.nama}: {dari(r.nilai, r.nilai_maksimal)} ({rincian})")
    return f"{judul}. " + "; ".join(isi) + "."
