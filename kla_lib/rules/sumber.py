"""Know where a number comes from and how sure it is."""

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.yaml import Aturan, read_yaml, validate

Keyakinan = Literal["hukum", "form", "pejabat", "pers", "hitungan", "anggapan"]

BERKAS = "sumber.yaml"
BERKAS_BUKTI = "bukti/sumber.yaml"


class Rujukan(Aturan):
    """The source inside a value: a key of sumber.yaml, and the place in that document."""

    dokumen: str
    letak: str


class Sumber(Aturan):
    """A cited document.  `tanggal` is a day, or a year where no day is known."""

    judul: str
    penerbit: str
    tanggal: date | int
    keyakinan: Keyakinan
    alamat: str | None = None
    catatan: str | None = None


class _DaftarSumber(Aturan):
    sumber: dict[str, Sumber] = Field(min_length=1)


@sekali
def load_sumber(params: Params) -> dict[str, Sumber]:
    """Return every document that the rules cite, by its key."""
    return _read(params.path(BERKAS))


@sekali
def semua_sumber(params: Params) -> dict[str, Sumber]:
    """Return those documents and the ones that only published observations cite.

    Raises KlaError for a key that stands in both files.
    """
    path, bukti = params.path(BERKAS), params.path(BERKAS_BUKTI)
    aturan, pengamatan = load_sumber(params), _read(bukti)
    ganda = [k for k in pengamatan if k in aturan]
    if ganda:
        raise KlaError(
            Kesalahan(
                "sumber",
                nama_tampil(bukti),
                _("kunci '{kunci}' sudah ada di {daftar}").format(kunci=k, daftar=nama_tampil(path)),
                _("Sisakan di satu berkas saja."),
            )
            for k in ganda
        )
    return aturan | pengamatan


def _read(path: Path) -> dict[str, Sumber]:
    isi, baris = read_yaml(path)
    return validate(path, _DaftarSumber, {"sumber": isi}, {("sumber", *k): v for k, v in baris.items()}).sumber


def check_rujukan(params: Params, berkas: str, daftar: list[Rujukan]) -> None:
    """Refuse a citation of a document that sumber.yaml does not hold."""
    dikenal = load_sumber(params)
    asing = [r for r in daftar if r.dokumen not in dikenal]
    if asing:
        raise KlaError(
            Kesalahan(
                "sumber",
                berkas,
                _("dokumen '{dokumen}' tidak ada di {daftar}").format(
                    dokumen=r.dokumen, daftar=nama_tampil(params.path(BERKAS))
                ),
                maksud(r.dokumen, dikenal),
            )
            for r in asing
        )


def sebut_keyakinan(keyakinan: Keyakinan) -> str:
    """Return how sure a source is, in a reader's words."""
    return {
        "hukum": _("naskah hukum dibaca"),
        "form": _("form yang terbit"),
        "pejabat": _("dinyatakan pejabat; naskah hukumnya belum dibaca"),
        "pers": _("hanya berita"),
        "hitungan": _("dihitung dari angka lain"),
        "anggapan": _("anggapan kami"),
    }[keyakinan]
