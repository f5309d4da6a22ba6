"""Three-way comparison: what the file said, what it says now, and what the archive has.

What the file did not change is left as it stands. What it changed is taken where the archive
still has what the file said before; otherwise an editor has been there, and the archive's value
is kept and reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pghistory
from django.apps import apps
from django.db import connection, models

from articles.models import Statement

from .columns import Columns

# What the history says of changes that a load makes; all others are somebody's decision.
_BY, _LOAD = "by", "load"

_LABELS = {
    "published": "published_on",
    "said": "said_on",
    "speaker_id": "speaker",
    "attribution": "speaker as printed",
    "tenure_id": "capacity",
    "polity_id": "country",
    "office_as_printed": "office",
}


@dataclass
class Changes:
    """What an update has done so far, and what it has left to the editor."""

    made: bool = False
    kept: list[str] = field(default_factory=list)

    def keep(self, *what: str) -> None:
        self.kept.append(": ".join(part for part in what if part))


@contextmanager
def by_load() -> Iterator[None]:
    """Mark the changes made within as a load's, in the history."""
    try:
        with pghistory.context(**{_BY: _LOAD}):
            yield
    finally:
        if connection.in_atomic_block and not connection.needs_rollback:
            # The mark is the transaction's, which goes on: what follows is not the load's doing.
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL pghistory.context_id = ''")


def take(
    record: models.Model, new: Columns, old: Columns | None, changes: Changes, label: str = ""
) -> bool:
    """Set the attributes that the file changed and nobody else did; True if there are any.

    Without `old` (nothing is known of an earlier file) only empty ones are filled.
    """
    taken = False
    for name, value in new.items():
        ours = getattr(record, name)
        if value == ours or (old is not None and value == old[name]):
            continue
        if ours == old[name] if old is not None else ours in ("", None):
            setattr(record, name, value)
            taken = True
        else:
            changes.keep(label, _LABELS.get(name, name))
    changes.made |= taken
    return taken


def take_topics(relation: Any, new: Collection[int], old: Collection[int]) -> bool:
    """Add and remove the topics that the file added and removed; others are the editor's."""
    added, removed = set(new) - set(old), set(old) - set(new)
    if not added and not removed:
        return False
    before = set(relation.values_list("pk", flat=True))
    relation.add(*(added - before))
    relation.remove(*(removed & before))
    return bool(added - before or removed & before)


def decided_by_hand(statements: Sequence[Statement]) -> set[int]:
    """The primary keys of those that a person made, or whose status a person set.

    The history tells: each row of it is what a statement was before a change, with the context in
    which it was changed (one query).
    """
    found = {statement.pk for statement in statements if statement.created_by_id}
    event = apps.get_model("articles", "StatementEvent")
    versions = (
        event.objects.filter(pgh_obj__in=[statement.pk for statement in statements])
        .order_by("-pgh_id")
        .values_list("pgh_obj_id", "status", f"pgh_context__metadata__{_BY}")
    )
    became = {statement.pk: statement.status for statement in statements}
    for pk, status, by in versions:
        if status != became[pk] and by != _LOAD:
            found.add(pk)
        became[pk] = status
    return found
