"""Name what a code of the form stands for: a klaster, an indikator, a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.skenario.banding import BERDOKUMEN, BOBOT_INDIKATOR, BOBOT_KLASTER, DOKUMEN, NILAI, beda_skenario
from kla_lib.scoring.skenario.ubah import nilai_resmi, nilai_tertinggi, status_resmi
from kla_lib.views.rupa.sebutan import dari, sebut_pertanyaan, sebut_status_dokumen
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, tabel


def nama_bagian(form: Instrumen) -> dict[str, str]:
    """Return the short words for every klaster and indikator by its code."""
    return {
        **{k.id: k.judul_pendek for k in form.klaster},
        **{i.kode: f"{i.kode} {_(i.nama_pendek)}" for k in form.klaster for i in k.indikator},
    }


def nama_kode(form: Instrumen) -> dict[str, str]:
    """Return the words for every code of the form: "klaster_1", "21A", "21A/4a"."""
    p = form.pertanyaan
    return nama_bagian(form) | {
        kode_pertanyaan(i, s): f"{kode_pertanyaan(i, s)} {sebut_pertanyaan(str(label), terbalik is True)}"
        for i, s, label, terbalik in zip(p["indikator"], p["pertanyaan"], p["label"], p["terbalik"], strict=True)
    }


@dataclass(frozen=True)
class Ubahan:
    """One difference in a reader's words: its kind, what it is about, the official state, that of each scenario."""

    jenis: str
    apa: str
    resmi: str
    skenario: tuple[str, ...]


def html_ubahan(keadaan: Keadaan) -> str:
    """Return the table "Yang berubah"."""
    return tabel_ubahan(keadaan).html


def tabel_ubahan(keadaan: Keadaan) -> Tampilan:
    """Return what differs from official, weights first; says so where nothing does."""
    kolom = [
        Kolom("jenis", _("Jenis")),
        Kolom("apa", _("Apa")),
        Kolom("resmi", _("Semula")),
        Kolom("skenario", _("Skenario")),
    ]
    daftar = [] if keadaan.skenario is None else daftar_ubahan(keadaan, [keadaan.skenario])
    baris = [{"jenis": u.jenis, "apa": u.apa, "resmi": u.resmi, "skenario": u.skenario[0]} for u in daftar]
    return tabel(_("Yang berubah"), kolom, baris, _("Belum ada yang diubah."), "sk-tabel sk-ubahan")


def daftar_ubahan(keadaan: Keadaan, daftar: Sequence[IsiSkenario]) -> list[Ubahan]:
    """Return in which things the scenarios differ from the official result."""
    resmi = keadaan.resmi or keadaan
    nilai, maks = ({}, {}) if resmi.hasil is None else (nilai_resmi(resmi.hasil), nilai_tertinggi(resmi.hasil))
    dokumen = status_resmi(resmi.buku)
    nama = nama_kode(resmi.instrumen) if any(i.nilai or i.berdokumen for i in daftar) else nama_bagian(resmi.instrumen)
    if resmi.buku.data_dukung is not None and any(i.status for i in daftar):
        d = resmi.buku.data_dukung
        nama = nama | {i: f"{judul} ({i})" for i, judul in zip(d["id_dokumen"], d["judul"], strict=True)}
    return [
        Ubahan(
            _sebut_jenis(b.jenis),
            nama[b.kode],
            _sebut(b.jenis, b.resmi, maks.get(b.kode)),
            tuple(_sebut(b.jenis, n, maks.get(b.kode)) for n in b.isi),
        )
        for b in beda_skenario(resmi.instrumen, nilai, dokumen, daftar)
    ]


def sebut_bobot(bagian: float) -> str:
    """Return a weight as a share of its siblings: "11,5 %"."""
    return _("{n} %").format(n=format_angka(100 * bagian))


def _sebut_jenis(jenis: str) -> str:
    return {
        BOBOT_KLASTER: _("Bobot klaster"),
        BOBOT_INDIKATOR: _("Bobot indikator"),
        NILAI: _("Nilai"),
        DOKUMEN: _("Dokumen"),
        BERDOKUMEN: _("Dokumen pertanyaan"),
    }[jenis]


def _sebut(jenis: str, isi: float | str, maks: float | None) -> str:
    if jenis == BERDOKUMEN:
        return _("dianggap lengkap") if isi == LENGKAP else _("belum dicatat")
    if isinstance(isi, str):
        return sebut_status_dokumen(isi)
    if jenis != NILAI or maks is None:
        return sebut_bobot(isi)
    return _("belum dicatat") if isi != isi else dari(isi, maks)
