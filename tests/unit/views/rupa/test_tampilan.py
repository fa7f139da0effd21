"""The words of layout compose: HTML below HTML, text below text, what is said as data stays."""

from dataclasses import replace

from kla_lib.views.rupa.tampilan import (
    Kolom,
    catatan_kaki,
    daftar_berbutir,
    lipatan,
    paragraf,
    peringatan,
    pernyataan,
    tabel,
    tanpa_isi,
    tumpuk,
)


def test_pieces_stand_below_one_another_as_html_and_as_text() -> None:
    atas, bawah = pernyataan("Satu.", ["Dua."]), catatan_kaki("Tiga.")
    t = tumpuk(atas, bawah)
    assert t.html == atas.html + bawah.html
    assert t.teks == "Satu.\nDua.\nTiga."


def test_what_says_nothing_leaves_no_trace() -> None:
    t = tumpuk(paragraf("Satu."), paragraf(), paragraf(""), catatan_kaki(""), peringatan(), tumpuk())
    assert (t.html, t.teks, t.data) == (paragraf("Satu.").html, "Satu.", {})


def test_data_of_every_piece_is_kept() -> None:
    satu = replace(paragraf("Satu."), data={"a": 1})
    assert tumpuk(satu, lipatan("Judul", replace(satu, data={"b": 2}))).data == {"a": 1, "b": 2}


def test_what_is_folded_is_not_escaped_twice_and_reads_unfolded() -> None:
    isi = tabel("Judul <b>", [Kolom("a", "A")], [{"a": "1 < 2"}], "")
    t = lipatan("Lihat & baca", isi)
    assert isi.html in t.html
    assert "Lihat &amp; baca" in t.html
    assert t.teks == isi.teks


def test_a_list_has_a_heading_only_where_it_is_given_one() -> None:
    assert daftar_berbutir(["satu", "dua"], "Judul").teks == "Judul\nsatu\ndua"
    assert "<h3>" not in daftar_berbutir(["satu", "dua"]).html
    assert daftar_berbutir(["satu"]).html.startswith("<ul>")


def test_texts_of_a_book_are_escaped() -> None:
    for t in (tanpa_isi("<i>"), paragraf("<i>"), catatan_kaki("<i>"), peringatan("<i>"), daftar_berbutir(["<i>"])):
        assert "<i>" not in t.html
        assert "&lt;i&gt;" in t.html
