"""Killed at every single change of a name: the old book or the new one, nothing in between, and nothing left over."""

import shutil
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

import kla_lib.tukar
from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN
from kla_lib.data.buku import hash_buku, load_buku
from kla_lib.data.kumpul.pengumpulan import collect
from kla_lib.data.kumpul.verifikator import peta_biasa, take_verifikasi
from kla_lib.data.sunting.cadangan import BANYAK, daftar_cadangan, make_cadangan
from kla_lib.data.sunting.simpan import Ubahan, save_ubahan
from kla_lib.gembok import lock_buku
from tests.pembantu.buku_uji import Isi, isi_buku, tabel, write_folder, write_xlsx
from tests.pembantu.mati_uji import run_sampai_mati
from tests.pembantu.params_uji import PARAMS

WAKTU = datetime(2025, 3, 18, 9, 30, 15)

BENTUK = pytest.mark.parametrize("nama", ["buku", "buku.xlsx"])
LANGKAH = pytest.mark.parametrize(
    ("nama", "satu_langkah"),
    [("buku", True), ("buku.xlsx", True), pytest.param("buku", False, marks=pytest.mark.soak)],
)


def isi() -> Isi:
    return isi_buku(
        ["em", "klaster_1", "5", "1", 3, "tidak", "lama", None],
        Data_dukung=tabel("Data dukung", {"id_dokumen": "D1", "judul": "SK", "status": "kurang"}),
    )


def tulis(path: Path) -> Path:
    if path.suffix:
        return write_xlsx(isi(), path)
    write_folder(isi(), path)
    (path / "catatan.txt").write_text("milik evaluator")
    (path / "lampiran").mkdir()
    (path / "lampiran" / "sk.pdf").write_bytes(b"%PDF")
    return path


def di_disk(path: Path) -> dict[str, bytes]:
    """What people find: the files of a book, whatever they hold."""
    semua = [p for p in (path.rglob("*") if path.is_dir() else [path]) if p.is_file() and p.name[0] != "."]
    return {p.relative_to(path.parent).as_posix(): p.read_bytes() for p in semua}


def bunuh_di_semua(
    kerja: Callable[[Path], object], siapkan: Callable[[Path], Path], folder: Path, hilang_sebentar: bool = False
) -> int:
    """Kill a piece of work at each of its changes; return how many there are.

    hilang_sebentar: the book may be out of its place until the next command asks for it.
    """
    emas = siapkan(folder / "emas")
    lama = di_disk(emas)
    kerja(emas)
    baru = di_disk(emas)
    assert lama != baru
    for n in count(1):
        path = siapkan(folder / f"mati-{n}")
        mati = run_sampai_mati(lambda p=path: kerja(p), n)  # type: ignore[misc]
        kini = di_disk(path)
        di_jalan = [{}] if hilang_sebentar else []
        assert kini in (lama, baru, *di_jalan), f"torn at change {n}: {kini.keys()}"
        if kini != baru:
            kerja(path)
            assert di_disk(path) == baru, f"the next run does not finish what died at change {n}"
        with lock_buku(path):  # whoever changes the book next tidies up
            pass
        sisa = [p.name for p in path.parent.rglob(".*")]
        assert sisa == [], f"left over from change {n}: {sisa}"
        if not mati:
            return n - 1
    raise AssertionError


@LANGKAH
def test_a_saved_book_is_the_old_or_the_new_one(
    nama: str, satu_langkah: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not satu_langkah:
        monkeypatch.setattr(kla_lib.tukar, "exchange", lambda _a, _b: False)

    asal = tulis(tmp_path / nama)

    def siapkan(folder: Path) -> Path:
        folder.mkdir()
        if asal.is_file():
            shutil.copy(asal, folder)
        else:
            shutil.copytree(asal, folder / nama)
        return folder / nama

    def simpan(path: Path) -> None:
        if not path.exists():  # whoever asks for the book finds it again
            load_buku(PARAMS, path)
        ubahan = [
            Ubahan(PENILAIAN, ("em", "klaster_1", "5", "1"), "nilai", 4),
            Ubahan(DATA_DUKUNG, ("D1",), "status", "lengkap"),
        ]
        save_ubahan(PARAMS, path, ubahan, hash_buku(path), waktu=WAKTU)

    assert bunuh_di_semua(simpan, siapkan, tmp_path, not satu_langkah) > (10 if nama == "buku" else 3)


@BENTUK
def test_a_first_collection_is_there_or_not_and_blocks_nothing(nama: str, tmp_path: Path) -> None:
    kiriman = tmp_path / "kembali"
    kiriman.mkdir()
    for opd, kode in (("diskominfo", "1"), ("dinas_perpustakaan", "2")):
        write_folder(isi_buku(["em", "klaster_1", "5", kode, 1, "ya"], keterangan={"opd": opd}), kiriman / opd)

    def siapkan(folder: Path) -> Path:
        folder.mkdir()
        return folder / nama

    def kumpulkan(path: Path) -> None:
        assert collect(PARAMS, kiriman, path).berubah

    assert bunuh_di_semua(kumpulkan, siapkan, tmp_path) > 0


def test_a_verifier_s_table_is_in_the_book_or_not(tmp_path: Path) -> None:
    tabel_va = tmp_path / "va.csv"
    tabel_va.write_text("indikator,pertanyaan,nilai,catatan_verifikator\n5,1,2,\n", encoding="utf-8")

    def siapkan(folder: Path) -> Path:
        folder.mkdir()
        return tulis(folder / "buku")

    def masukkan(path: Path) -> None:
        take_verifikasi(PARAMS, path, tabel_va, "va", peta_biasa(tabel_va))

    assert bunuh_di_semua(masukkan, siapkan, tmp_path) > 3


def test_a_clock_that_was_set_back_costs_no_copy(tmp_path: Path) -> None:
    path, sudah = tmp_path / "buku.xlsx", list[bytes]()
    for n in range(130):
        sudah.append(str(n).encode())
        path.write_bytes(sudah[-1])
        make_cadangan(path, WAKTU.replace(hour=9 - n % 3, year=2025 - n % 2))
        assert [p.read_bytes() for p in daftar_cadangan(path)] == sudah[-BANYAK:]
    assert {p.stat().st_mode & 0o077 for p in daftar_cadangan(path)} == {0}
