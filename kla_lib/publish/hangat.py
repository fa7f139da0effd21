"""Get a process ready that others are forked from: it imports once, holds one thread, and has the meeting loaded."""

import os
import sys

UTAS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


def siapkan_impor() -> None:
    """Prepare this process before it imports numpy; in one that has already there is nothing to gain.

    Importing numpy starts threads unless told not to, and a process with
    threads must not fork.  jsonschema, which everything in Jupyter imports,
    spends most of a second on the grammar of one format that no notebook
    holds; without it that format is not checked.
    """
    for nama in UTAS:
        os.environ.setdefault(nama, "1")
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # the documented way to hide a module


def siapkan_pustaka() -> None:
    """Import what every pack needs."""
    import nbconvert
    import papermill

    import kla_lib.notebook
    import kla_lib.publish.mesin

    assert nbconvert and papermill and kla_lib.notebook and kla_lib.publish.mesin
