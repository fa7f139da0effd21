"""A second run makes only what has changed, loses nothing that somebody has filled in, and waits its turn.

Slow, because a small meeting is run for real.
"""

import json
import os

import pytest
from openpyxl import load_workbook

from kla_lib.gembok import lock_folder
from kla_lib.publish.terbitan.jurnal import JURNAL, MULAI, PAKET_JADI, PAKET_TETAP, read_jurnal
from kla_lib.publish.terbitan.simpan import check_utuh
from tests.pembantu.berisi import berisi
from tests.pembantu.keluaran_uji import Jalan, check_tanpa_mesin, kla_run
from tests.pembantu.rapat_kecil import HANYA, ID, PAKET, RapatKecil, isi, terbitkan_kecil

TETAP = "klaster_1 dan ringkasan tidak berubah"


@pytest.fixture(scope="module")
def rapat(tmp_path_factory: pytest.TempPathFactory) -> RapatKecil:
    return terbitkan_kecil(tmp_path_factory.mktemp("lanjut"), tmp_path_factory)


def jalankan(r: RapatKecil, *pilihan: str) -> Jalan:
    return kla_run(r.berkas, r.outputs, *HANYA, *pilihan)


def lari_terakhir(r: RapatKecil) -> list[tuple[str, str]]:
    """Return what the last run did with each pack."""
    peristiwa, _rusak = read_jurnal(r.hasil)
    return [
        (p["kejadian"], p["paket"])
        for p in peristiwa
        if p["lari"] == peristiwa[-1]["lari"] and p["kejadian"] in (PAKET_JADI, PAKET_TETAP)
    ]


def test_a_meeting_and_book_outside_the_project_leave_no_path(rapat: RapatKecil) -> None:
    check_tanpa_mesin(rapat.outputs)
    assert not [nama for nama, b in berisi(isi(rapat.hasil).items()) if b"rapat kami" in b]


def test_nothing_changed_nothing_is_made_and_it_is_said(rapat: RapatKecil) -> None:
    sebelum = isi(rapat.hasil)
    detik = json.loads((rapat.hasil / "manifest.json").read_text())["waktu"]["detik"]
    jalan = jalankan(rapat)
    assert jalan.kode == 0
    assert TETAP in jalan.pesan
    assert lari_terakhir(rapat) == [(PAKET_TETAP, p) for p in PAKET]
    assert isi(rapat.hasil) == sebelum
    assert json.loads((rapat.hasil / "manifest.json").read_text())["waktu"]["detik"] == detik


def test_force_makes_everything_again_to_the_same_bytes(rapat: RapatKecil) -> None:
    sebelum = isi(rapat.hasil)
    jalan = jalankan(rapat, "--force")
    assert jalan.kode == 0
    assert "tidak berubah" not in jalan.pesan
    assert sorted(lari_terakhir(rapat)) == [(PAKET_JADI, p) for p in PAKET]
    assert isi(rapat.hasil) == sebelum


def test_only_the_pack_that_is_torn_is_made_again(rapat: RapatKecil) -> None:
    sebelum = isi(rapat.hasil)
    (rapat.hasil / "klaster_1" / "ringkas.html").write_bytes(b"<!DOCTYPE html>")
    (rapat.hasil / "bahan.html").unlink()
    jalan = jalankan(rapat)
    assert jalan.kode == 0
    assert "ringkasan tidak berubah" in jalan.pesan
    assert sorted(lari_terakhir(rapat)) == [(PAKET_JADI, "klaster_1"), (PAKET_TETAP, "ringkasan")]
    assert isi(rapat.hasil) == sebelum


def test_a_filled_sheet_forces_nothing_and_is_kept_when_the_book_has_changed(rapat: RapatKecil) -> None:
    lembar = rapat.hasil / "keputusan.xlsx"
    buku = load_workbook(lembar)
    buku.worksheets[0]["M2"] = "diisi dalam rapat"
    buku.save(lembar)
    terisi = lembar.read_bytes()
    jalan = jalankan(rapat)
    assert TETAP in jalan.pesan
    assert lembar.read_bytes() == terisi
    assert not (rapat.hasil / "cadangan").exists()

    rapat.isi_buku("B")
    jalan = jalankan(rapat)
    assert jalan.kode == 0
    (cadangan,) = (rapat.hasil / "cadangan").iterdir()
    assert cadangan.read_bytes() == terisi
    assert f"disimpan di cadangan/{cadangan.name}" in jalan.pesan
    assert lembar.read_bytes() != terisi
    assert sorted(lari_terakhir(rapat)) == [(PAKET_JADI, p) for p in PAKET]


def test_while_a_run_is_at_work_a_second_one_is_refused(rapat: RapatKecil) -> None:
    sebelum = isi(rapat.hasil)
    with lock_folder(rapat.hasil):
        jalan = jalankan(rapat, "--force")
    assert jalan.kode == 2
    assert f"{ID}: sedang dikerjakan oleh proses {os.getpid()} sejak" in jalan.pesan
    assert isi(rapat.hasil) == sebelum


def test_a_journal_that_ends_in_the_middle_is_told_and_does_not_stop_a_run(rapat: RapatKecil) -> None:
    with (rapat.hasil / JURNAL).open("ab") as f:
        f.write(json.dumps({"lari": "x", "kejadian": MULAI, "masukan": ""}).encode() + b'\n{"lari": "x", "kej')
    jalan = jalankan(rapat)
    assert jalan.kode == 0
    assert "Pembuatan sebelumnya terputus di tengah jalan" in jalan.pesan
    assert "Satu baris jurnalnya terpotong dan dilewati" in jalan.pesan
    assert "terputus" not in jalankan(rapat).pesan


def test_whatever_the_clock_says_the_state_decides(rapat: RapatKecil) -> None:
    for p in rapat.hasil.rglob("*"):
        os.utime(p, (4_000_000_000, 4_000_000_000))  # written in the year 2096, before the clock was set right
    assert TETAP in jalankan(rapat).pesan
    rapat.isi_buku("A")
    assert jalankan(rapat).kode == 0
    assert sorted(lari_terakhir(rapat)) == [(PAKET_JADI, p) for p in PAKET]
    assert all(check_utuh(rapat.hasil / p) == [] for p in PAKET)
