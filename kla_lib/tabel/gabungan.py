"""Find the merged cells that hide answers: of the rows that they cover only the first is read."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from dataclasses import replace

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.rentang import Rentang, nomor_kolom


def check_gabungan(
    tabel: TabelMentah, gabungan: Iterable[str], lewat: Collection[str] = ()
) -> tuple[TabelMentah, list[Kesalahan]]:
    """Return the table without what lies hidden under merged cells, and a fault for each merge of several data rows.

    gabungan: ranges such as "G51:G53".  lewat: columns that somebody else
    fills down.  A merge harms nobody in titles, in guidance columns, where it
    is empty, and where the rows that it covers hold nothing else.
    """
    kolom = {nomor_kolom(h): k for k, h in tabel.huruf.items() if not k.startswith("_") and k not in lewat}
    ada = sorted(int(n) for n in tabel.isi.index)
    isi = tabel.isi.copy()
    salah = []
    for alamat in gabungan:
        r = Rentang.baca(alamat)
        milik = [k for i, k in kolom.items() if r.kiri <= i <= r.kanan]
        baris = ada[bisect_left(ada, r.atas) : bisect_right(ada, r.bawah)]
        tertutup = [n for n in baris if n > r.atas]
        if not milik or not tertutup or isi.loc[baris, milik].isna().all(axis=None):
            continue
        isi.loc[tertutup, milik] = None
        salah.append(
            tabel.kesalahan(
                "gabungan",
                _("sel gabungan {rentang}: hanya sel pertama yang terbaca").format(rentang=alamat),
                _("Pisahkan selnya (Merge & Center > Unmerge) dan isi satu per satu."),
                milik[0],
                r.atas,
            )
        )
    return replace(tabel, isi=isi), salah
