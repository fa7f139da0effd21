"""Say of a row that cannot be taken what stands on both sides, so that a person can decide."""

from collections.abc import Mapping
from typing import Any

from kla_lib.bahasa import _
from kla_lib.data.keputusan.gabung import HILANG, TANPA_STATUS, TETAP, Selisih
from kla_lib.data.tulis import to_teks
from kla_lib.errors import Kesalahan
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.sel import kutip

Baris = Mapping[str, Any]


def kesalahan_langkah(mentah: TabelMentah, nomor: int, baris: Baris, langkah: str) -> list[Kesalahan]:
    """Return the fault of a row that says neither yes nor no, or whose decision the book has lost."""
    if langkah == TANPA_STATUS:
        return [
            mentah.kesalahan(
                "tanpa_status",
                _("keputusan ditulis tetapi kolom status kosong"),
                _("Pilih belum bila ini diputuskan; kosongkan kolom keputusan bila tidak."),
                "status",
                nomor,
            )
        ]
    if langkah == HILANG:
        return [
            mentah.kesalahan(
                "hilang",
                _("keputusan {id} diubah di sini, tetapi sudah tidak ada di buku").format(id=baris["id_keputusan"]),
                _("Kembalikan barisnya di buku, atau beri id baru bila tetap diputuskan."),
                "id_keputusan",
                nomor,
            )
        ]
    return []


def kesalahan_bentrok(
    mentah: TabelMentah,
    nomor: int,
    selisih: Selisih,
    lembar: Baris,
    buku: Baris,
    baris_buku: int,
    semula: Baris | None,
) -> list[Kesalahan]:
    """Return one fault per cell that sheet and book hold differently and that neither may overrule."""
    return [
        mentah.kesalahan(
            "bentrok",
            _("{id}, {kolom}: di lembar ini {lembar}, di buku (baris {baris}) {buku}{semula}").format(
                id=lembar["id_keputusan"],
                kolom=k,
                lembar=_sebut(lembar[k]),
                baris=baris_buku,
                buku=_sebut(buku[k]),
                semula="" if semula is None else _(", semula {isi}").format(isi=_sebut(semula[k])),
            ),
            _saran(k, semula),
            k,
            nomor,
        )
        for k in selisih.bentrok
    ]


def _saran(kolom: str, semula: Baris | None) -> str:
    if semula is not None:
        return _("Buku diubah sesudah lembar ini dibuat. Tulis isi yang benar di keduanya, lalu ulangi.")
    if kolom in TETAP:
        return _("Beri id baru bila ini keputusan lain; bila hanya kalimatnya, samakan dengan buku.")
    return _("Samakan dengan buku; bila lembar ini yang benar, tulis tanggal_status yang lebih baru.")


def _sebut(isi: Any) -> str:
    return _("kosong") if isi is None else f"'{kutip(to_teks(isi))}'"
