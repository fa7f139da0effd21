"""Read which findings of `kla lint` somebody has looked at and lets stand."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan
from kla_lib.letak import nama_tampil
from kla_lib.rules.form.temuan import Temuan
from kla_lib.rules.yaml import Aturan, load_yaml


class Pernyataan(Aturan):
    """A finding that stands: words that its message holds, and why."""

    temuan: str
    alasan: str


class Dinyatakan(Aturan):
    """All findings of one form or book that stand."""

    dinyatakan: tuple[Pernyataan, ...]


def nyatakan(temuan: Iterable[Temuan], path: Path) -> list[Temuan]:
    """Return the findings with those marked that a file declares, and one more for each line of it that fits none."""
    berkas = load_yaml(path, Dinyatakan)
    hasil, terpakai = [], set()
    for t in temuan:
        cocok = {p.temuan for p in berkas.dinyatakan if _rata(p.temuan) and _rata(p.temuan) in _rata(str(t.kesalahan))}
        terpakai |= cocok
        hasil.append(replace(t, dinyatakan=True) if cocok else t)
    for nomor, p in enumerate(berkas.dinyatakan, start=1):
        if p.temuan not in terpakai:
            salah = _("pernyataan ke-{n} ('{isi}') tidak cocok dengan temuan mana pun").format(n=nomor, isi=p.temuan)
            hasil.append(
                Temuan(Kesalahan("pernyataan", nama_tampil(path), salah, _("Hapus, atau salin kata temuannya.")))
            )
    return hasil


def _rata(teks: str) -> str:
    return " ".join(teks.split()).casefold()
