"""Whoever is killed at whatever moment: every pack whole, none made twice, the last good one never missing.

Slow, because a meeting is run for real again and again.
"""

import os
import random
import shutil
import signal
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from kla_lib.publish.terbitan.jurnal import MULAI, PAKET_JADI, read_jurnal
from kla_lib.publish.terbitan.simpan import check_utuh, recover_paket
from tests.pembantu.berisi import berisi
from tests.pembantu.hangat_uji import induk_hangat
from tests.pembantu.induk_hangat import MATI_PADA
from tests.pembantu.keluarga import check_tak_ada_yatim, keluarga
from tests.pembantu.rapat_kecil import HANYA, ID, PAKET, RapatKecil, isi

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packs are forked on Linux only")


class Rapat(RapatKecil):
    """A small meeting, and the process that starts its runs."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.catatan = folder / "keluar.txt"
        self.induk = induk_hangat()

    def mulai(self, keluaran: str = "keluaran", mati_pada: int | None = None) -> int:
        """Begin a run, which dies at one of its changes of a name if so wished, and return its process id."""
        self.catatan.unlink(missing_ok=True)
        lingkungan = os.environ if mati_pada is None else os.environ | {MATI_PADA: str(mati_pada)}
        argumen = ["run", str(self.berkas), *HANYA, "--jobs", "2", "--outputs", str(self.folder / keluaran)]
        return self.induk.mulai(argumen, lingkungan, self.catatan, self.catatan)

    def tunggu(self, pid: int) -> int:
        """Return how a run ended: its exit code, or minus the signal that killed it."""
        return self.induk.tunggu(pid)

    def pesan(self) -> str:
        return self.catatan.read_text(encoding="utf-8") if self.catatan.is_file() else ""


def check_terbit(hasil: Path, emas: dict[str, dict[str, bytes]], folder: Path) -> None:
    """What lies in the public places at this moment: whole files, and of every pack one whole version."""
    for nama, b in berisi(isi(hasil).items()):
        if not any(bagian.startswith(".") for bagian in nama.split("/")) and nama != "index.html":
            assert b in (emas["A"][nama], emas["B"][nama]), f"{nama} is neither the old nor the new one"
    for paket in PAKET:
        salinan = folder / "salinan"
        shutil.copytree(hasil / paket, salinan)
        recover_paket(salinan)
        assert check_utuh(salinan) == [], f"no whole version of {paket}"
        versi = {f"{paket}/{n}": b for n, b in isi(salinan).items()}
        assert any(versi.items() <= emas[v].items() for v in "AB"), f"{paket} is mixed"
        shutil.rmtree(salinan)


def check_tak_ganda(hasil: Path) -> None:
    """While the inputs stayed as they were, no pack was made a second time."""
    peristiwa, rusak = read_jurnal(hasil)
    assert rusak == 0
    masukan, jadi = None, set[str]()
    for p in berisi(peristiwa):
        if p["kejadian"] == MULAI and p["masukan"] != masukan:
            masukan, jadi = p["masukan"], set()
        if p["kejadian"] == PAKET_JADI:
            assert p["paket"] not in jadi, f"{p['paket']} was made twice"
            jadi.add(p["paket"])


@pytest.fixture
def rapat(tmp_path: Path) -> Rapat:
    return Rapat(tmp_path)


def terbitkan_dua(r: Rapat) -> tuple[dict[str, dict[str, bytes]], float]:
    """Return what is published of each state of the book, and the seconds that it takes; the meeting is left in A."""
    emas, lama = {}, 0.0
    for versi in "BA":
        r.isi_buku(versi)
        dari = time.monotonic()
        assert r.tunggu(r.mulai(f"emas-{versi}")) == 0, r.pesan()
        lama = time.monotonic() - dari
        emas[versi] = isi(r.folder / f"emas-{versi}" / ID)
    assert emas["A"].keys() == emas["B"].keys()
    assert all(emas["A"][f"{p}/fakta.json"] != emas["B"][f"{p}/fakta.json"] for p in PAKET)
    return emas, lama


def bunuh_berkali_kali(r: Rapat, banyak: int, benih: int) -> None:
    acak = random.Random(benih)
    emas, lama = terbitkan_dua(r)
    shutil.copytree(r.folder / "emas-A", r.outputs)

    def check_tuntas(kode: int) -> None:
        assert kode == 0, r.pesan()
        assert isi(r.hasil) == emas[versi]
        check_tak_ganda(r.hasil)

    terbunuh, sejak_tuntas, versi = 0, 0, "B"
    r.isi_buku(versi)
    for _putaran in range(4 * banyak):
        pid = r.mulai()
        time.sleep(acak.uniform(0, 0.9 * lama))  # the moment is what is tested; nothing is waited for
        kerabat = [p for p in keluarga(pid) if p != pid]
        induk = not kerabat or acak.random() < 0.85
        korban = pid if induk else acak.choice(kerabat)
        masih = korban in keluarga(pid)
        if masih:
            os.kill(korban, signal.SIGKILL)
            terbunuh, sejak_tuntas = terbunuh + 1, sejak_tuntas + 1
        kode = r.tunggu(pid)
        check_tak_ada_yatim(pid)
        check_terbit(r.hasil, emas, r.folder)
        if kode == -signal.SIGKILL and sejak_tuntas >= 5:  # what was killed is finished, now and then
            kode = r.tunggu(r.mulai())
        if kode != -signal.SIGKILL:
            check_tuntas(kode)
            sejak_tuntas = 0
            versi = "B" if versi == "A" else "A"
            r.isi_buku(versi)
        if terbunuh >= banyak:
            break
    check_tuntas(r.tunggu(r.mulai()))
    assert terbunuh == banyak


def test_after_eight_kills_at_random_moments_nothing_is_torn_doubled_or_lost(rapat: Rapat) -> None:
    bunuh_berkali_kali(rapat, 8, benih=8)


@pytest.mark.soak
@pytest.mark.parametrize("benih", range(10))
def test_after_two_hundred_kills_too(rapat: Rapat, benih: int) -> None:
    bunuh_berkali_kali(rapat, 20, benih=100 + benih)


@pytest.mark.soak
@pytest.mark.parametrize("mulai", range(1, 9))
def test_killed_at_every_change_of_a_name_too(rapat: Rapat, mulai: int) -> None:
    emas, _lama = terbitkan_dua(rapat)
    rapat.isi_buku("B")
    for n in count(mulai, 8):
        shutil.rmtree(rapat.outputs, ignore_errors=True)
        shutil.copytree(rapat.folder / "emas-A", rapat.outputs)
        pid = rapat.mulai(mati_pada=n)
        kode = rapat.tunggu(pid)
        check_tak_ada_yatim(pid)
        check_terbit(rapat.hasil, emas, rapat.folder)
        if kode == 0:
            break
        assert kode == -signal.SIGKILL, rapat.pesan()
        assert rapat.tunggu(rapat.mulai()) == 0, rapat.pesan()
        assert isi(rapat.hasil) == emas["B"], f"not finished after death at change {n}"
        check_tak_ganda(rapat.hasil)
    assert n > 40
