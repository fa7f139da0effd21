"""The app hears every answer of its kernels."""

import asyncio
from typing import Any

import zmq
import zmq.asyncio
from jupyter_client.session import Session

from kla_lib.publish.aplikasi.kernel_app import SaluranApp


async def _hear_while_another_looks() -> dict[str, Any]:
    """Wait for a message on a channel whose socket somebody else touches just as it arrives."""
    keadaan = zmq.asyncio.Context()
    try:
        sini, sana = keadaan.socket(zmq.PAIR), keadaan.socket(zmq.PAIR)
        sini.bind("inproc://uji")
        sana.connect("inproc://uji")
        sesi = Session(key=b"uji")
        menunggu = asyncio.ensure_future(SaluranApp(sini, sesi).get_msg())
        await asyncio.sleep(0)
        sesi.send(sana, "execute_reply", {"status": "ok"})
        zmq.Socket.shadow(sini.underlying).getsockopt(zmq.EVENTS)  # takes the only notice that ZeroMQ gives
        return await asyncio.wait_for(menunggu, 10)
    finally:
        keadaan.destroy(linger=0)


def test_an_answer_is_heard_although_its_notice_went_to_another() -> None:
    assert asyncio.run(_hear_while_another_looks())["content"] == {"status": "ok"}
