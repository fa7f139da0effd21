"""Work out the rows of marks and actions that can be changed: what is recorded, what the scenario says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.skenario import check_isi
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.jalur import load_jalur
from kla_lib.rules.kerja import load_kerja
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.rencana.kegiatan import Anggapan, Dikecualikan, Kegiatan
from kla_lib.scoring.rencana.kegiatan_rad import kegiatan_rad
from kla_lib.scoring.skenario.ubah import kerjakan_kegiatan, nilai_resmi, nilai_tertinggi, sudah_dikerjakan
from kla_lib.views.rencana.kalimat_rencana import sebut_alasan
from kla_lib.views.rupa.sebutan import sebut_pertanyaan
from kla_lib.views.skenario.kelompok import Kelompok

HALAMAN = 8
"""Rows of a page."""

POIN_TERKECIL = 0.005
"""Points below it would be printed as nothing."""


@dataclass(frozen=True)
class PilihanNilai:
    """Something that can be changed: its code, the klaster it serves, its words.

    kelompok: whose it is, of `Kelompok`.  bawa: the points (poin) that it could
    bring to the official result; the lists begin with the most.
    """

    kode: str
    klaster: tuple[str, ...]
    judul: str
    rinci: str = ""
    kelompok: tuple[str, ...] = ()
    bawa: float = 0.0


def menurut_bawaan(butir: Iterable[PilihanNilai]) -> list[PilihanNilai]:
    """Return rows that bring most points first, those that bring the same in their given order.

    It is the official result that counts, so no row moves under the hand that changes it.
    """
    return sorted(butir, key=lambda b: -round(b.bawa, 4))


def saring(butir: Sequence[PilihanNilai], klaster: str, cari: str, kelompok: str = "") -> list[PilihanNilai]:
    """Return the rows of a klaster and of an office or area ("" for all) that hold every word that is looked for.

    A code finds its row first: "5/1" is not "25/1".
    """
    kata = cari.casefold().split()
    cocok = [
        b
        for b in butir
        if (not klaster or klaster in b.klaster)
        and (not kelompok or kelompok in b.kelompok)
        and all(k in f"{b.judul} {b.rinci}".casefold() for k in kata)
    ]
    return sorted(cocok, key=lambda b: not b.kode.casefold().startswith(kata[0])) if kata else cocok


def banyak_halaman(butir: Sequence[PilihanNilai]) -> int:
    """Return how many pages there are, at least one."""
    return max(1, -(-len(butir) // HALAMAN))


def halaman(butir: Sequence[PilihanNilai], nomor: int) -> list[PilihanNilai]:
    """Return the rows of a page, the first is 1."""
    return list(butir[HALAMAN * (nomor - 1) : HALAMAN * nomor])


PERTANYAAN, INDIKATOR = "pertanyaan", "indikator"


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


def daftar_butir(resmi: Keadaan, tingkat: str, kelompok: Kelompok) -> list[PilihanNilai]:
    """Return what can be given points, the most room for more points first.

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
    nilai, maks = nilai_resmi(hasil), nilai_tertinggi(hasil)
    butir: list[PilihanNilai] = []

    def tambah(kode: str, klaster: str, judul: str, milik: tuple[str, ...] = ()) -> None:
        ruang = maks[kode] - (0.0 if pd.isna(nilai[kode]) else nilai[kode])
        rinci = _("baru bisa bertambah pada siklus berikutnya") if kode in resmi.nanti and ruang > 0 else ""
        butir.append(PilihanNilai(kode, (klaster,), judul, rinci, milik, 0.0 if rinci else ruang))

    for k in resmi.instrumen.klaster:
        if k.id in utuh_k:
            tambah(k.id, k.id, k.judul_pendek)
            continue
        for i in k.indikator:
            bagian = [] if i.kode not in soal else list(soal[i.kode].itertuples(index=False))
            milik = [kelompok.soal(kode_pertanyaan(i.kode, p.pertanyaan), p.opd) for p in bagian]
            if tingkat == INDIKATOR or i.kode in utuh_i or not bagian:
                tambah(i.kode, k.id, f"{i.kode} {_(i.nama)}", tuple(dict.fromkeys(m for ms in milik for m in ms)))
                continue
            for p, m in zip(bagian, milik, strict=True):
                kode = kode_pertanyaan(i.kode, p.pertanyaan)
                if p.nilai_maksimal:
                    tambah(kode, k.id, f"{kode} {sebut_pertanyaan(str(p.label), p.terbalik is True)}", m)
    return menurut_bawaan(butir)


def baris_nilai(butir: PilihanNilai, nilai: Nilai) -> dict[str, Any]:
    """Return the row of a question, an indikator or a klaster."""
    tercatat, kini, maks = (isi[butir.kode] for isi in (nilai.tercatat, nilai.kini, nilai.maks))
    berubah = not (kini == tercatat or abs(kini - tercatat) < 1e-4 or (pd.isna(kini) and pd.isna(tercatat)))
    ada = _("belum dicatat") if pd.isna(tercatat) else format_angka(tercatat)
    bisa = _("bisa bertambah {n}").format(n=format_angka(butir.bawa)) if butir.bawa >= POIN_TERKECIL else butir.rinci
    rinci = " · ".join(filter(None, [_("Tercatat {ada}").format(ada=ada), bisa]))
    return {
        "kode": butir.kode,
        "jenis": "angka",
        "judul": butir.judul,
        "rinci": rinci,
        "label": _("Nilai {kode}, 0 sampai {maks} poin").format(kode=butir.kode, maks=format_angka(maks)),
        "nilai": None if pd.isna(kini) else kini,
        "nilai_teks": "" if pd.isna(kini) else format_angka(kini),
        "maks": maks,
        "maks_teks": format_angka(maks),
        "berubah": berubah,
        "mati": False,
    }


@dataclass(frozen=True)
class DaftarRad:
    """The actions by id; `luar` are those that cannot be tried, with the reason in words."""

    butir: tuple[PilihanNilai, ...]
    kegiatan: dict[str, Kegiatan]
    luar: dict[str, str]


def daftar_rad(resmi: Keadaan, kelompok: Kelompok) -> DaftarRad | None:
    """Return the actions that are not done yet, or None where the book has no RAD.

    Those that can be tried come first, of these the ones with most likely points.
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
    butir = [
        PilihanNilai(
            i,
            (klaster[i],),
            f"{i} {k.teks}",
            resmi.daerah.nama_opd(k.opd),
            kelompok.kantor(k.opd),
            bisa[i].poin[1] if i in bisa else -1.0,
        )
        for i, k in semua.items()
    ]
    return DaftarRad(tuple(menurut_bawaan(butir)), bisa, alasan)


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
