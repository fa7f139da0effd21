"""A form says of which data years documents are asked, from which evaluated year on."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.form.instrumen import Instrumen, load_instrumen
from tests.pembantu.form_uji import salin_form
from tests.pembantu.params_uji import PARAMS

ASLI = "{sejak: 2025, relatif: [-1, 0], keyakinan: pejabat,"


def form(folder: Path, *ganti: str) -> Instrumen:
    """Load the form of 2024 with other entries in place of its own."""
    ujung = " sumber: {dokumen: kantor_siklus_2026, letak: keterangan tentang siklus 2026}}"
    baru = f"{ujung}\n  - ".join(f"{{{g}, keyakinan: pejabat," for g in ganti)
    return load_instrumen(PARAMS, salin_form(folder, kepala=((ASLI, baru),)))


def test_the_form_asks_the_evaluated_year_and_the_one_before_from_2025_on() -> None:
    f = load_instrumen(PARAMS, "2024")
    assert [f.tahun_diminta(t) for t in (2024, 2025, 2026)] == [(), (2024, 2025), (2025, 2026)]
    assert load_instrumen(PARAMS, "2022").tahun_diminta(2025) == ()


def test_years_may_be_absolute_and_the_latest_entry_that_has_begun_holds(tmp_path: Path) -> None:
    f = form(tmp_path, "sejak: 2025, mutlak: [2025, 2024]", "sejak: 2026, relatif: [0]")
    assert [f.tahun_diminta(t) for t in (2024, 2025, 2026)] == [(), (2024, 2025), (2026,)]


@pytest.mark.parametrize(
    ("ditulis", "kata"),
    [
        ("sejak: 2025", "tulis salah satu"),
        ("sejak: 2025, relatif: [0], mutlak: [2025]", "tulis salah satu"),
        ("sejak: 2025, relatif: [0, 0]", "dua kali"),
        ("sejak: 2025, relatif: [1]", "dari -10 sampai 0"),
        ("sejak: 2025, relatif: [2024, 2025]", "dari -10 sampai 0"),
        ("sejak: 2025, mutlak: [2026]", "tidak sesudah tahun yang dinilai"),
        ("sejak: dua ribu, relatif: [0]", "sejak"),
    ],
)
def test_an_entry_that_says_nothing_or_too_much_is_refused_with_its_place(
    tmp_path: Path, ditulis: str, kata: str
) -> None:
    with pytest.raises(KlaError, match=kata) as salah:
        form(tmp_path, ditulis)
    assert "tahun_data" in str(salah.value)
