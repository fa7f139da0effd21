"""Files beside the packs: ours go and come, a sheet that somebody has filled in is never lost."""

import os
from itertools import count
from pathlib import Path

import pytest
from openpyxl import Workbook

from kla_lib.publish.batch.lampiran import check_lampiran, hash_lampiran, publish_lampiran
from kla_lib.publish.terbitan.simpan import hash_isi
from tests.pembantu.mati_uji import run_sampai_mati

SATU = {"bahan.html": b"<p>1", "opd/bpbd.xlsx": b"PK-1"}
DUA = {"bahan.html": b"<p>2", "opd/bpbd.xlsx": b"PK-2"}


def pasangan(berkas: dict[str, bytes]) -> set[tuple[str, str]]:
    return set(hash_lampiran(berkas).items())


def isi_lembar(path: Path, teks: str) -> bytes:
    """Let somebody save a workbook in a sheet's place."""
    buku = Workbook()
    buku.active["A1"] = teks
    buku.save(path)
    return path.read_bytes()


def test_files_of_before_that_are_not_made_any_more_go(tmp_path: Path) -> None:
    publish_lampiran(tmp_path, SATU, set())
    assert publish_lampiran(tmp_path, {"bahan.html": b"<p>2"}, pasangan(SATU)) == []
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["bahan.html"]


def test_a_filled_sheet_is_set_aside_and_named_and_the_new_one_takes_its_place(tmp_path: Path) -> None:
    publish_lampiran(tmp_path, SATU, set())
    terisi = isi_lembar(tmp_path / "opd/bpbd.xlsx", "jawaban")
    (tempat,) = publish_lampiran(tmp_path, DUA, pasangan(SATU))
    assert tempat.startswith("cadangan/bpbd-")
    assert (tmp_path / tempat).read_bytes() == terisi
    assert (tmp_path / "opd/bpbd.xlsx").read_bytes() == b"PK-2"


def test_a_filled_sheet_of_an_office_that_has_left_is_set_aside_too(tmp_path: Path) -> None:
    publish_lampiran(tmp_path, SATU, set())
    terisi = isi_lembar(tmp_path / "opd/bpbd.xlsx", "jawaban")
    (tempat,) = publish_lampiran(tmp_path, {}, pasangan(SATU))
    assert (tmp_path / tempat).read_bytes() == terisi


def test_two_filled_sheets_of_one_time_are_both_kept(tmp_path: Path) -> None:
    tersisih = []
    for teks in ("pertama", "kedua", "ketiga"):
        publish_lampiran(tmp_path, SATU, pasangan(SATU))
        isi_lembar(tmp_path / "opd/bpbd.xlsx", teks)
        os.utime(tmp_path / "opd/bpbd.xlsx", (1_700_000_000, 1_700_000_000))  # the clock was set back
        tersisih += publish_lampiran(tmp_path, DUA, pasangan(SATU) | pasangan(DUA))
    assert len({hash_isi((tmp_path / t).read_bytes()) for t in tersisih}) == 3


def test_a_sheet_that_a_killed_run_of_ours_wrote_is_not_set_aside(tmp_path: Path) -> None:
    publish_lampiran(tmp_path, SATU, set())
    (tmp_path / "opd/bpbd.xlsx").write_bytes(b"PK-2")  # the killed run came this far
    assert publish_lampiran(tmp_path, {"opd/bpbd.xlsx": b"PK-3"}, pasangan(SATU) | pasangan(DUA)) == []
    assert not (tmp_path / "cadangan").exists()


def test_what_we_wrote_is_whole(tmp_path: Path) -> None:
    publish_lampiran(tmp_path, SATU, set())
    assert check_lampiran(tmp_path, hash_lampiran(SATU)) == []


@pytest.mark.parametrize("tempat", sorted(SATU))
def test_a_file_that_is_absent_or_damaged_is_named(tmp_path: Path, tempat: str) -> None:
    publish_lampiran(tmp_path, SATU, set())
    (tmp_path / tempat).write_bytes(b"")
    assert check_lampiran(tmp_path, hash_lampiran(SATU)) == [tempat]
    (tmp_path / tempat).unlink()
    assert check_lampiran(tmp_path, hash_lampiran(SATU)) == [tempat]


def test_a_filled_sheet_counts_as_whole_so_that_nothing_is_made_again_for_it(tmp_path: Path) -> None:
    publish_lampiran(tmp_path, SATU, set())
    isi_lembar(tmp_path / "opd/bpbd.xlsx", "jawaban")
    assert check_lampiran(tmp_path, hash_lampiran(SATU)) == []


def test_killed_at_any_change_every_file_is_the_old_or_the_new_one_and_the_next_run_finishes(tmp_path: Path) -> None:
    tiga = {"bahan.html": b"<p>3", "sesi/1.html": b"<p>3"}
    for n in count(1):
        folder = tmp_path / str(n)
        publish_lampiran(folder, SATU, set())
        mati = run_sampai_mati(lambda f=folder: publish_lampiran(f, tiga, pasangan(SATU)), n)  # type: ignore[misc]
        terlihat = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file() and p.name[0] != "."}
        assert all(p.read_bytes() in (SATU.get(nama), tiga.get(nama)) for nama, p in terlihat.items())
        assert publish_lampiran(folder, tiga, pasangan(SATU) | pasangan(tiga)) == []
        assert check_lampiran(folder, hash_lampiran(tiga)) == []
        assert not (folder / "opd/bpbd.xlsx").exists()
        if not mati:
            break
    assert n > 5


def test_a_folder_in_the_place_of_a_page_that_is_not_made_any_more_stays(tmp_path: Path) -> None:
    (tmp_path / "bahan.html").mkdir()
    assert publish_lampiran(tmp_path, {}, pasangan(SATU)) == []
    assert (tmp_path / "bahan.html").is_dir()
