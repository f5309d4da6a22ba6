"""A query that would be too much work is searched as far as it goes, and says so."""

import pytest

from articles.search import bounding
from tests import factories


@pytest.fixture
def archive(db):
    """A hundred statements that have all the common words, one with a rare one."""
    article = factories.article(body="of the state and the people", title="Headline")
    for _ in range(99):
        factories.statement(article=article)
    factories.statement("of the zebra and the state")


@pytest.fixture
def affords(monkeypatch):
    """`affords(n)`: work for n words that every record has, where words are quickly looked for."""
    monkeypatch.setattr(bounding, "OF_A_BEGINNING", 0)
    return lambda words: monkeypatch.setattr(
        bounding, "MOST_WORK", words * bounding.OF_A_WORD * 100
    )


def said(results):
    return [one.text for one in results.search.notices]


def test_a_phrase_of_words_that_are_too_common_is_searched_as_words(archive, ask, affords):
    affords(5)
    found = ask(words='"the of"')
    assert found.total == 100
    assert "The words of “the of” are too common to look where each" in said(found)[0]
    assert found.search.query.corrected == '"the of"'  # what was typed is not changed


def test_a_rare_word_beside_it_makes_the_same_phrase_affordable(archive, ask, affords):
    affords(5)
    found = ask(words='"of the" zebra')
    assert found.total == 1
    assert said(found) == []


def test_words_and_beginnings_beyond_what_is_affordable_are_left_out_by_name(archive, ask, affords):
    affords(2)
    found = ask(words="of OR the OR sta* OR peop*")
    assert "left out: “of”, “the”." in said(found)[0]
    assert found.total == 100


def test_one_word_is_always_searched(archive, ask, affords):
    affords(0)
    assert (ask(words="the").total, said(ask(words="the"))) == (100, [])


def test_words_near_each_other_cost_by_their_arrangements(archive, ask, affords):
    affords(25)
    assert said(ask(words='"of the"~3')) == []
    assert "too common" in said(ask(words='"of the state"~3'))[0]


def test_the_same_part_again_is_no_work(archive, ask, affords):
    affords(2)
    assert said(ask(words="the the the the (the OR the)")) == []


def test_many_beginnings_cost_something_each_whatever_they_find(archive, ask):
    many = " OR ".join(f"{first}{second}*" for first in "bcdfgh" for second in "bcdfgh")
    assert "left out" in said(ask(words=many))[0]
    assert said(ask(words="be* OR ca* OR sta*")) == []
