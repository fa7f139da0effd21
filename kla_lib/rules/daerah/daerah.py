"""Load a city or regency: its name, which office plays which role, and how people spell that office."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import ValidationInfo, field_validator

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.daerah.riwayat import AkhirResmi, check_riwayat
from kla_lib.rules.daerah.semua_daerah import DaerahIndonesia, calon_daerah, cari_daerah, check_kode
from kla_lib.rules.daerah.terbitan import IndeksResmi, NilaiTerbit, check_terbitan
from kla_lib.rules.daerah.wilayah import BerkasWilayah, Wilayah, check_wilayah, load_wilayah
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.yaml import Aturan, load_yaml
from kla_lib.tabel.nama import kunci_nama, sebut_tak_tampak
from kla_lib.tempat import is_tempat
from kla_lib.terdekat import nomor_sama

PALING_PANJANG = {"nama": 60, "saluran": 80}
"""Letters of each part: both stand whole in a text for chat."""


class Kontak(Aturan):
    """The desk that receives documents, and through which channel; no person needs to be named."""

    nama: str
    saluran: str

    @field_validator("nama", "saluran")
    @classmethod
    def _check_pendek(cls, isi: str, info: ValidationInfo) -> str:
        batas = PALING_PANJANG[str(info.field_name)]
        if not isi.strip() or len(isi.splitlines()) > 1 or len(isi) > batas:
            raise ValueError(
                _("isi '{isi}' kosong, lebih dari satu baris, atau lebih dari {batas} huruf").format(
                    isi=isi, batas=batas
                )
            )
        if tanda := sebut_tak_tampak(isi):
            raise ValueError(_("isi memuat tanda yang tidak tampak: {tanda}").format(tanda=tanda))
        return isi.strip()


DAERAH = "daerah"
Jenis = Literal["kabupaten", "kota"]
HAMPIR_SAMA = 0.8
"""From this likeness on (difflib, 0 to 1) an unknown spelling is taken for a slip of a known one."""


class Opd(Aturan):
    """An office of the city: its name and the other spellings met in tables."""

    nama: str
    alias: tuple[str, ...] = ()


class _BerkasDaerah(Aturan):
    nama: str
    jenis: Jenis
    provinsi: str
    opd: dict[str, Opd]
    kode: str | None = None
    wilayah: BerkasWilayah = BerkasWilayah()
    kontak: Kontak | None = None
    riwayat: tuple[AkhirResmi, ...] = ()
    nilai_terbit: tuple[NilaiTerbit, ...] = ()
    indeks_resmi: tuple[IndeksResmi, ...] = ()


def ejaan(teks: str) -> str:
    """Return a spelling without case, spaces and punctuation: "Dinas P.U." and "dinas_pu" are one."""
    return re.sub(r"[\W_]", "", kunci_nama(teks))


def _inti(teks: str) -> str:
    """Return what tells one office from another: without it Dinas Perikanan is nearly Dinas Pendidikan."""
    return re.sub(r"^(dinas|badan|bagian|kantor)(?=.)", "", ejaan(teks))


@dataclass(frozen=True)
class Daerah:
    """A city with the name of the office behind every role of the form.

    wilayah: its areas, every kecamatan followed by its kelurahan; empty where
    the city file does not list them.  kontak: where offices send what is asked
    of them; None where the city file does not say.  jenis: None for a city
    without a file of its own.  kode: of the Ministry of Home Affairs, where the
    file says it.  riwayat: the official finals that the file holds.
    nilai_terbit, indeks_resmi: what others have published of it.
    """

    id: str
    nama: str
    provinsi: str
    opd: dict[str, Opd]
    wilayah: tuple[Wilayah, ...] = ()
    kontak: Kontak | None = None
    jenis: Jenis | None = None
    kode: str | None = None
    riwayat: tuple[AkhirResmi, ...] = ()
    nilai_terbit: tuple[NilaiTerbit, ...] = ()
    indeks_resmi: tuple[IndeksResmi, ...] = ()

    def nama_opd(self, peran: str) -> str:
        """Return the name of a role's office or of an area by its code; any other text comes back as it is."""
        return self.opd[peran].nama if peran in self.opd else self._nama_wilayah.get(peran, peran)

    def peran_of(self, teks: str) -> str | None:
        """Return the role that a role id, an office's name or an alias stands for; None for any other text.

        The city's own name may follow: "Dinas Kesehatan Kota Bekasi".
        """
        tulisan = ejaan(teks)
        return self._peran_menurut_ejaan.get(tulisan) or self._peran_menurut_ejaan.get(self._tanpa_kota(tulisan))

    def opd_mirip(self, teks: str) -> str | None:
        """Return the known name that an unknown one is a slip of, or None where it is nothing like any of them.

        A name with another number is another office.
        """
        calon = {inti: nama for inti, nama in self._nama_menurut_inti.items() if nomor_sama(teks, nama)}
        dekat = difflib.get_close_matches(_inti(teks), calon, n=1, cutoff=HAMPIR_SAMA)
        return calon[dekat[0]] if dekat else None

    def _tanpa_kota(self, tulisan: str) -> str:
        """Return a spelling without the city's own name at its end, for which "Kab." may stand too."""
        kota = ejaan(self.nama)
        return tulisan.removesuffix(kota).removesuffix(re.sub("^kabupaten", "kab", kota))

    @cached_property
    def _nama_wilayah(self) -> dict[str, str]:
        return {w.kode: w.nama for w in self.wilayah}

    @cached_property
    def _peran_menurut_ejaan(self) -> dict[str, str]:
        nama = {ejaan(n): p for p, o in self.opd.items() for n in (*o.alias, o.nama) if ejaan(n)}
        return nama | {ejaan(p): p for p in self.opd}

    @cached_property
    def _nama_menurut_inti(self) -> dict[str, str]:
        return {_inti(n): n for p, o in self.opd.items() for n in (p, *o.alias, o.nama) if _inti(n)}


def load_daerah(params: Params, id_daerah: str) -> Daerah:
    """Return the city of daerah/<id>.yaml; one of the country without a file, with the common names of its offices.

    Raises KlaError for a text that is neither, or that means a kabupaten as well as a kota.
    """
    path = path_daerah(params, id_daerah)
    return (None if path.is_file() else _tanpa_berkas(params, id_daerah)) or read_daerah(params, path)


def _tanpa_berkas(params: Params, teks: str) -> Daerah | None:
    """Return a known region as its table knows it, or None; one that has a file under another id is that."""
    if not calon_daerah(params, teks):
        return None
    d = cari_daerah(params, teks)
    id_baku = _id_of(params, d)
    if path_daerah(params, id_baku).is_file():
        return read_daerah(params, path_daerah(params, id_baku))
    umum = {peran: Opd(nama=r.nama) for peran, r in load_peran(params).items()}
    jenis: Jenis = "kota" if d.jenis == "kota" else "kabupaten"
    return Daerah(id_baku, d.nama, d.provinsi, umum, load_wilayah(params, id_baku), None, jenis)


def id_daerah_baku(params: Params, teks: str) -> str | None:
    """Return the one id of a region that is written as id, name or code; None for a text that means none or two."""
    if is_tempat(f"{teks}.yaml") and "/" not in teks and path_daerah(params, teks).is_file():
        return teks
    calon = calon_daerah(params, teks)
    return _id_of(params, calon[0]) if len(calon) == 1 else None


def _id_of(params: Params, d: DaerahIndonesia) -> str:
    """Return the id of a region: that of its file, which may be called by the name alone, else the table's."""
    for calon in (d.id, d.id.partition("-")[2]):
        path = path_daerah(params, calon)
        if path.is_file() and d in calon_daerah(params, load_yaml(path, _BerkasDaerah).nama):
            return calon
    return d.id


def path_daerah(params: Params, id_daerah: str) -> Path:
    """Return the file of a city, or the place where it would be."""
    return params.path(f"{DAERAH}/{id_daerah}.yaml")


def read_daerah(params: Params, path: Path) -> Daerah:
    """Return the city of a file; roles it does not map get their common name.

    Raises KlaError for an unknown role, a spelling that would mean two offices, another region's code, and what
    `check_wilayah` and `check_riwayat` refuse.
    """
    isi = load_yaml(path, _BerkasDaerah)
    peran = load_peran(params)
    asing = [p for p in isi.opd if p not in peran]
    if asing:
        raise KlaError(
            Kesalahan(
                "peran",
                nama_tampil(path),
                _("peran '{peran}' tidak dikenal").format(peran=p),
                maksud(p, peran),
            )
            for p in asing
        )
    salah = _alias_ganda(path, isi.opd, peran) + check_wilayah(path, isi.wilayah)
    salah += check_riwayat(params, nama_tampil(path), isi.riwayat)
    salah += check_terbitan(params, nama_tampil(path), isi.nilai_terbit, isi.indeks_resmi)
    if isi.kode is not None:
        salah += check_kode(params, nama_tampil(path), isi.nama, isi.kode)
    if salah:
        raise KlaError(salah)
    # The city's own names come last, so that a spelling which is also a common name means the city's office.
    umum = {p: Opd(nama=r.nama) for p, r in peran.items() if p not in isi.opd}
    return Daerah(
        path.stem,
        isi.nama,
        isi.provinsi,
        umum | isi.opd,
        isi.wilayah.daftar() or load_wilayah(params, path.stem),
        isi.kontak,
        isi.jenis,
        isi.kode,
        isi.riwayat,
        isi.nilai_terbit,
        isi.indeks_resmi,
    )


def _alias_ganda(path: Path, opd: dict[str, Opd], semua: Iterable[str]) -> list[Kesalahan]:
    """Return the spellings that two roles share; the id of a role is always its own."""
    pemilik: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for peran in semua:
        pemilik[ejaan(peran)][peran] = peran
    for peran, o in opd.items():
        for nama in (o.nama, *o.alias):
            pemilik[ejaan(nama)].setdefault(peran, nama)
    return [
        Kesalahan(
            "alias_ganda",
            nama_tampil(path),
            _("'{nama}' dipakai untuk {daftar}").format(nama=list(milik.values())[-1], daftar=_(" dan ").join(milik)),
            _("Sisakan di satu kantor saja; yang lain perlu nama yang membedakannya."),
        )
        for milik in pemilik.values()
        if len(milik) > 1
    ]


def find_daerah(params: Params, id_daerah: str) -> Daerah | None:
    """Return the city, or None where the rules do not know it."""
    if path_daerah(params, id_daerah).is_file():
        return load_daerah(params, id_daerah)
    return _tanpa_berkas(params, id_daerah) if id_daerah_baku(params, id_daerah) else None


def nama_daerah(params: Params, id_daerah: str) -> str:
    """Return a city's name; one without a file of its own is called by its id."""
    daerah = find_daerah(params, id_daerah)
    return daerah.nama if daerah else id_daerah


@sekali
def peran_terpetakan(params: Params) -> frozenset[str]:
    """Return the roles that at least one city file gives an office."""
    return frozenset(p for path in params.daftar(DAERAH).values() for p in load_yaml(path, _BerkasDaerah).opd)
