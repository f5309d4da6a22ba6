"""Records that a search found, from PostgreSQL, with the words of the search marked.

They come through the same `public()` as everywhere: what the index still has and the database has
not is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import QuerySet

from articles.models import Article, Statement

from . import highlight, text
from .language import Node

PREPARED_AFTER = 2  # times that a query was asked through a connection


def found(
    model: type[Statement] | type[Article], ids: list[int], node: Node | None = None
) -> list[Statement] | list[Article]:
    """The public records of these ids in their order, each with its `excerpt`: HTML with marks."""
    queryset: QuerySet = (
        Article.objects.public().select_related("source").prefetch_related("topics")
        if model is Article
        else Statement.objects.public().with_context()
    )
    with _planned_once():
        by_id = queryset.order_by().in_bulk(ids)
    return [_with_excerpt(by_id[pk], node) for pk in ids if pk in by_id]


@contextmanager
def _planned_once() -> Iterator[None]:
    """For a join that takes five times as long to plan as to answer.

    Django sends values within a query, which is then another each time; here they go beside it,
    and psycopg prepares it. Elsewhere Django's way is of use: a plan fits the values.
    """
    connection.ensure_connection()
    raw = connection.connection
    usual = raw.cursor_factory, raw.prepare_threshold
    raw.cursor_factory, raw.prepare_threshold = ServerBindingCursor, PREPARED_AFTER
    try:
        yield
    finally:
        raw.cursor_factory, raw.prepare_threshold = usual


def _with_excerpt(record, node: Node | None):
    words = record.words if isinstance(record, Statement) else _words_of(record)
    record.excerpt = highlight.excerpt(words, node, text.stemmer_of(record.language))
    return record


def _words_of(article: Article) -> str:
    return "\n\n".join(filter(None, (article.summary, article.body)))
