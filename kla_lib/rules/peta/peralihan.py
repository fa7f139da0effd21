"""Load the crosswalk between two forms: which part of one became which part of the other."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.form.instrumen import Instrumen, load_instrumen
from kla_lib.rules.form.kode import kode_bagian
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.rules.yaml import Aturan, load_yaml

PERALIHAN = "instrumen/peralihan"

Jenis = Literal["sama", "ganti_nama", "pecah", "gabung", "baru", "hilang"]
Tingkat = Literal["klaster", "indikator", "pertanyaan"]
TINGKAT: tuple[Tingkat, ...] = ("klaster", "indikator", "pertanyaan")
BALIK: dict[Jenis, Jenis] = {"pecah": "gabung", "gabung": "pecah", "baru": "hilang", "hilang": "baru"}

Kode = tuple[str, str | None, str | None]
"""(klaster, indikator, pertanyaan), None for a level left out."""


class _Butir(Aturan):
    jenis: Jenis
    dari: tuple[str, ...] = ()
    ke: tuple[str, ...] = ()
    catatan: str | None = None
    sumber: Rujukan


class _BerkasPeralihan(Aturan):
    dari: str
    ke: str
    tingkat: Tingkat
    butir: tuple[_Butir, ...] = Field(min_length=1)


@dataclass(frozen=True)
class ButirPeralihan:
    """One line of the crosswalk: codes of the old form that became codes of the new one."""

    jenis: Jenis
    dari: tuple[Kode, ...]
    ke: tuple[Kode, ...]
    catatan: str | None = None


@dataclass(frozen=True)
class Peralihan:
    """The crosswalk from form `dari` to form `ke`; its codes stand at `tingkat` or below."""

    dari: str
    ke: str
    tingkat: Tingkat
    butir: tuple[ButirPeralihan, ...]

    def balik(self) -> "Peralihan":
        """Return the crosswalk in the other direction: what was split is merged, what was new is gone."""
        return Peralihan(
            self.ke,
            self.dari,
            self.tingkat,
            tuple(ButirPeralihan(BALIK.get(b.jenis, b.jenis), b.ke, b.dari, b.catatan) for b in self.butir),
        )


def semua_kode(form: Instrumen) -> Iterator[Kode]:
    """Yield every klaster, indikator and pertanyaan, each before its parts, in the form's order."""
    for k in form.klaster:
        yield (k.id, None, None)
        for i in k.indikator:
            yield (k.id, i.kode, None)
            for p in form.pertanyaan.loc[form.pertanyaan["indikator"] == i.kode, "pertanyaan"]:
                yield (k.id, i.kode, p)


def bagian_terkecil(form: Instrumen) -> list[Kode]:
    """Return the units without parts: the questions, or what stands above them where they are not published."""
    semua = list(semua_kode(form))
    return [k for k, lanjut in zip(semua, [*semua[1:], None], strict=True) if lanjut is None or not di_bawah(lanjut, k)]


def di_bawah(kode: Kode, atas: Kode) -> bool:
    """Return whether a code lies below another, not being the same."""
    return kode != atas and all(a is None or a == k for k, a in zip(kode, atas, strict=True))


def load_peralihan(params: Params, dari: str, ke: str) -> Peralihan:
    """Return the crosswalk between two forms, from instrumen/peralihan in either direction.

    A form leads to itself unit by unit.  Raises KlaError where there is no
    file, and for every code that is unknown, missing or there twice.
    """
    if dari == ke:
        kode = bagian_terkecil(load_instrumen(params, dari))
        return Peralihan(dari, ke, "pertanyaan", tuple(ButirPeralihan("sama", (k,), (k,)) for k in kode))
    path, balik = (params.path(f"{PERALIHAN}/{a}-{b}.yaml") for a, b in ((dari, ke), (ke, dari)))
    if balik.is_file() and not path.is_file():
        return read_peralihan(params, balik, load_instrumen(params, ke), load_instrumen(params, dari)).balik()
    if not path.is_file():
        raise KlaError(
            Kesalahan(
                "peralihan",
                nama_tampil(path.parent),
                _("peralihan dari form {dari} ke form {ke} belum ada").format(dari=dari, ke=ke),
                _("Tulis {nama}. {ada}").format(nama=path.name, ada=maksud(path.stem, params.daftar(PERALIHAN))),
            )
        )
    return read_peralihan(params, path, load_instrumen(params, dari), load_instrumen(params, ke))


def read_peralihan(params: Params, path: Path, lama: Instrumen, baru: Instrumen) -> Peralihan:
    """Return the crosswalk of a file between two loaded forms, checked against both."""
    isi = load_yaml(path, _BerkasPeralihan)
    check_rujukan(params, nama_tampil(path), [b.sumber for b in isi.butir])
    salah = _form_lain(path, isi, lama, baru)
    daftar = [(_("dari"), lama, [k for b in isi.butir for k in b.dari])]
    daftar += [(_("ke"), baru, [k for b in isi.butir for k in b.ke])]
    for sisi, form, kode in daftar:
        salah += _check_kode(path, sisi, form, kode, isi.tingkat)
    for b in isi.butir:
        salah += _check_jenis(path, b)
    if salah:
        raise KlaError(salah)
    dikenal = [{kode_bagian(k): k for k in semua_kode(form)} for form in (lama, baru)]
    return Peralihan(
        isi.dari,
        isi.ke,
        isi.tingkat,
        tuple(
            ButirPeralihan(b.jenis, tuple(dikenal[0][k] for k in b.dari), tuple(dikenal[1][k] for k in b.ke), b.catatan)
            for b in isi.butir
        ),
    )


def _form_lain(path: Path, isi: _BerkasPeralihan, lama: Instrumen, baru: Instrumen) -> list[Kesalahan]:
    if (isi.dari, isi.ke) == (lama.id, baru.id):
        return []
    salah = _("berkas ini memuat peralihan {dari} ke {ke}, bukan {lama} ke {baru}").format(
        dari=isi.dari, ke=isi.ke, lama=lama.id, baru=baru.id
    )
    return [Kesalahan("peralihan", nama_tampil(path), salah, _("Samakan dari, ke dan nama berkasnya."))]


def _check_kode(path: Path, sisi: str, form: Instrumen, daftar: list[str], tingkat: Tingkat) -> list[Kesalahan]:
    """Return codes that the form does not hold, and its units that stand there twice or not at all."""
    dikenal = {kode_bagian(k): k for k in semua_kode(form)}
    terkecil = bagian_terkecil(form)
    kode_sah = [dikenal[k] for k in daftar if k in dikenal]
    milik = {k: [b for b in terkecil if b == k or di_bawah(b, k)] for k in kode_sah}
    kali = Counter(b for k in kode_sah for b in milik[k])
    tinggi = [k for k in milik if sum(bagian is not None for bagian in k) <= TINGKAT.index(tingkat)]
    ganda = [k for k in milik if any(kali[b] > 1 for b in milik[k])]
    salah = [
        *((k, _("'{kode}' tidak ada di form {form}"), maksud(k, dikenal)) for k in daftar if k not in dikenal),
        *(
            (
                kode_bagian(k),
                _("'{kode}' lebih tinggi dari tingkat {tingkat}"),
                _("Tulis bagian-bagiannya, atau naikkan tingkat."),
            )
            for k in tinggi
        ),
        *(
            (kode_bagian(k), _("'{kode}' disebut lebih dari sekali"), _("Sebut setiap bagian form tepat sekali."))
            for k in ganda
        ),
        *(
            (
                kode_bagian(b),
                _("'{kode}' dari form {form} belum disebut"),
                _("Tambahkan butirnya; bila tidak punya pasangan, pakai jenis baru atau hilang."),
            )
            for b in terkecil
            if not kali[b]
        ),
    ]
    return [
        Kesalahan("kode", nama_tampil(path), f"{sisi}: " + isi.format(kode=k, form=form.id, tingkat=tingkat), perbaikan)
        for k, isi, perbaikan in salah
    ]


def _check_jenis(path: Path, b: _Butir) -> list[Kesalahan]:
    """Return the fault of a kind that the numbers of codes do not allow."""
    dari, ke = len(b.dari), len(b.ke)
    cocok = {
        "sama": dari == ke == 1 and b.dari == b.ke,
        "ganti_nama": dari == ke == 1,
        "pecah": dari == 1 and ke > 1,
        "gabung": dari > 1 and ke == 1,
        "baru": dari == 0 and ke > 0,
        "hilang": dari > 0 and ke == 0,
    }[b.jenis]
    if cocok:
        return []
    salah = _("jenis {jenis} tidak sesuai dengan {dari} menjadi {ke}").format(
        jenis=b.jenis, dari=", ".join(b.dari) or "-", ke=", ".join(b.ke) or "-"
    )
    perbaikan = _(
        "sama: satu kode yang tetap; ganti_nama: satu menjadi satu; pecah: satu menjadi beberapa; "
        "gabung: beberapa menjadi satu; baru: tanpa dari; hilang: tanpa ke."
    )
    return [Kesalahan("jenis", nama_tampil(path), salah, perbaikan)]
