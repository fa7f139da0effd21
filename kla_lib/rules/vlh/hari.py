"""Load the day of field verification of a meeting: the usual one, with what the city has otherwise in its place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import Rapat
from kla_lib.rules.riwayat import yang_berlaku
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.rules.vlh.berkas import BerkasVlh, Ditanya, Lokus, SesiVlh
from kla_lib.rules.vlh.zona import baca_waktu, load_zona, zona_provinsi
from kla_lib.rules.yaml import load_yaml

VLH, UMUM = "vlh", "umum"


@dataclass(frozen=True)
class HariVlh:
    """The day as the city plans it.

    path: the file that the city wrote, or the usual one.  lazim: whether the
    places are the usual ones.  mulai: when the hours for mending began; None
    where nobody wrote it.  zona: short name of the city's time zone, None
    where it is not known.  zona_sendiri: whether the file sets it.  sumber:
    where the usual places are known from; None for a city's own.  lemah, dokumen_tua: see `AnggapanBank`.
    """

    path: Path
    lazim: bool
    tanggal: date | None
    zona: str | None
    zona_sendiri: bool
    mulai: datetime | None
    sesi: tuple[SesiVlh, ...]
    lokus: tuple[Lokus, ...]
    ditanya: tuple[Ditanya, ...]
    sumber: Rujukan | None
    lemah: float
    dokumen_tua: float


def load_hari(params: Params, rapat: Rapat, daerah: Daerah, instrumen: Instrumen, tahun: int) -> HariVlh:
    """Return the day of vlh/<meeting>.yaml, else of vlh/<city>.yaml, else the usual one.

    What the city's file leaves out is taken from the usual one; its reported
    questions stand beside those.  The managers of places become roles.  Raises
    KlaError for a manager that is no office of the city, a code that the form
    does not hold, two places or rooms of one name, a time that cannot be, and
    a start of the hours without a known time zone.
    """
    umum_path = params.path(f"{VLH}/{UMUM}.yaml")
    umum, path = load_yaml(umum_path, BerkasVlh), _path_kota(params, rapat, umum_path)
    kota = umum if path == umum_path else load_yaml(path, BerkasVlh)
    lazim = not kota.lokus or path == umum_path
    lokus = _menurut_form(umum, instrumen) if lazim else kota.lokus
    ditanya = umum.ditanya if path == umum_path else (*umum.ditanya, *kota.ditanya)
    berkas = nama_tampil(path)
    salah = [*_ganda(berkas, lokus, ditanya), *_lokus(berkas, lokus, daerah, instrumen)]
    salah += _ditanya(berkas, ditanya, lokus, daerah)
    zona = kota.zona or zona_provinsi(params, daerah.provinsi)
    mulai = None
    try:
        mulai = _mulai(params, kota, zona, daerah)
    except ValueError as e:
        salah.append(
            Kesalahan(
                "waktu",
                berkas,
                str(e),
                _("Perbaiki isi kunci ini."),
                sel=_("kunci {kunci}").format(kunci="jendela.mulai"),
            )
        )
    if salah:
        raise KlaError(salah)
    check_rujukan(params, nama_tampil(umum_path), _rujukan(umum))
    check_rujukan(params, berkas, _rujukan(kota))
    anggapan = kota.anggapan or umum.anggapan
    if anggapan is None:  # a usual day of the city's own, in the place of ours
        raise KlaError(_tanpa_anggapan(nama_tampil(umum_path)))
    return HariVlh(
        path,
        lazim,
        kota.tanggal,
        zona,
        kota.zona is not None,
        mulai,
        kota.sesi or umum.sesi,
        tuple(p.model_copy(update={"pengelola": daerah.peran_of(p.pengelola)}) for p in lokus),
        ditanya,
        umum.sumber if lazim else None,
        yang_berlaku(anggapan.lemah.riwayat, tahun, path),
        yang_berlaku(anggapan.dokumen_tua.riwayat, tahun, path),
    )


def _path_kota(params: Params, rapat: Rapat, umum: Path) -> Path:
    """Return the file of the meeting, else of its city, else the usual one."""
    ada = params.daftar(VLH)
    return next((ada[nama] for nama in (rapat.id, rapat.daerah) if nama in ada), umum)


def _tanpa_anggapan(berkas: str) -> Kesalahan:
    return Kesalahan(
        "anggapan",
        berkas,
        _("kunci 'anggapan' belum ada"),
        _("Salin bagian anggapan dari params/vlh/umum.yaml."),
        sel=_("kunci {kunci}").format(kunci="anggapan"),
    )


def _menurut_form(umum: BerkasVlh, instrumen: Instrumen) -> tuple[Lokus, ...]:
    """Return the usual places; of another form than theirs they know the klaster only."""
    if umum.instrumen == instrumen.id:
        return umum.lokus
    return tuple(p.model_copy(update={"indikator": ()}) for p in umum.lokus)


def _mulai(params: Params, kota: BerkasVlh, zona: str | None, daerah: Daerah) -> datetime | None:
    if kota.jendela is None:
        return None
    if zona is None:
        raise ValueError(
            _("zona waktu {provinsi} tidak diketahui; tulis kunci zona: WIB, WITA, atau WIT").format(
                provinsi=daerah.provinsi or daerah.nama
            )
        )
    return baca_waktu(kota.jendela.mulai, load_zona(params)[zona])


def _rujukan(berkas: BerkasVlh) -> list[Rujukan]:
    a = berkas.anggapan
    milik = [berkas.sumber] if berkas.sumber else []
    milik += [d.sumber for d in berkas.ditanya]
    return milik + ([b.sumber for isi in (a.lemah, a.dokumen_tua) for b in isi.riwayat] if a else [])


def _ganda(berkas: str, lokus: Iterable[Lokus], ditanya: Iterable[Ditanya]) -> Iterator[Kesalahan]:
    """Yield ids and video rooms that two share: each place has its own room, and nobody may answer in two."""
    daftar: Mapping[str, list[str]] = {
        "lokus.id": [p.id for p in lokus],
        "lokus.ruang": [p.ruang for p in lokus if p.ruang],
        "ditanya.id": [d.id for d in ditanya],
    }
    for kunci, isi in daftar.items():
        for nama in sorted(n for n, banyak in Counter(isi).items() if banyak > 1):
            yield Kesalahan(
                "ganda",
                berkas,
                _("'{nama}' dipakai dua kali").format(nama=nama),
                _("Beri yang lain nama atau ruang sendiri."),
                sel=_("kunci {kunci}").format(kunci=kunci),
            )


def _lokus(berkas: str, lokus: Iterable[Lokus], daerah: Daerah, instrumen: Instrumen) -> Iterator[Kesalahan]:
    rumah = dict(zip(instrumen.indikator["indikator"], instrumen.indikator["klaster"], strict=True))
    for p in lokus:
        if daerah.peran_of(p.pengelola) is None:
            yield _kantor_asing(berkas, f"lokus {p.id}, pengelola", p.pengelola, daerah)
        for i in p.indikator:
            if rumah.get(i) not in p.klaster:
                milik = [k for k, klaster in rumah.items() if klaster in p.klaster]
                yield Kesalahan(
                    "kode",
                    berkas,
                    _("indikator '{i}' tidak ada di klaster tempat ini").format(i=i),
                    maksud(i, milik),
                    sel=_("kunci {kunci}").format(kunci=f"lokus {p.id}, indikator"),
                )


def _ditanya(berkas: str, ditanya: Iterable[Ditanya], lokus: Iterable[Lokus], daerah: Daerah) -> Iterator[Kesalahan]:
    dikenal = [p.id for p in lokus]
    for d in ditanya:
        if daerah.peran_of(d.peran) is None:
            yield _kantor_asing(berkas, f"ditanya {d.id}, peran", d.peran, daerah)
        for asing in d.lokus:
            if asing not in dikenal:
                yield Kesalahan(
                    "lokus",
                    berkas,
                    _("tempat '{id}' tidak ada dalam daftar lokus").format(id=asing),
                    maksud(asing, dikenal),
                    sel=_("kunci {kunci}").format(kunci=f"ditanya {d.id}, lokus"),
                )


def _kantor_asing(berkas: str, kunci: str, isi: str, daerah: Daerah) -> Kesalahan:
    """Return the fault of whoever is no office; what was written may be a person's name, and is not repeated."""
    mirip = daerah.opd_mirip(isi)
    saran = _("Maksud Anda '{pilihan}'?").format(pilihan=mirip) + " " if mirip else ""
    return Kesalahan(
        "kantor",
        berkas,
        _("isinya bukan kantor atau peran yang dikenal di {daerah}").format(daerah=daerah.nama),
        saran + _("Tulis peran seperti dinas_kesehatan, atau nama kantornya; nama orang tidak ditulis."),
        sel=_("kunci {kunci}").format(kunci=kunci),
    )
