"""Know the time zone of a province, and read the day and hour at which something happens in a city."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Literal

from pydantic import Field

from kla_lib.bahasa import _
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.riwayat import yang_berlaku
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.rules.yaml import Aturan, load_yaml
from kla_lib.tabel.nama import kunci_nama
from kla_lib.tabel.sel import kutip

BERKAS = "zona.yaml"

NamaZona = Literal["WIB", "WITA", "WIT"]

WAKTU = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{1,2})[:.](\d{2})(?::00)?(?:\s*([A-Za-z]+))?")


class _Selisih(Aturan):
    berlaku: date
    besaran: int = Field(ge=-12, le=14)
    sumber: Rujukan


class _Zona(Aturan):
    riwayat: tuple[_Selisih, ...] = Field(min_length=1)
    provinsi: tuple[str, ...]


class _BerkasZona(Aturan):
    zona: dict[NamaZona, _Zona]


@sekali
def load_zona(params: Params) -> Mapping[str, timezone]:
    """Return the time zones by their short names."""
    path = params.path(BERKAS)
    berkas = load_yaml(path, _BerkasZona)
    check_rujukan(params, nama_tampil(path), [r.sumber for z in berkas.zona.values() for r in z.riwayat])
    return {
        nama: timezone(timedelta(hours=yang_berlaku(z.riwayat, None, path)), nama) for nama, z in berkas.zona.items()
    }


def zona_provinsi(params: Params, provinsi: str) -> str | None:
    """Return the short name of a province's zone; None for a province that the list does not have."""
    cari = _kunci(provinsi)
    zona = load_yaml(params.path(BERKAS), _BerkasZona).zona
    return next((nama for nama, z in zona.items() if cari in map(_kunci, z.provinsi)), None)


def _kunci(provinsi: str) -> str:
    return kunci_nama(provinsi).removeprefix("provinsi ")


def baca_waktu(teks: str, zona: timezone) -> datetime:
    """Return a day and hour of a city's clock ("2025-05-20 16:00", with or without its zone behind).

    Raises ValueError, with a message for readers, for any other text, for a
    day or hour that does not exist, and for the name of another zone.
    """
    cocok = WAKTU.fullmatch(teks.strip())
    contoh = _("tulis seperti 2025-05-20 16:00")
    if cocok is None:
        raise ValueError(_("waktu '{waktu}' tidak terbaca; {contoh}").format(waktu=kutip(teks), contoh=contoh))
    hari, jam, menit, sebut = cocok.groups()
    try:
        saat = datetime.fromisoformat(f"{hari} {int(jam):02}:{menit}")
    except ValueError:
        raise ValueError(_("waktu '{waktu}' tidak ada di kalender atau jam").format(waktu=kutip(teks))) from None
    if sebut is not None and sebut.upper() != str(zona):
        raise ValueError(
            _("waktu '{waktu}' memakai zona {lain}, sedangkan kota ini memakai {zona}").format(
                waktu=kutip(teks), lain=sebut.upper(), zona=zona
            )
        )
    return saat.replace(tzinfo=zona)
