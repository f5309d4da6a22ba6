"""Bodies that speak: by their letters, through their reports, as \"it\" and \"the company\"."""

from .reading import speakers


def test_letters_mean_the_one_body_that_has_them() -> None:
    text = "The National Audit Office reported on Monday. The NAO found that costs had risen."
    assert speakers(text)[-1] == "National Audit Office"


def test_the_report_of_a_body_is_its_word() -> None:
    assert speakers("A National Audit Office report said costs had risen.") == [
        "National Audit Office"
    ]


def test_whoever_is_it_is_a_firm() -> None:
    text = (
        "Austar said it would close in May.\n\nThe company has promised help. “We care,” it said."
    )
    assert speakers(text)[-1] == "Austar"
