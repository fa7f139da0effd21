"""List the actions of a plan office by office, the most important first, the others added up."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kla_lib.bahasa import _, format_angka, format_tanggal, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_bagian
from kla_lib.scoring.rencana.kegiatan import TERBUKA, Kegiatan
from kla_lib.scoring.rencana.rencana import Rencana, Terpilih
from kla_lib.views.rencana.kalimat_em import sebut_rentang
from kla_lib.views.rencana.kalimat_rencana import sebut_pendek, sebut_rupiah
from kla_lib.views.rupa.sebutan import daftar_pendek
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, potongan

PALING_BANYAK_KODE = 3


def tabel_bertahap(
    keadaan: Keadaan, rencana: Rencana, kegiatan: Sequence[Terpilih], judul: str, paling_banyak: int
) -> list[Tampilan]:
    """Return the actions in the order in which they are done: first what closes the distance of the EM, then the rest.

    Where there is no such distance, all stand in one table.
    """
    dulu, lalu = [t for t in kegiatan if t.menutup_em], [t for t in kegiatan if not t.menutup_em]
    if not dulu:
        return [tabel_kegiatan(keadaan, rencana, kegiatan, judul, paling_banyak)]
    bagian = [
        tabel_kegiatan(keadaan, rencana, isi, f"{judul}. {tahap}", paling_banyak)
        for tahap, isi in (
            (_("Pertama: menutup jarak EM"), dulu),
            (_("Kemudian: mengamankan dengan dokumen"), lalu),
        )
        if isi
    ]
    if any(t.kegiatan.kerja in TERBUKA for t in dulu):
        ingat = _("Pertanyaan yang masih terbuka: pastikan pekerjaannya dilakukan pada tahun yang dinilai.")
        bagian.insert(1, catatan_kaki(ingat))
    return bagian


def tabel_kegiatan(
    keadaan: Keadaan, rencana: Rencana, kegiatan: Sequence[Terpilih], judul: str, paling_banyak: int
) -> Tampilan:
    """Return some actions of a plan by office with points, cost and date; those that do not fit are added up.

    Whether an action is core or can be swapped has a column where both occur
    and there is room for it; else the reference names what can be swapped.
    Raises ValueError without actions.
    """
    if not kegiatan:
        raise ValueError("no actions, so no table")
    inti = set(rencana.kelompok.inti) if rencana.kelompok else set()
    bersifat = 0 < sum(t.kegiatan.id in inti for t in kegiatan) < len(kegiatan)
    kolom = _kolom(rencana, kegiatan, bersifat)
    tertukar = bersifat and all(k.kunci != "sifat" for k in kolom)
    tampak = yang_utama(kegiatan, inti, paling_banyak)
    kelompok = [
        (nama, [_baris(keadaan, t, inti, _penunggu(t.kegiatan, rencana), tertukar) for t in isi])
        for nama, isi in _per_kantor(keadaan, tampak)
    ]
    kaki = _kaki(keadaan, kegiatan, tampak, inti)
    teks = [judul]
    for nama, baris in [*kelompok, ("", kaki)]:
        teks += [nama] if nama else []
        teks += [" | ".join(f"{b[k.kunci]}" for k in kolom) for b in baris]
    return potongan("rencana", "\n".join(teks), judul=judul, kolom=kolom, kelompok=kelompok, kaki=kaki)


def yang_utama(kegiatan: Sequence[Terpilih], inti: set[str], paling_banyak: int) -> list[Terpilih]:
    """Return the actions to name: core before swappable, most points first, each with those that it needs.

    What closes the distance of the EM is ordered by its points alone.
    """
    milik = {t.kegiatan.id: t for t in kegiatan}
    tampak: dict[str, Terpilih] = {}
    for t in sorted(
        kegiatan, key=lambda t: (not t.menutup_em and t.kegiatan.id not in inti, -_bobot(t), t.kegiatan.id)
    ):
        baru = [i for i in _bersama_kebutuhan(t.kegiatan, milik) if i not in tampak]
        if len(tampak) + len(baru) <= paling_banyak:
            tampak |= {i: milik[i] for i in baru}
    return list(tampak.values())


def _bersama_kebutuhan(k: Kegiatan, milik: dict[str, Terpilih]) -> list[str]:
    """Return the id of an action and of all that it waits for."""
    urut, tunggu = [], [k.id]
    while tunggu:
        i = tunggu.pop()
        if i in milik and i not in urut:
            urut.append(i)
            tunggu += milik[i].kegiatan.butuh
    return urut


def _bobot(t: Terpilih) -> float:
    """Return the points by which an action is ordered: those of the EM while its distance is being closed."""
    return round(t.em[1] if t.menutup_em else t.poin, 2)


def _kolom(rencana: Rencana, kegiatan: Sequence[Terpilih], bersifat: bool) -> list[Kolom]:
    """Return the columns: what counts for the EM and what for documents are two, where these actions bring both."""
    berdokumen = rencana.dasar == "berdokumen"
    poin = [Kolom("poin", _("Poin dokumen"), angka=True)] if berdokumen else []
    if rencana.em is not None and (not berdokumen or any(t.em[1] > 0 for t in kegiatan)):
        poin.append(Kolom("poin_em", _("Poin EM"), angka=True))
    return [
        Kolom("isi", _("Kegiatan")),
        *(poin or [Kolom("poin", _("Poin"), angka=True)]),
        Kolom("biaya", _("Biaya"), angka=True),
        Kolom("tenggat", _("Tenggat")),
        *([Kolom("sifat", _("Sifat"))] if bersifat and len(poin) < 2 else []),  # a sixth column is too wide
    ]


def _per_kantor(keadaan: Keadaan, kegiatan: Sequence[Terpilih]) -> list[tuple[str, list[Terpilih]]]:
    """Return the actions of each office, the office with most points first."""
    kantor: dict[str, list[Terpilih]] = {}
    for t in kegiatan:
        kantor.setdefault(sebut_kantor(keadaan, t.kegiatan.opd), []).append(t)
    for isi in kantor.values():
        isi.sort(key=lambda t: (-_bobot(t), t.kegiatan.id))
    return sorted(kantor.items(), key=lambda isi: (-round(sum(_bobot(t) for t in isi[1]), 2), isi[0]))


def sebut_kantor(keadaan: Keadaan, opd: str) -> str:
    """Return an office's name; an action may have none."""
    return keadaan.daerah.nama_opd(opd) if opd else _("Kantor belum dicatat")


def _penunggu(k: Kegiatan, rencana: Rencana) -> list[str]:
    """Return the actions of the plan that wait for this one."""
    return [t.kegiatan.id for t in rencana.kegiatan if k.id in t.kegiatan.butuh]


def _baris(keadaan: Keadaan, t: Terpilih, inti: set[str], penunggu: list[str], tertukar: bool) -> dict[str, Any]:
    """Return a row; tertukar: whether its reference says that it can be swapped, for want of a column."""
    k = t.kegiatan
    kode = [kode_bagian(bagian) for bagian in k.kode if bagian[1]]
    rujukan = [] if kode == [k.id] else [", ".join((k.id, *k.sama))]
    syarat = [_("syarat {daftar}").format(daftar=gabung(penunggu))] if penunggu else []
    syarat += [_("bisa ditukar")] if tertukar and k.id not in inti else []
    return {
        "isi": sebut_pendek(k),
        "rujukan": " · ".join([*rujukan, *([daftar_pendek(kode, PALING_BANYAK_KODE)] if kode else []), *syarat]),
        "poin_em": sebut_rentang(*t.em),
        "poin": format_angka(t.poin),
        "biaya": _sebut_biaya(k),
        "tenggat": _sebut_tenggat(keadaan, k.tenggat),
        "sifat": _("inti") if k.id in inti else _("bisa ditukar"),
    }


def _sebut_biaya(k: Kegiatan) -> str:
    """Return the cost; what the RAD leaves open is no zero, and papers cost hours alone."""
    if k.biaya is None:
        return _("belum tercatat")
    return sebut_rupiah(k.biaya) if k.sumber == "rad" else _("{jam} jam kerja").format(jam=format_angka(k.jam))


def _sebut_tenggat(keadaan: Keadaan, tenggat: date | None) -> str:
    """Return the date; without one of its own an action has until the last day of the stage."""
    hari = tenggat or keadaan.rapat.tenggat
    if hari is None:
        return _("belum ditentukan")
    pola = (
        _("{tanggal} (sudah lewat, minta tanggal baru)")
        if hari < keadaan.rapat.tanggal
        else _("{tanggal}")
        if tenggat
        else _("{tanggal} (akhir tahap)")
    )
    return pola.format(tanggal=format_tanggal(hari))


def _kaki(
    keadaan: Keadaan, semua: Sequence[Terpilih], tampak: Sequence[Terpilih], inti: set[str]
) -> list[dict[str, Any]]:
    """Return the sums: of what is not named, if anything, and of all."""
    lain = [t for t in semua if t not in tampak]
    kaki = [(_("Dan {n} lainnya").format(n=len(lain)), lain)] if lain else []
    kaki.append((_("Semuanya: {n} kegiatan").format(n=len(semua)), list(semua)))
    return [_jumlah(keadaan, judul, isi, inti) for judul, isi in kaki]


def _jumlah(keadaan: Keadaan, judul: str, kegiatan: Sequence[Terpilih], inti: set[str]) -> dict[str, Any]:
    tanpa = sum(t.kegiatan.biaya is None for t in kegiatan)
    if tanpa:
        judul = _("{judul} ({n} belum beranggaran)").format(judul=judul, n=tanpa)
    hari = [h for h in (t.kegiatan.tenggat or keadaan.rapat.tenggat for t in kegiatan) if h]
    n = sum(t.kegiatan.id in inti for t in kegiatan)
    return {
        "isi": judul,
        "rujukan": "",
        "poin_em": sebut_rentang(sum(t.em[0] for t in kegiatan), sum(t.em[1] for t in kegiatan)),
        "poin": format_angka(sum(t.poin for t in kegiatan)),
        "biaya": sebut_rupiah(sum(t.kegiatan.biaya or 0.0 for t in kegiatan)),
        "tenggat": _("sampai {tanggal}").format(tanggal=format_tanggal(max(hari))) if hari else _("belum ditentukan"),
        "sifat": _("{n} inti, {lain} bisa ditukar").format(n=n, lain=len(kegiatan) - n),
    }
