"""What the templates print of a facet: its values with their addresses, and where all are."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from articles.addresses import SearchAddress
from articles.models import Topic
from articles.search.facets import ALL_VALUES
from articles.search.searching import FacetCounts
from articles.search.values import Count

Context = dict[str, Any]

SHOWN = 6  # values of a facet that stand open; the rest is folded away
FOLDED = 30  # values that are folded away; the rest is on a page of its own


def facet(found: FacetCounts, address: SearchAddress) -> Context:
    """Chosen and excluded values first, whatever their counts; then as they come."""
    name = found.facet.name
    counts = [one for one in found.counts if one.count or one.selected or one.excluded]
    counts.sort(key=lambda one: not (one.selected or one.excluded))
    chosen = sum(one.selected or one.excluded for one in counts)
    shown = max(SHOWN, chosen)
    most = ALL_VALUES if name == "topic" else shown + FOLDED  # a tree is not cut
    values = [value_of(name, one, address) for one in counts[:most]]
    return {
        "parameter": name,
        "title": found.facet.title,
        "values": values[:shown],
        "more": values[shown:],
        "more_count": len(values[shown:]),
        "is_cut": len(counts) > len(values) or len(counts) >= found.facet.most,
        **_all_of(name, address),
    }


def _all_of(name: str, address: SearchAddress) -> Context:
    """The page with every value, and what a form that goes there carries along."""
    kind = "articles" if address.path.startswith(reverse("articles")) else "statements"
    everything = address.with_values({"sort": []}, path=reverse(f"{kind}-by", args=[name]))
    return {
        "all_url": str(everything),
        "all_action": everything.path,
        "all_fields": [
            (parameter, value)
            for parameter, values in everything.canonical.items()
            for value in values
        ],
    }


def with_branches(facets: list[Context]) -> list[Context]:
    """The topics as a tree: each under its parent, as far as that is in the result (one query)."""
    return [_as_tree(one) if one["parameter"] == "topic" else one for one in facets]


def _as_tree(topics: Context) -> Context:
    values: list[Context] = [
        {**one, "branches": [], "is_open": False} for one in (*topics["values"], *topics["more"])
    ]
    by_slug = {one["value"]: one for one in values}
    slugs = Topic.objects.filter(slug__in=by_slug).values_list("slug", "parent__slug")
    above = {slug: by_slug[parent] for slug, parent in slugs if parent in by_slug}
    for one in values:
        if parent := above.get(one["value"]):
            parent["branches"].append(one)
        if one["selected"] or one["excluded"]:  # is seen, wherever it stands
            while parent:
                parent["is_open"] = True
                parent = above.get(parent["value"])
    roots = [one for one in values if one["value"] not in above]
    roots.sort(key=lambda one: not (one["selected"] or one["excluded"] or one["is_open"]))
    shown = max(SHOWN, sum(one["is_open"] for one in roots))
    return {
        **topics,
        "values": roots[:shown],
        "more": roots[shown:],
        "more_count": len(roots[shown:]),
    }


def value_of(name: str, one: Count, address: SearchAddress) -> Context:
    value = one.value.value
    refusal = f"{name}!"
    without = address.with_values({refusal: _less(address, refusal, value)})
    chosen_elsewhere = address.with_values({name: _less(address, name, value)})
    return {
        "value": value,
        "label": one.value.label,
        "count": one.count,
        "selected": one.selected,
        "excluded": one.excluded,
        "url": str(without.toggled(name, value)),
        "exclude_url": str(chosen_elsewhere.toggled(refusal, value)),
    }


def _less(address: SearchAddress, name: str, value: str) -> list[str]:
    return [one for one in address.values(name) if one != value]
