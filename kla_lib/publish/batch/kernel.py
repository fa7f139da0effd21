"""Start kernels that several packs can use side by side."""

import os
import tempfile
import uuid
from pathlib import Path

from jupyter_client.manager import AsyncKernelManager


class PengelolaKernel(AsyncKernelManager):
    """A kernel manager without TCP ports where the system allows it.

    Parallel kernels over TCP race for free ports, and anyone on the machine
    could listen to them; Windows has no other way.
    """

    def __init__(self, **options: object):
        if os.name != "nt":
            # The sockets are named after this file, so each kernel needs its own; a socket's path must be short.
            sambungan = Path(tempfile.gettempdir()) / f"kla-{uuid.uuid4().hex}.json"
            options = {"transport": "ipc", "connection_file": str(sambungan), **options}
        super().__init__(**options)
