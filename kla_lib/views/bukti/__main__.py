"""Write docs/bukti.md anew: `python -m kla_lib.views.bukti`, after a row of params/bukti has changed."""

from kla_lib.bahasa import dalam_bahasa
from kla_lib.berkas import write_whole
from kla_lib.letak import FOLDER_PROYEK
from kla_lib.rules.params import params_bawaan
from kla_lib.views.bukti.halaman import BERKAS, halaman_bukti


def main() -> None:
    """Write the page of the shipped rows, in Indonesian."""
    with dalam_bahasa("id"):
        write_whole(FOLDER_PROYEK / BERKAS, halaman_bukti(params_bawaan()).encode())


if __name__ == "__main__":
    main()
