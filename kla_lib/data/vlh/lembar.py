"""Read the filled sheets of a rehearsal and of the verifiers' requests."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.pribadi.pribadi import hide_kutipan, hide_nik, hide_pribadi
from kla_lib.data.rujukan import check_kode_form, check_opd, to_peran
from kla_lib.data.tulis import rows_of, to_teks
from kla_lib.data.vlh.catatan import BELUM, STATUS, CatatanVlh, Latihan, Permintaan
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.tabel.baca import AKHIRAN_TERBACA, read_kisi, susun_semua
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import KODE, YA_TIDAK
from kla_lib.tabel.kata import baku_isi
from kla_lib.tabel.mentah import Kisi, TabelMentah
from kla_lib.tabel.periksa import check_tabel
from kla_lib.tabel.sel import kutip

LATIHAN = Bentuk(
    "Latihan",
    "latihan.csv",
    ("tempat", "tanya"),
    (
        Kolom("tempat", wajib=True),
        Kolom("tanya", KODE, wajib=True),
        Kolom("siap", YA_TIDAK),
        Kolom("catatan"),
    ),
    hampa=("siap", "catatan"),
)

PISAH = " | "

PERMINTAAN = Bentuk(
    "Permintaan",
    "permintaan.csv",
    ("id_permintaan",),
    (
        Kolom("id_permintaan", KODE, wajib=True),
        Kolom("diminta", wajib=True),
        Kolom("indikator", KODE),
        Kolom("pertanyaan", KODE),
        Kolom("opd"),
        Kolom("status", pilihan=STATUS),
        Kolom("catatan"),
    ),
    hampa=("diminta", "indikator", "pertanyaan", "opd", "status", "catatan"),
)

SEMULA = Bentuk(
    "_Semula",
    "_semula.csv",
    ("lembar", "kunci"),
    (Kolom("lembar", wajib=True), Kolom("kunci", wajib=True), Kolom("isi", wajib=True)),
)
"""The lines as they stood when the sheet was made: what nobody touched in an old copy says nothing."""


@dataclass(frozen=True)
class Dikenal:
    """What lines of the sheets may name: places and klaster by id, reported questions by id."""

    tempat: Collection[str]
    ditanya: Collection[str]


def baris_semula(bentuk: Bentuk, baris: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return how lines stand when the sheet is made, for SEMULA."""
    return [{"lembar": bentuk.lembar, "kunci": _kunci(bentuk, b), "isi": _isi(bentuk, b)} for b in baris]


def _kunci(bentuk: Bentuk, baris: Mapping[str, Any]) -> str:
    return PISAH.join(to_teks(baris.get(k)) for k in bentuk.kunci)


def _isi(bentuk: Bentuk, baris: Mapping[str, Any]) -> str:
    return PISAH.join(to_teks(baris.get(k)) for k in bentuk.nama_kolom).strip()  # as a cell is read


def read_lembar_vlh(path: Path, rapat: str, daerah: Daerah, instrumen: Instrumen, dikenal: Dikenal) -> CatatanVlh:
    """Return what a filled workbook says; lines that nobody filled in or changed since it was made say nothing.

    Raises KlaError, with every fault, for a file that holds neither of the two
    sheets, an unknown place, question or status, an office that is nearly one
    of the city's, and personal data.
    """
    kisi = {k.lembar: k for k in _kisi(path)}
    ada = {b: kisi[b.lembar] for b in (LATIHAN, PERMINTAAN) if b.lembar in kisi}
    if not ada:
        raise KlaError(
            Kesalahan(
                "lembar",
                path.name,
                _("lembar Latihan dan Permintaan tidak ada"),
                _("Isi lembar vlh.xlsx dari folder rapat."),
            )
        )
    semula = _semula(kisi.get(SEMULA.lembar))
    salah: list[Kesalahan] = []
    latihan: list[Latihan] = []
    permintaan: list[Permintaan] = []
    for bentuk, k in ada.items():
        mentah, isi, faults = _tabel(k, bentuk, semula)
        salah += faults
        if mentah is None or isi is None:
            continue
        if bentuk is LATIHAN:
            salah += _check_latihan(mentah, isi, instrumen, dikenal)
            latihan = [] if salah else [Latihan(**r) for r in rows_of(isi)]
        else:
            salah += check_kode_form(mentah, isi, instrumen) + check_opd(mentah, isi, daerah)
            permintaan = [] if salah else [_permintaan(r) for r in rows_of(to_peran(isi, daerah))]
    if salah:
        raise KlaError(salah)
    return CatatanVlh(rapat=rapat, latihan=tuple(latihan), permintaan=tuple(permintaan))


def _kisi(path: Path) -> list[Kisi]:
    if not path.is_file():
        raise KlaError(
            Kesalahan("berkas", nama_tampil(path), _("berkas tidak ditemukan"), _("Periksa nama dan foldernya."))
        )
    if path.suffix.lower() not in (*AKHIRAN_TERBACA, ".xls"):
        raise KlaError(
            Kesalahan(
                "berkas",
                path.name,
                _("'{akhiran}' bukan lembar verifikasi lapangan").format(akhiran=path.suffix or path.name),
                _("Berikan berkas {daftar}.").format(daftar=", ".join(AKHIRAN_TERBACA)),
            )
        )
    return read_kisi(path, path.name)


def _semula(kisi: Kisi | None) -> dict[tuple[str, str], str]:
    """Return what the file keeps of its making; nothing where it does not, and then every line counts."""
    if kisi is None:
        return {}
    tabel, _salah = susun_semua([kisi], {kisi.lembar: SEMULA.nama_kolom})
    if kisi.lembar not in tabel:
        return {}
    return {(r.lembar, r.kunci): r.isi for r in tabel[kisi.lembar].isi.itertuples(index=False)}


def _tabel(
    kisi: Kisi, bentuk: Bentuk, semula: Mapping[tuple[str, str], str]
) -> tuple[TabelMentah | None, pd.DataFrame | None, list[Kesalahan]]:
    """Return a sheet as written and typed, without the lines in which nobody wrote, and its faults."""
    kisi, salah = hide_nik(kisi)
    tabel, faults = susun_semua([kisi], {kisi.lembar: bentuk.nama_kolom})
    salah += map(hide_kutipan, faults)
    if kisi.lembar not in tabel:
        return None, None, salah
    mentah, faults = hide_pribadi(baku_isi(tabel[kisi.lembar], bentuk))
    salah += faults
    ditulis = [
        any(b.get(k) is not None for k in bentuk.hampa)
        and semula.get((bentuk.lembar, _kunci(bentuk, b))) != _isi(bentuk, b)
        for b in mentah.isi.to_dict("records")
    ]
    mentah = replace(mentah, isi=mentah.isi[ditulis])
    isi, faults = check_tabel(mentah, bentuk)
    return mentah, isi, salah + faults


def _permintaan(r: dict[str, str | None]) -> Permintaan:
    isi = {k: v for k, v in r.items() if k not in ("id_permintaan", "status")}
    return Permintaan.model_validate({**isi, "id": r["id_permintaan"], "status": r["status"] or BELUM})


def _check_latihan(mentah: TabelMentah, isi: pd.DataFrame, instrumen: Instrumen, dikenal: Dikenal) -> list[Kesalahan]:
    """Return the lines that name a place or a question which nobody knows."""
    boleh = {
        "tempat": {*dikenal.tempat, *(k.id for k in instrumen.klaster)},
        "tanya": {*dikenal.ditanya, *kolom_kode(instrumen.pertanyaan)},
    }
    return [
        mentah.kesalahan(
            kolom,
            _("{kolom} '{isi}' tidak dikenal").format(kolom=kolom, isi=kutip(teks)),
            maksud(teks, daftar),
            kolom,
            int(str(baris)),
        )
        for kolom, daftar in boleh.items()
        for baris, teks in isi[kolom].items()
        if teks is not None and teks not in daftar
    ]
