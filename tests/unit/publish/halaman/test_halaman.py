"""Pages: nothing runs, nothing is fetched, everything from a book is text."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from kla_lib.publish.halaman.halaman import TERLIPAT, page_gagal, page_paket

JAHAT = "<script>alert(1)</script>"


def halaman(*sel: object) -> str:
    return page_paket(new_notebook(cells=list(sel)), "Judul", "Kota", "#0072B2", "kaki").decode()


def test_code_is_hidden_and_prose_is_shown() -> None:
    isi = halaman(new_markdown_cell("## Yang diminta"), new_code_cell("rahasia = 1"))
    assert "Yang diminta</h2>" in isi
    assert "rahasia" not in isi


def test_a_page_allows_no_script_and_no_network() -> None:
    isi = halaman()
    assert "default-src 'none'" in isi
    assert "<script" not in isi
    assert "http://" not in isi
    assert "https://" not in isi


def test_plain_text_outputs_are_left_to_the_notebook() -> None:
    keluaran = new_output("execute_result", data={"text/plain": "<kla_lib object at 0x7f>"}, execution_count=1)
    assert "0x7f" not in halaman(new_code_cell("x", outputs=[keluaran]))


def test_a_failure_page_shows_message_cell_and_the_end_of_the_traceback_as_text() -> None:
    jejak = ["\x1b[0;31mbaris\x1b[0m " + str(n) for n in range(100)] + [JAHAT]
    isi = page_gagal("Judul", "Kota", "KlaError", JAHAT, f"f('{JAHAT}')", jejak, ada_lama=True).decode()
    assert JAHAT not in isi
    assert "&lt;script&gt;" in isi
    assert "\x1b" not in isi
    assert "baris 99" in isi
    assert "baris 10\n" not in isi
    assert "Paket terakhir yang berhasil tetap ada" in isi


def test_parts_of_the_opening_stand_together_before_the_rest() -> None:
    layar = {"tags": ["layar"]}
    isi = halaman(
        new_markdown_cell("satu", metadata=layar), new_markdown_cell("dua"), new_markdown_cell("tiga", metadata=layar)
    )
    tempat = [isi.index(t) for t in ('<section class="layar">', ">satu<", ">tiga<", "</section>", ">dua<")]
    assert tempat == sorted(tempat)


def test_a_section_for_reference_is_one_up_to_the_next_heading() -> None:
    isi = halaman(
        new_markdown_cell("## Rujukan", metadata={"tags": ["lampiran"]}),
        html("<p>isi rujukan</p>"),
        new_markdown_cell("## Lain"),
    )
    tempat = [isi.index(t) for t in ('<section class="lampiran">', ">Rujukan<", "isi rujukan", "</section>", ">Lain<")]
    assert tempat == sorted(tempat)


def test_a_page_without_an_opening_has_no_empty_frame_for_it() -> None:
    assert "<section" not in halaman(new_markdown_cell("satu"))


def html(isi: str) -> object:
    return new_code_cell("x", outputs=[new_output("execute_result", data={"text/html": isi}, execution_count=1)])


KOSONG = '<p class="kosong">RAD belum dicatat.</p>'


def test_a_section_says_once_that_there_is_nothing() -> None:
    isi = halaman(
        new_markdown_cell("## RAD"), html("<p>RAD belum dicatat.</p>"), html(KOSONG), html(KOSONG), html(KOSONG)
    )
    assert isi.count("RAD belum dicatat.") == 1


def test_another_section_says_it_again_and_other_sentences_stay() -> None:
    lain = '<p class="kosong">Dokumen belum dicatat.</p>'
    isi = halaman(new_markdown_cell("## Satu"), html(KOSONG), html(lain), new_markdown_cell("## Dua"), html(KOSONG))
    assert isi.count("RAD belum dicatat.") == 2
    assert "Dokumen belum dicatat." in isi


def test_a_section_that_is_folded_in_the_notebook_is_folded_on_the_page_up_to_the_next_heading() -> None:
    terlipat = {TERLIPAT: True}
    isi = halaman(
        new_markdown_cell("## Satu"),
        html("<p>terbuka</p>"),
        new_markdown_cell("## Dua\nMengapa.", metadata=terlipat),
        html("<p>isi dua</p>"),
        new_markdown_cell("Artinya."),
        new_markdown_cell("## Tiga", metadata=terlipat),
        html("<p>isi tiga</p>"),
        new_markdown_cell("## Empat"),
        html("<p>isi empat</p>"),
    )
    sebelum, dua, tiga = isi.split('<details class="ruas">')
    assert "terbuka" in sebelum
    assert dua.startswith('<summary><h2 id="Dua">Dua</h2></summary>')
    assert dua.index("Mengapa.") < dua.index("isi dua") < dua.index("Artinya.") < dua.index("</details>")
    dalam, _tutup, sesudah = tiga.partition("</details>")
    assert "isi tiga" in dalam
    assert 'id="Empat"' in sesudah
    assert "isi empat" in sesudah
