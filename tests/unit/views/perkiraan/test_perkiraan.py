"""The forecast on the page: its table, its assumptions, its dots, its facts."""

import re
from pathlib import Path

import numpy as np
import pytest

from kla_lib.keadaan.fakta import fakta_rapat
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.notebook import anggapan_perkiraan, chart_penggaris, tabel_dasar, tabel_peluang
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.views.nilai.chart_penggaris import titik_perkiraan
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan, nilai


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def baris(teks: str, awal: str) -> list[str]:
    return next(b for b in teks.splitlines() if b.startswith(awal)).split(" | ")


def test_the_table_says_every_chance_of_the_forecast_with_its_span(contoh: Keadaan) -> None:
    p = contoh.perkiraan
    assert p is not None
    t = tabel_peluang(contoh)
    for k in ("pratama", "madya", "nindya"):
        nama, _mulai, jatuh, capai = baris(t.teks, contoh.kategori.nama(k))
        assert nama == contoh.kategori.nama(k)
        assert jatuh == sebut_peluang(p.peluang[k], p.rentang_anggapan[k])
        assert capai == sebut_peluang(p.mencapai[k], p.rentang_mencapai[k])
    assert baris(t.teks, "Utama")[2:] == ["belum terjangkau tanpa tambahan nilai EM", "–"]
    assert baris(t.teks, "Di bawah Pratama")[3] == "–"


def test_the_foot_of_the_table_names_draws_seed_and_their_error(contoh: Keadaan) -> None:
    p = contoh.perkiraan
    assert p is not None
    t = tabel_peluang(contoh)
    assert f"Dihitung dari 10.000 kali undian (benih {p.seed})" in t.teks
    geser = float(re.findall(r"kira-kira ([\d,]+) dari 100\.", t.teks)[0].replace(",", "."))
    assert geser == pytest.approx(200 * max(*p.galat.values(), *p.galat_mencapai.values()), abs=0.05)
    assert "Bukan nilai resmi." in t.html
    assert "Yang dalam kurung" in t.teks
    assert "Yang dalam kurung" not in tabel_peluang(keadaan_contoh("ogan-ilir-2024")).teks


def test_the_assumptions_come_with_the_evidence_and_with_what_they_do(contoh: Keadaan) -> None:
    p = contoh.perkiraan
    assert p is not None
    teks = anggapan_perkiraan(contoh).teks
    assert teks.startswith("Buktinya tipis: 8 pasangan nilai evaluasi mandiri ke verifikasi administrasi (6 daerah)")
    assert "semuanya dari berita" in teks
    utama = baris(teks, "Jika dari 100 dokumen mereka 60 lengkap, 30 kurang, 10 tidak ada")
    assert utama[1:3] == [f"{p.p50:.0f}", f"{p.p05:.0f} sampai {p.p95:.0f}"]
    tengah = [float(baris(teks, f"Jika dokumen mereka {n} rapi")[1]) for n in ("lebih", "kurang")]
    assert tengah == [round(x) for x in p.rentang_kuantil["p50"]]


def test_better_documents_of_ours_move_the_answer_up(contoh: Keadaan) -> None:
    teks = anggapan_perkiraan(contoh).teks
    kurang, lengkap = (float(baris(teks, f"Jika semua dokumen kita {n}")[1]) for n in ("kurang", "lengkap"))
    assert kurang < float(baris(teks, "Jika dari 100")[1]) < lengkap


def test_without_documents_the_page_says_that_the_mixes_make_no_difference() -> None:
    teks = anggapan_perkiraan(keadaan_contoh("ogan-ilir-2024")).teks
    assert "memberi jawaban yang sama" in teks
    assert "Dokumen kita belum diketahui | 460 | 122 sampai 671 |" in teks
    assert "mereka lebih rapi" not in teks


def test_the_region_of_a_history_is_no_evidence_twice() -> None:
    dasar = tabel_dasar(keadaan_contoh("ogan-ilir-2024")).teks
    assert "8 pasangan nilai evaluasi mandiri ke verifikasi administrasi (6 daerah)" in dasar
    assert "adalah anggapan kami" in dasar


@pytest.mark.parametrize(
    ("rapat", "sebab"),
    [
        ("sumbawa-2022", "Nilai ini sudah nilai akhir; tidak ada lagi yang diperkirakan."),
        ("kota-bekasi", "Tanpa nilai yang tercatat, nilai akhir tidak bisa diperkirakan."),
    ],
)
def test_where_nothing_is_forecast_the_page_says_why_once(rapat: str, sebab: str) -> None:
    k = keadaan_contoh(rapat)
    assert k.perkiraan is None
    assert anggapan_perkiraan(k).teks == sebab
    assert tabel_peluang(k).html == ""
    assert "Perkiraan" not in chart_penggaris(k).to_dict()["description"]
    assert "Perkiraan" not in [b.split(":")[0] for b in tabel_dasar(k).teks.splitlines()]


def test_the_dots_are_the_forecast_in_a_hundred_equal_parts(contoh: Keadaan) -> None:
    p, maks = contoh.perkiraan, contoh.instrumen.kepala.nilai_maksimal
    assert p is not None
    t = titik_perkiraan(p, contoh.kategori, maks)
    assert len(t) == 100
    assert list(t["kategori"]) == [kategori_of(n, contoh.kategori) for n in t["nilai"]]
    for k, peluang in berisi(p.peluang.items()):
        assert (t["kategori"] == k).sum() == pytest.approx(100 * peluang, abs=1)
    assert ((t["nilai"] >= p.p05) & (t["nilai"] <= p.p95)).sum() == 90


def test_no_dot_hides_another_or_stands_far_from_its_outcome(contoh: Keadaan) -> None:
    p, maks = contoh.perkiraan, contoh.instrumen.kepala.nilai_maksimal
    assert p is not None
    t = titik_perkiraan(p, contoh.kategori, maks)
    assert not t.duplicated(["x", "tingkat"]).any()
    assert np.abs(t["x"] - t["nilai"]).max() <= maks / 100
    assert (t.groupby("x")["tingkat"].max() + 1).sum() == 100


def test_the_picture_holds_a_hundred_dots_and_the_range(contoh: Keadaan) -> None:
    spec = chart_penggaris(contoh).to_dict()
    isi = list(spec["datasets"].values())
    assert [len(b) for b in isi if "warna" in b[0] and "x" in b[0]] == [100]
    assert [{"p05": 140.77, "p95": 697.08}] in isi


def test_facts_hold_every_number_of_the_forecast(contoh: Keadaan) -> None:
    p = contoh.perkiraan
    assert p is not None
    isi = fakta_rapat(contoh)
    assert [f["id"] for f in isi] == sorted(f["id"] for f in isi)
    nilai_fakta = {f["id"]: f["nilai"] for f in isi}
    assert nilai_fakta["perkiraan:vf:p05"] == p.p05
    assert nilai_fakta["perkiraan:vf:p50:terendah"] == p.rentang_kuantil["p50"][0]
    assert nilai_fakta["mencapai:vf:madya:tertinggi"] == pytest.approx(p.rentang_mencapai["madya"][1])
    assert sum(nilai_fakta[f"peluang:vf:{k}"] for k in contoh.kategori.urutan) == pytest.approx(1)
    assert {f["asal"]["lembar"] for f in isi if f["id"].startswith("perkiraan")} == {"Penilaian"}


def test_the_words_follow_the_stage(tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(640, "va"), tahap="va")
    assert "belum terjangkau tanpa tambahan nilai VA" in tabel_peluang(k).teks
    assert anggapan_perkiraan(k).teks.startswith("Buktinya tipis: 2 pasangan nilai verifikasi administrasi ke nilai")
