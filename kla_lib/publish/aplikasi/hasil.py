"""Show published pages through the app's own server, to whoever has its key."""

from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError, StaticFileHandler, authenticated

from kla_lib.publish.mulai.alamat import AWALAN, terdaftar


class HalamanHasil(JupyterHandler, StaticFileHandler):
    """A file under one of the outputs that a page of the app has named; no other file of this machine."""

    SUPPORTED_METHODS = ("GET",)

    def initialize(self, daftar: Path) -> None:  # type: ignore[override]
        """Keep where the outputs are named."""
        StaticFileHandler.initialize(self, path="")
        self._daftar = daftar

    @authenticated
    async def get(self, nomor: str, tempat: str) -> None:  # type: ignore[override]
        """Send the file; what lies outside of its outputs is refused by the base."""
        folder = dict(enumerate(terdaftar(self._daftar))).get(int(nomor))
        if folder is None:
            raise HTTPError(404)
        self.root = str(folder)
        await StaticFileHandler.get(self, tempat)


def rute_hasil(awal: str, daftar: Path) -> list[tuple[str, Any, dict[str, Path]]]:
    """Return the route of the outputs that are named in a file; awal: where the server's addresses begin."""
    return [(rf"{awal}{AWALAN}/(\d{{1,4}})/(.+)", HalamanHasil, {"daftar": daftar})]
