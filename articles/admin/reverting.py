"""A record put back to what it was, from the events that triggers keep.

What belongs to a record's identity stays (its address, who entered it and when), and a status is
set only by `articles.publishing`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Model

from articles import mergers, publishing
from articles.anchoring import put_in_order, reanchor
from articles.models import Statement

from . import parts
from .parts import Part, Values

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


class CannotRevert(Exception):
    """Why a record stays as it is, in words for an editor."""


TakeText = Callable[[Any, str], Any]  # gives an article another text, its statements with it


def revert(record: Any, key: str, take_text: TakeText = reanchor) -> str:
    """Put the record, with what belongs to it, back to what it was before the change `key`.

    Gives what was done, in words.
    """
    moment = _moment(key)
    if moment is None or not _is_change(record, moment):
        raise CannotRevert("There is no such change.")
    event = _row_before(record, moment)
    done = _restore_row(record, event, take_text) if event else []
    done += [part.noun for part in parts.of(record) if _restore_part(part, record, moment)]
    if not done:
        raise CannotRevert("It is as it was then.")
    return f"Put back as it was before {moment:%Y-%m-%d %H:%M} (UTC): {', '.join(done)}."


def _moment(key: str) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromisoformat(key)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _is_change(record: Any, moment: datetime.datetime) -> bool:
    """Whether something was done to the record then, other than entering it."""
    then = record.events.filter(pgh_created_at=moment)
    if then.filter(pgh_label="insert").exists():
        return False
    return then.exists() or any(
        part.events(record).filter(pgh_created_at=moment).exists() for part in parts.of(record)
    )


# --- the row -------------------------------------------------------------------------------------


def _row_before(record: Any, moment: datetime.datetime) -> Any:
    """The event with the row as it was before what was done then; None where it has stayed."""
    events = record.events.exclude(pgh_label="insert").order_by("pgh_id")
    then = events.filter(pgh_created_at=moment).first()
    return then or events.filter(pgh_created_at__gt=moment).first()


def _restore_row(record: Any, event: Any, take_text: TakeText) -> list[str]:
    """The names of the fields that were put back."""
    body = getattr(record, "body", None)
    changed = restore(record, event)
    if "body" in changed:
        new, record.body = record.body, body
        record.save()
        take_text(record, new)
    elif changed:
        record.save()
    if changed and isinstance(record, Statement):
        put_in_order(record.article)
    return [str(record._meta.get_field(name).verbose_name) for name in changed]


def restore(record: Model, event: Any) -> list[str]:
    """Give the record the fields of the event, unsaved; the names of those that differ."""
    changed = []
    for one in record._meta.concrete_fields:
        if one.name in KEPT or not hasattr(event, one.attname):
            continue
        before = getattr(event, one.attname)
        if getattr(record, one.attname) != before:
            before = _still(one, before)
        if getattr(record, one.attname) != before:
            setattr(record, one.attname, before)
            changed.append(one.name)
    return changed


# --- what belongs to it --------------------------------------------------------------------------


def _restore_part(part: Part, record: Any, moment: datetime.datetime) -> bool:
    """Whether any row was put back: what came since goes, but not what came from another record."""
    now, before = part.rows(record), _followed(part, part.before(record, moment))
    anew = {pk: values for pk, values in now.items() if pk not in before}
    came = [pk for pk, values in anew.items() if values not in before.values()]
    differ = {
        pk: values
        for pk, values in before.items()
        if part.belongs(values, record)
        and values != now.get(pk)
        and values not in anew.values()  # a link that went and came again
    }
    part.model._default_manager.filter(pk__in=came).delete()
    for pk, values in differ.items():
        part.model(pk=pk, **values).save()
    return bool(came or differ)


def _followed(part: Part, rows: dict[int, Values]) -> dict[int, Values]:
    fields = part.model._meta.concrete_fields
    return {
        pk: {
            one.attname: _still(one, values[one.attname]) for one in fields if one.attname in values
        }
        for pk, values in rows.items()
    }


def _still(field: Any, value: Any) -> Any:
    """The value; where it is a record that was merged since, the one that took it up."""
    if value is None or not field.remote_field:
        return value
    if field.related_model._base_manager.filter(pk=value).exists():
        return value
    merger = mergers.of(field.related_model, value)
    return merger.kept if merger else value


# --- the last change of a statement --------------------------------------------------------------


@dataclass
class LastChange:
    """One transaction's changes: the row as it was, and the links that came and went."""

    row: Any = None
    links: list[tuple[Part, Any]] = field(default_factory=list)
    decides: bool = False


def last_change(statement: Statement) -> LastChange | None:
    """What was done to the statement last (three queries); None if nothing was."""
    rows = _rows(statement)
    links = [
        (part, event)
        for part in parts.LINKS[Statement]
        for event in part.events(statement).filter(pgh_created_at__gt=statement.created_at)[:50]
    ]
    moments: list[datetime.datetime] = [
        one.pgh_created_at for one in [*rows[:1], *(event for _, event in links)]
    ]
    if not moments:
        return None
    last = max(moments)
    # What one transaction did has one moment.
    found = LastChange(links=[one for one in links if one[1].pgh_created_at == last])
    if done := [one for one in rows if one.pgh_created_at == last]:
        found.row = done[-1]
        found.decides = found.row.status != statement.status
    return found


def _rows(statement: Statement) -> list[Any]:
    """What it was before each change, the newest first; its number in the article is no matter."""
    events = apps.get_model("articles", "StatementEvent").objects
    newest = events.filter(pgh_obj=statement.pk, pgh_label="update").order_by("-pgh_id")[:50]
    fields = [one.attname for one in parts.columns_that_matter(Statement)]
    found, after = [], statement
    for event in newest:
        if any(getattr(event, name, None) != getattr(after, name) for name in fields):
            found.append(event)
            after = event
    return found


def undo(statement: Statement, last: LastChange) -> None:
    """Take it back: words, what is said of them, topics, addressees, and the decision."""
    for part, event in last.links:
        link = part.model._default_manager.filter(**part.values(event))
        if event.pgh_label == "insert":
            link.delete()
        elif not link.exists():
            part.model(**part.values(event)).save()
    if last.row is None:
        return
    restore(statement, last.row)
    if last.row.status == Statement.Status.CONFIRMED:
        publishing.confirm(statement)
    elif last.row.status == Statement.Status.REJECTED:
        publishing.reject(statement, last.row.status_reason)
    elif last.row.status == Statement.Status.WITHDRAWN:
        publishing.withdraw_statement(statement, last.row.status_reason)
    else:
        publishing.propose(statement, last.row.status_reason)
    put_in_order(statement.article)
