"""What the task force still needs of each office, and until when."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from kla_lib.scoring.pekerjaan.pekerjaan import DOKUMEN, JANJI, KEGIATAN, NILAI, PERIKSA, TANPA_DOKUMEN, poin_bersama
from tests.pembantu.berisi import berisi
from tests.pembantu.kantor_uji import AKHIR, RAPAT, janji, kebutuhan, muat_kantor
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import dokumen, kaitan, kegiatan

NILAI_PENUH = ["em", "klaster_1", "4", "5", 2]
"""A mark of 2 of 3 points for question 4/5, which Disdukcapil answers for."""


def yang(keadaan, jenis: str, peran: str = "disdukcapil"):
    return [b for b in kebutuhan(keadaan)[peran].butuh if b.jenis == jenis]


def test_documents_are_asked_for_by_the_points_that_wait_for_them(tmp_path: Path) -> None:
    keadaan = muat_kantor(
        tmp_path,
        ["em", "klaster_1", "4", "4", 1],
        NILAI_PENUH,
        register=[dokumen("D1", "kurang"), dokumen("D2", "tidak_ada"), dokumen("D3")],
        kait=[kaitan("D1", "4/4"), kaitan("D2", "4/5"), kaitan("D3", "4/3")],
    )
    assert [(b.id, b.poin, b.kode) for b in yang(keadaan, DOKUMEN)] == [
        ("D2", 2.0, ("4/5",)),
        ("D1", 1.0, ("4/4",)),
    ]


def test_points_that_several_documents_share_are_counted_once(tmp_path: Path) -> None:
    keadaan = muat_kantor(
        tmp_path,
        NILAI_PENUH,
        register=[dokumen("D1", "kurang"), dokumen("D2", "tidak_ada")],
        kait=[kaitan("D1", "4/5"), kaitan("D2", "4/5")],
    )
    diminta = yang(keadaan, DOKUMEN)
    assert [b.poin for b in diminta] == [2.0, 2.0]
    assert poin_bersama(diminta) == 2.0


def test_a_document_that_nobody_looked_at_is_asked_of_who_checks_and_not_of_its_office(tmp_path: Path) -> None:
    keadaan = muat_kantor(
        tmp_path, NILAI_PENUH, register=[dokumen("D1", "belum_diperiksa")], kait=[kaitan("D1", "4/5")]
    )
    assert not yang(keadaan, DOKUMEN)
    assert [b.id for b in kebutuhan(keadaan)["disdukcapil"].diperiksa] == ["D1"]
    assert [(b.id, b.asal) for b in yang(keadaan, PERIKSA, "dinas_pppa")] == [("D1", "disdukcapil")]


def test_what_only_the_next_cycle_can_count_is_never_asked_for(tmp_path: Path) -> None:
    keadaan = muat_kantor(
        tmp_path,
        NILAI_PENUH,
        register=[dokumen("D1", "tidak_ada")],
        kait=[kaitan("D1", "4/5")],
        rad=[kegiatan("R1", "4/5", "siklus_berikutnya", status="terhambat", tenggat="2025-01-31")],
    )
    k = kebutuhan(keadaan)["disdukcapil"]
    assert not [b for b in berisi(k.butuh) if b.jenis in (DOKUMEN, KEGIATAN)]
    assert [b.id for b in k.nanti] == ["D1"]
    assert [r.id for r in k.rad] == ["R1"]


def test_late_and_stuck_actions_are_asked_for_and_those_under_way_are_not(tmp_path: Path) -> None:
    keadaan = muat_kantor(
        tmp_path,
        NILAI_PENUH,
        rad=[
            kegiatan("R1", "4/5", "dokumen_ada", tenggat="2025-02-09", poin=1),
            kegiatan("R2", "4/3", "dokumen_ada", tenggat="2025-02-10"),
            kegiatan("R3", "4/2", "dokumen_ada", status="terhambat", kendala="Menunggu."),
            kegiatan("R4", "4/1", "dokumen_ada", status="selesai", tenggat="2025-01-01"),
        ],
    )
    assert [(b.id, b.poin, b.catatan) for b in yang(keadaan, KEGIATAN)] == [
        ("R1", 1.0, None),
        ("R3", None, "Menunggu."),
    ]
    assert [r.id for r in kebutuhan(keadaan)["disdukcapil"].rad] == ["R1", "R3", "R2", "R4"]


def test_open_decisions_of_earlier_meetings_are_asked_for(tmp_path: Path) -> None:
    keadaan = muat_kantor(
        tmp_path,
        NILAI_PENUH,
        tindak_lanjut=[
            janji("K1", tenggat="2025-01-31"),
            janji("K2", status="selesai"),
            janji("K3", status="batal"),
            janji("K4", status="", opd="Karang Taruna"),
            janji("K5", opd=None),
            janji("K6", rapat="buku"),
        ],
    )
    assert keadaan.rapat.id == "buku"
    assert [b.id for b in yang(keadaan, JANJI)] == ["K1"]
    assert [b.id for b in yang(keadaan, JANJI, "Karang Taruna")] == ["K4"]


@pytest.mark.parametrize(
    ("tenggat", "akhir", "tanggal", "hasil"),
    [
        (None, AKHIR, RAPAT, AKHIR),
        ("2025-03-14", AKHIR, RAPAT, date(2025, 3, 14)),
        ("2025-09-30", AKHIR, RAPAT, AKHIR),
        ("2025-02-09", AKHIR, RAPAT, AKHIR),
        ("2025-02-10", AKHIR, RAPAT, RAPAT),
        ("2025-03-14", None, RAPAT, date(2025, 3, 14)),
        (None, None, RAPAT, None),
        ("2025-03-14", AKHIR, date(2025, 4, 1), None),
    ],
)
def test_the_day_is_the_earliest_still_to_come(
    tmp_path: Path, tenggat: str | None, akhir: date | None, tanggal: date, hasil: date | None
) -> None:
    keadaan = muat_kantor(
        tmp_path,
        NILAI_PENUH,
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "4/5")],
        rad=[kegiatan("R1", "4/5", "dokumen_ada", tenggat=tenggat)],
        akhir=akhir,
        tanggal=tanggal,
    )
    assert [b.tenggat for b in yang(keadaan, DOKUMEN)] == [hasil]


def test_a_question_with_points_that_wants_an_attachment_needs_a_document(tmp_path: Path) -> None:
    keadaan = muat_kantor(tmp_path, NILAI_PENUH, ["em", "klaster_1", "4", "4", 0])
    form = keadaan.instrumen.pertanyaan.set_index(["indikator", "pertanyaan"])
    assert form.loc[("4", "5"), ["lampiran", "matriks", "foto"]].any()
    assert [(b.id, b.poin) for b in yang(keadaan, TANPA_DOKUMEN)] == [("4/5", 2.0)]
    assert "4/5" not in {b.id for b in yang(keadaan, NILAI)}
    assert "4/4" not in {b.id for b in yang(keadaan, NILAI)}  # zero is known


def test_a_question_whose_indikator_was_marked_as_a_whole_is_not_asked_for(tmp_path: Path) -> None:
    keadaan = muat_kantor(tmp_path, ["em", "klaster_1", "4", None, 10])
    assert not [b for b in yang(keadaan, NILAI) if b.id.startswith("4/")]


def test_final_points_ask_for_no_document_and_no_mark(tmp_path: Path) -> None:
    keadaan = muat_kantor(
        tmp_path,
        ["vf", "klaster_1", "4", "5", 2],
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "4/5")],
        rad=[kegiatan("R1", "4/5", "dokumen_ada", status="terhambat")],
        keterangan={"tahap_berjalan": "vf"},
    )
    assert {b.jenis for k in kebutuhan(keadaan).values() for b in k.butuh} == {KEGIATAN}


def test_one_thing_is_not_asked_for_twice_in_the_same_text(tmp_path: Path) -> None:
    keadaan = muat_kantor(
        tmp_path,
        NILAI_PENUH,
        register=[dokumen("D1", "kurang")],
        kait=[kaitan("D1", "4/5")],
        rad=[
            kegiatan("R1", "4/5", "dokumen_ada", status="terhambat"),
            kegiatan("R2", "4/3", "dokumen_ada", status="terhambat"),
        ],
    )
    assert [b.id for b in kebutuhan(keadaan)["disdukcapil"].yang_pertama(2)] == ["D1", "R2"]


def test_an_office_has_a_page_where_it_is_responsible_or_owes_something() -> None:
    contoh = kebutuhan(keadaan_contoh("kota-contoh-1"))
    assert {"bnn", "kepolisian", "dinas_kesehatan"} <= set(contoh)  # BNN has an action, the police a document
    ogan_ilir = kebutuhan(keadaan_contoh("ogan-ilir-2024"))
    assert not {"bnn", "kepolisian", "kejaksaan", "forum_anak"} & set(ogan_ilir)
    assert kebutuhan(keadaan_contoh("sumbawa-2022")) == {}


def test_every_question_is_shown_to_each_of_its_offices_and_once_to_who_is_responsible() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    semua = kebutuhan(keadaan)
    utama = pd.concat([k.utama for k in semua.values()])
    assert sorted(utama["kode"]) == sorted(
        f"{r.indikator}/{r.pertanyaan}" for r in keadaan.instrumen.pertanyaan.itertuples() if r.opd
    )
    assert all("dinas_kesehatan" in opd[1:] for opd in berisi(semua["dinas_kesehatan"].ikut["opd"]))


def test_nothing_that_is_not_complete_is_lost() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    semua = kebutuhan(keadaan)
    disebut = {b.id for k in semua.values() for b in (*k.butuh, *k.nanti) if b.jenis in (DOKUMEN, PERIKSA)}
    d = keadaan.buku.data_dukung
    assert d is not None
    assert disebut == set(d.loc[d["status"] != "lengkap", "id_dokumen"])
