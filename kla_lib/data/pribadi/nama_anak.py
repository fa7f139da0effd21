"""Recognise what is most likely the name of a child in a sentence: after a word that announces one, or with an age.

Cautious on purpose: a name that stands alone cannot be told from a title.
"""

import re

KATA = re.compile(r"\w+")


def _kata(teks: str) -> list[str]:
    return [k.casefold() for k in KATA.findall(teks)]


NAMA = r"(?P<nama>[A-Z][\w'’.-]*)"
ORANG = "korban|anak|siswa|siswi|murid|santri|balita|bayi|pasien|pelaku|saksi"
SEBUTAN = r"an\.|a\.\s?n\.?|a/n|atas\s{1,3}nama|(?:ber)?inisial|bernama"
SEKOLAH = "TK|PAUD|RA|KB|SD|MI|SMP|MTS|SMA|SMK|MA|SLB|ABK|ABH"
"""Capital letters behind a word for a person that are no initials."""
PENANDA = re.compile(rf"\b(?i:ananda|bernama|(?:{ORANG})\s{{1,3}}(?:{SEBUTAN}))\s{{0,3}}:?\s{{0,3}}(?<!\w){NAMA}")
"""Words that announce a name, in any case, before a word with a capital letter."""
ANGKA_USIA = r"(?:usia|umur)?\s{0,3}(?:\d|1[0-8])\s{0,3}"
TAHUN, BULAN = r"(?:th|thn|tahun)\b", r"(?:bl|bln|bulan)\b"
KELAMIN = r"(?:lk|pr|l|p|laki-laki|perempuan)"
USIA = re.compile(
    rf"[(\[]\s{{0,3}}(?:{KELAMIN}\s{{0,3}}[,/]\s{{0,3}})?(?:{ANGKA_USIA}(?:{TAHUN}|(?P<bulan>{BULAN}))"
    rf"|(?:usia|umur)\s{{1,3}}(?:\d|1[0-8]))\.?\s{{0,3}}(?:[,/;][^()\[\]]{{0,30}})?[)\]]",
    re.IGNORECASE,
)
"""An age in brackets, such as (12 th), [usia 12], (L, 12 tahun) or (12 th, kelas 6)."""
KATA_NAMA = re.compile(r"[A-Z][a-z'’]+(?:-[A-Z][a-z'’]+)*|(?:[A-Z]\.)+")
"""A word with a capital letter, or initials."""
KATA_KAPITAL = re.compile(r"[A-Z'’]{3,}")
BUKAN_INISIAL = r"(?!(?:D\.\s?I|R\.\s?I|A\.\s?N)\.)"
INISIAL = re.compile(
    rf"\b(?i:{ORANG})\s{{1,3}}{BUKAN_INISIAL}[A-Z]\.\s?[A-Z]\."
    rf"|\b{BUKAN_INISIAL}[A-Z]\.\s?[A-Z]\.(?:\s?[A-Z]\.)?,?\s{{0,3}}(?i:{ANGKA_USIA}{TAHUN})"
    rf"|\b(?i:{ORANG})\s{{1,3}}(?!(?:{SEKOLAH})\b)[A-Z]{{1,3}},?\s{{0,3}}[(\[]?\s{{0,3}}(?i:{ANGKA_USIA}{TAHUN})"
    r"|(?i:inisial)\W{0,3}[A-Za-z]\.\s?[A-Za-z]\."
)
"""Initials after a word for a person, or before an age: "anak R.S., 14 tahun", "korban MK (14 th)"."""
JANGKAUAN = 80
"""How many characters before a marker or an age are looked at."""
BUKAN_ORANG = frozenset(
    _kata(
        """
        tk paud ra kb sd mi smp mts sma smk slb sekolah posyandu rsia klinik yayasan lembaga panti lksa
        daycare taman forum program inovasi aplikasi kegiatan gerakan layanan sistem kelompok komunitas tim
        unit posko gedung ruang rumah situs kanal laman dokumen berkas aksi lomba buku modul media radio
        desa kelurahan kecamatan jalan
        """
    )
)
"""Words after which "Ananda …" or "bernama …" names a thing."""
JABATAN = frozenset(
    _kata(
        """
        wali walikota bupati gubernur menteri presiden kepala sekretaris sekda camat lurah ketua direktur
        asisten kabid kasi kasubag plt plh pj dinas badan bagian kantor kota kabupaten kecamatan kelurahan
        desa pemerintah pemkot pemkab negara republik forum tim gugus komisi pengadilan kejaksaan polres
        polsek unit
        """
    )
)
"""Words that begin an office or a title, not a name."""
BUKAN_NAMA = JABATAN | frozenset(
    _kata(
        """
        rencana aksi daerah nasional strategis program kegiatan pelatihan perjanjian kerja sama kontrak izin
        sertifikat masa jangka waktu periode berlaku retensi durasi usia umur kelas anak remaja balita bayi
        siswa siswi pelajar dewasa dini sekolah dasar menengah pertama atas tingkat kelompok tahap jenjang
        perlindungan pengasuhan layak ramah peraturan keputusan laporan data dokumen arsip tahunan
        pembangunan panjang pendek pendidikan kesehatan wajib belajar berkebutuhan khusus berhadapan hukum
        putus terlantar jalanan yatim piatu asuh didik penyandang disabilitas puspaga imunisasi laki
        perda perwal perbup perpres pergub permen renstra renja rkpd rpjmd
        perempuan korban pelaku saksi pidana penjara hukuman minimal maksimal batas rata
        """
    )
)
"""Words before a number of years that is no age, or the age of nobody in particular."""


def has_nama_anak(teks: str) -> bool:
    """Return whether a text holds what looks like a child's name."""
    return (
        any(_penanda(teks, m) for m in PENANDA.finditer(teks))
        or INISIAL.search(teks) is not None
        or any(_berusia(teks[max(0, m.start() - JANGKAUAN) : m.start()], m["bulan"]) for m in USIA.finditer(teks))
    )


def _penanda(teks: str, m: re.Match[str]) -> bool:
    sebelum = _kata(teks[max(0, m.start() - JANGKAUAN) : m.start()])
    return _kata(m["nama"])[0] not in JABATAN and not (sebelum and sebelum[-1] in BUKAN_ORANG)


def _berusia(sebelum: str, bulan: str | None) -> bool:
    """Return whether the words before an age can be a name: all with a capital, none of them known as no name.

    In capitals only they must be two: one is an abbreviation.  Months are rather the time that a work
    takes, unless a word for a person stands before the name.
    """
    kata = _kata(" ".join(_ekor(sebelum, KATA_NAMA)))
    if not kata and len(kapital := _ekor(sebelum, KATA_KAPITAL)) > 1:
        kata = _kata(" ".join(kapital))
    orang = ORANG.split("|")
    if bulan and not set(_kata(sebelum)) & set(orang):
        return False
    if len(kata) > 1 and kata[0] in orang:
        kata = kata[1:]
    return bool(kata) and not BUKAN_NAMA & set(kata)


def _ekor(teks: str, pola: re.Pattern[str]) -> list[str]:
    """Return the words at the end of a text that a pattern fits, at most five."""
    hasil: list[str] = []
    for kata in reversed(teks.split()[-5:]):
        if not pola.fullmatch(kata):
            break
        hasil.insert(0, kata)
    return hasil
