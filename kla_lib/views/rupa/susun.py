"""Put a chart together from its parts without copying them.

altair copies every part as a whole at every step, some ten times for a chart
of layers, because a selection may be changed inside a part.  Ours have none,
so that a copy of the outermost object is enough.
"""

import math
from collections.abc import Iterable
from typing import Any, Self

import altair as alt
import pandas as pd


class _SalinLuar:
    """A chart whose copy shares its parts."""

    def copy(self, deep: bool | Iterable[Any] = True, ignore: list[str] | None = None) -> Self:
        """Return a copy of the outermost object, and of the attributes named in `deep`."""
        salinan: Self = super().copy(False if deep is True else deep, ignore)  # type: ignore[misc]
        return salinan


class Gambar(_SalinLuar, alt.Chart):
    """One set of marks: the smallest chart."""


class _Lapis(_SalinLuar, alt.LayerChart):
    pass


class _Tumpuk(_SalinLuar, alt.VConcatChart):
    pass


def lapis(*bagian: Any, **pilihan: Any) -> alt.LayerChart:
    """Return charts drawn over one another."""
    return _Lapis(layer=bagian, **pilihan)


def susun_ke_bawah(*bagian: Any, **pilihan: Any) -> alt.VConcatChart:
    """Return charts below one another."""
    return _Tumpuk(vconcat=bagian, **pilihan)


def isi_data(data: Any) -> Any:
    """Return a table of numbers and texts as the rows that a chart holds; what is not known is null.

    altair's own way copies the table several times; it is left to do what else there may be.
    """
    if not isinstance(data, pd.DataFrame) or not len(data.columns) or any(j.kind not in "iufO" for j in data.dtypes):
        return alt.default_data_transformer(data)
    kolom = {str(nama): [_isi(v) for v in data[nama].tolist()] for nama in data.columns}
    return {"values": [dict(zip(kolom, baris, strict=True)) for baris in zip(*kolom.values(), strict=True)]}


def _isi(v: Any) -> Any:
    return None if v is None or v is pd.NA or (isinstance(v, float) and not math.isfinite(v)) else v


alt.data_transformers.register("kla", isi_data)
alt.data_transformers.enable("kla")
