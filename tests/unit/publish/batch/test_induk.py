"""What may start others, and ends with who started it."""

import multiprocessing
from multiprocessing.connection import Connection

from kla_lib.publish.batch.induk import boleh_beranak


def _anak() -> None:
    pass


def _daemon(pipa: Connection) -> None:
    with boleh_beranak():
        p = multiprocessing.get_context("fork").Process(target=_anak)
        p.start()
        p.join()
    pipa.send((p.exitcode, multiprocessing.current_process().daemon))


def test_a_daemon_may_start_others_for_a_while() -> None:
    cabang = multiprocessing.get_context("fork")
    sini, sana = cabang.Pipe(duplex=False)
    p = cabang.Process(target=_daemon, args=(sana,), daemon=True)
    p.start()
    assert sini.poll(20)
    assert sini.recv() == (0, True)
    p.join()
