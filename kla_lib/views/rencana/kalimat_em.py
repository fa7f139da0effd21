"""Say how the recorded points stand to the target: what must be answered, by whom, for how many points."""

from collections.abc import Callable, Sequence

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.rencana.kegiatan import TERBUKA, Kegiatan
from kla_lib.scoring.rencana.rencana import Rencana, RencanaEm, Terpilih
from kla_lib.views.rupa.sebutan import daftar_pendek
from kla_lib.views.rupa.sebutan import poin as sebut_poin_saja

BANYAK_KANTOR, BANYAK_SOAL = 6, 4


def kalimat_jangkauan(r: Rencana, em: RencanaEm) -> str:
    """Return whether the recorded points can reach the target, which is what the plan sees to first."""
    isi = {
        "sasaran": r.sasaran.nama,
        "tahap": sebut_tahap_pendek(r.tahap),
        "awal": format_angka(em.awal),
        "perlu": _perlu(r, em),
        "kurang": format_angka(max(r.sasaran.besaran - em.tertinggi, 0.0)),
        "rad": format_angka(em.tercatat - em.awal),
        "tercatat": format_angka(em.tercatat),
        "tertinggi": format_angka(em.tertinggi),
    }
    if em.jangkauan == "tidak":
        return _(
            "{sasaran} tidak terjangkau: dengan semua jawaban penuh {tahap} naik dari {awal} menjadi paling "
            "tinggi {tertinggi}, masih {kurang} poin di bawah ambangnya."
        ).format(**isi)
    if em.jangkauan == "terhalang":
        return _(
            "Poin yang belum ada atau belum penuh cukup untuk {sasaran} ({tahap} bisa sampai {tertinggi}), "
            "tetapi tidak muat dalam "
            "jam kantor, anggaran, dan urutan kegiatan, atau dalam pertanyaan yang isinya diketahui."
        ).format(**isi)
    if em.jangkauan == "bila_dijawab":
        pola = (
            _(
                "{sasaran} terjangkau hanya bila jawaban yang belum ada atau belum penuh ditambah: {tahap} sekarang "
                "{awal} dan "
                "perlu {perlu} poin lagi, sedangkan dokumen dan kegiatan RAD menambahnya paling banyak {rad}."
            )
            if em.tercatat > em.awal
            else _(
                "{sasaran} terjangkau hanya bila jawaban yang belum ada atau belum penuh ditambah: {tahap} sekarang "
                "{awal} dan "
                "perlu {perlu} poin lagi."
            )
        )
        return pola.format(**isi)
    if em.kurang:
        return _(
            "{tahap} sekarang {awal} dan perlu {perlu} poin lagi; kegiatan RAD bisa membawanya ke {tercatat}."
        ).format(**isi)
    return _("{tahap} {awal} sudah cukup untuk {sasaran}; yang kurang dokumennya.").format(**isi)


def kalimat_terbuka(r: Rencana, nama_opd: Callable[[str], str]) -> list[str]:
    """Return which open questions decide the target, office by office, what they are worth, and what is in reserve."""
    jawab = [t for t in r.menutup_em if t.kegiatan.kerja in TERBUKA]
    if r.em is None or not jawab:
        return []
    isi = {
        "daftar": daftar_pendek(_per_kantor(jawab, nama_opd), BANYAK_KANTOR),
        "poin": sebut_rentang(sum(t.em[0] for t in jawab), sum(t.em[1] for t in jawab)),
        "tahap": sebut_tahap_pendek(r.tahap),
        "nilai": sebut_rentang(*r.nilai_em),
    }
    kalimat = [
        _("Yang perlu dijawab atau ditambah: {daftar}; bersama-sama {poin} poin.").format(**isi),
        _("Sesudah rencana ini {tahap} {nilai}.").format(**isi),
    ]
    banyak, poin = r.em.cadangan
    if banyak:
        kalimat.append(
            _(
                "Bila salah satunya tidak penuh, masih ada {n} jawaban lain yang belum ada atau belum penuh ({poin} "
                "poin)."
            ).format(n=banyak, poin=sebut_rentang(0.0, poin))
        )
    return [*kalimat, _("Untuk semuanya: pastikan pekerjaannya dilakukan pada tahun yang dinilai.")]


def sebut_rentang(rendah: float, tinggi: float) -> str:
    """Return points from least to most, or one number where they are the same."""
    if round(rendah, 2) == round(tinggi, 2):
        return format_angka(tinggi)
    return _("{rendah} sampai {tinggi}").format(rendah=format_angka(rendah), tinggi=format_angka(tinggi))


def sebut_poin_em(em: tuple[float, float]) -> str:
    """Return what an action adds to the recorded points: "0 sampai 2 poin EM"."""
    return _("{poin} poin EM").format(poin=sebut_rentang(*em))


def sebut_poin(t: Terpilih, r: Rencana) -> str:
    """Return what an action brings in one phrase, for the EM and on paper: "0 sampai 2 poin EM, 1,5 poin dokumen"."""
    if r.em is None or not t.em[1]:
        return sebut_poin_saja(t.poin)
    em = sebut_poin_em(t.em)
    if r.dasar != "berdokumen" or not t.poin:
        return em
    return _("{em}, {poin} poin dokumen").format(em=em, poin=format_angka(t.poin))


def sebut_soal(k: Kegiatan) -> str:
    """Return how a question is named in a list: its code, or the name of an indikator or klaster told as a whole."""
    return k.id if k.kode[0][2] is not None else k.teks


def _perlu(r: Rencana, em: RencanaEm) -> str:
    pola = _("lebih dari {poin}") if r.sasaran.di_atas else _("paling sedikit {poin}")
    return pola.format(poin=format_angka(em.kurang))


def _per_kantor(jawab: Sequence[Terpilih], nama_opd: Callable[[str], str]) -> list[str]:
    """Return each office with its questions, the office with most points first."""
    milik: dict[str, list[Terpilih]] = {}
    for t in jawab:
        milik.setdefault(nama_opd(t.kegiatan.opd) or _("kantor belum dicatat"), []).append(t)
    urut = sorted(milik.items(), key=lambda isi: (-round(sum(t.em[1] for t in isi[1]), 2), isi[0]))
    return [f"{nama} {_soal(isi)}" for nama, isi in urut]


def _soal(isi: Sequence[Terpilih]) -> str:
    """Return some questions, most points first, and how many more there are."""
    soal = [sebut_soal(t.kegiatan) for t in sorted(isi, key=lambda t: (-round(t.em[1], 2), t.kegiatan.id))]
    lebih = len(soal) - BANYAK_SOAL
    return gabung([*soal[:BANYAK_SOAL], *([_("{n} lainnya").format(n=lebih)] if lebih > 0 else [])])
