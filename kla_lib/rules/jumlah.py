"""Check that a form adds up: codes that stand once, sums that meet their maximum."""

from collections import Counter
from typing import TYPE_CHECKING

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, maksud
from kla_lib.letak import nama_tampil

if TYPE_CHECKING:
    from kla_lib.rules.instrumen import Instrumen


def check_kode(i: "Instrumen") -> list[Kesalahan]:
    """Return klaster and indikator that are doubled, or that the questions name and the head does not."""
    berkas, salah = nama_tampil(i.path), []
    semua = [k.id for k in i.klaster] + list(i.indikator["indikator"])
    for kode, n in Counter(semua).items():
        if n > 1:
            salah.append(
                Kesalahan(
                    "kode_ganda",
                    berkas,
                    _("'{kode}' ditulis {n} kali").format(kode=kode, n=n),
                    _("Hapus salah satunya."),
                )
            )
    rumah = dict(zip(i.indikator["indikator"], i.indikator["klaster"], strict=True))
    for klaster, indikator in dict.fromkeys(zip(i.pertanyaan["klaster"], i.pertanyaan["indikator"], strict=True)):
        if rumah.get(indikator) != klaster:
            salah.append(
                Kesalahan(
                    "indikator_asing",
                    berkas,
                    _("indikator '{indikator}' di {klaster} ada di tabel pertanyaan, tidak di kepala form").format(
                        indikator=indikator, klaster=klaster
                    ),
                    _("Indikator {i} milik {klaster}.").format(i=indikator, klaster=rumah[indikator])
                    if indikator in rumah
                    else maksud(indikator, rumah),
                )
            )
    return salah


def check_jumlah(i: "Instrumen") -> list[Kesalahan]:
    """Return sums that differ from the stated maximum of their indikator, klaster or form and are not declared."""
    berkas, salah = nama_tampil(i.path), []

    def bandingkan(tempat: str, jumlah: float, nilai_maksimal: float) -> None:
        if round(jumlah, 2) != round(nilai_maksimal, 2):
            salah.append(
                Kesalahan(
                    "jumlah",
                    berkas,
                    _("{tempat}: isinya berjumlah {jumlah:g}, nilai_maksimal {maks:g}").format(
                        tempat=tempat, jumlah=jumlah, maks=nilai_maksimal
                    ),
                    _("Perbaiki angkanya, atau nyatakan di jumlah_berbeda bila form resminya memang begitu."),
                )
            )

    dinyatakan = {b.indikator: b for b in i.kepala.jumlah_berbeda}
    for klaster in i.klaster:
        for indikator in klaster.indikator:
            milik = i.pertanyaan.loc[i.pertanyaan["indikator"] == indikator.kode, "nilai_maksimal"]
            tempat = _("indikator {kode}").format(kode=indikator.kode)
            beda = dinyatakan.pop(indikator.kode, None)
            if beda is not None:
                bandingkan(tempat + " (jumlah_berbeda)", float(milik.sum()), beda.jumlah_pertanyaan)
                bandingkan(tempat + " (jumlah_berbeda)", beda.nilai_maksimal, indikator.nilai_maksimal)
            elif len(milik):
                bandingkan(tempat, float(milik.sum()), indikator.nilai_maksimal)
        if klaster.indikator:
            bandingkan(klaster.id, sum(x.nilai_maksimal for x in klaster.indikator), klaster.nilai_maksimal)
    bandingkan(_("seluruh form"), sum(k.nilai_maksimal for k in i.klaster), i.kepala.nilai_maksimal)
    for kode in dinyatakan:
        salah.append(
            Kesalahan(
                "jumlah",
                berkas,
                _("jumlah_berbeda menyebut indikator '{kode}' yang tidak ada").format(kode=kode),
                maksud(kode, i.indikator["indikator"]),
            )
        )
    return salah
