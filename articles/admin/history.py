"""What a record was before each change: read from the events that triggers keep.

An event holds the row as it was before an update. The change is its difference to the next event,
and that of the last event its difference to the row as it is now.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Model

from articles.differences import cut_to_the_change

SHOWN = 200  # changes, the newest


@dataclass(frozen=True)
class Difference:
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """`event` is the key of what the record was before; None where only its topics changed."""

    at: datetime.datetime
    by: str
    differences: list[Difference]
    event: int | None = None


def changes_of(record: Any) -> list[Change]:
    """The newest changes of a record whose history is kept, newest first; a few queries."""
    if not hasattr(record, "events"):
        return []
    events = list(record.events.select_related("pgh_context").order_by("-pgh_id")[:SHOWN])
    names = _names_of_editors(events)
    found = [
        Change(
            event.pgh_created_at,
            names.get(_editor(event), ""),
            _differences(event, after),
            event.pgh_id,
        )
        for after, event in pairwise([record, *events])
        if event.pgh_label != "insert"
    ]
    found += _topics(record)
    return sorted(found, key=lambda change: change.at, reverse=True)[:SHOWN]


def _topics(record: Any) -> list[Change]:
    """Topics that came and went after the record was made: their links keep a history too."""
    model: Any = apps.all_models["articles"].get(f"{record._meta.model_name}topicevent")
    if model is None:
        return []
    links = model._default_manager.filter(
        **{record._meta.model_name: record.pk}, pgh_created_at__gt=record.created_at
    )
    events = list(links.select_related("pgh_context", "topic").order_by("-pgh_id")[:SHOWN])
    names = _names_of_editors(events)
    return [
        Change(one.pgh_created_at, names.get(_editor(one), ""), [_came_or_went(one)])
        for one in events
    ]


def _came_or_went(event: Any) -> Difference:
    came = event.pgh_label == "insert"
    return Difference("topic", "–" if came else str(event.topic), str(event.topic) if came else "–")


def _editor(event: Any) -> int | None:
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def _names_of_editors(events: list[Any]) -> dict[int | None, str]:
    wanted = {key for event in events if (key := _editor(event))}
    return {user.pk: user.get_username() for user in User.objects.filter(pk__in=wanted)}


def _differences(before: Any, after: Any) -> list[Difference]:
    found = []
    for field in before.pgh_tracked_model._meta.concrete_fields:
        old, new = (getattr(state, field.attname, None) for state in (before, after))
        if old != new:
            found.append(Difference(str(field.verbose_name), *_shown(field, old, new)))
    return found


def _shown(field: Any, old: Any, new: Any) -> tuple[str, str]:
    if field.remote_field:
        return _named(field.related_model, old), _named(field.related_model, new)
    return cut_to_the_change(_text(old), _text(new))


def _named(model: type[Model], key: Any) -> str:
    """The record by name; what is gone by its number."""
    if key is None:
        return "–"
    record = model._base_manager.filter(pk=key).first()
    return str(record) if record else f"no. {key}"


def _text(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return "–" if value in (None, "", []) else str(value)
