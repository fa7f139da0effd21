"""`kla check` names what `kla indeks` would refuse: the files of indices and the figures that enter them."""

from pathlib import Path

import pytest

from kla_lib.data.buku import inspect_buku, load_buku
from kla_lib.errors import Kesalahan
from kla_lib.publish.kerja.pemeriksaan import check_buku, check_indeks
from tests.pembantu.params_uji import PARAMS, params_dengan, salin_aturan

KETERANGAN = (
    "kunci,isi\ndaerah,kota-contoh\ntahun_evaluasi,2024\ninstrumen,2024\ntahap_berjalan,em\n"
    "tanggal_data,2025-01-10\ncontoh,ya\nsumber,uji\n"
)
KEPALA = "indikator,ukuran,tahun,wilayah,nilai,satuan,pembilang,penyebut,jenis_sumber,arah,target,sumber,letak\n"


def buku(folder: Path, *baris: str) -> Path:
    (folder / "keterangan.csv").write_text(KETERANGAN, encoding="utf-8")
    (folder / "capaian.csv").write_text(KEPALA + "\n".join(baris) + "\n", encoding="utf-8")
    return folder


def akta(tahun: int, nilai: str, ukuran: str = "Anak berakta kelahiran") -> str:
    return f"4,{ukuran},{tahun},kota-contoh,{nilai},%,,,administrasi,naik_baik,,uji,"


def lengkap(salah: Kesalahan) -> bool:
    return all((salah.berkas, salah.salah, salah.perbaikan, salah.sel))


def test_the_shipped_index_and_the_examples_have_no_fault() -> None:
    assert check_indeks(PARAMS, None) == []


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ("    arah: naik_baik\n", "", "'arah' belum ada"),
        ("{nilai: 100, sumber: ", "{nilai: 50, sumber: ", "bawah dan atas sama"),
        ("klaster_1: 1,", "klaster_1: seratus,", "seratus"),
        ("klaster_1: 1, klaster_2: 1, klaster_3: 1, klaster_4: 1, klaster_5: 1",
         "klaster_1: 0, klaster_2: 0, klaster_3: 0, klaster_4: 0, klaster_5: 0", "jumlah bobot"),
    ],
)  # fmt: skip
def test_a_fault_of_an_index_file_is_told_with_its_line(tmp_path: Path, lama: str, baru: str, kata: str) -> None:
    berkas = salin_aturan(tmp_path, "indeks/hak-anak.yaml")
    teks = berkas.read_text(encoding="utf-8")
    assert lama in teks
    berkas.write_text(teks.replace(lama, baru, 1), encoding="utf-8")
    salah = check_indeks(params_dengan(tmp_path), None)
    assert any(kata in k.salah for k in salah) and all(lengkap(k) for k in salah)


def test_a_fault_of_the_rule_about_changes_is_told(tmp_path: Path) -> None:
    berkas = salin_aturan(tmp_path, "capaian.yaml")
    berkas.write_text(berkas.read_text(encoding="utf-8").replace("rendah: 0.5", "rendah: 0.9"), encoding="utf-8")
    (salah,) = check_indeks(params_dengan(tmp_path), None)
    assert "rendah (0,9) lebih besar dari tinggi (0,7)" in salah.salah and lengkap(salah)


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        ((akta(2023, "101"),), "101"),
        ((akta(2023, "90"), akta(2023, "91", "Cakupan akta kelahiran anak")), "dua angka untuk 2023"),
    ],
)
def test_what_the_index_refuses_of_a_book_is_named_before(tmp_path: Path, baris: tuple[str, ...], kata: str) -> None:
    b = load_buku(PARAMS, buku(tmp_path, *baris))
    (salah,) = check_indeks(PARAMS, b)
    assert kata in salah.salah and lengkap(salah) and salah.lembar == "Capaian"
    assert salah in check_buku(PARAMS, lambda: tmp_path).salah


@pytest.mark.parametrize(
    ("baris", "kata"),
    [((akta(2023, "90"), akta(2023, "90")), "dua kali"), ((akta(2023, "sembilan puluh"),), "sembilan puluh")],
)
def test_a_year_twice_and_text_in_a_number_are_faults_of_the_book(
    tmp_path: Path, baris: tuple[str, ...], kata: str
) -> None:
    salah = inspect_buku(PARAMS, buku(tmp_path, *baris)).salah
    assert any(kata in k.salah for k in salah) and all(lengkap(k) for k in salah)


def test_a_city_with_nothing_of_the_index_is_no_fault(tmp_path: Path) -> None:
    b = load_buku(PARAMS, buku(tmp_path, "4,Lain,2023,kota-contoh,5,kartu,,,administrasi,naik_baik,,uji,"))
    assert check_indeks(PARAMS, b) == []
