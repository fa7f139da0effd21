"""Apply a scenario to a data book: the same book with changed numbers, scored by the same code."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.form.kepala import Klaster
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.dokumen.register import Penentu
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN, Susunan, susunan_of
from kla_lib.scoring.skenario.pembobotan import SEMUA, susun_bobot

KOLOM_POIN_RAD = ("poin_min", "poin", "poin_maks")


def apply_skenario(buku: Buku, isi: IsiSkenario, tahap: str) -> Buku:
    """Return the book as the scenario has it, at one stage; the book itself stays as it is.

    isi: a scenario that `check_skenario` accepts.  Other weights change the
    form's maxima and every point in proportion, so that a total is
    Σ share × the form's total × nilai / nilai_maksimal.  Read as priorities
    they change nothing here: `urutan_perhatian` uses them.  Nor do questions
    tried as documented: the book has no document of theirs to change, so they
    are told to `score_buku` and to the forecast (`susunan_skenario`).
    """
    if isi.status and buku.data_dukung is not None:
        buku = replace(buku, data_dukung=_dengan_status(buku.data_dukung, isi.status))
    if isi.nilai:
        buku = replace(buku, penilaian=_dengan_nilai(buku, isi.nilai, tahap))
    return _dengan_bobot(buku, isi.bobot) if isi.simulasi else buku


def susunan_skenario(buku: Buku, hasil: Hasil, penentu: Penentu, isi: IsiSkenario | None) -> Susunan:
    """Return the make-up of a book's scores; questions tried as documented have complete documents.

    buku, hasil: as the scenario has them.  penentu: of `dokumen_penentu`.
    """
    susunan = susunan_of(buku, hasil, penentu)
    if isi is None or not isi.berdokumen:
        return susunan
    lengkap, dianggap = KEADAAN_DOKUMEN.index(LENGKAP), set(isi.berdokumen)
    keadaan = zip(susunan.kode, susunan.keadaan, strict=True)
    return susunan.dengan(keadaan=[lengkap if k in dianggap else int(n) for k, n in keadaan])


def _dengan_status(dokumen: pd.DataFrame, status: Mapping[str, str]) -> pd.DataFrame:
    baru = dokumen["id_dokumen"].map(status)
    return dokumen.assign(status=baru.where(baru.notna(), dokumen["status"]).astype(dokumen["status"].dtype))


def _dengan_nilai(buku: Buku, nilai: Mapping[str, float], tahap: str) -> pd.DataFrame:
    """Return the marks with some replaced; marks of a whole indikator are spread over its questions.

    A question that had none gets a row of its own behind the others.
    """
    if buku.penilaian is None:
        raise ValueError("no marks to change")
    klaster_of = {i.kode: k.id for k in buku.instrumen.klaster for i in k.indikator}
    kini = _nilai_kini(buku.penilaian, tahap)
    ubah: dict[tuple[str, str | None, str | None], float] = {}
    for kode, n in nilai.items():
        indikator, garis, soal = kode.partition("/")
        if garis:
            ubah[klaster_of[indikator], indikator, soal] = n
        elif any(k.id == kode for k in buku.instrumen.klaster):
            ubah[kode, None, None] = n
        else:
            ubah |= _sebar(buku.instrumen, klaster_of[indikator], indikator, n, kini)
    return _tulis(buku.penilaian, ubah, tahap)


def _nilai_kini(penilaian: pd.DataFrame, tahap: str) -> dict[tuple[str, str | None, str | None], float]:
    p = penilaian[(penilaian["tahap"] == tahap) & penilaian["nilai"].notna()]
    return {
        (k, i if isinstance(i, str) else None, s if isinstance(s, str) else None): float(n)
        for k, i, s, n in zip(p["klaster"], p["indikator"], p["pertanyaan"], p["nilai"], strict=True)
    }


def _sebar(
    instrumen: Instrumen,
    klaster: str,
    indikator: str,
    nilai: float,
    kini: Mapping[tuple[str, str | None, str | None], float],
) -> dict[tuple[str, str | None, str | None], float]:
    """Return marks of an indikator's questions that add to `nilai`.

    More points fill the room that each question has left in proportion; fewer
    shrink all marks in proportion.  So every point keeps a question, and with
    it the state of that question's documents.
    """
    soal = instrumen.pertanyaan[instrumen.pertanyaan["indikator"] == indikator]
    if (klaster, indikator, None) in kini or soal.empty:
        return {(klaster, indikator, None): nilai}
    kode = [(klaster, indikator, str(s)) for s in soal["pertanyaan"]]
    ada = np.array([kini.get(k, 0.0) for k in kode])
    baru = _sesuaikan(ada, soal["nilai_maksimal"].to_numpy(dtype=float), nilai)
    return {k: float(n) for k, n in zip(kode, baru, strict=True)}


def _sesuaikan(ada: Larik, maks: Larik, jumlah: float) -> Larik:
    kini = ada.sum()
    if jumlah < kini:
        return np.asarray(ada * (jumlah / kini))
    ruang = maks - ada
    return np.asarray(ada + ruang * ((jumlah - kini) / ruang.sum()) if ruang.sum() else ada)


def _tulis(
    penilaian: pd.DataFrame, ubah: Mapping[tuple[str, str | None, str | None], float], tahap: str
) -> pd.DataFrame:
    letak = {
        (k, i if isinstance(i, str) else None, s if isinstance(s, str) else None): baris
        for baris, t, k, i, s in zip(
            penilaian.index,
            penilaian["tahap"],
            penilaian["klaster"],
            penilaian["indikator"],
            penilaian["pertanyaan"],
            strict=True,
        )
        if t == tahap
    }
    hasil = penilaian.copy()
    ada = {letak[k]: n for k, n in ubah.items() if k in letak}
    hasil.loc[list(ada), "nilai"] = list(ada.values())
    baru = [(k, n) for k, n in ubah.items() if k not in letak]
    if baru:
        awal = int(penilaian.index.max()) + 1 if len(penilaian) else 1
        tambah = pd.DataFrame(
            [{"tahap": tahap, "klaster": k, "indikator": i, "pertanyaan": s, "nilai": n} for (k, i, s), n in baru],
            index=range(awal, awal + len(baru)),
        ).reindex(columns=penilaian.columns)
        hasil = pd.concat([hasil.astype(object), tambah.astype(object)]).astype(penilaian.dtypes.to_dict())
    return hasil


def _dengan_bobot(buku: Buku, bobot: Mapping[str, float]) -> Buku:
    """Return the book under a form of other weights, every point in proportion."""
    form = buku.instrumen
    semua = susun_bobot(form, bobot)
    total = sum(k.nilai_maksimal for k in form.klaster)
    faktor_klaster: dict[str, float] = {k.id: semua[SEMUA][k.id] * total / k.nilai_maksimal for k in form.klaster}
    faktor = {
        i.kode: semua[SEMUA][k.id] * total * semua[k.id][i.kode] / i.nilai_maksimal
        for k in form.klaster
        for i in k.indikator
    }
    kepala = form.kepala.model_copy(
        update={"klaster": tuple(_klaster(k, faktor_klaster[k.id], faktor) for k in form.klaster)}
    )
    pertanyaan = form.pertanyaan.assign(
        nilai_maksimal=form.pertanyaan["nilai_maksimal"] * form.pertanyaan["indikator"].map(faktor).astype(float)
    )
    baru = Instrumen(kepala, pertanyaan, form.path)
    penilaian, rad = buku.penilaian, buku.rad
    if penilaian is not None:
        penilaian = penilaian.assign(nilai=penilaian["nilai"] * _faktor(penilaian, faktor_klaster, faktor))
    if rad is not None:
        kali = _faktor(rad, faktor_klaster, faktor)
        rad = rad.assign(**{k: rad[k] * kali for k in KOLOM_POIN_RAD if k in rad})
    return replace(buku, instrumen=baru, penilaian=penilaian, rad=rad)


def _klaster(k: Klaster, faktor: float, faktor_indikator: Mapping[str, float]) -> Klaster:
    indikator = tuple(
        i.model_copy(update={"nilai_maksimal": i.nilai_maksimal * faktor_indikator[i.kode]}) for i in k.indikator
    )
    return k.model_copy(update={"nilai_maksimal": k.nilai_maksimal * faktor, "indikator": indikator})


def _faktor(tabel: pd.DataFrame, klaster: Mapping[str, float], indikator: Mapping[str, float]) -> pd.Series:
    """Return for each row what its points are multiplied by: its indikator's factor, else its klaster's."""
    milik_i = tabel["indikator"].map(indikator).astype(float)
    milik_k = tabel["klaster"].map(klaster).astype(float)
    return milik_i.where(milik_i.notna(), milik_k).fillna(1.0)
