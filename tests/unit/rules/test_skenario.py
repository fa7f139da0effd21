"""A scenario's file is strict: what a person may get wrong is said with its place."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from kla_lib.errors import KlaError
from kla_lib.rules.skenario import (
    PRIORITAS_KERJA,
    IsiSkenario,
    Skenario,
    check_dikenal,
    daftar_skenario,
    load_skenario,
    usul_nama,
)
from tests.pembantu.params_uji import PARAMS, params_skenario

BERKAS = """\
nama: dokumen-kesehatan
penulis: Evaluator A
alasan: Menguji apakah dokumen kesehatan mengubah kategori.
dibuat: 2025-03-10
instrumen: "2024"
hash_data: sha256:0
bobot: {klaster_1: 0.15}
nilai: {"21A/4a": 6.0, "14": 30}
status: {D017: lengkap}
"""


def tulis(folder: Path, teks: str = BERKAS, nama: str = "dokumen-kesehatan") -> Path:
    path = folder / f"{nama}.yaml"
    path.write_text(teks, encoding="utf-8")
    return path


def pesan(folder: Path, teks: str, nama: str = "dokumen-kesehatan") -> str:
    tulis(folder, teks, nama)
    with pytest.raises(KlaError) as e:
        load_skenario(params_skenario(folder), nama)
    return str(e.value)


def test_a_file_of_the_contract_is_read_by_name_and_by_path(tmp_path: Path) -> None:
    path = tulis(tmp_path)
    s = load_skenario(params_skenario(tmp_path), "dokumen-kesehatan")
    assert s == load_skenario(PARAMS, path)
    assert (s.bobot, s.nilai, s.status) == ({"klaster_1": 0.15}, {"21A/4a": 6.0, "14": 30.0}, {"D017": "lengkap"})
    assert (s.bacaan, s.dibuat) == ("instrumen_lain", date(2025, 3, 10))
    assert s.isi == IsiSkenario(bobot=s.bobot, nilai=s.nilai, status=s.status)


def test_an_empty_scenario_is_the_official_result_and_only_other_weights_make_a_simulation() -> None:
    assert IsiSkenario().kosong and not IsiSkenario().simulasi
    assert IsiSkenario(bobot={"klaster_1": 0.2}).simulasi
    assert not IsiSkenario(bacaan=PRIORITAS_KERJA, bobot={"klaster_1": 0.2}).simulasi
    assert not IsiSkenario(nilai={"14": 1.0}, status={"D1": "lengkap"}).simulasi


@pytest.mark.parametrize(
    ("isi", "kunci"),
    [
        ({"bobot": {"klaster_1": 0.0}}, "bobot"),
        ({"bobot": {"klaster_1": 1.2}}, "bobot"),
        ({"nilai": {"14": -1.0}}, "nilai"),
        ({"nilai": {"14": float("inf")}}, "nilai"),
        ({"nilai": {"14": float("nan")}}, "nilai"),
        ({"status": {"D1": "ada"}}, "status"),
        ({"bacaan": "reformasi"}, "bacaan"),
        ({"perubahan": {}}, "perubahan"),
    ],
)
def test_values_that_mean_nothing_are_refused(isi: dict[str, object], kunci: str) -> None:
    with pytest.raises(ValidationError, match=kunci):
        IsiSkenario.model_validate(isi)


@pytest.mark.parametrize("nama", ["Dokumen", "a--b", "-a", "a_b", "a b", "../rahasia", "a" * 61, ""])
def test_a_name_that_cannot_be_a_file_of_outputs_is_refused(nama: str) -> None:
    with pytest.raises(ValidationError):
        Skenario(nama=nama, penulis="A", alasan="B", dibuat=date(2025, 1, 1), instrumen="2024", hash_data="x")


@pytest.mark.parametrize("kosong", ["penulis", "alasan"])
def test_an_author_and_a_reason_are_asked_for(tmp_path: Path, kosong: str) -> None:
    baris = [f'{kosong}: "  "' if b.startswith(kosong) else b for b in BERKAS.splitlines()]
    assert kosong in pesan(tmp_path, "\n".join(baris))


def test_an_unknown_key_a_doubled_key_and_another_name_are_said_with_the_file(tmp_path: Path) -> None:
    assert "bobott" in pesan(tmp_path, BERKAS.replace("bobot:", "bobott:"))
    assert "dokumen-kesehatan.yaml" in pesan(tmp_path, BERKAS + "penulis: B\n")
    assert "berbeda dari nama berkas" in pesan(tmp_path, BERKAS, "lain")


@pytest.mark.parametrize(("kode", "nilai"), [("1e5", "1.0"), ("no", "1.0"), ("14.10", "1.0")])
def test_a_code_without_quotes_is_read_as_it_is_written_or_refused(tmp_path: Path, kode: str, nilai: str) -> None:
    tulis(tmp_path, BERKAS.replace('nilai: {"21A/4a": 6.0, "14": 30}', f"nilai: {{{kode}: {nilai}}}"))
    try:
        s = load_skenario(params_skenario(tmp_path), "dokumen-kesehatan")
    except KlaError as e:
        assert "dokumen-kesehatan.yaml" in str(e)
    else:
        assert s.nilai == {kode: float(nilai)}


def test_only_the_yaml_files_of_the_folder_are_scenarios_sorted(tmp_path: Path) -> None:
    for nama in ("zeta", "alfa"):
        tulis(tmp_path, BERKAS, nama)
    (tmp_path / "README.md").write_text("", encoding="utf-8")
    assert daftar_skenario(params_skenario(tmp_path)) == ["alfa", "zeta"]
    assert daftar_skenario(params_skenario(tmp_path / "tidak-ada")) == []


def test_an_unknown_name_gets_the_nearest_one_that_is_saved(tmp_path: Path) -> None:
    tulis(tmp_path)
    check_dikenal(params_skenario(tmp_path), ["dokumen-kesehatan"])
    with pytest.raises(KlaError, match="dokumen-kesehatan"):
        check_dikenal(params_skenario(tmp_path), ["dokumen-kesehatn"])
    with pytest.raises(KlaError):
        load_skenario(params_skenario(tmp_path), "tidak-ada")


def test_a_name_is_proposed_from_any_words() -> None:
    assert usul_nama(" Dokumen Kesehatan! ") == "dokumen-kesehatan"
    assert usul_nama("x" * 100) == "x" * 60
    assert usul_nama("???") == ""


def test_questions_tried_as_documented_are_read_in_any_order_and_a_doubled_one_is_refused(tmp_path: Path) -> None:
    tulis(tmp_path, BERKAS + 'berdokumen: ["21A/4a", "1/2b"]\n')
    s = load_skenario(params_skenario(tmp_path), "dokumen-kesehatan")
    assert s.berdokumen == ("1/2b", "21A/4a")
    assert s.isi == IsiSkenario(bobot=s.bobot, nilai=s.nilai, status=s.status, berdokumen=("21A/4a", "1/2b"))
    assert not IsiSkenario(berdokumen=("1/2b",)).kosong
    assert "'1/2b' ditulis dua kali" in pesan(tmp_path, BERKAS + 'berdokumen: ["1/2b", "1/2b"]\n')
    assert "berdokumen" in pesan(tmp_path, BERKAS + "berdokumen: 1/2b\n")
