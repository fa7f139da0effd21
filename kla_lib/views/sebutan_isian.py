"""Say, beside the boxes of the entry, what is recorded, what saving will do and what it did."""

import html
from typing import Any

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN
from kla_lib.data.sunting.simpan import Rencana, Tersimpan
from kla_lib.views.isian import (
    BELUM_DIKONFIRMASI,
    BELUM_DINILAI,
    BELUM_LENGKAP,
    SEMUA,
    Butir,
    Draf,
    isi_penilaian,
)
from kla_lib.views.konteks import Konteks


def sebut_simpan(konteks: Konteks, draf: Draf) -> list[str]:
    """Return what saving the draft will do, one sentence each."""
    tercatat = isi_penilaian(konteks)
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


def sebut_rumus(rencana: Rencana) -> str:
    """Return which formulas must be calculated anew before the book can be read again, or nothing."""
    if not rencana.perlu_dihitung:
        return ""
    lebih = len(rencana.perlu_dihitung) - 5
    daftar = ", ".join(rencana.perlu_dihitung[:5]) + (_(", dan {n} lainnya").format(n=lebih) if lebih > 0 else "")
    return _(
        "Rumus di {daftar} bergantung pada sel yang diubah: sesudah menyimpan, "
        "buka buku sekali di Excel dan simpan di sana, supaya dapat dibaca lagi di sini."
    ).format(daftar=daftar)


def sebut_tersimpan(banyak: int, hasil: Tersimpan, rencana: Rencana) -> str:
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


def sebut_kosong(konteks: Konteks, saringan: str) -> str:
    """Return why no question is shown."""
    if konteks.instrumen.pertanyaan.empty:
        return _("Form ini tidak memuat pertanyaan; isi poinnya di berkas buku data.")
    return _("Tidak ada pertanyaan.") if saringan == SEMUA else _("Tidak ada pertanyaan dengan saringan ini.")


def kepala_butir(b: Butir) -> str:
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
