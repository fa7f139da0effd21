"""No page says where files lie on the machine that made it."""

import nbformat
import pytest

from kla_lib.publish.letak_mesin import drop_keluhan, tanpa_letak


@pytest.mark.parametrize(
    ("teks", "tampak"),
    [
        ('File "/srv/ani/kla/kla_lib/views/kalimat.py", line 3', 'File "…/kalimat.py", line 3'),
        ("File /usr/lib/python3.11/json/decoder.py:355", "File …/decoder.py:355"),
        ("[Errno 13] Permission denied: '/srv/rapat/outputs/a'", "[Errno 13] Permission denied: '…/a'"),
        (r"C:\Users\Ani Contoh\kla\buku.xlsx terkunci", "…/buku.xlsx terkunci"),
        (r"\\server\bagi\buku.xlsx", "…/buku.xlsx"),
        ("/tmp/ipykernel_12/34.py in <module>", "…/34.py in <module>"),
        ("~/kla/params/a.yaml", "…/a.yaml"),
    ],
)
def test_of_a_path_the_last_name_is_left(teks: str, tampak: str) -> None:
    assert tanpa_letak(teks) == tampak


@pytest.mark.parametrize(
    "teks",
    ["21A/4a dan 12/3/1", "params/rapat/a.yaml", "https://contoh.go.id/a/b", "1/2", "nilai 3/4 dari 5", "</b></a>"],
)
def test_what_is_no_path_of_this_machine_stays(teks: str) -> None:
    assert tanpa_letak(teks) == teks


def test_warnings_of_a_cell_are_not_published() -> None:
    sel = nbformat.v4.new_code_cell("1")
    sel.outputs = [
        nbformat.v4.new_output("stream", name="stderr", text="/srv/ani/a.py:3: UserWarning: lama"),
        nbformat.v4.new_output("stream", name="stdout", text="1"),
    ]
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("x"), sel])
    drop_keluhan(nb)
    assert [k.name for k in nb.cells[1].outputs] == ["stdout"]
