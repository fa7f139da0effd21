"""Show the index of outcomes and its decisions on the pages of a meeting."""

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.views.indeks.capaian import perlu_keputusan, sebut_gerak
from kla_lib.views.indeks.kalimat import jawaban
from kla_lib.views.indeks.terbitan import kalimat_indeks_resmi, kalimat_nilai_terbit, ragu_nilai_terbit
from kla_lib.views.nilai.bahan import sebut_penanggung_jawab
from kla_lib.views.nilai.chart_capaian import chart_tren
from kla_lib.views.nilai.chart_penggaris import chart_penggaris
from kla_lib.views.rupa.tampilan import Tampilan, catatan_kaki, daftar_bernomor, paragraf, tumpuk
from kla_lib.views.rupa.tema import Chart

PALING_BANYAK = 5


def kalimat_indeks_rapat(keadaan: Keadaan) -> Tampilan:
    """Return the index with its cover, the ministry's own beside it, published totals with how sure they are.

    What a page without marks opens with already is not said again.
    """
    anak = keadaan.anak
    kota = anak.indeks
    kalimat = [_("Indeks belum bisa dihitung: {salah}.").format(salah=k.salah) for k in anak.indeks_salah]
    if kota is not None and anak.gerak:
        sendiri = _("Indeks ini hitungan sendiri, bukan IPA, IPHA, atau IPKA dari kementerian.")
        kalimat.append(f"{jawaban(kota)} {sendiri}")
    if keadaan.hasil is not None or not anak.gerak:
        kalimat += [*kalimat_indeks_resmi(keadaan), *kalimat_nilai_terbit(keadaan)]
        kalimat.append(" ".join(ragu_nilai_terbit(keadaan)))
    return paragraf(*kalimat)


def chart_pembuka(keadaan: Keadaan) -> Chart:
    """Draw what opens the summary: the scores on their ruler; without marks the outcomes that have a target."""
    return chart_tren(keadaan) if keadaan.hasil is None else chart_penggaris(keadaan)


def putuskan_capaian(lingkup: Lingkup) -> Tampilan:
    """Return what a meeting without marks has to decide: whose work each missed target is, and who records points."""
    keadaan, soal = lingkup.keadaan, lingkup.keadaan.instrumen.pertanyaan
    gerak = perlu_keputusan(keadaan.anak.gerak_milik(lingkup))
    butir = [
        _("{ukuran}. Sepakati kegiatan dan tenggatnya; pemegangnya {kantor}.").format(
            ukuran=sebut_gerak(keadaan, g),
            kantor=sebut_penanggung_jawab(keadaan, soal[soal["indikator"] == g.indikator]),
        )
        for g in gerak[:PALING_BANYAK]
    ]
    butir.append(
        _("Nilai belum dicatat: sepakati kantor mana mengisi nilai per pertanyaan, dan sampai tanggal berapa.")
    )
    lebih = len(gerak) - PALING_BANYAK
    catatan = _("{n} ukuran lain juga memburuk atau belum mencapai target.").format(n=lebih) if lebih > 0 else ""
    return tumpuk(daftar_bernomor(butir), catatan_kaki(catatan))
