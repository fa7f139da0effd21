"""Lay out what became of each pack as a table in plain text, for the end of a run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kla_lib.bahasa import _, format_angka

if TYPE_CHECKING:
    from kla_lib.publish.batch.jalankan import LembarGagal
    from kla_lib.publish.batch.paket import HasilPaket


def tabel_akhir(paket: Sequence["HasilPaket"], lembar: Sequence["LembarGagal"] = ()) -> list[str]:
    """Return a line per pack: its id, how it ended, its seconds, and the file to look at, below the meeting's folder.

    Of a pack that failed that is its log, which tells most; one that was not made again took no time.
    lembar: the makers of sheets that failed, a line each.
    """
    kepala = (_("Paket"), _("Keadaan"), _("Detik"), _("Di mana"))
    baris = [
        (
            p.id,
            _("tidak berubah") if p.tetap else _("selesai") if p.berhasil else _("GAGAL"),
            "–" if p.tetap else format_angka(p.detik, 1),
            f"{p.id}/ringkas.html" if p.berhasil else f"log/{p.id}.log",
        )
        for p in paket
    ]
    for g in lembar:
        nama = _("lembar {subjek}").format(subjek=g.subjek)
        baris.append((nama, _("GAGAL"), format_angka(g.detik, 1), f"log/lembar-{g.subjek}.log"))
    lebar = [max(len(b[n]) for b in (kepala, *baris)) for n in range(3)]
    return [f"{b[0].ljust(lebar[0])}  {b[1].ljust(lebar[1])}  {b[2].rjust(lebar[2])}  {b[3]}" for b in (kepala, *baris)]
