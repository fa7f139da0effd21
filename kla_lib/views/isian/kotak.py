"""Build the boxes in which one question is filled: points, whether confirmed, documents, note."""

import html
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN, STATUS_DOKUMEN
from kla_lib.data.sunting.simpan import RencanaSunting, Tersimpan
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.views.isian.isian import (
    BELUM_DIKONFIRMASI,
    BELUM_DINILAI,
    BELUM_LENGKAP,
    SEMUA,
    BarisIsian,
    Draf,
    Sel,
    isi_penilaian,
    read_nilai,
    tulis_nilai,
)


def sebut_simpan(keadaan: Keadaan, draf: Draf) -> list[str]:
    """Return what saving the draft will do, one sentence each."""
    tercatat = isi_penilaian(keadaan)
    hasil = []
    for bentuk in (PENILAIAN, DATA_DUKUNG):
        milik = [(kunci, isi) for (b, kunci, _kolom), isi in draf.isi.items() if b is bentuk]
        if not milik:
            continue
        kalimat = _("{n} sel di tabel {tabel} ditulis").format(n=len(milik), tabel=bentuk.lembar)
        baru = {kunci for kunci, isi in milik if bentuk is PENILAIAN and kunci not in tercatat and isi is not None}
        hasil.append(kalimat + (_(", {n} baris baru.").format(n=len(baru)) if baru else "."))
    hasil.append(_("Buku yang sekarang disalin dulu ke folder cadangan; sel, rumus dan warna lain tidak disentuh."))
    return hasil


def sebut_rumus(rencana: RencanaSunting) -> str:
    """Return which formulas must be calculated anew before the book can be read again, or nothing."""
    if not rencana.perlu_dihitung:
        return ""
    lebih = len(rencana.perlu_dihitung) - 5
    daftar = ", ".join(rencana.perlu_dihitung[:5]) + (_(", dan {n} lainnya").format(n=lebih) if lebih > 0 else "")
    return _(
        "Rumus di {daftar} bergantung pada sel yang diubah: sesudah menyimpan, "
        "buka buku sekali di Excel dan simpan di sana, supaya dapat dibaca lagi di sini."
    ).format(daftar=daftar)


def sebut_tersimpan(banyak: int, hasil: Tersimpan, rencana: RencanaSunting) -> str:
    """Return that `banyak` entries are saved, and where the last state of the book lies."""
    pesan = [_("{n} perubahan disimpan.").format(n=banyak)]
    if hasil.cadangan is not None:
        tempat = f"{hasil.cadangan.parent.name}/{hasil.cadangan.name}"
        pesan.append(_("Isi sebelumnya ada di {tempat}, di samping buku data.").format(tempat=tempat))
    if rencana.berpivot:
        pesan.append(_("Tabel pivot belum ikut berubah: pilih Segarkan Semua di Excel."))
    return " ".join(pesan)


def pilihan_saringan() -> list[tuple[str, Any]]:
    """Return what the questions can be filtered by, as (label, id)."""
    return [
        (_("semua pertanyaan"), SEMUA),
        (_("belum dinilai"), BELUM_DINILAI),
        (_("belum dikonfirmasi"), BELUM_DIKONFIRMASI),
        (_("dokumen belum lengkap"), BELUM_LENGKAP),
    ]


def sebut_kosong(keadaan: Keadaan, saringan: str) -> str:
    """Return why no question is shown."""
    if keadaan.instrumen.pertanyaan.empty:
        return _("Form ini tidak memuat pertanyaan; isi poinnya di berkas buku data.")
    return _("Tidak ada pertanyaan.") if saringan == SEMUA else _("Tidak ada pertanyaan dengan saringan ini.")


def kepala_butir(b: BarisIsian) -> str:
    """Return what stands above the boxes of a question: text, maximum, what is recorded, offices; HTML."""
    terakhir = _("belum dinilai") if b.nilai is None else format_angka(b.nilai)
    if b.nilai is not None and not b.dikonfirmasi:
        terakhir += _(" (belum dikonfirmasi)")
    rincian = _("Paling banyak {maks} poin. Tercatat: {terakhir}. Kantor: {opd}.").format(
        maks=format_angka(b.nilai_maksimal), terakhir=terakhir, opd=b.opd or "–"
    )
    return f"<b>{html.escape(b.kode)} · {html.escape(b.label)}</b><br>{html.escape(rincian)}"


def sebut_poin(nilai: tuple[float | None, float | None]) -> str:
    """Return the points of a klaster and how many of them have complete documents."""
    poin, lengkap = nilai
    if poin is None:
        return _("belum dinilai.")
    if lengkap is None:
        return _("{n} poin.").format(n=format_angka(poin))
    return _("{n} poin, {lengkap} di antaranya berdokumen lengkap.").format(
        n=format_angka(poin), lengkap=format_angka(lengkap)
    )


def kotak_pesan(teks: str, peran: str) -> str:
    """Return a message as HTML, with the role that makes a screen reader say it: "status" or "alert"."""
    return f'<div role="{peran}">{html.escape(teks).replace(chr(10), "<br>")}</div>'


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


def make_kotak(b: BarisIsian, draf: Draf, catat: Catat) -> Kotak:
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
