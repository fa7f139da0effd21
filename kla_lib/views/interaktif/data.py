"""Gather the numbers from which the interactive page of a klaster computes, none that it does not show.

Two readings of the book stand below it.  `mentah`: marks and documents as the
page's scenario has them, weights as the form's.  `lain`: the same under those
weights that the page has no sliders for.  Without a scenario both are the
official result.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kla_lib.data.dokumen import milik_siklus_lain
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.rules.form.kepala import Klaster
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.skenario import PRIORITAS_KERJA, IsiSkenario
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.skenario.kode import (
    PENUH,
    STATUS,
    bulatkan_bobot,
    daftar_dokumen,
    kode_maksimal,
    letak_berdokumen,
    nama_form,
    pisah_nilai,
    satuan_bobot,
    sidik_data,
    sidik_dokumen,
)
from kla_lib.scoring.skenario.pembobotan import BOBOT_TERKECIL, SEMUA, bobot_resmi, susun_bobot
from kla_lib.views.skenario.kalimat import kategori_form

KLASTER_SENDIRI = -1
"""Position of the indikator where marks stand at the klaster itself."""


@dataclass(frozen=True)
class ButirInteraktif:
    """What a tick can give its highest points: a question, or what is marked as a whole.

    indikator: its position in the klaster, or KLASTER_SENDIRI.  dokumen: those
    on which its points depend and that are not complete.  baris: its row of
    the form's questions, None for what is marked as a whole.  nanti: only the
    next cycle can bring its points.
    """

    kode: str
    indikator: int
    maks: float
    nilai: float | None
    aman: bool
    dokumen: tuple[str, ...]
    baris: Any
    nanti: bool
    tetap: bool

    @property
    def bisa(self) -> bool:
        """Whether a tick may raise it."""
        return not (self.nanti or self.tetap or self.maks <= (self.nilai or 0.0))


@dataclass(frozen=True)
class Bahan:
    """What the page of a klaster shows, before it is put into words or into numbers.

    klaster: as the form has it, where that of the pack is scaled by other weights.
    dokumen: the incomplete ones of its questions by id, as rows of the register;
    terlambat: those of them that belong to another cycle, which no tick completes.
    """

    paket: Paket
    klaster: Klaster
    isi: IsiSkenario
    resmi: Keadaan
    mentah: Keadaan
    lain: Keadaan
    butir: tuple[ButirInteraktif, ...]
    dokumen: dict[str, Any]
    terlambat: frozenset[str]


def bahan_interaktif(paket: Paket) -> Bahan | None:
    """Return what the page of a klaster shows; None where the book has no marks at the meeting's stage."""
    keadaan = paket.keadaan
    resmi = keadaan.resmi or keadaan
    if resmi.hasil is None or keadaan.hasil is None:
        return None
    isi = keadaan.skenario or IsiSkenario()
    ini = resmi.instrumen.klaster_of(paket.klaster.id)
    bergerak = {i.kode for i in ini.indikator} | {k.id for k in resmi.instrumen.klaster}
    tetap = {k: b for k, b in isi.bobot.items() if k not in bergerak}
    dasar = IsiSkenario(nilai=isi.nilai, status=isi.status, berdokumen=isi.berdokumen)
    mentah = resmi if dasar.kosong else resmi.dengan(dasar)
    lain = resmi.dengan(dasar.model_copy(update={"bobot": tetap})) if tetap and isi.simulasi else mentah
    butir = tuple(_butir(mentah, ini, isi))
    milik = mentah.penentu
    dokumen = {
        str(d.id_dokumen): d
        for b in butir
        if b.baris is not None
        for d in milik.get((b.baris.indikator, b.baris.pertanyaan), [])
        if d.status != LENGKAP
    }
    tahun = mentah.buku.keterangan.tahun_evaluasi
    terlambat = frozenset(i for i, d in dokumen.items() if milik_siklus_lain(d, tahun))
    return Bahan(paket, ini, isi, resmi, mentah, lain, butir, dict(sorted(dokumen.items())), terlambat)


def data_interaktif(bahan: Bahan) -> dict[str, Any]:
    """Return the numbers for the page's script; positions instead of names wherever nothing shows the name."""
    resmi, ini = bahan.resmi, bahan.klaster
    form, mentah = resmi.instrumen, hasil_of(bahan.mentah)
    bobot, awal = bobot_resmi(form), susun_bobot(form, bahan.isi.bobot)
    sendiri = bobot.get(ini.id, {})
    kode = {k: n for n, k in enumerate(kode_maksimal(form))}
    letak = {d: n for n, d in enumerate(daftar_dokumen(resmi.buku))}
    nomor = {d: n for n, d in enumerate(bahan.dokumen)}
    lain = hasil_of(bahan.lain)
    return {
        "skala": sum(k.nilai_maksimal for k in form.klaster),
        "terkecil": BOBOT_TERKECIL,
        "penuh": PENUH,
        "prioritas": bahan.isi.bacaan == PRIORITAS_KERJA,
        "simulasi_lain": bahan.lain.simulasi,
        "dokumen_ada": mentah.terdukung is not None,
        "ini": [k.id for k in form.klaster].index(ini.id),
        "klaster": [
            {"kode": k.klaster, "maks": form.klaster_of(k.klaster).nilai_maksimal, "nilai": _angka(k.nilai)}
            | {"lengkap": float(k.lengkap)}
            for k in lain.klaster.itertuples(index=False)
        ],
        "indikator": [{"kode": i.kode, "maks": i.nilai_maksimal} for i in ini.indikator],
        "resmi": {"klaster": list(bobot[SEMUA].values()), "indikator": list(sendiri.values())},
        "awal": {
            "klaster": _bila_beda(bahan, awal[SEMUA]),
            "indikator": _bila_beda(bahan, awal.get(ini.id, {})),
        },
        "butir": [
            {"i": b.indikator, "maks": b.maks, "nilai": b.nilai, "aman": b.aman, "k": kode[b.kode]}
            | {"bisa": b.bisa, "soal": b.baris is not None}
            | {"dok": [nomor[d] for d in b.dokumen], "utuh": bool(b.dokumen) and not set(b.dokumen) & bahan.terlambat}
            for b in bahan.butir
        ],
        "dokumen": [{"k": letak[d], "bisa": d not in bahan.terlambat} for d in bahan.dokumen],
        "terkait": _terkait(bahan, nomor),
        "belum_lain": mentah.belum_dinilai - sum(b.nilai is None for b in bahan.butir if b.baris is not None),
        "ambang": [{"besaran": k.besaran, "di_atas": k.di_atas} for k in kategori_form(resmi).kategori],
        "dekat": resmi.kategori.dekat_ambang,
        "hasil": {"nilai": hasil_of(resmi).diklaim, "terdukung": hasil_of(resmi).terdukung},
        "kode": _data_kode(bahan),
    }


def hasil_of(keadaan: Keadaan) -> Hasil:
    """Return the scores of a meeting that has some."""
    if keadaan.hasil is None:
        raise ValueError("no marks to show")
    return keadaan.hasil


def _butir(mentah: Keadaan, k: Klaster, isi: IsiSkenario) -> list[ButirInteraktif]:
    hasil = hasil_of(mentah)
    baris = hasil.klaster.loc[hasil.klaster["klaster"] == k.id].iloc[0]
    if baris["baris"] > 0 or not k.indikator:
        return [_utuh(k.id, KLASTER_SENDIRI, k.nilai_maksimal, baris["nilai"])]
    milik = mentah.penentu
    per_indikator = {i.indikator: i for i in hasil.indikator.itertuples(index=False)}
    soal = hasil.pertanyaan[hasil.pertanyaan["klaster"] == k.id]
    daftar = []
    for n, i in enumerate(k.indikator):
        punya = soal[soal["indikator"] == i.kode]
        if per_indikator[i.kode].baris > 0 or punya.empty:
            daftar.append(_utuh(i.kode, n, i.nilai_maksimal, per_indikator[i.kode].nilai))
            continue
        for p in punya.itertuples(index=False):
            kunci = (p.indikator, p.pertanyaan)
            kurang = tuple(sorted(str(d.id_dokumen) for d in milik.get(kunci, []) if d.status != LENGKAP))
            daftar.append(
                ButirInteraktif(
                    kode_pertanyaan(p.indikator, p.pertanyaan),
                    n,
                    float(p.nilai_maksimal),
                    _angka(p.nilai),
                    p.status == LENGKAP,
                    kurang,
                    p,
                    kode_pertanyaan(p.indikator, p.pertanyaan) in mentah.nanti,
                    i.kode in isi.nilai,  # a scenario of the whole indikator is spread over its questions
                )
            )
    return daftar


def _utuh(kode: str, indikator: int, maks: float, nilai: float) -> ButirInteraktif:
    return ButirInteraktif(kode, indikator, maks, _angka(nilai), False, (), None, False, False)


def _terkait(bahan: Bahan, nomor: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return what the page's documents secure in other klaster, per indikator.

    Only questions that wait for nothing else; `dasar` and `maks` are there
    because the points of an indikator are capped.
    """
    hasil, ini = hasil_of(bahan.lain), bahan.klaster.id
    milik = bahan.lain.penentu if nomor else {}
    urutan = {k: n for n, k in enumerate(hasil.klaster["klaster"])}
    langsung = set(hasil.klaster.loc[hasil.klaster["baris"] > 0, "klaster"])
    berdokumen = {indikator for indikator, _pertanyaan in milik}
    hasil_terkait = []
    soal: dict[str, list[Any]] = {}
    for p in hasil.pertanyaan.itertuples(index=False):
        soal.setdefault(p.indikator, []).append(p)
    for i in hasil.indikator.itertuples(index=False):
        if i.klaster == ini or i.baris > 0 or i.klaster in langsung or i.indikator not in berdokumen:
            continue
        tunggu = []
        for p in soal.get(i.indikator, ()):
            if p.status == LENGKAP or not p.nilai > 0:
                continue
            kurang = [str(d.id_dokumen) for d in milik.get((p.indikator, p.pertanyaan), []) if d.status != LENGKAP]
            if kurang and all(d in nomor and d not in bahan.terlambat for d in kurang):
                tunggu.append({"nilai": float(p.nilai), "dok": sorted(nomor[d] for d in kurang)})
        if tunggu:
            dasar = float(
                pd.Series([p.nilai for p in soal.get(i.indikator, ()) if p.status == LENGKAP], dtype=float).sum()
            )
            hasil_terkait.append(
                {"klaster": urutan[i.klaster], "maks": float(i.nilai_maksimal), "dasar": dasar, "soal": tunggu}
            )
    return hasil_terkait


def _data_kode(bahan: Bahan) -> dict[str, Any] | None:
    """Return what a code says besides what the page can change, in its order; None where no code can say it."""
    form, buku, isi, ini = bahan.resmi.instrumen, bahan.resmi.buku, bahan.isi, bahan.klaster.id
    try:
        (penuh, lain), tetap = pisah_nilai(form, isi.nilai), satuan_bobot(form, isi.bobot)
    except KlaError:
        return None
    letak = {d: n for n, d in enumerate(daftar_dokumen(buku))}
    status = {letak[d]: STATUS.index(s) for d, s in isi.status.items()}
    return {
        "form": nama_form(form),
        "data": sidik_data(buku),
        "dokumen": sidik_dokumen(buku),
        "kelompok": [
            {"milik": {SEMUA: "klaster", ini: "indikator"}.get(induk, ""), "tetap": t}
            | {"resmi": bulatkan_bobot(list(bagian.values()))}
            for (induk, bagian), t in zip(bobot_resmi(form).items(), tetap, strict=True)
        ],
        "penuh": penuh,
        "nilai": sorted(lain.items()),
        "lengkap": sorted(d for d, s in status.items() if s == 0),
        "status": sorted((d, s) for d, s in status.items() if s),
        "berdokumen": letak_berdokumen(form, isi.berdokumen),
    }


def _bila_beda(bahan: Bahan, bagian: Mapping[str, float]) -> list[float] | None:
    return list(bagian.values()) if any(k in bahan.isi.bobot for k in bagian) else None


def _angka(nilai: float) -> float | None:
    return None if pd.isna(nilai) else float(nilai)
