"""The map of all public records for robots, in segments: a record stays in its own.

Statements and articles come from the database; speakers, topics and the like, which are public as
far as those name them, from the index. `lastmod` is since when a page shows what it shows.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F, Max, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from articles.addresses import permanent
from articles.models import Article, Statement
from articles.search import counts
from articles.search import index as search_index
from articles.search.facets import BY_NAME

from . import errors

SEGMENT = 20_000  # ids; a segment may hold 50,000 addresses
NOUNS = {
    "speakers": "speaker",
    "topics": "topic",
    "polities": "polity",
    "occasions": "occasion",
    "sources": "source",
}
KINDS = ("statements", "articles", *NOUNS)

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
MEDIA_TYPE = "application/xml; charset=utf-8"

Moment = datetime.datetime
Listed = Iterable[tuple[str, Moment]]  # path, and since when it shows what it shows

# The page of an article changes with its statements, also when one is taken back.
OF_STATEMENTS = {
    "said": Max("statements__changed_at", filter=Q(statements__status="confirmed")),
    "taken_back": Max("statements__withdrawn_at"),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    lines = [HEAD, f"<sitemapindex {NAMESPACE}>\n"]
    try:
        for kind in KINDS:
            for number, moment in sorted(_segments(kind).items()):
                place = permanent(request, reverse("sitemap-segment", args=[kind, number]))
                lines.append(_line("sitemap", place, moment))
    except search_index.NotReady:
        return errors.index_missing(request)
    lines.append("</sitemapindex>\n")
    return HttpResponse("".join(lines), content_type=MEDIA_TYPE)


@require_safe
def segment(request: HttpRequest, kind: str, number: int) -> HttpResponseBase:
    if kind not in KINDS or number > 10**9:
        raise Http404
    try:
        listed = _nouns(NOUNS[kind], number) if kind in NOUNS else _records(kind, number)
    except search_index.NotReady:
        return errors.index_missing(request)
    if listed is None:
        raise Http404
    return StreamingHttpResponse(_urls(listed, permanent(request, "/")), content_type=MEDIA_TYPE)


def _urls(listed: Listed, site: str) -> Iterator[str]:
    yield f"{HEAD}<urlset {NAMESPACE}>\n"
    for path, moment in listed:
        yield _line("url", site.removesuffix("/") + path, moment)
    yield "</urlset>\n"


def _line(name: str, place: str, moment: Moment) -> str:
    changed = moment.isoformat(timespec="seconds")
    return f"<{name}><loc>{escape(place)}</loc><lastmod>{changed}</lastmod></{name}>\n"


def _segments(kind: str) -> dict[int, Moment]:
    """The segments that hold anything, each with its last change; one query."""
    if kind in NOUNS:
        return _segments_of_nouns(NOUNS[kind])
    segments = _public(kind).order_by().values(number=F("pk") / SEGMENT)
    rows = segments.annotate(own=Max("changed_at"), **_others(kind))
    return {row.pop("number"): _last(row.values()) for row in rows}


def _last(moments: Iterable[Moment | None]) -> Moment:
    return max(moment for moment in moments if moment)


# --- statements and articles ---------------------------------------------------------------------


def _public(kind: str) -> QuerySet[Any]:
    return Article.objects.public() if kind == "articles" else Statement.objects.public()


def _others(kind: str) -> dict[str, Max]:
    return OF_STATEMENTS if kind == "articles" else {}


def _records(kind: str, number: int) -> Listed | None:
    within = _public(kind).filter(pk__gte=number * SEGMENT, pk__lt=(number + 1) * SEGMENT)
    if not within.exists():
        return None
    shown = ("public_id", "changed_at", *(["title"] if kind == "articles" else []))
    records = within.only(*shown).annotate(**_others(kind)).order_by("pk")
    return (
        (one.get_absolute_url(), _last([one.changed_at, *(getattr(one, n) for n in _others(kind))]))
        for one in records
    )


# --- speakers, topics and the like ---------------------------------------------------------------


def _segments_of_nouns(facet: str) -> dict[int, Moment]:
    model: Any = BY_NAME[facet].model
    segments = model.objects.order_by().values_list(F("pk") / SEGMENT, flat=True).distinct()
    found = {number: _moments(facet, number).values() for number in sorted(segments)}
    return {number: max(moments) for number, moments in found.items() if moments}


def _moments(facet: str, number: int) -> dict[int, Moment]:
    return counts.changed(facet, number * SEGMENT, (number + 1) * SEGMENT - 1)


def _nouns(facet: str, number: int) -> Listed | None:
    moments = _moments(facet, number)
    records = list(BY_NAME[facet].records(moments))
    if not records:
        return None
    return [(one.get_absolute_url(), moments[one.pk]) for one in sorted(records, key=_pk)]


def _pk(record: Any) -> int:
    return record.pk
