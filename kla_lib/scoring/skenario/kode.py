"""Turn a scenario into a short code that people send each other, or back.

The code holds positions in lists that both sides know (the form's codes, the
book's documents), no names.  What it holds, and why weights stand in steps of
0.1 %: docs/keputusan/0024-halaman-interaktif.md.
"""

from collections.abc import Iterable, Mapping, Sequence

from kla_lib.bahasa import _, format_angka
from kla_lib.data.buku import Buku
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.rules.skenario import INSTRUMEN_LAIN, PRIORITAS_KERJA, IsiSkenario, StatusDokumen, usul_nama
from kla_lib.scoring.skenario.kode_bit import Pembaca, Penulis
from kla_lib.scoring.skenario.kode_teks import BYTE_SIDIK, VERSI, from_kode, rusak, salah_salin, sidik_bytes, to_kode
from kla_lib.scoring.skenario.pembobotan import BOBOT_TERKECIL, bobot_resmi, bulatkan_jumlah, susun_bobot

PENUH = round(1 / BOBOT_TERKECIL)
"""How many steps of a weight there are: the least share is one of them."""

VERSI_BIASA, VERSI_BERDOKUMEN = VERSI
"""The second also holds the questions tried as documented; a scenario without any is written as ever."""

BIT_BOBOT = PENUH.bit_length()
BIT_SIDIK = 8 * BYTE_SIDIK
BIT_DOKUMEN = 8
SEN = 100  # points in a code have two decimals
TEPAT = 1e-9
STATUS: tuple[StatusDokumen, ...] = ("lengkap", "kurang", "tidak_ada", "belum_diperiksa")


def encode_kode(isi: IsiSkenario, instrumen: Instrumen, buku: Buku) -> str:
    """Return the code of a scenario that fits a book (`check_isi`), weights rounded to steps of 0.1 %.

    Raises KlaError for a weight below one step, and for points with more than two decimals.
    """
    bit = Penulis()
    bit.angka(sidik_data(buku), BIT_SIDIK)
    bit.angka(int(isi.bacaan == PRIORITAS_KERJA), 1)
    for satuan in satuan_bobot(instrumen, isi.bobot):
        bit.angka(int(satuan is not None), 1)
        for s in (satuan or [])[:-1]:
            bit.angka(s, BIT_BOBOT)
    penuh, lain = pisah_nilai(instrumen, isi.nilai)
    bit.himpunan(penuh)
    _tulis_pasangan(bit, lain)
    letak = {d: n for n, d in enumerate(daftar_dokumen(buku))}
    status = {letak[d]: STATUS.index(s) for d, s in isi.status.items()}
    bit.himpunan(d for d, s in status.items() if s == 0)
    _tulis_pasangan(bit, {d: s for d, s in status.items() if s})
    if status:
        bit.angka(sidik_dokumen(buku), BIT_DOKUMEN)
    if isi.berdokumen:
        bit.himpunan(letak_berdokumen(instrumen, isi.berdokumen))
    return to_kode(nama_form(instrumen), bit.isi(), VERSI_BERDOKUMEN if isi.berdokumen else VERSI_BIASA)


def decode_kode(kode: str, instrumen: Instrumen, buku: Buku) -> IsiSkenario:
    """Return the scenario of a code; words around the code are passed over.

    Raises KlaError for a damaged code, one of another form, and one that names
    documents of another list than the book's.  Data that have changed
    otherwise are no fault: see `dari_data_lain`.
    """
    versi, badan = _badan(kode, instrumen)
    bit = Pembaca(badan)
    try:
        bit.angka(BIT_SIDIK)
        prioritas = bool(bit.angka(1))
        bobot = _baca_bobot(bit, instrumen)
        penuh, lain = bit.himpunan(), _baca_pasangan(bit)
        lengkap, status = bit.himpunan(), _baca_pasangan(bit)
        sidik = bit.angka(BIT_DOKUMEN) if lengkap or status else None
        berdokumen = bit.himpunan() if versi == VERSI_BERDOKUMEN else []
        if not bit.habis():
            raise ValueError("bits are left over")
        maks = kode_maksimal(instrumen)
        daftar = list(maks)
        dianggap = tuple(sorted(daftar[n] for n in berdokumen))
        nilai = {daftar[n]: maks[daftar[n]] for n in penuh} | {daftar[n]: sen / SEN for n, sen in lain.items()}
        ubah: dict[int, StatusDokumen] = dict.fromkeys(lengkap, STATUS[0])
        ubah |= {n: STATUS[s] for n, s in status.items()}
    except (ValueError, IndexError):
        raise salah_salin() from None
    dokumen = daftar_dokumen(buku)
    if sidik is not None and (sidik != sidik_dokumen(buku) or max(ubah) >= len(dokumen)):
        raise rusak(
            _("kode ini mencentang dokumen menurut daftar lain, bukan daftar dokumen buku data ini"),
            _("Minta kode baru dari halaman interaktif yang dibuat dari buku data ini."),
        )
    return IsiSkenario(
        bacaan=PRIORITAS_KERJA if prioritas else INSTRUMEN_LAIN,
        bobot=bobot,
        nilai=nilai,
        status={dokumen[n]: s for n, s in ubah.items()},
        berdokumen=dianggap,
    )


def dari_data_lain(kode: str, instrumen: Instrumen, buku: Buku) -> bool:
    """Return whether a code was made on other data than the book's; KlaError where it is damaged."""
    try:
        return Pembaca(_badan(kode, instrumen)[1]).angka(BIT_SIDIK) != sidik_data(buku)
    except ValueError:
        raise salah_salin() from None


def nama_form(instrumen: Instrumen) -> str:
    """Return a form's id as a code writes it: small letters, digits, hyphens."""
    return usul_nama(instrumen.id) or "form"


def sidik_data(buku: Buku) -> int:
    """Return a short fingerprint of the book's data."""
    return sidik_bytes(buku.sidik.encode())


def sidik_dokumen(buku: Buku) -> int:
    """Return a short fingerprint of the list of documents."""
    return sidik_bytes("\n".join(daftar_dokumen(buku)).encode()) % (1 << BIT_DOKUMEN)


def daftar_dokumen(buku: Buku) -> list[str]:
    """Return the documents in the order in which a code counts them."""
    return [] if buku.data_dukung is None else sorted(map(str, buku.data_dukung["id_dokumen"]))


def kode_maksimal(instrumen: Instrumen) -> dict[str, float]:
    """Return the highest points (poin) of every code, in the order in which a code counts them."""
    p = instrumen.pertanyaan
    return {
        **dict(zip(kolom_kode(p), p["nilai_maksimal"].astype(float), strict=True)),
        **{i.kode: i.nilai_maksimal for k in instrumen.klaster for i in k.indikator},
        **{k.id: k.nilai_maksimal for k in instrumen.klaster},
    }


def satuan_bobot(instrumen: Instrumen, bobot: Mapping[str, float]) -> list[list[int] | None]:
    """Return the weights by parent in steps of 0.1 %; None where they read as the form's.

    Raises KlaError for a weight that rounds to no step at all.
    """
    resmi = bobot_resmi(instrumen)
    hasil: list[list[int] | None] = []
    for induk, bagian in susun_bobot(instrumen, bobot).items():
        satuan = bulatkan_bobot(list(bagian.values()))
        hasil.append(None if satuan == bulatkan_bobot(list(resmi[induk].values())) else satuan)
        if 0 in satuan:
            raise rusak(
                _("bobot {kode} lebih kecil dari 0,1 %, jadi tidak muat dalam kode singkat").format(
                    kode=list(bagian)[satuan.index(0)]
                ),
                _("Simpan skenarionya sebagai berkas, atau naikkan bobot itu."),
            )
    return hasil


def bulatkan_bobot(bagian: Sequence[float]) -> list[int]:
    """Return shares in steps of 0.1 % that add to all of them."""
    bulat = bulatkan_jumlah({str(n): b for n, b in enumerate(bagian)}, PENUH, 0)
    return [int(b) for b in bulat.values()]


def pisah_nilai(instrumen: Instrumen, nilai: Mapping[str, float]) -> tuple[list[int], dict[int, int]]:
    """Return at which positions stand the highest points, and at which others how many hundredths of a point.

    Raises KlaError for points with more than two decimals.
    """
    maks = kode_maksimal(instrumen)
    letak = {k: n for n, k in enumerate(maks)}
    penuh, lain = [], {}
    for kode, n in nilai.items():
        if abs(n - maks[kode]) <= TEPAT:
            penuh.append(letak[kode])
            continue
        lain[letak[kode]] = round(n * SEN)
        if abs(lain[letak[kode]] / SEN - n) > TEPAT:
            raise rusak(
                _("nilai {nilai} di {kode} punya lebih dari dua desimal, jadi tidak muat dalam kode singkat").format(
                    nilai=format_angka(n, 6), kode=kode
                ),
                _("Simpan skenarionya sebagai berkas, atau bulatkan nilai itu."),
            )
    return penuh, lain


def letak_berdokumen(instrumen: Instrumen, berdokumen: Iterable[str]) -> list[int]:
    """Return the positions, as a code counts them, of questions tried as documented."""
    letak = {k: n for n, k in enumerate(kode_maksimal(instrumen))}
    return sorted(letak[k] for k in berdokumen)


def _badan(kode: str, instrumen: Instrumen) -> tuple[int, bytes]:
    versi, form, isi = from_kode(kode)
    if form != nama_form(instrumen):
        raise rusak(
            _("kode ini dibuat untuk form {lain}, buku data ini memakai form {form}").format(
                lain=form, form=instrumen.id
            ),
            _("Minta kode dari halaman interaktif yang dibuat dari buku data ini."),
        )
    return versi, isi


def _baca_bobot(bit: Pembaca, instrumen: Instrumen) -> dict[str, float]:
    hasil: dict[str, float] = {}
    for bagian in bobot_resmi(instrumen).values():
        if not bit.angka(1):
            continue
        satuan = [bit.angka(BIT_BOBOT) for _n in range(len(bagian) - 1)]
        satuan.append(PENUH - sum(satuan))
        if min(satuan) < 1:
            raise ValueError("a weight below one step")
        hasil |= {k: s / PENUH for k, s in zip(bagian, satuan, strict=True)}
    return hasil


def _tulis_pasangan(bit: Penulis, isi: Mapping[int, int]) -> None:
    bit.himpunan(isi)
    for letak in sorted(isi):
        bit.gamma(isi[letak] + 1)


def _baca_pasangan(bit: Pembaca) -> dict[int, int]:
    letak = bit.himpunan()
    return {n: bit.gamma() - 1 for n in letak}
