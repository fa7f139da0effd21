"""Thirty office files, some of them wrong, become one book and a report that names every planted fault."""

import json
import shutil
from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.data.buku import Buku, hash_buku, load_buku
from kla_lib.data.kumpul.isian import daftar_peran
from kla_lib.data.kumpul.pengumpulan import Pengumpulan, collect
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.rapat import path_buku
from tests.pembantu.keluaran_uji import isi_berkas
from tests.pembantu.kiriman_uji import Berkas, buku_contoh, fill_from, write_semua, write_template
from tests.pembantu.params_uji import PARAMS

NIK = "3275" + "0123456789" + "01"
SEDIKIT = ("dinas_kesehatan", "disdukcapil", "bagian_hukum", "bapenda")
"""Offices whose files are enough to see what a corrected one changes: good ones, two that differ, a torn one."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the returned files, faults and all, as the evaluator finds it in her mail."""
    hasil = tmp_path_factory.mktemp("rapat") / "isian"
    write_semua(hasil, _rusak)
    lain = write_template(hasil / "dunia usaha lama.xlsx", "dunia_usaha")
    with Berkas(lain) as b:  # a thirtieth file, of another city
        b.isi("Keterangan", b.baris("Keterangan", kunci="daerah"), isi="kota-bekasi")
    (hasil / "SK Forum Anak.pdf").write_bytes(b"%PDF-1.4")
    (hasil / "~$kota-contoh-bnn.xlsx").write_bytes(b"lock")
    return hasil


def _rusak(opd: str, path: Path) -> None:
    """Plant one fault, or a few, in the file of some offices."""
    if opd == "bapenda":
        path.write_bytes(path.read_bytes()[:1500])  # torn on its way
        return
    with Berkas(path) as b:
        if opd == "dinas_kesehatan":
            b.jawab("12/1", nilai=30)
            b.jawab("12/2", nilai="banyak")
            b.jawab("12/3", nilai="93%")
        elif opd == "dinas_pendidikan":
            b.jawab("18/1", catatan=f"anak putus sekolah {NIK}")
        elif opd == "disdukcapil":
            b.jawab("4/1", pertanyaan="1x")
            b.jawab("1/2a", nilai=0.25)  # another office says otherwise
            b.jawab("4/3", dikonfirmasi="sudah")
        elif opd == "dinas_sosial":
            r = b.baris("Data dukung", id_dokumen="dinas-sosial-01")
            b.isi("Data dukung", r, status="lengkap sekali")
            r = b.baris("Data dukung", id_dokumen="dinas-sosial-02")
            b.isi("Data dukung", r, tanggal_dokumen="31/02/2024")
        elif opd == "kemenag":
            ws, kepala, kolom = b.kepala("Dokumen pertanyaan")
            ws.cell(kepala + 1, kolom["id_dokumen"]).value = "kemenag-99"
        elif opd == "kesbangpol":
            b.buku.create_sheet("Sheet1")["A1"] = "catatan sendiri"
        elif opd == "kepolisian":
            b.jawab("24A/1", nilai="=1/0")
        elif opd == "forum_anak":
            del b.buku["Keterangan"]
        elif opd == "bpbd":
            ws, kepala, kolom = b.kepala("Penilaian")
            for j in range(1, len(kolom) + 1):
                ws.cell(kepala + 1, j).value = ws.cell(kepala + 2, j).value
            ws.cell(kepala + 1, kolom["nilai"]).value = 0


TERTANAM = [
    ("kota-contoh-dinas_kesehatan.xlsx", "Penilaian", "nilai 30 melebihi nilai_maksimal 3 untuk 12/1"),
    ("kota-contoh-dinas_kesehatan.xlsx", "Penilaian", "'banyak'"),
    ("kota-contoh-dinas_kesehatan.xlsx", "Penilaian", "'93%' memuat tanda persen"),
    ("kota-contoh-dinas_pendidikan.xlsx", "Penilaian", "sel memuat nomor 16 angka"),
    ("kota-contoh-disdukcapil.xlsx", "Penilaian", "pertanyaan '4/1x' tidak ada di form"),
    ("kota-contoh-disdukcapil.xlsx", "Penilaian", "'sudah' bukan ya atau tidak"),
    ("kota-contoh-dinas_sosial.xlsx", "Data dukung", "'lengkap sekali' tidak dikenal"),
    ("kota-contoh-dinas_sosial.xlsx", "Data dukung", "'31/02/2024'"),
    ("kota-contoh-kemenag.xlsx", "Dokumen pertanyaan", "dokumen 'kemenag-99' tidak ada"),
    ("kota-contoh-kesbangpol.xlsx", "", "lembar 'Sheet1' tidak dikenal"),
    ("kota-contoh-kepolisian.xlsx", "Penilaian", "rumus belum dihitung"),
    ("kota-contoh-forum_anak.xlsx", "", "tabel 'Keterangan' tidak ada"),
    ("kota-contoh-bpbd.xlsx", "Penilaian", "ada dua kali"),
    ("kota-contoh-bapenda.xlsx", "", "tidak terbaca sebagai buku kerja"),
    ("dunia usaha lama.xlsx", "Keterangan", "daerah 'kota-bekasi' berbeda dari buku ('kota-contoh')"),
    ("SK Forum Anak.pdf", "", "bukan berkas isian"),
]


@pytest.fixture(scope="module")
def hasil(folder: Path) -> tuple[Path, Pengumpulan]:
    buku = folder.parent / "kota.xlsx"
    return buku, collect(PARAMS, folder, buku)


@pytest.fixture(scope="module")
def buku(hasil: tuple[Path, Pengumpulan]) -> Buku:
    return load_buku(PARAMS, hasil[0])


@pytest.mark.parametrize(("berkas", "lembar", "salah"), TERTANAM, ids=[f"{b}: {s}" for b, _l, s in TERTANAM])
def test_every_planted_fault_is_named_with_file_and_sheet(
    hasil: tuple[Path, Pengumpulan], berkas: str, lembar: str, salah: str
) -> None:
    cocok = [k for k in hasil[1].salah if k.berkas == berkas and k.lembar == lembar and salah in k.salah]
    assert cocok, [str(k) for k in hasil[1].salah if k.berkas == berkas]
    assert all(k.perbaikan for k in cocok)
    assert not lembar or lembar == "Keterangan" or all(k.sel for k in cocok)


def test_no_fault_is_named_that_nobody_planted(hasil: tuple[Path, Pengumpulan]) -> None:
    """A file without a planted fault has none, and no fault repeats personal data."""
    rusak = {b for b, _l, _s in TERTANAM}
    assert {k.berkas for k in hasil[1].salah} == rusak
    assert not [k for k in hasil[1].salah if NIK in str(k)]


def test_the_book_is_valid_and_holds_what_the_sound_files_say(buku: Buku) -> None:
    asal = buku_contoh()
    benar = asal.penilaian.set_index(["indikator", "pertanyaan"])["nilai"]
    terisi = buku.penilaian[buku.penilaian["nilai"].notna()]
    assert len(terisi) > 230
    assert all(benar[r.indikator, r.pertanyaan] == r.nilai for r in terisi.itertuples())
    assert len(buku.data_dukung) > 130


def test_nothing_is_taken_from_a_file_with_personal_data(hasil: tuple[Path, Pengumpulan], buku: Buku) -> None:
    assert "dinas_pendidikan" not in set(buku.kiriman["opd"])
    assert "dinas_pendidikan" not in set(buku.data_dukung["opd"])
    isi = isi_berkas(hasil[0])
    assert b"kota-contoh" in isi and NIK.encode() not in isi


def test_two_offices_that_differ_are_both_shown_and_neither_is_chosen(
    hasil: tuple[Path, Pengumpulan], buku: Buku
) -> None:
    (bentrok,) = hasil[1].bentrok
    assert bentrok.letak[1] == ("em", "kelembagaan", "1", "2a")
    assert {(s.opd, s.nilai) for s in bentrok.suara} >= {("disdukcapil", 0.25)}
    assert len({s.nilai for s in bentrok.suara}) == 2
    assert all(s.sel.startswith("Penilaian, sel ") and s.berkas.endswith(".xlsx") for s in bentrok.suara)
    baris = buku.penilaian[(buku.penilaian["indikator"] == "1") & (buku.penilaian["pertanyaan"] == "2a")]
    assert baris["nilai"].isna().all()
    assert set(buku.bentrok["isi"]) == {str(s.nilai) for s in bentrok.suara}


def test_the_report_says_who_delivered_and_what_is_missing(hasil: tuple[Path, Pengumpulan]) -> None:
    kurang = {k.opd: k for k in hasil[1].kekurangan}
    assert set(kurang) == set(daftar_peran(load_instrumen(PARAMS, "2024")))
    assert {k.opd for k in kurang.values() if k.keadaan == "ditolak"} == {"bapenda", "dinas_pendidikan", "forum_anak"}
    assert {k.keadaan for k in kurang.values()} == {"diterima", "ditolak"}
    assert "12/1" in kurang["dinas_kesehatan"].belum_dinilai
    assert "1/2a" in kurang["disdukcapil"].belum_dinilai


def salin_sedikit(folder: Path, salinan: Path) -> Path:
    """Copy the files of the few offices that are enough."""
    salinan.mkdir()
    for path in folder.iterdir():
        if any(opd in path.name for opd in SEDIKIT):
            shutil.copy(path, salinan)
    return salinan


def test_collecting_the_same_folder_again_gives_the_same_book(folder: Path, tmp_path: Path) -> None:
    kantor, buku = salin_sedikit(folder, tmp_path / "isian"), tmp_path / "kota.xlsx"
    pertama = collect(PARAMS, kantor, buku)
    sebelum = hash_buku(buku)
    kedua = collect(PARAMS, kantor, buku)
    assert pertama.berubah and not kedua.berubah
    assert hash_buku(buku) == sebelum
    assert len(kedua.bentrok) == len(pertama.bentrok) == 1
    assert len(kedua.salah) == len(pertama.salah) > 5


@pytest.mark.parametrize("tujuan", ["kota.xlsx", pytest.param("kota", marks=pytest.mark.soak)])
@pytest.mark.parametrize("sedikit", [True, pytest.param(False, marks=pytest.mark.soak)])
def test_a_corrected_file_changes_only_its_own_cells(
    folder: Path, sedikit: bool, tujuan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    salinan = tmp_path / "isian"
    (salin_sedikit if sedikit else shutil.copytree)(folder, salinan)
    assert main(["collect", str(salinan), "-o", str(tmp_path / tujuan)]) == 1
    sebelum = load_buku(PARAMS, tmp_path / tujuan)
    with Berkas(salinan / "kota-contoh-dinas_kesehatan.xlsx") as b:
        b.jawab("12/1", nilai=2.5)
    capsys.readouterr()
    assert main(["collect", str(salinan), "-o", str(tmp_path / tujuan), "--json"]) == 1
    laporan = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert laporan["berubah"]
    sesudah = load_buku(PARAMS, tmp_path / tujuan)
    beda = sesudah.penilaian.set_index(["indikator", "pertanyaan"])["nilai"].compare(
        sebelum.penilaian.set_index(["indikator", "pertanyaan"])["nilai"].reindex(
            sesudah.penilaian.set_index(["indikator", "pertanyaan"]).index
        )
    )
    assert list(beda.index) == [("12", "1")]


@pytest.mark.parametrize("banyak", [8, pytest.param(None, marks=pytest.mark.soak)])
def test_sound_files_become_the_example_book_again(tmp_path: Path, banyak: int | None) -> None:
    """The round trip of the whole work: book → files of the offices → book loses no mark and no document."""
    asal, kantor = buku_contoh(), tmp_path / "isian"
    kantor.mkdir()
    semua = daftar_peran(load_instrumen(PARAMS, "2024"))
    for opd in semua[:banyak]:
        write_template(kantor / f"kota-contoh-{opd}.xlsx", opd, asal)
    hasil = collect(PARAMS, kantor, tmp_path / "kota.xlsx")
    assert [str(k) for k in hasil.salah] == []
    assert hasil.bentrok == []
    buku = load_buku(PARAMS, tmp_path / "kota.xlsx")
    for nama, kunci, lebih in (("penilaian", ["indikator", "pertanyaan"], 100), ("data_dukung", ["id_dokumen"], 40)):
        a, b = (getattr(x, nama).set_index(kunci).sort_index() for x in (asal, buku))
        kolom = [k for k in a if k not in ("dikonfirmasi", "catatan_verifikator")]
        a = a.loc[b.index] if banyak else a
        assert len(b) > lebih
        assert (
            a[kolom]
            .astype(object)
            .where(a[kolom].notna(), None)
            .equals(b[kolom].astype(object).where(b[kolom].notna(), None))
        ), nama


def test_a_folder_of_nothing_but_pdf_ends_in_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "isian").mkdir()
    (tmp_path / "isian" / "SK.pdf").write_bytes(b"%PDF")
    assert main(["collect", str(tmp_path / "isian"), "-o", str(tmp_path / "kota.xlsx")]) == 2
    assert "tidak ada berkas isian di folder ini" in capsys.readouterr().err
    assert not (tmp_path / "kota.xlsx").exists()


def test_a_shipped_example_is_never_written_into(folder: Path, tmp_path: Path) -> None:
    contoh = path_buku("contoh:kota-contoh")
    sebelum = hash_buku(contoh)
    assert main(["collect", str(salin_sedikit(folder, tmp_path / "isian")), "-o", str(contoh)]) == 2
    assert hash_buku(contoh) == sebelum


def test_fill_from_fills_what_the_office_holds(tmp_path: Path) -> None:
    path = write_template(tmp_path / "x.xlsx", "dinas_kesehatan")
    fill_from(path, buku_contoh(), "dinas_kesehatan")
    assert load_buku(PARAMS, path).penilaian["nilai"].notna().sum() > 80
