"""Collect the actions of a book: from the RAD, from documents, from unanswered questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.scoring.dokumen.celah import BELUM_DITENTUKAN, Tercapai
from kla_lib.scoring.dokumen.register import Penentu
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.pekerjaan.rad import KegiatanRad
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN, Susunan
from kla_lib.scoring.rencana.kegiatan import (
    BENTROK_SELESAI,
    MENUNGGU,
    NILAI_AKHIR,
    TAHAP_EM,
    TANPA_POIN,
    TENGGAT,
    Anggapan,
    DaftarKegiatan,
    Dikecualikan,
    Kegiatan,
    Kode,
    Tempat,
)
from kla_lib.scoring.rencana.kegiatan_dokumen import dokumen_lengkap, kegiatan_dokumen
from kla_lib.scoring.rencana.kegiatan_rad import kegiatan_rad, rad_selesai
from kla_lib.scoring.rencana.kegiatan_terbuka import dengan_em, nilai_di_atas, pertanyaan_terbuka, ruang_kode
from kla_lib.scoring.rencana.tempat import atap_of, hanya, isi_tempat, poin_aman, tempat_rad
from kla_lib.scoring.rencana.wakil import beri_dokumen, satukan, wakil_dokumen

AWALAN_DOKUMEN = "dokumen "
"""How the id of a document begins where an action of the RAD bears the same."""


@dataclass(frozen=True)
class Turunan:
    """What a list of actions is made from besides the book and its scores.

    celah: of `celah_pertanyaan`; tercapai: of `poin_tercapai`; susunan: of
    `susunan_of`; penentu: of `dokumen_penentu`; batal: of `rad_dibatalkan`;
    sama: of `rad_dokumen`.
    """

    celah: pd.DataFrame
    tercapai: Tercapai
    susunan: Susunan
    penentu: Penentu
    batal: Mapping[str, str]
    sama: Mapping[str, Sequence[KegiatanRad]]


def daftar_kegiatan(
    buku: Buku,
    hasil: Hasil,
    turunan: Turunan,
    anggapan: Anggapan,
    daerah: Daerah | None = None,
    tanggal: date | None = None,
) -> DaftarKegiatan:
    """Return every action that can still count in this cycle, and those that cannot with the reason.

    tanggal: the last day of the stage; without it no deadline is looked at.
    daerah: makes one office of its several spellings; an office in no list
    stays as it is written.  At the final stage nothing can count any more.
    Raises KlaError for needs in the RAD that name nothing or run in a circle.
    """
    celah = turunan.celah
    em = hasil.terdukung is None
    if em:
        celah = celah.assign(aman=celah["nilai"].fillna(0.0))
    rad, luar = kegiatan_rad(buku, anggapan, tanggal, turunan.batal)
    diminta = {i for k in rad for i in k.butuh}
    s = turunan.susunan
    keadaan = {kode: KEADAAN_DOKUMEN[n] for kode, n in zip(s.kode, s.keadaan, strict=True)}
    lain, tempat, merugikan = kegiatan_dokumen(buku, celah, turunan.penentu, keadaan, anggapan, diminta)
    bernama = {k.id for k in rad} | {d.id for d in luar} | rad_selesai(buku)
    lain, tempat = _tanpa_nama_ganda(lain, bernama), _nama_tempat(tempat, bernama)
    wakil = wakil_dokumen(rad, turunan.sama)
    rad = beri_dokumen(rad, wakil, celah, turunan.penentu)
    rad, lain, tempat = satukan(rad, lain, tempat, {_nama(d, bernama): i for d, i in wakil.items()})
    aman = poin_aman(celah, hasil, em)
    isi = {k.kode[0]: isi_tempat(k.kode[0], celah, hasil, aman) for k in rad}
    rad = dengan_em(rad, isi)
    terbuka, tempat_terbuka, tidak_dikejar = _terbuka(buku, hasil, celah, rad, luar, anggapan)
    semua = _satu_kantor([*rad, *lain, *terbuka], daerah)
    selesai = (rad_selesai(buku) | dokumen_lengkap(buku)) - {k.id for k in semua}
    dipakai, tersisih = _bisa_dikerjakan(semua, selesai)
    luar += [*merugikan, *tidak_dikejar, *(d for d in tersisih if d.id not in {sudah.id for sudah in luar})]
    if hasil.tahap == "vf":
        luar += [Dikecualikan(k.id, k.teks, k.opd, NILAI_AKHIR, k.poin[1]) for k in dipakai]
        dipakai = []
    tempat = [*tempat_rad(dipakai, celah, hasil, keadaan, aman), *tempat, *tempat_terbuka]
    ada = {k.id for k in dipakai}
    tempat = [t for t in (hanya(t, ada) for t in tempat) if t is not None]
    atap = atap_of(hasil, aman)
    return DaftarKegiatan(
        "em" if em else "berdokumen",
        hasil.diklaim if em else turunan.tercapai.aman,
        tuple(sorted(dipakai, key=lambda k: k.id)),
        tuple(tempat),
        tuple(a for a in atap if any(a.memuat(t.kode) for t in tempat)),
        tuple(sorted(luar, key=lambda d: d.id)),
        0.0 if hasil.tahap == "vf" else _belum_ditentukan(hasil, celah, turunan.tercapai, em),
        hasil.diklaim if hasil.tahap == TAHAP_EM else None,
        (*ruang_kode(rad, isi), *atap_of(hasil, poin_aman(celah, hasil, True))),
    )


def _terbuka(
    buku: Buku,
    hasil: Hasil,
    celah: pd.DataFrame,
    rad: list[Kegiatan],
    luar: list[Dikecualikan],
    anggapan: Anggapan,
) -> tuple[list[Kegiatan], list[Tempat], list[Dikecualikan]]:
    """Return what is still open in the self-evaluation; nothing once it is closed."""
    if hasil.tahap != TAHAP_EM:
        return [], [], []
    lewat: dict[Kode, list[str]] = {}
    if buku.rad is not None:
        terlambat = {d.id for d in luar if d.alasan == TENGGAT}
        for r in buku.rad[buku.rad["id_kegiatan"].isin(terlambat)].itertuples():
            lewat.setdefault((r.klaster, r.indikator, r.pertanyaan), []).append(r.id_kegiatan)
    kabur = {(t.indikator, t.pertanyaan) for t in buku.instrumen.kepala.teks_ganda}
    soal, tempat, tidak_dikejar = pertanyaan_terbuka(celah, rad, lewat, kabur, anggapan)
    return [*soal, *nilai_di_atas(hasil, rad, anggapan)], tempat, tidak_dikejar


def _belum_ditentukan(hasil: Hasil, celah: pd.DataFrame, tercapai: Tercapai, em: bool) -> float:
    """Return the points of which nobody said whether this cycle can reach them, in marks above the questions too."""
    if not em:
        return tercapai.belum_ditentukan
    kenal = celah[celah["jenis"] != BELUM_DITENTUKAN]
    sisa = float(hasil.klaster["nilai_maksimal"].sum()) - hasil.diklaim
    return max(sisa - float((kenal["nilai_maksimal"] - kenal["aman"]).sum()), 0.0)


def _tanpa_nama_ganda(lain: list[Kegiatan], bernama: set[str]) -> list[Kegiatan]:
    """Give a document whose id an action of the RAD also has another name."""
    return [replace(k, id=_nama(k.id, bernama), butuh=tuple(_nama(b, bernama) for b in k.butuh)) for k in lain]


def _nama_tempat(tempat: list[Tempat], bernama: set[str]) -> list[Tempat]:
    return [replace(t, sumbangan=tuple((_nama(i, bernama), p) for i, p in t.sumbangan)) for t in tempat]


def _nama(id_kegiatan: str, bernama: set[str]) -> str:
    return f"{AWALAN_DOKUMEN}{id_kegiatan}" if id_kegiatan in bernama else id_kegiatan


def _satu_kantor(semua: list[Kegiatan], daerah: Daerah | None) -> list[Kegiatan]:
    return semua if daerah is None else [replace(k, opd=daerah.peran_of(k.opd) or k.opd) for k in semua]


def _bisa_dikerjakan(semua: list[Kegiatan], selesai: set[str]) -> tuple[list[Kegiatan], list[Dikecualikan]]:
    """Leave out what waits for something that cannot be done, and what brings nothing to anything.

    Needs and exclusions that are settled already are taken off the actions.
    """
    luar = []
    sisa = {k.id: k for k in semua}
    while True:
        buang = {k.id: (MENUNGGU, b) for k in sisa.values() for b in k.butuh if b not in sisa and b not in selesai} | {
            k.id: (BENTROK_SELESAI, b) for k in sisa.values() for b in k.bentrok if b in selesai
        }
        if not buang:
            break
        luar += [
            Dikecualikan(i, sisa[i].teks, sisa[i].opd, alasan, sisa[i].poin[1], sebab)
            for i, (alasan, sebab) in buang.items()
        ]
        sisa = {i: k for i, k in sisa.items() if i not in buang}
    perlu = _diperlukan(sisa)
    luar += [
        Dikecualikan(k.id, k.teks, k.opd, TANPA_POIN, float("nan"))
        for k in sisa.values()
        if k.id not in perlu and k.sumber == "rad"
    ]
    return [
        replace(k, butuh=tuple(b for b in k.butuh if b in sisa), bentrok=tuple(b for b in k.bentrok if b in perlu))
        for k in sisa.values()
        if k.id in perlu
    ], luar


def _diperlukan(sisa: dict[str, Kegiatan]) -> set[str]:
    """Return the actions with points and all that these need."""
    perlu: set[str] = set()
    baru = {k.id for k in sisa.values() if max(k.poin[2], k.em[2]) > 0}
    while baru:
        perlu |= baru
        baru = {b for i in baru for b in sisa[i].butuh if b in sisa} - perlu
    return perlu
