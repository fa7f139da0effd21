"""Compare a changed book with the one before: exactly the intended cells, and no other, may differ."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.data.sunting.lembar import alamat
from kla_lib.data.sunting.rumus import Sel
from kla_lib.data.sunting.sel import Suntingan, TabelTerbaca, TabelUtuh
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.baca import TabelMentah, read_kisi
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.nama import sama_isi

Halaman = tuple[tuple[Any, ...], ...]


def lembar_of(path: Path) -> dict[str, Halaman]:
    """Return the cells of every worksheet from A1 on, None where one is empty."""
    return {
        k.lembar: tuple(tuple(k.baris.get(n, ())) for n in range(1, max(k.baris, default=0) + 1))
        for k in read_kisi(path, path.name)
    }


def check_tabel_tertulis(
    sebelum: Mapping[Bentuk, TabelMentah],
    sesudah: Mapping[Bentuk, TabelMentah],
    suntingan: Sequence[Suntingan],
    utuh: Sequence[TabelUtuh],
) -> None:
    """Raise KlaError unless the tables read as before with the changes in them; whole new tables are not compared."""
    salah = []
    tulisan = {s.bentuk: {(t.baris, t.nama): t for t in s.tulisan if t.baris != s.baris_kepala} for s in suntingan}
    diganti = {u.bentuk for u in utuh}
    for bentuk, lama in sebelum.items():
        if bentuk in diganti:
            continue
        baru, milik = sesudah[bentuk], tulisan.get(bentuk, {})
        sel_lama, sel_baru = _sel(lama), _sel(baru)
        bernama = {k.nama for k in bentuk.kolom if k.golongan}
        tempat = [
            k
            for k in sel_lama.keys() | sel_baru.keys()
            if k not in milik and not sama_isi(sel_lama.get(k), sel_baru.get(k), k[1] in bernama)
        ]
        terbaca = TabelTerbaca(baru, bentuk) if milik else None
        tempat += [
            k
            for k, t in milik.items()
            if terbaca and not sama_isi(terbaca.isi(t.baris, t.bentuk_kolom, t.nama), t.isi, t.nama in bernama)
        ]
        salah += [baru.kesalahan(*_tak_sama(), kolom=nama, baris=baris) for baris, nama in sorted(tempat)]
    if salah:
        raise KlaError(salah)


def _sel(tabel: TabelMentah) -> dict[tuple[int, str], Any]:
    """Return the cells that hold something."""
    return {
        (int(baris), str(nama)): v
        for nama, kolom in tabel.isi.items()
        for baris, v in kolom.items()
        if v is not None and v == v
    }


def check_lembar(
    berkas: str,
    sebelum: Mapping[str, Halaman],
    sesudah: Mapping[str, Halaman],
    suntingan: Sequence[Suntingan],
    utuh: Sequence[TabelUtuh],
    basi: Collection[Sel],
) -> None:
    """Raise KlaError where a cell of a workbook differs that nobody meant to change.

    berkas: the name for the message.  basi: cells whose stored result was removed on purpose, or is none any more.
    """
    ditulis = {(s.bentuk.lembar, t.baris, t.kolom) for s in suntingan for t in s.tulisan} | set(basi)
    diganti = {u.bentuk.lembar: u.baris for u in utuh}
    if set(sesudah) != set(sebelum) | set(diganti):
        raise ValueError("the changed workbook has other sheets than meant")
    salah = [
        Kesalahan(jenis, berkas, pesan, perbaikan, lembar=nama, sel=_("sel {sel}").format(sel=alamat(b, k)))
        for jenis, pesan, perbaikan in (_tak_sama(),)
        for nama, halaman in sesudah.items()
        for b, k in (_beda(_hari(diganti[nama]), _hari(halaman)) if nama in diganti else _beda(sebelum[nama], halaman))
        if (nama, b, k) not in ditulis
    ]
    if salah:
        raise KlaError(salah)


def _tak_sama() -> tuple[str, str, str]:
    return (
        "tak_sama",
        _("tulisan yang dicoba tidak terbaca seperti yang dimaksud; buku data tidak diubah"),
        _("Ubah sel ini langsung di Excel atau LibreOffice."),
    )


def sama(a: Halaman | None, b: Halaman) -> bool:
    """Return whether two sheets hold the same; None is no sheet."""
    return a is not None and next(_beda(_hari(a), _hari(b)), None) is None


def _hari(halaman: Halaman) -> Halaman:
    """Return a sheet with its days as text: where a workbook has no style for days a new sheet holds them so."""
    return tuple(tuple(v.strftime("%Y-%m-%d") if isinstance(v, date) else v for v in baris) for baris in halaman)


def _beda(a: Halaman, b: Halaman) -> Iterator[tuple[int, int]]:
    for i in range(max(len(a), len(b))):
        kiri, kanan = a[i] if i < len(a) else (), b[i] if i < len(b) else ()
        for j in range(max(len(kiri), len(kanan))):
            if (kiri[j] if j < len(kiri) else None) != (kanan[j] if j < len(kanan) else None):
                yield i + 1, j + 1
