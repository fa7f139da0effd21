"""What the actions of the RAD need and exclude is judged when the book is checked, cell by cell."""

from pathlib import Path

import pytest

from kla_lib.data.buku import load_buku
from kla_lib.data.kumpul.pengumpulan import collect
from tests.pembantu.buku_uji import Isi, Penulis, isi_buku, pesan_buku, tabel, write_folder
from tests.pembantu.params_uji import PARAMS

NILAI = ["em", "klaster_1", "4", "1", 1, "ya"]
RAD = {"klaster": "klaster_1", "kegiatan": "Siaran", "opd": "bpbd", "pilar": "pemerintah", "status": "berjalan"}


def isi(*baris: tuple[str, str | None, str | None], opd: str = "bpbd", berkas_opd: str | None = None) -> Isi:
    rad = [RAD | {"id_kegiatan": n, "butuh": a, "bentrok": b, "opd": opd} for n, a, b in baris]
    dokumen = {"id_dokumen": "D1", "judul": "SK", "status": "kurang"}
    kepala = {"opd": berkas_opd} if berkas_opd else {}
    return isi_buku(
        *([] if berkas_opd else [NILAI]),
        keterangan=kepala,
        RAD=tabel("RAD", *rad),
        **({} if berkas_opd else {"Data_dukung": tabel("Data dukung", dokumen)}),
    )


def test_actions_and_documents_of_the_book_may_be_named(tmp_path: Path) -> None:
    buku = write_folder(isi(("R1", "R2; D1", "R3"), ("R2", None, None), ("R3", "R2", "-")), tmp_path / "buku")
    assert load_buku(PARAMS, buku).rad is not None


def test_every_fault_is_told_at_once_with_its_cell(penulis: Penulis) -> None:
    buku = penulis.tulis(
        isi(
            ("R1", "R7, R3", None),
            ("R2", None, "R2"),
            ("R3", "R4", "R4"),
            ("R4", "R3", None),
            ("R5", "R6", None),
            ("R6", "R5", None),
        )
    )
    assert [
        p.removeprefix(penulis.tempat("RAD").removesuffix(": ") + ", ").split(". ")[0] for p in pesan_buku(buku)
    ] == [
        "sel V2: kegiatan R1 menyebut 'R7' di kolom butuh, yang tidak ada di RAD maupun Data dukung",
        "sel W3: kegiatan R2 menyebut dirinya sendiri di kolom bentrok",
        "sel W4: kegiatan R3 membutuhkan R4 dan sekaligus bentrok dengannya",
        "sel V4: kegiatan saling menunggu: R3 → R4 → R3",
        "sel V6: kegiatan saling menunggu: R5 → R6 → R5",
    ]


def test_an_id_that_names_nothing_gets_no_other_number(tmp_path: Path) -> None:
    (pesan,) = pesan_buku(write_folder(isi(("R1", "R22", None), ("R2", None, None)), tmp_path / "buku"))
    assert "Maksud Anda" not in pesan and "Pilihan: D1, R1, R2." in pesan


@pytest.fixture
def kembali(tmp_path: Path) -> Path:
    hasil = tmp_path / "kembali"
    hasil.mkdir()
    return hasil


def test_an_office_may_name_the_action_of_another(kembali: Path, tmp_path: Path) -> None:
    write_folder(isi(("R1", "R2", None), berkas_opd="bpbd"), kembali / "bpbd")
    write_folder(isi(("R2", None, None), opd="bnn", berkas_opd="bnn"), kembali / "bnn")
    assert [k.salah for k in collect(PARAMS, kembali, tmp_path / "kota.xlsx").salah] == []
    rad = load_buku(PARAMS, tmp_path / "kota.xlsx").rad
    assert rad is not None
    assert dict(zip(rad["id_kegiatan"], rad["butuh"], strict=True)) == {"R1": "R2", "R2": None}


def test_collecting_leaves_out_only_the_cell_that_closes_a_circle_or_names_nothing(
    kembali: Path, tmp_path: Path
) -> None:
    write_folder(isi(("R1", "R2", None), ("R3", "R9", "-"), berkas_opd="bpbd"), kembali / "bpbd")
    write_folder(isi(("R2", "R1", None), opd="bnn", berkas_opd="bnn"), kembali / "bnn")
    salah = collect(PARAMS, kembali, tmp_path / "kota.xlsx").salah
    assert [(k.berkas, k.sel) for k in salah] == [("bpbd", "sel V3"), ("bpbd", "sel V2")]
    rad = load_buku(PARAMS, tmp_path / "kota.xlsx").rad
    assert rad is not None
    assert dict(zip(rad["id_kegiatan"], rad["butuh"], strict=True)) == {"R2": "R1", "R1": None, "R3": None}
