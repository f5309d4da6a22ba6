"""Statements by their words, for the search box of their list: public ones and those that wait.

What is public is found by the index, as readers find it; what is not, which no index has, by the
database. To read the words of a whole archive in the database would take seconds.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import QueryDict

from articles.filters import StatementFilter
from articles.models import Article, Statement
from articles.search.searching import Search, first_ids

MOST = 1_000  # of the public ones, and of the others


def statements_with(term: str) -> tuple[list[int], bool]:
    """Keys of the statements to list, and whether there are more of them than these.

    index.NotReady while there is no index.
    """
    total, public = first_ids(_as_readers(term), MOST)
    others = [
        pk
        for waiting in _not_public()
        for pk in waiting.filter(_holds(term)).values_list("pk", flat=True)[: MOST + 1]
    ]
    return [*public, *others[:MOST]], total > MOST or len(others) > MOST


def _as_readers(term: str) -> Search:
    data = QueryDict(mutable=True)
    data["q"] = term
    filters = StatementFilter(data)
    filters.is_valid()
    return filters.search


def _not_public() -> tuple[QuerySet, QuerySet]:
    """In two parts, each of which an index leads to; the newest first."""
    waiting = Statement.objects.exclude(status=Statement.Status.CONFIRMED)
    hidden = Article.objects.exclude(status=Article.Status.PUBLISHED)
    confirmed = Statement.objects.filter(status=Statement.Status.CONFIRMED, article__in=hidden)
    return waiting.order_by("-pk"), confirmed.order_by("-pk")


def _holds(term: str) -> Q:
    """Each word somewhere, as the search of any other list has it; or the permanent name."""
    found = Q()
    for word in term.split():
        found &= (
            Q(text__icontains=word)
            | Q(speaker__name__icontains=word)
            | Q(article__title__icontains=word)
        )
    return found
