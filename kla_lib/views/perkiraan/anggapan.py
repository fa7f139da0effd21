"""Put first what the forecast rests on: thin evidence, assumed documents, and what they do to the answer."""

from collections.abc import Sequence

import numpy as np

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import load_sumber
from kla_lib.rules.verifikasi import Campuran, Pasangan, Verifikasi
from kla_lib.scoring.perkiraan.peluang import mencapai
from kla_lib.scoring.perkiraan.perkiraan import ACUAN, draw_total, langkah_tersisa
from kla_lib.scoring.perkiraan.susunan import LETAK_KURANG, LETAK_LENGKAP, Susunan
from kla_lib.scoring.perkiraan.undian import tergantung_dokumen
from kla_lib.views.perkiraan.perkiraan import sebut_antara, sebut_tak_terjangkau, tanpa_perkiraan
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, paragraf, tabel, tanpa_isi, tumpuk


def anggapan_perkiraan(keadaan: Keadaan) -> Tampilan:
    """Return the evidence in two sentences, and the answer under each assumption as a table."""
    if keadaan.susunan is None:
        return tanpa_isi(tanpa_perkiraan(keadaan))
    return tumpuk(paragraf(*kalimat_anggapan(keadaan)), tabel_anggapan(keadaan))


def kalimat_anggapan(keadaan: Keadaan) -> list[str]:
    """Return how thin the evidence is, and what is assumed about documents.

    Raises ValueError where nothing is forecast.
    """
    s = keadaan.susunan
    if s is None:
        raise ValueError("no forecast, so no assumptions")
    kalimat = [
        _("Buktinya tipis: {bukti}, semuanya dari berita. Keadaan dokumen daerah-daerah itu tidak diketahui.").format(
            bukti=gabung(sebut_bukti(keadaan))
        )
    ]
    if keadaan.riwayat:
        kalimat.append(
            _("Riwayat daerah kita sendiri ({n} pasangan) ikut menggeser perkiraan.").format(n=len(keadaan.riwayat))
        )
    kalimat.append(
        _(
            "Karena itu kami menghitung dengan tiga anggapan tentang dokumen mereka, lalu dengan dua keadaan dokumen "
            "kita. Makin rapi dokumen mereka dulu, makin sedikit kelebihan yang diberikan dokumen kita. Jawabannya:"
        )
        if tergantung_dokumen(s)
        else _(
            "Dokumen kita belum dicatat, jadi ketiga anggapan kami tentang dokumen mereka memberi jawaban yang sama; "
            "yang menggesernya adalah keadaan dokumen kita:"
        )
    )
    return kalimat


def sebut_bukti(keadaan: Keadaan) -> list[str]:
    """Return for each step that is left the number of published pairs used, and of regions."""
    sebut = {
        "em_va": _("evaluasi mandiri ke verifikasi administrasi"),
        "va_vf": _("verifikasi administrasi ke nilai akhir"),
    }
    return [
        _("{n} pasangan nilai {langkah} ({daerah} daerah)").format(
            n=len(pakai), daerah=len({p.daerah for p in pakai}), langkah=sebut[langkah]
        )
        for langkah, pakai in _pasangan_per_langkah(keadaan).items()
    ]


def kalimat_bukti(keadaan: Keadaan) -> str:
    """Return in a few words how thin the evidence is."""
    n = sum(len(pakai) for pakai in _pasangan_per_langkah(keadaan).values())
    return _("Buktinya tipis: {n} pasangan nilai dari berita; anggapan kami ada di bawah.").format(n=n)


def _pasangan_per_langkah(keadaan: Keadaan) -> dict[str, list[Pasangan]]:
    """Return for each step that is left the published pairs of other regions."""
    v, pakai = keadaan.verifikasi, {}
    for langkah in langkah_tersisa(v, keadaan.rapat.tahap):
        sendiri = {p.daerah for p in keadaan.riwayat if p.langkah == langkah}
        pakai[langkah] = [p for p in v.pasangan if p.langkah == langkah and p.daerah not in sendiri]
    return pakai


def sebut_penerbit(params: Params, verifikasi: Verifikasi) -> str:
    """Return who published the pairs, in the order of the file."""
    sumber = load_sumber(params)
    dokumen = dict.fromkeys(r.dokumen for p in verifikasi.pasangan for r in p.sumber)
    return ", ".join(dict.fromkeys(sumber[d].penerbit for d in dokumen))


def tabel_anggapan(keadaan: Keadaan) -> Tampilan:
    """Return the answer under each assumed mix, and with our documents all complete or all lacking."""
    s = keadaan.susunan
    if s is None:
        raise ValueError("no forecast, so no assumptions")
    pegang = keadaan.kategori_dipegang
    kolom = [
        Kolom("jika", _("Anggapan")),
        Kolom("tengah", _("Nilai tengah"), angka=True),
        Kolom("rentang", _("9 dari 10 kemungkinan"), angka=True),
        Kolom("capai", _("{kategori} atau lebih tinggi").format(kategori=keadaan.kategori.nama(pegang))),
    ]
    v = keadaan.verifikasi
    if tergantung_dokumen(s):
        baris = [_baris(keadaan, _jika(nama, c), s, nama, pegang) for nama, c in _acuan_dulu(v)]
    else:
        baris = [_baris(keadaan, _("Dokumen kita belum diketahui"), s, ACUAN, pegang)]
    for teks, dokumen in (
        (_("Jika semua dokumen kita lengkap"), LETAK_LENGKAP),
        (_("Jika semua dokumen kita kurang"), LETAK_KURANG),
    ):
        baris.append(_baris(keadaan, teks, s.dengan(keadaan=[dokumen] * len(s.kode)), ACUAN, pegang))
    return tabel(_("Jawaban menurut tiap anggapan"), kolom, baris, "")


def _acuan_dulu(verifikasi: Verifikasi) -> Sequence[tuple[str, Campuran]]:
    return sorted(verifikasi.campuran.items(), key=lambda isi: isi[0] != ACUAN)


def _jika(nama: str, campuran: Campuran) -> str:
    pola = {
        "acuan": _("Jika dari 100 dokumen mereka {lengkap} lengkap, {kurang} kurang, {tidak_ada} tidak ada (utama)"),
        "rapi": _("Jika dokumen mereka lebih rapi: {lengkap} lengkap, {kurang} kurang, {tidak_ada} tidak ada"),
        "longgar": _("Jika dokumen mereka kurang rapi: {lengkap} lengkap, {kurang} kurang, {tidak_ada} tidak ada"),
    }[nama]
    return pola.format(**{k: format_angka(100 * n, 0) for k, n in campuran.model_dump().items()})


def _baris(keadaan: Keadaan, jika: str, susunan: Susunan, campuran: str, pegang: str) -> dict[str, str]:
    tahap, riwayat = keadaan.rapat.tahap, keadaan.riwayat
    total = draw_total(susunan, keadaan.verifikasi, tahap, riwayat=riwayat, campuran=campuran).total
    bawah, tengah, atas = np.quantile(total, (0.05, 0.5, 0.95))
    kategori = keadaan.kategori[pegang]
    p = keadaan.perkiraan
    bisa = p is not None and p.terjangkau[pegang]
    return {
        "jika": jika,
        "tengah": format_angka(float(tengah), 0),
        "rentang": sebut_antara(float(bawah), float(atas)),
        "capai": sebut_peluang(float(mencapai(total, kategori).mean())) if bisa else sebut_tak_terjangkau(keadaan),
    }
