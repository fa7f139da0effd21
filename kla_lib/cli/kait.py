"""Run the hook of `kla due`, and end with it all that it has started and left behind."""

import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _, format_angka
from kla_lib.lingkungan import tanpa_jalur_aman

BATAS_KAIT, TERBACA = 120, 100_000
"""Seconds that a hook may take, and how many bytes of what it prints are passed on."""

TANDA = "KLA_KAIT"
"""Environment variable by which those are found that a hook has started, also in sessions of their own."""


def run_kait(kait: list[str], ringkasan: dict[str, Any], batas: float = BATAS_KAIT) -> str:
    """Start a hook with the summary as JSON on its standard input; return what went wrong, empty for nothing.

    batas: seconds after which it is ended.  What it has started ends with it;
    where that still ran after the hook itself had ended, that is told.
    """
    tanda = secrets.token_hex(16)
    lingkungan = tanpa_jalur_aman() | {TANDA: tanda}
    try:
        # What it prints goes to a file: a child that lives on would keep a pipe open, and us waiting.
        with tempfile.TemporaryFile() as masuk, tempfile.TemporaryFile() as keluar:
            masuk.write(json.dumps(ringkasan, ensure_ascii=False).encode())
            masuk.seek(0)
            p = subprocess.Popen(
                kait, stdin=masuk, stdout=keluar, stderr=subprocess.STDOUT, env=lingkungan, start_new_session=True
            )
            try:
                kode = p.wait(batas)
            except subprocess.TimeoutExpired:
                kode = None
            finally:
                sisa = _akhiri(p, tanda)
            keluar.seek(0)
            # What the hook prints is for people; the last line of our standard output is for programs.
            sys.stderr.write(keluar.read(TERBACA).decode(errors="replace").replace("\r\n", "\n"))
    except (OSError, ValueError) as e:
        return _("Kait {nama} tidak bisa dijalankan ({pesan}).").format(
            nama=kait[0], pesan=getattr(e, "strerror", None) or e
        )
    if kode is None:
        return _("Kait {nama} dihentikan: lebih dari {detik} detik.").format(nama=kait[0], detik=format_angka(batas, 0))
    if sisa:
        pesan = _("Program yang masih dijalankan kait {nama} sesudah ia selesai sudah dihentikan.")
        print(pesan.format(nama=kait[0]), file=sys.stderr)
    return _("Kait {nama} berakhir dengan kode {kode}.").format(nama=kait[0], kode=kode) if kode else ""


def _akhiri(p: subprocess.Popen[bytes], tanda: str) -> bool:
    """End a hook and all that it has started; return whether anything still ran after it had ended itself."""
    selesai = p.poll() is not None
    if os.name == "nt":
        p.kill()
        p.wait()
        return False
    ada = False
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(p.pid, signal.SIGKILL)
        ada = True
    p.wait()
    for nomor in _bertanda(tanda):
        with suppress(ProcessLookupError, PermissionError):
            os.kill(nomor, signal.SIGKILL)
            ada = True
    return selesai and ada


def _bertanda(tanda: str) -> Iterator[int]:
    """Yield the processes whose environment holds the mark; none where the system does not show environments."""
    cari = f"{TANDA}={tanda}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if cari in (folder / "environ").read_bytes().split(b"\0"):
                yield int(folder.name)
