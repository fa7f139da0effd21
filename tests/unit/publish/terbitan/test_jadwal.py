"""Which meetings come up, which of them have to be made, and why; no pack is run here."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from kla_lib.publish.terbitan.jadwal import JAUH, LEWAT, TETAP, WIB, HasilJadwal, Lewati, run_jadwal, sebab_dibuat
from kla_lib.publish.terbitan.manifes import MANIFES
from kla_lib.rules.rapat import load_rapat
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.terbitan_uji import ID, salin_rapat, terbitkan

HARI = date(2023, 2, 10)


@pytest.fixture(scope="module")
def asli(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("jadwal")
    terbitkan(salin_rapat(folder), folder / "keluaran")
    return folder


@pytest.fixture
def folder(asli: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(asli, tmp_path / "rapat"))


def sebab(folder: Path) -> tuple[str, ...]:
    return sebab_dibuat(PARAMS, load_rapat(PARAMS, folder / f"{ID}.yaml"), folder / "keluaran")


def jalankan(folder: Path, hari: date, jendela: int = 7) -> HasilJadwal:
    return run_jadwal(PARAMS, [folder], hari, jendela, folder / "keluaran")


@pytest.mark.parametrize(
    ("hari", "jendela", "harap"),
    [
        (date(2023, 2, 11), 7, LEWAT),
        (date(2023, 2, 10), 0, TETAP),
        (date(2023, 2, 3), 7, TETAP),
        (date(2023, 2, 2), 7, JAUH),
    ],
)
def test_both_ends_of_the_window_count(folder: Path, hari: date, jendela: int, harap: str) -> None:
    hasil = jalankan(folder, hari, jendela)
    assert hasil.lewati == (Lewati(ID, HARI, harap),)
    assert hasil.berhasil
    assert not hasil.ada_kabar


def test_a_meeting_that_was_never_made_has_to_be(folder: Path) -> None:
    assert sebab(folder) == ()
    (folder / "keluaran" / ID / MANIFES).unlink()
    assert sebab(folder) == ("belum pernah dibuat",)


def test_a_changed_book_and_a_changed_meeting_file_are_reasons(folder: Path) -> None:
    penilaian = folder / f"buku-{ID}" / "penilaian.csv"
    penilaian.write_text(penilaian.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert sebab(folder) == ("buku data",)
    with (folder / f"{ID}.yaml").open("a", encoding="utf-8") as f:
        f.write("# catatan\n")
    assert sebab(folder) == ("berkas rapat", "buku data")


def test_a_pack_that_failed_and_a_damaged_file_are_reasons(folder: Path) -> None:
    keluaran = folder / "keluaran" / ID
    manifes = (keluaran / MANIFES).read_text(encoding="utf-8")
    (keluaran / MANIFES).write_text(manifes.replace('"berhasil"', '"gagal"', 1), encoding="utf-8")
    (keluaran / "klaster_2" / "ringkas.html").write_bytes(b"separuh")
    (keluaran / "opd" / "a.html").unlink()
    assert sebab(folder) == (
        "paket yang gagal terakhir kali (kelana_dekela)",
        "berkas yang hilang atau rusak (opd/a.html, klaster_2/ringkas.html)",
    )


def test_packs_that_were_left_out_are_a_reason(folder: Path) -> None:
    manifes = folder / "keluaran" / ID / MANIFES
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    del isi["paket"]["klaster_4"]
    isi["paket"]["klaster_2"]["masukan"] = "sha256:lain"
    manifes.write_text(json.dumps(isi), encoding="utf-8")
    assert sebab(folder) == ("paket yang belum dibuat ulang (klaster_2)", "paket yang belum dibuat (klaster_4)")


def test_a_scenario_at_fault_is_no_reason_to_make_the_meeting(folder: Path) -> None:
    keluaran = folder / "keluaran" / ID
    shutil.copytree(keluaran / "klaster_1", keluaran / "skenario" / "coba" / "klaster_1")
    shutil.copy(keluaran / MANIFES, keluaran / "skenario" / "coba")
    assert sebab(folder) == ()


def test_a_sheet_that_was_filled_in_is_no_reason(folder: Path) -> None:
    shutil.copy(folder / "keluaran" / ID / "bahan.xlsx", folder / "keluaran" / ID / "keputusan.xlsx")
    assert sebab(folder) == ()


def test_a_book_that_is_gone_and_a_faulty_file_are_told_and_do_not_stop_the_others(folder: Path) -> None:
    salin_rapat(folder, "aaa-rapat")
    shutil.rmtree(folder / "buku-aaa-rapat")
    (folder / "zzz-rapat.yaml").write_text("id: zzz-rapat\ntanggal: besok\n", encoding="utf-8")
    hasil = jalankan(folder, HARI)
    assert [x.sebab for x in hasil.lewati] == [TETAP]
    assert {t.rapat for t in hasil.terhalang} == {"aaa-rapat", "zzz-rapat"}
    assert not hasil.berhasil
    isi = hasil.sebagai_dict()
    assert isi["berhasil"] is False
    assert all(k["perbaikan"] for t in berisi(isi["terhalang"]) for k in t["kesalahan"])


def test_a_book_that_is_gone_from_a_published_meeting_is_told(folder: Path) -> None:
    shutil.rmtree(folder / f"buku-{ID}")
    assert [t.rapat for t in jalankan(folder, HARI).terhalang] == [ID]


def test_a_broken_book_of_a_meeting_that_is_far_away_disturbs_nobody(folder: Path) -> None:
    salin_rapat(folder, "aaa-rapat", "2023-06-01")
    shutil.rmtree(folder / "buku-aaa-rapat")
    assert jalankan(folder, HARI).berhasil


def test_a_folder_without_meetings_gives_nothing(tmp_path: Path) -> None:
    assert run_jadwal(PARAMS, [tmp_path], HARI, 7, tmp_path) == HasilJadwal(HARI, date(2023, 2, 17))


def test_days_are_those_of_jakarta() -> None:
    assert WIB.utcoffset(None).total_seconds() == 7 * 3600
