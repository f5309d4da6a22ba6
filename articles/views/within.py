"""What the archive holds of one speaker, topic, polity, occasion or source, or of everything.

It is the search narrowed to that one, so that its numbers and those of the search are the same,
and every number links to the search that gives it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from articles.addresses import SearchAddress
from articles.filters import StatementFilter
from articles.models import Statement
from articles.search import index
from articles.search.facets import NONE
from articles.search.searching import FacetCounts, Results, Search, first_of_each, search

from . import search_context

LATEST = 10  # statements shown


@dataclass(frozen=True)
class Within:
    """`facet` is the side that is looked from, `timeline` what `_partials/timeline.html` takes.

    `facets` maps a facet's name to what a template prints of it, `counts` to its raw counts.
    """

    facet: str
    sought: Search
    address: SearchAddress
    total: int
    earliest: Statement | None
    latest: list[Statement]
    facets: dict[str, dict[str, Any]]
    timeline: dict[str, Any]
    counts: dict[str, FacetCounts]

    def side(self, name: str) -> dict[str, Any] | None:
        """Another facet, when any of its values is stated."""
        one = self.facets[name]
        return one if any(value["value"] != NONE for value in one["values"]) else None

    def lacking(self, facet: str) -> int:
        """How many statements have no value of the facet stated."""
        return next((one.count for one in self.counts[facet].counts if one.value.key == 0), 0)


def within(facet: str = "", slug: str = "", latest: int = LATEST) -> Within | None:
    """The whole archive when no facet is named; None while there is no index."""
    data = QueryDict(urlencode({facet: slug}) if facet else "")
    filters = StatementFilter(data)
    filters.is_valid()
    try:
        results = search(filters.search, size=latest)
        earliest = _earliest(results)
    except index.NotReady:
        return None
    address = SearchAddress.asked(reverse("statements"), data)
    found = search_context.found(filters, address, results, number=1, size=latest)
    return Within(
        facet=facet,
        sought=results.search,
        address=address,
        total=results.total,
        earliest=earliest,
        latest=list(results.records),  # type: ignore[arg-type]
        facets={one["parameter"]: one for one in found["facets"]},
        timeline={name: value for name, value in found.items() if name.startswith("timeline")},
        counts={one.facet.name: one for one in results.facets},
    )


def _earliest(results: Results) -> Statement | None:
    """The first of all by date, where the latest do not show it and its date is known."""
    if results.total <= len(results.records):
        return None
    (first,) = first_of_each([results.search.having(sort="date")])
    is_shown = first in results.records  # of one day the first is among the latest
    return first if first and first.said and not is_shown else None
