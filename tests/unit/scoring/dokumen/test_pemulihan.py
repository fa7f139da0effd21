"""Mode 2 x 24 jam: what the verifier took, what comes back in time, what is counted nowhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from kla_lib.data.buku import Buku
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.kerja import load_kerja
from kla_lib.scoring.dokumen.pemulihan import Pemulihan, pemulihan, tahap_verifikasi
from kla_lib.scoring.dokumen.register import dokumen_penentu
from tests.pembantu.kerja_uji import dokumen, kaitan, kegiatan, muat
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.turunan_uji import keadaan_of

ANGGAPAN = load_kerja(PARAMS, 2024)
DOKUMEN = {"register": [dokumen("D1", "kurang")], "kait": [kaitan("D1", "4/5"), kaitan("D1", "4/4")]}


def em(kode: str, nilai: float | None, klaster: str = "klaster_1") -> list:
    i, _garis, p = kode.partition("/")
    return ["em", klaster, i, p or None, nilai]


def va(
    kode: str, nilai: float | None, catatan: str | None = None, klaster: str = "klaster_1", tahap: str = "va"
) -> list:
    i, _garis, p = kode.partition("/")
    return [tahap, klaster, i or None, p or None, nilai, None, None, catatan]


def pulih(buku: Buku, tahap: str = "va", anggapan=ANGGAPAN) -> Pemulihan:
    return pemulihan(
        buku, tahap, load_kategori(PARAMS, 2024), anggapan, keadaan_of(buku).jenis_celah, dokumen_penentu(buku)
    )


def kode(tabel) -> list[str]:
    return [f"{i}/{p}" for i, p in zip(tabel["indikator"], tabel["pertanyaan"], strict=True)]


def test_the_latest_stage_of_verification_is_the_one_to_mend(tmp_path: Path) -> None:
    assert tahap_verifikasi(muat(tmp_path, em("4/5", 2))) is None
    assert tahap_verifikasi(muat(tmp_path, em("4/5", 2), va("4/5", 1))) == "va"
    assert tahap_verifikasi(muat(tmp_path, em("4/5", 2), va("4/5", 1), va("4/5", None, "Foto?", tahap="vl"))) == "vl"


def test_what_was_taken_can_come_back_with_remark_office_documents_and_hours(tmp_path: Path) -> None:
    p = pulih(muat(tmp_path, em("4/5", 2), va("4/5", 0.5, "Matriks belum ada"), **DOKUMEN))
    (r,) = p.bisa.itertuples()
    assert (r.asal, r.nilai_asal, r.nilai, r.pulih) == ("em", 2, 0.5, 1.5)
    assert (r.catatan, r.opd, r.jenis) == ("Matriks belum ada", ("disdukcapil", "dinas_pppa"), "dokumen_ada")
    assert (r.jam, r.poin_per_jam) == (ANGGAPAN.jam["dokumen_ada"], 1.5 / ANGGAPAN.jam["dokumen_ada"])
    assert r.dokumen == ("D1 Dokumen D1",)
    assert (p.paling_sedikit, p.paling_banyak) == (1.5, 1.5)


def test_points_compare_with_the_latest_stage_before(tmp_path: Path) -> None:
    p = pulih(muat(tmp_path, em("4/5", 3), va("4/5", 2), va("4/5", 1.5, tahap="vl"), **DOKUMEN), "vl")
    assert (p.bisa["asal"].iloc[0], p.bisa["pulih"].iloc[0]) == ("va", 0.5)


def test_a_stage_that_skipped_a_question_is_passed_over(tmp_path: Path) -> None:
    p = pulih(muat(tmp_path, em("4/5", 3), va("4/4", 2), va("4/5", 1, tahap="vl"), **DOKUMEN), "vl")
    assert (p.bisa["asal"].iloc[0], p.bisa["pulih"].iloc[0]) == ("em", 2)


def test_more_points_than_before_are_no_loss_and_bring_nothing(tmp_path: Path) -> None:
    assert pulih(muat(tmp_path, em("4/5", 1), va("4/5", 2), **DOKUMEN)).bisa.empty
    p = pulih(muat(tmp_path, em("4/5", 1), va("4/5", 2, "Bagus"), **DOKUMEN))
    assert list(p.bisa["pulih"]) == [0]
    assert p.paling_banyak == 0


def test_a_remark_without_points_is_not_known_and_counts_in_the_upper_end_only(tmp_path: Path) -> None:
    p = pulih(muat(tmp_path, em("4/5", 2), va("4/5", None, "Belum dinilai"), **DOKUMEN))
    assert p.bisa["pulih"].isna().all()
    assert (p.paling_sedikit, p.paling_banyak) == (0, 2)


def test_a_remark_on_what_nobody_claimed_can_bring_at_most_what_is_missing(tmp_path: Path) -> None:
    p = pulih(muat(tmp_path, em("4/4", 2), va("4/5", 1, "Kurang"), **DOKUMEN))
    (r,) = p.bisa.itertuples()
    assert (r.asal, r.batas) == ("", 2)
    assert (p.paling_sedikit, p.paling_banyak) == (0, 2)


def test_where_the_register_calls_all_complete_the_verifiers_word_goes_before_it(tmp_path: Path) -> None:
    lain = {"register": [dokumen("D1"), dokumen("D2")], "kait": [kaitan("D1", "4/5"), kaitan("D2", "4/5")]}
    p = pulih(muat(tmp_path, em("4/5", 2), va("4/5", 1, "Foto buram"), **lain))
    assert p.bisa["jenis"].iloc[0] == "dokumen_ada"
    assert p.bisa["dokumen"].iloc[0] == ("D1 Dokumen D1", "D2 Dokumen D2")
    assert p.paling_sedikit == 1


def test_an_undetermined_gap_is_listed_apart_and_counts_in_the_upper_end_only(tmp_path: Path) -> None:
    p = pulih(muat(tmp_path, em("4/5", 2), va("4/5", 1), em("4/6", 2), va("4/6", 1), **DOKUMEN))
    assert (kode(p.bisa), kode(p.tentukan), kode(p.tidak)) == (["4/5"], ["4/6"], [])
    assert p.tentukan["jam"].isna().all()
    assert (p.paling_sedikit, p.paling_banyak) == (1, 2)


def test_what_lost_nothing_and_has_no_remark_is_left_out_of_all_groups(tmp_path: Path) -> None:
    baris = [em("4/5", 2), em("4/6", 2), em("4/7", 0.3), em("4/1", 1)]
    turun = [va("4/5", 2), va("4/6", 2, "–"), va("4/7", 0.3), va("4/1", 1, " ")]
    p = pulih(muat(tmp_path, *baris, *turun, **DOKUMEN))
    assert [len(t) for t in (p.bisa, p.tentukan, p.tidak)] == [0, 0, 0]


@pytest.mark.parametrize(("tanya", "kelompok"), [("4/5", "bisa"), ("4/6", "tentukan")])
def test_a_remark_stays_though_no_points_were_lost(tmp_path: Path, tanya: str, kelompok: str) -> None:
    p = pulih(muat(tmp_path, em(tanya, 2), va(tanya, 2, "Tanda tangan?"), **DOKUMEN))
    (r,) = getattr(p, kelompok).itertuples()
    assert (r.catatan, r.pulih) == ("Tanda tangan?", 0)
    assert p.paling_banyak == 0


@pytest.mark.parametrize("rad", [[kegiatan("R1", "4/5", "siklus_berikutnya")]])
def test_what_only_the_next_cycle_can_do_is_listed_apart_and_never_counted(tmp_path: Path, rad) -> None:
    p = pulih(muat(tmp_path, em("4/5", 2), va("4/5", 1, "Belum dilatih"), rad=rad, **DOKUMEN))
    assert p.bisa.empty
    assert kode(p.tidak) == ["4/5"]
    assert p.paling_banyak == 0


def test_a_document_of_a_later_year_cannot_mend_anything(tmp_path: Path) -> None:
    lain = {"register": [dokumen("D1", "kurang", tahun_dokumen=2025)], "kait": [kaitan("D1", "4/5")]}
    p = pulih(muat(tmp_path, em("4/5", 2), va("4/5", 1), **lain))
    assert kode(p.tidak) == ["4/5"]


def test_what_takes_longer_than_the_given_hours_is_listed_apart(tmp_path: Path) -> None:
    buku = muat(tmp_path, em("4/5", 2), va("4/5", 1), **DOKUMEN)
    lambat = replace(ANGGAPAN, jam={**ANGGAPAN.jam, "dokumen_ada": ANGGAPAN.waktu_perbaikan + 1})
    tepat = replace(ANGGAPAN, jam={**ANGGAPAN.jam, "dokumen_ada": ANGGAPAN.waktu_perbaikan})
    assert kode(pulih(buku, anggapan=lambat).tidak) == ["4/5"]
    assert kode(pulih(buku, anggapan=tepat).bisa) == ["4/5"]


def test_most_points_per_hour_come_first_then_most_points_and_unknown_ones_last(tmp_path: Path) -> None:
    rad = [
        kegiatan("R1", "4/1", "belum_diunggah"),
        kegiatan("R2", "4/4", "masih_bisa_dibuat"),
        kegiatan("R3", "4/5", "masih_bisa_dibuat"),
        kegiatan("R4", "4/7", "masih_bisa_dibuat"),
    ]
    baris = [em("4/1", 1), em("4/4", 5), em("4/5", 3), em("4/7", 2)]
    turun = [va("4/1", 0), va("4/4", 4), va("4/5", 1), va("4/7", None, "dasarnya apa?")]
    p = pulih(muat(tmp_path, *baris, *turun, rad=rad))
    assert kode(p.bisa) == ["4/1", "4/5", "4/4", "4/7"]


def test_what_is_undetermined_comes_with_most_points_first(tmp_path: Path) -> None:
    baris = [em("4/4", 5), em("4/6", 2), em("4/7", 2)]
    turun = [va("4/4", 4.5), va("4/6", 0), va("4/7", None, "dasarnya apa?")]
    assert kode(pulih(muat(tmp_path, *baris, *turun)).tentukan) == ["4/6", "4/4", "4/7"]


def test_no_more_comes_back_than_the_indikator_has_room_for(tmp_path: Path) -> None:
    """Indikator 19: 54 points of questions, 51 at most; losing 4 of 54 lost one."""
    from kla_lib.rules.form.instrumen import load_instrumen

    p = load_instrumen(PARAMS, "2024").pertanyaan
    milik = p[p["indikator"] == "19"]
    awal = [em(f"19/{r.pertanyaan}", r.nilai_maksimal, "klaster_4") for r in milik.itertuples()]
    nanti = [
        va(f"19/{r.pertanyaan}", r.nilai_maksimal - 4 * (r.pertanyaan == "1"), None, "klaster_4")
        for r in milik.itertuples()
    ]
    rad = [kegiatan("R1", "19/1", "belum_diunggah", klaster="klaster_4")]
    hasil = pulih(muat(tmp_path, *awal, *nanti, rad=rad))
    assert list(hasil.bisa["pulih"]) == [4]
    assert (hasil.paling_sedikit, hasil.paling_banyak) == (1, 1)


def test_a_remark_on_a_whole_indikator_or_klaster_compares_with_its_sum(tmp_path: Path) -> None:
    baris = [em("4/4", 4), em("4/5", 2), ["em", "klaster_2", None, None, 100]]
    turun = [va("4", 5, "Kurang bukti"), va("", 90, "Kurang", "klaster_2")]
    p = pulih(muat(tmp_path, *baris, *turun))
    t = p.tentukan
    assert sorted(zip(t["klaster"], t["pulih"], strict=True)) == [("klaster_1", 1), ("klaster_2", 10)]
    assert (p.paling_sedikit, p.paling_banyak) == (0, 11)


def test_a_return_without_losses_or_remarks_leaves_nothing_to_do(tmp_path: Path) -> None:
    p = pulih(muat(tmp_path, em("4/5", 2), va("4/5", 2)))
    assert p.bisa.empty
    assert p.tidak.empty
    assert (p.paling_sedikit, p.paling_banyak) == (0, 0)
