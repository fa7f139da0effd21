"""Start `kla` many times from one process that has imported everything.

Reads one order per line, in JSON.  A dict is a command, begun in a child with a
session of its own: its process id is printed.  A number is waited for: how it
ended is printed, its exit code, or minus the signal.
"""

import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from kla_lib.publish.batch.hangat import siapkan_impor

MATI_PADA = "KLA_UJI_MATI_PADA"
"""Environment variable: before which change of a name on disk the command is killed, with all that it has started."""


def pasang_maut(ke: int) -> None:
    """Kill this process and its children right before the `ke`-th change of a name that any of them makes."""
    jumlah = multiprocessing.Value("i", 0)

    def jaga(asli: Callable[..., Any]) -> Callable[..., Any]:
        def ganti(*isi: Any, **pilihan: Any) -> Any:
            with jumlah.get_lock():
                jumlah.value += 1
                if jumlah.value >= ke:
                    os.killpg(0, signal.SIGKILL)
            return asli(*isi, **pilihan)

        return ganti

    for nama in ("replace", "rename", "link", "unlink", "remove", "rmdir", "mkdir"):
        setattr(os, nama, jaga(getattr(os, nama)))


def main() -> None:
    siapkan_impor()

    import kla_lib.publish.batch.rapat
    from kla_lib.publish.batch.hangat import siapkan_pustaka

    assert kla_lib.publish.batch.rapat
    siapkan_pustaka()
    for baris in sys.stdin:
        perintah = json.loads(baris)
        if isinstance(perintah, int):
            status = os.waitpid(perintah, 0)[1]
            jawab = os.waitstatus_to_exitcode(status)
        else:
            jawab = os.fork()
            if jawab == 0:
                _anak(**perintah)
        print(jawab, flush=True)


def _anak(argumen: list[str], lingkungan: dict[str, str], keluar: str, pesan: str) -> None:
    """Run one command with what it prints in two files, and leave without what the parent still needs."""
    from kla_lib.cli import main as kla

    os.setsid()
    os.environ.clear()
    os.environ.update(lingkungan)
    if MATI_PADA in lingkungan:
        pasang_maut(int(lingkungan[MATI_PADA]))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for ke, path in ((1, keluar), (2, pesan)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), ke)
    kode: Any = 1
    try:
        kode = kla(argumen)
    except SystemExit as e:
        kode = e.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(kode)


if __name__ == "__main__":
    main()
