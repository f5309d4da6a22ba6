"""Rows of PostgreSQL into documents of the index. Only what is public is read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

from django.db.models import BigIntegerField
from django.db.models.functions import Cast, Extract, Floor

from articles.dates import PartialDate
from articles.models import Article, Speaker, SpeakerName, Statement, Topic

from . import schema, text

# The order of one kind by date, then by id, in one number: the day above, the id below.
_ID_BITS = 40
_LAST_ID = (1 << _ID_BITS) - 1
_AFTER_ALL_DAYS = datetime.date.max.toordinal()
_ID_BITS_OF_SECONDS = 30  # below the seconds since 1970; a longer id only orders within a second

# A number, since making moments of it would take a tenth of the work on a statement.
_SECONDS = Cast(Floor(Extract("changed_at", "epoch")), BigIntegerField())

Document = dict[str, Any]


@dataclass
class Documents:
    """The documents of one article; none when it is not public."""

    articles: list[Document] = field(default_factory=list)
    statements: list[Document] = field(default_factory=list)


def public_ids(after: int, limit: int) -> list[int]:
    """The next `limit` public articles' ids, ascending, greater than `after`."""
    found = Article.objects.public().filter(pk__gt=after).order_by("pk")
    return list(found.values_list("pk", flat=True)[:limit])


class Builder:
    """Makes documents, remembering the tree of topics and the names met, for one run."""

    def __init__(self) -> None:
        self._parents = dict(Topic.objects.values_list("pk", "parent"))
        self._names: dict[int, list[str]] = {}
        self._ancestors: dict[tuple[int, ...], list[int]] = {}

    def build(self, article_ids: Iterable[int]) -> Iterator[tuple[int, Documents]]:
        """Documents for each id given, in any order. Five queries, whatever the number."""
        ids = list(article_ids)
        articles = {row["pk"]: row for row in self._articles(ids)}
        statements = self._statements(list(articles))
        links = Article.topics.through.objects.filter(article__in=articles)
        topics = _grouped(links.values_list("article_id", "topic_id"))
        for pk in ids:
            if pk in articles:
                yield pk, self._documents(articles[pk], statements.get(pk, []), topics.get(pk, []))
            else:
                yield pk, Documents()

    def _articles(self, ids: list[int]) -> Iterable[dict[str, Any]]:
        return (
            Article.objects.public()
            .filter(pk__in=ids)
            .values(
                "pk",
                "source_id",
                "title",
                "summary",
                "body",
                "language",
                "published_on",
                "published_on_precision",
                changed=_SECONDS,
            )
        )

    def _statements(self, article_ids: list[int]) -> dict[int, list[dict[str, Any]]]:
        rows = list(
            Statement.objects.public()
            .filter(article__in=article_ids)
            .order_by("article_id", "position", "pk")
            .values(
                "pk",
                "article_id",
                "text",
                "attribution",
                "speaker_id",
                "polity_id",
                "tenure__office_id",
                "tenure__office__polity_id",
                "tenure__office__title",
                "office_as_printed",
                "occasion_id",
                "kind",
                "language",
                "said_on",
                "said_on_precision",
                changed=_SECONDS,
            )
        )
        self._learn_names({row["speaker_id"] for row in rows if row["speaker_id"]})
        links = Statement.topics.through.objects.filter(statement__article__in=article_ids)
        topics = _grouped(links.values_list("statement_id", "topic_id"))
        by_article: dict[int, list[dict[str, Any]]] = {}
        for row in rows:
            row["topics"] = topics.get(row["pk"], [])
            by_article.setdefault(row["article_id"], []).append(row)
        return by_article

    def _learn_names(self, speaker_ids: set[int]) -> None:
        unknown = speaker_ids - self._names.keys()
        if not unknown:
            return
        for speaker, name in Speaker.objects.filter(pk__in=unknown).values_list("pk", "name"):
            self._names[speaker] = [name]
        others = SpeakerName.objects.filter(speaker__in=unknown)
        for speaker, name in others.values_list("speaker_id", "name"):
            self._names[speaker].append(name)

    def _with_ancestors(self, topics: Iterable[int]) -> list[int]:
        own = tuple(topics)
        if own not in self._ancestors:
            self._ancestors[own] = self._climbed(own)
        return self._ancestors[own]

    def _climbed(self, topics: tuple[int, ...]) -> list[int]:
        found: set[int] = set()
        for topic in topics:
            above: int | None = topic
            while above is not None and above not in found:
                found.add(above)
                above = self._parents.get(above)
        return sorted(found) or [0]

    def _documents(
        self, article: dict[str, Any], rows: list[dict[str, Any]], topics: list[int]
    ) -> Documents:
        title = text.fold(article["title"])
        headline = _words("title", article["language"], title)
        statements = [self._statement(row, article, headline) for row in rows]
        about = self._article(article, title, topics, statements)
        return Documents([{**about, **headline}], statements)

    def _statement(
        self, row: dict[str, Any], article: dict[str, Any], headline: Document
    ) -> Document:
        names = _each(row["attribution"], *self._names.get(row["speaker_id"], ()))
        offices = _each(row["tenure__office__title"], row["office_as_printed"])
        return {
            "pk": row["pk"],
            "article": article["pk"],
            "speaker": row["speaker_id"] or 0,
            "polity": row["polity_id"] or row["tenure__office__polity_id"] or 0,
            "office": row["tenure__office_id"] or 0,
            "topic": self._with_ancestors(row["topics"]),
            "source": article["source_id"],
            "occasion": row["occasion_id"] or 0,
            "kind": row["kind"],
            "language": row["language"],
            **_dates(row["said_on"], row["said_on_precision"], row["pk"]),
            "changed": _changed(row),
            **_words("text", row["language"], text.fold(row["text"])),
            **headline,
            schema.NAMES: names,
            schema.OFFICES: offices,
        }

    def _article(
        self, article: dict[str, Any], title: str, topics: list[int], statements: list[Document]
    ) -> Document:
        """An article is also found by who speaks in it, for whom, how, and at what occasion."""
        words = "\n\n".join(filter(None, (article["summary"], article["body"])))
        quoted = {
            name: sorted({said[name] for said in statements}) or ([] if name == "kind" else [0])
            for name in ("speaker", "polity", "office", "occasion", "kind")
        }
        return {
            "pk": article["pk"],
            "article": article["pk"],
            **quoted,
            schema.NAMES: _all(said[schema.NAMES] for said in statements),
            schema.OFFICES: _all(said[schema.OFFICES] for said in statements),
            "topic": self._with_ancestors(topics),
            "source": article["source_id"],
            "language": article["language"],
            **_dates(article["published_on"], article["published_on_precision"], article["pk"]),
            "changed": _changed(article),
            # A headline is part of the text: as a field of its own, as short as it is, it would
            # put what it has far before what only the text has.
            **_words("text", article["language"], title, text.fold(words)),
        }


def _grouped(links: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for owner, linked in links:
        found.setdefault(owner, []).append(linked)
    return found


@lru_cache(maxsize=10_000)
def _each(*texts: str | None) -> list[str]:
    """Values of their own: a phrase does not run over from one to the next."""
    return sorted({text.fold(one) for one in texts if one})


def _all(lists: Iterable[list[str]]) -> list[str]:
    return sorted(set(chain.from_iterable(lists)))


def _words(name: str, language: str, *folded: str) -> Document:
    """As written and as stems. Several texts are values of their own."""
    stemmer = text.stemmer_of(language)
    found = {name: list(folded)}
    if stemmer:
        stemmed = [text.before_stemming(one, stemmer) for one in folded]
        found[schema.stemmed(name, stemmer)] = stemmed
    return found


def _dates(first: datetime.date | None, precision: str, pk: int) -> Document:
    """Numbers to filter, count and sort by; see `schema.DATES`."""
    numbers, newest, oldest = _of_day(first, precision)
    return {
        **numbers,
        # Descending by `newest` and ascending by `oldest`, records of one day come in the order
        # of their ids, and those without a date come last.
        "newest": (newest << _ID_BITS) + _LAST_ID - pk,
        "oldest": (oldest << _ID_BITS) + pk,
    }


@lru_cache(maxsize=10_000)
def _of_day(first: datetime.date | None, precision: str) -> tuple[dict[str, int], int, int]:
    """The numbers of a date, and the day by which it comes among the newest and the oldest."""
    date = PartialDate.from_columns(first, precision)
    if date is None:
        return {"year": 0, "month": 0, "first": 0, "last": 0}, 0, _AFTER_ALL_DAYS
    year, month = date.first.year, date.first.month
    numbers = {
        "year": year,
        "month": 0 if date.precision == "year" else year * 100 + month,
        "first": day_number(date.first),
        "last": day_number(date.last),
    }
    return numbers, date.first.toordinal(), date.first.toordinal()


def _changed(row: dict[str, Any]) -> int:
    """Descending, what was made public or corrected last comes first."""
    return (row["changed"] << _ID_BITS_OF_SECONDS) + row["pk"] % (1 << _ID_BITS_OF_SECONDS)


def moment(changed: float) -> datetime.datetime:
    """The moment that a number of `changed` stands for."""
    return datetime.datetime.fromtimestamp(int(changed) >> _ID_BITS_OF_SECONDS, datetime.UTC)


def day_number(day: datetime.date) -> int:
    """14 May 2019 as 20190514."""
    return day.year * 10_000 + day.month * 100 + day.day
