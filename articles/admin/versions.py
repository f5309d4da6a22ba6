"""Two editors at one record: a stamp tells whether it is still what a page has shown."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db.models import Model
from django.forms import BoundField, ModelForm

from articles.differences import cut_to_the_change

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


def both_versions(theirs: ModelForm, ours: ModelForm) -> list[str]:
    """For each field in which two forms differ, what is stored and what was typed."""
    pairs = [(theirs[name], ours[name]) for name in theirs.fields if name in ours.fields]
    return [
        f"{one.label}: stored “{stored}”, in your form “{typed}”"
        for one, other in pairs
        if not theirs.fields[one.name].disabled and _value(one) != _value(other)
        for stored, typed in [cut_to_the_change(_shown(one), _shown(other))]
    ]


def _value(bound: BoundField) -> Any:
    value = bound.value()
    if isinstance(value, (list, tuple)):
        return sorted(map(str, value))
    return "\n".join(str("" if value in (None, False) else value).splitlines()).strip()


def _shown(bound: BoundField) -> str:
    """The value in words: a record by its name."""
    queryset = getattr(bound.field, "queryset", None)
    value = _value(bound)
    if queryset is None:
        return ", ".join(value) if isinstance(value, list) else value
    keys = value if isinstance(value, list) else [value] if value else []
    keys = [key for key in keys if key.isascii() and key.isdigit()]
    return ", ".join(map(str, queryset.model._base_manager.filter(pk__in=keys)))
