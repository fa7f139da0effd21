"""Leave out of returned files what their office may not say, and documents whose number two offices use."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kla_lib.bahasa import _
from kla_lib.data.bentuk import DATA_DUKUNG, DOKUMEN_PERTANYAAN, PENILAIAN
from kla_lib.data.kumpul.kiriman import Kiriman, Kunci, SelIsi
from kla_lib.errors import Kesalahan
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.form.instrumen import Instrumen

TAHAP_KANTOR = "em"
"""Offices answer the self-assessment; the later stages are the verifier's."""


def keep_own(kiriman: Kiriman, instrumen: Instrumen, daerah: Daerah) -> Kiriman:
    """Return the file without answers to other offices' questions, other stages and the verifier's remarks.

    A file that does not come from an office of the form (the whole city, a
    partner) may answer every question.
    """
    p = instrumen.pertanyaan
    pemegang = dict(zip(zip(p["indikator"], p["pertanyaan"], strict=True), p["opd"], strict=True))
    if kiriman.opd in {w.kode for w in daerah.wilayah}:  # an area answers in its own sheet
        return replace(kiriman, isi=tuple(s for s in kiriman.isi if s.bentuk is not PENILAIAN))
    if not any(kiriman.opd in opd for opd in pemegang.values()):
        return kiriman
    isi: list[SelIsi] = []
    salah: dict[Kunci, Kesalahan] = {}
    for s in kiriman.isi:
        alasan = _alasan(s, pemegang.get(s.kunci[2:4], ()), kiriman.opd, daerah) if s.bentuk is PENILAIAN else None
        if alasan is None:
            isi.append(s)
        else:  # one fault for a row, whatever stands in it
            salah.setdefault(s.kunci, sel_salah("bukan_haknya", s, *alasan))
    return replace(kiriman, isi=tuple(isi), salah=(*kiriman.salah, *salah.values()))


def _alasan(s: SelIsi, milik: tuple[str, ...], opd: str, daerah: Daerah) -> tuple[str, str] | None:
    if milik and opd not in milik:
        return (
            _("pertanyaan {kode} bukan milik kantor ini").format(kode="/".join(s.kunci[2:4])),
            _("Pemegangnya {kantor}. Jawaban ini tidak diambil.").format(kantor=", ".join(map(daerah.nama_opd, milik))),
        )
    if s.kunci[0] != TAHAP_KANTOR:
        salah = _("tahap '{tahap}' bukan isian kantor").format(tahap=s.kunci[0])
        return salah, _("Hasil verifikasi dimasukkan dengan perintah kla return.")
    if s.kolom == "catatan_verifikator":
        salah = _("catatan_verifikator diisi kantor")
        return salah, _("Pindahkan isinya ke kolom catatan; kolom ini untuk verifikator.")
    return None


def drop_shared_numbers(kiriman: Sequence[Kiriman]) -> tuple[list[Kiriman], list[Kesalahan]]:
    """Return the files without the documents whose number stands for different titles, and a fault for each.

    Which of them the number belongs to nobody can tell; their links would
    point to the wrong document.
    """
    judul: dict[Kunci, list[SelIsi]] = {}
    for k in kiriman:
        for s in k.isi:
            if s.bentuk is DATA_DUKUNG and s.kolom == "judul":
                judul.setdefault(s.kunci, []).append(s)
    ganda = {n: suara for n, suara in judul.items() if len({s.opd for s in suara}) > 1 < len({s.nilai for s in suara})}
    bersih = [replace(k, isi=tuple(s for s in k.isi if _nomor(s) not in ganda)) for k in kiriman]
    return bersih, list(_nomor_ganda(ganda))


def _nomor(s: SelIsi) -> Kunci | None:
    """Return the document that a cell is about, as its key in the register."""
    if s.bentuk is DATA_DUKUNG:
        return s.kunci
    return s.kunci[2:3] if s.bentuk is DOKUMEN_PERTANYAAN else None


def _nomor_ganda(ganda: dict[Kunci, list[SelIsi]]) -> Iterator[Kesalahan]:
    for (nomor,), suara in ganda.items():
        for s in suara:
            lain = ", ".join(dict.fromkeys(t.berkas for t in suara if t.opd != s.opd))
            yield sel_salah(
                "nomor_ganda",
                s,
                _("nomor dokumen '{nomor}' dipakai untuk judul lain di {lain}").format(nomor=nomor, lain=lain),
                _("Beri nomor lain di salah satu berkas; dokumen ini belum diambil."),
            )


def sel_salah(jenis: str, s: SelIsi, salah: str, perbaikan: str) -> Kesalahan:
    """Return a fault of one cell of a returned file."""
    lembar, _koma, sel = s.sel.partition(", ")
    return Kesalahan(jenis, s.berkas, salah, perbaikan, lembar=lembar, sel=sel)
