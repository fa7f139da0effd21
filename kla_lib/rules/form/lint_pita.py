"""Look at the answer bands of a form: gaps, overlaps, points, direction, bands of another question."""

import re
from collections.abc import Iterator
from typing import Any

from kla_lib.bahasa import _, tulis_angka
from kla_lib.rules.form.bacaan import BacaanForm
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.form.merugikan import merugikan, mungkin_merugikan
from kla_lib.rules.form.pita import Pita, celah_dan_tumpang, parse_pita, ujung_terbuka, urut_nilai
from kla_lib.rules.form.temuan import Temuan

PERSEN = re.compile(r"%|\b(persen|persentase|cakupan|prevalensi)\b", re.I)
JUMLAH = re.compile(r"\s*(jumlah|banyak|berapa)\b", re.I)
YA_TIDAK = re.compile(r"\s*(apakah|ada\b|masih\b)|.*\?", re.I)

Pesan = tuple[str, str, str]
"""Kind, fault and remedy of one finding."""


def check_pita(form: BacaanForm) -> list[Temuan]:
    """Return what the bands of single questions have wrong, and bands that seem pasted from another question."""
    if form.mentah is None:
        return []
    hasil: list[Temuan] = []
    pertama: dict[str, tuple[str, str]] = {}
    for baris, p in zip(form.pertanyaan.index, form.pertanyaan.itertuples(index=False), strict=True):
        for jenis, salah, perbaikan in _soal(p, pertama):
            kolom = "pita" if jenis.startswith("pita") else "arah" if "arah" in form.mentah.huruf else "terbalik"
            hasil.append(Temuan(form.mentah.kesalahan(jenis, salah, perbaikan, kolom, int(str(baris)))))
    return hasil


def jenis_soal(label: str, penyebut: bool) -> str:
    """Return what a question asks for, as far as its label tells: persen, jumlah, ya_tidak, or "" for unknown."""
    if penyebut or PERSEN.search(label):
        return "persen"
    if JUMLAH.match(label):
        return "jumlah"
    return "ya_tidak" if YA_TIDAK.match(label) else ""


def _soal(p: Any, pertama: dict[str, tuple[str, str]]) -> Iterator[Pesan]:
    """Yield the findings of one question; `pertama` remembers who used a text of bands first, and for what kind."""
    pita, asing = parse_pita(p.pita or "")
    for bagian in asing:
        yield (
            "pita_tak_terbaca",
            _("pita '{bagian}' tidak terbaca").format(bagian=bagian),
            _("Tulis syarat dan poin, misalnya: ≤5=1; 6-10=2; ≥11=3."),
        )
    jenis = jenis_soal(str(p.label or ""), p.penyebut is True)
    if pita:
        yield from _isi_pita(p, pita, jenis == "persen" or "%" in p.pita)
        yield from _tempelan(p, jenis, pertama)
    yield from _arah(p, pita)


def _isi_pita(p: Any, pita: tuple[Pita, ...], persen: bool) -> Iterator[Pesan]:
    celah, tumpang = celah_dan_tumpang(pita, pecahan=persen)
    for nilai in celah:
        yield (
            "pita_celah",
            _("nilai {nilai} tidak masuk pita mana pun").format(nilai=nilai),
            _("Sambungkan kedua pita di sebelahnya."),
        )
    for nilai in ujung_terbuka(pita, persen):
        yield (
            "pita_celah",
            _("kemungkinan nilai {nilai} tidak masuk pita mana pun").format(nilai=nilai),
            _("Tambahkan pita di ujungnya, juga bila poinnya 0."),
        )
    for nilai in tumpang:
        yield (
            "pita_tumpang",
            _("nilai {nilai}").format(nilai=nilai),
            _("Ubah batasnya, supaya setiap nilai masuk tepat satu pita."),
        )
    tertinggi = max(x.poin for x in pita)
    if p.nilai_maksimal == p.nilai_maksimal and round(tertinggi, 2) != round(p.nilai_maksimal, 2):
        yield (
            "pita_poin",
            _("poin tertinggi di pita {poin}, nilai_maksimal {maks}").format(
                poin=tulis_angka(tertinggi), maks=tulis_angka(p.nilai_maksimal)
            ),
            _("Samakan keduanya."),
        )


def _tempelan(p: Any, jenis: str, pertama: dict[str, tuple[str, str]]) -> Iterator[Pesan]:
    """The same bands on a share and on a count, say: one of them was pasted."""
    teks = re.sub(r"\s+", "", p.pita).casefold()
    kode = kode_pertanyaan(p.indikator, p.pertanyaan)
    if not jenis:
        return
    pemilik, jenis_pemilik = pertama.setdefault(teks, (kode, jenis))
    if jenis_pemilik != jenis:
        yield (
            "pita_tempelan",
            _("kemungkinan pita ini salinan dari {pemilik}, yang menanyakan hal lain jenisnya").format(pemilik=pemilik),
            _("Periksa form aslinya; tulis pita milik pertanyaan ini."),
        )


def _arah(p: Any, pita: tuple[Pita, ...]) -> Iterator[Pesan]:
    """Yield a harmful item whose points rise, a good one whose points fall, flags that contradict each other."""
    pasti, mungkin = merugikan(p), mungkin_merugikan(p)
    arah_poin = _arah_poin(pita)
    if p.terbalik is True and p.arah == "naik_baik":
        yield (
            "arah",
            _("terbalik ya, padahal arah naik_baik"),
            _("Perbaiki salah satunya: pertanyaan terbalik adalah turun_baik."),
        )
    elif pasti and arah_poin > 0:
        yield (
            "arah",
            _("hal yang merugikan dinilai naik: makin banyak, makin tinggi poinnya"),
            _("Balik poin di pita, atau perbaiki arah dan terbalik."),
        )
    elif p.arah == "naik_baik" and arah_poin < 0:
        yield (
            "arah",
            _("arah naik_baik, padahal poin di pita turun"),
            _("Balik poin di pita, atau perbaiki arah."),
        )
    elif mungkin and not pasti and p.nilai_maksimal > 0 and arah_poin >= 0:
        yield (
            "arah",
            _("kemungkinan hal yang merugikan dinilai naik: '{label}'").format(label=p.label),
            _("Isi arah turun_baik bila makin sedikit makin baik; bila tidak, isi naik_baik dan periksa form aslinya."),
        )


def _arah_poin(pita: tuple[Pita, ...]) -> int:
    """Return 1 where points rise with the value (or "ya" earns more than "tidak"), -1 where they fall, else 0."""
    poin = [x.poin for x in urut_nilai(pita)]
    if len(poin) < 2:
        kata = {x.syarat.casefold(): x.poin for x in pita if x.kata}
        poin = [kata["tidak"], kata["ya"]] if {"ya", "tidak"} <= set(kata) else [0, 0]
    return (poin[-1] > poin[0]) - (poin[-1] < poin[0])
