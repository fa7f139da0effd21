"""Measures split by group: checked, never shown in figures, told as a state."""

from pathlib import Path

import pytest

from kla_lib.data.buku import load_buku
from kla_lib.data.pribadi.samar import mask_buku
from kla_lib.errors import KlaError
from kla_lib.rules.privasi import load_privasi
from kla_lib.scoring.indeks.terpilah import status_terpilah
from tests.pembantu.params_uji import PARAMS

KEPALA = "indikator,ukuran,tahun,wilayah,nilai,satuan,pembilang,penyebut,jenis_sumber,arah,target,sumber,letak"
KETERANGAN = (
    "kunci,isi\ndaerah,kota-contoh\ntahun_evaluasi,2024\ninstrumen,2024\ntahap_berjalan,em\n"
    "tanggal_data,2025-01-10\ncontoh,ya\nsumber,uji\n"
)
SEMUA = "12,Imunisasi,2023,kota-contoh,50,anak,,,rutin,naik_baik,,uji,"
PEREMPUAN = "12,Imunisasi,2023,kota-contoh,2,anak,,,rutin,naik_baik,,uji,,jenis_kelamin,perempuan"
LAKI = "12,Imunisasi,2023,kota-contoh,48,anak,,,rutin,naik_baik,,uji,,jenis_kelamin,laki-laki"


def buku(folder: Path, *baris: str, kepala: str = f"{KEPALA},terpilah,kelompok") -> Path:
    (folder / "keterangan.csv").write_text(KETERANGAN, encoding="utf-8")
    (folder / "capaian.csv").write_text("\n".join([kepala, *baris]) + "\n", encoding="utf-8")
    return folder


def test_a_book_without_the_columns_reads_as_before(tmp_path: Path) -> None:
    b = load_buku(PARAMS, buku(tmp_path, SEMUA, kepala=KEPALA))
    (t,) = status_terpilah(b.capaian, "kota-contoh", 4)
    assert (t.status, set(t.menurut.values())) == ("belum", {"belum"})


def test_a_year_twice_is_refused_with_or_without_the_columns(tmp_path: Path) -> None:
    for kepala, ekor in ((KEPALA, ""), (f"{KEPALA},terpilah,kelompok", ",,")):
        with pytest.raises(KlaError) as e:
            load_buku(PARAMS, buku(tmp_path, SEMUA + ekor, SEMUA + ekor, kepala=kepala))
        assert [k.jenis for k in e.value.kesalahan][:1] == ["kunci"]


def test_groups_of_one_measure_stand_beside_the_whole(tmp_path: Path) -> None:
    b = load_buku(PARAMS, buku(tmp_path, SEMUA + ",umum,", PEREMPUAN, LAKI))
    (t,) = status_terpilah(b.capaian, "kota-contoh", 4)
    assert t.status == "sebagian"
    assert t.menurut == {"jenis_kelamin": "ada", "umur": "belum", "disabilitas": "belum", "kecamatan": "belum"}


def test_no_figure_of_a_group_is_shown_to_the_public_and_the_whole_stays(tmp_path: Path) -> None:
    b = mask_buku(load_buku(PARAMS, buku(tmp_path, SEMUA + ",,", PEREMPUAN, LAKI)), load_privasi(PARAMS))
    assert b.capaian is not None
    assert list(b.capaian["nilai"].dropna()) == [50]
    (t,) = status_terpilah(b.capaian, "kota-contoh", 4)
    assert t.menurut["jenis_kelamin"] == "ada", "that it is recorded may be told"


@pytest.mark.parametrize(
    ("ekor", "sel"), [(",umur,", "umur"), (",,perempuan", "perempuan"), (",umum,perempuan", "perempuan")]
)
def test_a_split_without_its_group_is_refused(tmp_path: Path, ekor: str, sel: str) -> None:
    with pytest.raises(KlaError) as e:
        load_buku(PARAMS, buku(tmp_path, SEMUA + ekor))
    (k,) = e.value.kesalahan
    assert k.jenis == "terpilah" and sel in k.salah and k.sel and k.perbaikan


def test_a_word_that_the_column_does_not_know_is_told_once_and_a_group_alone_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(KlaError, match=r"N2: 'gender' tidak dikenal") as e:
        load_buku(PARAMS, buku(tmp_path, SEMUA + ",gender,perempuan"))
    assert len(e.value.kesalahan) == 1
    with pytest.raises(KlaError, match=r"N2: kelompok 'perempuan' tanpa keterangan"):
        load_buku(PARAMS, buku(tmp_path, SEMUA + ",perempuan", kepala=f"{KEPALA},kelompok"))
