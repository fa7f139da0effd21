"""Let a hundred points be dealt out over the klaster, as another way to weights."""

from collections.abc import Callable
from typing import Any

import ipywidgets as w

from kla_lib.bahasa import _, format_angka
from kla_lib.scoring.pembobotan import dari_poin
from kla_lib.scoring.ubah_skenario import pakai_bobot
from kla_lib.views.skenario.meja import Meja
from kla_lib.views.skenario.unsur import baris, judul, pesan, tombol

SERATUS = 100


class PanelPoin:
    """A box per klaster; the weights apply once all points are used."""

    def __init__(self, meja: Meja, tutup: Callable[[], None]) -> None:
        self._meja, self._tutup = meja, tutup
        self.kotak = {
            k.id: w.BoundedIntText(
                value=0, min=0, max=SERATUS, description=k.judul_pendek, style={"description_width": "18rem"}
            )
            for k in meja.siap.instrumen.klaster
        }
        for kotak in self.kotak.values():
            kotak.observe(lambda _u: self._hitung(), names="value")
        self.sisa = w.HTML()
        self.pakai = tombol(_("Pakai"), self._saat_pakai, _("Pakai pembagian ini sebagai bobot"))
        batal = tombol(_("Tutup"), tutup, _("Kembali ke penggeser"))
        kepala = w.HTML(judul(_("Bagi 100 poin menurut yang Anda anggap penting"), 3))
        self.akar = w.VBox([kepala, *self.kotak.values(), baris(self.sisa, self.pakai, batal)])
        self.akar.add_class("skp-poin-bagi")
        self._hitung()

    def _hitung(self) -> None:
        sisa = SERATUS - sum(k.value for k in self.kotak.values())
        if sisa > 0:
            teks = _("Sisa {n} poin.").format(n=format_angka(sisa))
        elif sisa < 0:
            teks = _("Lebih {n} poin.").format(n=format_angka(-sisa))
        else:
            teks = _("Semua poin sudah dibagi.")
        self.sisa.value = pesan(teks, "status")
        self.pakai.disabled = sisa != 0

    def _saat_pakai(self) -> None:
        poin: dict[str, Any] = {k: kotak.value for k, kotak in self.kotak.items()}
        if sum(poin.values()) != SERATUS:
            return
        self._meja.lakukan(lambda k, isi: pakai_bobot(k.instrumen, isi, dari_poin(poin)))
        self._tutup()
