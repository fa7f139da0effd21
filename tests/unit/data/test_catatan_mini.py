"""Answers of a reader on file: kept at once, continued later, never with personal data."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kla_lib.data.catatan_mini import (
    JAWABAN,
    CatatanBaca,
    Jawaban,
    Terundi,
    finish_catatan,
    folder_catatan,
    path_catatan,
    read_catatan_baca,
    save_jawaban,
)
from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_CONTOH, FOLDER_OUTPUTS

SAMPEL = (Terundi(id_dokumen="D1", poin=12.5, peluang=0.25), Terundi(id_dokumen="D2", poin=40, peluang=1))
TANPA_PRIBADI = st.text(st.characters(categories=["L", "P", "Zs"]), min_size=1, max_size=60).filter(
    lambda t: "@" not in t
)


def awal(pembaca: Any = "a", sampel: tuple[Terundi, ...] = SAMPEL) -> CatatanBaca:
    return CatatanBaca(rapat="rapat-1", pembaca=pembaca, hash_data="sha256:abc", sampel=sampel)


def test_answers_are_kept_one_file_per_reader_and_continued(tmp_path: Path) -> None:
    assert read_catatan_baca(tmp_path, "rapat-1", "a") is None
    save_jawaban(tmp_path, awal(), "D1", Jawaban(status="kurang", catatan="tanpa tanda tangan"))
    save_jawaban(tmp_path, awal("b"), "D1", Jawaban(status="lengkap"))
    save_jawaban(tmp_path, awal(), "D2", Jawaban(status="tidak_terbuka"))
    a, b = (read_catatan_baca(tmp_path, "rapat-1", p) for p in ("a", "b"))
    assert a is not None and b is not None
    assert a.status == {"D1": "kurang", "D2": "tidak_terbuka"}
    assert a.jawaban["D1"].catatan == "tanpa tanda tangan"
    assert b.status == {"D1": "lengkap"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["rapat-1-a.json", "rapat-1-b.json"]


def test_what_another_window_saved_is_not_lost(tmp_path: Path) -> None:
    pagi = awal()
    save_jawaban(tmp_path, pagi, "D1", Jawaban(status="kurang"))
    assert save_jawaban(tmp_path, pagi, "D2", Jawaban(status="lengkap")).status == {"D1": "kurang", "D2": "lengkap"}


def test_a_write_that_breaks_off_leaves_the_old_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_jawaban(tmp_path, awal(), "D1", Jawaban(status="kurang"))
    lama = path_catatan(tmp_path, "rapat-1", "a").read_bytes()

    def penuh(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", penuh)
    with pytest.raises(KlaError, match="berkas tidak dapat ditulis"):
        save_jawaban(tmp_path, awal(), "D2", Jawaban(status="lengkap"))
    assert path_catatan(tmp_path, "rapat-1", "a").read_bytes() == lama
    assert [p.name for p in tmp_path.iterdir()] == ["rapat-1-a.json"]


def test_who_has_finished_changes_nothing_any_more(tmp_path: Path) -> None:
    save_jawaban(tmp_path, awal(), "D1", Jawaban(status="kurang"))
    with pytest.raises(ValidationError):
        finish_catatan(tmp_path, awal())
    save_jawaban(tmp_path, awal(), "D2", Jawaban(status="lengkap"))
    assert finish_catatan(tmp_path, awal()).selesai
    with pytest.raises(KlaError, match="sudah menyatakan selesai"):
        save_jawaban(tmp_path, awal(), "D1", Jawaban(status="lengkap"))
    tetap = read_catatan_baca(tmp_path, "rapat-1", "a")
    assert tetap is not None
    assert tetap.status == {"D1": "kurang", "D2": "lengkap"}


@pytest.mark.parametrize("catatan", ["hubungi 0812-3456-7890", "NIK 3276014501020003", "a.b@contoh.go.id"])
def test_personal_data_in_a_note_is_refused_and_not_repeated(tmp_path: Path, catatan: str) -> None:
    with pytest.raises(KlaError, match="catatan dokumen D1 memuat data pribadi") as e:
        save_jawaban(tmp_path, awal(), "D1", Jawaban(status="kurang", catatan=catatan))
    assert catatan not in str(e.value)
    assert list(tmp_path.iterdir()) == []
    isi = awal().model_copy(update={"jawaban": {"D1": Jawaban(status="kurang", catatan=catatan)}})
    path_catatan(tmp_path, "rapat-1", "a").write_text(isi.model_dump_json(), encoding="utf-8")
    with pytest.raises(KlaError, match="memuat data pribadi"):
        read_catatan_baca(tmp_path, "rapat-1", "a")


@pytest.mark.parametrize(
    "isi",
    [
        "{",
        "[]",
        awal("b").model_dump_json(),
        awal().model_dump_json().replace("rapat-1", "rapat-2"),
        awal().model_dump_json().replace('"jawaban":{}', '"jawaban":{"D9":{"status":"lengkap"}}'),
        awal().model_dump_json().replace('"selesai":false', '"selesai":true'),
    ],
)
def test_a_file_that_holds_anything_else_is_said(tmp_path: Path, isi: str) -> None:
    path_catatan(tmp_path, "rapat-1", "a").write_text(isi, encoding="utf-8")
    with pytest.raises(KlaError, match=r"rapat-1-a\.json: berkas ini bukan jawaban pembaca"):
        read_catatan_baca(tmp_path, "rapat-1", "a")


def test_answers_about_another_sample_are_not_mixed(tmp_path: Path) -> None:
    save_jawaban(tmp_path, awal(), "D1", Jawaban(status="kurang"))
    with pytest.raises(KlaError, match="sampel dokumen yang lain"):
        save_jawaban(tmp_path, awal(sampel=SAMPEL[:1]), "D1", Jawaban(status="kurang"))


def test_files_lie_beside_the_book_and_those_of_an_example_in_outputs(tmp_path: Path) -> None:
    assert folder_catatan(tmp_path / "buku.xlsx") == tmp_path / "mini-verifikasi"
    assert folder_catatan(tmp_path / "buku") == tmp_path / "mini-verifikasi"
    assert folder_catatan(FOLDER_CONTOH / "kota-contoh") == FOLDER_OUTPUTS / "mini-verifikasi"


@given(
    st.dictionaries(
        st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8),
        st.tuples(
            st.floats(0.01, 1000),
            st.floats(0.001, 1),
            st.none() | st.tuples(st.sampled_from(JAWABAN), st.none() | TANPA_PRIBADI),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_what_is_written_is_read_again(isi: dict[str, tuple[float, float, Any]]) -> None:
    sampel = tuple(Terundi(id_dokumen=d, poin=p, peluang=q) for d, (p, q, _) in isi.items())
    harap = {d: Jawaban(status=j[0], catatan=j[1]) for d, (_, _, j) in isi.items() if j}
    with TemporaryDirectory() as f:
        for d, j in harap.items():
            save_jawaban(Path(f), awal(sampel=sampel), d, j)
        hasil = read_catatan_baca(Path(f), "rapat-1", "a")
        assert (hasil.jawaban if hasil else {}) == harap
        assert hasil is None or hasil.sampel == sampel
