"""Make all packs of a meeting, its summary, its index and its manifest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.berkas import write_whole
from kla_lib.data.catatan_perkiraan import append_catatan, read_catatan
from kla_lib.data.fakta_terbit import folder_terbit
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import FOLDER_OUTPUTS, FOLDER_PARAMS, nama_tampil
from kla_lib.publish.cabang import bisa_bercabang
from kla_lib.publish.daftar_paket import RINGKASAN, daftar_paket
from kla_lib.publish.indeks import INDEX, SKENARIO, make_index
from kla_lib.publish.jalankan import default_jobs, run_bercabang, run_berkolam
from kla_lib.publish.kop import nama_skenario
from kla_lib.publish.lampiran import publish_lampiran
from kla_lib.publish.manifes import MANIFES, make_manifes, read_lampiran
from kla_lib.publish.paket import GAGAL_HTML, HasilPaket
from kla_lib.publish.simpan import read_paket, to_json
from kla_lib.publish.templat import check_parameter, path_notebook
from kla_lib.rules.privasi import PUBLIK
from kla_lib.rules.rapat import load_rapat
from kla_lib.scoring.ketepatan import catatan_of
from kla_lib.views.catatan_perkiraan import path_catatan
from kla_lib.views.konteks import Konteks, load_konteks


@dataclass(frozen=True)
class HasilRapat:
    """What a run made: the meeting's folder and what became of each pack."""

    folder: Path
    paket: tuple[HasilPaket, ...]

    @property
    def berhasil(self) -> bool:
        return all(p.berhasil for p in self.paket)


def run_rapat(
    berkas: Path,
    outputs: Path = FOLDER_OUTPUTS,
    only: Sequence[str] = (),
    jobs: int | None = None,
    skenario: str = "",
    untuk: str = PUBLIK,
) -> HasilRapat:
    """Make the packs of a meeting file, at most `jobs` at a time (default: one per core).

    only: make just these klaster (and the summary).  skenario: name of a saved
    scenario; its packs stand in a folder of their own, beside the official
    ones, and neither the sheets of the meeting nor its ledger of forecasts are
    made from it.  untuk: INTERNAL makes all in a folder of its own too, with
    what the public must not see.  Raises KlaError before anything is written when the meeting,
    the book, the scenario or a name in `only` is faulty; a pack that fails
    does not stop the others.
    """
    rapat = load_rapat(berkas)
    luar = rapat.path.parent if rapat.path.parent != FOLDER_PARAMS / "rapat" else None
    konteks = load_konteks(rapat, skenario, untuk)
    folder_rapat = outputs / folder_terbit(rapat.id, untuk)
    folder = folder_rapat / SKENARIO / skenario if skenario else folder_rapat
    catatan = path_catatan(outputs, konteks.daerah.id)
    read_catatan(catatan)  # a faulty ledger is found before anything is written
    permintaan = daftar_paket(konteks, folder, only, luar)
    for p in permintaan:
        check_parameter(path_notebook(p.notebook), p.parameter)
    _make_folder(folder)
    mulai = datetime.now(UTC)
    run = run_bercabang if bisa_bercabang() else run_berkolam
    hasil, lembar = run(konteks, permintaan, jobs or default_jobs(), outputs, lampiran=not skenario)
    lampiran = {} if skenario else publish_lampiran(folder, lembar, read_lampiran(folder))
    write_whole(folder / INDEX, make_index(konteks, folder, list(lampiran)))
    _write_manifes(konteks, folder, hasil, lampiran, mulai)
    if skenario:
        _refresh_index(load_konteks(rapat, untuk=untuk), folder_rapat)
    elif hasil[-1].berhasil and not konteks.internal:  # the ledger holds what was published
        catat_perkiraan(konteks, catatan)
    return HasilRapat(folder, hasil)


def _refresh_index(konteks: Konteks, folder: Path) -> None:
    """Let the official index, where there is one, name a new scenario."""
    if (folder / INDEX).is_file():
        write_whole(folder / INDEX, make_index(konteks, folder, list(read_lampiran(folder))))


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


def _write_manifes(
    konteks: Konteks, folder: Path, hasil: tuple[HasilPaket, ...], lampiran: dict[str, str], mulai: datetime
) -> None:
    waktu = {
        "mulai": mulai.isoformat(timespec="seconds"),
        "selesai": datetime.now(UTC).isoformat(timespec="seconds"),
        "detik": {h.id: round(h.detik, 2) for h in hasil},
    }
    semua = [*(k.id for k in konteks.instrumen.klaster), RINGKASAN]
    paket = {id_paket: p for id_paket in semua if (p := _keadaan(folder / id_paket)) is not None}
    manifes = make_manifes(konteks.buku.hash, konteks.rapat.path, nama_skenario(konteks), paket, lampiran, waktu)
    write_whole(folder / MANIFES, to_json(manifes))


def _keadaan(folder: Path) -> dict[str, Any] | None:
    """Return what lies in a pack's folder, made by this run or an earlier one; None for nothing."""
    paket, gagal = read_paket(folder), (folder / GAGAL_HTML).is_file()
    if paket is None and not gagal:
        return None
    return {"keadaan": "gagal" if gagal else "berhasil", "berkas": paket["berkas"] if paket else {}}
