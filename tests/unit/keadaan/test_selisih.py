"""What gets lost between the parts of a meeting is named, so that a notebook's assert can be false."""

from dataclasses import fields
from functools import cached_property

import pandas as pd
import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.selisih import dokumen_terlewat, rencana_tanpa_asal
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.pekerjaan.pekerjaan import PekerjaanKantor
from kla_lib.scoring.pekerjaan.rad import KegiatanRad
from tests.pembantu.keadaan_uji import keadaan_contoh


class Lupa(Keadaan):
    """A meeting of which somebody forgot the work and the RAD."""

    @cached_property
    def pekerjaan(self) -> dict[str, PekerjaanKantor]:
        return {}

    @cached_property
    def rad(self) -> tuple[KegiatanRad, ...] | None:
        return ()


def lupa(keadaan: Keadaan) -> Keadaan:
    return Lupa(**{f.name: getattr(keadaan, f.name) for f in fields(keadaan)})


@pytest.mark.parametrize("rapat", ["kota-contoh-1", "kota-contoh-2", "ogan-ilir-2024", "kota-bekasi", "sumbawa-2022"])
def test_nothing_gets_lost_in_the_examples(rapat: str) -> None:
    assert dokumen_terlewat(keadaan_contoh(rapat)) == []
    assert rencana_tanpa_asal(keadaan_contoh(rapat)) == []


def test_every_incomplete_document_that_is_nobodys_work_is_named() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    register = keadaan.register
    assert isinstance(register, pd.DataFrame)
    belum = sorted(register.loc[register["status"] != LENGKAP, "id_dokumen"])
    assert belum
    assert dokumen_terlewat(lupa(keadaan)) == belum


def test_an_action_of_the_plan_that_is_not_in_the_rad_is_named() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    assert keadaan.rencana is not None
    rad = sorted(t.kegiatan.id for t in keadaan.rencana.lengkap.kegiatan if t.kegiatan.id.startswith("R"))
    assert rad
    assert rencana_tanpa_asal(lupa(keadaan)) == rad
