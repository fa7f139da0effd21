"""The kind of each gap and what this cycle can reach: nothing of the next one, nothing that nobody said."""

from pathlib import Path

import pytest

from kla_lib.scoring.dokumen.celah import Tercapai
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import dokumen, kaitan, kegiatan, muat, nilai
from tests.pembantu.turunan_uji import keadaan_of

NILAI = ["em", "klaster_1", "4", "5", 2]  # of 3 points


def jenis(folder: Path, *register, rad=(), kode: str = "4/5", wajib: str = "ya") -> tuple[str, str]:
    kait = [kaitan(d["id_dokumen"], kode, wajib) for d in register]
    j = keadaan_of(muat(folder, NILAI, register=register or [dokumen("D0")], kait=kait, rad=rad)).jenis_celah
    baris = j[(j["indikator"] == "4") & (j["pertanyaan"] == "5")].iloc[0]
    return baris["jenis"], baris["dasar"]


def celah(folder: Path, *register, rad=(), penilaian=(NILAI,)) -> dict[str, float]:
    kait = [kaitan(d["id_dokumen"], "4/5") for d in register]
    buku = muat(folder, *penilaian, register=register or [dokumen("D0")], kait=kait, rad=rad)
    c = keadaan_of(buku, nilai(buku)).celah
    baris = c[(c["indikator"] == "4") & (c["pertanyaan"] == "5")].iloc[0]
    return {k: baris[k] for k in ("aman", "celah", "paling_sedikit", "paling_banyak", "belum_ditentukan")}


@pytest.mark.parametrize(
    ("register", "harap"),
    [
        ([dokumen("D1", "kurang")], "dokumen_ada"),
        ([dokumen("D1", "belum_diperiksa")], "dokumen_ada"),
        ([dokumen("D1", "belum_diperiksa", tautan=None)], "dokumen_ada"),
        ([dokumen("D1", "kurang", tautan=None)], "belum_diunggah"),
        ([dokumen("D1", "lengkap", tautan=None)], "belum_diunggah"),
        ([dokumen("D1", "lengkap")], "belum_ditentukan"),
        ([dokumen("D1", "tidak_ada", tautan=None)], "belum_ditentukan"),
        ([dokumen("D1", "lengkap", tautan=None), dokumen("D2", "kurang")], "dokumen_ada"),
        ([dokumen("D1", "kurang"), dokumen("D2", "tidak_ada", tautan=None)], "belum_ditentukan"),
        ([dokumen("D1", "kurang", tahun_dokumen=2025)], "siklus_berikutnya"),
        ([dokumen("D1", "lengkap", tahun_dokumen=2025)], "siklus_berikutnya"),
        ([dokumen("D1", "kurang"), dokumen("D2", tanggal_dokumen="2025-01-03")], "siklus_berikutnya"),
        ([dokumen("D1", "kurang", tanggal_dokumen="2025-01-03", tahun_ini="ya")], "dokumen_ada"),
    ],
)
def test_documents_tell_the_kind_of_gap(tmp_path: Path, register, harap: str) -> None:
    assert jenis(tmp_path, *register)[0] == harap


def test_a_question_of_which_nothing_is_recorded_is_undetermined(tmp_path: Path) -> None:
    assert jenis(tmp_path) == ("belum_ditentukan", "")


@pytest.mark.parametrize("kata", ["dokumen_ada", "belum_diunggah", "masih_bisa_dibuat", "siklus_berikutnya"])
def test_what_the_plan_states_comes_before_the_documents(tmp_path: Path, kata: str) -> None:
    rad = [kegiatan("R1", "4/5", kata)]
    assert jenis(tmp_path, dokumen("D1", "tidak_ada", tautan=None), rad=rad) == (kata, "rad")


def test_only_the_plan_can_say_that_an_absent_document_may_still_be_made(tmp_path: Path) -> None:
    absen = dokumen("D1", "tidak_ada", tautan=None)
    assert jenis(tmp_path, absen)[0] == "belum_ditentukan"
    assert jenis(tmp_path, absen, rad=[kegiatan("R1", "4/5", "masih_bisa_dibuat")])[0] == "masih_bisa_dibuat"


def test_of_several_actions_the_one_with_most_work_names_the_gap(tmp_path: Path) -> None:
    rad = [kegiatan("R1", "4/5", "belum_diunggah"), kegiatan("R2", "4/5", "masih_bisa_dibuat")]
    assert jenis(tmp_path, rad=rad)[0] == "masih_bisa_dibuat"


def test_actions_that_are_done_or_name_no_question_say_nothing(tmp_path: Path) -> None:
    rad = [
        kegiatan("R1", "4/5", "siklus_berikutnya", status="selesai"),
        kegiatan("R2", "4", "siklus_berikutnya"),
        kegiatan("R3", "4/5", None),
    ]
    assert jenis(tmp_path, dokumen("D1", "kurang"), rad=rad) == ("dokumen_ada", "dokumen")


def test_extras_decide_only_where_nothing_is_required(tmp_path: Path) -> None:
    assert jenis(tmp_path, dokumen("D1", "kurang"), wajib="tidak")[0] == "dokumen_ada"


def test_complete_documents_secure_what_is_claimed_and_the_rest_is_undetermined(tmp_path: Path) -> None:
    assert celah(tmp_path, dokumen("D1")) == {
        "aman": 2,
        "celah": 1,
        "paling_sedikit": 0,
        "paling_banyak": 1,
        "belum_ditentukan": 1,
    }


def test_a_thin_document_can_secure_what_is_claimed_and_only_perhaps_the_rest(tmp_path: Path) -> None:
    assert celah(tmp_path, dokumen("D1", "kurang")) == {
        "aman": 0,
        "celah": 3,
        "paling_sedikit": 2,
        "paling_banyak": 3,
        "belum_ditentukan": 1,
    }


@pytest.mark.parametrize(
    ("rad", "sedikit", "banyak"),
    [
        ([{"poin_min": 0.5, "poin_maks": 2}], 0.5, 2),
        ([{"poin_min": 0.5, "poin_maks": 2}, {"poin_min": 1, "poin_maks": 2}], 1, 3),
        ([{}], 2, 3),
        ([{"poin_maks": 1}], 1, 1),
        ([{"poin_min": 0.5, "poin_maks": 1}, {"jenis_celah": "siklus_berikutnya"}], 0.5, 1),
        ([{}, {"jenis_celah": "siklus_berikutnya"}], 0, 0),
        ([{"jenis_celah": "siklus_berikutnya"}], 0, 0),
    ],
)
def test_actions_bound_what_their_question_can_gain(tmp_path: Path, rad, sedikit: float, banyak: float) -> None:
    baris = [kegiatan(f"R{n}", "4/5", **({"jenis_celah": "dokumen_ada"} | r)) for n, r in enumerate(rad)]
    c = celah(tmp_path, dokumen("D1", "kurang"), rad=baris)
    assert (c["paling_sedikit"], c["paling_banyak"], c["belum_ditentukan"]) == (sedikit, banyak, 0)


def test_a_document_of_a_later_year_secures_nothing_and_brings_nothing(tmp_path: Path) -> None:
    for status in ("lengkap", "kurang", "belum_diperiksa"):
        c = celah(tmp_path, dokumen("D1", status, tahun_dokumen=2025))
        assert (c["aman"], c["paling_sedikit"], c["paling_banyak"]) == (0, 0, 0)


def tercapai(folder: Path, *penilaian, **lain) -> Tercapai:
    buku = muat(folder, *penilaian, **lain)
    return keadaan_of(buku, nilai(buku)).tercapai


def test_the_next_cycle_lowers_the_upper_end_and_never_raises_the_lower(tmp_path: Path) -> None:
    tanpa = tercapai(tmp_path, NILAI, register=[dokumen("D1")], kait=[])
    dengan = tercapai(
        tmp_path, NILAI, register=[dokumen("D1")], kait=[], rad=[kegiatan("R1", "4/5", "siklus_berikutnya")]
    )
    assert (tanpa.paling_sedikit, tanpa.paling_banyak) == (0, 1000)
    assert (dengan.paling_sedikit, dengan.paling_banyak, dengan.siklus_berikutnya) == (0, 997, 3)


def test_what_is_undetermined_widens_only_the_upper_end(tmp_path: Path) -> None:
    kait = [kaitan("D1", "4/5"), kaitan("D2", "4/4")]
    t = tercapai(
        tmp_path,
        NILAI,
        ["em", "klaster_1", "4", "4", 4],
        register=[dokumen("D1", "kurang"), dokumen("D2")],
        kait=kait,
    )
    assert (t.aman, t.paling_sedikit, t.paling_banyak) == (4, 6, 1000)
    assert t.belum_ditentukan == 1000 - 6


def test_points_on_a_later_document_are_named_and_counted_nowhere(tmp_path: Path) -> None:
    register, kait = [dokumen("D1", tahun_dokumen=2025)], [kaitan("D1", "4/5")]
    t = tercapai(tmp_path, NILAI, register=register, kait=kait)
    assert (t.aman, t.bersandar, t.paling_sedikit, t.paling_banyak) == (0, 2, 0, 997)


def test_the_cap_of_an_indikator_holds_for_what_can_be_reached(tmp_path: Path) -> None:
    """Indikator 19: 54 points of questions, 51 at most."""
    rad = [kegiatan("R1", "19/1", "siklus_berikutnya", klaster="klaster_4")]
    t = tercapai(tmp_path, NILAI, register=[dokumen("D1")], kait=[], rad=rad)
    assert (t.paling_banyak, t.siklus_berikutnya) == (999, 1)


def test_a_mark_above_the_questions_is_neither_safe_nor_sure(tmp_path: Path) -> None:
    t = tercapai(tmp_path, ["em", "klaster_1", "4", None, 10], register=[dokumen("D1")], kait=[kaitan("D1", "4/5")])
    assert (t.aman, t.paling_sedikit, t.paling_banyak) == (0, 0, 1000)


def test_the_range_of_the_example_city_holds_its_supported_points() -> None:

    k = keadaan_contoh("kota-contoh-1")
    t = k.tercapai
    assert t.aman + t.bersandar == k.hasil.terdukung
    assert t.aman < t.paling_sedikit < t.paling_banyak < 1000 - t.siklus_berikutnya + 1e-9
