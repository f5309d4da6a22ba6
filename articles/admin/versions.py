"""Two editors at one record: a stamp tells whether it is still what a page has shown."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db.models import Model

VERSION = "version"  # the field of a form that carries the stamp


def stamp(record: Model) -> str:
    """Sixteen hexadecimal digits that change with any field of the saved record or its links."""
    # A number in the order of an article changes when another is put before it.
    fields = [field for field in record._meta.concrete_fields if field.name != "position"]
    values: list[Any] = [getattr(record, field.attname) for field in fields]
    values += [
        sorted(one.pk for one in getattr(record, relation.name).all())
        for relation in record._meta.many_to_many
    ]
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]
