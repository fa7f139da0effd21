"""Draw what a chance costs: the cheapest choice for each level of chance, with the meeting's plan marked."""

from math import ceil
from typing import Any

import altair as alt
import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.rencana import Kurva, Tingkat
from kla_lib.scoring.perkiraan.peluang import PELUANG_TERKECIL
from kla_lib.scoring.rencana.rencana import Rencana
from kla_lib.views.perkiraan.perkiraan import kosong_perkiraan, sebut_dari_seratus
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rencana.kalimat_rencana import sebut_rupiah
from kla_lib.views.rupa.susun import Gambar, lapis
from kla_lib.views.rupa.tampilan import Tampilan, paragraf, tanpa_isi
from kla_lib.views.rupa.tema import LEBAR, TINTA, Chart

KECIL = 0.005
"""A rise of a chance below it is called none."""


def kalimat_biaya_peluang(keadaan: Keadaan) -> Tampilan:
    """Return what `chart_biaya_peluang` shows in sentences; nothing where it has nothing to draw."""
    rencana = keadaan.rencana
    if rencana is None or rencana.kurva is None or rencana.kurva.mendatar:
        return Tampilan("", "")
    return paragraf(*kalimat_kurva(rencana.lengkap, rencana.kurva))


def kalimat_kurva(r: Rencana, kurva: Kurva) -> list[str]:
    """Return what the plan does to the chance, and what eight and nine out of ten would cost."""
    nama = kurva.kategori.nama
    kalimat = []
    if kurva.kategori.id != r.sasaran.id:
        pola = (
            _("Karena peluang {sasaran} kurang dari {batas}, biaya dan peluang diukur pada {kategori}.")
            if r.em_cukup
            else _("Karena {sasaran} belum terjangkau, biaya dan peluang diukur pada {kategori}.")
        )
        batas = sebut_dari_seratus(PELUANG_TERKECIL)
        kalimat.append(pola.format(sasaran=r.sasaran.nama, kategori=nama, batas=batas))
    if r.kegiatan:
        kalimat.append(_sebut_naik(r, kurva))
    kalimat += [_sebut_tingkat(kurva, t) for t in _tingkat_penting(r, kurva)]
    if not kurva.terbukti:
        kalimat.append(_("Biaya dan peluang ini belum terbukti yang terbaik: pencarian berhenti pada batasnya."))
    return kalimat


def _sebut_naik(r: Rencana, kurva: Kurva) -> str:
    """Return what the plan adds to the chance; the chance itself where the plan's sentence does not say it."""
    naik = kurva.peluang.besaran - kurva.tanpa_kegiatan
    sama = kurva.kategori.id == r.sasaran.id
    if naik < KECIL:
        pola = (
            _("Rencana ini hampir tidak mengubah peluang {kategori}.")
            if sama
            else _("Rencana ini hampir tidak mengubah peluang {kategori}: {peluang}.")
        )
    else:
        pola = (
            _("Tanpa rencana ini peluang {kategori} {tanpa}.")
            if sama
            else _("Rencana ini menaikkan peluang {kategori} dari {tanpa} menjadi {peluang}.")
        )
    return pola.format(
        kategori=kurva.kategori.nama,
        tanpa=sebut_peluang(kurva.tanpa_kegiatan),
        peluang=sebut_peluang(kurva.peluang.besaran, kurva.rentang),
    )


def _tingkat_penting(r: Rencana, kurva: Kurva) -> list[Tingkat]:
    """Return the levels to speak of: not the plan's own, and none above one that is out of reach."""
    terjangkau = [t for t in kurva.tingkat if t.banyak is not None]
    penting = [*terjangkau, *kurva.tingkat[len(terjangkau) : len(terjangkau) + 1]]
    sendiri = r.diminta if kurva.kategori.id == r.sasaran.id else None
    return [t for t in penting if t.diminta != sendiri]


def _sebut_tingkat(kurva: Kurva, t: Tingkat) -> str:
    isi = {
        "kategori": kurva.kategori.nama,
        "diminta": format_angka(10 * t.diminta, 0),
        "tertinggi": _sebut_tertinggi(kurva.kemungkinan.tertinggi, t.diminta),
    }
    if t.banyak is None:
        return _(
            "Tidak ada pilihan kegiatan tercatat yang membuat peluang {kategori} {diminta} dari 10; "
            "yang tertinggi {tertinggi}."
        ).format(**isi)
    if not t.banyak:
        return _("Peluang {kategori} {diminta} dari 10 sudah ada tanpa kegiatan.").format(**isi)
    isi |= {"biaya": sebut_rupiah(t.biaya), "n": str(t.banyak), "peluang": sebut_peluang(t.peluang)}
    if kurva.tanpa_biaya:
        return _(
            "Pilihan termurah untuk peluang {kategori} {diminta} dari 10: {n} kegiatan (pada undian baru {peluang})."
        ).format(**isi)
    return _(
        "Pilihan termurah untuk peluang {kategori} {diminta} dari 10: {n} kegiatan, {biaya} "
        "(pada undian baru {peluang})."
    ).format(**isi)


def _sebut_tertinggi(tertinggi: float, diminta: float) -> str:
    """Return the largest chance there is; one that would be said with the words of the chance asked for is near it."""
    kata = sebut_peluang(tertinggi)
    return _("sedikit di bawah itu") if kata == sebut_peluang(diminta) else kata


TINGGI = 200
JUTA = 1e6
GARIS_KURVA = "#0B5394"
SUMBU_TERPENDEK = 1.0  # a million rupiah, or one action: where every choice is free


def chart_biaya_peluang(keadaan: Keadaan) -> Chart:
    """Draw the chance of the target against cost; of the category that the page watches where it is out of reach.

    Where no recorded action raises the chance there is nothing to draw, and a sentence says so.
    """
    rencana = keadaan.rencana
    if rencana is None or rencana.kurva is None:
        return kosong_perkiraan(keadaan)
    kurva = rencana.kurva
    if kurva.mendatar:
        return tanpa_isi(
            _("Tidak ada kegiatan tercatat yang menaikkan peluang {kategori}, jadi tidak ada kurva biaya.").format(
                kategori=kurva.kategori.nama
            )
        )
    titik = _titik(kurva)
    lapisan = [*_lapisan_kurva(titik, kurva), *_lapisan_rencana(kurva, float(titik["biaya"].max()))]
    pola = _("Peluang {kategori} menurut banyaknya kegiatan")
    if not kurva.tanpa_biaya:
        pola = _("Peluang {kategori} menurut biaya kegiatan")
    taksiran = _taksiran(kurva, rencana.lengkap)
    return lapis(*lapisan).properties(
        width=LEBAR - 40,
        height=TINGGI,
        title=alt.Title(pola.format(kategori=kurva.kategori.nama), subtitle=[taksiran] if taksiran else []),
        description=" ".join(t for t in (_uraian(kurva), taksiran) if t),
    )


def _taksiran(kurva: Kurva, rencana: Rencana) -> str:
    """Return how much of the plan's cost on the curve is no recorded amount; nothing where all is recorded."""
    lebih = 0.0 if kurva.tanpa_biaya else kurva.biaya - rencana.biaya
    if lebih < 1:
        return ""
    return _("Dengan taksiran {rupiah} untuk {n} kegiatan.").format(
        rupiah=sebut_rupiah(lebih), n=rencana.tanpa_anggaran
    )


def _titik(kurva: Kurva) -> pd.DataFrame:
    """Return the curve with chances out of ten, and cost in millions of rupiah or as a number of actions."""
    satuan = _satuan(kurva)
    return pd.DataFrame(
        {
            "biaya": [b / satuan for b, _p in kurva.kemungkinan.kurva],
            "peluang": [10 * p for _b, p in kurva.kemungkinan.kurva],
        }
    )


def _satuan(kurva: Kurva) -> float:
    return 1.0 if kurva.tanpa_biaya else JUTA


def _sumbu(kurva: Kurva, ujung: float) -> tuple[alt.X, alt.Y]:
    """Return the axes; both begin at zero."""
    tertinggi = max(kurva.peluang.besaran, *(p for _b, p in kurva.kemungkinan.kurva))
    atas = min(10, max(2, ceil(10 * tertinggi + 0.5)))
    judul = _("Banyaknya kegiatan") if kurva.tanpa_biaya else _("Biaya (juta rupiah)")
    x = alt.X(
        "biaya:Q", scale=alt.Scale(domain=[0, ujung], nice=True), axis=alt.Axis(title=judul, tickCount=5, grid=False)
    )
    nilai = list(range(atas + 1)) if atas <= 6 else list(range(0, atas + 1, 2))
    y = alt.Y(
        "peluang:Q",
        scale=alt.Scale(domain=[0, atas], nice=False),
        axis=alt.Axis(title=_("Peluang (dari 10)"), values=nilai, format="d"),
    )
    return x, y


def _lapisan_kurva(titik: pd.DataFrame, kurva: Kurva) -> list[Gambar]:
    """Return the steps: between two choices the chance is that of the cheaper one."""
    ujung = max(float(titik["biaya"].max()), kurva.biaya / _satuan(kurva), SUMBU_TERPENDEK)
    x, y = _sumbu(kurva, ujung)
    garis = pd.concat([titik, titik.tail(1).assign(biaya=ujung)], ignore_index=True).assign(urut=range(len(titik) + 1))
    awal = titik.head(1).assign(kata=_("tanpa kegiatan"))
    return [
        Gambar(garis)
        .mark_line(interpolate="step-after", color=GARIS_KURVA, strokeWidth=2)
        .encode(x=x, y=y, order=alt.Order("urut:Q")),
        Gambar(titik).mark_point(filled=True, size=40, color=GARIS_KURVA, opacity=1).encode(x=x, y=y),
        Gambar(awal)
        .mark_text(align="left", baseline="top", dx=6, dy=5, fontSize=12)
        .encode(x=x, y=y, text=alt.Text("kata:N")),
    ]


def _lapisan_rencana(kurva: Kurva, ujung: float) -> list[Gambar]:
    """Return the mark of the meeting's plan with its name."""
    biaya = kurva.biaya / _satuan(kurva)
    x, y = _sumbu(kurva, max(ujung, biaya, SUMBU_TERPENDEK))
    dasar = Gambar(pd.DataFrame([{"biaya": biaya, "peluang": 10 * kurva.peluang.besaran, "kata": _("rencana ini")}]))
    rata: Any = "right" if biaya > max(ujung, biaya) / 2 else "left"
    return [
        dasar.mark_point(shape="diamond", filled=True, size=150, color=TINTA, opacity=1).encode(x=x, y=y),
        dasar.mark_text(align=rata, baseline="bottom", dy=-9, fontSize=13, fontWeight=600).encode(
            x=x, y=y, text=alt.Text("kata:N")
        ),
    ]


def _uraian(kurva: Kurva) -> str:
    """Return the chart in words, for whoever does not see it."""
    biaya = dict(kurva.kemungkinan.kurva)  # of the choices with the same cost the best one is left
    isi = [f"{_sebut_biaya(kurva, b)}: {sebut_dari_seratus(p)}" for b, p in biaya.items() if p != kurva.tanpa_kegiatan]
    return _(
        "Peluang {kategori} pada undian baru, dengan pilihan termurah untuk tiap tingkat. "
        "{isi}. Rencana ini: {biaya}, {peluang}."
    ).format(
        kategori=kurva.kategori.nama,
        isi="; ".join([_("Tanpa kegiatan: {k}").format(k=sebut_dari_seratus(kurva.tanpa_kegiatan)), *isi]),
        biaya=_sebut_biaya(kurva, kurva.biaya),
        peluang=sebut_peluang(kurva.peluang.besaran, kurva.rentang),
    )


def _sebut_biaya(kurva: Kurva, biaya: float) -> str:
    return _("{n} kegiatan").format(n=format_angka(biaya, 0)) if kurva.tanpa_biaya else sebut_rupiah(biaya)
