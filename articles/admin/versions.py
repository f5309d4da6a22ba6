"""Two editors at one record: a stamp tells whether it is still what a page has shown."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from django.db.models import Model
from django.forms import BaseInlineFormSet, BoundField, ModelForm
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.http import QueryDict

from articles.differences import cut_to_the_change

from . import parts

VERSION = "version"  # the field of a form that carries the stamp


def stamp(record: Model) -> str:
    """Sixteen hexadecimal digits that change with any field of the saved record, its links, and
    the rows that are edited with it."""
    fields = parts.columns_that_matter(type(record))
    values: list[Any] = [getattr(record, field.attname) for field in fields]
    values += [
        sorted(one.pk for one in getattr(record, relation.name).all())
        for relation in record._meta.many_to_many
    ]
    values += [sorted(part.rows(record).items()) for part in parts.ROWS.get(type(record), ())]
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]


def both_versions(theirs: ModelForm, ours: ModelForm) -> list[str]:
    """For each field in which two forms differ, what is stored and what was typed."""
    pairs = [(theirs[name], ours[name]) for name in theirs.fields if name in ours.fields]
    return [
        f"{one.label}: stored {_quoted(stored)}, in your form {_quoted(typed)}"
        for one, other in pairs
        if not theirs.fields[one.name].disabled and _value(one) != _value(other)
        for stored, typed in [cut_to_the_change(_shown(one), _shown(other))]
    ]


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "nothing"


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
        choices = {str(key): str(words) for key, words in getattr(bound.field, "choices", ())}
        return ", ".join(value) if isinstance(value, list) else choices.get(value, value)
    keys = value if isinstance(value, list) else [value] if value else []
    keys = [key for key in keys if key.isascii() and key.isdigit()]
    return ", ".join(map(str, queryset.model._base_manager.filter(pk__in=keys)))


# --- rows that are edited with a record ----------------------------------------------------------


def both_rows(theirs: BaseInlineFormSet, ours: BaseInlineFormSet, noun: str) -> list[str]:
    """Where the rows of two forms differ, those that are stored and those that were typed."""
    stored = [_row(form) for form in theirs.initial_forms]
    typed = [_row(form) for form in ours.forms if not _goes(form)]
    typed = [row for row in typed if row]
    if sorted(stored) == sorted(typed):
        return []
    both = [_quoted("; ".join(rows)) for rows in (stored, typed)]
    return [f"{noun}: stored {both[0]}, in your form {both[1]}"]


def _row(form: ModelForm) -> str:
    shown = [_shown(bound) for bound in form.visible_fields() if bound.name != DELETION_FIELD_NAME]
    return ", ".join(filter(None, shown)) if form.has_changed() or form.instance.pk else ""


def _goes(form: ModelForm) -> bool:
    return DELETION_FIELD_NAME in form.fields and bool(form[DELETION_FIELD_NAME].value())


def beside_what_is_stored(
    data: QueryDict, theirs: BaseInlineFormSet, ours: BaseInlineFormSet
) -> QueryDict:
    """What was sent, with the rows in a shape in which it can be sent again and loses none.

    First come those that are stored: as they were typed or, where another has added them, as they
    are stored. Then the new ones, among them what was typed in rows that another has removed.
    """
    prefix, key = str(ours.prefix), "id"
    typed: dict[int, dict[str, list[str]]] = {}
    rest = data.copy()
    for name in data:
        if found := re.fullmatch(rf"{re.escape(prefix)}-([0-9]{{1,4}})-(.+)", name):
            typed.setdefault(int(found[1]), {})[found[2]] = rest.pop(name)
    sent = [typed[number] for number in sorted(typed)]
    stored = {str(form.instance.pk): form for form in theirs.initial_forms}
    mine = {row[key][0]: row for row in sent if row.get(key, [""])[0] in stored}
    rows = [mine.get(pk) or _as_sent(form) for pk, form in stored.items()]
    rows += [row | {key: [""]} for row in sent if row.get(key, [""])[0] not in stored]
    for number, row in enumerate(rows):
        for name, values in row.items():
            rest.setlist(f"{prefix}-{number}-{name}", values)
    rest[f"{prefix}-{TOTAL_FORM_COUNT}"] = str(len(rows))
    rest[f"{prefix}-{INITIAL_FORM_COUNT}"] = str(len(stored))
    return rest


def _as_sent(form: ModelForm) -> dict[str, list[str]]:
    values = {name: form[name].value() for name in form.fields}
    return {name: [str(one)] for name, one in values.items() if one not in (None, False, "")}
