"""Who else speaks of the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from articles.addresses import SearchAddress
from articles.models import Topic
from articles.search.facets import BY_NAME
from articles.search.searching import Search, counts_by
from articles.search.values import Count

from .compare import MOST, Asked
from .within import Within

TOPICS = 3  # of which others are asked whether they speak
OTHERS = 6


@dataclass(frozen=True)
class Company:
    """`topics` by name, and the speakers as a list of searches."""

    topics: list[str]
    values: list[dict[str, Any]]
    url: str
    compare_url: str


def company(within: Within, slug: str) -> Company | None:
    """The others who say the most on what this speaker speaks of most; None where nobody does."""
    topics = _topics(within)
    if not topics:
        return None
    keys = frozenset(one.value.key for one in topics)
    sought = Search(chosen={"topic": keys}, excluded=within.sought.chosen)
    counted = Counter(counts_by("speaker", [sought])[0])
    del counted[0]  # speaker not known
    most = dict(counted.most_common(OTHERS))
    speakers = BY_NAME["speaker"].describe(most)
    found = [Count(speakers[key], count) for key, count in most.items() if key in speakers]
    if not found:
        return None
    address = SearchAddress(
        reverse("statements"), {"topic": sorted(one.value.value for one in topics)}
    )
    compared = [slug, *(one.value.value for one in found)][:MOST]
    return Company(
        topics=[one.value.label for one in topics],
        values=[
            {
                "label": one.value.label,
                "count": one.count,
                "url": str(address.with_values({"speaker": [one.value.value]})),
            }
            for one in found
        ],
        url=str(address),
        compare_url=Asked([f"speaker:{one}" for one in compared]).url(),
    )


def _topics(within: Within) -> list[Count]:
    """The most frequent ones under which no narrower one is spoken of."""
    counts = [one for one in within.counts["topic"].counts if one.count and one.value.key]
    keys = [one.value.key for one in counts]
    wider = set(Topic.objects.filter(pk__in=keys).values_list("parent", flat=True))
    return [one for one in counts if one.value.key not in wider][:TOPICS]
