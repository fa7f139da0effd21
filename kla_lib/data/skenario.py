"""Check a scenario against the book that it is to change, and keep it in a file."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.compat import StringIO
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from kla_lib.bahasa import _, format_angka
from kla_lib.berkas import kesalahan_tulis, write_whole
from kla_lib.data.buku import Buku
from kla_lib.data.penilaian import Kode, maksimal_per_kode
from kla_lib.data.pribadi.pribadi import check_pribadi, check_teks
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.form.kode import kode_bagian, kode_pertanyaan
from kla_lib.rules.params import SKENARIO, Params
from kla_lib.rules.skenario import IsiSkenario, Skenario, load_skenario
from kla_lib.tabel.mentah import TabelMentah

TEPAT_JUMLAH = 1e-3
"""How far shares that name all siblings may miss 1: people round to three digits."""


def check_skenario(skenario: Skenario, buku: Buku, tahap: str) -> None:
    """Refuse a scenario that does not fit a book at a stage: all faults at once.

    Another data book of the same form is no fault: see `data_lain`.
    """
    nama = f"{skenario.nama}.yaml"
    if skenario.instrumen != buku.instrumen.id:
        raise KlaError(
            Kesalahan(
                "form",
                nama,
                _("skenario ini dibuat untuk form {lain}, buku data memakai form {form}").format(
                    lain=skenario.instrumen, form=buku.instrumen.id
                ),
                _("Buat skenario baru di atas buku data ini."),
                sel=_("kunci {kunci}").format(kunci="instrumen"),
            )
        )
    teks = {k: getattr(skenario, k) for k in ("penulis", "alasan")}
    salah = [*check_teks(nama, teks), *check_isi(skenario, buku, tahap, nama)]
    if salah:
        raise KlaError(salah)


def check_isi(isi: IsiSkenario, buku: Buku, tahap: str, nama: str) -> list[Kesalahan]:
    """Return what of a scenario does not fit a book at a stage; `nama` is the file it stands in."""
    return [
        *_check_bobot(isi.bobot, buku.instrumen, nama),
        *_check_nilai(isi.nilai, buku, tahap, nama),
        *_check_status(isi.status, buku, nama),
        *_check_berdokumen(isi.berdokumen, buku, tahap, nama),
    ]


def data_lain(skenario: Skenario, buku: Buku) -> bool:
    """Return whether the book's data are not those that the scenario was made on."""
    return skenario.hash_data != buku.hash


def save_skenario(params: Params, skenario: Skenario, ganti: bool = False) -> Path:
    """Write a scenario to its file and return the place.

    ganti: replace another scenario of that name, which is refused otherwise.
    Raises KlaError for personal data in its words, and where it cannot be written.
    """
    path = params.tempat(SKENARIO)[0] / f"{skenario.nama}.yaml"
    _check_pribadi(skenario)
    if path.is_file() and not ganti and _terbaca(params, path) != skenario:
        raise KlaError(
            Kesalahan(
                "skenario",
                nama_tampil(path),
                _("nama ini sudah dipakai skenario lain"),
                _("Pilih nama lain, atau centang kotak untuk menggantinya."),
            )
        )
    try:
        write_whole(path, to_yaml(skenario))
    except OSError as e:
        raise KlaError(kesalahan_tulis(nama_tampil(path), e.strerror or type(e).__name__)) from e
    return path


def to_yaml(skenario: Skenario) -> bytes:
    """Return the file of a scenario; codes stand in quotes, so that none is read as a number."""
    isi = CommentedMap()
    for kunci in ("nama", "penulis", "alasan", "dibuat", "instrumen", "hash_data", "bacaan"):
        isi[kunci] = getattr(skenario, kunci)
    isi["instrumen"] = DoubleQuotedScalarString(skenario.instrumen)
    for kunci in ("bobot", "nilai", "status"):
        daftar: Mapping[str, float | str] = getattr(skenario, kunci)
        if daftar:
            isi[kunci] = CommentedMap((DoubleQuotedScalarString(k), n) for k, n in daftar.items())
    if skenario.indeks:
        isi["indeks"] = CommentedMap(
            (nama, CommentedMap((DoubleQuotedScalarString(k), n) for k, n in bobot.items()))
            for nama, bobot in skenario.indeks.items()
        )
    if skenario.berdokumen:
        isi["berdokumen"] = CommentedSeq(DoubleQuotedScalarString(k) for k in skenario.berdokumen)
    yaml = YAML()
    yaml.width = 4096
    teks = StringIO()
    yaml.dump(isi, teks)
    return str(teks.getvalue()).encode()


def _terbaca(params: Params, path: Path) -> Skenario | None:
    try:
        return load_skenario(params, path)
    except KlaError:
        return None


def _check_pribadi(skenario: Skenario) -> None:
    kolom = ["nama", "penulis", "alasan"]
    tabel = pd.DataFrame([[getattr(skenario, k) for k in kolom]], columns=kolom, dtype=object)
    if check_pribadi(TabelMentah("", "", tabel, {})):
        raise KlaError(
            Kesalahan(
                "pribadi",
                f"{skenario.nama}.yaml",
                _("nama, penulis atau alasan memuat data pribadi: nomor identitas, telepon, surel atau nama anak"),
                _("Hapus data pribadi itu; sebut jabatan atau kantornya saja."),
            )
        )


def _check_bobot(bobot: Mapping[str, float], instrumen: Instrumen, nama: str) -> Iterable[Kesalahan]:
    saudara: list[list[str]] = [[k.id for k in instrumen.klaster]]
    saudara += [[i.kode for i in k.indikator] for k in instrumen.klaster if k.indikator]
    dikenal = [k for s in saudara for k in s]
    for kode in bobot:
        if kode not in dikenal:
            yield _kesalahan(
                nama, "bobot", kode, _("'{kode}' bukan klaster atau indikator").format(kode=kode), maksud(kode, dikenal)
            )
    for s in saudara:
        ada = [k for k in s if k in bobot]
        jumlah = sum(bobot[k] for k in ada)
        genap = len(ada) == len(s)
        if ada and (abs(jumlah - 1) > TEPAT_JUMLAH if genap else jumlah >= 1):
            pesan = (
                _("bobot {daftar} berjumlah {jumlah}, bukan 1")
                if genap
                else _("bobot {daftar} berjumlah {jumlah}, jadi tidak ada sisa untuk yang lain")
            ).format(daftar=", ".join(ada), jumlah=format_angka(jumlah, 4))
            yield _kesalahan(nama, "bobot", ada[0], pesan, _("Tulis bagian dari 1 yang bila dijumlahkan tepat 1."))


def _check_nilai(nilai: Mapping[str, float], buku: Buku, tahap: str, nama: str) -> Iterable[Kesalahan]:
    maks = {kode_bagian(k): (k, m) for k, m in maksimal_per_kode(buku.instrumen).items()}
    diisi = _kode_terisi(buku, tahap)
    bawah: dict[Kode, list[Kode]] = {}
    for k, _m in maks.values():
        for atas in _atasan(k):
            bawah.setdefault(atas, []).append(k)
    for kode, n in nilai.items():
        if kode not in maks:
            pesan = _("'{kode}' tidak ada di form").format(kode=kode)
            yield _kesalahan(nama, "nilai", kode, pesan, maksud(kode, maks))
            continue
        k, batas = maks[kode]
        if n > batas:
            pesan = _("nilai {nilai} melebihi nilai_maksimal {maks}").format(
                nilai=format_angka(n, 6), maks=format_angka(batas)
            )
            yield _kesalahan(
                nama, "nilai", kode, pesan, _("Tulis angka 0 sampai {maks}.").format(maks=format_angka(batas))
            )
        dobel = [a for a in _atasan(k) if kode_bagian(a) in nilai or a in diisi]
        if dobel:
            pesan = _("{atas} dinilai untuk keseluruhan, jadi bagiannya tidak bisa diubah sendiri").format(
                atas=kode_bagian(dobel[0])
            )
            yield _kesalahan(nama, "nilai", kode, pesan, _("Ubah satu tingkat saja per cabang."))
        if k[1] is None and k not in diisi and bawah.get(k):
            yield _kesalahan(
                nama,
                "nilai",
                kode,
                _("nilai klaster ini dijumlahkan dari bagiannya"),
                _("Ubah indikator atau pertanyaannya."),
            )


def _atasan(k: Kode) -> list[Kode]:
    klaster, indikator, pertanyaan = k
    atas: list[Kode] = [] if indikator is None else [(klaster, None, None)]
    return atas if pertanyaan is None else [*atas, (klaster, indikator, None)]


def _kode_terisi(buku: Buku, tahap: str) -> set[Kode]:
    """Return the codes at which the book records marks of a stage."""
    if buku.penilaian is None:
        return set()
    p = buku.penilaian[(buku.penilaian["tahap"] == tahap) & buku.penilaian["nilai"].notna()]
    return {
        (k, None if pd.isna(i) else i, None if pd.isna(s) else s)
        for k, i, s in zip(p["klaster"], p["indikator"], p["pertanyaan"], strict=True)
    }


def _check_status(status: Mapping[str, str], buku: Buku, nama: str) -> Iterable[Kesalahan]:
    ada = [] if buku.data_dukung is None else list(buku.data_dukung["id_dokumen"])
    for d in status:
        if d not in ada:
            saran = maksud(d, ada) if ada else _("Buku data ini belum memuat lembar Data dukung.")
            yield _kesalahan(nama, "status", d, _("dokumen '{id}' tidak ada di buku data").format(id=d), saran)


def _check_berdokumen(berdokumen: Iterable[str], buku: Buku, tahap: str, nama: str) -> Iterable[Kesalahan]:
    soal = {kode_bagian(k): k for k in maksimal_per_kode(buku.instrumen) if k[2] is not None}
    dokumen, diisi = _dokumen_per_kode(buku), _kode_terisi(buku, tahap)
    for kode in berdokumen:
        if kode not in soal:
            pesan = _("'{kode}' bukan pertanyaan di form").format(kode=kode)
            yield _kesalahan(nama, "berdokumen", kode, pesan, maksud(kode, soal))
            continue
        utuh = [a for a in _atasan(soal[kode]) if a in diisi]
        if kode in dokumen:
            pesan = _("pertanyaan ini sudah punya dokumen di buku data: {daftar}").format(
                daftar=", ".join(dokumen[kode])
            )
            yield _kesalahan(nama, "berdokumen", kode, pesan, _("Ubah status dokumennya di kunci status."))
        elif utuh:
            pesan = _("{atas} dinilai untuk keseluruhan, jadi dokumen bagiannya tidak menambah apa pun").format(
                atas=kode_bagian(utuh[0])
            )
            yield _kesalahan(nama, "berdokumen", kode, pesan, _("Hapus kode ini."))


def _dokumen_per_kode(buku: Buku) -> dict[str, list[str]]:
    """Return for each question that has any the documents that the book records."""
    hasil: dict[str, list[str]] = {}
    if buku.data_dukung is not None and buku.dokumen_pertanyaan is not None:
        for r in buku.dokumen_pertanyaan.itertuples(index=False):
            hasil.setdefault(kode_pertanyaan(r.indikator, r.pertanyaan), []).append(str(r.id_dokumen))
    return hasil


def _kesalahan(nama: str, kunci: str, kode: str, pesan: str, saran: str) -> Kesalahan:
    return Kesalahan("skenario", nama, pesan, saran, sel=_("kunci {kunci}").format(kunci=f"{kunci}, {kode}"))
