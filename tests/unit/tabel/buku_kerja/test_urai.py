from pathlib import Path
from zipfile import ZipFile

import pytest

from kla_lib.tabel.buku_kerja.urai import urai


def test_names_arrive_without_their_namespace_and_text_piece_by_piece(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a", "w") as arsip:
        arsip.writestr("a.xml", '<n:a xmlns:n="urn:x"><n:b c="1">teks</n:b></n:a>')
    kejadian: list[object] = []
    with ZipFile(tmp_path / "a") as arsip:
        urai(arsip, "a.xml", lambda n, a: kejadian.append((n, a)), kejadian.append, kejadian.append)
    assert kejadian == [("a", {}), ("b", {"c": "1"}), "teks", "b", "a"]


def test_a_part_that_declares_entities_is_refused_whatever_its_name(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a", "w") as arsip:
        arsip.writestr("gambar.png", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    with ZipFile(tmp_path / "a") as arsip, pytest.raises(ValueError, match="DOCTYPE"):
        urai(arsip, "gambar.png")


def test_elements_that_stand_too_deep_are_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a", "w") as arsip:
        arsip.writestr("a.xml", "<a>" * 5_000 + "</a>" * 5_000)
    with ZipFile(tmp_path / "a") as arsip, pytest.raises(ValueError, match="lebih dari 100 tingkat"):
        urai(arsip, "a.xml")


def test_a_namespace_that_is_not_ours_keeps_its_name(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a", "w") as arsip:
        arsip.writestr("a.xml", '<n:a xmlns:n="urn:x" xmlns:m="urn:y"><m:b m:c="1"/></n:a>')
    nama: list[object] = []
    with ZipFile(tmp_path / "a") as arsip:
        urai(arsip, "a.xml", lambda n, a: nama.append((n, a)), ruang={"urn:x": "x:"})
    assert nama == [("x:a", {}), ("urn:y b", {"urn:y c": "1"})]
