"""Show the question bank: per place and klaster what can be asked, who answers with which document, the rehearsal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.vlh import Vlh
from kla_lib.rules.vlh.berkas import Ditanya, Lokus
from kla_lib.scoring.vlh.bank import Tanya
from kla_lib.views.rupa.sebutan import dari, sebut_opd, sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, tabel, tumpuk
from kla_lib.views.vlh.sebutan import sebut_alasan, sebut_dokumen, sebut_latihan, sebut_sumber

PALING_BANYAK = 8
"""Questions of one place or klaster on the page; all of them stand in the sheet."""

URUTAN_LATIHAN = {False: 0, None: 1, True: 2}
"""What was not ready comes first on the next page, what was ready last."""


@dataclass(frozen=True)
class BarisTanya:
    """One line of the bank: of which place or klaster, by which id, in a reader's words; poin: None where not known."""

    tempat: str
    tanya: str
    pertanyaan: str
    mungkin: str
    poin: tuple[float | None, float] | None
    dokumen: str
    penjawab: str
    latihan: str
    siap: bool | None


def baris_lokus(vlh: Vlh, lokus: Lokus) -> list[BarisTanya]:
    """Return what can be asked at a place, what the rehearsal left open first."""
    return _urut(
        [
            *(_ditanya(vlh, lokus.id, d, lokus.pengelola) for d in vlh.ditanya_lokus(lokus)),
            *(_dari_form(vlh, lokus.id, t, lokus.pengelola) for t in vlh.tanya_lokus(lokus)),
        ]
    )


def baris_klaster(vlh: Vlh, klaster: str) -> list[BarisTanya]:
    """Return what can be asked of a klaster in the main room, what the rehearsal left open first."""
    return _urut(
        [
            *(_ditanya(vlh, klaster, d, None) for d in vlh.ditanya_klaster(klaster)),
            *(_dari_form(vlh, klaster, t, None) for t in vlh.tanya_klaster(klaster)),
        ]
    )


def semua_baris(vlh: Vlh) -> Iterator[BarisTanya]:
    """Yield the whole bank: place by place, then klaster by klaster."""
    for lokus in vlh.hari.lokus:
        yield from baris_lokus(vlh, lokus)
    for k in vlh.keadaan.instrumen.klaster:
        yield from baris_klaster(vlh, k.id)


def _urut(baris: Iterable[BarisTanya]) -> list[BarisTanya]:
    return sorted(baris, key=lambda b: URUTAN_LATIHAN[b.siap])


def _dari_form(vlh: Vlh, tempat: str, t: Tanya, pengelola: str | None) -> BarisTanya:
    keadaan, catatan = vlh.keadaan, vlh.latihan.get((tempat, t.kode))
    kantor = sebut_opd(keadaan, t.opd[:1]) or _("kantor belum dicatat")
    penjawab = kantor
    if pengelola is not None and pengelola not in t.opd[:1]:
        penjawab = _("{pengelola}, dokumen dari {kantor}").format(
            pengelola=keadaan.daerah.nama_opd(pengelola), kantor=kantor
        )
    return BarisTanya(
        tempat,
        t.kode,
        sebut_pertanyaan(t.label, t.terbalik),
        sebut_alasan(t),
        (t.nilai, t.nilai_maksimal),
        sebut_dokumen(vlh, t),
        penjawab,
        sebut_latihan(catatan),
        None if catatan is None else catatan.siap,
    )


def _ditanya(vlh: Vlh, tempat: str, d: Ditanya, pengelola: str | None) -> BarisTanya:
    catatan = vlh.latihan.get((tempat, d.id))
    return BarisTanya(
        tempat,
        d.id,
        d.tanya,
        sebut_sumber(vlh, d),
        None,
        "–",
        vlh.keadaan.daerah.nama_opd(pengelola or d.peran),
        sebut_latihan(catatan),
        None if catatan is None else catatan.siap,
    )


def sebut_nilai(b: BarisTanya) -> str:
    """Return the points of a line as every page writes them."""
    if b.poin is None:
        return "–"
    nilai, maks = b.poin
    return f"–/{format_angka(maks)}" if nilai is None else dari(nilai, maks)


def tabel_tanya(judul: str, baris: Sequence[BarisTanya]) -> Tampilan:
    """Return the first lines of the bank of a place or klaster, and how many more the sheet holds."""
    kolom = [
        Kolom("pertanyaan", _("Pertanyaan")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("mungkin", _("Yang mungkin ditanyakan")),
        Kolom("dokumen", _("Dokumen di tangan")),
        Kolom("penjawab", _("Yang menjawab")),
        Kolom("latihan", _("Latihan")),
    ]
    isi = [
        {
            "pertanyaan": b.pertanyaan if b.poin is None else f"{b.tanya} {b.pertanyaan}",
            "nilai": sebut_nilai(b),
            "mungkin": b.mungkin,
            "dokumen": b.dokumen,
            "penjawab": b.penjawab,
            "latihan": b.latihan,
        }
        for b in baris[:PALING_BANYAK]
    ]
    kosong = _("Tidak ada jawaban lemah atau dokumen kurang yang kami temukan di buku.")
    lebih = len(baris) - len(isi)
    pesan = _("{n} pertanyaan lagi ada di lembar Latihan (vlh.xlsx).").format(n=lebih) if lebih > 0 else ""
    return tumpuk(tabel(judul, kolom, isi, kosong, "tanpa-judul pertanyaan"), catatan_kaki(pesan))
