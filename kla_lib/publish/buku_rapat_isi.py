"""Choose what stands in each cell of a klaster's table: a mark, a formula with its value, or a text."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from kla_lib.publish import buku_rapat_rumus as rumus
from kla_lib.publish.buku_rapat_baris import INDIKATOR, KLASTER, PERTANYAAN, BarisNilai
from kla_lib.publish.buku_rapat_sel import Isi, Rumus
from kla_lib.scoring.dokumen import LENGKAP
from kla_lib.views.sebutan import sebut_bagian


class IsiKlaster:
    """The rows of a klaster at their place on a sheet.

    kolom: keys of the columns from left to right.  awal: the row of the klaster,
    the first of the table.
    """

    def __init__(self, isi: Sequence[BarisNilai], kolom: Sequence[str], awal: int) -> None:
        self.isi, self.awal = isi, awal
        self.huruf = {k: get_column_letter(n) for n, k in enumerate(kolom, start=1)}

    @property
    def akhir(self) -> int:
        """The last row of the table."""
        return self.awal + len(self.isi) - 1

    def sel(self, kunci: str, nomor: int) -> str:
        """Return the address of a cell."""
        return f"{self.huruf[kunci]}{nomor}"

    def isi_sel(self, kunci: str, nomor: int) -> Isi:
        """Return the content of a cell; None leaves it empty, which means not known."""
        b = self.isi[nomor - self.awal]
        if kunci == "nilai":
            return self._nilai(b, nomor) if b.dijumlahkan else b.nilai
        if kunci == "keterangan":
            return self._keterangan(b, nomor)
        if kunci == "lengkap":
            return self._lengkap(b, nomor)
        tetap: dict[str, Isi] = {
            "kode": b.kode,
            "teks": b.teks,
            "maksimal": b.maksimal,
            "buku": b.nilai,
            "status": sebut_bagian(b.status) if b.status and not b.sebab else "",
            "kantor": b.kantor,
        }
        return tetap[kunci]

    def _nilai(self, b: BarisNilai, nomor: int) -> Rumus:
        nilai = "" if b.nilai is None else b.nilai
        if b.tingkat == KLASTER:
            return Rumus(rumus.rumus_jumlah(self._sel_indikator("nilai")), nilai)
        return Rumus(rumus.rumus_indikator(self._milik("nilai", nomor), self.sel("maksimal", nomor)), nilai)

    def _keterangan(self, b: BarisNilai, nomor: int) -> Isi:
        if b.diisi:
            sel = [self.sel(k, nomor) for k in ("nilai", "maksimal", "buku")]
            return Rumus(rumus.rumus_keterangan(*sel), rumus.belum_dinilai() if b.nilai is None else "")
        if b.tingkat == INDIKATOR and b.dijumlahkan:
            milik = self.isi[nomor - self.awal + 1 :][: b.banyak]
            lewat = round(sum(p.nilai or 0.0 for p in milik) - b.maksimal, 6) > 0
            teks = rumus.rumus_batas(self._milik("nilai", nomor), self.sel("maksimal", nomor))
            return Rumus(teks, rumus.dibatasi() if lewat else "")
        return b.sebab

    def _lengkap(self, b: BarisNilai, nomor: int) -> Isi:
        """Return the supported points; a mark given as one number has none, because it names no documents."""
        lengkap = "" if b.lengkap is None else b.lengkap
        if b.tingkat == PERTANYAAN and b.diisi:
            teks = rumus.rumus_lengkap(self.sel("nilai", nomor), self.sel("status", nomor), sebut_bagian(LENGKAP))
            return Rumus(teks, lengkap)
        if not b.dijumlahkan:
            return None
        if b.tingkat == KLASTER:
            bagian = self._sel_indikator("lengkap")
            return Rumus(rumus.rumus_jumlah(bagian, self._sel_indikator("nilai")), lengkap)
        nilai, terdukung = self._milik("nilai", nomor), self._milik("lengkap", nomor)
        return Rumus(rumus.rumus_lengkap_indikator(nilai, terdukung, self.sel("maksimal", nomor)), lengkap)

    def _milik(self, kunci: str, nomor: int) -> str:
        """Return the cells of a column below an indikator: those of its questions."""
        return f"{self.sel(kunci, nomor + 1)}:{self.sel(kunci, nomor + self.isi[nomor - self.awal].banyak)}"

    def _sel_indikator(self, kunci: str) -> list[str]:
        return [self.sel(kunci, n) for n, b in enumerate(self.isi, start=self.awal) if b.tingkat == INDIKATOR]
