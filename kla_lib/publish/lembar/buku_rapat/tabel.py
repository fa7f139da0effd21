"""Lay out the two tables of the summary: the points of every klaster, the distance to every kategori."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.buku_rapat import rumus
from kla_lib.publish.lembar.buku_rapat.kategori import LetakKategori
from kla_lib.publish.lembar.buku_rapat.klaster import LetakKlaster, ada_dokumen, sebut_asal
from kla_lib.publish.lembar.buku_rapat.sel import BIASA, BILANGAN, KEPALA, PERSEN, POIN, Gaya, Isi, Kertas, Rumus
from kla_lib.publish.lembar.daftar_kerja import HURUF

LEBAR = [40, 14, 14, 14, 14, 14, 11, 11, 11]
ANGKA = Gaya(format=POIN, kanan=True)
HITUNG = Gaya(format=BILANGAN, kanan=True)
JUDUL = Gaya(tebal=True, ukuran=12, garis=False)

HASIL = ("total", "kategori", "terdukung", "tercatat", "berubah", "kosong", "periksa")
"""Rows of the block above the tables, from top to bottom."""


@dataclass(frozen=True)
class LetakRingkas:
    """The rows of the summary: `hasil` by name, the heads of the two tables, the sum of the klaster."""

    hasil: dict[str, int]
    klaster: int
    jumlah: int
    jarak: int


def letak_ringkas(awal: int, klaster: int) -> LetakRingkas:
    """Return where everything stands on a sheet whose first free row is `awal`, for so many klaster."""
    hasil = {nama: awal + n for n, nama in enumerate(HASIL)}
    kepala = awal + len(HASIL) + 2
    jumlah = kepala + klaster + 1
    return LetakRingkas(hasil, kepala, jumlah, jumlah + 3)


def sel_jarak(letak: LetakRingkas, kategori: int) -> list[str]:
    """Return the cells that hold the distances."""
    return [f"C{letak.jarak + 1 + n}" for n in range(kategori)]


def add_tabel_klaster(kertas: Kertas, keadaan: Keadaan, letak: LetakRingkas, klaster: Sequence[LetakKlaster]) -> None:
    """Add a row per klaster, which follows its sheet, and their sum before it is rounded."""
    judul = [
        *(_("Klaster"), _("Nilai"), _("Nilai maksimal"), _("Bagian dari maksimal"), sebut_asal(keadaan)),
        *(_("Terdukung dokumen"), _("Isian kosong"), _("Isian diubah"), _("Perlu diperiksa")),
    ]
    kertas.tulis(letak.klaster - 1, 1, _("Nilai per klaster"), JUDUL)
    for kolom, teks in enumerate(judul, start=1):
        kertas.tulis(letak.klaster, kolom, teks, replace(KEPALA, kanan=kolom > 1))
    kertas.atur_tinggi(letak.klaster)
    for nomor, k in enumerate(klaster, start=letak.klaster + 1):
        for kolom, (kunci, isi) in enumerate(_isi_klaster(k, nomor).items(), start=1):
            sel = kertas.tulis(nomor, kolom, isi, _gaya(kunci))
            if kunci == "klaster":
                sel.hyperlink = Hyperlink(ref=sel.coordinate, location=rumus.sel_di(k.lembar, "A1"))
                sel.font = Font(name=HURUF, size=BIASA.ukuran, color="0B5394", underline="single")
    jumlah = _isi_jumlah(klaster, letak, ada_dokumen(keadaan))
    for kolom, (kunci, isi) in enumerate(jumlah.items(), start=1):
        kertas.tulis(letak.jumlah, kolom, isi, replace(_gaya(kunci), tebal=True, latar=KEPALA.latar))


def _isi_klaster(k: LetakKlaster, nomor: int) -> dict[str, Isi]:
    """Return the cells of a klaster: its points are copied from its sheet, its remarks counted there."""
    b = k.isi[0]
    nilai, lengkap = ("" if n is None else n for n in (b.nilai, b.lengkap))
    kosong = float(sum(s.diisi and s.nilai is None for s in k.isi))
    hitung = {rumus.belum_dinilai(): kosong, rumus.diubah(): 0.0, rumus.periksa(): 0.0}
    keterangan = rumus.sel_di(k.lembar, k.keterangan)
    return {
        "klaster": k.klaster.judul_pendek,
        "nilai": Rumus(rumus.rumus_salin(rumus.sel_di(k.lembar, k.nilai)), nilai),
        "maksimal": Rumus(f"={rumus.sel_di(k.lembar, k.maksimal)}", b.maksimal),
        "bagian": Rumus(rumus.rumus_bagian(f"B{nomor}", f"C{nomor}"), "" if b.nilai is None else b.nilai / b.maksimal),
        "buku": b.nilai,
        "lengkap": Rumus(rumus.rumus_salin(rumus.sel_di(k.lembar, k.lengkap)), lengkap)
        if k.lengkap
        else rumus.belum_dicatat(),
        **{f"hitung {kata}": Rumus(rumus.rumus_hitung(keterangan, kata), n) for kata, n in hitung.items()},
    }


def _isi_jumlah(klaster: Sequence[LetakKlaster], letak: LetakRingkas, dokumen: bool) -> dict[str, Isi]:
    """Return the cells of the sum; where no klaster has points there is none."""
    kepala = [k.isi[0] for k in klaster]
    ada = any(b.nilai is not None for b in kepala)
    nilai = sum(b.nilai or 0.0 for b in kepala)
    maksimal = sum(b.maksimal for b in kepala)
    lengkap = sum(b.lengkap or 0.0 for b in kepala)
    kosong = float(sum(s.diisi and s.nilai is None for k in klaster for s in k.isi))
    rentang = {h: f"{h}{letak.klaster + 1}:{h}{letak.jumlah - 1}" for h in "BCEFGHI"}
    j = letak.jumlah
    return {
        "klaster": _("Jumlah sebelum dibulatkan"),
        "nilai": Rumus(rumus.rumus_jumlah([rentang["B"]]), nilai if ada else ""),
        "maksimal": Rumus(f"=SUM({rentang['C']})", maksimal),
        "bagian": Rumus(rumus.rumus_bagian(f"B{j}", f"C{j}"), nilai / maksimal if ada else ""),
        "buku": Rumus(rumus.rumus_jumlah([rentang["E"]]), nilai if ada else ""),
        "lengkap": Rumus(rumus.rumus_jumlah([rentang["F"]], [rentang["B"]]), lengkap if ada else "")
        if dokumen
        else rumus.belum_dicatat(),
        "kosong": Rumus(f"=SUM({rentang['G']})", kosong),
        "diubah": Rumus(f"=SUM({rentang['H']})", 0.0),
        "periksa": Rumus(f"=SUM({rentang['I']})", 0.0),
    }


def _gaya(kunci: str) -> Gaya:
    if kunci == "klaster":
        return BIASA
    if kunci == "bagian":
        return replace(ANGKA, format=PERSEN)
    return ANGKA if kunci in ("nilai", "maksimal", "buku", "lengkap") else HITUNG


def add_tabel_jarak(kertas: Kertas, keadaan: Keadaan, letak: LetakRingkas, kategori: LetakKategori) -> None:
    """Add the distances: edge − total, so that positive is missing."""
    h, total = keadaan.hasil, f"B{letak.hasil['total']}"
    arti = (_("sudah tercapai"), _("tepat pada ambang: belum tercapai, harus di atasnya"), _("masih kurang"))
    kertas.tulis(letak.jarak - 1, 1, _("Jarak ke setiap kategori"), JUDUL)
    judul = [_("Kategori"), _("Ambang"), _("Ambang dikurangi total"), _("Artinya")]
    for kolom, teks in enumerate(judul, start=1):
        kertas.tulis(letak.jarak, kolom, teks, replace(KEPALA, kanan=kolom in (2, 3)))
    kertas.atur_tinggi(letak.jarak)
    urutan = keadaan.kategori.urutan
    for nomor, k in enumerate(keadaan.kategori.kategori, start=letak.jarak + 1):
        jarak: float | str = "" if h is None else h.jarak[k.id]
        sampai = h is not None and urutan.index(h.kategori) >= urutan.index(k.id)
        kini = "" if h is None else arti[0] if sampai else arti[1] if jarak == 0 else arti[2]
        kertas.tulis(nomor, 1, k.nama)
        kertas.tulis(nomor, 2, Rumus(f"={kategori.ambang[k.id]}", k.besaran), ANGKA)
        kertas.tulis(nomor, 3, Rumus(rumus.rumus_jarak(total, f"B{nomor}"), jarak), ANGKA)
        kertas.tulis(nomor, 4, Rumus(rumus.rumus_arti(f"C{nomor}", kategori.tercapai[k.id], arti), kini))
    for nomor in range(letak.jarak, letak.jarak + len(keadaan.kategori.kategori) + 1):
        kertas.halaman.merge_cells(start_row=nomor, end_row=nomor, start_column=4, end_column=7)
