"""The two pages of a search: statements and articles."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.addresses import SearchAddress
from articles.filters import ArticleFilter, SearchFilter, StatementFilter
from articles.models import EmptySearch
from articles.search import index
from articles.search.explaining import explain
from articles.search.repairing import LONGEST
from articles.search.searching import DEEPEST, Results, count, search

from . import citing, compare, exporting
from . import search_context as context
from .facet_context import with_branches

PAGE_SIZE = 20


@require_safe
def statements(request: HttpRequest) -> HttpResponse:
    return _search(request, StatementFilter)


@require_safe
def articles(request: HttpRequest) -> HttpResponse:
    return _search(request, ArticleFilter)


def _search(request: HttpRequest, filter_class: type[SearchFilter]) -> HttpResponse:
    """Refuse what cannot be understood, go to the canonical address, then search."""
    address = SearchAddress.asked(request.path, request.GET)
    filters = filter_class(address.data)
    number = context.page_number(request.GET)
    problems = filters.problems
    if number is None:
        problems.append(f"page: “{request.GET['page']}” is no number of a page.")
    if problems or number is None:
        return render(
            request, "search.html", context.refused(filters, address, problems), status=400
        )
    if not address.is_canonical:
        return HttpResponsePermanentRedirect(str(address))
    try:
        return _answer(request, filters, address, number)
    except index.NotReady:
        page = render(request, "search.html", context.not_ready(filters, address), status=503)
        page["Retry-After"] = "5"
        return page


def _answer(
    request: HttpRequest, filters: SearchFilter, address: SearchAddress, number: int
) -> HttpResponse | HttpResponseRedirectBase:
    if filters.search.lifted:
        return redirect(str(address.saying(filters.search.lifted)))
    if len(request.GET.get("q", "")) > LONGEST:  # what is printed in hundreds of links
        address = address.with_values({"q": [filters.search.query.corrected]})
    start = (number - 1) * PAGE_SIZE
    too_deep = start + PAGE_SIZE > DEEPEST
    results = search(filters.search, start=0 if too_deep else start, size=PAGE_SIZE)
    if not too_deep and start and start >= results.total:
        return redirect(str(address.at_page(context.last_page(results.total, PAGE_SIZE))))
    found = context.found(filters, address, results, number, PAGE_SIZE)
    citing.add_coins(request, results.records)
    other = "articles" if filters.kind == "statements" else "statements"
    counts = {filters.kind: results.total, other: count(filters.search.having(kind=other))}
    found["tabs"] = context.tabs(filters, address, counts)
    found["facets"] = with_branches(found["facets"])
    found["too_deep"] = too_deep
    feed = reverse(f"{filters.kind}-feed")
    found["feed_url"] = str(address.with_values({"sort": []}, path=feed))
    found["compare_url"] = _compare_url(results)
    found["exports"] = exporting.addresses(address, filters.kind) if results.total else {}
    if not results.total:
        _count_in_vain(request, results.search.query.corrected)
        found |= context.nothing_found(filters, address, explain(results.search))
    return render(request, "search.html", found)


def _compare_url(results: Results) -> str:
    """Empty for articles, which are not compared, and where there is nothing to compare."""
    is_comparable = results.search.kind == "statements" and results.total
    asked = compare.Asked.beside(results.search) if is_comparable else None
    return asked.url() if asked else ""


def _count_in_vain(request: HttpRequest, words: str) -> None:
    """The one thing that a visit writes down; no page and no address depends on it."""
    if words and request.method == "GET":
        EmptySearch.objects.record(words)
