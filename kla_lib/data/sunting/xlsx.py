"""Change single cells of a workbook; formulas, colours, notes, charts, slicers and macros stay as they are."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_datetime

from kla_lib.bahasa import _
from kla_lib.data.sunting.arsip import Arsip, bagian_rels
from kla_lib.data.sunting.lembar import Lembar, kotak, sebut_kotak
from kla_lib.data.sunting.rumus import Sel, buang_hitungan, daftar_rumus, lepas_rumus, rumus_basi
from kla_lib.data.sunting.sel import Suntingan, TabelUtuh, Tulisan, nomor_kolom
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.baca import TabelMentah
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.sel import pesan_huruf

SEBELUM_HITUNGAN = [
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "AlternateContent",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
]
"""What stands before calcPr in a workbook's part."""


@dataclass(frozen=True)
class BukuKerja:
    """A changed workbook.

    In `isi` the stored values of the cells `basi` are gone, because they rest
    on something that has changed; `tetap`, only to be looked at, has them
    without their formulas.  `tak_dibaca`: stale results that stay, because
    nobody reads them.
    """

    isi: bytes
    tetap: bytes
    basi: frozenset[Sel]
    tak_dibaca: frozenset[Sel]
    berpivot: bool


def sunting_xlsx(
    isi: bytes, suntingan: Sequence[Suntingan], utuh: Sequence[TabelUtuh], mentah: Iterable[tuple[Bentuk, TabelMentah]]
) -> BukuKerja:
    """Return the workbook with the cells written and whole tables replaced or added as sheets.

    mentah: the tables of the book, whose formulas must not be read with an old
    result.  Raises KlaError naming every cell that holds a formula or is part
    of a merged range.
    """
    arsip = Arsip(isi)
    lembar = arsip.lembar()
    gaya, hari_nol = _gaya_tanggal(arsip), _hari_nol(arsip)
    salah: list[Kesalahan] = []
    berubah: list[Sel] = []
    for s in suntingan:
        bagian = lembar[s.bentuk.lembar]
        halaman = Lembar(arsip.ubah(bagian), gaya, hari_nol, s.baris_kepala)
        salah += [k for t in s.tulisan if (k := _tolak(halaman, s, t))]
        if salah:
            continue
        for b in s.baris_baru:
            halaman.tambah_baris(b)
        for t in s.tulisan:
            halaman.tulis(t.baris, t.kolom, t.isi)
            berubah.append((s.bentuk.lembar, t.baris, t.kolom))
        _panjangkan_tabel(arsip, bagian, s.baris_baru)
    if salah:
        raise KlaError(salah)
    for u in utuh:
        if u.bentuk.lembar not in lembar:
            lembar[u.bentuk.lembar] = _tambah_lembar(arsip, u.bentuk.lembar)
        Lembar(arsip.ubah(lembar[u.bentuk.lembar]), gaya, hari_nol, 1).ganti_semua(u.baris)
        berubah += [(u.bentuk.lembar, b, k) for b in range(1, len(u.baris) + 1) for k in range(1, len(u.baris[0]) + 1)]
    rumus = daftar_rumus({nama: arsip.akar(bagian) for nama, bagian in lembar.items()})
    semua_basi = rumus_basi(rumus, berubah)
    if semua_basi and not _dihitung_saat_dibuka(arsip):  # a book that asks for it without need is doubted when read
        _hitung_saat_dibuka(arsip.ubah(arsip.buku))
    asli = arsip.sebagai_bytes()
    basi = _yang_dibaca(semua_basi, mentah)
    for nama in {b[0] for b in basi}:
        buang_hitungan(arsip.ubah(lembar[nama]), [b[1:] for b in basi if b[0] == nama])
    berpivot = arsip.awalan("xl/pivotTables/")
    return BukuKerja(
        arsip.sebagai_bytes() if basi else asli,
        _tanpa_rumus(asli, basi) if basi else asli,
        frozenset(basi),
        frozenset(semua_basi - basi),
        berpivot,
    )


def _tanpa_rumus(isi: bytes, sel: Collection[Sel]) -> bytes:
    arsip = Arsip(isi)
    for nama, bagian in arsip.lembar().items():
        if milik := [s[1:] for s in sel if s[0] == nama]:
            lepas_rumus(arsip.ubah(bagian), milik)
    return arsip.sebagai_bytes()


def _tolak(halaman: Lembar, s: Suntingan, t: Tulisan) -> Kesalahan | None:
    if halaman.punya_rumus(t.baris, t.kolom):
        pesan = _("sel berisi rumus"), _("Ubah di Excel: rumus tidak ditimpa dari sini.")
    elif halaman.tertutup(t.baris, t.kolom):
        pesan = _("sel ini bagian dari sel gabungan"), _("Pisahkan sel gabungan itu di Excel, lalu ulangi.")
    elif t.baris in s.baris_baru and halaman.berisi(t.baris):
        pesan = _("di bawah tabel ini ada isi lain"), _("Pindahkan isi itu, supaya tabel dapat bertambah.")
    elif isinstance(t.isi, str) and (alasan := pesan_huruf(t.isi)):
        pesan = alasan
    else:
        return None
    return s.mentah.kesalahan("sel", *pesan, kolom=t.nama, baris=t.baris)


def _yang_dibaca(basi: set[Sel], mentah: Iterable[tuple[Bentuk, TabelMentah]]) -> set[Sel]:
    """Keep the cells that the reader of the book takes a value from; guidance and other sheets are not read."""
    dibaca = {
        (b.lembar, nomor_kolom(huruf)) for b, m in mentah for nama, huruf in m.huruf.items() if nama in b.nama_kolom
    }
    return {(lembar, baris, kolom) for lembar, baris, kolom in basi if (lembar, kolom) in dibaca}


def _gaya_tanggal(arsip: Arsip) -> frozenset[str]:
    """Return the numbers of the cell styles that show a number as a date."""
    gaya = next((b for jenis, b in arsip.tujuan(arsip.buku).values() if jenis == "styles"), None)
    if gaya is None:
        return frozenset()
    akar = arsip.akar(gaya)
    pola = dict(BUILTIN_FORMATS)
    pola |= {int(n.get("numFmtId")): n.get("formatCode") for n in akar.iterfind("{*}numFmts/{*}numFmt")}
    return frozenset(
        str(i)
        for i, xf in enumerate(akar.iterfind("{*}cellXfs/{*}xf"))
        if is_datetime(pola.get(int(xf.get("numFmtId", 0)), "General")) in ("date", "datetime")
    )


def _hari_nol(arsip: Arsip) -> date:
    sifat = arsip.akar(arsip.buku).find("{*}workbookPr")
    sejak_1904 = sifat is not None and sifat.get("date1904") in ("1", "true")
    return date(1904, 1, 1) if sejak_1904 else date(1900, 1, 1) - timedelta(days=2)


def _dihitung_saat_dibuka(arsip: Arsip) -> bool:
    hitungan = arsip.akar(arsip.buku).find("{*}calcPr")
    return hitungan is not None and hitungan.get("fullCalcOnLoad") in ("1", "true")


def _hitung_saat_dibuka(akar: etree._Element) -> None:
    """Ask the spreadsheet program to calculate every formula when it opens the workbook."""
    hitungan = akar.find("{*}calcPr")
    if hitungan is None:
        hitungan = etree.Element(f"{{{etree.QName(akar).namespace}}}calcPr")
        sebelum = [a for a in akar if isinstance(a.tag, str) and etree.QName(a).localname in SEBELUM_HITUNGAN]
        sebelum[-1].addnext(hitungan)
    hitungan.set("fullCalcOnLoad", "1")


def _panjangkan_tabel(arsip: Arsip, bagian: str, baris_baru: tuple[int, ...]) -> None:
    """Let an Excel table that ends right above the new rows take them in."""
    for jenis, milik in arsip.tujuan(bagian).values():
        if jenis != "table" or not baris_baru:
            continue
        akar = arsip.akar(milik)
        a, b, c, d = kotak(akar.get("ref"))
        if c + 1 != baris_baru[0] or akar.get("totalsRowCount", "0") != "0":
            continue
        akar = arsip.ubah(milik)
        for bagian_tabel in (akar, *akar.iterfind("{*}autoFilter[@ref]")):
            bagian_tabel.set("ref", sebut_kotak((a, b, baris_baru[-1], d)))


def _tambah_lembar(arsip: Arsip, nama: str) -> str:
    """Add an empty sheet behind the others and return the name of its part."""
    nomor = next(n for n in range(1, 1 << 16) if not arsip.ada(f"xl/worksheets/sheet{n}.xml"))
    bagian = f"xl/worksheets/sheet{nomor}.xml"
    buku = arsip.ubah(arsip.buku)
    ns = etree.QName(buku).namespace
    halaman = etree.Element(f"{{{ns}}}worksheet", nsmap={None: ns})
    etree.SubElement(halaman, f"{{{ns}}}sheetData")
    arsip.tambah(bagian, halaman)

    tujuan = arsip.ubah(bagian_rels(arsip.buku))
    contoh = next(r for r in tujuan if r.get("Type").endswith("/worksheet"))
    dipakai = {r.get("Id") for r in tujuan}
    id_tujuan = next(i for n in range(1, 1 << 16) if (i := f"rIdKla{n}") not in dipakai)
    etree.SubElement(tujuan, contoh.tag, Id=id_tujuan, Type=contoh.get("Type"), Target=f"/{bagian}")

    daftar = buku.find("{*}sheets")
    nama_id = next(k for s in daftar for k in s.keys() if k.endswith("}id"))  # noqa: SIM118
    baru = etree.SubElement(daftar, f"{{{ns}}}sheet", name=nama)
    baru.set("sheetId", str(1 + max(int(s.get("sheetId")) for s in daftar if s.get("sheetId"))))
    baru.set(nama_id, id_tujuan)

    jenis = arsip.ubah("[Content_Types].xml")
    asal = next(o for o in jenis if o.get("ContentType", "").endswith("worksheet+xml"))
    etree.SubElement(jenis, asal.tag, PartName=f"/{bagian}", ContentType=asal.get("ContentType"))
    return bagian
