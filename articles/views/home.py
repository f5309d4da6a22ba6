"""The first page: what the archive holds, its gaps, and the ways in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.search import counts, index
from articles.search.facets import NONE
from articles.search.searching import one_of_each_article

from .over_time import over_time
from .within import Within, within

NEWEST = 6
WAYS_IN = (
    ("topic", "topics", "Topics"),
    ("speaker", "speakers", "Speakers"),
    ("polity", "polities", "States and organisations"),
    ("occasion", "occasions", "Occasions"),
    ("source", "sources", "Sources"),
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    try:
        context = _context(within(latest=1))
    except index.NotReady:
        context = {}
    return render(request, "home.html", context)


def _context(everything: Within | None) -> dict[str, Any]:
    """Empty while there is no index."""
    if not everything:
        return {}
    return {
        "within": everything,
        "over": over_time(everything),
        "holds": _holds(everything),
        "ways_in": _ways_in(everything),
        "latest": one_of_each_article(everything.sought, NEWEST),
        "compare_url": reverse("compare"),
    }


def _holds(everything: Within) -> dict[str, Any]:
    """The numbers of the archive, and what it does not know."""
    speakers = counts.by_facet("speaker")
    years = [one for one in everything.timeline["timeline"] if one["count"]]
    return {
        "statements": everything.total,
        "articles": counts.total("articles"),
        "speakers": len([key for key in speakers if key]),
        "years": len(years),
        "first_year": years[0]["label"] if years else "",
        "last_year": years[-1]["label"] if years else "",
        "undated": everything.lacking("year"),
        "speaker_not_known": speakers[0],
    }


def _ways_in(everything: Within) -> list[dict[str, Any]]:
    """The most frequent values of the facets that have a directory, each linking to its page."""
    return [
        {
            "title": title,
            "directory": directory,
            "page": facet,
            "values": [one for one in everything.facets[facet]["values"] if one["value"] != NONE],
        }
        for facet, directory, title in WAYS_IN
    ]
