"""State what the rows of the data book say of one klaster: marks, disputes, documents, actions, decisions, areas.

A row is one fact with further ones under the same id and a colon; what a row
leaves empty has no further fact.  Titles and other words of the book are not
among them: whoever shows a fact looks the words up in the book.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from kla_lib.data.bentuk import (
    BENTROK,
    BUTIR_DOKUMEN,
    CAPAIAN,
    DATA_DUKUNG,
    DOKUMEN_PERTANYAAN,
    PENILAIAN,
    RAD,
    TINDAK_LANJUT,
    WILAYAH,
)
from kla_lib.data.pribadi.samar import DISAMARKAN
from kla_lib.data.terbit.fakta import id_capaian
from kla_lib.keadaan.fakta_bentuk import (
    HARI,
    STATUS_DOKUMEN,
    STATUS_KEGIATAN,
    STATUS_KEPUTUSAN,
    Fakta,
    hari_of,
    make_fakta,
)
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.privasi import load_privasi
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.wilayah import KLASTER_WILAYAH, rekap_pertanyaan, rekap_wilayah

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan


def fakta_catatan(keadaan: "Keadaan", klaster: str | None) -> list[Fakta]:
    """Return the facts of a klaster's rows; without a klaster those of the rows that belong to none."""
    isi = list(_dokumen(keadaan, klaster))
    isi += _kegiatan(keadaan, klaster)
    isi += _keputusan(keadaan, klaster)
    if klaster is not None:
        isi += [] if keadaan.hasil is None else _nilai(keadaan.hasil, klaster)
        isi += _bentrok(keadaan, klaster)
        isi += _capaian(keadaan, klaster)
    if klaster == KLASTER_WILAYAH:
        isi += _wilayah(keadaan)
    return isi


def _nilai(hasil: Hasil, klaster: str) -> Iterator[Fakta]:
    """Yield the points of every indikator and question, and of the klaster where they were given to it whole."""
    awal = f"nilai:{hasil.tahap}"
    for r in hasil.indikator[hasil.indikator["klaster"] == klaster].itertuples(index=False):
        yield make_fakta(f"{awal}:{r.indikator}", r.nilai, "poin", "indikator", r.indikator, PENILAIAN.lembar, r.baris)
    for r in hasil.pertanyaan[hasil.pertanyaan["klaster"] == klaster].itertuples(index=False):
        kode = kode_pertanyaan(r.indikator, r.pertanyaan)
        yield make_fakta(f"{awal}:{kode}", r.nilai, "poin", "pertanyaan", kode, PENILAIAN.lembar, r.baris)


def _bentrok(keadaan: "Keadaan", klaster: str) -> Iterator[Fakta]:
    """Yield on how many answers each disputed question stands, and each answer by its office.

    An office may have sent two files that nobody can order in time, so its answers are counted.
    """
    p = keadaan.pertanyaan
    for r in p[(p["klaster"] == klaster) & (p["bentrok"].map(len) > 0)].itertuples(index=False):
        awal, sekantor = f"bentrok:{r.kode}", Counter[str]()
        yield make_fakta(awal, len(r.bentrok), "jawaban", "pertanyaan", r.kode, BENTROK.lembar)
        for opd, nilai in sorted(r.bentrok):
            sekantor[opd] += 1
            id_fakta = f"{awal}:{opd}:{sekantor[opd]}"
            yield make_fakta(id_fakta, nilai, "poin", "pertanyaan", r.kode, BENTROK.lembar)


def _dokumen(keadaan: "Keadaan", klaster: str | None) -> Iterator[Fakta]:
    """Yield the documents that serve a klaster, each with what is recorded of it, and the questions it serves there."""
    dokumen, kaitan = keadaan.buku.data_dukung, keadaan.buku.dokumen_pertanyaan
    if dokumen is None:
        return
    milik = {} if kaitan is None else _rumah_dokumen(keadaan, kaitan)
    for d in dokumen.itertuples():
        rumah = milik.get(d.id_dokumen, set())
        if klaster in rumah or (klaster is None and not rumah):
            yield from _satu_dokumen(d)
    if kaitan is None or klaster is None:
        return
    rumah_i = keadaan.rumah_indikator
    for k in kaitan.itertuples():
        if rumah_i[k.indikator] == klaster:
            id_fakta = f"kaitan:{k.id_dokumen}:{kode_pertanyaan(k.indikator, k.pertanyaan)}"
            yield make_fakta(
                id_fakta, int(k.wajib), "wajib", "kaitan", k.id_dokumen, DOKUMEN_PERTANYAAN.lembar, k.Index
            )


def _rumah_dokumen(keadaan: "Keadaan", kaitan: pd.DataFrame) -> dict[str, set[str]]:
    rumah, milik = keadaan.rumah_indikator, dict[str, set[str]]()
    for d, i in zip(kaitan["id_dokumen"], kaitan["indikator"], strict=True):
        milik.setdefault(d, set()).add(rumah[i])
    return milik


def _satu_dokumen(d: Any) -> Iterator[Fakta]:
    def satu(bagian: str, nilai: float | None, satuan: str) -> Fakta:
        id_fakta = f"dokumen:{d.id_dokumen}{bagian}"
        return make_fakta(id_fakta, nilai, satuan, "dokumen", d.id_dokumen, DATA_DUKUNG.lembar, d.Index)

    yield satu("", STATUS_DOKUMEN[d.status], "status_dokumen")
    if pd.notna(d.tahun_dokumen):
        yield satu(":tahun", d.tahun_dokumen, "tahun_dokumen")
    if pd.notna(d.tanggal_dokumen):
        yield satu(":tanggal", hari_of(d.tanggal_dokumen), HARI)
    if pd.notna(d.tautan):
        yield satu(":tautan", 1, "ya_tidak")
    for butir in BUTIR_DOKUMEN:
        isi = getattr(d, butir, None)  # a book may leave the column out
        if pd.notna(isi):
            yield satu(f":{butir}", int(bool(isi)), "ya_tidak")


def _kegiatan(keadaan: "Keadaan", klaster: str | None) -> Iterator[Fakta]:
    """Yield the actions of a klaster with what was done of them, by when, for how much."""
    rad = keadaan.buku.rad
    if rad is None:
        return
    for k in rad[rad["klaster"] == klaster].itertuples():
        kode, satuan = k.id_kegiatan, k.satuan if pd.notna(k.satuan) else ""
        awal = f"kegiatan:{kode}"
        yield make_fakta(awal, STATUS_KEGIATAN[k.status], "status_kegiatan", "kegiatan", kode, RAD.lembar, k.Index)
        for bagian, nilai, ukuran in (
            ("realisasi", k.realisasi, satuan),
            ("target", k.target, satuan),
            ("anggaran", k.anggaran, "rupiah"),
            ("tenggat", hari_of(k.tenggat) if pd.notna(k.tenggat) else None, HARI),
        ):
            if nilai is not None and pd.notna(nilai):
                yield make_fakta(f"{awal}:{bagian}", nilai, ukuran, "kegiatan", kode, RAD.lembar, k.Index)


def _keputusan(keadaan: "Keadaan", klaster: str | None) -> Iterator[Fakta]:
    """Yield the decisions of a klaster; one that names none belongs to that of its indikator."""
    janji, rumah = keadaan.buku.tindak_lanjut, keadaan.rumah_indikator
    if janji is None:
        return
    for j in janji.itertuples():
        if (j.klaster or rumah.get(j.indikator)) != klaster:
            continue
        kode, awal = j.id_keputusan, f"keputusan:{j.id_keputusan}"
        status = None if pd.isna(j.status) else STATUS_KEPUTUSAN[j.status]
        yield make_fakta(awal, status, "status_keputusan", "keputusan", kode, TINDAK_LANJUT.lembar, j.Index)
        if pd.notna(j.tenggat):
            tenggat = hari_of(j.tenggat)
            yield make_fakta(f"{awal}:tenggat", tenggat, HARI, "keputusan", kode, TINDAK_LANJUT.lembar, j.Index)


def _capaian(keadaan: "Keadaan", klaster: str) -> Iterator[Fakta]:
    """Yield the measurements of a klaster's indikator; small counts of persons are already hidden."""
    c, rumah = keadaan.capaian, keadaan.rumah_indikator
    if c is None:
        return
    for r in c[[rumah.get(i) == klaster for i in c["indikator"]]].itertuples():
        id_fakta = id_capaian(r.ukuran, r.wilayah, r.tahun, r.jenis_sumber)
        f = make_fakta(id_fakta, r.nilai, r.satuan, "capaian", r.indikator, CAPAIAN.lembar, r.Index)
        yield f | ({DISAMARKAN: True} if r.disamarkan else {})


def _wilayah(keadaan: "Keadaan") -> Iterator[Fakta]:
    """Yield how many answers each area sent, and per question how many areas answered and how.

    Never what one area answered: its number could be of one child (docs/keputusan/0013).
    """
    w = rekap_wilayah(keadaan.buku.wilayah, keadaan.instrumen)
    if w is None:
        return
    for d in w.itertuples(index=False):
        kode = str(d.kode_wilayah)
        yield make_fakta(f"wilayah:{kode}", d.masuk, "jawaban", "wilayah", kode, WILAYAH.lembar)
    for p in rekap_pertanyaan(
        keadaan.buku.wilayah, keadaan.instrumen, load_privasi(keadaan.params), samar=not keadaan.internal
    ).itertuples(index=False):
        kode = f"{p.tingkat}:{kode_pertanyaan(p.indikator, p.pertanyaan)}"
        angka = pd.notna(p.jumlah) or p.disamarkan
        isi = [("", p.menjawab), (":jumlah", p.jumlah) if angka else (":ya", p.ya)]
        for bagian, n in [] if p.sumber_lain else isi:
            yield make_fakta(f"jawaban:{kode}{bagian}", n, "jawaban", "jawaban", kode, WILAYAH.lembar)
