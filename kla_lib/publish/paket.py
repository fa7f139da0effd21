"""Make one pack from one checked set of parameters.

This is the seam of the batch: whatever runs packs (a pool here, a cluster or a
scheduler elsewhere) calls `make_paket` with a `Permintaan` and gets a `HasilPaket`.
"""

import os
import shutil
import signal
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import nbformat
import papermill
from nbconvert.filters import strip_ansi
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from kla_lib.berkas import write_whole
from kla_lib.letak import RAPAT_LAIN
from kla_lib.publish.gambar import add_svg
from kla_lib.publish.halaman import page_gagal, page_paket
from kla_lib.publish.interaktif import berkas_interaktif
from kla_lib.publish.kernel import PengelolaKernel
from kla_lib.publish.letak_mesin import drop_keluhan, tanpa_letak
from kla_lib.publish.simpan import publish_paket, read_paket, to_json
from kla_lib.publish.templat import INTERNAL, check_parameter, path_notebook, prepare_notebook, tag
from kla_lib.views.catatan_perkiraan import KELUARAN_LAIN
from kla_lib.views.mime import MIME_FAKTA, MIME_KALIMAT, TANPA_SVG

KERJA = ".kerja"
GAGAL_HTML = "gagal.html"
Mesin = Literal["nbclient", "kla"]
KERNEL: Mesin = "nbclient"
DI_SINI: Mesin = "kla"
"""papermill's engines: its own, and ours of publish.mesin."""

BATAS_DETIK = 300  # a cell that takes longer than this is stopped


@dataclass(frozen=True)
class Permintaan:
    """What one pack is made of.

    id: its folder under the meeting ("klaster_3", "ringkasan").
    folder_rapat: where the meeting file lies, if not in params/rapat.
    judul, atas, warna, kaki: the page's heading, the line above it, the stripe and the foot.
    """

    id: str
    notebook: str
    parameter: dict[str, Any]
    folder: Path
    judul: str
    atas: str
    warna: str
    kaki: str
    folder_rapat: Path | None = None


@dataclass(frozen=True)
class HasilPaket:
    """What became of one pack; `pesan` is empty where it succeeded."""

    id: str
    detik: float
    pesan: str = ""
    berkas: dict[str, str] = field(default_factory=dict)

    @property
    def berhasil(self) -> bool:
        return not self.pesan


def siapkan_pekerja(outputs: Path) -> None:
    """Prepare a process that makes packs.

    What runs its notebooks leaves the charts to it and Ctrl+C to the parent,
    and reads the ledger of forecasts of these outputs.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ[TANPA_SVG] = "1"
    os.environ[KELUARAN_LAIN] = str(outputs.resolve())


def make_paket(p: Permintaan, mesin: Mesin = KERNEL) -> HasilPaket:
    """Run the notebook, render its charts, and put the pack in place whole.

    mesin: KERNEL runs the cells in a kernel of their own, DI_SINI in this
    process.  A cell that fails leaves the last good pack as it is and puts gagal.html
    beside it.  Raises KlaError for a parameter that the notebook does not know.
    """
    mulai = time.monotonic()
    notebook = path_notebook(p.notebook)
    check_parameter(notebook, p.parameter)
    kerja = p.folder.parent / KERJA / f"{p.id}-{uuid.uuid4().hex}"
    kerja.mkdir(parents=True)
    try:
        nb = _run(p, notebook, kerja, mesin)
    except PapermillExecutionError as e:
        _publish_gagal(p, e)
        return HasilPaket(p.id, time.monotonic() - mulai, f"{e.ename}: {e.evalue}")
    finally:
        shutil.rmtree(kerja, ignore_errors=True)
        with suppress(OSError):  # other packs may still work in it
            kerja.parent.rmdir()
    fakta = _data(nb, MIME_FAKTA)
    kalimat = _data(nb, MIME_KALIMAT) or {"utama": "", "lanjutan": []}
    nb.cells = [c for c in nb.cells if INTERNAL not in tag(c)]
    add_svg(nb)
    berkas = {
        "fakta.json": to_json(fakta or []),
        "paket.ipynb": (nbformat.writes(nb) + "\n").encode(),
        "ringkas.html": page_paket(nb, p.judul, p.atas, p.warna, p.kaki),
        **berkas_interaktif(p.parameter, p.judul, p.atas, p.warna, p.kaki),
    }
    sidik = publish_paket(p.folder, berkas, {"id": p.id, "judul": p.judul, "kalimat": kalimat})
    (p.folder / GAGAL_HTML).unlink(missing_ok=True)
    return HasilPaket(p.id, time.monotonic() - mulai, berkas=sidik)


def _run(p: Permintaan, notebook: Path, kerja: Path, mesin: Mesin) -> NotebookNode:
    """Return the executed notebook, without what tells of this machine or this moment."""
    masuk, keluar = kerja / "masuk.ipynb", kerja / "keluar.ipynb"
    nbformat.write(prepare_notebook(notebook), masuk)
    if p.folder_rapat is not None:
        os.environ[RAPAT_LAIN] = str(p.folder_rapat)
    kernel: dict[str, Any] = {"shutdown_kernel": "immediate", "kernel_manager_class": PengelolaKernel}
    papermill.execute_notebook(
        str(masuk),
        str(keluar),
        parameters=p.parameter,
        kernel_name="python3",
        progress_bar=False,
        log_output=False,
        request_save_on_cell_execute=False,
        execution_timeout=BATAS_DETIK,
        engine_name=mesin,
        **(kernel if mesin == KERNEL else {}),
    )
    nb: NotebookNode = nbformat.read(keluar, as_version=4)
    drop_keluhan(nb)
    nb.metadata.pop("papermill", None)
    nb.metadata["kla"] = {"notebook": p.notebook, "parameter": p.parameter}
    for nomor, sel in enumerate(nb.cells):
        for kunci in ("papermill", "execution"):
            sel.metadata.pop(kunci, None)
        if "injected-parameters" in tag(sel):
            sel["id"] = f"parameter-{nomor}"  # papermill draws it at random
    return nb


def _data(nb: NotebookNode, mime: str) -> Any:
    """Return the first output of a MIME type, or None."""
    for sel in nb.cells:
        for keluaran in sel.get("outputs", []):
            if mime in keluaran.get("data", {}):
                return keluaran["data"][mime]
    return None


def _publish_gagal(p: Permintaan, e: PapermillExecutionError) -> None:
    jejak = [tanpa_letak(strip_ansi(baris)) for baris in e.traceback]
    ada_lama = read_paket(p.folder) is not None
    halaman = page_gagal(p.judul, p.atas, str(e.ename), tanpa_letak(str(e.evalue)), str(e.source), jejak, ada_lama)
    write_whole(p.folder / GAGAL_HTML, halaman)
