"""The plain line: who, the words, when, where, which article, and the address that stays."""

import datetime

import pytest

from articles.citations import cited as records
from articles.citations import plain
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "https://archive.example/statements/abc/"
TODAY = datetime.date(2026, 3, 1)


def cited(statement) -> str:
    return plain.line(records.statement(statement, ADDRESS, TODAY))


def test_a_statement_is_cited_with_everything_that_is_known():
    russia = factories.polity(name="Russia")
    tenure = factories.tenure(
        speaker=factories.speaker(name="Sergey Lavrov"),
        office=factories.office(title="Minister for Foreign Affairs", polity=russia),
    )
    article = factories.article(
        body="“Yes,” he said.",
        title="Talks held",
        source=factories.source(name="TASS"),
        url="https://tass.example/1",
    )
    statement = factories.statement(
        "Yes,", article=article, speaker=tenure.speaker, tenure=tenure, place="Sochi"
    )
    assert cited(statement) == (
        "Sergey Lavrov, Minister for Foreign Affairs, Russia: “Yes”, 14 May 2019, Sochi. "
        "In: “Talks held”, TASS, 14 May 2019, https://tass.example/1. "
        "On the Record, https://archive.example/statements/abc/ (accessed 1 March 2026)."
    )


def test_a_speaker_who_is_not_known_is_not_guessed():
    statement = factories.statement("Yes.", attribution="a diplomat")
    assert cited(statement).startswith("Speaker not known (“a diplomat”): “Yes.”")


@pytest.mark.parametrize(
    ("date", "words"), [("2019-05", "May 2019"), ("2019", "2019"), ("", "undated")]
)
def test_dates_are_as_precise_as_they_are_known(date, words):
    article = factories.article(published=date)
    assert f"“The minister spoke of peace.”, {words}." in cited(
        factories.statement(article=article)
    )


def test_long_words_are_cut_between_words():
    words = "peace and prosperity " * 30
    line = cited(factories.statement(words.strip()))
    quoted = line[line.index("“") + 1 : line.index("”")]
    assert len(quoted) < records.LONGEST_QUOTATION + 3
    assert quoted.endswith(("peace …", "and …", "prosperity …"))


def test_what_lies_between_two_passages_is_marked_as_left_out():
    article = factories.article(body="“One,” he said. “Two.”")
    statement = factories.statement(["One,", "Two."], article=article)
    assert "“One, […] Two.”" in cited(statement)


def test_an_article_is_cited_by_headline_source_and_date():
    article = factories.article(title="Talks held", source=factories.source(name="TASS"))
    assert plain.line(records.article(article, ADDRESS, TODAY)) == (
        "“Talks held”, TASS, 14 May 2019. "
        "On the Record, https://archive.example/statements/abc/ (accessed 1 March 2026)."
    )
