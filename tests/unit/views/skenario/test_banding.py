"""Saved scenarios stand beside the official result; what cannot be compared is named."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kla_lib.data.skenario import save_skenario
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import PRIORITAS_KERJA, IsiSkenario, Skenario
from kla_lib.views.skenario.banding import PALING_BANYAK, banding_isi, banding_skenario, pilih_skenario
from kla_lib.views.skenario.gambar_banding import JARAK, _berjarak
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import params_skenario


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def skenario(keadaan: Keadaan, nama: str, penulis: str = "Evaluator A", hari: int = 10, **isi: object) -> Skenario:
    kepala = {"alasan": f"Alasan {nama}.", "instrumen": "2024", "hash_data": keadaan.buku.hash}
    return Skenario.model_validate(kepala | {"nama": nama, "penulis": penulis, "dibuat": date(2025, 3, hari)} | isi)


def test_scenarios_and_the_official_result_stand_side_by_side(contoh: Keadaan) -> None:
    daftar = [
        skenario(contoh, "dokumen", status={"D017": "lengkap"}, nilai={"14": 30.0}),
        skenario(contoh, "bobot", bobot={"klaster_1": 0.2}),
        skenario(contoh, "prioritas", bacaan=PRIORITAS_KERJA, bobot={"klaster_4": 0.4}),
    ]
    t = banding_isi(contoh, [(s.nama, s) for s in daftar])
    baris = t.teks.splitlines()
    assert baris[1].startswith("Hasil menurut buku data | 763,25 | 596 | 580 | setara Nindya")
    assert baris[2].startswith("dokumen | 768,5 | ") and "setara Nindya | Evaluator A, 10 Maret 2025" in baris[2]
    assert "“Alasan dokumen.”" in baris[2]
    assert "setara Nindya pada skala simulasi" in baris[3]
    assert "prioritas kerja, tanpa kategori" in baris[4] and "Nindya" not in baris[4]
    assert "Nilai | 14 Makanan bayi dan anak di bawah 2 tahun | 24,75/32 | 30/32 | = | =" in baris
    assert 'role="img"' in t.html and "Skenario dengan bobot lain memakai skala simulasi." in t.html


def test_weights_of_several_evaluators_have_a_spread_and_a_median(contoh: Keadaan) -> None:
    daftar = [
        skenario(contoh, f"s{n}", penulis, bobot={"klaster_1": b})
        for n, (penulis, b) in enumerate([("Evaluator A", 0.1), ("Evaluator B", 0.2), ("Evaluator C", 0.4)])
    ]
    teks = banding_isi(contoh, [(s.nama, s) for s in daftar]).teks
    assert "Klaster I · Hak sipil dan kebebasan | 11,5 % | 10 % | 20 % | 40 % | 10–40 % | 20 %" in teks
    assert "Paling berbeda pendapat tentang Klaster I · Hak sipil dan kebebasan: 10 % sampai 40 %." in teks
    assert "Median" not in banding_isi(contoh, [(daftar[0].nama, daftar[0])]).teks, "one person alone has no spread"


def test_what_is_not_saved_yet_can_be_compared_too(contoh: Keadaan) -> None:
    assert "belum disimpan" in banding_isi(contoh, [("kini", IsiSkenario(nilai={"14": 30.0}))]).teks
    assert "Belum ada skenario" in banding_isi(contoh, []).teks


def test_all_that_fit_are_compared_and_the_others_are_named(contoh: Keadaan, tmp_path: Path) -> None:
    contoh = replace(contoh, params=params_skenario(tmp_path))
    save_skenario(contoh.params, skenario(contoh, "cocok", nilai={"14": 30.0}))
    save_skenario(contoh.params, skenario(contoh, "data-lain", hash_data="sha256:0"))
    save_skenario(contoh.params, skenario(contoh, "form-lain", instrumen="2022"))
    save_skenario(contoh.params, skenario(contoh, "terlalu-tinggi", nilai={"14": 99.0}))
    (tmp_path / "rusak.yaml").write_text("nama: [", encoding="utf-8")
    teks = banding_skenario(contoh).teks
    assert "cocok | 768,5" in teks
    assert "Dibuat di atas data lain" in next(b for b in teks.splitlines() if b.startswith("data-lain | "))
    assert "form-lain tidak bisa dibandingkan: dibuat untuk form 2022, buku data ini memakai form 2024." in teks
    assert "terlalu-tinggi tidak bisa dibandingkan: nilai 99 melebihi nilai_maksimal 32." in teks
    assert "rusak tidak terbaca: " in teks


def test_a_name_that_is_not_saved_is_refused(contoh: Keadaan, tmp_path: Path) -> None:
    contoh = replace(contoh, params=params_skenario(tmp_path))
    save_skenario(contoh.params, skenario(contoh, "cocok"))
    assert [s.nama for s in pilih_skenario(contoh, ["cocok"]).daftar] == ["cocok"]
    with pytest.raises(KlaError, match="cocok"):
        banding_skenario(contoh, ["cocokk"])


def test_of_many_the_newest_are_shown_and_the_others_named(contoh: Keadaan, tmp_path: Path) -> None:
    contoh = replace(contoh, params=params_skenario(tmp_path))
    for n in range(PALING_BANYAK + 2):
        save_skenario(contoh.params, skenario(contoh, f"s{n}", hari=20 - n))
    terpilih = pilih_skenario(contoh)
    assert [s.nama for s in terpilih.daftar] == [f"s{n}" for n in reversed(range(PALING_BANYAK))]
    assert terpilih.catatan == (f"Tidak ditampilkan karena lebih lama: s{PALING_BANYAK + 1}, s{PALING_BANYAK}.",)


def test_labels_of_equal_klaster_keep_their_distance_and_order() -> None:
    letak = _berjarak({"a": 10.0, "b": 10.0, "c": 12.0, "d": 100.0, "e": 101.0})
    urut = sorted(letak, key=lambda k: letak[k])
    assert urut == ["a", "b", "c", "d", "e"]
    assert all(letak[y] - letak[x] >= JARAK - 0.1 for x, y in pairwise(urut))


def test_where_no_name_fits_above_a_column_it_is_numbered_and_named_below(contoh: Keadaan) -> None:
    nama = [f"skenario-dengan-nama-panjang-{n}" for n in range(PALING_BANYAK)]
    html = banding_isi(contoh, [(n, IsiSkenario(nilai={"14": 30.0})) for n in nama]).html
    kaki = html[html.index("<figcaption>") : html.index("</figcaption>")]
    assert all(f"{nomor} {n}" in kaki for nomor, n in berisi(enumerate(nama, 1)))
    assert "<figcaption>" not in banding_isi(contoh, [(nama[0], IsiSkenario(nilai={"14": 30.0}))]).html


@pytest.mark.parametrize("rapat", ["ogan-ilir-2024", "sumbawa-2022", "kota-bekasi"])
def test_every_example_can_be_compared(rapat: str) -> None:
    keadaan = keadaan_contoh(rapat)
    t = banding_isi(keadaan, [("kini", IsiSkenario(bobot={"klaster_1": 0.2}))])
    assert "Klaster I · Hak sipil dan kebebasan | 11,5 % | 20 %" in t.teks
