"""The first page: what the archive holds, its gaps, and the ways in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.search import counts
from articles.search.facets import NONE

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
    everything = within(latest=NEWEST)
    context: dict[str, Any] = {"within": everything}
    if everything:
        context |= {"holds": _holds(everything), "ways_in": _ways_in(everything)}
    return render(request, "home.html", context)


def _holds(everything: Within) -> dict[str, Any]:
    """The numbers of the archive, and what it does not know."""
    speakers = counts.by_facet("speaker")
    bars = everything.timeline["timeline"]
    return {
        "statements": everything.total,
        "articles": counts.total("articles"),
        "speakers": len([key for key in speakers if key]),
        "first_year": bars[0]["label"] if bars else "",
        "last_year": bars[-1]["label"] if bars else "",
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
