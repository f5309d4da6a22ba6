"""Pages of plain text."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.addresses import permanent
from articles.api.base import LARGEST_PAGE
from articles.api.lists import NOUNS
from articles.search import repairing
from articles.search.searching import DEEPEST

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
def help_api(request: HttpRequest) -> HttpResponse:
    number, _, period = settings.API_RATE.partition("/")
    about = {
        "base": permanent(request, "/api/v1/"),
        "nouns": ("statements", "articles", *NOUNS),
        "largest_page": LARGEST_PAGE,
        "deepest": f"{DEEPEST:,}",
        "rate": f"{number} times a {period}",
        "licence": settings.LICENCE,
    }
    return render(request, "help_api.html", about)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "about.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
