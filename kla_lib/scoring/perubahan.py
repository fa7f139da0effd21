"""Tell from the published facts of two meetings what changed between them.

A fact is what fakta.json holds (docs/keputusan/0018).  What changed in the
data book is kept apart from the rules that changed, and from what only
follows from both: totals, categories, the forecast.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kla_lib.rules.privasi import Privasi

Fakta = dict[str, Any]

BERUBAH, BARU, HILANG = "berubah", "baru", "hilang"

BUKU = ("nilai", "bentrok", "dokumen", "kaitan", "kegiatan", "keputusan", "capaian", "wilayah", "jawaban")
"""The facts that stand in a row of the data book, by the first word of their id."""

ATURAN = ("form", "bobot", "ambang", "anggapan")
"""The facts that stand in a file of rules."""

KALENDER = ("rad", "janji")
"""The facts that move with the day of the meeting, whoever did nothing: no change is told of them."""

FORM, TAHAP = "form", "tahap"
"""Why the points of two meetings cannot be compared question by question."""

SEBAB_NILAI, SEBAB_DOKUMEN, SEBAB_FORM = "nilai", "dokumen", "form"
SEBAB_ANGGAPAN, SEBAB_TAHAP, SEBAB_HITUNGAN = "anggapan", "tahap", "hitungan"

PERKIRAAN = ("perkiraan", "peluang", "mencapai")


@dataclass(frozen=True)
class Selisih:
    """One fact that is not what it was.

    jenis: the first word of the id.  sebelum, sesudah: None where nothing was
    recorded, which is not zero.  keadaan: BERUBAH, BARU (the row was not there
    before) or HILANG (it is there no more).  disamarkan: whether the numbers
    are withheld, because they differ by so few persons that a child could be
    recognised.
    """

    id: str
    jenis: str
    tingkat: str
    kode: str
    satuan: str
    sebelum: float | None
    sesudah: float | None
    keadaan: str
    disamarkan: bool = False

    @property
    def selisih(self) -> float | None:
        """After minus before; None where one of them is not known."""
        if self.sebelum is None or self.sesudah is None:
            return None
        return round(self.sesudah - self.sebelum, 6)

    @property
    def utama(self) -> bool:
        """Whether this is the row itself and not one of the details kept under its id."""
        return self.tingkat not in BERINDUK or self.id == f"{self.jenis}:{self.kode}"

    @property
    def suara(self) -> bool:
        """Whether this is what one office answered to a disputed question, which itself only counts the answers."""
        return self.jenis == "bentrok" and self.id != f"bentrok:{self.kode}"


BERINDUK = ("dokumen", "kegiatan", "keputusan", "jawaban")
"""The levels whose rows have details: `<level>:<code>`, and `<level>:<code>:<detail>`."""


@dataclass(frozen=True)
class Perubahan:
    """What changed between two meetings, each list sorted by id.

    perubahan: rows of the data book.  aturan: form, weights, edges,
    assumptions.  akibat: what follows from them.  tak_sebanding: FORM and TAHAP
    where the points cannot be compared; they are then in none of the lists.
    sebab_perkiraan: which of the parts behind the forecast changed, where it
    moved.
    """

    perubahan: tuple[Selisih, ...]
    aturan: tuple[Selisih, ...]
    akibat: tuple[Selisih, ...]
    tak_sebanding: tuple[str, ...]
    sebab_perkiraan: tuple[str, ...]


def gabung_fakta(paket: Iterable[list[Fakta]]) -> tuple[list[Fakta], list[str]]:
    """Return the facts of several packs as one list, and the ids of which two packs say different things.

    Different: the packs were not made of the same data.  The first one counts.
    """
    semua: dict[str, Fakta] = {}
    bentrok = []
    for isi in paket:
        for f in isi:
            if semua.setdefault(f["id"], f)["nilai"] != f["nilai"]:
                bentrok.append(f["id"])
    return [semua[k] for k in sorted(semua)], sorted(set(bentrok))


def banding_fakta(sebelum: list[Fakta], sesudah: list[Fakta], privasi: Privasi, samar: bool = True) -> Perubahan:
    """Return what changed from the facts of one meeting to those of another.

    Each list holds an id once.  A row that is new or gone is one change: its
    details and the questions of its document go with it.  Answers that areas
    sent are changes of the areas; how many said yes follows from them, unless
    the answers that came in cannot explain it: then some were corrected.
    samar: withhold the numbers of counts of persons that differ by few.
    """
    a, b = {f["id"]: f for f in sebelum}, {f["id"]: f for f in sesudah}
    tak_sebanding = _tak_sebanding(a, b)
    beda = [s for k in sorted({*a, *b}) if (s := _selisih(k, a.get(k), b.get(k))) is not None]
    beda = [s for s in beda if s.jenis not in KALENDER and not _tak_bermakna(s, tak_sebanding)]
    ubah = {s.id: s for s in beda}
    beda = [s for s in beda if not _ikut(s, ubah)]
    baris = tuple(_samarkan(s, privasi) if samar else s for s in beda if _dari_buku(s, a, b))
    aturan = tuple(s for s in beda if s.jenis in ATURAN)
    catatan = {s.id for s in (*baris, *aturan)}
    akibat = tuple(s for s in beda if s.id not in catatan)
    return Perubahan(baris, aturan, akibat, tak_sebanding, _sebab(baris, aturan, akibat, tak_sebanding))


def _selisih(id_fakta: str, a: Fakta | None, b: Fakta | None) -> Selisih | None:
    """Return the difference of a fact, None where it is the same; a row that came without a number is a change too."""
    sebelum, sesudah = (None if f is None else f["nilai"] for f in (a, b))
    f = b or a
    if f is None:
        raise ValueError(f"{id_fakta} is in neither list")
    keadaan = BARU if a is None else HILANG if b is None else BERUBAH
    if sebelum == sesudah and keadaan == BERUBAH:
        return None
    s = Selisih(id_fakta, id_fakta.partition(":")[0], f["tingkat"], f["kode"], f["satuan"], sebelum, sesudah, keadaan)
    if s.utama:
        return s
    # A detail is kept only where the book has one, so it is recorded now or then, never new by itself.
    return None if sebelum == sesudah else replace(s, keadaan=BERUBAH)


def _samarkan(s: Selisih, privasi: Privasi) -> Selisih:
    """Return a change of a count of persons without its numbers where it is about few of them."""
    if s.jenis == "kegiatan":
        orang = s.id.endswith((":realisasi", ":target")) and privasi.orang_rad(s.satuan)
    elif s.jenis == "capaian":
        ukuran = s.id.removeprefix("capaian:").rsplit(":", 3)[0]
        orang = privasi.orang(s.satuan, ukuran)
    else:
        orang = s.jenis == "jawaban" and s.id.endswith(":jumlah")
    sedikit = orang and privasi.sedikit(s.selisih)
    return replace(s, sebelum=None, sesudah=None, disamarkan=True) if sedikit else s


def _ikut(s: Selisih, ubah: Mapping[str, Selisih]) -> bool:
    """Whether a difference goes with that of the row that it belongs to."""
    if s.tingkat == "kaitan":
        induk = ubah.get(f"dokumen:{s.kode}")
        return induk is not None and induk.keadaan == s.keadaan != BERUBAH
    if s.utama:
        return False
    induk = ubah.get(f"{s.jenis}:{s.kode}")
    return induk is not None and induk.keadaan != BERUBAH


def _dari_buku(s: Selisih, a: Mapping[str, Fakta], b: Mapping[str, Fakta]) -> bool:
    """Whether a difference stands in a row of the book; points of a level above the questions may be a sum."""
    if s.jenis not in BUKU:
        return False
    if s.jenis == "jawaban":
        return not s.utama and not _dari_kiriman(s, a, b)
    if s.jenis != "nilai" or s.tingkat == "pertanyaan":
        return True
    return any(f is not None and f["asal"]["baris"] is not None for f in (a.get(s.id), b.get(s.id)))


def _dari_kiriman(s: Selisih, a: Mapping[str, Fakta], b: Mapping[str, Fakta]) -> bool:
    """Whether the answers that came in meanwhile can explain how many areas now say yes, or what they add up to."""
    n = [0.0 if f is None else f["nilai"] or 0.0 for f in (a.get(f"jawaban:{s.kode}"), b.get(f"jawaban:{s.kode}"))]
    masuk = n[1] - n[0]
    if not s.id.endswith(":ya"):
        return masuk != 0
    return min(0.0, masuk) <= (s.sesudah or 0.0) - (s.sebelum or 0.0) <= max(0.0, masuk)


def _tak_sebanding(a: Mapping[str, Fakta], b: Mapping[str, Fakta]) -> tuple[str, ...]:
    form = [{f["kode"] for k, f in isi.items() if k.startswith("form:")} for isi in (a, b)]
    tahap = [{k.split(":")[1] for k in isi if k.startswith("nilai:")} for isi in (a, b)]
    return (
        *([FORM] if all(form) and form[0] != form[1] else []),
        *([TAHAP] if all(tahap) and tahap[0] != tahap[1] else []),
    )


def _tak_bermakna(s: Selisih, tak_sebanding: tuple[str, ...]) -> bool:
    """Whether a difference only says that points are counted otherwise than before."""
    if not tak_sebanding:
        return False
    if s.jenis in ("bobot", "kaitan"):  # codes of the form
        return FORM in tak_sebanding
    if s.jenis == "bentrok":  # answers to the questions of a form at a stage
        return True
    if s.jenis in PERKIRAAN or s.jenis in ATURAN or (s.jenis in BUKU and s.jenis != "nilai"):
        return False
    return s.satuan in ("poin", "urutan_kategori") or s.jenis == "celah"


def _sebab(
    baris: Iterable[Selisih], aturan: Iterable[Selisih], akibat: Iterable[Selisih], tak_sebanding: tuple[str, ...]
) -> tuple[str, ...]:
    """Return which parts behind the forecast changed; SEBAB_HITUNGAN where none did and it moved all the same."""
    if not any(s.jenis in PERKIRAAN for s in akibat):
        return ()
    jenis = {s.jenis for s in (*baris, *aturan)}
    sebab = [
        *([SEBAB_TAHAP] if TAHAP in tak_sebanding else []),
        *([SEBAB_FORM] if jenis & {"form", "bobot", "ambang"} else []),
        *([SEBAB_NILAI] if "nilai" in jenis else []),
        *([SEBAB_DOKUMEN] if jenis & {"dokumen", "kaitan"} else []),
        *([SEBAB_ANGGAPAN] if "anggapan" in jenis else []),
    ]
    return tuple(sebab) or (SEBAB_HITUNGAN,)
