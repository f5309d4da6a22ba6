"""The first page of the desk: what waits, what was published, what each source has, what readers
sought in vain."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Any

from django.db.models import Count, Max, Min, Q
from django.utils import timezone

from articles.models import Article, EmptySearch, Source, Statement
from articles.search import counts, index
from articles.search.values import Key

from .queue import waiting_articles

WEEK = datetime.timedelta(days=7)
MOST_SOURCES = 15
MOST_SEARCHES = 10


def summary() -> dict[str, Any]:
    """Counts for the page (nine queries at most, whatever the archive holds)."""
    since = timezone.now() - WEEK
    waiting = waiting_articles().order_by()
    proposals = Statement.objects.filter(status=Statement.Status.PROPOSED).exclude(
        article__status=Article.Status.WITHDRAWN
    )
    return {
        "waiting": waiting.aggregate(articles=Count("pk"), oldest=Min("created_at")),
        "proposals": proposals.aggregate(
            all=Count("pk"),
            lost=Count("pk", filter=Q(segments=[])),
            nobody=Count("pk", filter=Q(speaker=None)),
        ),
        "articles_this_week": Article.objects.public().filter(first_public_at__gte=since).count(),
        "statements_this_week": Statement.objects.public().filter(confirmed_at__gte=since).count(),
        "week_from": since.date(),
        "empty_searches": list(EmptySearch.objects.all()[:MOST_SEARCHES]),
        "sources": _coverage(),
        "sources_in_all": Source.objects.count(),
    }


def _coverage() -> list[Source]:
    """The sources with most articles: how many, what of them is public, and the latest."""
    largest: list[Source] = list(
        Source.objects.annotate(
            articles_counted=Count("articles"),
            public_counted=Count("articles", filter=Q(articles__status=Article.Status.PUBLISHED)),
            latest=Max("articles__published_on", filter=Q(articles__status="published")),
        ).order_by("-articles_counted", "name")[:MOST_SOURCES]
    )
    # In a query of its own: as a column of the first it would be counted for each article.
    proposed = Statement.objects.filter(status=Statement.Status.PROPOSED)
    waiting = dict(
        proposed.filter(article__source__in=largest)
        .values_list("article__source")
        .annotate(Count("pk"))
    )
    said = _public_statements()
    for source in largest:
        source.waiting_counted = waiting.get(source.pk, 0)  # type: ignore[attr-defined]
        source.statements_counted = said[source.pk] if said else None  # type: ignore[attr-defined]
    return largest


def _public_statements() -> Counter[Key] | None:
    """By id of the source, from the index: the database would go through all of them."""
    try:
        return counts.by_facet("source")
    except index.NotReady:
        return None
