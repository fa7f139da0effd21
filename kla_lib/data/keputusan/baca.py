"""Read a filled sheet of decisions: its rows, how they stood when it was made, and whose meeting it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.bentuk import TINDAK_LANJUT
from kla_lib.data.pribadi.pribadi import hide_kutipan, hide_nik, hide_pribadi
from kla_lib.data.sunting.sel import isi_sel
from kla_lib.data.tulis import rows_of
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.tabel.baca import AKHIRAN_TERBACA, read_kisi, read_kisi_csv, susun_semua
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import KODE, TANGGAL, tampil
from kla_lib.tabel.kata import baku_isi
from kla_lib.tabel.mentah import Kisi, TabelMentah
from kla_lib.tabel.periksa import check_tabel

Baris = Mapping[str, Any]

SEMULA = replace(TINDAK_LANJUT, lembar="_Semula", berkas="_semula.csv")
"""The promises as the book held them when the sheet was made: against them a change is told from a repetition."""

USULAN = replace(TINDAK_LANJUT, lembar="_Usulan", berkas="_usulan.csv")
"""The rows that we filled in ourselves, suggestions and empty ones, as they were before the meeting."""

RAPAT = Bentuk("_Rapat", "_rapat.csv", ("kunci",), (Kolom("kunci", wajib=True), Kolom("isi")))
"""The meeting of the sheet. Keys: id, tanggal, daerah, anggota (names, one a line)."""


@dataclass(frozen=True)
class RapatLembar:
    """What a sheet says of its meeting; `anggota` are the invited who are no office."""

    id: str
    tanggal: date
    daerah: str
    anggota: tuple[str, ...] = ()


@dataclass(frozen=True)
class BerkasKeputusan:
    """A read sheet: `tabel` has every row, typed; `baris` those without a fault, by their number.

    semula, usulan: by id, None where the file does not carry them, as a CSV
    file never does.  salah: the faults of the sheet by itself.
    """

    mentah: TabelMentah
    tabel: pd.DataFrame
    baris: Mapping[int, Baris]
    semula: Mapping[str, Baris] | None
    usulan: Mapping[str, Baris] | None
    rapat: RapatLembar | None
    salah: tuple[Kesalahan, ...]


def read_keputusan(path: Path) -> BerkasKeputusan:
    """Return a sheet of decisions: a workbook with the sheet Tindak lanjut, or one CSV file with its columns.

    Raises KlaError where there is nothing to read.
    """
    lembar = _kisi(path)
    if TINDAK_LANJUT.lembar not in lembar:
        raise KlaError(
            Kesalahan(
                "lembar",
                path.name,
                _("lembar '{lembar}' tidak ada").format(lembar=TINDAK_LANJUT.lembar),
                maksud(TINDAK_LANJUT.lembar, [n for n in lembar if not n.startswith("_")])
                or _("Isi lembar keputusan.xlsx dari folder rapat."),
            )
        )
    kisi, salah = hide_nik(lembar[TINDAK_LANJUT.lembar])
    tabel, faults = susun_semua([kisi], {kisi.lembar: TINDAK_LANJUT.nama_kolom})
    salah += map(hide_kutipan, faults)
    if kisi.lembar not in tabel:
        raise KlaError(salah)
    mentah, faults = hide_pribadi(baku_isi(tabel[kisi.lembar], TINDAK_LANJUT))
    salah += faults
    semula, usulan = (_tersimpan(lembar.get(b.lembar), b) for b in (SEMULA, USULAN))
    mentah = _tanpa_kosong(mentah, {**(usulan or {}), **(semula or {})})
    isi, faults = check_tabel(mentah, TINDAK_LANJUT)
    salah += faults
    rusak = _rusak(mentah, salah)
    baris = {int(str(b)): r for b, r in zip(isi.index, rows_of(isi), strict=True) if int(str(b)) not in rusak}
    return BerkasKeputusan(mentah, isi, baris, semula, usulan, _rapat(lembar.get(RAPAT.lembar)), tuple(salah))


def _kisi(path: Path) -> dict[str, Kisi]:
    """Return the cells of every sheet by name; those of a CSV file under the name of the table."""
    akhiran = path.suffix.lower()
    if not path.is_file():
        raise KlaError(
            Kesalahan("berkas", nama_tampil(path), _("berkas tidak ditemukan"), _("Periksa nama dan foldernya."))
        )
    if akhiran == ".csv":
        return {TINDAK_LANJUT.lembar: read_kisi_csv(path, path.name)}
    if akhiran not in (*AKHIRAN_TERBACA, ".xls"):
        raise KlaError(
            Kesalahan(
                "berkas",
                path.name,
                _("'{akhiran}' bukan lembar keputusan").format(akhiran=akhiran or path.name),
                _("Berikan berkas {daftar}.").format(daftar=", ".join((*AKHIRAN_TERBACA, ".csv"))),
            )
        )
    return {k.lembar: k for k in read_kisi(path, path.name)}


def _tersimpan(kisi: Kisi | None, bentuk: Bentuk) -> dict[str, Baris] | None:
    """Return the rows that the sheet keeps of its making, by id; faults in them only make them say less."""
    if kisi is None:
        return None
    tabel, _salah = susun_semua([kisi], {kisi.lembar: bentuk.nama_kolom})
    if kisi.lembar not in tabel:
        return None
    isi = rows_of(check_tabel(tabel[kisi.lembar], bentuk)[0])
    return {r["id_keputusan"]: r for r in isi if r["id_keputusan"] is not None}


def _tanpa_kosong(mentah: TabelMentah, asal: Mapping[str, Baris]) -> TabelMentah:
    """Return the table without the rows that hold no decision and nothing that somebody typed."""
    if not {"id_keputusan", "keputusan"} <= set(mentah.isi.columns):
        return mentah
    jenis = {k.nama: k for k in TINDAK_LANJUT.kolom if k.nama in mentah.isi.columns}
    return replace(mentah, isi=mentah.isi[[not _hampa(r, jenis, asal) for r in mentah.isi.to_dict("records")]])


def _hampa(baris: Mapping[Any, Any], jenis: Mapping[str, Kolom], asal: Mapping[str, Baris]) -> bool:
    """Return whether a row has no decision and otherwise only what it was made with.

    Without a memory of its making that is its id, its meeting and its status.
    """
    isi = {n: v for n, k in jenis.items() if (v := isi_sel(k, baris[n])) is not None}
    if "keputusan" in isi:
        return False
    lama = asal.get(str(isi.pop("id_keputusan", "")))
    if lama is None:
        return set(isi) <= {"rapat", "status"}
    return all(v == isi_sel(jenis[n], lama[n]) for n, v in isi.items())


def _rusak(mentah: TabelMentah, salah: list[Kesalahan]) -> set[int]:
    """Return the rows of which a cell is at fault: what else they say is not judged."""
    sel = {k.sel for k in salah if k.sel}
    return {int(b) for b in mentah.isi.index if sel & {mentah.sel(k, int(b)) for k in TINDAK_LANJUT.nama_kolom}}


def _rapat(kisi: Kisi | None) -> RapatLembar | None:
    """Return the meeting that the sheet names; None where it names none that can be read."""
    if kisi is None:
        return None
    tabel, _salah = susun_semua([kisi], {kisi.lembar: RAPAT.nama_kolom})
    if kisi.lembar not in tabel:
        return None
    isi = {r.kunci: r.isi for r in tabel[kisi.lembar].isi.itertuples(index=False)}
    hari = isi.get("tanggal")
    if not (isi.get("id") and isi.get("daerah") and hari and TANGGAL.sah(hari)):
        return None
    anggota = tampil(isi.get("anggota") or "").splitlines()
    return RapatLembar(KODE.ubah(isi["id"]), TANGGAL.ubah(hari), tampil(isi["daerah"]), tuple(anggota))
