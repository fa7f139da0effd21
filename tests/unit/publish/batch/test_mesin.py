"""The engine `kla`: what cells print, show and break, as a notebook keeps it."""

import sys
from typing import Any

import papermill
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from papermill.exceptions import PapermillExecutionError

from kla_lib.publish.batch.hangat import bekukan
from kla_lib.views.rupa.tema import MIME_CHART


def jalankan(*sel: str) -> list[NotebookNode]:
    """Run cells with the engine; return them."""
    nb = new_notebook(cells=[new_code_cell(s) for s in sel])
    bekukan()
    hasil = papermill.execute_notebook(nb, None, engine_name="kla", kernel_name="python3", progress_bar=False)
    return list(hasil.cells)


def keluaran(sumber: str) -> list[dict[str, Any]]:
    (sel,) = jalankan(sumber)
    return [dict(o) for o in sel.outputs]


def test_the_value_of_the_last_line_is_the_result() -> None:
    (hasil,) = keluaran("1\n6 * 7")
    assert (hasil["output_type"], hasil["data"]["text/plain"], hasil["execution_count"]) == ("execute_result", "42", 1)


def test_names_live_from_cell_to_cell_and_not_from_notebook_to_notebook() -> None:
    assert jalankan("a = 20", "a + 1")[1].outputs[0].data["text/plain"] == "21"
    assert keluaran("'a' in globals()")[0]["data"]["text/plain"] == "False"


def test_what_is_printed_is_one_output_per_stream_in_order() -> None:
    hasil = keluaran("import sys\nprint('satu')\nprint('dua')\nprint('awas', file=sys.stderr)\nprint('tiga')")
    assert [(o["name"], o["text"]) for o in hasil] == [
        ("stdout", "satu\ndua\n"),
        ("stderr", "awas\n"),
        ("stdout", "tiga\n"),
    ]


def test_what_is_displayed_stands_where_it_was_displayed() -> None:
    hasil = keluaran("from IPython.display import HTML, display\nprint('a')\ndisplay(HTML('<b>b</b>'))\nprint('c')")
    assert [o["output_type"] for o in hasil] == ["stream", "display_data", "stream"]
    assert hasil[1]["data"]["text/html"] == "<b>b</b>"


def test_a_picture_is_kept_in_base64() -> None:
    kode = "from IPython.display import Image, display\ndisplay(Image(b'\\x89PNG\\r\\n\\x1a\\n', format='png'))"
    assert keluaran(kode)[0]["data"]["image/png"].strip() == "iVBORw0KGgo="


def test_the_first_failing_cell_ends_the_run_and_is_named() -> None:
    with pytest.raises(PapermillExecutionError) as salah:
        jalankan("print('awal')", "1 / 0", "print('tak pernah')")
    assert (salah.value.ename, salah.value.evalue, salah.value.source) == (
        "ZeroDivisionError",
        "division by zero",
        "1 / 0",
    )


def test_a_chart_is_data_with_its_description() -> None:
    kode = (
        "import altair as alt, pandas as pd, kla_lib.views.rupa.tema\n"
        "alt.Chart(pd.DataFrame({'x': [1.0]}), description='Satu titik.').mark_point().encode(x=alt.X('x:Q'))"
    )
    (hasil,) = keluaran(kode)
    assert hasil["data"]["text/plain"] == "Satu titik."
    assert hasil["data"][MIME_CHART]["encoding"] == {"x": {"field": "x", "type": "quantitative"}}
    assert hasil["data"]["image/svg+xml"].startswith("<svg")


def test_a_chart_that_cannot_be_shown_fails_its_cell() -> None:
    kode = "import altair as alt, pandas as pd\nalt.Chart(pd.DataFrame({'x': [1]})).mark_point().encode(x='y')"
    with pytest.raises(PapermillExecutionError, match="y"):
        jalankan(kode)


def test_the_main_module_of_the_process_is_left_as_it_was() -> None:
    utama = sys.modules["__main__"]
    jalankan("import sys\nsys.modules['__main__'].x = 1")
    assert sys.modules["__main__"] is utama
    assert not hasattr(utama, "x")
