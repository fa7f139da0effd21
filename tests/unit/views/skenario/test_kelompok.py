"""A document belongs to its office, to the level that answers its questions, and to an area that it names."""

from dataclasses import replace

import pandas as pd
import pytest

from kla_lib.views.skenario.kelompok import Kelompok
from tests.pembantu.keadaan_uji import keadaan_contoh

KOTA = keadaan_contoh("kota-contoh-2")


@pytest.mark.parametrize(
    ("judul", "area"),
    [
        ("SK Forum Anak Kecamatan Contoh 1", ["wilayah:kec-01"]),
        ("sk forum anak kec. contoh 1", ["wilayah:kec-01"]),
        ("SK Forum Anak Kecamatan Contoh 12", ["wilayah:kec-12"]),
        ("SK Forum Anak Kelurahan Contoh 1.1", ["wilayah:kel-01-01"]),
        ("SK Forum Anak seluruh kecamatan", []),
    ],
)
def test_an_area_that_a_title_names_has_a_group_of_its_own(judul: str, area: list[str]) -> None:
    k = Kelompok(KOTA)
    assert list(k.dokumen("dinas_pppa", judul, ())) == ["DP3A", *area]
    assert [kunci for _label, kunci in k.pilihan([k.dokumen(None, judul, ())])] == area


def test_every_name_of_an_office_is_one_group_and_no_office_is_none() -> None:
    k = Kelompok(KOTA)
    assert k.kantor("dinas_pppa") == k.kantor("DP3A") == ("DP3A",)
    assert k.kantor(None) == k.kantor("") == ()


def test_a_book_without_areas_calls_the_role_by_its_name() -> None:
    tanpa = replace(KOTA, buku=replace(KOTA.buku, wilayah=None))
    assert Kelompok(tanpa).kantor("kecamatan") == (KOTA.daerah.nama_opd("kecamatan"),)
    assert Kelompok(tanpa).soal("25/2", ("dinas_pppa",)) == ("DP3A",)
    kosong = replace(KOTA, buku=replace(KOTA.buku, wilayah=pd.DataFrame(columns=KOTA.buku.wilayah.columns)))
    assert Kelompok(kosong).soal("25/2", ()) == ()
