"""States and international organisations: the directory, and one with those who speak for it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.models import Polity

from .directory import Directory, show
from .record import about

POLITIES = Directory(
    facet="polity",
    template="polities.html",
    records=lambda: Polity.objects.order_by("name"),
    names=("name", "code"),
    letter_of="name",
)


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    return show(request, POLITIES)


@require_safe
def polity(request: HttpRequest, slug: str) -> HttpResponse:
    record = get_object_or_404(Polity, slug=slug)
    context = about(request, "polity", record)
    return render(request, "polity.html", context)
