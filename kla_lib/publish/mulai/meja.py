"""Do what the start page offers; without widgets, so that each step can be tried by itself."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kla_lib.bahasa import _, format_tanggal, tandai
from kla_lib.data.keputusan.catat import Penerimaan, take_keputusan
from kla_lib.data.kumpul.pengumpulan import Pengumpulan
from kla_lib.data.terbit.fakta import folder_terbit
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import BERKAS_KERJA, FOLDER_CONTOH, FOLDER_LAIN, folder_kerja, folder_outputs, nama_tampil
from kla_lib.publish.kerja.mulai import HasilMulai, folder_biasa, mulai
from kla_lib.publish.kerja.pemeriksaan import HasilPeriksa, check_buku
from kla_lib.publish.lembar.keputusan import NAMA as LEMBAR_KEPUTUSAN
from kla_lib.publish.mulai.jatuhan import Jatuhan, salinan
from kla_lib.publish.mulai.pekerja import Pekerja
from kla_lib.rules.folder_kerja import rapat_kini
from kla_lib.rules.params import RAPAT, Params, params_bawaan
from kla_lib.rules.rapat import Rapat, load_rapat

TERBIT = (
    ("index.html", tandai("Semua halaman rapat")),
    ("ringkasan/ringkas.html", tandai("Ringkasan satu halaman")),
    ("pimpinan.html", tandai("Halaman pimpinan")),
    ("paparan.pptx", tandai("Paparan (PPTX)")),
    ("rapat.pdf", tandai("Seluruh rapat sebagai PDF")),
    (LEMBAR_KEPUTUSAN, tandai("Lembar keputusan (XLSX)")),
)


@dataclass(frozen=True)
class Terbitan:
    """A published file: its place under the outputs, and what it is."""

    tempat: str
    nama: str


class Meja:
    """One start page at work on one meeting: what was dropped and not taken in, and what is running.

    It keeps nothing of what was read: each step looks at the files as they are now.
    """

    def __init__(self, rapat: str = "") -> None:
        self.jatuhan, self.keputusan = Jatuhan(), Jatuhan()
        self.pekerja: Pekerja | None = None
        self._dipilih = rapat

    @property
    def params(self) -> Params:
        """The rules in force, with the work folder of whoever works here."""
        return params_bawaan()

    @property
    def id_rapat(self) -> str:
        """The meeting that is chosen, else the current one of the work folder; "" where there is none."""
        return self._dipilih or rapat_kini(self.params) or ""

    def pilih(self, rapat: str) -> None:
        """Work on another meeting; what was dropped for the one before is forgotten."""
        if rapat != self._dipilih:
            self._dipilih = rapat
            self.jatuhan.buang()
            self.keputusan.buang()

    def rapat(self) -> Rapat:
        """Return the meeting; KlaError where none is chosen or its file is faulty."""
        if not self.id_rapat:
            raise KlaError(
                Kesalahan("rapat", _("langkah 1"), _("belum ada rapat"), _("Pilih atau buat rapatnya di langkah 1."))
            )
        return load_rapat(self.params, self.id_rapat)

    def daftar_rapat(self) -> list[tuple[str, str]]:
        """Return every meeting that can be chosen as (words, id): hers first, the examples after them."""
        hasil = []
        for id_rapat in self.params.daftar(RAPAT):
            try:
                r = load_rapat(self.params, id_rapat)
                teks = _("{id} ({tanggal})").format(id=id_rapat, tanggal=format_tanggal(r.tanggal))
                contoh = is_contoh(r)
            except KlaError:
                teks, contoh = _("{id} (berkasnya perlu diperbaiki)").format(id=id_rapat), False
            hasil.append((contoh, _("Contoh: {rapat}").format(rapat=teks) if contoh else teks, id_rapat))
        return [(teks, id_rapat) for _contoh, teks, id_rapat in sorted(hasil, key=lambda h: (h[0], h[2]))]

    def folder(self) -> Path:
        """Return the work folder, or where one would be made."""
        return folder_kerja() or folder_biasa()

    def buat(self, daerah: str, tahun: str, tanggal: date | None, folder: str = "") -> HasilMulai:
        """Make the work folder of a region and its meeting, as `kla mulai` does, and work on it from now on."""
        tempat = Path(folder.strip()).expanduser() if folder.strip() else self.folder()
        if not (tempat / BERKAS_KERJA).is_file():
            _check_isi(daerah, tahun, tanggal)
        hasil = mulai(self.params, tempat, daerah.strip() or None, _tahun(tahun), tanggal)
        os.environ[FOLDER_LAIN] = str(hasil.folder)
        self.pilih(hasil.rapat)
        return hasil

    def kembali(self) -> Path:
        """Return the folder of files that came back: the work folder's, else the one beside the book."""
        buku, kerja = self.buku_milik(), self.params.kerja
        return (kerja if kerja is not None and buku.is_relative_to(kerja) else buku.parent) / "kembali"

    def buku_milik(self) -> Path:
        """Return the book; KlaError for that of an example, which is only looked at."""
        r = self.rapat()
        if is_contoh(r):
            raise KlaError(
                Kesalahan(
                    "contoh",
                    r.id,
                    _("rapat contoh hanya untuk dilihat"),
                    _("Buat rapat sendiri di langkah 1, lalu masukkan isiannya."),
                )
            )
        return r.path_buku

    def daftar_kembali(self) -> list[str]:
        """Return the names of the files in that folder."""
        folder = self.kembali()
        return sorted(p.name for p in folder.iterdir() if not p.name.startswith(".")) if folder.is_dir() else []

    def lihat_isian(self) -> Pengumpulan:
        """Return what taking in would bring; nothing is written."""
        return self.jatuhan.lihat(self.params, self.kembali(), self.buku_milik())

    def ambil_isian(self) -> tuple[Pengumpulan, tuple[str, ...]]:
        """Take in what was dropped and what lies in the folder, as `kla collect` does; see `Jatuhan.ambil`."""
        return self.jatuhan.ambil(self.params, self.kembali(), self.buku_milik())

    def periksa(self) -> HasilPeriksa:
        """Check the book, as `kla check` does."""
        return check_buku(self.params, lambda: self.rapat().path_buku)

    def jalankan(self) -> Pekerja:
        """Begin to make all pages, as `kla run` does; KlaError while something still runs or the book has faults."""
        self._check_bebas()
        if salah := self.periksa().salah:
            raise KlaError(salah)
        return self._mulai_kerja("run")

    def cetak(self) -> Pekerja:
        """Begin to make the PDF files, as `kla pdf` does; KlaError while something still runs or no page is there."""
        self._check_bebas()
        rapat = self.rapat()
        if not self.terbitan():
            raise KlaError(
                Kesalahan(
                    "belum_terbit",
                    rapat.id,
                    _("belum ada halaman rapat ini, dan PDF dibuat dari halamannya"),
                    _("Klik Buat semua halaman dahulu, lalu klik Buat PDF lagi."),
                )
            )
        return self._mulai_kerja("pdf")

    def _mulai_kerja(self, perintah: str) -> Pekerja:
        self.pekerja = Pekerja(perintah, str(self.rapat().path))
        return self.pekerja

    def _check_bebas(self) -> None:
        if self.pekerja is not None and self.pekerja.kode is None:
            raise KlaError(
                Kesalahan(
                    "sibuk",
                    _("halaman ini"),
                    _("pembuatan sebelumnya masih berjalan"),
                    _("Tunggu sampai selesai, lalu klik lagi."),
                )
            )

    def terbitan(self) -> list[Terbitan]:
        """Return the pages and sheets of the meeting that are there to be opened."""
        induk = folder_terbit(self.id_rapat, "publik") if self.id_rapat else ""
        ada = [(f"{induk}/{t}", n) for t, n in TERBIT if induk and (folder_outputs() / induk / t).is_file()]
        return [Terbitan(tempat, _(nama)) for tempat, nama in ada]

    def lihat_keputusan(self) -> Penerimaan:
        """Return what the sheet of decisions would bring; nothing is written."""
        buku = self.buku_milik()
        with salinan(buku) as coba:
            return self._take_keputusan(coba)

    def ambil_keputusan(self) -> Penerimaan:
        """Take the decisions into the book, as `kla decide` does."""
        hasil = self._take_keputusan(self.buku_milik())
        self.keputusan.buang()
        return hasil

    def _take_keputusan(self, buku: Path) -> Penerimaan:
        r = self.rapat()
        dikenal = r.id in self.params.daftar(RAPAT)
        return take_keputusan(self.params, buku, self.lembar_keputusan(), None if dikenal else r)

    def lembar_keputusan(self) -> Path:
        """Return the sheet that was dropped last, else the one among the outputs; KlaError where there is neither."""
        dijatuhkan = sorted(self.keputusan.berkas, key=lambda p: p.stat().st_ctime_ns)
        lembar = dijatuhkan[-1] if dijatuhkan else folder_outputs() / self.id_rapat / LEMBAR_KEPUTUSAN
        if not lembar.is_file():
            raise KlaError(
                Kesalahan(
                    "hilang",
                    nama_tampil(lembar),
                    _("lembar keputusan rapat ini belum dibuat"),
                    _("Taruh lembar yang sudah diisi, atau klik Buat semua halaman dan isi lembar yang dibuatnya."),
                )
            )
        return lembar


def is_contoh(r: Rapat) -> bool:
    """Whether the book of a meeting is one that the product ships."""
    return r.path_buku.is_relative_to(FOLDER_CONTOH)


def _tahun(teks: str) -> int | None:
    teks = teks.strip()
    if not teks:
        return None
    if not (teks.isascii() and teks.isdecimal() and len(teks) == 4):
        salah = _("'{teks}' bukan tahun").format(teks=teks[:20])
        raise KlaError(Kesalahan("tahun", _("kotak Tahun"), salah, _("Tulis tahun yang dinilai, misalnya 2025.")))
    return int(teks)


def _check_isi(daerah: str, tahun: str, tanggal: date | None) -> None:
    """Refuse to make a new work folder with a box left empty."""
    kotak = {_("kotak Daerah"): daerah.strip(), _("kotak Tahun"): tahun.strip(), _("kotak Hari rapat"): tanggal}
    kosong = [nama for nama, isi in kotak.items() if not isi]
    if kosong:
        raise KlaError(Kesalahan("kosong", nama, _("belum diisi"), _("Isi, lalu klik lagi.")) for nama in kosong)
