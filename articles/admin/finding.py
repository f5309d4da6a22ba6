"""Where statements are looked for from the search box of their list.

What is public is found by the index, as readers find it; what is not, which no index has, by the
database. To read the words of a whole archive in the database would take seconds.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import QueryDict

from articles.filters import StatementFilter
from articles.models import Article, Statement
from articles.search.searching import first_ids

MOST = 1_000  # of the public ones, and of the others


def public_with(term: str) -> tuple[int, list[int]]:
    """How many public statements readers find by it, and the keys of the first MOST.

    index.NotReady while there is no index.
    """
    data = QueryDict(mutable=True)
    data["q"] = term
    filters = StatementFilter(data)
    filters.is_valid()
    return first_ids(filters.search, MOST)


def not_public() -> tuple[QuerySet, QuerySet]:
    """The other statements, in two parts, each of which an index leads to; the newest first."""
    waiting = Statement.objects.exclude(status=Statement.Status.CONFIRMED)
    hidden = Article.objects.exclude(status=Article.Status.PUBLISHED)
    confirmed = Statement.objects.filter(status=Statement.Status.CONFIRMED, article__in=hidden)
    return waiting.order_by("-pk"), confirmed.order_by("-pk")
