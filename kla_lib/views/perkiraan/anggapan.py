"""Put first what the forecast rests on: the evidence, the record, what is assumed of documents."""

from collections.abc import Mapping

import numpy as np

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.perkiraan.peluang import mencapai
from kla_lib.scoring.perkiraan.susunan import LETAK_BELUM, LETAK_LENGKAP, LETAK_TANPA, Susunan
from kla_lib.scoring.perkiraan.undian import Undian
from kla_lib.views.perkiraan.penerimaan import tabel_penerimaan
from kla_lib.views.perkiraan.perkiraan import (
    kalimat_kenaikan,
    kosong_perkiraan,
    sebut_kisaran,
    sebut_puluhan,
    sebut_tak_terjangkau,
)
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, paragraf, tabel, tumpuk


def anggapan_perkiraan(keadaan: Keadaan) -> Tampilan:
    """Return the evidence in some sentences, and the answer under each assumption as a table."""
    if keadaan.susunan is None:
        return kosong_perkiraan(keadaan)
    return tumpuk(paragraf(*kalimat_anggapan(keadaan)), tabel_anggapan(keadaan), tabel_penerimaan(keadaan))


def kalimat_anggapan(keadaan: Keadaan) -> list[str]:
    """Return the evidence, the record, and what stays an assumption; ValueError where nothing is forecast."""
    s = keadaan.susunan
    if s is None:
        raise ValueError("no forecast, so no assumptions")
    kalimat = [
        _("Perkiraan ini dicocokkan dengan {bukti}.").format(bukti=gabung(sebut_bukti(keadaan))),
        *kalimat_rekor(keadaan),
    ]
    if keadaan.rapat.tahap != "em":
        return [*kalimat, _("Dokumen sudah dilihat verifikator, jadi tidak lagi menggeser perkiraan ini.")]
    if s.keadaan[s.nilai > 0].min(initial=LETAK_BELUM) == LETAK_BELUM and keadaan.ramalan.rekor is None:
        kalimat.append(_("Dokumen belum dicatat. Dari EM saja rentangnya hampir selebar tanpa EM."))
    kalimat.append(
        _(
            "Berapa nilai satu dokumen lengkap tidak bisa dibaca dari nilai yang terbit, jadi kami menghitung dengan "
            "tiga setelan yang sama cocoknya. Jawabannya:"
        )
    )
    return kalimat


def kalimat_rekor(keadaan: Keadaan) -> list[str]:
    """Return which earlier outcome of the region is used, and what the forecast would be without it."""
    r, tanpa = keadaan.ramalan.rekor, keadaan.ramalan.tanpa_rekor
    if r is None or tanpa is None:
        return [_("Kategori daerah ini dari tahun sebelumnya tidak kami kenal, jadi tidak ikut menggeser perkiraan.")]
    nilai = format_angka(r.rendah) if r.rendah == r.tinggi else sebut_antara_pecahan(r.rendah, r.tinggi)
    asal = _("dari berkas daerah") if r.sumber == "daerah" else _("dari yang terbit")
    return [
        _(
            "Ikut menggesernya: {kategori} {tahun} (nilai akhir {nilai}, {asal}). Tanpa itu perkiraannya kira-kira "
            "{tengah}, sembilan dari sepuluh antara {bawah} dan {atas}."
        ).format(
            kategori=keadaan.kategori.nama(r.kategori),
            tahun=r.tahun,
            nilai=nilai,
            asal=asal,
            tengah=sebut_puluhan(tanpa.p50),
            bawah=sebut_puluhan(tanpa.p05),
            atas=sebut_puluhan(tanpa.p95),
        )
    ]


def sebut_antara_pecahan(bawah: float, atas: float) -> str:
    """Return two published scores with their decimals."""
    return _("{bawah} sampai {atas}").format(bawah=format_angka(bawah), atas=format_angka(atas))


def sebut_bukti(keadaan: Keadaan) -> list[str]:
    """Return the kinds of evidence with how many of each were fitted."""
    b = keadaan.ramalan.bukti
    isi = [
        _("{n} pasangan nilai dua tahap dari {daerah} daerah ({persis} persis, selebihnya hanya kategorinya)").format(
            n=b.em_va + b.va_vf + b.em_vf, daerah=b.daerah, persis=b.persis
        ),
        _("{n} perpindahan kategori satu daerah dari tahun ke tahun").format(n=b.pindah),
    ]
    if b.nasional:
        isi.append(_("hitungan nasional {tahun} ({n} daerah)").format(tahun=b.tahun, n=b.nasional))
    return isi


def kalimat_bukti(keadaan: Keadaan) -> str:
    """Return in a few words how thin the evidence is."""
    b = keadaan.ramalan.bukti
    return _("Buktinya tipis: {n} pasangan nilai, {pindah} perpindahan kategori; anggapan kami ada di bawah.").format(
        n=b.em_va + b.va_vf + b.em_vf, pindah=b.pindah
    )


def tabel_anggapan(keadaan: Keadaan) -> Tampilan:
    """Return the answer under each setting, and with our documents all complete or all lacking."""
    s = keadaan.susunan
    if s is None:
        raise ValueError("no forecast, so no assumptions")
    pegang = keadaan.kategori_dipegang
    kolom = [
        Kolom("jika", _("Anggapan")),
        Kolom("tengah", _("Nilai tengah"), angka=True),
        Kolom("separuh", _("Separuh kemungkinan"), angka=True),
        Kolom("rentang", _("9 dari 10 kemungkinan"), angka=True),
        Kolom("capai", _("{kategori} atau lebih tinggi").format(kategori=keadaan.kategori.nama(pegang))),
    ]
    u = keadaan.ramalan.undian
    baris = [_baris(keadaan, sebut_setelan(nama), s, u[nama], pegang) for nama in _utama_dulu(u)]
    if keadaan.rapat.tahap == "em":
        for teks, dokumen in (
            (_("Jika semua dokumen kita lengkap"), LETAK_LENGKAP),
            (_("Jika semua dokumen kita kurang"), LETAK_TANPA),
        ):
            baris.append(_baris(keadaan, teks, s.dengan(keadaan=[dokumen] * len(s.kode)), u[UTAMA], pegang))
    return tumpuk(tabel(_("Jawaban menurut tiap anggapan"), kolom, baris, ""), paragraf(kalimat_kenaikan(keadaan)))


def sebut_setelan(nama: str) -> str:
    """Return a setting of how much documents decide."""
    return {
        "utama": _("Dokumen cukup menentukan (utama)"),
        "menentukan": _("Dokumen sangat menentukan"),
        "kurang_menentukan": _("Dokumen kurang menentukan"),
    }[nama]


def _utama_dulu(undian: Mapping[str, Undian]) -> list[str]:
    return sorted(undian, key=lambda nama: nama != UTAMA)


def _baris(keadaan: Keadaan, jika: str, susunan: Susunan, undian: Undian, pegang: str) -> dict[str, str]:
    total = undian.total(susunan)
    p05, p25, p50, p75, p95 = map(float, np.quantile(total, (0.05, 0.25, 0.5, 0.75, 0.95)))
    kategori, p = keadaan.kategori[pegang], keadaan.perkiraan
    bisa = p is not None and p.terjangkau[pegang]
    return {
        "jika": jika,
        "tengah": sebut_puluhan(p50),
        "separuh": sebut_kisaran(p25, p75),
        "rentang": sebut_kisaran(p05, p95),
        "capai": sebut_peluang(float(mencapai(total, kategori).mean())) if bisa else sebut_tak_terjangkau(keadaan),
    }
