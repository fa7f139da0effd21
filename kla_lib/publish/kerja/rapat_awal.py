"""Write the first file of a meeting: four sessions, with the offices that the form makes responsible for each."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date

from kla_lib.bahasa import _
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.daerah.peran import Peran
from kla_lib.rules.form.instrumen import Instrumen

SESI = (
    ("08:30", ("kelembagaan", "kelana_dekela")),
    ("10:30", ("klaster_1", "klaster_2")),
    ("13:00", ("klaster_3", "klaster_4")),
    ("15:00", ("klaster_5",)),
)
"""When each session begins and what it treats: our assumption, as in the example meetings."""

PILAR = ("masyarakat", "dunia_usaha", "media")
"""Who sits in every session besides the offices."""


def rapat_awal(
    id_rapat: str,
    daerah: Daerah,
    tanggal: date,
    instrumen: Instrumen,
    peran: dict[str, Peran],
    buku: str,
    sebelumnya: str | None,
) -> str:
    """Return the YAML of a meeting over a book (a path from the file); what it guesses stands in comments."""
    baris = [
        _("# Rapat ini dibuat kla mulai. Ubah bebas: waktu, tempat, dan anggota adalah usulan dari peran di form."),
        f"id: {id_rapat}",
        f"daerah: {daerah.id}",
        f"tanggal: {tanggal.isoformat()}",
        f'instrumen: "{instrumen.id}"',
        _("tahap: em                  # tahap yang dibahas: em, va, vl, atau vf"),
        _("sasaran: utama             # pratama, madya, nindya, utama, atau kla"),
        f"buku_data: {_kutip(buku)}",
        f"sebelumnya: {sebelumnya or 'null'}",
        _("# Hari pertama dan terakhir setiap tahap, dari surat edarannya; hapus tanda pagarnya."),
        f"# tahapan: {{em: [{tanggal.year}-02-03, {tanggal.year}-03-31]}}",
        "sesi:",
    ]
    for nomor, (jam, klaster) in enumerate(SESI, start=1):
        baris += [
            f"  - nama: {_('Sesi {nomor}').format(nomor=nomor)}",
            f'    waktu: "{tanggal.isoformat()} {jam}"',
            f"    klaster: [{', '.join(klaster)}]",
            "    anggota:",
            *(
                f"      - {{nama: {_kutip(nama)}, pilar: {pilar}}}"
                for nama, pilar in _anggota(klaster, daerah, instrumen, peran)
            ),
        ]
    return "\n".join(baris) + "\n"


def _anggota(
    klaster: tuple[str, ...], daerah: Daerah, instrumen: Instrumen, peran: dict[str, Peran]
) -> Iterator[tuple[str, str]]:
    """Yield who is invited to a session: the offices with the most questions first, then the pillars that lack."""
    p = instrumen.pertanyaan
    milik = p[p["klaster"].isin(klaster)]["opd"] if not p.empty else ()
    banyak = Counter(opd for semua in milik for opd in semua)
    hadir = [opd for opd, _n in sorted(banyak.items(), key=lambda x: (-x[1], x[0]))]
    ada = {peran[opd].pilar for opd in hadir}
    for opd in hadir or ["dinas_pppa", "bappeda"]:
        yield daerah.nama_opd(opd), peran[opd].pilar
    for pilar in PILAR:
        if pilar not in ada:
            opd = next((o for o, isi in peran.items() if isi.pilar == pilar), "")
            yield daerah.nama_opd(opd) or _("Media setempat"), pilar


def _kutip(teks: str) -> str:
    """Return a text as a YAML scalar that no sign in it can break."""
    return json.dumps(teks, ensure_ascii=False)
