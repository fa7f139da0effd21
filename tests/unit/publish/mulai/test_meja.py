"""The start page without its widgets: what each step does, and that a look changes nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.gembok import lock_folder
from kla_lib.letak import FOLDER_LAIN, folder_outputs
from kla_lib.lingkungan import setel
from kla_lib.publish.mulai.jatuhan import TERBESAR
from kla_lib.publish.mulai.meja import Meja
from tests.pembantu.kiriman_uji import Berkas
from tests.pembantu.mulai_uji import di_kerja, sidik, tulis_isian


@pytest.fixture
def kerja(tmp_path: Path) -> Iterator[Path]:
    with di_kerja(tmp_path / "data-kla") as folder:
        yield folder


@pytest.fixture(scope="module")
def isian(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return tulis_isian(tmp_path_factory.mktemp("isian") / "disdukcapil.xlsx", 0.25).read_bytes()


def _taruh(meja: Meja, **berkas: bytes) -> None:
    for nama, isi in berkas.items():
        meja.jatuhan.taruh(nama.replace("_", "."), isi)


def test_a_look_tells_what_would_be_taken_and_changes_nothing(kerja: Path, isian: bytes) -> None:
    meja = Meja()
    _taruh(meja, dukcapil_xlsx=isian, foto_zip=b"PK\x03\x04", pasang_exe=b"MZ")
    sebelum = sidik(kerja)
    hasil = meja.lihat_isian()
    assert [k.berkas for k in hasil.kiriman] == ["dukcapil.xlsx"]
    assert [k.berkas for k in hasil.salah if k.jenis == "bukan_buku"] == ["foto.zip", "pasang.exe"]
    assert sidik(kerja) == sebelum


def test_taking_in_keeps_only_what_was_accepted_and_collects_it(kerja: Path, isian: bytes) -> None:
    meja = Meja()
    _taruh(meja, dukcapil_xlsx=isian, foto_zip=b"PK\x03\x04")
    dilihat = meja.lihat_isian()
    hasil, tersisih = meja.ambil_isian()
    assert [k.letak for k in hasil.kumpulan.kejadian] == [k.letak for k in dilihat.kumpulan.kejadian]
    assert hasil.berubah
    assert meja.daftar_kembali() == ["dukcapil.xlsx"]
    assert (tersisih, meja.jatuhan.berkas) == ((), [])


def test_a_newer_file_of_the_same_name_leaves_the_older_one_in_the_backups(kerja: Path, isian: bytes) -> None:
    lama = tulis_isian(kerja / "kembali" / "dukcapil.xlsx", 0.5).read_bytes()
    meja = Meja()
    _taruh(meja, dukcapil_xlsx=isian)
    meja.lihat_isian()
    _hasil, (tempat,) = meja.ambil_isian()
    assert (kerja / tempat).read_bytes() == lama
    assert (kerja / "kembali" / "dukcapil.xlsx").read_bytes() == isian


def test_a_file_of_another_city_is_refused_with_its_reason_and_written_nowhere(
    kerja: Path, isian: bytes, tmp_path: Path
) -> None:
    asing = tmp_path / "asing.xlsx"
    asing.write_bytes(isian)
    with Berkas(asing) as b:
        b.isi("Keterangan", b.baris("Keterangan", kunci="daerah"), isi="kota-bekasi")
    meja = Meja()
    _taruh(meja, asing_xlsx=asing.read_bytes())
    sebelum = sidik(kerja)
    with pytest.raises(KlaError, match="'kota-bekasi' berbeda dari buku"):
        meja.lihat_isian()
    assert sidik(kerja) == sebelum


@pytest.mark.parametrize("nama", ["../luar.xlsx", "a/b.xlsx", ".kla.yaml", "~$isian.xlsx", "", "con\x00.xlsx"])
def test_a_name_that_leads_elsewhere_is_refused(kerja: Path, nama: str) -> None:
    sebelum = sidik(kerja.parent)
    with pytest.raises(KlaError, match="bukan nama berkas isian"):
        Meja().jatuhan.taruh(nama, b"isi")
    assert sidik(kerja.parent) == sebelum


def test_a_file_too_large_for_an_office_is_refused_by_its_size(kerja: Path) -> None:
    meja = Meja()
    with pytest.raises(KlaError, match="terlalu besar untuk isian"):
        meja.jatuhan.taruh("besar.xlsx", bytes(TERBESAR + 1))
    assert meja.jatuhan.berkas == []


def test_an_example_is_only_looked_at(kerja: Path, isian: bytes) -> None:
    meja = Meja("ogan-ilir-2024")
    _taruh(meja, dukcapil_xlsx=isian)
    for langkah in (meja.lihat_isian, meja.ambil_isian, meja.lihat_keputusan):
        with pytest.raises(KlaError, match="rapat contoh hanya untuk dilihat"):
            langkah()


def test_her_meetings_come_before_the_examples_and_a_broken_one_stays_in_the_list(kerja: Path) -> None:
    (kerja / "rapat" / "rusak.yaml").write_text("id: rusak\n", encoding="utf-8")
    daftar = Meja().daftar_rapat()
    assert [i for _t, i in daftar][:2] == ["musrenbang", "rusak"]
    assert "perlu diperbaiki" in daftar[1][0]
    assert daftar[2][0].startswith("Contoh: ")


def test_before_any_page_is_made_pdf_and_decisions_say_which_button_comes_first(kerja: Path) -> None:
    meja = Meja()
    with pytest.raises(KlaError, match=r"belum ada halaman rapat ini.* Klik Buat semua halaman dahulu"):
        meja.cetak()
    assert meja.pekerja is None
    with pytest.raises(KlaError, match=r"lembar keputusan rapat ini belum dibuat.* klik Buat semua halaman"):
        meja.lihat_keputusan()


def test_with_no_meeting_each_step_asks_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with setel(FOLDER_LAIN, ""):
        for langkah in (Meja().lihat_isian, Meja().jalankan, Meja().cetak, Meja().lihat_keputusan):
            with pytest.raises(KlaError, match="belum ada rapat"):
                langkah()


def test_a_work_folder_is_made_and_worked_in_from_then_on(tmp_path: Path) -> None:
    with setel(FOLDER_LAIN, ""):
        meja = Meja()
        hasil = meja.buat("Kota Bekasi", "2025", date(2026, 3, 25), str(tmp_path / "baru"))
        assert meja.id_rapat == hasil.rapat == "kota-bekasi-2026-03-25"
        assert meja.kembali() == tmp_path / "baru" / "kembali"
        assert folder_outputs() == tmp_path / "baru" / "outputs"


def test_empty_boxes_are_named_and_nothing_is_made(tmp_path: Path) -> None:
    with setel(FOLDER_LAIN, ""), pytest.raises(KlaError, match="kotak Hari rapat: belum diisi") as galat:
        Meja().buat("", "2025", None, str(tmp_path / "baru"))
    assert len(galat.value.kesalahan) == 2
    assert not (tmp_path / "baru").exists()


def test_a_faulty_book_stops_a_run_before_it_starts(kerja: Path) -> None:
    (kerja / "buku" / "keterangan.csv").write_text("kunci,isi\n", encoding="utf-8")
    meja = Meja()
    assert meja.periksa().salah
    with pytest.raises(KlaError):
        meja.jalankan()
    assert meja.pekerja is None


def test_a_second_run_is_refused_while_the_first_is_at_work_and_another_page_meets_the_lock(kerja: Path) -> None:
    meja = Meja()
    with lock_folder(folder_outputs() / "musrenbang"):  # as the run of another page holds it
        pekerja = meja.jalankan()
        with pytest.raises(KlaError, match="masih berjalan"):
            meja.cetak()
        assert pekerja.tunggu() == 2
    assert "sedang dikerjakan oleh proses" in pekerja.teks
    assert "Traceback" not in pekerja.teks
