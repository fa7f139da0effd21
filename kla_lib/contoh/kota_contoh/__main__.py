"""Write the example book from the command line."""

from kla_lib.contoh.kota_contoh.buku import main

main()
