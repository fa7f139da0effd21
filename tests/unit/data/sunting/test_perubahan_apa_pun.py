"""Property tests of saving: any changes of any book read back, and nothing else changed."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.data.bentuk import PENILAIAN
from kla_lib.data.buku import Buku, hash_buku, load_buku
from kla_lib.data.sunting.simpan import Ubahan, save_ubahan
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.tabel.kata import penanda_kosong
from tests.pembantu.buku_uji import Isi, isi_buku, write_folder, write_xlsx
from tests.pembantu.params_uji import PARAMS

FORM = load_instrumen(PARAMS, "2024").pertanyaan


MILIK = FORM[FORM["klaster"] == "klaster_1"]


KODE = list(zip(MILIK["indikator"], MILIK["pertanyaan"], MILIK["nilai_maksimal"], strict=True))


TEKS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12).map(
    lambda t: None if penanda_kosong(t) else t.strip()
)
TEKS_BUKAN_RUMUS = TEKS.filter(lambda t: t is None or not t.startswith("="))
"""What the workbook begins with: the tests' own writer makes a formula of a text with "="; ours must not."""


@st.composite
def buku_dan_ubahan(draw: st.DrawFn) -> tuple[Isi, dict[tuple[str, str], dict[str, Any]]]:
    """Return a book with some of the questions, and changes of questions that it has and of others."""
    ada = draw(st.lists(st.sampled_from(KODE), unique=True, max_size=8))
    isi = isi_buku(
        *(
            [
                "em",
                "klaster_1",
                i,
                p,
                draw(st.sampled_from([None, 0, m / 2, m])),
                draw(st.sampled_from([None, "ya", "tidak"])),
                draw(TEKS_BUKAN_RUMUS),
                None,
            ]
            for i, p, m in ada
        )
    )
    ubah = {}
    for i, p, m in draw(st.lists(st.sampled_from(KODE), unique=True, max_size=6)):
        kolom = {
            "nilai": st.none() | st.floats(0, m).map(lambda x: round(x, 3)),
            "dikonfirmasi": st.sampled_from([None, True, False]),
            "catatan": TEKS,
        }
        ubah[i, p] = {k: draw(kolom[k]) for k in draw(st.lists(st.sampled_from(list(kolom)), unique=True))}
    return isi, ubah


def isi_penilaian(buku: Buku) -> dict[tuple[str, str], dict[str, Any]]:
    assert buku.penilaian is not None
    return {
        (r["indikator"], r["pertanyaan"]): {k: v for k, v in r.items() if v is not None and v == v}
        for r in buku.penilaian.to_dict("records")
    }


@pytest.mark.parametrize("tulis", [write_folder, write_xlsx], ids=["folder", "xlsx"])
@given(acak=buku_dan_ubahan())
def test_any_changes_of_any_book_read_back_and_nothing_else_changed(
    tulis: Any, acak: tuple[Isi, dict[tuple[str, str], dict[str, Any]]]
) -> None:
    isi, ubah = acak
    with tempfile.TemporaryDirectory() as folder:
        path = tulis(isi, Path(folder) / ("buku" if tulis is write_folder else "buku.xlsx"))
        harap = isi_penilaian(load_buku(PARAMS, path))
        daftar = [
            Ubahan(PENILAIAN, ("em", "klaster_1", *kode), kolom, v)
            for kode, sel in ubah.items()
            for kolom, v in sel.items()
        ]
        save_ubahan(PARAMS, path, daftar, hash_buku(path))
        for kode, sel in ubah.items():
            if kode in harap or any(v is not None for v in sel.values()):
                dasar = {"tahap": "em", "klaster": "klaster_1", "indikator": kode[0], "pertanyaan": kode[1]}
                lama = dasar | harap.get(kode, {})
                harap[kode] = {k: v for k, v in (lama | sel).items() if v is not None}
        assert isi_penilaian(load_buku(PARAMS, path)) == harap
