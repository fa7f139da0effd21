"""What others have published of a city: kept with its source, never taken for marks of ours."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.rules.daerah.daerah import Daerah, read_daerah
from kla_lib.views.indeks.terbitan import kalimat_indeks_resmi, kalimat_nilai_terbit, ragu_nilai_terbit
from tests.pembantu.params_uji import PARAMS

KEPALA = "nama: Kota Uji\njenis: kota\nprovinsi: Jawa Barat\nopd: {}\n"
SUMBER = "sumber: {dokumen: SK 12/2024, letak: lampiran}"


def baca(folder: Path, isi: str) -> Daerah:
    berkas = folder / "kota-uji.yaml"
    berkas.write_text(KEPALA + isi, encoding="utf-8")
    return read_daerah(PARAMS, berkas)


def test_an_official_index_is_kept_with_year_and_source(tmp_path: Path) -> None:
    d = baca(tmp_path, f"indeks_resmi: [{{indeks: IPA, tahun: 2023, nilai: 61.5, {SUMBER}}}]")
    assert [(i.indeks, i.tahun, i.nilai) for i in d.indeks_resmi] == [("IPA", 2023, 61.5)]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (f"indeks_resmi: [{{indeks: IPX, tahun: 2023, nilai: 61.5, {SUMBER}}}]", "indeks"),
        (f"indeks_resmi: [{{indeks: IPA, tahun: 2023, nilai: 161.5, {SUMBER}}}]", "nilai"),
        ("indeks_resmi: [{indeks: IPA, tahun: 2023, nilai: 61.5}]", "sumber"),
        (f"indeks_resmi: [{', '.join([f'{{indeks: IPA, tahun: 2023, nilai: 61.5, {SUMBER}}}'] * 2)}]", "2 kali"),
        (f"nilai_terbit: [{{tahun: 2023, nilai: 1001, {SUMBER}}}]", "nilai"),
        (f"nilai_terbit: [{{tahun: 2023, nilai: 600, tahap: xx, {SUMBER}}}]", "tahap"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(tmp_path: Path, isi: str, kata: str) -> None:
    with pytest.raises(KlaError) as e:
        baca(tmp_path, isi)
    assert all(k.berkas and k.perbaikan for k in e.value.kesalahan)
    assert any(kata in f"{k.sel} {k.salah}" for k in e.value.kesalahan)


def test_published_totals_of_kota_bekasi_stand_with_source_and_doubt() -> None:
    k = load_keadaan(PARAMS, "kota-bekasi")
    (kalimat,) = kalimat_nilai_terbit(k)
    assert "742,34 (tahap tidak disebut; Radar Bekasi 2024, hanya berita)" in kalimat
    assert "2023: 623 (" in kalimat and " atau 658 (" in kalimat
    assert "Dua sumber menyebut nilai 2023 yang berbeda." in ragu_nilai_terbit(k)
    assert k.hasil is None, "a published total is no mark"
    assert kalimat_indeks_resmi(k) == []
