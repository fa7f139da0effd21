"""`kla plan`: the answer first, JSON last, messages that can be acted on."""

import json
from pathlib import Path

import pytest

from kla_lib.cli import rencana as jalur
from kla_lib.cli.pengurai import Pengurai
from kla_lib.errors import KlaError
from tests.pembantu.kerja_uji import kegiatan, tulis_buku

KUNCI = {
    *("sasaran", "kegiatan", "biaya", "nilai_di_atas_kertas", "peluang", "rentang_peluang"),
    *("terbukti_optimal", "alasan"),
}


def jalankan(*argumen: str) -> int:
    pengurai = Pengurai(prog="kla")
    jalur.add_commands(pengurai.add_subparsers(required=True))
    args = pengurai.parse_args(["plan", *argumen])
    return args.jalankan(args)


def json_terakhir(capsys: pytest.CaptureFixture[str]) -> dict:
    return json.loads(capsys.readouterr().out.strip().splitlines()[-1])


def test_the_json_holds_what_is_documented_and_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan("contoh:kota-contoh", "--sasaran", "nindya", "--tanggal", "2025-03-31", "--json") == 0
    r = json_terakhir(capsys)
    assert set(r) >= KUNCI
    assert (r["sasaran"], r["tercapai"], r["kategori"], r["terbukti_optimal"]) == ("nindya", True, "nindya", True)
    assert r["nilai_awal"] + sum(k["poin"] for k in r["kegiatan"]) == pytest.approx(r["nilai_di_atas_kertas"])
    assert r["biaya"] == sum(k["biaya"] or 0 for k in r["kegiatan"])
    assert set(r["kegiatan"][0]) >= {"id", "opd", "poin", "biaya"}
    assert r["rentang_peluang"][0] <= r["peluang"] <= r["rentang_peluang"][1]


def test_what_counts_for_the_em_and_what_for_documents_are_two_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan("contoh:kota-contoh", "--sasaran", "utama", "--tanggal", "2025-03-31", "--json") == 0
    r = json_terakhir(capsys)
    assert (r["nilai_di_atas_kertas"], r["em"]["jangkauan"], r["em"]["sekarang"]) == (711, "bila_dijawab", 763.25)
    rendah, tinggi = (sum(k["poin_em"][n] for k in r["kegiatan"]) for n in (0, 1))
    assert r["nilai_em"] == pytest.approx([763.25 + rendah, 763.25 + tinggi])
    assert r["nilai_awal"] + sum(k["poin_dokumen"] for k in r["kegiatan"]) == pytest.approx(711)
    assert r["nilai_em"][1] > 800 and all(a <= b for a, b in (k["poin_em"] for k in r["kegiatan"]))
    tahap = [k["tahap"] for k in r["kegiatan"]]
    assert tahap == sorted(tahap, key=["em", "dokumen"].index) and set(tahap) == {"em", "dokumen"}
    assert "Yang perlu dijawab atau ditambah: " in r["alasan"] and "dilakukan pada tahun yang dinilai" in r["alasan"]


def test_without_documents_nothing_is_said_to_be_on_paper(capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan("contoh:ogan-ilir-2024", "--sasaran", "utama", "--json") == 0
    r = json_terakhir(capsys)
    assert (r["nilai_awal"], r["nilai_di_atas_kertas"]) == (None, None)
    assert r["nilai_em"][0] == 771.81 and r["nilai_em"][1] > 800
    assert {k["poin_dokumen"] for k in r["kegiatan"]} == {0}


def test_the_plain_answer_is_a_sentence_then_offices_then_groups_then_what_it_rests_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert jalankan("contoh:kota-contoh", "--sasaran", "madya", "--tanggal", "2025-03-31") == 0
    teks = capsys.readouterr().out
    urut = ["Di atas kertas Madya tercapai dengan", "Biaya menurut RAD", "Forum Anak\n  R12", "Inti, ada di setiap"]
    urut += ["Arti bagi anak", "Tidak masuk rencana", "Dasar dan anggapan", "(2 jam sehari; anggapan)"]
    letak = [teks.index(t) for t in urut]
    assert letak == sorted(letak)
    assert teks.rstrip().endswith("Ini bukan nilai resmi.")


def test_an_action_whose_deadline_has_passed_is_marked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rad = [kegiatan("R1", "5/1", "dokumen_ada", poin=4, tenggat="2025-02-01")]
    rad += [kegiatan("R2", "5/2", "dokumen_ada", poin=4, tenggat="2025-03-01")]
    marks = [["em", "kelembagaan", None, None, 164], ["em", "klaster_5", None, None, 205]]
    marks += [["em", "klaster_3", None, None, 125]]
    assert jalankan(str(tulis_buku(tmp_path, *marks, rad=rad)), "--sasaran", "pratama") == 0
    teks = capsys.readouterr().out
    assert "tenggat 1 Februari 2025, sudah lewat)" in teks
    assert "tenggat 1 Maret 2025)" in teks


def test_a_target_whose_points_lie_open_is_never_called_out_of_reach(capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan("contoh:ogan-ilir-2024", "--sasaran", "utama") == 0
    teks = capsys.readouterr().out
    assert "Utama terjangkau hanya bila jawaban yang belum ada atau belum penuh ditambah" in teks
    assert "EM sekarang 771,81 dan perlu lebih dari 28,19 poin lagi" in teks
    assert "Pertama: menutup jarak EM" in teks
    assert "pastikan pekerjaannya dilakukan pada tahun yang dinilai (0 sampai 12 poin EM, 4 jam)" in teks
    assert "0 dari 10" not in teks


def test_final_marks_of_klaster_have_no_plan_and_no_chance(capsys: pytest.CaptureFixture[str]) -> None:
    assert jalankan("contoh:sumbawa-2022", "--sasaran", "madya", "--json") == 0
    r = json_terakhir(capsys)
    assert (r["kegiatan"], r["tercapai"], r["peluang"], r["rentang_peluang"]) == ([], False, None, None)
    assert "nilai akhir" in r["alasan"]


def test_a_book_outside_the_repository_and_a_city_without_a_file_have_a_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = [["em", "kelembagaan", None, None, 164], ["em", "klaster_5", None, None, 205]]
    marks += [["em", "klaster_3", None, None, 129]]
    rad = [kegiatan("R1", "5/1", "dokumen_ada", poin=4, opd="Yayasan Pelita", anggaran=2_000_000)]
    buku = tulis_buku(tmp_path, *marks, rad=rad, keterangan={"daerah": "kota-lain"})
    assert jalankan(str(buku), "--sasaran", "pratama", "--anggaran", "2.000.000") == 0
    assert "Yayasan Pelita\n  R1  Kerja (0 sampai 4 poin EM, Rp2.000.000, 4 jam)" in capsys.readouterr().out


def test_a_circle_of_needs_is_a_message_with_its_place(tmp_path: Path) -> None:
    rad = [kegiatan("R1", "4/5", "dokumen_ada", poin=1, butuh="R2"), kegiatan("R2", "4/5", "dokumen_ada", butuh="R1")]
    buku = tulis_buku(tmp_path, ["em", "klaster_1", "4", "5", 1], rad=rad)
    with pytest.raises(KlaError, match=r"rad\.csv, sel V2: kegiatan saling menunggu: R1 → R2 → R1"):
        jalankan(str(buku), "--sasaran", "utama")


def test_a_book_without_marks_has_no_plan() -> None:
    with pytest.raises(KlaError, match="belum memuat lembar Penilaian"):
        jalankan("contoh:kota-bekasi", "--sasaran", "utama")


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        (["--sasaran", "utama", "--peluang", "80"], "'80' bukan peluang antara 0 dan 1"),
        (["--sasaran", "utama", "--peluang", "nan"], "'nan' bukan peluang antara 0 dan 1"),
        (["--sasaran", "utama", "--anggaran", "-5"], "--anggaran"),
        (["--sasaran", "utama", "--anggaran", "dua juta"], "'dua juta' bukan jumlah rupiah"),
        (["--sasaran", "utama", "--tanggal", "31-03-2025"], "'31-03-2025' bukan tanggal"),
        (["--sasaran", "juara"], "--sasaran: 'juara' tidak dikenal"),
        ([], "--sasaran"),
    ],
)
def test_an_option_that_cannot_be_meant_is_refused(
    pilihan: list[str], pesan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as e:
        jalankan("contoh:kota-contoh", *pilihan)
    assert e.value.code == 2
    assert pesan in capsys.readouterr().err
