"""A folder is exchanged whole: killed at any change of a name, the old one is there or the new one."""

import errno
import os
from itertools import count
from pathlib import Path

import pytest

import kla_lib.tukar
from kla_lib.gembok import lock_buku
from kla_lib.tukar import write_folder
from tests.pembantu.mati_uji import run_sampai_mati

LAMA = {"a.csv": b"1", "b.csv": b"1", "catatan.txt": b"-", "lampiran/sk.pdf": b"%PDF"}
BARU = {**LAMA, "a.csv": b"2", "b.csv": b"2", "c.csv": b"2"}
ISI = {n: b for n, b in BARU.items() if LAMA.get(n) != b}


def tulis(folder: Path) -> Path:
    for nama, isi in LAMA.items():
        (folder / nama).parent.mkdir(parents=True, exist_ok=True)
        (folder / nama).write_bytes(isi)
    return folder


def baca(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("satu_langkah", [True, False])
def test_killed_at_any_change_the_folder_is_the_old_or_the_new_one(
    satu_langkah: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not satu_langkah:
        monkeypatch.setattr(kla_lib.tukar, "exchange", lambda _a, _b: False)
    keadaan = []
    for n in count(1):
        buku = tulis(tmp_path / str(n) / "buku")
        mati = run_sampai_mati(lambda b=buku: write_folder(b, ISI), n)  # type: ignore[misc]
        if satu_langkah:
            assert buku.is_dir()
        with lock_buku(buku):
            keadaan.append(baca(buku))
        assert keadaan[-1] in (LAMA, BARU)
        assert [p.name for p in buku.parent.iterdir()] == ["buku"]
        if not mati:
            break
    assert keadaan[0] == LAMA
    assert keadaan[-1] == BARU
    assert len(keadaan) > 10


def test_a_new_folder_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    for n in count(1):
        buku = tmp_path / str(n) / "buku"
        buku.parent.mkdir()
        mati = run_sampai_mati(lambda b=buku: write_folder(b, ISI), n)  # type: ignore[misc]
        assert not buku.exists() or baca(buku) == ISI
        with lock_buku(buku):
            write_folder(buku, ISI)
        assert [p.name for p in buku.parent.iterdir()] == ["buku"]
        if not mati:
            break
    assert n > 3


def test_what_must_not_be_replaced_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    buku = tulis(tmp_path / "buku")

    def tolak() -> None:
        raise ValueError("berubah")

    with pytest.raises(ValueError, match="berubah"):
        write_folder(buku, ISI, tolak)
    monkeypatch.setattr(kla_lib.tukar, "exchange", lambda _a, _b: False)
    asli = os.rename

    def rename(dari: Path, ke: Path) -> None:  # as Windows does while a file in the folder is open
        if Path(dari).name == "buku":
            raise PermissionError(errno.EACCES, "in use")
        asli(dari, ke)

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(PermissionError):
        write_folder(buku, ISI)
    assert baca(buku) == LAMA
    assert [p.name for p in tmp_path.iterdir()] == ["buku"]


def test_modes_and_links_are_kept(tmp_path: Path) -> None:
    buku = tulis(tmp_path / "buku")
    buku.chmod(0o750)
    (buku / "a.csv").chmod(0o640)
    (buku / "pintas").symlink_to("catatan.txt")
    write_folder(buku, ISI)
    assert (buku.stat().st_mode & 0o777, (buku / "a.csv").stat().st_mode & 0o777) == (0o750, 0o640)
    assert (buku / "pintas").readlink() == Path("catatan.txt")
