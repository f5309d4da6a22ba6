"""What the template of a search page prints, worked out from the answer: labels and addresses."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.urls import reverse

from articles.addresses import SearchAddress
from articles.filters import PAGING, SearchFilter
from articles.search.explaining import Explanation
from articles.search.facets import BY_NAME
from articles.search.language import Every, Word
from articles.search.restating import in_words
from articles.search.searching import DEEPEST, FacetCounts, Results
from articles.search.timeline import Timeline
from articles.search.values import Count

Context = dict[str, Any]

SHOWN = 6  # values of a facet that stand open; the rest is folded away
AROUND = 2  # pages before and after the present one that have a link
SORT_LABELS = {"relevance": "Relevance", "-date": "Newest first", "date": "Oldest first"}
TAB_LABELS = {"statements": "Statements", "articles": "Articles"}


# --- the three pages there are -------------------------------------------------------------------


def refused(filters: SearchFilter, address: SearchAddress, problems: list[str]) -> Context:
    return {**_form(filters, address), "problems": problems, "results": None}


def not_ready(filters: SearchFilter, address: SearchAddress) -> Context:
    return {**_form(filters, address), "index_missing": True, "results": None}


def found(
    filters: SearchFilter, address: SearchAddress, results: Results, number: int, size: int
) -> Context:
    return {
        **_form(filters, address),
        "results": results,
        "restated": _restated(filters),
        "notices": _notices(filters, address),
        "facets": [_facet(one, address) for one in results.facets],
        "chips": _chips(results, address),
        "sorts": _sorts(results, address),
        **_timeline(results.timeline, address),
        "page": _page(results, address, number, size),
    }


def nothing_found(
    filters: SearchFilter, address: SearchAddress, explanation: Explanation
) -> Context:
    """Why, and searches that find something."""
    unfiltered = SearchAddress(address.path)
    return {
        "reasons": explanation.reasons,
        "suggestions": [
            {
                "text": one.text,
                "total": one.total,
                "url": str(
                    (unfiltered if one.without_filters else address).with_values({"q": [one.query]})
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
    shown_apart = {"q", "from", "to", *PAGING}
    return {
        "kind": filters.kind,
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


def _restated(filters: SearchFilter) -> str:
    """The query in words, where it is more than words beside each other."""
    node = filters.search.query.node
    plain = isinstance(node, Every) and all(isinstance(part, Word) for part in node.parts)
    return "" if node is None or plain or isinstance(node, Word) else in_words(node)


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


def _facet(found: FacetCounts, address: SearchAddress) -> Context:
    """Chosen and excluded values first, whatever their counts; then as they come."""
    name = found.facet.name
    counts = [one for one in found.counts if one.count or one.selected or one.excluded]
    counts.sort(key=lambda one: not (one.selected or one.excluded))
    values = [_facet_value(name, one, address) for one in counts]
    chosen = sum(one.selected or one.excluded for one in counts)
    shown = max(SHOWN, chosen)
    return {
        "parameter": name,
        "title": found.facet.title,
        "values": values[:shown],
        "more": values[shown:],
        "more_count": len(values[shown:]),
    }


def _facet_value(name: str, one: Count, address: SearchAddress) -> Context:
    value = one.value.value
    refusal = f"{name}!"
    without = address.with_values({refusal: _less(address, refusal, value)})
    chosen_elsewhere = address.with_values({name: _less(address, name, value)})
    return {
        "value": value,
        "label": one.value.label,
        "count": one.count,
        "selected": one.selected,
        "excluded": one.excluded,
        "url": str(without.toggled(name, value)),
        "exclude_url": str(chosen_elsewhere.toggled(refusal, value)),
    }


def _less(address: SearchAddress, name: str, value: str) -> list[str]:
    return [one for one in address.values(name) if one != value]


def _chips(results: Results, address: SearchAddress) -> list[Context]:
    """The filters in force, each with the address without it."""
    labels = {
        (facet.facet.name, one.value.value): one.value.label
        for facet in results.facets
        for one in facet.counts
    }
    chips = []
    for name, values in address.canonical.items():
        facet = BY_NAME.get(name.rstrip("!"))
        for value in values if facet else ():
            title = f"{facet.title}, not" if name.endswith("!") else facet.title  # type: ignore[union-attr]
            label = labels.get((name.rstrip("!"), value), value)
            chips.append({"title": title, "label": label, "url": str(address.toggled(name, value))})
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


def tabs(filters: SearchFilter, address: SearchAddress, counts: dict[str, int]) -> list[Context]:
    """The same search of the other kind of record."""
    return [
        {
            "label": label,
            "url": str(address.with_values({}, path=reverse(kind))),
            "selected": kind == filters.kind,
            "count": counts[kind],
        }
        for kind, label in TAB_LABELS.items()
    ]


def page_number(data: QueryDict) -> int | None:
    """1 where none is given; None where what is given is no number of a page."""
    given = data.get("page", "").strip() or "1"
    if given.isascii() and given.isdigit() and len(given) < 10 and int(given) > 0:
        return int(given)
    return None


def last_page(total: int, size: int) -> int:
    return max(1, -(-min(total, DEEPEST) // size))


def _page(results: Results, address: SearchAddress, number: int, size: int) -> Context:
    last = last_page(results.total, size)
    near = range(max(1, number - AROUND), min(last, number + AROUND) + 1)
    return {
        "number": number,
        "pages": last,
        "first": (number - 1) * size + 1 if results.total else 0,
        "last": min(number * size, results.total),
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
                "share": bar.count / highest if highest else 0,
                "selected": bar.selected,
                "url": _bar_url(bar, address, monthly=timeline.year is not None),
            }
            for bar in timeline.bars
        ],
        "timeline_elsewhere": timeline.elsewhere,
        "timeline_back_url": str(all_years) if timeline.year else "",
    }


def _bar_url(bar: Count, address: SearchAddress, *, monthly: bool) -> str:
    if not monthly:
        return str(address.toggled("year", bar.value.value))
    month = [] if bar.selected else [bar.value.value]
    year = [bar.value.value[:4]] if bar.selected else []
    return str(address.with_values({"year": year, "from": month, "to": month}))
