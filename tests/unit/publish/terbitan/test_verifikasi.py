"""Published files held against their manifest: each that is missing, changed or unknown is named."""

import json
import shutil
from itertools import count
from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.publish.terbitan.keutuhan import check_berkas, check_terbitan, daftar_berkas
from kla_lib.publish.terbitan.manifes import INDEX, MANIFES, read_manifes, write_indeks
from kla_lib.publish.vlh.berkas import SEMUA as SEMUA_VLH
from tests.pembantu.mati_uji import run_sampai_mati
from tests.pembantu.terbitan_uji import lembar, salin_rapat, terbitkan

SEMUA = 8 * 3 + 4
"""Facts, page and paket.json of eight packs; two sheets, a page of an office, the index."""


@pytest.fixture(scope="module")
def baik(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terbit")
    return terbitkan(salin_rapat(folder), folder / "keluaran")


@pytest.fixture
def folder(baik: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(baik, tmp_path / baik.name))


def test_a_published_meeting_is_whole(folder: Path) -> None:
    hasil = check_berkas(folder)
    assert hasil.utuh
    assert hasil.sebagai_dict() == {"cocok": SEMUA, "hilang": [], "berubah": [], "asing": [], "diisi": []}


def test_missing_changed_and_unknown_files_are_named(folder: Path) -> None:
    (folder / "klaster_1" / "ringkas.html").unlink()
    (folder / "opd" / "a.html").write_bytes(b"lain")
    (folder / INDEX).write_bytes(b"lain")
    (folder / "klaster_2" / "titipan.exe").write_bytes(b"")
    hasil = check_berkas(folder)
    assert not hasil.utuh
    assert hasil.hilang == ("klaster_1/ringkas.html",)
    assert hasil.berubah == (INDEX, "opd/a.html")
    assert hasil.asing == ("klaster_2/titipan.exe",)
    assert hasil.cocok == SEMUA - 3


def test_the_field_verification_beside_the_packs_is_no_fault(folder: Path) -> None:
    for nama in SEMUA_VLH:
        (folder / nama).write_bytes(b"dibuat kla vlh")
    assert check_berkas(folder).utuh


def test_a_filled_sheet_is_no_fault(folder: Path) -> None:
    (folder / "keputusan.xlsx").write_bytes(lembar("disetujui"))
    hasil = check_berkas(folder)
    assert hasil.utuh
    assert hasil.diisi == ("keputusan.xlsx",)


@pytest.mark.parametrize(
    ("tempat", "isi"), [("keputusan.xlsx", b"bukan lembar kerja"), ("opd/a.html", lembar("diganti"))]
)
def test_a_damaged_sheet_or_a_page_of_another_kind_is_a_fault(folder: Path, tempat: str, isi: bytes) -> None:
    (folder / tempat).write_bytes(isi)
    assert check_berkas(folder).berubah == (tempat,)


def test_hashes_changed_together_with_their_file_do_not_help(folder: Path) -> None:
    """Whoever changes a page can change paket.json, but the manifest still tells."""
    paket = json.loads((folder / "klaster_1" / "paket.json").read_text(encoding="utf-8"))
    paket["berkas"]["ringkas.html"] = "sha256:palsu"
    (folder / "klaster_1" / "paket.json").write_text(json.dumps(paket), encoding="utf-8")
    assert check_berkas(folder).berubah == ("klaster_1/paket.json",)
    (folder / "klaster_1" / "paket.json").unlink()
    assert check_berkas(folder).hilang == ("klaster_1/paket.json",)


def test_logs_failures_prints_sheets_set_aside_and_hidden_files_are_known(folder: Path) -> None:
    pdf = ("rapat.pdf", "klaster_1/paket.pdf")
    milik_run = (
        "log/klaster_1.log",
        "klaster_1/gagal.html",
        ".gembok",
        ".kerja-a/x",
        "skenario/belum-jadi/klaster_1/x",
    )
    for tempat in (*pdf, *milik_run, "cadangan/keputusan-1.xlsx"):
        (folder / tempat).parent.mkdir(parents=True, exist_ok=True)
        (folder / tempat).write_bytes(b"x")
    assert check_berkas(folder).utuh


@pytest.mark.parametrize("tempat", ["skenario/coba", "en"])
def test_scenarios_and_other_languages_are_held_against_their_own_manifest(
    folder: Path, baik: Path, tempat: str
) -> None:
    shutil.copytree(baik, folder / tempat)
    assert check_berkas(folder).cocok == 2 * SEMUA
    (folder / tempat / "klaster_1" / "fakta.json").write_bytes(b"[]")
    assert check_berkas(folder).berubah == (f"{tempat}/klaster_1/fakta.json",)
    assert check_terbitan(folder).utuh


def test_a_pack_that_never_succeeded_is_no_missing_file(folder: Path) -> None:
    manifes = read_manifes(folder)
    shutil.rmtree(folder / "klaster_3")
    manifes["paket"]["klaster_3"] = {"keadaan": "gagal", "berkas": {}}
    (folder / MANIFES).write_text(json.dumps(manifes), encoding="utf-8")
    assert check_berkas(folder).utuh


@pytest.mark.parametrize("isi", [None, "", "[]", "{}", '{"paket": 1}'])
def test_a_meeting_without_a_usable_manifest_is_a_message(folder: Path, isi: str | None) -> None:
    (folder / MANIFES).unlink()
    if isi is not None:
        (folder / MANIFES).write_text(isi, encoding="utf-8")
    with pytest.raises(KlaError, match="isinya rusak" if isi is not None else "belum diterbitkan"):
        check_berkas(folder)


@pytest.mark.parametrize("isi", ['{"paket": {"a": 1}, "lampiran": 3}', '{"paket": {"a": {"berkas": []}}}'])
def test_a_manifest_of_another_shape_is_read_as_naming_nothing(folder: Path, isi: str) -> None:
    (folder / MANIFES).write_text(isi, encoding="utf-8")
    hasil = check_berkas(folder)
    assert hasil.cocok == 0
    assert "klaster_1/fakta.json" in hasil.asing


def test_an_index_renewed_after_its_run_stays_whole(folder: Path) -> None:
    write_indeks(folder, b"<p>dengan skenario</p>")
    assert (folder / INDEX).read_bytes() == b"<p>dengan skenario</p>"
    assert check_berkas(folder).utuh


def test_no_index_is_begun_where_there_was_none(tmp_path: Path) -> None:
    write_indeks(tmp_path, b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_manifest_from_before_the_index_was_hashed_names_the_rest(folder: Path) -> None:
    manifes = read_manifes(folder)
    del manifes["indeks"]
    assert INDEX not in daftar_berkas(manifes)
    (folder / MANIFES).write_text(json.dumps(manifes), encoding="utf-8")
    assert check_berkas(folder).utuh


def test_killed_while_the_index_is_replaced_the_meeting_is_whole(baik: Path, tmp_path: Path) -> None:
    for n in count(1):
        folder = Path(shutil.copytree(baik, tmp_path / str(n) / baik.name))
        mati = run_sampai_mati(lambda f=folder: write_indeks(f, b"<p>baru"), n)  # type: ignore[misc]
        assert check_berkas(folder).utuh
        write_indeks(folder, b"<p>baru")
        assert (folder / INDEX).read_bytes() == b"<p>baru"
        assert check_berkas(folder).utuh
        if not mati:
            break
    assert n > 3


@pytest.mark.parametrize("tempat", ["../luar", "/etc/hostname", "a\0b"])
def test_a_name_outside_the_meeting_is_missing_whatever_lies_there(folder: Path, tempat: str) -> None:
    (folder.parent / "luar").write_text("ada")
    isi = read_manifes(folder)
    (folder / MANIFES).write_text(json.dumps(isi | {"lampiran": isi["lampiran"] | {tempat: "sha256:0"}}))
    assert check_berkas(folder).hilang == (tempat,)


def test_links_are_refused_by_name(folder: Path) -> None:
    (folder / "klaster_9").symlink_to(folder.parent)
    with pytest.raises(KlaError, match="klaster_9: ini tautan"):
        check_berkas(folder)


def test_what_other_programs_leave_is_no_fault(folder: Path) -> None:
    for nama in (
        "Thumbs.db",
        "opd/desktop.ini",
        "~$bahan.xlsx",
        "._index.html",
        "klaster_1/x.sync-conflict-20250101-1.html",
    ):
        (folder / nama).write_bytes(b"x")
    assert check_berkas(folder).utuh
