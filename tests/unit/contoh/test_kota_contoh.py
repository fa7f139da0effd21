"""The example city: a whole book of invented figures, made again byte for byte."""

import csv
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from kla_lib.contoh.buat.buku import main
from kla_lib.data.bentuk import BUTIR_DOKUMEN, TABEL
from kla_lib.data.buku import Buku, load_buku
from kla_lib.data.dokumen import butir_diminta
from kla_lib.letak import FOLDER_CONTOH
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.kategori import load_kategori
from kla_lib.scoring.nilai.hasil import Hasil, score
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS

FOLDER = FOLDER_CONTOH / "kota-contoh"


@pytest.fixture(scope="module")
def buku() -> Buku:
    return load_buku(PARAMS, FOLDER)


@pytest.fixture(scope="module")
def hasil(buku: Buku) -> Hasil:
    kategori = load_kategori(PARAMS, buku.keterangan.tahun_evaluasi)
    return score(buku.penilaian, "em", buku.instrumen, kategori, buku.dokumen_pertanyaan, buku.data_dukung)


def read_baris(nama: str) -> list[dict[str, str]]:
    with (FOLDER / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def pecah(sel: str | None) -> list[str]:
    return [bagian.strip() for bagian in (sel or "").split(",") if bagian.strip()]


def test_making_the_book_again_gives_the_committed_files_byte_for_byte(tmp_path: Path) -> None:
    main([str(tmp_path)])
    baru = {p.name: p.read_bytes() for p in (tmp_path / "kota-contoh").iterdir()}
    assert baru == {p.name: p.read_bytes() for p in FOLDER.glob("*.csv")}


def test_the_book_says_that_it_is_an_example(buku: Buku) -> None:
    assert buku.keterangan.contoh
    assert buku.keterangan.daerah == "kota-contoh"
    assert "buatan" in buku.keterangan.sumber


@pytest.mark.parametrize("berkas", [b.berkas for b in TABEL])
def test_every_table_is_there_with_rows(berkas: str) -> None:
    assert read_baris(berkas)


def test_files_end_lines_with_a_line_feed_only() -> None:
    assert all(b"\r" not in p.read_bytes() for p in berisi(FOLDER.glob("*.csv")))


def test_supported_points_stay_clearly_below_claimed_points(hasil: Hasil) -> None:
    assert 740 <= hasil.diklaim <= 780
    assert hasil.terdukung is not None
    assert 560 <= hasil.terdukung <= 680
    assert hasil.kategori == "nindya"


def test_twelve_questions_have_no_points_yet(hasil: Hasil) -> None:
    assert hasil.belum_dinilai == 12


def test_points_are_quarters_or_the_highest_points(hasil: Hasil) -> None:
    p = hasil.pertanyaan.dropna(subset="nilai")
    assert (((p["nilai"] * 4) % 1 == 0) | (p["nilai"] == p["nilai_maksimal"])).all()


def test_a_share_is_its_part_of_its_whole_in_percent(buku: Buku) -> None:
    pecahan = buku.capaian.dropna(subset=["pembilang", "penyebut"])
    assert len(pecahan) > 30
    assert set(pecahan["satuan"]) == {"%"}
    assert pecahan["nilai"].tolist() == (100 * pecahan["pembilang"] / pecahan["penyebut"]).round(2).tolist()


def test_cases_by_kind_add_to_all_cases(buku: Buku) -> None:
    kasus = buku.capaian[buku.capaian["ukuran"].str.startswith("Kasus kekerasan anak")]
    jenis = kasus["ukuran"].str.contains(": ")
    jumlah = kasus[jenis].groupby("tahun")["nilai"].sum()
    assert jumlah.to_dict() == kasus[~jenis].set_index("tahun")["nilai"].to_dict()


def test_stunting_keeps_survey_apart_from_routine_figures(buku: Buku) -> None:
    stunting = buku.capaian[buku.capaian["ukuran"] == "Prevalensi stunting"]
    assert set(stunting["jenis_sumber"]) == {"survei", "rutin"}


def test_some_counts_by_kecamatan_are_small_enough_to_be_hidden(buku: Buku) -> None:
    kecamatan = buku.capaian[buku.capaian["wilayah"].str.startswith("kec-")]
    assert set(kecamatan["wilayah"]) <= set(buku.wilayah["kode_wilayah"])
    assert kecamatan["nilai"].between(1, 4).any()


def test_every_document_serves_a_question(buku: Buku) -> None:
    assert set(buku.data_dukung["id_dokumen"]) == set(buku.dokumen_pertanyaan["id_dokumen"])


def test_a_complete_document_shows_all_that_its_questions_ask_for(buku: Buku) -> None:
    """But for the one of a later year: whether it holds for the evaluated one, nobody has looked at."""
    diminta = butir_diminta(buku.instrumen, buku.dokumen_pertanyaan)
    lengkap = buku.data_dukung[buku.data_dukung["status"] == "lengkap"]
    terbuka = [
        (d["id_dokumen"], butir)
        for _, d in lengkap.iterrows()
        for butir in BUTIR_DOKUMEN
        if diminta[d["id_dokumen"]][butir] and d[butir] is not True
    ]
    assert terbuka == [("D096", "tahun_ini")]
    assert not lengkap[list(BUTIR_DOKUMEN)].map(lambda v: v is False).any().any()


def test_a_thin_document_names_the_item_that_its_note_misses(buku: Buku) -> None:
    d = buku.data_dukung.set_index("id_dokumen")
    tanpa_tanda_tangan = d["catatan"].fillna("").str.contains("tanda tangan|ditandatangani", case=False)
    assert tanpa_tanda_tangan.sum() >= 3
    assert all(d.loc[tanpa_tanda_tangan, "tanda_tangan"].map(lambda v: v is False))
    kurang = d[d["status"] == "kurang"]
    assert (kurang[list(BUTIR_DOKUMEN)].map(lambda v: v is False).any(axis=1)).sum() >= 15


def test_nobody_has_looked_for_items_in_a_document_that_is_absent_or_unread(buku: Buku) -> None:
    d = buku.data_dukung[buku.data_dukung["status"].isin(["tidak_ada", "belum_diperiksa"])]
    assert d[list(BUTIR_DOKUMEN)].isna().all().all()


def test_few_documents_are_dated_after_the_evaluated_year(buku: Buku) -> None:
    terlambat = buku.data_dukung["tahun_dokumen"] > buku.keterangan.tahun_evaluasi
    assert terlambat.sum() == 3


def test_no_date_of_a_document_or_delivery_lies_after_the_book(buku: Buku) -> None:
    for tanggal in (
        buku.data_dukung["tanggal_dokumen"],
        buku.wilayah["diterima"],
        buku.tindak_lanjut["tanggal_status"],
    ):
        assert tanggal.dropna().max() <= buku.keterangan.tanggal_data


def test_offices_are_roles(buku: Buku) -> None:
    peran = set(load_peran(PARAMS))
    for tabel in (buku.data_dukung, buku.rad, buku.tindak_lanjut):
        assert set(tabel["opd"]) <= peran
    assert set(buku.rad["opd"]) == peran


def test_every_area_has_a_row_for_every_question_it_is_asked(buku: Buku) -> None:
    p = buku.instrumen.pertanyaan
    ditanya = 12 * p["diisi_kecamatan"].sum() + 56 * p["diisi_desa"].sum()
    assert len(buku.wilayah) == ditanya
    assert (buku.wilayah["isi"].notna() == buku.wilayah["diterima"].notna()).all()


def test_an_action_brings_no_more_than_its_question_lacks(buku: Buku, hasil: Hasil) -> None:
    p = hasil.pertanyaan
    lengkap = p["nilai"].where(p["status"] == "lengkap", 0.0)
    kurang = dict(zip(zip(p["indikator"], p["pertanyaan"], strict=True), p["nilai_maksimal"] - lengkap, strict=True))
    for r in berisi(buku.rad.dropna(subset="poin").itertuples()):
        assert 0 <= r.poin_min <= r.poin <= r.poin_maks <= kurang[r.indikator, r.pertanyaan], r.id_kegiatan


def test_no_action_claims_points_for_the_next_cycle(buku: Buku) -> None:
    nanti = buku.rad[buku.rad["jenis_celah"] == "siklus_berikutnya"]
    assert len(nanti)
    assert nanti["poin"].isna().all()


def test_actions_stand_in_the_klaster_of_their_question(buku: Buku) -> None:
    form = dict(zip(buku.instrumen.indikator["indikator"], buku.instrumen.indikator["klaster"], strict=True))
    for tabel in (buku.rad, buku.tindak_lanjut):
        ada = tabel.dropna(subset="indikator")
        assert ada["klaster"].tolist() == ada["indikator"].map(form).tolist()


def test_three_actions_belong_to_no_indikator(buku: Buku) -> None:
    assert buku.rad["indikator"].isna().sum() == 3


def test_what_actions_need_never_runs_in_a_circle(buku: Buku) -> None:
    butuh = {r.id_kegiatan: pecah(r.butuh) for r in buku.rad.itertuples()}
    assert any(butuh.values())
    assert set(TopologicalSorter(butuh).static_order()) == set(buku.rad["id_kegiatan"])


def test_actions_that_exclude_each_other_say_so_on_both_sides(buku: Buku) -> None:
    bentrok = {(r.id_kegiatan, lain) for r in buku.rad.itertuples() for lain in pecah(r.bentrok)}
    assert bentrok
    assert bentrok == {(b, a) for a, b in bentrok}


def test_no_file_holds_a_run_of_sixteen_digits_or_an_address_of_a_person() -> None:
    isi = "\n".join(p.read_text(encoding="utf-8") for p in FOLDER.glob("*.csv"))
    assert not re.search(r"\d{16}", isi)
    assert not re.search(r"[\w.]+@\w|https?:|\b08\d{8}", isi)
