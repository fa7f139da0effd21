"""Keep the scenario that somebody works on: what it is, what it gives, what of it is saved.

JupyterLab may deliver what different boxes say in different threads, so
everything that changes the table holds its lock until all who listen have
been told.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Any

from kla_lib.bahasa import _
from kla_lib.berkas import write_result
from kla_lib.data.skenario import check_isi, check_skenario, data_lain, save_skenario
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import folder_outputs, nama_tampil
from kla_lib.rules.params import Params
from kla_lib.rules.skenario import (
    IsiSkenario,
    Skenario,
    check_isian,
    daftar_skenario,
    load_skenario,
    usul_nama,
)
from kla_lib.scoring.skenario.kode import dari_data_lain, decode_kode
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tampilan import Tampilan, pernyataan, tanpa_isi
from kla_lib.views.skenario.riwayat import Riwayat

Gerak = Callable[[Keadaan, IsiSkenario], IsiSkenario]
"""What somebody does: the official meeting and the scenario so far become the next scenario."""


class Meja:
    """One scenario at work over one meeting.

    resmi: the meeting without a scenario; keadaan: under the present one.
    Both are None where `salah` says what is wrong with book or meeting.
    """

    def __init__(self, params: Params, rapat: str, outputs: Path | None = None) -> None:
        self.params, self.rapat, self._outputs = params, rapat, outputs or folder_outputs()
        self.kunci = RLock()
        self._pendengar: list[Callable[[], None]] = []
        self._pengikut: list[Callable[[], None]] = []
        self._mulai()

    def _mulai(self) -> None:
        self.riwayat, self.tersimpan, self.nama = Riwayat(), IsiSkenario(), ""
        self.dikunci: frozenset[str] = frozenset()
        self.resmi: Keadaan | None = None
        self.salah = ""
        try:
            keadaan = load_keadaan(self.params, self.rapat)
        except KlaError as e:
            self.salah = str(e)
        else:
            self.salah = self._periksa(keadaan)
            self.resmi = None if self.salah else keadaan
        self.keadaan = self.resmi

    def _periksa(self, keadaan: Keadaan) -> str:
        """Return why nothing can be tried on a meeting, or nothing."""
        if keadaan.hasil is not None:
            return ""
        return _(
            "Nilai belum dicatat dalam buku data ini, jadi belum ada yang bisa dicoba. "
            "Isi dulu nilainya, misalnya di 12_isian."
        )

    def _terapkan(self) -> None:
        """Work out what the present scenario gives."""
        self.keadaan = self.siap if self.isi == IsiSkenario() else self.siap.dengan(self.isi)

    @property
    def pokok(self) -> Any:
        """What a cell shows something of."""
        return self.keadaan

    @property
    def isi(self) -> IsiSkenario:
        """What the scenario changes now."""
        return self.riwayat.kini

    @property
    def siap(self) -> Keadaan:
        """The official meeting, where nothing is wrong with it."""
        if self.resmi is None:
            raise ValueError("nothing to work on")
        return self.resmi

    @property
    def kini(self) -> Keadaan:
        """The meeting under the present scenario, where nothing is wrong with it."""
        return self.keadaan or self.siap

    @property
    def belum_disimpan(self) -> bool:
        """Whether something would be lost."""
        return self.isi != self.tersimpan

    @property
    def tanda(self) -> Tampilan:
        """What a reader must know first: that data are examples or incomplete, or why nothing can be shown."""
        return (
            spanduk(self.resmi)
            if self.resmi is not None
            else pernyataan(_("Buku data atau berkas rapat belum bisa dipakai."), self.salah.splitlines())
        )

    def tampilkan(self, buat: Callable[[Any], Any]) -> Any:
        """Return what `buat` makes of the meeting, for a cell; a broken book shows a sentence instead."""
        if self.keadaan is None:
            return tanpa_isi(_("Belum bisa ditampilkan: buku data atau berkas rapatnya belum bisa dipakai."))
        return buat(self.pokok)

    def ikuti(self, buat: Callable[[Any], Tampilan]) -> Tampilan:
        """Return what `buat` makes of the meeting, for a cell: made anew in its place whenever a scenario is saved.

        Who reads the notebook without its kernel finds what stood there when the cell ran.
        """
        # Imported here: every kernel of a batch would pay for widgets that it does not show.
        from kla_lib.views.skenario.unsur import WIDGET, layar_tampilan

        t: Tampilan = self.tampilkan(buat)
        layar = layar_tampilan(t.html)
        self.dengar_simpan(lambda: setattr(layar, "value", self.tampilkan(buat).html))
        return replace(t, data=t.data | {WIDGET: layar._repr_mimebundle_()[WIDGET]})

    def dengar_simpan(self, pengikut: Callable[[], None]) -> None:
        """Have somebody told after a scenario was saved, also when the book has been read again since."""
        self._pengikut.append(pengikut)

    def dengar(self, pendengar: Callable[[], None]) -> None:
        """Have somebody told after every change, in the order of asking."""
        self._pendengar.append(pendengar)

    def muat_ulang(self) -> None:
        """Read meeting and book again; the scenario starts anew."""
        with self.kunci:
            self._pendengar.clear()
            self._mulai()

    def lakukan(self, gerak: Gerak, lanjut: str = "") -> str:
        """Do a step and return why it was refused, or nothing.

        lanjut: what is moved; consecutive moves of one thing are one step.
        """
        with self.kunci:
            baru = gerak(self.siap, self.isi)
            # Moved weights always fit.
            if any(getattr(baru, k) != getattr(self.isi, k) for k in ("nilai", "status", "berdokumen")):
                salah = check_isi(baru, self.siap.buku, self.siap.rapat.tahap, _("skenario ini"))
                if salah:
                    return str(KlaError(salah))
            self._pakai(self.riwayat.catat(baru, lanjut))
            return ""

    def pakai_setelan(self, setelan: str) -> None:
        """Have the forecast follow another setting of how much documents decide; no step of the scenario."""
        with self.kunci:
            self.resmi = replace(self.siap, setelan=setelan)
            self._terapkan()
            self.beri_tahu()

    def urungkan(self) -> None:
        """Take back the last step."""
        with self.kunci:
            self._pakai(self.riwayat.urungkan())

    def ulangi(self) -> None:
        """Do the step again that was taken back last."""
        with self.kunci:
            self._pakai(self.riwayat.ulangi())

    def resmikan(self) -> None:
        """Go back to the official result; a step that can be undone like any other."""
        with self.kunci:
            self.dikunci = frozenset()
            self._pakai(self.riwayat.catat(IsiSkenario()))

    def kunci_bobot(self, kode: str, ya: bool) -> None:
        """Hold one weight, or let it go."""
        with self.kunci:
            self.dikunci = self.dikunci | {kode} if ya else self.dikunci - {kode}
            self.riwayat = self.riwayat.putus()
            self.beri_tahu()

    @property
    def berkode(self) -> bool:
        """Whether the code of an interactive page can be taken up here."""
        return True

    def sebut_tersimpan(self, path: Path) -> str:
        """Return what is said of a scenario that was saved."""
        rapat = nama_tampil(self.siap.rapat.path)
        teks = _("Disimpan: {berkas}\nUntuk membuat paketnya: kla run {rapat} --skenario {nama}")
        return teks.format(berkas=nama_tampil(path), rapat=rapat, nama=path.stem)

    def daftar_muat(self) -> list[str]:
        """Return the names of the saved scenarios that can be taken up here."""
        return self.daftar_tersimpan()

    def daftar_tersimpan(self) -> list[str]:
        """Return the names of the saved scenarios, those of other tabs too."""
        return daftar_skenario(self.params)

    def bobot_tersimpan(self, nama: str) -> dict[str, float]:
        """Return the weights of a saved scenario; KlaError where it does not fit this book."""
        return dict(self._baca(nama).bobot)

    def simpan(self, nama: str, penulis: str, alasan: str, ganti: bool) -> Path:
        """Write the scenario to its file; KlaError where it cannot be."""
        with self.kunci:
            resmi = self.siap
            check_isian(usul_nama(nama), penulis, alasan)
            skenario = Skenario(
                nama=usul_nama(nama),
                penulis=penulis.strip(),
                alasan=alasan.strip(),
                dibuat=resmi.rapat.tanggal,
                instrumen=resmi.instrumen.id,
                hash_data=resmi.buku.hash,
                **self.isi.model_dump(),
            )
            path = save_skenario(self.params, skenario, ganti)
            self.tersimpan, self.nama = self.isi, skenario.nama
            self.beri_tahu()
            for pengikut in self._pengikut:
                pengikut()
            return path

    def tersimpan_sebagai(self, nama: str) -> Skenario | None:
        """Return the scenario that is saved under a name; None where none is, or its file cannot be read."""
        try:
            return load_skenario(self.params, nama) if nama in self.daftar_tersimpan() else None
        except KlaError:
            return None

    def muat(self, nama: str) -> tuple[Skenario, bool]:
        """Take up a saved scenario; return it, and whether it was made on other data.

        KlaError where it cannot be read or does not fit this book; then nothing changes.
        """
        with self.kunci:
            skenario = self._baca(nama)
            self.tersimpan, self.nama = skenario.isi, skenario.nama
            self.dikunci = frozenset()
            self._pakai(self.riwayat.catat(skenario.isi))
            return skenario, data_lain(skenario, self.siap.buku)

    def muat_kode(self, kode: str) -> bool:
        """Take up the scenario of a code from an interactive page; return whether that page stood on other data.

        KlaError where the code cannot be read or does not fit this book; then nothing changes.
        """
        with self.kunci:
            resmi = self.siap
            isi = decode_kode(kode, resmi.instrumen, resmi.buku)
            salah = check_isi(isi, resmi.buku, resmi.rapat.tahap, _("kode skenario"))
            if salah:
                raise KlaError(salah)
            self.dikunci = frozenset()
            self._pakai(self.riwayat.catat(isi))
            return dari_data_lain(kode, resmi.instrumen, resmi.buku)

    def tulis_banding(self, isi: bytes) -> Path:
        """Write the workbook of the comparison; KlaError where it cannot be."""
        path = self._outputs / self.siap.rapat.id / "skenario" / "perbandingan.xlsx"
        write_result(path, isi)
        return path

    def _baca(self, nama: str) -> Skenario:
        skenario = load_skenario(self.params, nama)
        check_skenario(skenario, self.siap.buku, self.siap.rapat.tahap)
        return skenario

    def _pakai(self, riwayat: Riwayat) -> None:
        lama, self.riwayat = self.riwayat, riwayat
        if riwayat.kini != lama.kini:
            self._terapkan()
        self.beri_tahu()

    def beri_tahu(self) -> None:
        """Tell all who listen that something changed."""
        for pendengar in self._pendengar:
            pendengar()


def open_meja(params: Params, rapat: str, outputs: Path | None = None) -> Meja:
    """Return the table for a meeting; what is wrong with its book stands in `salah`.

    outputs: where the comparison goes as a workbook, outputs/ unless said otherwise.
    """
    return Meja(params, rapat, outputs)
