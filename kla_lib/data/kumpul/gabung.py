"""Merge what the offices sent into one book: nothing chosen silently, the same twice as once.

A place in the book (table, key, column) is filled by the value on which all
files agree.  Where they differ it stays empty until someone decides, and every
value is kept with its file and cell.  What was taken is remembered, so that a
later file of the same office can replace its own value and nobody else's.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from kla_lib.bahasa import _
from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN
from kla_lib.data.kumpul.kiriman import Kiriman, Kunci, SelIsi
from kla_lib.data.sunting.simpan import Ubahan
from kla_lib.data.tulis import to_teks
from kla_lib.tabel.bentuk import Bentuk

Letak = tuple[Bentuk, Kunci, str]
Asal = dict[Letak, tuple[SelIsi, ...]]
"""For each place what every office said of it last; the values as text."""

Waktu = Mapping[tuple[str, str], datetime]
"""When a file was last saved, by office and file."""

Isi = Mapping[Bentuk, Mapping[Kunci, Mapping[str, Any]]]
"""The book before: rows by key."""

GABUNG = frozenset({(PENILAIAN.lembar, "catatan"), (DATA_DUKUNG.lembar, "catatan")})
"""Notes of several offices stand side by side; they do not contradict each other."""

BUKU = "buku"
"""Who speaks where an evaluator's own entry disagrees with an office."""


@dataclass(frozen=True)
class Kejadian:
    """What happened at one place: `baru`, `diperbarui`, `bentrok` or `dilewati`.

    suara: the values behind it.  dilewati: other values that were not counted
    because their office did not confirm them.
    """

    jenis: str
    letak: Letak
    lama: Any
    baru: Any
    suara: tuple[SelIsi, ...]
    dilewati: tuple[SelIsi, ...] = ()


@dataclass(frozen=True)
class Kumpulan:
    """The merge: changes to make in the book, what happened where, and what is remembered for the next time."""

    ubahan: tuple[Ubahan, ...]
    kejadian: tuple[Kejadian, ...]
    asal: Asal

    def pilih(self, jenis: str) -> list[Kejadian]:
        """Return what happened of one kind."""
        return [k for k in self.kejadian if k.jenis == jenis]


def merge_kiriman(
    lama: Isi, asal: Asal, kiriman: Sequence[Kiriman], waktu_dulu: Waktu = MappingProxyType({})
) -> Kumpulan:
    """Return what the files change in a book.

    lama: the book as it is, empty for a new one.  asal: what was remembered
    from the last time; waktu_dulu: when the files behind it were saved, by
    office and file, as far as that is known.

    Of one office the newest answer to a place holds; a place that it leaves
    empty keeps what it said before.
    """
    waktu = dict(waktu_dulu) | {(k.opd, k.berkas): k.waktu for k in kiriman if k.waktu is not None}
    hadir = {(k.opd, k.berkas) for k in kiriman}
    suara: dict[Letak, list[SelIsi]] = {}
    for k in kiriman:
        for s in k.isi:
            suara.setdefault(s.letak, []).append(s)
    kejadian: list[Kejadian] = []
    ingatan: Asal = {}
    for letak in dict.fromkeys([*suara, *asal]):
        dulu, isi = asal.get(letak, ()), _isi_lama(lama, letak)
        # What the book itself said in a disagreement counts until someone filled the place again.
        tetap = [s for s in dulu if s.opd != BUKU or isi is None]
        semua = _terbaru(suara.get(letak, []), tetap, waktu, hadir)
        hasil = None
        if letak[2] != "dikonfirmasi":
            hasil = _putuskan(letak, isi, semua, dulu, _belum_pasti(lama, letak))
        if hasil is not None:
            kejadian.append(hasil)
        sendiri = [s for s in hasil.suara if s.opd == BUKU and s not in semua] if hasil else []
        if semua:
            ingatan[letak] = (*semua, *sendiri)
    kejadian += _konfirmasi(lama, suara, kejadian)
    ubahan = tuple(Ubahan(*e.letak, e.baru) for e in kejadian if e.baru != e.lama)
    return Kumpulan(ubahan, tuple(kejadian), ingatan)


def _terbaru(
    kini: Sequence[SelIsi], dulu: Sequence[SelIsi], waktu: Waktu, hadir: Collection[tuple[str, str]]
) -> list[SelIsi]:
    """Return of each office its newest answer to one place; two whose order nobody knows are both kept."""
    hasil: list[SelIsi] = []
    for opd in dict.fromkeys(s.opd for s in (*kini, *dulu)):
        baru = [s for s in kini if s.opd == opd]
        lama = [s for s in dulu if s.opd == opd]
        saat = [waktu.get((opd, s.berkas)) for s in baru]
        if baru and None not in saat:
            akhir = max(w for w in saat if w is not None)
            baru = [s for s, w in zip(baru, saat, strict=True) if w == akhir]
            # What was remembered may be newer: an older file was found again.
            lebih = [s for s in lama if (opd, s.berkas) not in hadir and _sesudah(waktu.get((opd, s.berkas)), akhir)]
            baru = lebih or baru
        hasil += baru or lama
    return hasil


def _sesudah(waktu: datetime | None, akhir: datetime) -> bool:
    return waktu is not None and waktu > akhir


def _isi_lama(lama: Isi, letak: Letak) -> Any:
    bentuk, kunci, kolom = letak
    return lama.get(bentuk, {}).get(kunci, {}).get(kolom)


def _belum_pasti(lama: Isi, letak: Letak) -> bool:
    """Tell whether the book's own value waits for confirmation, so that a confirmed one may replace it."""
    bentuk, kunci, kolom = letak
    return bentuk is PENILAIAN and kolom == "nilai" and _isi_lama(lama, (bentuk, kunci, "dikonfirmasi")) is False


def _putuskan(
    letak: Letak, isi: Any, semua: list[SelIsi], dulu: Iterable[SelIsi], belum_pasti: bool
) -> Kejadian | None:
    """Decide one place; None where it stays as it is."""
    if (letak[0].lembar, letak[2]) in GABUNG:
        return _gabung(letak, isi, semua, dulu)
    pernah = {(s.opd, to_teks(s.nilai)) for s in dulu}
    terambil = to_teks(isi) in {teks for _opd, teks in pernah}
    if not semua:
        return None
    if isi is not None and all((s.opd, to_teks(s.nilai)) in pernah for s in semua):
        return None  # nothing new was said: what an evaluator decided since then stands
    # Points that an office did not confirm count only where nobody confirmed any.
    berlaku = [s for s in semua if s.pasti] or semua
    nilai = {to_teks(s.nilai): s.nilai for s in berlaku}
    kosong = isi if _wajib(letak) else None  # a row cannot do without this cell: what the book says stays
    if len(nilai) > 1:
        return Kejadian("bentrok", letak, isi, kosong, tuple(berlaku))
    (teks, baru), *_rest = nilai.items()
    lain = tuple(s for s in semua if s not in berlaku and to_teks(s.nilai) != teks)
    if isi is None:
        return Kejadian("baru", letak, isi, _asli(letak, baru), tuple(berlaku), lain)
    if to_teks(isi) == teks:
        return Kejadian("dilewati", letak, isi, isi, tuple(berlaku), lain) if lain else None
    if terambil or (belum_pasti and berlaku[0].pasti):
        return Kejadian("diperbarui", letak, isi, _asli(letak, baru), tuple(berlaku), lain)
    if not berlaku[0].pasti:  # a mark that nobody confirmed says nothing against the book
        return Kejadian("dilewati", letak, isi, isi, (), tuple(berlaku))
    sendiri = SelIsi(*letak, isi, BUKU, BUKU, BUKU)
    return Kejadian("bentrok", letak, isi, kosong, (sendiri, *berlaku))


def _wajib(letak: Letak) -> bool:
    return any(k.nama == letak[2] and k.wajib for k in letak[0].kolom)


def _asli(letak: Letak, nilai: Any) -> Any:
    """Return a remembered value with the type of its column."""
    jenis = next(k.jenis for k in letak[0].kolom if k.nama == letak[2])
    return jenis.ubah(nilai) if isinstance(nilai, str) and jenis.nama != "teks" else nilai


def _gabung(letak: Letak, isi: Any, semua: list[SelIsi], dulu: Iterable[SelIsi]) -> Kejadian | None:
    """Join the notes of several offices, each once; an evaluator's own note stays in front."""
    teks, sebelum = _sebut_catatan(semua), _sebut_catatan(dulu)
    if isi is None or isi == sebelum:
        baru = teks
    elif teks is None or teks in isi:
        return None
    else:
        awal = isi.removesuffix(sebelum).rstrip("; ") if sebelum and isi.endswith(sebelum) else isi
        baru = f"{awal}; {teks}"
    if baru == isi:
        return None
    return Kejadian("baru" if isi is None else "diperbarui", letak, isi, baru, tuple(semua))


def _sebut_catatan(suara: Iterable[SelIsi]) -> str | None:
    per_teks: dict[str, set[str]] = {}
    for s in suara:
        per_teks.setdefault(to_teks(s.nilai), set()).add(s.opd)
    if len(per_teks) < 2:
        return next(iter(per_teks), None)
    return "; ".join(
        _("{kantor}: {catatan}").format(kantor=", ".join(sorted(opd)), catatan=teks)
        for teks, opd in sorted(per_teks.items(), key=lambda x: sorted(x[1]))
    )


def _konfirmasi(lama: Isi, suara: Mapping[Letak, Sequence[SelIsi]], kejadian: Sequence[Kejadian]) -> list[Kejadian]:
    """Return the confirmations: ya where the points agree and an office confirmed them, tidak where they do not."""
    nilai = {k.letak[1]: k for k in kejadian if k.letak[0] is PENILAIAN and k.letak[2] == "nilai"}
    hasil = []
    for (bentuk, kunci, kolom), semua in suara.items():
        if bentuk is not PENILAIAN or kolom != "dikonfirmasi":
            continue
        letak = (bentuk, kunci, kolom)
        isi, k = _isi_lama(lama, letak), nilai.get(kunci)
        titik = k.baru if k else _isi_lama(lama, (bentuk, kunci, "nilai"))
        pasti = titik is not None and any(s.nilai is True for s in semua)
        if k is None and isi is True:
            continue  # confirmed before, and the points did not change
        if pasti != isi:
            hasil.append(Kejadian("baru" if isi is None else "diperbarui", letak, isi, pasti, tuple(semua)))
    return hasil
