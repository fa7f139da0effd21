"""Make the page of the published evidence: every row with its source, and what was done with it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.rules.bukti.pengamatan import Guna, Pengamatan, load_bukti, menurut_jenis
from kla_lib.rules.bukti.predikat import Predikat, load_predikat
from kla_lib.rules.bukti.skala import Rentang, kategori_terbitan, load_skala, rentang_kategori
from kla_lib.rules.daerah.semua_daerah import load_semua_daerah
from kla_lib.rules.kategori import DI_BAWAH_PRATAMA
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import Rujukan, Sumber, sebut_keyakinan, semua_sumber

BERKAS = "docs/bukti.md"
TEMPLAT = "halaman.md.j2"


@dataclass(frozen=True)
class Baris:
    """One observation in a reader's words; `tahun` is "2025", or "2023 ke 2025" for a move."""

    id: str
    daerah: str
    tahun: str
    dari: str
    hasil: str
    banyak: int
    guna: Guna
    alasan: str
    catatan: str
    sumber: str


def halaman_bukti(params: Params) -> str:
    """Return the page in Markdown; the same rows give the same text."""
    bukti, predikat, sumber = load_bukti(params), load_predikat(params), semua_sumber(params)
    jenis = menurut_jenis(bukti)
    baris = partial(_baris, params, sumber)
    lingkungan = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=False,  # Markdown, and nothing in it comes from a data book
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    dikutip = Counter(
        r.dokumen for rujukan in (*[p.sumber for p in bukti], *[p.sumber for p in predikat]) for r in rujukan
    )
    return lingkungan.get_template(TEMPLAT).render(
        skala=load_skala(params),
        jenis={j: [baris(p) for p in isi] for j, isi in jenis.items()},
        pindah={daftar: [baris(p) for p in isi] for daftar, isi in _menurut_daftar(jenis["vf_vf"]).items()},
        banyak={j: Counter(p.guna for p in isi) for j, isi in jenis.items()},
        pasti={j: sum(p.pasti and p.guna == "dipakai" for p in isi) for j, isi in jenis.items()},
        daerah=len({p.kode for p in bukti if p.kode}),
        predikat=_tabel_predikat(params, predikat),
        tahun=sorted({p.tahun for p in predikat}),
        banyak_predikat=len(predikat),
        dikesampingkan=[p for p in predikat if p.dikesampingkan],
        bercatatan=[p for p in predikat if p.catatan],
        sumber=[
            (kunci, sumber[kunci], _sebut_sumber(kunci, sumber[kunci]), sebut_keyakinan(sumber[kunci].keyakinan), n)
            for kunci, n in sorted(dikutip.items())
        ],
    )


def sebut_rentang(params: Params, tahun: int, rendah: float, tinggi: float) -> str:
    """Return an outcome in words: a score, a category with its points, or what is known of them."""
    if rendah == tinggi:
        return format_angka(rendah)
    rentang = rentang_kategori(params, tahun)
    daftar = kategori_terbitan(params, tahun)
    if (rendah, tinggi) == (0, load_skala(params).nilai_tertinggi):
        return _("tidak ditemukan")
    if rentang[DI_BAWAH_PRATAMA] == (rendah, tinggi):
        return _("di bawah {batas} atau tidak dinilai").format(batas=format_angka(tinggi))
    angka = f"{format_angka(rendah)}–{format_angka(tinggi)}"
    for kategori, r in rentang.items():
        if r == (rendah, tinggi):
            return f"{daftar.nama(kategori)} ({angka})"
        if rendah == 0 and r.rendah == tinggi:
            return _("bukan {kategori} (paling tinggi {batas})").format(
                kategori=daftar.nama(kategori), batas=format_angka(tinggi)
            )
    return angka


def _sebut_sumber(kunci: str, s: Sumber) -> str:
    """Return a document's publisher and date, as a link to the address that the page gives at its end."""
    hari = str(s.tanggal) if isinstance(s.tanggal, int) else format_tanggal(s.tanggal)
    nama = f"{s.penerbit}, {hari}"
    return f"[{nama}][{kunci}]" if s.alamat else _("{nama} (alamat tidak tercatat)").format(nama=nama)


def _baris(params: Params, sumber: dict[str, Sumber], p: Pengamatan) -> Baris:
    return Baris(
        id=p.id,
        daerah=p.daerah,
        tahun=str(p.tahun) if p.tahun == p.tahun_dari else _("{dari} ke {ke}").format(dari=p.tahun_dari, ke=p.tahun),
        dari="" if p.jenis == "nasional" else _sebut_asal(params, p),
        hasil=sebut_rentang(params, p.tahun, p.rendah, p.tinggi),
        banyak=p.banyak,
        guna=p.guna,
        alasan=p.alasan,
        catatan=p.catatan,
        sumber=_sebut_rujukan(sumber, p.sumber),
    )


def _sebut_asal(params: Params, p: Pengamatan) -> str:
    teks = sebut_rentang(params, p.tahun_dari, p.dari_rendah, p.dari_tinggi)
    dibulatkan = p.nilai == p.nilai and p.dari_rendah < p.dari_tinggi
    return _("sekitar {nilai} ({teks})").format(nilai=format_angka(p.nilai), teks=teks) if dibulatkan else teks


def _sebut_rujukan(sumber: dict[str, Sumber], rujukan: Iterable[Rujukan]) -> str:
    return "; ".join(f"{_sebut_sumber(r.dokumen, sumber[r.dokumen])}: {r.letak}" for r in rujukan)


def _menurut_daftar(pindah: Sequence[Pengamatan]) -> dict[str, list[Pengamatan]]:
    daftar: defaultdict[str, list[Pengamatan]] = defaultdict(list)
    for p in pindah:
        daftar[p.daftar].append(p)
    return dict(daftar)


def _tabel_predikat(params: Params, predikat: Sequence[Predikat]) -> dict[str, dict[str, dict[int, str]]]:
    """Return by province, region and year what was published."""
    provinsi = {d.kode: d.provinsi for d in load_semua_daerah(params)}
    hasil: defaultdict[str, defaultdict[str, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
    for p in predikat:
        hasil[provinsi[p.kode]][p.daerah][p.tahun] = _sebut_predikat(params, p)
    return {k: dict(v) for k, v in hasil.items()}


def _sebut_predikat(params: Params, p: Predikat) -> str:
    if p.dikesampingkan:
        return _("tidak dipakai")
    nama = kategori_terbitan(params, p.tahun).nama(p.kategori)
    if rentang_kategori(params, p.tahun)[p.kategori] == Rentang(p.rendah, p.tinggi):
        return nama
    angka = sorted({p.rendah, p.tinggi})
    return f"{nama} ({'–'.join(map(format_angka, angka))})"
