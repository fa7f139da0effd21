"""Write the example book from the command line."""

from kla_lib.contoh.buat.buku import main

main()
