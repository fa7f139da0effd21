"""Say on a page of one office what we still need from it, what it promised, what it holds."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.pekerjaan.pekerjaan import BERDOKUMEN, PEMERIKSA, Pekerjaan, PekerjaanKantor, poin_bersama
from kla_lib.views.kantor.lembar import baris_pertanyaan, di_bagian_lain, lembar_diminta
from kla_lib.views.kantor.sebut_kebutuhan import sebut_jumlah, sebut_poin
from kla_lib.views.kantor.teks_obrolan import teks_obrolan
from kla_lib.views.rapat.sesi_anggota import sesi_kantor
from kla_lib.views.rupa.lembar import sebut_sel
from kla_lib.views.rupa.sebutan import daftar_pendek, sebut_status_dokumen
from kla_lib.views.rupa.tampilan import (
    Kolom,
    Tampilan,
    catatan_kaki,
    lipatan,
    paragraf,
    pernyataan,
    potongan,
    tabel,
    tumpuk,
)


def kalimat_daftar(kantor: Mapping[str, PekerjaanKantor]) -> Tampilan:
    """Return how many offices there are, or why none is known."""
    if not kantor:
        return pernyataan(
            _("Halaman per kantor belum bisa dibuat."),
            [
                _(
                    "Buku data ini memuat nilai per klaster saja, tanpa pertanyaan, dokumen, RAD, atau keputusan; "
                    "kantor penanggung jawabnya belum diketahui."
                )
            ],
        )
    diminta = sum(bool(k.butuh) for k in kantor.values())
    utama = _("{n} kantor, urut abjad. Dari {diminta} di antaranya masih ada yang kita minta.").format(
        n=len(kantor), diminta=diminta
    )
    return pernyataan(utama)


def daftar_kantor(keadaan: Keadaan, kantor: Mapping[str, PekerjaanKantor], tautan: Mapping[str, str]) -> Tampilan:
    """Return a link to the page of each office; the order says nothing about how much it did.

    tautan: place of the page by role.
    """
    baris = sorted(
        (
            {
                "nama": keadaan.daerah.nama_opd(peran),
                "tautan": tautan[peran],
                "kalimat": _("{n} hal diminta").format(n=format_angka(len(k.butuh), 0))
                if k.butuh
                else _("tidak ada yang diminta saat ini"),
            }
            for peran, k in kantor.items()
        ),
        key=lambda b: (b["nama"].casefold(), b["tautan"]),
    )
    return potongan("daftar_kantor", "\n".join(f"{b['nama']}: {b['kalimat']}" for b in baris), kantor=baris)


def tabel_tanpa_kantor(keadaan: Keadaan) -> Tampilan:
    """Return the documents and decisions that nobody answers for, so that they are not lost; nothing where none is."""
    baris = [*_dokumen(keadaan), *_keputusan(keadaan)]
    if not baris:
        return Tampilan("", "")
    kolom = [Kolom("nomor", _("Nomor")), Kolom("isi", _("Isi")), Kolom("status", _("Status"))]
    n_dokumen = len(_dokumen(keadaan))
    kalimat = []
    if n_dokumen:
        kalimat.append(_("{n} dokumen yang belum lengkap belum punya kantor.").format(n=n_dokumen))
    if len(baris) > n_dokumen:
        kalimat.append(_("{n} keputusan rapat yang belum selesai belum punya kantor.").format(n=len(baris) - n_dokumen))
    pesan = " ".join([*kalimat, _("Tulis kantornya di kolom opd supaya masuk ke halaman kantor itu.")])
    t = tabel(_("Belum punya kantor"), kolom, baris, "", "tanpa-judul")
    return tumpuk(paragraf(pesan), t)


def _dokumen(keadaan: Keadaan) -> list[dict[str, Any]]:
    d = keadaan.buku.data_dukung
    if d is None:
        return []
    milik = d[d["opd"].isna() & (d["status"] != LENGKAP)]
    return [
        {"nomor": r.id_dokumen, "isi": r.judul, "status": sebut_status_dokumen(r.status)}
        for r in milik.itertuples(index=False)
    ]


def _keputusan(keadaan: Keadaan) -> list[dict[str, Any]]:
    t = keadaan.buku.tindak_lanjut
    if t is None:
        return []
    milik = t[t["opd"].isna() & ~t["status"].isin(["selesai", "batal"])]
    return [
        {
            "nomor": r.id_keputusan,
            "isi": r.keputusan,
            "status": r.status if pd.notna(r.status) else _("belum dicatat"),
        }
        for r in milik.itertuples(index=False)
    ]


PALING_BANYAK = 15
TERBUKA = 10  # rows of questions that stand open; a longer table is folded
KOLOM_HALAMAN = ("isi", "kurang", "kode", "poin", "tenggat")


def kalimat_kantor(keadaan: Keadaan, k: PekerjaanKantor) -> Tampilan:
    """Return what we still need from an office, until when, and how many points wait for it."""
    if not k.butuh:
        return pernyataan(
            _("Terima kasih. Saat ini tidak ada lagi yang kita minta."),
            [*sesi_kantor(keadaan, k.peran), *_tidak_diketahui(keadaan), *_dokumen_lain(k)],
        )
    hari = sorted({b.tenggat for b in k.butuh if b.tenggat})
    if not hari:
        pola = _("Kita masih membutuhkan {n} hal; tenggatnya belum ditentukan.")
    elif len(hari) == 1:
        pola = _("Kita masih membutuhkan {n} hal, paling lambat {tanggal}.")
    else:
        pola = _("Kita masih membutuhkan {n} hal, tenggat terdekat {tanggal}.")
    utama = pola.format(n=format_angka(len(k.butuh), 0), tanggal=format_tanggal(hari[0]) if hari else "")
    rincian = [_("Yaitu {daftar}.").format(daftar=sebut_jumlah(k.butuh))]
    poin = poin_bersama(k.butuh)
    if poin:
        rincian.append(_("{n} poin yang sudah diisi menunggu dokumennya.").format(n=format_angka(poin)))
    lanjutan = [" ".join(rincian), *sesi_kantor(keadaan, k.peran), *_tidak_diketahui(keadaan), *_dokumen_lain(k)]
    return pernyataan(utama, lanjutan)


def _tidak_diketahui(keadaan: Keadaan) -> list[str]:
    """Say what the book does not tell, so that nothing is taken for done."""
    if keadaan.hasil is None:
        return [_("Nilai per pertanyaan dan dokumennya belum dicatat dalam buku data.")]
    if keadaan.buku.data_dukung is None:
        return [_("Dokumen belum dicatat dalam buku data, jadi belum diketahui mana yang sebenarnya sudah ada.")]
    return []


def _dokumen_lain(k: PekerjaanKantor) -> list[str]:
    """Return the documents of an office of which nothing is asked of it, and why."""
    kalimat = []
    if k.diperiksa and k.peran != PEMERIKSA:  # who checks is asked to
        kalimat.append(_("Sudah tercatat dan menunggu diperiksa: {daftar}.").format(daftar=_judul(k.diperiksa)))
    if k.nanti:
        kalimat.append(
            _("Tidak diminta sekarang, karena baru bisa dihitung pada siklus berikutnya: {daftar}.").format(
                daftar=_judul(k.nanti)
            )
        )
    return kalimat


def _judul(dokumen: Sequence[Pekerjaan]) -> str:
    return daftar_pendek([d.teks for d in dokumen], 5)


def kotak_obrolan(keadaan: Keadaan, k: PekerjaanKantor) -> Tampilan:
    """Return the text for chat in a box, with a button that a script makes work."""
    teks = teks_obrolan(keadaan, k)
    return potongan("obrolan", teks, pesan=teks)


def tabel_diminta(keadaan: Keadaan, k: PekerjaanKantor) -> Tampilan:
    """Return the documents and answers that are asked for, most points first; actions have a table of their own."""
    lembar = lembar_diminta(keadaan, k)
    isi = [(b, baris) for b, baris in zip(k.butuh, lembar.baris, strict=True) if not di_bagian_lain(b)]
    kolom = [c for c in lembar.kolom if c.kunci in KOLOM_HALAMAN]
    tampak = [
        {c.kunci: sebut_sel(baris[c.kunci]) for c in kolom} | {"poin": sebut_poin(b) or "–"} | _semula(b)
        for b, baris in isi[:PALING_BANYAK]
    ]
    t = tabel(_("Dokumen dan isian yang diminta"), kolom, tampak, lembar.kosong, "pertanyaan tanpa-judul")
    pesan = []
    if sum(b.jenis in BERDOKUMEN for b, _baris in isi) > 1:
        pesan.append(_("Satu poin bisa bergantung pada beberapa dokumen, jadi angkanya tidak untuk dijumlahkan."))
    if len(isi) > PALING_BANYAK:
        pesan.append(_("{n} baris lagi ada di lembar kerja kantor ini.").format(n=len(isi) - PALING_BANYAK))
    return tumpuk(t, catatan_kaki(" ".join(pesan)))


def _semula(b: Pekerjaan) -> dict[str, str]:
    """Return the day of a thing with the one that the RAD had set, so that one job has one day; nothing without it."""
    if b.semula is None or b.tenggat is None:
        return {}
    pola = _("{tanggal} (semula {lama})")
    return {"tenggat": pola.format(tanggal=format_tanggal(b.tenggat), lama=format_tanggal(b.semula))}


def tabel_utama(keadaan: Keadaan, k: PekerjaanKantor) -> Tampilan:
    """Return the questions for which an office is responsible; many of them folded."""
    kosong = _("Kantor ini tidak menjadi penanggung jawab pertanyaan mana pun.")
    t = _tabel_pertanyaan(keadaan, _("Pertanyaan yang ditanggung kantor ini"), k.utama, kosong)
    if len(k.utama) <= TERBUKA:
        return t
    return lipatan(_("Lihat {n} pertanyaan").format(n=len(k.utama)), t)


def tabel_ikut(keadaan: Keadaan, k: PekerjaanKantor) -> Tampilan:
    """Return, folded, the questions in which an office only takes part; nothing where there are none."""
    if k.ikut.empty:
        return Tampilan("", "")
    judul = _("Pertanyaan yang dibantu kantor ini ({n})").format(n=len(k.ikut))
    return lipatan(judul, _tabel_pertanyaan(keadaan, judul, k.ikut, ""))


def _tabel_pertanyaan(keadaan: Keadaan, judul: str, pertanyaan: pd.DataFrame, kosong: str) -> Tampilan:
    kolom = [
        Kolom("kode", _("Kode")),
        Kolom("label", _("Pertanyaan")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("status", _("Dokumen")),
    ]
    baris = [baris_pertanyaan(keadaan, r) for r in pertanyaan.itertuples(index=False)]
    return tabel(judul, kolom, baris, kosong, "tanpa-judul")
