"""Start `kla run` many times from one process that has imported everything, as the kill test needs it.

Reads one command per line: a JSON list of arguments is begun in a child with a
session of its own, and its process id is printed; a number is waited for, and
how it ended is printed: its exit code, or minus the signal.
"""

import json
import os
import sys

from kla_lib.publish.batch.hangat import siapkan_impor


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
                _anak(*perintah)
        print(jawab, flush=True)


def _anak(catatan: str, *argumen: str) -> None:
    """Run one command with what it prints in a file, and leave without what the parent still needs."""
    from kla_lib.cli import main as kla

    os.setsid()
    keluar = os.open(catatan, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for lama in (1, 2):
        os.dup2(keluar, lama)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    kode = 1
    try:
        kode = kla(argumen)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(kode)


if __name__ == "__main__":
    main()
