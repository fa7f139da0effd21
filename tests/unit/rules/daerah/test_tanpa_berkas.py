"""Every regency and city is a city of ours, also where nobody has written a file of it."""

from pathlib import Path

import pytest

from kla_lib.data.buku import load_buku
from kla_lib.errors import KlaError
from kla_lib.rules.daerah.daerah import find_daerah, id_daerah_baku, load_daerah
from kla_lib.rules.rapat import load_rapat
from tests.pembantu.buku_uji import Penulis, isi_buku
from tests.pembantu.params_uji import PARAMS


def test_a_region_without_a_file_has_its_name_and_the_common_offices() -> None:
    d = load_daerah(PARAMS, "kabupaten-lombok-tengah")
    assert (d.id, d.nama, d.jenis) == ("kabupaten-lombok-tengah", "Kabupaten Lombok Tengah", "kabupaten")
    assert d.provinsi == "Nusa Tenggara Barat"
    assert d.nama_opd("dinas_pppa") == "DP3A"
    assert load_daerah(PARAMS, "52.02") == load_daerah(PARAMS, "Kab. Lombok Tengah") == d


def test_a_region_with_a_file_keeps_its_id_and_offices_however_it_is_written() -> None:
    for teks in ("kota-bekasi", "Kota Bekasi", "32.75"):
        assert id_daerah_baku(PARAMS, teks) == "kota-bekasi"
        assert load_daerah(PARAMS, teks).nama_opd("bappeda") == "Bappelitbangda"
    for teks in ("sumbawa", "kabupaten-sumbawa", "Kabupaten Sumbawa", "52.04"):
        assert id_daerah_baku(PARAMS, teks) == "sumbawa", "the id under which it has its file"


def test_the_areas_of_kota_bekasi_are_known() -> None:
    wilayah = load_daerah(PARAMS, "kota-bekasi").wilayah
    assert [sum(w.tingkat == t for w in wilayah) for t in ("kecamatan", "kelurahan")] == [12, 56]


def test_what_is_no_region_and_what_means_two_is_none() -> None:
    for teks in ("bekasi", "kota-uji", ""):
        assert id_daerah_baku(PARAMS, teks) is None
        assert find_daerah(PARAMS, teks) is None
    with pytest.raises(KlaError, match=r"Kabupaten Bekasi \(32\.16\) atau Kota Bekasi \(32\.75\)"):
        load_daerah(PARAMS, "Bekasi")


def test_book_and_meeting_may_write_name_or_code(penulis: Penulis, tmp_path: Path) -> None:
    buku = penulis.tulis(isi_buku(["em", "klaster_1", None, None, 20], keterangan={"daerah": "Kab. Lombok Tengah"}))
    assert load_buku(PARAMS, buku).keterangan.daerah == "kabupaten-lombok-tengah"
    isi = "id: r\ndaerah: '52.02'\ntanggal: 2025-03-18\ninstrumen: '2024'\ntahap: em\nsasaran: utama\nbuku_data: x\n"
    (tmp_path / "r.yaml").write_text(isi, encoding="utf-8")
    assert load_rapat(PARAMS, tmp_path / "r.yaml").daerah == "kabupaten-lombok-tengah"
