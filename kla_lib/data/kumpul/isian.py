"""Decide which rows an office is asked to fill: its questions, documents, areas, actions and measurements."""

from collections.abc import Iterable
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
from kla_lib.data.peralihan import carry_over
from kla_lib.data.tulis import rows_of, tables_of, to_teks
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.rules.daerah import Daerah
from kla_lib.rules.instrumen import Instrumen
from kla_lib.rules.peralihan import load_peralihan
from kla_lib.tabel.bentuk import Bentuk

DOKUMEN_KOSONG = 40
"""Lines of a template for documents that are not in the register yet."""

TINGKAT_WILAYAH = {"kecamatan": "kecamatan", "kelurahan": "kelurahan"}
"""Role → level of the areas for which it answers."""

Isi = dict[Bentuk, list[dict[str, Any]]]


@dataclass(frozen=True)
class Isian:
    """What one office (`opd`, a role) or the whole city (None) is asked to fill in.

    `isi`: rows of the book's tables; keys that begin with "_" are guidance
    for whoever fills them.
    """

    daerah: Daerah
    instrumen: Instrumen
    tahun: int
    opd: str | None
    contoh: bool
    isi: Isi


def daftar_peran(instrumen: Instrumen) -> list[str]:
    """Return the roles that hold at least one question of the form, in alphabetical order."""
    return sorted({p for opd in instrumen.pertanyaan["opd"] for p in opd})


def make_isian(
    daerah: Daerah, instrumen: Instrumen, tahun: int, opd: str | None = None, buku: Buku | None = None
) -> Isian:
    """Return the rows to fill for one evaluated year.

    `buku`: what is known already.  A book of the same year is continued; one of
    an earlier year gives its latest marks through the crosswalk of the forms,
    all of them unconfirmed, and its documents as not yet looked at.

    Raises KlaError for a role without questions, or a book of another city or a later year.
    """
    _check(daerah, instrumen, tahun, opd, buku)
    lama = buku is not None and buku.keterangan.tahun_evaluasi < tahun
    contoh = buku is not None and buku.keterangan.contoh
    isi: Isi = {KETERANGAN: _keterangan(daerah, instrumen, tahun, opd, contoh)}
    isi[PENILAIAN] = _penilaian(instrumen, opd, buku, lama)
    isi[DATA_DUKUNG] = _dokumen(opd, buku, lama)
    isi[DOKUMEN_PERTANYAAN] = _kaitan(isi[PENILAIAN], isi[DATA_DUKUNG], buku)
    if buku is not None:
        isi |= _lain(instrumen, opd, buku, tahun, lama)
    return Isian(daerah, instrumen, tahun, opd, contoh, isi)


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


def _keterangan(
    daerah: Daerah, instrumen: Instrumen, tahun: int, opd: str | None, contoh: bool
) -> list[dict[str, Any]]:
    sumber = _("Isian {kantor}").format(kantor=daerah.nama_opd(opd)) if opd else _("Isian {d}").format(d=daerah.nama)
    isi = {
        "daerah": daerah.id,
        "tahun_evaluasi": str(tahun),
        "instrumen": instrumen.id,
        "tahap_berjalan": "em",
        "tanggal_data": None,
        "contoh": "ya" if contoh else "tidak",
        "sumber": sumber,
    }
    return [{"kunci": k, "isi": v} for k, v in (isi | ({"opd": opd} if opd else {})).items()]


def _penilaian(instrumen: Instrumen, opd: str | None, buku: Buku | None, lama: bool) -> list[dict[str, Any]]:
    """Return one row per question; per indikator or klaster where the form's questions are not published."""
    tercatat = {(r["indikator"], r["pertanyaan"]): r for r in _nilai_awal(instrumen, buku, lama)}
    if len(instrumen.pertanyaan):
        tanya = instrumen.pertanyaan
        if opd is not None:
            tanya = tanya[[opd in p for p in tanya["opd"]]]
        kode = [(p.klaster, p.indikator, p.pertanyaan, _panduan(p, opd)) for p in tanya.itertuples(index=False)]
    else:
        kode = [
            (k.id, i.kode, None, {"_pertanyaan": i.nama, "_maksimal": i.nilai_maksimal})
            for k in instrumen.klaster
            for i in k.indikator
        ]
    hasil = []
    for klaster, indikator, pertanyaan, panduan in kode:
        awal = tercatat.get((indikator, pertanyaan), {})
        nilai = awal.get("nilai")
        hasil.append(
            {
                "tahap": "em",
                "klaster": klaster,
                "indikator": indikator,
                "pertanyaan": pertanyaan,
                "nilai": nilai,
                "dikonfirmasi": bool(awal.get("dikonfirmasi")) if nilai is not None else None,
                "catatan": awal.get("catatan"),
                **panduan,
                "_sebelumnya": nilai if lama else None,
            }
        )
    return hasil


def _nilai_awal(instrumen: Instrumen, buku: Buku | None, lama: bool) -> Iterable[dict[str, Any]]:
    """Return the marks to start from: this year's self-assessment, or last year's latest stage unconfirmed."""
    if buku is None or buku.penilaian is None or not buku.tahap_tersedia():
        return []
    if not lama:
        return rows_of(buku.penilaian[buku.penilaian["tahap"] == "em"])
    terakhir = buku.penilaian[buku.penilaian["tahap"] == buku.tahap_tersedia()[-1]]
    peralihan = load_peralihan(buku.instrumen.id, instrumen.id)
    return rows_of(carry_over(terakhir, peralihan, buku.instrumen, instrumen))


def _panduan(p: Any, opd: str | None) -> dict[str, Any]:
    """Return what stands beside a question for whoever answers it."""
    diminta = [
        (_("lampiran"), p.lampiran),
        (_("matriks"), p.matriks),
        (_("foto"), p.foto),
        (_("dua tahun"), getattr(p, "dua_tahun", None)),
        (_("penyebut"), getattr(p, "penyebut", None)),
        (_("tanda tangan"), getattr(p, "tanda_tangan", None)),
    ]
    return {
        "_pertanyaan": p.label + (_(" (pertanyaan terbalik: ya berarti buruk)") if p.terbalik else ""),
        "_maksimal": p.nilai_maksimal,
        "_diminta": ", ".join(nama for nama, ya in diminta if ya),
        "_peran": _("penanggung jawab") if opd in (None, p.opd[0]) else _("ikut"),
    }


def _dokumen(opd: str | None, buku: Buku | None, lama: bool) -> list[dict[str, Any]]:
    """Return the documents already registered for the office, then numbered empty lines."""
    ada: list[dict[str, Any]] = []
    if buku is not None and buku.data_dukung is not None:
        ada = [d for d in rows_of(buku.data_dukung) if opd in (None, d["opd"])]
        if lama:
            kosong = dict.fromkeys(("hash", "diperiksa_oleh", "catatan"))
            ada = [
                {k: v for k, v in d.items() if not isinstance(v, bool)} | kosong | {"status": "belum_diperiksa"}
                for d in ada
            ]
    awalan = (opd or "dokumen").replace("_", "-")
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
    """Return the tables that only a book can start: areas, actions, measurements, decisions."""
    tabel = tables_of(buku)
    hasil: Isi = {}
    if WILAYAH in tabel and (opd is None or opd in TINGKAT_WILAYAH):
        baris = [r for r in tabel[WILAYAH] if opd is None or r["tingkat"] == TINGKAT_WILAYAH[opd]]
        kosong: dict[str, Any] = {"isi": None, "diterima": None} if lama else {}
        hasil[WILAYAH] = [r | kosong | {"_pertanyaan": _label(instrumen, r)} for r in baris]
    if CAPAIAN in tabel:
        milik = None if opd is None else _indikator_utama(instrumen, opd)
        baris = [r for r in tabel[CAPAIAN] if milik is None or r["indikator"] in milik]
        hasil[CAPAIAN] = _capaian(baris, tahun, semua=opd is None)
    for bentuk in (RAD, TINDAK_LANJUT) if not lama else (RAD,):
        if bentuk in tabel:
            hasil[bentuk] = [r for r in tabel[bentuk] if opd in (None, r["opd"])]
    return {b: r for b, r in hasil.items() if r}


def _label(instrumen: Instrumen, baris: dict[str, Any]) -> str:
    p = instrumen.pertanyaan
    cocok = p.loc[(p["indikator"] == baris["indikator"]) & (p["pertanyaan"] == baris["pertanyaan"]), "label"]
    return str(cocok.iloc[0]) if len(cocok) else ""


def _indikator_utama(instrumen: Instrumen, opd: str) -> set[str]:
    """Return the indikator for most of whose questions the office is responsible: it reports the measurement."""
    utama = instrumen.pertanyaan.assign(utama=[p[0] for p in instrumen.pertanyaan["opd"]])
    terbanyak = utama.groupby("indikator")["utama"].agg(lambda s: s.value_counts().index[0])
    return set(terbanyak[terbanyak == opd].index)


def _capaian(baris: list[dict[str, Any]], tahun: int, semua: bool) -> list[dict[str, Any]]:
    """Return a line for this year per series, after the recorded ones where the whole table is wanted.

    A line names the last recorded value, so that a slip of the decimal is seen.
    """
    terakhir: dict[tuple[Any, ...], dict[str, Any]] = {}
    for r in sorted(baris, key=lambda r: r["tahun"]):
        terakhir[r["ukuran"], r["wilayah"], r["jenis_sumber"]] = r
    kosong = dict.fromkeys(("nilai", "pembilang", "penyebut", "target", "letak"))
    baru = [r | kosong | {"tahun": tahun, "_sebelumnya": _sebut(r)} for r in terakhir.values() if r["tahun"] < tahun]
    if semua:
        return baris + baru
    return baru + [r for r in baris if r["tahun"] == tahun]


def _sebut(r: dict[str, Any]) -> str:
    nilai = format_angka(r["nilai"]) if r["nilai"] is not None else _("belum dicatat")
    return _("{tahun}: {nilai} {satuan}").format(tahun=r["tahun"], nilai=nilai, satuan=to_teks(r["satuan"]))
