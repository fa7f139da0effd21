"""Show the actions of the RAD, the late ones first."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.pekerjaan.rad import (
    KEADAAN_RAD,
    PILAR,
    TERHAMBAT,
    TERLAMBAT,
    KegiatanRad,
    jumlah_keadaan,
    pertanyaan_tanpa_kegiatan,
    yang_mendesak_dulu,
)
from kla_lib.views.isi.celah import sebut_jenis_celah
from kla_lib.views.rad.kalimat import kalimat_rad
from kla_lib.views.rad.sebutan import (
    kosong_rad,
    sebut_keadaan,
    sebut_kemajuan,
    sebut_pilar,
    sebut_poin_rad,
    sebut_uraian,
)
from kla_lib.views.rupa.sebutan import dari, poin, sebut_nilai_bentrok, sebut_opd, sebut_pertanyaan, sebut_status_kerja
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, tabel, tumpuk


def tabel_tanpa_pertanyaan(lingkup: Lingkup) -> Tampilan:
    """Return the actions that serve no question of the form, so that no points can be told of them."""
    daftar = lingkup.kegiatan_rad
    return _tabel_kegiatan(
        _("Kegiatan RAD yang tidak menyebut pertanyaan"),
        lingkup.keadaan,
        [k for k in daftar or [] if k.tanpa_pertanyaan],
        _("Setiap kegiatan RAD menyebut pertanyaan yang dilayaninya.") if daftar else kosong_rad(lingkup),
    )


def tabel_rad_berikutnya(lingkup: Lingkup) -> Tampilan:
    """Return the actions that can add nothing to the evaluated year: they count from the next cycle on."""
    daftar = lingkup.kegiatan_rad
    return _tabel_kegiatan(
        _("Kegiatan RAD yang baru berarti bagi siklus berikutnya"),
        lingkup.keadaan,
        [k for k in daftar or [] if k.siklus_berikutnya],
        _("Tidak ada kegiatan RAD yang dinyatakan milik siklus berikutnya.") if daftar else kosong_rad(lingkup),
    )


def _tabel_kegiatan(judul: str, keadaan: Keadaan, daftar: list[KegiatanRad], kosong: str) -> Tampilan:
    kolom = [
        Kolom("kegiatan", _("Kegiatan")),
        Kolom("opd", _("Kantor")),
        Kolom("pilar", _("Pilar")),
        Kolom("keadaan", _("Keadaan")),
    ]
    baris = [
        {
            "kegiatan": sebut_uraian(k),
            "opd": keadaan.daerah.nama_opd(k.opd),
            "pilar": sebut_pilar(k.pilar),
            "keadaan": sebut_keadaan(k),
        }
        for k in daftar
    ]
    return tabel(judul, kolom, baris, kosong)


def tabel_tanpa_kegiatan(lingkup: Lingkup, banyak: int = 10) -> Tampilan:
    """Return the questions with points missing that no action of the RAD works on, those of this cycle first.

    banyak: how many to list; the rest are counted with their points below.
    """
    keadaan, p = lingkup.keadaan, _pertanyaan(lingkup)
    kolom = [
        Kolom("kode", _("Kode")),
        Kolom("label", _("Pertanyaan")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("sisa", _("Poin tersisa"), angka=True),
        Kolom("jenis", _("Jenis celah")),
        Kolom("opd", _("Kantor")),
    ]
    bentrok = sebut_nilai_bentrok(keadaan)
    baris = [
        {
            "kode": (kode := kode_pertanyaan(r.indikator, r.pertanyaan)),
            "label": sebut_pertanyaan(r.label, r.terbalik),
            "nilai": dari(r.nilai, r.nilai_maksimal) if pd.notna(r.nilai) else bentrok.get(kode, _("belum dinilai")),
            "sisa": format_angka(r.sisa),
            "jenis": sebut_jenis_celah(r.jenis),
            "opd": sebut_opd(keadaan, r.opd),
        }
        for r in ([] if p is None else p.head(banyak).itertuples(index=False))
    ]
    t = tabel(_("Pertanyaan yang belum punya kegiatan RAD"), kolom, baris, _kosong(lingkup), "rad")
    if p is None or len(p) <= banyak:
        return t
    pesan = _("{n} pertanyaan lagi ({poin}) belum punya kegiatan RAD; tidak ditampilkan di sini.").format(
        n=len(p) - banyak, poin=poin(p["sisa"].iloc[banyak:].sum())
    )
    return tumpuk(t, catatan_kaki(pesan))


def _pertanyaan(lingkup: Lingkup) -> pd.DataFrame | None:
    """Return the questions of some klaster; None where they are not known, or no longer open."""
    keadaan, klaster = lingkup.keadaan, lingkup.daftar_klaster
    if keadaan.hasil is None or keadaan.hasil.tahap == "vf":
        return None
    p = pertanyaan_tanpa_kegiatan(keadaan.buku, keadaan.hasil, keadaan.jenis_celah)
    return p if p is None or klaster is None else p[p["klaster"].isin(klaster)]


def _kosong(lingkup: Lingkup) -> str:
    """Return why no question is listed; "none is left" is said only where every question is known."""
    h, p = lingkup.keadaan.hasil, lingkup.soal
    if h is None or p is None:
        return _("Nilai belum dicatat dalam buku data, jadi belum diketahui pertanyaan mana yang masih kurang.")
    if h.tahap == "vf":
        return _("Nilai ini nilai akhir: tidak ada yang bisa ditambahkan dalam siklus ini.")
    if lingkup.keadaan.buku.rad is None:
        return kosong_rad(lingkup)
    if p.empty or (p["nilai"].isna() & p["tercatat"]).any():
        return _("Nilai per pertanyaan tidak tersedia dalam buku data ini.")
    return _("Setiap pertanyaan yang poinnya kurang sudah punya kegiatan RAD.")


def tabel_rad_kantor(lingkup: Lingkup) -> Tampilan:
    """Return how many actions of each office are in each state, the offices in the order of the alphabet."""
    keadaan, daftar = lingkup.keadaan, lingkup.kegiatan_rad or []
    kantor = sorted({keadaan.daerah.nama_opd(k.opd) for k in daftar}, key=lambda nama: (nama.casefold(), nama))
    return _rekap(
        _("Kegiatan RAD per kantor, menurut abjad"),
        _("Kantor"),
        daftar,
        kantor,
        lambda k: keadaan.daerah.nama_opd(k.opd),
        kosong_rad(lingkup),
    )


def tabel_rad_pilar(lingkup: Lingkup) -> Tampilan:
    """Return how many actions of each of the four pillars are in each state; a pillar without any has zeros."""
    daftar = lingkup.kegiatan_rad or []
    return _rekap(
        _("Kegiatan RAD per pilar"),
        _("Pilar"),
        daftar,
        [sebut_pilar(p) for p in PILAR] if daftar else [],
        lambda k: sebut_pilar(k.pilar),
        kosong_rad(lingkup),
    )


def _rekap(
    judul: str,
    kepala: str,
    daftar: Sequence[KegiatanRad],
    kelompok: Sequence[str],
    milik: Callable[[KegiatanRad], str],
    kosong: str,
) -> Tampilan:
    """Return one row per group with the number of its actions and the number in each state."""
    kolom = [
        Kolom("nama", kepala),
        Kolom("semua", _("Kegiatan"), angka=True),
        *(Kolom(k, sebut_status_kerja(k).capitalize(), angka=True) for k in KEADAAN_RAD),
    ]
    baris = []
    for nama in kelompok:
        isi = [k for k in daftar if milik(k) == nama]
        baris.append({"nama": nama, "semua": len(isi), **jumlah_keadaan(isi)})
    return tabel(judul, kolom, baris, kosong)


__all__ = [
    "kalimat_rad",
    "tabel_rad",
    "tabel_rad_berikutnya",
    "tabel_rad_kantor",
    "tabel_rad_mendesak",
    "tabel_rad_pilar",
    "tabel_tanpa_kegiatan",
    "tabel_tanpa_pertanyaan",
]


def tabel_rad(lingkup: Lingkup) -> Tampilan:
    """Return every action with its state, progress and obstacle, the late and the stuck first.

    klaster: ids to look at, all without; of a pack its own.  opd: a role, for the page of an office.
    """
    return _tabel(_("Kegiatan RAD"), lingkup, KEADAAN_RAD, kosong_rad(lingkup))


def tabel_rad_mendesak(lingkup: Lingkup) -> Tampilan:
    """Return the actions that are late or stuck, longest overdue first."""
    kosong = _("Tidak ada kegiatan RAD yang terlambat atau terhambat.") if lingkup.kegiatan_rad else kosong_rad(lingkup)
    judul = _("Kegiatan RAD yang terlambat atau terhambat")
    return _tabel(judul, lingkup, (TERLAMBAT, TERHAMBAT), kosong)


def _tabel(judul: str, lingkup: Lingkup, pilih: Sequence[str], kosong: str) -> Tampilan:
    """Return the actions in some states; a column that would say the same in every row is left out."""
    keadaan, satu_klaster = lingkup.keadaan, len(lingkup.daftar_klaster or ()) == 1
    kolom = [
        Kolom("kegiatan", _("Kegiatan")),
        *([] if satu_klaster else [Kolom("klaster", _("Klaster"))]),
        *([] if lingkup.opd is not None else [Kolom("opd", _("Kantor"))]),
        Kolom("tenggat", _("Tenggat")),
        Kolom("keadaan", _("Keadaan")),
        Kolom("kemajuan", _("Kemajuan")),
        Kolom("kendala", _("Kendala")),
        Kolom("poin", _("Poin yang diharapkan"), angka=True),
    ]
    daftar = [k for k in lingkup.kegiatan_rad or [] if k.keadaan in pilih]
    baris = [_baris(keadaan, k) for k in yang_mendesak_dulu(daftar)]
    return tabel(judul, kolom, baris, kosong, "rad")


def _baris(keadaan: Keadaan, k: KegiatanRad) -> dict[str, Any]:
    return {
        "kegiatan": sebut_uraian(k),
        "klaster": keadaan.instrumen.klaster_of(k.klaster).sebutan_pendek,
        "opd": keadaan.daerah.nama_opd(k.opd),
        "tenggat": format_tanggal(k.tenggat) if k.tenggat else _("belum ditetapkan"),
        "keadaan": sebut_keadaan(k),
        "kemajuan": sebut_kemajuan(k),
        "kendala": k.kendala or "–",
        "poin": sebut_poin_rad(k),
    }
