"""An Atom feed of any search of statements: the latest ones, newest first."""

from __future__ import annotations

import datetime
import hashlib

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import feedgenerator
from django.views.decorators.http import conditional_page, require_safe

from articles.addresses import SearchAddress, permanent
from articles.filters import PAGING, StatementFilter
from articles.models import Statement
from articles.search import index
from articles.search.searching import search

from . import errors

ENTRIES = 50
KEPT = 300  # seconds that a feed is kept, here and by who reads it
MEDIA_TYPE = "application/atom+xml; charset=utf-8"


@require_safe
@conditional_page
def statements(request: HttpRequest) -> HttpResponse:
    address = SearchAddress.asked(request.path, request.GET)
    filters = StatementFilter(address.data)
    problems = filters.problems + [
        f"{name}: A feed has no pages." for name in PAGING if name in filters.data
    ]
    if problems:
        return errors.refused(request, problems)
    here = permanent(request, str(address))
    key = f"feed-{hashlib.sha256(here.encode()).hexdigest()}"
    content = cache.get(key)
    if content is None:
        try:
            content = _feed(request, filters, address, here)
        except index.NotReady:
            return errors.index_missing(request)
        cache.set(key, content, KEPT)
    response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["Cache-Control"] = f"public, max-age={KEPT}"
    return response


def _feed(
    request: HttpRequest, filters: StatementFilter, address: SearchAddress, here: str
) -> bytes:
    sought = filters.search.having(sort=filters.search.sort or "-date")
    found = search(sought, size=ENTRIES).records
    page = permanent(request, str(address.with_values({}, path=reverse("statements"))))
    query = address.data.get("q", "")
    feed = feedgenerator.Atom1Feed(
        title=_clean(f"On the Record: {query}" if query else "On the Record"),
        link=page,
        description="",
        subtitle="Statements found by a search, newest first",
        feed_url=here,
        feed_guid=page,
        language="en",
    )
    for statement in found:
        _add(feed, request, statement)  # type: ignore[arg-type]
    return feed.writeString("utf-8").encode()


def _add(feed: feedgenerator.Atom1Feed, request: HttpRequest, statement: Statement) -> None:
    address = permanent(request, statement.get_absolute_url())
    who = statement.speaker.name if statement.speaker else "Speaker not known"
    said = f", {statement.said.in_words}" if statement.said else ""
    feed.add_item(
        title=_clean(f"{who}{said}: {statement}"),
        link=address,
        unique_id=address,
        description=_clean(f"“{statement.words}” — {statement.article.title}"),
        author_name=_clean(who),
        pubdate=_moment(statement),
        updateddate=_moment(statement),
        categories=[_clean(topic.name) for topic in statement.topics.all()],
    )


def _moment(statement: Statement) -> datetime.datetime:
    """Since when the archive shows it: when it was confirmed, or its article published."""
    moments = (statement.confirmed_at, statement.article.first_public_at)
    return max(moment for moment in moments if moment)


def _clean(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(one for one in " ".join(text.split()) if one.isprintable() or one == " ")
