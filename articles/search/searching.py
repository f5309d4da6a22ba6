"""A search and its answer: total, a page of records, facets, a timeline.

`Search` is a value: it says what is sought. `search` finds it. The records come from PostgreSQL.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

import tantivy
from tantivy import Query

from articles.dates import PartialDate
from articles.models import Article, Statement

from . import bounding, facets, index, matching, records, timeline
from .facets import FACETS
from .fields import Notice, Understood
from .language import Parsed, parse
from .values import Count, Key, Labels, Value

DEEPEST = 10_000  # records that can be paged through
LOOKED_THROUGH = 300  # statements, for the first of each article
SORTS = ("relevance", "-date", "date", "-changed")

Chosen = Mapping[str, frozenset[Key]]


@dataclass(frozen=True)
class Search:
    """What is sought: `kind` is "statements" or "articles".

    `chosen` and `excluded` map a facet to keys; several of one facet mean any of them. `since` and
    `until` are dates of any precision, both included.
    """

    kind: str = "statements"
    query: Parsed = field(default_factory=lambda: parse(""))
    notices: tuple[Notice, ...] = ()
    lifted: Understood | None = None
    chosen: Chosen = field(default_factory=dict)
    excluded: Chosen = field(default_factory=dict)
    since: PartialDate | None = None
    until: PartialDate | None = None
    sort: str = ""

    @property
    def model(self) -> type[Statement] | type[Article]:
        return Article if self.kind == "articles" else Statement

    @property
    def order(self) -> str:
        """Relevance means nothing where no word is sought."""
        return self.sort or ("relevance" if self.query.node else "-date")

    def asking(self, understood: Understood) -> Search:
        """With a query, and the filters that its fields are."""
        return replace(
            self,
            lifted=understood if understood.is_lifted else None,
            query=understood.query,
            notices=understood.notices,
            chosen=_joined(self.chosen, understood.chosen),
            excluded=_joined(self.excluded, understood.excluded),
            since=understood.since or self.since,
            until=understood.until or self.until,
        )

    def having(self, **changes: object) -> Search:
        return replace(self, **changes)  # type: ignore[arg-type]


def _joined(chosen: Chosen, more: Mapping[str, tuple[Value, ...]]) -> Chosen:
    keys = {name: frozenset(one.key for one in values) for name, values in more.items()}
    return {**chosen, **{name: chosen.get(name, frozenset()) | keys[name] for name in keys}}


@dataclass(frozen=True)
class FacetCounts:
    facet: facets.Facet
    counts: list[Count]


@dataclass(frozen=True)
class Results:
    """`records`: statements or articles with their `excerpt`, safe HTML with marks."""

    search: Search
    total: int
    records: list[Statement] | list[Article]
    facets: list[FacetCounts]
    timeline: timeline.Timeline
    catching_up: bool
    took_ms: float


def search(sought: Search, *, start: int = 0, size: int = 20) -> Results:
    """Find it: `size` records from `start` on. index.NotReady while there is no index."""
    began = time.perf_counter()
    ready = index.ready(sought.kind)
    searcher = ready.searcher
    matcher = matching.Matcher(ready.stemmers)
    words = matcher.query(sought.query.node)
    # The engine counts in a thread of its own, while the records come from PostgreSQL.
    with ThreadPoolExecutor(1) as beside:
        counting = beside.submit(_facet_counts, searcher, words, sought)
        total, ids = hits(searcher, ranked(searcher, matcher, sought), sought.order, start, size)
        found = records.found(sought.model, ids, sought.query.node)
    counted = _facets(counting.result(), ready.labels, sought)
    years = next(one.counts for one in counted if one.facet.name == "year")
    return Results(
        search=sought,
        total=total,
        records=found,
        facets=counted,
        timeline=_timeline(searcher, words, sought, years),
        catching_up=ready.catching_up,
        took_ms=(time.perf_counter() - began) * 1000,
    )


def count(sought: Search) -> int:
    """How many records it finds; index.NotReady while there is no index."""
    return counts([sought])[0]


def counts(searches: Sequence[Search]) -> list[int]:
    """How many records each of the searches, of one kind, finds. The index is asked for once."""
    if not searches:
        return []
    ready = index.ready(searches[0].kind)
    matcher = matching.Matcher(ready.stemmers)
    return [
        matching.total(ready.searcher, narrowed(matcher.query(sought.query.node), sought))
        for sought in searches
    ]


def first_ids(sought: Search, most: int) -> tuple[int, list[int]]:
    """How many records it finds, and the ids of the first. index.NotReady without an index."""
    ready = index.ready(sought.kind)
    query = ranked(ready.searcher, matching.Matcher(ready.stemmers), sought)
    return hits(ready.searcher, query, sought.order, 0, most)


def counts_by(name: str, searches: Sequence[Search]) -> list[dict[Key, int]]:
    """For each search of one kind how many records have each value of a facet or each "month".

    Each is one aggregation; the index is asked for once. index.NotReady while there is none.
    """
    if not searches:
        return []
    ready = index.ready(searches[0].kind)
    matcher = matching.Matcher(ready.stemmers)
    queries = [narrowed(matcher.query(sought.query.node), sought) for sought in searches]
    return [facets.count_all(ready.searcher, query, name) for query in queries]


def first_of_each(searches: Sequence[Search]) -> list[Any]:
    """The first record of each search, or None: searches of one kind, without words.

    One query for all of them, and those that the records take. index.NotReady while there is none.
    """
    if not searches:
        return []
    searcher = index.ready(searches[0].kind).searcher
    everything = matching.Matcher(()).query(None)
    firsts = [
        next(iter(hits(searcher, narrowed(everything, sought), sought.order, 0, 1)[1]), None)
        for sought in searches
    ]
    ids = [pk for pk in firsts if pk is not None]
    found = {one.pk: one for one in records.found(searches[0].model, ids)}
    return [None if pk is None else found.get(pk) for pk in firsts]


def one_of_each_article(sought: Search, size: int) -> list[Any]:
    """The first statements of the search, one from an article, as far as LOOKED_THROUGH reaches.

    index.NotReady while there is no index.
    """
    searcher = index.ready(sought.kind).searcher
    everything = narrowed(matching.Matcher(()).query(None), sought)
    _, ids = hits(searcher, everything, sought.order, 0, LOOKED_THROUGH)
    articles = Statement.objects.filter(pk__in=ids).values_list("pk", "article_id")
    article_of = dict(articles)
    firsts: dict[int, int] = {}
    for pk in ids:
        if pk in article_of:
            firsts.setdefault(article_of[pk], pk)
    return list(records.found(sought.model, list(firsts.values())[:size]))


# --- narrowing -----------------------------------------------------------------------------------


def narrowed(words: Query, sought: Search, *, but: str = "") -> Query:
    """The words with all filters, `but` for the choice of one facet."""
    filters = [
        matching.is_one_of(name, sorted(keys, key=str))
        for name, keys in sought.chosen.items()
        if keys and name != but
    ]
    if sought.since or sought.until:
        filters += matching.dated(sought.since, sought.until)
    refused = [
        matching.is_one_of(name, sorted(keys, key=str))
        for name, keys in sought.excluded.items()
        if keys
    ]
    return matching.all_but(matching.all_of([words, *filters]), *refused)


def ranked(searcher: tantivy.Searcher, matcher: matching.Matcher, sought: Search) -> Query:
    """What is sought, with what only changes the order by relevance."""
    query = narrowed(matcher.query(sought.query.node), sought)
    if sought.order != "relevance":
        return query
    return matcher.closer(query, bounding.neighbours(sought.query.node, searcher))


def hits(
    searcher: tantivy.Searcher, query: Query, order: str, start: int, size: int
) -> tuple[int, list[int]]:
    total, found = addresses(searcher, query, order, start, size)
    return total, numbers(searcher, "pk", found)


def addresses(
    searcher: tantivy.Searcher, query: Query, order: str, start: int, size: int
) -> tuple[int, list[Any]]:
    """How many there are, and where in the index `size` of them stand, from `start` on."""
    by_date: dict[str, dict[str, Any]] = {
        "-date": {"order_by_field": "newest", "order": tantivy.Order.Desc},
        "date": {"order_by_field": "oldest", "order": tantivy.Order.Asc},
        "-changed": {"order_by_field": "changed", "order": tantivy.Order.Desc},
    }
    found: Any = searcher.search(query, limit=max(size, 1), offset=start, **by_date.get(order, {}))
    return found.count, [address for _, address in found.hits[:size]]


def numbers(searcher: tantivy.Searcher, field: str, addresses: list[Any]) -> list[int]:
    values = searcher.fast_field_values(field, addresses) if addresses else []
    return [int(value) for value in values if value is not None]


def _facet_counts(
    searcher: tantivy.Searcher, words: Query, sought: Search
) -> dict[str, dict[Key, int]]:
    """Counts for every facet; its own choice does not narrow a facet. Asks only the index."""
    query = narrowed(words, sought)
    free = [facet.name for facet in FACETS if not sought.chosen.get(facet.name)]
    counts = facets.count(searcher, query, free)
    for name, keys in sought.chosen.items():
        if keys:
            widened = narrowed(words, sought, but=name)
            counts.update(facets.count(searcher, widened, [name]))
            missing = keys - counts[name].keys()
            counts[name].update(facets.count_values(searcher, widened, name, missing))
    return counts


def _facets(
    counts: Mapping[str, dict[Key, int]], known: Labels, sought: Search
) -> list[FacetCounts]:
    """The counts with what their values are called."""
    excluded = {facet.name: sought.excluded.get(facet.name, frozenset()) for facet in FACETS}
    values = facets.describe(
        {facet: {*counts[facet.name], *excluded[facet.name]} for facet in FACETS}, known
    )
    return [_described(facet, counts[facet.name], values[facet.name], sought) for facet in FACETS]


def _described(
    facet: facets.Facet, counts: Mapping[Key, int], values: Mapping[Key, Value], sought: Search
) -> FacetCounts:
    excluded = sought.excluded.get(facet.name, frozenset())
    found = [
        Count(
            value=value,
            count=counts.get(key, 0),
            selected=key in sought.chosen.get(facet.name, frozenset()),
            excluded=key in excluded,
        )
        for key, value in values.items()
    ]
    if facet.name == "year":
        found.sort(key=lambda one: one.value.key)
    else:
        found.sort(key=lambda one: (-one.count, one.value.label.lower()))
    return FacetCounts(facet, found)


def _timeline(
    searcher: tantivy.Searcher, words: Query, sought: Search, years: list[Count]
) -> timeline.Timeline:
    """By month where one year was chosen, by either parameter; the choice of a month widens."""
    chosen = sought.chosen.get("year", frozenset())
    since, until = sought.since, sought.until
    if len(chosen) == 1 and 0 not in chosen:
        (year,) = chosen
    elif not chosen and since and until and since.first.year == until.first.year:
        year = since.first.year
    else:
        return timeline.by_year(years)
    whole_year = {**sought.chosen, "year": frozenset({year})}
    query = narrowed(words, sought.having(chosen=whole_year, since=None, until=None))
    months = facets.count(searcher, query, ["month"])["month"]
    return timeline.by_month(int(year), months, since, until)  # type: ignore[arg-type]
