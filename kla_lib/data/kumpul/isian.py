"""Decide which rows an office is asked to fill: its questions, documents, areas, actions and measurements."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import (
    CAPAIAN,
    DATA_DUKUNG,
    DOKUMEN_PERTANYAAN,
    KETERANGAN,
    PENILAIAN,
    RAD,
    TINDAK_LANJUT,
    WILAYAH,
)
from kla_lib.data.buku import Buku
from kla_lib.data.kumpul.isian_baru import indikator_utama, make_capaian_baru, make_rad_baru
from kla_lib.data.kumpul.isian_penilaian import make_baris_penilaian
from kla_lib.data.kumpul.isian_wilayah import PENANDA, daftar_wilayah, make_baris_wilayah
from kla_lib.data.tulis import rows_of, tables_of, to_teks
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.daerah.wilayah import Wilayah
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.params import Params
from kla_lib.tabel.bentuk import Bentuk

DOKUMEN_KOSONG = 40
"""Lines of a template for documents that are not in the register yet."""

Isi = dict[Bentuk, list[dict[str, Any]]]


@dataclass(frozen=True)
class Isian:
    """What one office (`opd`, a role), one area of it (`wilayah`), or the whole city (None) is asked to fill in.

    `isi`: rows of the book's tables; keys that begin with "_" are guidance
    for whoever fills them.
    """

    daerah: Daerah
    instrumen: Instrumen
    tahun: int
    opd: str | None
    contoh: bool
    isi: Isi
    wilayah: Wilayah | None = None

    @property
    def kantor(self) -> str:
        """The name of whoever fills it."""
        if self.wilayah is not None:
            return self.wilayah.nama
        return self.daerah.nama_opd(self.opd) if self.opd else self.daerah.nama

    @property
    def dijawab_wilayah(self) -> bool:
        """Whether areas fill it: each answers for itself, and the points of the whole city are not theirs to give."""
        return self.opd in PENANDA and WILAYAH in self.isi

    @property
    def tanpa_wilayah(self) -> bool:
        """Whether it is for areas, and nobody has written which there are."""
        return self.opd in PENANDA and WILAYAH not in self.isi


def daftar_peran(instrumen: Instrumen) -> list[str]:
    """Return the roles that hold at least one question of the form, in alphabetical order."""
    return sorted({p for opd in instrumen.pertanyaan["opd"] for p in opd})


def make_isian(
    params: Params,
    daerah: Daerah,
    instrumen: Instrumen,
    tahun: int,
    opd: str | None = None,
    buku: Buku | None = None,
    wilayah: str | None = None,
) -> Isian:
    """Return the rows to fill for one evaluated year.

    `buku`: what is known already.  A book of the same year is continued; one of
    an earlier year gives its latest marks through the crosswalk of the forms,
    all of them unconfirmed, and its documents as not yet looked at.

    `wilayah`: the code of a single area (`daftar_wilayah`); its role may be
    left out.  In what areas fill the points are locked: each answers for itself,
    and the points of the whole city follow from all of them.

    Raises KlaError for a role without questions, an unknown area, or a book of
    another city or a later year.
    """
    area = {w.kode: w for w in daftar_wilayah(daerah, buku)}
    _check(daerah, instrumen, tahun, opd, buku)
    _check_wilayah(wilayah, opd, area)
    satu = area[wilayah] if wilayah is not None else None
    opd = satu.tingkat if satu else opd
    pengisi = wilayah or opd
    lama = buku is not None and buku.keterangan.tahun_evaluasi < tahun
    contoh = buku is not None and buku.keterangan.contoh
    milik = [w for w in area.values() if w == satu or (satu is None and opd in (None, w.tingkat))]
    jawaban = make_baris_wilayah(instrumen, milik, buku, lama)
    per_wilayah = opd is not None and bool(jawaban)
    isi: Isi = {KETERANGAN: _keterangan(daerah, instrumen, tahun, pengisi, satu, contoh)}
    if per_wilayah:
        isi[WILAYAH] = jawaban
    # Locked points: those of this year stay with the role that gave them, others nobody could confirm.
    terkunci = per_wilayah and (satu is not None or lama)
    isi[PENILAIAN] = make_baris_penilaian(params, daerah, instrumen, opd, None if terkunci else buku, lama)
    isi[DATA_DUKUNG] = _dokumen(opd, satu, buku, lama)
    isi[DOKUMEN_PERTANYAAN] = _kaitan(isi[PENILAIAN], isi[DATA_DUKUNG], buku)
    if jawaban:
        isi[WILAYAH] = jawaban
    if satu is None:
        isi |= _lain(instrumen, opd, buku, tahun, lama) if buku is not None else {}
        isi |= _baru(params, daerah, instrumen, tahun, opd, isi)
    return Isian(daerah, instrumen, tahun, opd, contoh, isi, satu)


def _check(daerah: Daerah, instrumen: Instrumen, tahun: int, opd: str | None, buku: Buku | None) -> None:
    salah = []
    peran = daftar_peran(instrumen)
    if opd is not None and opd not in peran:
        salah.append(
            Kesalahan(
                "opd",
                f"--opd {opd}",
                _("peran ini tidak memegang pertanyaan di form {form}").format(form=instrumen.id),
                maksud(opd, peran),
            )
        )
    if buku is not None and buku.keterangan.daerah != daerah.id:
        salah.append(
            Kesalahan(
                "tidak_cocok",
                buku.nama,
                _("buku ini milik {buku}, bukan {daerah}").format(buku=buku.keterangan.daerah, daerah=daerah.id),
                _("Berikan buku daerah yang sama, atau hapus --buku."),
            )
        )
    if buku is not None and buku.keterangan.tahun_evaluasi > tahun:
        salah.append(
            Kesalahan(
                "tidak_cocok",
                buku.nama,
                _("buku ini tahun {buku}, sesudah tahun isian {tahun}").format(
                    buku=buku.keterangan.tahun_evaluasi, tahun=tahun
                ),
                _("Berikan buku tahun sebelumnya, atau ubah --tahun."),
            )
        )
    if salah:
        raise KlaError(salah)


def _check_wilayah(wilayah: str | None, opd: str | None, area: Mapping[str, Wilayah]) -> None:
    if wilayah is None:
        return
    if wilayah not in area:
        salah = _("wilayah ini tidak ada dalam daftar wilayah daerahnya")
        perbaikan = maksud(wilayah, area) or _("Tulis daftarnya di params/daerah, kunci wilayah.")
    elif opd not in (None, area[wilayah].tingkat):
        salah = _("wilayah ini {tingkat}, bukan {opd}").format(tingkat=area[wilayah].tingkat, opd=opd)
        perbaikan = _("Tulis --opd {tingkat}, atau hapus --opd.").format(tingkat=area[wilayah].tingkat)
    else:
        return
    raise KlaError(Kesalahan("wilayah", f"--wilayah {wilayah}", salah, perbaikan))


def _keterangan(
    daerah: Daerah, instrumen: Instrumen, tahun: int, pengisi: str | None, wilayah: Wilayah | None, contoh: bool
) -> list[dict[str, Any]]:
    """Return the head; an area signs with its own code, so that its file never replaces another area's."""
    kantor = wilayah.nama if wilayah else daerah.nama_opd(pengisi) if pengisi else daerah.nama
    isi = {
        "daerah": daerah.id,
        "tahun_evaluasi": str(tahun),
        "instrumen": instrumen.id,
        "tahap_berjalan": "em",
        "tanggal_data": None,
        "contoh": "ya" if contoh else "tidak",
        "sumber": _("Isian {kantor}").format(kantor=kantor),
    }
    return [{"kunci": k, "isi": v} for k, v in (isi | ({"opd": pengisi} if pengisi else {})).items()]


def _dokumen(opd: str | None, wilayah: Wilayah | None, buku: Buku | None, lama: bool) -> list[dict[str, Any]]:
    """Return the documents already registered for the office, then numbered empty lines.

    Areas of one level share its role; which documents are whose, their numbers tell.
    """
    ada: list[dict[str, Any]] = []
    awalan = wilayah.kode if wilayah else (opd or "dokumen").replace("_", "-")
    if buku is not None and buku.data_dukung is not None:
        ada = [d for d in rows_of(buku.data_dukung) if opd in (None, d["opd"])]
        if wilayah:
            ada = [d for d in ada if re.fullmatch(rf"{re.escape(awalan)}-\d+", d["id_dokumen"])]
        if lama:
            kosong = dict.fromkeys(("hash", "diperiksa_oleh", "catatan"))
            ada = [
                {k: v for k, v in d.items() if not isinstance(v, bool)} | kosong | {"status": "belum_diperiksa"}
                for d in ada
            ]
    terpakai = {d["id_dokumen"] for d in ada}
    nomor = (f"{awalan}-{n:02}" for n in range(1, DOKUMEN_KOSONG + len(ada) + 1))
    baru = [n for n in nomor if n not in terpakai][:DOKUMEN_KOSONG]
    return ada + [{"id_dokumen": n, "opd": opd} for n in baru]


def _kaitan(penilaian: list[dict[str, Any]], dokumen: list[dict[str, Any]], buku: Buku | None) -> list[dict[str, Any]]:
    """Return the documents of each question, and a line without document where one is asked for and none is named."""
    dikenal = {d["id_dokumen"] for d in dokumen}
    ada: dict[tuple[str, str], list[dict[str, Any]]] = {}
    if buku is not None and buku.dokumen_pertanyaan is not None:
        for r in rows_of(buku.dokumen_pertanyaan):
            if r["id_dokumen"] in dikenal:
                ada.setdefault((r["indikator"], r["pertanyaan"]), []).append(r)
    hasil = []
    for p in penilaian:
        kode = {"indikator": p["indikator"], "pertanyaan": p["pertanyaan"], "_pertanyaan": p.get("_pertanyaan")}
        milik = ada.get((p["indikator"], p["pertanyaan"]), [])
        hasil += [kode | m for m in milik]
        if p.get("_diminta") and not milik:
            hasil.append(kode | {"wajib": True})
    return hasil


def _lain(instrumen: Instrumen, opd: str | None, buku: Buku, tahun: int, lama: bool) -> Isi:
    """Return the tables that only a book can start: actions, measurements, decisions."""
    tabel = tables_of(buku)
    hasil: Isi = {}
    if CAPAIAN in tabel:
        milik = None if opd is None else indikator_utama(instrumen, opd)
        baris = [r for r in tabel[CAPAIAN] if milik is None or r["indikator"] in milik]
        hasil[CAPAIAN] = _capaian(baris, tahun, semua=opd is None)
    for bentuk in (RAD, TINDAK_LANJUT) if not lama else (RAD,):
        if bentuk in tabel:
            hasil[bentuk] = [r for r in tabel[bentuk] if opd in (None, r["opd"])]
    return {b: r for b, r in hasil.items() if r}


def _baru(
    params: Params, daerah: Daerah, instrumen: Instrumen, tahun: int, opd: str | None, isi: Isi
) -> dict[Bentuk, list[dict[str, Any]]]:
    """Return the measurements and actions with empty lines for those that are not recorded yet."""
    capaian, rad = isi.get(CAPAIAN, []), isi.get(RAD, [])
    hasil = {
        CAPAIAN: capaian + make_capaian_baru(instrumen, daerah, tahun, opd, {r["indikator"] for r in capaian}),
        RAD: rad + make_rad_baru(params, opd, (opd or "kota").replace("_", "-"), {r["id_kegiatan"] for r in rad}),
    }
    return {bentuk: baris for bentuk, baris in hasil.items() if baris}


def _capaian(baris: list[dict[str, Any]], tahun: int, semua: bool) -> list[dict[str, Any]]:
    """Return a line for this year per series, after the recorded ones where the whole table is wanted.

    A line names the last recorded value, so that a slip of the decimal is seen.
    """
    terakhir: dict[tuple[Any, ...], dict[str, Any]] = {}
    for r in sorted(baris, key=lambda r: r["tahun"]):
        terakhir[r["ukuran"], r["wilayah"], r["jenis_sumber"], r.get("terpilah"), r.get("kelompok")] = r
    kosong = dict.fromkeys(("nilai", "pembilang", "penyebut", "target", "letak"))
    baru = [r | kosong | {"tahun": tahun, "_sebelumnya": _sebut(r)} for r in terakhir.values() if r["tahun"] < tahun]
    if semua:
        return baris + baru
    return baru + [r for r in baris if r["tahun"] == tahun]


def _sebut(r: dict[str, Any]) -> str:
    nilai = format_angka(r["nilai"]) if r["nilai"] is not None else _("belum dicatat")
    return _("{tahun}: {nilai} {satuan}").format(tahun=r["tahun"], nilai=nilai, satuan=to_teks(r["satuan"]))
