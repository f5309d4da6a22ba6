"""The map of all public records for robots, in segments: a record stays in its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Max, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from articles.addresses import permanent
from articles.models import Article, Statement

SEGMENT = 20_000  # ids; a segment may hold 50,000 addresses

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
MEDIA_TYPE = "application/xml; charset=utf-8"


def _records(kind: str) -> QuerySet[Any]:
    """Public records with the moment since when they are as they are shown."""
    if kind == "articles":
        return Article.objects.public().annotate(shown=Coalesce("first_public_at", "created_at"))
    if kind == "statements":
        return Statement.objects.public().annotate(
            shown=Greatest("confirmed_at", "article__first_public_at")
        )
    raise Http404


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    lines = [HEAD, f"<sitemapindex {NAMESPACE}>\n"]
    for kind in ("statements", "articles"):
        for number, moment in _segments(kind):
            place = permanent(request, reverse("sitemap-segment", args=[kind, number]))
            lines.append(_line("sitemap", place, moment))
    lines.append("</sitemapindex>\n")
    return HttpResponse("".join(lines), content_type=MEDIA_TYPE)


def _segments(kind: str) -> Iterator[tuple[int, Any]]:
    """Those that hold anything, with their last change: a query each, by the primary key."""
    records = _records(kind).order_by()
    last = records.aggregate(last=Max("pk"))["last"]
    for number in range(0 if last is None else last // SEGMENT + 1):
        moment = _within(records, number).aggregate(moment=Max("shown"))["moment"]
        if moment:
            yield number, moment


def _within(records: QuerySet[Any], number: int) -> QuerySet[Any]:
    return records.filter(pk__gte=number * SEGMENT, pk__lt=(number + 1) * SEGMENT)


@require_safe
def segment(request: HttpRequest, kind: str, number: int) -> HttpResponseBase:
    if number > 10**9:
        raise Http404
    records = _within(_records(kind), number).order_by("pk")
    records = records.only("public_id", *(["title"] if kind == "articles" else []))
    if not records.exists():
        raise Http404
    return StreamingHttpResponse(_urls(records, permanent(request, "/")), content_type=MEDIA_TYPE)


def _urls(records: QuerySet[Any], site: str) -> Iterator[str]:
    yield f"{HEAD}<urlset {NAMESPACE}>\n"
    for record in records:
        yield _line("url", site.removesuffix("/") + record.get_absolute_url(), record.shown)
    yield "</urlset>\n"


def _line(name: str, place: str, moment: Any) -> str:
    changed = moment.isoformat(timespec="seconds")
    return f"<{name}><loc>{escape(place)}</loc><lastmod>{changed}</lastmod></{name}>\n"
