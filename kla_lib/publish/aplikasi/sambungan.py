"""Pass on from a page to its kernel only what a panel of widgets says."""

import json
from typing import Any, Literal

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

BOLEH = frozenset({"comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request"})
"""What widgets need; nothing that runs code, ends or debugs a kernel."""
SALURAN = "shell"
V1 = "v1.kernel.websocket.jupyter.org"


class SambunganApp(ZMQChannelsWebsocketConnection):
    """The connection of one tab; what it must not say is dropped without a word."""

    def handle_incoming_message(self, incoming_msg: str | bytes) -> None:
        """Pass a message on to the kernel where it is one that widgets send."""
        if boleh_masuk(incoming_msg, self.subprotocol):
            super().handle_incoming_message(incoming_msg)  # type: ignore[arg-type]


def boleh_masuk(pesan: str | bytes, protokol: str | None) -> bool:
    """Return whether a message from the page is whole and one that widgets send."""
    try:
        saluran, kepala = _baca(pesan, protokol)
        return saluran == SALURAN and isinstance(kepala, dict) and kepala.get("msg_type") in BOLEH
    except Exception:  # whatever cannot be read in one of many ways is no message of a widget
        return False


def _baca(pesan: str | bytes, protokol: str | None) -> tuple[Any, Any]:
    """Return channel and header of a message; ValueError where the table of its parts is longer than the message."""
    if isinstance(pesan, str) and protokol != V1:
        isi = json.loads(pesan)
        return isi.get("channel"), isi["header"]
    if isinstance(pesan, str):
        raise ValueError("no message")
    if protokol == V1:  # how many parts, then where each begins, in 8 bytes each
        channel, kepala = _bagian(pesan, 8, "little", 2)
        return channel.decode(), json.loads(kepala)
    isi = json.loads(_bagian(pesan, 4, "big", 1)[0])
    return isi.get("channel"), isi["header"]


def _bagian(pesan: bytes, lebar: int, urutan: Literal["little", "big"], banyak: int) -> list[bytes]:
    """Return the first parts of a message in bytes; a table that promises more parts than there is room is refused."""
    bilangan = [int.from_bytes(pesan[lebar * n : lebar * (n + 1)], urutan) for n in range(banyak + 2)]
    jumlah, letak = bilangan[0], bilangan[1:]
    if not banyak <= jumlah or lebar * (jumlah + 1) > len(pesan):
        raise ValueError("no message")
    akhir = letak[1:] if jumlah > banyak else [*letak[1:banyak], len(pesan)]
    return [pesan[a:b] for a, b in zip(letak, akhir, strict=False)]
