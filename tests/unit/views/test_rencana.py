"""The plan on a page: its answer, its actions, what a chance costs, and an honest sentence where there is none."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kla_lib.errors import KlaError
from kla_lib.scoring.jalur_kalimat import kalimat_rencana
from kla_lib.views.biaya_peluang import kalimat_biaya_peluang, kalimat_kurva
from kla_lib.views.chart_rencana import chart_biaya_peluang
from kla_lib.views.jalur import Tingkat, rencana_of
from kla_lib.views.konteks import Konteks, load_konteks
from kla_lib.views.paket import make_paket
from kla_lib.views.rencana import kegiatan_klaster, rencana_rapat
from kla_lib.views.svg import render_svg
from kla_lib.views.tabel_kegiatan import yang_utama
from tests.kerja_uji import dokumen, kaitan, kegiatan, muat_konteks

KLASTER = ("kelembagaan", "klaster_1", "klaster_2", "klaster_3", "klaster_4", "klaster_5", "kelana_dekela")
NILAI = ["em", "klaster_1", "4", "5", 2]


def dengan_sasaran(konteks: Konteks, sasaran: str, **lain: Any) -> Konteks:
    """Return the meeting with another target, and other dates where named."""
    return replace(konteks, rapat=konteks.rapat.model_copy(update={"sasaran": sasaran, **lain}))


def rad_klaster(id_kegiatan: str, klaster: str, **lain: Any) -> dict[str, Any]:
    """Return an action of the RAD for a whole klaster."""
    return kegiatan(id_kegiatan, "/", "masih_bisa_dibuat", indikator=None, klaster=klaster, **lain)


def kota_klaster(
    folder: Path, tahap: str, bagian: float, sasaran: str, poin: float, anggaran: float | None = 2e6
) -> Konteks:
    """Return a city with marks per klaster (this share of each), and one action of `poin` in the first three."""
    maks = {k.id: k.nilai_maksimal for k in load_konteks("kota-contoh-1").instrumen.kepala.klaster}
    konteks = muat_konteks(
        folder,
        *([tahap, k, None, None, round(bagian * n)] for k, n in maks.items()),
        rad=[rad_klaster(f"R{n}", KLASTER[n], poin=poin, anggaran=anggaran) for n in range(3)],
        keterangan={"tahap_berjalan": tahap},
    )
    return dengan_sasaran(konteks, sasaran)


@pytest.fixture(scope="module")
def konteks() -> Konteks:
    return load_konteks("kota-contoh-1")


@pytest.fixture(scope="module")
def madya() -> Konteks:
    return dengan_sasaran(load_konteks("kota-contoh-1"), "madya")


@pytest.fixture(scope="module")
def mudah(tmp_path_factory: pytest.TempPathFactory) -> Konteks:
    """A city after the first check that can make eight out of ten, but not nine."""
    return kota_klaster(tmp_path_factory.mktemp("mudah"), "va", 0.76, "pratama", 30)


def baris_kegiatan(teks: str) -> list[list[str]]:
    """Return the cells of the table of actions."""
    return [b.split(" | ") for b in teks.splitlines() if " | " in b]


def test_an_unreached_target_says_how_far_the_plan_comes_and_what_is_in_the_way(konteks: Konteks) -> None:
    teks = rencana_rapat(konteks).teks
    assert teks.startswith("Utama tidak tercapai di atas kertas:")
    assert "belum terjangkau tanpa tambahan nilai EM" in teks
    assert "Yang terbaik yang masih bisa dicapai di atas kertas: Nindya." in teks
    bagian = teks.index("Yang menghalangi")
    assert bagian < teks.index("belum ditentukan jenis celahnya") < teks.index("Arti bagi anak")
    assert teks.splitlines()[-1].startswith("Anggapan kami: ")
    assert teks.endswith("Ini bukan nilai resmi.")


def test_ten_actions_are_named_and_the_others_added_up(konteks: Konteks) -> None:
    r = rencana_of(konteks).lengkap
    baris = baris_kegiatan(rencana_rapat(konteks).teks)
    assert len(baris) == 12
    assert baris[-2][0] == f"Dan {len(r.kegiatan) - 10} lainnya (1 belum beranggaran)"
    poin = [float(b[1].replace(",", ".")) for b in baris]
    assert sum(poin[:-1]) == pytest.approx(poin[-1])
    assert poin[-1] == pytest.approx(r.nilai - r.nilai_awal)


def test_the_actions_stand_office_by_office_and_each_office_once(konteks: Konteks) -> None:
    html = rencana_rapat(konteks).html
    kantor = re.findall(r'<th scope="rowgroup"[^>]*>([^<]+)</th>', html)
    assert len(kantor) == len(set(kantor))
    assert "DP3A" in kantor
    assert "dinas_pppa" not in html


def test_an_action_brings_the_preparation_that_it_waits_for_into_the_list(konteks: Konteks) -> None:
    r = rencana_of(konteks).lengkap
    ada = {t.kegiatan.id for t in yang_utama(r.kegiatan, set(r.kelompok.inti), 10)}
    assert {"R17", "R18"} <= ada
    assert "R18 · syarat R17" in rencana_rapat(konteks).html


def test_a_date_that_is_past_and_one_that_is_only_the_end_of_the_stage_are_told_apart(konteks: Konteks) -> None:
    tenggat = {b[0]: b[3] for b in baris_kegiatan(rencana_rapat(konteks).teks)}
    lewat = "Mengumpulkan sertifikat KHA anggota Gugus Tugas dari tiap kantor"
    assert tenggat[lewat] == "31 Januari 2025 (sudah lewat, minta tanggal baru)"
    assert "31 Maret 2025 (akhir tahap)" in tenggat.values()


def test_a_cost_that_nobody_recorded_is_no_zero_and_papers_cost_hours(konteks: Konteks) -> None:
    biaya = {b[2] for b in baris_kegiatan(rencana_rapat(konteks).teks)}
    assert {"belum tercatat", "Rp0", "4 jam kerja"} <= biaya


def test_core_and_swappable_are_marked_in_words_where_both_occur(konteks: Konteks, madya: Konteks) -> None:
    assert "Semuanya inti" in rencana_rapat(konteks).teks
    assert "Sifat" not in rencana_rapat(konteks).html
    r, teks = rencana_of(madya).lengkap, rencana_rapat(madya).teks
    inti = {t.kegiatan.id for t in r.kegiatan} & set(r.kelompok.inti)
    assert f"{len(inti)} di antaranya inti" in teks
    assert baris_kegiatan(teks)[-1][4] == f"{len(inti)} inti, {len(r.kegiatan) - len(inti)} bisa ditukar"


def test_a_target_within_reach_on_paper_is_planned_for_its_chance(madya: Konteks) -> None:
    rencana = rencana_of(madya)
    baris = rencana_rapat(madya).teks.splitlines()
    assert baris[0].startswith("Di atas kertas Madya tercapai dengan ")
    assert baris[1] == kalimat_rencana(rencana.lengkap)
    assert len(rencana.lengkap.kegiatan) > len(rencana.di_atas_kertas.kegiatan)


def test_packs_share_the_actions_of_the_summary_between_them(konteks: Konteks, madya: Konteks) -> None:
    for k in (konteks, madya):
        r = rencana_of(k)
        assert [t.kegiatan.id for t in r.kegiatan.kegiatan] == [t.kegiatan.id for t in r.lengkap.kegiatan]
        html = "".join(kegiatan_klaster(make_paket(k, i)).html for i in KLASTER)
        for t in r.lengkap.kegiatan:
            assert re.search(rf'"rujukan">([^<]* · )?{re.escape(t.kegiatan.id)}\b', html), t.kegiatan.id


def test_a_pack_names_only_what_serves_its_klaster(konteks: Konteks) -> None:
    paket = make_paket(konteks, "klaster_2")
    indikator = set(paket.indikator["indikator"])
    t = kegiatan_klaster(paket)
    assert {k.split("/")[0] for k in re.findall(r"\d+[A-Z]?/\w+", t.html)} <= indikator
    assert "Semuanya: 10 kegiatan | 20 | Rp12.500.000 | sampai 31 Maret 2025" in t.teks
    assert "paling mendekati Utama" in t.teks
    assert t.teks.endswith("bukan nilai resmi.")


def test_where_the_target_is_out_of_reach_cost_and_chance_are_those_of_the_watched_category(konteks: Konteks) -> None:
    spec = chart_biaya_peluang(konteks).to_dict()
    assert spec["title"] == "Peluang Madya menurut biaya kegiatan"
    baris = kalimat_biaya_peluang(konteks).teks.splitlines()
    assert baris[0] == "Karena Utama belum terjangkau, biaya dan peluang diukur pada Madya."
    assert baris[1].startswith("Rencana ini menaikkan peluang Madya kira-kira 7 dari 100, menjadi kira-kira 3 dari 10")
    assert baris[2].startswith("Tidak ada pilihan kegiatan tercatat yang membuat peluang Madya 8 dari 10;")


def test_the_curve_is_said_in_words_and_marks_the_plan(madya: Konteks) -> None:
    chart = chart_biaya_peluang(madya)
    uraian = chart.to_dict()["description"]
    assert "Tanpa kegiatan: 27 dari 100" in uraian
    assert uraian.count("Rp0") == 1
    assert "Rencana ini: Rp15.000.000, kira-kira 3 dari 10" in uraian
    svg = render_svg(chart.to_dict())
    for kata in ("rencana ini", "tanpa kegiatan", "Biaya (juta rupiah)", "Peluang (dari 10)"):
        assert kata in svg


def test_the_mark_on_the_curve_is_the_chance_that_the_plan_states(madya: Konteks) -> None:
    rencana = rencana_of(madya)
    assert rencana.kurva.peluang.besaran == pytest.approx(rencana.lengkap.kemungkinan.peluang.besaran)
    assert rencana.kurva.rentang == pytest.approx(rencana.lengkap.kemungkinan.rentang)


def test_a_chance_that_can_be_bought_is_planned_and_the_next_one_said_to_be_out_of_reach(mudah: Konteks) -> None:
    rencana = rencana_of(mudah)
    delapan, sembilan = rencana.kurva.tingkat
    assert rencana.lengkap.tercapai
    assert delapan.banyak == len(rencana.lengkap.kegiatan) == 2
    assert delapan.biaya == rencana.lengkap.biaya == 4e6
    assert sembilan.banyak is None
    teks = kalimat_biaya_peluang(mudah).teks
    assert "membuat peluang Pratama 9 dari 10; yang tertinggi kira-kira 8 dari 10." in teks
    assert "peluang Pratama 8 dari 10" not in teks
    milik = [kegiatan_klaster(make_paket(mudah, k)).teks for k in KLASTER[:3]]
    assert sum("Bagian dari rencana termurah untuk peluang Pratama 8 dari 10." in m for m in milik) == 2
    assert sum("Tidak ada kegiatan rencana" in m for m in milik) == 1


@pytest.mark.parametrize(
    ("banyak", "biaya", "kalimat"),
    [
        (3, 6e6, "untuk peluang Pratama 9 dari 10: 3 kegiatan, Rp6.000.000 (pada undian baru lebih dari 9 dari 10)."),
        (0, 0.0, "Peluang Pratama 9 dari 10 sudah ada tanpa kegiatan."),
        (None, float("nan"), "membuat peluang Pratama 9 dari 10; yang tertinggi kira-kira 8 dari 10."),
    ],
)
def test_a_higher_chance_has_its_price_or_is_said_to_be_out_of_reach(
    mudah: Konteks, banyak: int | None, biaya: float, kalimat: str
) -> None:
    rencana = rencana_of(mudah)
    tingkat = (rencana.kurva.tingkat[0], Tingkat(0.9, banyak, biaya, 0.96))
    assert kalimat_kurva(rencana.lengkap, replace(rencana.kurva, tingkat=tingkat))[-1].endswith(kalimat)


def test_a_chance_just_short_of_the_one_asked_for_is_not_said_with_the_same_words(mudah: Konteks) -> None:
    rencana = rencana_of(mudah)
    kurva = replace(
        rencana.kurva,
        kemungkinan=replace(rencana.kurva.kemungkinan, tertinggi=0.88),
        tingkat=(rencana.kurva.tingkat[0], Tingkat(0.9, None, float("nan"), float("nan"))),
    )
    assert kalimat_kurva(rencana.lengkap, kurva)[-1].endswith("Pratama 9 dari 10; yang tertinggi sedikit di bawah itu.")


def test_a_chance_that_is_there_already_asks_nothing_of_anyone(tmp_path: Path) -> None:
    konteks = kota_klaster(tmp_path, "va", 0.85, "pratama", 30)
    for teks in (rencana_rapat(konteks).teks, kegiatan_klaster(make_paket(konteks, "klaster_1")).teks):
        assert "Peluang Pratama yang diminta sudah tercapai tanpa kegiatan." in teks
        assert "|" not in teks


def test_without_any_cost_the_curve_counts_actions(tmp_path: Path) -> None:
    konteks = kota_klaster(tmp_path, "va", 0.55, "pratama", 30, anggaran=0)
    spec = chart_biaya_peluang(konteks).to_dict()
    assert spec["title"] == "Peluang Pratama menurut banyaknya kegiatan"
    assert "3 kegiatan: " in spec["description"]
    assert "Rp" not in spec["description"]


def test_a_klaster_without_actions_of_the_plan_says_so(tmp_path: Path) -> None:
    konteks = kota_klaster(tmp_path, "em", 0.55, "utama", 10)
    assert kegiatan_klaster(make_paket(konteks, "klaster_5")).teks == (
        "Tidak ada kegiatan rencana menuju Utama di klaster ini."
    )
    teks = kegiatan_klaster(make_paket(konteks, "klaster_1")).teks
    assert "Semuanya: 1 kegiatan | 10 | Rp2.000.000 | belum ditentukan" in teks


def test_without_rad_and_documents_the_plan_says_what_to_record_first() -> None:
    konteks = load_konteks("ogan-ilir-2024")
    teks = rencana_rapat(konteks).teks
    assert "tidak ada kegiatan tercatat yang menambah nilai" in teks
    assert "Lembar RAD dan Data dukung belum dicatat" in teks
    assert "arti rencana ini bagi anak belum diketahui" in teks
    assert "|" not in teks
    assert "Lembar RAD dan Data dukung belum dicatat" in kegiatan_klaster(make_paket(konteks, "klaster_1")).teks
    assert chart_biaya_peluang(konteks).teks.startswith("Tidak ada kegiatan tercatat yang menaikkan peluang")
    assert kalimat_biaya_peluang(konteks).teks == ""


def test_final_marks_leave_nothing_to_plan() -> None:
    konteks = load_konteks("sumbawa-2022")
    akhir = "Nilai ini nilai akhir: tidak ada kegiatan yang bisa menambahnya dalam siklus ini."
    assert rencana_rapat(konteks).teks == akhir
    assert kegiatan_klaster(make_paket(konteks, "klaster_1")).teks == akhir
    assert "nilai akhir" in chart_biaya_peluang(konteks).teks


def test_a_book_without_marks_has_no_plan() -> None:
    konteks = load_konteks("kota-bekasi")
    assert rencana_of(konteks) is None
    assert "Nilai belum dicatat" in rencana_rapat(konteks).teks
    assert "Nilai belum dicatat" in kegiatan_klaster(make_paket(konteks, "klaster_1")).teks
    assert "tidak bisa diperkirakan" in chart_biaya_peluang(konteks).teks


def test_without_rad_the_actions_are_those_of_documents_and_the_page_says_so(tmp_path: Path) -> None:
    konteks = muat_konteks(tmp_path, NILAI, register=[dokumen("D1", "kurang")], kait=[kaitan("D1", "4/5")])
    t = kegiatan_klaster(make_paket(konteks, "klaster_1"))
    assert "Melengkapi Dokumen D1 | 2 | 4 jam kerja | belum ditentukan" in t.teks
    assert "RAD belum dicatat, jadi kegiatannya hanya dari dokumen dan pertanyaan." in t.teks


def test_a_document_of_two_klaster_stands_in_both_packs_with_all_its_points(tmp_path: Path) -> None:
    konteks = muat_konteks(
        tmp_path,
        NILAI,
        ["em", "klaster_2", "8", "5", 3],
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "4/5"), kaitan("D1", "8/5")],
    )
    for klaster in ("klaster_1", "klaster_2"):
        teks = kegiatan_klaster(make_paket(konteks, klaster)).teks
        assert "Melengkapi Dokumen D1 | 5 |" in teks
        assert "Dokumen yang juga dipakai klaster lain dihitung dengan semua poinnya." in teks


def test_text_of_a_book_is_shown_as_text(tmp_path: Path) -> None:
    rad = [kegiatan("R1", "4/5", "masih_bisa_dibuat", poin=1, kegiatan="<script>x</script> kerja")]
    konteks = muat_konteks(tmp_path, NILAI, rad=rad)
    html = rencana_rapat(konteks).html + kegiatan_klaster(make_paket(konteks, "klaster_1")).html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_actions_that_wait_for_each_other_are_a_fault_to_repair(tmp_path: Path) -> None:
    rad = [
        kegiatan("R1", "4/5", "masih_bisa_dibuat", poin=1, butuh="R2"),
        kegiatan("R2", "4/5", "masih_bisa_dibuat", poin=1, butuh="R1"),
    ]
    konteks = muat_konteks(tmp_path, NILAI, rad=rad)
    with pytest.raises(KlaError, match="saling menunggu"):
        rencana_rapat(konteks)


def test_the_plan_is_made_once_for_a_meeting_and_anew_for_another_target(konteks: Konteks, madya: Konteks) -> None:
    assert rencana_of(konteks) is rencana_of(konteks)
    assert rencana_of(konteks) is not rencana_of(madya)
    assert rencana_of(dengan_sasaran(konteks, "kla")).di_atas_kertas.sasaran.id == "kla"
