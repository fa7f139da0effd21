"""Say what a sheet of decisions brought."""

from kla_lib.bahasa import _
from kla_lib.data.keputusan.catat import Penerimaan


def lines_of(hasil: Penerimaan, buku: str) -> list[str]:
    """Return what was taken in, what it replaced, and what comes next."""
    lines = [
        _("{baru} keputusan baru, {diubah} diubah, {tetap} tetap.").format(
            baru=len(hasil.baru), diubah=len({p.id_keputusan for p in hasil.diubah}), tetap=hasil.tetap
        )
    ]
    if hasil.tidak_diambil:
        lines.append(_("{n} usulan tanpa status tidak dicatat.").format(n=hasil.tidak_diambil))
    if not hasil.berubah:
        return [*lines, _("Tidak ada yang berubah di buku.")]
    kosong = _("kosong")
    lines += [_("  baru: {id}").format(id=i) for i in hasil.baru]
    lines += [f"  {p.id_keputusan}, {p.kolom}: {p.lama or kosong} → {p.baru or kosong}" for p in hasil.diubah]
    if hasil.cadangan is not None:
        lines.append(
            _("Buku sebelumnya disalin ke {tempat}.").format(
                tempat=f"{hasil.cadangan.parent.name}/{hasil.cadangan.name}"
            )
        )
    if hasil.perlu_dihitung:
        lines.append(_("Buka dan simpan buku ini sekali di Excel, supaya rumusnya dihitung ulang."))
    return [
        *lines,
        _("Buku: {buku}").format(buku=buku),
        _("Berikutnya: tulis berkas rapat yang akan datang, lalu kla run RAPAT.yaml; paketnya menyebut janji ini."),
    ]
