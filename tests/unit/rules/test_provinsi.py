"""A province's file: strict, and a mistake is told with its line and what to write instead."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.provinsi import Provinsi, load_provinsi
from kla_lib.rules.rapat import bisa_id
from tests.pembantu.params_uji import PARAMS

ISI = """id: utara
nama: Provinsi Utara
tahun: 2024
instrumen: "2024"
sasaran: utama
untuk: [internal]
rapat: [kota-contoh-2]
"""


def baca(folder: Path, isi: str, nama: str = "utara.yaml") -> Provinsi:
    (folder / nama).write_text(isi, encoding="utf-8")
    return load_provinsi(PARAMS, folder / nama)


def test_a_province_is_read_with_what_may_be_left_out(tmp_path: Path) -> None:
    p = baca(tmp_path, ISI)
    assert (p.id, p.untuk, p.rapat, p.buku, p.periksa, p.jam_bantuan) == (
        *("utara", ("internal",), ("kota-contoh-2",)),
        *((), None, 8.0),
    )


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ("rapat: [kota-contoh-2]", "", "belum menyebut rapat atau buku"),
        ("rapat: [kota-contoh-2]", "rapat: [a, a]", "ditulis dua kali"),
        ("untuk: [internal]", "untuk: [umum]", "untuk"),
        ("untuk: [internal]", "untuk: []", "untuk"),
        ("id: utara", "id: selatan", "berbeda dari nama berkas"),
        ("id: utara", "id: ../utara", "bukan id"),
        ("sasaran: utama", "sasaran: terbaik", "sasaran"),
        ("tahun: 2024", "tahun: '2024'", "tahun"),
        ("sasaran: utama", "sasaran: utama\nperiksa: em", "periksa"),
        ("sasaran: utama", "sasaran: utama\njam_bantuan: 0.0", "jam_bantuan"),
        ("nama: Provinsi Utara", "nama: Provinsi Utara\nwarna: biru", "warna"),
    ],
)
def test_a_faulty_file_is_refused_by_name(tmp_path: Path, lama: str, baru: str, pesan: str) -> None:
    with pytest.raises(KlaError) as e:
        baca(tmp_path, ISI.replace(lama, baru))
    assert "utara.yaml" in str(e.value)
    assert pesan in str(e.value)


def test_the_shipped_province_is_read_by_its_id() -> None:
    assert load_provinsi(PARAMS, "contoh").periksa == "va"


def test_no_meeting_is_called_like_the_folder_of_provinces() -> None:
    assert not bisa_id("provinsi")
    assert not bisa_id("Provinsi")
    assert bisa_id("provinsi-riau")
