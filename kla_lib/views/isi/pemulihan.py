"""Show "mode 2 x 24 jam": what can be mended and in which order, what to determine first, what cannot be mended."""

from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import DATA_DUKUNG, DOKUMEN_PERTANYAAN, RAD
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.pemulihan import anggapan_kerja, pemulihan_tahap
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.tahap import sebut_tahap, sebut_tahap_pendek
from kla_lib.scoring.dokumen.pemulihan import Pemulihan, tahap_verifikasi
from kla_lib.views.isi.celah import sebut_jenis_celah
from kla_lib.views.rupa.kolom_kantor import kolom_kantor, sel_kantor
from kla_lib.views.rupa.lembar import Lembar, tampilkan
from kla_lib.views.rupa.sebutan import poin, sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, pernyataan

KOLOM_HALAMAN = ("kode", "pulih", "jam", "catatan", "jenis", "dokumen", "utama")
KOLOM_TENTUKAN_HALAMAN = ("kode", "batas", "catatan", "dokumen", "tulis", "utama")

DICETAK = 8
"""Columns of the lists that are printed: up to the offices."""


def _pemulihan(keadaan: Keadaan) -> Pemulihan | None:
    tahap = tahap_verifikasi(keadaan.buku)
    return None if tahap is None else pemulihan_tahap(keadaan, tahap)


def kalimat_pemulihan(keadaan: Keadaan) -> Tampilan:
    """Return how many points can come back within the time for mending, as a range, and the assumed hours."""
    p = _pemulihan(keadaan)
    if p is None:
        return pernyataan(_("Hasil verifikasi belum dicatat dalam buku data ini."))
    a = anggapan_kerja(keadaan)
    jam = ", ".join(
        _("{jenis} {jam} jam").format(jenis=sebut_jenis_celah(j), jam=format_angka(n)) for j, n in a.jam.items()
    )
    lanjutan = []
    if len(p.tidak):
        lanjutan.append(
            _("{n} catatan tidak bisa diperbaiki dalam {jam} jam dan tidak dihitung.").format(
                n=len(p.tidak), jam=format_angka(a.waktu_perbaikan)
            )
        )
    if len(p.tentukan):
        lanjutan.append(
            _("{n} catatan belum ditentukan jenis celahnya; hanya dihitung di ujung atas.").format(n=len(p.tentukan))
        )
    tanpa_poin = int(p.bisa["pulih"].isna().sum())
    if tanpa_poin:
        lanjutan.append(_("{n} catatan belum diketahui poinnya; hanya dihitung di ujung atas.").format(n=tanpa_poin))
    total = float(p.bisa["jam"].sum())
    lanjutan.append(
        _("Jam kerja menurut anggapan kami, per pertanyaan: {daftar}. Seluruhnya {total} jam.").format(
            daftar=jam, total=format_angka(total)
        )
    )
    lanjutan.append(_("Verifikator yang memutuskan; ini bukan nilai resmi."))
    return pernyataan(_utama(p), lanjutan)


def _utama(p: Pemulihan) -> str:
    if p.paling_sedikit == p.paling_banyak:
        rentang = poin(p.paling_sedikit)
    else:
        rentang = _("{sedikit} sampai {banyak} poin").format(
            sedikit=format_angka(p.paling_sedikit), banyak=format_angka(p.paling_banyak)
        )
    return _("Dari {tahap}, {rentang} masih bisa dipulihkan.").format(tahap=sebut_tahap(p.tahap), rentang=rentang)


def lembar_pemulihan(keadaan: Keadaan) -> Lembar:
    """Return what is known to be mended in time, most points per hour first."""
    p = _pemulihan(keadaan)
    kosong = _("Tidak ada catatan atau poin hilang yang bisa diperbaiki dalam waktu itu.")
    return _lembar(keadaan, _("Bisa diperbaiki dalam 2 x 24 jam"), kosong, None if p is None else p.bisa)


def lembar_tentukan(keadaan: Keadaan) -> Lembar:
    """Return what nobody knows whether it can be mended in time, with what to write where to know it."""
    kolom = [
        Kolom("kode", _("Kode")),
        Kolom("label", _("Pertanyaan")),
        Kolom("batas", _("Paling banyak kembali"), angka=True),
        Kolom("catatan", _("Catatan verifikator")),
        Kolom("dokumen", _("Dokumen")),
        Kolom("tulis", _("Yang perlu ditulis, dan di mana")),
        *kolom_kantor(),
        *_kolom_nilai(),
    ]
    p = _pemulihan(keadaan)
    baris = [] if p is None else [_baris(keadaan, r) for r in p.tentukan.itertuples(index=False)]
    kosong = _("Tidak ada catatan yang belum ditentukan jenis celahnya.")
    return Lembar(_("Tentukan dulu jenis celahnya"), kolom, baris, _kosong(p, kosong), cetak=DICETAK)


def lembar_tak_pulih(keadaan: Keadaan) -> Lembar:
    """Return what cannot be mended in time; none of it counts as recoverable."""
    p = _pemulihan(keadaan)
    judul = _("Tidak bisa diperbaiki dalam 2 x 24 jam, tidak dihitung")
    kosong = _("Tidak ada catatan yang perlu waktu lebih lama dari itu.")
    return _lembar(keadaan, judul, kosong, None if p is None else p.tidak)


def tabel_pemulihan(keadaan: Keadaan, paling_banyak: int = 20) -> Tampilan:
    """Return what to mend first after the verifier's return."""
    return tampilkan(lembar_pemulihan(keadaan), paling_banyak, KOLOM_HALAMAN)


def tabel_tentukan(keadaan: Keadaan, paling_banyak: int = 20) -> Tampilan:
    """Return what has to be determined first, most points on top."""
    return tampilkan(lembar_tentukan(keadaan), paling_banyak, KOLOM_TENTUKAN_HALAMAN)


def tabel_tak_pulih(keadaan: Keadaan, paling_banyak: int = 20) -> Tampilan:
    """Return what cannot be mended in time."""
    return tampilkan(lembar_tak_pulih(keadaan), paling_banyak, KOLOM_HALAMAN)


def _lembar(keadaan: Keadaan, judul: str, kosong: str, tabel: pd.DataFrame | None) -> Lembar:
    kolom = [
        Kolom("kode", _("Kode")),
        Kolom("pulih", _("Bisa kembali"), angka=True),
        Kolom("jam", _("Jam (anggapan)"), angka=True),
        Kolom("catatan", _("Catatan verifikator")),
        Kolom("jenis", _("Jenis celah")),
        Kolom("dokumen", _("Dokumen yang diperbaiki")),
        *kolom_kantor(),
        Kolom("label", _("Pertanyaan")),
        *_kolom_nilai(),
        Kolom("per_jam", _("Poin per jam"), angka=True),
    ]
    baris = [] if tabel is None else [_baris(keadaan, r) for r in tabel.itertuples(index=False)]
    return Lembar(judul, kolom, baris, _kosong(tabel, kosong), cetak=DICETAK)


def _kolom_nilai() -> list[Kolom]:
    return [
        Kolom("asal", _("Tahap sebelumnya")),
        Kolom("nilai_asal", _("Nilai sebelumnya"), angka=True),
        Kolom("nilai", _("Nilai sekarang"), angka=True),
    ]


def _kosong(ada: object | None, kosong: str) -> str:
    return _("Hasil verifikasi belum dicatat dalam buku data ini.") if ada is None else kosong


def _baris(keadaan: Keadaan, r: Any) -> dict[str, Any]:
    return {
        "kode": _sebut_kode(keadaan, r),
        "label": sebut_pertanyaan(r.label, bool(r.terbalik)),
        "asal": sebut_tahap_pendek(r.asal) if r.asal else _("belum dicatat"),
        "nilai_asal": r.nilai_asal,
        "nilai": r.nilai,
        "pulih": r.pulih,
        "batas": r.batas,
        "jam": r.jam,
        "per_jam": r.poin_per_jam,
        "catatan": r.catatan,
        "jenis": sebut_jenis_celah(r.jenis),
        "dokumen": "; ".join(r.dokumen) or None,
        "tulis": _sebut_penentu(r),
        **sel_kantor(keadaan, r.opd),
    }


def _sebut_penentu(r: Any) -> str:
    """Say what would tell the kind of gap: a document's status, or jenis_celah in the plan of action."""
    if pd.isna(r.pertanyaan):
        return _("Catatan ini tentang semuanya: tanyakan pertanyaan mana, lalu catat nilai dan catatannya di sana.")
    kode = kode_pertanyaan(r.indikator, r.pertanyaan)
    if r.dokumen:
        return _(
            "Bila dokumennya ternyata ada: ubah statusnya di lembar {dokumen}. "
            "Bila tidak: tulis jenis_celah untuk {kode} di lembar {rad}."
        ).format(dokumen=DATA_DUKUNG.lembar, kode=kode, rad=RAD.lembar)
    return _(
        "Bila dokumennya ada: catat di lembar {dokumen} dan {kaitan}. "
        "Bila tidak: tulis jenis_celah untuk {kode} di lembar {rad}."
    ).format(dokumen=DATA_DUKUNG.lembar, kaitan=DOKUMEN_PERTANYAAN.lembar, kode=kode, rad=RAD.lembar)


def _sebut_kode(keadaan: Keadaan, r: Any) -> str:
    if pd.notna(r.pertanyaan):
        return kode_pertanyaan(r.indikator, r.pertanyaan)
    if pd.notna(r.indikator):
        return _("indikator {kode}").format(kode=r.indikator)
    return keadaan.instrumen.klaster_of(r.klaster).sebutan_pendek
