import pytest

from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.daerah import load_daerah
from kla_lib.rules.peran import load_peran

SEMUA = sorted(p.stem for p in (FOLDER_PARAMS / "daerah").glob("*.yaml"))


def test_a_city_gives_its_own_names_to_the_roles() -> None:
    bekasi = load_daerah("kota-bekasi")
    assert (bekasi.id, bekasi.nama, bekasi.provinsi) == ("kota-bekasi", "Kota Bekasi", "Jawa Barat")
    assert bekasi.nama_opd("bappeda") == "Bappelitbangda"
    assert bekasi.opd["bappeda"].alias == ("Bappeda",)


def test_a_role_that_the_city_does_not_name_gets_the_common_name() -> None:
    assert load_daerah("kota-bekasi").nama_opd("pengadilan_agama") == "Pengadilan Agama"


def test_a_text_that_is_no_role_comes_back_as_it_is() -> None:
    assert load_daerah("kota-bekasi").nama_opd("Karang Taruna") == "Karang Taruna"


@pytest.mark.parametrize("id_daerah", SEMUA)
def test_every_shipped_city_loads_and_names_every_role(id_daerah: str) -> None:
    assert set(load_daerah(id_daerah).opd) == set(load_peran())


def test_an_unknown_city_gets_the_nearest_one() -> None:
    with pytest.raises(KlaError) as e:
        load_daerah("kota-bekas")
    assert str(e.value) == "params/daerah/kota-bekas.yaml: berkas tidak ditemukan. Maksud Anda 'kota-bekasi'?"
