"""A scenario goes into a short code and comes back; a code that does not fit says why."""

import random

import pytest

from kla_lib.data.buku import Buku, load_buku
from kla_lib.data.skenario import check_isi
from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.form.instrumen import Instrumen, load_instrumen
from kla_lib.rules.rapat import load_rapat
from kla_lib.rules.skenario import PRIORITAS_KERJA, IsiSkenario
from kla_lib.scoring.skenario.kode import (
    PENUH,
    daftar_dokumen,
    dari_data_lain,
    decode_kode,
    encode_kode,
    kode_maksimal,
    sidik_data,
)
from kla_lib.scoring.skenario.kode_bit import Penulis
from kla_lib.scoring.skenario.kode_teks import to_kode
from kla_lib.scoring.skenario.pembobotan import SEMUA
from kla_lib.scoring.skenario.ubah import geser_bobot
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS

BANYAK = 300


def buku_rapat(rapat: str) -> Buku:
    return load_buku(PARAMS, load_rapat(PARAMS, FOLDER_PARAMS / "rapat" / f"{rapat}.yaml").path_buku)


@pytest.fixture(scope="module")
def buku() -> Buku:
    return buku_rapat("kota-contoh-1")


@pytest.fixture(scope="module")
def form(buku: Buku) -> Instrumen:
    return buku.instrumen


def test_an_empty_scenario_has_a_code_of_its_own(form: Instrumen, buku: Buku) -> None:
    kode = encode_kode(IsiSkenario(), form, buku)
    assert decode_kode(kode, form, buku) == IsiSkenario()
    assert len(kode) < 25


def test_a_typical_setting_has_at_most_sixty_letters(form: Instrumen, buku: Buku) -> None:
    isi = geser_bobot(form, IsiSkenario(), SEMUA, "klaster_3", 0.2)
    isi = geser_bobot(form, isi, "klaster_3", "12", 0.25)
    maks = kode_maksimal(form)
    isi = isi.model_copy(
        update={
            "nilai": {k: maks[k] for k in ("12/1", "13/2", "14/1")},
            "status": dict.fromkeys(("D017", "D090"), "lengkap"),
        }
    )
    kode = encode_kode(isi, form, buku)
    assert len(kode) <= 60
    kembali = decode_kode(kode, form, buku)
    assert (kembali.nilai, kembali.status) == (isi.nilai, isi.status)
    assert all(abs(kembali.bobot[k] - b) <= 1 / PENUH for k, b in berisi(isi.bobot.items()))


def acak(form: Instrumen, buku: Buku, benih: int) -> IsiSkenario:
    """Return a scenario in steps that a code can say."""
    a = random.Random(benih)
    maks, bobot = kode_maksimal(form), {}
    for kode in ([k.id for k in form.klaster], *([i.kode for i in k.indikator] for k in form.klaster)):
        if a.random() < 0.3:
            tepi = sorted(a.sample(range(1, PENUH), len(kode) - 1))
            bagian = [b - c for c, b in zip([0, *tepi], [*tepi, PENUH], strict=True)]
            bobot |= {k: n / PENUH for k, n in zip(kode, bagian, strict=True)}
    nilai = {
        k: maks[k] if a.random() < 0.5 else a.randint(0, round(maks[k] * 100)) / 100
        for k in a.sample(list(maks), a.randint(0, 8))
    }
    status = {
        d: a.choice(("lengkap", "kurang", "tidak_ada", "belum_diperiksa"))
        for d in a.sample(daftar_dokumen(buku), a.randint(0, 8))
    }
    soal = [k for k in maks if "/" in k]
    berdokumen = tuple(sorted(a.sample(soal, a.choice((0, 0, 1, 5)))))
    return IsiSkenario(
        bacaan=a.choice((PRIORITAS_KERJA, "instrumen_lain")),
        bobot=bobot,
        nilai=nilai,
        status=status,
        berdokumen=berdokumen,
    )


def test_whatever_a_scenario_changes_comes_back(form: Instrumen, buku: Buku) -> None:
    for benih in range(BANYAK):
        isi = acak(form, buku, benih)
        kode = encode_kode(isi, form, buku)
        kembali = decode_kode(kode, form, buku)
        assert (kembali.bacaan, kembali.nilai, kembali.status) == (isi.bacaan, isi.nilai, isi.status)
        assert (kembali.bobot, kembali.berdokumen) == (isi.bobot, isi.berdokumen)
        assert kode.startswith("KLA2-" if isi.berdokumen else "KLA1-"), "older workbooks read what they can say"
        assert encode_kode(kembali, form, buku) == kode


def test_weights_that_are_rounded_still_add_to_all(form: Instrumen, buku: Buku) -> None:
    isi = geser_bobot(form, IsiSkenario(), SEMUA, "klaster_1", 0.12345)
    kembali = decode_kode(encode_kode(isi, form, buku), form, buku)
    assert sum(kembali.bobot.values()) == pytest.approx(1)
    assert check_isi(kembali, buku, "em", "kode") == []


def test_weights_that_read_as_the_forms_are_left_out(form: Instrumen, buku: Buku) -> None:
    resmi = {k.id: k.nilai_maksimal / form.kepala.nilai_maksimal for k in form.klaster}
    assert encode_kode(IsiSkenario(bobot=resmi), form, buku) == encode_kode(IsiSkenario(), form, buku)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (IsiSkenario(bobot={"klaster_1": 0.0002}), "bobot klaster_1 lebih kecil dari 0,1 %"),
        (IsiSkenario(nilai={"12/1": 1.2345}), "nilai 1,2345 di 12/1 punya lebih dari dua desimal"),
    ],
)
def test_what_a_code_cannot_say_is_refused_and_not_rounded_away(
    form: Instrumen, buku: Buku, isi: IsiSkenario, pesan: str
) -> None:
    with pytest.raises(KlaError, match=pesan):
        encode_kode(isi, form, buku)


def test_a_code_of_another_form_names_both_forms(form: Instrumen, buku: Buku) -> None:
    lain = buku_rapat("sumbawa-2022")
    kode = encode_kode(IsiSkenario(bobot={"klaster_1": 0.2}), lain.instrumen, lain)
    with pytest.raises(KlaError, match="untuk form 2022, buku data ini memakai form 2024"):
        decode_kode(kode, form, buku)
    with pytest.raises(KlaError, match="untuk form 2022"):
        dari_data_lain(kode, form, buku)


def test_a_code_from_other_data_is_read_and_told(form: Instrumen, buku: Buku) -> None:
    lain = buku_rapat("kota-contoh-2")
    kode = encode_kode(IsiSkenario(nilai={"12/1": 0.5}), form, lain)
    assert decode_kode(kode, form, buku).nilai == {"12/1": 0.5}
    assert dari_data_lain(kode, form, buku)
    assert not dari_data_lain(kode, form, lain)


def test_documents_of_another_list_are_refused(form: Instrumen, buku: Buku) -> None:
    lain = buku_rapat("kota-contoh-2")
    kode = encode_kode(IsiSkenario(status={"D017": "lengkap"}), form, lain)
    with pytest.raises(KlaError, match="daftar dokumen buku data ini"):
        decode_kode(kode, form, buku)
    with pytest.raises(KlaError, match="daftar dokumen buku data ini"):
        decode_kode(kode, form, buku_rapat("ogan-ilir-2024"))


def test_bits_that_no_scenario_gives_are_damage_and_no_crash(form: Instrumen, buku: Buku) -> None:
    a = random.Random(7)
    for _n in range(BANYAK):
        bit = Penulis()
        bit.angka(sidik_data(buku), 16)
        isi = bit.isi() + a.randbytes(a.randint(0, 30))
        try:
            decode_kode(to_kode("2024", isi), form, buku)
        except KlaError:
            continue


def test_forms_without_questions_have_codes_too() -> None:
    lain = buku_rapat("sumbawa-2022")
    isi = IsiSkenario(bobot={"klaster_1": 0.2}, nilai={"klaster_2": 170.0, "25": 10.5})
    kembali = decode_kode(encode_kode(isi, load_instrumen(PARAMS, "2022"), lain), lain.instrumen, lain)
    assert kembali.nilai == isi.nilai
    assert kembali.bobot["klaster_1"] == 0.2
