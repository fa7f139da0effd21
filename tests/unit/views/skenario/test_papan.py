"""The whole panel: steps back and forth, saved and taken up again, compared; faults are said, never thrown."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from ipywidgets.widgets.widget import _instances

from kla_lib.notebook import banding_skenario, panel_skenario
from kla_lib.rules.skenario import load_skenario
from kla_lib.views.skenario.meja import open_meja
from kla_lib.views.skenario.unsur import WIDGET
from tests.pembantu.buku_uji import isi_buku, write_folder
from tests.pembantu.meja_uji import baris, geser, isi_baris, papan, simpan
from tests.pembantu.params_uji import params_skenario


def test_steps_are_taken_back_and_done_again(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    awal = p.hasil.layar.bagian["kalimat"]
    assert p.urungkan.disabled
    for ke in (12.0, 13.0, 14.0):
        geser(p, "klaster_1", ke)
    sesudah = p.hasil.layar.bagian["kalimat"]
    assert sesudah != awal
    p.urungkan.click()
    assert p.hasil.layar.bagian["kalimat"] == awal
    assert p.urungkan.disabled
    p.ulangi.click()
    assert p.hasil.layar.bagian["kalimat"] == sesudah
    p.resmi.click()
    assert meja.isi.kosong
    p.urungkan.click()
    assert p.hasil.layar.bagian["kalimat"] == sesudah


def test_what_is_not_saved_is_said_until_it_is(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path)
    assert "Belum ada yang diubah." in p.keadaan.value
    geser(p, "klaster_1", 14.0)
    assert "belum disimpan" in p.keadaan.value
    pesan = simpan(p, "Klaster I lebih berat")
    assert "klaster-i-lebih-berat.yaml" in pesan
    assert "kla run params/rapat/kota-contoh-1.yaml --skenario klaster-i-lebih-berat" in pesan
    assert "Tersimpan sebagai klaster-i-lebih-berat." in p.keadaan.value
    geser(p, "klaster_1", 15.0)
    assert "belum disimpan" in p.keadaan.value


def test_what_was_saved_comes_back_in_a_new_panel(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    geser(p, "klaster_1", 14.0)
    isi_baris(p, "1/1", 0)
    simpan(p, "coba")
    s = load_skenario(params_skenario(tmp_path / "skenario"), "coba")
    assert (s.hash_data, s.dibuat, s.penulis) == (meja.siap.buku.hash, meja.siap.rapat.tanggal, "Bidang PHA")
    lain, q = papan(tmp_path)
    q.muat.buka()
    q.muat.muat.click()
    assert lain.isi == meja.isi
    assert q.hasil.layar.bagian["kalimat"] == p.hasil.layar.bagian["kalimat"]
    assert "Dimuat: coba, oleh Bidang PHA, 11 Februari 2025." in q.muat.pesan.value
    assert "data lain" not in q.muat.pesan.value
    assert not lain.belum_disimpan


def test_other_data_are_pointed_out(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path)
    geser(p, "klaster_1", 14.0)
    simpan(p, "coba")
    _lain, q = papan(tmp_path, "ogan-ilir-2024")
    q.muat.buka()
    q.muat.muat.click()
    assert "dibuat di atas data lain" in q.muat.pesan.value
    assert baris(q, "klaster_1")["persen"] == 14.0


@pytest.mark.parametrize("isi", ["bobot: {klaster_9: 0.2}", "nilai: {'1/1': 99}", "status: {D999: lengkap}", "x: ["])
def test_a_scenario_that_does_not_fit_is_refused_and_nothing_changes(tmp_path: Path, isi: str) -> None:
    meja, p = papan(tmp_path)
    (tmp_path / "skenario").mkdir()
    (tmp_path / "skenario" / "salah.yaml").write_text(
        f'nama: salah\npenulis: A\nalasan: B\ndibuat: 2025-01-01\ninstrumen: "2024"\nhash_data: x\n{isi}\n',
        encoding="utf-8",
    )
    p.muat.buka()
    p.muat.muat.click()
    assert "Tidak dimuat." in p.muat.pesan.value
    assert "salah.yaml" in p.muat.pesan.value
    assert meja.isi.kosong
    p.bobot.segarkan_pilihan()
    p.bobot.pilihan.value = "skenario:salah"
    p.bobot.pakai.click()
    assert "salah.yaml" in p.bobot.pesan.value
    assert meja.isi.kosong


@pytest.mark.parametrize(
    ("nama", "alasan"),
    [("", "Menguji"), ("coba", "  "), ("coba", "x" * 501), ("coba", "Anak Budi, NIK 3201011203150001")],
)
def test_a_form_that_is_not_filled_or_tells_too_much_is_refused(tmp_path: Path, nama: str, alasan: str) -> None:
    _meja, p = papan(tmp_path)
    geser(p, "klaster_1", 14.0)
    assert "Tidak disimpan." in simpan(p, nama, alasan)
    assert not (tmp_path / "skenario").exists() or not list((tmp_path / "skenario").iterdir())


def test_two_panels_do_not_overwrite_each_other(tmp_path: Path) -> None:
    satu, p = papan(tmp_path)
    dua, q = papan(tmp_path)
    geser(p, "klaster_1", 14.0)
    geser(q, "klaster_2", 30.0)
    assert set(dua.isi.bobot) and satu.isi != dua.isi
    q.simpan.nama.value = "bersama"  # typed before the other saves
    assert "Disimpan sebagai bersama.yaml." in q.simpan.berkas.value
    simpan(p, "bersama")
    assert "sudah dipakai skenario lain" in simpan(q, "bersama")
    assert load_skenario(params_skenario(tmp_path / "skenario"), "bersama").isi == satu.isi
    assert q.simpan.ganti.layout.display == ""
    q.simpan.ganti.value = True
    q.simpan.simpan.click()
    assert load_skenario(params_skenario(tmp_path / "skenario"), "bersama").isi == dua.isi


def test_saved_scenarios_are_compared_and_taken_away_as_a_workbook(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path)
    p.banding.buka()
    assert p.banding.simpan.disabled
    geser(p, "klaster_1", 14.0)
    simpan(p, "satu")
    geser(p, "klaster_1", 20.0)
    p.banding.buka()
    assert "satu" in p.banding.hasil.value
    assert "sedang dikerjakan" in p.banding.hasil.value
    p.banding.simpan.click()
    berkas = tmp_path / "outputs" / "kota-contoh-1" / "skenario" / "perbandingan.xlsx"
    isi = berkas.read_bytes()
    p.banding.simpan.click()
    assert berkas.read_bytes() == isi
    p.banding.nama.value = ()
    p.banding.kini.value = False
    p.banding.tampilkan.click()
    assert "Belum ada skenario" in p.banding.hasil.value


def test_a_broken_meeting_shows_its_faults_and_can_be_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KLA_FOLDER_RAPAT", str(tmp_path))
    rusak = tmp_path / "rusak.yaml"
    rusak.write_text("id: rusak\ntahap: xx\n", encoding="utf-8")
    meja, p = papan(tmp_path, "rusak")
    teks = "".join(getattr(w, "value", "") for w in p.akar.children)
    assert "rusak.yaml" in teks
    assert "Traceback" not in teks
    assert "rusak.yaml" in meja.tanda.teks
    assert "Belum bisa ditampilkan" in meja.tampilkan(lambda _k: None).teks
    rusak.write_text(
        'id: rusak\ndaerah: ogan-ilir\ntanggal: 2024-03-18\ninstrumen: "2024"\ntahap: em\nsasaran: utama\n'
        "buku_data: contoh:ogan-ilir-2024\n",
        encoding="utf-8",
    )
    p.baca.click()
    assert "771,81" in p.hasil.layar.bagian["kalimat"]


def test_a_book_without_marks_says_so(tmp_path: Path) -> None:
    meja = open_meja(params_skenario(tmp_path), "kota-bekasi")
    assert "Nilai belum dicatat" in meja.salah
    assert "Nilai belum dicatat" in "".join(getattr(w, "value", "") for w in panel_skenario(meja).children)


def test_moves_that_arrive_in_several_threads_leave_result_and_scenario_in_step(tmp_path: Path) -> None:
    meja, p = papan(tmp_path, "sumbawa-2022")
    klaster = ["klaster_1", "klaster_2", "klaster_3", "klaster_4"]
    with ThreadPoolExecutor() as pekerja:
        list(pekerja.map(lambda n: geser(p, klaster[n % 4], 10.0 + n), range(24)))
    assert meja.kini.skenario == meja.isi
    assert meja.kini.hasil.diklaim == meja.siap.dengan(meja.isi).hasil.diklaim
    while not p.urungkan.disabled:
        p.urungkan.click()
    assert meja.isi.kosong
    assert meja.kini is meja.siap


def test_a_broken_book_shows_every_fault_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLA_FOLDER_RAPAT", str(tmp_path))
    buku = write_folder(
        isi_buku(["em", "klaster_1", "", "", "999"], ["em", "klaster_7", "", "", "5"]), tmp_path / "buku"
    )
    assert buku
    (tmp_path / "rusak.yaml").write_text(
        'id: rusak\ndaerah: kota-contoh\ntanggal: 2025-03-18\ninstrumen: "2022"\ntahap: em\nsasaran: utama\n'
        "buku_data: buku\n",
        encoding="utf-8",
    )
    _meja, p = papan(tmp_path, "rusak")
    teks = "".join(getattr(w, "value", "") for w in p.akar.children)
    assert "999" in teks
    assert "klaster_7" in teks


def test_a_taken_name_is_said_beside_its_box_while_it_is_typed_with_whose_it_is(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path)
    geser(p, "klaster_1", 14.0)
    simpan(p, "bersama")
    _lain, q = papan(tmp_path)
    q.simpan.buka()
    q.simpan.nama.value = "Bersama"
    anak = list(q.simpan.akar.children)
    assert anak[anak.index(q.simpan.nama) + 1] is q.simpan.berkas
    assert anak[anak.index(q.simpan.nama) + 2] is q.simpan.ganti
    assert 'role="alert"' in q.simpan.berkas.value
    assert "Nama ini sudah dipakai: Bidang PHA, 11 Februari 2025." in q.simpan.berkas.value
    assert q.simpan.ganti.layout.display == ""
    q.simpan.nama.value = "Bersama dua"
    assert "Disimpan sebagai bersama-dua.yaml." in q.simpan.berkas.value
    assert q.simpan.ganti.layout.display == "none"
    (tmp_path / "skenario" / "rusak.yaml").write_text("nama: [", encoding="utf-8")
    q.simpan.nama.value = "rusak"
    assert "Nama ini sudah dipakai." in q.simpan.berkas.value


def test_a_saved_scenario_appears_at_once_in_the_list_below_and_among_the_weights(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    t = meja.ikuti(banding_skenario)
    assert "Belum ada skenario" in t.html, "who has no kernel reads what stood there"
    layar = _instances[t.data[WIDGET]["model_id"]]
    geser(p, "klaster_1", 14.0)
    assert "Belum ada skenario" in layar.value
    simpan(p, "baru saja")
    assert "baru-saja" in layar.value
    assert "skenario:baru-saja" in [id_ for _label, id_ in p.bobot.pilihan.options]


def test_the_bar_of_a_small_screen_moves_with_weights_marks_and_documents(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path, "kota-contoh-2")
    assert "EM 769,5 · berdokumen 624 · tengah akhir " in p.lekat.value and " · Utama: " in p.lekat.value
    p.nilai.tab.value = "dokumen"
    isi_baris(p, "D136", "lengkap")
    assert "EM 769,5 · berdokumen 631 (+7) · tengah akhir " in p.lekat.value
    geser(p, "klaster_1", 20.0)
    assert p.lekat.value.endswith(" · simulasi</div>")
    p.resmi.click()
    assert "berdokumen 624 · tengah akhir" in p.lekat.value


def test_a_slider_shows_what_it_changes_when_documents_decide_more_or_less(tmp_path: Path) -> None:
    meja, p = papan(tmp_path)
    assert meja.kini.perkiraan is not None
    tengah, kata = meja.kini.perkiraan.p50, p.setelan.kata.value
    peluang = p.hasil.layar.bagian["peluang"]
    p.setelan.geser.value = "menentukan"
    assert meja.kini.perkiraan.p50 != tengah
    assert p.setelan.kata.value != kata
    assert p.hasil.layar.bagian["peluang"] != peluang
    assert meja.isi.kosong, "an assumption of ours is no step of the scenario"
    assert p.urungkan.disabled
    geser(p, "klaster_1", 14.0)
    assert meja.kini.setelan == "menentukan"
    p.resmi.click()
    p.setelan.geser.value = "utama"
    assert p.hasil.layar.bagian["peluang"] == peluang


def test_of_final_marks_there_is_nothing_to_slide(tmp_path: Path) -> None:
    _meja, p = papan(tmp_path, "sumbawa-2022")
    assert p.setelan.akar.children == ()
