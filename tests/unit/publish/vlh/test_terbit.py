"""The files of the day: pages, the sheet and its way back."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.data.vlh.catatan import read_catatan
from kla_lib.errors import KlaError
from kla_lib.keadaan.vlh import Vlh
from kla_lib.publish.halaman.indeks import make_index
from kla_lib.publish.vlh.serah import berkas_serah
from kla_lib.publish.vlh.terbit import berkas_vlh, publish_vlh, take_vlh
from tests.pembantu.berisi import berisi
from tests.pembantu.terbit_uji import terbitkan_rapat
from tests.pembantu.vlh_uji import TUTUP, minta, vlh_contoh

KINI = TUTUP - timedelta(hours=5)


@pytest.fixture
def vlh(tmp_path: Path) -> Vlh:
    return replace(vlh_contoh(permintaan=(minta("P-01", "7/1"),)), path_catatan=tmp_path / "catatan" / "r.json")


def kepala(lembar: Worksheet, pertama: str) -> tuple[int, dict[str, int]]:
    """Return the row of names and the column of each."""
    nomor = next(r for r in range(1, 12) if lembar.cell(r, 1).value == pertama)
    return nomor, {str(sel.value): sel.column for sel in lembar[nomor]}


def isi(vlh: Vlh, path: Path, lembar: str, kunci: str, **nilai: str) -> Path:
    """Write the sheet as made, with some cells of the line of a key filled in."""
    buku = openpyxl.load_workbook(path if path.exists() else BytesIO(berkas_vlh(vlh, KINI)["vlh.xlsx"]))
    tabel = buku[lembar]
    nomor, kolom = kepala(tabel, "tempat" if lembar == "Latihan" else "id_permintaan")
    baris = next(
        r for r in range(nomor + 1, tabel.max_row + 1) if kunci in (tabel.cell(r, 1).value, tabel.cell(r, 2).value)
    )
    for nama, teks in nilai.items():
        tabel.cell(baris, kolom[nama]).value = teks
    buku.save(path)
    return path


def pesan(vlh: Vlh, berkas: Path) -> str:
    with pytest.raises(KlaError) as e:
        take_vlh(vlh, berkas)
    return str(e.value)


def test_the_page_needs_no_script_and_the_board_only_its_own() -> None:
    berkas = berkas_vlh(vlh_contoh(), KINI)
    assert "<script" not in berkas["vlh.html"].decode()
    papan = berkas["vlh-papan.html"].decode()
    assert papan.count("<script>") == 1
    assert "script-src 'sha256-" in papan
    assert [t for t in berisi(("http://", "https://", " src=")) if t in papan] == []


def test_the_same_moment_gives_the_same_files(vlh: Vlh) -> None:
    assert berkas_vlh(vlh, KINI) == berkas_vlh(vlh, KINI)


def test_what_was_filled_in_comes_back_and_the_same_sheet_twice_changes_nothing(vlh: Vlh, tmp_path: Path) -> None:
    path = tmp_path / "isi.xlsx"
    isi(vlh, path, "Latihan", "musrenbang", siap="tidak", catatan="Daftar usulan belum ada.")
    isi(vlh, path, "Permintaan", "P-01", status="dikerjakan")
    isi(vlh, path, "Permintaan", "P-02", diminta="Foto rambu sekolah.", opd="Dinas Pendidikan")
    assert take_vlh(vlh, path).berubah
    catatan = read_catatan(vlh.path_catatan, "kota-contoh-2")
    assert [(b.tempat, b.tanya, b.siap, b.catatan) for b in catatan.latihan] == [
        ("klaster_1", "musrenbang", False, "Daftar usulan belum ada.")
    ]
    assert [(p.id, p.kode, p.opd, p.status) for p in catatan.permintaan] == [
        ("P-01", "7/1", "kemenag", "dikerjakan"),
        ("P-02", None, "dinas_pendidikan", "belum"),
    ]
    assert not take_vlh(vlh, path).berubah
    baru = replace(vlh, catatan=catatan)
    lembar = openpyxl.load_workbook(BytesIO(berkas_vlh(baru, KINI)["vlh.xlsx"]))["Latihan"]
    nomor, kolom = kepala(lembar, "tempat")
    terisi = [r[kolom["siap"] - 1] for r in lembar.iter_rows(min_row=nomor + 1, values_only=True)]
    assert [s for s in terisi if s] == ["tidak"]


def test_an_old_copy_does_not_undo_what_another_has_brought_since(vlh: Vlh, tmp_path: Path) -> None:
    lama = isi(vlh, tmp_path / "lama.xlsx", "Latihan", "musrenbang", siap="ya")
    take_vlh(vlh, isi(vlh, tmp_path / "baru.xlsx", "Permintaan", "P-01", status="terpenuhi"))
    take_vlh(vlh, lama)
    catatan = read_catatan(vlh.path_catatan, "kota-contoh-2")
    assert [(p.id, p.status) for p in catatan.permintaan] == [("P-01", "terpenuhi")]
    assert [b.siap for b in catatan.latihan] == [True]


def test_an_untouched_sheet_brings_nothing(vlh: Vlh, tmp_path: Path) -> None:
    path = tmp_path / "kosong.xlsx"
    path.write_bytes(berkas_vlh(vlh, KINI)["vlh.xlsx"])
    hasil = take_vlh(vlh, path)
    assert (hasil.latihan, hasil.permintaan, hasil.berubah) == (0, 0, False)


@pytest.mark.parametrize(
    ("lembar", "kunci", "nilai", "kata"),
    [
        ("Permintaan", "P-02", {"diminta": "SK", "indikator": "7", "pertanyaan": "99"}, "pertanyaan '7/99' tidak ada"),
        ("Permintaan", "P-02", {"diminta": "SK", "status": "beres"}, "beres"),
        ("Permintaan", "P-02", {"diminta": "SK", "opd": "Dinas Kesehatn"}, "Dinas Kesehatan"),
        ("Permintaan", "P-02", {"status": "terpenuhi"}, "kolom 'diminta' kosong"),
        ("Latihan", "musrenbang", {"siap": "mungkin"}, "mungkin"),
        ("Latihan", "musrenbang", {"siap": "ya", "tempat": "klaster_9"}, "tempat 'klaster_9' tidak dikenal"),
        ("Latihan", "musrenbang", {"siap": "ya", "tanya": "99/1"}, "tanya '99/1' tidak dikenal"),
    ],
)
def test_what_cannot_be_is_named_with_its_cell_and_nothing_is_taken(
    vlh: Vlh, tmp_path: Path, lembar: str, kunci: str, nilai: dict[str, str], kata: str
) -> None:
    teks = pesan(vlh, isi(vlh, tmp_path / "isi.xlsx", lembar, kunci, **nilai))
    assert kata in teks
    assert f"isi.xlsx, lembar {lembar}, sel " in teks
    assert not vlh.path_catatan.exists()


def test_a_telephone_number_in_a_note_is_refused_and_not_repeated(vlh: Vlh, tmp_path: Path) -> None:
    nomor = "0812-3456-7890"
    teks = pesan(vlh, isi(vlh, tmp_path / "isi.xlsx", "Latihan", "musrenbang", catatan=f"Hubungi {nomor}"))
    assert "telepon" in teks
    assert nomor not in teks
    assert not vlh.path_catatan.exists()


def test_two_copies_that_use_one_id_for_two_requests_do_not_lose_one(vlh: Vlh, tmp_path: Path) -> None:
    satu, dua = tmp_path / "satu.xlsx", tmp_path / "dua.xlsx"
    take_vlh(vlh, isi(vlh, satu, "Permintaan", "P-02", diminta="Foto.", indikator="7", pertanyaan="1"))
    teks = pesan(vlh, isi(vlh, dua, "Permintaan", "P-02", diminta="SK.", indikator="8", pertanyaan="3"))
    assert "P-02 sudah dipakai untuk permintaan lain" in teks
    assert {p.diminta for p in read_catatan(vlh.path_catatan, "kota-contoh-2").permintaan} >= {"Foto."}


@pytest.mark.parametrize(
    ("nama", "kata"), [("tak-ada.xlsx", "tidak ditemukan"), ("isi.docx", "bukan lembar"), ("lain.xlsx", "tidak ada")]
)
def test_a_file_that_is_no_such_sheet_is_refused(vlh: Vlh, tmp_path: Path, nama: str, kata: str) -> None:
    if not nama.startswith("tak"):
        openpyxl.Workbook().save(tmp_path / nama)
    assert kata in pesan(vlh, tmp_path / nama)


def test_a_sheet_that_lay_there_is_kept_when_it_is_made_anew(vlh: Vlh, tmp_path: Path) -> None:
    folder = tmp_path / "kota-contoh-2"
    assert publish_vlh(vlh.keadaan, folder, berkas_vlh(vlh, KINI)) == []
    terisi = isi(vlh, folder / "vlh.xlsx", "Latihan", "musrenbang", siap="ya").read_bytes()
    (simpanan,) = publish_vlh(vlh.keadaan, folder, berkas_vlh(vlh, KINI))
    assert (folder / simpanan).read_bytes() == terisi
    assert publish_vlh(vlh.keadaan, folder, berkas_vlh(vlh, KINI)) == []


def test_the_index_of_a_publication_names_the_pages_that_lie_beside_it(vlh: Vlh, tmp_path: Path) -> None:
    folder = terbitkan_rapat(tmp_path)
    assert "vlh.html" not in make_index(vlh.keadaan, folder).decode()
    publish_vlh(vlh.keadaan, folder, berkas_vlh(vlh, KINI))
    isi = make_index(vlh.keadaan, folder).decode()
    assert [n for n in ("vlh.html", "vlh-papan.html", "vlh.xlsx") if f'href="{n}"' not in isi] == []
    assert "serah.html" not in isi


def test_the_handover_says_who_answers_what_where_documents_are_what_is_open_and_how_to_go_on(vlh: Vlh) -> None:
    berkas = berkas_serah(vlh)
    html = berkas["serah.html"].decode()
    bagian = (
        "Siapa menjawab apa",
        "Di mana setiap dokumen",
        "Janji rapat",
        "kla collect",
        "kla vlh --terima",
        "0 dari 1",
    )
    assert [b for b in bagian if b not in html] == []
    buku = openpyxl.load_workbook(BytesIO(berkas["serah.xlsx"]))
    assert buku.sheetnames == ["Sampul", "Kantor", "Pertanyaan", "Dokumen"]
    register = vlh.keadaan.register
    assert register is not None
    tulisan = {str(sel) for r in buku["Dokumen"].iter_rows(values_only=True) for sel in r}
    assert set(register["id_dokumen"]) <= tulisan
