"""What the app's kernel hears from a page: widgets, and nothing that runs code, ends or debugs it."""

import json
from typing import Any

import pytest
from jupyter_server.services.kernels.connection.base import serialize_binary_message, serialize_msg_to_ws_v1

from kla_lib.publish.aplikasi.sambungan import BOLEH, V1, boleh_masuk


def pesan(jenis: Any, saluran: Any = "shell") -> dict[str, Any]:
    kepala = {"msg_id": "1", "msg_type": jenis, "session": "s", "username": "", "version": "5.3", "date": ""}
    return {"header": kepala, "parent_header": {}, "metadata": {}, "content": {}, "channel": saluran}


def biner(p: dict[str, Any]) -> bytes:
    bagian = [json.dumps(p[k]).encode() for k in ("header", "parent_header", "metadata", "content")]
    return bytes(serialize_msg_to_ws_v1(bagian, p["channel"]))


@pytest.mark.parametrize("jenis", sorted(BOLEH))
def test_what_widgets_say_is_passed_on(jenis: str) -> None:
    assert boleh_masuk(json.dumps(pesan(jenis)), None)
    assert boleh_masuk(biner(pesan(jenis)), V1)
    assert boleh_masuk(serialize_binary_message({**pesan(jenis), "buffers": [b"isi"]}), None)


@pytest.mark.parametrize("saluran", ["shell", "control", "stdin", "iopub", None, 3, ["shell"]])
@pytest.mark.parametrize(
    "jenis", ["shutdown_request", "debug_request", "interrupt_request", "execute_request", "input_reply", None, [], {}]
)
def test_what_no_widget_says_is_dropped(jenis: Any, saluran: Any) -> None:
    assert not boleh_masuk(json.dumps(pesan(jenis, saluran)), None)
    if isinstance(saluran, str):
        assert not boleh_masuk(biner(pesan(jenis, saluran)), V1)


@pytest.mark.parametrize("jenis", sorted(BOLEH))
def test_widgets_have_one_channel(jenis: str) -> None:
    assert not boleh_masuk(json.dumps(pesan(jenis, "control")), None)
    assert not boleh_masuk(biner(pesan(jenis, "control")), V1)


@pytest.mark.parametrize(
    "isi", ["", "{", "[]", "3", "null", '{"header": null, "channel": "shell"}', b"", b"\xff" * 40, b"\x7f" * 9]
)
@pytest.mark.parametrize("protokol", [None, V1])
def test_what_is_no_message_is_dropped(isi: str | bytes, protokol: str | None) -> None:
    assert not boleh_masuk(isi, protokol)
