"""Say the answer in a sentence; every word follows the numbers by rule."""

from dataclasses import replace

from kla_lib.bahasa import _, format_angka, format_tanggal, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.rules.tahap import sebut_tahap
from kla_lib.scoring.dokumen.status import BELUM_DICATAT, KURANG
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.scoring.nilai.rentang import rentang_bentrok
from kla_lib.views.indeks.capaian import (
    PALING_BANYAK,
    lanjutan_tanpa_nilai,
    penting_dulu,
    sebut_gerak,
    utama_tanpa_nilai,
)
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.perkiraan.anggapan import kalimat_bukti
from kla_lib.views.perkiraan.perkiraan import kalimat_kenaikan, kalimat_perkiraan, nama_jatuh, sebut_capai
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.sebutan import poin
from kla_lib.views.rupa.tampilan import Tampilan, pernyataan
from kla_lib.views.rupa.tema import MIME_KALIMAT


def kalimat_utama(paket: Paket) -> Tampilan:
    """Return the first lines of a klaster's pack."""
    return _tampil(utama_paket(paket), lanjutan_paket(paket))


def kalimat_rapat(keadaan: Keadaan) -> Tampilan:
    """Return the first lines of the meeting's summary."""
    return _tampil(kalimat_jarak(keadaan), lanjutan_rapat(keadaan))


def utama_paket(paket: Paket) -> str:
    """Return how many points this klaster has, and how many are backed by complete documents."""
    if paket.nilai is None:
        belum = _("Nilai klaster ini belum dicatat dalam buku data.")
        return belum if paket.keadaan.buku.tahap_tersedia() else utama_tanpa_nilai(paket) or belum
    terisi = _("{nilai} dari {maks} poin terisi").format(
        nilai=format_angka(paket.nilai), maks=format_angka(paket.nilai_maksimal)
    )
    if _sudah_akhir(paket.keadaan):
        return _("{nilai} dari {maks} poin diberikan.").format(
            nilai=format_angka(paket.nilai), maks=format_angka(paket.nilai_maksimal)
        )
    if paket.terdukung is None:
        return _("{terisi}; dokumen belum dicatat.").format(terisi=terisi)
    if paket.bagian is not None and round(paket.terdukung + paket.bagian[KURANG], 2) == 0 < paket.nilai:
        return _("{terisi}; dokumennya belum dicatat atau belum diperiksa.").format(terisi=terisi)
    return _("{terisi}; {terdukung} berdokumen lengkap.").format(terisi=terisi, terdukung=format_angka(paket.terdukung))


def lanjutan_paket(paket: Paket) -> list[str]:
    """Return what is at risk, what is still available, what is not recorded."""
    if paket.nilai is None or paket.bagian is None:
        k = paket.keadaan
        milik = [] if k.hasil is not None else penting_dulu(k.anak.gerak_milik(paket))[:PALING_BANYAK]
        return [f"{sebut_gerak(k, g)}." for g in milik]
    kalimat = [*_bentrok(paket.keadaan, paket.klaster.id), *_tanpa_skenario_klaster(paket)]
    if paket.terdukung is not None and not _sudah_akhir(paket.keadaan):
        kalimat += _belum_didukung(paket.bagian[KURANG], paket.bagian[BELUM_DICATAT])
    kalimat += _masih_tersedia(paket)
    if paket.belum_dinilai:
        kalimat.append(_("{n} pertanyaan belum dinilai.").format(n=paket.belum_dinilai))
    return kalimat


def _bentrok(keadaan: Keadaan, klaster: str = "") -> list[str]:
    """Say between which points the answers lie on which offices disagree: of the meeting, or of one klaster."""
    h, p = keadaan.hasil, keadaan.pertanyaan
    milik = p[(p["bentrok"].map(len) > 0) & (p["klaster"].eq(klaster) | (klaster == ""))]
    if h is None or milik.empty or _sudah_akhir(keadaan):
        return []
    suara = dict(zip(zip(milik["indikator"], milik["pertanyaan"], strict=True), milik["bentrok"], strict=True))
    rendah, tinggi = rentang_bentrok(h, suara)
    if klaster:
        pola = _("{n} nilai bentrok antarkantor belum dihitung: {rendah} sampai {tinggi} poin lagi.")
        rendah, tinggi = rendah - h.diklaim, tinggi - h.diklaim
    else:
        pola = _("{n} nilai bentrok antarkantor belum dihitung; bila diputuskan, {tahap} {rendah} sampai {tinggi}.")
    return [
        pola.format(n=len(suara), tahap=sebut_tahap(h.tahap), rendah=format_angka(rendah), tinggi=format_angka(tinggi))
    ]


def _belum_didukung(kurang: float, belum: float) -> list[str]:
    rincian = []
    if round(kurang, 2) > 0:
        rincian.append(_("{poin} dokumennya kurang").format(poin=poin(kurang)))
    if round(belum, 2) > 0:
        rincian.append(_("{poin} dokumennya belum dicatat atau belum diperiksa").format(poin=poin(belum)))
    if not rincian:
        return [_("Semua poin yang terisi berdokumen lengkap.")]
    return [_("Belum aman: {rincian}.").format(rincian=gabung(rincian))]


def _masih_tersedia(paket: Paket) -> list[str]:
    sisa = paket.bagian["sisa"] if paket.bagian else 0.0
    if round(sisa, 2) <= 0:
        return [_("Tidak ada poin yang tersisa di klaster ini.")]
    i = paket.indikator
    if i is None or i.empty or i["nilai"].isna().all():
        return [_("{poin} masih tersedia.").format(poin=poin(sisa))]
    puncak = i.loc[i["sisa"].idxmax()]
    nama = puncak["nama_pendek"]
    return [
        _("{poin} masih tersedia, paling banyak di indikator {kode} {nama} ({terbanyak}).").format(
            poin=poin(sisa), kode=puncak["indikator"], nama=_(nama), terbanyak=poin(puncak["sisa"])
        )
    ]


def kalimat_setara(keadaan: Keadaan) -> str:
    """Return what the points and those with complete documents amount to; raises ValueError without marks."""
    h, nama = keadaan.hasil, keadaan.kategori.nama
    if h is None:
        raise ValueError("no marks, so no category")
    pola = (
        _("{tahap} ini setara {kategori} bila berhenti di sini")
        if h.belum_dinilai
        else _("{tahap} ini setara {kategori}")
    )
    utama = pola.format(tahap=_huruf_besar(sebut_tahap(h.tahap)), kategori=nama(h.kategori))
    if h.terdukung is None:
        return _("{utama}; dokumen belum dicatat.").format(utama=utama)
    return _("{utama}; yang berdokumen lengkap {terdukung}, setara {kategori}.").format(
        utama=utama, terdukung=format_angka(h.terdukung), kategori=nama(kategori_of(h.terdukung, keadaan.kategori))
    )


def lanjutan_rapat(keadaan: Keadaan) -> list[str]:
    """Return the categories, the forecast, doubts about edges, and what is missing."""
    h, r = keadaan.hasil, keadaan.rapat
    if h is None:
        return lanjutan_tanpa_nilai(keadaan)
    kalimat = [*_bentrok(keadaan), *_tanpa_skenario(keadaan)]
    if not _sudah_akhir(keadaan):
        kalimat.append(kalimat_setara(keadaan))
    if keadaan.perkiraan is not None:
        kalimat += _perkiraan(keadaan)
    if h.dekat_ambang:
        kalimat.append(
            _("Nilai ini paling jauh {batas} poin dari sebuah ambang; aturan untuk pecahan belum pasti.").format(
                batas=format_angka(keadaan.kategori.dekat_ambang)
            )
        )
    if h.terdukung is not None and not _sudah_akhir(keadaan):
        kalimat.append(_cakupan_dokumen(keadaan))
    if keadaan.jarak is not None and keadaan.jarak.nanti:
        kalimat.append(
            _("{n} pertanyaan lain belum dinilai, dan baru bisa menambah poin pada siklus berikutnya.").format(
                n=keadaan.jarak.nanti
            )
        )
    if r.tenggat is not None:
        tutup = _("Tahap ini sudah ditutup {tanggal}.") if r.tenggat < r.tanggal else _("Tahap ini ditutup {tanggal}.")
        kalimat.append(tutup.format(tanggal=format_tanggal(r.tenggat)))
    kalimat.append(
        _("Nilai ini dikutip dari sumber di bawah; kategorinya ditetapkan Kementerian PPPA.")
        if _sudah_akhir(keadaan)
        else _("Ini bukan nilai resmi.")
    )
    return kalimat


def _tanpa_skenario(keadaan: Keadaan) -> list[str]:
    """Return the official result, on the pages of a scenario only."""
    resmi = keadaan.resmi
    if resmi is None or resmi.hasil is None:
        return []
    return [
        _("Tanpa skenario ini: {nilai}, setara {kategori}.").format(
            nilai=format_angka(resmi.hasil.diklaim), kategori=resmi.kategori.nama(resmi.hasil.kategori)
        )
    ]


def _tanpa_skenario_klaster(paket: Paket) -> list[str]:
    resmi = paket.keadaan.resmi
    if resmi is None:
        return []
    p = resmi.klaster(paket.klaster.id)
    if p.nilai is None:
        return []
    return [
        _("Tanpa skenario ini: {nilai} dari {maks} poin.").format(
            nilai=format_angka(p.nilai), maks=format_angka(p.nilai_maksimal)
        )
    ]


def _perkiraan(keadaan: Keadaan) -> list[str]:
    """Say where the final score falls, how near the target is, and how thin the evidence for it."""
    p, pegang = keadaan.perkiraan, keadaan.kategori_dipegang
    if p is None or keadaan.hasil is None:
        raise ValueError("nothing is forecast")
    mungkin = max(p.peluang, key=lambda k: p.peluang[k])
    kalimat = [
        kalimat_perkiraan(keadaan),
        _("Yang paling mungkin: {kategori}, {peluang}.").format(
            kategori=nama_jatuh(keadaan, mungkin), peluang=sebut_peluang(p.peluang[mungkin])
        ),
    ]
    kalimat += [kalimat_sampai(keadaan, k) for k in dict.fromkeys([keadaan.rapat.sasaran, pegang])]
    kalimat += [k for k in (kalimat_kenaikan(keadaan, dengan_rentang=False),) if k]
    kalimat.append(kalimat_bukti(keadaan))
    if keadaan.hasil.terdukung is None and keadaan.rapat.tahap == "em":
        kalimat.append(
            _("Dokumen belum dicatat, jadi perkiraan ini hanya memakai pengalaman daerah lain.")
            if keadaan.ramalan.rekor is None
            else _(
                "Dokumen belum dicatat, jadi perkiraan ini hanya memakai pengalaman daerah lain dan kategori kita "
                "sebelumnya."
            )
        )
    return kalimat


def _sudah_akhir(keadaan: Keadaan) -> bool:
    """Whether the marks are final, so that documents can no longer change them."""
    return keadaan.hasil is not None and keadaan.hasil.tahap == "vf"


def _cakupan_dokumen(keadaan: Keadaan) -> str:
    """Say for how many questions documents are recorded at all: the rest is unknown, not zero."""
    dokumen, h = keadaan.buku.dokumen_pertanyaan, keadaan.hasil
    if dokumen is None or h is None:
        raise ValueError("no register of documents")
    tercatat = set(zip(dokumen["indikator"], dokumen["pertanyaan"], strict=True))
    return _("Dokumen tercatat untuk {n} dari {semua} pertanyaan.").format(n=len(tercatat), semua=len(h.pertanyaan))


def kalimat_sampai(keadaan: Keadaan, kategori: str) -> str:
    """Return the chance of a category as it is and with the plan; empty where nothing is forecast."""
    p, nama = keadaan.perkiraan, keadaan.kategori.nama(kategori)
    if p is None or keadaan.rencana is None:
        return ""
    peluang = keadaan.rencana.akan_sampai(keadaan.kategori[kategori])
    kini = sebut_capai(keadaan, kategori)
    if peluang is None or not keadaan.rencana.kegiatan.kegiatan:
        return _("{kategori} atau lebih tinggi: {kini}.").format(kategori=nama, kini=kini)
    return _("{kategori} atau lebih tinggi: {kini}; bila seluruh rencana selesai, {dengan}.").format(
        kategori=nama, kini=kini, dengan=sebut_peluang(peluang[1])
    )


def kalimat_peluang(keadaan: Keadaan, kategori: str) -> str:
    """Return the chance of a category; empty where nothing is forecast, and where no recorded points reach it."""
    p = keadaan.perkiraan
    if p is None or not p.terjangkau[kategori]:
        return ""
    return _("Peluang nilai akhir mencapai {kategori} {peluang}.").format(
        kategori=keadaan.kategori.nama(kategori), peluang=sebut_capai(keadaan, kategori)
    )


def _huruf_besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


def _tampil(utama: str, lanjutan: list[str]) -> Tampilan:
    return replace(pernyataan(utama, lanjutan), data={MIME_KALIMAT: {"utama": utama, "lanjutan": lanjutan}})
