"""Name the place of a fault in a query's result: query, key and column, where a sheet has a cell."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kla_lib.bahasa import _
from kla_lib.data.bentuk import TABEL
from kla_lib.data.pribadi.pribadi import hide_teks
from kla_lib.errors import Kesalahan
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.sel import kutip

LETAK = re.compile(r"([A-Z]*)(\d+)$")
"""The end of every place in a sheet: "sel E17", "baris 17"."""
KEPALA = 1


def nama_kueri(bentuk: Bentuk) -> str:
    """Return how the file of the source calls a table."""
    return bentuk.berkas.removesuffix(".csv")


def sebut_kueri(salah: Iterable[Kesalahan], mentah: Iterable[TabelMentah]) -> list[Kesalahan]:
    """Return the faults with their place as query, key and column; a key with personal data stays hidden."""
    tabel = {m.lembar: m for m in mentah}
    bentuk = {b.lembar: b for b in TABEL}
    return [
        replace(k, lembar="", sel=_tempat(k.sel, bentuk[k.lembar], tabel.get(k.lembar))) if k.lembar in bentuk else k
        for k in salah
    ]


def _tempat(sel: str, bentuk: Bentuk, tabel: TabelMentah | None) -> str:
    bagian = [_("kueri {nama}").format(nama=nama_kueri(bentuk))]
    letak = LETAK.search(sel)
    if letak is None or tabel is None:
        return bagian[0]
    huruf, baris = letak[1], int(letak[2])
    if baris != KEPALA:
        kunci = _kunci(tabel, bentuk, baris)
        bagian.append(_("kunci {kunci}").format(kunci=kunci) if kunci else _("baris {baris}").format(baris=baris))
    nama = next((n for n, h in tabel.huruf.items() if h == huruf), "")
    if nama:
        bagian.append(_("kolom {kolom}").format(kolom=kutip(nama)))
    return ", ".join(bagian)


def _kunci(tabel: TabelMentah, bentuk: Bentuk, baris: int) -> str:
    if baris not in tabel.isi.index:
        return ""
    isi = [tabel.isi.loc[baris, k] for k in bentuk.kunci if k in tabel.isi.columns]
    return " · ".join(hide_teks(kutip(v)) for v in isi if v is not None and v == v)
