"""Atom feeds of any search: what was last made public or corrected in the archive comes first.

The order of the search itself does not matter: who follows it wants to know what is new here, not
what was said last.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import feedgenerator
from django.utils.html import escape
from django.utils.http import http_date
from django.views.decorators.http import conditional_page, require_safe

from articles.addresses import SearchAddress, permanent
from articles.filters import PAGING, ArticleFilter, SearchFilter, StatementFilter
from articles.models import Article, Statement
from articles.search import index
from articles.search.searching import Search, search

from . import errors

ENTRIES = 50
KEPT = 300  # seconds that a feed is kept, here and by who reads it
MEDIA_TYPE = "application/atom+xml; charset=utf-8"
ARCHIVE = "On the Record"


@require_safe
@conditional_page
def statements(request: HttpRequest) -> HttpResponse:
    return _answer(request, StatementFilter)


@require_safe
@conditional_page
def articles(request: HttpRequest) -> HttpResponse:
    return _answer(request, ArticleFilter)


@dataclass(frozen=True)
class Written:
    content: bytes
    changed: datetime.datetime


def _answer(request: HttpRequest, filter_class: type[SearchFilter]) -> HttpResponse:
    address = SearchAddress.asked(request.path, request.GET)
    filters = filter_class(address.data)
    problems = filters.problems + [
        f"{name}: A feed has no pages." for name in PAGING if name in filters.data
    ]
    if problems:
        return errors.refused(request, problems)
    here = permanent(request, str(address))
    key = f"feed-{hashlib.sha256(here.encode()).hexdigest()}"
    written = cache.get(key)
    if written is None:
        try:
            written = _written(request, filters, address, here)
        except index.NotReady:
            return errors.index_missing(request)
        cache.set(key, written, KEPT)
    response = HttpResponse(written.content, content_type=MEDIA_TYPE)
    response["Cache-Control"] = f"public, max-age={KEPT}"
    response["Last-Modified"] = http_date(written.changed.timestamp())
    return response


class _Feed(feedgenerator.Atom1Feed):
    """One without entries changed when the archive did, not whenever it is asked for."""

    def latest_post_date(self) -> datetime.datetime:
        return super().latest_post_date() if self.items else self.feed["changed"]


def _written(
    request: HttpRequest, filters: SearchFilter, address: SearchAddress, here: str
) -> Written:
    found: list[Any] = list(_newest(filters.search, ENTRIES))
    page = permanent(request, str(address.with_values({}, path=reverse(filters.kind))))
    query = address.data.get("q", "")
    feed = _Feed(
        title=_clean(f"{ARCHIVE}: {query}" if query else ARCHIVE),
        link=page,
        description="",
        subtitle=f"{filters.kind.capitalize()} of a search, as they are made public or corrected",
        author_name=ARCHIVE,
        feed_url=here,
        feed_guid=page,
        feed_copyright=settings.LICENCE or None,
        language="en",
        changed=_last_change(filters.kind),
    )
    for record in found:
        feed.add_item(**_entry(record, permanent(request, record.get_absolute_url())))
    return Written(feed.writeString("utf-8").encode(), feed.latest_post_date())


def _newest(sought: Search, size: int) -> list[Statement] | list[Article]:
    return search(sought.having(sort="-changed"), size=size).records


def _last_change(kind: str) -> datetime.datetime:
    """Of all public records; where there are none, the beginning of time as computers know it."""
    for record in _newest(Search(kind=kind), 1):
        return record.changed_at
    return datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def _entry(record: Statement | Article, address: str) -> dict[str, Any]:
    told = _of_statement(record) if isinstance(record, Statement) else _of_article(record)
    since = record.public_since
    return {
        **{name: _clean(text) if text else None for name, text in told.items()},
        "description": escape(_clean(told["description"])),  # it is printed as HTML
        "link": address,
        "unique_id": address,
        "pubdate": since,
        "updateddate": max(since, record.changed_at),
        "categories": [_clean(topic.name) for topic in record.topics.all()],
    }


def _of_statement(statement: Statement) -> dict[str, str]:
    who = statement.speaker.name if statement.speaker else "Speaker not known"
    said = f", {statement.said.in_words}" if statement.said else ""
    return {
        "title": f"{who}{said}: {statement}",
        "description": f"“{statement.words}” — {statement.article.title}",
        "author_name": statement.speaker.name if statement.speaker else "",
    }


def _of_article(article: Article) -> dict[str, str]:
    published = f", {article.published.in_words}" if article.published else ""
    return {
        "title": article.title,
        "description": article.summary or f"{article.source}{published}",
        "author_name": article.source.name,
    }


def _clean(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(one for one in " ".join(text.split()) if one.isprintable() or one == " ")
