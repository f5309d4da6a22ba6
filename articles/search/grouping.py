"""A whole result by one facet: every value of it, how often, and the share of all it has.

Who says it most, and who says it much for somebody who says little: the share is taken of the
records that the same filters leave of each value when no words are asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import index, matching, naming
from .facets import Facet, count_all
from .searching import Search, narrowed
from .values import Key, Value

ORDERS = ("count", "share")
FEW = 5  # records, of which a share says little: such values come after the others
MOST_SORTED_BY_NAME = 5_000  # among equals; of more than these the names are not read


@dataclass(frozen=True)
class Row:
    """`own`: of how many records `count` is a part; None where no words are asked for."""

    value: Value
    count: int
    own: int | None
    selected: bool
    excluded: bool

    @property
    def share(self) -> float | None:
        return self.count / self.own if self.own else None


@dataclass(frozen=True)
class Grouped:
    """`rows`: one page of `values`; `total`: records of the result without the facet's own choice.

    `complete`: whether every value was looked at for what was typed.
    """

    search: Search
    facet: Facet
    rows: list[Row]
    values: int
    total: int
    complete: bool
    catching_up: bool


def group(
    sought: Search, facet: Facet, *, begun: str = "", order: str = "count", start: int, size: int
) -> Grouped:
    """`size` values from `start` on, of those whose names begin as `begun`; index.NotReady."""
    ready = index.ready(sought.kind)
    searcher, matcher = ready.searcher, matching.Matcher(ready.stemmers)
    query = narrowed(matcher.query(sought.query.node), sought, but=facet.name)
    complete = True
    counts: Mapping[Key, int]
    if begun:
        counts, complete = naming.begun(facet, begun, searcher, query)
    else:
        counts = count_all(searcher, query, facet.name)
    own: Mapping[Key, int] = {}
    if sought.query.node:
        own = count_all(searcher, narrowed(matcher.query(None), sought, but=facet.name), facet.name)
    keys = _in_order(facet, counts, own if order == "share" else {})
    return Grouped(
        search=sought,
        facet=facet,
        rows=_rows(sought, facet, keys[start : start + size], counts, own),
        values=len(keys),
        total=matching.total(searcher, query),
        complete=complete,
        catching_up=ready.catching_up,
    )


def _in_order(facet: Facet, counts: Mapping[Key, int], own: Mapping[Key, int]) -> list[Key]:
    """Most frequent first, or greatest share first where `own` is given; then by name."""
    by_name = facet.describe(counts) if len(counts) <= MOST_SORTED_BY_NAME else {}

    def place(key: Key) -> tuple[bool, float, int, str, str]:
        few = bool(own) and own[key] < FEW
        share = counts[key] / own[key] if own else 0
        label = by_name[key].label.lower() if key in by_name else ""
        return few, -share, -counts[key], label, str(key)

    return sorted(counts, key=place)


def _rows(
    sought: Search,
    facet: Facet,
    keys: list[Key],
    counts: Mapping[Key, int],
    own: Mapping[Key, int],
) -> list[Row]:
    described = facet.describe(keys)
    return [
        Row(
            value=described[key],
            count=counts[key],
            own=own.get(key),
            selected=key in sought.chosen.get(facet.name, ()),
            excluded=key in sought.excluded.get(facet.name, ()),
        )
        for key in keys
        if key in described
    ]
