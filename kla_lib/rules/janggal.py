"""Find figures in a sentence that cannot all hold: a share beside its amount, a part larger than its whole, a sum."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kla_lib.bahasa import _, format_angka

N = r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\d]|[.,]\d)"
SKALA = r"\s*(ribu|juta|mil[iy]ar|triliun)?\b"
RUPIAH = rf"Rp\.?\s*{N}{SKALA}"
PERSEN = rf"{N}\s*(?:%|persen\b)"
KALI = {"": 1.0, "ribu": 10.0**3, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12}

KALIMAT = re.compile(r"(?<=[.;])\s+|\n")
DARI = re.compile(
    rf"(?P<awal>\b(?:menjadi|naik|turun|meningkat|menurun|berubah)\s+)?{N}(?P<persen>\s*(?:%|persen\b))?"
    rf"\s*(?:poin\s+)?(?:dari|of)\s+(?:(?:nilai|skor|poin|total|maks\w*)\s+)*{N}",
    re.IGNORECASE,
)
MAKSIMAL = re.compile(
    rf"{N}(?:\s*poin)?\s*[,(]?\s*(?:dengan\s+)?(?:nilai\s+)?maks(?:imal|imum)?\w*\.?\s+{N}", re.IGNORECASE
)
BAGIAN = re.compile(PERSEN, re.IGNORECASE)
PENGHUBUNG = r"\s*(?:\(|,|=|atau|yaitu|yakni|sebesar|senilai|setara|dengan)*\s*(?:sebesar|senilai|dengan)?\s*"
BIAYA = (
    re.compile(rf"{PERSEN}{PENGHUBUNG}{RUPIAH}", re.IGNORECASE),
    re.compile(rf"{RUPIAH}{PENGHUBUNG}{PERSEN}", re.IGNORECASE),
)
SELURUH = re.compile(rf"dari\b[^.;]{{0,40}}?{RUPIAH}", re.IGNORECASE)
JUMLAH = re.compile(rf"((?:{N}\s*\+\s*)+{N})\s*=\s*{N}")
APBD_TERKECIL = 100e9
"""Rupiah: the budget of every regency and city is many times that: a share that implies less is a slip (we assume)."""


@dataclass(frozen=True)
class Janggal:
    """Figures that cannot all hold: their words, what is wrong, what to do."""

    jenis: str
    kutipan: str
    salah: str
    perbaikan: str


def baca(angka: str) -> float:
    """Return a number as an Indonesian sentence writes it."""
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", angka):
        angka = angka.replace(".", "")
    return float(angka.replace(",", "."))


def satuan_akhir(angka: str) -> float:
    """Return how much one step of the last digit of a written number is."""
    _kiri, koma, kanan = angka.partition(",") if "," in angka else ("", "", "")
    if not koma and re.fullmatch(r"\d+\.\d{1,2}|\d+\.\d{4,}", angka):
        kanan = angka.partition(".")[2]
    return 10.0 ** -len(kanan)


def find_janggal(teks: str) -> Iterator[Janggal]:
    """Yield what is wrong with the figures of a text, sentence by sentence."""
    for potongan in KALIMAT.split(teks[:10_000]):
        kalimat = " ".join(potongan.split())
        if re.search(r"\d", kalimat):
            yield from _lebih(kalimat)
            yield from _biaya(kalimat)
            yield from _pecahan(kalimat)
            yield from _jumlah(kalimat)


def _lebih(kalimat: str) -> Iterator[Janggal]:
    """A value above the maximum that stands beside it."""
    pasangan = [(m[0], m[2], m[4]) for m in DARI.finditer(kalimat) if not (m["awal"] or m["persen"])]
    pasangan += [(m[0], m[1], m[2]) for m in MAKSIMAL.finditer(kalimat)]
    for kutipan, isi, batas in pasangan:
        if baca(isi) > baca(batas) and not (_tahun(isi) and _tahun(batas)):
            yield Janggal(
                "lebih_dari_maksimal",
                kutipan.strip(),
                _("{isi} lebih besar dari {batas}").format(isi=isi, batas=batas),
                _("Tulis nilai tertinggi yang sebenarnya, atau perbaiki angkanya."),
            )


def _tahun(angka: str) -> bool:
    return re.fullmatch(r"(19|20)\d\d", angka) is not None


def _biaya(kalimat: str) -> Iterator[Janggal]:
    """A share of the budget and an amount that cannot both hold."""
    for nomor, pola in enumerate(BIAYA):
        for m in pola.finditer(kalimat):
            persen, angka, skala = (m[1], m[2], m[3]) if nomor == 0 else (m[3], m[1], m[2])
            bagian, rupiah = baca(persen), baca(angka) * KALI[(skala or "").lower()]
            if not bagian or not rupiah:
                continue
            semua = SELURUH.match(kalimat[m.end() :].lstrip(" ),"))
            if semua:
                seluruh = baca(semua[1]) * KALI[(semua[2] or "").lower()]
                seharusnya = 100 * rupiah / seluruh if seluruh else 0.0
                longgar = satuan_akhir(persen) + bagian * (
                    satuan_akhir(angka) / baca(angka) + satuan_akhir(semua[1]) / max(baca(semua[1]), 1e-9)
                )
                if abs(seharusnya - bagian) <= longgar:
                    continue
                salah = _("{persen} % tidak sama dengan Rp{angka} dari Rp{seluruh}, yaitu {benar} %").format(
                    persen=persen, angka=_kata(angka, skala), seluruh=_kata(*semua.groups()), benar=_dua(seharusnya)
                )
            elif rupiah * 100 / bagian < APBD_TERKECIL:
                salah = _(
                    "{persen} % dan Rp{angka} tidak bisa keduanya benar: seluruh anggarannya hanya Rp{seluruh} juta"
                ).format(persen=persen, angka=_kata(angka, skala), seluruh=format_angka(rupiah * 1e-4 / bagian, 0))
            else:
                continue
            yield Janggal("bagian_dan_biaya", m[0].strip(), salah, _("Tulis bagian dan besarannya dari satu sumber."))


def _kata(angka: str, skala: str | None) -> str:
    return f"{angka} {skala}" if skala else angka


def _dua(angka: float) -> str:
    return format_angka(round(angka, 2))


def _pecahan(kalimat: str) -> Iterator[Janggal]:
    """A rate that the counts beside it contradict."""
    persen = BAGIAN.findall(kalimat)
    pecahan = [m for m in DARI.finditer(kalimat) if not (m["awal"] or m["persen"]) and baca(m[2]) <= baca(m[4])]
    if len(persen) != 1 or len(pecahan) != 1 or not baca(pecahan[0][4]):
        return
    m = pecahan[0]
    benar = 100 * baca(m[2]) / baca(m[4])
    if abs(benar - baca(persen[0])) > satuan_akhir(persen[0]):
        yield Janggal(
            "persen_dan_hitungan",
            f"{persen[0]} %, {m[0].strip()}",
            _("{persen} % tidak sama dengan {a} dari {b}, yaitu {benar} %").format(
                persen=persen[0], a=m[2], b=m[4], benar=_dua(benar)
            ),
            _("Perbaiki salah satunya; bila keduanya ukuran yang berbeda, pisahkan kalimatnya."),
        )


def _jumlah(kalimat: str) -> Iterator[Janggal]:
    """A sum that its parts do not give, by a cent or by more."""
    for m in JUMLAH.finditer(kalimat):
        jumlah = round(sum(baca(n) for n in re.findall(N, m[1])), 6)
        tertulis = baca(m.groups()[-1])
        if abs(jumlah - tertulis) > 1e-6:
            yield Janggal(
                "jumlah",
                m[0].strip(),
                _("bagiannya berjumlah {jumlah}, tertulis {tertulis}").format(
                    jumlah=format_angka(jumlah), tertulis=m.groups()[-1]
                ),
                _("Tulis {jumlah}, atau perbaiki bagiannya.").format(jumlah=format_angka(jumlah)),
            )
