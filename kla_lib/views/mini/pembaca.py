"""Let a reader answer the drawn documents, blind to the other reader and to the register."""

import html
from threading import RLock
from typing import Any

from kla_lib.bahasa import _
from kla_lib.data.catatan_mini import (
    JAWABAN,
    PANJANG_CATATAN,
    PEMBACA,
    CatatanBaca,
    Jawaban,
    Pembaca,
    finish_catatan,
    save_jawaban,
)
from kla_lib.errors import KlaError
from kla_lib.views.isian.kotak import gaya, kotak_pesan
from kla_lib.views.mini.kalimat import sebut_jawaban, sebut_pembaca
from kla_lib.views.mini.mini import DokumenBaca, Mini, dokumen_baca

BARIS_KODE = 6
"""How many questions of one document are written out."""


def panel_pembaca(mini: Mini) -> Any:
    """Return the reading of the drawn documents as a widget; every answer is kept at once."""
    import ipywidgets as w

    return _Panel(mini).akar if mini.sampel else w.HTML(_("Belum ada dokumen yang bisa diundi."))


class _Panel:
    """One document at a time for the chosen reader.

    JupyterLab may deliver what different boxes say in different threads; so
    the boxes of a document know which one they belong to, and a note that
    arrives after the next document is shown still goes to its own.
    """

    def __init__(self, mini: Mini) -> None:
        # Imported here: every kernel of a batch would pay for widgets that it does not show.
        import ipywidgets

        self._w = w = ipywidgets
        self._mini, self._kunci = mini, RLock()
        self._urutan: tuple[str, ...] = ()
        self._naskah: dict[str, str] = {}  # notes that are not saved, because an answer is missing
        self._pilihan: dict[str, str] = {}  # answers that are not saved, because their note was refused
        pilihan = [(_("pilih dulu"), None), *((sebut_pembaca(p), p) for p in PEMBACA)]
        self.pembaca = w.Dropdown(options=pilihan, value=None, **gaya(_("Saya"), "18rem"))
        self.dokumen = w.Dropdown(options=[], **gaya(_("Dokumen ke"), "34rem"))
        self.isi, self.kemajuan, self.pesan = w.VBox(), w.HTML(), w.HTML()
        self.mundur = w.Button(description=_("Sebelumnya"))
        self.maju = w.Button(description=_("Berikutnya"), button_style="primary")
        self.selesai = w.Button(
            description=_("Saya selesai"), tooltip=_("Sesudah ini jawaban Anda tidak bisa diubah lagi")
        )
        self.pembaca.observe(lambda _u: self._saat_pembaca(), names="value")
        self.dokumen.observe(self._saat_dokumen, names="value")
        self.mundur.on_click(lambda _b: self._geser(-1))
        self.maju.on_click(lambda _b: self._geser(1))
        self.selesai.on_click(lambda _b: self._saat_selesai())
        self.badan = w.VBox(
            [
                self.kemajuan,
                self.dokumen,
                w.HBox([self.mundur, self.maju, self.selesai]),  # above what changes its height
                self.isi,
                self.pesan,
            ]
        )
        self.akar = w.VBox([self.pembaca])

    def _milik(self) -> CatatanBaca:
        return self._mini.milik(self.pembaca.value)

    def _saat_pembaca(self) -> None:
        """Show the first document without an answer; nothing of one reader stays for the other."""
        with self._kunci:
            self._naskah, self._pilihan, self.pesan.value = {}, {}, ""
            if self.pembaca.value is None:
                self.isi.children, self.akar.children = (), (self.pembaca,)
                return
            self._urutan = self._mini.urutan(self.pembaca.value)
            self._muat(next((d for d in self._urutan if d not in self._milik().jawaban), self._urutan[0]))
            self.akar.children = (self.pembaca, self.badan)

    def _muat(self, tampil: str) -> None:
        """Read the files again and show a document; files that do not fit are said instead."""
        try:
            self._mini = self._mini.muat_ulang()
        except KlaError as e:
            self.pesan.value = kotak_pesan(str(e), "alert")
        self._perbarui(tampil)
        self._susun()

    def _perbarui(self, tampil: str) -> None:
        """Say which documents are answered; `tampil` stays the chosen one."""
        jawaban, milik = self._milik().jawaban, []
        for n, d in enumerate(self._urutan, start=1):
            pola = _("{n} · {id} · sudah dijawab") if d in jawaban else _("{n} · {id}")
            milik.append((pola.format(n=n, id=d), d))
        self.dokumen.unobserve(self._saat_dokumen, names="value")
        with self.dokumen.hold_sync():  # between the two it would be the first document
            self.dokumen.options = milik
            self.dokumen.value = tampil
        self.dokumen.observe(self._saat_dokumen, names="value")
        selesai, n = self._milik().selesai, len(jawaban)
        kalimat = _("{n} dari {semua} dokumen sudah Anda jawab; jawaban langsung disimpan.")
        if selesai:
            kalimat = _("Anda sudah selesai: {n} dari {semua} dokumen dijawab. Hasilnya ada di bagian fasilitator.")
        elif n == len(self._urutan):
            kalimat = _("Semua {semua} dokumen sudah Anda jawab. Periksa lagi bila perlu, lalu tekan Saya selesai.")
        self.kemajuan.value = kotak_pesan(kalimat.format(n=n, semua=len(self._urutan)), "status")
        self.selesai.disabled = selesai or n < len(self._urutan)

    def _saat_dokumen(self, _ubahan: Any) -> None:
        with self._kunci:
            self.pesan.value = ""
            self._susun()

    def _susun(self) -> None:
        """Build the boxes of the chosen document."""
        with self._kunci:
            d = self.dokumen.value
            if d is None or self.pembaca.value is None:
                return
            w, ada, siapa = self._w, self._milik().jawaban.get(d), self.pembaca.value
            jawaban = w.ToggleButtons(
                options=[(sebut_jawaban(j), j) for j in JAWABAN],
                value=self._pilihan.get(d) or (ada.status if ada else None),
                tooltips=[_arti(j) for j in JAWABAN],
                disabled=self._milik().selesai,
                description=_("Jawaban"),
                style={"description_width": "initial"},
            )
            catatan = w.Textarea(
                value=self._naskah.get(d, (ada.catatan if ada else None) or ""),
                placeholder=_("boleh kosong; jangan tulis data pribadi"),
                continuous_update=False,
                disabled=self._milik().selesai,
                rows=2,
                **gaya(_("Catatan {id}").format(id=d), "40rem"),
            )
            jawaban.observe(lambda u: self._catat(siapa, d, status=u["new"]), names="value")
            catatan.observe(lambda u: self._catat(siapa, d, catatan=u["new"]), names="value")
            letak = _("Dokumen {n} dari {semua}").format(n=self._urutan.index(d) + 1, semua=len(self._urutan))
            kepala = f"{html.escape(letak)}<br>{kepala_dokumen(dokumen_baca(self._mini.keadaan, d))}"
            self.isi.children = (w.HTML(kepala), jawaban, catatan)

    def _catat(self, siapa: Pembaca, d: str, status: str | None = None, catatan: str | None = None) -> None:
        """Keep what was entered for a document: an answer with its note, none without an answer."""
        with self._kunci:
            ada = self._mini.milik(siapa).jawaban.get(d)
            status = status or self._pilihan.get(d) or (ada.status if ada else None)
            isi = self._naskah.get(d, (ada.catatan if ada else None) or "") if catatan is None else catatan
            isi = " ".join(isi.split())
            if status is None:
                self._naskah[d] = isi
                return
            salah = self._simpan(siapa, d, status, isi)
            if salah:
                self._naskah[d], self._pilihan[d] = isi, status
                self.pesan.value = kotak_pesan(_("{id} belum disimpan.").format(id=d) + "\n" + salah, "alert")
                return
            self._naskah.pop(d, None)
            self._pilihan.pop(d, None)
            self.pesan.value = ""
            if siapa == self.pembaca.value:
                self._perbarui(self.dokumen.value)

    def _simpan(self, siapa: Pembaca, d: str, status: str, catatan: str) -> str:
        """Write one answer; return what is wrong with it, or nothing."""
        if len(catatan) > PANJANG_CATATAN:
            return _("Catatan paling panjang {n} huruf.").format(n=PANJANG_CATATAN)
        jawaban = Jawaban.model_validate({"status": status, "catatan": catatan or None})
        try:
            self._mini = self._mini.dengan(save_jawaban(self._mini.folder, self._mini.milik(siapa), d, jawaban))
        except KlaError as e:
            return str(e)
        return ""

    def _geser(self, langkah: int) -> None:
        with self._kunci:
            letak = self._urutan.index(self.dokumen.value) + langkah
            self.dokumen.value = self._urutan[min(max(letak, 0), len(self._urutan) - 1)]

    def _saat_selesai(self) -> None:
        with self._kunci:
            try:
                finish_catatan(self._mini.folder, self._milik())
            except KlaError as e:
                self.pesan.value = kotak_pesan(str(e), "alert")
                return
            self._muat(self.dokumen.value)


def kepala_dokumen(d: DokumenBaca) -> str:
    """Return what a reader sees above the answers; HTML, everything from the book escaped."""
    baris = [f"<b>{html.escape(d.id_dokumen)} · {html.escape(d.judul)}</b>"]
    baris.append(_("Kantor: {opd}. Tempatnya: {tautan}").format(opd=html.escape(d.opd), tautan=_tautan(d.tautan)))
    baris.append(_("Menopang pertanyaan:"))
    baris += [f"&bull; {html.escape(k)} {html.escape(label)}" for k, label in d.pertanyaan[:BARIS_KODE]]
    lebih = len(d.pertanyaan) - BARIS_KODE
    if lebih > 0:
        baris.append(_("dan {n} pertanyaan lain").format(n=lebih))
    baris.append(_("Yang diminta form: {daftar}.").format(daftar=html.escape(", ".join(d.diminta) or "–")))
    if d.tak_disebut:
        baris.append(_("Form tidak menyebut: {daftar}.").format(daftar=html.escape(", ".join(d.tak_disebut))))
    return "<br>".join(baris)


def _tautan(tautan: str) -> str:
    """Return a link that can be followed only where it is one of the web."""
    if not tautan:
        return _("tautannya belum dicatat; minta ke kantornya")
    teks = html.escape(tautan)
    if not tautan.lower().startswith(("https://", "http://")):
        return f"<code>{teks}</code>"
    return f'<a href="{teks}" target="_blank" rel="noopener noreferrer">{teks}</a>'


def _arti(jawaban: str) -> str:
    return {
        "lengkap": _("menjawab pertanyaannya, dan semua yang diminta form terlihat"),
        "kurang": _("ada, tetapi sebagian yang diminta form tidak terlihat"),
        "tidak_ada": _("tidak ada, atau isinya bukan dokumen ini"),
        "tidak_terbuka": _("tautannya rusak, terkunci atau tidak terbaca"),
    }[jawaban]
