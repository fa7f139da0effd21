"""Make all packs of a meeting, its summary, its index and its manifest."""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _, format_tanggal
from kla_lib.berkas import write_whole
from kla_lib.data.catatan_perkiraan import append_catatan, read_catatan
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import FOLDER_OUTPUTS, FOLDER_PARAMS, nama_tampil
from kla_lib.publish.halaman import page_index
from kla_lib.publish.kemajuan import Kemajuan
from kla_lib.publish.manifes import make_manifes
from kla_lib.publish.paket import GAGAL_HTML, HasilPaket, Permintaan, make_paket, siapkan_pekerja
from kla_lib.publish.simpan import check_utuh, read_paket, to_json
from kla_lib.publish.templat import check_parameter, path_notebook
from kla_lib.rules.rapat import load_rapat
from kla_lib.scoring.ketepatan import catatan_of
from kla_lib.views.catatan_perkiraan import KELUARAN_LAIN, path_catatan
from kla_lib.views.dasar import baris_dasar
from kla_lib.views.konteks import Konteks, load_konteks
from kla_lib.views.spanduk import teks_spanduk
from kla_lib.views.warna import TINTA, WARNA_KLASTER

RINGKASAN = "ringkasan"
NOTEBOOK_KLASTER, NOTEBOOK_RINGKASAN = "30_paket_klaster", "40_ringkasan_rapat"


@dataclass(frozen=True)
class HasilRapat:
    """What a run made: the meeting's folder and what became of each pack."""

    folder: Path
    paket: tuple[HasilPaket, ...]

    @property
    def berhasil(self) -> bool:
        return all(p.berhasil for p in self.paket)


def run_rapat(
    berkas: Path, outputs: Path = FOLDER_OUTPUTS, only: Sequence[str] = (), jobs: int | None = None
) -> HasilRapat:
    """Make the packs of a meeting file, at most `jobs` at a time (default: one per core).

    only: make just these klaster (and the summary).  Raises KlaError before
    anything is written when the meeting, the book or a name in `only` is
    faulty; a pack that fails does not stop the others.
    """
    with _pool(jobs or os.cpu_count() or 1, outputs) as pool:
        return _run(pool, berkas, outputs, only)


def _run(pool: ProcessPoolExecutor, berkas: Path, outputs: Path, only: Sequence[str]) -> HasilRapat:
    rapat = load_rapat(berkas)
    luar = rapat.path.parent if rapat.path.parent != FOLDER_PARAMS / "rapat" else None
    konteks = load_konteks(rapat)
    catatan = path_catatan(outputs, konteks.daerah.id)
    read_catatan(catatan)  # a faulty ledger is found before anything is written
    permintaan = daftar_paket(konteks, outputs / rapat.id, only, luar)
    for p in permintaan:
        check_parameter(path_notebook(p.notebook), p.parameter)
    _make_folder(outputs / rapat.id)
    mulai = datetime.now(UTC)
    hasil = _make_semua(pool, permintaan)
    write_whole(outputs / rapat.id / "index.html", _index(konteks, outputs / rapat.id))
    _write_manifes(konteks, outputs / rapat.id, hasil, mulai)
    if hasil[-1].berhasil:
        catat_perkiraan(konteks, catatan)
    return HasilRapat(outputs / rapat.id, hasil)


def catat_perkiraan(konteks: Konteks, path: Path) -> bool:
    """Add the forecast that the summary has published to the ledger, under the day of the meeting.

    False where nothing is forecast, and where the ledger already holds the
    forecast of this data on this day: what was published first stays, even
    when the assumptions have changed since.
    """
    p, k = konteks.perkiraan, konteks.buku.keterangan
    if p is None:
        return False
    baru = catatan_of(p, konteks.rapat.tanggal, konteks.daerah.id, k.tahun_evaluasi, konteks.buku.hash)
    sama = ("tanggal", "tahun_evaluasi", "hash_data", "dari", "tahap")
    if any(all(getattr(c, s) == getattr(baru, s) for s in sama) for c in read_catatan(path)):
        return False
    return append_catatan(path, baru)


def _make_folder(folder: Path) -> None:
    """Make the meeting's folder, or say why nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".coba").touch()
        (folder / ".coba").unlink()
    except OSError as e:
        raise KlaError(
            Kesalahan(
                "keluaran",
                nama_tampil(folder),
                _("folder keluaran tidak bisa ditulisi ({pesan})").format(pesan=e.strerror),
                _("Tutup berkas yang terbuka dan periksa izin folder, atau pilih folder lain dengan --outputs."),
            )
        ) from None


def daftar_paket(konteks: Konteks, folder: Path, only: Sequence[str], luar: Path | None) -> list[Permintaan]:
    """Return the packs of a meeting in the order of the form, the summary last."""
    semua = [k.id for k in konteks.instrumen.klaster]
    asing = [k for k in only if k not in semua]
    if asing:
        raise KlaError(
            Kesalahan("klaster", "--only", _("klaster '{k}' tidak dikenal").format(k=k), maksud(k, semua))
            for k in asing
        )
    atas = _atas(konteks)
    kaki = _kaki(konteks)
    r = konteks.rapat.id
    paket = [
        Permintaan(
            k.id,
            NOTEBOOK_KLASTER,
            {"rapat": r, "klaster": k.id},
            folder / k.id,
            k.judul,
            atas,
            WARNA_KLASTER[k.id],
            kaki,
            luar,
        )
        for k in konteks.instrumen.klaster
        if not only or k.id in only
    ]
    ringkasan = Permintaan(
        RINGKASAN,
        NOTEBOOK_RINGKASAN,
        {"rapat": r},
        folder / RINGKASAN,
        _("Ringkasan rapat"),
        atas,
        TINTA,
        kaki,
        luar,
    )
    return [*paket, ringkasan]


def _pool(jobs: int, outputs: Path) -> ProcessPoolExecutor:
    """Return fresh worker processes, already importing while this one reads the book."""
    pool = ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_siapkan, initargs=(outputs.resolve(),)
    )
    pool.submit(os.getpid)  # nothing starts before the first task
    return pool


def _siapkan(outputs: Path) -> None:
    """Prepare a worker process; its notebooks read the ledger of forecasts of these outputs."""
    siapkan_pekerja()
    os.environ[KELUARAN_LAIN] = str(outputs)


def _make_semua(pool: ProcessPoolExecutor, permintaan: list[Permintaan]) -> tuple[HasilPaket, ...]:
    """Make packs side by side; results come back in the order of the requests.

    The last one, the summary, takes longest and is begun first.
    """
    kemajuan = Kemajuan(len(permintaan))
    hasil: dict[str, HasilPaket] = {}
    try:
        for selesai in as_completed([pool.submit(make_paket, p) for p in permintaan[::-1]]):
            h = selesai.result()
            hasil[h.id] = h
            kemajuan.catat(h)
    except KeyboardInterrupt:  # packs under way are finished, the others not begun
        pool.shutdown(wait=True, cancel_futures=True)
        raise
    kemajuan.tutup()
    return tuple(hasil[p.id] for p in permintaan)


def _atas(konteks: Konteks) -> str:
    """Return the small line above every heading; example data say so here too."""
    contoh = [_("data buatan")] if konteks.buku.keterangan.contoh else []
    return " · ".join([konteks.daerah.nama, format_tanggal(konteks.rapat.tanggal), *contoh])


def _kaki(konteks: Konteks) -> str:
    k = konteks.buku.keterangan
    data = format_tanggal(k.tanggal_data) if k.tanggal_data else _("tanggal tidak dicatat")
    return _("Rapat {rapat} · data: {data} · form {form} · bukan nilai resmi").format(
        rapat=konteks.rapat.id, data=data, form=konteks.instrumen.id
    )


def _index(konteks: Konteks, folder: Path) -> bytes:
    """Return the index page from what lies in the meeting's folder, so that older good packs stay listed."""
    ringkasan = read_paket(folder / RINGKASAN)
    sesi = [
        {
            "nama": s.nama,
            "rinci": " · ".join(filter(None, (s.waktu, s.tempat))),
            "paket": [_kartu(konteks, folder, k) for k in s.klaster],
        }
        for s in konteks.rapat.sesi
    ]
    tersebut = {k for s in konteks.rapat.sesi for k in s.klaster}
    sisa = [k.id for k in konteks.instrumen.klaster if k.id not in tersebut]
    if sisa:
        nama = _("Klaster lain") if sesi else _("Semua klaster")
        sesi.append({"nama": nama, "rinci": "", "paket": [_kartu(konteks, folder, k) for k in sisa]})
    return page_index(
        judul=_("Paket rapat {rapat}").format(rapat=konteks.rapat.id),
        atas=_atas(konteks),
        spanduk=teks_spanduk(konteks),
        ringkasan=ringkasan
        and {
            "tautan": f"{RINGKASAN}/ringkas.html",
            "kalimat": ringkasan["kalimat"]["utama"],
            "lanjutan": ringkasan["kalimat"]["lanjutan"],
        },
        sesi=sesi,
        dasar=baris_dasar(konteks),
        kaki=_kaki(konteks),
    )


def _kartu(konteks: Konteks, folder: Path, klaster: str) -> dict[str, Any]:
    """Return what the index says of one pack."""
    paket = read_paket(folder / klaster)
    gagal = ""
    if (folder / klaster / GAGAL_HTML).is_file():
        gagal = _("Pembuatan terakhir gagal; ini paket sebelumnya.") if paket else _("Pembuatan gagal.")
    elif paket and check_utuh(folder / klaster):
        gagal = _("Berkas paket ini tidak utuh; jalankan ulang.")
    return {
        "judul": konteks.instrumen.klaster_of(klaster).judul,
        "warna": WARNA_KLASTER[klaster],
        "tautan": f"{klaster}/ringkas.html" if paket else "",
        "kalimat": paket["kalimat"]["utama"] if paket else _("Belum ada paket."),
        "gagal": gagal,
        "tautan_gagal": f"{klaster}/{GAGAL_HTML}" if (folder / klaster / GAGAL_HTML).is_file() else "",
    }


def _write_manifes(konteks: Konteks, folder: Path, hasil: tuple[HasilPaket, ...], mulai: datetime) -> None:
    waktu = {
        "mulai": mulai.isoformat(timespec="seconds"),
        "selesai": datetime.now(UTC).isoformat(timespec="seconds"),
        "detik": {h.id: round(h.detik, 2) for h in hasil},
    }
    semua = [*(k.id for k in konteks.instrumen.klaster), RINGKASAN]
    paket = {id_paket: p for id_paket in semua if (p := _keadaan(folder / id_paket)) is not None}
    manifes = make_manifes(konteks.buku.hash, konteks.rapat.path, paket, waktu)
    write_whole(folder / "manifest.json", to_json(manifes))


def _keadaan(folder: Path) -> dict[str, Any] | None:
    """Return what lies in a pack's folder, made by this run or an earlier one; None for nothing."""
    paket, gagal = read_paket(folder), (folder / GAGAL_HTML).is_file()
    if paket is None and not gagal:
        return None
    return {"keadaan": "gagal" if gagal else "berhasil", "berkas": paket["berkas"] if paket else {}}
