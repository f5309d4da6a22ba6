"""Pages of plain text."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.addresses import permanent
from articles.api.base import LARGEST_PAGE
from articles.api.lists import NOUNS
from articles.search import repairing
from articles.search.searching import DEEPEST

# Records and what leads to them may be read; searches and their facets have no end. (A bare “?” at
# the end of a line is dropped by some parsers, which then would keep robots off the records.)
ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /api/
Disallow: /statements/?*
Disallow: /articles/?*
Disallow: /statements/export.
Disallow: /articles/export.
Disallow: /statements/feed.atom
Disallow: /articles/feed.atom
Disallow: /compare/?*
Disallow: /suggest/
Disallow: /statements/by/
Disallow: /articles/by/
Disallow: /*?*&

Sitemap: {sitemap}
"""


@require_safe
def help_search(request: HttpRequest) -> HttpResponse:
    limits = {
        "longest": repairing.LONGEST,
        "most_terms": repairing.MOST_TERMS,
        "shortest_prefix": repairing.SHORTEST_PREFIX,
        "farthest_of_two": repairing.FARTHEST[2],
        "farthest_of_three": repairing.FARTHEST[3],
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
    text = ROBOTS.format(sitemap=permanent(request, reverse("sitemap")))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """What a browser needs to search here from its own box."""
    addresses = {
        "search": permanent(request, reverse("statements")),
        "feed": permanent(request, reverse("statements-feed")),
        "here": permanent(request, reverse("opensearch")),
        "icon": permanent(request, static("img/icon.svg")),
    }
    kind = "application/opensearchdescription+xml; charset=utf-8"
    return render(request, "opensearch.xml", addresses, content_type=kind)
