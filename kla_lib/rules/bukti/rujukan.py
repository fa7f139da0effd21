"""Read the sources of a row: keys of sumber.yaml joined by "|", and as many places in them."""

from collections.abc import Iterator, Mapping

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import BERKAS_BUKTI, Rujukan, semua_sumber
from kla_lib.rules.tabel_aturan import Baris
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.sel import kutip


def rujukan_of(baris: Baris) -> tuple[Rujukan, ...]:
    """Return the citations of a row that `check_sumber` has passed."""
    return tuple(
        Rujukan(dokumen=d, letak=t) for d, t in zip(_bagian(baris["sumber"]), _bagian(baris["letak"]), strict=True)
    )


def check_sumber(params: Params, mentah: TabelMentah, isi: Mapping[int, Baris]) -> Iterator[Kesalahan]:
    """Yield every unknown or doubled document, and rows whose places are not as many as their documents."""
    dikenal = semua_sumber(params)
    for nomor, b in isi.items():
        dokumen, letak = _bagian(b["sumber"]), _bagian(b["letak"])
        for d in dict.fromkeys(dokumen):
            if d not in dikenal:
                yield mentah.kesalahan(
                    "sumber",
                    _("dokumen '{dokumen}' tidak ada di {daftar}").format(
                        dokumen=kutip(d), daftar=nama_tampil(params.path(BERKAS_BUKTI))
                    ),
                    maksud(kutip(d), dikenal),
                    "sumber",
                    nomor,
                )
            elif dokumen.count(d) > 1:
                yield mentah.kesalahan(
                    "sumber_ganda",
                    _("dokumen '{dokumen}' ditulis dua kali").format(dokumen=d),
                    _("Tulis sekali; kutipan kedua bukan bukti baru."),
                    "sumber",
                    nomor,
                )
        if len(dokumen) != len(letak) or not all(letak):
            yield mentah.kesalahan(
                "letak",
                _("{dokumen} dokumen tetapi {letak} letak").format(
                    dokumen=len(dokumen), letak=len(list(filter(None, letak)))
                ),
                _("Tulis satu letak untuk setiap dokumen, dipisahkan |."),
                "letak",
                nomor,
            )


def _bagian(teks: str) -> list[str]:
    return [t.strip() for t in teks.split("|")]
