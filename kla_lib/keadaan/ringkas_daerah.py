"""Cut from a meeting what a view over many regions keeps of it."""

from binascii import crc32

import numpy as np

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.rules.kerja import AnggapanKerja, load_kerja
from kla_lib.scoring.dokumen.pemulihan import TAHAP_VERIFIKASI, URUTAN_TAHAP, pemulihan
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.dokumen.triase import triase
from kla_lib.scoring.nilai.hasil import Hasil, score
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.provinsi.bantuan import Bantuan, bantuan_dokumen, bantuan_pemulihan
from kla_lib.scoring.provinsi.periksa import DaftarPeriksa, daftar_periksa
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah
from kla_lib.tabel.nama import kunci_nama

BENIH_TERBESAR = 2**31


def ringkas_daerah(keadaan: Keadaan, jam_bantuan: float, periksa: str | None) -> RingkasDaerah:
    """Return the summary of a region; KlaError where its book has no marks at the meeting's stage.

    periksa: the stage for which a verifier's list is made, None for none.
    """
    k, hasil = keadaan, keadaan.hasil_wajib
    nilai = {t: hasil if t == hasil.tahap else _hasil(k, t) for t in k.buku.tahap_tersedia()}
    em = nilai.get("em")
    terperiksa = next((t for t in reversed(URUTAN_TAHAP[1:]) if t in nilai), "")
    anggapan = load_kerja(k.params, k.buku.keterangan.tahun_evaluasi)
    return RingkasDaerah(
        id=k.daerah.id,
        nama=k.daerah.nama,
        contoh=k.buku.keterangan.contoh,
        tahap=hasil.tahap,
        diklaim=hasil.diklaim,
        terdukung=hasil.terdukung,
        klaim=_kosong(len(hasil.pertanyaan)) if em is None else em.pertanyaan["nilai"].to_numpy(dtype=float),
        klaim_klaster=_kosong(len(hasil.klaster)) if em is None else em.klaster["nilai"].to_numpy(dtype=float),
        periksa_klaster=nilai[terperiksa].klaster["nilai"].to_numpy(dtype=float) if terperiksa else None,
        status=None if hasil.terdukung is None else tuple(hasil.pertanyaan["status"]),
        jenis=_jenis(k),
        judul=frozenset(map(kunci_nama, _kolom_dokumen(k, "judul"))),
        berkas=frozenset(_kolom_dokumen(k, "hash")),
        perkiraan=k.perkiraan,
        dipegang="" if k.perkiraan is None else k.kategori_dipegang,
        bantuan=_bantuan(k, jam_bantuan, anggapan),
        periksa=None if periksa is None else _periksa(k, nilai, periksa, anggapan),
        total=_total(k),
    )


def _kosong(banyak: int) -> Larik:
    return np.full(banyak, np.nan)


def _hasil(k: Keadaan, tahap: str) -> Hasil:
    b = k.buku
    if b.penilaian is None:
        raise ValueError("no marks, so nothing to score")
    return score(b.penilaian, tahap, b.instrumen, k.kategori, b.dokumen_pertanyaan, b.data_dukung)


def _jenis(k: Keadaan) -> dict[str, tuple[int, int]]:
    d = k.buku.data_dukung
    if d is None:
        return {}
    per_jenis = (d["status"] != LENGKAP).groupby(d["jenis"])
    return {str(j): (len(belum), int(belum.sum())) for j, belum in per_jenis}


def _kolom_dokumen(k: Keadaan, kolom: str) -> list[str]:
    """Return what a column of the register holds, empty cells left out."""
    d = k.buku.data_dukung
    return [] if d is None else [str(isi) for isi in d[kolom].dropna()]


def _total(k: Keadaan) -> Larik | None:
    if k.susunan is None:
        return None
    benih = crc32(k.daerah.id.encode()) % BENIH_TERBESAR
    return k.ramalan.terpisah(benih).total(k.susunan).astype(np.float32)


def _bantuan(k: Keadaan, jam: float, anggapan: AnggapanKerja) -> Bantuan | None:
    """Return what a day brings: with documents before a verifier has come, with what was taken away after that."""
    if k.susunan is None:
        return None
    undian = k.ramalan.undian[k.setelan]
    if k.rapat.tahap in TAHAP_VERIFIKASI:
        bisa = pemulihan(k.buku, k.rapat.tahap, k.kategori, anggapan, k.jenis_celah, k.penentu).bisa
        return bantuan_pemulihan(k.susunan, undian, bisa, k.kategori, jam)
    d = k.buku.data_dukung
    if d is None:
        return None
    jenis = dict(zip(kolom_kode(k.jenis_celah), k.jenis_celah["jenis"], strict=True))
    judul = dict(zip(d["id_dokumen"], d["judul"], strict=True))
    return bantuan_dokumen(k.susunan, undian, jenis, judul, anggapan.jam, k.kategori, jam)


def _periksa(k: Keadaan, nilai: dict[str, Hasil], tahap: str, anggapan: AnggapanKerja) -> DaftarPeriksa | None:
    """Return what is left to look at, from the points of the last stage before `tahap`; None without any."""
    dari = next((t for t in reversed(URUTAN_TAHAP[: URUTAN_TAHAP.index(tahap)]) if t in nilai), None)
    if dari is None:
        return None
    sudah = set()
    if tahap in nilai:
        p = nilai[tahap].pertanyaan
        sudah = set(p.loc[p["tercatat"], ["indikator", "pertanyaan"]].itertuples(index=False, name=None))
    dokumen = {kode: [str(d.judul) for d in semua] for kode, semua in k.penentu.items()}
    return daftar_periksa(triase(k.buku, nilai[dari], anggapan, k.penentu), tahap, dari, dokumen, sudah)
