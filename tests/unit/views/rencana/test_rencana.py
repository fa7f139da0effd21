"""The plan on a page: its answer, its actions, what a chance costs, and an honest sentence where there is none."""

import re
from pathlib import Path

import pytest

from kla_lib.bahasa import format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.views.rencana.chart_rencana import chart_biaya_peluang, kalimat_biaya_peluang
from kla_lib.views.rencana.kalimat_rencana import kalimat_rencana
from kla_lib.views.rencana.rencana import kegiatan_klaster, rencana_rapat
from kla_lib.views.rencana.tabel_kegiatan import tabel_kegiatan, yang_utama
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import dokumen, kaitan, kegiatan, muat_keadaan
from tests.pembantu.rencana_uji import (
    KLASTER,
    NILAI,
    baris_kegiatan,
    dengan_sasaran,
    kota_klaster,
)


def test_an_unreached_target_says_how_far_the_plan_comes_and_what_is_in_the_way(keadaan: Keadaan) -> None:
    teks = rencana_rapat(keadaan).teks
    assert teks.startswith(
        "Utama terjangkau hanya bila jawaban yang belum ada atau belum penuh ditambah: EM sekarang 763,25"
    )
    assert "poin berdokumen lengkap naik dari 592,5 menjadi paling tinggi 711" in teks
    assert "Yang terbaik yang masih bisa dicapai di atas kertas: Nindya." in teks
    bagian = teks.index("Yang menghalangi")
    assert bagian < teks.index("baru bisa dihitung pada siklus berikutnya") < teks.index("Arti bagi anak")
    assert teks.splitlines()[-1].startswith("Anggapan kami: ")
    assert teks.endswith("Ini bukan nilai resmi.")


def test_the_open_questions_that_decide_are_named_by_office_with_their_points_and_what_is_in_reserve(
    keadaan: Keadaan,
) -> None:
    teks, em = rencana_rapat(keadaan).teks, keadaan.rencana.lengkap.em
    assert "Yang perlu dijawab atau ditambah: " in teks and "Dinas Tenaga Kerja 21C/5" in teks
    assert f"masih ada {em.cadangan[0]} jawaban lain yang belum ada atau belum penuh (0 sampai " in teks
    assert "pastikan pekerjaannya dilakukan pada tahun yang dinilai" in teks


def test_what_closes_the_distance_of_the_em_comes_before_what_documents_secure(keadaan: Keadaan) -> None:
    t = rencana_rapat(keadaan)
    assert t.teks.index("Pertama: menutup jarak EM") < t.teks.index("Kemudian: mengamankan dengan dokumen")
    assert ">Poin EM<" in t.html and ">Poin dokumen<" in t.html
    r = keadaan.rencana.lengkap
    dulu = next(b for b in baris_kegiatan(t.teks) if b[0].startswith("Semuanya: "))
    assert dulu[2] == f"{format_angka(r.nilai_em[0] - 763.25)} sampai {format_angka(r.nilai_em[1] - 763.25)}"
    assert "Dulu" not in rencana_rapat(dengan_sasaran(keadaan, "madya")).teks


def test_ten_actions_are_named_and_the_others_added_up(madya: Keadaan) -> None:
    r = madya.rencana.lengkap
    baris = baris_kegiatan(rencana_rapat(madya).teks)
    assert len(baris) == 12
    assert baris[-2][0].startswith(f"Dan {len(r.kegiatan) - 10} lainnya")
    poin = [float(b[1].replace(",", ".")) for b in baris]
    assert sum(poin[:-1]) == pytest.approx(poin[-1])
    assert poin[-1] == pytest.approx(r.nilai - r.nilai_awal)


def test_the_actions_stand_office_by_office_and_each_office_once_in_a_table(keadaan: Keadaan) -> None:
    html = rencana_rapat(keadaan).html.split("</table>")[1]
    kantor = re.findall(r'<th scope="rowgroup"[^>]*>([^<]+)</th>', html)
    assert len(kantor) == len(set(kantor))
    assert "DP3A" in kantor
    assert "dinas_pppa" not in html


def test_an_action_brings_the_preparation_that_it_waits_for_into_the_list(keadaan: Keadaan) -> None:
    r = keadaan.rencana.lengkap
    ada = {t.kegiatan.id for t in yang_utama(r.kegiatan, set(r.kelompok.inti), 10)}
    assert {"R17", "R18"} <= ada
    assert "R18 · syarat R17" in rencana_rapat(keadaan).html


def test_a_date_that_is_past_and_one_that_is_only_the_end_of_the_stage_are_told_apart(keadaan: Keadaan) -> None:
    lalu = rencana_rapat(keadaan).teks.split("Kemudian: ")[1]
    tenggat = {b[0]: b[3] for b in baris_kegiatan(lalu)}
    lewat = "Mengumpulkan sertifikat KHA anggota Gugus Tugas dari tiap kantor"
    assert tenggat[lewat] == "31 Januari 2025 (sudah lewat, minta tanggal baru)"
    assert "31 Maret 2025 (akhir tahap)" in tenggat.values()


def test_a_cost_that_nobody_recorded_is_no_zero_and_papers_cost_hours(keadaan: Keadaan) -> None:
    r = keadaan.rencana.lengkap
    biaya = {b[3] for b in baris_kegiatan(tabel_kegiatan(keadaan, r, r.kegiatan, "Rencana", len(r.kegiatan)).teks)}
    assert {"belum tercatat", "Rp0", "4 jam kerja"} <= biaya


def test_core_and_swappable_are_marked_in_words_where_both_occur(keadaan: Keadaan, madya: Keadaan) -> None:
    dulu, lalu = rencana_rapat(keadaan).html.split("</table>")[:2]
    assert (
        "bisa ditukar" in dulu and "bisa ditukar" not in lalu
    )  # another open question would do as well; the documents are core
    r, teks = madya.rencana.lengkap, rencana_rapat(madya).teks
    inti = {t.kegiatan.id for t in r.kegiatan} & set(r.kelompok.inti)
    assert f"{len(inti)} di antaranya inti" in teks


def test_a_target_within_reach_on_paper_is_planned_for_its_chance(madya: Keadaan) -> None:
    rencana = madya.rencana
    baris = rencana_rapat(madya).teks.splitlines()
    assert baris[0].startswith("Di atas kertas Madya tercapai dengan ")
    assert baris[1] == kalimat_rencana(rencana.lengkap)
    assert len(rencana.lengkap.kegiatan) > len(rencana.di_atas_kertas.kegiatan)


def test_packs_share_the_actions_of_the_summary_between_them(keadaan: Keadaan, madya: Keadaan) -> None:
    for k in (keadaan, madya):
        r = k.rencana
        assert [t.kegiatan.id for t in r.kegiatan.kegiatan] == [t.kegiatan.id for t in r.lengkap.kegiatan]
        html = "".join(kegiatan_klaster(k.klaster(i)).html for i in KLASTER)
        for t in berisi(r.lengkap.kegiatan):
            assert re.search(rf'"rujukan">([^<]* · )?{re.escape(t.kegiatan.id)}\b', html), t.kegiatan.id


def test_a_pack_names_only_what_serves_its_klaster(keadaan: Keadaan) -> None:
    paket = keadaan.klaster("klaster_2")
    indikator = set(paket.indikator["indikator"])
    t = kegiatan_klaster(paket)
    assert {k.split("/")[0] for k in re.findall(r"\d+[A-Z]?/\w+", t.html)} <= indikator
    assert "Semuanya: 3 kegiatan | 4,5 | 1,25 sampai 4,5 | Rp2.500.000 | sampai 14 Maret 2025" in t.teks
    assert "Semuanya: 7 kegiatan | 15,5 | Rp10.000.000 | sampai 31 Maret 2025" in t.teks
    assert "terjangkau hanya bila jawaban yang belum ada atau belum penuh ditambah" in t.teks
    assert t.teks.endswith("bukan nilai resmi.")


def test_a_klaster_without_actions_of_the_plan_says_so(tmp_path: Path) -> None:
    keadaan = kota_klaster(tmp_path, "va", 0.55, "utama", 10)
    assert kegiatan_klaster(keadaan.klaster("klaster_5")).teks == (
        "Tidak ada kegiatan rencana menuju Utama di klaster ini."
    )
    teks = kegiatan_klaster(keadaan.klaster("klaster_1")).teks
    assert "Semuanya: 1 kegiatan | 10 | Rp2.000.000 | belum ditentukan" in teks


def test_without_rad_and_documents_the_plan_asks_for_what_stands_open_and_says_what_nobody_knows() -> None:
    keadaan = keadaan_contoh("ogan-ilir-2024")
    teks = rencana_rapat(keadaan).teks
    assert "EM sekarang 771,81 dan perlu lebih dari 28,19 poin lagi" in teks
    assert "Dokumen belum dicatat, jadi belum diketahui berapa dari poin itu yang aman" in teks
    assert "arti rencana ini bagi anak belum diketahui" in teks
    assert "Poin dokumen" not in rencana_rapat(keadaan).html
    assert "Poin EM" in kegiatan_klaster(keadaan.klaster("klaster_2")).html
    assert "Tidak ada kegiatan rencana" in kegiatan_klaster(keadaan.klaster("klaster_5")).teks
    assert chart_biaya_peluang(keadaan).teks.startswith("Tidak ada kegiatan tercatat yang menaikkan peluang")
    assert kalimat_biaya_peluang(keadaan).teks == ""


def test_final_marks_leave_nothing_to_plan() -> None:
    keadaan = keadaan_contoh("sumbawa-2022")
    akhir = "Nilai ini nilai akhir: tidak ada kegiatan yang bisa menambahnya dalam siklus ini."
    assert rencana_rapat(keadaan).teks == akhir
    assert kegiatan_klaster(keadaan.klaster("klaster_1")).teks == akhir
    assert "nilai akhir" in chart_biaya_peluang(keadaan).teks


def test_a_book_without_marks_has_no_plan() -> None:
    keadaan = keadaan_contoh("kota-bekasi")
    assert keadaan.rencana is None
    assert "Nilai belum dicatat" in rencana_rapat(keadaan).teks
    assert "Nilai belum dicatat" in kegiatan_klaster(keadaan.klaster("klaster_1")).teks
    assert "tidak bisa diperkirakan" in chart_biaya_peluang(keadaan).teks


def test_without_rad_the_actions_are_those_of_documents_and_the_page_says_so(tmp_path: Path) -> None:
    keadaan = muat_keadaan(tmp_path, NILAI, register=[dokumen("D1", "kurang")], kait=[kaitan("D1", "4/5")])
    t = kegiatan_klaster(keadaan.klaster("klaster_1"))
    assert "Melengkapi Dokumen D1 | 2 | 4 jam kerja | belum ditentukan" in t.teks
    assert "RAD belum dicatat, jadi kegiatannya hanya dari dokumen dan pertanyaan." in t.teks


def test_a_document_of_two_klaster_stands_in_both_packs_with_all_its_points(tmp_path: Path) -> None:
    keadaan = muat_keadaan(
        tmp_path,
        NILAI,
        ["em", "klaster_2", "8", "5", 3],
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "4/5"), kaitan("D1", "8/5")],
    )
    for klaster in ("klaster_1", "klaster_2"):
        teks = kegiatan_klaster(keadaan.klaster(klaster)).teks
        assert "Melengkapi Dokumen D1 | 5 |" in teks
        assert "Dokumen yang juga dipakai klaster lain dihitung dengan semua poinnya." in teks


def test_text_of_a_book_is_shown_as_text(tmp_path: Path) -> None:
    rad = [kegiatan("R1", "4/5", "masih_bisa_dibuat", poin=1, kegiatan="<script>x</script> kerja")]
    keadaan = muat_keadaan(tmp_path, NILAI, rad=rad)
    html = rencana_rapat(keadaan).html + kegiatan_klaster(keadaan.klaster("klaster_1")).html
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_plan_is_made_once_for_a_meeting_and_anew_for_another_target(keadaan: Keadaan, madya: Keadaan) -> None:
    assert keadaan.rencana is keadaan.rencana
    assert keadaan.rencana is not madya.rencana
    assert dengan_sasaran(keadaan, "kla").rencana.di_atas_kertas.sasaran.id == "kla"
