"""What a record was before each change: read from the events that triggers keep.

An event holds the row as it was before an update. The change is its difference to the next event,
and that of the last event its difference to the row as it is now. What one transaction did to the
record and to what belongs to it is one change.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model

from articles import mergers
from articles.differences import cut_to_the_change
from articles.models import Merger

from . import parts
from .parts import Named, Part

SHOWN = 200  # changes, the newest


@dataclass(frozen=True)
class Difference:
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """`key` names it to `reverting.revert`; "" for the entry, before which there was nothing."""

    at: datetime.datetime
    by: str
    differences: list[Difference]
    key: str = ""

    @property
    def is_entry(self) -> bool:
        return not self.key


def changes_of(record: Any) -> list[Change]:
    """The newest changes of a record whose history is kept, newest first; a few queries."""
    if not hasattr(record, "events"):
        return []
    rows = list(record.events.select_related("pgh_context").order_by("-pgh_id")[:SHOWN])
    of_parts = [(part, _events_of(part, record)) for part in parts.of(record)]
    differences: dict[datetime.datetime, list[Difference]] = defaultdict(list)
    named = cache(_named)
    for moment, found in _of_rows(record, rows):
        differences[moment] += found
    for part, events in of_parts:
        for moment, one in _of_part(part, record, events, named):
            differences[moment].append(one)
    editors = _editors([*rows, *(event for _, events in of_parts for event in events)])
    entries = {event.pgh_created_at for event in rows if event.pgh_label == "insert"}
    changes = [
        Change(at, editors.get(at, ""), found, "" if at in entries else at.isoformat())
        for at, found in differences.items()
        if found or at in entries
    ]
    changes += _entry_of(record)
    return sorted(changes, key=lambda change: change.at, reverse=True)[:SHOWN]


def newest_change(record: Any) -> Change | None:
    """What was done last; its entry is no change."""
    return next((one for one in changes_of(record) if not one.is_entry), None)


def _entry_of(record: Any) -> list[Change]:
    """Articles and statements say themselves who entered them and when."""
    if not hasattr(record, "created_at"):
        return []
    by = record.created_by.get_username() if record.created_by else ""
    return [Change(record.created_at, by, [])]


# --- the row -------------------------------------------------------------------------------------


def _of_rows(
    record: Any, events: list[Any]
) -> Iterator[tuple[datetime.datetime, list[Difference]]]:
    """What each transaction did, given the events from the newest on."""
    after = record
    for moment, together in groupby(events, key=lambda event: event.pgh_created_at):
        done = list(together)
        entered = any(event.pgh_label == "insert" for event in done)
        yield moment, [] if entered else _differences(done[-1], after)
        after = done[-1]


def _differences(before: Any, after: Any) -> list[Difference]:
    found = []
    for field in parts.columns_that_matter(before.pgh_tracked_model):
        old, new = (getattr(state, field.attname, None) for state in (before, after))
        if old != new:
            found.append(Difference(str(field.verbose_name), *_shown(field, old, new)))
    return found


def _shown(field: Any, old: Any, new: Any) -> tuple[str, str]:
    if field.remote_field:
        return _named(field.related_model, old), _named(field.related_model, new)
    return cut_to_the_change(_text(old), _text(new))


def _named(model: type[Model], key: Any) -> str:
    """The record by name, also one that was merged; what is gone otherwise by its number."""
    if key is None:
        return "–"
    record = model._base_manager.filter(pk=key).first() or mergers.of(model, key)
    if isinstance(record, Merger):
        return record.name
    return str(record) if record else f"no. {key}"


def _text(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "; ".join(value) or "–"
    return "–" if value in (None, "", []) else str(value)


# --- what belongs to it --------------------------------------------------------------------------


def _events_of(part: Part, record: Any) -> list[Any]:
    """Those since the record was entered, where it says when that was."""
    events = part.events(record).select_related("pgh_context")
    if hasattr(record, "created_at"):
        events = events.filter(pgh_created_at__gt=record.created_at)
    return list(events[:SHOWN])


def _of_part(
    part: Part, record: Any, events: Iterable[Any], named: Named
) -> Iterator[tuple[datetime.datetime, Difference]]:
    """Each row that came, went or changed, given the events from the newest on."""

    def shown(values: parts.Values | None) -> str:
        there = values is not None and part.belongs(values, record)
        return part.in_words(values, named) if values and there else "–"

    rows = part.rows(record)
    for event in events:
        values = part.values(event)
        before, after = _states(event.pgh_label, values, rows.pop(event.id, None))
        if before:
            rows[event.id] = before
        if shown(before) != shown(after):
            yield event.pgh_created_at, Difference(part.noun, shown(before), shown(after))


def _states(
    label: str, values: parts.Values, later: parts.Values | None
) -> tuple[parts.Values | None, parts.Values | None]:
    """Of a row, before and after an event with these values; `later` is what it became."""
    if label == "insert":
        return None, values
    return values, None if label == "delete" else later


# --- who -----------------------------------------------------------------------------------------


def _editors(events: list[Any]) -> dict[datetime.datetime, str]:
    """Who did what was done at a moment, where an editor did it."""
    keys = {event.pgh_created_at: key for event in events if (key := _editor(event))}
    users = {user.pk: user.get_username() for user in User.objects.filter(pk__in=keys.values())}
    return {at: users.get(key, f"account no. {key}") for at, key in keys.items()}


def _editor(event: Any) -> int | None:
    return event.pgh_context.metadata.get("user") if event.pgh_context else None
