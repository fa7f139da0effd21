"""Check decisions against their meeting, the city's offices and each other."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.keputusan.baca import RapatLembar
from kla_lib.errors import Kesalahan, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.daerah import Daerah, ejaan
from kla_lib.rules.params import RAPAT, Params
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.sel import kutip

Baris = Mapping[str, Any]


def rapat_of(params: Params, id_rapat: str, diberi: Rapat | None, lembar: RapatLembar | None) -> RapatLembar | None:
    """Return a meeting by its id, or None where nobody knows it.

    The meeting file that the command names comes first, then the one of
    params/rapat, then what the sheet says of its own meeting.
    """
    if diberi is not None and diberi.id == id_rapat:
        return _dari_berkas(diberi)
    # An id is the bare name of a file; anything else must not be looked up as a path.
    if id_rapat.isascii() and "/" not in id_rapat and "\\" not in id_rapat and id_rapat in params.daftar(RAPAT):
        return _dari_berkas(load_rapat(params, id_rapat))
    return lembar if lembar is not None and lembar.id == id_rapat else None


def _dari_berkas(r: Rapat) -> RapatLembar:
    return RapatLembar(r.id, r.tanggal, r.daerah, tuple(a.nama for s in r.sesi for a in s.anggota))


def check_rapat(
    mentah: TabelMentah,
    baris: Mapping[int, Baris],
    cari: Callable[[str], RapatLembar | None],
    daerah: str,
    dikenal: Collection[str],
) -> list[Kesalahan]:
    """Return the rows of a meeting that nobody knows, or of another city's; dikenal: ids to suggest."""
    salah = []
    for nomor, r in baris.items():
        rapat = cari(r["rapat"])
        if rapat is None:
            pesan = (
                _("rapat '{id}' tidak dikenal, jadi tanggalnya tidak diketahui").format(id=kutip(r["rapat"])),
                " ".join(
                    filter(
                        None,
                        (
                            maksud(r["rapat"], dikenal),
                            _("Bila berkas rapatnya di tempat lain, tambahkan --rapat BERKAS.yaml."),
                        ),
                    )
                ),
            )
        elif rapat.daerah != daerah:
            pesan = (
                _("rapat '{id}' milik {lain}, sedangkan buku ini milik {daerah}").format(
                    id=r["rapat"], lain=rapat.daerah, daerah=daerah
                ),
                _("Periksa nama buku sesudah --buku, atau isi kolom rapat."),
            )
        else:
            continue
        salah.append(mentah.kesalahan("rapat", *pesan, "rapat", nomor))
    return salah


def check_tenggat(mentah: TabelMentah, tenggat: Iterable[tuple[int, date, date | None]]) -> list[Kesalahan]:
    """Return the due dates that lie before the meeting that sets them: (row, due date, meeting's day)."""
    return [
        mentah.kesalahan(
            "tenggat",
            _("tenggat {tenggat} mendahului rapatnya, {rapat}").format(
                tenggat=format_tanggal(hari), rapat=format_tanggal(rapat)
            ),
            _("Tulis tanggal mulai {rapat}.").format(rapat=rapat.isoformat()),
            "tenggat",
            nomor,
        )
        for nomor, hari, rapat in tenggat
        if rapat is not None and hari < rapat
    ]


def check_kantor(
    mentah: TabelMentah, baris: Mapping[int, Baris], daerah: Daerah, lain: Callable[[Baris], Collection[str]]
) -> list[Kesalahan]:
    """Return the rows that name an office which the city does not have.

    lain: who else may carry a decision of this row: the invited members, and whom the book names already.
    """
    salah = []
    for nomor, r in baris.items():
        opd = r["opd"]
        if opd is None or daerah.peran_of(opd) is not None:
            continue
        undangan = lain(r)
        if ejaan(opd) in {ejaan(n) for n in undangan}:
            continue
        nama = {o.nama for o in daerah.opd.values()} | set(undangan)
        mirip = daerah.opd_mirip(opd)
        saran = _("Maksud Anda '{pilihan}'?").format(pilihan=mirip) if mirip else maksud(opd, nama)
        baru = _("Kantor baru ditulis dulu di params/daerah/{id}.yaml, atau sebagai anggota di berkas rapat.")
        salah.append(
            mentah.kesalahan(
                "opd",
                _("kantor '{opd}' tidak dikenal").format(opd=kutip(opd)),
                f"{saran} {baru.format(id=daerah.id)}",
                "opd",
                nomor,
            )
        )
    return salah


def check_kembar(mentah: TabelMentah, baru: Mapping[int, Baris], buku: Mapping[str, Baris]) -> list[Kesalahan]:
    """Return new rows that say what is decided already: another spelling of an id, or the same words again."""
    per_id = {ejaan(i): i for i in buku}
    per_isi: dict[tuple[str, ...], str] = {}
    for i, r in buku.items():
        per_isi.setdefault(_isi(r), i)
    salah = []
    for nomor, r in baru.items():
        id_keputusan, isi = r["id_keputusan"], _isi(r)
        if ejaan(id_keputusan) in per_id:
            ada = per_id[ejaan(id_keputusan)]
            pesan = (
                _("id '{id}' hampir sama dengan '{ada}'").format(id=id_keputusan, ada=ada),
                _("Maksud Anda '{ada}'? Bila keputusan lain, beri id yang jelas berbeda.").format(ada=ada),
            )
            salah.append(mentah.kesalahan("id_mirip", *pesan, "id_keputusan", nomor))
        elif isi in per_isi:
            pesan = (
                _("keputusan yang sama untuk kantor yang sama sudah ada sebagai {ada}").format(ada=per_isi[isi]),
                _("Hapus baris ini, atau bedakan kalimatnya bila memang keputusan lain."),
            )
            salah.append(mentah.kesalahan("kembar", *pesan, "keputusan", nomor))
        per_id.setdefault(ejaan(id_keputusan), id_keputusan)
        per_isi.setdefault(isi, id_keputusan)
    return salah


def _isi(r: Baris) -> tuple[str, ...]:
    return tuple(ejaan(r[k] or "") for k in ("rapat", "keputusan", "opd"))


def check_daerah(berkas: str, lembar: RapatLembar | None, diberi: Rapat | None, daerah: str) -> list[Kesalahan]:
    """Return the faults of a sheet, and of a meeting file, that belong to another city than the book."""
    milik = [] if lembar is None else [(berkas, _("lembar ini"), lembar.daerah)]
    milik += [] if diberi is None else [(nama_tampil(diberi.path), _("rapat ini"), diberi.daerah)]
    return [
        Kesalahan(
            "daerah",
            tempat,
            _("{apa} milik {lain}, sedangkan buku ini milik {daerah}").format(apa=apa, lain=lain, daerah=daerah),
            _("Periksa nama buku sesudah --buku."),
        )
        for tempat, apa, lain in milik
        if lain != daerah
    ]
