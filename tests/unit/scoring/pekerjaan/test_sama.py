"""The same work in two tables is one piece: recognised, shown with both codes, counted once."""

from datetime import date
from pathlib import Path

import pytest

from kla_lib.scoring.pekerjaan.pekerjaan import DOKUMEN, KEGIATAN, PERIKSA
from kla_lib.scoring.pekerjaan.sama import kata_kerja, teks_tersama
from tests.pembantu.kantor_uji import janji, kebutuhan, muat_kantor
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import dokumen, kaitan, kegiatan

NILAI = ["em", "klaster_1", "4", "5", 2]
MATRIKS = "Matriks pelatihan KHA petugas pencatatan"


def test_words_that_say_nothing_of_the_work_do_not_count() -> None:
    assert kata_kerja("Melengkapi SK dan matriks tahun 2024 untuk KHA") == {"melengkapi", "matriks", "kha"}


@pytest.mark.parametrize(
    ("calon", "hasil"),
    [
        ([("a", "Menulis matriks pelatihan KHA"), ("b", "Melatih petugas")], ["a"]),
        ([("a", "Foto kelas calon pengantin")], []),
        ([("a", "Pelatihan KHA petugas"), ("b", "Matriks pelatihan KHA petugas")], ["b"]),
    ],
)
def test_the_text_with_most_words_in_common_speaks_of_the_same_work(
    calon: list[tuple[str, str]], hasil: list[str]
) -> None:
    assert teks_tersama(MATRIKS, calon) == hasil


def test_a_document_and_its_action_are_one_piece_with_both_codes_the_points_once_and_the_earlier_day(
    tmp_path: Path,
) -> None:
    keadaan = muat_kantor(
        tmp_path,
        NILAI,
        register=[dokumen("D1", "kurang", judul=MATRIKS)],
        kait=[kaitan("D1", "4/5")],
        rad=[
            kegiatan("R1", "4/5", "dokumen_ada", status="terhambat", tenggat="2025-03-14", poin=1, kegiatan=MATRIKS),
            kegiatan("R2", "4/5", "dokumen_ada", status="terhambat", kegiatan="Melatih Forum Anak"),
        ],
    )
    butuh = kebutuhan(keadaan)["disdukcapil"].butuh
    (satu,) = [b for b in butuh if b.jenis == DOKUMEN]
    assert (satu.id, satu.rad, satu.poin, satu.tenggat) == ("D1", ("R1",), 2.0, date(2025, 3, 14))
    assert [b.id for b in butuh if b.jenis == KEGIATAN] == ["R2"]


def test_a_document_that_waits_for_a_look_is_not_the_work_of_its_office(tmp_path: Path) -> None:
    keadaan = muat_kantor(
        tmp_path,
        NILAI,
        register=[dokumen("D1", "belum_diperiksa", judul=MATRIKS)],
        kait=[kaitan("D1", "4/5")],
        rad=[kegiatan("R1", "4/5", "dokumen_ada", status="terhambat", kegiatan=MATRIKS)],
    )
    jenis = {
        k: [(b.jenis, b.rad) for b in v.butuh if b.jenis in (KEGIATAN, PERIKSA)] for k, v in kebutuhan(keadaan).items()
    }
    assert jenis["dinas_pppa"] == [(PERIKSA, ())]
    assert jenis["disdukcapil"] == [(KEGIATAN, ())]


def test_an_action_that_a_meeting_called_off_is_neither_asked_for_nor_planned_and_its_replacement_is() -> None:
    keadaan = keadaan_contoh("kota-contoh-2")
    assert keadaan.dibatalkan == {"R44": "K1-10"}
    rencana = keadaan.rencana
    assert rencana is not None
    assert "R44" not in {t.kegiatan.id for t in rencana.lengkap.kegiatan}
    assert "R44" in {d.id for d in rencana.lengkap.dikecualikan if d.alasan == "dibatalkan"}
    semua = {i for b in keadaan.semua_pekerjaan for i in (b.id, *b.rad)}
    assert "R44" not in semua
    assert "R45" in {k.id for k in rencana.calon.kegiatan}


def test_an_action_that_another_promise_still_wants_is_not_called_off(tmp_path: Path) -> None:
    milik = {"keputusan": MATRIKS, "klaster": "klaster_1", "indikator": "4", "pertanyaan": "5"}
    lagi = [janji("K1", status="batal", **milik), janji("K2", status="berjalan", **milik)]
    rad = [kegiatan("R1", "4/5", "dokumen_ada", status="terhambat", kegiatan=MATRIKS)]
    for nama, putusan, batal in (("a", lagi[:1], {"R1": "K1"}), ("b", lagi, {})):
        (tmp_path / nama).mkdir()
        assert muat_kantor(tmp_path / nama, NILAI, rad=rad, tindak_lanjut=putusan).dibatalkan == batal


def test_a_promise_whose_documents_have_become_complete_says_so(tmp_path: Path) -> None:
    milik = {"klaster": "klaster_1", "indikator": "4", "pertanyaan": "5"}
    keadaan = muat_kantor(
        tmp_path,
        NILAI,
        register=[dokumen("D1", "lengkap")],
        kait=[kaitan("D1", "4/5")],
        tindak_lanjut=[janji("K1", **milik), janji("K2")],
    )
    assert keadaan.janji is not None
    lengkap = dict(zip(keadaan.janji["id_keputusan"], keadaan.janji["dokumen_lengkap"], strict=True))
    assert lengkap == {"K1": True, "K2": False}


def test_in_the_plan_an_action_stands_for_its_document_and_what_that_secures_elsewhere() -> None:
    rencana = keadaan_contoh("kota-contoh-2").rencana
    assert rencana is not None
    calon = {k.id: k for k in rencana.calon.kegiatan}
    assert "D088" not in calon and calon["R31"].sama == ("D088",)
    lain = [t for t in rencana.calon.tempat if t.kode[1:] == ("19", "2e") and t.keadaan]
    assert [[i for i, _poin in t.sumbangan] for t in lain] == [["R31"]]


def test_in_the_plan_an_action_that_stands_for_a_document_brings_the_points_that_wait_for_it(tmp_path: Path) -> None:
    taksiran = {"poin_min": 0.5, "poin": 1, "poin_maks": 2.5, "kegiatan": MATRIKS}
    sama = {"register": [dokumen("D1", "kurang", judul=MATRIKS)], "kait": [kaitan("D1", "4/5")]}
    rad = [kegiatan("R1", "4/5", "dokumen_ada", **taksiran)]
    poin = {}
    for nama, penilaian in (("bernilai", [NILAI]), ("kosong", [["em", "klaster_1", "4", "4", 1]])):
        (tmp_path / nama).mkdir()
        keadaan = muat_kantor(tmp_path / nama, *penilaian, rad=rad, **sama)
        assert keadaan.rencana is not None
        (k,) = [k for k in keadaan.rencana.calon.kegiatan if k.id == "R1"]
        assert k.sama == ("D1",)
        poin[nama] = k.poin
    assert poin == {"bernilai": (NILAI[-1],) * 3, "kosong": (0.5, 1, 2.5)}
