"""Collecting files on disk: whose answers count, what becomes of each file, how the new book looks."""

import json
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from kla_lib.cli import main
from kla_lib.data.buku import load_buku
from kla_lib.data.kumpul.pengumpulan import collect
from kla_lib.publish.lembar.buku_kumpulan import layout_buku
from tests.pembantu.kiriman_uji import Berkas, buku_contoh, kiriman, write_template
from tests.pembantu.params_uji import PARAMS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    hasil = tmp_path / "isian"
    hasil.mkdir()
    return hasil


def kirim(folder: Path, opd: str, isi: bool = True) -> Path:
    path = folder / f"kota-contoh-{opd}.xlsx"
    if not isi:
        return write_template(path, opd)
    path.write_bytes(kiriman(opd))
    return path


def salah(folder: Path, tujuan: Path) -> list[str]:
    return [str(k) for k in collect(PARAMS, folder, tujuan).salah]


def test_an_answer_to_another_offices_question_is_named_and_left_out(folder: Path, tmp_path: Path) -> None:
    with Berkas(kirim(folder, "satpol_pp")) as b:
        sel = b.jawab("17/4", indikator="12", pertanyaan="1", klaster="klaster_3")
    (pesan,) = salah(folder, tmp_path / "kota.xlsx")
    assert "lembar Penilaian" in pesan and sel
    assert "pertanyaan 12/1 bukan milik kantor ini. Pemegangnya Dinas Kesehatan" in pesan
    assert "12" not in set(load_buku(PARAMS, tmp_path / "kota.xlsx").penilaian["indikator"])


def test_a_sign_that_no_sheet_can_hold_costs_its_cell_and_no_office(folder: Path, tmp_path: Path) -> None:
    kirim(folder, "bpbd")
    with Berkas(kirim(folder, "satpol_pp")) as b:
        sel = b.jawab("17/4", nilai=1, catatan="rekap_x000B_imunisasi")
    (pesan,) = salah(folder, tmp_path / "kota.xlsx")
    assert f"lembar Penilaian, sel {sel}: teks memuat tanda kendali" in pesan and "U+000B" in pesan
    nilai = load_buku(PARAMS, tmp_path / "kota.xlsx").penilaian
    assert nilai is not None
    baris = nilai[(nilai["indikator"] == "17") & (nilai["pertanyaan"] == "4")]
    assert list(baris["nilai"]) == [1] and list(baris["catatan"]) == [None]


def test_an_office_cannot_speak_for_the_verifier(folder: Path, tmp_path: Path) -> None:
    with Berkas(kirim(folder, "satpol_pp")) as b:
        b.jawab("17/4", catatan_verifikator="diterima")
    assert ["catatan_verifikator diisi kantor" in p for p in salah(folder, tmp_path / "kota.xlsx")] == [True]


def test_two_offices_with_one_document_number_lose_nothing_silently(folder: Path, tmp_path: Path) -> None:
    for opd in ("satpol_pp", "bpbd"):
        with Berkas(kirim(folder, opd)) as b:
            b.isi(
                "Data dukung", b.baris("Data dukung", judul=None), id_dokumen="D45", judul=f"SK {opd}", status="kurang"
            )
    pesan = salah(folder, tmp_path / "kota.xlsx")
    assert ["nomor dokumen 'D45' dipakai untuk judul lain" in p for p in pesan] == [True, True]
    assert "D45" not in set(load_buku(PARAMS, tmp_path / "kota.xlsx").data_dukung["id_dokumen"])


def test_each_office_is_told_apart_by_what_became_of_its_file(folder: Path, tmp_path: Path) -> None:
    kirim(folder, "satpol_pp")
    kirim(folder, "bnn", isi=False)
    kirim(folder, "bpbd").write_bytes(b"PK\x03\x04 rusak")
    keadaan = {k.opd: k.keadaan for k in collect(PARAMS, folder, tmp_path / "kota.xlsx").kekurangan}
    assert (keadaan["satpol_pp"], keadaan["bnn"], keadaan["bpbd"], keadaan["bapenda"]) == (
        "diterima",
        "kosong",
        "ditolak",
        "belum",
    )


def bertanggal(path: Path, waktu: str) -> None:
    """Let a workbook say inside when it was saved."""
    with ZipFile(path) as lama:
        isi = {n: lama.read(n) for n in lama.namelist()}
    inti = isi["docProps/core.xml"].decode()
    isi["docProps/core.xml"] = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{waktu}", inti).encode()
    with ZipFile(path, "w") as baru:
        for nama, b in isi.items():
            baru.writestr(nama, b)


def test_the_newer_of_two_files_of_an_office_replaces_the_older_cell_by_cell(folder: Path, tmp_path: Path) -> None:
    for nama, waktu, nilai, catatan in (("a", "2025-03-02", 1, None), ("b", "2025-03-01", 0.5, "dari yang lama")):
        path = write_template(folder / f"{nama}.xlsx", "satpol_pp")
        with Berkas(path) as b:
            b.jawab("17/4", nilai=nilai, catatan=catatan)
        bertanggal(path, f"{waktu}T08:00:00Z")
    p = collect(PARAMS, folder, tmp_path / "kota.xlsx")
    assert (p.bentrok, p.salah) == ([], ())
    buku = load_buku(PARAMS, tmp_path / "kota.xlsx").penilaian
    baris = buku[(buku["indikator"] == "17") & (buku["pertanyaan"] == "4")]
    assert list(baris["nilai"]) == [1], "the newer file's"
    assert list(baris["catatan"]) == ["dari yang lama"], "an empty cell replaces nothing"


@pytest.mark.parametrize("nama", ["penilaian bpbd rev2.csv", "BPBD.CSV", "kota-contoh-bpbd.pdf"])
def test_a_file_that_is_no_book_is_named_with_its_remedy_and_its_office_has_sent_one(
    folder: Path, tmp_path: Path, nama: str
) -> None:
    kirim(folder, "satpol_pp")
    (folder / nama).write_text("tahap,klaster\nem,klaster_1\n", encoding="utf-8")
    p = collect(PARAMS, folder, tmp_path / "kota.xlsx")
    (salah,) = p.salah
    assert salah.berkas == nama and "templat" in salah.perbaikan
    assert p.pengirim[nama] == "bpbd"
    assert next(k.keadaan for k in p.kekurangan if k.opd == "bpbd") == "ditolak"


def test_a_folder_of_csv_without_its_head_is_named_and_its_office_has_sent_one(folder: Path, tmp_path: Path) -> None:
    kirim(folder, "satpol_pp")
    (folder / "bpbd").mkdir()
    (folder / "bpbd" / "nilai 2025.csv").write_text("tahap,klaster\nem,klaster_1\n", encoding="utf-8")
    p = collect(PARAMS, folder, tmp_path / "kota.xlsx")
    assert any("berkas 'nilai 2025.csv' tidak dikenal" in k.salah for k in p.salah)
    assert next(k.keadaan for k in p.kekurangan if k.opd == "bpbd") == "ditolak"


def test_a_file_name_with_two_offices_names_none(folder: Path, tmp_path: Path) -> None:
    kirim(folder, "satpol_pp")
    (folder / "bpbd dan bnn.csv").write_text("a,b\n", encoding="utf-8")
    keadaan = {k.opd: k.keadaan for k in collect(PARAMS, folder, tmp_path / "kota.xlsx").kekurangan}
    assert keadaan["bpbd"] == keadaan["bnn"] == "belum"


def test_a_fresh_answer_counts_and_last_years_only_when_changed_or_confirmed(folder: Path, tmp_path: Path) -> None:
    path = write_template(folder / "kota-contoh-dinas_kesehatan.xlsx", "dinas_kesehatan", buku_contoh(), tahun=2025)
    with Berkas(path) as b:
        b.jawab("12/1", nilai=0.5)  # changed, and the clerk forgot to confirm
        b.jawab("12/3", dikonfirmasi="ya")
    collect(PARAMS, folder, tmp_path / "kota.xlsx")
    p = load_buku(PARAMS, tmp_path / "kota.xlsx").penilaian.set_index(["indikator", "pertanyaan"])["dikonfirmasi"]
    assert (p["12", "1"], p["12", "3"], p["12", "2"]) == (True, True, False)


def test_a_new_book_looks_like_the_template_of_the_city(folder: Path, tmp_path: Path) -> None:
    kirim(folder, "satpol_pp")
    collect(PARAMS, folder, tmp_path / "kota.xlsx", partial(layout_buku, PARAMS))
    buku = openpyxl.load_workbook(tmp_path / "kota.xlsx")
    ws = buku["Penilaian"]
    kepala = {c.value: c.column for c in ws[4]}
    assert ws.max_row >= 274 + 4
    assert ws.cell(5, kepala["_pertanyaan"]).value == "Perda penyelenggaraan KLA ada"
    assert ws.data_validations.count > 0
    assert buku["_Asal"].sheet_state == "hidden"
    assert len(load_buku(PARAMS, tmp_path / "kota.xlsx").penilaian) == 274


def test_the_report_as_a_workbook_names_office_place_and_remedy(folder: Path, tmp_path: Path) -> None:
    with Berkas(kirim(folder, "satpol_pp")) as b:
        b.jawab("17/4", nilai="tidak ada")
    perintah = ["collect", str(folder), "-o", str(tmp_path / "kota.xlsx"), "--laporan", str(tmp_path / "l.xlsx")]
    assert main(perintah) == 1
    buku = openpyxl.load_workbook(tmp_path / "l.xlsx")
    assert buku.sheetnames == ["Kiriman", "Tidak diambil", "Bentrok"]
    baris = [c.value for c in buku["Tidak diambil"][2]]
    assert baris[:2] == ["Satpol PP", "kota-contoh-satpol_pp.xlsx"]
    assert "Penilaian, sel" in baris[2]
    assert "'tidak ada' bukan angka" in baris[3]


def test_open_conflicts_are_told_by_check_and_by_score(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kirim(folder, "bagian_hukum")
    with Berkas(kirim(folder, "disdukcapil")) as b:
        b.jawab("1/2a", nilai=0.25)
    buku = tmp_path / "kota.xlsx"
    assert main(["collect", str(folder), "-o", str(buku)]) == 1
    laporan = capsys.readouterr().out
    assert "di buku: Penilaian, sel" in laporan
    assert "Kebijakan selain Perda KLA: akta kelahiran" in laporan
    assert main(["check", str(buku), "--json"]) == 1
    hasil = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert [k["jenis"] for k in hasil["kesalahan"]] == ["bentrok"]
    main(["score", str(buku)])
    assert "1 isian masih bentrok antarkantor" in capsys.readouterr().out


@pytest.mark.parametrize("opd", [[], ["--opd", "semua"]])
def test_a_template_never_covers_a_file_that_may_hold_answers(
    opd: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tujuan = tmp_path / ("isian" if opd else "kota.xlsx")
    perintah = ["template", "kota-contoh", *opd, "-o", str(tujuan)]
    assert main(perintah) == 0
    assert main(perintah) == 2
    assert "berkas sudah ada, mungkin sudah diisi" in capsys.readouterr().err
    assert main([*perintah, "--force"]) == 0
    assert list((tujuan if opd else tmp_path).glob("cadangan/*.xlsx"))


def test_a_reader_that_stops_listening_is_no_crash(folder: Path, tmp_path: Path) -> None:
    kirim(folder, "satpol_pp")
    perintah = [sys.executable, "-m", "kla_lib.cli", "collect", str(folder), "-o", str(tmp_path / "kota.xlsx")]
    proses = subprocess.Popen(perintah, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert proses.stdout is not None and proses.stderr is not None
    proses.stdout.close()
    pesan = proses.stderr.read().decode()
    proses.stderr.close()
    proses.wait(timeout=120)
    assert "Traceback" not in pesan


def test_data_years_of_a_document_are_asked_for_and_kept_where_the_cycle_asks_for_them(
    folder: Path, tmp_path: Path
) -> None:
    path = write_template(folder / "kota-contoh-bpbd.xlsx", "bpbd", tahun=2025)
    with Berkas(path) as b:
        assert "Dokumen diminta untuk tahun data 2024 dan 2025." in str(b.buku["Data dukung"]["A2"].value)
        nomor = b.baris("Data dukung", judul=None)
        b.isi("Data dukung", nomor, judul="SK bpbd", status="lengkap", tahun_data="2025, 2024")
    collect(PARAMS, folder, tmp_path / "kota.xlsx")
    (isi,) = load_buku(PARAMS, tmp_path / "kota.xlsx").data_dukung["tahun_data"]
    assert isi == "2024; 2025"


def test_a_cycle_that_asks_for_no_data_years_has_no_column_for_them(folder: Path) -> None:
    with Berkas(kirim(folder, "bpbd", isi=False)) as b:
        assert "tahun_data" not in b.kepala("Data dukung")[2]
