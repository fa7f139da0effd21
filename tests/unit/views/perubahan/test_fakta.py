"""The facts of documents, actions, decisions, areas and rules: enough to tell later what changed."""

from pathlib import Path

import pytest

from kla_lib.data.terbit.fakta import RINGKASAN, SEMUA_PAKET
from kla_lib.keadaan.fakta_bentuk import hari_of
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.publish.terbitan.simpan import to_json
from tests.pembantu.berisi import berisi
from tests.pembantu.buku_uji import isi_buku, tabel, write_folder
from tests.pembantu.fakta_uji import Fakta, fakta_of
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS

RAPAT = (
    'id: uji\ndaerah: kota-contoh\ntanggal: 2025-03-18\ninstrumen: "2024"\ntahap: em\nsasaran: utama\nbuku_data: buku\n'
)


@pytest.fixture(scope="module")
def keadaan() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


@pytest.fixture(scope="module")
def semua(keadaan: Keadaan) -> dict[str, dict[str, Fakta]]:
    return {p: {f["id"]: f for f in fakta_of(keadaan, p)} for p in SEMUA_PAKET}


def paket(tmp_path: Path, id_paket: str, **lain: object) -> dict[str, float | None]:
    """Return the facts of one pack of a small book."""
    write_folder(isi_buku(["em", "kelembagaan", "1", "1", "2"], **lain), tmp_path / "buku")  # type: ignore[arg-type]
    (tmp_path / "uji.yaml").write_text(RAPAT, encoding="utf-8")
    return {f["id"]: f["nilai"] for f in fakta_of(load_keadaan(PARAMS, str(tmp_path / "uji.yaml")), id_paket)}


def test_every_row_of_documents_actions_and_decisions_is_a_fact_of_its_row(
    keadaan: Keadaan, semua: dict[str, dict[str, Fakta]]
) -> None:
    b = keadaan.buku
    for jenis, tabel_buku, kunci in (
        ("dokumen", b.data_dukung, "id_dokumen"),
        ("kegiatan", b.rad, "id_kegiatan"),
        ("keputusan", b.tindak_lanjut, "id_keputusan"),
    ):
        ada = {f["kode"]: f for isi in semua.values() for k, f in isi.items() if k == f"{jenis}:{f['kode']}"}
        assert set(ada) == set(tabel_buku[kunci])
        for f in ada.values():
            assert tabel_buku.loc[f["asal"]["baris"], kunci] == f["kode"]


def test_a_document_of_several_klaster_says_the_same_in_each(semua: dict[str, dict[str, Fakta]]) -> None:
    ada = [isi["dokumen:D126"] for isi in semua.values() if "dokumen:D126" in isi]
    assert len(ada) == 2
    assert ada[0] == ada[1]
    assert "kaitan:D126:17/1" in semua["klaster_3"]
    assert semua["kelana_dekela"]["kaitan:D126:25/11"]["nilai"] == 0


def test_what_is_kept_of_a_row_follows_its_id_and_what_it_leaves_empty_is_no_fact(
    semua: dict[str, dict[str, Fakta]],
) -> None:
    isi = {k: f["nilai"] for k, f in semua["kelembagaan"].items()}
    assert (isi["dokumen:D008"], isi["dokumen:D008:tanda_tangan"]) == (2, 0)
    assert "dokumen:D008:terbaca" not in isi
    assert "dokumen:D011:tautan" not in isi
    assert (isi["kegiatan:R04:realisasi"], isi["kegiatan:R04:target"]) == (9, 30)


def test_no_words_of_the_book_are_in_the_facts(keadaan: Keadaan, semua: dict[str, dict[str, Fakta]]) -> None:
    teks = b"".join(to_json(list(isi.values())) for isi in semua.values()).decode()
    b = keadaan.buku
    for kata in berisi((*b.data_dukung["judul"], *b.rad["kegiatan"], *b.tindak_lanjut["hasil"].dropna())):
        assert f'"{kata}"' not in teks
    assert "hash" not in teks


def test_facts_are_sorted_and_the_same_when_made_again(keadaan: Keadaan) -> None:
    for p in ("klaster_5", RINGKASAN):
        isi = fakta_of(keadaan, p)
        assert [f["id"] for f in isi] == sorted({f["id"] for f in isi})
        assert to_json(isi) == to_json(fakta_of(keadaan_contoh("kota-contoh-1"), p))


def test_every_pack_names_its_form_and_the_summary_its_weights(semua: dict[str, dict[str, Fakta]]) -> None:
    assert all("form:2024" in isi for isi in berisi(semua.values()))
    bobot = {k: f["nilai"] for k, f in semua[RINGKASAN].items() if k.startswith("bobot:")}
    assert (bobot["bobot:klaster_1"], bobot["bobot:21A"]) == (115, 83)
    assert semua[RINGKASAN]["kategori:em"]["kode"] == "nindya"
    assert semua[RINGKASAN]["kategori:em"]["nilai"] == 3
    assert semua[RINGKASAN]["anggapan:setelan:utama:kappa:tengah"]["nilai"] == 0.9


def test_the_kinds_of_gap_of_a_klaster_add_to_the_questions_that_are_not_secured(
    keadaan: Keadaan, semua: dict[str, dict[str, Fakta]]
) -> None:
    celah = [f["nilai"] for k, f in semua["klaster_2"].items() if k.startswith("celah:klaster_2:")]
    p = keadaan.hasil.pertanyaan
    milik = p[p["klaster"] == "klaster_2"]
    aman = (milik["status"] == "lengkap") & (milik["nilai"] == milik["nilai_maksimal"])
    assert len(celah) == 5
    assert sum(celah) == (~aman).sum()


def test_a_book_without_documents_or_actions_has_no_facts_about_them(tmp_path: Path) -> None:
    isi = paket(tmp_path, "kelembagaan")
    assert not [k for k in berisi(isi) if k.split(":")[0] in ("dokumen", "kegiatan", "keputusan", "celah", "lengkap")]
    assert isi["nilai:em:1/1"] == 2
    assert isi["nilai:em:2/1"] is None


def test_a_decision_without_klaster_belongs_to_its_indikator_or_to_the_summary(tmp_path: Path) -> None:
    janji = tabel(
        "Tindak lanjut",
        {"id_keputusan": "K1", "rapat": "r", "keputusan": "a", "indikator": "1", "tenggat": "2025-03-01"},
        {"id_keputusan": "K2", "rapat": "r", "keputusan": "b", "status": "selesai"},
    )
    isi = paket(tmp_path, "kelembagaan", Tindak_lanjut=janji)
    assert (isi["keputusan:K1"], isi["keputusan:K1:tenggat"]) == (None, 20148)
    assert "keputusan:K2" not in isi
    ringkas = paket(tmp_path, RINGKASAN, Tindak_lanjut=janji)
    assert ringkas["keputusan:K2"] == 3
    assert "keputusan:K1" not in ringkas


def test_a_document_of_no_question_is_a_fact_of_the_summary(tmp_path: Path) -> None:
    dokumen = tabel("Data dukung", {"id_dokumen": "D1", "judul": "SK", "status": "lengkap"})
    assert paket(tmp_path, RINGKASAN, Data_dukung=dokumen)["dokumen:D1"] == 3
    assert "dokumen:D1" not in paket(tmp_path, "kelembagaan", Data_dukung=dokumen)


def test_small_counts_of_children_in_an_action_are_not_published(tmp_path: Path) -> None:
    umum = {"klaster": "klaster_5", "kegiatan": "x", "opd": "dinas_pppa", "pilar": "pemerintah", "status": "berjalan"}
    rad = tabel(
        "RAD",
        {**umum, "id_kegiatan": "R1", "satuan": "anak", "realisasi": 3, "target": 40},
        {**umum, "id_kegiatan": "R2", "satuan": "dokumen", "realisasi": 3, "target": 4},
    )
    isi = paket(tmp_path, "klaster_5", RAD=rad)
    assert "kegiatan:R1:realisasi" not in isi
    assert isi["kegiatan:R1"] == 2
    assert isi["kegiatan:R2:realisasi"] == 3


def test_what_one_area_counted_is_not_published(tmp_path: Path) -> None:
    umum = {"kode_wilayah": "kec-01", "nama": "Satu", "tingkat": "kecamatan", "indikator": "25"}
    wilayah = tabel(
        "Wilayah",
        {**umum, "pertanyaan": "2", "isi": "2"},
        {**umum, "pertanyaan": "3", "isi": "ya"},
        {**umum, "pertanyaan": "4"},
    )
    isi = paket(tmp_path, "kelana_dekela", Wilayah=wilayah)
    assert {k: n for k, n in isi.items() if k.startswith("wilayah:")} == {"wilayah:kec-01": 2}
    assert isi["jawaban:kecamatan:25/2"] == 1
    assert isi["jawaban:kecamatan:25/2:jumlah"] is None
    assert isi["jawaban:kecamatan:25/3:ya"] == 1


def test_a_date_is_published_as_days_so_that_a_difference_is_days(semua: dict[str, dict[str, Fakta]]) -> None:
    f = semua["kelembagaan"]["kegiatan:R04:tenggat"]
    assert f["satuan"] == "hari_sejak_1970"
    assert f["nilai"] == hari_of(
        keadaan_contoh("kota-contoh-1").buku.rad.set_index("id_kegiatan").loc["R04", "tenggat"]
    )
