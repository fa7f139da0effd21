"""What came back of a rehearsal and of the verifiers' requests is kept beside the book."""

from pathlib import Path

import pytest

from kla_lib.data.vlh.catatan import (
    CatatanVlh,
    Latihan,
    Permintaan,
    bertabrakan,
    gabung_catatan,
    path_catatan,
    read_catatan,
    save_catatan,
)
from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_CONTOH

LAMA = CatatanVlh(
    rapat="r",
    latihan=(Latihan(tempat="pisa", tanya="5/1", siap=False), Latihan(tempat="rbra", tanya="11/1", siap=True)),
    permintaan=(Permintaan(id="P-01", diminta="Foto", indikator="5", pertanyaan="1"),),
)


def test_notes_come_back_as_they_were_kept_and_none_are_none(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    assert read_catatan(path, "r") == CatatanVlh(rapat="r")
    save_catatan(path, LAMA)
    assert read_catatan(path, "r") == LAMA


def test_saving_again_keeps_a_copy_of_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    save_catatan(path, LAMA)
    save_catatan(path, CatatanVlh(rapat="r"))
    (salinan,) = (tmp_path / "cadangan").iterdir()
    assert CatatanVlh.model_validate_json(salinan.read_bytes()) == LAMA


@pytest.mark.parametrize("isi", [b"", b"{", b'{"rapat": "lain"}', b'{"rapat": "r", "nama": "x"}', b"\xff\xfe"])
def test_a_file_that_holds_anything_else_is_named_and_left_alone(tmp_path: Path, isi: bytes) -> None:
    path = tmp_path / "r.json"
    path.write_bytes(isi)
    with pytest.raises(KlaError, match="bukan catatan verifikasi lapangan"):
        read_catatan(path, "r")
    assert path.read_bytes() == isi


def test_new_notes_take_the_place_of_those_of_the_same_key_and_no_other_is_lost() -> None:
    baru = CatatanVlh(rapat="r", latihan=(Latihan(tempat="pisa", tanya="5/1", siap=True, catatan="Lancar."),))
    hasil = gabung_catatan(LAMA, baru)
    assert [(b.tanya, b.siap) for b in hasil.latihan] == [("5/1", True), ("11/1", True)]
    assert hasil.permintaan == LAMA.permintaan


def test_one_id_for_two_requests_is_seen_and_a_mended_text_is_none() -> None:
    def dengan(**isi: str) -> CatatanVlh:
        return CatatanVlh(rapat="r", permintaan=(Permintaan(id="P-01", **isi),))  # type: ignore[arg-type]

    assert list(bertabrakan(LAMA, dengan(diminta="SK", indikator="7", pertanyaan="1"))) == ["P-01"]
    assert list(bertabrakan(LAMA, dengan(diminta="Foto berketerangan", indikator="5", pertanyaan="1"))) == []
    assert list(bertabrakan(LAMA, dengan(diminta="Foto", indikator="6", pertanyaan="1"))) == []


def test_notes_lie_beside_the_book_and_never_in_a_shipped_example(tmp_path: Path) -> None:
    assert path_catatan(tmp_path / "buku", "r") == tmp_path / "catatan-vlh" / "r.json"
    assert not path_catatan(FOLDER_CONTOH / "kota-contoh-2", "r").is_relative_to(FOLDER_CONTOH)
