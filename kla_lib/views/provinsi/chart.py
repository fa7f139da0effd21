"""Draw many regions as small multiples: one panel per group, all on one scale."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.provinsi import KeadaanProvinsi
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.scoring.provinsi.klaim import KlaimKlaster
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah
from kla_lib.views.perkiraan.perkiraan import sebut_kisaran, sebut_puluhan
from kla_lib.views.provinsi.kalimat import nama_tingkat, tingkat_tengah
from kla_lib.views.rupa.susun import Gambar, lapis, susun_ke_bawah
from kla_lib.views.rupa.tampilan import tanpa_isi
from kla_lib.views.rupa.tema import GARIS, LEBAR, TINTA, TINTA_LEMAH, WARNA_SERI, Chart

BARIS, NAMA, NAMA_TINGKAT = 20, 132, 200
"""Pixels of one region's row, of the names of regions before it, and of the names of categories."""
TERANG = "#B7D3E9"


def chart_posisi(k: KeadaanProvinsi) -> Chart:
    """Draw the panels of `panel_posisi` as one chart."""
    panel = panel_posisi(k)
    if not panel:
        return tanpa_isi(_("Belum ada daerah yang nilai akhirnya bisa diperkirakan."))
    return susun_ke_bawah(*panel, description=" ".join(p.description for p in panel))


def panel_posisi(k: KeadaanProvinsi) -> list[Chart]:
    """Draw where each region stands and may end, one panel for each category that the middle of the forecast lies in.

    The best category first; within it by name, so that the order of the rows says nothing.
    """
    panel = []
    for tingkat in reversed(k.kategori.urutan):
        milik = [d for d in k.diramal if tingkat_tengah(k, d) == tingkat]
        if milik:
            judul = _("{n} daerah: {kategori}").format(kategori=nama_tingkat(k, tingkat), n=len(milik))
            panel.append(_panel_posisi(k, milik, judul))
    return panel


def _panel_posisi(k: KeadaanProvinsi, daerah: Sequence[RingkasDaerah], judul: str) -> Chart:
    data = pd.DataFrame([_titik(d) for d in daerah])
    tepi = [x.besaran for x in k.kategori.kategori]
    semua = [v for d in k.diramal if d.perkiraan for v in (d.perkiraan.p05, d.perkiraan.p95, d.diklaim)]
    maks = sum(x.nilai_maksimal for x in k.instrumen.klaster)
    x: dict[str, Any] = {"scale": alt.Scale(domain=[np.floor(min(semua) / 100) * 100, maks], nice=False)}
    sumbu = alt.Axis(title=None, values=tepi, grid=True, gridDash=[2, 2], gridColor=GARIS, format="~r", domain=False)
    y = _baris_nama(data)
    dasar = Gambar(data)
    kosong = alt.value("#FFFFFF")
    return lapis(
        dasar.mark_rule(color=TINTA_LEMAH, strokeWidth=1.5).encode(x=alt.X("p05:Q", axis=sumbu, **x), x2="p95:Q", y=y),
        dasar.mark_rule(color=TERANG, strokeWidth=9).encode(x=alt.X("p25:Q", **x), x2="p75:Q", y=y),
        dasar.mark_tick(color=TINTA, thickness=2, height=11).encode(x=alt.X("p50:Q", **x), y=y),
        dasar.mark_point(shape="circle", size=36, opacity=1, stroke=TINTA, strokeWidth=1.2).encode(
            x=alt.X("diklaim:Q", **x), y=y, fill=kosong
        ),
    ).properties(
        width=LEBAR - NAMA, height=BARIS * len(daerah), title=_judul(judul), description=_uraian_posisi(daerah, judul)
    )


def _titik(d: RingkasDaerah) -> dict[str, Any]:
    p = d.perkiraan
    if p is None:
        raise ValueError("no forecast, so nothing to draw")
    return {"nama": d.nama, "diklaim": d.diklaim, **{n: getattr(p, n) for n in ("p05", "p25", "p50", "p75", "p95")}}


def _baris_nama(data: pd.DataFrame, lebar: int = NAMA) -> alt.Y:
    return alt.Y(
        "nama:N",
        sort=list(data["nama"]),
        axis=alt.Axis(
            title=None,
            domain=False,
            ticks=False,
            labelLimit=lebar - 10,
            labelColor=TINTA,
            minExtent=lebar - 8,
            maxExtent=lebar - 8,
        ),
    )


def _judul(teks: str) -> alt.TitleParams:
    return alt.TitleParams(teks, limit=LEBAR, anchor="start", frame="bounds", offset=4)


def _uraian_posisi(daerah: Sequence[RingkasDaerah], judul: str) -> str:
    isi = [
        _("{nama}: dicatat {nilai}, perkiraan {tengah} ({rentang})").format(
            nama=d.nama,
            nilai=format_angka(d.diklaim),
            tengah=sebut_puluhan(d.perkiraan.p50),
            rentang=sebut_kisaran(d.perkiraan.p05, d.perkiraan.p95),
        )
        for d in daerah
        if d.perkiraan is not None
    ]
    return f"{judul}. {'; '.join(isi)}."


def chart_peringkat(k: KeadaanProvinsi) -> Chart:
    """Draw between which ranks each region lies, by name: under the forecast, and under other weights."""
    r, b = k.peringkat, k.peringkat_bobot
    if r is None:
        return tanpa_isi(_("Rentang peringkat perlu dua daerah yang diperkirakan."))
    data = pd.DataFrame(
        {"id": [d.id for d in k.diramal], "nama": [d.nama for d in k.diramal], "a": r.rendah, "b": r.tinggi}
    )
    bobot = pd.DataFrame({"id": [d.id for d in k.lengkap_klaster]}).assign(
        c=np.nan if b is None else b.rendah, d=np.nan if b is None else b.tinggi
    )
    data = data.merge(bobot, on="id", how="left")
    skala = alt.Scale(domain=[0.5, max(len(k.diramal), len(k.lengkap_klaster)) + 0.5], nice=False)
    sumbu = alt.Axis(title=_("peringkat"), orient="top", format="~r", tickMinStep=1, gridColor="#E5E5E5")
    y = _baris_nama(data)
    # A range is drawn over the whole width of its ranks, so that a single one is seen too.
    dasar = Gambar(data.assign(a=data["a"] - 0.5, b=data["b"] + 0.5, c=data["c"] - 0.3, d=data["d"] + 0.3))
    uraian = [_("{nama}: {a} sampai {b}").format(nama=x["nama"], a=x["a"], b=x["b"]) for x in data.to_dict("records")]
    return lapis(
        dasar.mark_rule(color=TERANG, strokeWidth=11).encode(x=alt.X("a:Q", scale=skala, axis=sumbu), x2="b:Q", y=y),
        dasar.transform_filter("isValid(datum.c)")
        .mark_rule(color=TINTA, strokeWidth=2.5)
        .encode(x=alt.X("c:Q", scale=skala), x2="d:Q", y=y),
    ).properties(
        width=LEBAR - NAMA,
        height=BARIS * len(data),
        description=_("Rentang peringkat menurut perkiraan nilai akhir. {isi}.").format(isi="; ".join(uraian)),
    )


def chart_klaim(k: KeadaanProvinsi) -> Chart:
    """Draw claimed and verified shares, one panel per klaster: half of the regions as a bar, the middle as a line."""
    ada = [x for x in k.klaim if not np.isnan(x.klaim).all()]
    if not ada:
        return tanpa_isi(_("Belum ada nilai evaluasi mandiri."))
    panel = [_panel_klaim(k, x, x is ada[-1]) for x in ada]
    return susun_ke_bawah(*panel, spacing=6, description=_uraian_klaim(k, ada))


def _panel_klaim(k: KeadaanProvinsi, x: KlaimKlaster, akhir: bool) -> Chart:
    baris = [(_("diklaim"), x.klaim), (_("diverifikasi"), x.periksa)]
    ada = [(nama, *(100 * np.nanquantile(isi, (0.25, 0.5, 0.75)))) for nama, isi in baris if not np.isnan(isi).all()]
    data = pd.DataFrame(ada, columns=["nama", "p25", "p50", "p75"])
    skala, judul = alt.Scale(domain=[0, 100], nice=False), _("% dari nilai maksimal") if akhir else None
    sumbu = alt.Axis(title=judul, labels=akhir, ticks=akhir, domain=False, tickCount=5)
    y, dasar, warna = _baris_nama(data), Gambar(data), WARNA_SERI[x.klaster]
    return lapis(
        dasar.mark_rule(color=warna, opacity=0.35, strokeWidth=10).encode(
            x=alt.X("p25:Q", scale=skala, axis=sumbu), x2="p75:Q", y=y
        ),
        dasar.mark_tick(color=warna, thickness=3, height=14).encode(x=alt.X("p50:Q", scale=skala), y=y),
    ).properties(
        width=LEBAR - NAMA, height=BARIS * len(data), title=_judul(k.instrumen.klaster_of(x.klaster).nama_pendek)
    )


def _uraian_klaim(k: KeadaanProvinsi, ada: Sequence[KlaimKlaster]) -> str:
    isi = [
        _("{klaster}: diklaim {a} %, diverifikasi {b} %").format(
            klaster=k.instrumen.klaster_of(x.klaster).nama_pendek,
            a=format_angka(100 * float(np.nanmedian(x.klaim)), 0),
            b="–" if np.isnan(x.periksa).all() else format_angka(100 * float(np.nanmedian(x.periksa)), 0),
        )
        for x in ada
    ]
    return _("Bagian nilai maksimal yang diklaim dan diverifikasi, daerah di tengah. {isi}.").format(isi="; ".join(isi))


def chart_tingkat(k: KeadaanProvinsi) -> Chart:
    """Draw how many regions are likely to end in each category, without their names."""
    if not k.diramal:
        return tanpa_isi(_("Belum ada daerah yang nilai akhirnya bisa diperkirakan."))
    data = pd.DataFrame(_per_tingkat(k, k.kategori))
    y, dasar = _baris_nama(data, NAMA_TINGKAT), Gambar(data)
    uraian = gabung([_("{nama} {n}").format(nama=b["nama"], n=b["kata"]) for b in data.to_dict("records")])
    sumbu = alt.X("n:Q", axis=None, scale=alt.Scale(domain=[0, len(k.diramal)], nice=False))
    return lapis(
        dasar.mark_bar(color=TERANG, height=14).encode(x=sumbu, y=y),
        dasar.mark_text(align="left", dx=4).encode(x=sumbu, y=y, text="kata:N"),
    ).properties(
        width=LEBAR - NAMA_TINGKAT - 20,
        height=(BARIS + 4) * len(data),
        description=_("Kira-kira banyak daerah per kategori: {isi}.").format(isi=uraian),
    )


def _per_tingkat(k: KeadaanProvinsi, kategori: DaftarKategori) -> list[dict[str, Any]]:
    """Return for each category the regions that are expected in it: the sum of their chances."""
    isi = []
    for t in reversed(kategori.urutan):
        n = sum(d.perkiraan.peluang[t] for d in k.diramal if d.perkiraan is not None)
        isi.append({"nama": nama_tingkat(k, t), "n": n, "kata": format_angka(n, 0)})
    return isi
