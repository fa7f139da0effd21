"""The forecast on the page: its table, its assumptions, its dots, its facts."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kla_lib.keadaan.fakta import fakta_rapat
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.notebook import anggapan_perkiraan, chart_penggaris, tabel_dasar, tabel_peluang
from kla_lib.rules.daerah.riwayat import AkhirResmi
from kla_lib.rules.sumber import Rujukan
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.views.nilai.chart_penggaris import titik_perkiraan
from kla_lib.views.perkiraan.perkiraan import kalimat_kenaikan, sebut_kisaran, sebut_puluhan
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
    terendah = sebut_peluang(p.peluang["di_bawah_pratama"], p.rentang_anggapan["di_bawah_pratama"])
    assert baris(t.teks, "Di bawah 500 atau tidak dinilai")[2:] == [terendah, "–"]


def test_the_foot_of_the_table_names_draws_seed_and_their_error(contoh: Keadaan) -> None:
    p = contoh.perkiraan
    assert p is not None
    t = tabel_peluang(contoh)
    assert f"Dihitung dari 8.000 kali undian (benih {p.seed})" in t.teks
    geser = float(re.findall(r"kira-kira ([\d,]+) dari 100\.", t.teks)[0].replace(",", "."))
    assert geser == pytest.approx(200 * max(*p.galat.values(), *p.galat_mencapai.values()), abs=0.05)
    assert "Bukan nilai resmi." in t.html
    assert "Yang dalam kurung" in t.teks


def test_the_assumptions_come_with_the_evidence_and_with_what_they_do(contoh: Keadaan) -> None:
    p, b = contoh.perkiraan, contoh.ramalan.bukti
    assert p is not None
    teks = anggapan_perkiraan(contoh).teks
    pasangan = b.em_va + b.va_vf + b.em_vf
    assert teks.startswith(
        f"Perkiraan ini dicocokkan dengan {pasangan} pasangan nilai dua tahap dari {b.daerah} daerah"
    )
    assert f"hitungan nasional {b.tahun} ({b.nasional} daerah)" in teks
    utama = baris(teks, "Dokumen cukup menentukan (utama)")
    assert utama[1:4] == [sebut_puluhan(p.p50), sebut_kisaran(p.p25, p.p75), sebut_kisaran(p.p05, p.p95)]
    tengah = [baris(teks, f"Dokumen {n} menentukan")[1] for n in ("kurang", "sangat")]
    assert tengah == [sebut_puluhan(x) for x in p.rentang_kuantil["p50"]]


def test_better_documents_of_ours_move_the_answer_up(contoh: Keadaan) -> None:
    teks = anggapan_perkiraan(contoh).teks
    kurang, lengkap = (float(baris(teks, f"Jika semua dokumen kita {n}")[1]) for n in ("kurang", "lengkap"))
    assert kurang < float(baris(teks, "Dokumen cukup")[1]) < lengkap


def test_what_completing_the_documents_brings_is_said_with_its_span_and_called_an_assumption(contoh: Keadaan) -> None:
    k, h = contoh.ramalan.kenaikan, contoh.hasil
    assert k is not None and h is not None
    kalimat = kalimat_kenaikan(contoh)
    assert kalimat in anggapan_perkiraan(contoh).teks
    naik = re.findall(r"naik kira-kira (\d+) poin|sekitar (\d+)", kalimat)
    utama, kurang, sangat = (int(a or b) for a, b in naik)
    assert [kurang, utama, sangat] == [round(n, -1) for n in (k.rentang[0], k.naik, k.rentang[1])]
    assert kurang < utama < sangat
    pegang = contoh.kategori_dipegang
    peluang = f"peluang {contoh.kategori.nama(pegang)} menjadi {sebut_peluang(k.mencapai[pegang])}."
    assert f"menjadi kira-kira {sebut_puluhan(k.sesudah)}, dan {peluang}" in kalimat
    assert k.mencapai[pegang] > contoh.perkiraan.mencapai[pegang]
    assert kalimat.endswith("ini anggapan kami, belum terukur.")


def test_documents_that_a_verifier_has_seen_are_no_gain(tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(640, "va"), tahap="va")
    assert kalimat_kenaikan(k) == ""
    teks = anggapan_perkiraan(k).teks
    assert "Dokumen sudah dilihat verifikator, jadi tidak lagi menggeser perkiraan ini." in teks
    assert "Jika semua dokumen kita" not in teks


def test_without_documents_the_page_says_how_little_the_claimed_points_tell() -> None:
    teks = anggapan_perkiraan(keadaan_contoh("ogan-ilir-2024")).teks
    assert "Dokumen belum dicatat. Dari EM saja rentangnya hampir selebar tanpa EM." in teks
    assert "hampir selebar" not in anggapan_perkiraan(keadaan_contoh("kota-contoh-1")).teks


def test_the_record_is_named_with_what_the_forecast_would_be_without_it(contoh: Keadaan) -> None:
    tanpa = contoh.perkiraan
    assert tanpa is not None
    assert "tahun sebelumnya tidak kami kenal" in anggapan_perkiraan(contoh).teks
    akhir = AkhirResmi(tahun=2023, nilai_akhir=702.5, sumber=Rujukan(dokumen="SK Menteri", letak="lampiran"))
    k = replace(contoh, daerah=replace(contoh.daerah, riwayat=(akhir,)))
    p = k.perkiraan
    assert p is not None and p.p50 > tanpa.p50
    antara = f"{sebut_puluhan(tanpa.p05)} dan {sebut_puluhan(tanpa.p95)}"
    assert (
        "Ikut menggesernya: Nindya 2023 (nilai akhir 702,5, dari berkas daerah). Tanpa itu perkiraannya kira-kira "
        f"{sebut_puluhan(tanpa.p50)}, sembilan dari sepuluh antara {antara}."
    ) in anggapan_perkiraan(k).teks


def test_what_the_forecast_rests_on_counts_the_evidence_and_says_where_all_of_it_stands() -> None:
    k = keadaan_contoh("ogan-ilir-2024")
    kalimat = next(b for b in tabel_dasar(k).teks.splitlines() if b.startswith("Perkiraan"))
    assert f"{k.ramalan.bukti.pindah} perpindahan kategori" in kalimat
    assert "daftarnya, dengan sumber tiap angka, ada di docs/bukti.md" in kalimat
    assert "adalah anggapan kami" in kalimat


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
    p = contoh.perkiraan
    assert p is not None
    assert [{"p05": p.p05, "p95": p.p95}] in isi
    assert [{"p25": p.p25, "p75": p.p75}] in isi


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
    periksa = keadaan(tmp_path / "va", *nilai(640, "va"), tahap="va")
    klaim = keadaan(tmp_path / "em", *nilai(640), *nilai(640, "va"), tahap="va")
    assert "belum terjangkau" not in tabel_peluang(periksa).teks, "nobody knows what was claimed"
    assert "belum terjangkau tanpa tambahan nilai VA" in tabel_peluang(klaim).teks
