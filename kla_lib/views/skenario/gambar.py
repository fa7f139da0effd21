"""Draw the live pictures of a scenario: the ruler, and the points before and after.

They are templates with the drawing inside, not altair charts: with every move
of a slider a chart would cost 90 ms to build, check and serialise and 35 ms to
draw, all live pieces together about 6.5 ms; slider to pixels has to fit into 200 ms.
The ruler's marks: what is official stands hollow and never goes away, what
the scenario gives stands filled.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.perkiraan.perkiraan import Perkiraan
from kla_lib.views.perkiraan.perkiraan import sebut_kisaran, sebut_puluhan
from kla_lib.views.rupa.sebutan import dari
from kla_lib.views.rupa.tampilan import potongan, tanpa_isi
from kla_lib.views.rupa.tema import WARNA_KATEGORI, WARNA_KLASTER
from kla_lib.views.skenario.kalimat import kategori_form, membaca_prioritas

LEBAR_GARIS = 660.0
TEPI = 20.0
BARIS = 19.0
KOLOM = ("klaster", "indikator", "nama_pendek", "nilai", "nilai_maksimal")

HURUF = 9.0
"""About the width of a letter of a label in pixels, rather too wide than too narrow."""


@dataclass(frozen=True)
class _Tanda:
    """A mark of the ruler; kanan: on which side of it the label stands, where there is room."""

    nilai: float
    teks: str
    bentuk: str
    resmi: bool
    kanan: bool


def html_gaya() -> str:
    """Return the style of everything that this package draws; a panel needs it once."""
    return potongan("skenario_gaya", "").html


def html_penggaris(keadaan: Keadaan) -> str:
    """Return the ruler with the categories, the official scores as hollow marks, the scenario's, and both ranges.

    Read as priorities the scenario has no place on it: only the official marks stand.
    """
    if keadaan.hasil is None:
        return tanpa_isi(_("Nilai belum dicatat dalam buku data.")).html
    resmi = keadaan.resmi or keadaan
    baru = resmi if membaca_prioritas(keadaan) else keadaan
    maks = keadaan.instrumen.kepala.nilai_maksimal
    tanda = _letak(_tanda(resmi, baru), maks)
    atas = BARIS * (1 + max(t["baris"] for t in tanda)) + 14
    rentang = _rentang(resmi, baru)
    return potongan(
        "skenario_penggaris",
        "",
        lebar=LEBAR_GARIS + 2 * TEPI,
        tinggi=atas + 54 + 34 * len(rentang),
        atas=atas,
        pita=_pita(keadaan, maks),
        ambang=[(_x(n, maks), format_angka(n, 0).replace(".", "")) for n in _tepi(keadaan, maks)],
        tanda=tanda,
        rentang=[_letak_rentang(p, teks, n, maks, lama) for n, (p, teks, lama) in enumerate(rentang)],
        uraian=_uraian(keadaan, [t["teks"] for t in tanda], rentang),
        catatan=_catatan(keadaan),
    ).html


def html_klaster(keadaan: Keadaan, buka: str | None) -> str:
    """Return the points of every klaster before and after, and those of the indikator of the opened one.

    buka: a klaster's id, or None.  Bars of klaster share one scale, those of the indikator another.
    """
    if keadaan.hasil is None:
        return ""
    lama = keadaan.resmi.hasil if keadaan.resmi is not None and keadaan.resmi.hasil is not None else keadaan.hasil
    baru = keadaan.hasil
    skala = _terbesar([lama.klaster, baru.klaster])
    baris: list[dict[str, Any]] = []
    for a, b in _pasangan(lama.klaster, baru.klaster):
        nama = keadaan.instrumen.klaster_of(b.klaster).judul_pendek
        baris.append(_baris(nama, a, b, skala, WARNA_KLASTER[b.klaster], False, keadaan.simulasi))
        if b.klaster == buka:
            baris += _anak(lama, baru, b.klaster, keadaan.simulasi)
    return potongan(
        "skenario_klaster", "", baris=baris, simulasi=keadaan.simulasi, ada_anak=any(b["anak"] for b in baris)
    ).html


def _anak(lama: Hasil, baru: Hasil, klaster: str, simulasi: bool) -> list[dict[str, Any]]:
    a, b = (h.indikator[h.indikator["klaster"] == klaster] for h in (lama, baru))
    skala = _terbesar([a, b])
    return [
        _baris(f"{y.indikator} {_(y.nama_pendek)}", x, y, skala, WARNA_KLASTER[klaster], True, simulasi)
        for x, y in _pasangan(a, b)
    ]


def _pasangan(lama: pd.DataFrame, baru: pd.DataFrame) -> Iterator[tuple[Any, Any]]:
    """Return the rows of two tables side by side, with only the columns that a bar needs."""
    kolom = [k for k in KOLOM if k in lama]
    return zip(lama[kolom].itertuples(index=False), baru[kolom].itertuples(index=False), strict=True)


def _terbesar(tabel: Sequence[Any]) -> float:
    return max((float(t["nilai_maksimal"].max()) for t in tabel if len(t)), default=1.0)


def _baris(nama: str, lama: Any, baru: Any, skala: float, warna: str, anak: bool, simulasi: bool) -> dict[str, Any]:
    selisih = round(float(baru.nilai) - float(lama.nilai), 2)
    return {
        "nama": nama,
        "anak": anak,
        "warna": warna,
        "maks": _persen(baru.nilai_maksimal, skala),
        "lama": _persen(lama.nilai, skala),
        "baru": _persen(baru.nilai, skala),
        "teks_lama": _nilai(lama, simulasi),
        "teks_baru": _nilai(baru, simulasi),
        "dari": format_angka(baru.nilai_maksimal),
        "selisih": sebut_selisih(selisih),
    }


def sebut_selisih(selisih: float, desimal: int = 2) -> str:
    """Return a difference with its sign: "+8,5", "−3", "tetap"; a dash where it is not known."""
    if selisih != selisih:
        return "–"
    if not round(selisih, desimal):
        return _("tetap")
    return ("+" if selisih > 0 else "−") + format_angka(abs(selisih), desimal)


def _nilai(baris: Any, simulasi: bool) -> str:
    """Return the points; under other weights the highest points change too, so they stand with each."""
    if baris.nilai != baris.nilai:
        return _("belum dicatat")
    return dari(baris.nilai, baris.nilai_maksimal) if simulasi else format_angka(baris.nilai)


def _persen(nilai: float, skala: float) -> float:
    return 0.0 if nilai != nilai else round(100 * float(nilai) / skala, 2)


def _x(nilai: float, maks: float) -> float:
    return round(TEPI + LEBAR_GARIS * nilai / maks, 1)


def _tepi(keadaan: Keadaan, maks: float) -> list[float]:
    return [0.0, *(k.besaran for k in kategori_form(keadaan).kategori), maks]


def _pita(keadaan: Keadaan, maks: float) -> list[dict[str, Any]]:
    nama = [kategori_form(keadaan).nama(k) for k in kategori_form(keadaan).urutan]
    return [
        {
            "x": _x(a, maks),
            "lebar": round(_x(b, maks) - _x(a, maks), 1),
            "tengah": round((_x(a, maks) + _x(b, maks)) / 2, 1),
            "nama": n,
            "warna": WARNA_KATEGORI[k],
        }
        for (a, b), n, k in zip(pairwise(_tepi(keadaan, maks)), nama, kategori_form(keadaan).urutan, strict=True)
    ]


def _tanda(resmi: Keadaan, baru: Keadaan) -> list[_Tanda]:
    """Return the marks; the official points are always among them."""
    if resmi.hasil is None or baru.hasil is None:
        raise ValueError("no marks to show")
    pola = _("{nama} {nilai} (simulasi)") if baru.simulasi else "{nama} {nilai}"
    daftar = [(resmi.hasil.diklaim, baru.hasil.diklaim, sebut_tahap_pendek(baru.hasil.tahap), "lingkaran")]
    if resmi.hasil.terdukung is not None and baru.hasil.terdukung is not None:
        daftar.append((resmi.hasil.terdukung, baru.hasil.terdukung, _("berdokumen lengkap"), "ketupat"))
    isi = []
    for lama, kini, nama, bentuk in daftar:
        isi.append(_Tanda(kini, pola.format(nama=nama, nilai=format_angka(kini)), bentuk, False, kini >= lama))
        isi.append(_Tanda(lama, _("tercatat {nilai}").format(nilai=format_angka(lama)), bentuk, True, kini < lama))
    return isi


def _letak(daftar: list[_Tanda], maks: float) -> list[dict[str, Any]]:
    """Return where each mark and its label stand: on its side where that fits, in the lowest line that is free."""
    terpakai: list[tuple[int, float, float]] = []
    hasil: list[dict[str, Any]] = []
    for t in daftar:
        x, panjang = _x(t.nilai, maks), HURUF * len(t.teks) + 8
        kanan = (t.kanan or x < panjang) and x + panjang < LEBAR_GARIS + 2 * TEPI
        a, b = (x, x + panjang) if kanan else (x - panjang, x)
        baris = 0
        while any(baris == n and a < d and c < b for n, c, d in terpakai):
            baris += 1
        terpakai.append((baris, a, b))
        hasil.append(
            {
                "x": x,
                "baris": baris,
                "teks": t.teks,
                "bentuk": t.bentuk,
                "resmi": t.resmi,
                "rata": "start" if kanan else "end",
                "dx": 6 if kanan else -6,
            }
        )
    teratas = max(baris for baris, _a, _b in terpakai)
    return [t | {"y": 14 + BARIS * (teratas - baris)} for t, (baris, _a, _b) in zip(hasil, terpakai, strict=True)]


def _rentang(resmi: Keadaan, baru: Keadaan) -> list[tuple[Perkiraan, str, bool]]:
    """Return the forecasts to draw with their words; the official one only where another stands above it."""
    p, lama = baru.perkiraan, resmi.perkiraan
    hasil = []
    if p is not None:
        pola = _("perkiraan akhir {antara}, tengah {tengah}")
        hasil.append((p, pola.format(antara=sebut_kisaran(p.p05, p.p95), tengah=sebut_puluhan(p.p50)), False))
    if lama is not None and baru is not resmi:
        pola = _("semula {antara}, tengah {tengah}")
        hasil.append(
            (lama, pola.format(antara=sebut_kisaran(lama.p05, lama.p95), tengah=sebut_puluhan(lama.p50)), True)
        )
    return hasil


def _letak_rentang(p: Perkiraan, teks: str, nomor: int, maks: float, resmi: bool) -> dict[str, Any]:
    return {
        "a": _x(p.p05, maks),
        "tengah": _x(p.p50, maks),
        "b": _x(p.p95, maks),
        "y": 62 + 34 * nomor,
        "teks": teks,
        "resmi": resmi,
    }


def _uraian(keadaan: Keadaan, tanda: list[str], rentang: list[tuple[Perkiraan, str, bool]]) -> str:
    ambang = ", ".join(f"{k.nama} {format_angka(k.besaran)}" for k in kategori_form(keadaan).kategori)
    isi = ", ".join([*tanda, *(teks for _p, teks, _lama in rentang)])
    maks = format_angka(keadaan.instrumen.kepala.nilai_maksimal, 0)
    return _("Penggaris nilai 0 sampai {maks}. Ambang: {ambang}. Nilai: {isi}.").format(
        maks=maks, ambang=ambang, isi=isi
    )


def _catatan(keadaan: Keadaan) -> str:
    if keadaan.simulasi:
        return _("Skala simulasi: bobotnya bukan bobot form, jadi letak di pita ini bukan kategori.")
    if membaca_prioritas(keadaan):
        return _("Prioritas kerja tidak mengubah poin; yang terlihat di sini hasil menurut buku data.")
    return ""
