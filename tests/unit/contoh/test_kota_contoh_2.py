"""The second book of the example city: the first one with five weeks of planted changes, each with its reason."""

import re
from datetime import date
from pathlib import Path

import pytest

from kla_lib.contoh.buat.buku import main, make_buku
from kla_lib.contoh.buat.perubahan import UBAH
from kla_lib.contoh.buat.ubah import apply_ubahan, read_ubahan
from kla_lib.data.bentuk import BUTIR_DOKUMEN, KETERANGAN
from kla_lib.data.buku import Buku, load_buku
from kla_lib.data.dokumen import butir_diminta
from kla_lib.letak import FOLDER_CONTOH
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.rapat import load_rapat
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS

FOLDER = FOLDER_CONTOH / "kota-contoh-2"
PERTAMA, KEDUA = date(2025, 2, 11), date(2025, 3, 18)


@pytest.fixture(scope="module")
def lama() -> Buku:
    return load_buku(PARAMS, FOLDER_CONTOH / "kota-contoh")


@pytest.fixture(scope="module")
def buku() -> Buku:
    return load_buku(PARAMS, FOLDER)


def test_making_the_books_again_gives_the_committed_files_byte_for_byte(tmp_path: Path) -> None:
    main([str(tmp_path)])
    for folder in (FOLDER, FOLDER_CONTOH / "kota-contoh"):
        baru = {p.name: p.read_bytes() for p in (tmp_path / folder.name).iterdir()}
        assert baru == {p.name: p.read_bytes() for p in folder.glob("*.csv")}


def test_the_meeting_follows_the_first_one() -> None:
    pertama, kedua = load_rapat(PARAMS, "kota-contoh-1"), load_rapat(PARAMS, "kota-contoh-2")
    assert (kedua.sebelumnya, pertama.tanggal, kedua.tanggal) == (pertama.id, PERTAMA, KEDUA)
    assert kedua.path_buku == FOLDER
    assert sorted(k for s in kedua.sesi for k in s.klaster) == sorted(k for s in pertama.sesi for k in s.klaster)
    assert len(kedua.sesi) == 4
    pilar = {a.pilar for s in kedua.sesi for a in s.anggota}
    assert pilar == {"pemerintah", "masyarakat", "dunia_usaha", "media"}
    assert any(a.nama == "Forum Anak" for s in kedua.sesi for a in s.anggota)


def test_only_the_day_of_the_data_is_new_in_the_head(lama: Buku, buku: Buku) -> None:
    assert buku.keterangan.contoh
    assert PERTAMA < buku.keterangan.tanggal_data <= KEDUA
    assert vars(buku.keterangan) | {"tanggal_data": None} == vars(lama.keterangan) | {"tanggal_data": None}


def test_about_thirty_things_happened_and_each_has_a_reason() -> None:
    alasan = {u.alasan for u in read_ubahan(UBAH)}
    assert 28 <= len(alasan) <= 36
    assert all(a.endswith((".", ").")) for a in alasan)


def test_a_mark_changes_only_where_something_else_about_its_question_happened() -> None:
    ubahan = read_ubahan(UBAH)
    for u in berisi(ubahan):
        if u.jenis == "nilai":
            assert {x.jenis for x in ubahan if x.alasan == u.alasan} - {"nilai"}, u.kunci
            assert u.sel["catatan"][1] != "-", u.kunci


def test_no_date_lies_after_the_data_and_what_came_in_between_lies_between_the_meetings(lama: Buku, buku: Buku) -> None:
    for tabel, kolom in (
        ("data_dukung", "tanggal_dokumen"),
        ("wilayah", "diterima"),
        ("tindak_lanjut", "tanggal_status"),
    ):
        hari = getattr(buku, tabel)[kolom].dropna()
        assert hari.max() <= buku.keterangan.tanggal_data
    masuk = set(buku.wilayah["diterima"].dropna()) - set(lama.wilayah["diterima"].dropna())
    assert masuk
    assert all(h > PERTAMA for h in masuk)


def test_decisions_of_the_first_meeting_are_recorded_some_kept_some_late(buku: Buku) -> None:
    k = buku.tindak_lanjut[buku.tindak_lanjut["rapat"] == "kota-contoh-1"]
    assert len(k) == 10
    assert all(h > PERTAMA for h in berisi([*k["tenggat"], *k["tanggal_status"]]))
    selesai = k["status"] == "selesai"
    assert (k.loc[selesai, "tanggal_status"] <= k.loc[selesai, "tenggat"]).any()
    assert (k.loc[selesai, "tanggal_status"] > k.loc[selesai, "tenggat"]).any()
    terbuka = ~k["status"].isin(["selesai", "batal"])
    assert (k.loc[terbuka, "tenggat"] < KEDUA).any()
    assert {"berjalan", "belum", "terhambat", "batal"} <= set(k["status"])


def test_a_decision_is_kept_only_where_its_action_or_document_says_so(buku: Buku) -> None:
    lengkap = set(buku.data_dukung.loc[buku.data_dukung["status"] == "lengkap", "id_dokumen"])
    d = buku.dokumen_pertanyaan
    for k in berisi(buku.tindak_lanjut[(buku.tindak_lanjut["rapat"] == "kota-contoh-1")].itertuples()):
        if k.status == "selesai":
            milik = d[(d["indikator"] == k.indikator) & (d["pertanyaan"] == k.pertanyaan) & d["wajib"]]
            assert set(milik["id_dokumen"]) <= lengkap, k.id_keputusan


def test_a_finished_action_has_reached_its_target(buku: Buku) -> None:
    selesai = buku.rad[buku.rad["status"] == "selesai"]
    assert (selesai["realisasi"] >= selesai["target"]).all()


def test_a_complete_document_shows_all_that_its_questions_ask_for(buku: Buku) -> None:
    diminta = butir_diminta(buku.instrumen, buku.dokumen_pertanyaan)
    lengkap = buku.data_dukung[buku.data_dukung["status"] == "lengkap"]
    terbuka = [
        (d["id_dokumen"], b)
        for _, d in lengkap.iterrows()
        for b in BUTIR_DOKUMEN
        if diminta[d["id_dokumen"]][b] and d[b] is not True
    ]
    assert terbuka == [("D096", "tahun_ini")]


def test_offices_are_roles_and_nobody_is_named(buku: Buku) -> None:
    for tabel in (buku.data_dukung, buku.rad, buku.tindak_lanjut):
        assert set(tabel["opd"]) <= set(load_peran(PARAMS))
    isi = "\n".join(p.read_text(encoding="utf-8") for p in FOLDER.glob("*.csv"))
    assert not re.search(r"\d{16}|[\w.]+@\w|https?:|\b08\d{8}", isi)


def test_a_row_that_is_not_there_or_holds_something_else_is_refused() -> None:
    pertama = make_buku()
    for teks, pesan in (
        ("# x\ndokumen D999 | status: kurang -> lengkap", "0 rows"),
        ("# x\ndokumen D008 | status: lengkap -> kurang", "kurang, not lengkap"),
        ("# x\nkegiatan baru R01 | status: belum", "already there"),
    ):
        with pytest.raises(ValueError, match=pesan):
            apply_ubahan(pertama, read_ubahan(teks))


def test_the_first_book_is_not_touched_by_making_the_second() -> None:
    pertama = make_buku()
    awal = {b: [dict(r) for r in t] for b, t in pertama.items()}
    apply_ubahan(pertama, read_ubahan(UBAH))
    assert pertama == awal
    assert KETERANGAN in awal
