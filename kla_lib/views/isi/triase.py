"""Show where to begin: what the questions with most points already tell, and the order of the work."""

from dataclasses import replace
from typing import Any

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.kerja import load_kerja
from kla_lib.rules.tahap import sebut_tahap
from kla_lib.scoring.dokumen.triase import triase
from kla_lib.scoring.nilai.rentang import JawabanAwal, jawaban_awal
from kla_lib.views.rupa.kolom_kantor import kolom_kantor, sel_kantor
from kla_lib.views.rupa.lembar import Lembar, tampilkan
from kla_lib.views.rupa.sebutan import sebut_nilai_bentrok, sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, pernyataan

PERTANYAAN_TERATAS = 40
KOLOM_HALAMAN = ("nomor", "kode", "label", "poin", "keadaan", "ragu", "utama")


def kalimat_awal(keadaan: Keadaan, n: int = PERTANYAAN_TERATAS) -> Tampilan:
    """Return the first honest answer: what the n questions with most points hold, and what the total can be."""
    h = keadaan.hasil
    if h is None:
        return pernyataan(_("Nilai belum dicatat dalam buku data, jadi semuanya masih mungkin."))
    j = jawaban_awal(h, n)
    if not j.n:
        return pernyataan(_("Form ini tidak memuat pertanyaan; nilainya hanya diketahui per klaster."))
    utama = _("{n} pertanyaan memegang {poin} dari {semua} poin.").format(
        n=j.n,
        poin=format_angka(j.memegang),
        semua=format_angka(keadaan.instrumen.kepala.nilai_maksimal),
    )
    return pernyataan(utama, _lanjutan(h.tahap, j))


def _lanjutan(tahap: str, j: JawabanAwal) -> list[str]:
    tahu = _("Dari {n} yang sudah dinilai: {poin} poin.").format(n=j.dinilai, poin=format_angka(j.teratas.terendah))
    sisa = round(j.semua.tertinggi - j.semua.terendah, 2)
    nama = sebut_tahap(tahap)
    if not sisa:
        kalimat = [tahu, _("Semua pertanyaan sudah dinilai: {tahap} {nilai}.")]
    else:
        kalimat = [
            tahu,
            _("Semua yang belum dinilai bernilai antara 0 dan {sisa} poin, jadi {tahap} antara {nilai} dan {tinggi}."),
        ]
    kalimat[1] = kalimat[1].format(
        sisa=format_angka(sisa),
        tahap=nama,
        nilai=format_angka(j.semua.terendah),
        tinggi=format_angka(j.semua.tertinggi),
    )
    return [*kalimat, _("Ini bukan nilai resmi.")]


def tabel_awal(keadaan: Keadaan, n: int = PERTANYAAN_TERATAS) -> Tampilan:
    """Return what is known and what is open, for the n questions with most points, the rest, and all."""
    kolom = [
        Kolom("bagian", _("Bagian form")),
        Kolom("pertanyaan", _("Dinilai")),
        Kolom("memegang", _("Memegang poin"), angka=True),
        Kolom("terendah", _("Sedikitnya"), angka=True),
        Kolom("tertinggi", _("Sebanyaknya"), angka=True),
    ]
    baris: list[dict[str, Any]] = []
    h = keadaan.hasil
    if h is not None and len(h.pertanyaan):
        j, semua = jawaban_awal(h, n), float(keadaan.instrumen.kepala.nilai_maksimal)
        dinilai, banyak = int(h.pertanyaan["nilai"].notna().sum()), len(h.pertanyaan)
        isi = (
            (_("{n} pertanyaan teratas").format(n=j.n), j.dinilai, j.n, j.memegang, j.teratas),
            (_("seluruh form"), dinilai, banyak, semua, j.semua),
        )
        for bagian, sudah, dari, memegang, r in isi:
            baris.append(
                {
                    "bagian": bagian,
                    "pertanyaan": _("{n} dari {semua}").format(n=sudah, semua=dari),
                    "memegang": memegang,
                    "terendah": r.terendah,
                    "tertinggi": r.tertinggi,
                }
            )
    return tampilkan(Lembar(_("Yang sudah dan belum diketahui"), kolom, baris, _belum_ada()), len(baris))


def lembar_triase(keadaan: Keadaan) -> Lembar:
    """Return the questions in the order in which to work, with the assumed doubt beside each."""
    kolom = [
        Kolom("nomor", _("Urutan"), angka=True),
        Kolom("kode", _("Kode")),
        Kolom("label", _("Pertanyaan")),
        Kolom("poin", _("Nilai maksimal"), angka=True),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("keadaan", _("Keadaan")),
        Kolom("anggapan", _("Ragu (anggapan)"), angka=True),
        Kolom("ragu", _("Poin yang diragukan"), angka=True),
        *kolom_kantor(),
    ]
    baris: list[dict[str, Any]] = []
    if keadaan.hasil is not None:
        anggapan = load_kerja(keadaan.params, keadaan.buku.keterangan.tahun_evaluasi)
        tabel = triase(keadaan.buku, keadaan.hasil, anggapan, keadaan.penentu)
        bentrok = sebut_nilai_bentrok(keadaan)
        for nomor, r in enumerate(tabel.itertuples(index=False), start=1):
            kode = kode_pertanyaan(r.indikator, r.pertanyaan)
            baris.append(
                {
                    "nomor": nomor,
                    "kode": kode,
                    "label": sebut_pertanyaan(r.label, r.terbalik),
                    "poin": float(r.nilai_maksimal),
                    "nilai": r.nilai,
                    "keadaan": bentrok.get(kode) or sebut_keadaan(r.keadaan),
                    "anggapan": float(r.ragu),
                    "ragu": float(r.poin_ragu),
                    **sel_kantor(keadaan, r.opd),
                }
            )
    return Lembar(_("Urutan kerja: poin dikali keraguan"), kolom, baris, _belum_ada())


def lembar_teratas(keadaan: Keadaan, n: int = PERTANYAAN_TERATAS) -> Lembar:
    """Return the n questions to work on first, for one or two sheets of paper."""
    semua = lembar_triase(keadaan)
    return replace(semua, judul=_("{n} pertanyaan yang dikerjakan dulu").format(n=n), baris=semua.baris[:n])


def tabel_triase(keadaan: Keadaan, paling_banyak: int = 15) -> Tampilan:
    """Return the questions to work on first."""
    return tampilkan(lembar_triase(keadaan), paling_banyak, KOLOM_HALAMAN)


def sebut_keadaan(keadaan: str) -> str:
    """Return the state of a question in a reader's words."""
    return {
        "belum_dinilai": _("belum dinilai"),
        "dokumen_kurang": _("dokumen kurang atau tidak ada"),
        "dokumen_belum_dicatat": _("dokumen belum dicatat"),
        "belum_diperiksa": _("dokumen belum diperiksa"),
        "belum_dikonfirmasi": _("belum dikonfirmasi kantornya"),
        "pasti": _("dikonfirmasi, dokumen lengkap"),
    }[keadaan]


def _belum_ada() -> str:
    return _("Nilai per pertanyaan tidak tersedia dalam buku data ini.")
