"""Read the published pages of a meeting that are to be printed, all faults at once."""

from dataclasses import dataclass
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.publish.batch.daftar_paket import RINGKASAN
from kla_lib.publish.batch.paket import GAGAL_HTML
from kla_lib.publish.cetak.lembaran import Lembaran, read_lembaran
from kla_lib.publish.halaman.sesi import tempat_sesi
from kla_lib.publish.terbitan.manifes import read_lampiran, read_manifes
from kla_lib.publish.terbitan.simpan import PAKET_JSON, check_utuh, hash_isi
from kla_lib.rules.form.instrumen import KLASTER, load_instrumen
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import Rapat

RINGKAS = "ringkas.html"


@dataclass(frozen=True)
class BahanCetak:
    """The pages of a meeting in the order of the document: summary, packs, sessions.

    paket: ids of those that are packs.  gagal: what to say of a pack whose
    last run failed.  belum: headings of packs that were never made.
    """

    lembaran: tuple[Lembaran, ...]
    paket: tuple[str, ...]
    gagal: dict[str, str]
    belum: tuple[str, ...]


def read_bahan(params: Params, folder: Path, rapat: Rapat) -> BahanCetak:
    """Return what a meeting has published; KlaError where there is nothing, and for each page that is torn."""
    lembaran: list[Lembaran] = []
    salah: list[Kesalahan] = []
    gagal, belum = {}, []
    instrumen, dibuat = load_instrumen(params, rapat.instrumen), _pernah_dibuat(folder)
    for paket in (RINGKASAN, *KLASTER):
        if (folder / paket / GAGAL_HTML).is_file():
            gagal[paket] = _("Pembuatan terakhir gagal; ini paket sebelumnya.")
        if not (folder / paket / PAKET_JSON).is_file():
            if paket in dibuat:
                salah.append(
                    Kesalahan(
                        "hilang",
                        f"{rapat.id}/{paket}",
                        _("paket ini tercatat di manifest.json tetapi tidak ada lagi"),
                        _("Jalankan dulu: kla run {berkas}.").format(berkas=nama_tampil(rapat.path)),
                    )
                )
            belum.append(_("Ringkasan rapat") if paket == RINGKASAN else instrumen.klaster_of(paket).judul)
            continue
        rusak = check_utuh(folder / paket)
        _read(lembaran, salah, folder, paket, f"{paket}/{RINGKAS}", utuh=not rusak)
    paket_ada = tuple(s.id for s in lembaran)
    if not paket_ada and not salah:
        raise KlaError(
            Kesalahan(
                "belum_terbit",
                nama_tampil(folder),
                _("belum ada paket rapat {rapat} di folder keluaran ini").format(rapat=rapat.id),
                _("Jalankan dulu: kla run {berkas}.").format(berkas=nama_tampil(rapat.path)),
            )
        )
    lampiran = read_lampiran(folder).berkas
    for nomor in range(1, len(rapat.sesi) + 1):
        tempat = tempat_sesi(nomor)
        if tempat in lampiran:
            berkas = folder / tempat
            utuh = berkas.is_file() and hash_isi(berkas.read_bytes()) == lampiran[tempat]
            _read(lembaran, salah, folder, f"sesi_{nomor}", tempat, utuh)
    if salah:
        raise KlaError(salah)
    return BahanCetak(tuple(lembaran), paket_ada, gagal, tuple(belum))


def _read(
    lembaran: list[Lembaran], salah: list[Kesalahan], folder: Path, id_lembaran: str, tempat: str, utuh: bool
) -> None:
    """Add a page, or the fault that it is not what the last run has written."""
    try:
        isi = read_lembaran(id_lembaran, tempat, (folder / tempat).read_text(encoding="utf-8")) if utuh else None
    except (OSError, UnicodeDecodeError):  # its pack does not name it, and it is not there
        isi = None
    if isi is not None:
        lembaran.append(isi)
        return
    salah.append(
        Kesalahan(
            "tidak_utuh",
            nama_tampil(folder / tempat),
            _("halaman ini tidak utuh atau diubah sesudah diterbitkan"),
            _("Jalankan kla run lagi untuk rapat ini, lalu kla pdf."),
        )
    )


def _pernah_dibuat(folder: Path) -> set[str]:
    """Return the packs that the manifest says were made."""
    paket = read_manifes(folder).get("paket")
    if not isinstance(paket, dict):
        return set()
    return {p for p, isi in paket.items() if isinstance(isi, dict) and isi.get("berkas")}
