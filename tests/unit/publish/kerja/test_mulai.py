"""`kla mulai` makes a work folder whole, completes it, and never takes anything away."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.data.buku import load_buku
from kla_lib.errors import KlaError
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import FOLDER_PARAMS, FOLDER_PROYEK
from kla_lib.publish.kerja.mulai import mulai
from kla_lib.rules.params import Params
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS

HARI = "2026-03-25"
RAPAT = f"kota-bekasi-{HARI}"


@pytest.fixture(scope="module")
def jadi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mulai") / "data-kla"
    assert main(["mulai", "Kota Bekasi", "--tahun", "2025", "--rapat", HARI, "--folder", str(folder)]) == 0
    return folder


def isi_folder(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_it_holds_all_that_the_first_day_needs(jadi: Path) -> None:
    ada = set(isi_folder(jadi))
    harap = {"kla.yaml", "BACA SAYA.txt", "buku/kota-bekasi-2025.xlsx", f"rapat/{RAPAT}.yaml"}
    assert harap | {"isian/kota-bekasi-disdukcapil.xlsx", "buku-kerja/20_skenario.ipynb"} <= ada
    assert {p.name for p in jadi.iterdir() if p.is_dir()} == {
        *("isian", "kembali", "buku", "rapat", "daerah", "skenario", "indeks", "buku-kerja", "outputs")
    }
    assert [p.name for p in jadi.parent.iterdir()] == ["data-kla"], "nothing is left beside it"


def test_meeting_and_book_fit_and_can_be_loaded(jadi: Path) -> None:
    keadaan = load_keadaan(Params(FOLDER_PARAMS, kerja=jadi), RAPAT)
    assert (keadaan.rapat.tanggal, keadaan.daerah.nama) == (date(2026, 3, 25), "Kota Bekasi")
    assert keadaan.buku.keterangan.tahun_evaluasi == 2025
    assert [s.klaster for s in keadaan.rapat.sesi] == [
        ("kelembagaan", "kelana_dekela"),
        ("klaster_1", "klaster_2"),
        ("klaster_3", "klaster_4"),
        ("klaster_5",),
    ]
    for s in berisi(keadaan.rapat.sesi):
        assert {a.pilar for a in s.anggota} == {"pemerintah", "masyarakat", "dunia_usaha", "media"}
    assert "Disdukcapil" in [a.nama for a in keadaan.rapat.sesi[1].anggota]
    assert "Polres Metro (Unit PPA)" in [a.nama for a in keadaan.rapat.sesi[3].anggota]


def test_the_sheet_of_areas_is_filled_in_with_those_of_the_city(jadi: Path) -> None:
    buku = load_buku(PARAMS, jadi / "isian" / "kota-bekasi-kelurahan.xlsx")
    assert buku.wilayah is not None
    assert buku.wilayah["kode_wilayah"].nunique() == 56


def test_again_it_changes_nothing_and_says_so(jadi: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sebelum = isi_folder(jadi)
    assert main(["mulai", "--folder", str(jadi)]) == 0
    teks = capsys.readouterr().out
    assert "Tidak ada yang kurang" in teks
    assert "isian/ (29 berkas)" in teks
    assert isi_folder(jadi) == sebelum


def test_what_lacks_is_added_and_what_she_wrote_stays(jadi: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hilang = jadi / "isian" / "kota-bekasi-bnn.xlsx"
    hilang.unlink()
    (jadi / "BACA SAYA.txt").write_text("catatan saya", encoding="utf-8")
    (jadi / "kembali" / "dari kantor.xlsx").write_bytes(b"x")
    sebelum = isi_folder(jadi)
    assert main(["mulai", "kota-bekasi", "--tahun", "2025", "--rapat", HARI, "--folder", str(jadi)]) == 0
    assert "Ditambahkan: isian/kota-bekasi-bnn.xlsx." in capsys.readouterr().out
    sesudah = isi_folder(jadi)
    assert sebelum.items() <= sesudah.items()
    assert set(sesudah) - set(sebelum) == {"isian/kota-bekasi-bnn.xlsx"}


def test_another_day_adds_a_meeting_that_follows_the_first(jadi: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sebelum = isi_folder(jadi)
    kla = (jadi / "kla.yaml").read_text(encoding="utf-8")
    assert main(["mulai", "--rapat", "2026-04-20", "--folder", str(jadi)]) == 0
    assert f"kini kota-bekasi-2026-04-20, bukan lagi {RAPAT}" in capsys.readouterr().out
    beda = {t for t, h in isi_folder(jadi).items() if sebelum.get(t) != h}
    assert beda == {"rapat/kota-bekasi-2026-04-20.yaml", "kla.yaml"}
    assert (jadi / "kla.yaml").read_text(encoding="utf-8") == kla.replace(RAPAT, "kota-bekasi-2026-04-20")
    keadaan = load_keadaan(Params(FOLDER_PARAMS, kerja=jadi), "kota-bekasi-2026-04-20")
    assert keadaan.rapat.sebelumnya == RAPAT


@pytest.mark.parametrize(
    ("minta", "pesan"),
    [
        ({"daerah": "Kota Bogor"}, "untuk daerah kota-bekasi, bukan kota-bogor"),
        ({"tahun": 2024, "tanggal": date(2025, 3, 1)}, "untuk tahun 2025, bukan 2024"),
    ],
)
def test_another_region_or_year_needs_another_folder(jadi: Path, minta: dict, pesan: str) -> None:
    sebelum = isi_folder(jadi)
    with pytest.raises(KlaError, match=rf"{pesan}.*--folder"):
        mulai(PARAMS, jadi, **minta)
    assert isi_folder(jadi) == sebelum


@pytest.mark.parametrize(
    ("minta", "pesan"),
    [
        ({"daerah": "Bekasi"}, "Kabupaten Bekasi .* atau Kota Bekasi .*Tulis nama lengkapnya"),
        ({"daerah": "Kota Bekasih"}, "tidak dikenal. Maksud Anda 'Kota Bekasi'"),
        ({"daerah": ""}, "DAERAH: daerah '' tidak dikenal"),
        ({"tahun": 1999}, "tidak ada form untuk tahun ini.*2022"),
        ({"tahun": 9999}, "tidak ada form untuk tahun ini"),
        ({"tanggal": date(2024, 3, 25)}, "bukan rapat tentang tahun 2025"),
        ({"tanggal": date(2036, 3, 25)}, "bukan rapat tentang tahun 2025"),
        ({"wilayah": Path("tidak-ada.csv")}, "tidak-ada.csv: berkas tidak ditemukan"),
    ],
)
def test_what_cannot_be_meant_leaves_nothing_half_made(tmp_path: Path, minta: dict, pesan: str) -> None:
    semua = {"daerah": "kota-bekasi", "tahun": 2025, "tanggal": date(2026, 3, 25)} | minta
    with pytest.raises(KlaError, match=pesan):
        mulai(PARAMS, tmp_path / "data-kla", **semua)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_hold_it_is_told_with_another(tmp_path: Path) -> None:
    berkas, tautan = tmp_path / "berkas", tmp_path / "tautan"
    berkas.write_bytes(b"")
    tautan.symlink_to(tmp_path, target_is_directory=True)
    for tempat, salah in (
        (FOLDER_PROYEK / "data-kla", "tidak boleh di dalam folder buku kerja"),
        (FOLDER_PROYEK.parent, "memuat folder buku kerja"),
        (berkas, "ini berkas"),
        (tautan, "ini tautan"),
    ):
        with pytest.raises(KlaError, match=rf"{salah}.*--folder"):
            mulai(PARAMS, tempat, "kota-bekasi", 2025, date(2026, 3, 25))
    assert not (FOLDER_PROYEK / "data-kla").exists()


def test_a_broken_file_of_the_folder_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / "kla.yaml").write_text("daerah: [", encoding="utf-8")
    with pytest.raises(KlaError, match=r"kla\.yaml, baris"):
        mulai(PARAMS, tmp_path, "kota-bekasi", 2025, date(2026, 3, 25))
    assert [p.name for p in tmp_path.iterdir()] == ["kla.yaml"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="a folder that root may not write does not exist")
def test_a_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(KlaError, match="tidak bisa dibuat atau ditulisi"):
        mulai(PARAMS, tmp_path / "data-kla", "kota-bekasi", 2022, date(2023, 3, 25))


def test_what_fails_on_the_way_takes_back_what_it_has_added(tmp_path: Path) -> None:
    (tmp_path / "rapat").write_text("bukan folder", encoding="utf-8")
    with pytest.raises(KlaError, match=r"'rapat' ada folder, berkas, atau tautan lain.*Tidak ada yang berubah"):
        mulai(PARAMS, tmp_path, "Kabupaten Sumbawa", 2022, date(2023, 3, 25))
    assert [p.name for p in tmp_path.iterdir()] == ["rapat"]


def test_a_form_without_questions_makes_book_and_meeting_and_areas_come_from_a_table(tmp_path: Path) -> None:
    daftar = tmp_path / "wilayah.csv"
    daftar.write_text("kode,nama,tingkat,kecamatan\nA,Alas,kecamatan,\nA1,Juran Alas,kelurahan,A\n", encoding="utf-8")
    folder = tmp_path / "data-kla"
    hasil = mulai(PARAMS, folder, "Kabupaten Sumbawa", 2022, date(2023, 3, 25), daftar)
    assert hasil.buku == "buku/sumbawa-2022.xlsx"
    keadaan = load_keadaan(Params(FOLDER_PARAMS, kerja=folder), hasil.rapat)
    assert [w.nama for w in keadaan.daerah.wilayah] == ["Alas", "Juran Alas"]
