"""The facets: what a result can be narrowed by, counted exactly over the whole of it.

To add one: a number or word in `schema` and `documents`, and a line here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import tantivy
from django.db import models
from django.db.models import Model, QuerySet
from tantivy import Query

from articles.models import Merger, Occasion, Polity, Source, Speaker, Statement, Topic

from . import matching
from .languages import language_name
from .values import Key, Labels, Value

NONE = "none"  # the value of "not stated" in addresses
MOST_VALUES = 100  # of one facet in one answer: each is looked up in the database
ALL_VALUES = 500  # of one that would be misread if it were cut: a tree, a span of years
MOST_BUCKETS = 65_000  # in one answer of Tantivy; more of them are asked for range by range
_ALL_OF_A_SEGMENT = 2**31 - 1  # values: a segment that leaves some out makes counts inexact

_YEAR = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


@dataclass(frozen=True)
class Facet:
    """`model` is None where the values are not records; `not_stated`: the label of key 0.

    `title` heads a list of values, `noun` is what one of them is. At most `most` values are given
    with an answer, the most frequent ones.
    """

    name: str
    title: str
    model: type[Model] | None = None
    not_stated: str = "not stated"
    noun: str = ""
    label: Callable[[str], str] = str
    most: int = MOST_VALUES

    def __post_init__(self) -> None:
        object.__setattr__(self, "noun", self.noun or self.title.lower())

    def is_plain(self, key: Key) -> bool:
        """Whether no record says what the value is called."""
        return self.model is None or not key

    def plain(self, key: Key) -> Value:
        if key == 0:
            return Value(0, NONE, self.not_stated)
        return Value(key, str(key), self.label(str(key)))

    def describe(self, keys: Iterable[Key]) -> dict[Key, Value]:
        """Value and label of each key; records that are gone are left out. One query at most."""
        return describe({self: set(keys)})[self.name]

    def records(self, keys: Iterable[Key]) -> QuerySet:
        """The records of these keys that there still are; only for a facet of records."""
        if self.model is None:
            raise LookupError(f"The values of {self.name} are no records.")
        return self.model._default_manager.filter(pk__in=[key for key in keys if key])

    def resolve(self, values: Iterable[str]) -> tuple[dict[str, Key], list[str]]:
        """The keys of values from an address, and the values that there are not."""
        wanted = list(dict.fromkeys(values))
        keys: dict[str, Key] = {}
        if not wanted:
            return {}, []
        if self.model is not None:
            # PostgreSQL takes no NUL, not even to compare with.
            possible = [value for value in wanted if "\0" not in value]
            records = self.model._default_manager.filter(slug__in=possible)
            keys = dict(records.values_list("slug", "pk"))
            if missing := [value for value in possible if value not in keys]:
                keys |= self._taken_up(missing)
        elif self.name == "year":
            keys = {year: int(year) for year in wanted if _YEAR.fullmatch(year)}
        elif self.name == "kind":
            keys = {kind: kind for kind in wanted if kind in Statement.Kind.values}
        else:
            keys = {word: word for word in wanted if word and word != NONE and len(word) <= 35}
        if NONE in wanted and self.has_none:
            keys[NONE] = 0
        return keys, [value for value in wanted if value not in keys]

    def _taken_up(self, slugs: list[str]) -> dict[str, Key]:
        """Of records that were merged into another: their addresses mean the other."""
        mergers = Merger.objects.filter(kind=self.name, slug__in=slugs, undone_at=None)
        return dict(mergers.values_list("slug", "kept"))

    @property
    def has_none(self) -> bool:
        return self.name not in ("kind", "language", "source")


FACETS = (
    Facet("speaker", "Speaker", Speaker, not_stated="speaker not known"),
    Facet("polity", "Spoken for", Polity, noun="state or organisation"),
    Facet("topic", "Topic", Topic, not_stated="no topic", most=ALL_VALUES),
    Facet("occasion", "Occasion", Occasion),
    Facet("source", "Source", Source),
    Facet("year", "Year", not_stated="undated", most=ALL_VALUES),
    Facet("kind", "Kind", label=lambda kind: str(Statement.Kind(kind).label)),
    Facet("language", "Language", label=language_name),
)
BY_NAME = {facet.name: facet for facet in FACETS}


def describe(wanted: Mapping[Facet, Collection[Key]], known: Labels | None = None) -> Labels:
    """By name of facet: value and label of each key. One query at most, for all facets.

    What is `known` is not asked for, and what is asked for is known after.
    """
    known = {} if known is None else known
    rows: list[QuerySet] = []
    for facet, keys in wanted.items():
        held = known.setdefault(facet.name, {})
        missing = [key for key in keys if key not in held]
        held.update((key, facet.plain(key)) for key in missing if facet.is_plain(key))
        if records := [key for key in missing if not facet.is_plain(key)]:
            # Not whole records: there may be hundreds.
            found = facet.records(records).order_by().annotate(facet=models.Value(facet.name))
            rows.append(found.values_list("facet", "pk", "slug", "name"))
    if rows:
        for name, pk, slug, label in rows[0].union(*rows[1:], all=True):
            known[name][pk] = Value(pk, slug, label)
    return {
        facet.name: {key: known[facet.name][key] for key in keys if key in known[facet.name]}
        for facet, keys in wanted.items()
    }


def count(
    searcher: tantivy.Searcher, query: Query, names: Collection[str]
) -> dict[str, dict[Key, int]]:
    """How many records of the query have each value of each facet or each "month".

    The most frequent values, as many as the facet gives. Exact: every segment counts all its
    values before the most frequent are taken.
    """
    most = {name: BY_NAME[name].most if name in BY_NAME else ALL_VALUES for name in names}
    answer = _aggregated(searcher, query, most)
    return {name: _by_key(answer[name]) for name in names}


def count_all(
    searcher: tantivy.Searcher, query: Query, name: str, low: int = 0, high: int | None = None
) -> dict[Key, int]:
    """The same for every value of one facet, however many there are, from `low` to `high`."""
    answer = _aggregated(searcher, query, {name: MOST_BUCKETS})[name]
    found = _by_key(answer)
    if not answer["sum_other_doc_count"]:
        return {key: number for key, number in found.items() if _between(low, key, high)}
    # Half of the keys at a time. Those of a facet with so many are numbers; a record may have
    # several, so that each half is met with keys of the other.
    keys = sorted(int(key) for key in found if _between(low, key, high))
    middle = keys[(len(keys) - 1) // 2]
    halves = [(low, middle), (middle + 1, high)]
    return {
        key: number
        for first, last in halves
        for key, number in count_all(
            searcher,
            matching.all_of([query, matching.within(name, first, last)]),
            name,
            first,
            last,
        ).items()
    }


def latest(
    searcher: tantivy.Searcher, name: str, order: str, low: int, high: int
) -> dict[int, float]:
    """The greatest number of `order` among the records of each value of a facet of records.

    For at most MOST_BUCKETS values between `low` and `high`; those beyond are left out.
    """
    most = {"last": {"max": {"field": order}}}
    wanted = {name: {**_terms(name, MOST_BUCKETS), "aggs": most}}
    answer = searcher.aggregate(matching.within(name, low, high), wanted)[name]
    return {
        bucket["key"]: bucket["last"]["value"]
        for bucket in answer["buckets"]
        if _between(low, bucket["key"], high)
    }


def _between(low: int, key: Key, high: int | None) -> bool:
    return isinstance(key, str) or (low <= key and (high is None or key <= high))


def _aggregated(
    searcher: tantivy.Searcher, query: Query, most: Mapping[str, int]
) -> dict[str, Any]:
    wanted = {name: _terms(name, size) for name, size in most.items()}
    return searcher.aggregate(query, wanted) if wanted else {}


def _terms(name: str, most: int) -> dict[str, Any]:
    return {"terms": {"field": name, "size": most, "segment_size": _ALL_OF_A_SEGMENT}}


def _by_key(answer: dict[str, Any]) -> dict[Key, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]}


def count_values(
    searcher: tantivy.Searcher, query: Query, name: str, keys: Iterable[Key]
) -> dict[Key, int]:
    """How many records of the query have each of these few values."""
    return {
        key: matching.total(searcher, matching.all_of([query, matching.is_one_of(name, [key])]))
        for key in keys
    }
