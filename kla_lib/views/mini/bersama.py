"""Let whoever leads the reading follow it live, and settle with both readers what they answered differently."""

from functools import partial
from threading import Event, RLock, Thread
from typing import Any

from kla_lib.bahasa import _
from kla_lib.data.catatan_mini import JAWABAN, PEMBACA, SEPAKAT, Jawaban, path_catatan, save_jawaban
from kla_lib.errors import KlaError
from kla_lib.views.isian.kotak import gaya, kotak_pesan
from kla_lib.views.mini.kalimat import (
    beda,
    kalimat_kemajuan,
    kalimat_kesepakatan,
    kalimat_taksiran,
    sebut_jawaban,
    tabel_beda,
)
from kla_lib.views.mini.mini import Mini, dokumen_baca
from kla_lib.views.mini.perkiraan import perkiraan_mini

JEDA = 2.0
"""Seconds between two looks at the readers' files."""


def panel_fasilitator(mini: Mini) -> Any:
    """Return what the leader of the reading sees: nothing before `Ikuti`, then the state, as answers come in."""
    import ipywidgets as w

    return _Panel(mini).akar if mini.sampel else w.HTML(_("Belum ada dokumen yang bisa diundi."))


class _Panel:
    """The state of both readers, and after both have finished the documents to settle."""

    def __init__(self, mini: Mini) -> None:
        # Imported here: every kernel of a batch would pay for widgets that it does not show.
        import ipywidgets

        self._w = w = ipywidgets
        self._mini, self._kunci, self._berhenti = mini, RLock(), Event()
        self._dilihat: tuple[object, ...] | None = None
        self._berbeda: tuple[str, ...] = ()
        self.ikuti = w.ToggleButton(value=False, description=_("Ikuti pembacaan"))
        self.kemajuan, self.sepakat, self.hasil, self.pesan = w.HTML(), w.VBox(), w.HTML(), w.HTML()
        self.ikuti.observe(lambda u: self._saat_ikuti(u["new"]), names="value")
        self.badan = w.VBox([self.kemajuan, self.sepakat, self.pesan, self.hasil])
        self.akar = w.VBox([self.ikuti])

    def _saat_ikuti(self, nyala: bool) -> None:
        with self._kunci:
            self._berhenti.set()
            self.akar.children = (self.ikuti, self.badan) if nyala else (self.ikuti,)
            self._dilihat = None
            if nyala:
                self._berhenti = Event()
                self._lihat()
                # Readers answer in other windows, even on other machines: only the files tell.
                Thread(target=self._amati, args=(self._berhenti,), daemon=True).start()

    def _amati(self, berhenti: Event) -> None:
        while not berhenti.wait(JEDA):
            self._lihat()

    def _lihat(self) -> None:
        """Renew what is shown where a file has changed since the last look; what cannot be read is said."""
        with self._kunci:
            try:
                kini = self._sidik()
                if kini == self._dilihat:
                    return
                self._mini = self._mini.muat_ulang()
            except KlaError as e:
                self.pesan.value = kotak_pesan(str(e), "alert")
                return
            except OSError:  # a shared folder that is away for a moment
                self.pesan.value = kotak_pesan(_("Berkas jawaban sedang tidak terbaca; dicoba lagi."), "alert")
                self._dilihat = None
                return
            self._dilihat, self.pesan.value = kini, ""
            self._tampilkan()

    def _sidik(self) -> tuple[object, ...]:
        rapat = self._mini.keadaan.rapat.id
        berkas = [path_catatan(self._mini.folder, rapat, p) for p in (*PEMBACA, SEPAKAT)]
        return tuple(p.read_bytes() if p.is_file() else None for p in berkas)

    def _tampilkan(self) -> None:
        self.kemajuan.value = kotak_pesan(kalimat_kemajuan(self._mini), "status")
        bagian = [perkiraan_mini(self._mini, sementara=True)]
        if self._mini.siap:
            bagian = [kalimat_kesepakatan(self._mini), tabel_beda(self._mini), kalimat_taksiran(self._mini), *bagian]
        self.hasil.value = "".join(t.html for t in bagian)
        if beda(self._mini) != self._berbeda:  # else the box in hand would be taken away
            self._berbeda = beda(self._mini)
            self.sepakat.children = tuple(self._kotak(d) for d in self._berbeda)

    def _kotak(self, id_dokumen: str) -> Any:
        judul = dokumen_baca(self._mini.keadaan, id_dokumen).judul
        pilihan = self._w.Dropdown(
            options=[(_("belum disepakati"), None), *((sebut_jawaban(j), j) for j in JAWABAN)],
            value=self._mini.sepakat.get(id_dokumen),
            **gaya(_("Sepakati {id}: {judul}").format(id=id_dokumen, judul=judul), "44rem"),
        )
        pilihan.observe(partial(self._saat_sepakat, id_dokumen), names="value")
        return pilihan

    def _saat_sepakat(self, id_dokumen: str, ubahan: Any) -> None:
        with self._kunci:
            if ubahan["new"] is None:
                self.pesan.value = kotak_pesan(_("Yang sudah disepakati tetap tersimpan; pilih jawaban lain."), "alert")
                return
            try:
                jawaban = Jawaban(status=ubahan["new"])
                save_jawaban(self._mini.folder, self._mini.milik(SEPAKAT), id_dokumen, jawaban)
            except KlaError as e:
                self.pesan.value = kotak_pesan(_("Belum disimpan.") + "\n" + str(e), "alert")
                return
            self.pesan.value = ""
            self._lihat()
