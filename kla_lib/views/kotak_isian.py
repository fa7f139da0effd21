"""Build the boxes in which one question is filled: points, whether confirmed, documents, note."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kla_lib.bahasa import _
from kla_lib.data.bentuk import STATUS_DOKUMEN
from kla_lib.views.isian import Butir, Draf, Sel, read_nilai, tulis_nilai
from kla_lib.views.sebutan_isian import kepala_butir, kotak_pesan

Catat = Callable[[Sel, Any, Any, str], None]
"""Takes in an entry: its cell, what was entered, what is recorded, and what is wrong with it."""


@dataclass(frozen=True)
class Kotak:
    """The boxes of one question as one widget, and those of them that hold the status of a document."""

    akar: Any
    dokumen: tuple[tuple[Sel, Any], ...]


def gaya(nama: str, lebar: str) -> dict[str, Any]:
    """Return label, width and style of a box; the whole label is shown and belongs to the box."""
    import ipywidgets as w

    return {
        "description": nama,
        "style": {"description_width": "initial"},
        "layout": w.Layout(width=lebar, max_width="100%"),
    }


def make_kotak(b: Butir, draf: Draf, catat: Catat) -> Kotak:
    """Return the boxes of a question, filled with the draft or else with what is recorded."""
    # Imported here: every kernel of a batch would pay for widgets that it does not show.
    import ipywidgets as w

    galat = w.HTML()
    nilai = w.Text(
        value=tulis_nilai(draf.kini(b.sel("nilai"), b.nilai)),
        placeholder=_("belum dicatat"),
        continuous_update=False,
        **gaya(_("Nilai {kode}").format(kode=b.kode), "18rem"),
    )

    def terima_nilai(u: Any) -> None:
        angka, salah = read_nilai(u["new"], b.nilai_maksimal)
        galat.value = kotak_pesan(salah, "alert") if salah else ""
        catat(b.sel("nilai"), angka, b.nilai, f"{b.kode}: {salah}" if salah else "")

    nilai.observe(terima_nilai, names="value")
    yakin = w.Dropdown(
        options=[(_("belum diisi"), None), (_("ya"), True), (_("tidak"), False)],
        value=draf.kini(b.sel("dikonfirmasi"), b.dikonfirmasi),
        **gaya(_("Dikonfirmasi {kode}").format(kode=b.kode), "18rem"),
    )
    _amati(yakin, b.sel("dikonfirmasi"), b.dikonfirmasi, catat)
    catatan = w.Textarea(
        value=draf.kini(b.sel("catatan"), b.catatan) or "",
        continuous_update=False,
        rows=2,
        **gaya(_("Catatan {kode}").format(kode=b.kode), "40rem"),
    )
    _amati(catatan, b.sel("catatan"), b.catatan, catat)
    dokumen = []
    for d in b.dokumen:
        pilihan = w.Dropdown(
            options=[(s.replace("_", " "), s) for s in STATUS_DOKUMEN],
            value=draf.kini(d.sel, d.status),
            **gaya(_("Dokumen {id}: {judul}").format(id=d.id_dokumen, judul=d.judul), "40rem"),
        )
        _amati(pilihan, d.sel, d.status, catat)
        dokumen.append((d.sel, pilihan))
    baris = w.HBox([nilai, yakin], layout=w.Layout(flex_flow="row wrap"))
    isi = [w.HTML(kepala_butir(b)), baris, galat, *(p for _sel, p in dokumen), catatan]
    return Kotak(w.VBox(isi, layout=w.Layout(margin="0 0 1rem 0")), tuple(dokumen))


def _amati(kotak: Any, sel: Sel, tercatat: Any, catat: Catat) -> None:
    def terima(u: Any) -> None:
        isi = u["new"]
        catat(sel, (isi.strip() or None) if isinstance(isi, str) else isi, tercatat, "")

    kotak.observe(terima, names="value")
