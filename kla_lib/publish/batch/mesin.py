"""Run a notebook's cells in this process instead of in a kernel: a papermill engine, `papermill --engine kla`.

It starts no second process and opens no socket, so a pack costs what its
cells cost.  What isolates one notebook from the next is the process that it
runs in: the batch gives each its own.  Not captured: what a cell's
subprocesses print; `update_display` writes a new output; widgets show nothing.
"""

import atexit
import base64
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import TextIOBase
from pathlib import Path
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode, from_dict
from papermill.engines import Engine, NotebookExecutionManager
from traitlets.config import Config

from kla_lib.views.rupa.galat_sel import pasang_galat

BAHASA = {
    "codemirror_mode": {"name": "ipython", "version": sys.version_info.major},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": f"ipython{sys.version_info.major}",
    "version": ".".join(map(str, sys.version_info[:3])),
}
"""What a Python kernel says of its language, for the notebook's metadata."""


class MesinKla(Engine):  # type: ignore[misc]  # papermill has no types
    """The engine that papermill finds under the name `kla`."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: NotebookExecutionManager, *_sisa: Any, **_pilihan: Any) -> None:
        """Run the cells in order until one fails; papermill finds its error among the outputs."""
        nb = nb_man.nb
        with _cangkang() as cangkang:
            for nomor, sel in enumerate(nb.cells):
                if sel.cell_type != "code" or not sel.source.strip():
                    continue
                nb_man.cell_start(sel, nomor)
                sel.outputs = cangkang.run(sel.source)
                sel.execution_count = cangkang.hitungan
                if any(o.output_type == "error" for o in sel.outputs):
                    nb_man.cell_exception(sel, nomor)
                    break
                nb_man.cell_complete(sel, nomor)
        nb.metadata.language_info = from_dict(BAHASA)


def run_di_sini(nb: NotebookNode, parameter: dict[str, Any], keluar: Path) -> NotebookNode:
    """Return the notebook executed in this process with its parameters, as papermill does with `--engine kla`.

    Nothing is written, unless a cell fails: then the notebook as far as it went
    lies in `keluar`, and PapermillExecutionError is raised.
    """
    # papermill imports its engines, hence this module, while it is itself being imported.
    from papermill.execute import raise_for_execution_errors
    from papermill.iorw import load_notebook_node
    from papermill.parameterize import parameterize_notebook

    siap = load_notebook_node(nb)
    if parameter:
        siap = parameterize_notebook(siap, parameter, kernel_name="python3", language="python")
    hasil: NotebookNode = MesinKla.execute_notebook(siap, "python3", progress_bar=False)
    raise_for_execution_errors(hasil, str(keluar))
    return hasil


class _Kait(DisplayHook):
    """Keeps the value of a cell's last line as an output."""

    def start_displayhook(self) -> None:
        self._data: dict[str, Any] = {}
        self._metadata: dict[str, Any] = {}

    def write_output_prompt(self) -> None:
        """Write none: the count stands in the output."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        self._data, self._metadata = format_dict, md_dict or {}

    def finish_displayhook(self) -> None:
        if self._data:
            _Cangkang.instance().catat(
                {
                    "output_type": "execute_result",
                    "execution_count": _Cangkang.instance().hitungan,
                    "data": _teks(self._data),
                    "metadata": self._metadata,
                }
            )


class _Penerbit(DisplayPublisher):
    """Keeps what a cell displays as an output."""

    def publish(
        self, data: dict[str, Any], metadata: dict[str, Any] | None = None, *_sisa: Any, **_pilihan: Any
    ) -> None:
        _Cangkang.instance().catat({"output_type": "display_data", "data": _teks(data), "metadata": metadata or {}})

    def clear_output(self, *_sisa: Any, **_pilihan: Any) -> None:
        _Cangkang.instance().keluaran.clear()


class _Aliran(TextIOBase):
    """A stream whose text becomes an output; what follows on the same stream joins it."""

    def __init__(self, nama: str, keluaran: list[dict[str, Any]]) -> None:
        self._nama, self._keluaran = nama, keluaran

    def write(self, teks: str) -> int:
        akhir = self._keluaran[-1] if self._keluaran else {}
        if akhir.get("output_type") == "stream" and akhir["name"] == self._nama:
            akhir["text"] += teks
        elif teks:
            self._keluaran.append({"output_type": "stream", "name": self._nama, "text": teks})
        return len(teks)


class _Cangkang(InteractiveShell):
    """IPython without a terminal and without a kernel."""

    def __init__(self, **pilihan: Any) -> None:
        self.keluaran: list[dict[str, Any]] = []
        super().__init__(displayhook_class=_Kait, display_pub_class=_Penerbit, **pilihan)  # type: ignore[no-untyped-call]
        self.hitungan = 0

    def catat(self, keluaran: dict[str, Any]) -> None:
        """Add one output to those of the running cell."""
        self.keluaran.append(keluaran)

    def run(self, sumber: str) -> list[NotebookNode]:
        """Run one cell and return its outputs."""
        self.keluaran.clear()
        self.hitungan = self.execution_count
        aliran = (_Aliran(n, self.keluaran) for n in ("stdout", "stderr"))
        with redirect_stdout(next(aliran)), redirect_stderr(next(aliran)):
            self.run_cell(sumber, store_history=False)  # type: ignore[no-untyped-call]
        self.execution_count += 1
        return [from_dict(k) for k in self.keluaran]

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        self.catat({"output_type": "error", "ename": etype.__name__, "evalue": str(evalue), "traceback": stb})


@contextmanager
def _cangkang() -> Iterator[_Cangkang]:
    """Give a shell that `get_ipython` finds, with names of its own; none is left behind."""
    lama = InteractiveShell._instance if InteractiveShell.initialized() else None
    utama = sys.modules["__main__"]  # the shell puts one of its own there, and multiprocessing asks for the real one
    _Cangkang.clear_instance()
    InteractiveShell.clear_instance()
    # No history: it would be a database in somebody's home folder.
    cangkang = _Cangkang.instance(colors="nocolor", config=Config({"HistoryManager": {"enabled": False}}))
    atexit.unregister(cangkang.atexit_operations)
    pasang_galat(cangkang)
    if cangkang.display_formatter is not None:
        penata = cangkang.display_formatter.mimebundle_formatter
        penata.for_type_by_name("altair.vegalite.v6.api", "TopLevelMixin", _chart)
    try:
        yield cangkang
    finally:
        cangkang.atexit_operations()  # type: ignore[no-untyped-call]
        sys.modules["__main__"] = utama
        _Cangkang.clear_instance()
        if lama is not None:
            InteractiveShell._instance = lama


def _chart(chart: Any, **_pilihan: Any) -> Any:
    """Return a chart's output as altair would, but not held against Vega-Lite's schema once more.

    That takes as long as making the chart.  The renderer refuses what it cannot
    draw, and kernels, hence the tests of the notebooks, check every chart.
    """
    import altair

    bentuk = altair.renderers.get()
    return bentuk and bentuk(chart.to_dict(validate=False, context={"pre_transform": False}))


def _teks(data: dict[str, Any]) -> dict[str, Any]:
    """Return the data of an output as a notebook keeps it: pictures in base64."""
    return {m: base64.b64encode(d).decode() if isinstance(d, bytes) else d for m, d in data.items()}
