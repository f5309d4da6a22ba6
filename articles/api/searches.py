"""Statements and articles, searched as on the pages, by page or by cursor; and one of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, QueryDict
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from articles.addresses import SearchAddress
from articles.filters import ArticleFilter, SearchFilter, StatementFilter
from articles.models import Article, Statement
from articles.search import index
from articles.search.searching import (
    DEEPEST,
    FacetCounts,
    Results,
    Search,
    search,
)
from articles.search.walking import KEYS, following

from . import cursors, shapes
from .base import LARGEST_PAGE, PAGE_SIZE, ApiView, Gone, IndexMissing, Page, positive, refusal
from .records import Json, Records


class SearchView(ApiView):
    filter_class: type[SearchFilter]

    def refuse_unknown(self, data: QueryDict) -> None:
        """The filters say by themselves what they do not know."""

    def get(self, request: Request) -> Response:
        """A page of the result of a search, with the facets of the whole of it."""
        data = request.query_params
        sought = self.sought(data)
        try:
            if cursors.is_asked_for(data):
                return Response(self._stretch(request, sought))
            return Response(self._page(request, sought))
        except index.NotReady:
            raise IndexMissing from None

    def _page(self, request: Request, sought: Search) -> Json:
        page = Page(request.query_params)
        if page.start + page.size > DEEPEST:
            raise refusal(
                [f"page: Pages go down to {DEEPEST:,} results. Narrow the search, or use a cursor."]
            )
        found = search(sought, start=page.start, size=page.size)
        record = self.record_maker(request._request)
        body = page.envelope(request, found.total, [record(one) for one in found.records])
        return {**body, **_around(found)}

    def _stretch(self, request: Request, sought: Search) -> Json:
        """From a cursor on: to any depth, and nothing is met twice or missed meanwhile."""
        data = request.query_params
        size = positive(data, "page_size", PAGE_SIZE, most=LARGEST_PAGE)
        key = cursors.key(data)
        if not sought.sort:
            sought = sought.having(sort="-date")
        if sought.order not in KEYS:
            raise refusal(["sort: A cursor goes by date; leave sort out, or say date or -date."])
        found = following(sought, key, size=size)
        record = self.record_maker(request._request)
        facets = _around(search(sought, size=1)) if key is None else {"facets": {}}
        return {
            "count": found.total,
            "next": cursors.after(request, found.last),
            "previous": None,
            "results": [record(one) for one in found.records],
            **facets,
            "catching_up": found.catching_up,
        }

    def sought(self, data: QueryDict) -> Search:
        plain = SearchAddress.asked("", data).with_values({cursors.CURSOR: []})
        paging = {"page": data.getlist("page")} if "page" in data else {}
        filters = self.filter_class(plain.with_values(paging).data)
        if problems := filters.problems:
            raise refusal(problems)
        return filters.search

    def record_maker(self, request: HttpRequest) -> Callable[[Any], Json]:
        raise NotImplementedError


def _around(found: Results) -> Json:
    return {
        "facets": {one.facet.name: _facet(one) for one in found.facets},
        "catching_up": found.catching_up,
    }


def _facet(found: FacetCounts) -> list[Json]:
    """What is in the result or was asked for."""
    return [
        {"value": one.value.value, "label": one.value.label, "count": one.count}
        for one in found.counts
        if one.count or one.selected
    ]


@shapes.search("statements", shapes.StatementPage)
class StatementSearch(SearchView):
    filter_class = StatementFilter

    def record_maker(self, request: HttpRequest) -> Callable[[Any], Json]:
        return Records(request).statement


@shapes.search("articles", shapes.ArticlePage)
class ArticleSearch(SearchView):
    filter_class = ArticleFilter

    def record_maker(self, request: HttpRequest) -> Callable[[Any], Json]:
        return Records(request).article


# --- one -----------------------------------------------------------------------------------------


class OneStatement(ApiView):
    @extend_schema(
        operation_id="statement", responses=shapes.answers(shapes.StatementWhole, gone=True)
    )
    def get(self, request: Request, public_id: str) -> Response:
        """One statement, with the words around it left to its article."""
        records = Statement.objects.with_context().prefetch_related("addressees")
        found = records.public().filter(public_id=public_id).first()
        if found is None:
            refuse_withdrawn_statement(public_id)
            raise NotFound("There is no such statement.")
        return Response(Records(request._request).statement_whole(found))


class OneArticle(ApiView):
    @extend_schema(operation_id="article", responses=shapes.answers(shapes.ArticleWhole, gone=True))
    def get(self, request: Request, public_id: str) -> Response:
        """One article with its body and its statements in their order."""
        records = Article.objects.select_related("source").prefetch_related("topics")
        found = records.public().filter(public_id=public_id).first()
        if found is None:
            refuse_withdrawn(Article.objects.filter(public_id=public_id))
            raise NotFound("There is no such article.")
        statements = Statement.objects.public().filter(article=found).with_context()
        in_order = statements.order_by("position", "pk")
        return Response(Records(request._request).article_whole(found, in_order))


def refuse_withdrawn(articles: Any) -> None:
    """410 with the day and the reason, and nothing of the record."""
    article = articles.filter(status=Article.Status.WITHDRAWN).first()
    if article is not None:
        raise _gone(article.withdrawn_at, article.withdrawn_reason)


def refuse_withdrawn_statement(public_id: str) -> None:
    """The same for a statement, withdrawn by itself or with its article."""
    was_public = [Statement.Status.CONFIRMED, Statement.Status.WITHDRAWN]
    named = Statement.objects.filter(public_id=public_id, status__in=was_public)
    refuse_withdrawn(Article.objects.filter(statements__in=named))
    taken = named.filter(status=Statement.Status.WITHDRAWN)
    one = taken.filter(article__status=Article.Status.PUBLISHED).first()
    if one is not None:
        raise _gone(one.withdrawn_at, one.status_reason)


def _gone(at: Any, reason: str) -> Gone:
    return Gone(f"Withdrawn on {at.date().isoformat()}: {reason}")
