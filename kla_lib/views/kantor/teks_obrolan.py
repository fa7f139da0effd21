"""Write what we ask of an office as a text for chat: polite, short, with points and a day."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.pekerjaan.pekerjaan import BENTROK, DOKUMEN, Pekerjaan, PekerjaanKantor, poin_bersama
from kla_lib.views.kantor.sebut_kebutuhan import isi_kerja, pola_kerja, sebut_kurang, sebut_poin, sebut_syarat
from kla_lib.views.rupa.sebutan import sebut_bentrok

BARIS, HURUF_SEBARIS = 10, 70
PALING_PANJANG = BARIS * HURUF_SEBARIS
"""Letters of a whole text, ten full lines: more is folded by chat programs, and is not read."""

PALING_BANYAK = 3
"""Things asked in one text."""

HURUF_NAMA = 50
"""Letters of the name of an office or of a city, which may be written in a book by anybody."""

PANJANG_BUTIR = range(200, 39, -10)
"""Letters of one thing asked, tried from the longest: what is missing is said where there is room for it."""

RUANG_KURANG = 30
"""With less room than this (letters) what is missing is not said, rather than said in two words."""

TANDA_OBROLAN = str.maketrans(dict.fromkeys("*_~`", " "))
"""Signs that chat programs take for bold, slanted, struck or code."""


def teks_obrolan(keadaan: Keadaan, k: PekerjaanKantor) -> str:
    """Return the text for one office, at most PALING_PANJANG letters and PALING_BANYAK things asked.

    Long titles end at a word with an ellipsis.  An office that owes nothing is
    thanked.
    """
    minta = k.yang_pertama(PALING_BANYAK)
    if not minta:
        return _terima_kasih(keadaan, k)
    teks = ""
    for batas in PANJANG_BUTIR:
        teks = _permintaan(keadaan, k, minta, batas)
        if len(teks) <= PALING_PANJANG:
            break
    return teks


def ringkas_di_kata(teks: str, batas: int) -> str:
    """Return a text of at most `batas` letters that ends at a word; a first word that is too long leaves "…"."""
    teks = bersihkan(teks)
    if len(teks) <= batas:
        return teks
    utuh = teks[:batas].rpartition(" ")[0].rstrip(" ,;:.-–(")
    return f"{utuh}…"


def bersihkan(teks: str) -> str:
    """Return a text on one line, without signs that a chat program would act on or nobody can see."""
    tampak = "".join(" " if unicodedata.category(h)[0] in "CZ" else h for h in teks)
    return " ".join(tampak.translate(TANDA_OBROLAN).split())


def sebut_kontak(keadaan: Keadaan) -> str:
    """Return where to send what is asked for; no person is named."""
    kontak = keadaan.daerah.kontak
    return f"{kontak.nama}, {kontak.saluran}" if kontak else _("Sekretariat Gugus Tugas KLA")


def _permintaan(keadaan: Keadaan, k: PekerjaanKantor, minta: Sequence[Pekerjaan], batas: int) -> str:
    hari = _hari_pertama(minta)
    untuk = {"daerah": ringkas_di_kata(keadaan.daerah.nama, HURUF_NAMA)}
    if hari:
        buka = (
            _("Untuk evaluasi KLA {daerah}, mohon bantuannya paling lambat {tanggal}, atau tanggal di belakangnya:")
            if any(b.tenggat not in (None, hari) for b in minta)
            else _("Untuk evaluasi KLA {daerah}, mohon bantuannya paling lambat {tanggal}:")
        )
        untuk["tanggal"] = format_tanggal(hari)
    else:
        buka = _("Untuk evaluasi KLA {daerah}, mohon bantuannya, dan mohon kabarkan kapan bisa dikirim:")
    butir = [f"{n}. {_butir(keadaan, b, batas, hari)}" for n, b in enumerate(minta, start=1)]
    return "\n".join([*sapa(keadaan, k.peran), buka.format(**untuk), *butir, "", " ".join(_tutup(keadaan, k, minta))])


def sapa(keadaan: Keadaan, peran: str) -> list[str]:
    """Return the greeting; a text about generated data says so, because it is copied away from its page."""
    kantor = ringkas_di_kata(keadaan.daerah.nama_opd(peran), HURUF_NAMA)
    contoh = [_("(Contoh, data buatan)")] if keadaan.buku.keterangan.contoh else []
    return [*contoh, _("Yth. {kantor},").format(kantor=kantor)]


def _butir(keadaan: Keadaan, b: Pekerjaan, batas: int, hari: date | None) -> str:
    """Return one thing asked with its points, and its day if not `hari`; what is missing where there is room for it."""
    pola, isi = pola_kerja(b), isi_kerja(keadaan, b)
    pendek = ringkas_di_kata(isi, batas - len(pola.format(isi="")))
    if pendek == "…":  # one endless word: its number says as well which it is
        pendek = _("nomor {nomor}").format(nomor=bersihkan(b.id)) if len(b.id) <= batas // 3 else _("satu hal")
    kerja = pola.format(isi=pendek)
    kurang = ""
    if b.jenis == BENTROK:
        kurang = bersihkan(sebut_bentrok(keadaan, b.suara))
    elif b.jenis == DOKUMEN:
        kurang = bersihkan((not b.tahun and b.catatan) or sebut_kurang(b) or "").rstrip(".")
    sisa = batas - len(kerja) - len(": ")
    kalimat = f"{kerja}: {ringkas_di_kata(kurang, sisa)}" if kurang and sisa >= RUANG_KURANG else kerja
    kalimat = kalimat[:1].upper() + kalimat[1:]
    tanggal = _("s.d. {tanggal}").format(tanggal=format_tanggal(b.tenggat)) if b.tenggat and b.tenggat != hari else ""
    arti = ", ".join(filter(None, (sebut_poin(b), sebut_syarat(keadaan, b), tanggal)))
    return f"{kalimat} ({arti})" if arti else kalimat


def _tutup(keadaan: Keadaan, k: PekerjaanKantor, minta: Sequence[Pekerjaan]) -> list[str]:
    poin, lain = poin_bersama(minta), len(k.butuh) - len(minta)
    kalimat = []
    if poin:
        kalimat.append(_("Ini menyangkut {n} poin yang sudah diisi.").format(n=format_angka(poin)))
    if lain:
        kalimat.append(_sebut_lain(lain, _hari_pertama(k.butuh), _hari_pertama(minta)))
    kalimat.append(_("Mohon kirim ke {kontak}. Terima kasih.").format(kontak=sebut_kontak(keadaan)))
    return kalimat


def _sebut_lain(lain: int, paling_awal: date | None, diminta: date | None) -> str:
    """Return how much more is asked for; a day before those of this text is said, because nobody else says it."""
    if paling_awal and paling_awal != diminta:
        pola = _("{n} hal lain ada di halaman kantor ini, mulai {tanggal}.")
        return pola.format(n=format_angka(lain, 0), tanggal=format_tanggal(paling_awal))
    return _("{n} hal lain ada di halaman kantor ini.").format(n=format_angka(lain, 0))


def _hari_pertama(kerja: Iterable[Pekerjaan]) -> date | None:
    return min((b.tenggat for b in kerja if b.tenggat), default=None)


def _terima_kasih(keadaan: Keadaan, k: PekerjaanKantor) -> str:
    kalimat = [
        _("Terima kasih. Untuk evaluasi KLA {daerah} saat ini tidak ada lagi yang kami minta dari kantor ini.").format(
            daerah=ringkas_di_kata(keadaan.daerah.nama, HURUF_NAMA)
        )
    ]
    if k.diperiksa:
        kalimat.append(
            _("{n} dokumen sudah tercatat dan menunggu kami periksa.").format(n=format_angka(len(k.diperiksa), 0))
        )
    kalimat.append(_("Bila ada dokumen baru, mohon kirim ke {kontak}.").format(kontak=sebut_kontak(keadaan)))
    return "\n".join([*sapa(keadaan, k.peran), " ".join(kalimat)])
