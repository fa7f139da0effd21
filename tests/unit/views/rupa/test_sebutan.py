"""How things are named in running text."""

from kla_lib.views.rupa.sebutan import sebut_pertanyaan


def test_a_reversed_question_says_which_answer_is_good_as_a_phrase_or_as_a_question() -> None:
    assert sebut_pertanyaan("% kec. ada gizi lebih", True) == "bebas dari: % kec. ada gizi lebih"
    assert sebut_pertanyaan("Masih ada penanganan digabung dewasa?", True) == (
        "Masih ada penanganan digabung dewasa? (yang baik: tidak)"
    )
    assert sebut_pertanyaan("Ada ruang laktasi?", False) == "Ada ruang laktasi?"
