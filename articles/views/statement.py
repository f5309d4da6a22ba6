"""One statement: the words, and everything that is known about them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import corrections, marking, provenance, web
from articles.models import Article, Statement
from articles.search import index, similar

from . import citing, errors
from .strands import strands


@require_safe
def statement(request: HttpRequest, public_id: str) -> HttpResponse:
    found = _record(public_id)
    if gone := errors.if_withdrawn(request, found):
        return gone
    context = _context(request, found)
    return citing.signposted(render(request, "statement.html", context), context)


def _record(public_id: str) -> Statement:
    """A public statement with its article's body, or one that was withdrawn, or its article."""
    was_public = (Statement.Status.CONFIRMED, Statement.Status.WITHDRAWN)
    visible = Statement.objects.exclude(article__status=Article.Status.DRAFT).filter(
        status__in=was_public
    )
    records = visible.with_context().defer(None).prefetch_related("addressees")
    found = records.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def _context(request: HttpRequest, statement: Statement) -> dict[str, Any]:
    article = statement.article
    return {
        "statement": statement,
        "words": marking.paragraphs(statement.words),
        "surroundings": marking.surroundings(article.body, statement.segments),
        **citing.of_statement(request, statement),
        "at_the_words": web.at_the_words(article.url, statement.passages),
        "archived_at_the_words": web.at_the_words(article.archived_url, statement.passages),
        "found": provenance.in_words(statement),
        "corrections": corrections.of_statement(statement),
        **_neighbours(statement),
        **_elsewhere(statement),
    }


def _neighbours(statement: Statement) -> dict[str, Any]:
    """The statements before and after it in its article, and its place there (four queries)."""
    others = Statement.objects.public().filter(article=statement.article).select_related("speaker")
    position, pk = statement.position, statement.pk
    before = others.filter(Q(position__lt=position) | Q(position=position, pk__lt=pk))
    after = others.filter(Q(position__gt=position) | Q(position=position, pk__gt=pk))
    number, behind = before.count() + 1, after.count()
    return {
        "previous": before.order_by("-position", "-pk").first() if number > 1 else None,
        "next": after.order_by("position", "pk").first() if behind else None,
        "number": number,
        "of": number + behind,
    }


def _elsewhere(statement: Statement) -> dict[str, Any]:
    """What the index knows around it: the page does without while there is none."""
    try:
        return {"strands": strands(statement), "similar": similar.like(statement)}
    except index.NotReady:
        return {}
