"""The English catalogue: whole, without left-overs, and saying what the Indonesian text says."""

import re
import string
from pathlib import Path

import pytest

from kla_lib.bahasa import PILIHAN, Teks, _, path_katalog
from kla_lib.katalog.pungut import gather_teks
from kla_lib.katalog.susun import read_terjemahan, write_katalog
from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PROYEK
from kla_lib.rules.istilah import load_istilah
from tests.pembantu.params_uji import PARAMS

EN = read_terjemahan(path_katalog("en"))

SAMA = {"Data", "Form", "form", "Form {kode}", "Media", "Median", "Status", "Target", "target", "target {n} ({tahun})"}
SAMA |= {"{nama}, form {form}"}
"""Words that are the same in both languages; texts of nothing but names and signs need not stand here."""

INDONESIA = re.compile(
    r"\b(yang|dan|dari|untuk|dengan|ini|itu|pada|kita|kami|atau|adalah|juga|akan|bisa|sudah|karena|jadi|menurut|"
    r"sebuah|setiap|kantor|dokumen|pertanyaan|halaman|bukan|antara|sampai|tetapi|masih)\b",
    re.IGNORECASE,
)
NAMA_TABEL = ("Dokumen pertanyaan", "the column pertanyaan", "indikator, and pertanyaan", "dokumen-kesehatan")
NAMA_TABEL += ("Make dari, ke", "without dari")
"""Names of sheets, columns and keys, which stay as they are in every language."""


def isian(teks: str) -> set[tuple[str, str | None, str | None]]:
    """Return the placeholders of a text; none where its braces are only shown, as in `{nama: Sesi 1}`."""
    return {(n, s, k) for _teks, n, s, k in string.Formatter().parse(teks) if n is not None}


def tanpa_isian(teks: str) -> str:
    return re.sub(r"\{[^}]*\}", "", teks)


@pytest.fixture(scope="module")
def teks() -> dict[str, list[str]]:
    return gather_teks()


def test_every_text_has_an_english_one_and_none_is_left_over(teks: dict[str, list[str]]) -> None:
    """`make katalog` adds and removes; what it adds has to be translated."""
    assert sorted(EN) == sorted(teks)
    assert [t for t, en in EN.items() if not en.strip()] == []


def test_texts_come_from_code_templates_notebooks_and_terms(teks: dict[str, list[str]]) -> None:
    asal = {tempat for daftar in teks.values() for tempat in daftar}
    for akhiran in (".py", ".html", ".ipynb", ".yaml"):
        assert any(t.endswith(akhiran) for t in asal), akhiran
    buku = {t for t in asal if t.endswith(".ipynb")}
    assert len(buku) == len(list(FOLDER_NOTEBOOKS.glob("*.ipynb")))


def test_no_text_is_left_as_it_was() -> None:
    tetap = [t for t, en in EN.items() if t == en and re.search(r"[^\W\d_]{3}", tanpa_isian(t))]
    assert sorted(set(tetap) - SAMA) == []


def test_no_indonesian_word_is_left_in_an_english_text() -> None:
    sisa = []
    for en in EN.values():
        teks = re.sub(r"\[\w+\?", "", tanpa_isian(en))
        for nama in NAMA_TABEL:
            teks = teks.replace(nama, "")
        sisa += [en] if INDONESIA.search(teks) else []
    assert sisa == []


def test_an_english_text_has_the_placeholders_of_the_indonesian_one() -> None:
    beda = [t for t, en in EN.items() if isian(t) != isian(PILIHAN.sub(r"\3", en)) | isian(PILIHAN.sub(r"\2", en))]
    assert beda == []


def test_no_text_formats_a_number_itself_as_it_would_have_the_decimal_sign_of_the_computer(
    teks: dict[str, list[str]],
) -> None:
    assert [t for t in teks if re.search(r"\{\w*:[^ {}]+\}", t)] == []


def test_words_that_follow_a_number_name_a_number_that_the_text_has() -> None:
    for t, en in EN.items():
        for pilihan in PILIHAN.finditer(en):
            assert "{" + pilihan[1] + "}" in t, en
        assert "?" not in re.findall(r"\[\w+(.)", PILIHAN.sub("", en)), en


def test_signs_markdown_and_the_ends_of_sentences_agree() -> None:
    for t, en in EN.items():
        for tanda in ("%", "`", "**", "\n", "…"):
            assert t.count(tanda) == en.count(tanda), en
        assert re.findall(r"^\s*|\s*$", t) == re.findall(r"^\s*|\s*$", en), en
        assert re.search(r"[.?:]?\s*$", t).group() == re.search(r"[.?:]?\s*$", en).group(), en  # type: ignore[union-attr]


def test_terms_use_the_words_of_the_glossary() -> None:
    glosarium = (FOLDER_PROYEK / "docs" / "glosarium.md").read_text(encoding="utf-8")
    padanan = {
        k.strip() for isi in re.findall(r"\*\* ?(?:,[^(\n]*)?\(([^)]*)\)", glosarium) for k in re.split("[,;]", isi)
    }
    padanan |= {k.strip() for isi in re.findall(r"^\*\*.*?\(([^)]*)\)", glosarium, re.M) for k in re.split("[,;]", isi)}
    assert {i.padanan for i in load_istilah(PARAMS).values()} <= padanan


def test_every_term_is_explained_in_two_sentences() -> None:
    daftar = load_istilah(PARAMS)
    assert 25 <= len(daftar) <= 35
    for i in daftar.values():
        assert len(re.findall(r"\.(?= |$)", i.arti)) == 2, i.arti
        assert len(re.findall(r"\.(?= |$)", EN[i.arti])) == 2, EN[i.arti]


def test_a_catalogue_keeps_what_it_reads(tmp_path: Path) -> None:
    path = tmp_path / "en" / "kla.po"
    teks = {'dua "kutip"\nbaris': ["a.py"], "{n} buku": ["b.py", "c.py"], " dan ": []}
    isi = {'dua "kutip"\nbaris': 'two "quotes"\nlines', "{n} buku": "{n} [n?book|books]", "lama": "old"}
    write_katalog(path, "en", teks, isi)
    assert read_terjemahan(path) == {**{t: isi.get(t, "") for t in teks}}
    sebelum = path.read_bytes()
    write_katalog(path, "en", teks, read_terjemahan(path))
    assert path.read_bytes() == sebelum


@pytest.mark.parametrize(
    ("n", "teks"),
    [
        (1, "1 book is thin"),
        ("1", "1 book is thin"),
        ("+1", "+1 book is thin"),
        ("1 point", "1 point book is thin"),
        (0, "0 books are thin"),
        ("1.5", "1.5 books are thin"),
        ("11", "11 books are thin"),
        ("1,000", "1,000 books are thin"),
    ],
)
def test_words_follow_the_number(n: int | str, teks: str) -> None:
    assert Teks("{n} [n?book is|books are] thin").format(n=n) == teks


def test_a_text_without_a_translation_stays_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLA_BAHASA", "en")
    assert _("kalimat yang tidak ada dalam katalog") == "kalimat yang tidak ada dalam katalog"
    assert _("") == ""
    assert _("{n} dokumen").format(n=1) == "1 document"
