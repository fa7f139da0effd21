"""`kla diff`: what changed between two published meetings, as data and as sentences."""

import json
from pathlib import Path

import pytest

from kla_lib.cli import perubahan
from kla_lib.cli.pengurai import Pengurai
from kla_lib.errors import KlaError
from tests.pembantu.fakta_uji import publish_fakta, satu, write_fakta
from tests.pembantu.keadaan_uji import keadaan_contoh


@pytest.fixture(scope="module")
def keluaran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keluaran")
    for rapat in ("kota-contoh-1", "kota-contoh-2"):
        publish_fakta(keadaan_contoh(rapat), folder)
    return folder


def jalankan(*argumen: str) -> int:
    pengurai = Pengurai(prog="kla")
    perubahan.add_commands(pengurai.add_subparsers(required=True))
    args = pengurai.parse_args(["diff", *argumen])
    return int(args.jalankan(args))


def tulis(keluaran: Path, rapat: str, nilai: float) -> None:
    write_fakta([satu("form:2024", 10.0), satu("nilai:em:1/1", nilai)], keluaran / rapat / "klaster_1")


def test_the_json_holds_what_is_documented(keluaran: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan("kota-contoh-1", "kota-contoh-2", "--outputs", str(keluaran), "--json") == 1
    r = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (r["sebelum"], r["sesudah"]) == ("kota-contoh-1", "kota-contoh-2")
    ubah = {u["id"]: u for u in r["perubahan"]}
    assert list(ubah) == sorted(ubah)
    assert ubah["nilai:em:17/1"] == {
        "id": "nilai:em:17/1",
        "sebelum": 3.0,
        "sesudah": 2.0,
        "selisih": -1.0,
        "keadaan": "berubah",
    }
    assert ubah["nilai:em:5/9"]["sebelum"] is None
    assert ubah["nilai:em:5/9"]["selisih"] is None
    assert ubah["kegiatan:R47"]["keadaan"] == "baru"
    assert {"diklaim:em", "nilai:em:klaster_3"} <= {u["id"] for u in r["akibat"]}
    assert r["aturan"] == r["pesan"] == r["tak_sebanding"] == []
    assert r["sebab_perkiraan"] == ["nilai", "dokumen"]


def test_people_are_told_in_sentences_with_the_titles_of_the_book(
    keluaran: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert jalankan("kota-contoh-1", "params/rapat/kota-contoh-2.yaml", "--outputs", str(keluaran)) == 1
    baris = capsys.readouterr().out.splitlines()
    assert baris[0].startswith("Sejak rapat 11 Februari 2025: +6,25 poin terisi")
    assert "  Pertanyaan 17/1: Sosialisasi aturan KTR: 3 poin → 2 poin (-1)" in baris


def test_a_meeting_compared_with_itself_shows_no_change(keluaran: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan("kota-contoh-2", "kota-contoh-2", "--outputs", str(keluaran)) == 0
    assert capsys.readouterr().out == "Tidak ada perubahan sejak rapat 18 Maret 2025.\n"


def test_meetings_without_a_file_are_compared_by_their_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tulis(tmp_path, "a", 1.0)
    tulis(tmp_path, "b", 3.0)
    assert jalankan("a", "b", "--outputs", str(tmp_path)) == 1
    keluar = capsys.readouterr()
    assert "Sejak rapat a: " in keluar.out
    assert "  Pertanyaan 1/1: 1 poin → 3 poin (+2)" in keluar.out
    assert "a: belum diterbitkan, jadi tidak dibandingkan: kelembagaan, klaster_2" in keluar.err


def test_where_packs_are_missing_nobody_says_that_nothing_changed(tmp_path: Path) -> None:
    tulis(tmp_path, "a", 1.0)
    tulis(tmp_path, "b", 1.0)
    assert jalankan("a", "b", "--outputs", str(tmp_path)) == 2


def test_a_meeting_that_was_not_published_is_an_error_with_those_that_are(keluaran: Path) -> None:
    with pytest.raises(KlaError) as e:
        jalankan("kota-contoh-1", "kota-contoh-9", "--outputs", str(keluaran))
    assert "rapat 'kota-contoh-9' belum diterbitkan di folder ini" in str(e.value)
    assert "Pilihan: kota-contoh-1, kota-contoh-2." in str(e.value)


def test_both_meetings_are_named_when_neither_was_published(tmp_path: Path) -> None:
    with pytest.raises(KlaError) as e:
        jalankan("a", "b", "--outputs", str(tmp_path / "tidak-ada"))
    assert len(e.value.kesalahan) == 2


def test_a_torn_pack_is_told_and_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for rapat, nilai in (("a", 1.0), ("b", 3.0)):
        tulis(tmp_path, rapat, nilai)
        write_fakta([satu("form:2024", 10.0), satu("nilai:em:2/1", nilai)], tmp_path / rapat / "klaster_2")
    (tmp_path / "b" / "klaster_2" / "fakta.json").write_text("[]", encoding="utf-8")
    assert jalankan("a", "b", "--outputs", str(tmp_path), "--json") == 1
    keluar = capsys.readouterr()
    assert [u["id"] for u in json.loads(keluar.out.splitlines()[-1])["perubahan"]] == ["nilai:em:1/1"]
    assert "b: berkasnya tidak utuh, jadi tidak dibandingkan: klaster_2." in keluar.err


def test_meetings_with_no_whole_pack_in_common_are_refused(tmp_path: Path) -> None:
    tulis(tmp_path, "a", 1.0)
    write_fakta([satu("form:2024", 10.0)], tmp_path / "b" / "klaster_2")
    with pytest.raises(KlaError, match="tidak ada paket yang utuh pada kedua rapat"):
        jalankan("a", "b", "--outputs", str(tmp_path))


def test_a_meeting_of_which_all_packs_are_torn_is_refused(tmp_path: Path) -> None:
    tulis(tmp_path, "a", 1.0)
    tulis(tmp_path, "b", 1.0)
    (tmp_path / "b" / "klaster_1" / "paket.json").unlink()
    with pytest.raises(KlaError, match="tidak ada paket yang bisa dibaca: klaster_1"):
        jalankan("a", "b", "--outputs", str(tmp_path))


@pytest.mark.parametrize("rapat", ["kota-contoh-1/internal", "../kota-contoh-1", "kota-contoh-1\\internal", ".."])
def test_an_id_leads_into_no_other_folder(keluaran: Path, rapat: str) -> None:
    with pytest.raises(KlaError, match="tidak bisa menjadi nama folder"):
        jalankan(rapat, "kota-contoh-2", "--outputs", str(keluaran))
