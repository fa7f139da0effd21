"""A published meeting for tests of what is made from it: the pages are written by the real templates, and short."""

from pathlib import Path

from markupsafe import Markup

from kla_lib.berkas import write_whole
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.publish.halaman.halaman import page_bagian
from kla_lib.publish.terbitan.manifes import MANIFES
from kla_lib.publish.terbitan.simpan import hash_isi, publish_paket, to_json
from kla_lib.rules.form.instrumen import KLASTER, load_instrumen
from tests.pembantu.params_uji import PARAMS

RAPAT = FOLDER_PARAMS / "rapat" / "kota-contoh-2.yaml"
ATAS = "Kota Contoh · 18 Maret 2025 · data buatan"
KAKI = "Rapat kota-contoh-2 · data: 14 Maret 2025 · form 2024 · bukan nilai resmi"


def isi_paket(nama: str, tambahan: str = "") -> str:
    """Return the inside of a pack of about two sheets, with a heading, a chart, a folded table and links."""
    return (
        f'<p class="kalimat-utama"><strong>Kalimat {nama}.</strong></p>'
        f'<h2 id="Rincian">Rincian {nama}</h2><p><a href="#Rincian">atas</a>'
        f' <a href="../klaster_2/ringkas.html">dua</a> <a href="../rahasia.xlsx">lembar</a></p>{tambahan}'
        '<figure><svg role="img" aria-label="Uraian gambar" viewBox="0 0 400 40"><defs><clipPath id="g1-potong">'
        '<rect width="400" height="40"/></clipPath></defs><g clip-path="url(#g1-potong)"><text y="20">SVG</text></g>'
        "</svg></figure>"
        "<details><summary>Lihat tabel: Semua</summary><table><tr><td>isi lipatan</td></tr></table></details>"
        + "".join(f"<p>Alinea {n} dari {nama}.</p>" for n in range(60))
    )


def page_uji(judul: str, isi: str, kelas: str = "", kaki: str = KAKI) -> bytes:
    """Return a page with the looks of a pack."""
    return page_bagian(judul, ATAS, "#0072B2", kaki, [{"jenis": "teks", "isi": Markup(isi), "layar": False}], kelas)


def terbitkan_paket(folder: Path, paket: str, isi: str = "", kaki: str = KAKI) -> None:
    """Put one pack in place as a run does."""
    judul = "Ringkasan rapat" if paket == "ringkasan" else load_instrumen(PARAMS, "2024").klaster_of(paket).judul
    halaman = page_uji(judul, isi or isi_paket(paket), kaki=kaki)
    publish_paket(folder / paket, {"ringkas.html": halaman}, {"id": paket, "kalimat": {"utama": "", "lanjutan": []}})


def terbitkan_rapat(outputs: Path, tanpa: tuple[str, ...] = ()) -> Path:
    """Put a whole meeting in place, without some of its packs; return its folder."""
    folder = outputs / "kota-contoh-2"
    for paket in ("ringkasan", *KLASTER):
        if paket not in tanpa:
            terbitkan_paket(folder, paket)
    sesi = page_uji("Sesi 1: halaman satu rapat", "<h2>Agenda sesi</h2><p>Buka.</p>", "sesi")
    write_whole(folder / "sesi/1.html", sesi)
    write_whole(folder / MANIFES, to_json({"lampiran": {"sesi/1.html": hash_isi(sesi)}}))
    return folder
