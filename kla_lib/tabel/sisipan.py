"""Take out of a table the lines that people write between its rows: a remark, a heading, the names once more."""

from dataclasses import replace

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.kepala import nama_baku
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.sel import kutip


def take_sisipan(mentah: TabelMentah, bentuk: Bentuk) -> tuple[TabelMentah, list[Kesalahan]]:
    """Return the table without such lines, and one fault for each.

    A line of words fills one cell only and leaves one empty that no row may
    leave empty.  A heading has two or more cells that all repeat the names of
    their columns.
    """
    kolom = [str(k) for k in mentah.isi.columns]
    wajib = {k.nama for k in bentuk.kolom if k.wajib and k.nama in kolom}
    salah, keluar = [], []
    for baris, sel in zip(mentah.isi.index, mentah.isi.to_numpy().tolist(), strict=True):
        isi = {k: v for k, v in zip(kolom, sel, strict=True) if v is not None and v == v}
        if len(isi) == 1 < len(kolom) and wajib - set(isi):
            ((nama, kata),) = isi.items()
            hanya = _("baris ini hanya berisi '{isi}'").format(isi=kutip(kata))
            nasihat = _("Pindahkan tulisan ini ke atas nama kolom, atau lengkapi barisnya.")
            salah.append(mentah.kesalahan("sisipan", hanya, nasihat, nama, int(baris)))
        elif len(isi) > 1 and all(isinstance(v, str) and nama_baku(v, [k]) == k for k, v in isi.items()):
            ulang = _("baris ini mengulang nama kolom"), _("Hapus baris ini.")
            salah.append(mentah.kesalahan("sisipan", *ulang, baris=int(baris)))
        else:
            continue
        keluar.append(baris)
    return replace(mentah, isi=mentah.isi.drop(index=keluar)), salah
