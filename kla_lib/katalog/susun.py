"""Write a catalogue anew from the texts of today: new ones wait for their translation, old ones go."""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from kla_lib.berkas import write_whole

KEPALA = """# Teks buku kerja KLA dalam bahasa lain. `make katalog` menyusunnya lagi dari kode, templat, notebook.
# Kata yang mengikuti bilangan ditulis [n?satu|banyak], misalnya {n} [n?document|documents]."""


def read_terjemahan(path: Path) -> dict[str, str]:
    """Return the translations of a catalogue; none where there is no file yet."""
    if not path.is_file():
        return {}
    with path.open("rb") as berkas:
        return {str(p.id): str(p.string) for p in read_po(berkas) if p.id}


def write_katalog(path: Path, bahasa: str, teks: dict[str, list[str]], terjemahan: dict[str, str]) -> None:
    """Write the catalogue of a language: every text with where it stands, in the order given."""
    katalog = Catalog(locale=bahasa, header_comment=KEPALA, fuzzy=False)
    for asal, tempat in teks.items():
        katalog.add(asal, terjemahan.get(asal, ""), locations=[(t, 0) for t in tempat])
    isi = io.BytesIO()
    write_po(isi, katalog, width=0, omit_header=True, include_lineno=False)
    kepala = f'{KEPALA}\nmsgid ""\nmsgstr ""\n"Language: {bahasa}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, kepala.encode() + isi.getvalue())
