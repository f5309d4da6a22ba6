"""What the template of a search page prints, worked out from the answer: labels and addresses."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.urls import reverse

from articles.addresses import SearchAddress
from articles.filters import GROUPING, PAGING, SearchFilter
from articles.search.explaining import Explanation
from articles.search.facets import BY_NAME, Facet
from articles.search.restating import in_force, sentence
from articles.search.searching import DEEPEST, Results, Search
from articles.search.timeline import Timeline
from articles.search.values import Count

from . import facet_context

Context = dict[str, Any]

BAR = 48  # pixels that a bar of the timeline takes at most
AROUND = 2  # pages before and after the present one that have a link
SORT_LABELS = {
    "relevance": "Relevance",
    "-date": "Newest first",
    "date": "Oldest first",
    "-changed": "New in the archive",
}
TAB_LABELS = {"statements": "Statements", "articles": "Articles"}


# --- the three pages there are -------------------------------------------------------------------


def refused(filters: SearchFilter, address: SearchAddress, problems: list[str]) -> Context:
    return {**_form(filters, address), "problems": problems, "results": None}


def not_ready(filters: SearchFilter, address: SearchAddress) -> Context:
    return {**_form(filters, address), "index_missing": True, "results": None}


def understood(filters: SearchFilter, address: SearchAddress) -> Context:
    """How the search was understood, in words and as filters that can be taken away."""
    return {
        **_form(filters, address),
        "restated": sentence(filters.search),
        "notices": _notices(filters, address),
        "chips": _chips(filters.search, address),
    }


def found(
    filters: SearchFilter, address: SearchAddress, results: Results, number: int, size: int
) -> Context:
    return {
        **understood(filters, address),
        "results": results,
        "facets": [facet_context.facet(one, address) for one in results.facets],
        "sorts": _sorts(results, address),
        **_timeline(results.timeline, address),
        "page": pages(min(results.total, DEEPEST), address, number, size),
    }


def nothing_found(
    filters: SearchFilter, address: SearchAddress, explanation: Explanation
) -> Context:
    """Why, and searches that find something."""
    return {
        "reasons": explanation.reasons,
        "suggestions": [
            {
                "text": one.text,
                "total": one.total,
                "url": str(
                    address.with_values({**dict.fromkeys(one.without, ()), "q": [one.query]})
                ),
            }
            for one in explanation.suggestions
        ],
    }


# --- the form and what was understood ------------------------------------------------------------


def _form(filters: SearchFilter, address: SearchAddress) -> Context:
    """What every search page prints: the box with what was typed, and the filters around it."""
    data = address.data
    everything = SearchAddress(address.path)
    only_words = everything.with_values({"q": data.getlist("q")})
    shown_apart = {"q", "from", "to", *PAGING, *GROUPING}
    return {
        "kind": filters.kind,
        "action": address.path,
        "query": data.get("q", ""),
        "date_from": data.get("from", ""),
        "date_to": data.get("to", ""),
        "hidden_fields": [
            (name, value)
            for name, values in address.canonical.items()
            if name not in shown_apart and name in filters.filters
            for value in values
        ],
        "clear_url": str(everything),
        "without_filters_url": str(only_words) if filters.narrows else "",
    }


def _notices(filters: SearchFilter, address: SearchAddress) -> list[Context]:
    """What was repaired, with the query as it was understood; what was ambiguous, with choices."""
    search = filters.search

    def asking(query: str) -> str:
        return str(address.with_values({"q": [query]}))

    return [
        {
            "text": notice.text,
            "query": "" if notice.choices else search.query.corrected,
            "url": asking(search.query.corrected),
            "choices": [
                {"label": choice.label, "url": asking(choice.query)} for choice in notice.choices
            ],
        }
        for notice in search.notices
    ]


# --- narrowing -----------------------------------------------------------------------------------


def _chips(search: Search, address: SearchAddress) -> list[Context]:
    """The filters in force, each with the address without it."""
    chips = []
    for suffix, values in (("", in_force(search.chosen)), ("!", in_force(search.excluded))):
        for name, chosen in values.items():
            title = f"{BY_NAME[name].title}{', not' if suffix else ''}"
            for one in chosen:
                if one.value in address.values(name + suffix):  # else it stands in the query
                    url = str(address.toggled(name + suffix, one.value))
                    chips.append({"title": title, "label": one.label, "url": url})
    for name, title in (("from", "From"), ("to", "To")):
        if given := next(iter(address.values(name)), ""):
            url = str(address.with_values({name: []}))
            chips.append({"title": title, "label": given, "url": url})
    return chips


# --- order, pages, the other kind ----------------------------------------------------------------


def _sorts(results: Results, address: SearchAddress) -> list[Context]:
    """What the search does by itself needs no parameter; relevance needs words."""
    order, by_itself = results.search.order, results.search.having(sort="").order
    return [
        {
            "label": label,
            "url": str(address.with_values({"sort": [] if sort == by_itself else [sort]})),
            "selected": sort == order,
        }
        for sort, label in SORT_LABELS.items()
        if sort != "relevance" or results.search.query.node
    ]


def tabs(
    filters: SearchFilter,
    address: SearchAddress,
    counts: dict[str, int],
    *,
    by: Facet | None = None,
) -> list[Context]:
    """The same search of the other kind of record, and grouped by who speaks."""
    address = address.with_values(dict.fromkeys(GROUPING, ()))
    kinds = [
        {
            "label": label,
            "url": str(address.with_values({}, path=reverse(kind))),
            "selected": kind == filters.kind and not by,
            "kind": kind,
            "count": counts[kind],
        }
        for kind, label in TAB_LABELS.items()
    ]
    facet = by or BY_NAME["speaker"]
    grouped = address.with_values({}, path=reverse(f"{filters.kind}-by", args=[facet.name]))
    return [*kinds, {"label": f"By {facet.noun}", "url": str(grouped), "selected": by is not None}]


def page_number(data: QueryDict) -> int | None:
    """1 where none is given; None where what is given is no number of a page."""
    given = data.get("page", "").strip() or "1"
    if given.isascii() and given.isdigit() and len(given) < 10 and int(given) > 0:
        return int(given)
    return None


def last_page(total: int, size: int) -> int:
    return max(1, -(-min(total, DEEPEST) // size))


def pages(total: int, address: SearchAddress, number: int, size: int) -> Context:
    """What `_partials/pages.html` prints."""
    last = max(1, -(-total // size))
    near = range(max(1, number - AROUND), min(last, number + AROUND) + 1)
    return {
        "number": number,
        "pages": last,
        "first": (number - 1) * size + 1 if total else 0,
        "last": min(number * size, total),
        "previous_url": str(address.at_page(number - 1)) if number > 1 else "",
        "next_url": str(address.at_page(number + 1)) if number < last else "",
        "urls": [
            {"number": one, "url": str(address.at_page(one)), "selected": one == number}
            for one in sorted({1, last, *near})
        ],
    }


# --- over time -----------------------------------------------------------------------------------


def _timeline(timeline: Timeline, address: SearchAddress) -> Context:
    """Bars with their share of the highest, and from months the way back to all years."""
    highest = max((bar.count for bar in timeline.bars), default=0)
    all_years = address.with_values({"year": [], "from": [], "to": []})
    return {
        "timeline_title": f"By month, {timeline.year}" if timeline.year else "By year",
        "timeline": [
            {
                "label": bar.value.label,
                "value": bar.value.value,
                "count": bar.count,
                "share": f"{bar.count / highest if highest else 0:.4f}",
                "selected": bar.selected,
                "url": _bar_url(bar, address, monthly=timeline.year is not None),
            }
            for bar in timeline.bars
        ],
        "timeline_width": BAR * len(timeline.bars),
        "timeline_elsewhere": timeline.elsewhere,
        "timeline_back_url": str(all_years) if timeline.year else "",
    }


def _bar_url(bar: Count, address: SearchAddress, *, monthly: bool) -> str:
    if not monthly:
        return str(address.toggled("year", bar.value.value))
    month = [] if bar.selected else [bar.value.value]
    year = [bar.value.value[:4]] if bar.selected else []
    return str(address.with_values({"year": year, "from": month, "to": month}))
