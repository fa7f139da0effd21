"""Work out the rows of marks and documents that can be changed: what is recorded, what the scenario says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import STATUS_DOKUMEN
from kla_lib.data.skenario import check_isi
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.jalur import load_jalur
from kla_lib.rules.kerja import load_kerja
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.rencana.kegiatan import Anggapan, Dikecualikan, Kegiatan
from kla_lib.scoring.rencana.kegiatan_rad import kegiatan_rad
from kla_lib.scoring.skenario.ubah import kerjakan_kegiatan, nilai_resmi, nilai_tertinggi, sudah_dikerjakan
from kla_lib.views.isi.dokumen import sebut_kantor
from kla_lib.views.rencana.kalimat_rencana import sebut_alasan
from kla_lib.views.rupa.sebutan import daftar_pendek, sebut_pertanyaan, sebut_status_dokumen

HALAMAN = 8
"""Rows of a page."""


@dataclass(frozen=True)
class PilihanNilai:
    """Something that can be changed: its code, the klaster it serves, its words."""

    kode: str
    klaster: tuple[str, ...]
    judul: str
    rinci: str = ""


def saring(butir: Sequence[PilihanNilai], klaster: str, cari: str) -> list[PilihanNilai]:
    """Return the rows of a klaster ("" for all) that hold every word that is looked for.

    A code finds its row first: "5/1" is not "25/1".
    """
    kata = cari.casefold().split()
    cocok = [
        b
        for b in butir
        if (not klaster or klaster in b.klaster) and all(k in f"{b.judul} {b.rinci}".casefold() for k in kata)
    ]
    return sorted(cocok, key=lambda b: not b.kode.casefold().startswith(kata[0])) if kata else cocok


def banyak_halaman(butir: Sequence[PilihanNilai]) -> int:
    """Return how many pages there are, at least one."""
    return max(1, -(-len(butir) // HALAMAN))


def halaman(butir: Sequence[PilihanNilai], nomor: int) -> list[PilihanNilai]:
    """Return the rows of a page, the first is 1."""
    return list(butir[HALAMAN * (nomor - 1) : HALAMAN * nomor])


PERTANYAAN, INDIKATOR = "pertanyaan", "indikator"
KODE_TAMPIL = 4
"""How many questions a document's row names."""


@dataclass(frozen=True)
class Nilai:
    """Points by code: recorded, highest, and under the scenario on the form's own scale; NaN where nothing is."""

    tercatat: dict[str, float]
    maks: dict[str, float]
    kini: dict[str, float]


def nilai_kini(keadaan: Keadaan) -> Nilai:
    """Return the points of every code; those of a scenario brought back to the form's scale."""
    resmi = keadaan.resmi or keadaan
    if resmi.hasil is None or keadaan.hasil is None:
        raise ValueError("no marks to change")
    tercatat, maks = nilai_resmi(resmi.hasil), nilai_tertinggi(resmi.hasil)
    skala, kini = nilai_tertinggi(keadaan.hasil), nilai_resmi(keadaan.hasil)
    faktor = {k: maks[k] / skala[k] if skala[k] else 1.0 for k in kini}  # some questions of the form carry no points
    return Nilai(tercatat, maks, {k: round(n * faktor[k], 4) for k, n in kini.items()})


def daftar_butir(resmi: Keadaan, tingkat: str) -> list[PilihanNilai]:
    """Return what can be given points, in the form's order.

    tingkat: PERTANYAAN or INDIKATOR.  Where the book has points of a whole
    indikator or klaster, that stands in place of its parts.  Questions that
    carry no points are left out.
    """
    hasil = resmi.hasil
    if hasil is None:
        return []
    utuh_k = set(hasil.klaster.loc[hasil.klaster["baris"] > 0, "klaster"])
    utuh_i = set(hasil.indikator.loc[hasil.indikator["baris"] > 0, "indikator"])
    soal = {str(i): t for i, t in resmi.instrumen.pertanyaan.groupby("indikator", sort=False)}
    butir = []
    for k in resmi.instrumen.klaster:
        if k.id in utuh_k:
            butir.append(PilihanNilai(k.id, (k.id,), k.judul_pendek))
            continue
        for i in k.indikator:
            if tingkat == INDIKATOR or i.kode in utuh_i or i.kode not in soal:
                butir.append(PilihanNilai(i.kode, (k.id,), f"{i.kode} {i.nama}"))
                continue
            butir += [
                PilihanNilai(
                    kode_pertanyaan(i.kode, p.pertanyaan),
                    (k.id,),
                    f"{kode_pertanyaan(i.kode, p.pertanyaan)} {sebut_pertanyaan(str(p.label), p.terbalik is True)}",
                )
                for p in soal[i.kode].itertuples(index=False)
                if p.nilai_maksimal
            ]
    return butir


def baris_nilai(butir: PilihanNilai, nilai: Nilai) -> dict[str, Any]:
    """Return the row of a question, an indikator or a klaster."""
    tercatat, kini, maks = (isi[butir.kode] for isi in (nilai.tercatat, nilai.kini, nilai.maks))
    berubah = not (kini == tercatat or abs(kini - tercatat) < 1e-4 or (pd.isna(kini) and pd.isna(tercatat)))
    ada = _("belum dicatat") if pd.isna(tercatat) else format_angka(tercatat)
    return {
        "kode": butir.kode,
        "jenis": "angka",
        "judul": butir.judul,
        "rinci": _("Tercatat {ada}").format(ada=ada),
        "label": _("Nilai {kode}, 0 sampai {maks} poin").format(kode=butir.kode, maks=format_angka(maks)),
        "nilai": None if pd.isna(kini) else kini,
        "nilai_teks": "" if pd.isna(kini) else format_angka(kini),
        "maks": maks,
        "maks_teks": format_angka(maks),
        "berubah": berubah,
        "mati": False,
    }


def daftar_butir_dokumen(resmi: Keadaan) -> list[PilihanNilai] | None:
    """Return the documents of the register, or None where the book has none."""
    r = resmi.register
    if r is None:
        return None
    milik = dict(zip(resmi.instrumen.indikator["indikator"], resmi.instrumen.indikator["klaster"], strict=True))
    return [
        PilihanNilai(
            d.id_dokumen,
            tuple(dict.fromkeys(milik[k.split("/")[0]] for k in d.kode)),
            f"{d.id_dokumen} {d.judul}",
            _rinci(resmi, d),
        )
        for d in r.itertuples(index=False)
    ]


def baris_dokumen(butir: PilihanNilai, tercatat: str, kini: str) -> dict[str, Any]:
    """Return the row of a document with its status."""
    return {
        "kode": butir.kode,
        "jenis": "pilih",
        "judul": butir.judul,
        "rinci": _("Tercatat {status} · {rinci}").format(status=sebut_status_dokumen(tercatat), rinci=butir.rinci),
        "label": _("Status dokumen {id}").format(id=butir.kode),
        "nilai": kini,
        "pilihan": [[s, sebut_status_dokumen(s)] for s in STATUS_DOKUMEN],
        "berubah": kini != tercatat,
        "mati": False,
    }


def _rinci(resmi: Keadaan, d: Any) -> str:
    bagian = [sebut_kantor(resmi, d.opd)]
    if d.kode:
        bagian.append(_("untuk {kode}").format(kode=daftar_pendek(list(d.kode), KODE_TAMPIL)))
    if pd.notna(d.poin):
        bagian.append(_("{n} poin bergantung padanya").format(n=format_angka(d.poin)))
    return " · ".join(bagian)


@dataclass(frozen=True)
class DaftarRad:
    """The actions by id; `luar` are those that cannot be tried, with the reason in words."""

    butir: tuple[PilihanNilai, ...]
    kegiatan: dict[str, Kegiatan]
    luar: dict[str, str]


def daftar_rad(resmi: Keadaan) -> DaftarRad | None:
    """Return the actions that are not done yet, or None where the book has no RAD.

    Raises KlaError for actions that name nothing or wait for each other.
    """
    rad, hasil = resmi.buku.rad, resmi.hasil
    if rad is None or hasil is None:
        return None
    tahun = resmi.buku.keterangan.tahun_evaluasi
    pakai, luar = kegiatan_rad(
        resmi.buku, Anggapan(load_kerja(resmi.params, tahun), load_jalur(resmi.params, tahun)), resmi.rapat.tenggat
    )
    alasan = {d.id: sebut_alasan(d) for d in luar}
    bisa = {}
    for k in pakai:
        if k.id in alasan:
            continue
        coba = kerjakan_kegiatan(resmi.buku, hasil, resmi.penentu, IsiSkenario(), k)
        if coba.kosong:
            alasan[k.id] = _("tidak menambah poin dan tidak melengkapi dokumen")
        elif check_isi(coba, resmi.buku, resmi.rapat.tahap, ""):
            alasan[k.id] = _("poinnya dicatat di tingkat lain daripada kegiatannya")
        else:
            bisa[k.id] = k
    klaster = dict(zip(rad["id_kegiatan"], rad["klaster"], strict=True))
    semua: dict[str, Kegiatan | Dikecualikan] = {**{d.id: d for d in luar}, **{k.id: k for k in pakai}}
    urut = sorted(semua, key=lambda i: i in alasan)  # those that can be tried first
    butir = tuple(PilihanNilai(i, (klaster[i],), f"{i} {semua[i].teks}", _kantor(resmi, semua[i])) for i in urut)
    return DaftarRad(butir, bisa, alasan)


def baris_kegiatan(butir: PilihanNilai, daftar: DaftarRad, keadaan: Keadaan) -> dict[str, Any]:
    """Return the row of an action: a tick, or why there can be none."""
    resmi = keadaan.resmi or keadaan
    k = daftar.kegiatan.get(butir.kode)
    isi = keadaan.skenario or IsiSkenario()
    ya = k is not None and resmi.hasil is not None and sudah_dikerjakan(resmi.buku, resmi.hasil, resmi.penentu, isi, k)
    rinci = (
        _("Tidak bisa dipilih: {alasan}.").format(alasan=daftar.luar[butir.kode])
        if k is None
        else _("{kantor} · kira-kira {poin} poin").format(kantor=butir.rinci, poin=format_angka(k.poin[1]))
    )
    return {
        "kode": butir.kode,
        "jenis": "centang",
        "judul": butir.judul,
        "rinci": rinci,
        "label": _("Kegiatan {id} dikerjakan").format(id=butir.kode),
        "nilai": ya,
        "berubah": ya,
        "mati": k is None,
    }


def _kantor(resmi: Keadaan, k: Kegiatan | Dikecualikan) -> str:
    return resmi.daerah.nama_opd(k.opd)
