"""One article, with its statements marked in place."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from articles import corrections, marking
from articles.models import Article, Statement

from . import citing, errors


@require_safe
def article(request: HttpRequest, public_id: str, slug: str = "") -> HttpResponse:
    found = _record(public_id)
    if found.status == Article.Status.WITHDRAWN:
        return errors.withdrawn(request, found, "article")
    if slug != found.slug:
        return redirect(found, permanent=True)
    statements = Statement.objects.public().filter(article=found)
    context = context_of(request, found, statements)
    return citing.signposted(render(request, "article.html", context), context)


@require_safe
def short(request: HttpRequest, public_id: str) -> HttpResponse:
    """The address without the slug: sends to the whole one."""
    return article(request, public_id)


def _record(public_id: str) -> Article:
    """A public article or one that was; a draft has no page, nor a redirect with its headline."""
    records = Article.objects.select_related("source").prefetch_related("topics")
    found = records.filter(public_id=public_id).first()
    if found is None or found.status == Article.Status.DRAFT:
        raise Http404
    return found


def context_of(
    request: HttpRequest, article: Article, shown: QuerySet[Statement]
) -> dict[str, Any]:
    """What the page of an article shows, with these of its statements."""
    statements = list(shown.with_context().order_by("position", "pk"))  # type: ignore[attr-defined]
    marks = [
        marking.Mark(one.segments, one.get_absolute_url(), f"s-{one.public_id}")
        for one in statements
    ]
    return {
        "article": article,
        "paragraphs": marking.paragraphs(article.body, marks),
        "statements": statements,
        "topics": article.topics.all(),
        "corrections": corrections.of_article(article),
        **citing.of_article(request, article),
    }
