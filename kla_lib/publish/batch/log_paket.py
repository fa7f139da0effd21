"""Keep a log of each pack: what its cells have printed, with the traceback of the one that failed.

It tells no time, so two runs over the same inputs write the same log; the
seconds stand in the manifest.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import nbformat
from nbconvert.filters import strip_ansi
from nbformat import NotebookNode

from kla_lib.bahasa import _
from kla_lib.berkas import write_whole
from kla_lib.publish.batch.saring import redact_teks
from kla_lib.publish.batch.templat import INTERNAL, tag
from kla_lib.tampak import tampak

LOG = "log"
"""Folder of the logs, inside the meeting's folder."""
AKHIRAN = ".log"
TERPANJANG = 20_000
"""Characters kept of one output; the end is kept, where a fault stands."""


def path_log(folder_paket: Path) -> Path:
    """Return where the log of a pack lies: beside the packs, so that no pack has a file that members do not need."""
    return folder_paket.parent / LOG / f"{folder_paket.name}{AKHIRAN}"


def write_log(folder_paket: Path, notebook: str, nb: NotebookNode, sebab: Sequence[str] = ()) -> None:
    """Replace the log of a pack by that of the run just done.

    nb: the notebook as far as it was run.  sebab: why it has no result, where none of its cells says so.
    """
    isi = [*_outputs(nb), *sebab]
    kepala = _("Log paket {paket}, notebook {notebook}").format(paket=folder_paket.name, notebook=notebook)
    badan = "\n".join(isi) if isi else _("Tidak ada sel yang mencetak apa pun.")
    write_whole(path_log(folder_paket), f"{kepala}\n\n{tampak(redact_teks(badan)).rstrip()}\n".encode())


def read_keluaran(path: Path) -> NotebookNode:
    """Return the notebook of a run that failed, as far as papermill has written it; an empty one where it has not."""
    nb: NotebookNode = nbformat.read(path, as_version=4) if path.is_file() else nbformat.v4.new_notebook()
    return nb


def _outputs(nb: NotebookNode) -> Iterator[str]:
    """Yield what is worth a log: streams of all cells but internal ones, errors of all cells."""
    for nomor, sel in enumerate(nb.cells, start=1):
        for keluaran in sel.get("outputs", []):
            if keluaran.output_type == "stream" and INTERNAL not in tag(sel):
                judul = _("--- sel {nomor}, {aliran}").format(nomor=nomor, aliran=keluaran.name)
                yield f"{judul}\n{_akhir(keluaran.text)}"
            elif keluaran.output_type == "error":
                judul = _("--- sel {nomor}, gagal: {nama}").format(nomor=nomor, nama=keluaran.ename)
                jejak = "\n".join(map(strip_ansi, keluaran.traceback))
                yield f"{judul}\n{_akhir(sel.source)}\n\n{keluaran.ename}: {keluaran.evalue}\n\n{_akhir(jejak)}"


def _akhir(teks: str) -> str:
    return teks.rstrip() if len(teks) <= TERPANJANG else f"…{teks[-TERPANJANG:].rstrip()}"


def write_log_putus(folder_paket: Path, notebook: str, pesan: str, jejak: str = "") -> None:
    """Replace the log of a pack whose process brought no result by why that is."""
    write_log(folder_paket, notebook, nbformat.v4.new_notebook(), [f"{pesan}\n\n{jejak}".rstrip()])


def replace_log_lembar(folder: Path, salah: Mapping[str, str]) -> None:
    """Write a log for each maker of sheets that failed, in place of the last run's; the folder is the meeting's.

    salah: message and trace by subject.
    """
    for path in (folder / LOG).glob(f"lembar-*{AKHIRAN}"):
        path.unlink(missing_ok=True)
    for subjek, pesan in salah.items():
        kepala = _("Log lembar {subjek}").format(subjek=subjek)
        isi = f"{kepala}\n\n{redact_teks(pesan).rstrip()}\n"
        write_whole(folder / LOG / f"lembar-{subjek}{AKHIRAN}", isi.encode())


def drop_keluhan(nb: NotebookNode) -> None:
    """Take from a notebook what its cells wrote to standard error: the log has it, and warnings name places here."""
    for sel in nb.cells:
        if "outputs" in sel:
            sel.outputs = [k for k in sel.outputs if (k.output_type, k.get("name")) != ("stream", "stderr")]
