"""Show what kecamatan and kelurahan answered, and which have sent nothing yet."""

from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.privasi import load_privasi
from kla_lib.scoring.wilayah import KLASTER_WILAYAH, TINGKAT, rekap_pertanyaan, rekap_wilayah
from kla_lib.views.rupa.lembar import Lembar, tampilkan
from kla_lib.views.rupa.sebutan import poin, sebut_opd
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, pernyataan

PALING_BANYAK_NAMA = 8
KOLOM_HALAMAN = ("kode", "label", "tingkat", "menjawab", "wilayah", "bagian", "arti")


def kalimat_wilayah(keadaan: Keadaan) -> Tampilan:
    """Return how many areas have answered, and who has sent nothing."""
    w = rekap_wilayah(keadaan.buku.wilayah, keadaan.instrumen)
    if w is None:
        return pernyataan(_("Jawaban kecamatan dan kelurahan belum dicatat dalam buku data ini."))
    kalimat, lanjutan = [], []
    for tingkat in TINGKAT:
        milik = w[w["tingkat"] == tingkat]
        if milik.empty:
            lanjutan.append(_("Belum ada {tingkat} yang tercatat.").format(tingkat=_sebut_tingkat(tingkat)))
            continue
        kalimat.append(
            _("{n} dari {semua} {tingkat}").format(
                n=int((milik["masuk"] > 0).sum()), semua=len(milik), tingkat=_sebut_tingkat(tingkat)
            )
        )
        lanjutan += _belum_mengirim(milik, tingkat)
    p = keadaan.instrumen.pertanyaan
    bergantung = float(p.loc[p["klaster"] == KLASTER_WILAYAH, "nilai_maksimal"].sum())
    lanjutan.append(_("Pertanyaan tentang wilayah memegang {poin}.").format(poin=poin(bergantung)))
    if not kalimat:
        return pernyataan(_("Belum ada wilayah yang tercatat dalam buku data ini."), lanjutan)
    return pernyataan(_("{daftar} sudah mengirim jawaban.").format(daftar=gabung(kalimat)), lanjutan)


def _belum_mengirim(milik: pd.DataFrame, tingkat: str) -> list[str]:
    nama = list(milik.loc[milik["masuk"] == 0, "nama"])
    if not nama:
        return []
    lebih = len(nama) - PALING_BANYAK_NAMA
    daftar = ", ".join(nama[:PALING_BANYAK_NAMA]) + (_(", dan {n} lainnya").format(n=lebih) if lebih > 0 else "")
    return [_("Belum mengirim apa pun ({tingkat}): {daftar}.").format(tingkat=_sebut_tingkat(tingkat), daftar=daftar)]


def lembar_wilayah_pertanyaan(keadaan: Keadaan) -> Lembar:
    """Return per question about areas how many answered and the share that the form asks for, as a range."""
    kolom = [
        Kolom("kode", _("Kode")),
        Kolom("label", _("Pertanyaan")),
        Kolom("poin", _("Nilai maksimal"), angka=True),
        Kolom("tingkat", _("Dijawab oleh")),
        Kolom("menjawab", _("Sudah menjawab"), angka=True),
        Kolom("wilayah", _("Dari"), angka=True),
        Kolom("ya", _("Menjawab ya"), angka=True),
        Kolom("terendah", _("Terendah %"), angka=True),
        Kolom("tertinggi", _("Tertinggi %"), angka=True),
        Kolom("bagian", _("Bagian yang diminta form")),
        Kolom("arti", _("Keterangan")),
    ]
    r = rekap_pertanyaan(
        keadaan.buku.wilayah, keadaan.instrumen, load_privasi(keadaan.params), samar=not keadaan.internal
    )
    ada = keadaan.buku.wilayah is not None
    baris = [_baris_pertanyaan(keadaan, p) for p in r.itertuples(index=False)] if ada else []
    return Lembar(_("Jawaban wilayah per pertanyaan"), kolom, baris, _belum_ada())


def _baris_pertanyaan(keadaan: Keadaan, p: Any) -> dict[str, Any]:
    dari_wilayah = not p.sumber_lain
    hitungan = pd.notna(p.jumlah) or p.disamarkan
    return {
        "kode": kode_pertanyaan(p.indikator, p.pertanyaan),
        "label": p.label,
        "poin": float(p.nilai_maksimal),
        "tingkat": _sebut_tingkat(p.tingkat)
        if dari_wilayah
        else _("sumber lain: {opd}").format(opd=sebut_opd(keadaan, p.opd)),
        "menjawab": int(p.menjawab) if dari_wilayah else None,
        "wilayah": int(p.wilayah) if dari_wilayah else None,
        "ya": int(p.ya) if dari_wilayah and not hitungan else None,
        "terendah": p.terendah,
        "tertinggi": p.tertinggi,
        "bagian": _sebut_bagian(p),
        "arti": _arti(p),
    }


def _sebut_bagian(p: Any) -> str | None:
    """Return the share with numerator and denominator; a range where answers are missing, never zero for them."""
    if p.disamarkan and p.menjawab < p.wilayah:
        return _("jumlah disebut bila semua wilayah sudah menjawab")
    if p.disamarkan:
        return _("jumlah disamarkan (angka kecil)")
    if pd.notna(p.jumlah):
        return _("jumlah {n} dari {m} jawaban").format(n=format_angka(p.jumlah), m=p.menjawab)
    if pd.isna(p.terendah):
        return None
    if p.terendah == p.tertinggi:
        return _("{persen} % ({a} dari {b})").format(persen=format_angka(p.terendah, 0), a=p.ya, b=p.wilayah)
    return _("{rendah} sampai {tinggi} % ({a} sampai {c} dari {b})").format(
        rendah=format_angka(p.terendah, 0),
        tinggi=format_angka(p.tertinggi, 0),
        a=p.ya,
        c=p.wilayah - p.tidak,
        b=p.wilayah,
    )


def _arti(p: Any) -> str | None:
    arti = []
    if p.terbalik:
        arti.append(_("ya berarti buruk: makin kecil makin baik"))
    if p.lain:
        arti.append(_("{n} jawaban bukan ya atau tidak, perlu dibaca").format(n=p.lain))
    return "; ".join(arti) or None


def tabel_wilayah_pertanyaan(keadaan: Keadaan) -> Tampilan:
    """Return every question about areas; there are few enough for one page."""
    lembar = lembar_wilayah_pertanyaan(keadaan)
    return tampilkan(lembar, len(lembar.baris), KOLOM_HALAMAN)


def lembar_wilayah(keadaan: Keadaan) -> Lembar:
    """Return per area how much has come in and when, those with least first."""
    kolom = [
        Kolom("nama", _("Wilayah")),
        Kolom("tingkat", _("Tingkat")),
        Kolom("masuk", _("Jawaban masuk"), angka=True),
        Kolom("ditanya", _("Pertanyaan"), angka=True),
        Kolom("terakhir", _("Terakhir diterima")),
        Kolom("keadaan", _("Keadaan")),
    ]
    w = rekap_wilayah(keadaan.buku.wilayah, keadaan.instrumen)
    baris = []
    if w is not None:
        bagian = (w["masuk"] / w["ditanya"].where(w["ditanya"] > 0, 1)).rename("bagian")
        for r in w.loc[bagian.sort_values(kind="stable").index].itertuples(index=False):
            baris.append(
                {
                    "nama": r.nama,
                    "tingkat": _sebut_tingkat(r.tingkat),
                    "masuk": int(r.masuk),
                    "ditanya": int(r.ditanya),
                    "terakhir": r.terakhir if pd.notna(r.terakhir) else None,
                    "keadaan": _keadaan(r.masuk, r.ditanya),
                }
            )
    return Lembar(_("Kiriman per wilayah"), kolom, baris, _belum_ada())


def tabel_wilayah(keadaan: Keadaan, paling_banyak: int = 15) -> Tampilan:
    """Return the areas with least answers."""
    return tampilkan(lembar_wilayah(keadaan), paling_banyak)


def _keadaan(masuk: int, ditanya: int) -> str:
    if not masuk:
        return _("belum mengirim")
    return _("sebagian") if masuk < ditanya else _("lengkap")


def _sebut_tingkat(tingkat: str) -> str:
    return {"kecamatan": _("kecamatan"), "kelurahan": _("kelurahan/desa")}.get(tingkat, tingkat)


def _belum_ada() -> str:
    return _("Jawaban kecamatan dan kelurahan belum dicatat dalam buku data ini.")
