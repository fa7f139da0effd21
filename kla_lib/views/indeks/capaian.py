"""Say where outcomes go: in one sentence, and measure by measure; what opens the pages of a meeting without marks."""

from collections.abc import Iterable

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.scoring.indeks.perubahan import MEMBAIK, MEMBURUK, TETAP, TIDAK_DIKETAHUI, Gerak
from kla_lib.views.indeks.kalimat import jawaban
from kla_lib.views.indeks.terbitan import kalimat_indeks_resmi, kalimat_nilai_terbit, ragu_nilai_terbit
from kla_lib.views.rupa.sebutan import sebut_jenis_sumber

PALING_BANYAK = 4
"""How many measures open a page; the others stand in the table."""


def sebut_arah_capaian(arah: str) -> str:
    """Return where outcomes go, in a word."""
    return {
        MEMBAIK: _("membaik"),
        MEMBURUK: _("memburuk"),
        TETAP: _("tetap"),
        TIDAK_DIKETAHUI: _("tidak diketahui"),
    }[arah]


def utama_tanpa_nilai(lingkup: Lingkup) -> str:
    """Return in one sentence where the outcomes of a view go, and that its points are not recorded; "" without any.

    Figures without a good end, such as counts of reported cases, go nowhere.
    """
    gerak = [g for g in lingkup.keadaan.anak.gerak_milik(lingkup) if g.naik_baik is not None]
    if not gerak:
        return ""
    banyak = {a: sum(g.arah == a for g in gerak) for a in (MEMBURUK, MEMBAIK, TETAP)}
    isi = [f"{n} {sebut_arah_capaian(a)}" for a, n in banyak.items() if n]
    if lain := len(gerak) - sum(banyak.values()):
        isi.append(_("{n} belum bisa dibandingkan antartahun").format(n=lain))
    kalimat = _("Capaian bagi anak: dari {n} ukuran {isi}").format(n=len(gerak), isi=gabung(isi))
    bertarget = [g for g in gerak if g.tercapai is not None]
    if bertarget:
        tercapai = _("{a} dari {b} target tercapai")
        kalimat += f"; {tercapai.format(a=sum(bool(g.tercapai) for g in bertarget), b=len(bertarget))}"
    return _("{kalimat}. Poin KLA per pertanyaan belum dicatat.").format(kalimat=kalimat)


def lanjutan_tanpa_nilai(keadaan: Keadaan) -> list[str]:
    """Return the measures that matter first, the index, and the totals that others have published."""
    kota = keadaan.anak.indeks
    return [
        *(f"{sebut_gerak(keadaan, g)}." for g in penting_dulu(keadaan.anak.gerak)[:PALING_BANYAK]),
        *([] if kota is None else [jawaban(kota)]),
        *kalimat_indeks_resmi(keadaan),
        *kalimat_nilai_terbit(keadaan),
        *([" ".join(ragu)] if (ragu := ragu_nilai_terbit(keadaan)) else []),
    ]


def penting_dulu(gerak: Iterable[Gerak]) -> list[Gerak]:
    """Return the measures of which something can be said: missed targets, what worsens, met targets, the rest."""
    bicara = [g for g in gerak if g.tercapai is not None or g.arah != TIDAK_DIKETAHUI]
    return sorted(bicara, key=lambda g: (g.tercapai is not False, g.arah != MEMBURUK, g.tercapai is None))


def perlu_keputusan(gerak: Iterable[Gerak]) -> list[Gerak]:
    """Return the measures that worsen or miss their target."""
    return [g for g in penting_dulu(gerak) if g.tercapai is False or g.arah == MEMBURUK]


def sebut_gerak(keadaan: Keadaan, g: Gerak) -> str:
    """Return a measure in words: its last figure, its target, where it goes since when."""
    nilai = _angka(g.nilai, g.satuan)
    if g.pecahan is not None:
        a, b = (format_angka(n) for n in g.pecahan)
        nilai = _("{a} dari {b}, {nilai}").format(a=a, b=b, nilai=nilai)
    isi = [f"{g.ukuran} ({sebut_jenis_sumber(g.jenis_sumber)}) {nilai} ({g.tahun})"]
    if g.target is not None and g.tercapai is not None:
        kata = _("target {n} tercapai") if g.tercapai else _("target {n} belum tercapai")
        isi.append(kata.format(n=_angka(g.target, g.satuan)))
    if g.lama is not None and g.arah != TIDAK_DIKETAHUI:
        isi.append(_arah(keadaan, g, g.lama))
    return ", ".join(isi)


def _arah(keadaan: Keadaan, g: Gerak, lama: float) -> str:
    arah = sebut_arah_capaian(g.arah)
    kecil = g.arah == TETAP and g.nilai != lama
    if kecil:
        arah = _("naik") if g.nilai > lama else _("turun")
    dari = _("{arah} dari {lama} ({tahun})").format(arah=arah, lama=_angka(lama, g.satuan), tahun=g.tahun_lama)
    if not kecil:
        return dari
    beda = keadaan.anak.aturan.beda(g.ukuran, g.satuan, g.jenis_sumber)
    terkecil = (
        f"{format_angka(100 * beda.besaran)} %"
        if beda.cara == "nisbi"
        else _("{n} poin persen").format(n=format_angka(beda.besaran))
        if g.satuan == "%"
        else _angka(beda.besaran, g.satuan)
    )
    return _("{dari}, kurang dari {terkecil} sehingga disebut tetap").format(dari=dari, terkecil=terkecil)


def _angka(nilai: float, satuan: str) -> str:
    return f"{format_angka(nilai)} {satuan}"
