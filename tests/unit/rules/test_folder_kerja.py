"""What a work folder says of itself, and what it stands in place of."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.folder_kerja import load_kerja, rapat_kini, yang_menggantikan
from kla_lib.rules.params import Params
from tests.pembantu.folder_kerja_uji import tulis_kerja, tulis_rapat_kerja
from tests.pembantu.params_uji import PARAMS


def test_it_names_city_year_and_the_current_meeting(tmp_path: Path) -> None:
    kerja = load_kerja(tulis_kerja(tmp_path))
    assert (kerja.daerah, kerja.tahun, kerja.rapat) == ("kota-contoh", 2024, "musrenbang")
    assert rapat_kini(Params(FOLDER_PARAMS, kerja=tmp_path)) == "musrenbang"
    assert rapat_kini(PARAMS) is None


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("daerah: kota-contoh\ntahun: 2024\nrapt: x\n", r"kla\.yaml, baris 3, kunci rapt: .*Maksud Anda 'rapat'"),
        ("daerah: kota-contoh\ntahun: 24\n", r"kunci tahun: isi '24' tidak sesuai\. Tulis angka paling sedikit 1945"),
        ("daerah: kota-contoh\ntahun: 2024\nrapat: ../lain\n", r"'\.\./lain' bukan id"),
        ("daerah: [kota\n", r"kla\.yaml, baris 2: susunan YAML tidak terbaca"),
        ("", r"kla\.yaml: "),
    ],
)
def test_a_broken_one_is_told_with_its_line(tmp_path: Path, isi: str, pesan: str) -> None:
    (tmp_path / "kla.yaml").write_text(isi, encoding="utf-8")
    with pytest.raises(KlaError, match=pesan):
        load_kerja(tmp_path)


def test_a_place_that_is_no_work_folder_is_told_with_the_way_to_one(tmp_path: Path) -> None:
    berkas = tmp_path / "berkas"
    berkas.write_text("x", encoding="utf-8")
    for tempat, salah in ((tmp_path, "bukan folder kerja"), (berkas, "ini berkas"), (tmp_path / "x", "tidak ada")):
        with pytest.raises(KlaError, match=rf"{salah}.*kla mulai"):
            load_kerja(tempat)


def test_a_folder_without_a_meeting_says_where_to_write_it(tmp_path: Path) -> None:
    (tmp_path / "kla.yaml").write_text("daerah: kota-contoh\ntahun: 2024\n", encoding="utf-8")
    with pytest.raises(KlaError, match="rapat yang sedang disiapkan belum ditulis"):
        rapat_kini(Params(FOLDER_PARAMS, kerja=tmp_path))


def test_what_stands_in_place_of_the_product_is_named(tmp_path: Path) -> None:
    params = Params(FOLDER_PARAMS, kerja=tulis_kerja(tmp_path))
    assert list(yang_menggantikan(params)) == []
    tulis_rapat_kerja(tmp_path, "kota-contoh-1")
    assert list(yang_menggantikan(params)) == ["rapat/kota-contoh-1.yaml"]
    assert list(yang_menggantikan(PARAMS)) == []
