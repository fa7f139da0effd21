"""Recognise a question that measures harm, of which less is better.

Sure: `arah` is turun_baik, or `terbalik` is ya (a "yes" is bad).  Only likely
("kemungkinan"): the form says neither, the label measures something (begins
with a number, share or "is there still …") and holds one of a short list of
words for harm, without a word for what is done against it.
"""

import re
from typing import Any

UKURAN = re.compile(
    r"\s*(%|persen|persentase|jumlah|banyak|angka|prevalensi|kasus|cakupan|berapa|ada\b|masih\b|apakah)", re.I
)
RUGI = re.compile(
    r"kematian|meninggal|stunting|wasting|underweight|gizi (buruk|kurang|lebih)|obesitas|kekerasan"
    r"|perkawinan (anak|usia)|pernikahan (anak|dini)|putus sekolah|tidak sekolah|pekerja anak|anak (yang )?bekerja"
    r"|penelantaran|telantar|iklan.*rokok|sponsor.*rokok|perokok|napza|narkoba|pornografi|perundungan|anak jalanan",
    re.I,
)
LAWAN = re.compile(
    r"tanpa|bebas|cegah|pencegahan|tangani|penanganan|layanan|terlayani|dilayani|turunkan|penurunan|upaya|mekanisme"
    r"|inovasi|kemitraan|program|sosialisasi|sop\b|korban .*mendapat|kebijakan|anggaran|pengaduan|pendataan|data\b"
    r"|lembaga",
    re.I,
)


def merugikan(pertanyaan: Any) -> bool:
    """Return whether the form itself says that less is better; pertanyaan: a row of the questions."""
    return pertanyaan.arah == "turun_baik" or pertanyaan.terbalik is True


def mungkin_merugikan(pertanyaan: Any) -> bool:
    """Return whether the label alone sounds like harm."""
    label = str(pertanyaan.label or "")
    return bool(UKURAN.match(label) and RUGI.search(label) and not LAWAN.search(label))
