"""Read a table with any column names as one of ours, by a mapping that somebody wrote in YAML."""

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
from pydantic import Field

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.peta.peta_kolom import find_kepala, find_kolom, rapikan
from kla_lib.rules.yaml import Aturan, load_yaml
from kla_lib.tabel.baca import AKHIRAN_BUKU_KERJA, read_kisi, read_kisi_csv
from kla_lib.tabel.gabungan import check_gabungan
from kla_lib.tabel.mentah import Kisi, TabelMentah, huruf_kolom, kosong
from kla_lib.tabel.sel import tampil


class Lewati(Aturan):
    """Rows that are no data.

    kosong: our columns; a row in which one of them is empty is left out.
    diawali: words; a row that begins with one of them is a total: it is left
    out, and what it holds is not filled down.  A row whose `kosong` are all
    there is data, whatever it begins with ("Jumlah lembaga …").
    """

    kosong: tuple[str, ...] = ()
    diawali: tuple[str, ...] = ()


class Peta(Aturan):
    """A mapping file: how a table with names of its own becomes one of ours.

    baris_kepala: the row of column names, or the rows whose names are joined
    with " / "; left out, the row that holds most of the mapped names is found.
    kolom: our column → theirs.  tetap: our column → the same text in every
    row.  nilai: our column → {their word: our word}; "" stands for an empty
    cell.  isi_ke_bawah: our columns whose merged cells are filled down.
    """

    lembar: str | None = None
    baris_kepala: int | tuple[int, ...] | None = None
    kolom: dict[str, str] = Field(min_length=1)
    tetap: dict[str, str] = Field(default_factory=dict)
    nilai: dict[str, dict[str, str]] = Field(default_factory=dict)
    isi_ke_bawah: tuple[str, ...] = ()
    lewati: Lewati = Lewati()
    path: Path

    def daftar_kepala(self, kisi: Kisi) -> tuple[int, ...]:
        """Return the rows of column names of a sheet, also where there is but one."""
        if self.baris_kepala is None:
            return (find_kepala(kisi, self.kolom.values()),)
        return (self.baris_kepala,) if isinstance(self.baris_kepala, int) else self.baris_kepala

    @cached_property
    def kamus(self) -> dict[str, dict[str, str]]:
        """`nilai`, its words made comparable."""
        return {kolom: {rapikan(k): v for k, v in isi.items()} for kolom, isi in self.nilai.items()}

    def ganti(self, kolom: str, isi: Any) -> Any:
        """Return our word for a cell's content, or the content itself where the mapping names none."""
        return self.kamus.get(kolom, {}).get(rapikan("" if kosong(isi) else tampil(isi)), isi)


P = TypeVar("P", bound=Peta)


def load_peta(path: Path, model: type[P]) -> P:
    """Return a mapping file as `model`: `Peta`, or one that knows more keys."""
    return load_yaml(path, model, path=path)


def read_peta(path: Path, peta: Peta, wajib: Collection[str], boleh: Collection[str] = ()) -> TabelMentah:
    """Return the table of a file (CSV or workbook) under our column names, each cell with its place.

    wajib: the columns that are wanted; boleh: further ones that may be mapped.
    Raises KlaError with every fault: sheet, column or header row that is not
    there, a wanted column that the mapping does not give, a formula without
    value, merged cells that hide answers.
    """
    salah = _check_peta(peta, wajib, boleh)
    kisi = _find_kisi(path, peta)
    kepala = peta.daftar_kepala(kisi)
    letak, salah_kolom = find_kolom(kisi, kepala, peta.kolom)
    salah += salah_kolom
    if salah:
        raise KlaError(salah)
    hasil, gagal = _susun(kisi, peta, letak, max(kepala))
    hasil, tergabung = check_gabungan(hasil, kisi.gabungan, peta.isi_ke_bawah)
    gagal += tergabung
    gagal += [
        hasil.kesalahan(jenis, *milik[f"{huruf_kolom(i)}{baris}"], kolom, int(baris))
        for jenis, milik in (("rumus", kisi.gagal), ("sel", kisi.aneh))
        for kolom, i in letak.items()
        for baris in hasil.isi.index
        if f"{huruf_kolom(i)}{baris}" in milik
    ]
    if gagal:
        raise KlaError(gagal)
    return hasil


def _check_peta(peta: Peta, wajib: Collection[str], boleh: Collection[str]) -> list[Kesalahan]:
    """Return what the mapping itself has wrong: columns that are not ours, or that it leaves out."""
    berkas, ada = nama_tampil(peta.path), (*peta.kolom, *peta.tetap)
    kenal = dict.fromkeys((*wajib, *boleh))
    sebut = (*ada, *peta.nilai, *peta.isi_ke_bawah, *peta.lewati.kosong)
    salah = [
        Kesalahan("peta", berkas, _("kolom '{kolom}' tidak dikenal").format(kolom=k), maksud(k, kenal))
        for k in dict.fromkeys(sebut)
        if k not in kenal
    ]
    salah += [
        Kesalahan(
            "peta",
            berkas,
            _("kolom '{kolom}' belum dipetakan").format(kolom=k),
            _("Tulis nama kolomnya di kolom, atau isinya di tetap."),
        )
        for k in wajib
        if k not in ada
    ]
    return salah + [
        Kesalahan(
            "peta",
            berkas,
            _("kolom '{kolom}' ada di kolom dan di tetap").format(kolom=k),
            _("Sisakan salah satu."),
        )
        for k in peta.kolom
        if k in peta.tetap
    ]


def _find_kisi(path: Path, peta: Peta) -> Kisi:
    """Return the cells of the mapped sheet; without a name in the mapping, of the only visible one."""
    if not path.is_file():
        raise KlaError(
            Kesalahan("berkas", nama_tampil(path), _("berkas tidak ditemukan"), _("Periksa nama dan foldernya."))
        )
    if path.suffix.lower() not in AKHIRAN_BUKU_KERJA:
        return read_kisi_csv(path, path.name)
    semua = read_kisi(path, path.name)
    if peta.lembar is not None:
        cocok = [k for k in semua if rapikan(k.lembar) == rapikan(peta.lembar)]
    else:
        cocok = [k for k in semua if not k.tersembunyi]
    if len(cocok) == 1:
        return cocok[0]
    ada = [k.lembar for k in semua]
    if peta.lembar is not None:
        salah = _("lembar '{lembar}' tidak ada").format(lembar=peta.lembar)
        raise KlaError(Kesalahan("lembar", path.name, salah, maksud(peta.lembar, ada)))
    salah = _("buku kerja ini punya {n} lembar").format(n=len(ada))
    perbaikan = _("Tulis di peta lembar mana yang dibaca. {daftar}").format(daftar=maksud("", ada))
    raise KlaError(Kesalahan("lembar", path.name, salah, perbaikan))


def _susun(kisi: Kisi, peta: Peta, letak: dict[str, int], kepala: int) -> tuple[TabelMentah, list[Kesalahan]]:
    """Return the rows below the header under our names: totals out, merged cells filled, words replaced.

    A row that would be left out for an empty cell and yet holds several others
    is a fault: most likely it lost its code.
    """
    isi: dict[int, dict[str, Any]] = {}
    hilang: dict[int, str] = {}
    terakhir: dict[str, Any] = {}
    for nomor, sel in sorted(kisi.baris.items()):
        baris = {k: sel[i] if i < len(sel) and not kosong(sel[i]) else None for k, i in letak.items()}
        if nomor <= kepala or _jumlah(sel, baris, peta):
            continue
        sendiri = [k for k, v in baris.items() if v is not None and k not in peta.isi_ke_bawah]
        for k in peta.isi_ke_bawah:
            baris[k] = terakhir[k] = baris.get(k) if baris.get(k) is not None else terakhir.get(k)
        baris |= peta.tetap
        tanpa = [k for k in peta.lewati.kosong if baris.get(k) is None]
        if tanpa:
            hilang |= {nomor: tanpa[0]} if len(sendiri) > 1 else {}
            continue
        ganti = {k: peta.ganti(k, v) for k, v in baris.items()}
        isi[nomor] = {k: (v.strip() or None) if isinstance(v, str) else v for k, v in ganti.items()}
    tabel = pd.DataFrame.from_dict(isi, orient="index", columns=[*letak, *peta.tetap], dtype=object)
    tabel.index.name = "baris"
    huruf = {k: huruf_kolom(i) for k, i in letak.items()}
    hasil = TabelMentah(kisi.berkas, kisi.lembar, tabel, huruf, kepala, kisi.tulisan)
    return hasil, [
        hasil.kesalahan(
            "baris_hilang",
            _("kolom '{kolom}' kosong, padahal baris ini berisi").format(kolom=kolom),
            _("Isi sel ini; bila barisnya sebuah jumlah, tulis kata pertamanya di lewati: diawali."),
            kolom,
            nomor,
        )
        for nomor, kolom in hilang.items()
    ]


def _jumlah(sel: list[Any], baris: dict[str, Any], peta: Peta) -> bool:
    """Return whether a row is a total."""
    if peta.lewati.kosong and all(baris.get(k, "") is not None for k in peta.lewati.kosong):
        return False
    awal = rapikan(tampil(next(s for s in sel if not kosong(s))))
    return awal.startswith(tuple(map(rapikan, peta.lewati.diawali)))
