"""List what there is still to do from documents, questions, actions and promises, each piece of work once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.data.kumpul.suara import nilai_bentrok
from kla_lib.rules.form.kode import kode_pertanyaan, kolom_kode
from kla_lib.scoring.dokumen.status import LENGKAP, status_per_pertanyaan
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.pekerjaan.janji import TERBUKA
from kla_lib.scoring.pekerjaan.pekerjaan import (
    BENTROK,
    DOKUMEN,
    JANJI,
    KEGIATAN,
    NILAI,
    PEMERIKSA,
    PERIKSA,
    TAHAP_AKHIR,
    TANPA_DOKUMEN,
    TANPA_LAMPIRAN,
    Hari,
    Pekerjaan,
    PekerjaanKantor,
    urutan_minta,
)
from kla_lib.scoring.pekerjaan.rad import SELESAI, TERHAMBAT, TERLAMBAT, KegiatanRad, yang_mendesak_dulu


def pertanyaan_berstatus(buku: Buku, hasil: Hasil | None) -> pd.DataFrame:
    """Return the questions of the form with code, points and status; without marks `nilai` is not known.

    bentrok: the answers on which offices disagree, empty for most.
    """
    if hasil is not None:
        p = hasil.pertanyaan
    else:
        form = buku.instrumen.pertanyaan
        p = form.assign(
            nilai=float("nan"),
            tercatat=False,
            status=status_per_pertanyaan(form, buku.dokumen_pertanyaan, buku.data_dukung),
        )
    suara = nilai_bentrok(buku, buku.keterangan.tahap_berjalan if hasil is None else hasil.tahap)
    kunci = zip(p["indikator"], p["pertanyaan"], strict=True)
    return p.assign(kode=kolom_kode(p), bentrok=[suara.get(k, ()) for k in kunci])


@dataclass(frozen=True)
class RadRapat:
    """The actions of the RAD, which of them were called off, and which are the same work as a document.

    dibatalkan: of `rad_dibatalkan`; sama: of `rad_dokumen`.
    """

    semua: Sequence[KegiatanRad]
    dibatalkan: Mapping[str, str]
    sama: Mapping[str, Sequence[KegiatanRad]]


def pekerjaan_per_kantor(
    pertanyaan: pd.DataFrame,
    register: pd.DataFrame | None,
    kegiatan: RadRapat,
    janji: pd.DataFrame | None,
    nanti: Collection[str],
    hari: Hari,
    tahap: str,
) -> dict[str, PekerjaanKantor]:
    """Return what is needed by role, for each office that is responsible for a question or owes something.

    pertanyaan: of `pertanyaan_berstatus`.  register: of `register_dokumen`.
    janji: of `daftar_janji`.  nanti: codes of the questions of the next cycle.
    hari: knows the day of the meeting.  tahap: the stage of the meeting.  Work that the book
    gives to no office stands under "".  Once the points are final no document
    or mark is asked for.

    Documents of the next cycle are asked of nobody.  A document and an action
    that are the same work are one piece: the document's, with its points, the
    earlier day, and the action's code in `rad`.  An action that an earlier
    meeting called off is not asked for.
    """
    rad = kegiatan.semua
    sama = {} if tahap == TAHAP_AKHIR else kegiatan.sama
    dokumen = [] if register is None or tahap == TAHAP_AKHIR else list(_dokumen(register, sama, hari))
    soal = [] if tahap == TAHAP_AKHIR else list(_pertanyaan(pertanyaan, register, nanti, hari))
    tercakup = {r.id for milik in sama.values() for r in milik}
    mendesak = [r for r in rad if _mendesak(r) and r.id not in kegiatan.dibatalkan and r.id not in tercakup]
    butuh: defaultdict[str, list[Pekerjaan]] = defaultdict(list)
    diperiksa: defaultdict[str, list[Pekerjaan]] = defaultdict(list)
    tunda: defaultdict[str, list[Pekerjaan]] = defaultdict(list)
    for b, nanti_saja in dokumen:
        (tunda[b.asal or ""] if nanti_saja else butuh[b.opd]).append(b)
        if b.jenis == PERIKSA and not nanti_saja:
            diperiksa[b.asal or ""].append(b)
    for b in [*soal, *(pekerjaan_kegiatan(r, hari) for r in mendesak), *_janji(janji, hari)]:
        butuh[b.opd].append(b)
    utama = pertanyaan["opd"].map(lambda o: o[0] if o else None)
    milik_rad = defaultdict(list)
    for r in yang_mendesak_dulu(rad):
        milik_rad[r.opd].append(r)
    ada = {str(o) for o in utama.dropna()} | set(butuh) | set(diperiksa) | set(tunda)
    ada |= {r.opd for r in rad if r.keadaan != SELESAI}
    return {
        o: PekerjaanKantor(
            o,
            tuple(sorted(butuh[o], key=urutan_minta)),
            tuple(sorted(diperiksa[o], key=urutan_minta)),
            tuple(tunda[o]),
            tuple(milik_rad[o]),
            pertanyaan[utama == o],
            pertanyaan[[o in milik[1:] for milik in pertanyaan["opd"]]],
        )
        for o in sorted(ada)
    }


def _dokumen(
    register: pd.DataFrame, sama: Mapping[str, Sequence[KegiatanRad]], hari: Hari
) -> Iterable[tuple[Pekerjaan, bool]]:
    """Yield the documents that are not complete, each with whether only the next cycle can use it."""
    for d in register[register["status"] != LENGKAP].itertuples(index=False):
        periksa = d.status == "belum_diperiksa"
        pemegang = d.opd if pd.notna(d.opd) else ""
        kegiatan = sama.get(d.id_dokumen, ())
        poin = d.poin if pd.notna(d.poin) else None
        pekerjaan = Pekerjaan(
            PERIKSA if periksa else DOKUMEN,
            d.id_dokumen,
            d.judul,
            d.kode,
            PEMERIKSA if periksa else pemegang,
            d.menunggu,
            poin,
            hari.paling_awal(d.penentu, *(r.tenggat for r in kegiatan)),
            d.status,
            pemegang or None,
            d.terbuka,
            d.catatan if pd.notna(d.catatan) else None,
            rad=tuple(r.id for r in kegiatan),
            semula=hari.lewat(*(r.tenggat for r in kegiatan)),
            poin_min=poin,
            poin_maks=poin,
            tahun=(d.tahun_lengkap, d.tahun_kurang) if d.tahun_kurang else None,
        )
        yield pekerjaan, bool(d.nanti)


def _pertanyaan(
    p: pd.DataFrame, register: pd.DataFrame | None, nanti: Collection[str], hari: Hari
) -> Iterable[Pekerjaan]:
    """Yield the questions without points, and those with points of which no document is recorded."""
    ada = set() if register is None else {k for kode in register["penentu"] for k in kode}
    for r in p[(p["nilai_maksimal"] > 0) & ~p["kode"].isin(nanti)].itertuples(index=False):
        if not r.opd:
            continue
        suara = () if r.tercatat else r.bentrok
        if suara:
            jenis, poin = BENTROK, max(n for _opd, n in suara)
        elif not r.tercatat:
            jenis, poin = NILAI, float(r.nilai_maksimal)
        elif r.nilai > 0 and r.kode not in ada:
            diminta = r.lampiran or r.matriks or r.foto
            if not diminta and register is None:
                continue  # nobody has begun to record documents: what the form asks for comes first
            jenis, poin = (TANPA_DOKUMEN if diminta else TANPA_LAMPIRAN), float(r.nilai)
        else:
            continue
        tenggat = hari.paling_awal([r.kode])
        isi = Pekerjaan(jenis, r.kode, r.label, (r.kode,), r.opd[0], ((r.kode, poin),), poin, tenggat)
        sedikit = 0.0 if jenis == NILAI else min((n for _opd, n in suara), default=poin)
        yield replace(isi, terbalik=r.terbalik, poin_min=sedikit, poin_maks=poin, suara=suara)


def _mendesak(r: KegiatanRad) -> bool:
    return r.keadaan in (TERLAMBAT, TERHAMBAT) and not r.siklus_berikutnya


def pekerjaan_kegiatan(r: KegiatanRad, hari: Hari) -> Pekerjaan:
    """Return an action of the RAD as something that is asked of its office."""
    kode = (r.kode,) if r.kode else ()
    tenggat = hari.paling_awal(kode, r.tenggat)
    isi = Pekerjaan(KEGIATAN, r.id, r.kegiatan, kode, r.opd, (), r.poin, tenggat, r.keadaan, catatan=r.kendala)
    return replace(isi, poin_min=r.poin_min, poin_maks=r.poin_maks, semula=hari.lewat(r.tenggat))


def _janji(janji: pd.DataFrame | None, hari: Hari) -> Iterable[Pekerjaan]:
    if janji is None:
        return
    buka: Iterable[Any] = janji[janji["keadaan"].isin(TERBUKA)].itertuples(index=False)
    for r in buka:
        kode = (kode_pertanyaan(r.indikator, r.pertanyaan),) if r.pertanyaan is not None else ()
        tenggat = hari.paling_awal(kode, r.tenggat)
        isi = Pekerjaan(JANJI, r.id_keputusan, r.keputusan, kode, r.opd or "", (), None, tenggat, r.keadaan)
        yield replace(isi, catatan=r.hasil, dokumen_lengkap=bool(r.dokumen_lengkap))
