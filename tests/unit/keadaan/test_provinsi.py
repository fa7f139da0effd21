"""Many regions: each number is its meeting's own, and what cannot be read is named while the rest goes on."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from kla_lib.keadaan.muat import load_keadaan
from kla_lib.keadaan.provinsi import KeadaanProvinsi, load_keadaan_provinsi
from kla_lib.letak import FOLDER_CONTOH, FOLDER_PARAMS
from kla_lib.rules.kerja import load_kerja
from kla_lib.rules.provinsi import load_provinsi
from kla_lib.scoring.dokumen.triase import triase
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.provinsi_uji import BANYAK, params_contoh, provinsi_contoh

KEPALA = """id: utara
nama: Provinsi Utara
tahun: 2024
instrumen: "2024"
sasaran: utama
untuk: [internal]
"""


def muat(folder: Path, isi: str) -> KeadaanProvinsi:
    (folder / "utara.yaml").write_text(KEPALA + isi, encoding="utf-8")
    return load_keadaan_provinsi(PARAMS, load_provinsi(PARAMS, folder / "utara.yaml"))


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    """A small book: Kota Contoh's marks alone."""
    folder = tmp_path / "kecil"
    folder.mkdir()
    for nama in ("keterangan.csv", "penilaian.csv"):
        shutil.copy(FOLDER_CONTOH / "kota-contoh" / nama, folder / nama)
    return folder


def test_every_figure_of_a_region_is_that_of_its_meeting() -> None:
    d = provinsi_contoh().daerah[7]
    k = load_keadaan(params_contoh(), d.id)
    assert (d.nama, d.tahap, d.diklaim) == (k.daerah.nama, k.rapat.tahap, k.hasil_wajib.diklaim)
    assert d.terdukung == k.hasil_wajib.terdukung
    assert k.perkiraan is not None and d.perkiraan == k.perkiraan
    assert d.dipegang == k.kategori_dipegang


def test_regions_are_drawn_apart_and_the_same_each_time() -> None:
    """With one luck for all, two regions with equal marks would always end equal."""
    p = provinsi_contoh()
    asal, salinan = p.daerah[2], p.daerah[6]
    assert asal.total is not None and salinan.total is not None
    assert asal.perkiraan is not None and salinan.perkiraan is not None
    assert np.array_equal(asal.perkiraan.total, salinan.perkiraan.total)
    beda = (asal.total != salinan.total).mean()
    assert beda > 0.95
    assert abs(float(np.median(asal.total) - np.median(salinan.total))) < 5


def test_regions_stand_by_name_and_the_planted_ones_are_found() -> None:
    p = provinsi_contoh()
    assert [d.nama for d in p.daerah] == [f"Daerah Contoh {n:03}" for n in range(1, BANYAK + 1)]
    assert [(x.a, x.b) for x in p.pasangan_mirip] == [("daerah-contoh-003", "daerah-contoh-007")]
    assert "daerah-contoh-009" in [x.id for x in p.serba_penuh]
    assert (p.gagal, p.belum) == ((), ())


def test_a_verifiers_list_is_points_times_doubt_of_the_meetings_own_triage() -> None:
    d = next(d for d in provinsi_contoh().daerah if d.tahap == "em")
    k = load_keadaan(params_contoh(), d.id)
    t = triase(k.buku, k.hasil_wajib, load_kerja(k.params, 2024), k.penentu)
    assert d.periksa is not None
    assert d.periksa.taruhan == pytest.approx(float((t["nilai"].fillna(0) * t["ragu"]).sum()))
    taruhan = [s.taruhan for s in d.periksa.soal]
    assert taruhan == sorted(taruhan, reverse=True)
    n = d.periksa.separuh()
    assert sum(taruhan[: n - 1]) < d.periksa.taruhan / 2 <= sum(taruhan[:n])


def test_of_several_meetings_of_a_region_the_last_one_counts(tmp_path: Path) -> None:
    p = muat(tmp_path, "rapat: [kota-contoh-2, kota-contoh-1]\n")
    assert [d.id for d in p.daerah] == ["kota-contoh"]
    assert p.lama == ("kota-contoh-1",)
    assert p.daerah[0].diklaim == load_keadaan(PARAMS, "kota-contoh-2").hasil_wajib.diklaim


def test_what_cannot_be_read_or_compared_is_named_and_the_rest_goes_on(tmp_path: Path, buku: Path) -> None:
    rusak = tmp_path / "rusak"
    shutil.copytree(buku, rusak)
    penilaian = (rusak / "penilaian.csv").read_text(encoding="utf-8").replace(",1,", ",999,", 1)
    (rusak / "penilaian.csv").write_text(penilaian, encoding="utf-8")
    lain = tmp_path / "lain"
    shutil.copytree(buku, lain)
    isi = (lain / "keterangan.csv").read_text(encoding="utf-8").replace("tahun_evaluasi,2024", "tahun_evaluasi,2025")
    (lain / "keterangan.csv").write_text(isi, encoding="utf-8")
    (tmp_path / "kosong").mkdir()
    p = muat(
        tmp_path,
        "rapat: [tidak-ada, kosong]\nbuku: [kecil, rusak, lain, hilang.xlsx, 'contoh:asal']\n"
        "daerah: [kota-contoh, kota-bekasi]\n",
    )
    assert [d.id for d in p.daerah] == ["kota-contoh"]
    sebab = {Path(g.nama).name: g.sebab for g in p.gagal}
    assert set(sebab) == {"tidak-ada", "kosong", "rusak", "lain", "hilang.xlsx", "contoh:asal"}
    assert "tidak ada rapat" in sebab["kosong"]
    assert "berbeda dari '2024' di berkas provinsi" in sebab["lain"]
    assert "penilaian.csv" in sebab["rusak"]
    assert p.belum == ("Kota Bekasi",)


def test_two_meetings_of_a_region_on_one_day_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "rapat").mkdir()
    isi = (FOLDER_PARAMS / "rapat" / "kota-contoh-1.yaml").read_text(encoding="utf-8")
    for nama in ("satu", "dua"):
        (tmp_path / "rapat" / f"{nama}.yaml").write_text(
            isi.replace("id: kota-contoh-1", f"id: {nama}"), encoding="utf-8"
        )
    p = muat(tmp_path, "rapat: [rapat]\n")
    assert len(p.daerah) == 1
    assert len(p.gagal) == 1 and "Kota Contoh sudah ada" in p.gagal[0].sebab


def test_a_second_book_of_the_same_region_is_refused_by_name(tmp_path: Path, buku: Path) -> None:
    shutil.copytree(buku, tmp_path / "kedua")
    p = muat(tmp_path, "buku: [kecil, kedua]\n")
    assert len(p.daerah) == 1
    assert [Path(g.nama).name for g in p.gagal] == ["kedua"]
    assert "Kota Contoh sudah ada" in p.gagal[0].sebab


def test_a_book_without_documents_tells_neither_help_nor_what_is_thin(tmp_path: Path, buku: Path) -> None:
    p = muat(tmp_path, "buku: [kecil]\nperiksa: va\n")
    (d,) = p.daerah
    assert (d.bantuan, d.status, d.terdukung) == (None, None, None)
    assert (p.soal_lemah, p.peringkat, p.peringkat_bobot) == ([], None, None)
    assert d.periksa is not None and d.periksa.soal


def test_a_folder_of_books_is_looked_through(tmp_path: Path, buku: Path) -> None:
    (tmp_path / "buku").mkdir()
    shutil.move(str(buku), tmp_path / "buku" / "kecil")
    (tmp_path / "buku" / "catatan.txt").write_text("bukan buku", encoding="utf-8")
    assert [d.id for d in muat(tmp_path, "buku: [buku]\n").daerah] == ["kota-contoh"]
