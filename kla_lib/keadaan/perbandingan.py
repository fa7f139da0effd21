"""Compare a meeting with the one before it, as that one was published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kla_lib.bahasa import _, format_tanggal, gabung
from kla_lib.data.terbit.fakta import RINGKASAN, SEMUA_PAKET, FaktaTerbit, read_fakta_terbit
from kla_lib.data.terbit.keluaran import folder_keluaran
from kla_lib.errors import KlaError
from kla_lib.keadaan.fakta import fakta_rapat
from kla_lib.keadaan.fakta_bentuk import Fakta
from kla_lib.letak import nama_tampil
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.rules.params import Params
from kla_lib.rules.privasi import INTERNAL, load_privasi
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.rules.tahap import sebut_tahap
from kla_lib.scoring.perubahan import FORM, PERKIRAAN, TAHAP, Perubahan, Selisih, banding_fakta, gabung_fakta

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan
    from kla_lib.keadaan.lingkup import Lingkup


def milik_kantor(keadaan: "Keadaan", perubahan: Iterable[Selisih], opd: str) -> tuple[Selisih, ...]:
    """Return the rows that changed for which an office (a role or a name) is responsible.

    A question belongs to the office that the form names first.  What is gone
    from the book belongs to nobody: only the book says whose it was.
    """
    semua = tuple(perubahan)
    pemilik = {jenis: _pemilik(keadaan, jenis) for jenis in {s.jenis for s in semua}}
    nama = keadaan.daerah.nama_opd(keadaan.daerah.peran_of(opd) or opd)
    peran = ((s, pemilik[s.jenis].get(s.kode.rpartition(":")[2] if s.jenis in NILAI else s.kode)) for s in semua)
    return tuple(s for s, p in peran if p is not None and keadaan.daerah.nama_opd(p) == nama)


NILAI = ("nilai", "bentrok", "jawaban")
"""The kinds of a change whose code is that of a question."""


def _pemilik(keadaan: "Keadaan", jenis: str) -> dict[str, str]:
    """Return the role responsible for each row of a kind, by its code."""
    b = keadaan.buku
    if jenis in NILAI:
        p = keadaan.instrumen.pertanyaan
        return {kode: opd[0] for kode, opd in zip(kolom_kode(p), p["opd"], strict=True) if opd}
    tabel, kunci, pemilik = {
        "wilayah": (b.wilayah, "kode_wilayah", "tingkat"),
        "dokumen": (b.data_dukung, "id_dokumen", "opd"),
        "kaitan": (b.data_dukung, "id_dokumen", "opd"),
        "kegiatan": (b.rad, "id_kegiatan", "opd"),
        "keputusan": (b.tindak_lanjut, "id_keputusan", "opd"),
    }.get(jenis, (None, "", ""))
    # Where a code stands twice, the first row tells.
    return {} if tabel is None else dict(zip(tabel[kunci][::-1], tabel[pemilik][::-1], strict=True))


@dataclass(frozen=True)
class Perbandingan:
    """What changed since the meeting before, and what could not be compared.

    sejak: that meeting in words.  tanggal: its day, None where its file is not
    known.  perubahan: None where nothing can be compared.  pesan: what could
    not be compared, and why.  seluruhnya: whether every pack was compared, so
    that it can be said why the forecast moved.
    """

    sejak: str
    tanggal: date | None
    perubahan: Perubahan | None
    pesan: tuple[str, ...]
    seluruhnya: bool


def banding_of(lingkup: "Lingkup") -> Perbandingan:
    """Return what changed since the meeting before, for a whole meeting, some klaster, or an office.

    Under a scenario it is the official marks that are compared.
    """
    if lingkup.opd is not None:
        return banding_kantor(lingkup, banding_ringan(lingkup))
    return _dari(lingkup, ringan=False)


def banding_ringan(lingkup: "Lingkup", keluaran: Path | None = None) -> Perbandingan:
    """Return what changed without what is forecast: it serves every office of a meeting.

    keluaran: folder of outputs with the meeting before; without it that of this process.
    """
    return _dari(lingkup, ringan=True, keluaran=keluaran)


def banding_kantor(lingkup: "Lingkup", b: Perbandingan) -> Perbandingan:
    """Return of a comparison what the office of a view is responsible for."""
    if b.perubahan is None or lingkup.opd is None:
        return b
    keadaan = lingkup.keadaan.resmi or lingkup.keadaan
    milik = milik_kantor(keadaan, b.perubahan.perubahan, lingkup.opd)
    return replace(b, perubahan=replace(b.perubahan, perubahan=milik, aturan=(), akibat=()))


Kunci = tuple[tuple[str, ...] | None, bool, Path]
"""What is compared: which klaster (None for all), without what is forecast or with it, with which folder of outputs."""


def _dari(lingkup: "Lingkup", ringan: bool, keluaran: Path | None = None) -> Perbandingan:
    """Return the comparison that the meeting has made, or makes now."""
    keadaan = lingkup.keadaan.resmi or lingkup.keadaan
    return keadaan.perbandingan[lingkup.daftar_klaster, ringan, keluaran or folder_keluaran()]


def banding(keadaan: "Keadaan", kunci: Kunci) -> Perbandingan:
    """Compare a meeting without a scenario with the one before it."""
    klaster, ringan, keluaran = kunci
    rapat = keadaan.rapat
    if rapat.sebelumnya is None:
        return Perbandingan("", None, None, (_("Ini rapat pertama yang dicatat, jadi belum ada pembanding."),), False)
    lama = _rapat_lama(keadaan.params, rapat)
    sejak = _("rapat {id}").format(id=rapat.sebelumnya)
    if lama is not None:
        sejak = _("rapat {tanggal}").format(tanggal=format_tanggal(lama.tanggal))
    salah = _salah_rapat(keadaan, lama)
    if salah:
        return Perbandingan(sejak, None, None, (salah,), False)
    paket = SEMUA_PAKET if klaster is None else klaster
    terbit, bertopeng = _terbit(keadaan, keluaran, rapat.sebelumnya, paket)
    pesan = _pesan_terbit(keadaan, terbit, sejak, lama)
    if bertopeng:
        pesan.append(
            _("{Sejak} hanya dibuat untuk publik; angka yang disamarkan di sana tampak sebagai perubahan.").format(
                Sejak=_huruf_besar(sejak)
            )
        )
    tanggal = lama.tanggal if lama is not None else None
    if not terbit.paket:
        return Perbandingan(sejak, tanggal, None, tuple(pesan), False)
    sebelum, bentrok = gabung_fakta(terbit.paket.values())
    if bentrok:
        pesan.append(
            _("Paket {sejak} dibuat dari data yang berbeda-beda, jadi sebagian perubahan bisa terlewat.").format(
                sejak=sejak
            )
        )
    lengkap = klaster is None and not ringan and RINGKASAN in terbit.paket
    sekarang, _bentrok = gabung_fakta(_sekarang(keadaan, p, lengkap) for p in terbit.paket)
    dibanding = [f for f in sebelum if _dibanding(f, lengkap)]
    p = banding_fakta(dibanding, sekarang, load_privasi(keadaan.params), samar=not keadaan.internal)
    pesan += _pesan_sebanding(p, sebelum, keadaan, sejak)
    return Perbandingan(sejak, tanggal, p, tuple(pesan), lengkap and set(terbit.paket) == set(SEMUA_PAKET))


def _terbit(keadaan: "Keadaan", keluaran: Path, rapat: str, paket: Sequence[str]) -> tuple[FaktaTerbit, bool]:
    """Return the facts of the meeting before, and whether they hide what this meeting shows."""
    if keadaan.internal:
        terbit = read_fakta_terbit(keluaran, rapat, paket, INTERNAL)
        if terbit.paket:
            return terbit, False
    terbit = read_fakta_terbit(keluaran, rapat, paket)
    return terbit, keadaan.internal and bool(terbit.paket)


def _rapat_lama(params: Params, rapat: Rapat) -> Rapat | None:
    """Return the meeting before, from beside this one's file or among all; None where its file cannot be read."""
    for calon in (rapat.path.parent / f"{rapat.sebelumnya}.yaml", rapat.sebelumnya or ""):
        try:
            return load_rapat(params, calon)
        except KlaError:
            continue
    return None


def _salah_rapat(keadaan: "Keadaan", lama: Rapat | None) -> str:
    """Return why the meeting named as the one before cannot be it; empty where it can."""
    rapat = keadaan.rapat
    if rapat.sebelumnya == rapat.id:
        return _("Berkas rapat ini menyebut dirinya sendiri sebagai rapat sebelumnya, jadi tidak ada pembanding.")
    if lama is not None and lama.daerah != rapat.daerah:
        return _("Rapat {id} milik daerah lain ({daerah}), jadi tidak dibandingkan.").format(
            id=lama.id, daerah=lama.daerah
        )
    return ""


def _sekarang(keadaan: "Keadaan", paket: str, lengkap: bool) -> list[Fakta]:
    """Return the facts of a pack as they are now."""
    if paket == RINGKASAN and lengkap:
        return fakta_rapat(keadaan)
    return keadaan.fakta[None if paket == RINGKASAN else paket]


def _dibanding(f: Fakta, lengkap: bool) -> bool:
    """Whether a published fact has a counterpart now: what is forecast is made only where it is shown."""
    jenis = str(f["id"]).partition(":")[0]
    return jenis != "risiko" and (lengkap or jenis not in PERKIRAAN)


def _pesan_terbit(keadaan: "Keadaan", terbit: FaktaTerbit, sejak: str, lama: Rapat | None) -> list[str]:
    """Say which packs of the meeting before cannot be used, and what to do."""
    berkas = nama_tampil(lama.path) if lama is not None else f"{terbit.rapat}.yaml"
    if not terbit.paket and not terbit.rusak and not terbit.lama:
        return [
            _("{Sejak} belum diterbitkan di folder keluaran ini; jalankan kla run {berkas} dengan bukunya.").format(
                Sejak=_huruf_besar(sejak), berkas=berkas
            )
        ]
    pola = (
        (terbit.belum, _("Belum dibandingkan, karena belum diterbitkan untuk {sejak}: {paket}.")),
        (terbit.rusak, _("Tidak dibandingkan, karena berkas {sejak} tidak utuh: {paket}.")),
        (terbit.lama, _("Tidak dibandingkan, karena {sejak} diterbitkan buku kerja versi lama: {paket}.")),
    )
    pesan = [
        teks.format(sejak=sejak, paket=gabung([sebut_paket(keadaan, p) for p in daftar]))
        for daftar, teks in pola
        if daftar
    ]
    if pesan:
        pesan.append(
            _("Jalankan kla run {berkas} dengan bukunya, lalu terbitkan rapat ini lagi.").format(berkas=berkas)
        )
    return pesan


def sebut_paket(keadaan: "Keadaan", paket: str) -> str:
    """Return the name of a pack as readers know it."""
    return _("ringkasan") if paket == RINGKASAN else keadaan.instrumen.klaster_of(paket).judul_pendek


def _pesan_sebanding(p: Perubahan, sebelum: list[Fakta], keadaan: "Keadaan", sejak: str) -> list[str]:
    pesan = []
    if FORM in p.tak_sebanding:
        form = gabung(sorted({str(f["kode"]) for f in sebelum if str(f["id"]).startswith("form:")}))
        pesan.append(
            _("{Sejak} memakai form {lama}, rapat ini form {baru}: poin tidak dibandingkan per pertanyaan.").format(
                Sejak=_huruf_besar(sejak), lama=form, baru=keadaan.instrumen.id
            )
        )
    if TAHAP in p.tak_sebanding:
        tahap = sorted({str(f["id"]).split(":")[1] for f in sebelum if str(f["id"]).startswith("nilai:")})
        pesan.append(
            _("{Sejak} memuat {lama}, rapat ini {baru}: poin tidak dibandingkan per pertanyaan.").format(
                Sejak=_huruf_besar(sejak),
                lama=gabung([sebut_tahap(t) for t in tahap]),
                baru=sebut_tahap(keadaan.rapat.tahap),
            )
        )
    return pesan


def _huruf_besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]
