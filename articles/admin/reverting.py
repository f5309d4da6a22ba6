"""A record put back to what it was, from the events that triggers keep.

What belongs to a record's identity stays (its address, who entered it and when), and a status is
set only by `articles.publishing`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Model

from articles import publishing
from articles.anchoring import put_in_order, reanchor
from articles.models import Statement

KEPT = frozenset(
    [
        "id",
        "public_id",
        "slug",
        "created_at",
        "created_by",
        "status",
        "status_reason",
        "confirmed_at",
        "first_public_at",
        "withdrawn_at",
        "withdrawn_reason",
    ]
)


def restore(record: Model, event: Any) -> list[str]:
    """Give the record the fields of the event, unsaved; the names of those that differ."""
    changed = []
    for one in record._meta.concrete_fields:
        if one.name in KEPT or not hasattr(event, one.attname):
            continue
        before = getattr(event, one.attname)
        if getattr(record, one.attname) != before:
            setattr(record, one.attname, before)
            changed.append(one.name)
    return changed


class CannotRevert(Exception):
    """Why a record stays as it is, in words for an editor."""


def revert(record: Any, key: Any) -> str:
    """Put the record back to what it was before the change `key`; what was done, in words."""
    event = record.events.filter(pgh_id=key or 0).exclude(pgh_label="insert").first()
    if event is None:
        raise CannotRevert("There is no such change.")
    body = getattr(record, "body", None)
    changed = restore(record, event)
    if not changed:
        raise CannotRevert("It is as it was then.")
    if "body" in changed:
        new, record.body = record.body, body
        record.save()
        reanchor(record, new)
    else:
        record.save()
    if isinstance(record, Statement):
        put_in_order(record.article)
    names = ", ".join(str(record._meta.get_field(name).verbose_name) for name in changed)
    return f"Put back as it was before {event.pgh_created_at:%Y-%m-%d %H:%M} (UTC): {names}."


# --- the last change of a statement --------------------------------------------------------------


@dataclass
class LastChange:
    """One transaction's changes: the row as it was, and its topics that came and went."""

    row: Any = None
    topics: list[Any] = field(default_factory=list)
    decides: bool = False


def last_change(statement: Statement) -> LastChange | None:
    """What was done to the statement last (two queries); None if nothing was."""
    rows = _rows(statement)
    row = rows[0] if rows else None
    links = apps.get_model("articles", "StatementTopicEvent").objects.filter(
        statement=statement.pk, pgh_created_at__gt=statement.created_at
    )
    links = list(links.order_by("-pgh_id")[:50])
    moments: list[datetime.datetime] = [one.pgh_created_at for one in [row, *links] if one]
    if not moments:
        return None
    last = max(moments)
    # What one transaction did has one moment.
    found = LastChange(topics=[one for one in links if one.pgh_created_at == last])
    if row and row.pgh_created_at == last:
        found.row = [one for one in rows if one.pgh_created_at == last][-1]
        found.decides = found.row.status != statement.status
    return found


def _rows(statement: Statement) -> list[Any]:
    """What it was before each change, the newest first; its number in the article is no matter."""
    events = apps.get_model("articles", "StatementEvent").objects
    newest = events.filter(pgh_obj=statement.pk, pgh_label="update").order_by("-pgh_id")[:50]
    fields = [one.attname for one in Statement._meta.concrete_fields if one.name != "position"]
    found, after = [], statement
    for event in newest:
        if any(getattr(event, name, None) != getattr(after, name) for name in fields):
            found.append(event)
            after = event
    return found


def undo(statement: Statement, last: LastChange) -> None:
    """Take it back: words, what is said of them, topics, and the decision."""
    for one in last.topics:
        if one.pgh_label == "insert":
            statement.topics.remove(one.topic_id)
        else:
            statement.topics.add(one.topic_id)
    if last.row is None:
        return
    restore(statement, last.row)
    if last.row.status == Statement.Status.CONFIRMED:
        publishing.confirm(statement)
    elif last.row.status == Statement.Status.REJECTED:
        publishing.reject(statement, last.row.status_reason)
    else:
        publishing.propose(statement, last.row.status_reason)
    put_in_order(statement.article)
