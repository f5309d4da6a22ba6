"""The read-only JSON API: the same records and the same filters as the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from rest_framework import status
from rest_framework.exceptions import APIException, NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.addresses import SearchAddress, permanent
from articles.filters import PAGING, ArticleFilter, SearchFilter, StatementFilter
from articles.models import Source, Speaker, Topic
from articles.search import counts, index
from articles.search.searching import DEEPEST, FacetCounts, Search, search

from .records import Json, Records

PAGE_SIZE = 20
LARGEST_PAGE = 100


class IndexMissing(APIException):
    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_detail = "The search index is being made. Try again in a few seconds."
    default_code = "index_missing"


class Page:
    """`page` and `page_size` of an address; ValidationError names the one that is malformed."""

    def __init__(self, data: QueryDict) -> None:
        self.number = _positive(data, "page", 1, most=10**9)
        self.size = _positive(data, "page_size", PAGE_SIZE, most=LARGEST_PAGE)

    @property
    def start(self) -> int:
        return (self.number - 1) * self.size

    def envelope(self, request: Request, count: int, results: list[Json]) -> Json:
        """`count`, the addresses beside this one, and the results."""
        if self.start and self.start >= count:
            raise NotFound(f"page: there is no page {self.number}; there are {count} results.")
        address = SearchAddress.asked(request.path, request.query_params)
        return {
            "count": count,
            "next": self._at(request, address, self.number + 1)
            if self.start + self.size < count
            else None,
            "previous": self._at(request, address, self.number - 1) if self.number > 1 else None,
            "results": results,
        }

    @staticmethod
    def _at(request: Request, address: SearchAddress, number: int) -> str:
        return permanent(request._request, str(address.at_page(number)))


def _positive(data: QueryDict, name: str, default: int, *, most: int) -> int:
    given = data.get(name, "").strip()
    if not given:
        return default
    if given.isascii() and given.isdigit() and len(given) < 12 and 0 < int(given) <= most:
        return int(given)
    raise refusal([f"{name}: “{given}” is no whole number from 1 to {most:,}."])


def refusal(problems: list[str]) -> ValidationError:
    """400 with each problem named."""
    return ValidationError({"detail": " ".join(problems), "problems": problems})


class Root(APIView):
    def get(self, request: Request) -> Response:
        """What there is."""
        names = ("statements", "articles", "speakers", "topics", "sources")
        return Response(
            {name: permanent(request._request, reverse(f"api-{name}")) for name in names}
        )


# --- searches ------------------------------------------------------------------------------------


class SearchView(APIView):
    filter_class: type[SearchFilter]

    def get(self, request: Request) -> Response:
        """A page of the result of a search, with the facets of the whole of it."""
        sought = self.sought(request.query_params)
        page = Page(request.query_params)
        if page.start + page.size > DEEPEST:
            raise refusal([f"page: Pages go down to {DEEPEST:,} results. Narrow the search."])
        try:
            found = search(sought, start=page.start, size=page.size)
        except index.NotReady:
            raise IndexMissing from None
        record = self.record_maker(request._request)
        body = page.envelope(request, found.total, [record(one) for one in found.records])
        body["facets"] = {one.facet.name: _facet(one) for one in found.facets}
        body["catching_up"] = found.catching_up
        return Response(body)

    def sought(self, data: QueryDict) -> Search:
        filters = self.filter_class(SearchAddress.asked("", data).data)
        if problems := filters.problems:
            raise refusal(problems)
        return filters.search

    def record_maker(self, request: HttpRequest) -> Callable[[Any], Json]:
        raise NotImplementedError


class StatementSearch(SearchView):
    filter_class = StatementFilter

    def record_maker(self, request: HttpRequest) -> Callable[[Any], Json]:
        return Records(request).statement


class ArticleSearch(SearchView):
    filter_class = ArticleFilter

    def record_maker(self, request: HttpRequest) -> Callable[[Any], Json]:
        return Records(request).article


def _facet(found: FacetCounts) -> list[Json]:
    """What is in the result or was asked for."""
    return [
        {"value": one.value.value, "label": one.value.label, "count": one.count}
        for one in found.counts
        if one.count or one.selected
    ]


# --- lists ---------------------------------------------------------------------------------------


class ListView(APIView):
    """Records that public statements or articles name, with how many of each."""

    records: QuerySet[Any]

    def get(self, request: Request) -> Response:
        unknown = [name for name in request.query_params if name not in PAGING]
        if unknown:
            raise refusal([f"“{name}” is no parameter of a list." for name in unknown])
        page = Page(request.query_params)
        facet = self.records.model._meta.model_name or ""
        try:
            statements, articles = counts.by_facet(facet), counts.by_facet(facet, "articles")
        except index.NotReady:
            raise IndexMissing from None
        records = self.records.filter(pk__in=[*statements.keys(), *articles.keys()])
        names = Records(request._request)
        results = [
            {**(names.named(row) or {}), "count": statements[row.pk], "articles": articles[row.pk]}
            for row in records[page.start : page.start + page.size]
        ]
        return Response(page.envelope(request, records.count(), results))


class Speakers(ListView):
    records = Speaker.objects.order_by("sort_name", "pk")


class Topics(ListView):
    records = Topic.objects.order_by("name")


class Sources(ListView):
    records = Source.objects.order_by("name")
