"""Make the plan of a book: the answer, what it costs, how sure it is, what it means, what stands in its way."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from kla_lib.data.buku import Buku
from kla_lib.rules.kategori import DaftarKategori, Kategori
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.scoring.rencana.dampak import dampak_rencana, pengubah_lain
from kla_lib.scoring.rencana.halangan import halangan
from kla_lib.scoring.rencana.inti import kelompok_kegiatan
from kla_lib.scoring.rencana.kegiatan import Anggapan, DaftarKegiatan, kapasitas_kantor
from kla_lib.scoring.rencana.masalah import Masalah, Pilihan, jarak_em, poin_tempat, susun_masalah
from kla_lib.scoring.rencana.peluang import (
    MasaDepan,
    belum_pasti,
    best_chance,
    cheapest_for_chance,
    cost_chance_curve,
    peluang_rencana,
    syarat_peluang,
    tambah_per_poin,
)
from kla_lib.scoring.rencana.pemecah import Syarat
from kla_lib.scoring.rencana.pilihan import (
    Solusi,
    bisa_menutup_em,
    cheapest_on_paper,
    most_on_paper,
    syarat_masalah,
    tanpa_em,
)
from kla_lib.scoring.rencana.rencana import Kemungkinan, Ramalan, Rencana, TujuanRencana
from kla_lib.scoring.rencana.terpilih import cadangan, nilai_em, rencana_em, terpilih_of

DESIMAL_TOTAL = 2
MASA_DEPAN, MASA_DEPAN_TERKECIL, ISI_TERBANYAK = 400, 50, 6_000
"""Over how many futures a chance is exact: fewer, down to the second, where those that the choice decides, times the
places of its actions, are more than the third; the solver's work grows faster than that."""

BANYAK_TINGKAT = 7
"""At how many chances, from nothing done to all that helps, it is asked what they cost."""


def poin_sasaran(k: Kategori) -> float:
    """Return the least total, before rounding to two decimals, that has a category."""
    setengah = 0.5 * 10.0**-DESIMAL_TOTAL
    return k.besaran + setengah if k.di_atas else k.besaran - setengah


def susun_rencana(
    daftar: DaftarKegiatan,
    buku: Buku,
    hasil: Hasil,
    kategori: DaftarKategori,
    anggapan: Anggapan,
    minta: TujuanRencana,
    ramalan: Ramalan | None = None,
    uji: Mapping[str, Ramalan] | None = None,
) -> Rencana:
    """Return the plan of a book for one target, without what other chances would cost (see `dengan_kurva`).

    daftar: of `daftar_kegiatan`, until the same day as `minta`.

    ramalan: the draws on which a chance is optimised; uji: fresh draws per
    setting, the main one first (without it `ramalan` is its own test).
    Without a forecast the plan is the cheapest on paper, whatever chance is
    asked for.
    """
    kapasitas = kapasitas_kantor(buku.keterangan.tanggal_data, minta.tanggal, anggapan.jalur)
    sasaran, urutan = kategori[minta.sasaran], kategori.urutan
    ambang = poin_sasaran(sasaran)
    m = susun_masalah(daftar, kapasitas, minta.anggaran, ambang=ambang)
    longgar = m if bisa_menutup_em(m) else tanpa_em(m)
    butuh = ambang - daftar.awal
    if ramalan is None or minta.peluang is None:
        solusi, syarat = _di_atas_kertas(longgar, butuh)
        tercapai, tambahan = None, 0
    else:
        dipilih = pilih_masa_depan(daftar, m, ramalan, ambang)
        solusi, tercapai, syarat, tambahan = _dengan_peluang(m, dipilih, ambang, minta.peluang)
    nilai = round(daftar.awal + float(poin_tempat(m, solusi.pilih).sum()), DESIMAL_TOTAL)
    kategori_nilai = kategori_of(nilai, kategori)
    di_kertas = urutan.index(kategori_nilai) >= urutan.index(sasaran.id)
    if tercapai is None:
        tercapai = di_kertas
    em = rencana_em(daftar, m, solusi.pilih, sasaran, di_kertas, longgar is m)
    sebut_terbuka = em is None or em.jangkauan == "kurang_dokumen"  # elsewhere the distance of the EM tells it
    terpilih = terpilih_of(daftar, m, solusi.pilih)
    kegiatan = [t.kegiatan for t in terpilih]
    maksimal = susun_masalah(daftar, kapasitas, minta.anggaran, "poin_maks")
    hampir_sama, lepas = anggapan.jalur.hampir_sama, cadangan(daftar, m, solusi.pilih)
    return Rencana(
        sasaran=sasaran,
        tahap=hasil.tahap,
        dasar=daftar.dasar,
        tercapai=tercapai,
        diminta=minta.peluang,
        kegiatan=terpilih,
        biaya=float(sum(k.biaya or 0.0 for k in kegiatan)),
        tanpa_anggaran=sum(k.biaya is None for k in kegiatan),
        jam=float(m.jam @ solusi.pilih),
        nilai_awal=round(daftar.awal, DESIMAL_TOTAL),
        nilai=nilai,
        nilai_em=nilai_em(daftar, hasil.diklaim, solusi.pilih),
        em=em,
        kategori=kategori_nilai,
        terbukti=solusi.terbukti,
        kelompok=kelompok_kegiatan(longgar, syarat, solusi.pilih, hampir_sama, tambahan, lepas=lepas)
        if kegiatan
        else None,
        kemungkinan=None if ramalan is None else _kemungkinan(daftar, m, solusi.pilih, ramalan, uji, ambang),
        halangan=() if di_kertas else halangan(daftar, tanpa_em(m), maksimal, butuh, sebut_terbuka),
        dampak=dampak_rencana(buku, kegiatan, anggapan.jalur),
        pengubah_lain=pengubah_lain(buku, kegiatan, anggapan.jalur),
        belum_dicatat=tuple(lembar for lembar, tabel in _lembar(buku) if tabel is None),
        dikecualikan=daftar.dikecualikan,
        kapasitas=kapasitas,
        tanggal_data=buku.keterangan.tanggal_data,
        tanggal=minta.tanggal,
        anggaran=minta.anggaran,
    )


def dengan_kemungkinan(
    rencana: Rencana, daftar: DaftarKegiatan, m: Masalah, ramalan: Ramalan, uji: Mapping[str, Ramalan]
) -> Rencana:
    """Return a plan that was chosen on paper with its chance: the same choice, nothing worked out again.

    daftar, m: the actions that it was chosen from, without a budget.
    """
    pilih, ambang = np.isin(m.id, [t.kegiatan.id for t in rencana.kegiatan]), poin_sasaran(rencana.sasaran)
    m = untuk_ambang(daftar, m, ambang)
    return replace(rencana, kemungkinan=_kemungkinan(daftar, m, pilih, ramalan, uji, ambang))


def untuk_ambang(daftar: DaftarKegiatan, m: Masalah, ambang: float) -> Masalah:
    """Return the same choice where the recorded points must be able to reach another total."""
    return replace(m, em=jarak_em(daftar, ambang))


def kemungkinan_di_atas_kertas(
    daftar: DaftarKegiatan, m: Masalah, sasaran: Kategori, ramalan: Ramalan, uji: Mapping[str, Ramalan]
) -> Kemungkinan:
    """Return the chance of the cheapest choice on paper for a target."""
    ambang = poin_sasaran(sasaran)
    m = untuk_ambang(daftar, m, ambang)
    solusi, _syarat = _di_atas_kertas(m if bisa_menutup_em(m) else tanpa_em(m), ambang - daftar.awal)
    return _kemungkinan(daftar, m, solusi.pilih, ramalan, uji, ambang)


def _lembar(buku: Buku) -> tuple[tuple[str, object], ...]:
    return ("RAD", buku.rad), ("Data dukung", buku.data_dukung), ("Capaian", buku.capaian)


def _di_atas_kertas(m: Masalah, butuh: float) -> tuple[Solusi, Syarat]:
    """Return the cheapest choice, or the one that comes nearest, with the conditions that it keeps."""
    solusi = cheapest_on_paper(m, butuh) if np.isfinite(butuh) else None
    solusi = solusi or most_on_paper(m)
    syarat = syarat_masalah(m)
    capai = min(butuh, float(poin_tempat(m, solusi.pilih).sum()))
    syarat.tambah([(len(m.id) + t, 1.0) for t in range(len(m.ruang))], bawah=capai - 1e-6)
    return solusi, syarat


def _dengan_peluang(
    m: Masalah, masa_depan: MasaDepan, ambang: float, peluang: float
) -> tuple[Solusi, bool, Syarat, int]:
    """Return the cheapest choice for a chance, or for the largest chance there is.

    Where no choice raises the chance at all, the one with most points on paper comes nearest.
    """
    solusi = cheapest_for_chance(m, masa_depan, ambang, peluang)
    tercapai = solusi is not None
    if solusi is None:
        terbaik = best_chance(m, masa_depan, ambang)
        peluang = peluang_rencana(m, masa_depan, terbaik.pilih, ambang).besaran
        tanpa = peluang_rencana(m, masa_depan, np.zeros(len(m.id), dtype=bool), ambang).besaran
        if peluang <= tanpa:
            solusi, syarat = _di_atas_kertas(m if bisa_menutup_em(m) else tanpa_em(m), np.inf)
            return replace(solusi, terbukti=solusi.terbukti and terbaik.terbukti), False, syarat, 0
        murah = cheapest_for_chance(m, masa_depan, ambang, peluang)
        solusi = terbaik if murah is None else replace(murah, terbukti=murah.terbukti and terbaik.terbukti)
    syarat, tambahan = syarat_peluang(m, masa_depan, ambang, peluang) or (syarat_masalah(m), 0)
    return solusi, tercapai, syarat, tambahan


def masa_depan_of(daftar: DaftarKegiatan, r: Ramalan) -> MasaDepan:
    """Return the futures of a forecast, with what each place of the actions adds in them."""
    return MasaDepan(r.total, tambah_per_poin(daftar, r.bagian, r.baru))


def pilih_masa_depan(daftar: DaftarKegiatan, m: Masalah, r: Ramalan, ambang: float) -> MasaDepan:
    """Return as many of the futures as a choice for `ambang` poin is worked out over exactly."""
    semua, banyak = masa_depan_of(daftar, r), min(MASA_DEPAN, len(r.total))
    while True:
        dipilih = semua.merata(banyak)
        isi = int(belum_pasti(m, dipilih, ambang).sum()) * len(m.ruang)
        if isi <= ISI_TERBANYAK or banyak <= MASA_DEPAN_TERKECIL:
            return dipilih
        banyak = max(banyak // 2, MASA_DEPAN_TERKECIL)


def _kemungkinan(
    daftar: DaftarKegiatan,
    m: Masalah,
    pilih: Pilihan,
    ramalan: Ramalan,
    uji: Mapping[str, Ramalan] | None,
    ambang: float,
) -> Kemungkinan:
    segar = [masa_depan_of(daftar, r) for r in (uji or {"": ramalan}).values()]
    dipilih = pilih_masa_depan(daftar, m, ramalan, ambang)
    peluang = [peluang_rencana(m, s, pilih, ambang) for s in segar]
    tanpa = peluang_rencana(m, segar[0], np.zeros(len(m.id), dtype=bool), ambang)
    terbaik = best_chance(m, dipilih, ambang)
    return Kemungkinan(
        peluang[0],
        (min(p.besaran for p in peluang), max(p.besaran for p in peluang)),
        peluang_rencana(m, dipilih, pilih, ambang),
        tanpa,
        peluang_rencana(m, dipilih, terbaik.pilih, ambang).besaran,
        (),
        len(dipilih.dasar),
        len(segar[0].dasar),
        terbaik.terbukti,
    )


def dengan_kurva(
    k: Kemungkinan,
    daftar: DaftarKegiatan,
    m: Masalah,
    sasaran: Kategori,
    ramalan: Ramalan,
    uji: Mapping[str, Ramalan] | None = None,
) -> Kemungkinan:
    """Return what is known of a target's chance with what other chances would cost, which takes most of the time.

    daftar, m, ramalan, uji: those from which it was worked out.
    """
    ambang = poin_sasaran(sasaran)
    m = untuk_ambang(daftar, m, ambang)
    dipilih = pilih_masa_depan(daftar, m, ramalan, ambang)
    segar = masa_depan_of(daftar, next(iter((uji or {"": ramalan}).values())))
    tanpa = np.zeros(len(m.id), dtype=bool)
    awal = peluang_rencana(m, dipilih, tanpa, ambang).besaran
    tingkat = [float(p) for p in np.linspace(awal, k.tertinggi, BANYAK_TINGKAT)[1:] if p > awal]
    titik = [s for _b, _p, s in cost_chance_curve(m, dipilih, ambang, tingkat)]
    kurva = [
        (float(m.utama @ pilih), peluang_rencana(m, segar, pilih, ambang).besaran)
        for pilih in (tanpa, *(s.pilih for s in titik))
    ]
    return replace(k, kurva=tuple(kurva), terbukti=k.terbukti and all(s.terbukti for s in titik))
