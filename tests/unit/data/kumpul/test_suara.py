"""A question on which offices disagree is shown with its answers, as a range, and asked of nobody again."""

from pathlib import Path

from kla_lib.bahasa import format_angka
from kla_lib.data.kumpul.asal import check_bentrok
from kla_lib.data.kumpul.suara import nilai_bentrok
from kla_lib.scoring.nilai.rentang import rentang_bentrok
from kla_lib.views.isi.triase import lembar_triase
from kla_lib.views.kantor.lembar import lembar_pertanyaan
from kla_lib.views.kantor.sebut_kebutuhan import sebut_kerja, sebut_poin
from kla_lib.views.kantor.teks_obrolan import teks_obrolan
from kla_lib.views.nilai.bahan import baris_bahan, tabel_pertanyaan
from kla_lib.views.nilai.kalimat import kalimat_rapat, kalimat_utama
from kla_lib.views.rad.rad import tabel_tanpa_kegiatan
from tests.pembantu.bentrok_uji import SUARA, muat


def test_the_office_is_asked_to_settle_it_and_sees_both_answers(tmp_path: Path) -> None:
    k = muat(tmp_path)
    milik = k.pekerjaan["dinas_kesehatan"]
    (b,) = [b for b in milik.butuh if b.id == "12/1"]
    kalimat = sebut_kerja(k, b)
    assert kalimat.startswith("Sepakati nilai pertanyaan 12/1")
    assert "bentrok: Dinas Kesehatan 2,5, Disdukcapil 1" in kalimat
    assert sebut_poin(b) == "antara 1 dan 2,5 poin"
    semua = [sebut_kerja(k, x) for m in k.pekerjaan.values() for x in m.butuh if "12/1" in x.kode]
    assert not [t for t in semua if t.startswith("Isi nilai")]
    assert "epakati nilai pertanyaan 12/1" in teks_obrolan(k, milik)


def test_its_points_are_a_range_and_not_zero(tmp_path: Path) -> None:
    k = muat(tmp_path)
    assert k.hasil is not None
    assert rentang_bentrok(k.hasil, {("12", "1"): SUARA}) == (3.0, 4.5)
    assert (
        "1 nilai bentrok antarkantor belum dihitung; bila diputuskan, nilai evaluasi mandiri (EM) 3 sampai 4,5."
        in kalimat_rapat(k).teks
    )
    assert (
        "1 nilai bentrok antarkantor belum dihitung: 1 sampai 2,5 poin lagi."
        in kalimat_utama(k.klaster("klaster_3")).teks
    )
    assert "bentrok" not in kalimat_utama(k.klaster("klaster_1")).teks


def test_once_somebody_has_filled_the_place_nothing_is_left_of_it(tmp_path: Path) -> None:
    k = muat(tmp_path, nilai=2.5)
    assert nilai_bentrok(k.buku, "em") == {}
    assert "bentrok" not in kalimat_rapat(k).teks


def test_other_places_and_scribbles_in_the_companion_table_are_no_points(tmp_path: Path) -> None:
    for n, ganti in enumerate(({"kolom": "catatan"}, {"lembar": "RAD"}, {"isi": "dua"}, {"kunci": "em | 12"})):
        folder = tmp_path / str(n)
        folder.mkdir()
        assert nilai_bentrok(muat(folder, **ganti).buku, "em") == {}


def test_tables_show_the_answers_where_points_would_stand(tmp_path: Path) -> None:
    k = muat(tmp_path)
    sebut = "bentrok: Dinas Kesehatan 2,5, Disdukcapil 1"
    assert sebut in tabel_pertanyaan(k.klaster("klaster_3")).teks
    baris = {b["kode"]: b for b in lembar_pertanyaan(k, k.pekerjaan["dinas_kesehatan"]).baris}
    assert baris["12/1"]["nilai"] == sebut


def test_no_table_calls_a_disputed_question_unanswered(tmp_path: Path) -> None:
    k = muat(tmp_path)
    maks = format_angka(float(k.pertanyaan.loc[k.pertanyaan["kode"] == "12/1", "nilai_maksimal"].iloc[0]))
    sebut = f"1 sampai 2,5 dari {maks}; bentrok: Dinas Kesehatan 2,5, Disdukcapil 1"
    assert sebut in tabel_pertanyaan(k.klaster("klaster_3")).teks
    assert {b["kode"]: b["keadaan"] for b in lembar_triase(k).baris}["12/1"] == sebut
    assert sebut in tabel_tanpa_kegiatan(k.klaster("klaster_3"), 99).teks
    (bahan,) = [b for b in baris_bahan(k.klaster("klaster_3")) if b["nomor"] == "12"]
    assert f"({sebut})" in bahan["belum"]
    (salah,) = check_bentrok(k.buku, k.daerah.nama_opd)
    assert salah.salah.endswith("kolom nilai bentrok: 2,5 (Dinas Kesehatan), 1 (Disdukcapil)")
    assert salah.perbaikan.startswith("Sepakati")
