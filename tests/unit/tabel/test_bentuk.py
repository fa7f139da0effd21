from kla_lib.tabel.bentuk import Bentuk, Kolom


def test_a_table_names_its_columns_in_the_order_in_which_they_are_declared() -> None:
    bentuk = Bentuk("Lembar", "lembar.csv", ("b",), (Kolom("b"), Kolom("a")))
    assert bentuk.nama_kolom == ("b", "a")
