"""A book is saved whole, after a copy, and only when nobody else has it in hand."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from kla_lib.data.bentuk import DATA_DUKUNG, DOKUMEN_PERTANYAAN, PENILAIAN
from kla_lib.data.buku import hash_buku, load_buku
from kla_lib.data.sunting.simpan import Ubahan, plan_ubahan, save_rencana, save_ubahan
from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_CONTOH
from tests.pembantu.buku_uji import Isi, Penulis, isi_buku, tabel, write_folder
from tests.pembantu.params_uji import PARAMS

KUNCI = ("em", "klaster_1", "5", "1")


WAKTU = datetime(2025, 3, 18, 9, 30, 15)


def kecil() -> Isi:
    return isi_buku(
        ["em", *KUNCI[1:], 3, "tidak", "lama", None],
        Data_dukung=tabel("Data dukung", {"id_dokumen": "D1", "judul": "SK", "status": "kurang"}),
    )


def nilai(isi: object, kunci: tuple[Any, ...] = KUNCI) -> Ubahan:
    return Ubahan(PENILAIAN, kunci, "nilai", isi)


def isi_disk(path: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (path.iterdir() if path.is_dir() else [path])}


def tolak(path: Path, *ubahan: Ubahan, hash_awal: str | None = None) -> str:
    lama = isi_disk(path)
    with pytest.raises(KlaError) as e:
        save_ubahan(PARAMS, path, ubahan, hash_awal or hash_buku(path))
    assert isi_disk(path) == lama
    return str(e.value)


def test_the_new_hash_is_that_of_the_book_on_disk(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    lama = hash_buku(path)
    baru = save_ubahan(PARAMS, path, [nilai(4)], lama)
    assert baru == hash_buku(path) != lama
    assert save_ubahan(PARAMS, path, [nilai(5)], baru) == load_buku(PARAMS, path).hash


def test_the_last_state_lies_beside_the_book(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    lama = isi_disk(path)
    hasil = save_rencana(plan_ubahan(PARAMS, path, [nilai(4)], hash_buku(path)), WAKTU)
    akhiran = ".zip" if path.is_dir() else ".xlsx"
    assert hasil.cadangan == path.parent / "cadangan" / f"buku-20250318-093015{akhiran}"
    if path.is_dir():
        with ZipFile(hasil.cadangan) as arsip:
            assert {n: arsip.read(n) for n in arsip.namelist()} == lama
    else:
        assert hasil.cadangan.read_bytes() == lama["buku.xlsx"]


def test_the_last_twenty_copies_are_kept(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    asing = path.parent / "cadangan" / "buku-lain-20250101-000000.xlsx"
    asing.parent.mkdir()
    asing.write_bytes(b"milik buku lain")
    for n in range(23):
        waktu = WAKTU + timedelta(seconds=n // 2)  # two copies in one second are two copies
        save_ubahan(PARAMS, path, [nilai(n % 2)], hash_buku(path), waktu=waktu)
    ada = sorted(p.name for p in asing.parent.iterdir() if p != asing)
    assert len(ada) == 20
    assert ada[0].startswith("buku-20250318-093016-02")
    assert asing.exists()


def test_a_change_that_changes_nothing_writes_nothing(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    lama = isi_disk(path)
    sama = [nilai(3.0), Ubahan(DATA_DUKUNG, ("D1",), "status", "kurang"), Ubahan(PENILAIAN, KUNCI, "catatan", " lama ")]
    assert save_ubahan(PARAMS, path, sama, hash_buku(path)) == hash_buku(path)
    assert isi_disk(path) == lama
    assert not (path.parent / "cadangan").exists()


def test_the_plan_says_what_will_happen(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    lama = isi_disk(path)
    baru = ("em", "klaster_1", "5", "2")
    rencana = plan_ubahan(
        PARAMS,
        path,
        [nilai(4), nilai(1, baru), Ubahan(DATA_DUKUNG, ("D1",), "status", "lengkap")],
        hash_buku(path),
    )
    assert rencana.sel == {"Penilaian": 6, "Data dukung": 1}
    assert rencana.baris_baru == {"Penilaian": 1}
    assert isi_disk(path) == lama


def test_a_book_that_somebody_else_saved_is_not_overwritten(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    lama = hash_buku(path)
    save_ubahan(PARAMS, path, [nilai(4)], lama)
    assert "buku data sudah berubah sejak dibaca. Muat ulang bukunya" in tolak(path, nilai(5), hash_awal=lama)


def test_a_book_saved_by_somebody_else_after_the_plan_is_not_overwritten(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    rencana = plan_ubahan(PARAMS, path, [nilai(4)], hash_buku(path))
    save_ubahan(PARAMS, path, [nilai(5)], hash_buku(path))
    with pytest.raises(KlaError, match="sudah berubah"):
        save_rencana(rencana)
    hasil = load_buku(PARAMS, path).penilaian
    assert hasil is not None
    assert list(hasil["nilai"]) == [5]


@pytest.mark.parametrize(("awalan", "akhiran", "program"), [("~$", "", "Excel"), (".~lock.", "#", "LibreOffice")])
def test_a_book_open_in_a_spreadsheet_program_is_not_written(
    penulis: Penulis, awalan: str, akhiran: str, program: str
) -> None:
    path = penulis.tulis(kecil())
    berkas = path / "penilaian.csv" if path.is_dir() else path
    (berkas.parent / f"{awalan}{berkas.name}{akhiran}").write_bytes(b"x")
    assert f"{berkas.name}: berkas sedang terbuka di {program}. Simpan dan tutup dulu di sana." in tolak(path, nilai(4))


def test_a_read_only_book_is_not_written(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    berkas = path / "penilaian.csv" if path.is_dir() else path
    berkas.chmod(0o444)
    assert f"{berkas.name}: berkas hanya boleh dibaca" in tolak(path, nilai(4))


def test_the_rights_of_a_file_stay(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    berkas = path / "penilaian.csv" if path.is_dir() else path
    berkas.chmod(0o664)
    save_ubahan(PARAMS, path, [nilai(4)], hash_buku(path))
    assert berkas.stat().st_mode & 0o777 == 0o664


def test_a_shipped_example_is_not_changed() -> None:
    path = FOLDER_CONTOH / "ogan-ilir-2024"
    teks = tolak(path, nilai(4))
    assert teks.startswith("kla_lib/contoh/ogan-ilir-2024: buku contoh tidak diubah. Salin folder ini")


@pytest.mark.parametrize("akhiran", [".xls", ".ods"])
def test_another_kind_of_workbook_must_become_xlsx_first(tmp_path: Path, akhiran: str) -> None:
    path = tmp_path / f"buku{akhiran}"
    path.write_bytes(b"isi")
    assert f"buku{akhiran}: berkas {akhiran} hanya dapat dibaca. Simpan dulu sebagai XLSX" in tolak(path, nilai(4))


def test_a_book_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(KlaError, match="buku data tidak ditemukan"):
        save_ubahan(PARAMS, tmp_path / "tiada.xlsx", [nilai(4)], "sha256:0")


def test_a_change_that_makes_the_book_faulty_is_refused(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    teks = tolak(
        path, nilai(11), Ubahan(DATA_DUKUNG, ("D1",), "status", "bagus"), nilai(1, ("em", "klaster_1", "5", "99"))
    )
    assert f"{penulis.tempat('Penilaian', 'sel E2')}nilai 11 melebihi nilai_maksimal 10" in teks
    assert f"{penulis.tempat('Data dukung', 'sel G2')}'bagus' tidak dikenal" in teks
    assert "pertanyaan '5/99' tidak ada di form" in teks
    assert not (path.parent / "cadangan").exists()


def test_a_change_may_mend_a_cell_at_fault(penulis: Penulis) -> None:
    path = penulis.tulis(isi_buku(["em", *KUNCI[1:], "belum tahu"]))
    save_ubahan(PARAMS, path, [nilai(None)], hash_buku(path))
    hasil = load_buku(PARAMS, path).penilaian
    assert hasil is not None
    assert hasil["nilai"].isna().all()


def test_a_table_without_a_column_of_its_key_is_said(penulis: Penulis) -> None:
    isi = kecil()
    isi["Penilaian"][0][3] = "pertanyan"
    assert "kolom 'pertanyaan' tidak ada" in tolak(penulis.tulis(isi), nilai(4))


def test_a_column_that_the_table_lacks_is_added(penulis: Penulis) -> None:
    isi = kecil()
    isi["Penilaian"] = [b[:6] + b[7:] for b in isi["Penilaian"]]
    path = penulis.tulis(isi)
    save_ubahan(PARAMS, path, [Ubahan(PENILAIAN, KUNCI, "catatan", "baru")], hash_buku(path))
    hasil = load_buku(PARAMS, path).penilaian
    assert hasil is not None
    assert hasil.loc[2, "catatan"] == "baru"


def test_the_table_may_stand_below_titles(penulis: Penulis) -> None:
    isi = kecil()
    isi["Penilaian"] = [["Isian Kota Contoh"], [None], *isi["Penilaian"]]
    path = penulis.tulis(isi)
    save_ubahan(PARAMS, path, [nilai(4), nilai(1, ("em", "klaster_1", "5", "2"))], hash_buku(path))
    hasil = load_buku(PARAMS, path).penilaian
    assert hasil is not None
    assert list(hasil["nilai"].items()) == [(4, 4), (5, 1)]


def test_a_crash_before_the_new_file_is_in_place_leaves_the_old_one(
    penulis: Penulis, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = penulis.tulis(kecil())
    lama = isi_disk(path)
    asli = os.replace

    def replace(dari: Any, ke: Any) -> None:
        if "cadangan" not in Path(ke).parts:
            raise KeyboardInterrupt
        asli(dari, ke)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        save_ubahan(PARAMS, path, [nilai(4)], hash_buku(path))
    assert isi_disk(path) == lama
    assert len(list((path.parent / "cadangan").iterdir())) == 1


def test_where_one_file_of_a_folder_cannot_be_written_none_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_folder(kecil(), tmp_path / "buku")
    asli = os.replace

    def replace(dari: Any, ke: Any) -> None:
        if Path(ke).name == "data_dukung.csv":
            raise PermissionError(13, "Permission denied")
        asli(dari, ke)

    monkeypatch.setattr(os, "replace", replace)
    teks = tolak(path, nilai(4), Ubahan(DATA_DUKUNG, ("D1",), "status", "lengkap"))
    assert "(kita tidak berhak menulis, atau berkasnya sedang dibuka). Tutup berkas ini di Excel" in teks


def test_a_change_that_names_no_such_column_is_a_mistake_of_the_program(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    for salah in (Ubahan(PENILAIAN, KUNCI, "skor", 1), Ubahan(PENILAIAN, KUNCI, "tahap", "va")):
        with pytest.raises(ValueError, match="is not a column that a change may name"):
            save_ubahan(PARAMS, path, [salah], hash_buku(path))
    with pytest.raises(ValueError, match="two changes of one cell"):
        save_ubahan(PARAMS, path, [nilai(1), nilai(2)], hash_buku(path))


def test_a_document_of_another_table_may_be_added_with_its_question(penulis: Penulis) -> None:
    path = penulis.tulis(kecil())
    baru = [
        Ubahan(DATA_DUKUNG, ("D2",), "judul", "SE"),
        Ubahan(DATA_DUKUNG, ("D2",), "status", "lengkap"),
        Ubahan(DATA_DUKUNG, ("D2",), "tanggal_dokumen", date(2024, 5, 6)),
        Ubahan(DOKUMEN_PERTANYAAN, ("5", "1", "D2"), "wajib", True),
    ]
    save_ubahan(PARAMS, path, baru, hash_buku(path))
    buku = load_buku(PARAMS, path)
    assert buku.data_dukung is not None and buku.dokumen_pertanyaan is not None
    assert buku.data_dukung.loc[3, ["judul", "tanggal_dokumen"]].tolist() == ["SE", date(2024, 5, 6)]
    assert buku.dokumen_pertanyaan.loc[2].tolist() == ["5", "1", "D2", True]
    if path.suffix:
        assert openpyxl.load_workbook(path).sheetnames == [
            "Keterangan",
            "Penilaian",
            "Data dukung",
            "Dokumen pertanyaan",
        ]
