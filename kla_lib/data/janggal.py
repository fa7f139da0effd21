"""Look for figures in a data book that cannot all hold (`kla lint`)."""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import CAPAIAN, TABEL
from kla_lib.data.buku import inspect_buku
from kla_lib.data.terpilah import baris_umum
from kla_lib.rules.form.temuan import Temuan, temuan_teks
from kla_lib.rules.janggal import APBD_TERKECIL
from kla_lib.rules.params import Params
from kla_lib.tabel.baca import read_kisi
from kla_lib.tabel.mentah import TabelMentah

PER = re.compile(r"(?:per|/)\s*([\d.]+)")
ANGGARAN = re.compile(r"anggaran|belanja|apbd", re.IGNORECASE)
RUPIAH = re.compile(r"\s*(?:rp|rupiah|idr)\b", re.IGNORECASE)
BEDA_SEN, BEDA_HITUNGAN = 0.05, 0.02
"""Up to where a sum counts as off by a rounding, and how far a rate may be from its counts, in hundredths of it."""


def adalah_buku(path: Path) -> bool:
    """Return whether a place holds a data book and not a form."""
    if path.is_dir():
        return True
    if path.suffix.lower() not in (".xlsx", ".ods") or not path.is_file():
        return False
    return bool({k.lembar for k in read_kisi(path, path.name)} & {b.lembar for b in TABEL})


def lint_buku(params: Params, path: Path) -> list[Temuan]:
    """Return the faults of a book, then the figures in it that cannot all hold, each in the order of its table.

    Raises KlaError where there is nothing to read.
    """
    p = inspect_buku(params, path)
    hasil = [Temuan(k) for k in p.salah]
    for mentah in p.mentah.values():
        hasil += temuan_teks(mentah)
    if CAPAIAN in p.tabel:
        mentah, capaian = p.mentah[CAPAIAN], baris_umum(p.tabel[CAPAIAN])
        daerah = p.keterangan.daerah if p.keterangan else ""
        hasil += [*_laju(mentah, capaian), *_biaya(mentah, capaian), *_jumlah(mentah, capaian, daerah)]
    return hasil


def _laju(mentah: TabelMentah, capaian: pd.DataFrame) -> Iterator[Temuan]:
    """Yield rates per thousand (and so on) unlike their counts, and percentages above the whole."""
    for baris, r in capaian.iterrows():
        satuan, nomor = str(r["satuan"] or ""), int(str(baris))
        per = PER.search(satuan)
        kali = float(per[1].replace(".", "") or 0) if per else 10.0**3 if "‰" in satuan else 0.0
        if kali and r["penyebut"] > 0 and r["nilai"] == r["nilai"] and r["pembilang"] == r["pembilang"]:
            benar = kali * r["pembilang"] / r["penyebut"]
            if abs(benar - r["nilai"]) > max(BEDA_HITUNGAN * abs(benar), 0.005):
                salah = _("nilai {nilai} {satuan} tidak sama dengan {a} dari {b}, yaitu {benar}").format(
                    nilai=format_angka(r["nilai"]),
                    satuan=satuan,
                    a=format_angka(r["pembilang"]),
                    b=format_angka(r["penyebut"]),
                    benar=format_angka(round(benar, 2)),
                )
                perbaikan = _("Perbaiki nilainya, atau pembilang dan penyebutnya.")
                yield Temuan(mentah.kesalahan("persen_dan_hitungan", salah, perbaikan, "nilai", nomor))
        if r["nilai"] > 100 and r["penyebut"] != r["penyebut"] and satuan.strip().lower() in ("%", "persen"):
            salah = _("nilai {nilai} % lebih besar dari 100 %, tanpa pembilang dan penyebut").format(
                nilai=format_angka(r["nilai"])
            )
            perbaikan = _("Tulis pembilang dan penyebutnya, atau perbaiki angkanya.")
            yield Temuan(mentah.kesalahan("lebih_dari_maksimal", salah, perbaikan, "nilai", nomor))


def _biaya(mentah: TabelMentah, capaian: pd.DataFrame) -> Iterator[Temuan]:
    """Yield a share of the budget beside an amount of the same indikator, area and year that cannot both hold."""
    milik = capaian[[bool(ANGGARAN.search(str(u))) for u in capaian["ukuran"]]].dropna(subset=["nilai"])
    for _kunci, isi in milik.groupby(["indikator", "wilayah", "tahun"], sort=False, dropna=False):
        bagian = isi[isi["satuan"].isin(["%", "persen"]) & (isi["nilai"] > 0)]
        rupiah = isi[[bool(RUPIAH.match(str(s))) for s in isi["satuan"]]]
        if len(bagian) != 1 or len(rupiah) != 1:
            continue
        nilai, besar = float(bagian["nilai"].iloc[0]), float(rupiah["nilai"].iloc[0])
        if 0 < besar * 100 / nilai < APBD_TERKECIL:
            salah = _(
                "{persen} % dan Rp{angka} tidak bisa keduanya benar: seluruh anggarannya hanya Rp{seluruh} juta"
            ).format(
                persen=format_angka(nilai),
                angka=format_angka(besar),
                seluruh=format_angka(besar * 1e-4 / nilai, 0),
            )
            perbaikan = _("Tulis bagian dan besarannya dari satu sumber.")
            baris = int(str(bagian.index[0]))
            yield Temuan(mentah.kesalahan("bagian_dan_biaya", salah, perbaikan, "nilai", baris))


def _jumlah(mentah: TabelMentah, capaian: pd.DataFrame, daerah: str) -> Iterator[Temuan]:
    """Yield totals of a city that miss the sum of its areas by no more than a rounding."""
    banyak = capaian[~capaian["satuan"].astype(str).str.contains("%|persen|per |‰|rata", regex=True)]
    banyak = banyak.dropna(subset=["nilai"])
    for _kunci, isi in banyak.groupby(["ukuran", "tahun", "jenis_sumber"], sort=False):
        semua, bagian = isi[isi["wilayah"] == daerah], isi[isi["wilayah"] != daerah]
        if len(semua) != 1 or len(bagian) < 2:
            continue
        jumlah, tertulis = float(bagian["nilai"].sum()), float(semua["nilai"].iloc[0])
        if 1e-9 < abs(jumlah - tertulis) <= BEDA_SEN + 1e-9:
            salah = _("bagiannya berjumlah {jumlah}, tertulis {tertulis}").format(
                jumlah=format_angka(round(jumlah, 6)), tertulis=format_angka(tertulis)
            )
            perbaikan = _("Tulis {jumlah}, atau perbaiki bagiannya.").format(jumlah=format_angka(round(jumlah, 6)))
            yield Temuan(mentah.kesalahan("jumlah", salah, perbaikan, "nilai", int(str(semua.index[0]))))
