"""A placeholder in a cell ("-", "nihil") means that nothing is known: no answer, no office, no id, no count."""

from pathlib import Path
from typing import Any

import pytest

from kla_lib.data.buku import Buku, load_buku
from tests.pembantu.buku_uji import Penulis, isi_buku, pesan_buku, tabel, write_folder
from tests.pembantu.params_uji import PARAMS

NILAI = ["em", "klaster_1", "4", "1", 1, "ya"]
DOKUMEN = {"id_dokumen": "D1", "judul": "Perda KLA", "status": "kurang"}
RAD = {
    "id_kegiatan": "R1",
    "klaster": "klaster_1",
    "kegiatan": "Siaran",
    "opd": "dinas_pppa",
    "pilar": "pemerintah",
    "status": "berjalan",
}
AREA = {"kode_wilayah": "kec-01", "nama": "Satu", "tingkat": "kecamatan", "indikator": "25", "pertanyaan": "2"}


def buku(folder: Path, **lain: Any) -> Buku:
    return load_buku(PARAMS, write_folder(isi_buku(NILAI, **lain), folder / "buku"))


@pytest.mark.parametrize("penanda", ["-", "–", "n/a", "Nihil", ".", "?", "belum ada", "tidak ada data"])
def test_a_placeholder_is_an_empty_cell_in_every_kind_of_column(tmp_path: Path, penanda: str) -> None:
    b = buku(
        tmp_path,
        Data_dukung=tabel("Data dukung", DOKUMEN | dict.fromkeys(("opd", "tahun_dokumen", "tanggal_dokumen"), penanda)),
        Wilayah=tabel("Wilayah", AREA | {"isi": penanda, "diterima": penanda}),
        RAD=tabel("RAD", RAD | dict.fromkeys(("indikator", "jenis_celah", "anggaran", "butuh", "bentrok"), penanda)),
    )
    assert b.data_dukung is not None and b.wilayah is not None and b.rad is not None
    assert b.data_dukung.loc[2, ["opd", "tahun_dokumen", "tanggal_dokumen"]].isna().all()
    assert b.wilayah.loc[2, ["isi", "diterima"]].isna().all()
    assert b.rad.loc[2, ["indikator", "jenis_celah", "anggaran", "butuh", "bentrok"]].isna().all()


def test_a_mark_with_a_placeholder_is_not_recorded_and_one_with_its_word_is_zero(tmp_path: Path) -> None:
    nilai = ["nihil", "-", "0 (nol)", "nol", 0]
    isi = isi_buku(*(["em", "klaster_1", "4", str(n), v] for n, v in enumerate(nilai, start=1)))
    b = load_buku(PARAMS, write_folder(isi, tmp_path / "buku"))
    assert b.penilaian is not None
    assert [None if v != v else v for v in b.penilaian["nilai"]] == [None, None, 0, 0, 0]


def test_a_word_that_the_column_offers_is_an_answer(tmp_path: Path) -> None:
    b = buku(tmp_path, Data_dukung=tabel("Data dukung", DOKUMEN | {"status": "Tidak ada"}))
    assert b.data_dukung is not None
    assert list(b.data_dukung["status"]) == ["tidak_ada"]


def test_a_note_that_begins_with_a_dash_stays_whole(tmp_path: Path) -> None:
    b = buku(tmp_path, Data_dukung=tabel("Data dukung", DOKUMEN | {"catatan": "- cap\n- tanda tangan"}))
    assert b.data_dukung is not None
    assert list(b.data_dukung["catatan"]) == ["- cap\n- tanda tangan"]


def test_where_a_cell_must_be_filled_the_message_names_the_placeholder(penulis: Penulis) -> None:
    isi = isi_buku(
        NILAI,
        keterangan={"sumber": "–"},
        Data_dukung=tabel("Data dukung", DOKUMEN, DOKUMEN | {"id_dokumen": "-"}, DOKUMEN | {"status": "n/a"}),
        RAD=tabel("RAD", RAD | {"opd": "."}),
    )
    isi["Data dukung"][3][0] = "D3"
    assert pesan_buku(penulis.tulis(isi)) == [
        penulis.tempat("Data dukung", "sel A3")
        + "kolom 'id_dokumen' berisi '-', yang berarti belum diketahui. Isi sel ini, atau hapus barisnya.",
        penulis.tempat("Data dukung", "sel G4") + "kolom 'status' berisi 'n/a', yang berarti belum diketahui. "
        "Isi salah satu: lengkap, kurang, tidak_ada, belum_diperiksa.",
        penulis.tempat("RAD", "sel G2")
        + "kolom 'opd' berisi '.', yang berarti belum diketahui. Isi sel ini, atau hapus barisnya.",
        penulis.tempat("Keterangan", "sel B8") + "'sumber' berisi '–', yang berarti belum diketahui. Isi sel ini.",
    ]


def test_a_line_of_the_template_with_placeholders_only_is_left_out(tmp_path: Path) -> None:
    b = buku(tmp_path, Data_dukung=tabel("Data dukung", DOKUMEN, {"id_dokumen": "D2", "judul": "-", "status": "-"}))
    assert b.data_dukung is not None
    assert list(b.data_dukung["id_dokumen"]) == ["D1"]
