"""Show what kind of gap each question has, and how far this cycle can lawfully reach."""

from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.dokumen.celah import (
    BELUM_DITENTUKAN,
    DARI_DOKUMEN,
    DARI_RAD,
    DARI_TANGGAL,
    SIKLUS_BERIKUTNYA,
    URUTAN_KERJA,
    Tercapai,
)
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.views.rupa.kolom_kantor import kolom_kantor, sel_kantor
from kla_lib.views.rupa.lembar import Lembar, tampilkan
from kla_lib.views.rupa.sebutan import poin, sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, pernyataan

KOLOM_HALAMAN = ("kode", "label", "celah", "jenis", "bisa", "dasar", "utama")

DICETAK = 9
"""Columns of the list that are printed: up to the offices."""


def kalimat_tercapai(keadaan: Keadaan) -> Tampilan:
    """Return the range that this cycle can reach, and what it leaves out."""
    h = keadaan.hasil
    if h is None:
        return pernyataan(_("Nilai belum dicatat dalam buku data, jadi celahnya belum diketahui."))
    if h.tahap == "vf":
        return pernyataan(_("Nilai ini nilai akhir: tidak ada yang bisa ditambahkan dalam siklus ini."))
    t = keadaan.tercapai
    if h.terdukung is None:
        return pernyataan(
            _("Dokumen belum dicatat, jadi belum diketahui berapa poin yang aman."),
            [
                _("Yang pasti tidak bisa diraih dalam siklus ini: {poin}.").format(poin=poin(t.siklus_berikutnya))
                if t.siklus_berikutnya
                else _("Belum ada celah yang dinyatakan milik siklus berikutnya."),
                _("Ini bukan nilai resmi."),
            ],
        )
    lanjutan = [
        _sebut_sasaran(keadaan, t),
        _("Saat ini {poin} berdokumen lengkap dari tahun yang dinilai.").format(poin=poin(t.aman)),
        _("{poin} di ujung atas belum ditentukan jenis celahnya, jadi hanya melebarkan rentang ke atas.").format(
            poin=poin(t.belum_ditentukan)
        ),
    ]
    if t.siklus_berikutnya:
        lanjutan.append(
            _("{poin} baru bisa diraih pada siklus berikutnya dan tidak dihitung.").format(
                poin=poin(t.siklus_berikutnya)
            )
        )
    if t.bersandar:
        lanjutan.append(
            _("{poin} bersandar pada dokumen lengkap yang bertanggal sesudah {tahun}; tidak dihitung di sini.").format(
                poin=poin(t.bersandar), tahun=keadaan.buku.keterangan.tahun_evaluasi
            )
        )
    lanjutan.append(_("Ini yang masih mungkin, bukan perkiraan hasil, dan bukan nilai resmi."))
    utama = _("Siklus ini masih bisa mencapai {sedikit} sampai {banyak} poin.").format(
        sedikit=format_angka(t.paling_sedikit), banyak=format_angka(t.paling_banyak)
    )
    return pernyataan(utama, lanjutan)


def _sebut_sasaran(keadaan: Keadaan, t: Tercapai) -> str:
    """Say whether the meeting's target lies below, within or above the range."""
    urutan, sasaran = keadaan.kategori.urutan, keadaan.kategori[keadaan.rapat.sasaran]
    capai = [urutan.index(kategori_of(n, keadaan.kategori)) for n in (t.paling_sedikit, t.paling_banyak)]
    mulai = (_("di atas {n}") if sasaran.di_atas else _("pada {n}")).format(n=format_angka(sasaran.besaran))
    if capai[0] >= urutan.index(sasaran.id):
        kalimat = _("{sasaran} mulai {mulai}: seluruh rentang ini sudah di sana.")
    elif capai[1] >= urutan.index(sasaran.id):
        kalimat = _("{sasaran} mulai {mulai}: masih mungkin, tetapi belum tentu.")
    else:
        kalimat = _("{sasaran} mulai {mulai}: menurut catatan ini tidak bisa lagi tercapai dalam siklus ini.")
    return kalimat.format(sasaran=sasaran.nama, mulai=mulai)


def tabel_jenis_celah(keadaan: Keadaan) -> Tampilan:
    """Return per kind of gap how many questions and points it holds, and what this cycle can reach of them."""
    kolom = [
        Kolom("jenis", _("Jenis celah")),
        Kolom("n", _("Pertanyaan"), angka=True),
        Kolom("celah", _("Poin belum aman"), angka=True),
        Kolom("bisa", _("Bisa diraih siklus ini")),
    ]
    c = _bercelah(keadaan)
    baris = []
    for jenis in (*URUTAN_KERJA, BELUM_DITENTUKAN, SIKLUS_BERIKUTNYA):
        milik = c[c["jenis"] == jenis] if c is not None else pd.DataFrame()
        if not milik.empty:
            bisa = _sebut_rentang(milik["paling_sedikit"].sum(), milik["paling_banyak"].sum())
            celah = float(milik["celah"].sum())
            baris.append({"jenis": sebut_jenis_celah(jenis), "n": len(milik), "celah": celah, "bisa": bisa})
    return tampilkan(Lembar(_("Celah menurut jenisnya"), kolom, baris, _belum_ada()), len(baris))


def lembar_celah(keadaan: Keadaan) -> Lembar:
    """Return every question that is not secured with the kind of its gap, the largest gaps first."""
    kolom = [
        Kolom("kode", _("Kode")),
        Kolom("label", _("Pertanyaan")),
        Kolom("maks", _("Nilai maksimal"), angka=True),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("celah", _("Belum aman"), angka=True),
        Kolom("jenis", _("Jenis celah")),
        Kolom("bisa", _("Bisa diraih siklus ini")),
        *kolom_kantor(),
        Kolom("dasar", _("Menurut")),
        Kolom("aman", _("Aman"), angka=True),
        Kolom("sedikit", _("Paling sedikit bisa diraih"), angka=True),
        Kolom("banyak", _("Paling banyak bisa diraih"), angka=True),
    ]
    c = _bercelah(keadaan)
    baris = [] if c is None else [_baris(keadaan, r) for r in c.itertuples(index=False)]
    return Lembar(_("Celah per pertanyaan"), kolom, baris, _belum_ada(), cetak=DICETAK)


def tabel_celah(keadaan: Keadaan, paling_banyak: int = 15) -> Tampilan:
    """Return the questions with the largest gaps."""
    return tampilkan(lembar_celah(keadaan), paling_banyak, KOLOM_HALAMAN)


def _bercelah(keadaan: Keadaan) -> pd.DataFrame | None:
    """Return the questions that are not secured; None where nothing tells what kind of gap they have."""
    h, tanpa_catatan = keadaan.hasil, keadaan.buku.rad is None
    if h is None or h.tahap == "vf" or (h.terdukung is None and tanpa_catatan):
        return None
    c = keadaan.celah
    return c[c["celah"].round(2) > 0].sort_values("celah", ascending=False, kind="stable")


def _baris(keadaan: Keadaan, r: Any) -> dict[str, Any]:
    return {
        "kode": kode_pertanyaan(r.indikator, r.pertanyaan),
        "label": sebut_pertanyaan(r.label, r.terbalik),
        "nilai": r.nilai,
        "maks": float(r.nilai_maksimal),
        "aman": r.aman,
        "celah": r.celah,
        "jenis": sebut_jenis_celah(r.jenis),
        "sedikit": r.paling_sedikit,
        "banyak": r.paling_banyak,
        "bisa": _sebut_rentang(r.paling_sedikit, r.paling_banyak),
        "dasar": _sebut_dasar(r.dasar),
        **sel_kantor(keadaan, r.opd),
    }


def _sebut_rentang(sedikit: float, banyak: float) -> str:
    if round(banyak - sedikit, 2) == 0:
        return format_angka(banyak)
    return _("{sedikit} sampai {banyak}").format(sedikit=format_angka(sedikit), banyak=format_angka(banyak))


def sebut_jenis_celah(jenis: str) -> str:
    """Return a kind of gap in a reader's words."""
    return {
        "dokumen_ada": _("dokumen ada, perlu dicari atau dilengkapi"),
        "belum_diunggah": _("dokumen ada, belum diunggah"),
        "masih_bisa_dibuat": _("dokumen masih bisa dibuat"),
        SIKLUS_BERIKUTNYA: _("baru siklus berikutnya"),
        BELUM_DITENTUKAN: _("belum ditentukan"),
    }[jenis]


def _sebut_dasar(dasar: str) -> str | None:
    return {
        DARI_RAD: _("RAD"),
        DARI_DOKUMEN: _("daftar dokumen"),
        DARI_TANGGAL: _("tanggal dokumen"),
    }.get(dasar)


def _belum_ada() -> str:
    return _("Dokumen dan RAD belum dicatat, jadi jenis celah tiap pertanyaan belum diketahui.")
