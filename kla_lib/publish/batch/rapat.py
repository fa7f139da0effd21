"""Make all packs of a meeting, its summary, its index and its manifest."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kla_lib.bahasa import bahasa, dalam_bahasa
from kla_lib.berkas import is_tak_tertulis, kesalahan_folder, write_whole
from kla_lib.data.catatan_perkiraan import append_catatan, read_catatan
from kla_lib.data.terbit.fakta import folder_terbit
from kla_lib.data.terbit.keluaran import dalam_keluaran, path_catatan
from kla_lib.errors import KlaError
from kla_lib.gembok import TUNGGU, lock_folder
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import FOLDER_OUTPUTS
from kla_lib.lingkungan import hanya_pemilik
from kla_lib.publish.batch.daftar_paket import RINGKASAN
from kla_lib.publish.batch.induk import boleh_beranak
from kla_lib.publish.batch.jalankan import (
    Jadi,
    LembarGagal,
    Pesanan,
    default_jobs,
    run_bercabang,
    run_berkolam,
    run_di_proses_ini,
)
from kla_lib.publish.batch.kemajuan import Kemajuan
from kla_lib.publish.batch.lampiran import check_lampiran, hash_lampiran, publish_lampiran
from kla_lib.publish.batch.log_paket import replace_log_lembar
from kla_lib.publish.batch.paket import GAGAL_HTML, HasilPaket, paket_tetap
from kla_lib.publish.batch.penggambar import SIMPANAN, perender_run
from kla_lib.publish.batch.perender import Perender
from kla_lib.publish.batch.rencana_terbit import RencanaTerbit, plan_terbit
from kla_lib.publish.batch.sisa import rapikan_sementara, rapikan_sisa
from kla_lib.publish.batch.waktu import Jam
from kla_lib.publish.halaman.indeks import ASLI, make_index, refresh_index
from kla_lib.publish.halaman.kop import nama_skenario
from kla_lib.publish.halaman.semua_rapat import write_semua_rapat
from kla_lib.publish.terbitan.asal import asal_rapat
from kla_lib.publish.terbitan.jurnal import (
    LEMBAR_JADI,
    LEMBAR_MULAI,
    MULAI,
    PAKET_PULIH,
    PAKET_TETAP,
    SELESAI,
    Jurnal,
    lembar_kita,
    read_jurnal,
    terputus,
)
from kla_lib.publish.terbitan.manifes import INDEX, MANIFES, Lampiran, make_manifes, read_lampiran, read_waktu
from kla_lib.publish.terbitan.simpan import hash_isi, read_paket, to_json
from kla_lib.rules.params import Params
from kla_lib.rules.privasi import INTERNAL, PUBLIK
from kla_lib.rules.rapat import FOLDER_PERKIRAAN, load_rapat
from kla_lib.scoring.perkiraan.ketepatan import catatan_of
from kla_lib.tempat import check_tautan

TUNGGU_PENDAHULU = 15.0
"""Seconds to wait for a meeting in a run over many: the process that had it before may just be ending."""
TUNGGU_CATATAN = 10.0
"""Seconds to wait for the ledger of forecasts, which another meeting of the city holds only for a moment."""


@dataclass(frozen=True)
class HasilRapat:
    """What a run made: the meeting's folder and what became of each pack.

    salah: the makers of the sheets beside the packs that failed; their last good
    files stay.  tersisih: where sheets went that somebody has filled in.
    lanjutan: whether the run before was cut off, and this one finished its work;
    robek: whether that tore a line of the journal.  tanpa_pembanding: the
    meeting before, where nothing of it is published in this folder.
    """

    folder: Path
    paket: tuple[HasilPaket, ...]
    salah: tuple[LembarGagal, ...] = ()
    tersisih: tuple[str, ...] = ()
    lanjutan: bool = False
    robek: bool = False
    tanpa_pembanding: str = ""

    @property
    def berhasil(self) -> bool:
        return not self.salah and all(p.berhasil for p in self.paket)


def run_rapat(
    params: Params,
    berkas: Path,
    outputs: Path = FOLDER_OUTPUTS,
    only: Sequence[str] = (),
    jobs: int | None = None,
    skenario: str = "",
    force: bool = False,
    untuk: str = PUBLIK,
    perender: Perender | None = None,
    sendirian: bool = True,
) -> HasilRapat:
    """Make the packs of a meeting file, at most `jobs` at a time (default: one per core).

    only: make just these klaster (and the summary).  skenario: name of a saved
    scenario; its packs stand in a folder of their own, beside the official
    ones, and neither the sheets of the meeting nor its ledger of forecasts are
    made from it.  untuk: INTERNAL makes all in a folder of its own too, with what
    the public must not see.  Packs in another language than Indonesian stand in a folder
    named after it.  force: make also what is whole and made of the same inputs.
    perender: what draws, where somebody else has it already.  sendirian: False
    for one of many meetings of a run, which writes the index of all at its end;
    where nothing can be forked, all is then made in this process.
    Raises KlaError before anything is written when the meeting, the book, the
    scenario or a name in `only` is faulty, or when another run is at work on
    the meeting; and when the disk or the folder takes nothing more.  A pack
    that fails does not stop the others.
    """
    rapat = load_rapat(params, berkas)
    read_catatan(path_catatan(outputs, rapat.daerah))  # a faulty ledger is found before anything is written
    jam = Jam()
    with jam.ukur("muat"):
        rencana = plan_terbit(params, rapat, outputs, only, skenario, untuk)
    check_tautan(outputs / rapat.id, outputs / SIMPANAN, outputs / FOLDER_PERKIRAAN)
    tertutup = outputs / folder_terbit(rapat.id, untuk) if untuk == INTERNAL else None
    tunggu = TUNGGU if sendirian else TUNGGU_PENDAHULU
    with lock_folder(outputs / rapat.id, tunggu), dalam_keluaran(outputs):
        try:
            with boleh_beranak(), perender_run(outputs / SIMPANAN, perender) as penggambar:
                with _sendiri(tertutup):
                    hasil = _run(rencana, outputs, jobs or default_jobs(), force, jam, penggambar, sendirian)
                    if skenario:
                        refresh_index(load_keadaan(params, rapat, untuk=untuk), rencana.pokok)
                    elif bahasa() != ASLI:
                        with dalam_bahasa(ASLI):
                            pokok = outputs / folder_terbit(rapat.id, untuk)
                            refresh_index(load_keadaan(params, rapat, untuk=untuk), pokok)
                if sendirian:
                    with dalam_bahasa(ASLI):
                        write_semua_rapat(outputs)
        except OSError as e:
            if not is_tak_tertulis(e):
                raise
            raise KlaError(kesalahan_folder(rencana.folder, e)) from e
    return hasil


@contextmanager
def _sendiri(folder: Path | None) -> Iterator[None]:
    """Make a folder, and all that is written meanwhile, for its owner only; None for what everybody may read."""
    with hanya_pemilik(folder is not None):
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)  # an earlier version left it open
        yield


def _run(
    rencana: RencanaTerbit, outputs: Path, jobs: int, force: bool, jam: Jam, perender: Perender | None, sendirian: bool
) -> HasilRapat:
    """Do the work of a run whose inputs are checked and whose meeting is locked.

    perender: what draws; None where this process cannot be forked.
    """
    mulai = datetime.now(UTC)
    keadaan, folder, permintaan = rencana.keadaan, rencana.folder, rencana.paket
    induk = outputs / keadaan.rapat.id
    peristiwa, _rusak = read_jurnal(induk)
    jurnal = Jurnal(induk)
    nama = nama_skenario(keadaan)
    jurnal.catat(MULAI, pid=os.getpid(), skenario=nama or None, masukan=rencana.masukan_lembar)
    for id_paket in rapikan_sisa(induk):
        jurnal.catat(PAKET_PULIH, paket=id_paket)
    lama = read_lampiran(folder)
    kemajuan = Kemajuan(len(permintaan))
    tetap = {} if force else {p.id: h for p in permintaan if (h := paket_tetap(p)) is not None}
    for id_paket, h in tetap.items():
        jurnal.catat(PAKET_TETAP, paket=id_paket)
        kemajuan.catat(h)
    rusak = check_lampiran(folder, lama.berkas)
    berlembar = not nama and (force or lama.masukan != rencana.masukan_lembar or bool(rusak))
    pesanan = Pesanan(keadaan, [p for p in permintaan if p.id not in tetap], berlembar, jurnal, kemajuan, jam)
    jadi = Jadi({}, {})
    if pesanan.paket or berlembar:
        folder.mkdir(parents=True, exist_ok=True)
        if perender is not None:
            jadi = run_bercabang(pesanan, jobs, perender)
        else:
            jadi = run_berkolam(pesanan, jobs) if sendirian else run_di_proses_ini(pesanan)
    hasil = tuple(tetap.get(p.id) or jadi.paket[p.id] for p in permintaan)
    lampiran, tersisih = lama, list[str]()
    if berlembar:
        replace_log_lembar(folder, {g.subjek: f"{g.pesan}\n\n{g.jejak}" for g in jadi.salah})
    if berlembar and not jadi.salah:
        lampiran = Lampiran(hash_lampiran(jadi.lembar), rencana.masukan_lembar)
        jurnal.catat(LEMBAR_MULAI, berkas=lampiran.berkas)
        with jam.ukur("lampiran"):
            tersisih = publish_lampiran(folder, jadi.lembar, set(lama.berkas.items()) | lembar_kita(peristiwa))
        jurnal.catat(LEMBAR_JADI, masukan=rencana.masukan_lembar)
    with jam.ukur("indeks"):
        indeks = make_index(keadaan, folder, list(lampiran.berkas))
        write_whole(folder / INDEX, indeks)
    waktu, paket = _waktu(folder, hasil, mulai, jam), _paket(keadaan, folder)
    manifes = make_manifes(asal_rapat(rencana), nama, paket, lampiran, hash_isi(indeks), waktu)
    write_whole(folder / MANIFES, to_json(manifes))
    if not nama and hasil[-1].berhasil and not keadaan.internal:  # the ledger holds what was published
        catat_perkiraan(keadaan, path_catatan(outputs, keadaan.daerah.id))
    rapikan_sisa(induk)
    jurnal.catat(SELESAI, gagal=[h.id for h in hasil if not h.berhasil], lampiran_gagal=len(jadi.salah))
    return HasilRapat(
        folder,
        hasil,
        jadi.salah,
        tuple(tersisih),
        terputus(peristiwa),
        jurnal.robek,
        tanpa_pembanding(keadaan, outputs),
    )


def tanpa_pembanding(keadaan: Keadaan, outputs: Path) -> str:
    """Return the meeting before where it is named and nothing of it is published; otherwise nothing."""
    sebelum = keadaan.rapat.sebelumnya
    untuk = (PUBLIK, INTERNAL) if keadaan.internal else (PUBLIK,)
    ada = sebelum is None or any((outputs / folder_terbit(sebelum, u)).is_dir() for u in untuk)
    return "" if ada else str(sebelum)


def catat_perkiraan(keadaan: Keadaan, path: Path) -> bool:
    """Add the forecast that the summary has published to the ledger, under the day of the meeting.

    False where nothing is forecast, and where the ledger already holds the
    forecast of this data on this day: what was published first stays, even
    when the assumptions have changed since.
    """
    p, k = keadaan.perkiraan, keadaan.buku.keterangan
    if p is None:
        return False
    baru = catatan_of(p, keadaan.rapat.tanggal, keadaan.daerah.id, k.tahun_evaluasi, keadaan.buku.sidik)
    sama = ("tanggal", "tahun_evaluasi", "hash_data", "dari", "tahap")
    with lock_folder(path.parent, tunggu=TUNGGU_CATATAN):  # two meetings of a city may run side by side
        rapikan_sementara(path.parent)
        if any(all(getattr(c, s) == getattr(baru, s) for s in sama) for c in read_catatan(path)):
            return False
        return append_catatan(path, baru)


def _waktu(folder: Path, hasil: tuple[HasilPaket, ...], mulai: datetime, jam: Jam) -> dict[str, Any]:
    """Return when the run was, and the seconds of each pack and of each part of the work.

    A pack that was not made again keeps the seconds of its last run.  Parts
    that ran side by side are added up, so together they may exceed the time of the run.
    """
    detik, rincian = read_waktu(folder, "detik"), read_waktu(folder, "bagian_paket")
    return {
        "mulai": mulai.isoformat(timespec="seconds"),
        "selesai": datetime.now(UTC).isoformat(timespec="seconds"),
        "detik": {h.id: detik.get(h.id, 0.0) if h.tetap else round(h.detik, 2) for h in hasil},
        "bagian": jam.bulat(),
        "bagian_paket": {h.id: rincian.get(h.id, {}) if h.tetap else h.rincian for h in hasil},
    }


def _paket(keadaan: Keadaan, folder: Path) -> dict[str, Any]:
    """Return what lies in the folders of the packs."""
    semua = [*(k.id for k in keadaan.instrumen.klaster), RINGKASAN]
    return {id_paket: p for id_paket in semua if (p := _keadaan(folder / id_paket)) is not None}


def _keadaan(folder: Path) -> dict[str, Any] | None:
    """Return what lies in a pack's folder, made by this run or an earlier one; None for nothing."""
    paket, gagal = read_paket(folder), (folder / GAGAL_HTML).is_file()
    if paket is None and not gagal:
        return None
    return {
        "keadaan": "gagal" if gagal else "berhasil",
        "berkas": paket["berkas"] if paket else {},
        "masukan": paket.get("masukan") if paket else None,
        "parameter": paket.get("parameter") if paket else None,
    }
