"""Hand a meeting to a new colleague: who answered what, what of the field verification is open, what to do next."""

from typing import Any

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.data.bentuk import PENILAIAN
from kla_lib.data.kumpul.asal import kunci_teks
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.vlh import Vlh
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.pekerjaan.janji import TERBUKA
from kla_lib.scoring.vlh.kartu import rekap_kartu
from kla_lib.views.rupa.lembar import Lembar
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, daftar_bernomor, paragraf, pernyataan
from kla_lib.views.vlh.hari import sebut_kesiapan


def kalimat_serah(keadaan: Keadaan) -> Tampilan:
    """Return in a sentence what is handed over: offices, documents, open promises."""
    r, j = keadaan.register, keadaan.janji
    dokumen = (
        _("dokumen belum dicatat")
        if r is None
        else _("{n} dari {semua} dokumen lengkap").format(n=int((r["status"] == LENGKAP).sum()), semua=len(r))
    )
    janji = (
        _("janji belum dicatat")
        if j is None
        else _("{n} janji masih terbuka").format(n=int(j["keadaan"].isin(TERBUKA).sum()))
    )
    utama = _("Serah terima rapat {rapat}: {dokumen}, {janji}.").format(
        rapat=keadaan.rapat.id, dokumen=dokumen, janji=janji
    )
    return pernyataan(utama, [_data(keadaan)])


def _data(keadaan: Keadaan) -> str:
    tanggal = keadaan.buku.keterangan.tanggal_data
    if tanggal is None:
        return _("Tanggal data dalam buku tidak dicatat.")
    return _("Data dalam buku per {tanggal}.").format(tanggal=format_tanggal(tanggal))


def lembar_penjawab(keadaan: Keadaan) -> Lembar:
    """Return every question with the responsible office, its points, and from which file they came."""
    kolom = [
        Kolom("kode", _("Kode")),
        Kolom("label", _("Pertanyaan")),
        Kolom("kantor", _("Penanggung jawab")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("maks", _("Nilai maksimal"), angka=True),
        Kolom("berkas", _("Dijawab oleh, dari berkas")),
    ]
    asal = _asal_nilai(keadaan)
    baris: list[dict[str, Any]] = [
        {
            "kode": p.kode,
            "label": p.label,
            "kantor": ", ".join(keadaan.daerah.nama_opd(o) for o in p.opd) or None,
            "nilai": float(p.nilai) if p.tercatat else None,
            "maks": float(p.nilai_maksimal),
            "berkas": asal.get(kunci_teks((keadaan.rapat.tahap, p.klaster, p.indikator, p.pertanyaan))),
        }
        for p in keadaan.pertanyaan.itertuples(index=False)
    ]
    judul = _("Setiap pertanyaan dan yang menjawabnya")
    return Lembar(judul, kolom, baris, _("Form ini tidak memuat pertanyaan."), catatan=catatan_penjawab(keadaan))


def _asal_nilai(keadaan: Keadaan) -> dict[str, str]:
    """Return who answered each question in which file, by the key of its row, as `kla collect` kept it."""
    asal = keadaan.buku.asal
    if asal is None:
        return {}
    nilai = asal[(asal["lembar"] == PENILAIAN.lembar) & (asal["kolom"] == "nilai")]
    suara: dict[str, list[str]] = {}
    for r in nilai.itertuples(index=False):
        suara.setdefault(r.kunci, []).append(f"{keadaan.daerah.nama_opd(r.opd)}: {r.berkas}")
    return {kunci: "; ".join(dict.fromkeys(semua)) for kunci, semua in suara.items()}


def catatan_penjawab(keadaan: Keadaan) -> str:
    """Return that nobody knows from which file an answer came, where that is so; nothing otherwise."""
    if keadaan.buku.asal is not None:
        return ""
    return _("Buku ini tidak dikumpulkan dengan kla collect, jadi berkas asal tiap jawaban tidak diketahui.")


def keadaan_vlh(vlh: Vlh) -> Tampilan:
    """Return how far the field verification is: the rehearsal, the hours for mending, the requests."""
    r = rekap_kartu(vlh.kartu)
    latihan = _("Latihan verifikasi lapangan: {isi}.").format(isi=sebut_kesiapan(vlh, vlh.kunci))
    if not r.semua:
        return paragraf(latihan, _("Belum ada permintaan verifikator yang dicatat."))
    return paragraf(
        latihan,
        _("Permintaan verifikator: {n} dari {semua} terpenuhi.").format(n=format_angka(r.terpenuhi, 0), semua=r.semua),
    )


def langkah_berikutnya() -> Tampilan:
    """Return how the next meeting is run, in order, each step with its command."""
    return daftar_bernomor(
        [
            _("Kirim lembar isian ke kantor: kla template."),
            _("Taruh berkas yang kembali di folder kembali/, lalu gabungkan: kla collect."),
            _("Bila provinsi sudah menilai, masukkan nilai dan catatannya: kla return FILE --tahap va."),
            _("Periksa buku: kla check. Perbaiki semua yang disebutnya."),
            _("Salin berkas rapat terakhir di folder rapat/, beri id dan tanggal baru; sebelumnya: id rapat lama."),
            _("Terbitkan halaman, lembar, dan paparan: kla run. Bagikan folder keluarannya."),
            _("Isi keputusan.xlsx dalam rapat, lalu masukkan: kla decide."),
            _("Sebelum verifikasi lapangan: kla vlh; sesudah latihan dan setiap ada permintaan: kla vlh --terima."),
            _("Sebelum kita pindah tugas: kla serah."),
        ]
    )
