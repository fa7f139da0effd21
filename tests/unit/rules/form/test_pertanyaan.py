from pathlib import Path

import pandas as pd
import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.form.pertanyaan import read_pertanyaan

KEPALA = (
    "klaster,indikator,pertanyaan,label,nilai_maksimal,opd,lampiran,matriks,foto,diisi_kecamatan,diisi_desa,terbalik\n"
)
EKOR = "ya,tidak,tidak,tidak,tidak,tidak\n"
PERAN = ("disdukcapil", "dinas_pppa", "dinas_sosial")


def muat(folder: Path, *baris: str, tanpa_opd: dict[tuple[str, str], str] | None = None) -> pd.DataFrame:
    (folder / "form.csv").write_text(KEPALA + "".join(f"{b},{EKOR}" for b in baris), encoding="utf-8")
    _mentah, tabel, salah = read_pertanyaan(folder / "form.csv", PERAN, tanpa_opd or {})
    if salah:
        raise KlaError(salah)
    return tabel


def pesan(folder: Path, *baris: str, tanpa_opd: dict[tuple[str, str], str] | None = None) -> list[str]:
    with pytest.raises(KlaError) as e:
        muat(folder, *baris, tanpa_opd=tanpa_opd)
    return [str(k) for k in e.value.kesalahan]


def test_questions_keep_their_order_and_the_responsible_office_comes_first(tmp_path: Path) -> None:
    tabel = muat(tmp_path, "klaster_1,4,10,Akta,2.5,disdukcapil|dinas_pppa", "klaster_1,4,1a,KIA,1,dinas_sosial")
    assert list(tabel.index) == [2, 3]  # the rows of the file
    assert list(tabel["pertanyaan"]) == ["10", "1a"]
    assert list(tabel["opd"]) == [("disdukcapil", "dinas_pppa"), ("dinas_sosial",)]
    assert list(tabel["nilai_maksimal"]) == [2.5, 1.0]
    assert list(tabel["lampiran"]) == [True, True]
    assert list(tabel["terbalik"]) == [False, False]


def test_a_question_declared_without_office_is_answered_by_an_area(tmp_path: Path) -> None:
    tabel = muat(tmp_path, "klaster_1,4,1,Akta,2,", tanpa_opd={("4", "1"): "kecamatan"})
    assert list(tabel["opd"]) == [("kecamatan",)]


def test_a_question_without_office_that_is_not_declared_is_refused(tmp_path: Path) -> None:
    assert pesan(tmp_path, "klaster_1,4,1,Akta,2,disdukcapil", "klaster_1,4,2,KIA,2,") == [
        "form.csv, sel F3: pertanyaan 4/2 tanpa kantor. Isi opd, atau nyatakan di tanpa_opd di kepala form."
    ]


def test_a_question_with_office_that_is_declared_without_is_refused(tmp_path: Path) -> None:
    assert pesan(tmp_path, "klaster_1,4,1,Akta,2,disdukcapil", tanpa_opd={("4", "1"): "kecamatan"}) == [
        "form.csv, sel F2: pertanyaan 4/1 punya kantor tetapi dinyatakan tanpa_opd. "
        "Hapus dari tanpa_opd di kepala form."
    ]


def test_a_declaration_of_a_question_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert pesan(tmp_path, "klaster_1,4,1,Akta,2,disdukcapil", tanpa_opd={("4", "9"): "kecamatan"}) == [
        "form.csv: tanpa_opd menyebut pertanyaan 4/9 yang tidak ada. Hapus dari tanpa_opd di kepala form."
    ]


def test_an_unknown_role_gets_the_nearest_one(tmp_path: Path) -> None:
    assert pesan(tmp_path, "klaster_1,4,1,Akta,2,disdukcapil|dinas_sosail") == [
        "form.csv, sel F2: peran 'dinas_sosail' tidak dikenal. Maksud Anda 'dinas_sosial'?"
    ]


def test_a_question_asked_twice_is_refused(tmp_path: Path) -> None:
    salah = pesan(tmp_path, "klaster_1,4,1,Akta,2,disdukcapil", "klaster_1,4,1,KIA,2,disdukcapil")
    assert [s.split(": ")[0] for s in salah] == ["form.csv, sel C2", "form.csv, sel C3"]
    assert all("indikator, pertanyaan = 4, 1 ada dua kali" in s for s in salah)


def test_faults_of_cells_and_of_offices_are_told_together(tmp_path: Path) -> None:
    salah = pesan(tmp_path, "klaster_1,4,1,Akta,dua,disdukcapil", "klaster_1,4,2,,-1,", "klaster_1,4,3,KIA,1,dukcapil")
    assert [s.split(":")[0] for s in salah] == [f"form.csv, sel {sel}" for sel in ("E2", "D3", "E3", "F4", "F3")]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KlaError) as e:
        read_pertanyaan(tmp_path / "form.csv", PERAN, {})
    assert str(e.value) == "form.csv: tabel pertanyaan tidak ditemukan. Periksa tabel_pertanyaan di kepala form."
