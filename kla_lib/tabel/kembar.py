"""Tell of rows that have the same key: which they are, and in what they differ."""

from typing import Any

from kla_lib.bahasa import _
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.mentah import Pesan, TabelMentah
from kla_lib.tabel.sel import kutip

TERBANYAK = 4
"""How many rows a message names."""


def jelaskan_kembar(mentah: TabelMentah, bentuk: Bentuk) -> dict[int, Pesan]:
    """Return for every row whose key another row has too what is wrong, and what to do.

    Names the rows and, where they disagree, what each says in the columns of numbers.
    """
    jenis = {k.nama: k.jenis for k in bentuk.kolom}
    kolom = [
        [None if v is None or v != v else jenis[k].ubah(v) if jenis[k].sah(v) else v for v in mentah.isi[k]]
        for k in bentuk.kunci  # 1.0 typed as a number and "1" as text are one code
    ]
    per_kunci: dict[tuple[Any, ...], list[int]] = {}
    for baris, kunci in zip(mentah.isi.index, zip(*kolom, strict=True), strict=True):
        per_kunci.setdefault(kunci, []).append(int(baris))
    return {
        baris: pesan
        for kunci, kembar in per_kunci.items()
        if len(kembar) > 1
        for pesan in [_pesan(mentah, bentuk, kunci, kembar)]
        for baris in kembar
    }


def _pesan(mentah: TabelMentah, bentuk: Bentuk, kunci: tuple[Any, ...], kembar: list[int]) -> Pesan:
    angka = {k.nama for k in bentuk.kolom if k.jenis.nama == "angka"} & set(mentah.isi.columns)
    isi = mentah.isi.loc[kembar, [k for k in mentah.isi.columns if k in angka]].map(_sebut)
    beda = [k for k in isi.columns if isi[k].nunique() > 1]
    daftar = []
    for b in kembar[:TERBANYAK]:
        sebut = _("baris {n}").format(n=b)
        daftar.append(f"{sebut} ({', '.join(f'{k} {isi.loc[b, k]}' for k in beda)})" if beda else sebut)
    salah = _("baris dengan {kunci} = {isi} ada {kali}: {daftar}").format(
        kunci=", ".join(bentuk.kunci),
        isi=", ".join(kutip(v) for v in kunci if v is not None),
        kali=_("dua kali") if len(kembar) == 2 else _("{n} kali").format(n=len(kembar)),
        daftar=", ".join([*daftar, *["…"] * (len(kembar) > TERBANYAK)]),
    )
    perbaikan = (
        _("Pastikan angka yang benar, lalu hapus baris yang lain.") if beda else _("Hapus atau perbaiki salah satunya.")
    )
    return salah, perbaikan


def _sebut(nilai: Any) -> str:
    return _("kosong") if nilai is None or nilai != nilai else kutip(nilai)
