from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.form.instrumen import load_instrumen
from tests.pembantu.params_uji import PARAMS


def test_a_role_has_a_common_name_and_a_pillar() -> None:
    peran = load_peran(PARAMS)
    assert (peran["dinas_pppa"].nama, peran["dinas_pppa"].pilar) == ("DP3A", "pemerintah")
    assert peran["forum_anak"].pilar == "masyarakat"
    assert peran["dunia_usaha"].pilar == "dunia_usaha"


def test_the_form_names_every_role_and_no_other() -> None:
    disebut = {p for opd in load_instrumen(PARAMS, "2024").pertanyaan["opd"] for p in opd}
    assert disebut == set(load_peran(PARAMS))
