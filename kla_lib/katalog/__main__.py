"""Write every catalogue anew: `make katalog`, after a text has been added, changed or removed."""

from kla_lib.bahasa import BAHASA, _, path_katalog
from kla_lib.katalog.pungut import gather_teks
from kla_lib.katalog.susun import read_terjemahan, write_katalog


def main() -> int:
    """Refresh the catalogues; exit with 1 while a text has no translation."""
    teks, kurang = gather_teks(), 0
    for kode in BAHASA:
        if kode == "id":
            continue
        path = path_katalog(kode)
        lama = read_terjemahan(path)
        write_katalog(path, kode, teks, lama)
        belum = [t for t in teks if not lama.get(t)]
        kurang += len(belum)
        print(
            _("{kode}: {n} teks, {belum} belum diterjemahkan, {hapus} dihapus").format(
                kode=kode, n=len(teks), belum=len(belum), hapus=len(set(lama) - set(teks))
            )
        )
        print("".join(f"  {t}\n" for t in belum), end="")
    return 1 if kurang else 0


if __name__ == "__main__":
    raise SystemExit(main())
