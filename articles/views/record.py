"""What the pages of a speaker, a topic, a polity, an occasion and a source have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from articles.addresses import permanent
from articles.citations import jsonld, linked
from articles.models import Occasion, Polity, Source, Speaker, Tenure, Topic
from articles.search import index
from articles.search.facets import NONE

from .card import card
from .compare import Asked
from .over_time import OverTime, over_time
from .within import Within, within

SIDES = ("topic", "speaker", "polity", "occasion", "source")  # from which it can be seen


def about(
    request: HttpRequest,
    facet: str,
    record: Speaker | Topic | Polity | Occasion | Source,
    tenures: Sequence[Tenure] = (),
) -> dict[str, Any]:
    """What the archive has of it, over the years, and from the sides that the years do not show."""
    found = within(facet, record.slug)
    over = _over_time(found, tenures) if found else None
    shown = {facet, *(group.facet for group in over.groups)} if over else {facet}
    sides = [found.side(name) for name in SIDES if name not in shown] if found else []
    return {
        "record": record,
        "within": found,
        "over": over,
        "sides": [one for one in sides if one],
        "compare_url": Asked([f"{facet}:{record.slug}"]).url(),
        "undated": found.lacking("year") if found else 0,
        "undated_url": str(found.address.with_values({"year": [NONE]})) if found else "",
        **_for_machines(request, record, found, tenures),
    }


def _for_machines(
    request: HttpRequest, record: Any, found: Within | None, tenures: Sequence[Tenure]
) -> dict[str, Any]:
    """What `_head/noun.html` prints."""
    address = permanent(request, record.get_absolute_url())
    return {
        "address": address,
        "card": card(request),
        "feed_url": str(found.address.with_values({}, path=reverse("statements-feed")))
        if found
        else "",
        "in_short": _in_short(found) if found and found.total else "",
        "json_ld": jsonld.ScriptJson.of(linked.record(record, address, tenures)),
    }


def _in_short(found: Within) -> str:
    """12 statements on record, 2004 to 2019, each with the words of its source."""
    years = [bar["label"] for bar in found.timeline["timeline"] if bar["count"]]
    statements = f"{found.total:,} statement{'' if found.total == 1 else 's'} on record"
    dated = f", {years[0]} to {years[-1]}" if len(years) > 1 else f", {years[0]}" if years else ""
    return f"{statements}{dated}, each in the words of its source."


def _over_time(found: Within, tenures: Sequence[Tenure]) -> OverTime | None:
    try:
        return over_time(found, tenures)
    except index.NotReady:  # it was there a moment ago
        return None
