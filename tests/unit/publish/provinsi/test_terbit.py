"""A province's pages: names and figures for insiders, none of them for the public; what is filled in comes back."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kla_lib.cli import main
from kla_lib.data.buku import load_buku
from kla_lib.keadaan.provinsi import KeadaanProvinsi
from kla_lib.publish.provinsi.halaman import page_provinsi
from kla_lib.publish.provinsi.terbit import publish_provinsi
from tests.pembantu.provinsi_uji import folder_daerah_contoh, params_contoh, provinsi_contoh

BANYAK = 6


@pytest.fixture(scope="module")
def provinsi() -> KeadaanProvinsi:
    return provinsi_contoh(BANYAK)


@pytest.fixture(scope="module")
def folder(provinsi: KeadaanProvinsi, tmp_path_factory: pytest.TempPathFactory) -> Path:
    outputs = tmp_path_factory.mktemp("outputs")
    publish_provinsi(provinsi, outputs)
    return outputs / "provinsi" / "daerah-contoh"


def teks(html: bytes) -> str:
    isi = re.sub(r"<style.*?</style>|<svg.*?</svg>", " ", html.decode(), flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", isi))


def test_the_internal_page_says_where_every_region_stands_and_that_it_stays_inside(folder: Path) -> None:
    isi = teks((folder / "internal" / "index.html").read_bytes())
    assert isi.count("INTERNAL: jangan diteruskan") >= 3
    for n in range(1, BANYAK + 1):
        assert f"Daerah Contoh {n:03}" in isi
    for judul in ("Siapa paling terangkat", "lemah di mana-mana", "Diklaim dan diverifikasi", "perlu ditanyakan"):
        assert judul in isi
    assert "Data buatan" in isi


def test_no_region_has_a_single_rank_and_the_draws_and_their_error_are_told(folder: Path) -> None:
    isi = teks((folder / "internal" / "index.html").read_bytes())
    assert "Kami tidak memberi peringkat tunggal" in isi
    assert re.search(r"9 dari 10 dari 8\.000 undian \(ujungnya bisa bergeser \d(,\d)? peringkat", isi)
    assert re.search(r"9 dari 10 dari 2\.000 undian \(bergeser \d(,\d)?\)", isi)


def test_the_public_page_tells_no_regions_figures_and_asks_nobody_about_copies(
    folder: Path, provinsi: KeadaanProvinsi
) -> None:
    html = (folder / "index.html").read_bytes()
    isi = teks(html)
    assert "INTERNAL" not in isi
    assert "perlu ditanyakan" not in isi and "peringkat" not in isi
    for d in provinsi.daerah:
        assert html.decode().count(d.nama) == 1  # in the list of those that are counted
        assert not re.search(rf"(?<![\d.,]){re.escape(f'{d.diklaim:.2f}'.replace('.', ','))}(?!\d)", isi)


def test_of_few_regions_the_public_sees_no_figure(provinsi: KeadaanProvinsi) -> None:
    isi = teks(page_provinsi(replace(provinsi, daerah=provinsi.daerah[:4]), "publik"))
    assert "Baru 4 daerah" in isi
    assert "poin" not in isi and "mencapai" not in isi


def test_of_few_regions_with_documents_or_marks_of_a_verifier_the_public_sees_no_line(
    provinsi: KeadaanProvinsi,
) -> None:
    tanpa = [replace(d, status=None, jenis={}, periksa_klaster=None) for d in provinsi.daerah[2:]]
    isi = teks(page_provinsi(replace(provinsi, daerah=(*provinsi.daerah[:2], *tanpa)), "publik"))
    assert "Indikator yang paling lemah" in isi
    for judul in ("Jenis dokumen yang", "Pertanyaan yang dokumennya", "Yang diklaim dan yang sudah"):
        assert judul not in isi


def test_pages_are_one_file_without_script_and_without_network(folder: Path) -> None:
    for nama in ("index.html", "internal/index.html", "internal/periksa.html"):
        html = (folder / nama).read_text(encoding="utf-8")
        assert "<script" not in html
        assert not re.search(r"(?:src|href)=[\"']https?:", html)


def test_a_second_run_writes_the_same_bytes(folder: Path, provinsi: KeadaanProvinsi) -> None:
    dulu = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.name != ".gembok"}
    assert publish_provinsi(provinsi, folder.parent.parent).tersisih == ()
    assert {p: p.read_bytes() for p in dulu} == dulu


def test_a_filled_table_goes_back_through_return_and_is_kept_aside_by_the_next_run(
    provinsi: KeadaanProvinsi, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    d = next(d for d in provinsi.daerah if d.periksa is not None and d.periksa.soal)
    assert d.periksa is not None
    publish_provinsi(provinsi, tmp_path / "outputs")
    lembar = tmp_path / "outputs" / "provinsi" / "daerah-contoh" / "internal" / "verifikasi" / f"{d.id}.xlsx"
    buku = load_workbook(lembar)
    halaman = buku.active
    kepala = next(r for r in range(1, 20) if halaman.cell(r, 1).value == "indikator")
    satu, dua = d.periksa.soal[:2]
    assert (halaman.cell(kepala + 1, 1).value, halaman.cell(kepala + 1, 2).value) == (satu.indikator, satu.pertanyaan)
    halaman.cell(kepala + 1, 3).value = 0.5
    halaman.cell(kepala + 2, 4).value = "Foto tanpa tanggal"
    buku.save(lembar)

    shutil.copytree(folder_daerah_contoh(BANYAK) / "buku" / d.id, tmp_path / "buku")
    kerja = str(folder_daerah_contoh(BANYAK))
    assert main(["return", str(lembar), "--tahap", "va", "--buku", str(tmp_path / "buku"), "--folder", kerja]) == 0
    assert "1 nilai dan 1 catatan tahap va" in capsys.readouterr().out
    p = load_buku(params_contoh(BANYAK), tmp_path / "buku").penilaian
    assert p is not None
    va = {(r.indikator, r.pertanyaan): r for r in p[p["tahap"] == "va"].itertuples()}
    assert set(va) == {(satu.indikator, satu.pertanyaan), (dua.indikator, dua.pertanyaan)}
    assert va[satu.indikator, satu.pertanyaan].nilai == 0.5
    assert va[dua.indikator, dua.pertanyaan].catatan_verifikator == "Foto tanpa tanggal"

    (tersisih,) = publish_provinsi(provinsi, tmp_path / "outputs").tersisih
    assert d.id in tersisih
    assert load_workbook(lembar).active.cell(kepala + 1, 3).value is None


def test_the_command_names_what_failed_and_exits_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "utara.yaml").write_text(
        'id: utara\nnama: Utara\ntahun: 2024\ninstrumen: "2024"\nsasaran: madya\nuntuk: [internal]\n'
        "rapat: [ogan-ilir-2024, tidak-ada]\n",
        encoding="utf-8",
    )
    assert main(["provinsi", str(tmp_path / "utara.yaml"), "--outputs", str(tmp_path / "o")]) == 1
    keluar = capsys.readouterr()
    assert "tidak-ada" in keluar.err
    assert (tmp_path / "o" / "provinsi" / "utara" / "internal" / "index.html").is_file()
    assert not (tmp_path / "o" / "provinsi" / "utara" / "index.html").exists()


def test_the_command_refuses_a_province_of_which_nothing_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kosong.yaml").write_text(
        'id: kosong\nnama: Kosong\ntahun: 2024\ninstrumen: "2024"\nsasaran: madya\nuntuk: [publik]\n'
        "rapat: [tidak-ada]\n",
        encoding="utf-8",
    )
    assert main(["provinsi", str(tmp_path / "kosong.yaml"), "--outputs", str(tmp_path / "o")]) == 2
    assert "Tidak ada daerah yang bisa dibaca" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()
