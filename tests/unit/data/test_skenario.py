"""A scenario is checked against its book, all faults at once, and is saved whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from kla_lib.data.skenario import check_isi, check_skenario, data_lain, save_skenario, to_yaml
from kla_lib.errors import KlaError
from kla_lib.rules.skenario import IsiSkenario, Skenario, load_skenario
from tests.pembantu.params_uji import PARAMS, params_skenario
from tests.pembantu.perkiraan_uji import buku_contoh

BUKU, _, _ = buku_contoh("kota-contoh")
TANPA_DOKUMEN, _, _ = buku_contoh("ogan-ilir-2024")
PER_KLASTER, _, _ = buku_contoh("sumbawa-2022")


def skenario(nama: str = "uji", alasan: str = "Menguji.", **isi: object) -> Skenario:
    kepala = {"penulis": "Evaluator A", "dibuat": date(2025, 3, 10), "instrumen": "2024", "hash_data": BUKU.hash}
    return Skenario.model_validate(kepala | {"nama": nama, "alasan": alasan} | isi)


def pesan(s: Skenario, buku=BUKU, tahap: str = "em") -> list[str]:  # type: ignore[no-untyped-def]
    with pytest.raises(KlaError) as e:
        check_skenario(s, buku, tahap)
    return [str(k) for k in e.value.kesalahan]


def test_a_scenario_that_fits_passes() -> None:
    check_skenario(
        skenario(bobot={"klaster_1": 0.2, "21A": 0.5}, nilai={"14": 32.0}, status={"D017": "lengkap"}), BUKU, "em"
    )


def test_all_faults_are_said_at_once_each_with_file_key_value_and_remedy() -> None:
    salah = pesan(
        skenario(
            bobot={"klaster_9": 0.2}, nilai={"14": 40.0, "99/1": 1.0, "6/1": 1.0, "6": 10.0}, status={"D99X": "lengkap"}
        )
    )
    assert len(salah) == 5
    assert all(s.startswith("uji.yaml, kunci ") for s in salah)
    assert "kunci bobot, klaster_9: 'klaster_9' bukan klaster atau indikator. Pilihan: " in salah[0]
    assert any("nilai, 14: nilai 40 melebihi nilai_maksimal 32. Tulis angka 0 sampai 32." in s for s in salah)
    assert any("nilai, 99/1: '99/1' tidak ada di form" in s for s in salah)
    assert any("nilai, 6/1: 6 dinilai untuk keseluruhan" in s for s in salah)
    assert any("status, D99X: dokumen 'D99X' tidak ada" in s for s in salah)


@pytest.mark.parametrize(
    ("bobot", "kata"),
    [
        ({"klaster_1": 0.6, "klaster_2": 0.5}, "tidak ada sisa untuk yang lain"),
        ({"1": 0.5, "2": 0.3, "3": 0.3}, "bukan 1"),
    ],
)
def test_shares_that_cannot_add_to_one_are_refused(bobot: dict[str, float], kata: str) -> None:
    (satu,) = pesan(skenario(bobot=bobot))
    assert kata in satu


def test_shares_that_people_rounded_to_three_digits_are_taken() -> None:
    assert check_isi(IsiSkenario(bobot={"1": 0.333, "2": 0.333, "3": 0.333}), BUKU, "em", "uji.yaml") == []


def test_another_form_is_one_plain_fault() -> None:
    (satu,) = pesan(skenario(instrumen="2022", nilai={"99": 1.0}))
    assert "dibuat untuk form 2022, buku data memakai form 2024" in satu


def test_documents_of_a_book_that_records_none_cannot_change() -> None:
    (satu,) = pesan(skenario(status={"D017": "lengkap"}), TANPA_DOKUMEN)
    assert "belum memuat lembar Data dukung" in satu


def test_where_the_book_marks_a_klaster_as_a_whole_only_the_klaster_can_change() -> None:
    tahap = PER_KLASTER.keterangan.tahap_berjalan
    assert check_isi(IsiSkenario(nilai={"klaster_1": 60.0}), PER_KLASTER, tahap, "x") == []
    assert check_isi(IsiSkenario(nilai={"klaster_1": 160.0}), PER_KLASTER, tahap, "x")
    (satu,) = check_isi(IsiSkenario(nilai={"klaster_1": 60.0}), BUKU, "em", "x")
    assert "dijumlahkan dari bagiannya" in satu.salah


def test_other_data_is_pointed_out_and_no_fault() -> None:
    lain = skenario(hash_data="sha256:0")
    check_skenario(lain, BUKU, "em")
    assert data_lain(lain, BUKU)
    assert not data_lain(skenario(), BUKU)


def test_what_is_saved_is_loaded_again_and_saved_again_to_the_same_bytes(tmp_path: Path) -> None:
    s = skenario(
        nama="1e5",
        penulis="no",
        alasan='Ya: "bobot" #1, {a: b}\ndan baris kedua.',
        bobot={"21A": 0.123457},
        nilai={"21A/4a": 0.1, "1/1": 12.0},
        status={"D017": "lengkap"},
        berdokumen=("1/2b", "1/2c"),
    )
    path = save_skenario(params_skenario(tmp_path), s)
    assert load_skenario(PARAMS, path) == s
    assert to_yaml(load_skenario(PARAMS, path)) == path.read_bytes() == to_yaml(s)


@pytest.mark.parametrize("kata", ["no", "1e5", "21A", "null", "2025-03-10", "~", "0x10", "1_000", "- a", "=A1"])
def test_words_that_yaml_could_take_for_something_else_come_back_as_they_are(tmp_path: Path, kata: str) -> None:
    s = skenario(penulis=kata, alasan=kata, hash_data=kata)
    assert load_skenario(PARAMS, save_skenario(params_skenario(tmp_path), s)) == s


@pytest.mark.parametrize("nama", ["no", "1e5", "21a", "null", "2025-03-10", "123"])
def test_a_name_that_looks_like_something_else_is_kept(tmp_path: Path, nama: str) -> None:
    s = skenario(nama=nama)
    assert load_skenario(PARAMS, save_skenario(params_skenario(tmp_path), s)) == s


@pytest.mark.parametrize("alasan", ["Hubungi 0812-3456-7890", "NIK 3201015505100001", "tulis ke a@contoh.go.id"])
def test_personal_data_in_the_reason_is_refused_and_nothing_is_written(tmp_path: Path, alasan: str) -> None:
    with pytest.raises(KlaError, match="data pribadi"):
        save_skenario(params_skenario(tmp_path), skenario(alasan=alasan))
    assert list(tmp_path.iterdir()) == []


def test_a_name_in_use_is_refused_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    path = save_skenario(params_skenario(tmp_path), skenario())
    assert save_skenario(params_skenario(tmp_path), skenario()) == path, "the same once more is no other one"
    lain = skenario(alasan="Lain.")
    with pytest.raises(KlaError, match="sudah dipakai"):
        save_skenario(params_skenario(tmp_path), lain)
    assert load_skenario(PARAMS, path) == skenario()
    save_skenario(params_skenario(tmp_path), lain, ganti=True)
    assert load_skenario(PARAMS, path) == lain


def test_a_broken_file_of_that_name_is_not_overwritten_silently(tmp_path: Path) -> None:
    (tmp_path / "uji.yaml").write_text("nama: [", encoding="utf-8")
    with pytest.raises(KlaError, match="sudah dipakai"):
        save_skenario(params_skenario(tmp_path), skenario())


def test_a_folder_that_cannot_be_written_is_a_fault_of_the_evaluators_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    with pytest.raises(KlaError, match=r"uji\.yaml"):
        save_skenario(params_skenario(tmp_path / "berkas"), skenario())


def test_only_a_question_without_a_document_can_be_tried_as_documented() -> None:
    check_skenario(skenario(berdokumen=("1/2b", "1/2k")), BUKU, "em")
    check_skenario(skenario(berdokumen=("1/1",)), TANPA_DOKUMEN, "em")
    salah = pesan(skenario(berdokumen=("1/1", "1/99", "6/1", "klaster_1")))
    assert "berdokumen, 1/1: pertanyaan ini sudah punya dokumen di buku data: D001. Ubah status" in salah[0]
    assert "berdokumen, 1/99: '1/99' bukan pertanyaan di form" in salah[1]
    assert any("berdokumen, klaster_1" in s for s in salah)


def test_where_the_book_marks_a_whole_no_question_below_it_can_be_tried_as_documented() -> None:
    penilaian = BUKU.penilaian[BUKU.penilaian["indikator"] != "2"]
    baris = BUKU.penilaian[BUKU.penilaian["indikator"] == "2"].head(1).assign(pertanyaan=None, nilai=3.0)
    buku = replace(BUKU, penilaian=pd.concat([penilaian, baris]), dokumen_pertanyaan=BUKU.dokumen_pertanyaan.head(0))
    (satu,) = check_isi(IsiSkenario(berdokumen=("2/1",)), buku, "em", "x")
    assert "2 dinilai untuk keseluruhan" in satu.salah
