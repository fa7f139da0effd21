"""The example in docs/indeks.md runs as it is written and gives what the page says."""

import re
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_PROYEK

HALAMAN = (FOLDER_PROYEK / "docs/indeks.md").read_text(encoding="utf-8")


def blok(jenis: str) -> list[str]:
    return re.findall(rf"^```{jenis}\n(.*?)^```", HALAMAN, flags=re.S | re.M)


def test_the_page_computes_an_index_in_ten_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ipm.yaml").write_text(blok("yaml")[0], encoding="utf-8")
    (tmp_path / "negara.csv").write_text(blok("csv")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    python, pasti = blok("python")
    assert len([b for b in python.splitlines() if b.strip()]) <= 10
    nama: dict[str, object] = {}
    exec(compile(python, "docs/indeks.md", "exec"), nama)
    hasil = nama["hasil"]
    assert hasil.dibulatkan.to_dict() == {"Australia": 0.933, "Hong Kong": 0.891, "Korea": 0.891}  # type: ignore[attr-defined]
    assert hasil.peringkat.tolist() == [1, 2, 2]  # type: ignore[attr-defined]
    exec(compile(pasti, "docs/indeks.md", "exec"), nama)
    assert (nama["pasti"].nilai["bawah"] < nama["pasti"].nilai["atas"]).all()  # type: ignore[attr-defined]
