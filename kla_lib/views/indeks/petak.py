"""Draw small panels side by side: years along the bottom, gaps left open, every mark with words for who cannot see it.

Templates with the drawing inside, as in the scenario panel: a chart of altair would cost 90 ms with every move.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.views.rupa.tampilan import Tampilan, potongan
from kla_lib.views.rupa.tema import GARIS, TINTA

LEBAR, TINGGI = 236.0, 128.0
KIRI, KANAN, ATAS, BAWAH = 38.0, 44.0, 10.0, 22.0
TAHUN_TERTULIS = 6
"""More years than that are written at both ends alone."""


@dataclass(frozen=True)
class Garis:
    """A straight line in pixels; putus: its dashes, "" for none."""

    x1: float
    y1: float
    x2: float
    y2: float
    warna: str = GARIS
    tebal: float = 1.0
    putus: str = ""


@dataclass(frozen=True)
class Tanda:
    """A mark in pixels: "titik", "sasaran" (a hollow diamond) or "kosong" (a cross); judul: what it says."""

    x: float
    y: float
    bentuk: str
    warna: str
    judul: str


@dataclass(frozen=True)
class Tulisan:
    """Words in pixels; letak: "start", "middle" or "end"."""

    x: float
    y: float
    teks: str
    letak: str = "start"
    tebal: bool = False


@dataclass
class Petak:
    """One panel; uraian: what is drawn, in words.  catatan stands below."""

    judul: str
    uraian: str = ""
    garis: list[Garis] = field(default_factory=list)
    alur: list[tuple[str, str]] = field(default_factory=list)
    tanda: list[Tanda] = field(default_factory=list)
    tulisan: list[Tulisan] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)
    lebar: float = LEBAR
    tinggi: float = TINGGI


@dataclass(frozen=True)
class Bidang:
    """Where years and figures stand in a panel."""

    tahun: tuple[int, ...]
    rendah: float
    tinggi: float

    def x(self, tahun: float) -> float:
        awal, akhir = self.tahun[0], self.tahun[-1]
        bagian = 0.5 if awal == akhir else (tahun - awal) / (akhir - awal)
        return round(KIRI + 8 + bagian * (LEBAR - KIRI - KANAN - 16), 1)

    def y(self, nilai: float) -> float:
        bagian = (nilai - self.rendah) / (self.tinggi - self.rendah)
        return round(TINGGI - BAWAH - bagian * (TINGGI - ATAS - BAWAH), 1)


def make_bidang(tahun: Iterable[int], *batas: float) -> Bidang:
    """Return the field over every year from the first to the last, between the least and the largest of `batas`."""
    ada = list(tahun)
    rendah, tinggi = min(batas), max(batas)
    return Bidang(tuple(range(min(ada), max(ada) + 1)), rendah, tinggi if tinggi > rendah else rendah + 1)


def draw_sumbu(petak: Petak, bidang: Bidang, angka: Sequence[float]) -> None:
    """Draw the bottom with its years, and lines at the figures that are named at the left."""
    for n in angka:
        petak.garis.append(Garis(KIRI, bidang.y(n), LEBAR - KANAN, bidang.y(n), "#e0e0e0"))
        petak.tulisan.append(Tulisan(KIRI - 4, bidang.y(n) + 4, format_angka(n), "end"))
    ditulis = bidang.tahun if len(bidang.tahun) <= TAHUN_TERTULIS else (bidang.tahun[0], bidang.tahun[-1])
    panjang = len(ditulis) <= 4
    petak.tulisan += [
        Tulisan(bidang.x(t), TINGGI - 6, str(t) if panjang else f"’{t % 100:02d}", "middle")
        for t in dict.fromkeys(ditulis)
    ]


def draw_deret(petak: Petak, bidang: Bidang, deret: pd.Series, warna: str, desimal: int, kosong: bool = True) -> None:
    """Draw a series: broken where a year has nothing, a cross at the bottom there, the last figure written."""
    ada = {int(t): float(n) for t, n in deret.dropna().items()}
    ruas: list[list[int]] = []
    for t in bidang.tahun:
        if t not in ada:
            if kosong:
                judul = _("{tahun}: tidak ada angka").format(tahun=t)
                petak.tanda.append(Tanda(bidang.x(t), TINGGI - BAWAH, "kosong", GARIS, judul))
        elif ruas and ruas[-1][-1] == t - 1:
            ruas[-1].append(t)
        else:
            ruas.append([t])
    petak.alur += [(warna, " ".join(f"{bidang.x(t)},{bidang.y(ada[t])}" for t in r)) for r in ruas if len(r) > 1]
    petak.tanda += [
        Tanda(bidang.x(t), bidang.y(n), "titik", warna, f"{t}: {format_angka(n, desimal)}") for t, n in ada.items()
    ]
    if ada:
        akhir = max(ada)
        teks = format_angka(ada[akhir], desimal)
        petak.tulisan.append(Tulisan(bidang.x(akhir) + 8, bidang.y(ada[akhir]) + 4, teks, tebal=True))


def sebut_deret(deret: pd.Series, desimal: int) -> str:
    """Return a series in words, its gaps too."""
    bagian = [
        f"{t} {format_angka(float(n), desimal) if pd.notna(n) else _('tidak ada angka')}" for t, n in deret.items()
    ]
    return ", ".join(bagian)


def susun_petak(petak: Sequence[Petak], catatan: Sequence[str] = ()) -> Tampilan:
    """Return panels side by side, as many as there is room for."""
    teks = "\n".join([*(" ".join([f"{p.judul}: {p.uraian}.", *p.catatan]) for p in petak), *catatan])
    return potongan("indeks_petak", teks, petak=petak, catatan=list(catatan), tinta=TINTA)
