"""Add to what is asked of every office what the plan needs of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from kla_lib.rules.form.kode import kode_bagian
from kla_lib.scoring.pekerjaan.daftar import pekerjaan_kegiatan
from kla_lib.scoring.pekerjaan.pekerjaan import TAMBAH, Hari, Pekerjaan, PekerjaanKantor, urutan_minta
from kla_lib.scoring.pekerjaan.rad import KegiatanRad
from kla_lib.scoring.rencana.daftar import AWALAN_DOKUMEN
from kla_lib.scoring.rencana.rencana import Terpilih


def dengan_rencana(
    pekerjaan: Mapping[str, PekerjaanKantor],
    rencana: Iterable[Terpilih],
    rad: Iterable[KegiatanRad],
    hari: Hari,
    pertanyaan: pd.DataFrame,
) -> dict[str, PekerjaanKantor]:
    """Return what is asked by office, with the questions and actions of the RAD that a plan needs.

    pekerjaan: of `pekerjaan_per_kantor`.  rencana: the actions of the plan.
    pertanyaan: of `pertanyaan_berstatus`.  What is asked already is not asked
    twice; what closes the distance of the EM is asked first.  Documents of the
    plan are asked for whether it needs them or not.
    """
    kegiatan = {r.id: r for r in rad}
    milik: dict[str, list[Terpilih]] = {}
    for t in rencana:
        milik.setdefault(t.kegiatan.opd, []).append(t)
    kosong = pertanyaan.iloc[:0]
    hasil = dict(pekerjaan)
    for opd, diminta in milik.items():
        k = hasil.get(opd) or PekerjaanKantor(opd, (), (), (), (), kosong, kosong)
        hasil[opd] = replace(k, butuh=tuple(sorted(_butuh(k.butuh, diminta, kegiatan, hari), key=urutan_minta)))
    return hasil


def _butuh(
    butuh: Iterable[Pekerjaan], diminta: Iterable[Terpilih], rad: Mapping[str, KegiatanRad], hari: Hari
) -> list[Pekerjaan]:
    """Return what is asked of one office, marked where it closes the distance of the EM, and what the plan adds."""
    semua = list(butuh)
    for t in diminta:
        nomor = {t.kegiatan.id.removeprefix(AWALAN_DOKUMEN), *t.kegiatan.sama}
        menentukan = t.menutup_em and t.em[1] > 0
        sama = [n for n, b in enumerate(semua) if nomor & {b.id, *b.rad}]
        for n in sama if menentukan else ():
            semua[n] = replace(semua[n], menentukan=True)
        if not sama and t.kegiatan.sumber != "dokumen":
            baru = _kegiatan(t, rad, hari) if t.kegiatan.sumber == "rad" else _jawaban(t, hari)
            semua.append(replace(baru, menentukan=menentukan))
    return semua


def _kegiatan(t: Terpilih, rad: Mapping[str, KegiatanRad], hari: Hari) -> Pekerjaan:
    return pekerjaan_kegiatan(rad[t.kegiatan.id], hari)


def _jawaban(t: Terpilih, hari: Hari) -> Pekerjaan:
    """Return a question that can still be answered further; of marks told as a whole none has a code of its own."""
    k = t.kegiatan
    kode = tuple(kode_bagian(bagian) for bagian in k.kode if bagian[2] is not None)
    isi = Pekerjaan(TAMBAH, k.id, k.teks, kode, k.opd, (), k.em[2], hari.paling_awal((), k.tenggat), k.kerja)
    return replace(isi, poin_min=k.em[0], poin_maks=k.em[2])
