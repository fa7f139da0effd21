"""Say in a sentence what a scenario gives beside the official result; every verb follows the numbers.

Under other weights the points are a simulation, so the words are "setara Utama
pada skala simulasi" beside the official category.  Read as priorities of
work, weights change no points; then no category is named at all.
"""

import html

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.skenario import PRIORITAS_KERJA
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.skenario.perhatian import urutan_perhatian
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.perkiraan.perkiraan import sebut_capai, sebut_tak_terjangkau, tanpa_perkiraan
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.tampilan import Tampilan, pernyataan, potongan
from kla_lib.views.skenario.nama_kode import nama_bagian

YANG_PERTAMA = 3
"""How many indikator the sentence about priorities names."""


def html_kalimat(keadaan: Keadaan) -> str:
    """Return the first lines of the panel as HTML, read out when they change."""
    return potongan("skenario_kalimat", "", kalimat=daftar_kalimat(keadaan)).html


def html_lekat(keadaan: Keadaan) -> str:
    """Return the answer in one line, for the bar that stays on a small screen; the sentences are what is read out."""
    return f'<div aria-hidden="true">{html.escape(kalimat_lekat(keadaan))}</div>'


def kalimat_lekat(keadaan: Keadaan) -> str:
    """Return points, documented points, the forecast's middle and the chance of the target in a line, with changes."""
    resmi = keadaan.resmi or keadaan
    hasil, lama = keadaan.hasil, resmi.hasil
    if hasil is None or lama is None:
        return ""
    bagian = [_sebut_lekat(sebut_tahap_pendek(hasil.tahap), lama.diklaim, hasil.diklaim)]
    if hasil.terdukung is not None and lama.terdukung is not None:
        bagian.append(_sebut_lekat(_("berdokumen"), lama.terdukung, hasil.terdukung))
    if keadaan.simulasi:
        bagian.append(_("simulasi"))
    elif keadaan.perkiraan is not None and resmi.perkiraan is not None and not membaca_prioritas(keadaan):
        tengah = (round(k.perkiraan.p50) for k in (resmi, keadaan) if k.perkiraan is not None)
        bagian.append(_sebut_lekat(_("tengah akhir"), *tengah))
        peluang = sebut_peluang_akhir(keadaan, keadaan.rapat.sasaran)
        if peluang == sebut_tak_terjangkau(keadaan):
            peluang = _("belum terjangkau")
        nama = kategori_form(keadaan).nama(keadaan.rapat.sasaran)
        bagian.append(_("{kategori}: {peluang}").format(kategori=nama, peluang=peluang))
    return " · ".join(bagian)


def _sebut_lekat(nama: str, lama: float, baru: float) -> str:
    selisih = round(baru - lama, 2)
    teks = f"{nama} {format_angka(baru)}"
    return f"{teks} ({'+' if selisih > 0 else '−'}{format_angka(abs(selisih))})" if selisih else teks


def kalimat_skenario(keadaan: Keadaan) -> Tampilan:
    """Return what the scenario gives against the official result, for a page."""
    utama, *lanjutan = daftar_kalimat(keadaan)
    return pernyataan(utama, lanjutan)


def daftar_kalimat(keadaan: Keadaan) -> list[str]:
    """Return the sentences: the one of every page with the scenario's numbers, then what the scenario changed."""
    resmi, hasil = keadaan.resmi, keadaan.hasil
    if hasil is None:
        return [kalimat_jarak(keadaan)]
    if membaca_prioritas(keadaan):
        return [kalimat_jarak(keadaan), *_prioritas(keadaan, hasil)]
    if resmi is None or resmi.hasil is None or keadaan.skenario is None or keadaan.skenario.kosong:
        return [
            kalimat_jarak(keadaan),
            _("Belum ada yang diubah: ini hasil menurut buku data."),
            *_peluang_resmi(keadaan),
        ]
    return [
        kalimat_jarak(keadaan),
        _utama(keadaan, resmi.hasil, hasil),
        *_terdukung(resmi.hasil, hasil),
        *_peluang(resmi, keadaan),
        *_tengah(resmi, keadaan),
        *_ragu(keadaan, hasil),
    ]


def membaca_prioritas(keadaan: Keadaan) -> bool:
    """Return whether the weights are read as priorities of work, so that no category may be printed."""
    return keadaan.skenario is not None and keadaan.skenario.bacaan == PRIORITAS_KERJA


def kategori_form(keadaan: Keadaan) -> DaftarKategori:
    """Return the categories under their own names: that a scale is simulated stands in the words around them."""
    return (keadaan.resmi or keadaan).kategori


def sebut_ubah(lama: float, baru: float) -> str:
    """Return how a number (poin) changed: "naik 8,5 menjadi 780,31", "tetap 771,81"."""
    selisih = round(baru - lama, 2)
    if not selisih:
        return _("tetap {nilai}").format(nilai=format_angka(baru))
    pola = _("naik {selisih} menjadi {nilai}") if selisih > 0 else _("turun {selisih} menjadi {nilai}")
    return pola.format(selisih=format_angka(abs(selisih)), nilai=format_angka(baru))


def _poin(lama: Hasil, baru: Hasil) -> str:
    pola = _("Nilai {tahap} sementara {ubah}") if baru.belum_dinilai else _("Nilai {tahap} {ubah}")
    return pola.format(tahap=sebut_tahap_pendek(baru.tahap), ubah=sebut_ubah(lama.diklaim, baru.diklaim))


def _utama(keadaan: Keadaan, lama: Hasil, baru: Hasil) -> str:
    """Return the points and what they amount to; under other weights the official ones beside it."""
    dulu, kini = kategori_form(keadaan).nama(lama.kategori), kategori_form(keadaan).nama(baru.kategori)
    if keadaan.simulasi:
        return _("{poin}, setara {kini} pada skala simulasi; nilai tercatat tetap {nilai} ({dulu}).").format(
            poin=_poin(lama, baru), kini=kini, nilai=format_angka(lama.diklaim), dulu=dulu
        )
    pola = _("{poin}; tetap setara {kini}.") if kini == dulu else _("{poin}, setara {kini}; tadinya {dulu}.")
    return pola.format(poin=_poin(lama, baru), kini=kini, dulu=dulu)


def _terdukung(lama: Hasil, baru: Hasil) -> list[str]:
    if lama.terdukung is None or baru.terdukung is None:
        return []
    return [_("Yang berdokumen lengkap {ubah}.").format(ubah=sebut_ubah(lama.terdukung, baru.terdukung))]


def _peluang_resmi(keadaan: Keadaan) -> list[str]:
    if keadaan.perkiraan is None:
        return [tanpa_perkiraan(keadaan)]
    k = keadaan.kategori_dipegang
    nama = kategori_form(keadaan).nama(k)
    if not keadaan.perkiraan.terjangkau[k]:
        return [_("{kategori} {capai}.").format(kategori=nama, capai=sebut_capai(keadaan, k))]
    return [_("Peluang akhir mencapai {kategori} {peluang}.").format(kategori=nama, peluang=_capai(keadaan, k))]


def _peluang(resmi: Keadaan, keadaan: Keadaan) -> list[str]:
    """Say the chance of the target before and after; where it stays out of reach, that of the best one in reach too."""
    lama, baru = resmi.perkiraan, keadaan.perkiraan
    if lama is None or baru is None:
        return [tanpa_perkiraan(keadaan)]
    sasaran = keadaan.rapat.sasaran
    kalimat = [_banding(resmi, keadaan, sasaran)]
    pegang = keadaan.kategori_dipegang
    if pegang != sasaran and (lama.terjangkau[pegang] or baru.terjangkau[pegang]):
        kalimat.append(_banding(resmi, keadaan, pegang))
    return kalimat


def _banding(resmi: Keadaan, keadaan: Keadaan, kategori: str) -> str:
    lama, baru = resmi.perkiraan, keadaan.perkiraan
    if lama is None or baru is None:
        raise ValueError("nothing is forecast")
    nama = kategori_form(keadaan).nama(kategori)
    if keadaan.simulasi:
        nama = _("{kategori} pada skala simulasi").format(kategori=nama)
    dulu, kini = lama.terjangkau[kategori], baru.terjangkau[kategori]
    if not kini and not dulu:
        return _("{kategori} {tak_terjangkau}.").format(kategori=nama, tak_terjangkau=sebut_tak_terjangkau(keadaan))
    if not kini:
        return _("{kategori} tidak terjangkau lagi; tadinya peluangnya {dulu}.").format(
            kategori=nama, dulu=_capai(resmi, kategori)
        )
    if not dulu:
        return _("{kategori} menjadi terjangkau: peluang akhirnya {kini}, tadinya {tak_terjangkau}.").format(
            kategori=nama, kini=_capai(keadaan, kategori), tak_terjangkau=sebut_tak_terjangkau(keadaan)
        )
    if _capai(resmi, kategori) == _capai(keadaan, kategori):
        return _("Peluang akhir mencapai {kategori} tetap {kini}.").format(
            kategori=nama, kini=_capai(keadaan, kategori)
        )
    return _("Peluang akhir mencapai {kategori} {kini}, tadinya {dulu}.").format(
        kategori=nama, kini=_capai(keadaan, kategori), dulu=_capai(resmi, kategori).removeprefix(_("kira-kira "))
    )


def sebut_peluang_akhir(keadaan: Keadaan, kategori: str) -> str:
    """Return the chance of a category without its range, or that it is out of reach; ValueError without a forecast."""
    if keadaan.perkiraan is not None and not keadaan.perkiraan.terjangkau[kategori]:
        return sebut_tak_terjangkau(keadaan)
    return _capai(keadaan, kategori)


def _capai(keadaan: Keadaan, kategori: str) -> str:
    """Return a chance without its range: that stands in the table."""
    if keadaan.perkiraan is None:
        raise ValueError("nothing is forecast")
    return sebut_peluang(keadaan.perkiraan.mencapai[kategori])


def _tengah(resmi: Keadaan, keadaan: Keadaan) -> list[str]:
    if resmi.perkiraan is None or keadaan.perkiraan is None:
        return []
    ubah = sebut_ubah(round(resmi.perkiraan.p50, 1), round(keadaan.perkiraan.p50, 1))
    return [_("Nilai tengah perkiraan akhir {ubah}.").format(ubah=ubah)]


def _ragu(keadaan: Keadaan, hasil: Hasil) -> list[str]:
    if not hasil.dekat_ambang:
        return []
    return [
        _("Nilai ini paling jauh {batas} poin dari sebuah ambang; aturan untuk pecahan belum pasti.").format(
            batas=format_angka(keadaan.kategori.dekat_ambang)
        )
    ]


def _prioritas(keadaan: Keadaan, hasil: Hasil) -> list[str]:
    """Say what deserves attention first, how the points changed, and no category."""
    lama = keadaan.resmi.hasil if keadaan.resmi is not None and keadaan.resmi.hasil is not None else hasil
    bobot = keadaan.skenario.bobot if keadaan.skenario is not None else {}
    urutan = urutan_perhatian(hasil, keadaan.instrumen, bobot).head(YANG_PERTAMA)
    nama = nama_bagian(keadaan.instrumen)
    return [
        _("Yang paling perlu perhatian menurut bobot ini: {daftar}.").format(
            daftar=gabung([nama[kode] for kode in urutan["kode"]])
        ),
        _("Nilai {tahap} {ubah}: bobot prioritas hanya mengurutkan kerja, tidak mengubah poin.").format(
            tahap=sebut_tahap_pendek(hasil.tahap), ubah=sebut_ubah(lama.diklaim, hasil.diklaim)
        ),
        *_terdukung(lama, hasil),
    ]
