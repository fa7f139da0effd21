"""Write the page that greets whoever opens a work folder: what lies where, and the next step."""

from kla_lib.bahasa import _
from kla_lib.rules.daerah.daerah import Daerah

NAMA = "BACA SAYA.txt"


def baca_saya(daerah: Daerah, tahun: int, buku: str, rapat: str) -> str:
    """Return the page of a work folder, for any text editor of any system."""
    baris = [
        _("FOLDER KERJA KLA: {daerah}, tahun {tahun}").format(daerah=daerah.nama, tahun=tahun),
        "",
        _("Semua yang ada di sini milik Anda. Versi baru buku kerja tidak mengubahnya."),
        "",
        _("LANGKAH BERIKUTNYA"),
        _("1. Kirim berkas di folder isian, satu untuk setiap kantor."),
        _("2. Simpan yang dikirim kembali di folder kembali, lalu jalankan: kla collect"),
        _("3. Periksa bukunya: kla check. Lihat nilainya: kla score."),
        _("4. Lihat berkas rapat ({rapat}): waktu, tempat, dan anggotanya masih usulan.").format(rapat=rapat),
        _("5. Buat paket rapat: kla run. Lalu buka outputs/{id}/index.html.").format(
            id=rapat.rpartition("/")[2].removesuffix(".yaml")
        ),
        "",
        _("Perintah dijalankan dari folder ini. Untuk menjelajah: kla lab."),
        "",
        _("ISI FOLDER"),
        _("kla.yaml      daerah, tahun, dan rapat yang sedang disiapkan"),
        _("buku/         buku data: {buku}. Salinan lama ada di cadangan").format(buku=buku.rpartition("/")[2]),
        _("isian/        templat untuk kantor        kembali/   yang dikirim kantor"),
        _("rapat/        berkas rapat                daerah/    nama kantor, bila perlu diubah"),
        _("skenario/     skenario yang disimpan      indeks/    indeks buatan sendiri"),
        _("buku-kerja/   salinan buku kerja          outputs/   halaman yang dibagikan"),
    ]
    return "\r\n".join(baris) + "\r\n"
