"""Say one change in a reader's words: what it is, before, after, the difference."""

from collections.abc import Mapping

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.data.dokumen import sebut_butir
from kla_lib.keadaan.fakta_bentuk import HARI, URUTAN_STATUS, status_of, tanggal_of
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.perubahan import BARU, HILANG, Selisih
from kla_lib.views.rupa.sebutan import (
    poin,
    sebut_jenis_sumber,
    sebut_pertanyaan,
    sebut_status_dokumen,
    sebut_status_kerja,
)


class Penyebut:
    """Knows the words behind the ids of a book; without a book the ids stand for themselves."""

    def __init__(self, keadaan: Keadaan | None) -> None:
        self.keadaan = keadaan
        self._judul: dict[tuple[str, str], str] = {} if keadaan is None else _judul(keadaan)

    def apa(self, s: Selisih) -> str:
        """Return what changed: "Pertanyaan 21A/4a: …", "Dokumen D017: …, tanggal"."""
        judul = self._judul.get(("dokumen" if s.jenis == "kaitan" else s.tingkat, s.kode))
        pola = {
            "pertanyaan": _("Pertanyaan {kode}"),
            "indikator": _("Indikator {kode}"),
            "dokumen": _("Dokumen {kode}"),
            "kaitan": _("Dokumen {kode}"),
            "kegiatan": _("Kegiatan {kode}"),
            "keputusan": _("Keputusan {kode}"),
            "wilayah": _("Jawaban {kode}"),
        }
        if s.jenis == "capaian":
            return self._capaian(s)
        if s.jenis == "jawaban":
            return self._jawaban(s)
        if s.jenis in ("form", "bobot", "ambang", "anggapan"):
            return _aturan(s)
        if s.tingkat not in pola:
            return judul or s.kode
        nama = pola[s.tingkat].format(kode=s.kode)
        nama = f"{nama}: {judul}" if judul else nama
        rinci = self._rinci(s)
        return f"{nama} ({rinci})" if rinci else nama

    def _rinci(self, s: Selisih) -> str:
        if s.tingkat == "kaitan":
            return _("untuk pertanyaan {kode}").format(kode=s.id.rpartition(":")[2])
        if s.suara:
            opd = s.id.removeprefix(f"bentrok:{s.kode}:").rpartition(":")[0]
            return _("bentrok, jawaban {opd}").format(
                opd=opd if self.keadaan is None else self.keadaan.daerah.nama_opd(opd)
            )
        return "" if s.utama else sebut_rinci(s.id.rpartition(":")[2])

    def _jawaban(self, s: Selisih) -> str:
        tingkat, _batas, kode = s.kode.partition(":")
        judul = self._judul.get(("pertanyaan", kode))
        nama = _("Pertanyaan {kode}").format(kode=kode)
        pola = _("{nama}, {tingkat} yang menjawab ya") if s.id.endswith(":ya") else _("{nama}, jumlah dari {tingkat}")
        tingkat = {"kecamatan": _("kecamatan"), "kelurahan": _("kelurahan/desa")}.get(tingkat, tingkat)
        return pola.format(nama=f"{nama}: {judul}" if judul else nama, tingkat=tingkat)

    def _capaian(self, s: Selisih) -> str:
        ukuran, wilayah, tahun, sumber = s.id.removeprefix("capaian:").rsplit(":", 3)
        tempat = self.keadaan.daerah.nama_opd(wilayah) if self.keadaan is not None else wilayah
        if self.keadaan is not None and wilayah == self.keadaan.daerah.id:
            tempat = self.keadaan.daerah.nama
        return _("Capaian {ukuran}, {tempat} {tahun} ({sumber})").format(
            ukuran=ukuran, tempat=tempat, tahun=tahun, sumber=sebut_jenis_sumber(sumber)
        )

    def sebelum(self, s: Selisih) -> str:
        """Return what was there before."""
        if s.sebelum is None and s.keadaan == BARU:
            return _("belum ada")
        return _samar(s) or _isi(s, s.sebelum)

    def sesudah(self, s: Selisih) -> str:
        """Return what is there now."""
        if s.sesudah is None and s.keadaan == HILANG:
            return _("tidak ada lagi")
        return _samar(s) or _isi(s, s.sesudah)


def beda(s: Selisih) -> str:
    """Return the difference with its sign; days of a date that was moved; a dash where there is no number."""
    n = s.selisih
    if n is None or s.satuan in (*URUTAN_STATUS, "ya_tidak", "wajib"):
        return "–"
    if s.satuan == HARI:
        return (_("mundur {n} hari") if n > 0 else _("maju {n} hari")).format(n=format_angka(abs(n), 0))
    return tanda(n)


def tanda(n: float) -> str:
    """Return a number with its sign: "+8", "-2,5", "0"."""
    return f"+{format_angka(n)}" if n > 0 else format_angka(n)


def sebut_status(satuan: str, nilai: float) -> str:
    """Return a published status in a reader's words; the number where this version does not know it."""
    status = status_of(satuan, nilai)
    if status is None:
        return format_angka(nilai)
    return sebut_status_dokumen(status) if satuan == "status_dokumen" else sebut_status_kerja(status)


def sebut_rinci(bagian: str) -> str:
    """Return the name of a detail of a row."""
    nama: Mapping[str, str] = {
        "tahun": _("tahun dokumen"),
        "tanggal": _("tanggal dokumen"),
        "tautan": _("tautan"),
        "realisasi": _("realisasi"),
        "target": _("target"),
        "anggaran": _("anggaran"),
        "tenggat": _("tenggat"),
    }
    return nama[bagian] if bagian in nama else sebut_butir(bagian)


def _samar(s: Selisih) -> str:
    """Return what stands in the place of two numbers that differ by too few persons."""
    return _("disamarkan (beda kecil)") if s.disamarkan else ""


def _isi(s: Selisih, nilai: float | None) -> str:
    if nilai is None:
        return _("belum dicatat atau disamarkan") if s.jenis == "capaian" else _("belum dicatat")
    if s.satuan in URUTAN_STATUS:
        return sebut_status(s.satuan, nilai)
    if s.satuan == HARI:
        return format_tanggal(tanggal_of(nilai))
    if s.satuan == "ya_tidak":
        return _("ya") if nilai else _("tidak")
    if s.satuan == "wajib":
        return _("wajib") if nilai else _("tambahan")
    if s.satuan == "poin":
        return poin(nilai)
    if s.satuan == "tahun_dokumen":
        return str(int(nilai))
    if s.satuan == "rupiah":
        return _("Rp{n}").format(n=format_angka(nilai))
    if s.satuan == "anggapan":
        return format_angka(nilai)
    return f"{format_angka(nilai)} {s.satuan}".strip()


def _aturan(s: Selisih) -> str:
    if s.id.endswith(":di_atas"):
        return _("Ambang {kode}: hanya di atasnya").format(kode=s.kode)
    return {
        "form": _("Form {kode}"),
        "bobot": _("Nilai maksimal {kode}"),
        "ambang": _("Ambang {kode}"),
        "anggapan": _("Anggapan {kode}"),
    }[s.jenis].format(kode=s.kode)


def _judul(keadaan: Keadaan) -> dict[tuple[str, str], str]:
    """Return the words of the form and of the current book by level and code."""
    f, b = keadaan.instrumen, keadaan.buku
    judul: dict[tuple[str, str], str] = {("klaster", k.id): k.judul_pendek for k in f.klaster}
    judul |= {("indikator", r.indikator): _(r.nama_pendek) for r in f.indikator.itertuples(index=False)}
    judul |= {
        ("pertanyaan", kode_pertanyaan(r.indikator, r.pertanyaan)): sebut_pertanyaan(r.label, r.terbalik)
        for r in f.pertanyaan.itertuples(index=False)
    }
    for tingkat, tabel, kunci, kata in (
        ("dokumen", b.data_dukung, "id_dokumen", "judul"),
        ("kegiatan", b.rad, "id_kegiatan", "kegiatan"),
        ("keputusan", b.tindak_lanjut, "id_keputusan", "keputusan"),
        ("wilayah", b.wilayah, "kode_wilayah", "nama"),
    ):
        if tabel is not None:
            judul |= {(tingkat, k): str(t) for k, t in zip(tabel[kunci], tabel[kata], strict=True)}
    return judul
