"""Load a meeting, or a book without one, with all that belongs to it: masked here, once, before anything is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import date
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.data.buku import Buku, load_buku
from kla_lib.data.pribadi.pribadi_rapat import check_rapat
from kla_lib.data.pribadi.samar import mask_buku
from kla_lib.data.skenario import check_skenario
from kla_lib.data.terbit.fakta import Fakta, read_fakta_terbit
from kla_lib.data.terbit.keluaran import folder_keluaran
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.daerah import Daerah, Opd, find_daerah, load_daerah
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.form.instrumen import KLASTER
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.params import Params
from kla_lib.rules.privasi import PUBLIK, UNTUK, load_privasi
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.rules.skenario import load_skenario
from kla_lib.scoring.dokumen.tahun import apply_tahun
from kla_lib.scoring.nilai.laporan import score_buku

BULAN_DAN_HARI_AKHIR = (12, 31)

_TERSEDIA: ContextVar[tuple[Keadaan, str] | None] = ContextVar("tersedia", default=None)


def load_keadaan(params: Params, rapat: str | Rapat, skenario: str = "", untuk: str = PUBLIK) -> Keadaan:
    """Return a meeting by its id, or a loaded meeting with all that belongs to it.

    skenario: name of a saved scenario under which it is scored; empty for the
    official result.  untuk: PUBLIK or INTERNAL.  Raises KlaError for a faulty
    file, where meeting and book contradict each other, for a scenario that
    does not fit the book, and for another reader than those two.
    """
    _check_untuk(untuk)
    siap = _TERSEDIA.get()
    if siap is not None and (rapat, skenario, untuk) == (siap[0].rapat.id, siap[1], siap[0].untuk):
        return siap[0]
    r = rapat if isinstance(rapat, Rapat) else load_rapat(params, rapat)
    daerah = load_daerah(params, r.daerah)
    pribadi = check_rapat(params, r, daerah)
    if pribadi:
        raise KlaError(pribadi)
    buku = load_buku(params, r.path_buku)
    _check_cocok(r, buku)
    keadaan = make_keadaan(params, r, daerah, buku, untuk)
    if not skenario:
        return keadaan
    dipakai = load_skenario(params, skenario)
    check_skenario(dipakai, buku, r.tahap)
    keadaan = keadaan.dengan(dipakai)
    return replace(keadaan, kategori=keadaan.kategori.sebagai_simulasi()) if keadaan.simulasi else keadaan


def load_paket(params: Params, rapat: str, klaster: str, skenario: str = "", untuk: str = PUBLIK) -> Paket:
    """Return one klaster of a meeting, by the meeting's id and the klaster's id; see `load_keadaan`."""
    return load_keadaan(params, rapat, skenario, untuk).klaster(klaster)


def load_keadaan_buku(
    params: Params, path: Path, tahap: str | None = None, tenggat: date | None = None, instrumen: str | None = None
) -> Keadaan:
    """Return a book as if a meeting were held on the day of its data.

    tahap: by default the stage that the book says it is in.  tenggat: the last
    day of that stage, if known.  instrumen: the form to read it by, else the
    one that it names.

    Where the day of the data is not known, it is the last of the evaluated
    year.  The meeting's target and sessions are made up and must not be
    shown.  A city without a file of its own calls its offices by their common
    names.
    """
    buku = load_buku(params, path, instrumen)
    k = buku.keterangan
    tahap = tahap or k.tahap_berjalan
    rapat = Rapat.model_validate(
        {
            "id": path.stem,
            "daerah": k.daerah,
            "tanggal": k.tanggal_data or date(k.tahun_evaluasi, *BULAN_DAN_HARI_AKHIR),
            "instrumen": buku.instrumen.id,
            "tahap": tahap,
            "sasaran": load_kategori(params, k.tahun_evaluasi).kategori[-1].id,
            "buku_data": path.name,
            "path": path,
            "tahapan": {} if tenggat is None else {tahap: (tenggat, tenggat)},
        }
    )
    return make_keadaan(params, rapat, _daerah(params, k.daerah), buku)


def make_keadaan(params: Params, rapat: Rapat, daerah: Daerah, buku: Buku, untuk: str = PUBLIK) -> Keadaan:
    """Return a meeting over a book as it was read; for the public it is masked here, before anything is made of it."""
    kategori = load_kategori(params, buku.keterangan.tahun_evaluasi)
    buku = apply_tahun(mask_buku(buku, load_privasi(params), untuk, _capaian_terbit(rapat)))
    hasil = score_buku(buku, rapat.tahap, kategori) if rapat.tahap in buku.tahap_tersedia() else None
    return Keadaan(params, rapat, daerah, buku, kategori, hasil, untuk=untuk)


def _capaian_terbit(rapat: Rapat) -> dict[str, Fakta]:
    """Return the measurements as the meeting before has shown them to everybody."""
    if rapat.sebelumnya is None or rapat.sebelumnya == rapat.id:
        return {}
    terbit = read_fakta_terbit(folder_keluaran(), rapat.sebelumnya, KLASTER)
    return {f["id"]: f for isi in terbit.paket.values() for f in isi if f["id"].startswith("capaian:")}


@contextmanager
def tersedia(keadaan: Keadaan, skenario: str = "") -> Iterator[None]:
    """Let `load_keadaan` give this meeting under its id for as long as the block runs.

    For a batch: all its packs then rest on the same data, even if the book is saved meanwhile.
    """
    tanda = _TERSEDIA.set((keadaan, skenario))
    try:
        yield
    finally:
        _TERSEDIA.reset(tanda)


def _check_cocok(r: Rapat, buku: Buku) -> None:
    """Refuse a book that is not the one that the meeting's file speaks of."""
    beda = [
        Kesalahan(
            "tidak_cocok",
            nama_tampil(r.path),
            _("{kunci} '{rapat}' berbeda dari buku data ('{buku}')").format(kunci=kunci, rapat=a, buku=b),
            _("Samakan berkas rapat dan lembar Keterangan."),
            sel=_("kunci {kunci}").format(kunci=kunci),
        )
        for kunci, a, b in (
            ("daerah", r.daerah, buku.keterangan.daerah),
            ("instrumen", r.instrumen, buku.keterangan.instrumen),
        )
        if a != b
    ]
    if beda:
        raise KlaError(beda)


def _check_untuk(untuk: str) -> None:
    if untuk not in UNTUK:  # a misspelt one must not open what the public must not see
        raise KlaError(Kesalahan("untuk", "untuk", _("'{isi}' tidak dikenal").format(isi=untuk), maksud(untuk, UNTUK)))


def _daerah(params: Params, id_daerah: str) -> Daerah:
    umum = {peran: Opd(nama=r.nama) for peran, r in load_peran(params).items()}
    return find_daerah(params, id_daerah) or Daerah(id_daerah, id_daerah, "", umum)
