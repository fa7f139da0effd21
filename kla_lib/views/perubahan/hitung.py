"""Count in words what changed: what moved forward, what moved back, what else."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kla_lib.bahasa import _
from kla_lib.keadaan.fakta_bentuk import STATUS_DOKUMEN, STATUS_KEPUTUSAN
from kla_lib.scoring.perubahan import BARU, BERUBAH, HILANG, Selisih
from kla_lib.views.perubahan.sebutan import tanda

NOMOR_LENGKAP, NOMOR_KURANG = STATUS_DOKUMEN["lengkap"], STATUS_DOKUMEN["kurang"]
TIDAK_ADA, BELUM_DIPERIKSA = STATUS_DOKUMEN["tidak_ada"], STATUS_DOKUMEN["belum_diperiksa"]
SELESAI, BERJALAN = STATUS_KEPUTUSAN["selesai"], STATUS_KEPUTUSAN["berjalan"]
TERHAMBAT, BATAL = STATUS_KEPUTUSAN["terhambat"], STATUS_KEPUTUSAN["batal"]


@dataclass(frozen=True)
class Hitungan:
    """What changed, counted in words: poin, maju (forward), mundur (back), lain (neither, or of less weight)."""

    poin: list[str]
    maju: list[str]
    mundur: list[str]
    lain: list[str]


def hitung_perubahan(baris: Sequence[Selisih], terisi: float, lengkap: float) -> Hitungan:
    """Return the counts of what changed in the book.

    terisi, lengkap: by how many poin the recorded points and those with
    complete documents rose or fell.
    """
    h = Hitungan([], [], [], [])
    _poin(h, baris, terisi, lengkap)
    _bentrok(h, baris)
    _dokumen(h, baris)
    _kegiatan(h, baris)
    _keputusan(h, baris)
    _sisanya(h, baris)
    return h


def _poin(h: Hitungan, baris: Sequence[Selisih], terisi: float, lengkap: float) -> None:
    for n, pola in ((terisi, _("{n} poin terisi")), (lengkap, _("{n} poin berdokumen lengkap"))):
        if round(n, 2):
            (h.poin if n > 0 else h.mundur).append(pola.format(n=tanda(n)))
    ubah = sum(s.jenis == "nilai" for s in baris)
    if ubah and not round(terisi, 2):
        h.poin.append(_("nilai {n} pertanyaan berubah, jumlahnya tetap").format(n=ubah))


def _bentrok(h: Hitungan, baris: Sequence[Selisih]) -> None:
    bentrok = [s for s in baris if s.jenis == "bentrok"]
    nasib = {s.kode: s.keadaan for s in bentrok if s.keadaan != BERUBAH and not s.suara}
    n = Counter(nasib.get(kode, BERUBAH) for kode in {s.kode for s in bentrok})
    _tulis(h.maju, n, {HILANG: _("{n} nilai tidak bentrok lagi")})
    _tulis(h.mundur, n, {BARU: _("{n} nilai menjadi bentrok")})
    _tulis(h.lain, n, {BERUBAH: _("jawaban atas {n} nilai yang bentrok berubah")})


def _dokumen(h: Hitungan, baris: Sequence[Selisih]) -> None:
    def jenis(s: Selisih) -> str:
        if s.keadaan == HILANG:
            return "hilang"
        masuk = s.keadaan == BARU or s.sebelum == TIDAK_ADA
        return {
            NOMOR_LENGKAP: "lengkap",
            NOMOR_KURANG: "masuk" if masuk else "kurang",
            BELUM_DIPERIKSA: "belum_diperiksa",
            TIDAK_ADA: "tidak_ada",
        }.get(int(s.sesudah or 0), "")

    n = _banyak(baris, "dokumen", jenis)
    _tulis(
        h.maju, n, {"lengkap": _("{n} dokumen menjadi lengkap"), "masuk": _("{n} dokumen masuk tetapi masih kurang")}
    )
    _tulis(
        h.mundur,
        n,
        {
            "kurang": _("{n} dokumen ternyata kurang"),
            "tidak_ada": _("{n} dokumen ternyata tidak ada"),
            "hilang": _("{n} dokumen keluar dari daftar"),
        },
    )
    _tulis(h.lain, n, {"belum_diperiksa": _("{n} dokumen menunggu diperiksa")})
    berstatus = {s.kode for s in baris if s.jenis == "dokumen" and s.utama}
    rinci = {s.kode for s in baris if s.jenis in ("dokumen", "kaitan")} - berstatus
    if rinci:
        h.lain.append(_("keterangan {n} dokumen diperbarui").format(n=len(rinci)))


def _kegiatan(h: Hitungan, baris: Sequence[Selisih]) -> None:
    def jenis(s: Selisih) -> str:
        if s.keadaan == HILANG:
            return "hilang"
        if s.sesudah == BERJALAN:
            return "baru" if s.keadaan == BARU else "lagi" if s.sebelum == TERHAMBAT else "mulai"
        return {SELESAI: "selesai", TERHAMBAT: "terhambat"}.get(
            int(s.sesudah or 0), "baru" if s.keadaan == BARU else "kembali"
        )

    n = _banyak(baris, "kegiatan", jenis)
    _tulis(h.maju, n, {"selesai": _("{n} kegiatan selesai")})
    _tulis(
        h.mundur,
        n,
        {
            "terhambat": _("{n} kegiatan menjadi terhambat"),
            "kembali": _("{n} kegiatan kembali belum dimulai"),
            "hilang": _("{n} kegiatan keluar dari RAD"),
        },
    )
    _tulis(
        h.lain,
        n,
        {
            "mulai": _("{n} kegiatan mulai berjalan"),
            "lagi": _("{n} kegiatan berjalan lagi"),
            "baru": _("{n} kegiatan baru dicatat"),
        },
    )
    _rinci(h, baris, "kegiatan")


def _keputusan(h: Hitungan, baris: Sequence[Selisih]) -> None:
    def jenis(s: Selisih) -> str:
        if s.keadaan == HILANG:
            return "hilang"
        return {SELESAI: "ditepati", TERHAMBAT: "terhambat", BATAL: "batal", BERJALAN: "berjalan"}.get(
            int(s.sesudah or 0), "" if s.keadaan == BARU else "kembali"
        )

    n = _banyak(baris, "keputusan", jenis)
    _tulis(h.maju, n, {"ditepati": _("{n} keputusan ditepati")})
    _tulis(
        h.mundur,
        n,
        {
            "terhambat": _("{n} keputusan menjadi terhambat"),
            "batal": _("{n} keputusan dibatalkan"),
            "kembali": _("{n} keputusan kembali belum dikerjakan"),
            "hilang": _("{n} keputusan keluar dari catatan"),
        },
    )
    _tulis(h.lain, n, {"berjalan": _("{n} keputusan sedang dikerjakan")})
    baru = sum(s.jenis == "keputusan" and s.keadaan == BARU for s in baris)
    if baru:
        h.lain.append(_("{n} keputusan baru dicatat").format(n=baru))
    _rinci(h, baris, "keputusan")


def _rinci(h: Hitungan, baris: Sequence[Selisih], jenis: str) -> None:
    """Count what moved within rows: work done, dates, the rest; work done goes with a status that moved too."""
    ada: dict[str, set[str]] = {}
    berstatus = {s.kode for s in baris if s.jenis == jenis and s.utama}
    for s in baris:
        if s.jenis != jenis or s.utama or (s.kode in berstatus and s.id.endswith(":realisasi")):
            continue
        bagian, naik = s.id.rpartition(":")[2], (s.sesudah or 0.0) > (s.sebelum or 0.0)
        arah = {"realisasi": "tambah" if naik else "kurang", "tenggat": "mundur" if naik else "maju"}
        ada.setdefault("lain" if s.disamarkan else arah.get(bagian, "lain"), set()).add(s.kode)
    n = Counter({k: len(v) for k, v in ada.items()})
    nama = {"kegiatan": _("kegiatan"), "keputusan": _("keputusan")}[jenis]
    _tulis(
        h.lain,
        n,
        {
            "tambah": _("realisasi {n} {nama} bertambah"),
            "kurang": _("realisasi {n} {nama} berkurang"),
            "mundur": _("tenggat {n} {nama} mundur"),
            "maju": _("tenggat {n} {nama} maju"),
            "lain": _("rincian {n} {nama} diperbarui"),
        },
        nama,
    )


def _sisanya(h: Hitungan, baris: Sequence[Selisih]) -> None:
    n: Counter[str] = Counter()
    for s in baris:
        if s.jenis == "capaian":
            n["capaian"] += 1
        elif s.jenis == "wilayah":
            n["masuk" if (s.sesudah or 0.0) > (s.sebelum or 0.0) else "tarik"] += 1
        elif s.jenis == "jawaban":
            n["jawaban"] += 1
    _tulis(
        h.lain,
        n,
        {
            "capaian": _("{n} angka capaian diperbarui"),
            "masuk": _("jawaban masuk dari {n} wilayah"),
            "tarik": _("jawaban {n} wilayah ditarik"),
            "jawaban": _("jawaban wilayah atas {n} pertanyaan diperbaiki"),
        },
    )


def _banyak(baris: Sequence[Selisih], jenis: str, golongan: Callable[[Selisih], str]) -> Counter[str]:
    return Counter(golongan(s) for s in baris if s.jenis == jenis and s.utama)


def _tulis(ke: list[str], n: Counter[str], pola: dict[str, str], nama: str = "") -> None:
    ke += [teks.format(n=n[k], nama=nama) for k, teks in pola.items() if n[k]]
