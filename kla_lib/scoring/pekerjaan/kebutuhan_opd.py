"""Gather by office what the task force still needs, beside the questions that the office holds."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.rules.form.kode import kode_bagian, kode_pertanyaan, kolom_kode
from kla_lib.scoring.dokumen.celah import SIKLUS_BERIKUTNYA, jenis_celah
from kla_lib.scoring.dokumen.status import status_per_pertanyaan
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.pekerjaan.janji import TERBUKA, daftar_janji
from kla_lib.scoring.pekerjaan.kebutuhan import (
    JANJI,
    KEGIATAN,
    TAHAP_AKHIR,
    Hari,
    Kebutuhan,
    KebutuhanOpd,
    urutan_minta,
)
from kla_lib.scoring.pekerjaan.kebutuhan_dokumen import Milik, kebutuhan_dokumen, kebutuhan_pertanyaan
from kla_lib.scoring.pekerjaan.rad import SELESAI, TERHAMBAT, TERLAMBAT, KegiatanRad, daftar_rad, yang_mendesak_dulu


def pertanyaan_berstatus(buku: Buku, hasil: Hasil | None) -> pd.DataFrame:
    """Return the questions of the form with points and status; without marks `nilai` is not known."""
    if hasil is not None:
        p = hasil.pertanyaan
    else:
        form = buku.instrumen.pertanyaan
        p = form.assign(
            nilai=float("nan"),
            tercatat=False,
            status=status_per_pertanyaan(form, buku.dokumen_pertanyaan, buku.data_dukung),
        )
    return p.assign(kode=kolom_kode(p))


def kebutuhan_per_opd(
    buku: Buku, hasil: Hasil | None, tahap: str, tanggal: date, akhir: date | None, rapat: str
) -> dict[str, KebutuhanOpd]:
    """Return what is needed by role, for each office that is responsible for a question or owes something.

    tahap, tanggal, akhir: the stage of the meeting, its day and the last day
    of the stage (None where not known).  rapat: its id, whose own decisions
    are no promises yet.  Once the points are final no document or mark is
    asked for.
    """
    p = pertanyaan_berstatus(buku, hasil)
    rad = daftar_rad(buku, tanggal) or ()
    hari = Hari(rad, tanggal, akhir)
    jenis = jenis_celah(buku)
    lewat = jenis[jenis["jenis"] == SIKLUS_BERIKUTNYA]
    nanti = set(kolom_kode(lewat))
    butuh, diperiksa, tunda = kebutuhan_dokumen(buku, hasil, p, nanti, hari)
    if tahap == TAHAP_AKHIR:
        butuh, diperiksa, tunda = defaultdict(list), defaultdict(list), defaultdict(list)
    else:
        _tambah(butuh, kebutuhan_pertanyaan(buku, p, nanti, hari))
    _tambah(butuh, [(r.opd, _kegiatan(r, hari)) for r in rad if _mendesak(r)])
    _tambah(butuh, _janji(buku, tanggal, rapat, hari))
    utama = p["opd"].map(lambda o: o[0] if o else None)
    milik_rad = defaultdict(list)
    for r in yang_mendesak_dulu(rad):
        milik_rad[r.opd].append(r)
    ada = {str(o) for o in utama.dropna()} | set(butuh) | set(diperiksa) | set(tunda)
    ada |= {r.opd for r in rad if r.keadaan != SELESAI}
    return {
        o: KebutuhanOpd(
            o,
            tuple(sorted(butuh[o], key=urutan_minta)),
            tuple(sorted(diperiksa[o], key=urutan_minta)),
            tuple(tunda[o]),
            tuple(milik_rad[o]),
            p[utama == o],
            p[[o in milik[1:] for milik in p["opd"]]],
        )
        for o in sorted(ada)
    }


def _tambah(butuh: Milik, isi: Iterable[tuple[str, Kebutuhan]]) -> None:
    for opd, b in isi:
        butuh[opd].append(b)


def _mendesak(r: KegiatanRad) -> bool:
    return r.keadaan in (TERLAMBAT, TERHAMBAT) and not r.siklus_berikutnya


def _kegiatan(r: KegiatanRad, hari: Hari) -> Kebutuhan:
    kode = (kode_bagian((r.klaster, r.indikator, r.pertanyaan)),) if r.pertanyaan is not None else ()
    return Kebutuhan(
        KEGIATAN,
        r.id,
        r.kegiatan,
        kode,
        (),
        r.poin,
        hari.paling_awal(kode, r.tenggat),
        status=r.keadaan,
        catatan=r.kendala,
    )


def _janji(buku: Buku, tanggal: date, rapat: str, hari: Hari) -> list[tuple[str, Kebutuhan]]:
    if buku.tindak_lanjut is None:
        return []
    janji = daftar_janji(buku.tindak_lanjut, tanggal, rapat)
    hasil = []
    for r in janji[janji["keadaan"].isin(TERBUKA)].itertuples(index=False):
        kode = (kode_pertanyaan(r.indikator, r.pertanyaan),) if r.pertanyaan is not None else ()
        isi = Kebutuhan(
            JANJI,
            r.id_keputusan,
            r.keputusan,
            kode,
            (),
            None,
            hari.paling_awal(kode, r.tenggat),
            status=r.keadaan,
            catatan=r.hasil,
        )
        if r.opd:
            hasil.append((r.opd, isi))
    return hasil
