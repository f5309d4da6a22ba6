"""Through a result to its end, beyond its pages: all of it at once, or from key to key."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from articles.models import Article, Statement

from . import index, matching, records
from .searching import Search, addresses, narrowed, numbers, ranked

AT_ONCE = 20_000  # records between two steps through a whole result
KEYS = {"-date": ("newest", True), "date": ("oldest", False)}  # field of the order, and if it falls


@dataclass(frozen=True)
class Whole:
    """Ids of all records of a result, in its order, and of the article of each.

    Eight bytes for each: of a million records 16 MB.
    """

    ids: array[int]
    articles: array[int]
    catching_up: bool


def whole(sought: Search) -> Whole:
    """All of it, beyond the pages there are; index.NotReady while there is no index.

    Every step asks the same searcher, which does not see what is written to the index meanwhile.
    """
    ready = index.ready(sought.kind)
    query = ranked(ready.searcher, matching.Matcher(ready.stemmers), sought)
    found = Whole(array("q"), array("q"), ready.catching_up)
    total = matching.total(ready.searcher, query)
    for start in range(0, total, AT_ONCE):
        _, hits = addresses(ready.searcher, query, sought.order, start, AT_ONCE)
        found.ids.extend(numbers(ready.searcher, "pk", hits))
        found.articles.extend(numbers(ready.searcher, "article", hits))
    return found


@dataclass(frozen=True)
class Stretch:
    """Some records of a result, and the key of the last, from which the next stretch goes on.

    `last` is None when there is no further record.
    """

    total: int
    records: list[Statement] | list[Article]
    last: int | None
    catching_up: bool


def following(sought: Search, key: int | None, *, size: int) -> Stretch:
    """The `size` records that follow the one with `key` by date; to any depth at the same cost.

    Keys are those of the index's orders, each record's own: what comes or goes meanwhile moves none
    of the others. ValueError for a search that is sorted by relevance, which has no such keys.
    """
    if sought.order not in KEYS:
        raise ValueError(sought.order)
    ready = index.ready(sought.kind)
    name, newest_first = KEYS[sought.order]
    words = matching.Matcher(ready.stemmers).query(sought.query.node)
    query = narrowed(words, sought)
    rest = query
    if key is not None:
        bounds = (None, key - 1) if newest_first else (key + 1, None)
        rest = matching.all_of([query, matching.within(name, *bounds)])
    _, hits = addresses(ready.searcher, rest, sought.order, 0, size + 1)
    keys = numbers(ready.searcher, name, hits[:size])
    return Stretch(
        total=matching.total(ready.searcher, query),
        records=records.found(
            sought.model, numbers(ready.searcher, "pk", hits[:size]), sought.query.node
        ),
        last=keys[-1] if len(hits) > size else None,
        catching_up=ready.catching_up,
    )
