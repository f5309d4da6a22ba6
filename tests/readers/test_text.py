"""Reports as they are pasted."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.readers.text import read

REPORT = """All news\r
\r
Estonia and Latvia settle dispute over ferry line\r
\r
The line will open in the spring,\u00a0Kask believes\r
\r
TALLINN, February 18. /BALT/. Estonia and Latvia  have settled it.\r
\r
"I hope so," the min\u0456ster said.\u200b\r
"""


def test_the_parts_are_recognised() -> None:
    found = read(REPORT, published_on=datetime.date(2020, 2, 19))
    assert found.title == "Estonia and Latvia settle dispute over ferry line"
    assert found.summary == "The line will open in the spring, Kask believes"
    assert (found.place, found.agency) == ("Tallinn", "BALT")
    assert found.dateline == "TALLINN, February 18. /BALT/."
    assert found.dated == datetime.date(2020, 2, 18)
    assert found.aside == ("All news",)


def test_the_body_keeps_its_words_and_loses_stray_spaces() -> None:
    assert read(REPORT).body == (
        'Estonia and Latvia have settled it.\n\n"I hope so," the min\u0456ster said.'
    )


def test_words_of_two_alphabets_are_pointed_out() -> None:
    assert read(REPORT).odd_words == ("min\u0456ster",)


def test_a_dateline_without_a_year_is_no_date() -> None:
    assert read(REPORT).dated is None


def test_december_published_in_january_is_of_the_year_before() -> None:
    text = "OSLO, December 30 (AP) - It snows."
    assert read(text, published_on=datetime.date(2021, 1, 2)).dated == datetime.date(2020, 12, 30)


def test_a_time_stamp_gives_the_year() -> None:
    text = (
        "Snow falls on the capital again\n\n3 January 2021, 10:15\n\nOSLO, January 3 (AP) - Snow."
    )
    assert read(text).dated == datetime.date(2021, 1, 3)


def test_an_impossible_day_is_no_date() -> None:
    text = "OSLO, February 30 (AP) - It snows."
    assert read(text, published_on=datetime.date(2021, 3, 2)).dated is None


def test_a_text_without_head_or_dateline_is_a_body() -> None:
    found = read("It snows.\n\nIt snows on.")
    assert (found.title, found.place, found.body) == ("", "", "It snows.\n\nIt snows on.")


def test_only_a_headline() -> None:
    found = read("Snow falls on the capital")
    assert (found.title, found.body) == ("Snow falls on the capital", "")


def test_html_pasted_as_text_is_reduced_to_its_paragraphs() -> None:
    html = (
        "<html><head><style>p {}</style></head><body><h1>Snow falls on the capital</h1>"
        "<script>x()</script><p>OSLO (AP) - It &amp; more <b>snows</b>.</p><p>Much.</p></body>"
    )
    found = read(html)
    assert (found.title, found.body) == (
        "Snow falls on the capital",
        "It & more snows.\n\nMuch.",
    )


def test_wrapped_lines_are_joined() -> None:
    assert read("It snows on the\nroofs of the\ncapital.").body == (
        "It snows on the roofs of the capital."
    )


@pytest.mark.parametrize("text", ["", " \n ", "\0", "\x01\x02", "\ufeff"])
def test_nothing_gives_nothing(text: str) -> None:
    found = read(text)
    assert (found.title, found.body) == ("", "")


def test_text_from_right_to_left_is_a_body() -> None:
    text = "قال الوزير إن المحادثات كانت مفيدة."
    assert read(text).body == text


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    found = read(text, published_on=datetime.date(2020, 1, 1))
    assert "\0" not in found.body + found.title + found.summary
    assert "\n\n\n" not in found.body
