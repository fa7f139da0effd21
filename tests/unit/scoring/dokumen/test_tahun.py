"""Documents of two data years: what each proves, what the cycle asks, and what follows from a year that is missing."""

from pathlib import Path
from typing import Any

import pytest

from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan_buku
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.views.isi.dokumen import kalimat_dokumen, lembar_dokumen
from kla_lib.views.kantor.sebut_kebutuhan import sebut_kurang
from kla_lib.views.kantor.teks_obrolan import teks_obrolan
from tests.pembantu.buku_uji import Isi, isi_buku, write_folder, write_xlsx
from tests.pembantu.params_uji import PARAMS

KOLOM = ["id_dokumen", "judul", "jenis", "opd", "tahun_dokumen", "tahun_data", "tanggal_dokumen", "status", "tautan"]
SISA = ["hash", "diperiksa_oleh", "catatan", "tahun_ini"]


def isi(*dokumen: dict[str, Any], tahun: int = 2025, kolom: bool = True) -> Isi:
    """Return a book of one question (12/1) with these deciding documents."""
    nama = [k for k in [*KOLOM, *SISA] if kolom or k != "tahun_data"]
    bawaan = {"judul": "Rekap persalinan", "opd": "dinas_kesehatan", "status": "lengkap", "tautan": "folder"}
    baris = [[(bawaan | {"id_dokumen": f"D{n}"} | d).get(k) for k in nama] for n, d in enumerate(dokumen, start=1)]
    return isi_buku(
        ["em", "klaster_3", "12", "1", 3],
        keterangan={"tahun_evaluasi": tahun},
        Data_dukung=[nama, *baris],
        Dokumen_pertanyaan=[
            ["indikator", "pertanyaan", "id_dokumen", "wajib"],
            *(["12", "1", b[0], "ya"] for b in baris),
        ],
    )


def muat(folder: Path, *dokumen: dict[str, Any], tahun: int = 2025, kolom: bool = True) -> Keadaan:
    return load_keadaan_buku(PARAMS, write_folder(isi(*dokumen, tahun=tahun, kolom=kolom), folder / "buku"))


def terdukung(k: Keadaan) -> float | None:
    assert k.hasil is not None
    return k.hasil.terdukung


def jenis(k: Keadaan) -> str:
    j = k.jenis_celah
    return str(j.loc[(j["indikator"] == "12") & (j["pertanyaan"] == "1"), "jenis"].item())


def test_one_document_of_both_years_secures_its_points(tmp_path: Path) -> None:
    k = muat(tmp_path, {"tahun_data": "2024; 2025"})
    assert (terdukung(k), k.tahun_kurang) == (3.0, {})


def test_two_documents_may_prove_a_year_each(tmp_path: Path) -> None:
    assert terdukung(muat(tmp_path, {"tahun_data": "2024"}, {"tahun_data": "2025"})) == 3.0


def test_a_year_that_nothing_proves_takes_the_points_and_is_named(tmp_path: Path) -> None:
    k = muat(tmp_path, {"tahun_data": "2024"})
    assert (terdukung(k), k.tahun_kurang) == (0.0, {"D1": (2025,)})
    assert jenis(k) == "belum_ditentukan"
    (b,) = [b for b in k.pekerjaan["dinas_kesehatan"].butuh if b.id == "D1"]
    assert str(sebut_kurang(b)).startswith("Lengkap untuk 2024, masih kurang 2025.")
    assert "engkap untuk 2024, masih kurang 2025" in teks_obrolan(k, k.pekerjaan["dinas_kesehatan"])
    baris = lembar_dokumen(k).baris[0]
    assert (baris["tahun_data"], baris["status"]) == ("2024", "kurang")
    assert baris["terbuka"].startswith("lengkap untuk 2024, masih kurang 2025")
    teks = kalimat_dokumen(k).teks
    assert "Siklus ini meminta dokumen tahun data 2024 dan 2025 (dinyatakan pejabat" in teks
    assert "1 dokumen belum membuktikan semuanya." in teks


@pytest.mark.parametrize("dokumen", [[{}], [{"tahun_data": "2024"}, {}]])
def test_where_years_are_not_recorded_nothing_is_said_of_them(tmp_path: Path, dokumen: list[dict[str, Any]]) -> None:
    assert terdukung(muat(tmp_path, *dokumen)) == 3.0


def test_a_book_without_the_column_and_a_cycle_that_asks_no_years_read_as_before(tmp_path: Path) -> None:
    tanpa = muat(tmp_path, {}, kolom=False)
    assert terdukung(tanpa) == 3.0
    assert "tahun_data" not in [k.kunci for k in lembar_dokumen(tanpa).kolom]
    assert "Siklus ini" not in kalimat_dokumen(tanpa).teks
    assert terdukung(muat(tmp_path, {"tahun_data": "2023"}, tahun=2024)) == 3.0


def test_a_document_of_a_later_year_alone_is_of_the_next_cycle(tmp_path: Path) -> None:
    assert jenis(muat(tmp_path, {"tahun_data": "2026"})) == "siklus_berikutnya"


def test_a_report_signed_later_counts_for_the_year_that_it_proves(tmp_path: Path) -> None:
    nanti = {"tahun_dokumen": 2025, "tanggal_dokumen": "2026-01-20"}
    assert jenis(muat(tmp_path, nanti)) == "siklus_berikutnya"
    assert jenis(muat(tmp_path, nanti | {"tahun_data": "2024; 2025"})) != "siklus_berikutnya"


def test_a_workbook_says_the_same_as_a_folder(tmp_path: Path) -> None:
    buku = isi({"tahun_data": "2024; 2025"}, {"tahun_data": 2025})
    k = load_keadaan_buku(PARAMS, write_xlsx(buku, tmp_path / "buku.xlsx"))
    assert k.register is not None
    assert list(k.register["tahun_terbukti"]) == [(2024, 2025), (2025,)]


@pytest.mark.parametrize(
    ("dokumen", "kata"),
    [
        ({"tahun_data": "2024-2025"}, r"'2024-2025' bukan tahun data. Tulis setiap tahunnya: 2024; 2025"),
        ({"tahun_data": "dua ribu"}, "'dua ribu' bukan tahun data"),
        ({"tahun_data": "2024", "tahun_ini": "ya"}, "berlawanan dengan tahun_ini = ya"),
        ({"tahun_data": "2024; 2025", "tahun_ini": "tidak", "status": "kurang"}, "berlawanan dengan tahun_ini = tidak"),
    ],
)
def test_what_is_no_year_or_contradicts_the_checklist_is_refused(
    tmp_path: Path, dokumen: dict[str, Any], kata: str
) -> None:
    with pytest.raises(KlaError, match=kata):
        muat(tmp_path, dokumen)


def test_a_scenario_that_calls_the_document_complete_has_its_points_and_no_missing_year(tmp_path: Path) -> None:
    coba = muat(tmp_path, {"tahun_data": "2024"}).dengan(IsiSkenario(status={"D1": "lengkap"}))
    assert (terdukung(coba), coba.tahun_kurang) == (3.0, {})
