"""Pages that are not for the public say so everywhere, lie in a folder of their own, show what the public must not see.

Slow, because a meeting is run for real.
"""

import json
import os
import shutil
import stat
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kla_lib.data.terbit.fakta import read_fakta_terbit
from kla_lib.errors import KlaError
from kla_lib.keadaan.fakta import fakta_paket
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan, load_paket
from kla_lib.keadaan.perbandingan import Perbandingan, banding_of
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.publish.terbitan.masukan import masukan_rapat
from kla_lib.rules.privasi import INTERNAL
from kla_lib.rules.skenario import Skenario
from kla_lib.views.rupa.spanduk import teks_spanduk
from tests.pembantu.berisi import berisi
from tests.pembantu.fakta_uji import publish_fakta
from tests.pembantu.keluaran_uji import kla_run
from tests.pembantu.params_uji import PARAMS

RAPAT = "kota-contoh-1"
TANDA = "INTERNAL: jangan diteruskan"
LEMBAR_MESIN = "hidden"


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outputs")
    berkas = FOLDER_PARAMS / "rapat" / f"{RAPAT}.yaml"
    jalan = kla_run(berkas, folder, "--untuk", "internal", "--only", "klaster_5")
    assert jalan.kode == 0, jalan.pesan
    assert "Isi folder ini internal: jangan diteruskan." in jalan.keluar
    return folder


def test_they_lie_in_a_folder_of_their_own_and_publish_nothing(outputs: Path) -> None:
    assert [p.name for p in (outputs / RAPAT).iterdir() if not p.name.startswith(".")] == [INTERNAL]
    assert not (outputs / "perkiraan").exists(), "a forecast that nobody else sees is not published"


@pytest.mark.skipif(os.name == "nt", reason="Windows gives files the rights of their folder")
def test_nobody_but_their_owner_reads_them_and_the_index_of_all_stays_open(outputs: Path) -> None:
    semua = [p for p in (outputs / RAPAT / INTERNAL).rglob("*") if not p.is_symlink()]
    hak = {stat.S_IMODE(p.stat().st_mode) for p in berisi([outputs / RAPAT / INTERNAL, *semua])}
    assert hak == {0o600, 0o700}
    assert stat.S_IMODE((outputs / "index.html").stat().st_mode) & 0o044, "it tells of public meetings only"


def test_every_page_and_sheet_says_so(outputs: Path) -> None:
    halaman = list((outputs / RAPAT).rglob("*.html"))
    assert len(halaman) > 20
    for path in halaman:
        assert TANDA in path.read_text(encoding="utf-8"), path
    for path in berisi(outputs.rglob("*.xlsx")):
        for lembar in berisi(openpyxl.load_workbook(path)):
            if lembar.sheet_state != LEMBAR_MESIN:
                atas = [str(c) for baris in lembar.iter_rows(max_row=8, values_only=True) for c in baris if c]
                assert any(TANDA in isi for isi in atas), f"{path.name} {lembar.title}"


def test_they_show_the_numbers_that_the_public_does_not_see(outputs: Path) -> None:
    terbit = json.loads((outputs / RAPAT / INTERNAL / "klaster_5" / "fakta.json").read_text(encoding="utf-8"))
    internal = {f["id"]: f["nilai"] for f in terbit}
    publik = {f["id"]: f["nilai"] for f in fakta_paket(load_paket(PARAMS, RAPAT, "klaster_5"))}
    beda = {k for k in internal if internal[k] is not None and publik.get(k) is None}
    assert beda or internal == publik
    assert {k: internal[k] for k in publik if publik[k] is not None} == {
        k: v for k, v in publik.items() if v is not None
    }
    semua = load_keadaan(PARAMS, RAPAT, untuk=INTERNAL)
    assert semua.capaian is not None and ((semua.capaian["nilai"] > 0) & (semua.capaian["nilai"] < 5)).any()


def test_public_pages_are_the_default_and_never_say_internal() -> None:
    keadaan = load_keadaan(PARAMS, RAPAT)
    assert (keadaan.untuk, keadaan.internal) == ("publik", False)


def test_another_word_than_the_two_is_refused() -> None:
    with pytest.raises(KlaError, match=r"'Internal' tidak dikenal\. Maksud Anda 'internal'"):
        load_keadaan(PARAMS, RAPAT, untuk="Internal")


def test_the_changes_of_an_internal_page_say_what_they_are_compared_with(
    outputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kini = load_keadaan(PARAMS, "kota-contoh-2", untuk=INTERNAL)
    lama = load_keadaan(PARAMS, RAPAT)
    publish_fakta(lama, tmp_path)
    monkeypatch.setenv("KLA_FOLDER_KELUARAN", str(tmp_path))
    kalimat = "hanya dibuat untuk publik; angka yang disamarkan di sana tampak sebagai perubahan."
    assert any(kalimat in p for p in banding_of(kini).pesan)
    publish_fakta(load_keadaan(PARAMS, RAPAT, untuk=INTERNAL), tmp_path / "isi")
    (tmp_path / "isi" / RAPAT).rename(tmp_path / RAPAT / INTERNAL)
    b = banding_of(load_keadaan(PARAMS, "kota-contoh-2", untuk=INTERNAL))
    assert not b.pesan and ids(b) == ids(banding_of(load_keadaan(PARAMS, "kota-contoh-2"))), (
        "the same rows changed, whoever looks at them"
    )


def test_an_internal_run_leaves_no_trace_in_what_public_pages_are_made_of(tmp_path: Path) -> None:
    kini = load_keadaan(PARAMS, "kota-contoh-2")
    publish_fakta(load_keadaan(PARAMS, RAPAT), tmp_path)
    sebelum = masukan_rapat(kini, tmp_path)
    publish_fakta(load_keadaan(PARAMS, RAPAT, untuk=INTERNAL), tmp_path / "isi")
    (tmp_path / "isi" / RAPAT).rename(tmp_path / RAPAT / INTERNAL)
    assert masukan_rapat(kini, tmp_path) == sebelum
    assert kini.buku.hash not in json.dumps(sebelum), "nobody can try candidates for a hidden figure"


def test_an_internal_pack_in_the_place_of_a_public_one_is_not_read(outputs: Path, tmp_path: Path) -> None:
    shutil.copytree(outputs / RAPAT / INTERNAL / "klaster_5", tmp_path / RAPAT / "klaster_5")
    assert read_fakta_terbit(outputs, RAPAT, ["klaster_5"], INTERNAL).paket
    assert not read_fakta_terbit(tmp_path, RAPAT, ["klaster_5"]).paket


def ids(b: Perbandingan) -> set[str]:
    assert b.perubahan is not None
    return {s.id for s in b.perubahan.perubahan if s.id.count(":") == 1}  # rows, not the numbers that only some see


def test_who_made_a_scenario_is_named_to_those_who_work_with_it_only(dua_pembaca: tuple[Keadaan, Keadaan]) -> None:
    publik, internal = (" ".join(teks_spanduk(k)) for k in dua_pembaca)
    assert "Evaluator A" not in publik and "Skenario uji, 10 Maret 2025: Menguji." in publik
    assert "Skenario uji oleh Evaluator A, 10 Maret 2025: Menguji." in internal


@pytest.fixture
def dua_pembaca() -> tuple[Keadaan, Keadaan]:
    s = Skenario(
        nama="uji",
        penulis="Evaluator A",
        alasan="Menguji.",
        dibuat=date(2025, 3, 10),
        instrumen="2024",
        hash_data="x",
        nilai={"14": 30.0},
    )
    return load_keadaan(PARAMS, RAPAT).dengan(s), load_keadaan(PARAMS, RAPAT, untuk=INTERNAL).dengan(s)
