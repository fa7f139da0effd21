"""Sentences follow the numbers by rule."""

from pathlib import Path

import pytest

from kla_lib.views.kalimat import lanjutan_paket, lanjutan_rapat, utama_paket, utama_rapat
from kla_lib.views.konteks import Konteks, load_konteks
from kla_lib.views.paket import make_paket
from kla_lib.views.spanduk import teks_spanduk
from tests.buku_uji import isi_buku, tabel, write_folder


def konteks(
    tmp_path: Path, *penilaian: list[object], tahap: str = "em", sasaran: str = "utama", **lain: object
) -> Konteks:
    """Return a meeting over a small book of the 2022 form, whose klaster take marks as a whole."""
    kepala = {"instrumen": "2022", "tahap_berjalan": tahap}
    write_folder(isi_buku(*penilaian, keterangan=kepala, **lain), tmp_path / "buku")  # type: ignore[arg-type]
    (tmp_path / "uji.yaml").write_text(
        f'id: uji\ndaerah: kota-contoh\ntanggal: 2025-03-18\ninstrumen: "2022"\ntahap: {tahap}\n'
        f"sasaran: {sasaran}\nbuku_data: buku\n",
        encoding="utf-8",
    )
    return load_konteks(str(tmp_path / "uji.yaml"))


def nilai(total: float, tahap: str = "em") -> list[list[object]]:
    """Return marks that add to a total: what fits into klaster V, the rest over the others."""
    maks = {
        "klaster_5": 205,
        "klaster_2": 170,
        "klaster_3": 150,
        "kelembagaan": 150,
        "klaster_1": 115,
        "klaster_4": 110,
    }
    baris, sisa = [], total
    for klaster, m in {**maks, "kelana_dekela": 100}.items():
        ambil = round(min(sisa, m), 2)
        baris.append([tahap, klaster, "", "", str(ambil)])
        sisa = round(sisa - ambil, 2)
    return baris


def test_ogan_ilir_2024_in_one_sentence() -> None:
    k = load_konteks("ogan-ilir-2024")
    assert utama_rapat(k) == "Nilai evaluasi mandiri (EM) kita 771,81, setara Nindya; dokumen belum dicatat."
    assert lanjutan_rapat(k) == [
        "Utama mulai di atas 800: masih perlu lebih dari 28,19 poin.",
        "Berapa poin yang bertahan saat verifikasi belum bisa diperkirakan selama dokumen belum dicatat.",
        "Ini bukan nilai resmi.",
    ]


def test_sumbawa_2022_speaks_of_final_points_and_not_of_documents() -> None:
    k = load_konteks("sumbawa-2022")
    assert utama_rapat(k) == "Nilai akhir kita 505,85, setara Pratama."
    assert lanjutan_rapat(k) == [
        "Madya mulai di atas 600: masih perlu lebih dari 94,15 poin.",
        "Nilai ini dikutip dari sumber di bawah; kategorinya ditetapkan Kementerian PPPA.",
    ]
    assert utama_paket(make_paket(k, "klaster_3")) == "94,5 dari 150 poin diberikan."


def test_kota_bekasi_has_measurements_but_no_points() -> None:
    k = load_konteks("kota-bekasi")
    assert utama_rapat(k) == "Nilai Kota Bekasi belum dicatat dalam buku data; yang ada baru capaian."
    assert lanjutan_rapat(k) == []
    assert utama_paket(make_paket(k, "klaster_3")) == "Nilai klaster ini belum dicatat dalam buku data."


def test_with_documents_the_sentence_names_both_scores() -> None:
    k = load_konteks("kota-contoh-1")
    assert utama_rapat(k) == (
        "Nilai evaluasi mandiri (EM) kita sementara 763,25, setara Nindya bila berhenti di sini; "
        "yang berdokumen lengkap 596, setara Pratama."
    )
    assert "12 pertanyaan belum dinilai, jadi jumlah ini belum lengkap." in lanjutan_rapat(k)
    assert "Tahap ini ditutup 31 Maret 2025." in lanjutan_rapat(k)
    assert "Dokumen tercatat untuk 214 dari 274 pertanyaan." in lanjutan_rapat(k)


@pytest.mark.parametrize(
    ("total", "kalimat"),
    [
        (799.5, "Utama mulai di atas 800: masih perlu lebih dari 0,5 poin."),
        (800, "Utama mulai di atas 800: nilai kita tepat di ambangnya, jadi belum tercapai."),
        (812.25, "Utama mulai di atas 800: di atas kertas tercapai, selisihnya 12,25 poin."),
        (950, "Utama mulai di atas 800: di atas kertas tercapai, selisihnya 150 poin."),
    ],
)
def test_the_distance_to_the_target(tmp_path: Path, total: float, kalimat: str) -> None:
    assert lanjutan_rapat(konteks(tmp_path, *nilai(total)))[0] == kalimat


def test_the_edge_of_pratama_is_reached_at_500(tmp_path: Path) -> None:
    k = konteks(tmp_path, *nilai(500), sasaran="pratama")
    assert lanjutan_rapat(k)[0] == "Pratama mulai pada 500: di atas kertas tercapai, selisihnya 0 poin."


@pytest.mark.parametrize(("total", "dekat"), [(801, True), (801.01, False), (699, True), (750, False)])
def test_a_score_near_an_edge_is_flagged(tmp_path: Path, total: float, dekat: bool) -> None:
    kalimat = lanjutan_rapat(konteks(tmp_path, *nilai(total)))
    assert any("aturan untuk pecahan belum pasti" in k for k in kalimat) is dekat


def test_what_is_not_safe_is_named_by_its_reason() -> None:
    kalimat = lanjutan_paket(make_paket(load_konteks("kota-contoh-1"), "klaster_3"))
    assert kalimat[0] == (
        "Belum aman: 14,25 poin dokumennya kurang dan 9,5 poin dokumennya belum dicatat atau belum diperiksa."
    )
    assert kalimat[1].startswith("35 poin masih tersedia, paling banyak di indikator 17 Kawasan tanpa rokok")


def test_a_full_klaster_has_nothing_left(tmp_path: Path) -> None:
    paket = make_paket(konteks(tmp_path, ["em", "klaster_1", "", "", "115"]), "klaster_1")
    assert lanjutan_paket(paket) == ["Tidak ada poin yang tersisa di klaster ini."]


def test_a_klaster_without_marks_is_not_zero(tmp_path: Path) -> None:
    paket = make_paket(konteks(tmp_path, ["em", "klaster_1", "", "", "0"]), "klaster_2")
    assert paket.nilai is None
    assert utama_paket(paket) == "Nilai klaster ini belum dicatat dalam buku data."


def test_documents_recorded_but_none_needed_leave_nothing_unsafe(tmp_path: Path) -> None:
    dokumen = tabel("Data dukung", {"id_dokumen": "D1", "judul": "SK", "status": "lengkap"})
    k = konteks(tmp_path, ["em", "klaster_1", "", "", "0"], Data_dukung=dokumen)
    assert k.hasil is not None
    assert k.hasil.terdukung is None, "documents that serve no question support nothing"


def test_a_stage_that_is_not_marked_yet_is_not_called_measurements_only(tmp_path: Path) -> None:
    k = konteks(tmp_path, *nilai(700, "em"), tahap="va")
    assert k.hasil is None
    assert utama_rapat(k) == "Nilai verifikasi administrasi (VA) Kota Contoh belum dicatat dalam buku data."
    assert teks_spanduk(k)[1:] == ["Buku data ini belum memuat nilai verifikasi administrasi (VA)."]
