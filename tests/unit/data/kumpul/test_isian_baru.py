"""Actions and measurements that nobody has recorded yet have lines of their own in every template."""

from functools import partial
from pathlib import Path

import pytest

from kla_lib.data.buku import inspect_buku, load_buku
from kla_lib.data.kumpul.pengumpulan import collect
from kla_lib.publish.lembar.buku_kumpulan import layout_buku
from tests.pembantu.berisi import berisi
from tests.pembantu.kiriman_uji import Berkas, buku_contoh, write_template
from tests.pembantu.params_uji import PARAMS


@pytest.fixture
def dinkes(tmp_path: Path) -> Path:
    (tmp_path / "kembali").mkdir()
    return write_template(tmp_path / "kembali" / "dinkes.xlsx", "dinas_kesehatan")


def test_a_template_that_nobody_touched_records_nothing(dinkes: Path) -> None:
    buku = load_buku(PARAMS, dinkes)
    assert buku.rad is buku.capaian is buku.data_dukung is buku.dokumen_pertanyaan is None, "not known, not zero"


def test_empty_lines_are_open_but_for_what_is_the_offices_own(dinkes: Path) -> None:
    ws, kepala, kolom = Berkas(dinkes).kepala("RAD")
    nomor = [ws.cell(r, kolom["id_kegiatan"]).value for r in range(kepala + 1, ws.max_row + 1)]
    assert nomor[:2] == ["dinas-kesehatan-rad-01", "dinas-kesehatan-rad-02"]
    sel = {nama: ws.cell(kepala + 1, j) for nama, j in kolom.items()}
    assert (sel["opd"].value, sel["pilar"].value) == ("dinas_kesehatan", "pemerintah")
    assert {n for n, s in sel.items() if s.protection.locked} == {"id_kegiatan", "opd", "pilar"}
    assert not ws.column_dimensions[sel["klaster"].column_letter].hidden, "a new action says its klaster"
    diperiksa = {v.formula1 for v in ws.data_validations.dataValidation}
    assert '"belum,berjalan,terhambat,selesai"' in diperiksa


def test_measurements_ask_once_per_indikator_that_the_office_reports(dinkes: Path, tmp_path: Path) -> None:
    ws, kepala, kolom = Berkas(dinkes).kepala("Capaian")
    milik = [ws.cell(r, kolom["indikator"]).value for r in range(kepala + 1, ws.max_row + 1)]
    assert "12" in milik
    assert len(milik) == len(set(milik))
    semua = Berkas(write_template(tmp_path / "kota.xlsx", None))
    ws, kepala, kolom = semua.kepala("Capaian")
    assert {ws.cell(r, kolom["indikator"]).value for r in range(kepala + 1, ws.max_row + 1)} > set(milik)


def test_what_stands_in_the_book_is_not_asked_again(tmp_path: Path) -> None:
    buku = buku_contoh()
    b = Berkas(write_template(tmp_path / "kota.xlsx", None, buku, 2025))
    ws, kepala, kolom = b.kepala("RAD")
    nomor = [ws.cell(r, kolom["id_kegiatan"]).value for r in range(kepala + 1, ws.max_row + 1)]
    assert buku.rad is not None
    assert set(buku.rad["id_kegiatan"]) < set(nomor)
    ws, kepala, kolom = b.kepala("Capaian")
    kosong = [r for r in range(kepala + 1, ws.max_row + 1) if ws.cell(r, kolom["ukuran"]).value is None]
    assert buku.capaian is not None
    assert not {ws.cell(r, kolom["indikator"]).value for r in berisi(kosong)} & set(buku.capaian["indikator"])


def test_what_an_office_writes_there_reaches_the_book(dinkes: Path, tmp_path: Path) -> None:
    with Berkas(dinkes) as b:
        rad = {"klaster": "klaster_3", "kegiatan": "Menambah puskesmas ramah anak", "status": "belum"}
        b.isi("RAD", b.baris("RAD", id_kegiatan="dinas-kesehatan-rad-01"), **rad)
        ukuran = {"ukuran": "Persalinan di fasilitas kesehatan", "satuan": "persen", "nilai": 96}
        asal = {"jenis_sumber": "rutin", "arah": "naik_baik", "sumber": "Laporan Dinas Kesehatan"}
        b.isi("Capaian", b.baris("Capaian", indikator="12"), **ukuran, **asal)
    hasil = collect(PARAMS, dinkes.parent, tmp_path / "kota.xlsx", partial(layout_buku, PARAMS))
    assert not hasil.salah
    buku = load_buku(PARAMS, tmp_path / "kota.xlsx")
    assert buku.rad is not None
    assert buku.capaian is not None
    assert buku.rad[["id_kegiatan", "opd"]].to_numpy().tolist() == [["dinas-kesehatan-rad-01", "dinas_kesehatan"]]
    assert buku.capaian[["indikator", "nilai"]].to_numpy().tolist() == [["12", 96]]


def test_a_line_that_is_begun_and_not_finished_is_named(dinkes: Path) -> None:
    with Berkas(dinkes) as b:
        sel = b.isi("RAD", b.baris("RAD", id_kegiatan="dinas-kesehatan-rad-02"), klaster="klaster_3")
    salah = [str(k) for k in inspect_buku(PARAMS, dinkes).salah]
    assert any("RAD" in s and sel[1:] in s and "kegiatan" in s for s in salah)
