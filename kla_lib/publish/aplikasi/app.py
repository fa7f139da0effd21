"""Open a notebook as an app without code, for the person at this machine alone."""

import importlib.util
import os
import socket
import tempfile
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PARAMS, RAPAT_LAIN, nama_tampil
from kla_lib.lingkungan import setel
from kla_lib.publish.batch.templat import check_parameter, path_notebook, tag
from kla_lib.publish.mulai.alamat import HASIL_APP
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import Rapat, load_rapat

HOST = "127.0.0.1"
HANYA_LAB = "lab"
"""The tag of cells that the app leaves out."""
PORT, BANYAK_PORT = 8866, 50
"""Where the app listens if nobody says otherwise, and how many neighbours are tried when that is taken."""


def open_app(
    params: Params, notebook: str, rapat: Path | None = None, port: int | None = None, peramban: bool = True
) -> int:
    """Serve a notebook as an app until Ctrl+C, and return the exit code.

    notebook: a name in notebooks/, or the path of an .ipynb file.
    rapat: the meeting file put in as parameter; None keeps the notebook's own.
    Raises KlaError before the server starts; a faulty book does not stop the
    app, since its panel shows the faults.
    """
    check_voila()
    path = find_notebook(notebook)
    berkas = load_rapat(params, rapat) if rapat is not None else None
    nb = prepare_app(path, berkas)
    nomor = find_port(port)
    from kla_lib.publish.aplikasi.peladen import serve_app

    with tempfile.TemporaryDirectory(prefix="kla-app-", ignore_cleanup_errors=True) as kerja, _lingkungan(berkas):
        salinan = Path(kerja) / "app.ipynb"
        nbformat.write(nb, salinan)
        with setel(HASIL_APP, str(Path(kerja) / "hasil")):
            serve_app(salinan, nomor, peramban)
    return 0


def check_voila() -> None:
    """Refuse to go on where the program behind the app is not installed."""
    if importlib.util.find_spec("voila") is None:
        raise KlaError(
            Kesalahan(
                "program",
                "voila",
                _("program Voilà belum terpasang"),
                _("Jalankan `make run` sekali lagi; langkah itu memasang semua program dari requirements.lock."),
            )
        )


def find_notebook(nama: str) -> Path:
    """Return the notebook of a name in notebooks/ or of a path that ends in .ipynb."""
    path = Path(nama)
    if path.suffix == ".ipynb" and path.is_file():
        return path.resolve()
    di_folder = path_notebook(nama.removesuffix(".ipynb"))
    if di_folder.is_file():
        return di_folder
    raise KlaError(
        Kesalahan(
            "notebook",
            nama_tampil(FOLDER_NOTEBOOKS),
            _("notebook '{nama}' tidak ada").format(nama=nama),
            maksud(nama, [p.stem for p in FOLDER_NOTEBOOKS.glob("*.ipynb")]),
        )
    )


def prepare_app(path: Path, rapat: Rapat | None) -> NotebookNode:
    """Return a copy of the notebook with its title and, if given, its meeting.

    Cells for people at the keyboard stay: they are what the app is for.  Those that only
    JupyterLab has a use for, as links to other notebooks, go.
    """
    nb: NotebookNode = load_notebook_node(str(path))
    nb.cells = [c for c in nb.cells if HANYA_LAB not in tag(c)]
    if rapat is not None:
        check_parameter(path, {"rapat": rapat.id})
        nb = parameterize_notebook(nb, {"rapat": rapat.id})
    nb.metadata["title"] = judul_app(path)
    return nb


def judul_app(path: Path) -> str:
    """Return the title of the page: "KLA · Skenario" for 20_skenario."""
    return "KLA · " + path.stem.lstrip("0123456789_").replace("_", " ").capitalize()


def find_port(minta: int | None) -> int:
    """Return the port to listen at: the one asked for, else the first free one from the usual.

    A port that was asked for is not exchanged silently: a tunnel or a proxy may rest on it.
    """
    if minta is not None:
        if _bebas(minta):
            return minta
        raise KlaError(
            Kesalahan(
                "port",
                f"--port {minta}",
                _("port {port} tidak bisa dipakai (mungkin sedang dipakai program lain)").format(port=minta),
                _("Tulis nomor lain antara 1024 dan 65535, atau tinggalkan --port: kita cari yang bebas."),
            )
        )
    for port in range(PORT, PORT + BANYAK_PORT):
        if _bebas(port):
            return port
    raise KlaError(
        Kesalahan(
            "port",
            f"{PORT}–{PORT + BANYAK_PORT - 1}",
            _("semua port ini sedang dipakai"),
            _("Tutup aplikasi yang tidak dipakai lagi (Ctrl+C di terminalnya), atau tulis --port dengan nomor lain."),
        )
    )


def _bebas(port: int) -> bool:
    """Tell whether a server could listen at the port."""
    with socket.socket() as s:
        if os.name != "nt":  # as the server itself does: a port just left is free
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def _lingkungan(rapat: Rapat | None) -> AbstractContextManager[None]:
    """Let the kernels find a meeting that lies outside params/rapat."""
    if rapat is None or rapat.path.parent == FOLDER_PARAMS / "rapat":
        return nullcontext()
    return setel(RAPAT_LAIN, str(rapat.path.parent))
