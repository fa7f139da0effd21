"""The scores of all meetings: the table, and pictures that never join two cities, forms or stages."""

from pathlib import Path

from kla_lib.data.terbit.rapat import read_rapat_terbit
from kla_lib.views.rapat.semua_rapat import chart_rapat, kalimat_semua, kelompok_rapat, spanduk_semua, tabel_semua
from tests.pembantu.rapat_terbit_uji import terbitkan


def test_the_table_says_what_is_not_recorded_and_links_to_each_meeting(tmp_path: Path) -> None:
    terbitkan(tmp_path, "a", diklaim=771.81, terdukung=None)
    terbitkan(tmp_path, "b", tanggal="2025-04-01", kuantil=(122.4, 460, 671), contoh=True)
    t = tabel_semua(read_rapat_terbit(tmp_path)[0])
    baris = t.teks.splitlines()
    assert baris[0] == "a | Kota Uji | 1 Maret 2025 | 2024, EM | 771,81 | belum dicatat | tidak diperkirakan"
    assert baris[1].endswith("| 700 | 600 | 460 (9 dari 10 kemungkinan: 120 sampai 670)")
    assert "b | Kota Uji (data buatan)" in baris[1]
    assert '<a href="a/index.html">a</a>' in t.html


def test_names_of_a_manifest_stay_text(tmp_path: Path) -> None:
    terbitkan(tmp_path, "a", nama="<script>alert(1)</script>")
    assert "<script>" not in tabel_semua(read_rapat_terbit(tmp_path)[0]).html


def test_cities_and_forms_each_have_their_own_picture_and_one_meeting_has_none(tmp_path: Path) -> None:
    for n, (daerah, form) in enumerate([("x", "2024"), ("x", "2024"), ("y", "2024"), ("x", "2022"), ("z", "2024")]):
        terbitkan(tmp_path, f"r{n}", daerah=daerah, nama=daerah, form=form, tanggal=f"2025-03-0{n + 1}")
    terbitkan(tmp_path, "r9", daerah="z", nama="z", tanggal="2025-04-01", diklaim=None)
    kelompok = kelompok_rapat(read_rapat_terbit(tmp_path)[0])
    assert [[r.id for r in k] for k in kelompok] == [["r0", "r1"]]


def test_a_line_joins_only_scores_of_one_stage_and_the_words_tell_every_score(tmp_path: Path) -> None:
    terbitkan(tmp_path, "a")
    terbitkan(tmp_path, "b", tanggal="2025-06-01", tahap="va", diklaim=500.0, terdukung=None, contoh=True)
    spec = chart_rapat(kelompok_rapat(read_rapat_terbit(tmp_path)[0])[0]).to_dict()
    garis = [lapis for lapis in spec["layer"] if lapis["mark"]["type"] == "line"]
    assert len(garis) == 2
    assert all(lapis["encoding"]["detail"]["field"] == "tahap" for lapis in garis)
    assert "1 Maret 2025 (EM): dicatat 700, berdokumen lengkap 600" in spec["description"]
    assert "1 Juni 2025 (VA): dicatat 500, berdokumen lengkap belum dicatat" in spec["description"]


def test_generated_data_says_so_and_the_last_meeting_is_named(tmp_path: Path) -> None:
    assert kalimat_semua([]).teks == "Belum ada rapat yang bisa ditampilkan."
    terbitkan(tmp_path, "a")
    terbitkan(tmp_path, "b", tanggal="2025-06-01", daerah="kota-contoh", nama="Kota Contoh", contoh=True)
    daftar, _gagal = read_rapat_terbit(tmp_path)
    assert spanduk_semua(daftar).teks == "Data buatan, bukan daerah mana pun: Kota Contoh."
    assert spanduk_semua([r for r in daftar if not r.contoh]).html.strip() == ""
    assert kalimat_semua(daftar).teks == "2 rapat dari 2 daerah; yang terakhir b, 1 Juni 2025."
