"""Summits, talks, press conferences: the directory, and one with what was said there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Occasion

from .directory import Directory, show
from .record import about

OCCASIONS = Directory(
    facet="occasion",
    template="occasions.html",
    records=lambda: Occasion.objects.all(),
    names=("name", "place"),
)


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    return show(request, OCCASIONS)


@require_safe
def occasion(request: HttpRequest, slug: str) -> HttpResponse:
    record = get_object_or_404(Occasion, slug=slug)
    context = about(request, "occasion", record)
    return render(request, "occasion.html", context)
