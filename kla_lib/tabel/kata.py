"""Read the words of columns of choice as people write them: in any case, with blanks for underscores."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pandas as pd

from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.nama import kunci_nama


def baku_kata(isi: Any, pilihan: Collection[str]) -> Any:
    """Return the choice that a text stands for (" Tidak ada" is tidak_ada), or the content as it is."""
    if not isinstance(isi, str):
        return isi
    kata = "_".join(kunci_nama(isi).split())
    return kata if kata in pilihan else isi


def baku_pilihan(mentah: TabelMentah, bentuk: Bentuk) -> TabelMentah:
    """Return the table with the words in its columns of choice spelt as we spell them."""
    isi = mentah.isi.copy()
    for k in bentuk.kolom:
        if k.pilihan and k.nama in isi:
            isi[k.nama] = pd.Series([baku_kata(v, k.pilihan) for v in isi[k.nama]], index=isi.index, dtype=object)
    return replace(mentah, isi=isi)
