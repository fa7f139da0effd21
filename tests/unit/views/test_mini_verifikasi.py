"""Reading drawn documents in a live notebook: blind, continued later, then compared, settled and forecast."""

import json
from pathlib import Path
from typing import Any

import pytest

from kla_lib.errors import KlaError
from kla_lib.notebook import (
    kalimat_kesepakatan,
    kalimat_mini,
    kalimat_taksiran,
    load_konteks,
    load_mini,
    panel_fasilitator,
    panel_pembaca,
    perkiraan_mini,
    tabel_beda,
    tabel_mini,
)
from kla_lib.views.mini_verifikasi import Mini
from tests.buku_uji import isi_buku, tabel, write_xlsx

RAPAT = """id: rapat-uji
daerah: kota-contoh
tanggal: 2025-03-18
instrumen: "2024"
tahap: em
sasaran: pratama
buku_data: buku.xlsx
"""
RAHASIA = "catatan register yang tidak boleh terlihat"


@pytest.fixture
def buku(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book with six questions of indikator 5 and a document for each of five; the first serves two."""
    status = ["kurang", "lengkap", "lengkap", "belum_diperiksa", "tidak_ada"]
    dokumen = [
        {"id_dokumen": f"D{n}", "judul": f"Dokumen <{n}>", "status": s, "catatan": RAHASIA, "tautan": t}
        for n, (s, t) in enumerate(zip(status, ["https://contoh.go.id/1", "map/2.pdf", *3 * [None]], strict=True), 1)
    ]
    milik = [("1", "D1"), ("2", "D1"), ("3", "D2"), ("4", "D3"), ("5", "D4"), ("6", "D5")]
    isi = isi_buku(
        *(["em", "klaster_1", "5", str(n), 1.5, "ya", None, None] for n in range(1, 7)),
        Data_dukung=tabel("Data dukung", *dokumen),
        Dokumen_pertanyaan=tabel(
            "Dokumen pertanyaan",
            *({"indikator": "5", "pertanyaan": p, "id_dokumen": d, "wajib": "ya"} for p, d in milik),
        ),
    )
    (tmp_path / "rapat-uji.yaml").write_text(RAPAT, encoding="utf-8")
    monkeypatch.setenv("KLA_FOLDER_RAPAT", str(tmp_path))
    return write_xlsx(isi, tmp_path / "buku.xlsx")


def muat(banyak: int = 3) -> Mini:
    return load_mini(load_konteks("rapat-uji"), banyak)


class Layar:
    """A panel as somebody sees it: boxes by their labels, and every text in it."""

    def __init__(self, panel: Any):
        self.panel = panel

    def semua(self, widget: Any = None) -> list[Any]:
        widget = self.panel if widget is None else widget
        return [widget, *(w for anak in getattr(widget, "children", ()) for w in self.semua(anak))]

    def cari(self, nama: str) -> list[Any]:
        return [w for w in self.semua() if getattr(w, "description", "").startswith(nama)]

    def __getitem__(self, nama: str) -> Any:
        assert self.cari(nama), f"nothing is called {nama}"
        return self.cari(nama)[0]

    @property
    def teks(self) -> str:
        return "\n".join(w.value for w in self.semua() if type(w).__name__ == "HTML")

    @property
    def seluruhnya(self) -> str:
        """Everything that the browser is sent, chosen values and labels too."""
        return json.dumps([w.get_state() for w in self.semua()], default=str)


def pembaca(mini: Mini, siapa: str) -> Layar:
    layar = Layar(panel_pembaca(mini))
    layar["Saya"].value = siapa
    return layar


def baca_semua(siapa: str, jawaban: dict[str, str], lain: str = "lengkap") -> None:
    layar = pembaca(muat(), siapa)
    for _label, d in layar["Dokumen ke"].options:
        layar["Dokumen ke"].value = d
        layar["Jawaban"].value = jawaban.get(d, lain)
    layar["Saya selesai"].click()
    assert "Anda sudah selesai" in layar.teks


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


def test_a_reader_sees_what_the_form_asks_and_nothing_of_the_register(buku: Path) -> None:
    layar = pembaca(muat(40), "a")
    layar["Dokumen ke"].value = "D1"
    assert "D1 · Dokumen &lt;1&gt;" in layar.teks
    assert '<a href="https://contoh.go.id/1" target="_blank" rel="noopener noreferrer">' in layar.teks
    assert "5/1 " in layar.teks and "5/2 " in layar.teks
    assert "Yang diminta form: data tahun yang dinilai" in layar.teks
    layar["Dokumen ke"].value = "D2"
    assert "<code>map/2.pdf</code>" in layar.teks
    layar["Dokumen ke"].value = "D4"
    assert "tautannya belum dicatat" in layar.teks
    assert RAHASIA not in layar.seluruhnya
    assert "belum_diperiksa" not in layar.seluruhnya
    assert "belum diperiksa" not in layar.seluruhnya


def test_a_reader_sees_nothing_of_the_other(buku: Path) -> None:
    b = pembaca(muat(), "b")
    for _label, d in b["Dokumen ke"].options:
        b["Dokumen ke"].value = d
        b["Jawaban"].value = "tidak_terbuka"
        b["Catatan"].value = "dilihat oleh pembaca B"
    a = pembaca(muat(), "a")
    assert "0 dari 3 dokumen sudah Anda jawab" in a.teks
    for _label, d in a["Dokumen ke"].options:
        a["Dokumen ke"].value = d
        assert a["Jawaban"].value is None
        assert a["Catatan"].value == ""
        assert "dilihat oleh pembaca B" not in a.seluruhnya
        assert "sudah dijawab" not in a.seluruhnya
    b["Saya"].value = "a"
    assert "dilihat oleh pembaca B" not in b.seluruhnya
    for t in (tabel_beda(muat()), kalimat_kesepakatan(muat()), kalimat_taksiran(muat()), perkiraan_mini(muat())):
        assert "pembaca B" not in t.html
        assert "tidak bisa dibuka" not in t.html


def test_reading_is_continued_where_it_stopped(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    urutan = [d for _label, d in layar["Dokumen ke"].options]
    layar["Jawaban"].value = "kurang"
    layar["Catatan"].value = "  halaman 3\n hilang "
    besok = pembaca(muat(), "a")
    assert besok["Dokumen ke"].value == urutan[1]
    assert "1 dari 3 dokumen sudah Anda jawab" in besok.teks
    besok["Sebelumnya"].click()
    assert besok["Jawaban"].value == "kurang"
    assert besok["Catatan"].value == "halaman 3 hilang"


def test_a_note_written_before_the_answer_goes_with_it(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    catatan, d = layar["Catatan"], layar["Dokumen ke"].value
    catatan.value = "tanpa tanda tangan"
    assert not (buku.parent / "mini-verifikasi").exists()
    layar["Jawaban"].value = "kurang"
    assert muat().milik("a").jawaban[d].catatan == "tanpa tanda tangan"


def test_a_note_that_arrives_late_goes_to_its_own_document(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    d, catatan = layar["Dokumen ke"].value, layar["Catatan"]
    layar["Jawaban"].value = "kurang"
    layar["Berikutnya"].click()
    catatan.value = "terlambat"
    assert {k: j.catatan for k, j in muat().milik("a").jawaban.items()} == {d: "terlambat"}
    assert layar["Dokumen ke"].value != d


def test_personal_data_is_refused_and_the_answer_stays(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    layar["Jawaban"].value = "kurang"
    layar["Catatan"].value = "hubungi 0812-3456-7890"
    assert "belum disimpan." in layar.teks and "0812" not in layar.teks
    assert [j.catatan for j in muat().milik("a").jawaban.values()] == [None]
    layar["Catatan"].value = "x" * 301
    assert "Catatan paling panjang 300 huruf" in layar.teks
    layar["Catatan"].value = "hubungi dinasnya"
    assert "belum disimpan" not in layar.teks
    assert [j.catatan for j in muat().milik("a").jawaban.values()] == ["hubungi dinasnya"]


def test_an_answer_whose_note_was_refused_is_saved_with_the_mended_note(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    layar["Catatan"].value = "hubungi 0812-3456-7890"
    layar["Jawaban"].value = "kurang"
    assert "belum disimpan." in layar.teks
    assert muat().milik("a").jawaban == {}
    layar["Berikutnya"].click()
    layar["Sebelumnya"].click()
    assert layar["Jawaban"].value == "kurang"
    layar["Catatan"].value = ""
    assert [(j.status, j.catatan) for j in muat().milik("a").jawaban.values()] == [("kurang", None)]


def test_a_reader_who_has_finished_changes_nothing(buku: Path) -> None:
    layar = pembaca(muat(), "a")
    assert layar["Saya selesai"].disabled
    baca_semua("a", {})
    layar = pembaca(muat(), "a")
    assert layar["Jawaban"].disabled and layar["Catatan"].disabled and layar["Saya selesai"].disabled


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
    mini = load_mini(load_konteks(rapat))
    assert kalimat_mini(mini).teks.startswith("Belum ada dokumen yang bisa diundi.")
    for f in (kalimat_kesepakatan, kalimat_taksiran, tabel_beda, perkiraan_mini):
        assert f(mini).teks
    assert "Belum ada dokumen" in panel_pembaca(mini).value
    assert "Belum ada dokumen" in panel_fasilitator(mini).value
