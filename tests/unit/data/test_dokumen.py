"""The checklist of a document: what its questions ask for, and a status that contradicts it."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from kla_lib.data.bentuk import DATA_DUKUNG
from kla_lib.data.dokumen import butir_diminta, check_butir, milik_siklus_lain, sesudah_tahun
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.tabel.baca import read_csv
from kla_lib.tabel.periksa import check_tabel
from tests.pembantu.kerja_uji import dokumen, kaitan, muat, tulis_buku
from tests.pembantu.params_uji import PARAMS

NILAI = ["em", "klaster_1", "4", "1", 1]


def diminta(folder: Path, *kait) -> dict[str, bool | None]:
    return butir_diminta(
        load_instrumen(PARAMS, "2024"),
        muat(folder, NILAI, register=[dokumen("D1")], kait=kait).dokumen_pertanyaan,
    )["D1"]


def pesan(folder: Path, register, kait) -> list[str]:
    """Return the faults that the check finds in a register."""
    path = tulis_buku(folder, NILAI, register=[dokumen(r["id_dokumen"]) for r in register], kait=kait)
    buku = muat(folder, NILAI, register=[dokumen(r["id_dokumen"]) for r in register], kait=kait)
    tulis_buku(folder, NILAI, register=register, kait=kait)
    mentah = read_csv(path / "data_dukung.csv", "data_dukung.csv")
    tabel, salah = check_tabel(mentah, DATA_DUKUNG)
    assert not salah
    return [str(k) for k in check_butir(mentah, tabel, buku.dokumen_pertanyaan, buku.instrumen)]


def test_every_document_must_hold_for_the_year_and_be_legible(tmp_path: Path) -> None:
    minta = diminta(tmp_path, kaitan("D1", "2/1"))
    assert minta["tahun_ini"] is True
    assert minta["terbaca"] is True


def test_a_question_over_two_years_asks_for_the_year_before_and_a_share_for_its_denominator(tmp_path: Path) -> None:
    minta = diminta(tmp_path, kaitan("D1", "4/1"))
    assert minta["tahun_lalu"] is True
    assert minta["penyebut"] is True


def test_what_the_form_does_not_say_is_not_known_rather_than_not_asked(tmp_path: Path) -> None:
    assert diminta(tmp_path, kaitan("D1", "2/1"))["penyebut"] is None


def test_only_the_questions_for_which_a_document_is_required_decide(tmp_path: Path) -> None:
    assert diminta(tmp_path, kaitan("D1", "2/1"), kaitan("D1", "4/1", "tidak"))["tahun_lalu"] is None


def test_an_extra_that_is_required_nowhere_is_judged_by_its_questions(tmp_path: Path) -> None:
    assert diminta(tmp_path, kaitan("D1", "4/1", "tidak"))["tahun_lalu"] is True


def test_a_complete_document_without_what_its_question_asks_for_is_a_fault_with_a_remedy(tmp_path: Path) -> None:
    register = [dokumen("D1", tahun_lalu="tidak", penyebut="ya"), dokumen("D2", "kurang", penyebut="tidak")]
    (salah,) = pesan(tmp_path, register, [kaitan("D1", "4/1"), kaitan("D2", "4/1")])
    assert salah == (
        "data_dukung.csv, sel M2: dokumen D1 berstatus lengkap, padahal butir 'tahun_lalu' (data tahun sebelumnya) "
        "diminta dan ditulis tidak. Ubah status menjadi kurang, atau tulis ya bila butirnya sudah ada; "
        "kosongkan bila ada di dokumen lain."
    )


def test_all_absent_items_are_named_at_once(tmp_path: Path) -> None:
    register = [dokumen("D1", tahun_lalu="tidak", terbaca="tidak")]
    assert len(pesan(tmp_path, register, [kaitan("D1", "4/1")])) == 2


@pytest.mark.parametrize("butir", [{"tanda_tangan": "tidak"}, {"tahun_lalu": None}, {"tahun_lalu": "ya"}])
def test_what_is_not_asked_for_or_not_looked_at_is_no_fault(tmp_path: Path, butir: dict[str, str | None]) -> None:
    assert pesan(tmp_path, [dokumen("D1", **butir)], [kaitan("D1", "4/1")]) == []


@pytest.mark.parametrize(
    ("tahun", "hari", "tahun_ini", "sesudah", "siklus_lain"),
    [
        (2024, "2024-12-31", None, False, False),
        (2023, None, None, False, False),
        (None, None, None, False, False),
        (2025, None, None, True, True),
        (2025, "2025-01-09", True, True, True),
        (2024, "2025-01-09", None, True, True),
        (2024, "2025-01-09", False, True, True),
        (2024, "2025-01-09", True, True, False),
        (None, "2025-01-09", True, True, True),
    ],
)
def test_a_later_document_counts_only_if_somebody_saw_that_it_is_about_the_year(
    tahun: int | None, hari: str | None, tahun_ini: bool | None, sesudah: bool, siklus_lain: bool
) -> None:
    from datetime import date

    d = SimpleNamespace(
        tahun_dokumen=tahun, tanggal_dokumen=date.fromisoformat(hari) if hari else None, tahun_ini=tahun_ini
    )
    assert sesudah_tahun(d, 2024) is sesudah
    assert milik_siklus_lain(d, 2024) is siklus_lain
