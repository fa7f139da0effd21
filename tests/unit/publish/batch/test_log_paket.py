"""The log of a pack: what its cells printed, the fault of the one that failed, nothing of this machine."""

from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output

from kla_lib.publish.batch.log_paket import drop_keluhan, path_log, read_keluaran, write_log, write_log_putus


def aliran(nama: str, teks: str) -> NotebookNode:
    return new_output("stream", name=nama, text=teks)


def tulis(tmp_path: Path, *sel: NotebookNode) -> str:
    write_log(tmp_path / "rapat" / "klaster_1", "30_paket_klaster", new_notebook(cells=list(sel)))
    return path_log(tmp_path / "rapat" / "klaster_1").read_text(encoding="utf-8")


def test_it_holds_what_cells_print_with_their_numbers(tmp_path: Path) -> None:
    isi = tulis(
        tmp_path,
        new_code_cell("x = 1"),
        new_code_cell("y", outputs=[aliran("stdout", "satu\n"), aliran("stderr", "Peringatan: dua\n")]),
    )
    assert isi == (
        "Log paket klaster_1, notebook 30_paket_klaster\n\n"
        "--- sel 2, stdout\nsatu\n--- sel 2, stderr\nPeringatan: dua\n"
    )


def test_it_lies_beside_the_packs(tmp_path: Path) -> None:
    assert path_log(tmp_path / "klaster_1") == tmp_path / "log" / "klaster_1.log"


def test_a_silent_pack_says_so(tmp_path: Path) -> None:
    assert tulis(tmp_path, new_code_cell("x = 1")).endswith("\n\nTidak ada sel yang mencetak apa pun.\n")


def test_the_failing_cell_stands_with_source_message_and_traceback(tmp_path: Path) -> None:
    galat = new_output(
        "error", ename="ValueError", evalue="rusak", traceback=["\x1b[31mFile /srv/rahasia/a.py:3\x1b[0m", "ValueError"]
    )
    isi = tulis(tmp_path, new_code_cell("nilai = baca()", outputs=[aliran("stdout", "sampai sini"), galat]))
    assert "--- sel 1, stdout\nsampai sini\n--- sel 1, gagal: ValueError\nnilai = baca()" in isi
    assert "ValueError: rusak\n\nFile …/a.py:3\nValueError" in isi
    assert "rahasia" not in isi
    assert "\x1b" not in isi


def test_what_internal_cells_print_stays_out_but_their_faults_do_not(tmp_path: Path) -> None:
    galat = new_output("error", ename="ValueError", evalue="rusak", traceback=[])
    sel = new_code_cell("x", outputs=[aliran("stdout", "hanya untuk kita"), galat], metadata={"tags": ["internal"]})
    isi = tulis(tmp_path, sel)
    assert "hanya untuk kita" not in isi
    assert "ValueError: rusak" in isi


def test_each_run_replaces_it(tmp_path: Path) -> None:
    tulis(tmp_path, new_code_cell("x", outputs=[aliran("stdout", "lama")]))
    assert "lama" not in tulis(tmp_path, new_code_cell("x"))


def test_of_a_very_long_output_the_end_is_kept(tmp_path: Path) -> None:
    isi = tulis(tmp_path, new_code_cell("x", outputs=[aliran("stdout", "a" * 50_000 + "akhirnya")]))
    assert len(isi) < 25_000
    assert "akhirnya" in isi


def test_a_pack_whose_process_died_has_a_log_too(tmp_path: Path) -> None:
    write_log_putus(tmp_path / "klaster_1", "30_paket_klaster", "prosesnya berhenti", "Traceback\nMemoryError")
    isi = path_log(tmp_path / "klaster_1").read_text(encoding="utf-8")
    assert "prosesnya berhenti\n\nTraceback\nMemoryError" in isi


def test_a_notebook_that_was_never_written_counts_as_empty(tmp_path: Path) -> None:
    assert read_keluaran(tmp_path / "tidak-ada.ipynb").cells == []
    nbformat.write(new_notebook(cells=[new_code_cell("x")]), tmp_path / "ada.ipynb")
    assert len(read_keluaran(tmp_path / "ada.ipynb").cells) == 1


def test_warnings_of_a_cell_are_not_published() -> None:
    sel = nbformat.v4.new_code_cell("1")
    sel.outputs = [
        nbformat.v4.new_output("stream", name="stderr", text="/srv/ani/a.py:3: UserWarning: lama"),
        nbformat.v4.new_output("stream", name="stdout", text="1"),
    ]
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("x"), sel])
    drop_keluhan(nb)
    assert [k.name for k in nb.cells[1].outputs] == ["stdout"]
