"""The round trip of a data book: written and read back, nothing is lost."""

from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.data.bentuk import KETERANGAN, PENILAIAN, TABEL, TINDAK_LANJUT
from kla_lib.data.buku import Buku, load_buku
from kla_lib.data.tulis import tables_of, write_buku
from kla_lib.errors import KlaError
from kla_lib.rules.rapat import path_buku
from kla_lib.tabel.kata import penanda_kosong
from kla_lib.tabel.sandi import huruf_ganda
from tests.pembantu.buku_uji import KETERANGAN as KEPALA
from tests.pembantu.buku_uji import isi_buku, tabel, write_folder, write_xlsx
from tests.pembantu.params_uji import PARAMS

CONTOH = ("kota-contoh", "ogan-ilir-2024", "sumbawa-2022", "kota-bekasi")


def assert_sama(a: Buku, b: Buku) -> None:
    """Compare two books cell by cell, whatever files they came from."""
    assert a.keterangan == b.keterangan
    for bentuk in TABEL[1:]:
        nama = bentuk.berkas.removesuffix(".csv")
        x, y = getattr(a, nama), getattr(b, nama)
        assert (x is None) == (y is None), nama
        if x is not None:
            pd.testing.assert_frame_equal(x.reset_index(drop=True), y.reset_index(drop=True))


@pytest.mark.parametrize("nama", CONTOH)
@pytest.mark.parametrize("bentuk", ["buku.xlsx", "buku"])
def test_an_example_book_written_again_reads_the_same(nama: str, bentuk: str, tmp_path: Path) -> None:
    asal = load_buku(PARAMS, path_buku(f"contoh:{nama}"))
    write_buku(tables_of(asal), tmp_path / bentuk)
    assert_sama(asal, load_buku(PARAMS, tmp_path / bentuk))


def test_book_to_xlsx_to_folder_to_xlsx_loses_nothing(tmp_path: Path) -> None:
    asal = load_buku(PARAMS, path_buku("contoh:kota-contoh"))
    write_buku(tables_of(asal), tmp_path / "satu.xlsx")
    write_buku(tables_of(load_buku(PARAMS, tmp_path / "satu.xlsx")), tmp_path / "dua")
    write_buku(tables_of(load_buku(PARAMS, tmp_path / "dua")), tmp_path / "tiga.xlsx")
    assert_sama(asal, load_buku(PARAMS, tmp_path / "tiga.xlsx"))


def test_codes_are_text_cells_and_days_are_days(tmp_path: Path) -> None:
    write_buku(tables_of(load_buku(PARAMS, path_buku("contoh:kota-contoh"))), tmp_path / "buku.xlsx")
    buku = openpyxl.load_workbook(tmp_path / "buku.xlsx")
    baris = next(b for b in buku["Penilaian"].iter_rows(min_row=2) if b[2].value == "14" and b[3].value == "10")
    assert (baris[2].data_type, baris[2].number_format) == ("s", "@")
    assert buku["Data dukung"]["F2"].is_date


TEKS = (
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=40
    )
    .map(str.strip)
    .filter(lambda t: not t or (not penanda_kosong(t) and huruf_ganda(t) is None))
)
KEPUTUSAN = st.lists(
    st.tuples(TEKS.filter(bool), TEKS, st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))), min_size=1, max_size=5
)


@given(keputusan=KEPUTUSAN, nilai=st.none() | st.floats(0, 12, allow_subnormal=False))
def test_any_text_number_or_day_survives_the_round_trip(
    tmp_path_factory: pytest.TempPathFactory, keputusan: list[tuple[str, str, date | None]], nilai: float | None
) -> None:
    folder = tmp_path_factory.mktemp("buku")
    isi = {
        KETERANGAN: [{"kunci": k, "isi": str(v)} for k, v in KEPALA.items()],
        PENILAIAN: [{"tahap": "em", "klaster": "kelembagaan", "indikator": "1", "pertanyaan": "1", "nilai": nilai}],
        TINDAK_LANJUT: [
            {"id_keputusan": f"K{n}", "rapat": "r", "keputusan": a, "hasil": b or None, "tenggat": t}
            for n, (a, b, t) in enumerate(keputusan)
        ],
    }
    try:
        write_buku(isi, folder / "buku.xlsx")
        asal = load_buku(PARAMS, folder / "buku.xlsx")
    except KlaError as e:  # a text that happens to hold a personal number is rightly refused
        assert {k.jenis for k in e.kesalahan} == {"pribadi"}
        return
    assert list(asal.tindak_lanjut["keputusan"]) == [a for a, _b, _t in keputusan]
    assert list(asal.tindak_lanjut["tenggat"]) == [t for _a, _b, t in keputusan]
    write_buku(tables_of(asal), folder / "csv")
    assert_sama(asal, load_buku(PARAMS, folder / "csv"))


@pytest.mark.parametrize("teks", ["=1+1", "+62", "@nama", "_x0041_", "baris satu\nbaris dua", "0012", "  tepi", "ya"])
def test_a_text_that_a_spreadsheet_would_change_stays_what_it_is(teks: str, tmp_path: Path) -> None:
    isi = isi_buku(
        ["em", "kelembagaan", "1", "1", 5],
        Tindak_lanjut=tabel("Tindak lanjut", {"id_keputusan": "K1", "rapat": "r", "keputusan": teks}),
    )
    asal = load_buku(PARAMS, write_folder(isi, tmp_path / "asal"))
    write_buku(tables_of(asal), tmp_path / "buku.xlsx")
    assert_sama(asal, load_buku(PARAMS, tmp_path / "buku.xlsx"))


def test_a_text_with_control_characters_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    asal = load_buku(PARAMS, write_xlsx(isi_buku(["em", "kelembagaan", "1", "1", 5]), tmp_path / "asal.xlsx"))
    isi = tables_of(asal)
    isi[PENILAIAN][0]["catatan"] = "rusak\x07"
    with pytest.raises(KlaError, match=r"Penilaian, sel G2: teks memuat tanda kendali"):
        write_buku(isi, tmp_path / "buku.xlsx")
    assert not (tmp_path / "buku.xlsx").exists()
