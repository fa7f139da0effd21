"""Get a process ready that others are forked from: it imports once, holds one thread, and has the meeting loaded."""

import gc
import os
import sys
from pathlib import Path

UTAS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


OBJEK_BARU = 500_000
"""New objects after which the garbage collector looks for some to free; Python's own figure is 700."""


def siapkan_impor() -> None:
    """Prepare this process before it imports numpy; in one that has already there is nothing to gain.

    Importing numpy starts threads unless told not to, and a process with
    threads must not fork.  jsonschema, which everything in Jupyter imports,
    spends most of a second on the grammar of one format that no notebook
    holds; without it that format is not checked.

    The garbage collector looks less often: nearly all that is imported and
    loaded stays, and looking through it again and again takes a fifth of the time.
    """
    gc.set_threshold(OBJEK_BARU)
    for nama in UTAS:
        os.environ.setdefault(nama, "1")
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # the documented way to hide a module


def siapkan_pustaka() -> None:
    """Import what every pack needs, and use it once."""
    import kla_lib.notebook

    assert kla_lib.notebook
    bekukan()  # what ends a notebook's run collects garbage, and would look through all that was imported
    _panaskan()


def _panaskan() -> None:
    """Do once here what is slow the first time, or every child would do it anew: a third of a pack's time.

    A cell, a chart as data, prose, the templates of all pages, the check of a
    notebook.  No picture: the renderer must not run in a process that forks.
    """
    import altair
    import nbformat
    import pandas
    from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

    from kla_lib.publish.batch.mesin import run_di_sini
    from kla_lib.publish.halaman.halaman import FOLDER_HALAMAN, page_paket
    from kla_lib.views.rupa.tampilan import FOLDER_POTONGAN, template_engine

    for folder in (FOLDER_POTONGAN, FOLDER_HALAMAN):
        mesin = template_engine(folder)
        for nama in mesin.list_templates(["html"]):
            mesin.get_template(nama)
    nb = new_notebook(cells=[new_markdown_cell("# *a*"), new_code_cell("1")])
    nb = run_di_sini(nb, {}, Path())
    nbformat.writes(nb)
    page_paket(nb, "", "", "", "")
    data = pandas.DataFrame({"x": [1.0], "t": ["a"]})
    altair.Chart(data).mark_bar().encode(x=altair.X("x:Q"), color=altair.Color("t:N")).to_dict(validate=False)


def bekukan() -> None:
    """Take what this process holds out of the garbage collector's sight.

    A forked child would otherwise look through all of it, and by touching it
    copy all its memory.
    """
    gc.freeze()
