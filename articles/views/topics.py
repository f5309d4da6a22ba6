"""What is spoken of: the directory, a tree, and one topic with what lies under it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Topic
from articles.search import counts, index

from . import errors
from .merged import leads_on
from .record import about


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """All of the tree on one page; a parent counts what is under it."""
    if request.GET:
        return errors.refused(request, [f"“{name}” is no parameter." for name in request.GET])
    try:
        counted = counts.by_facet("topic")
    except index.NotReady:
        return errors.index_missing(request)
    topics = list(Topic.objects.filter(pk__in=[key for key in counted if key]).order_by("name"))
    context = {
        "tree": _tree(topics, counted),
        "total": len(topics),
        "not_stated": counted[0],
    }
    return render(request, "topics.html", context)


@dataclass(frozen=True)
class Branch:
    topic: Topic
    count: int
    branches: list[Branch]


def _tree(topics: list[Topic], counted: Mapping[Any, int]) -> list[Branch]:
    """The topics, each under its parent.

    What is under a topic counts for it, so whoever has a count has a parent with a count.
    """
    under: dict[int | None, list[Topic]] = defaultdict(list)
    for topic in topics:
        under[topic.parent_id].append(topic)

    def below(parent: int | None) -> list[Branch]:
        return [Branch(topic, counted[topic.pk], below(topic.pk)) for topic in under[parent]]

    return below(None)


@require_safe
@leads_on("topic")
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    record = get_object_or_404(Topic.objects.select_related("parent"), slug=slug)
    context = {
        "ancestors": list(reversed(record.ancestors())),
        "children": record.children.all(),
        **about(request, "topic", record),
    }
    return render(request, "topic.html", context)
