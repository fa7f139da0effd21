"""Make one pack from one checked set of parameters.

This is the seam of the batch: whatever runs packs (a pool here, a cluster or a
scheduler elsewhere) calls `make_paket` with a `PesananPaket` and gets a `HasilPaket`.
"""

import os
import shutil
import signal
import time
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import nbformat
import papermill
from altair.utils.schemapi import disable_debug_mode
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from kla_lib.bahasa import _
from kla_lib.berkas import is_tak_tertulis, sebut_tak_tertulis, write_whole
from kla_lib.errors import KlaError
from kla_lib.letak import RAPAT_LAIN
from kla_lib.publish.batch.gambar import add_svg
from kla_lib.publish.batch.kernel import PengelolaKernel
from kla_lib.publish.batch.log_paket import drop_keluhan, read_keluaran, write_log, write_log_putus
from kla_lib.publish.batch.mesin import run_di_sini
from kla_lib.publish.batch.saring import redact_teks
from kla_lib.publish.batch.templat import INTERNAL, check_parameter, path_notebook, prepare_notebook, tag
from kla_lib.publish.batch.waktu import Jam
from kla_lib.publish.halaman.halaman import page_gagal, page_paket
from kla_lib.publish.halaman.interaktif import berkas_interaktif
from kla_lib.publish.terbitan.simpan import check_utuh, publish_paket, read_paket, to_json
from kla_lib.rules.params import params_bawaan
from kla_lib.views.rupa.tema import MIME_FAKTA, MIME_KALIMAT, TANPA_SVG

KERJA = ".kerja-"
"""How the scratch folders of packs begin, inside the meeting's folder."""
GAGAL_HTML = "gagal.html"
WAJIB = {"fakta.json", "ringkas.html"}
"""What every pack has, whatever its paket.json says."""
KELUAR = "keluar.ipynb"
Mesin = Literal["nbclient", "kla"]
KERNEL: Mesin = "nbclient"
DI_SINI: Mesin = "kla"
"""papermill's engines: its own, and ours of publish.batch.mesin."""

BATAS_DETIK = 300  # a cell that takes longer than this is stopped


@dataclass(frozen=True)
class PesananPaket:
    """What one pack is made of.

    id: its folder under the meeting ("klaster_3", "ringkasan").
    folder_rapat: where the meeting file lies, if not in params/rapat.
    judul, atas, warna, kaki: the page's heading, the line above it, the stripe and the foot.
    masukan: hash over all that it is made of (publish.terbitan.masukan), "" where that is not known.
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
    masukan: str = ""


@dataclass(frozen=True)
class HasilPaket:
    """What became of one pack; `pesan` is empty where it succeeded.

    tetap: it was not made, since the one in place is made of the same inputs.
    rincian: the seconds of its parts.
    """

    id: str
    detik: float
    pesan: str = ""
    berkas: dict[str, str] = field(default_factory=dict)
    tetap: bool = False
    rincian: dict[str, float] = field(default_factory=dict)

    @property
    def berhasil(self) -> bool:
        return not self.pesan


def siapkan_pekerja() -> None:
    """Prepare a process that makes packs.

    What runs its notebooks leaves the charts to it and Ctrl+C to the parent.
    Charts are not held against Vega-Lite's schema here: that costs as much as
    making them, the renderer refuses what it cannot draw, and the tests check
    them all.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ[TANPA_SVG] = "1"
    disable_debug_mode()


def paket_tetap(p: PesananPaket) -> HasilPaket | None:
    """Return the pack in place if it is whole and made of the same inputs; None where it has to be made."""
    paket = read_paket(p.folder)
    if paket is None or not p.masukan or paket.get("masukan") != p.masukan:
        return None
    if (p.folder / GAGAL_HTML).exists() or not paket["berkas"].keys() >= WAJIB or check_utuh(p.folder):
        return None
    return HasilPaket(p.id, 0.0, berkas=paket["berkas"], tetap=True)


def make_paket(p: PesananPaket, mesin: Mesin = KERNEL) -> HasilPaket:
    """Run the notebook, render its charts, and put the pack in place whole.

    mesin: KERNEL runs the cells in a kernel of their own, DI_SINI in this
    process.  A cell that fails leaves the last good pack as it is and puts gagal.html
    beside it; a full disk leaves it as it is too.  Raises KlaError for a
    parameter that the notebook does not know.
    """
    mulai = time.monotonic()
    try:
        return _make(p, mesin, mulai)
    except OSError as e:
        if not is_tak_tertulis(e):
            raise
        pesan = pesan_tak_tertulis(e)
        with suppress(OSError):  # the log is short, so there may be room for it
            write_log_putus(p.folder, p.notebook, pesan)
        return HasilPaket(p.id, time.monotonic() - mulai, pesan)


def pesan_tak_tertulis(e: OSError) -> str:
    """Return what a reader is told of a pack that could not be written."""
    return _("tidak bisa ditulis ({pesan}); paket sebelumnya tetap ada").format(pesan=sebut_tak_tertulis(e))


def _make(p: PesananPaket, mesin: Mesin, mulai: float) -> HasilPaket:
    jam = Jam()
    notebook = path_notebook(p.notebook)
    check_parameter(notebook, p.parameter)
    kerja = _folder_kerja(p)
    try:
        with jam.ukur("jalan"):
            nb = _run(p, notebook, kerja, mesin)
    except PapermillExecutionError as e:
        write_log(p.folder, p.notebook, read_keluaran(kerja / KELUAR))
        if e.ename == KlaError.__name__:  # hers to repair: of the cell and of Python she needs nothing
            pesan = str(e.evalue)
            publish_gagal(p, _("Yang perlu diperbaiki"), pesan)
        else:
            pesan = f"{e.ename}: {e.evalue}"
            publish_gagal(p, str(e.ename), str(e.evalue), str(e.source), list(e.traceback))
        return HasilPaket(p.id, time.monotonic() - mulai, redact_teks(pesan), rincian=jam.bulat())
    finally:
        shutil.rmtree(kerja, ignore_errors=True)
    write_log(p.folder, p.notebook, nb)
    drop_keluhan(nb)
    fakta = _data(nb, MIME_FAKTA)
    kalimat = _data(nb, MIME_KALIMAT) or {"utama": "", "lanjutan": []}
    nb.cells = [c for c in nb.cells if INTERNAL not in tag(c)]
    with jam.ukur("gambar"):
        add_svg(nb)
    with jam.ukur("halaman"):
        berkas = {
            "fakta.json": to_json(fakta or []),
            "paket.ipynb": (nbformat.writes(nb) + "\n").encode(),
            "ringkas.html": page_paket(nb, p.judul, p.atas, p.warna, p.kaki),
            **berkas_interaktif(params_bawaan(), p.parameter, p.judul, p.atas, p.warna, p.kaki),
        }
    with jam.ukur("simpan"):
        asal = {"masukan": p.masukan, "parameter": p.parameter}
        sidik = publish_paket(p.folder, berkas, {"id": p.id, "judul": p.judul, "kalimat": kalimat, **asal})
    (p.folder / GAGAL_HTML).unlink(missing_ok=True)
    return HasilPaket(p.id, time.monotonic() - mulai, berkas=sidik, rincian=jam.bulat())


def repeat_fakta(p: PesananPaket, mesin: Mesin = KERNEL) -> Any:
    """Run the notebook again and return only its facts, as they would be published; nothing is put in place.

    Raises PapermillExecutionError where a cell fails.
    """
    kerja = _folder_kerja(p)
    try:
        return _data(_run(p, path_notebook(p.notebook), kerja, mesin), MIME_FAKTA) or []
    finally:
        shutil.rmtree(kerja, ignore_errors=True)


def _folder_kerja(p: PesananPaket) -> Path:
    """Make the scratch folder in which a notebook runs."""
    kerja = p.folder.parent / f"{KERJA}{p.id}-{uuid.uuid4().hex}"
    kerja.mkdir(parents=True)
    return kerja


def _run(p: PesananPaket, notebook: Path, kerja: Path, mesin: Mesin) -> NotebookNode:
    """Return the executed notebook, without what tells of this machine or this moment."""
    siap, keluar = prepare_notebook(notebook), kerja / KELUAR
    if p.folder_rapat is not None:
        os.environ[RAPAT_LAIN] = str(p.folder_rapat)
    nb = run_di_sini(siap, p.parameter, keluar) if mesin == DI_SINI else _run_kernel(siap, p.parameter, keluar)
    nb.metadata.pop("papermill", None)
    nb.metadata["kla"] = {"notebook": p.notebook, "parameter": p.parameter}
    for nomor, sel in enumerate(nb.cells):
        for kunci in ("papermill", "execution"):
            sel.metadata.pop(kunci, None)
        if "injected-parameters" in tag(sel):
            sel["id"] = f"parameter-{nomor}"  # papermill draws it at random
    return nb


def _run_kernel(siap: NotebookNode, parameter: dict[str, Any], keluar: Path) -> NotebookNode:
    """Return the notebook executed in a kernel of its own."""
    papermill.execute_notebook(
        siap,
        str(keluar),
        parameters=parameter,
        kernel_name="python3",
        progress_bar=False,
        log_output=False,
        request_save_on_cell_execute=False,
        execution_timeout=BATAS_DETIK,
        engine_name=KERNEL,
        shutdown_kernel="immediate",
        kernel_manager_class=PengelolaKernel,
    )
    nb: NotebookNode = nbformat.read(keluar, as_version=4)
    return nb


def _data(nb: NotebookNode, mime: str) -> Any:
    """Return the first output of a MIME type, or None."""
    for sel in nb.cells:
        for keluaran in sel.get("outputs", []):
            if mime in keluaran.get("data", {}):
                return keluaran["data"][mime]
    return None


def publish_gagal(p: PesananPaket, nama: str, pesan: str, sel: str = "", jejak: Sequence[str] = ()) -> None:
    """Put gagal.html beside the last good pack: the fault's name and message, the cell and the traceback if any."""
    ada = read_paket(p.folder) is not None
    write_whole(p.folder / GAGAL_HTML, page_gagal(p.judul, p.atas, nama, pesan, sel, list(jejak), ada))
