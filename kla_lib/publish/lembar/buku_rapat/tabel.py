"""Lay out two sheets beside the summary: the points of every klaster, the distance to every kategori."""

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
from kla_lib.publish.lembar.gaya import HURUF

LEBAR_KLASTER = [40, 14, 14, 14, 14, 14, 11, 11, 11]
LEBAR_JARAK = [24, 14, 22, 60]
ANGKA = Gaya(format=POIN, kanan=True)
HITUNG = Gaya(format=BILANGAN, kanan=True)


@dataclass(frozen=True)
class LetakJumlah:
    """Where formulas find the klaster: ranges over all of them, and their sum, by the letter of the column."""

    semua: dict[str, str]
    jumlah: dict[str, str]


def add_tabel_klaster(kertas: Kertas, keadaan: Keadaan, klaster: Sequence[LetakKlaster]) -> LetakJumlah:
    """Fill the sheet with a row per klaster, which follows its own sheet, and their sum before it is rounded."""
    kepala = kertas.tulis_atas(_("Nilai per klaster"), [])
    jumlah = kepala + len(klaster) + 1
    judul = [
        *(_("Klaster"), _("Nilai"), _("Nilai maksimal"), _("Bagian dari maksimal"), sebut_asal(keadaan)),
        *(_("Terdukung dokumen"), _("Isian kosong"), _("Isian diubah"), _("Perlu diperiksa")),
    ]
    for kolom, teks in enumerate(judul, start=1):
        kertas.tulis(kepala, kolom, teks, replace(KEPALA, kanan=kolom > 1))
    kertas.atur_tinggi(kepala)
    for nomor, k in enumerate(klaster, start=kepala + 1):
        for kolom, (kunci, isi) in enumerate(_isi_klaster(k, nomor).items(), start=1):
            sel = kertas.tulis(nomor, kolom, isi, _gaya(kunci))
            if kunci == "klaster":
                sel.hyperlink = Hyperlink(ref=sel.coordinate, location=rumus.sel_di(k.lembar, "A1"))
                sel.font = Font(name=HURUF, size=BIASA.ukuran, color="0B5394", underline="single")
    semua = {h: f"{h}{kepala + 1}:{h}{jumlah - 1}" for h in "BCEFGHI"}
    akhir = _isi_jumlah(klaster, semua, jumlah, ada_dokumen(keadaan))
    for kolom, (kunci, isi) in enumerate(akhir.items(), start=1):
        kertas.tulis(jumlah, kolom, isi, replace(_gaya(kunci), tebal=True, latar=KEPALA.latar))
    kertas.selesai(kepala, len(judul), jumlah)
    return LetakJumlah(
        {h: kertas.alamat(sel) for h, sel in semua.items()}, {h: kertas.alamat(f"{h}{jumlah}") for h in semua}
    )


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


def _isi_jumlah(klaster: Sequence[LetakKlaster], rentang: dict[str, str], j: int, dokumen: bool) -> dict[str, Isi]:
    """Return the cells of the sum; where no klaster has points there is none."""
    kepala = [k.isi[0] for k in klaster]
    ada = any(b.nilai is not None for b in kepala)
    nilai = sum(b.nilai or 0.0 for b in kepala)
    maksimal = sum(b.maksimal for b in kepala)
    lengkap = sum(b.lengkap or 0.0 for b in kepala)
    kosong = float(sum(s.diisi and s.nilai is None for k in klaster for s in k.isi))
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


def add_tabel_jarak(kertas: Kertas, keadaan: Keadaan, total: str, kategori: LetakKategori) -> list[str]:
    """Fill the sheet with the distances, edge − total, so that positive is missing; return their addresses."""
    h = keadaan.hasil
    arti = (_("sudah tercapai"), _("tepat pada ambang: belum tercapai, harus di atasnya"), _("masih kurang"))
    kepala = kertas.tulis_atas(_("Jarak ke setiap kategori"), [])
    judul = [_("Kategori"), _("Ambang"), _("Ambang dikurangi total"), _("Artinya")]
    for kolom, teks in enumerate(judul, start=1):
        kertas.tulis(kepala, kolom, teks, replace(KEPALA, kanan=kolom in (2, 3)))
    kertas.atur_tinggi(kepala)
    urutan = keadaan.kategori.urutan
    for nomor, k in enumerate(keadaan.kategori.kategori, start=kepala + 1):
        jarak: float | str = "" if h is None else h.jarak[k.id]
        sampai = h is not None and urutan.index(h.kategori) >= urutan.index(k.id)
        kini = "" if h is None else arti[0] if sampai else arti[1] if jarak == 0 else arti[2]
        kertas.tulis(nomor, 1, k.nama)
        kertas.tulis(nomor, 2, Rumus(f"={kategori.ambang[k.id]}", k.besaran), ANGKA)
        kertas.tulis(nomor, 3, Rumus(rumus.rumus_jarak(total, f"B{nomor}"), jarak), ANGKA)
        kertas.tulis(nomor, 4, Rumus(rumus.rumus_arti(f"C{nomor}", kategori.tercapai[k.id], arti), kini))
    akhir = kepala + len(keadaan.kategori.kategori)
    kertas.selesai(kepala, len(judul), akhir)
    return [kertas.alamat(f"C{nomor}") for nomor in range(kepala + 1, akhir + 1)]
