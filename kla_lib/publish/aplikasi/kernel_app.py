"""Start the kernels of the app, and listen to them so that no answer is missed."""

import os
from contextlib import suppress
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from traitlets import Type

from kla_lib.publish.batch.kernel import PengelolaKernel

SELANG = 0.2
"""Seconds after which a channel looks again by itself."""


class SaluranApp(AsyncZMQSocketChannel):
    """A channel that looks again from time to time while it waits.

    Showing an Output widget sends on the socket that waits for the answer of
    the same cell; ZeroMQ announces an answer once, to whoever touches the
    socket first, so the waiting side may sleep for ever and the page with it.
    """

    async def get_msg(  # type: ignore[override]  # asynchronous, as in the class above; its own base is not
        self, timeout: float | None = None
    ) -> dict[str, Any]:
        """Return the next message; wait as long as it takes where no timeout is given."""
        if timeout is not None:
            return await super().get_msg(timeout)
        while True:
            with suppress(Empty):
                return await super().get_msg(SELANG)


class KlienApp(AsyncKernelClient):
    """A client of a kernel that waits for answers with a `SaluranApp`."""

    shell_channel_class = Type(SaluranApp)


class KernelApp(PengelolaKernel, ServerKernelManager):
    """A kernel of the app, with the same sockets as the kernels of the packs."""

    def __init__(self, **options: object):
        if os.name != "nt":
            options.pop("connection_file", None)  # in Voilà's folder: too long for a socket's path on some systems
        super().__init__(**{**options, "client_factory": KlienApp})
