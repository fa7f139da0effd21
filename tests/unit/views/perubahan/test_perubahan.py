"""What changed since the meeting before: sentences, the table, and why something cannot be compared."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kla_lib.data.terbit.keluaran import KELUARAN_LAIN
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import FOLDER_CONTOH
from kla_lib.rules.daerah.riwayat import AkhirResmi
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.rules.sumber import Rujukan
from kla_lib.views.perubahan.perubahan import kalimat_perubahan, tabel_perubahan
from tests.pembantu.fakta_uji import fakta_of, publish_fakta, write_fakta
from tests.pembantu.params_uji import PARAMS


@pytest.fixture(scope="module")
def pertama() -> Keadaan:
    return load_keadaan(PARAMS, "kota-contoh-1")


@pytest.fixture(scope="module")
def kedua() -> Keadaan:
    return load_keadaan(PARAMS, "kota-contoh-2")


@pytest.fixture(scope="module")
def terbit(pertama: Keadaan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    keluaran = tmp_path_factory.mktemp("keluaran")
    publish_fakta(pertama, keluaran)
    return keluaran


@pytest.fixture
def keluaran(terbit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the published packs that a test may spoil."""
    shutil.copytree(terbit, tmp_path / "keluaran")
    monkeypatch.setenv(KELUARAN_LAIN, str(tmp_path / "keluaran"))
    return tmp_path / "keluaran"


def test_the_sentence_counts_what_moved_forward_then_what_moved_back(keluaran: Path, kedua: Keadaan) -> None:
    teks = kalimat_perubahan(kedua.klaster("klaster_2")).teks
    assert teks.startswith(
        "Sejak rapat 11 Februari 2025: +1,5 poin terisi, +4,75 poin berdokumen lengkap, 2 dokumen menjadi lengkap, "
        "1 dokumen masuk tetapi masih kurang, 2 kegiatan selesai, 1 keputusan ditepati; "
        "1 kegiatan menjadi terhambat. Selain itu: "
    )
    assert "1 keputusan baru dicatat" in teks
    assert teks.endswith("Sejak itu 3 kegiatan melewati tenggatnya.")


def test_points_that_fell_carry_a_minus(keluaran: Path, kedua: Keadaan) -> None:
    teks = kalimat_perubahan(kedua.klaster("klaster_3")).teks
    maju, mundur = teks.split("Selain itu")[0].split(";")
    assert maju.startswith("Sejak rapat 11 Februari 2025: +1,75 poin berdokumen lengkap, ")
    assert mundur.startswith(" -0,25 poin terisi, "), "what fell stands with what went back"


def test_the_summary_names_the_category_and_why_the_forecast_moved(keluaran: Path, kedua: Keadaan) -> None:
    teks = kalimat_perubahan(kedua).teks
    assert "+6,25 poin terisi" in teks
    assert "Menurut dokumen yang lengkap kita naik dari Pratama ke Madya." in teks
    assert "Perkiraan nilai akhir (nilai tengahnya) naik dari " in teks
    assert "yang berubah: nilai dan dokumen." in teks


def test_no_change_is_said_too(keluaran: Path, pertama: Keadaan) -> None:
    sama = replace(pertama, rapat=pertama.rapat.model_copy(update={"id": "lagi", "sebelumnya": "kota-contoh-1"}))
    assert kalimat_perubahan(sama).teks == "Tidak ada perubahan sejak rapat 11 Februari 2025."
    assert tabel_perubahan(sama).teks == "Tidak ada perubahan sejak rapat 11 Februari 2025."


def test_the_table_says_before_and_after_in_words(keluaran: Path, kedua: Keadaan) -> None:
    baris = tabel_perubahan(kedua).teks.splitlines()
    assert "Pertanyaan 17/1: Sosialisasi aturan KTR | 3 poin | 2 poin | -1" in baris
    assert "Pertanyaan 5/9: Inovasi ILA | belum dicatat | 2,5 poin | –" in baris
    assert "Dokumen D075: Foto inovasi asuh keluarga | tidak ada | kurang | –" in baris
    assert (
        "Kegiatan R12: Mengunggah laporan lokakarya Forum Anak bersama dunia usaha dan media | "
        "berjalan, 1 laporan | selesai, 2 laporan | +1" in baris
    )
    assert any(b.endswith("(tenggat) | 29 Agustus 2025 | 31 Oktober 2025 | mundur 63 hari") for b in baris)
    assert "Jawaban kel-09-05: Kelurahan Contoh 9.5 | 5 jawaban | 13 jawaban | +8" in baris
    assert any(b.startswith("Keputusan K1-10: ") and b.endswith("| belum ada | dibatalkan | –") for b in baris)
    assert not any("(tautan)" in b and "D075" in b for b in baris)


def test_a_session_is_shown_its_klaster_and_an_office_what_it_is_responsible_for(
    keluaran: Path, kedua: Keadaan
) -> None:
    sesi = tabel_perubahan(kedua.kumpulan(["klaster_1", "klaster_2"])).teks
    assert "Pertanyaan 5/9" in sesi
    assert "Pertanyaan 17/1" not in sesi
    for nama in ("dinas_kesehatan", kedua.daerah.nama_opd("dinas_kesehatan")):
        kantor = tabel_perubahan(kedua.kantor(nama)).teks
        assert "Pertanyaan 17/1" in kantor
        assert "Dokumen D117" in kantor
        assert "Pertanyaan 5/9" not in kantor
    assert kalimat_perubahan(kedua.kantor("bpbd")).teks == (
        "Tidak ada perubahan untuk kantor ini sejak rapat 11 Februari 2025."
    )


def test_what_is_gone_from_the_book_is_called_by_its_id(keluaran: Path, kedua: Keadaan) -> None:
    d = kedua.buku.tindak_lanjut
    tanpa = replace(kedua, buku=replace(kedua.buku, tindak_lanjut=d[d["id_keputusan"] != "K0-01"]))
    assert "Keputusan K0-01 | selesai | tidak ada lagi | –" in tabel_perubahan(tanpa).teks
    assert "1 keputusan keluar dari catatan" in kalimat_perubahan(tanpa).teks


def test_the_first_meeting_has_nothing_to_be_compared_with(pertama: Keadaan) -> None:
    assert kalimat_perubahan(pertama).teks == "Ini rapat pertama yang dicatat, jadi belum ada pembanding."
    assert tabel_perubahan(pertama).teks == "Ini rapat pertama yang dicatat, jadi belum ada pembanding."


def test_a_meeting_that_was_not_published_is_told_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kedua: Keadaan
) -> None:
    monkeypatch.setenv(KELUARAN_LAIN, str(tmp_path))
    teks = kalimat_perubahan(kedua).teks
    assert "Rapat 11 Februari 2025 belum diterbitkan di folder keluaran ini" in teks
    assert "kla run params/rapat/kota-contoh-1.yaml" in teks


def test_a_torn_pack_is_told_and_not_compared(keluaran: Path, kedua: Keadaan) -> None:
    (keluaran / "kota-contoh-1" / "klaster_3" / "fakta.json").write_text("[]", encoding="utf-8")
    teks = kalimat_perubahan(kedua).teks
    assert "Tidak dibandingkan, karena berkas rapat 11 Februari 2025 tidak utuh: Klaster III" in teks
    assert "sebabnya belum bisa disebut, karena tidak semua paket dibandingkan" in teks
    assert "Pertanyaan 17/1" not in tabel_perubahan(kedua).teks
    sendiri = kedua.klaster("klaster_3")
    assert "tidak utuh" in kalimat_perubahan(sendiri).teks
    assert "tidak utuh" in tabel_perubahan(sendiri).teks


def test_a_pack_that_is_missing_is_told(keluaran: Path, kedua: Keadaan) -> None:
    shutil.rmtree(keluaran / "kota-contoh-1" / "ringkasan")
    teks = kalimat_perubahan(kedua).teks
    assert "Belum dibandingkan, karena belum diterbitkan untuk rapat 11 Februari 2025: ringkasan." in teks
    assert "+6,25 poin terisi" in teks
    assert "Perkiraan" not in teks


def test_another_form_is_told_and_its_points_are_not_compared(keluaran: Path, pertama: Keadaan, kedua: Keadaan) -> None:
    isi = [f for f in fakta_of(pertama, "klaster_3") if f["id"] != "form:2024"]
    bentuk = {"satuan": "poin", "tingkat": "form", "asal": {"lembar": "", "baris": None}}
    folder = keluaran / "kota-contoh-1" / "klaster_3"
    write_fakta([*isi, {"id": "form:2022", "nilai": 1000.0, "kode": "2022", **bentuk}], folder)
    paket = kedua.klaster("klaster_3")
    teks = kalimat_perubahan(paket).teks
    assert "memakai form 2022, rapat ini form 2024: poin tidak dibandingkan per pertanyaan." in teks
    assert "poin terisi" not in teks
    assert "Pertanyaan 17/1" not in tabel_perubahan(paket).teks
    assert "Dokumen D117" in tabel_perubahan(paket).teks


def test_assumptions_that_changed_are_the_reason_when_nothing_else_did(keluaran: Path, pertama: Keadaan) -> None:
    ganti = {"anggapan:bobot_sensus": 0.5, "perkiraan:vf:p50": 400.0}
    isi = [f | {"nilai": ganti.get(f["id"], f["nilai"])} for f in fakta_of(pertama, "ringkasan")]
    write_fakta(isi, keluaran / "kota-contoh-1" / "ringkasan")
    sama = replace(pertama, rapat=pertama.rapat.model_copy(update={"id": "lagi", "sebelumnya": "kota-contoh-1"}))
    teks = kalimat_perubahan(sama).teks
    assert "Perkiraan nilai akhir (nilai tengahnya) naik dari kira-kira 400 ke 580" in teks
    assert "nilai dan dokumen tetap, yang berubah anggapannya." in teks
    assert "Aturan yang berubah: anggapan." in teks
    assert "Anggapan bobot_sensus | 0,5 | 0,25 | -0,25" in tabel_perubahan(sama).teks


def test_a_record_that_was_written_down_meanwhile_is_an_assumption_that_changed(
    keluaran: Path, pertama: Keadaan
) -> None:
    akhir = AkhirResmi(tahun=2023, kategori="nindya", sumber=Rujukan(dokumen="SK Menteri", letak="lampiran"))
    lagi = pertama.rapat.model_copy(update={"id": "lagi", "sebelumnya": "kota-contoh-1"})
    k = replace(pertama, rapat=lagi, daerah=replace(pertama.daerah, riwayat=(akhir,)))
    assert "yang berubah anggapannya." in kalimat_perubahan(k).teks
    assert "Anggapan rekor:2023:terendah | belum ada | 700" in tabel_perubahan(k).teks


def test_a_forecast_that_hardly_moved_is_not_said_to_go_from_one_number_to_itself(
    keluaran: Path, pertama: Keadaan
) -> None:
    p = pertama.perkiraan
    assert p is not None
    ganti = {"perkiraan:vf:p50": p.p50 - 1.5}
    isi = [f | {"nilai": ganti.get(f["id"], f["nilai"])} for f in fakta_of(pertama, "ringkasan")]
    write_fakta(isi, keluaran / "kota-contoh-1" / "ringkasan")
    sama = replace(pertama, rapat=pertama.rapat.model_copy(update={"id": "lagi", "sebelumnya": "kota-contoh-1"}))
    assert "Perkiraan nilai akhir (nilai tengahnya) naik sedikit, tetap kira-kira 580; " in kalimat_perubahan(sama).teks


def test_a_meeting_that_names_itself_has_nothing_to_be_compared_with(keluaran: Path, pertama: Keadaan) -> None:
    diri = replace(pertama, rapat=pertama.rapat.model_copy(update={"sebelumnya": "kota-contoh-1"}))
    assert "menyebut dirinya sendiri" in kalimat_perubahan(diri).teks


def test_a_meeting_of_another_city_is_not_compared(keluaran: Path, kedua: Keadaan) -> None:
    lain = replace(kedua, rapat=kedua.rapat.model_copy(update={"sebelumnya": "sumbawa-2022"}))
    assert "milik daerah lain (sumbawa)" in kalimat_perubahan(lain).teks


def test_under_a_scenario_the_official_marks_are_compared(keluaran: Path, kedua: Keadaan) -> None:
    skenario = IsiSkenario(nilai={"17/1": 0.0})
    simulasi = kedua.dengan(skenario)
    assert simulasi.hasil is not None
    assert kalimat_perubahan(simulasi).teks == kalimat_perubahan(kedua).teks


def test_a_title_of_the_book_is_escaped(keluaran: Path, kedua: Keadaan) -> None:
    d = kedua.buku.data_dukung.assign(judul="<b>SK</b>")
    html = tabel_perubahan(replace(kedua, buku=replace(kedua.buku, data_dukung=d))).html
    assert "<b>SK</b>" not in html
    assert "&lt;b&gt;SK&lt;/b&gt;" in html


def test_the_meeting_before_may_lie_beside_a_meeting_file_of_one_s_own(
    keluaran: Path, tmp_path: Path, kedua: Keadaan
) -> None:
    luar = tmp_path / "luar"
    luar.mkdir()
    shutil.copytree(FOLDER_CONTOH / "kota-contoh-2", luar / "buku")
    shutil.move(keluaran / "kota-contoh-1", keluaran / "awal")
    for nama, hari, lalu in (("awal", "2025-01-20", "null"), ("lanjut", "2025-03-18", "awal")):
        (luar / f"{nama}.yaml").write_text(
            f'id: {nama}\ndaerah: kota-contoh\ntanggal: {hari}\ninstrumen: "2024"\ntahap: em\nsasaran: utama\n'
            f"buku_data: buku\nsebelumnya: {lalu}\n",
            encoding="utf-8",
        )
    teks = kalimat_perubahan(load_keadaan(PARAMS, str(luar / "lanjut.yaml"))).teks
    assert teks.startswith("Sejak rapat 20 Januari 2025: +6,25 poin terisi")
