"""Draw how the points of every klaster move from the official result to each scenario.

One column per scenario, the official result at the left; like the live
pictures a template, so that panel and page show the same drawing.
"""

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.views.rupa.tampilan import Tampilan, potongan, tanpa_isi
from kla_lib.views.rupa.tema import WARNA_KLASTER

LEBAR, KIRI, KANAN = 760.0, 235.0, 170.0
TINGGI, JARAK = 280.0, 17.0
HURUF_KEPALA, BARIS_KEPALA, BARIS_TERBANYAK = 8.4, 16.0, 4
LANGKAH_BERNAMA = 90.0
"""Columns nearer than this are numbered: no name would fit above them."""


def html_lereng(resmi: Keadaan, nama: Sequence[str], hitung: Sequence[Keadaan]) -> Tampilan:
    """Return the slope chart with its description; a note instead where no points are recorded."""
    if resmi.hasil is None or not nama:
        return tanpa_isi(_("Nilai belum dicatat dalam buku data."))
    semua = [_poin(k) for k in (resmi, *hitung)]
    klaster = [k for k in semua[0] if all(s[k] == s[k] for s in semua)]
    if not klaster:
        return tanpa_isi(_("Poin per klaster belum dicatat."))
    nilai = [s[k] for s in semua for k in klaster]
    bawah, atas = min(nilai), max(nilai)
    langkah = (LEBAR - KIRI - KANAN) / (len(semua) - 1)
    x = [round(KIRI + langkah * n, 1) for n in range(len(semua))]
    kiri, kanan = (_berjarak({k: _y(s[k], bawah, atas) for k in klaster}) for s in (semua[0], semua[-1]))
    judul = {k: resmi.instrumen.klaster_of(k).sebutan_pendek for k in klaster}
    garis = [
        {
            "warna": WARNA_KLASTER[k],
            "titik": [(x[n], _y(s[k], bawah, atas)) for n, s in enumerate(semua)],
            "kiri": (kiri[k], f"{_pendek(judul[k], 24)} {format_angka(semua[0][k])}"),
            "kanan": (kanan[k], f"{format_angka(semua[-1][k])} {_pendek(judul[k], 12)}"),
        }
        for k in klaster
    ]
    bernomor = langkah < LANGKAH_BERNAMA
    di_atas = [str(n) for n in range(1, len(nama) + 1)] if bernomor else nama
    kepala = [(x[n], _lipat(t, langkah)) for n, t in enumerate([_("Resmi"), *di_atas])]
    atas_gambar = BARIS_KEPALA * max(len(baris) for _x, baris in kepala) + 18
    uraian = _uraian(judul, nama, semua)
    catatan = [f"{n} {t}" for n, t in enumerate(nama, 1)] if bernomor else []
    if any(k.simulasi for k in hitung):
        catatan.append(_("Skenario dengan bobot lain memakai skala simulasi."))
    return potongan(
        "skenario_lereng",
        uraian,
        lebar=LEBAR,
        tinggi=atas_gambar + TINGGI + 14,
        atas=atas_gambar,
        kepala=kepala,
        garis=garis,
        uraian=uraian,
        catatan=catatan,
    )


def _poin(k: Keadaan) -> dict[str, float]:
    if k.hasil is None:
        return {}
    return dict(zip(k.hasil.klaster["klaster"], k.hasil.klaster["nilai"].astype(float), strict=True))


def _y(nilai: float, bawah: float, atas: float) -> float:
    if atas == bawah:
        return TINGGI / 2
    return round(TINGGI * (atas - nilai) / (atas - bawah), 1)


def _berjarak(letak: Mapping[str, float]) -> dict[str, float]:
    """Return heights for labels that keep their order and never meet, each as near to its point as that allows.

    Labels that would meet share the room around their middle.
    """
    gugus: list[tuple[list[str], list[float]]] = []
    for k in sorted(letak, key=lambda k: letak[k]):
        gugus.append(([k], [letak[k]]))
        while len(gugus) > 1 and _ujung(gugus[-2])[1] + JARAK > _ujung(gugus[-1])[0]:
            nama, titik = gugus.pop()
            gugus[-1] = ([*gugus[-1][0], *nama], [*gugus[-1][1], *titik])
    hasil: dict[str, float] = {}
    for nama, titik in gugus:
        awal = _ujung((nama, titik))[0]
        hasil |= {k: round(awal + JARAK * n, 1) for n, k in enumerate(nama)}
    return hasil


def _ujung(gugus: tuple[list[str], list[float]]) -> tuple[float, float]:
    nama, titik = gugus
    separuh = JARAK * (len(nama) - 1) / 2
    tengah = sum(titik) / len(titik)
    return tengah - separuh, tengah + separuh


def _lipat(teks: str, lebar: float) -> list[str]:
    """Return a heading in lines that fit above its column; names break at their hyphens."""
    muat = max(6, int(min(lebar, 2 * KANAN) / HURUF_KEPALA))
    baris = wrap(teks, muat)
    return baris if len(baris) <= BARIS_TERBANYAK else [*baris[: BARIS_TERBANYAK - 1], "…"]


def _pendek(teks: str, muat: int) -> str:
    return teks if len(teks) <= muat else teks[: muat - 1] + "…"


def _uraian(judul: Mapping[str, str], nama: Sequence[str], semua: Sequence[Mapping[str, Any]]) -> str:
    isi = "; ".join(
        f"{judul[k]}: "
        + ", ".join(f"{n} {format_angka(s[k])}" for n, s in zip([_("tercatat"), *nama], semua, strict=True))
        for k in judul
    )
    return _("Poin per klaster, dari hasil tercatat ke tiap skenario. {isi}.").format(isi=isi)
