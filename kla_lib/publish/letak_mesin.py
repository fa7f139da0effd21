"""Take out of a text where files lie on this machine: a page travels, and a path names a person or a server."""

import re

from nbformat import NotebookNode

PATH = re.compile(
    r"(?<![\w:/.~-])(?:~|[A-Za-z]:)?(?:/[\w.@+~%-]+(?: [\w.@+~%-]+)*?)+/([\w.@+%-]+)"  # /srv/x/kla_lib/a.py
    r"|(?<![\w])(?:[A-Za-z]:|\\)(?:\\[^\\/:*?\"<>|\r\n]+)+\\([\w.@+%-]+)"  # C:\Users\x\a.py, \\server\x\a.py
)
"""An absolute path of at least one folder and a name, of Unix or Windows."""


def tanpa_letak(teks: str) -> str:
    """Return a text with only the last name of every absolute path: "/srv/x/kla_lib/a.py" becomes "…/a.py"."""
    return PATH.sub(lambda m: f"…/{m[1] or m[2]}", teks)


def drop_keluhan(nb: NotebookNode) -> None:
    """Take from a notebook what its cells wrote to standard error: warnings name the files that they come from."""
    for sel in nb.cells:
        if "outputs" in sel:
            sel.outputs = [k for k in sel.outputs if (k.output_type, k.get("name")) != ("stream", "stderr")]
