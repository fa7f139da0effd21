"""`kla decide`: the filled sheet in, what changed out."""

import argparse
import json
from pathlib import Path

import pytest

from kla_lib.cli import keputusan
from kla_lib.errors import KlaError
from tests.pembantu.buku_uji import write_folder
from tests.pembantu.keputusan_uji import BARU, LAMA, buku, keputusan_of, lembar_csv, lembar_xlsx


def jalankan(*argumen: str) -> int:
    parser = argparse.ArgumentParser()
    keputusan.add_commands(parser.add_subparsers(required=True))
    args = parser.parse_args(["decide", *argumen])
    return int(args.jalankan(args))


def test_it_prints_what_is_new_and_changed_and_what_comes_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_folder(buku(LAMA), tmp_path / "buku")
    berkas = lembar_xlsx(tmp_path / "k.xlsx", LAMA | {"hasil": None}, BARU, semula=(LAMA,))
    assert jalankan(str(berkas), "--buku", str(path)) == 0
    keluar = capsys.readouterr().out.splitlines()
    assert keluar[:3] == [
        "1 keputusan baru, 1 diubah, 0 tetap.",
        "  baru: K1-01",
        "  K0-01, hasil: Baru 14 dari 46 petugas. → kosong",
    ]
    assert keluar[3].startswith("Buku sebelumnya disalin ke cadangan/buku-")
    assert "kla run" in keluar[-1]
    assert jalankan(str(berkas), "--buku", str(path)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "0 keputusan baru, 0 diubah, 2 tetap.",
        "Tidak ada yang berubah di buku.",
    ]


def test_the_result_is_the_last_line_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_folder(buku(LAMA), tmp_path / "buku")
    berkas = lembar_csv(tmp_path / "k.csv", BARU)
    assert jalankan(str(berkas), "--buku", str(path), "--json") == 0
    keluar = capsys.readouterr()
    hasil = json.loads(keluar.out)
    assert (hasil["baru"], hasil["diubah"], hasil["berubah"]) == (["K1-01"], [], True)
    assert "1 keputusan baru" in keluar.err


def test_an_example_is_refused_and_a_book_that_is_none(tmp_path: Path) -> None:
    berkas = lembar_csv(tmp_path / "k.csv", BARU)
    with pytest.raises(KlaError, match="buku contoh tidak diubah"):
        jalankan(str(berkas), "--buku", "contoh:kota-contoh")
    with pytest.raises(KlaError, match="buku contoh 'kota-contohh' tidak ada"):
        jalankan(str(berkas), "--buku", "contoh:kota-contohh")
    with pytest.raises(KlaError, match="buku data tidak ditemukan"):
        jalankan(str(berkas), "--buku", str(tmp_path / "tidak-ada"))


def test_a_csv_sheet_may_be_of_a_meeting_outside_the_repository(tmp_path: Path) -> None:
    path = write_folder(buku(LAMA), tmp_path / "buku")
    rapat = tmp_path / "rapat-kita.yaml"
    rapat.write_text(
        'id: rapat-kita\ndaerah: kota-contoh\ntanggal: 2025-03-01\ninstrumen: "2024"\ntahap: em\n'
        "sasaran: utama\nbuku_data: buku\n",
        encoding="utf-8",
    )
    berkas = lembar_csv(tmp_path / "k.csv", BARU | {"rapat": "rapat-kita"})
    with pytest.raises(KlaError, match="tambahkan --rapat"):
        jalankan(str(berkas), "--buku", str(path))
    assert jalankan(str(berkas), "--buku", str(path), "--rapat", str(rapat)) == 0
    assert "K1-01" in keputusan_of(path)
