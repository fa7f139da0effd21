"""The warm process that makes meetings one after the other, each as a line of JSON tells it.

It has imported everything and holds what draws, but never a meeting: where it
can be forked, each is made in a process of its own, which takes its memory
along and can die alone.  It begins as `python -m kla_lib.publish.banyak.induk`,
has one thread, and ends when nobody can ask it any more.
"""

import json
import os
import select
import signal
import time
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kla_lib.publish.banyak.pesanan import AkhirRapat, PesananRapat
    from kla_lib.publish.batch.perender import Perender

PALING_LAMA = 60 * 60.0
"""Seconds that one meeting may take."""


def main() -> None:
    """Answer each order on standard input with a line on what was standard output; nothing else is printed there."""
    jawab = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever asks
    from kla_lib.publish.batch.hangat import siapkan_impor

    siapkan_impor()

    from kla_lib.publish.banyak.pesanan import PesananRapat
    from kla_lib.publish.batch.cabang import bisa_bercabang
    from kla_lib.publish.batch.hangat import siapkan_pustaka
    from kla_lib.publish.batch.penggambar import SIMPANAN
    from kla_lib.publish.batch.perender import Perender

    siapkan_pustaka()
    perender: Perender | None = None
    with os.fdopen(0, "rb", buffering=0, closefd=False) as masuk:  # what is not read yet must not hide in a buffer
        for baris in iter(masuk.readline, b""):
            isi = json.loads(baris)
            pesanan = PesananRapat(**{**isi, "only": tuple(isi["only"])})
            if perender is None and bisa_bercabang():
                perender = Perender(Path(pesanan.outputs) / SIMPANAN)
            akhir = make_satu(pesanan, None) if perender is None else _bercabang(pesanan, perender)
            jawab.write(json.dumps(asdict(akhir)) + "\n")
            jawab.flush()
    if perender is not None:
        perender.tutup()


def _bercabang(pesanan: "PesananRapat", perender: "Perender") -> "AkhirRapat":
    """Make a meeting in a forked process; one whose process dies is begun once more, then fails under its name."""
    from kla_lib.publish.banyak.pesanan import GAGAL, AkhirRapat
    from kla_lib.publish.batch.cabang import Akhir, Batas, Tugas, run_tugas
    from kla_lib.publish.batch.jalankan import sebut_sebab

    perender.siapkan()
    akhir: list[Akhir] = []
    tugas = Tugas(pesanan.id, lambda: make_satu(pesanan, perender.pinjam()))
    run_tugas([tugas], 1, Batas(PALING_LAMA), akhir.append, saat_tunggu=_akhiri_bila_sendiri)
    (a,) = akhir
    return AkhirRapat(pesanan.id, GAGAL, a.detik, (sebut_sebab(a.sebab, a.isi),)) if a.sebab else a.isi


def _akhiri_bila_sendiri() -> None:
    """End this process, and with it what it has forked, where nobody waits for the answer any more."""
    pantau = select.poll()
    pantau.register(0, 0)
    if pantau.poll(0):  # without any event asked for, only the end of the pipe is told
        os._exit(1)


def make_satu(pesanan: "PesananRapat", perender: "Perender | None") -> "AkhirRapat":
    """Make one meeting in this process or those forked from it; what goes wrong is told in the answer."""
    from kla_lib.bahasa import dalam_bahasa
    from kla_lib.errors import KlaError
    from kla_lib.letak import FOLDER_LAIN, RAPAT_LAIN
    from kla_lib.lingkungan import setel
    from kla_lib.publish.banyak.pesanan import GAGAL, JADI, TAK_BISA, TETAP, AkhirRapat, Keadaan
    from kla_lib.publish.batch.cabang import GALAT
    from kla_lib.publish.batch.jalankan import sebut_sebab
    from kla_lib.publish.batch.rapat import run_rapat
    from kla_lib.rules.params import params_bawaan

    dari = time.monotonic()
    p, path = pesanan, Path(pesanan.berkas)
    try:
        with dalam_bahasa(p.bahasa), setel(FOLDER_LAIN, p.kerja), setel(RAPAT_LAIN, str(path.parent)):
            hasil = run_rapat(
                params_bawaan(), path, Path(p.outputs), p.only, 1, p.skenario, p.force, p.untuk, perender, False
            )
    except KlaError as e:
        return AkhirRapat(p.id, TAK_BISA, time.monotonic() - dari, (str(e),))
    except Exception:  # one meeting among many: it fails under its name, the others go on
        return AkhirRapat(p.id, GAGAL, time.monotonic() - dari, (sebut_sebab(GALAT, traceback.format_exc()),))
    salah = [f"{h.id}: {h.pesan}" for h in hasil.paket if not h.berhasil]
    salah += [f"{g.subjek}: {g.pesan}" for g in hasil.salah]
    keadaan: Keadaan = GAGAL if salah else TETAP if all(h.tetap for h in hasil.paket) else JADI
    return AkhirRapat(p.id, keadaan, time.monotonic() - dari, tuple(salah))


if __name__ == "__main__":
    main()
