"""Compare any two published meetings, for the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.terbit.fakta import SEMUA_PAKET, FaktaTerbit, read_fakta_terbit
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.keadaan.perbandingan import Perbandingan
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params
from kla_lib.rules.privasi import load_privasi
from kla_lib.rules.rapat import Rapat, bisa_id, load_rapat
from kla_lib.scoring.perubahan import FORM, TAHAP, Perubahan, Selisih, banding_fakta, gabung_fakta
from kla_lib.views.perubahan.perubahan import baris_perubahan, kalimat_perbandingan


@dataclass(frozen=True)
class DuaRapat:
    """Two published meetings and what changed from one to the other.

    perubahan, pesan, seluruhnya: as in a `Perbandingan`.  keadaan: the later
    meeting, for the words of its book; None where it cannot be read.
    """

    sebelum: str
    sesudah: str
    sejak: str
    perubahan: Perubahan
    pesan: tuple[str, ...]
    seluruhnya: bool
    keadaan: Keadaan | None

    @property
    def berubah(self) -> bool:
        """Whether anything that was compared differs, or cannot be compared because form or stage differ."""
        p = self.perubahan
        return bool(p.perubahan or p.aturan or p.akibat or p.tak_sebanding)

    def sebagai_dict(self) -> dict[str, Any]:
        """Return what `kla diff --json` prints."""
        p = self.perubahan
        return {
            "sebelum": self.sebelum,
            "sesudah": self.sesudah,
            "perubahan": _daftar(p.perubahan),
            "aturan": _daftar(p.aturan),
            "akibat": _daftar(p.akibat),
            "tak_sebanding": list(p.tak_sebanding),
            "sebab_perkiraan": list(p.sebab_perkiraan) if self.seluruhnya else [],
            "pesan": list(self.pesan),
        }


def banding_dua(params: Params, sebelum: str, sesudah: str, keluaran: Path) -> DuaRapat:
    """Return what changed between two meetings, named by id or YAML file, as they lie in a folder of outputs.

    Packs that are not whole in both are told of and not compared.  Raises
    KlaError where nothing can be compared.
    """
    ids = (_id(params, sebelum), _id(params, sesudah))
    terbit = [read_fakta_terbit(keluaran, i) for i in ids]
    salah = [_belum_terbit(keluaran, t) for t in terbit if not t.paket]
    if salah:
        raise KlaError(salah)
    paket = [p for p in SEMUA_PAKET if all(p in t.paket for t in terbit)]
    if not paket:
        raise KlaError(
            Kesalahan(
                "paket",
                nama_tampil(keluaran),
                _("tidak ada paket yang utuh pada kedua rapat, {a} dan {b}").format(a=ids[0], b=ids[1]),
                _("Jalankan kla run untuk keduanya."),
            )
        )
    a, b = (gabung_fakta(t.paket[p] for p in paket) for t in terbit)
    p = banding_fakta(a[0], b[0], load_privasi(params))
    pesan = [m for t in terbit for m in _pesan(t)]
    pesan += [
        _("{rapat}: paket-paketnya dibuat dari data yang berbeda-beda; jalankan kla run sekali lagi.").format(rapat=i)
        for i, (_isi, bentrok) in zip(ids, (a, b), strict=True)
        if bentrok
    ]
    pesan += _tak_sebanding(p)
    rapat = _load(params, ids[0], sebelum)
    sejak = _("rapat {tanggal}").format(tanggal=format_tanggal(rapat.tanggal)) if rapat else _("rapat {id}")
    return DuaRapat(
        *ids,
        sejak.format(id=ids[0]),
        p,
        tuple(pesan),
        len(paket) == len(SEMUA_PAKET),
        _keadaan(params, ids[1], sesudah),
    )


def sebut_dua(dua: DuaRapat) -> list[str]:
    """Return the lines that `kla diff` prints: the sentences, then one line per change."""
    b = Perbandingan(dua.sejak, None, dua.perubahan, dua.pesan, dua.seluruhnya)
    baris = [
        f"  {r['apa']}: {r['sebelum']} → {r['sesudah']}" + (f" ({r['beda']})" if r["beda"] != "–" else "")
        for r in baris_perubahan(dua.keadaan, dua.perubahan)
    ]
    return [*kalimat_perbandingan(dua.keadaan, b), *baris]


def _daftar(isi: Sequence[Selisih]) -> list[dict[str, Any]]:
    return [
        {"id": s.id, "sebelum": s.sebelum, "sesudah": s.sesudah, "selisih": s.selisih, "keadaan": s.keadaan}
        for s in isi
    ]


def _id(params: Params, rapat: str) -> str:
    """Return the id of a meeting; a YAML file has to be one, and no id leads into another folder."""
    if rapat.endswith(".yaml"):
        return load_rapat(params, Path(rapat)).id
    if not bisa_id(rapat):  # what is internal lies inside a meeting's folder
        raise KlaError(
            Kesalahan(
                "rapat",
                rapat,
                _("'{nama}' tidak bisa menjadi nama folder; pakai huruf, angka, dan tanda hubung").format(nama=rapat),
                _("Tulis id rapat, seperti di berkas YAML-nya."),
            )
        )
    return rapat


def _load(params: Params, id_rapat: str, tulisan: str) -> Rapat | None:
    """Return the meeting's file where it can be read: it only adds words."""
    try:
        return load_rapat(params, tulisan if tulisan.endswith(".yaml") else id_rapat)
    except KlaError:
        return None


def _keadaan(params: Params, id_rapat: str, tulisan: str) -> Keadaan | None:
    rapat = _load(params, id_rapat, tulisan)
    try:
        return None if rapat is None else load_keadaan(params, rapat)
    except KlaError:  # the book has moved or is being edited: ids stand for its words
        return None


def _belum_terbit(keluaran: Path, t: FaktaTerbit) -> Kesalahan:
    if t.rusak or t.lama:
        return Kesalahan(
            "paket",
            nama_tampil(keluaran / t.rapat),
            _("tidak ada paket yang bisa dibaca: {daftar}").format(daftar=", ".join((*t.rusak, *t.lama))),
            _("Jalankan kla run untuk rapat ini sekali lagi."),
        )
    ada = [p.parent.parent.name for p in keluaran.glob("*/*/paket.json")]
    return Kesalahan(
        "rapat",
        nama_tampil(keluaran),
        _("rapat '{rapat}' belum diterbitkan di folder ini").format(rapat=t.rapat),
        _("Jalankan kla run untuk rapat ini, atau sebut foldernya dengan --outputs.") + _saran(t.rapat, ada),
    )


def _saran(rapat: str, ada: list[str]) -> str:
    return f" {maksud(rapat, set(ada))}" if ada else ""


def _pesan(t: FaktaTerbit) -> list[str]:
    pola = (
        (t.belum, _("{rapat}: belum diterbitkan, jadi tidak dibandingkan: {paket}.")),
        (t.rusak, _("{rapat}: berkasnya tidak utuh, jadi tidak dibandingkan: {paket}. Jalankan kla run sekali lagi.")),
        (
            t.lama,
            _("{rapat}: dari versi lama, jadi tidak dibandingkan: {paket}. Jalankan kla run sekali lagi."),
        ),
    )
    return [teks.format(rapat=t.rapat, paket=", ".join(daftar)) for daftar, teks in pola if daftar]


def _tak_sebanding(p: Perubahan) -> list[str]:
    pesan = {
        FORM: _("Form kedua rapat berbeda: poin tidak dibandingkan per pertanyaan."),
        TAHAP: _("Tahap kedua rapat berbeda: poin tidak dibandingkan per pertanyaan."),
    }
    return [pesan[t] for t in p.tak_sebanding]
