"""Write the page of a klaster that computes by itself: one file, no network, one script of our own."""

import json
from base64 import b64encode
from hashlib import sha256
from typing import Any

from markupsafe import Markup

from kla_lib.bahasa import _, bahasa
from kla_lib.keadaan.lingkup import Paket
from kla_lib.keadaan.muat import load_paket
from kla_lib.publish.halaman.halaman import FOLDER_HALAMAN
from kla_lib.rules.params import Params
from kla_lib.views.interaktif.data import bahan_interaktif, data_interaktif
from kla_lib.views.interaktif.isi import isi_interaktif
from kla_lib.views.nilai.dasar import baris_dasar
from kla_lib.views.rupa.spanduk import teks_spanduk
from kla_lib.views.rupa.tampilan import template_engine

INTERAKTIF_HTML = "interaktif.html"


def make_interaktif(paket: Paket, judul: str, atas: str, warna: str, kaki: str) -> bytes | None:
    """Return the interactive page of a klaster; None where the book has no marks, so that nothing can be tried.

    judul: the klaster's heading; atas: the line above it; warna: of its stripe; kaki: the line at the foot.
    """
    bahan = bahan_interaktif(paket)
    if bahan is None:
        return None
    isi = isi_interaktif(bahan)
    data, skrip = data_interaktif(bahan), _teks("interaktif.js")
    return (
        template_engine(FOLDER_HALAMAN)
        .get_template(INTERAKTIF_HTML)
        .render(
            _=_,
            bahasa=bahasa(),
            gaya=Markup(_teks("gaya.css")),
            gaya_interaktif=Markup(_teks("interaktif.css")),
            judul=_("{judul}: coba ubah").format(judul=judul),
            atas=atas,
            warna=warna,
            kaki=kaki,
            kelas="interaktif",
            skrip=Markup(skrip),
            sidik_skrip=b64encode(sha256(skrip.encode()).digest()).decode(),
            spanduk=teks_spanduk(paket.keadaan),
            dasar=baris_dasar(paket.keadaan),
            ada_kode=data["kode"] is not None,
            data=to_blok({**data, "kata": isi["kata"]}),
            **isi,
        )
        .encode()
    )


def berkas_interaktif(
    params: Params, parameter: dict[str, Any], judul: str, atas: str, warna: str, kaki: str
) -> dict[str, bytes]:
    """Return interaktif.html for the parameters of a klaster's notebook; nothing for others, or without marks."""
    if "klaster" not in parameter:
        return {}
    pilihan = {k: parameter[k] for k in ("skenario", "untuk") if k in parameter}
    paket = load_paket(params, parameter["rapat"], parameter["klaster"], **pilihan)
    isi = make_interaktif(paket, judul, atas, warna, kaki)
    return {} if isi is None else {INTERAKTIF_HTML: isi}


def to_blok(data: Any) -> Markup:
    """Return JSON for a data block of a page: no text in it can end the block or begin a comment."""
    teks = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    for tanda in "<>&":
        teks = teks.replace(tanda, f"\\u{ord(tanda):04x}")
    return Markup(teks)


def _teks(nama: str) -> str:
    return (FOLDER_HALAMAN / nama).read_text(encoding="utf-8")
