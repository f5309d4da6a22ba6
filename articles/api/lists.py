"""Directories of what public statements and articles name: speakers, topics, …; and one of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from articles import mergers
from articles.filters import PAGING
from articles.models import Occasion, Office, Polity, Source, Speaker, Topic
from articles.search import counts, index

from . import cursors, shapes
from .base import LARGEST_PAGE, PAGE_SIZE, ApiView, IndexMissing, Page, positive
from .records import Json, Records


class NounView(ApiView):
    """`facet` names the counts. Only what is counted is shown: the rest is not public."""

    records: QuerySet[Any]
    facet: str

    def counted(self) -> tuple[Any, Any]:
        try:
            return counts.by_facet(self.facet), counts.by_facet(self.facet, "articles")
        except index.NotReady:
            raise IndexMissing from None


class ListView(NounView):
    known = frozenset([*PAGING, cursors.CURSOR])

    def get(self, request: Request) -> Response:
        """Those that public statements or articles name, with how many of each."""
        statements, articles = self.counted()
        records = self.records.filter(pk__in=[*statements.keys(), *articles.keys()])
        names = Records(request._request)

        def told(row: Any) -> Json:
            counted = {"count": statements[row.pk], "articles": articles[row.pk]}
            return {**(names.named(row) or {}), **counted}

        if cursors.is_asked_for(request.query_params):
            return Response(self._stretch(request, records, told))
        page = Page(request.query_params)
        rows = records[page.start : page.start + page.size]
        return Response(page.envelope(request, records.count(), [told(row) for row in rows]))

    def _stretch(
        self, request: Request, records: QuerySet[Any], told: Callable[[Any], Json]
    ) -> Json:
        """From a cursor on, in the order in which they came into the archive."""
        data = request.query_params
        size = positive(data, "page_size", PAGE_SIZE, most=LARGEST_PAGE)
        key = cursors.key(data)
        in_order = records.order_by("pk").filter(pk__gt=key or 0)
        rows = list(in_order[: size + 1])
        return {
            "count": records.count(),
            "next": cursors.after(request, rows[size - 1].pk if len(rows) > size else None),
            "previous": None,
            "results": [told(row) for row in rows[:size]],
        }


class OneView(NounView):
    def get(self, request: Request, slug: str) -> Response | HttpResponse:
        """One of them, with what is known about it and how many statements and articles name it."""
        found = self.records.filter(slug=slug).first()
        if found is None and self.facet in mergers.KINDS:
            kept = mergers.leads_to(self.facet, slug)
            if kept is not None:
                return redirect(f"api-{self.facet}", kept.slug)
        statements, articles = self.counted() if found else ({}, {})
        if found is None or not (found.pk in statements or found.pk in articles):
            raise NotFound("There is no such record.")
        return Response(
            {
                **self.whole(Records(request._request))(found),
                "count": statements[found.pk],
                "articles": articles[found.pk],
            }
        )

    def whole(self, records: Records) -> Callable[[Any], Json]:
        return records.office_record if self.facet == "office" else getattr(records, self.facet)


def _views(
    facet: str, plural: str, records: QuerySet[Any], shape: Any
) -> tuple[type[ListView], type[OneView]]:
    """The directory of a noun and the view of one, each with its own description."""
    fields = {"records": records, "facet": facet}
    directory: Any = type(plural.title(), (ListView,), fields)
    one: Any = type(f"One{facet.title()}", (OneView,), fields)
    described = extend_schema(operation_id=plural, **shapes.listing(shapes.NamedPage))
    directory.get = described(_copy(ListView.get))
    of_one = extend_schema(operation_id=facet, responses=shapes.answers(shape))
    one.get = of_one(_copy(OneView.get))
    return directory, one


def _copy(method: Callable[..., Any]) -> Callable[..., Any]:
    """A description is kept on the function it is given for."""

    def get(self: Any, request: Request, *args: Any, **kwargs: Any) -> Any:
        return method(self, request, *args, **kwargs)

    get.__doc__ = method.__doc__
    return get


NOUNS = {
    "speakers": _views(
        "speaker", "speakers", Speaker.objects.order_by("sort_name", "pk"), shapes.SpeakerWhole
    ),
    "topics": _views("topic", "topics", Topic.objects.order_by("name"), shapes.TopicWhole),
    "sources": _views("source", "sources", Source.objects.order_by("name"), shapes.SourceWhole),
    "polities": _views("polity", "polities", Polity.objects.order_by("name"), shapes.PolityWhole),
    "occasions": _views("occasion", "occasions", Occasion.objects.all(), shapes.OccasionWhole),
    "offices": _views(
        "office", "offices", Office.objects.select_related("polity"), shapes.OfficeWhole
    ),
}
