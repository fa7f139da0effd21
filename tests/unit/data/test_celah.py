"""What the plan may say of gaps: no points of the next cycle, points in order, the klaster of the indikator."""

from pathlib import Path

import pytest

from kla_lib.data.bentuk import RAD, TINDAK_LANJUT
from kla_lib.data.celah import check_celah, check_klaster
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.tabel.baca import read_csv
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.periksa import check_tabel
from tests.pembantu.buku_uji import Tabel, tabel, write_folder
from tests.pembantu.kerja_uji import kegiatan
from tests.pembantu.params_uji import PARAMS


def baca(folder: Path, bentuk: Bentuk, isi: Tabel):
    path = write_folder({bentuk.lembar: isi}, folder / "buku")
    mentah = read_csv(path / bentuk.berkas, bentuk.berkas)
    hasil, salah = check_tabel(mentah, bentuk)
    assert not salah
    return mentah, hasil


def pesan_rad(folder: Path, *baris) -> list[str]:
    return [str(k) for k in check_celah(*baca(folder, RAD, tabel("RAD", *baris)))]


def test_an_action_of_the_next_cycle_that_promises_points_is_a_fault(tmp_path: Path) -> None:
    (salah,) = pesan_rad(tmp_path, kegiatan("R1", "4/5", "siklus_berikutnya", poin=1.5))
    assert salah == (
        "rad.csv, sel T2: kegiatan R1 berjenis siklus_berikutnya tetapi menjanjikan 1,5 poin. "
        "Kosongkan poinnya: yang tidak dilakukan pada tahun yang dinilai tidak menambah nilai."
    )


@pytest.mark.parametrize("poin", [{}, {"poin_min": 0, "poin": 0, "poin_maks": 0}])
def test_an_action_of_the_next_cycle_without_points_is_right(tmp_path: Path, poin: dict[str, float]) -> None:
    assert pesan_rad(tmp_path, kegiatan("R1", "4/5", "siklus_berikutnya", **poin)) == []


@pytest.mark.parametrize(
    ("poin", "kata"),
    [
        ({"poin_min": 2, "poin": 1, "poin_maks": 3}, ["poin_min 2 lebih besar dari poin 1"]),
        ({"poin_min": 1, "poin": 3, "poin_maks": 2}, ["poin 3 lebih besar dari poin_maks 2"]),
        ({"poin_min": 3, "poin_maks": 2}, ["poin_min 3 lebih besar dari poin_maks 2"]),
        ({"poin_min": 3, "poin": 2, "poin_maks": 1}, ["poin_min 3", "poin 2"]),
        ({"poin_min": 1, "poin": 1, "poin_maks": 1}, []),
        ({"poin": 1}, []),
    ],
)
def test_points_run_from_least_to_most(tmp_path: Path, poin: dict[str, float], kata: list[str]) -> None:
    salah = pesan_rad(tmp_path, kegiatan("R1", "4/5", "dokumen_ada", **poin))
    assert len(salah) == len(kata)
    assert all(k in s for k, s in zip(kata, salah, strict=True))


@pytest.mark.parametrize(
    ("bentuk", "dasar"),
    [
        (RAD, kegiatan("R1", "4/5", None)),
        (TINDAK_LANJUT, {"id_keputusan": "K1", "rapat": "r", "keputusan": "Unggah", "indikator": "4"}),
    ],
)
def test_a_row_stands_in_the_klaster_of_its_indikator(tmp_path: Path, bentuk: Bentuk, dasar: dict) -> None:
    form = load_instrumen(PARAMS, "2024")
    for klaster, banyak in (("klaster_1", 0), ("klaster_2", 1)):
        mentah, isi = baca(tmp_path, bentuk, tabel(bentuk.lembar, dasar | {"klaster": klaster}))
        salah = check_klaster(mentah, isi, form)
        assert len(salah) == banyak
        assert all(
            "klaster 'klaster_2' bukan klaster indikator 4. Indikator 4 milik klaster_1." in str(s) for s in salah
        )


def test_a_row_without_klaster_or_without_indikator_says_nothing_wrong(tmp_path: Path) -> None:
    isi = tabel(
        "Tindak lanjut",
        {"id_keputusan": "K1", "rapat": "r", "keputusan": "a", "indikator": "4"},
        {"id_keputusan": "K2", "rapat": "r", "keputusan": "b", "klaster": "klaster_2"},
    )
    assert check_klaster(*baca(tmp_path, TINDAK_LANJUT, isi), load_instrumen(PARAMS, "2024")) == []
