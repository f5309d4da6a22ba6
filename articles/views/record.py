"""What the pages of a speaker, a topic, a polity, an occasion and a source have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.models import Tenure
from articles.search import index
from articles.search.facets import NONE

from .compare import Asked
from .over_time import OverTime, over_time
from .within import Within, within

SIDES = ("topic", "speaker", "polity", "occasion", "source")  # from which it can be seen


def about(facet: str, slug: str, tenures: Iterable[Tenure] = ()) -> dict[str, Any]:
    """What the archive has of it, over the years, and from the sides that the years do not show."""
    found = within(facet, slug)
    over = _over_time(found, tenures) if found else None
    shown = {facet, *(group.facet for group in over.groups)} if over else {facet}
    sides = [found.side(name) for name in SIDES if name not in shown] if found else []
    return {
        "within": found,
        "over": over,
        "sides": [one for one in sides if one],
        "compare_url": Asked([f"{facet}:{slug}"]).url(),
        "undated": found.lacking("year") if found else 0,
        "undated_url": str(found.address.with_values({"year": [NONE]})) if found else "",
    }


def _over_time(found: Within, tenures: Iterable[Tenure]) -> OverTime | None:
    try:
        return over_time(found, tenures)
    except index.NotReady:  # it was there a moment ago
        return None
