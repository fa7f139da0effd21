"""Write the page for Forum Anak: one page in plain words, because children sit in the meeting too."""

from collections.abc import Sequence

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.views.nilai.chart_penggaris import chart_penggaris
from kla_lib.views.rapat.forum_anak import prosa_forum_anak, tabel_janji_anak, tabel_klaster_anak
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tampilan import daftar_bernomor, paragraf
from kla_lib.views.rupa.tema import WARNA_KLASTER


def berkas_forum_anak(keadaan: Keadaan) -> dict[str, bytes]:
    """Return forum-anak.html by its place under the meeting's folder."""
    apa, posisi, sasaran, klaster, janji, tanya, sumber = prosa_forum_anak(keadaan).items()
    isi: list[Isi] = [
        spanduk(keadaan),
        *_bagian(*apa),
        *_bagian(*posisi),
        chart_penggaris(keadaan, dengan_perkiraan=False),
        *_bagian(*sasaran),
        *_bagian(*klaster),
        tabel_klaster_anak(keadaan),
        *_bagian(*janji),
        tabel_janji_anak(keadaan),
        tanya[0],
        daftar_bernomor(tanya[1]),
        *_bagian(*sumber),
    ]
    warna = WARNA_KLASTER["klaster_1"]  # where the voice of children belongs
    judul = _("Untuk Forum Anak: kota kita dan janji orang dewasa")
    if keadaan.daerah.jenis == "kabupaten":
        judul = _("Untuk Forum Anak: kabupaten kita dan janji orang dewasa")
    return {
        "forum-anak.html": page_susunan(judul, atas_halaman(keadaan), warna, kaki_halaman(keadaan), isi, "forum-anak")
    }


def _bagian(judul: str, kalimat: Sequence[str]) -> list[Isi]:
    """Return a heading with its sentences as one paragraph."""
    return [judul, paragraf(" ".join(kalimat))]
