"""Show the scores of all meetings side by side, meeting by meeting."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import altair as alt
import pandas as pd

from kla_lib.bahasa import _, format_angka, format_tanggal, gabung
from kla_lib.data.terbit.rapat import RapatTerbit
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.views.perkiraan.perkiraan import sebut_kisaran, sebut_puluhan
from kla_lib.views.rupa.susun import Gambar, lapis
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, paragraf, peringatan, potongan
from kla_lib.views.rupa.tema import GARIS, LEBAR, TINTA, TINTA_LEMAH, Chart

TINGGI = 150


def kelompok_rapat(daftar: Sequence[RapatTerbit]) -> list[list[RapatTerbit]]:
    """Return the meetings of each city and form that have scores of at least two days to compare."""
    berurut = sorted(daftar, key=lambda r: (r.nama, r.daerah, r.form, r.tanggal, r.id))
    semua = [list(isi) for _kunci, isi in groupby(berurut, key=lambda r: (r.daerah, r.form))]
    return [k for k in semua if len({r.tanggal for r in k if r.diklaim is not None}) > 1]


def chart_rapat(kelompok: Sequence[RapatTerbit]) -> Chart:
    """Draw the meetings of one city and form; a line joins only what was scored at one stage."""
    r = kelompok[0]
    data = pd.DataFrame([_titik(k) for k in kelompok])
    hari = sorted(set(data["hari"]))
    x = alt.X(
        "hari:T",
        scale=alt.Scale(type="utc", padding=44),
        axis=alt.Axis(title=None, grid=False, format="%-d %b %Y", values=hari, labelOverlap=True),
    )
    y: dict[str, Any] = {"scale": alt.Scale(domain=[0, r.maks], nice=False), "axis": alt.Axis(title=None, tickCount=5)}
    dasar = Gambar(data)
    lapisan = [
        dasar.transform_filter("isValid(datum.terendah)")
        .mark_rule(color=GARIS, strokeWidth=5)
        .encode(x=x, y=alt.Y("terendah:Q", **y), y2="tertinggi:Q"),
        dasar.transform_filter("isValid(datum.tengah)")
        .mark_tick(color=TINTA, thickness=2, width=14, orient="horizontal")
        .encode(x=x, y=alt.Y("tengah:Q", **y)),
    ]
    for kolom, lambang, putus in (("terdukung", "diamond", [4, 3]), ("diklaim", "circle", [1, 0])):
        milik = dasar.transform_filter(f"isValid(datum.{kolom})")
        y_kolom = alt.Y(f"{kolom}:Q", **y)
        lapisan += [
            milik.mark_line(color=TINTA, strokeWidth=1.5, strokeDash=putus).encode(x=x, y=y_kolom, detail="tahap:N"),
            milik.mark_point(color=TINTA, shape=lambang, size=80, filled=True, opacity=1).encode(x=x, y=y_kolom),
        ]
    judul = alt.TitleParams(
        _("{nama}, form {form}").format(nama=_nama(r), form=r.form),
        subtitle=[
            _("Lingkaran: nilai yang dicatat. Ketupat: berdokumen lengkap."),
            _("Batang: perkiraan nilai akhir, 9 dari 10 kemungkinan."),
            _("Garis pendek di batang: tengahnya."),
        ],
        subtitleFontSize=12,
        subtitleColor=TINTA_LEMAH,
        limit=LEBAR,
    )
    return lapis(*lapisan).properties(width=LEBAR - 40, height=TINGGI, title=judul, description=_uraian(kelompok))


def _titik(r: RapatTerbit) -> dict[str, Any]:
    return {
        "hari": f"{r.tanggal.isoformat()}T00:00:00Z",
        "tahap": r.tahap,
        **{k: getattr(r, k) for k in ("diklaim", "terdukung", "terendah", "tengah", "tertinggi")},
    }


def _nama(r: RapatTerbit) -> str:
    return _("{nama} (data buatan)").format(nama=r.nama) if r.contoh else r.nama


def _uraian(kelompok: Sequence[RapatTerbit]) -> str:
    """Return the chart in words, for whoever does not see it."""
    kosong = _("belum dicatat")
    isi = [
        _(
            "{tanggal} ({tahap}): dicatat {diklaim}, berdokumen lengkap {terdukung}, perkiraan nilai akhir {akhir}"
        ).format(
            tanggal=format_tanggal(r.tanggal),
            tahap=sebut_tahap_pendek(r.tahap),
            diklaim=kosong if r.diklaim is None else format_angka(r.diklaim),
            terdukung=kosong if r.terdukung is None else format_angka(r.terdukung),
            akhir=_("tidak ada")
            if r.terendah is None or r.tertinggi is None
            else sebut_kisaran(r.terendah, r.tertinggi),
        )
        for r in kelompok
    ]
    return _("Nilai {nama} dari rapat ke rapat, form {form}. {isi}.").format(
        nama=_nama(kelompok[0]), form=kelompok[0].form, isi="; ".join(isi)
    )


def kalimat_semua(daftar: Sequence[RapatTerbit]) -> Tampilan:
    """Return how many meetings of how many cities are published, and which is the last."""
    if not daftar:
        return paragraf(_("Belum ada rapat yang bisa ditampilkan."))
    akhir = max(daftar, key=lambda r: (r.tanggal, r.id))
    kalimat = _("{n} rapat dari {m} daerah; yang terakhir {rapat}, {tanggal}.").format(
        n=len(daftar), m=len({r.daerah for r in daftar}), rapat=akhir.id, tanggal=format_tanggal(akhir.tanggal)
    )
    return paragraf(kalimat)


def spanduk_semua(daftar: Sequence[RapatTerbit]) -> Tampilan:
    """Return the warning that some cities are generated; empty where none is."""
    buatan = sorted({r.nama for r in daftar if r.contoh})
    teks = [_("Data buatan, bukan daerah mana pun: {daftar}.").format(daftar=gabung(buatan))] if buatan else []
    return peringatan(*teks)


def tabel_semua(daftar: Sequence[RapatTerbit]) -> Tampilan:
    """Return every meeting with its three scores and a link to its index, by city, form and day."""
    kolom = [
        Kolom("rapat", _("Rapat")),
        Kolom("daerah", _("Daerah")),
        Kolom("tanggal", _("Tanggal")),
        Kolom("form", _("Form dan tahap")),
        Kolom("diklaim", _("Nilai yang dicatat"), angka=True),
        Kolom("terdukung", _("Berdokumen lengkap"), angka=True),
        Kolom("akhir", _("Perkiraan nilai akhir")),
    ]
    baris = [_baris(r) for r in daftar]
    teks = "\n".join(" | ".join(b[k.kunci] for k in kolom) for b in baris)
    return potongan(
        "semua_rapat", teks, judul=_("Semua rapat menurut daerah, form, dan tanggal"), kolom=kolom, baris=baris
    )


def pesan_gagal(gagal: Mapping[str, str]) -> Tampilan:
    """Return why some folders are not shown, and what to do; empty where all are."""
    sebab = {
        "belum": _("{folder}: belum punya ringkasan. Jalankan kla run untuk rapat itu."),
        "rusak": _("{folder}: berkasnya tidak utuh. Jalankan kla run lagi untuk rapat itu."),
        "lama": _("{folder}: dibuat buku kerja versi lama. Jalankan kla run lagi untuk rapat itu."),
    }
    kalimat = [sebab[s].format(folder=folder) for folder, s in gagal.items()]
    return paragraf(*kalimat)


def _baris(r: RapatTerbit) -> dict[str, Any]:
    return {
        "rapat": r.id,
        "tautan": f"{r.folder}/index.html",
        "daerah": _("{nama} (data buatan)").format(nama=r.nama) if r.contoh else r.nama,
        "tanggal": format_tanggal(r.tanggal),
        "form": f"{r.form}, {sebut_tahap_pendek(r.tahap)}",
        "diklaim": _angka(r.diklaim),
        "terdukung": _angka(r.terdukung),
        "akhir": _akhir(r),
    }


def _akhir(r: RapatTerbit) -> str:
    if r.terendah is None or r.tengah is None or r.tertinggi is None:
        return _("tidak diperkirakan")
    return _("{tengah} (9 dari 10 kemungkinan: {rentang})").format(
        tengah=sebut_puluhan(r.tengah), rentang=sebut_kisaran(r.terendah, r.tertinggi)
    )


def _angka(nilai: float | None) -> str:
    return _("belum dicatat") if nilai is None else format_angka(nilai)
