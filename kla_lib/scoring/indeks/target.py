"""Say whether a measure stands at its target, by the last year that has both."""

from dataclasses import dataclass

import pandas as pd

from kla_lib.rules.indeks import Arah


@dataclass(frozen=True)
class Sasaran:
    """A figure beside the target of its year."""

    tahun: int
    nilai: float
    target: float
    tercapai: bool


def check_target(nilai: pd.Series, target: pd.Series, arah: Arah) -> Sasaran | None:
    """Return how the last year with figure and target stands; None where no year has both."""
    dua = pd.DataFrame({"nilai": nilai, "target": target}).dropna().sort_index()
    if dua.empty:
        return None
    n, t = map(float, dua.iloc[-1][["nilai", "target"]])
    return Sasaran(int(dua.index[-1]), n, t, n >= t if arah == "naik_baik" else n <= t)
