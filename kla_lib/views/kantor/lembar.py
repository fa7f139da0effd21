"""Hold what concerns one office as tables: what is asked, its questions, its actions and promises."""

from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.pekerjaan.pekerjaan import BERDOKUMEN, JANJI, KEGIATAN, Pekerjaan, PekerjaanKantor
from kla_lib.scoring.pekerjaan.rad import TERHAMBAT, TERLAMBAT
from kla_lib.views.kantor.sebut_kebutuhan import sebut_jenis, sebut_kerja, sebut_kurang, sebut_syarat
from kla_lib.views.rad.janji import sebut_hasil, sebut_janji
from kla_lib.views.rad.sebutan import sebut_keadaan, sebut_kemajuan
from kla_lib.views.rupa.lembar import Lembar
from kla_lib.views.rupa.sebutan import dari, sebut_bagian, sebut_bentrok, sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Kolom


def di_bagian_lain(b: Pekerjaan) -> bool:
    """Whether a page shows it in a section of its own, with more about it: late and stuck actions, promises."""
    return b.jenis == JANJI or (b.jenis == KEGIATAN and b.keadaan in (TERLAMBAT, TERHAMBAT))


def lembar_diminta(keadaan: Keadaan, k: PekerjaanKantor) -> Lembar:
    """Return all that is asked of an office, in the order in which to work."""
    kolom = [
        Kolom("isi", _("Yang diminta")),
        Kolom("kurang", _("Yang masih kurang")),
        Kolom("kode", _("Untuk pertanyaan")),
        Kolom("poin", _("Poin"), angka=True),
        Kolom("arti", _("Arti poin")),
        Kolom("tenggat", _("Paling lambat")),
        Kolom("jenis", _("Jenis")),
        Kolom("nomor", _("Nomor")),
    ]
    baris = [_baris_diminta(keadaan, b) for b in k.butuh]
    judul = _("Yang diminta dari {kantor}").format(kantor=keadaan.daerah.nama_opd(k.peran))
    return Lembar(judul, kolom, baris, kosong_diminta(keadaan))


def kosong_diminta(keadaan: Keadaan) -> str:
    """Return what is said where nothing is asked: all is there, or it is not known."""
    if keadaan.buku.data_dukung is None:
        return _("Dokumen belum dicatat dalam buku data, jadi belum diketahui mana yang masih kurang.")
    return _("Tidak ada dokumen atau isian yang diminta dari kantor ini saat ini.")


def _baris_diminta(keadaan: Keadaan, b: Pekerjaan) -> dict[str, Any]:
    return {
        "isi": sebut_kerja(keadaan, b),
        "kurang": sebut_kurang(b) or sebut_syarat(keadaan, b) or None,
        "kode": ", ".join(b.kode) or None,
        "poin": b.poin,
        "arti": None if b.poin is None else _arti_poin(b),
        "tenggat": b.tenggat,
        "jenis": sebut_jenis(b.jenis),
        "nomor": ", ".join((b.id, *b.rad)),
    }


def _arti_poin(b: Pekerjaan) -> str:
    """Return what the points of one thing are, so that a column of numbers is not misread."""
    if b.jenis in BERDOKUMEN:
        return _("sudah diisi, menunggu dokumen")
    return _("taksiran RAD") if b.jenis == KEGIATAN else _("paling banyak")


def lembar_pertanyaan(keadaan: Keadaan, k: PekerjaanKantor) -> Lembar:
    """Return the questions of an office, those for which it is responsible first."""
    kolom = [
        Kolom("kode", _("Kode")),
        Kolom("label", _("Pertanyaan")),
        Kolom("peran", _("Peran kantor ini")),
        Kolom("angka", _("Nilai"), angka=True),
        Kolom("maks", _("Nilai maksimal"), angka=True),
        Kolom("status", _("Dokumen")),
    ]
    baris = [
        baris_pertanyaan(keadaan, r) | {"peran": peran}
        for tabel, peran in ((k.utama, _("penanggung jawab")), (k.ikut, _("ikut")))
        for r in tabel.itertuples(index=False)
    ]
    judul = _("Pertanyaan {kantor}").format(kantor=keadaan.daerah.nama_opd(k.peran))
    return Lembar(judul, kolom, baris, _("Form tidak menyebut kantor ini."))


def baris_pertanyaan(keadaan: Keadaan, r: Any) -> dict[str, Any]:
    """Return a question with its points, of the maximum, and the state of its documents."""
    ada = pd.notna(r.nilai)
    return {
        "kode": r.kode,
        "label": sebut_pertanyaan(r.label, r.terbalik),
        "nilai": dari(r.nilai, r.nilai_maksimal) if ada else _sebut_tanpa_nilai(keadaan, r),
        "angka": r.nilai,
        "maks": float(r.nilai_maksimal),
        "status": sebut_bagian(r.status, keadaan.rapat.tahap) if ada else "–",
    }


def _sebut_tanpa_nilai(keadaan: Keadaan, r: Any) -> str:
    if keadaan.hasil is None:
        return _("belum dicatat")
    if r.bentrok and not r.tercatat:
        return sebut_bentrok(keadaan, r.bentrok)
    return _("dinilai bersama indikatornya") if r.tercatat else _("belum dinilai")


def lembar_kegiatan(keadaan: Keadaan, k: PekerjaanKantor) -> Lembar:
    """Return the actions of an office and what it promised, what is late first within each."""
    kolom = [
        Kolom("jenis", _("Jenis")),
        Kolom("nomor", _("Nomor")),
        Kolom("isi", _("Kegiatan atau keputusan")),
        Kolom("tenggat", _("Tenggat")),
        Kolom("keadaan", _("Keadaan")),
        Kolom("catatan", _("Kemajuan atau hasil")),
        Kolom("kendala", _("Kendala")),
    ]
    baris: list[dict[str, Any]] = [
        {
            "jenis": sebut_jenis(KEGIATAN),
            "nomor": r.id,
            "isi": r.kegiatan,
            "tenggat": r.tenggat,
            "keadaan": sebut_keadaan(r),
            "catatan": sebut_kemajuan(r),
            "kendala": r.kendala,
        }
        for r in k.rad
    ]
    janji = keadaan.kantor(k.peran).daftar_janji
    for j in () if janji is None else janji.itertuples(index=False):
        isi = {"nomor": j.id_keputusan, "isi": j.keputusan, "tenggat": j.tenggat, "catatan": sebut_hasil(j)}
        baris.append(
            isi | {"jenis": sebut_jenis(JANJI), "keadaan": sebut_janji(j.keadaan, j.hari_lewat), "kendala": None}
        )
    judul = _("Kegiatan dan janji {kantor}").format(kantor=keadaan.daerah.nama_opd(k.peran))
    return Lembar(judul, kolom, baris, _("Tidak ada kegiatan RAD atau keputusan rapat yang tercatat untuk kantor ini."))
