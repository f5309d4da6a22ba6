"""Pages of plain text."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.search import repairing

# Searches with one parameter, and every page, may be walked through; combinations have no end.
ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /*?*&
"""


@require_safe
def help_search(request: HttpRequest) -> HttpResponse:
    limits = {
        "longest": repairing.LONGEST,
        "most_terms": repairing.MOST_TERMS,
        "shortest_prefix": repairing.SHORTEST_PREFIX,
    }
    return render(request, "help_search.html", limits)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
