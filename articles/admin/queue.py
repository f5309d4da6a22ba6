"""The queue: articles that wait for an editor, and who is at work on them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Exists, F, FloatField, Min, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from articles.models import Article, Presence, Source, Statement

from .base import DeskAdmin
from .counting import counted

PER_PAGE = 50
AT_WORK = datetime.timedelta(minutes=30)  # after a change
OPEN = datetime.timedelta(minutes=3)  # after a page said that it is open
MINE = 5  # articles that I worked on last

ORDERS = {
    "age": ("Oldest first", [F("created_at").asc()]),
    "new": ("Newest first", [F("created_at").desc()]),
    "source": ("Source", [F("source__name").asc(), F("created_at").asc()]),
    "doubt": ("Most doubtful first", [F("doubt").asc(nulls_first=True), F("created_at").asc()]),
    "waiting": ("Most waiting first", [F("waiting").desc(), F("created_at").asc()]),
}


def waiting_articles() -> QuerySet[Any]:
    """Drafts, and published articles some of whose statements wait; none that is withdrawn."""
    proposed = Statement.objects.filter(
        article=OuterRef("pk"), status=Statement.Status.PROPOSED
    ).order_by()
    return (
        Article.objects.exclude(status=Article.Status.WITHDRAWN)
        .filter(Q(status=Article.Status.DRAFT) | Exists(proposed))
        .select_related("source")
        .defer("body", "summary")
        .annotate(
            waiting=counted(Statement, "article", Q(status=Statement.Status.PROPOSED)),
            total=counted(Statement, "article"),
            doubt=Subquery(
                proposed.values("article").annotate(least=Min("confidence")).values("least"),
                output_field=FloatField(),
            ),
        )
    )


def view(desk: DeskAdmin, request: HttpRequest) -> HttpResponse:
    if not desk.has_view_permission(request):
        raise PermissionDenied
    order = request.GET.get("order", "")
    order = order if order in ORDERS else "age"
    source = _source(request.GET.get("source", ""))
    articles = waiting_articles().order_by(*ORDERS[order][1], "pk")
    if source:
        articles = articles.filter(source=source)
    page = Paginator(articles, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        **desk.admin_site.each_context(request),
        "title": "Queue",
        "opts": desk.opts,
        "page": page,
        "rows": _rows(page, request.user.pk),
        "orders": [(name, label, name == order) for name, (label, _) in ORDERS.items()],
        "order": order,
        "source": source,
        "sources": _sources(),
        "mine": _mine(request.user.pk),
    }
    return TemplateResponse(request, "admin/articles/article/queue.html", context)


def next_in_queue(after: Article) -> Article | None:
    """The oldest article that waits for a decision, other than this one."""
    some = waiting_articles().exclude(pk=after.pk).filter(waiting__gt=0)
    return some.order_by("created_at", "pk").first()


def at_work(articles: Iterable[Article], but: int | None) -> dict[int, list[str]]:
    """Article -> who else has it open now, or has changed something in it in the last half hour.

    Two queries.
    """
    keys = [one.pk for one in articles]
    now = timezone.now()
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Article),
        object_id__in=map(str, keys),
        action_time__gte=now - AT_WORK,
    ).exclude(user=but)
    open_there = Presence.objects.filter(article__in=keys, seen_at__gte=now - OPEN).exclude(
        editor=but
    )
    pairs = [
        *open_there.values_list("article_id", "editor__username"),
        *entries.values_list("object_id", "user__username"),
    ]
    found: dict[int, list[str]] = {}
    for key, name in dict.fromkeys((int(key or 0), name) for key, name in pairs):
        found.setdefault(key, []).append(name)
    return found


def is_here(request: HttpRequest, article: Article) -> None:
    """The review page says, by itself and again every minute, that the editor has it open."""
    seen = {"seen_at": timezone.now()}
    Presence.objects.update_or_create(article=article, editor_id=request.user.pk, defaults=seen)


def _rows(articles: Iterable[Any], user: int | None) -> list[dict[str, Any]]:
    others = at_work(articles, user)
    return [
        {
            "article": one,
            "decided": one.total - one.waiting,
            "doubt": None if one.doubt is None else round(one.doubt * 100),
            "at_work": others.get(one.pk, []),
        }
        for one in articles
    ]


def _source(key: str) -> Source | None:
    known = key.isascii() and key.isdigit() and len(key) < 18
    return Source.objects.filter(pk=key).first() if known else None


def _sources() -> QuerySet[Source]:
    return Source.objects.filter(articles__in=waiting_articles().values("pk")).distinct()


def _mine(user: int | None) -> list[Article]:
    """What I worked on last, the last first."""
    entries = LogEntry.objects.filter(
        user=user, content_type=ContentType.objects.get_for_model(Article)
    ).order_by("-action_time")
    keys = [int(key or 0) for key in entries.values_list("object_id", flat=True)[:200]]
    newest = list(dict.fromkeys(keys))[:MINE]
    found = Article.objects.select_related("source").defer("body").in_bulk(newest)
    return [found[key] for key in newest if key in found]
