"""Look for codes that a spreadsheet read as a number or a date, or that lost their letters."""

import re
from collections import Counter
from datetime import date, time
from typing import Any

from kla_lib.bahasa import _
from kla_lib.rules.form.bacaan import BacaanForm
from kla_lib.rules.form.temuan import Temuan
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.sel import kutip

KODE = ("indikator", "pertanyaan")
BULAN = "jan|feb|mar|apr|may|mei|jun|jul|aug|agu|ags|sep|oct|okt|nov|dec|des"
DESIMAL = re.compile(r"\d+[.,]\d+")
PANGKAT = re.compile(r"\d+([.,]\d+)?e[+-]?\d+", re.I)
HARI = re.compile(
    rf"\d{{4}}-\d\d?-\d\d?( 00:00:00)?|\d\d?/\d\d?/\d{{2,4}}|\d\d?[- ]({BULAN})\w*|({BULAN})\w*[- ]\d+", re.I
)


def check_kode_rusak(form: BacaanForm) -> list[Temuan]:
    """Return codes that passed through a number or a date ("14.0", "1e5", "4-Jan"), and lost letters."""
    mentah = form.mentah
    if mentah is None:
        return []
    hasil = []
    for kolom in KODE:
        for baris, isi in mentah.isi[kolom].items():
            jadi = _jadi(isi)
            if jadi:
                hasil.append(
                    Temuan(
                        mentah.kesalahan(
                            "kode_rusak",
                            _("kode '{kode}' tampaknya terbaca sebagai {jadi}").format(kode=kutip(isi), jadi=jadi),
                            _("Ubah format kolom menjadi Teks, lalu tulis ulang kodenya dari form aslinya."),
                            kolom,
                            int(str(baris)),
                        )
                    )
                )
    return hasil + _tanpa_huruf(form, mentah) + _mirip(form, mentah)


def _jadi(isi: Any) -> str:
    """Return what the code was turned into, "" where it still looks like a code."""
    if isinstance(isi, date | time):
        return _("tanggal")
    if isinstance(isi, float):
        return "" if isi.is_integer() or isi != isi else _("angka")
    if not isinstance(isi, str):
        return ""
    if HARI.fullmatch(isi):
        return _("tanggal")
    return _("angka") if DESIMAL.fullmatch(isi) or PANGKAT.fullmatch(isi) else ""


def _tanpa_huruf(form: BacaanForm, mentah: TabelMentah) -> list[Temuan]:
    """A bare number that stands for several codes of the head (21 for 21A, 21B), or repeats within an indikator."""
    hasil = []
    kepala = list(form.indikator["indikator"])
    for indikator, milik in form.pertanyaan.groupby("indikator", sort=False):
        berhuruf = [k for k in kepala if re.fullmatch(rf"{re.escape(str(indikator))}[A-Za-z]+", k)]
        if indikator not in kepala and berhuruf:
            salah = _("kode indikator '{kode}' tampaknya kehilangan hurufnya").format(kode=indikator)
            perbaikan = _("Tulis ulang dari form aslinya: {daftar}.").format(daftar=", ".join(berhuruf))
            kesalahan = mentah.kesalahan("kode_tanpa_huruf", salah, perbaikan, "indikator", int(milik.index[0]))
            hasil.append(Temuan(kesalahan))
        for kode, n in Counter(milik["pertanyaan"].dropna()).items():
            if n > 1 and str(kode).isdecimal():
                baris = int(milik.index[milik["pertanyaan"] == kode][0])
                salah = _("kode '{kode}' ada {n} kali di indikator {i}: hurufnya tampaknya hilang").format(
                    kode=kode, n=n, i=indikator
                )
                perbaikan = _("Tulis ulang dari form aslinya, misalnya {kode}a, {kode}b.").format(kode=kode)
                hasil.append(Temuan(mentah.kesalahan("kode_tanpa_huruf", salah, perbaikan, "pertanyaan", baris)))
    return hasil


def _mirip(form: BacaanForm, mentah: TabelMentah) -> list[Temuan]:
    """Codes of one indikator that differ only in case, spaces or signs: 4a, 4A, "4 a"."""
    hasil = []
    ada: dict[tuple[str, str], str] = {}
    for baris, i, p in zip(
        form.pertanyaan.index, form.pertanyaan["indikator"], form.pertanyaan["pertanyaan"], strict=True
    ):
        if i is None or p is None:
            continue
        lain = ada.setdefault((i, re.sub(r"[\W_]", "", p).casefold()), p)
        if lain != p:
            salah = _("kode '{i}/{p}' hampir sama dengan '{i}/{lain}'").format(i=i, p=p, lain=lain)
            perbaikan = _("Samakan bila satu pertanyaan; bila dua, beri kode yang jelas berbeda.")
            hasil.append(Temuan(mentah.kesalahan("kode_ganda", salah, perbaikan, "pertanyaan", int(str(baris)))))
    return hasil
