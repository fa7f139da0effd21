"""The index leads to what failed, the summary included."""

from pathlib import Path

import pytest

from kla_lib.publish.indeks import make_index
from kla_lib.publish.simpan import publish_paket
from kla_lib.views.konteks import Konteks, load_konteks


@pytest.fixture(scope="module")
def konteks() -> Konteks:
    return load_konteks("sumbawa-2022")


def index(konteks: Konteks, folder: Path) -> str:
    return make_index(konteks, folder).decode()


def gagalkan(folder: Path, paket: str) -> None:
    (folder / paket).mkdir(exist_ok=True)
    (folder / paket / "gagal.html").write_bytes(b"x")


def terbitkan(folder: Path, paket: str) -> None:
    publish_paket(folder / paket, {"ringkas.html": b"x"}, {"id": paket, "kalimat": {"utama": "u", "lanjutan": []}})


@pytest.mark.parametrize("paket", ["klaster_1", "ringkasan"])
def test_a_pack_that_failed_is_linked_to_its_failing_cell(konteks: Konteks, tmp_path: Path, paket: str) -> None:
    gagalkan(tmp_path, paket)
    isi = index(konteks, tmp_path)
    assert f'href="{paket}/gagal.html"' in isi
    assert "Pembuatan gagal." in isi


@pytest.mark.parametrize("paket", ["klaster_1", "ringkasan"])
def test_a_failure_beside_a_good_pack_says_that_an_older_one_is_shown(
    konteks: Konteks, tmp_path: Path, paket: str
) -> None:
    terbitkan(tmp_path, paket)
    gagalkan(tmp_path, paket)
    isi = index(konteks, tmp_path)
    assert f'href="{paket}/ringkas.html"' in isi
    assert "Pembuatan terakhir gagal; ini paket sebelumnya." in isi


def test_a_summary_that_is_torn_is_told(konteks: Konteks, tmp_path: Path) -> None:
    terbitkan(tmp_path, "ringkasan")
    (tmp_path / "ringkasan" / "ringkas.html").write_bytes(b"separuh")
    assert "Ringkasan rapat: Berkas paket ini tidak utuh; jalankan ulang." in index(konteks, tmp_path)


def test_nothing_is_said_where_nothing_failed(konteks: Konteks, tmp_path: Path) -> None:
    terbitkan(tmp_path, "ringkasan")
    assert "masalah" not in index(konteks, tmp_path).partition("<body")[2]
