"""Property test of decisions: whatever sheets come in whatever order, none is lost and none stands twice."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kla_lib.data.keputusan.catat import take_keputusan
from kla_lib.errors import KlaError
from tests.pembantu.buku_uji import write_folder
from tests.pembantu.keputusan_uji import BARU, LAMA, RAPAT, buku, isi_disk, keputusan_of, lembar_csv, lembar_xlsx
from tests.pembantu.params_uji import PARAMS

ID_BARU = [f"K1-{n:02}" for n in range(1, 4)]
STATUS = st.sampled_from(["belum", "berjalan", "terhambat", "selesai", "batal"])
HARI = st.sampled_from([None, date(2025, 2, 7), date(2025, 2, 10)])
UBAHAN = st.fixed_dictionaries(
    {}, optional={"status": STATUS, "hasil": st.sampled_from(["Separuh.", "Beres."]), "tanggal_status": HARI}
)
LANGKAH = st.fixed_dictionaries(
    {
        # per id of a promise what the sheet changes, per new id the number that makes its text, with what it says
        "lama": st.dictionaries(st.sampled_from(["K0-01", "K0-02", *ID_BARU]), UBAHAN, max_size=3),
        "baru": st.dictionaries(st.sampled_from(ID_BARU), st.tuples(st.integers(1, 6), UBAHAN), max_size=3),
        "ingat": st.booleans(),
        "dari": st.integers(0, 3),
        "ulang": st.booleans(),
    }
)
Baris = dict[str, Any]


def susun(langkah: Baris, dasar: dict[str, Baris]) -> list[Baris]:
    """Return the rows of a sheet that was made when the book held `dasar`, and filled as the step says."""
    lama = [r | langkah["lama"].get(i, {}) for i, r in dasar.items()]
    baru = [
        BARU | {"id_keputusan": i, "rapat": RAPAT, "keputusan": f"Keputusan {n}", "tenggat": None} | ubahan
        for i, (n, ubahan) in langkah["baru"].items()
        if i not in dasar
    ]
    return lama + baru


def langkah(baru: Baris, dari: int = 0, ingat: bool = False) -> Baris:
    """Return one step that changes no promise."""
    return {"lama": {}, "baru": baru, "ingat": ingat, "dari": dari, "ulang": True}


LEBIH_BARU = {"status": "selesai", "tanggal_status": date(2025, 2, 10)}


@settings(max_examples=12)
@example([langkah({"K1-01": (1, {})}), langkah({"K1-01": (2, LEBIH_BARU)}, dari=1)])  # two sheets share an id
@example([langkah({"K1-01": (1, {})}), langkah({"K1-02": (1, {})}, dari=1, ingat=True)])  # and two share the words
@given(st.lists(LANGKAH, min_size=1, max_size=3))
def test_no_sequence_of_sheets_loses_or_doubles_a_decision(semua: list[Baris]) -> None:
    with tempfile.TemporaryDirectory() as t:
        path = write_folder(buku(LAMA, LAMA | {"id_keputusan": "K0-02", "keputusan": "Lain"}), Path(t) / "buku")
        riwayat = [keputusan_of(path)]  # a sheet may have been made from any earlier state of the book
        for nomor, langkah in enumerate(semua):
            dasar = riwayat[-1 - min(langkah["dari"], len(riwayat) - 1)]
            baris = susun(langkah, dasar)
            if langkah["ingat"]:
                berkas = lembar_xlsx(Path(t) / f"{nomor}.xlsx", *baris, semula=tuple(dasar.values()))
            else:
                berkas = lembar_csv(Path(t) / f"{nomor}.csv", *baris)
            riwayat.append(ambil(path, berkas, baris, riwayat[-1]))
            if langkah["ulang"]:
                isi = isi_disk(path)
                assert ambil(path, berkas, baris, riwayat[-1]) == riwayat[-1]
                assert isi_disk(path) == isi


def ambil(path: Path, berkas: Path, baris: list[Baris], lama: dict[str, Baris]) -> dict[str, Baris]:
    """Take a sheet in, compare the book before and after, and return its decisions."""
    isi = isi_disk(path)
    try:
        hasil = take_keputusan(PARAMS, path, berkas)
    except KlaError:
        assert isi_disk(path) == isi
        return lama
    baru = keputusan_of(path)  # fails where an id stands there twice
    assert list(baru)[: len(lama)] == list(lama)
    assert set(baru) == set(lama) | {r["id_keputusan"] for r in baris}
    assert len(baru) == len(lama) + len(hasil.baru)
    assert {i: baru[i]["keputusan"] for i in lama} == {i: r["keputusan"] for i, r in lama.items()}
    isi_keputusan = [(r["rapat"], r["keputusan"], r["opd"]) for r in baru.values()]
    assert len(isi_keputusan) == len(set(isi_keputusan))
    diubah = {(p.id_keputusan, p.kolom) for p in hasil.diubah}
    assert diubah == {(i, k) for i, r in lama.items() for k, v in r.items() if baru[i][k] != v}
    return baru
