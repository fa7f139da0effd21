"""Write a form as people find it in params/instrumen: the questions as CSV, the head as YAML."""

import csv
import io
from typing import Any

import pandas as pd
from ruamel.yaml import YAML

from kla_lib.rules.kepala import Kepala


def pertanyaan_csv(tabel: pd.DataFrame, kolom: list[str]) -> bytes:
    """Return the typed questions as CSV: ya and tidak, numbers without a needless ".0", empty for unknown."""
    keluar = io.StringIO()
    penulis = csv.writer(keluar, lineterminator="\n")
    penulis.writerow(kolom)
    penulis.writerows([[_sel(v) for v in baris] for baris in tabel[kolom].itertuples(index=False)])
    return keluar.getvalue().encode("utf-8")


def kepala_yaml(kepala: Kepala) -> bytes:
    """Return the head as YAML; codes that look like numbers stand in quotation marks."""
    yaml = YAML()
    yaml.width = 10_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    keluar = io.StringIO()
    yaml.dump(_rapi(kepala.model_dump(exclude_defaults=True)), keluar)
    return keluar.getvalue().encode("utf-8")


def _sel(isi: Any) -> str:
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if isi is None or isi != isi:
        return ""
    return f"{isi:.15g}" if isinstance(isi, float) else str(isi)


def _rapi(isi: Any) -> Any:
    """Return lists for tuples and whole numbers without a point."""
    if isinstance(isi, dict):
        return {k: _rapi(v) for k, v in isi.items()}
    if isinstance(isi, list | tuple):
        return [_rapi(v) for v in isi]
    return int(isi) if isinstance(isi, float) and isi.is_integer() else isi
