"""Personal data in the files around a book stop the pack too: the meeting's, the city's, a scenario's."""

from dataclasses import replace
from datetime import date

import pytest

from kla_lib.data.buku import load_buku
from kla_lib.data.pribadi.pribadi_rapat import check_rapat
from kla_lib.data.skenario import check_skenario
from kla_lib.errors import KlaError
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.rules.daerah.daerah import Kontak, Opd, load_daerah
from kla_lib.rules.rapat import Anggota, Rapat, Sesi, load_rapat
from kla_lib.rules.skenario import Skenario
from tests.pembantu.params_uji import PARAMS

TELEPON = "Ibu Contoh, 0812-3456-7890"


def rapat_dengan(**isi: object) -> Rapat:
    sesi = {"nama": "Sesi 1", "klaster": ("klaster_1",)} | isi
    return load_rapat(PARAMS, "kota-contoh-1").model_copy(update={"sesi": (Sesi.model_validate(sesi),)})


@pytest.mark.parametrize(
    ("isi", "kunci"),
    [
        ({"nama": TELEPON}, "sesi 1 nama"),
        ({"tempat": TELEPON}, "sesi 1 tempat"),
        ({"waktu": TELEPON}, "sesi 1 waktu"),
        ({"anggota": (Anggota(nama=TELEPON, pilar="media"),)}, "sesi 1 anggota 1 nama"),
    ],
)
def test_every_text_of_a_meeting_file_is_looked_at(isi: dict[str, object], kunci: str) -> None:
    (salah,) = check_rapat(PARAMS, rapat_dengan(**isi), load_daerah(PARAMS, "kota-contoh"))
    assert str(salah).endswith("sel memuat nomor telepon. Hapus data pribadi itu; sebut jabatan atau kantornya saja.")
    assert f"kota-contoh-1.yaml, kunci {kunci}:" in str(salah)
    assert TELEPON not in str(salah)


def test_a_meeting_with_personal_data_is_not_loaded() -> None:
    with pytest.raises(KlaError, match="kunci sesi 1 tempat: sel memuat nomor telepon"):
        load_keadaan(PARAMS, rapat_dengan(tempat=TELEPON))


@pytest.mark.parametrize(
    ("isi", "kunci"),
    [
        ({"saluran": "0812-3456-7890"}, "saluran"),
        ({"saluran": "surat ke budi.santoso@contoh.go.id"}, "saluran"),
        ({"saluran": "surat ke kla.budi@contoh.go.id"}, "saluran"),
        ({"saluran": "surat ke kla@contoh.co.id"}, "saluran"),
        ({"saluran": "surat ke disdukcapil@gmail.com"}, "saluran"),
        ({"saluran": "kla@contoh.go.id, budi@contoh.go.id"}, "saluran"),
        ({"saluran": "disdukcapil@contoh.go.id 0812-3456-7890"}, "saluran"),
        ({"nama": TELEPON}, "nama"),
        ({"nama": "3275010101100001"}, "nama"),
    ],
)
def test_the_contact_of_a_city_is_looked_at_like_every_cell(isi: dict[str, str], kunci: str) -> None:
    d = load_daerah(PARAMS, "kota-contoh")
    kontak = Kontak.model_validate({"nama": "Sekretariat KLA", "saluran": "loket 3"} | isi)
    (salah,) = check_rapat(PARAMS, load_rapat(PARAMS, "kota-contoh-1"), replace(d, kontak=kontak))
    assert f"kota-contoh.yaml, kunci kontak {kunci}: sel memuat" in str(salah)
    assert isi[kunci] not in str(salah)


@pytest.mark.parametrize(
    "alamat", ["disdukcapil@contoh.go.id", "Dinas.Kesehatan@contoh.go.id", "sekretariat-kla@dp3a.contoh.go.id"]
)
def test_the_address_of_a_desk_under_go_id_is_nobodys(alamat: str) -> None:
    d = load_daerah(PARAMS, "kota-contoh")
    kontak = Kontak(nama="Sekretariat KLA", saluran=f"surel {alamat}")
    assert check_rapat(PARAMS, load_rapat(PARAMS, "kota-contoh-1"), replace(d, kontak=kontak)) == []


def test_names_of_a_city_are_looked_at() -> None:
    d = load_daerah(PARAMS, "kota-contoh")
    kantor = replace(d, opd=d.opd | {"dinas_sosial": Opd(nama=TELEPON)})
    assert [k.sel for k in check_rapat(PARAMS, load_rapat(PARAMS, "kota-contoh-1"), kantor)] == [
        "kunci opd dinas_sosial nama"
    ]


@pytest.mark.parametrize("rapat", ["kota-contoh-1", "kota-contoh-2", "ogan-ilir-2024", "kota-bekasi", "sumbawa-2022"])
def test_the_meetings_that_are_shipped_hold_none(rapat: str) -> None:
    r = load_rapat(PARAMS, rapat)
    assert check_rapat(PARAMS, r, load_daerah(PARAMS, r.daerah)) == []


@pytest.mark.parametrize("kunci", ["penulis", "alasan"])
def test_a_scenario_written_by_hand_is_looked_at_before_it_is_used(kunci: str) -> None:
    r = load_rapat(PARAMS, "kota-contoh-1")
    buku = load_buku(PARAMS, r.path_buku)
    teks = {"penulis": "Evaluator A", "alasan": "Uji"} | {kunci: TELEPON}
    s = Skenario(nama="uji", dibuat=date(2025, 3, 10), instrumen="2024", hash_data=buku.hash, **teks)
    with pytest.raises(KlaError) as e:
        check_skenario(s, buku, r.tahap)
    assert f"uji.yaml, kunci {kunci}: sel memuat nomor telepon" in str(e.value)
    assert TELEPON not in str(e.value)
