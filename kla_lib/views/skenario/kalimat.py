"""Say in a sentence what a scenario gives beside the official result; every verb follows the numbers.

Under other weights the points are a simulation, so the words are "setara Utama
pada skala simulasi" beside the official category.  Read as priorities of
work, weights change no points; then no category is named at all.
"""

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Konteks
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.skenario import PRIORITAS_KERJA
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.skenario.perhatian import urutan_perhatian
from kla_lib.views.nilai.kalimat import utama_rapat
from kla_lib.views.perkiraan.perkiraan import sebut_capai, sebut_tak_terjangkau, tanpa_perkiraan
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.tampilan import Tampilan, potongan
from kla_lib.views.skenario.nama_kode import nama_bagian

YANG_PERTAMA = 3
"""How many indikator the sentence about priorities names."""


def html_kalimat(konteks: Konteks) -> str:
    """Return the first lines of the panel as HTML, read out when they change."""
    return potongan("skenario_kalimat", "", kalimat=daftar_kalimat(konteks)).html


def kalimat_skenario(konteks: Konteks) -> Tampilan:
    """Return what the scenario gives against the official result, for a page."""
    utama, *lanjutan = daftar_kalimat(konteks)
    return potongan("kalimat", "\n".join([utama, *lanjutan]), utama=utama, lanjutan=lanjutan)


def daftar_kalimat(konteks: Konteks) -> list[str]:
    """Return the sentences, the answer first."""
    resmi, hasil = konteks.resmi, konteks.hasil
    if hasil is None:
        return [utama_rapat(konteks)]
    if membaca_prioritas(konteks):
        return _prioritas(konteks, hasil)
    if resmi is None or resmi.hasil is None or konteks.skenario is None or konteks.skenario.kosong:
        return [
            utama_rapat(konteks),
            _("Belum ada yang diubah: ini hasil menurut buku data."),
            *_peluang_resmi(konteks),
        ]
    return [
        _utama(konteks, resmi.hasil, hasil),
        *_terdukung(resmi.hasil, hasil),
        *_peluang(resmi, konteks),
        *_tengah(resmi, konteks),
        *_ragu(konteks, hasil),
    ]


def membaca_prioritas(konteks: Konteks) -> bool:
    """Return whether the weights are read as priorities of work, so that no category may be printed."""
    return konteks.skenario is not None and konteks.skenario.bacaan == PRIORITAS_KERJA


def kategori_form(konteks: Konteks) -> DaftarKategori:
    """Return the categories under their own names: that a scale is simulated stands in the words around them."""
    return (konteks.resmi or konteks).kategori


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


def _utama(konteks: Konteks, lama: Hasil, baru: Hasil) -> str:
    """Return the points and what they amount to; under other weights the official ones beside it."""
    dulu, kini = kategori_form(konteks).nama(lama.kategori), kategori_form(konteks).nama(baru.kategori)
    if konteks.simulasi:
        return _("{poin}, setara {kini} pada skala simulasi; nilai tercatat tetap {nilai} ({dulu}).").format(
            poin=_poin(lama, baru), kini=kini, nilai=format_angka(lama.diklaim), dulu=dulu
        )
    pola = _("{poin}; tetap setara {kini}.") if kini == dulu else _("{poin}, setara {kini}; tadinya {dulu}.")
    return pola.format(poin=_poin(lama, baru), kini=kini, dulu=dulu)


def _terdukung(lama: Hasil, baru: Hasil) -> list[str]:
    if lama.terdukung is None or baru.terdukung is None:
        return []
    return [_("Yang berdokumen lengkap {ubah}.").format(ubah=sebut_ubah(lama.terdukung, baru.terdukung))]


def _peluang_resmi(konteks: Konteks) -> list[str]:
    if konteks.perkiraan is None:
        return [tanpa_perkiraan(konteks)]
    k = konteks.kategori_dipegang
    nama = kategori_form(konteks).nama(k)
    if not konteks.perkiraan.terjangkau[k]:
        return [_("{kategori} {capai}.").format(kategori=nama, capai=sebut_capai(konteks, k))]
    return [_("Peluang akhir mencapai {kategori} {peluang}.").format(kategori=nama, peluang=_capai(konteks, k))]


def _peluang(resmi: Konteks, konteks: Konteks) -> list[str]:
    """Say the chance of the target before and after; where it stays out of reach, that of the best one in reach too."""
    lama, baru = resmi.perkiraan, konteks.perkiraan
    if lama is None or baru is None:
        return [tanpa_perkiraan(konteks)]
    sasaran = konteks.rapat.sasaran
    kalimat = [_banding(resmi, konteks, sasaran)]
    pegang = konteks.kategori_dipegang
    if pegang != sasaran and (lama.terjangkau[pegang] or baru.terjangkau[pegang]):
        kalimat.append(_banding(resmi, konteks, pegang))
    return kalimat


def _banding(resmi: Konteks, konteks: Konteks, kategori: str) -> str:
    lama, baru = resmi.perkiraan, konteks.perkiraan
    if lama is None or baru is None:
        raise ValueError("nothing is forecast")
    nama = kategori_form(konteks).nama(kategori)
    if konteks.simulasi:
        nama = _("{kategori} pada skala simulasi").format(kategori=nama)
    dulu, kini = lama.terjangkau[kategori], baru.terjangkau[kategori]
    if not kini and not dulu:
        return _("{kategori} {tak_terjangkau}.").format(kategori=nama, tak_terjangkau=sebut_tak_terjangkau(konteks))
    if not kini:
        return _("{kategori} tidak terjangkau lagi; tadinya peluangnya {dulu}.").format(
            kategori=nama, dulu=_capai(resmi, kategori)
        )
    if not dulu:
        return _("{kategori} menjadi terjangkau: peluang akhirnya {kini}, tadinya {tak_terjangkau}.").format(
            kategori=nama, kini=_capai(konteks, kategori), tak_terjangkau=sebut_tak_terjangkau(konteks)
        )
    if _capai(resmi, kategori) == _capai(konteks, kategori):
        return _("Peluang akhir mencapai {kategori} tetap {kini}.").format(
            kategori=nama, kini=_capai(konteks, kategori)
        )
    return _("Peluang akhir mencapai {kategori} {kini}, tadinya {dulu}.").format(
        kategori=nama, kini=_capai(konteks, kategori), dulu=_capai(resmi, kategori).removeprefix(_("kira-kira "))
    )


def _capai(konteks: Konteks, kategori: str) -> str:
    """Return a chance without its range: that stands in the table."""
    if konteks.perkiraan is None:
        raise ValueError("nothing is forecast")
    return sebut_peluang(konteks.perkiraan.mencapai[kategori])


def _tengah(resmi: Konteks, konteks: Konteks) -> list[str]:
    if resmi.perkiraan is None or konteks.perkiraan is None:
        return []
    ubah = sebut_ubah(round(resmi.perkiraan.p50, 1), round(konteks.perkiraan.p50, 1))
    return [_("Nilai tengah perkiraan akhir {ubah}.").format(ubah=ubah)]


def _ragu(konteks: Konteks, hasil: Hasil) -> list[str]:
    if not hasil.dekat_ambang:
        return []
    return [
        _("Nilai ini paling jauh {batas} poin dari sebuah ambang; aturan untuk pecahan belum pasti.").format(
            batas=format_angka(konteks.kategori.dekat_ambang)
        )
    ]


def _prioritas(konteks: Konteks, hasil: Hasil) -> list[str]:
    """Say what deserves attention first, how the points changed, and no category."""
    lama = konteks.resmi.hasil if konteks.resmi is not None and konteks.resmi.hasil is not None else hasil
    bobot = konteks.skenario.bobot if konteks.skenario is not None else {}
    urutan = urutan_perhatian(hasil, konteks.instrumen, bobot).head(YANG_PERTAMA)
    nama = nama_bagian(konteks.instrumen)
    return [
        _("Yang paling perlu perhatian menurut bobot ini: {daftar}.").format(
            daftar=gabung([nama[kode] for kode in urutan["kode"]])
        ),
        _("Nilai {tahap} {ubah}: bobot prioritas hanya mengurutkan kerja, tidak mengubah poin.").format(
            tahap=sebut_tahap_pendek(hasil.tahap), ubah=sebut_ubah(lama.diklaim, hasil.diklaim)
        ),
        *_terdukung(lama, hasil),
    ]
