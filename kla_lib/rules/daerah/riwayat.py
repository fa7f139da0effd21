"""Read the official finals that a city writes into its own file."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan, maksud
from kla_lib.rules.bukti.skala import kategori_nilai, kategori_terbitan, load_skala
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import Rujukan
from kla_lib.rules.yaml import Aturan


class AkhirResmi(Aturan):
    """The official final of one award year: its category, its score, or both.

    sumber: the city's own paper (a decree, a certificate) and the place in it;
    it need not stand in sumber.yaml.
    """

    tahun: int
    kategori: str | None = None
    nilai_akhir: float | None = None
    sumber: Rujukan


def check_riwayat(params: Params, berkas: str, riwayat: Sequence[AkhirResmi]) -> list[Kesalahan]:
    """Return every year of the older scale or written twice, and every category and score that cannot be.

    berkas: the file, for the messages.
    """
    salah = [k for r in riwayat for k in _check(params, berkas, r)]
    return salah + [
        Kesalahan(
            "riwayat_ganda",
            berkas,
            _("tahun {tahun} ditulis {n} kali").format(tahun=tahun, n=n),
            _("Sisakan satu baris untuk setiap tahun penghargaan."),
            sel="riwayat",
        )
        for tahun, n in Counter(r.tahun for r in riwayat).items()
        if n > 1
    ]


def _check(params: Params, berkas: str, r: AkhirResmi) -> Iterator[Kesalahan]:
    sel = f"riwayat {r.tahun}"
    skala = load_skala(params)
    if r.tahun < skala.tahun_pertama:
        yield Kesalahan(
            "skala_lama",
            berkas,
            _("tahun {tahun} memakai skala lama").format(tahun=r.tahun),
            _("Hanya nilai dan kategori {awal} atau sesudahnya yang dapat dibandingkan; hapus baris ini.").format(
                awal=skala.tahun_pertama
            ),
            sel=sel,
        )
        return
    daftar = kategori_terbitan(params, r.tahun)
    if r.kategori is not None and r.kategori not in daftar.urutan:
        yield Kesalahan(
            "kategori",
            berkas,
            _("kategori '{kategori}' tidak dikenal").format(kategori=r.kategori),
            maksud(r.kategori, daftar.urutan),
            sel=sel,
        )
    if r.nilai_akhir is None:
        if r.kategori is None:
            yield Kesalahan(
                "riwayat_kosong",
                berkas,
                _("kategori dan nilai_akhir kosong"),
                _("Isi kategorinya, nilai akhirnya, atau keduanya."),
                sel=sel,
            )
    elif not 0 <= r.nilai_akhir <= skala.nilai_tertinggi:
        yield Kesalahan(
            "skala",
            berkas,
            _("{kolom} {isi} di luar 0 sampai {tertinggi}").format(
                kolom="nilai_akhir", isi=format_angka(r.nilai_akhir), tertinggi=format_angka(skala.nilai_tertinggi)
            ),
            _("Periksa angkanya; nilai tertinggi form adalah {tertinggi}.").format(
                tertinggi=format_angka(skala.nilai_tertinggi)
            ),
            sel=sel,
        )
    elif r.kategori in daftar.urutan and kategori_nilai(params, r.tahun, r.nilai_akhir) != r.kategori:
        yield Kesalahan(
            "kategori",
            berkas,
            _("nilai akhir {nilai} bukan {kategori}, melainkan {benar}").format(
                nilai=format_angka(r.nilai_akhir),
                kategori=daftar.nama(r.kategori),
                benar=daftar.nama(kategori_nilai(params, r.tahun, r.nilai_akhir)),
            ),
            _("Perbaiki nilai atau kategorinya menurut dokumennya."),
            sel=sel,
        )
