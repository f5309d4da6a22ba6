"""Editing the text of a published article: what becomes of each statement, before it is saved.

The change is made in its transaction, looked at, and undone; the page that shows it carries the
whole form on, so that nothing typed is lost either way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.anchoring import Reanchored
from articles.models import Article, Statement

from .base import DeskAdmin

SEEN = "_text_seen"  # the parameter of a form whose editor has seen what becomes of the statements
GO_ON = "_go_on"  # the button that leads back to the form

FOUND, CHANGED, GONE = "stays", "is found again", "waits for an editor"


@dataclass(frozen=True)
class Fate:
    """What becomes of a statement. `after` are its words in the new text."""

    statement: Statement
    what: str
    before: str
    after: str = ""
    reason: str = ""


class Unseen(Exception):
    """Raised within the transaction of the change, which it undoes."""

    def __init__(self, article: Article, found: list[Fate]) -> None:
        self.article, self.fates = article, found
        super().__init__("The editor has not seen yet what becomes of the statements.")


def fates(outcome: Reanchored, before: Mapping[int, str]) -> list[Fate]:
    """In the order of the statements; `before` has the words by primary key."""
    found = [Fate(one, FOUND, before[one.pk], one.words) for one in outcome.kept]
    found += [Fate(one, CHANGED, before[one.pk], one.words) for one in outcome.moved]
    found += [Fate(one, GONE, before[one.pk], reason=one.status_reason) for one in outcome.lost]
    return sorted(found, key=lambda fate: (fate.statement.position, fate.statement.pk))


def page(
    desk: DeskAdmin, request: HttpRequest, unseen: Unseen, *, back: str = "Go on editing"
) -> HttpResponse:
    """The question; `back` is what the button says that saves nothing."""
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    context = {
        **desk.admin_site.each_context(request),
        "title": "What becomes of the statements",
        "opts": desk.opts,
        "article": unseen.article,
        "fates": unseen.fates,
        "lost": sum(fate.what == GONE for fate in unseen.fates),
        "carried": carried,
        "seen": SEEN,
        "go_on": GO_ON,
        "back": back,
    }
    return TemplateResponse(request, "admin/articles/article/text_changes.html", context)
