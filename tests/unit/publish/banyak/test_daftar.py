"""Which meetings a run of many makes: files and folders, by region and day; what cannot be taken up is named alone."""

from pathlib import Path

from kla_lib.letak import FOLDER_PARAMS
from kla_lib.publish.banyak.daftar import daftar_rapat
from kla_lib.publish.banyak.pesanan import GAGAL, JADI, TAK_BISA, TETAP, AkhirRapat, kode_keluar
from tests.pembantu.params_uji import PARAMS

CONTOH = FOLDER_PARAMS / "rapat"


def test_the_meetings_of_a_region_follow_each_other_by_day() -> None:
    deret, salah = daftar_rapat(PARAMS, [CONTOH])
    assert salah == []
    assert [r.id for r in deret[0]] == ["kota-contoh-1", "kota-contoh-2"]
    assert sorted(r.id for satu in deret[1:] for r in satu) == ["kota-bekasi", "ogan-ilir-2024", "sumbawa-2022"]


def test_a_file_that_is_named_twice_is_one_meeting() -> None:
    deret, salah = daftar_rapat(PARAMS, [CONTOH / "kota-bekasi.yaml", CONTOH])
    assert salah == []
    assert sum(map(len, deret)) == 5


def test_two_files_with_one_id_are_refused_and_the_others_stay(tmp_path: Path) -> None:
    kembar = tmp_path / "kota-bekasi.yaml"
    kembar.write_bytes((CONTOH / "kota-bekasi.yaml").read_bytes())
    deret, salah = daftar_rapat(PARAMS, [kembar, CONTOH])
    assert [(a.id, a.keadaan) for a in salah] == [("kota-bekasi", TAK_BISA)]
    assert "2 berkas rapat memakai id 'kota-bekasi'" in salah[0].pesan[0]
    assert sum(map(len, deret)) == 4


def test_a_folder_without_meetings_and_a_file_that_is_none_are_named(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "bukan.yaml").write_text("a: 1\n")
    deret, salah = daftar_rapat(PARAMS, [tmp_path / "kosong", tmp_path / "bukan.yaml", CONTOH / "kota-bekasi.yaml"])
    assert [(a.id, a.keadaan) for a in salah] == [("kosong", TAK_BISA), ("bukan", TAK_BISA)]
    assert "tidak berisi berkas rapat" in salah[0].pesan[0]
    assert "kunci 'id' belum ada" in salah[1].pesan[0]
    assert [[r.id for r in satu] for satu in deret] == [["kota-bekasi"]]


def test_the_exit_code_tells_whether_all_some_or_none_could_be_made() -> None:
    def kode(*keadaan: str) -> int:
        return kode_keluar([AkhirRapat(str(n), k) for n, k in enumerate(keadaan)])  # type: ignore[arg-type]

    assert kode(JADI, TETAP) == 0
    assert kode(JADI, GAGAL) == kode(TETAP, TAK_BISA) == kode(GAGAL) == 1
    assert kode(TAK_BISA, TAK_BISA) == kode() == 2
