"""Prove that the published files of a meeting are those of its manifest."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.publish.lampiran import CADANGAN
from kla_lib.publish.log_paket import LOG
from kla_lib.publish.manifes import INDEX, MANIFES, read_manifes
from kla_lib.publish.paket import GAGAL_HTML
from kla_lib.publish.simpan import PAKET_JSON, hash_isi, read_paket

DIISI = ("keputusan.xlsx",)
"""Sheets that people fill in after they were published."""


@dataclass(frozen=True)
class PeriksaBerkas:
    """What a look at the files has found, by their places below the meeting's folder.

    cocok: how many are those of the manifest.  diisi: sheets that were filled in since.
    """

    cocok: int = 0
    hilang: tuple[str, ...] = ()
    berubah: tuple[str, ...] = ()
    asing: tuple[str, ...] = ()
    diisi: tuple[str, ...] = ()

    @property
    def utuh(self) -> bool:
        return not (self.hilang or self.berubah or self.asing)

    def sebagai_dict(self) -> dict[str, Any]:
        """Return the finding for `--json`."""
        return {"cocok": self.cocok, **{k: list(getattr(self, k)) for k in ("hilang", "berubah", "asing", "diisi")}}


@dataclass
class _Temuan:
    cocok: int = 0
    hilang: list[str] = field(default_factory=list)
    berubah: list[str] = field(default_factory=list)
    diisi: list[str] = field(default_factory=list)
    dikenal: set[str] = field(default_factory=set)


def check_berkas(folder: Path) -> PeriksaBerkas:
    """Hold every file of a meeting against its manifest, and those of its scenarios against theirs.

    Raises KlaError where the meeting has no manifest that can be read.
    """
    need_manifes(folder)
    t = _Temuan()
    for manifes in sorted(folder.rglob(MANIFES)):
        _check_satu(folder, manifes.parent, t)
    asing = sorted(set(_semua(folder)) - t.dikenal)
    return PeriksaBerkas(t.cocok, tuple(sorted(t.hilang)), tuple(sorted(t.berubah)), tuple(asing), tuple(t.diisi))


def need_manifes(folder: Path) -> dict[str, Any]:
    """Return the manifest of a published meeting; KlaError where there is none, or where it is damaged."""
    manifes = read_manifes(folder)
    if not isinstance(manifes.get("paket"), dict):
        ada = (folder / MANIFES).is_file()
        raise KlaError(
            Kesalahan(
                "manifes",
                nama_tampil(folder / MANIFES),
                _("isinya rusak") if ada else _("rapat ini belum diterbitkan di folder ini"),
                _("Jalankan kla run untuk rapat ini, atau sebut foldernya dengan --outputs."),
            )
        )
    return manifes


def daftar_berkas(manifes: dict[str, Any]) -> dict[str, str]:
    """Return the hash of every file that a manifest names, by its place."""
    semua: dict[str, str] = {}
    for id_paket, paket in _kamus(manifes.get("paket")).items():
        berkas = _kamus(_kamus(paket).get("berkas"))
        semua |= {f"{id_paket}/{nama}": str(sidik) for nama, sidik in berkas.items()}
    semua |= {str(tempat): str(sidik) for tempat, sidik in _kamus(manifes.get("lampiran")).items()}
    return semua | ({INDEX: str(manifes["indeks"])} if manifes.get("indeks") else {})


def _check_satu(folder: Path, akar: Path, t: _Temuan) -> None:
    """Add what one manifest tells of the files below its folder."""
    manifes = read_manifes(akar)
    tempat_akar = akar.relative_to(folder)
    for tempat, sidik in daftar_berkas(manifes).items():
        nama = (tempat_akar / tempat).as_posix()
        t.dikenal.add(nama)
        _check_isi(akar / tempat, nama, sidik, tempat, t)
    for id_paket, paket in _kamus(manifes.get("paket")).items():
        _check_paket_json(akar / id_paket, (tempat_akar / id_paket / PAKET_JSON).as_posix(), _kamus(paket), t)
        t.dikenal |= {(tempat_akar / id_paket / GAGAL_HTML).as_posix()}
    t.dikenal |= {(tempat_akar / nama).as_posix() for nama in (MANIFES, INDEX)}


def _check_isi(path: Path, nama: str, sidik: str, tempat: str, t: _Temuan) -> None:
    if not path.is_file():
        t.hilang.append(nama)
    elif hash_isi(path.read_bytes()) == sidik:
        t.cocok += 1
    elif tempat in DIISI and is_zipfile(path):
        t.diisi.append(nama)
    else:
        t.berubah.append(nama)


def _check_paket_json(folder: Path, nama: str, paket: dict[str, Any], t: _Temuan) -> None:
    """Hold paket.json, whose own hash stands nowhere, against the hashes in the manifest."""
    t.dikenal.add(nama)
    if not paket.get("berkas"):  # the pack has failed and never succeeded before
        return
    ada = read_paket(folder)
    if not (folder / PAKET_JSON).is_file():
        t.hilang.append(nama)
    elif ada is None or ada["berkas"] != paket["berkas"]:
        t.berubah.append(nama)
    else:
        t.cocok += 1


def _semua(folder: Path) -> Iterable[str]:
    """Yield the files that readers may find; logs, sheets set aside and what runs keep for themselves are none."""
    for p in sorted(folder.rglob("*")):
        bagian = p.relative_to(folder).parts
        if p.is_file() and not {LOG, CADANGAN} & set(bagian[:-1]) and not any(b.startswith(".") for b in bagian):
            yield "/".join(bagian)


def _kamus(isi: Any) -> dict[str, Any]:
    return isi if isinstance(isi, dict) else {}
