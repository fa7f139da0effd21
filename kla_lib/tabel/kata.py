"""Read the words that stand for something: of columns of choice, and those that say that nothing is known."""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pandas as pd

from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.nama import kunci_nama

TANDA = " -_.…?/\\~,;:()[]'\""
"""A cell that holds nothing but such signs says nothing."""
TAK_BERLAKU = re.compile(r"#?n ?[./]? ?a")
BELUM_DIKETAHUI = frozenset(
    {
        *("nihil", "nil", "null", "none", "kosong", "tbd", "tba", "unknown", "no data", "not available"),
        *("belum ada", "belum tersedia", "belum diketahui", "belum diisi", "belum dicatat", "belum didata"),
        *("tidak tersedia", "tidak diketahui", "tak diketahui", "tidak diisi", "tidak tahu"),
        *(f"{tiada} data" for tiada in ("tidak ada", "tak ada", "belum ada")),
        *(f"data {tiada}" for tiada in ("tidak ada", "tak ada", "belum ada", "belum tersedia", "tidak tersedia")),
    }
)
"""What people write where they know nothing; "tidak ada" alone is an answer, and stays one."""
TERPANJANG = 40


def penanda_kosong(isi: Any) -> bool:
    """Return whether a cell holds only a placeholder: "-", "n/a", "nihil", "belum ada", "…"."""
    if not isinstance(isi, str) or len(isi) > TERPANJANG:
        return False
    inti = " ".join(kunci_nama(isi).strip(TANDA).split())
    return not inti or inti in BELUM_DIKETAHUI or TAK_BERLAKU.fullmatch(inti) is not None


def baku_kata(isi: Any, pilihan: Collection[str]) -> Any:
    """Return the choice that a text stands for (" Tidak ada" is tidak_ada), or the content as it is."""
    if not isinstance(isi, str):
        return isi
    kata = "_".join(kunci_nama(isi).split())
    return kata if kata in pilihan else isi


def baku_isi(mentah: TabelMentah, bentuk: Bentuk) -> TabelMentah:
    """Return the table with its words of choice spelt as we spell them, and empty cells for placeholders.

    A word that its column offers as a choice is never a placeholder.  Guidance
    columns and columns that the table should not have stay as they are.
    """
    isi = mentah.isi.copy()
    penanda = dict(mentah.penanda)
    for k in bentuk.kolom:
        if k.nama not in isi:
            continue
        nilai = [baku_kata(v, k.pilihan) for v in isi[k.nama]]
        tanda = [penanda_kosong(v) and v not in k.pilihan for v in nilai]
        penanda |= {(k.nama, int(b)): v for b, v, t in zip(isi.index, nilai, tanda, strict=True) if t}
        baku = [None if t else v for v, t in zip(nilai, tanda, strict=True)]
        isi[k.nama] = pd.Series(baku, index=isi.index, dtype=object)
    return replace(mentah, isi=isi, penanda=penanda)
