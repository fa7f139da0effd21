"""Every workbook that we make: named tables without merged cells, a cover, properties."""

import io
from functools import cache

import openpyxl
import pytest
from openpyxl import Workbook

from kla_lib.bahasa import dalam_bahasa
from kla_lib.data.bingkai import mark_tabel
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.hadir import berkas_hadir
from kla_lib.publish.halaman.kantor import berkas_kantor
from kla_lib.publish.lembar.bahan import workbook_bahan
from kla_lib.publish.lembar.buku_rapat.buku import berkas_buku
from kla_lib.publish.lembar.daftar_kerja import daftar_kerja_bytes, daftar_lembar_kerja
from kla_lib.publish.lembar.keputusan import keputusan_bytes
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh

RAPAT = "kota-contoh-1"
BERSAMPUL = ("buku", "bahan", "rapat", "kantor", "daftar_kerja")


@cache
def berkas(nama: str) -> bytes:
    k: Keadaan = keadaan_contoh(RAPAT)
    pembuat = {
        "buku": lambda: berkas_buku(k)["buku.xlsx"],
        "bahan": lambda: workbook_bahan(k),
        "rapat": lambda: berkas_hadir(k)["rapat.xlsx"],
        "kantor": lambda: berkas_kantor(k)["opd/dinas_kesehatan.xlsx"],
        "daftar_kerja": lambda: daftar_kerja_bytes(k, daftar_lembar_kerja(k)),
        "keputusan": lambda: keputusan_bytes(k),
    }
    return pembuat[nama]()


def buka(nama: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(berkas(nama)))


@pytest.mark.parametrize("nama", BERSAMPUL)
def test_every_sheet_holds_one_table_that_bears_its_name_without_merged_cells(nama: str) -> None:
    for lembar in berisi(buka(nama)):
        (tabel,) = lembar.tables.values()
        assert tabel.displayName == "Tabel_" + lembar.title.replace(" ", "_")
        sel = {s.coordinate for b in lembar[tabel.ref] for s in b}
        assert not sel & {
            s for gabung in lembar.merged_cells.ranges for b in lembar[gabung.coord] for s in [b[0].coordinate]
        }
        assert tabel.ref.endswith(str(lembar.max_row))


@pytest.mark.parametrize("nama", BERSAMPUL)
def test_the_cover_names_every_sheet_and_leads_to_it_but_the_file_opens_behind_it(nama: str) -> None:
    buku = buka(nama)
    sampul = buku["Sampul"]
    (tabel,) = sampul.tables.values()
    baris = sampul[tabel.ref][1:]
    assert [b[0].value for b in baris] == buku.sheetnames[1:]
    assert [b[0].hyperlink.location for b in baris] == [f"'{n}'!A1" for n in buku.sheetnames[1:]]
    assert buku.active == buku.worksheets[1]
    teks = [s.value for s in sampul["A"]]
    assert any("bukan nilai resmi" in str(t) for t in teks)
    assert any(str(t).startswith("Sumber data") for t in teks)


@pytest.mark.parametrize("nama", [*BERSAMPUL, "keputusan"])
def test_the_properties_say_title_and_language(nama: str) -> None:
    sifat = buka(nama).properties
    assert sifat.title.endswith("Kota Contoh")
    assert sifat.language == "id-ID"


def test_an_english_workbook_says_so() -> None:
    with dalam_bahasa("en"):
        buku = openpyxl.load_workbook(io.BytesIO(workbook_bahan(keadaan_contoh(RAPAT))))
    assert (buku.properties.language, buku.sheetnames[0]) == ("en-GB", "Cover")


@pytest.mark.parametrize("judul", [["Nama", "nama"], ["Nama", None]])
def test_a_table_whose_columns_cannot_be_told_apart_is_refused(judul: list[str | None]) -> None:
    lembar = Workbook().active
    lembar.append(judul)
    lembar.append(["a", "b"])
    with pytest.raises(ValueError, match="have to differ"):
        mark_tabel(lembar, 1, 2, 2)
