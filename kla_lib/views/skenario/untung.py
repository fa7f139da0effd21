"""Show what every scenario brings for what it takes, and say which one is best."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from kla_lib.bahasa import _, gabung
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.skenario.ubah import kerjakan_kegiatan, nilai_resmi
from kla_lib.scoring.skenario.untung import (
    BEDA_PELUANG,
    KerjaRad,
    PekerjaanSkenario,
    Terbaik,
    Untung,
    pekerjaan_skenario,
    pilih_terbaik,
)
from kla_lib.views.perkiraan.perkiraan import sebut_tak_terjangkau, tanpa_perkiraan
from kla_lib.views.rencana.kalimat_rencana import sebut_rupiah
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, paragraf, tabel, tumpuk
from kla_lib.views.skenario.gambar import sebut_selisih
from kla_lib.views.skenario.isi_nilai import daftar_rad
from kla_lib.views.skenario.kalimat import kategori_form, membaca_prioritas, sebut_peluang_akhir
from kla_lib.views.skenario.kelompok import Kelompok

SEPERSEPULUH = 0.05
"""Points below it would be printed as nothing where one decimal is shown."""


@dataclass(frozen=True)
class Banding:
    """A scenario under the name it is shown by, what it gives, and what it brings."""

    nama: str
    keadaan: Keadaan
    untung: Untung


def daftar_untung(
    resmi: Keadaan, daftar: Sequence[tuple[str, IsiSkenario]], hitung: Sequence[Keadaan]
) -> list[Banding]:
    """Return for each scenario what it brings and takes; hitung: the meeting under each of them."""
    kerja = _kerja_rad(resmi)
    nilai = {} if resmi.hasil is None else nilai_resmi(resmi.hasil)
    return [
        Banding(nama, k, _untung(resmi, k, pekerjaan_skenario(isi, nilai, kerja)))
        for (nama, isi), k in zip(daftar, hitung, strict=True)
    ]


def tabel_untung(resmi: Keadaan, daftar: Sequence[Banding]) -> Tampilan:
    """Return what each scenario brings for its work and its costs, and the sentence that names the best one."""
    if resmi.hasil is None:
        return Tampilan("", "")
    sasaran = kategori_form(resmi).nama(resmi.rapat.sasaran)
    kolom = [
        Kolom("nama", _("Skenario")),
        Kolom("peluang", _("Peluang {sasaran}").format(sasaran=sasaran)),
        Kolom("tengah", _("Nilai tengah akhir"), angka=True),
        Kolom("berdokumen", _("Poin berdokumen"), angka=True),
        Kolom("kerja", _("Yang dikerjakan")),
        Kolom("per", _("Per dokumen atau nilai")),
        Kolom("biaya", _("Biaya menurut RAD")),
    ]
    kini = {"nama": _("Hasil menurut buku data"), "peluang": _sebut_peluang(resmi), "tengah": "–", "berdokumen": "–"}
    baris = [kini | {"kerja": "–", "per": "–", "biaya": "–"}, *(_baris(resmi, b) for b in daftar)]
    t = tabel(_("Apa yang dibawa tiap skenario"), kolom, baris, "", "sk-tabel sk-lebar")
    kaki = _(
        "Nilai tengah dan poin berdokumen dibandingkan dengan hasil menurut buku data. Biaya hanya dari kegiatan RAD "
        "yang seluruh isinya ada di skenario; dokumen dan nilai di luar RAD tidak punya biaya di buku data."
    )
    return tumpuk(t, catatan_kaki(kaki), paragraf(kalimat_terbaik(resmi, daftar)))


def kalimat_terbaik(resmi: Keadaan, daftar: Sequence[Banding]) -> str:
    """Return which scenario is best and why; or that none is better than today, or that some cannot be told apart."""
    peluang = peluang_sasaran(resmi)
    putusan = pilih_terbaik(peluang, [b.untung for b in daftar])
    luar = [b.nama for b in daftar if peluang is not None and b.untung.peluang is None]
    kalimat = {
        "tanpa_perkiraan": _tanpa_perkiraan,
        "tidak_ada": _tidak_ada,
        "setara": _setara,
        "terbaik": _terbaik,
    }[putusan.putusan](resmi, daftar, putusan)
    if luar and putusan.putusan != "tanpa_perkiraan":
        kalimat += " " + _("Tidak ikut dibandingkan karena memakai bobot lain: {daftar}.").format(daftar=gabung(luar))
    return kalimat


def _untung(resmi: Keadaan, k: Keadaan, pekerjaan: PekerjaanSkenario) -> Untung:
    peluang, lama, baru = peluang_sasaran(k), resmi.perkiraan, k.perkiraan
    tengah = None if peluang is None or lama is None or baru is None else round(baru.p50 - lama.p50, 2)
    return Untung(peluang, tengah, round(_berdokumen(k) - _berdokumen(resmi), 2), pekerjaan)


def peluang_sasaran(k: Keadaan) -> float | None:
    """Return the chance of the target; None where weights are not the form's, or nothing is forecast."""
    if k.simulasi or membaca_prioritas(k) or k.perkiraan is None:
        return None
    return float(k.perkiraan.mencapai[k.rapat.sasaran])


def _berdokumen(k: Keadaan) -> float:
    """Return the documented points; what the book does not know of adds nothing, so differences hold without it."""
    return 0.0 if k.hasil is None or k.simulasi else float(k.hasil.klaster["lengkap"].sum())


def _kerja_rad(resmi: Keadaan) -> list[KerjaRad]:
    """Return the actions of the RAD that can be tried, and those that are the same work as a document."""
    rad, hasil = resmi.buku.rad, resmi.hasil
    if rad is None or hasil is None:
        return []
    try:
        daftar = daftar_rad(resmi, Kelompok(resmi))
    except KlaError:
        return []  # the panel's own list says what is wrong with it
    anggaran = zip(rad["id_kegiatan"].astype(str), rad["anggaran"], strict=True)
    biaya = {i: float(n) if pd.notna(n) else None for i, n in anggaran}
    semua = []
    for k in () if daftar is None else daftar.kegiatan.values():
        coba = kerjakan_kegiatan(resmi.buku, hasil, resmi.penentu, IsiSkenario(), k)
        semua.append(KerjaRad(k.id, coba.nilai, frozenset(coba.status), biaya[k.id]))
    return semua + [
        KerjaRad(r.id, {}, frozenset({dokumen}), biaya[r.id])
        for dokumen, milik in resmi.rad_dokumen.items()
        for r in milik
    ]


def _baris(resmi: Keadaan, b: Banding) -> dict[str, str]:
    u, p = b.untung, b.untung.pekerjaan
    sebanding = u.peluang is not None and u.tengah is not None
    return {
        "nama": b.nama,
        "peluang": _sebut_peluang(b.keadaan) + (_sebut_tambah(resmi, b) if sebanding else ""),
        "tengah": "–" if u.tengah is None else sebut_selisih(u.tengah, 0),
        "berdokumen": "–" if b.keadaan.simulasi else sebut_selisih(u.berdokumen),
        "kerja": _sebut_kerja(p) or "–",
        "per": _sebut_per(u) if sebanding else "–",
        "biaya": _sebut_biaya(u),
    }


def _sebut_peluang(k: Keadaan) -> str:
    if k.simulasi:
        return _("skala simulasi, tidak dibandingkan")
    if membaca_prioritas(k):
        return _("prioritas kerja, tidak dibandingkan")
    if k.perkiraan is None:
        return "–"
    teks = sebut_peluang_akhir(k, k.rapat.sasaran)
    return _("belum terjangkau") if teks == sebut_tak_terjangkau(k) else teks


def _sebut_tambah(resmi: Keadaan, b: Banding) -> str:
    """Return how the chance of the target changed, in a hundred, where more than the draws could make it."""
    lama, baru = peluang_sasaran(resmi), b.untung.peluang
    if lama is None or baru is None or abs(baru - lama) < BEDA_PELUANG:
        return ""
    return " " + _("({selisih} dari 100)").format(selisih=sebut_selisih(100 * (baru - lama), 0))


def _sebut_kerja(p: PekerjaanSkenario) -> str:
    bagian = []
    if p.dokumen:
        bagian.append(_("{n} dokumen").format(n=p.dokumen))
    if p.nilai:
        bagian.append(_("{n} nilai").format(n=p.nilai))
    return gabung(bagian)


def _sebut_per(u: Untung) -> str:
    per = u.per_pekerjaan
    if per is None or per[0] is None:
        return "–"
    return _("{akhir} poin akhir, {berdokumen} berdokumen").format(
        akhir=_bertanda(per[0]), berdokumen=_bertanda(per[1])
    )


def _bertanda(n: float) -> str:
    return sebut_selisih(n, 1) if abs(n) >= SEPERSEPULUH else "0"


def _sebut_biaya(u: Untung) -> str:
    p = u.pekerjaan
    if not p.banyak:
        return "–"
    if p.tanpa_biaya == p.banyak:
        return _("tidak ada di RAD")
    teks = sebut_rupiah(p.biaya)
    if p.tanpa_biaya:
        return _("{biaya}; {n} perubahan tidak ada di RAD").format(biaya=teks, n=p.tanpa_biaya)
    if u.rupiah_per_poin is None:
        return teks
    return _("{biaya}, {per} per poin akhir").format(biaya=teks, per=sebut_rupiah(round(u.rupiah_per_poin, -3)))


def _tanpa_perkiraan(resmi: Keadaan, daftar: Sequence[Banding], _putusan: Terbaik) -> str:
    if peluang_sasaran(resmi) is None:
        return tanpa_perkiraan(resmi) + " " + _("Jadi skenario yang terbaik tidak bisa disebut.")
    return _(
        "Skenario yang terbaik tidak bisa disebut: {daftar} memakai bobot lain daripada form, jadi poinnya tidak "
        "sebanding."
    ).format(daftar=gabung([b.nama for b in daftar]))


def _tidak_ada(resmi: Keadaan, daftar: Sequence[Banding], _putusan: Terbaik) -> str:
    ikut = [b for b in daftar if b.untung.peluang is not None]
    teratas = max(ikut, key=lambda b: (b.untung.tengah or 0.0, b.untung.berdokumen))
    nama, alasan = gabung([b.nama for b in ikut]), _alasan(resmi, teratas)
    if len(ikut) == 1:
        return _("{nama} tidak lebih baik daripada keadaan hari ini: {alasan}.").format(nama=nama, alasan=alasan)
    return _(
        "Tidak satu pun lebih baik daripada keadaan hari ini ({nama}). Yang tertinggi {teratas}: {alasan}."
    ).format(nama=nama, teratas=teratas.nama, alasan=alasan)


def _setara(resmi: Keadaan, daftar: Sequence[Banding], putusan: Terbaik) -> str:
    setara = [daftar[n] for n in putusan.urutan]
    kalimat = _("{nama} tidak bisa dibedakan: {alasan}; bedanya lebih kecil daripada ketelitian perkiraan.").format(
        nama=gabung([b.nama for b in setara]), alasan=_alasan_akhir(resmi, setara[0])
    )
    ringan, lain = setara[0].untung.pekerjaan, setara[1].untung.pekerjaan
    if ringan.banyak < lain.banyak:
        kalimat += " " + _("Yang paling sedikit kerjanya {nama}: {kerja}.").format(
            nama=setara[0].nama, kerja=_sebut_kerja(ringan)
        )
    return kalimat


def _terbaik(resmi: Keadaan, daftar: Sequence[Banding], putusan: Terbaik) -> str:
    b = daftar[putusan.urutan[0]]
    p = b.untung.pekerjaan
    dengan = _sebut_kerja(p)
    if p.banyak and not p.tanpa_biaya:
        dengan = _("{kerja} dan {biaya}").format(kerja=dengan, biaya=sebut_rupiah(p.biaya))
    pola = _("Yang terbaik {nama}: {alasan}, dengan {dengan}.") if dengan else _("Yang terbaik {nama}: {alasan}.")
    kalimat = [pola.format(nama=b.nama, alasan=_alasan(resmi, b), dengan=dengan)]
    hemat = _paling_hemat(daftar)
    if hemat is not None and hemat is not b:
        kalimat.append(
            _("Per dokumen atau nilai yang paling banyak membawa {nama}: {per}.").format(
                nama=hemat.nama, per=_sebut_per(hemat.untung)
            )
        )
    return " ".join(kalimat)


def _paling_hemat(daftar: Sequence[Banding]) -> Banding | None:
    """Return the scenario that brings most points of the middle for each piece of work; None where none brings any."""
    per = [(b.untung.per_pekerjaan, b) for b in daftar]
    hemat = [(p[0], b) for p, b in per if p is not None and p[0] is not None and p[0] > SEPERSEPULUH]
    return max(hemat, key=lambda pb: pb[0])[1] if hemat else None


def _alasan(resmi: Keadaan, b: Banding) -> str:
    """Return what a scenario does to the chance, the middle and the documented points."""
    if not b.untung.berdokumen:
        return _alasan_akhir(resmi, b)
    return _("{akhir}, poin berdokumen {selisih}").format(
        akhir=_alasan_akhir(resmi, b), selisih=sebut_selisih(b.untung.berdokumen)
    )


def _alasan_akhir(resmi: Keadaan, b: Banding) -> str:
    sasaran = resmi.rapat.sasaran
    kini, dulu = sebut_peluang_akhir(b.keadaan, sasaran), sebut_peluang_akhir(resmi, sasaran)
    tambah = _sebut_tambah(resmi, b)
    if kini == sebut_tak_terjangkau(b.keadaan):
        pola = _("{sasaran} {kini}, nilai tengah perkiraan akhir {tengah}")
    elif kini != dulu:
        pola = _("peluang {sasaran} {kini}, tadinya {dulu}, nilai tengah perkiraan akhir {tengah}")
    elif tambah:
        pola = _("peluang {sasaran} {kini}{tambah}, nilai tengah perkiraan akhir {tengah}")
    else:
        pola = _("peluang {sasaran} tetap {kini}, nilai tengah perkiraan akhir {tengah}")
    return pola.format(
        sasaran=kategori_form(resmi).nama(sasaran),
        kini=kini,
        dulu=dulu,
        tambah=tambah,
        tengah=sebut_selisih(b.untung.tengah or 0.0, 0),
    )
