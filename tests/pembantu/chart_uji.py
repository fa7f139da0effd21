"""What the specification of a chart holds, and which of its data nobody sees."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kla_lib.views.rupa.tema import MIME_CHART


def daftar_spec(notebook: Path) -> list[dict[str, Any]]:
    """Return the specifications of the charts of a published notebook."""
    sel = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [k["data"][MIME_CHART] for s in sel for k in s.get("outputs", []) if MIME_CHART in k.get("data", {})]


def kolom_tak_tampak(spec: dict[str, Any]) -> dict[str, set[str]]:
    """Return by data set the columns that no mark, tooltip, transform of the chart uses; empty where all are shown."""
    pakai: dict[str, set[str]] = {}
    for nama, teks in _pemakai(spec, ""):
        pakai.setdefault(nama, set()).update(_kata(teks))
    hasil = {}
    for nama, baris in spec.get("datasets", {}).items():
        kolom = {k for b in baris for k in b} if isinstance(baris, list) else set()
        sisa = {k for k in kolom if k not in pakai.get(nama, set())}
        if sisa:
            hasil[nama] = sisa
    return hasil


def _pemakai(isi: Any, data: str) -> Iterator[tuple[str, str]]:
    """Yield, for every view of a specification, its data set and what it says of it; views inherit their data."""
    if not isinstance(isi, dict):
        return
    data = isi.get("data", {}).get("name", data) if isinstance(isi.get("data", {}), dict) else data
    yield data, json.dumps({k: isi[k] for k in ("encoding", "transform", "facet", "repeat", "mark") if k in isi})
    for kunci in ("layer", "hconcat", "vconcat", "concat"):
        for anak in isi.get(kunci, ()):
            yield from _pemakai(anak, data)
    if "spec" in isi:
        yield from _pemakai(isi["spec"], data)
    # A layer shares its encoding with the views in it.
    if "encoding" in isi and any(k in isi for k in ("layer", "spec")):
        for anak in [*isi.get("layer", ()), *([isi["spec"]] if "spec" in isi else [])]:
            nama = anak.get("data", {}).get("name", data)
            yield nama, json.dumps(isi["encoding"])


def _kata(teks: str) -> set[str]:
    """Return every word in quotes and every field of an expression."""
    kata = set(re.findall(r'"((?:[^"\\]|\\.)*)"', teks))
    kata |= {k for isi in kata for k in re.findall(r"datum\.(\w+)|datum\[['\"\\]*([^'\"\\\]]+)", isi) for k in k if k}
    return kata
