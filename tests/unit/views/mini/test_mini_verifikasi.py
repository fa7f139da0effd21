"""Reading drawn documents in a live notebook: blind, continued later, then compared, settled and forecast."""

import json
from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.notebook import (
    kalimat_kesepakatan,
    kalimat_mini,
    kalimat_taksiran,
    load_mini,
    panel_fasilitator,
    panel_pembaca,
    perkiraan_mini,
    tabel_beda,
    tabel_mini,
)
from tests.pembantu.buku_uji import isi_buku, tabel, write_xlsx
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.mini_uji import Layar, baca_semua, muat, pembaca


def test_the_page_says_how_many_are_drawn_and_how_to_start(buku: Path) -> None:
    teks = kalimat_mini(muat()).teks
    assert teks.startswith("3 dari 5 dokumen diundi untuk dibaca dua orang.")
    assert "bukan keputusan verifikator" in teks
    assert "5 dokumen menopang 9 poin" in teks
    assert "Pembaca A 0 dari 3 dan Pembaca B 0 dari 3" in teks
    assert "pilih Pembaca A atau Pembaca B" in teks
    assert "folder mini-verifikasi di samping buku data" in teks
    assert len(tabel_mini(muat()).teks.splitlines()) == 1 + 3


def test_all_are_read_where_there_are_not_more_than_asked(buku: Path) -> None:
    assert kalimat_mini(muat(40)).teks.startswith("Semua 5 dokumen dibaca")
    assert tabel_mini(muat(40)).teks.count("pasti") == 5


def test_nothing_is_written_before_the_first_answer(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    layar["Berikutnya"].click()
    Layar(panel_fasilitator(muat()))
    assert not (buku.parent / "mini-verifikasi").exists()


def test_the_sample_stays_when_the_book_changes_and_a_document_that_is_gone_is_said(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    layar["Jawaban"].value = "kurang"
    lama = muat()
    dokumen = [{"id_dokumen": f"D{n}", "judul": "Baru", "status": "lengkap"} for n in range(1, 6)]
    kaitan = [{"indikator": "5", "pertanyaan": str(n), "id_dokumen": f"D{n}", "wajib": "ya"} for n in range(1, 6)]
    baris = [["em", "klaster_1", "5", str(n), 1, "ya", None, None] for n in range(1, 7)]

    def tulis(buang: str = "") -> None:
        d = [x for x in dokumen if x["id_dokumen"] != buang]
        k = [x for x in kaitan if x["id_dokumen"] != buang]
        lembar = {"Data_dukung": tabel("Data dukung", *d), "Dokumen_pertanyaan": tabel("Dokumen pertanyaan", *k)}
        write_xlsx(isi_buku(*baris, **lembar), buku)

    tulis()
    assert muat().sampel == lama.sampel
    assert muat(1).urutan("b") == lama.urutan("b")
    assert "Buku data berubah sejak dokumen diundi" in kalimat_mini(muat()).teks
    hilang = lama.sampel[0].id_dokumen
    tulis(hilang)
    with pytest.raises(KlaError, match=f"dokumen {hilang} sudah diundi, tetapi tidak ada lagi"):
        muat()


def test_readers_of_different_samples_are_not_compared(buku: Path) -> None:
    a = muat(3)
    pembaca(a, "a")["Jawaban"].value = "kurang"
    path = buku.parent / "mini-verifikasi" / "rapat-uji-a.json"
    isi = json.loads(path.read_text("utf-8"))
    isi |= {"pembaca": "b", "hash_data": "sha256:lain"}
    path.with_name("rapat-uji-b.json").write_text(json.dumps(isi), "utf-8")
    with pytest.raises(KlaError, match="sampel dokumen yang berbeda"):
        muat()


def test_the_leader_sees_the_forecast_move_and_no_answer_before_both_have_finished(buku: Path) -> None:
    layar = Layar(panel_fasilitator(muat()))
    assert layar.teks == ""
    layar["Ikuti pembacaan"].value = True
    assert "Sementara: 0 dari 3 dokumen" in layar.teks
    baca_semua("a", {}, "tidak_ada")
    layar["Ikuti pembacaan"].value = False
    layar["Ikuti pembacaan"].value = True
    assert "Sementara: 3 dari 3 dokumen" in layar.teks
    assert "Pembaca A 3 dari 3 (selesai)" in layar.teks
    assert layar.cari("Sepakati") == []
    assert "jawaban kedua pembaca sama" not in layar.teks
    layar["Ikuti pembacaan"].value = False


def test_after_both_have_finished_differences_are_shown_and_settled_together(buku: Path) -> None:
    d1, d2, d3 = (t.id_dokumen for t in muat().sampel)
    baca_semua("a", {d1: "kurang"})
    baca_semua("b", {d2: "tidak_ada"})
    layar = Layar(panel_fasilitator(muat()))
    layar["Ikuti pembacaan"].value = True
    assert "1 dari 3 jawaban kedua pembaca sama." in layar.teks
    assert "Selama belum disepakati, jawaban yang lebih buruk yang dihitung." in layar.teks
    assert muat().status() == {d1: "kurang", d2: "tidak_ada", d3: "lengkap"}
    kotak = layar.cari("Sepakati")
    assert len(kotak) == 2
    kotak[0].value, kotak[1].value = "lengkap", "kurang"
    assert layar.cari("Sepakati") == kotak
    assert "2 dokumen dijawab berbeda; 2 sudah disepakati bersama." in layar.teks
    assert muat().status() == {d1: "lengkap", d2: "kurang", d3: "lengkap"}
    layar["Ikuti pembacaan"].value = False
    lagi = Layar(panel_fasilitator(muat()))
    lagi["Ikuti pembacaan"].value = True
    assert muat().sepakat == {d1: "lengkap", d2: "kurang"}
    assert [w.value for w in lagi.cari("Sepakati")] == ["lengkap", "kurang"]
    lagi["Ikuti pembacaan"].value = False


def test_the_finished_page_holds_agreement_estimate_and_both_forecasts(buku: Path) -> None:
    baca_semua("a", {})
    baca_semua("b", {})
    mini = muat()
    assert "Kappa Cohen tidak bisa dihitung" in kalimat_kesepakatan(mini).teks
    assert tabel_beda(mini).teks == "Tidak ada perbedaan."
    teks = kalimat_taksiran(mini).teks
    # a third of the points was certain to be read; of the rest two of two are complete: at least .05^(1/2)
    assert teks.startswith("Kira-kira 100 dari 100 poin berdokumen lengkap (bisa 48 sampai 100).")
    assert "Daftar dokumen menyebut 33 dari 100 poin lengkap, dan 17 dari 100 belum diperiksa." in teks
    assert "bukan keputusan verifikator" in teks
    teks = perkiraan_mini(mini).teks
    assert "sebelum dibaca antara" in teks and "sesudah dibaca antara" in teks
    assert "belum terjangkau tanpa tambahan nilai EM" in teks
    assert "Bukan nilai resmi." in teks


@pytest.mark.parametrize("rapat", ["ogan-ilir-2024", "sumbawa-2022", "kota-bekasi"])
def test_a_book_without_documents_or_marks_says_so(rapat: str) -> None:
    mini = load_mini(keadaan_contoh(rapat))
    assert kalimat_mini(mini).teks.startswith("Belum ada dokumen yang bisa diundi.")
    for f in (kalimat_kesepakatan, kalimat_taksiran, tabel_beda, perkiraan_mini):
        assert f(mini).teks
    assert "Belum ada dokumen" in panel_pembaca(mini).value
    assert "Belum ada dokumen" in panel_fasilitator(mini).value
