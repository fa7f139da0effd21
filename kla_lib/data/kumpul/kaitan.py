"""Leave out of returned files what an action of the RAD cannot need or exclude, seen over all offices."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from kla_lib.data.bentuk import DATA_DUKUNG, RAD
from kla_lib.data.buku import Buku
from kla_lib.data.kaitan_rad import BENTROK, BUTUH, KAITAN, kaitan_of, kaitan_salah
from kla_lib.data.kumpul.kiriman import Kiriman, SelIsi
from kla_lib.data.kumpul.saring import sel_salah
from kla_lib.errors import Kesalahan


def drop_kaitan(kiriman: Sequence[Kiriman], lama: Buku | None) -> tuple[list[Kiriman], list[Kesalahan]]:
    """Return the files without the cells of `butuh` and `bentrok` that no book may hold, and a fault for each.

    lama: the book before, whose actions and documents may be named too.
    """
    buang: dict[SelIsi, Kesalahan] = {}
    while True:
        sel = _per_sel(kiriman, buang)
        kaitan, dokumen = _kaitan(sel, lama), _dokumen(kiriman, lama)
        lagi = {
            s: sel_salah(KAITAN, s, k.salah, k.perbaikan)
            for k in kaitan_salah(kaitan, dokumen)
            for s in next((sel[letak] for letak in k.sel if letak in sel), ())
        }
        if not lagi:
            break
        buang |= lagi
    bersih = [replace(k, isi=tuple(s for s in k.isi if s not in buang)) for k in kiriman]
    return bersih, list(buang.values())


def _per_sel(kiriman: Sequence[Kiriman], buang: Mapping[SelIsi, Any]) -> dict[tuple[str, str], list[SelIsi]]:
    """Return what the files say in these cells, by action and column, without what is left out."""
    hasil: dict[tuple[str, str], list[SelIsi]] = {}
    for k in kiriman:
        for s in k.isi:
            if s.bentuk is RAD and s.kolom in (BUTUH, BENTROK) and s not in buang:
                hasil.setdefault((s.kunci[0], s.kolom), []).append(s)
    return hasil


def _kaitan(
    sel: Mapping[tuple[str, str], Sequence[SelIsi]], lama: Buku | None
) -> dict[str, tuple[str | None, str | None]]:
    """Return what the actions say; where two files disagree all of it counts."""
    hasil = {} if lama is None or lama.rad is None else kaitan_of(lama.rad)
    for k in {kunci for kunci, _kolom in sel}:
        dulu = hasil.get(k, (None, None))
        kini = tuple(
            ", ".join(s.nilai for s in sel[k, kolom]) if (k, kolom) in sel else dulu[n]
            for n, kolom in enumerate((BUTUH, BENTROK))
        )
        hasil[k] = (kini[0], kini[1])
    return hasil


def _dokumen(kiriman: Sequence[Kiriman], lama: Buku | None) -> set[str]:
    """Return every id that may be named besides the actions that name one themselves."""
    dikenal = {s.kunci[0] for k in kiriman for s in k.isi if s.bentuk in (DATA_DUKUNG, RAD)}
    if lama is not None and lama.data_dukung is not None:
        dikenal |= set(lama.data_dukung["id_dokumen"])
    return dikenal
