"""An index of the test's own, and a short way to ask it."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from articles.filters import ArticleFilter, StatementFilter
from articles.search import index
from articles.search.searching import Results, search

FILTERS = {"statements": StatementFilter, "articles": ArticleFilter}


@pytest.fixture
def ask(db, empty_index):
    """`ask("q=peace&year=2019")` as an address asks; `words=` for a query by itself."""

    def ask(
        address: str = "", *, words: str = "", kind: str = "statements", **page: int
    ) -> Results:
        data = QueryDict(address, mutable=True)
        if words:
            data["q"] = words
        filters = FILTERS[kind](data)
        assert not filters.problems
        index.update()  # all of it, however slow the machine is: a request stops after a while
        return search(filters.search, **page)

    return ask


@pytest.fixture
def texts(ask):
    """The texts that a query finds, in their order."""
    return lambda words, address="": [one.text for one in ask(address, words=words).records]
