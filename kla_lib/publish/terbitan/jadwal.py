"""Make the packs of the meetings that come up, where anything has changed since they were last made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.data.sql.cuplikan import refresh_cuplikan
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import FOLDER_OUTPUTS
from kla_lib.publish.batch.rapat import HasilRapat, run_rapat
from kla_lib.publish.batch.rencana_terbit import plan_terbit
from kla_lib.publish.batch.saring import redact_teks
from kla_lib.publish.terbitan.asal import beda_asal
from kla_lib.publish.terbitan.keutuhan import check_terbitan
from kla_lib.publish.terbitan.manifes import INDEX, read_manifes
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.tempat import is_milik_lain

WIB = timezone(timedelta(hours=7), "Asia/Jakarta")
"""The zone of the meetings' days; it has no summer time, so it needs no database of zones."""

LEWAT, JAUH, TETAP = "lewat", "jauh", "tetap"
"""Why a meeting is left out: its day is past, is beyond the window, or nothing has changed since it was made."""


@dataclass(frozen=True)
class Lewati:
    """A meeting that is left out; `sebab` is LEWAT, JAUH or TETAP."""

    rapat: str
    tanggal: date
    sebab: str


@dataclass(frozen=True)
class Dibuat:
    """A meeting whose packs were made, with why."""

    rapat: str
    tanggal: date
    sebab: tuple[str, ...]
    hasil: HasilRapat


@dataclass(frozen=True)
class Terhalang:
    """A meeting that could not be made: its file, or its book, is at fault."""

    rapat: str
    kesalahan: tuple[Kesalahan, ...]

    def __str__(self) -> str:
        return str(KlaError(self.kesalahan))


@dataclass(frozen=True)
class HasilJadwal:
    """What became of all meetings in a window of days, both ends included."""

    dari: date
    sampai: date
    dibuat: tuple[Dibuat, ...] = ()
    lewati: tuple[Lewati, ...] = ()
    terhalang: tuple[Terhalang, ...] = ()

    @property
    def berhasil(self) -> bool:
        return not self.terhalang and all(d.hasil.berhasil for d in self.dibuat)

    @property
    def ada_kabar(self) -> bool:
        """Whether there is anything to tell: packs made, or meetings that could not be."""
        return bool(self.dibuat or self.terhalang)

    def sebagai_dict(self) -> dict[str, Any]:
        """Return the result for `--json`, and for the hook."""
        return {
            "dari": self.dari.isoformat(),
            "sampai": self.sampai.isoformat(),
            "berhasil": self.berhasil,
            "dibuat": [_dibuat_dict(d) for d in self.dibuat],
            "dilewati": [{"rapat": x.rapat, "tanggal": x.tanggal.isoformat(), "sebab": x.sebab} for x in self.lewati],
            "terhalang": [
                {"rapat": t.rapat, "kesalahan": [k.sebagai_dict() for k in t.kesalahan]} for t in self.terhalang
            ],
        }


def hari_ini() -> date:
    """Return the day that it is in Jakarta; the only look at the clock, since the user asks what comes up now."""
    return datetime.now(UTC).astimezone(WIB).date()


def run_jadwal(
    params: Params,
    folder: Iterable[Path],
    hari: date,
    jendela: int,
    outputs: Path = FOLDER_OUTPUTS,
    jobs: int | None = None,
) -> HasilJadwal:
    """Make the packs of the meetings in some folders whose day is `hari` or at most `jendela` days later.

    In the order of their days, so that a meeting finds the one before
    published.  One that is whole and whose inputs have not changed is left
    out.  A meeting that cannot be read, or whose book cannot, does not stop
    the others.
    """
    sampai = hari + min(timedelta(days=jendela), date.max - hari)
    rapat, terhalang = _daftar(params, folder)
    dibuat: list[Dibuat] = []
    lewati: list[Lewati] = []
    for r in rapat:
        if not hari <= r.tanggal <= sampai:
            lewati.append(Lewati(r.id, r.tanggal, LEWAT if r.tanggal < hari else JAUH))
            continue
        try:
            refresh_cuplikan(params, r.buku_data)
            sebab = sebab_dibuat(params, r, outputs)
            if sebab:
                dibuat.append(Dibuat(r.id, r.tanggal, sebab, run_rapat(params, r.path, outputs, jobs=jobs)))
            else:
                lewati.append(Lewati(r.id, r.tanggal, TETAP))
        except KlaError as e:
            terhalang.append(Terhalang(r.id, e.kesalahan))
    return HasilJadwal(hari, sampai, tuple(dibuat), tuple(lewati), tuple(terhalang))


def sebab_dibuat(params: Params, rapat: Rapat, outputs: Path) -> tuple[str, ...]:
    """Return in words why a meeting has to be made: changed inputs, packs absent or failed, damaged files.

    Empty for no reason.  Raises KlaError where its book is not there or is faulty.
    """
    rencana = plan_terbit(params, rapat, outputs)
    manifes = read_manifes(rencana.folder)
    if not isinstance(manifes.get("paket"), dict):
        return (_("belum pernah dibuat"),)
    sebab = list(beda_asal(manifes, rencana))
    belum = [p.id for p in rencana.paket if p.id not in manifes["paket"]]
    if belum:
        sebab.append(_("paket yang belum dibuat ({daftar})").format(daftar=", ".join(belum)))
    gagal = [p for p, isi in manifes["paket"].items() if not isinstance(isi, dict) or isi.get("keadaan") == "gagal"]
    if gagal:
        sebab.append(_("paket yang gagal terakhir kali ({daftar})").format(daftar=", ".join(gagal)))
    berkas = check_terbitan(rencana.folder)
    rusak = [*berkas.hilang, *berkas.berubah]
    if rusak:
        sebab.append(_("berkas yang hilang atau rusak ({daftar})").format(daftar=", ".join(rusak)))
    return tuple(sebab)


def _daftar(params: Params, folder: Iterable[Path]) -> tuple[list[Rapat], list[Terhalang]]:
    """Return the meetings by day and id, and the files that cannot be read as one."""
    rapat: dict[str, Rapat] = {}
    salah = []
    for path in [p for f in folder for p in sorted(f.glob("*.yaml")) if not is_milik_lain(p.name)]:
        try:
            r = load_rapat(params, path)
        except KlaError as e:
            salah.append(Terhalang(path.stem, e.kesalahan))
        else:
            rapat.setdefault(r.id, r)
    return sorted(rapat.values(), key=lambda r: (r.tanggal, r.id)), salah


def _dibuat_dict(d: Dibuat) -> dict[str, Any]:
    return {
        "rapat": d.rapat,
        "tanggal": d.tanggal.isoformat(),
        "sebab": list(d.sebab),
        "berhasil": d.hasil.berhasil,
        "index": str(d.hasil.folder / INDEX),
        "paket": {
            p.id: {
                "keadaan": "tetap" if p.tetap else "berhasil" if p.berhasil else "gagal",
                "detik": round(p.detik, 2),
                "pesan": redact_teks(p.pesan) or None,  # a hook may send it further
            }
            for p in d.hasil.paket
        },
    }
