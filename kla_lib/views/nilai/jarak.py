"""Say the answer in the one sentence that opens every page: where we stand, how far it reaches, what is missing, whose.

Whoever opens a page with it asks here, so that no two pages differ by a word.
"""

from collections.abc import Sequence

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.kategori import Kategori
from kla_lib.rules.skenario import PRIORITAS_KERJA
from kla_lib.rules.tahap import sebut_tahap, sebut_tahap_pendek
from kla_lib.scoring.nilai.jarak import Jalan, Jarak
from kla_lib.views.indeks.capaian import utama_tanpa_nilai
from kla_lib.views.rupa.sebutan import poin

KANTOR_DISEBUT, SOAL_DISEBUT = 3, 3
"""How many offices the sentence names, and how many questions of one office; the others are counted."""


def kalimat_jarak(keadaan: Keadaan) -> str:
    """Return where the points stand, how far the open questions reach, what the target needs and from whom."""
    h, j = keadaan.hasil, keadaan.jarak
    if h is None or j is None:
        return _belum_dicatat(keadaan)
    prioritas = keadaan.skenario is not None and keadaan.skenario.bacaan == PRIORITAS_KERJA
    if h.tahap == "vf" and not (keadaan.simulasi or prioritas):
        return _akhir(keadaan, j)
    isi = [_posisi(j, h.tahap)]
    if keadaan.simulasi:
        isi.append(_simulasi(keadaan))
    elif not prioritas:  # priorities of work claim no category
        isi.append(_sasaran(keadaan, j))
    return " ".join(isi)


def _belum_dicatat(keadaan: Keadaan) -> str:
    daerah = keadaan.daerah.nama
    if keadaan.buku.tahap_tersedia():
        tahap = sebut_tahap(keadaan.rapat.tahap)
        return _("{tahap} {daerah} belum dicatat dalam buku data.").format(
            tahap=tahap[:1].upper() + tahap[1:], daerah=daerah
        )
    return utama_tanpa_nilai(keadaan) or _(
        "Nilai {daerah} belum dicatat dalam buku data; yang ada baru capaian."
    ).format(daerah=daerah)


def _akhir(keadaan: Keadaan, j: Jarak) -> str:
    """Return the final score beside the target: nobody can change it any more."""
    sasaran = keadaan.kategori[keadaan.rapat.sasaran]
    isi = {
        "nilai": format_angka(j.sekarang),
        "kategori": keadaan.kategori.nama(keadaan.hasil_wajib.kategori),
        "sasaran": sasaran.nama,
        "kurang": _kurang(sasaran, j.kurang),
        "lebih": format_angka(-j.kurang),
    }
    if j.tercapai:
        return _("Nilai akhir kita {nilai}, setara {kategori}: {lebih} di atas batas {sasaran}.").format(**isi)
    return _("Nilai akhir kita {nilai}, setara {kategori}; {sasaran} perlu {kurang} lagi.").format(**isi)


def _posisi(j: Jarak, tahap: str) -> str:
    """Return the points now and the range that the open questions can bring."""
    isi = {
        "tahap": sebut_tahap_pendek(tahap),
        "nilai": format_angka(j.sekarang),
        "tinggi": format_angka(j.tertinggi),
        "poin": poin(j.poin_terbuka),
        "n": j.terbuka or j.bagian,
    }
    if tahap == "vf":
        return _("Nilai akhir {nilai}.").format(**isi)
    if j.terbuka:
        return _(
            "{tahap} {nilai} sekarang; {n} pertanyaan terbuka ({poin}) bisa membawanya ke {nilai} sampai {tinggi}."
        ).format(**isi)
    if j.bagian:
        return _(
            "{tahap} {nilai} sekarang; {n} bagian form yang belum dinilai ({poin}) bisa membawanya ke {nilai} "
            "sampai {tinggi}."
        ).format(**isi)
    if not j.dirinci:
        return _("{tahap} {nilai} sekarang; nilainya tidak dirinci per pertanyaan.").format(**isi)
    return _("{tahap} {nilai} sekarang; tidak ada pertanyaan terbuka.").format(**isi)


def _simulasi(keadaan: Keadaan) -> str:
    """Return that the scale is not the form's, with the points that are."""
    resmi = (keadaan.resmi or keadaan).hasil_wajib
    return _("Ini skala simulasi dengan bobot lain, jadi tanpa kategori; menurut form {tahap} {nilai}.").format(
        tahap=sebut_tahap(resmi.tahap), nilai=format_angka(resmi.diklaim)
    )


def _sasaran(keadaan: Keadaan, j: Jarak) -> str:
    sasaran = keadaan.kategori[keadaan.rapat.sasaran]
    if j.tercapai:
        pola = (
            _("Sudah {lebih} di atas batas {sasaran}: jaga dokumennya.")
            if j.kurang
            else _("Tepat di batas {sasaran}: tidak satu poin pun boleh hilang.")
        )
        return pola.format(lebih=format_angka(-j.kurang), sasaran=sasaran.nama)
    isi = {
        "sasaran": sasaran.nama,
        "kurang": _kurang(sasaran, j.kurang),
        "sisa": _kurang(sasaran, j.sisa),
        "tahap": sebut_tahap_pendek(keadaan.rapat.tahap),
        "penuh": format_angka(j.penuh),
        "daftar": _sebut_jalan(keadaan, j.jalan) if j.jalan else "",
    }
    if j.terbuka_cukup and j.jalan:
        return _("{sasaran} perlu {kurang} lagi: {daftar}.").format(**isi)
    if j.jalan and j.poin_terbuka:
        return _(
            "{sasaran} perlu {kurang} lagi: semua yang terbuka, lalu {sisa} dari jawaban yang belum penuh ({daftar})."
        ).format(**isi)
    if j.jalan:
        return _("{sasaran} perlu {kurang} lagi, dari jawaban yang belum penuh: {daftar}.").format(**isi)
    if j.terbuka_cukup or not j.dirinci:
        return _("{sasaran} perlu {kurang} lagi.").format(**isi)
    return _(
        "{sasaran} perlu {kurang} lagi, tetapi dengan semua yang masih bisa ditambah di siklus ini {tahap} "
        "paling tinggi {penuh}."
    ).format(**isi)


def _kurang(sasaran: Kategori, kurang: float) -> str:
    """Return what is missing; a category that begins above its edge needs more than that."""
    if not kurang:
        return _("sedikit")  # exactly on an edge that must be passed
    return (_("lebih dari {n}") if sasaran.di_atas else "{n}").format(n=format_angka(kurang))


def _sebut_jalan(keadaan: Keadaan, jalan: Sequence[Jalan]) -> str:
    """Return the questions by office; those beyond a few are counted, and so are those that measure harm."""
    per_kantor: dict[str, list[Jalan]] = {}
    for j in jalan:
        if not j.merugikan:
            nama = keadaan.daerah.nama_opd(j.opd) if j.opd else _("kantor yang belum dicatat")
            per_kantor.setdefault(nama, []).append(j)
    sebut = [(nama, milik[:SOAL_DISEBUT]) for nama, milik in list(per_kantor.items())[:KANTOR_DISEBUT]]
    daftar = [f"{nama} {gabung([j.kode for j in milik])}" for nama, milik in sebut]
    tampak = {j.kode for _nama, milik in sebut for j in milik}
    sisa = [j for j in jalan if j.kode not in tampak]
    # "Disnaker 21C/1 dan 21C/5, Dishub 11/5"; three of one office hold commas of their own
    teks = ("; " if any(len(milik) > 2 for _nama, milik in sebut) else ", ").join(daftar)
    if not sisa:
        return teks
    jumlah = poin(round(sum(j.poin for j in sisa), 2))
    if not daftar:
        return _("{n} pertanyaan ({poin})").format(n=len(sisa), poin=jumlah)
    return _("{daftar}, dan {n} lainnya ({poin})").format(daftar=teks, n=len(sisa), poin=jumlah)
