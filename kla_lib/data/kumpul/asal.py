"""Remember beside the book where each collected cell came from, who delivered, and what disagrees."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from kla_lib.bahasa import _, tulis_angka
from kla_lib.data.bentuk import ASAL, BENTROK, KIRIMAN, TABEL
from kla_lib.data.buku import Buku
from kla_lib.data.kumpul.gabung import Asal, Kumpulan, Letak
from kla_lib.data.kumpul.kiriman import Kiriman, Kunci, SelIsi
from kla_lib.data.kumpul.waktu import baca_waktu
from kla_lib.data.tulis import rows_of, tables_of, to_teks
from kla_lib.errors import Kesalahan
from kla_lib.tabel.bentuk import Bentuk

Rows = Mapping[Bentuk, Mapping[Kunci, Mapping[str, Any]]]


BILANGAN = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?")
"""A number as the companion table writes it."""

PISAH_KUNCI = " | "
"""What stands between the parts of a key."""


def kunci_teks(kunci: Kunci) -> str:
    """Return the key of a row as one text: "em | klaster_3 | 12 | 1"."""
    return PISAH_KUNCI.join(map(to_teks, kunci))


def load_asal(lama: Buku | None, isi: Rows, kiriman: Iterable[Kiriman]) -> Asal:
    """Return what the book remembers of earlier files; a row that nobody knows any more is forgotten."""
    if lama is None or lama.asal is None:
        return {}
    bentuk = {b.lembar: b for b in TABEL}
    kunci: dict[tuple[str, str], Kunci] = {(b.lembar, kunci_teks(k)): k for b, rows in isi.items() for k in rows}
    kunci |= {(s.bentuk.lembar, kunci_teks(s.kunci)): s.kunci for k in kiriman for s in k.isi}
    hasil: dict[Letak, list[SelIsi]] = {}
    for r in rows_of(lama.asal):
        k = kunci.get((r["lembar"], r["kunci"]))
        if k is not None:
            s = SelIsi(bentuk[r["lembar"]], k, r["kolom"], r["isi"], r["opd"], r["berkas"], r["sel"], r["pasti"])
            hasil.setdefault(s.letak, []).append(s)
    return {letak: tuple(s) for letak, s in hasil.items()}


def waktu_tercatat(lama: Buku | None) -> dict[tuple[str, str], datetime]:
    """Return when each earlier file was last saved, by office and file, where the book knows it."""
    if lama is None or lama.kiriman is None:
        return {}
    return {
        (r["opd"], r["berkas"]): waktu
        for r in rows_of(lama.kiriman)
        if (waktu := baca_waktu(r.get("waktu") or "")) is not None
    }


def _baris_sel(suara: Iterable[SelIsi]) -> list[dict[str, Any]]:
    return [
        {
            "lembar": s.bentuk.lembar,
            "kunci": kunci_teks(s.kunci),
            "kolom": s.kolom,
            "opd": s.opd,
            "isi": to_teks(s.nilai),
            "pasti": s.pasti,
            "berkas": s.berkas,
            "sel": s.sel,
        }
        for s in suara
    ]


def make_pendamping(
    lama: Buku | None, kumpulan: Kumpulan, kiriman: Sequence[Kiriman]
) -> dict[Bentuk, list[dict[str, Any]]]:
    """Return the companion tables as they are after a merge."""
    hadir = {k.opd for k in kiriman}
    berbicara = {(s.opd, s.berkas) for suara in kumpulan.asal.values() for s in suara}
    dulu = [] if lama is None or lama.kiriman is None else rows_of(lama.kiriman)
    kini = [
        {"opd": k.opd, "berkas": k.berkas, "hash": k.hash, "dinilai": k.dinilai, "dokumen": k.dokumen}
        | {"waktu": k.waktu and k.waktu.isoformat()}
        for k in kiriman
    ]
    kini_ada = {(k.opd, k.berkas) for k in kiriman}
    # A file that is not there this time is forgotten, unless one of its answers still stands.
    tercatat = [
        r
        for r in dulu
        for siapa in [(r["opd"], r["berkas"])]
        if siapa not in kini_ada and (r["opd"] not in hadir or siapa in berbicara)
    ] + kini
    return {
        KIRIMAN: sorted(tercatat, key=lambda r: (r["opd"], r["berkas"])),
        ASAL: _baris_sel(s for suara in kumpulan.asal.values() for s in suara),
        BENTROK: _baris_sel(s for k in kumpulan.pilih("bentrok") for s in k.suara),
    }


def same_pendamping(tabel: Any, baris: list[dict[str, Any]]) -> bool:
    """Tell whether a companion table already says what is to be written, whatever its order."""

    def teks(daftar: Iterable[dict[str, Any]]) -> list[tuple[str, ...]]:
        return sorted(tuple(to_teks(v) for v in r.values()) for r in daftar)

    return tabel is not None and teks(rows_of(tabel)) == teks(baris)


def _angka(isi: str | None) -> str:
    """Return an answer as a reader writes it: 3,5 and not 3.5, "kosong" for one that was taken back."""
    if not isi:
        return _("kosong")
    return tulis_angka(float(isi)) if BILANGAN.fullmatch(isi) else isi


def check_bentrok(buku: Buku, nama_opd: Callable[[str], str]) -> list[Kesalahan]:
    """Return a fault for each place on which offices disagreed and that nobody has filled since.

    nama_opd: the name of a role's office.
    """
    if buku.bentrok is None:
        return []
    terisi = {
        (b.lembar, kunci_teks(tuple(r[k] for k in b.kunci)), kolom)
        for b, baris in tables_of(buku).items()
        for r in baris
        for kolom, nilai in r.items()
        if nilai is not None
    }
    suara: dict[tuple[str, str, str], list[str]] = {}
    for r in rows_of(buku.bentrok):
        suara.setdefault((r["lembar"], r["kunci"], r["kolom"]), []).append(f"{_angka(r['isi'])} ({nama_opd(r['opd'])})")
    return [
        Kesalahan(
            "bentrok",
            buku.nama,
            _("[{kunci}] kolom {kolom} bentrok: {suara}").format(kunci=kunci, kolom=kolom, suara=", ".join(daftar)),
            _("Sepakati jawabannya dengan kantor-kantor itu, lalu tulis di buku data."),
            lembar=lembar,
        )
        for (lembar, kunci, kolom), daftar in suara.items()
        if (lembar, kunci, kolom) not in terisi
    ]
