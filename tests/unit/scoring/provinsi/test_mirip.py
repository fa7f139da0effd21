"""Marks that look copied: pairs far from chance are asked about, good regions and chance itself are not."""

import numpy as np

from kla_lib.scoring.provinsi.mirip import pasangan_mirip, serba_penuh
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah
from tests.pembantu.provinsi_uji import daerah_uji

SOAL = 150
MAKS = np.full(SOAL, 4.0)


def acak_daerah(banyak: int, benih: int = 1) -> list[RingkasDaerah]:
    acak = np.random.default_rng(benih)
    return [daerah_uji(f"d{n:02}", (acak.integers(0, 17, SOAL) / 4).tolist()) for n in range(banyak)]


def test_independent_regions_are_not_asked_about() -> None:
    assert pasangan_mirip(acak_daerah(30), MAKS) == []


def test_a_region_that_hands_in_anothers_marks_is_found_with_what_chance_would_give() -> None:
    semua = acak_daerah(30)
    salinan = daerah_uji("salinan", [*semua[3].klaim[:-5], *[0.25] * 5])
    (p,) = pasangan_mirip([*semua, salinan], MAKS)
    assert (p.a, p.b) == ("d03", "salinan")
    assert p.sama >= 0.95 * p.banyak
    assert p.kebetulan is not None and p.kebetulan < 0.2 * p.banyak


def test_two_good_regions_with_full_marks_everywhere_are_no_pair() -> None:
    penuh = [daerah_uji(nama, MAKS.tolist()) for nama in ("a", "b")]
    assert pasangan_mirip([*acak_daerah(30), *penuh], MAKS) == []


def test_among_two_regions_chance_is_not_told() -> None:
    satu = acak_daerah(1)[0]
    (p,) = pasangan_mirip([satu, daerah_uji("dua", satu.klaim.tolist())], MAKS)
    assert (p.kebetulan, p.sama) == (None, p.banyak)


def test_titles_that_only_two_regions_have_are_enough_to_ask() -> None:
    semua = acak_daerah(12)
    umum, khusus = {f"sk {n}" for n in range(40)}, {f"surat ketinggalan {n}" for n in range(6)}
    semua = [
        daerah_uji(d.id, d.klaim.tolist(), judul=frozenset(umum | (khusus if d.id in ("d02", "d05") else set())))
        for d in semua
    ]
    (p,) = pasangan_mirip(semua, MAKS)
    assert (p.a, p.b, p.judul) == ("d02", "d05", 6)


def test_one_file_to_the_byte_is_enough_to_ask_unless_many_have_it() -> None:
    bersama, khusus = "sha256:peraturan-pusat", "sha256:laporan"
    semua = [
        daerah_uji(
            d.id, d.klaim.tolist(), berkas=frozenset({bersama} | ({khusus} if d.id in ("d01", "d08") else set()))
        )
        for d in acak_daerah(12)
    ]
    (p,) = pasangan_mirip(semua, MAKS)
    assert (p.a, p.b, p.berkas) == ("d01", "d08", 1)


def test_a_region_with_full_marks_nearly_everywhere_is_asked_and_one_with_many_is_not() -> None:
    hampir, banyak = [*[4.0] * 148, 3.0, np.nan], [*[4.0] * 130, *[2.0] * 20]
    (s,) = serba_penuh([daerah_uji("hampir", hampir), daerah_uji("banyak", banyak)], MAKS)
    assert (s.id, s.penuh, s.banyak) == ("hampir", 148, 149)
