"""Know all regencies and cities of the country by code, by name and by id."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.tabel_aturan import read_tabel
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import KODE
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.nama import kunci_nama
from kla_lib.tabel.sel import kutip

BERKAS = "wilayah/daerah.csv"

SEMUA_DAERAH = Bentuk(
    lembar="Daerah",
    berkas="daerah.csv",
    kunci=("kode",),
    kolom=(
        Kolom("kode", KODE, wajib=True),
        Kolom("nama", wajib=True),
        Kolom("jenis", wajib=True, pilihan=("kabupaten", "kota")),
        Kolom("provinsi", wajib=True),
        Kolom("nama_lain", opsional=True),  # whole names too, joined by "|"
    ),
)
POLA_KODE = re.compile(r"\d\d\.\d\d")
TULISAN_KODE = re.compile(r"(\d\d)[.\s]?(\d\d)")
SEBUTAN = {
    "kab": "kabupaten",
    "pemkab": "kabupaten",
    "pemkot": "kota",
    "kotamadya": "kota",
}
"""What people write for the kind of a region."""
JENIS = ("kabupaten", "kota")


@dataclass(frozen=True)
class DaerahIndonesia:
    """A regency or city with the Ministry of Home Affairs' code ("32.75") and the whole names it also goes by."""

    kode: str
    nama: str
    jenis: str
    provinsi: str
    nama_lain: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id under which files and meetings know it: "kabupaten-lombok-tengah"."""
        return "-".join(_kata(self.nama))


@dataclass(frozen=True)
class _Buku:
    """The table with its index by spelling."""

    daftar: tuple[DaerahIndonesia, ...]

    @cached_property
    def menurut_kode(self) -> dict[str, DaerahIndonesia]:
        return {d.kode: d for d in self.daftar}

    @cached_property
    def menurut_nama(self) -> dict[str, tuple[DaerahIndonesia, ...]]:
        """Regions by each spelling, whole ("kotabekasi") or without its kind ("bekasi")."""
        hasil: defaultdict[str, dict[str, DaerahIndonesia]] = defaultdict(dict)
        for d in self.daftar:
            for nama in (d.nama, *d.nama_lain):
                for tulisan in _tulisan(nama):
                    hasil[tulisan][d.kode] = d
        return {tulisan: tuple(milik.values()) for tulisan, milik in hasil.items()}


def load_semua_daerah(params: Params) -> tuple[DaerahIndonesia, ...]:
    """Return every regency and city, by code.

    Raises KlaError for a code that is not written "32.75", a name that does not
    begin with its kind or that two regions share, and a province whose name
    differs from that of the same code above.
    """
    return _load(params).daftar


def cari_daerah(params: Params, teks: str, berkas: str | None = None) -> DaerahIndonesia:
    """Return the region of a name ("Kab. Lombok Tengah"), a code ("52.02", "5202") or an id ("kota-bekasi").

    berkas: where the text stands, for the message.  Raises KlaError where no
    region goes by it, or a kabupaten as well as a kota do.
    """
    calon = calon_daerah(params, teks)
    if len(calon) == 1:
        return calon[0]
    tempat = berkas if berkas is not None else nama_tampil(params.path(BERKAS))
    if calon:
        raise KlaError(
            Kesalahan(
                "daerah",
                tempat,
                _("'{teks}' berarti {daftar}").format(
                    teks=kutip(teks), daftar=_(" atau ").join(f"{d.nama} ({d.kode})" for d in calon)
                ),
                _("Tulis nama lengkapnya, misalnya {nama}, atau kodenya.").format(nama=calon[0].nama),
            )
        )
    raise KlaError(
        Kesalahan("daerah", tempat, _("daerah '{teks}' tidak dikenal").format(teks=kutip(teks)), _serupa(params, teks))
    )


def calon_daerah(params: Params, teks: str) -> tuple[DaerahIndonesia, ...]:
    """Return the regions that a text may mean: none, one, or a kabupaten and a kota of one name."""
    if not params.path(BERKAS).is_file():  # rules of a house that knows its own cities only
        return ()
    buku = _load(params)
    kode = TULISAN_KODE.fullmatch(teks.strip())
    if kode:
        daerah = buku.menurut_kode.get(".".join(kode.groups()))
        return (daerah,) if daerah else ()
    return buku.menurut_nama.get("".join(_kata_baku(teks)), ())


def check_kode(params: Params, berkas: str, nama: str, kode: str) -> list[Kesalahan]:
    """Return that no region goes by a name, that two do, or that its code is another."""
    try:
        daerah = cari_daerah(params, nama, berkas)
    except KlaError as e:
        return list(e.kesalahan)
    if daerah.kode == kode:
        return []
    return [
        Kesalahan(
            "kode_daerah",
            berkas,
            _("kode '{kode}' bukan kode {nama}").format(kode=kutip(kode), nama=daerah.nama),
            _("Tulis {kode}, atau perbaiki nama daerahnya.").format(kode=daerah.kode),
        )
    ]


def _kata(teks: str) -> list[str]:
    return re.findall(r"[^\W_]+", kunci_nama(teks))


def _kata_baku(teks: str) -> list[str]:
    """Return the words of a name with its kind written in full, without "administrasi"."""
    kata = _kata(teks)
    if kata[:2] in (["pemerintah", "kabupaten"], ["pemerintah", "kota"]):
        kata = kata[1:]
    if kata:
        kata[0] = SEBUTAN.get(kata[0], kata[0])
    return [k for k in kata if k not in ("administrasi", "adm")]


def _tulisan(nama: str) -> tuple[str, str]:
    """Return a name as one word, with and without its kind."""
    kata = _kata_baku(nama)
    return "".join(kata), "".join(kata[1:])


def _serupa(params: Params, teks: str) -> str:
    """Return what an unknown region may be: a code of its province, its name with the other kind, a name like it."""
    semua = load_semua_daerah(params)
    kode, kata = TULISAN_KODE.fullmatch(teks.strip()), _kata_baku(teks)
    if kode:
        sama = [d.kode for d in semua if d.kode.startswith(kode[1])]
        if sama:
            return _("Kode provinsi ini: {awal} sampai {akhir}.").format(awal=sama[0], akhir=sama[-1])
    if kode or not set(kata) - set(JENIS):
        return _("Tulis nama kabupaten/kota, misalnya Kota Bekasi, atau kode Kemendagrinya, misalnya 32.75.")
    if kata[0] not in JENIS:
        return maksud(kutip(teks), [d.nama.partition(" ")[2] for d in semua])
    lain = calon_daerah(params, " ".join(kata[1:]))
    return maksud(lain[0].nama if lain else kutip(teks), [d.nama for d in semua])


@sekali
def _load(params: Params) -> _Buku:
    mentah, isi = read_tabel(params.path(BERKAS), SEMUA_DAERAH)
    daerah = {
        nomor: DaerahIndonesia(
            b["kode"], b["nama"], b["jenis"], b["provinsi"], tuple(filter(None, (b["nama_lain"] or "").split("|")))
        )
        for nomor, b in isi.items()
    }
    salah = [s for nomor, d in daerah.items() for s in _check(mentah, nomor, d)]
    salah += _provinsi_salah(mentah, daerah) + _nama_ganda(mentah, daerah)
    if salah:
        raise KlaError(salah)
    return _Buku(tuple(sorted(daerah.values(), key=lambda d: d.kode)))


def _check(mentah: TabelMentah, baris: int, d: DaerahIndonesia) -> Iterable[Kesalahan]:
    if not POLA_KODE.fullmatch(d.kode):
        yield mentah.kesalahan(
            "kode_daerah",
            _("'{kode}' bukan kode Kemendagri").format(kode=kutip(d.kode)),
            _("Tulis dua angka, titik, dua angka sebagai teks, misalnya 32.75."),
            "kode",
            baris,
        )
    for kolom, nama in (("nama", d.nama), *(("nama_lain", n) for n in d.nama_lain)):
        kata = _kata(nama)
        if kata[:1] != [d.jenis] or len(kata) < 2:
            yield mentah.kesalahan(
                "nama_daerah",
                _("nama '{nama}' tidak diawali '{jenis}'").format(nama=kutip(nama), jenis=d.jenis.capitalize()),
                _("Tulis nama lengkapnya, misalnya Kota Bekasi, atau perbaiki kolom jenis."),
                kolom,
                baris,
            )


def _provinsi_salah(mentah: TabelMentah, daerah: dict[int, DaerahIndonesia]) -> list[Kesalahan]:
    """Return the provinces that bear another name than the first of the same code."""
    nama: dict[str, str] = {}
    return [
        mentah.kesalahan(
            "provinsi",
            _("provinsi '{provinsi}' berbeda dari '{lain}' pada kode {kode} di baris sebelumnya").format(
                provinsi=kutip(d.provinsi), lain=pertama, kode=d.kode[:2]
            ),
            _("Tulis nama provinsi yang sama untuk dua angka awal kode yang sama."),
            "provinsi",
            baris,
        )
        for baris, d in daerah.items()
        if (pertama := nama.setdefault(d.kode[:2], d.provinsi)) != d.provinsi
    ]


def _nama_ganda(mentah: TabelMentah, daerah: dict[int, DaerahIndonesia]) -> list[Kesalahan]:
    """Return the whole names that two regions share."""
    milik: dict[str, str] = {}
    return [
        mentah.kesalahan(
            "nama_ganda",
            _("'{nama}' sudah menjadi nama daerah {kode}").format(nama=kutip(nama), kode=pemilik),
            _("Sisakan di satu daerah saja."),
            kolom,
            baris,
        )
        for baris, d in daerah.items()
        for kolom, nama in (("nama", d.nama), *(("nama_lain", n) for n in d.nama_lain))
        if (pemilik := milik.setdefault(_tulisan(nama)[0], d.kode)) != d.kode
    ]
