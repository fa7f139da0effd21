"""Guess which known word a wrong one was meant to be, and rather none than the opposite or another number."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence

KATA = re.compile(r"[^\W\d_]+|\d+")
ROMAWI = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
BILANGAN = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
NOMOR = {kata: n for daftar in (ROMAWI, BILANGAN) for n, kata in enumerate(daftar, start=1)}
MIRIP = 0.8
"""From this likeness on (difflib, 0 to 1) a word is taken for a slip of another that begins with the same letter."""
TERPENDEK = 3
"""Shorter words ("va", "4a") differ by too little to be told from slips."""

FRASA = {
    "kurang": "tidak lengkap, belum lengkap, kurang lengkap, tdk lengkap, blm lengkap, lengkap sebagian",
    "lengkap": "sudah lengkap, komplit, komplet",
    "tidak_ada": "tak ada, tdk ada, tiada, tidak punya",
    "belum_diperiksa": "belum dicek, belum diverifikasi, belum dilihat, tidak diperiksa, blm diperiksa",
    "belum": "belum mulai, belum dimulai, belum berjalan, belum dilaksanakan, belum dikerjakan",
    "berjalan": "sedang berjalan, sedang dikerjakan, sedang dilaksanakan, dalam proses, proses",
    "terhambat": "terkendala, terhalang",
    "selesai": "sudah selesai, telah selesai, tuntas, rampung",
    "batal": "dibatalkan",
    "belum_diunggah": "belum unggah, belum upload, belum diupload, blm diunggah",
    "dokumen_ada": "ada dokumen, dokumen tersedia, dokumennya ada",
    "masih_bisa_dibuat": "bisa dibuat, dapat dibuat, masih dapat dibuat",
    "siklus_berikutnya": "siklus depan, tahun depan, tahun berikutnya",
    "kelurahan": "desa",
}
"""What people call the words of choice of a data book; only what can mean no other of them."""
ARTI = {frasa: kata for kata, daftar in FRASA.items() for frasa in daftar.split(", ")}


def terdekat(salah: str, pilihan: Iterable[str]) -> str | None:
    """Return the choice that a wrong word stands for, or None where that is not sure.

    Word by word, in any case and with any signs between them: a word more or
    less ("tidak", "belum") or another number is another meaning.  Roman
    numerals and number words are read as numbers; where two choices are as
    near, none is returned.
    """
    daftar = list({tuple(_kata(d)): d for d in sorted(pilihan, reverse=True)}.values())  # one of each spelling
    kata = _kata(salah)
    if not kata:
        return None
    arti = ARTI.get(" ".join(kata))
    if arti in daftar:
        return arti
    nilai = sorted(((_mirip(kata, _kata(d)), d) for d in daftar), reverse=True)
    if not nilai or nilai[0][0] == 0 or (len(nilai) > 1 and nilai[1][0] == nilai[0][0]):
        return None
    return nilai[0][1]


def nomor_sama(satu: str, dua: str) -> bool:
    """Return whether two names bear the same numbers, Roman ones too: "Puskesmas II" is not "Puskesmas 1"."""
    return _nomor(_kata(satu)) == _nomor(_kata(dua))


def _kata(teks: str) -> list[str]:
    return KATA.findall(unicodedata.normalize("NFKC", teks).casefold())


def _nomor(kata: Sequence[str]) -> list[int]:
    nomor = (_angka(k, awal=n == 0) for n, k in enumerate(kata))
    return sorted(n for n in nomor if n is not None)


def _angka(kata: str, awal: bool) -> int | None:
    """Return the number of a word; a Roman numeral or a number word needs another word before it."""
    if kata.isdecimal():
        return int(kata[:20])
    return None if awal else NOMOR.get(kata)


def _mirip(salah: Sequence[str], benar: Sequence[str]) -> float:
    """Return how alike two phrases are, 0 where they are not of one meaning, 1 where only signs and case differ."""
    if "".join(salah) == "".join(benar):
        return 1.0
    if not benar or len(salah) != len(benar):
        return 0.0
    return min(_mirip_kata(s, b, awal=n == 0) for n, (s, b) in enumerate(zip(salah, benar, strict=True)))


def _mirip_kata(salah: str, benar: str, awal: bool) -> float:
    if salah == benar:
        return 1.0
    if benar.isdecimal():
        return float(_angka(salah, awal) == int(benar[:20]))
    if salah.isdecimal() or min(len(salah), len(benar)) < TERPENDEK or salah[0] != benar[0]:
        return 0.0
    mirip = difflib.SequenceMatcher(None, salah, benar).ratio()
    return mirip if mirip >= MIRIP else 0.0
