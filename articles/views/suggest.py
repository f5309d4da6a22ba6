"""Suggestions for a search box, as JSON."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from articles.search import index, schema
from articles.search.facets import BY_NAME
from articles.search.suggesting import Suggestion
from articles.search.suggesting import suggest as suggestions

PARAMETERS = ("q", "of")


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """`q`: what stands in the box; `of`: "statements" or "articles"."""
    problems = [f"“{name}” is no parameter here." for name in request.GET if name not in PARAMETERS]
    kind = request.GET.get("of", "statements")
    if kind not in schema.KINDS:
        problems.append(f"of: “{kind[:40]}” is neither statements nor articles.")
    if problems:
        return JsonResponse({"problems": problems}, status=400)
    try:
        found = suggestions(request.GET.get("q", "").replace("\0", " "), kind)
    except index.NotReady:
        return JsonResponse({"suggestions": []}, status=503, headers={"Retry-After": "5"})
    return JsonResponse({"suggestions": [_suggestion(one) for one in found]})


def _suggestion(one: Suggestion) -> dict[str, str | int | bool]:
    """`complete`: it is a filter, so that one need not go on typing."""
    facet = BY_NAME.get(one.kind)
    return {
        "label": one.label,
        "kind": facet.noun if facet else "word",
        "count": one.count,
        "query": one.query,
        "complete": facet is not None,
    }
