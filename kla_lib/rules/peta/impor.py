"""Take a form in from a table with any column names: questions, and a head where none exists yet."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import Field
from ruamel.yaml import YAML

from kla_lib.bahasa import _, tulis_angka
from kla_lib.berkas import write_result
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.daerah import Daerah, load_daerah
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.form.kepala import KLASTER, Kepala
from kla_lib.rules.form.pertanyaan import PERTANYAAN
from kla_lib.rules.params import Params
from kla_lib.rules.peta.impor_kepala import Dasar, make_kepala
from kla_lib.rules.peta.peta import Peta, load_peta, read_peta
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import ANGKA_DESIMAL
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.periksa import check_tabel
from kla_lib.tabel.sel import kutip, tampil


def pertanyaan_csv(tabel: pd.DataFrame, kolom: list[str]) -> bytes:
    """Return the typed questions as CSV: ya and tidak, numbers without a needless ".0", empty for unknown."""
    keluar = io.StringIO()
    penulis = csv.writer(keluar, lineterminator="\n")
    penulis.writerow(kolom)
    penulis.writerows([[_sel(v) for v in baris] for baris in tabel[kolom].itertuples(index=False)])
    return keluar.getvalue().encode("utf-8")


def kepala_yaml(kepala: Kepala) -> bytes:
    """Return the head as YAML; codes that look like numbers stand in quotation marks."""
    yaml = YAML()
    yaml.width = 10_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    keluar = io.StringIO()
    yaml.dump(_rapi(kepala.model_dump(exclude_defaults=True)), keluar)
    return keluar.getvalue().encode("utf-8")


def _sel(isi: Any) -> str:
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if isi is None or isi != isi:
        return ""
    return f"{isi:.15g}" if isinstance(isi, float) else str(isi)


def _rapi(isi: Any) -> Any:
    """Return lists for tuples and whole numbers without a point."""
    if isinstance(isi, dict):
        return {k: _rapi(v) for k, v in isi.items()}
    if isinstance(isi, list | tuple):
        return [_rapi(v) for v in isi]
    return int(isi) if isinstance(isi, float) and isi.is_integer() else isi


TAMBAHAN = (
    Kolom("maksimal_indikator", ANGKA_DESIMAL, sedikit=0, opsional=True),
    Kolom("nama_indikator", opsional=True),
)
"""What a table may say of the indikator of each row; it goes into the head."""


class PetaForm(Peta):
    """The mapping of a form.

    `nilai` has our ids for their words in klaster and opd (roles, joined by "|"
    where one word means two).  pemisah_kantor: the signs between the offices of
    one cell.  daerah: the city whose names and aliases of offices are used.
    dasar: the form whose names of klaster and indikator are taken where the
    codes agree.  judul, berlaku, sumber and nilai_maksimal go into the head.
    """

    judul: str
    berlaku: date
    sumber: Rujukan
    nilai_maksimal: float | None = Field(default=None, gt=0)
    dasar: str | None = None
    daerah: str | None = None
    pemisah_kantor: tuple[str, ...] = ("|", ";", "\n")


@dataclass(frozen=True)
class HasilImpor:
    """What was written: the table of questions, and the head (None where one stood there already)."""

    tabel: Path
    kepala: Path | None
    pertanyaan: int
    poin: float


def import_form(params: Params, berkas: Path, path_peta: Path, tujuan: Path, timpa: bool = False) -> HasilImpor:
    """Write the questions of `berkas` as `tujuan` (a .csv), and a head beside it where there is none.

    An existing head is never touched.  Raises KlaError with every fault of the
    mapping or of the table, and where `tujuan` exists and `timpa` is false;
    then nothing is written.
    """
    _check_tujuan(tujuan, timpa)
    peta = load_peta(path_peta, PetaForm)
    check_rujukan(params, nama_tampil(path_peta), [peta.sumber])
    daerah = load_daerah(params, peta.daerah) if peta.daerah else None
    wajib = [k.nama for k in PERTANYAAN.kolom if not k.opsional]
    boleh = [k.nama for k in (*PERTANYAAN.kolom, *TAMBAHAN) if k.opsional]
    mentah = read_peta(berkas, peta, wajib, boleh)
    mentah, salah = _ke_peran(params, mentah, peta, daerah)
    tabel, salah_sel = check_tabel(mentah, _bentuk())
    salah = [*salah_sel, *_klaster_asing(mentah, peta), *salah, *_salah_maksimal(mentah, tabel)]
    if tabel.empty:
        salah.append(
            mentah.kesalahan("kosong", _("tidak ada pertanyaan di bawah baris kepala"), _("Periksa lewati di peta."))
        )
    if salah:
        raise KlaError(salah)
    kolom = [k for k in PERTANYAAN.nama_kolom if k in mentah.isi]
    path_kepala: Path | None = tujuan.with_suffix(".yaml")
    isi = pertanyaan_csv(tabel, kolom)
    if path_kepala is not None and not path_kepala.exists():
        dasar = Dasar.load(params, peta.dasar)
        kepala = make_kepala(tabel, tujuan, dasar, peta.judul, peta.berlaku, peta.sumber, peta.nilai_maksimal)
        write_result(path_kepala, kepala_yaml(kepala))
    else:
        path_kepala = None
    write_result(tujuan, isi)
    return HasilImpor(tujuan, path_kepala, len(tabel), float(tabel["nilai_maksimal"].sum()))


def _bentuk() -> Bentuk:
    return replace(PERTANYAAN, kolom=(*PERTANYAAN.kolom, *TAMBAHAN))


def _check_tujuan(tujuan: Path, timpa: bool) -> None:
    if tujuan.suffix.lower() != ".csv":
        raise KlaError(
            Kesalahan(
                "tujuan",
                nama_tampil(tujuan),
                _("tabel pertanyaan ditulis sebagai CSV"),
                _("Beri nama berakhiran .csv, misalnya params/instrumen/2026.csv."),
            )
        )
    if tujuan.exists() and not timpa:
        raise KlaError(
            Kesalahan(
                "tujuan",
                nama_tampil(tujuan),
                _("berkas ini sudah ada"),
                _("Pilih nama lain, atau tambahkan --force untuk menggantinya."),
            )
        )


def _salah_maksimal(mentah: TabelMentah, tabel: pd.DataFrame) -> list[Kesalahan]:
    """Return the indikator that can earn nothing, or whose stated maximum differs from row to row."""
    salah = []
    kolom = "maksimal_indikator" if "maksimal_indikator" in mentah.isi else "nilai_maksimal"
    for (_klaster, kode), milik in tabel.groupby(["klaster", "indikator"], sort=False):
        tertulis = list(dict.fromkeys(milik["maksimal_indikator"].dropna()))
        if len(tertulis) > 1:
            pesan = (
                _("indikator {kode} punya nilai maksimal {daftar}").format(
                    kode=kode, daftar=", ".join(map(tulis_angka, tertulis))
                ),
                _("Tulis satu angka yang sama untuk seluruh indikator."),
            )
        elif not (tertulis[0] if tertulis else milik["nilai_maksimal"].sum()):
            pesan = (
                _("indikator {kode} tidak punya poin").format(kode=kode),
                _("Isi nilai maksimal pertanyaannya."),
            )
        else:
            continue
        letak = milik.index[milik["maksimal_indikator"] == tertulis[1]] if len(tertulis) > 1 else milik.index
        salah.append(mentah.kesalahan("maksimal", *pesan, kolom, int(letak[0])))
    return salah


def _klaster_asing(mentah: TabelMentah, peta: PetaForm) -> list[Kesalahan]:
    """Return the cells whose word for a klaster is neither an id nor mapped to one."""
    dikenal = [*KLASTER, *peta.nilai.get("klaster", {})]
    return [
        mentah.kesalahan(
            "klaster",
            _("klaster '{klaster}' tidak dikenal").format(klaster=kutip(isi)),
            maksud(kutip(isi), dikenal),
            "klaster",
            int(str(baris)),
        )
        for baris, isi in mentah.isi["klaster"].items()
        if isi is not None and isi not in KLASTER
    ]


def _ke_peran(
    params: Params, mentah: TabelMentah, peta: PetaForm, daerah: Daerah | None
) -> tuple[TabelMentah, list[Kesalahan]]:
    """Return the table with roles joined by "|" in `opd`, and the offices that nobody knows."""
    salah: list[Kesalahan] = []
    hasil: list[str | None] = []
    for baris, isi in mentah.isi["opd"].items():
        peran: list[str] = []
        for kata in _pecah(params, isi, peta, daerah):
            dikenal = _peran_of(params, kata, peta, daerah)
            peran += dikenal
            if not dikenal:
                salah.append(
                    mentah.kesalahan(
                        "opd",
                        _("kantor '{opd}' tidak dikenal").format(opd=kata),
                        _("{maksud} Petakan di nilai: opd, atau tambahkan alias di berkas daerah.").format(
                            maksud=maksud(kata, _semua_kantor(params, peta, daerah))
                        ),
                        "opd",
                        int(str(baris)),
                    )
                )
        hasil.append("|".join(dict.fromkeys(peran)) or None)
    opd = pd.Series(hasil, index=mentah.isi.index, dtype=object)
    return replace(mentah, isi=mentah.isi.assign(opd=opd)), salah


def _pecah(params: Params, isi: Any, peta: PetaForm, daerah: Daerah | None) -> Iterable[str]:
    """Return the offices of one cell; a cell that is as a whole the name of one office is not cut."""
    if isi is None:
        return []
    teks = tampil(isi)
    if _peran_of(params, teks, peta, daerah):
        return [teks]
    bagian = [teks]
    for pemisah in peta.pemisah_kantor:
        bagian = [b for t in bagian for b in t.split(pemisah)]
    return [b.strip() for b in bagian if b.strip()]


def _peran_of(params: Params, kata: str, peta: PetaForm, daerah: Daerah | None) -> list[str]:
    """Return the roles of one word: mapped, a role's id, or an office of the city."""
    terpetakan = str(peta.ganti("opd", kata))
    peran = [p.strip() for p in terpetakan.split("|")]
    if all(p in load_peran(params) for p in peran):
        return peran
    milik = daerah.peran_of(terpetakan) if daerah else None
    return [milik] if milik else []


def _semua_kantor(params: Params, peta: PetaForm, daerah: Daerah | None) -> list[str]:
    nama = [n for o in daerah.opd.values() for n in (o.nama, *o.alias)] if daerah else []
    return [*load_peran(params), *peta.nilai.get("opd", {}), *nama]
