"""Refuse what no work folder can be made of: a place that cannot hold one, a year or day that cannot be meant."""

from datetime import date
from pathlib import Path

from kla_lib.bahasa import _, format_tanggal
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import FOLDER_PROYEK, NAMA_KERJA, tempat_asli
from kla_lib.rules.folder_kerja import TAHUN_AKHIR
from kla_lib.rules.form.instrumen import Instrumen, daftar_instrumen, load_instrumen
from kla_lib.rules.params import Params
from kla_lib.tempat import is_tautan

RAPAT_PALING_LAMBAT = 2
"""Years after the evaluated one in which a meeting about it can still be held."""


def check_tempat(folder: Path) -> None:
    """Refuse a place inside the product, which a new version would meet, a file, a link, and the root of a disk."""
    asli = tempat_asli(folder)
    lain = _("Pilih folder lain, misalnya --folder {contoh}.")
    contoh = str(FOLDER_PROYEK.parent / NAMA_KERJA)
    if asli.is_relative_to(FOLDER_PROYEK):
        salah = _("folder kerja tidak boleh di dalam folder buku kerja ini: versi baru akan bertemu isinya")
    elif FOLDER_PROYEK.is_relative_to(asli):
        salah = _("folder ini memuat folder buku kerja ini sendiri")
    elif folder.exists() and not folder.is_dir():
        salah = _("ini berkas, bukan folder")
    elif is_tautan(folder):
        salah = _("ini tautan ke tempat lain, jadi tidak ditulisi")
    else:
        return
    raise KlaError(Kesalahan("folder_kerja", str(folder), salah, lain.format(contoh=contoh)))


def check_tahun(params: Params, tahun: int, tanggal: date | None) -> None:
    """Refuse a year before the first form or after any calendar of ours, and a meeting that is not about it."""
    awal = min(load_instrumen(params, i).kepala.berlaku.year for i in daftar_instrumen(params))
    if not awal <= tahun <= TAHUN_AKHIR:
        raise KlaError(
            Kesalahan(
                "tahun",
                f"--tahun {tahun}",
                _("tidak ada form untuk tahun ini"),
                _("Tulis tahun yang dinilai, {awal} atau sesudahnya, misalnya 2025.").format(awal=awal),
            )
        )
    if tanggal is not None and not tahun <= tanggal.year <= tahun + RAPAT_PALING_LAMBAT:
        raise KlaError(
            Kesalahan(
                "tanggal",
                f"--rapat {tanggal.isoformat()}",
                _("rapat {tanggal} bukan rapat tentang tahun {tahun}").format(
                    tanggal=format_tanggal(tanggal), tahun=tahun
                ),
                _("Tulis tanggal rapat dari {awal} sampai {akhir}, atau perbaiki --tahun.").format(
                    awal=tahun, akhir=tahun + RAPAT_PALING_LAMBAT
                ),
            )
        )


def form_tahun(params: Params, tahun: int) -> Instrumen:
    """Return the form in force in an evaluated year: the latest that has begun by then."""
    form = [load_instrumen(params, i) for i in daftar_instrumen(params)]
    return max((f for f in form if f.kepala.berlaku.year <= tahun), key=lambda f: f.kepala.berlaku)
