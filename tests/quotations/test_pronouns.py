"""Whom pronouns mean: who was introduced, whose sex a possessive tells, who is spoken of."""

from .reading import speakers


def test_a_possessive_tells_the_sex_of_the_subject() -> None:
    text = (
        "Spokesman Ole Vik left.\n\nOutside, Analyn Bagu waited with a photo of her brother. "
        "He had called her twice, she said."
    )
    assert speakers(text) == ["Analyn Bagu"]


def test_somebody_introduced_at_the_end_of_a_sentence_goes_on() -> None:
    text = (
        "“We go,” said the lawyer, Rosa Duarte.\n\nThat drew a sharp reply from Justice Inés Holm. "
        "Nobody, she said, was leaving."
    )
    assert speakers(text)[-1] == "Inés Holm"


def test_an_age_makes_a_single_name_somebody() -> None:
    text = "Yembo, 19, has made up his mind, he says."
    assert speakers(text) == ["Yembo"]


def test_who_is_named_in_what_is_said_is_rarely_who_says_it() -> None:
    text = "Ole Vik met Per Dahl in Oslo. Nobody had invited Per Dahl, he said."
    assert speakers(text) == ["Ole Vik"]


def test_a_name_of_women_and_men_tells_no_sex() -> None:
    assert speakers("The lawyer, Kim Soto, hailed it. “We won,” she said.")[-1] == "Kim Soto"


def test_who_is_spoken_of_without_a_name_is_not_the_one_named_before() -> None:
    text = (
        "“It is fiction,” said the spokesman, Rex Holm.\n\n"
        "But the candidate himself brought it up. “They are after me,” he said."
    )
    assert speakers(text) == ["Rex Holm", None]


def test_whom_somebody_told_it_does_not_go_on() -> None:
    text = "“It is a threat,” he told Oslo's Ole Vik. He added that it was fine."
    assert speakers(text) == [None, None]


def test_he_is_not_whoever_asks_him() -> None:
    text = "Ole Vik spoke. {} by Senator Tom Hill, he said the plan was dead."
    assert speakers(text.format("Asked")) == ["Ole Vik"]
    assert speakers(text.format("Pressed")) == ["Ole Vik"]
    alone = "Questioned by retired judge Tom Hill, he said the plan was dead."
    assert speakers(alone) == [None]
