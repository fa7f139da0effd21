"""Notebooks are prepared for a run: parameters checked, interactive cells left out."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from kla_lib.errors import KlaError
from kla_lib.publish.batch.templat import check_parameter, path_notebook, prepare_notebook, tag
from tests.pembantu.berisi import berisi

KERNEL = {"name": "python3", "language": "python", "display_name": "Python 3"}
PAKET = path_notebook("30_paket_klaster")


def test_declared_parameters_of_the_declared_type_are_accepted() -> None:
    check_parameter(PAKET, {"rapat": "ogan-ilir-2024", "klaster": "klaster_1"})


def test_an_unknown_parameter_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(KlaError) as e:
        check_parameter(PAKET, {"rapat": "ogan-ilir-2024", "klastre": "klaster_1"})
    assert str(e.value) == (
        "notebooks/30_paket_klaster.ipynb: parameter 'klastre' tidak dikenal. Maksud Anda 'klaster'?"
    )


def test_a_parameter_of_another_type_is_refused() -> None:
    with pytest.raises(KlaError) as e:
        check_parameter(PAKET, {"klaster": 3})
    assert str(e.value) == (
        "notebooks/30_paket_klaster.ipynb: parameter 'klaster' berisi 3, bukan str. Tulis nilai berjenis str."
    )


def test_all_faulty_parameters_are_named_at_once() -> None:
    with pytest.raises(KlaError) as e:
        check_parameter(PAKET, {"rapat": None, "sasaran": "utama"})
    assert len(e.value.kesalahan) == 2


@pytest.mark.parametrize(
    ("nilai", "sah"), [(1, True), (1.5, True), (True, False), ("1", False)], ids=["int", "float", "bool", "text"]
)
def test_a_decimal_parameter_takes_numbers_but_no_truth_value(tmp_path: Path, nilai: object, sah: bool) -> None:
    sel = new_code_cell("peluang: float = 0.8", metadata={"tags": ["parameters"]})
    path = tmp_path / "uji.ipynb"
    nb = new_notebook(cells=[sel], metadata={"kernelspec": KERNEL})
    nbformat.write(nb, path)
    if sah:
        check_parameter(path, {"peluang": nilai})
    else:
        with pytest.raises(KlaError, match="bukan float"):
            check_parameter(path, {"peluang": nilai})


def test_cells_for_the_keyboard_are_left_out_of_a_batch_run() -> None:
    path = path_notebook("00_mulai")
    ada = [c for c in nbformat.read(path, as_version=4).cells if "interactive" in tag(c)]
    assert ada, "the notebook has nothing interactive, so this test proves nothing"
    assert not [c for c in berisi(prepare_notebook(path).cells) if "interactive" in tag(c)]
