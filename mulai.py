"""Prepare the workbook on a new machine, with nothing but Python itself, and then run it.

    python mulai.py                     environment, then the example meeting
    python mulai.py lab                 environment, then any command of kla: here `kla lab`
    python mulai.py --siapkan           environment only
    python mulai.py --isi FOLDER        fill a folder with all packages, for machines without a network
    python mulai.py --dari FOLDER       install from such a folder
    python mulai.py --indeks ALAMAT     install from a mirror

Whatever was prepared once is not prepared again while requirements.lock and pyproject.toml stay as they are.
Nothing here needs a new Python, so that an old one can say which it needs.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

PROYEK = Path(__file__).resolve().parent
PYTHON_TERTUA = (3, 11)
CONTOH = ("run", "params/rapat/ogan-ilir-2024.yaml")
BERKAS = ("requirements.lock", "pyproject.toml")


class GagalError(Exception):
    """What keeps us from going on, in a sentence for whoever started this."""


def path_python(lingkungan):
    """Return the Python of an environment."""
    if os.name == "nt":
        return lingkungan / "Scripts" / "python.exe"
    return lingkungan / "bin" / "python"


def sidik(proyek=PROYEK):
    """Return the hash of what an environment is made from."""
    h = hashlib.sha256()
    for nama in BERKAS:
        h.update((proyek / nama).read_bytes())
    return h.hexdigest()


def is_siap(proyek=PROYEK):
    """Whether the environment is there and made from the present files; its mark is written last.

    An empty mark is that of an earlier version, and holds as long as it is newer than the files.
    """
    tanda = proyek / ".venv" / "siap"
    try:
        isi_tanda = tanda.read_text(encoding="utf-8").strip()
        baru = all(tanda.stat().st_mtime >= (proyek / nama).stat().st_mtime for nama in BERKAS)
    except OSError:
        return False
    return (isi_tanda == sidik(proyek) if isi_tanda else baru) and path_python(proyek / ".venv").exists()


def pilihan_asal(dari=None, indeks=None):
    """Return how pip is told where packages come from: a folder alone, a mirror, or as it is set up."""
    if dari is not None:
        return ["--no-index", "--find-links", str(dari)]
    return ["--index-url", indeks] if indeks else []


def perintah_pasang(python, asal, proyek=PROYEK):
    """Return the commands that install the packages of the lock, and then this project."""
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return [
        [*pip, *asal, "--require-hashes", "-r", str(proyek / "requirements.lock")],
        [*pip, "--no-index", "--no-deps", "--no-build-isolation", "-e", str(proyek)],
    ]


def perintah_isi(folder, proyek=PROYEK, indeks=None):
    """Return the command that fills a folder with the packages of the lock, for machines like this one."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    lock = ["--require-hashes", "-r", str(proyek / "requirements.lock")]
    return [*pip, *pilihan_asal(None, indeks), "--only-binary", ":all:", *lock, "-d", str(folder)]


def check_dari(dari):
    """Refuse a folder of packages that holds none."""
    if not dari.is_dir():
        raise GagalError(f"{dari}: folder ini tidak ada. Isi di komputer berjaringan: python mulai.py --isi FOLDER")
    if not any(p.suffix == ".whl" for p in dari.iterdir()):
        raise GagalError(f"{dari}: tidak ada paket (.whl) di folder ini. Isi dahulu: python mulai.py --isi {dari}")


def siapkan(proyek=PROYEK, dari=None, indeks=None):
    """Make the environment anew; return False where it was ready already."""
    if is_siap(proyek):
        return False
    if dari is not None:
        check_dari(dari)
    venv = proyek / ".venv"
    print("Menyiapkan lingkungan Python di .venv; beberapa menit, sekali saja.", flush=True)
    jalankan([sys.executable, "-m", "venv", "--clear", str(venv)], "Lingkungan Python tidak bisa dibuat.")
    for perintah in perintah_pasang(path_python(venv), pilihan_asal(dari, indeks), proyek):
        jalankan(
            perintah,
            "Paket tidak bisa dipasang. Periksa jaringan, atau pasang dari folder: python mulai.py --dari FOLDER",
        )
    (venv / "siap").write_text(sidik(proyek) + "\n", encoding="utf-8")
    return True


def isi(folder, proyek=PROYEK, indeks=None):
    """Fill a folder with all packages; what is in it already and fits is not fetched again."""
    folder.mkdir(parents=True, exist_ok=True)
    jalankan(perintah_isi(folder, proyek, indeks), "Paket tidak bisa diunduh. Periksa jaringan, lalu ulangi.")
    print(
        f"{len(list(folder.glob('*.whl')))} paket di {folder}. Bawa folder ini, lalu: python mulai.py --dari {folder}"
    )


def jalankan(perintah, salah):
    """Run a command; what it prints is seen as it comes."""
    if subprocess.run(perintah, check=False).returncode:
        raise GagalError(salah)


def kla(argumen, proyek=PROYEK):
    """Run a command of kla in the environment and return its exit code; the example knows no work folder."""
    lingkungan = dict(os.environ)
    if tuple(argumen) == CONTOH:
        lingkungan["KLA_FOLDER"] = ""
    perintah = [str(path_python(proyek / ".venv")), "-m", "kla_lib.cli", *argumen]
    tempat = proyek if tuple(argumen) == CONTOH else None
    return subprocess.run(perintah, cwd=tempat, env=lingkungan, check=False).returncode


def main(argv=None):
    """Do what is asked and return the exit code."""
    if sys.version_info < PYTHON_TERTUA:
        print(
            "Diperlukan Python {}.{} atau lebih baru; ini {}. Dengan make: make run PYTHON=python3.11".format(
                *PYTHON_TERTUA, sys.version.split()[0]
            )
        )
        return 2
    p = argparse.ArgumentParser(prog="python mulai.py", description="Siapkan buku kerja KLA, lalu jalankan.")
    p.add_argument("--dari", type=Path, metavar="FOLDER", help="pasang dari folder paket, tanpa jaringan")
    p.add_argument("--indeks", metavar="ALAMAT", help="pasang dari cermin ini")
    p.add_argument("--isi", type=Path, metavar="FOLDER", help="isi folder paket, untuk komputer tanpa jaringan")
    p.add_argument("--siapkan", action="store_true", help="siapkan lingkungannya saja")
    p.add_argument("perintah", nargs=argparse.REMAINDER, metavar="PERINTAH", help="perintah kla; bawaannya contoh")
    args = p.parse_args(argv)
    try:
        if args.isi is not None:
            isi(args.isi, indeks=args.indeks)
            return 0
        siapkan(dari=args.dari, indeks=args.indeks)
    except GagalError as e:
        print(e, file=sys.stderr)
        return 1
    except OSError as e:
        tempat = e.filename or PROYEK
        print(f"{tempat}: tidak bisa ditulis ({e.strerror}). Periksa izin dan sisa ruang disk.", file=sys.stderr)
        return 1
    return 0 if args.siapkan else kla(args.perintah or CONTOH)


if __name__ == "__main__":
    sys.exit(main())
