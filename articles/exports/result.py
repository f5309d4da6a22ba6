"""A result to export: its records in order, read batch by batch, nothing held in between."""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Prefetch

from articles.citations import cited
from articles.citations.cited import Cited
from articles.models import Article, Statement
from articles.search.searching import Search
from articles.search.walking import Whole, whole

BATCH = 1000  # records


@dataclass(frozen=True)
class Result:
    """What a search found at one moment.

    The ids come from one state of the index; the records are read as they stand when their turn
    comes, so that one withdrawn meanwhile is left out. The permanent addresses begin with `site`.
    """

    search: Search
    moment: datetime.datetime
    site: str

    @cached_property
    def found(self) -> Whole:
        """index.NotReady while there is no index."""
        return whole(self.search)

    @property
    def total(self) -> int:
        return len(self.found.ids)

    @property
    def holds_articles(self) -> bool:
        return self.search.kind == "articles"

    def batches(self) -> Iterator[list[Any]]:
        """Statements or articles; a dozen queries at most for each batch."""
        for ids in in_batches(self.found.ids, BATCH):
            records = self._records().in_bulk(list(ids))
            yield [records[pk] for pk in ids if pk in records]

    def _records(self) -> Any:
        if self.holds_articles:
            articles = Article.objects.public().select_related("source")
            return articles.prefetch_related("topics").defer("body")
        # A speaker or an article is read once for all its statements of a batch: as columns of each
        # row, as with_context has them, they take half as long again.
        articles = Article.objects.select_related("source").defer("body", "summary")
        return Statement.objects.public().prefetch_related(
            Prefetch("article", articles),
            "speaker",
            "tenure__office__polity",
            "polity",
            "occasion",
            "topics",
        )

    def url(self, record: Statement | Article) -> str:
        return f"{self.site}{record.get_absolute_url()}"

    def cited(self, record: Statement | Article) -> Cited:
        make = cited.article if isinstance(record, Article) else cited.statement
        return make(record, self.url(record), self.moment.date())  # type: ignore[arg-type]


def in_batches(ids: array[int], size: int) -> Iterator[array[int]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
