"""Tell the head of the city or regency where it stands, what only the head can do, what it costs."""

from dataclasses import dataclass

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import PENILAIAN
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.tahap import sebut_tahap, sebut_tahap_pendek
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.views.indeks.capaian import lanjutan_tanpa_nilai
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.nilai.kalimat import kalimat_sampai
from kla_lib.views.perkiraan.perkiraan import (
    kalimat_kenaikan,
    nama_jatuh,
    sebut_kisaran,
    sebut_puluhan,
    tanpa_perkiraan,
)
from kla_lib.views.rencana.kalimat_em import sebut_rentang
from kla_lib.views.rencana.kalimat_rencana import (
    kalimat_biaya,
    kalimat_dampak,
    kalimat_rencana,
)
from kla_lib.views.rencana.rencana import tanpa_nilai
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, paragraf, pernyataan, tabel, tanpa_data, tanpa_isi, tumpuk


def sebut_kepala(daerah: Daerah) -> str:
    """Return who leads: "wali kota", "bupati"; a city without a file of its own has a "kepala daerah"."""
    return {"kota": _("wali kota"), "kabupaten": _("bupati"), None: _("kepala daerah")}[daerah.jenis]


@dataclass(frozen=True)
class Angka:
    """One of the scores: its name, the points in words, the category that they amount to."""

    nama: str
    nilai: str
    setara: str


def daftar_nilai(keadaan: Keadaan) -> list[Angka]:
    """Return the recorded score, the one with complete documents, and the forecast; nothing without marks."""
    h, p, nama = keadaan.hasil, keadaan.perkiraan, keadaan.kategori.nama
    if h is None:
        return []
    isi = [Angka(_besar(sebut_tahap(h.tahap)), format_angka(h.diklaim), nama(h.kategori))]
    if h.tahap == "vf":
        return isi
    if h.terdukung is None:
        isi.append(Angka(_("Berdokumen lengkap"), _("belum dicatat"), "–"))
    else:
        setara = nama(kategori_of(h.terdukung, keadaan.kategori))
        isi.append(Angka(_("Berdokumen lengkap"), format_angka(h.terdukung), setara))
    if p is not None:
        setara = nama_jatuh(keadaan, kategori_of(p.p50, keadaan.kategori))
        nilai = _("{tengah} ({antara})").format(tengah=sebut_puluhan(p.p50), antara=sebut_kisaran(p.p05, p.p95))
        isi.append(Angka(_("Perkiraan nilai akhir (dalam kurung: 9 dari 10)"), nilai, setara))
    return isi


def posisi_pimpinan(keadaan: Keadaan) -> Tampilan:
    """Return the meeting's sentence, then each score with its category, and the chance of the target."""
    nilai = daftar_nilai(keadaan)
    if not nilai:
        return pernyataan(kalimat_jarak(keadaan), lanjutan_tanpa_nilai(keadaan))
    kolom = [Kolom("nama", _("Macam nilai")), Kolom("nilai", _("Poin"), angka=True), Kolom("setara", _("Setara"))]
    t = tabel(_("Nilai kita"), kolom, [vars(a) for a in nilai], "", "tanpa-judul")
    penutup = tanpa_perkiraan(keadaan)
    if keadaan.perkiraan is not None:
        penutup = _("Ini bukan nilai resmi; berapa nilai satu dokumen adalah anggapan kami, belum terukur.")
    peluang = [kalimat_sampai(keadaan, k) for k in dict.fromkeys(_dibicarakan(keadaan))]
    lanjutan = [k for k in (*peluang, kalimat_kenaikan(keadaan, dengan_rentang=False)) if k]
    return tumpuk(pernyataan(kalimat_jarak(keadaan), lanjutan), t, paragraf(penutup))


def _dibicarakan(keadaan: Keadaan) -> list[str]:
    """Return the target, and the category that is watched where that is another one."""
    pegang = [] if keadaan.perkiraan is None else [keadaan.kategori_dipegang]
    return [keadaan.rapat.sasaran, *pegang]


def biaya_pimpinan(keadaan: Keadaan) -> Tampilan:
    """Return what the plan reaches, what it costs, and how many of its actions have no amount."""
    rencana = keadaan.rencana
    if rencana is None:
        return tanpa_data(tanpa_nilai(), PENILAIAN)
    r = rencana.kegiatan
    if r.tahap == "vf" or not r.kegiatan:
        return tanpa_isi(kalimat_rencana(r))
    # What the self-assessment still needs opens the page already; here only what the plan makes of it.
    hasil = kalimat_rencana(r)
    if r.menutup_em and r.dasar == "berdokumen":
        hasil = _("Sesudah rencana ini {tahap} {nilai}, dan poin berdokumen lengkap paling tinggi {dokumen}.").format(
            tahap=sebut_tahap_pendek(r.tahap), nilai=sebut_rentang(*r.nilai_em), dokumen=format_angka(r.nilai)
        )
    kalimat = " ".join([hasil, kalimat_biaya(r)])
    return paragraf(kalimat)


def arti_bagi_anak(keadaan: Keadaan) -> Tampilan:
    """Return what the plan means for children; without a plan that nothing can be told."""
    rencana = keadaan.rencana
    if rencana is None:
        return tanpa_data(_("Tanpa rencana belum bisa dikatakan apa artinya bagi anak."), PENILAIAN)
    if rencana.kegiatan.tahap == "vf" or not rencana.kegiatan.kegiatan:
        return tanpa_isi(_("Tanpa rencana belum bisa dikatakan apa artinya bagi anak."))
    kalimat = " ".join(kalimat_dampak(rencana.kegiatan))
    return paragraf(kalimat)


def _besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]
