"""A result by one facet, as a table: every value, how often, and which share of all it has."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.addresses import SearchAddress
from articles.filters import GROUPING, ArticleFilter, SearchFilter, StatementFilter
from articles.search import index
from articles.search.facets import BY_NAME, FACETS
from articles.search.grouping import FEW, ORDERS, Grouped, Row, group
from articles.search.searching import count

from . import search_context as context

Context = dict[str, Any]

PAGE_SIZE = 100
LONGEST_NAME = 200  # characters
ORDER_LABELS = {"count": "Most often", "share": "Greatest share"}


@require_safe
def statements(request: HttpRequest, facet: str) -> HttpResponse:
    return _grouped(request, StatementFilter, facet)


@require_safe
def articles(request: HttpRequest, facet: str) -> HttpResponse:
    return _grouped(request, ArticleFilter, facet)


def _grouped(request: HttpRequest, filter_class: type[SearchFilter], facet: str) -> HttpResponse:
    """As a search: refuse, go to the canonical address, count."""
    if facet not in BY_NAME:
        raise Http404
    address = SearchAddress.asked(request.path, request.GET)
    filters = filter_class(address.with_values(dict.fromkeys(GROUPING, ())).data)
    number = context.page_number(request.GET)
    problems = [*filters.problems, *_problems(request, number)]
    if problems or number is None:
        found = context.refused(filters, address, problems)
        return render(request, "grouped.html", {**found, "facet": BY_NAME[facet]}, status=400)
    if not address.is_canonical:
        return HttpResponsePermanentRedirect(str(address))
    try:
        return _answer(request, filters, address, facet, number)
    except index.NotReady:
        found = {**context.not_ready(filters, address), "facet": BY_NAME[facet]}
        page = render(request, "grouped.html", found, status=503)
        page["Retry-After"] = "5"
        return page


def _problems(request: HttpRequest, number: int | None) -> list[str]:
    problems = []
    order = request.GET.get("order", "")
    if order and order not in ORDERS:
        problems.append(f"order: “{order[:40]}” is no order; there are {', '.join(ORDERS)}.")
    if number is None:
        problems.append(f"page: “{request.GET['page']}” is no number of a page.")
    return problems


def _answer(
    request: HttpRequest, filters: SearchFilter, address: SearchAddress, facet: str, number: int
) -> HttpResponse:
    sought = filters.search
    if sought.lifted:
        return redirect(str(address.saying(sought.lifted)))
    find = request.GET.get("find", "").replace("\0", "").strip()[:LONGEST_NAME]
    order = request.GET.get("order") or "count"
    start = (number - 1) * PAGE_SIZE
    grouped = group(sought, BY_NAME[facet], begun=find, order=order, start=start, size=PAGE_SIZE)
    if start and start >= grouped.values:
        return redirect(str(address.at_page(max(1, -(-grouped.values // PAGE_SIZE)))))
    counts = {kind: count(sought.having(kind=kind)) for kind in context.TAB_LABELS}
    found = {
        **context.understood(filters, address),
        "facet": grouped.facet,
        "grouped": grouped,
        "rows": [_row(row, grouped, address) for row in grouped.rows],
        "few": FEW,
        "find": find,
        "find_fields": _carried(address),
        "orders": _orders(grouped, order, address),
        "facets": _facets(facet, address, filters.kind),
        "tabs": context.tabs(filters, address, counts, by=grouped.facet),
        "page": context.pages(grouped.values, address, number, PAGE_SIZE),
    }
    return render(request, "grouped.html", found)


def _row(row: Row, grouped: Grouped, address: SearchAddress) -> Context:
    """With the search that this value alone leaves, and as a choice beside what is chosen."""
    name, value = grouped.facet.name, row.value.value
    records = reverse(grouped.search.kind)
    search = address.with_values({**dict.fromkeys(GROUPING, ()), "sort": ()}, path=records)
    alone = {name: [value], f"{name}!": [one for one in address.values(f"{name}!") if one != value]}
    return {
        "row": row,
        "percent": f"{row.share:.1%}" if row.share is not None else "",
        "of_result": f"{row.count / grouped.total:.1%}",
        "width": f"{100 * (row.share or row.count / grouped.total):.2f}",
        "url": str(search.with_values(alone)),
        "exclude_url": str(search.toggled(f"{name}!", value)),
    }


def _carried(address: SearchAddress) -> list[tuple[str, str]]:
    """What the form to find by name must not lose."""
    kept = address.with_values({"find": ()}).canonical
    return [(name, value) for name, values in kept.items() for value in values]


def _orders(grouped: Grouped, order: str, address: SearchAddress) -> list[Context]:
    """The share needs words, of which it is the share."""
    if not grouped.search.query.node:
        return []
    return [
        {
            "label": label,
            "url": str(address.with_values({"order": [] if name == "count" else [name]})),
            "selected": name == order,
        }
        for name, label in ORDER_LABELS.items()
    ]


def _facets(chosen: str, address: SearchAddress, kind: str) -> list[Context]:
    address = address.with_values({"find": ()})
    return [
        {
            "label": facet.title,
            "url": str(address.with_values({}, path=reverse(f"{kind}-by", args=[facet.name]))),
            "selected": facet.name == chosen,
        }
        for facet in FACETS
    ]
