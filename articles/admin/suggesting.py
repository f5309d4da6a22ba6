"""Fields that suggest records as one types; without a script one types their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.utils.html import format_html
from django.utils.safestring import SafeString

TYPED = "typed"  # ends the name of the field in which names are typed
MOST = 20  # records looked at for a name


def keys(values: Iterable[Any]) -> list[Any]:
    """Those that can be the key of a record; anything else would be an error in a query."""
    return [value for value in values if re.fullmatch(r"[0-9]{1,18}", str(value))]


class Typed:
    """What the two widgets share. What is no one record's name stays, for the field to refuse."""

    hint: str
    admin_site: Any
    field: Any

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> list[Any]:
        return super().optgroups(name, keys(value), attr)  # type: ignore[misc]

    def render(self, name: str, value: Any, *args: Any, **kwargs: Any) -> SafeString:
        values = value if isinstance(value, (list, tuple)) else [value]
        typed = "; ".join(str(one) for one in values if one and not keys([one]))
        select = super().render(name, value, *args, **kwargs)  # type: ignore[misc]
        return format_html(
            '{}<noscript><input type="text" name="{}-{}" value="{}" aria-label="{}" '
            'placeholder="{}" class="vTextField"></noscript>',
            *(select, name, TYPED, typed, self.hint, self.hint),
        )

    def typed(self, data: Any, name: str) -> list[Any]:
        """Keys of the records that were named; a name, where it is not one record's."""
        names = str(data.get(f"{name}-{TYPED}") or "").replace("\0", "").split(";")
        return [self._key_of(" ".join(one.split())) for one in names if one.strip()]

    def _key_of(self, name: str) -> Any:
        """Of the one who bears the name or label, or of the only one who is found by it."""
        words = name.split()
        for number in range(len(words), 0, -1):
            found = self._found(" ".join(words[:number]))
            exact = [one for one in found if name.casefold() in _called(self._desk, one)]
            chosen = exact or (found if number == len(words) else [])
            if found:
                return str(chosen[0].pk) if len(chosen) == 1 else name
        return name

    @property
    def _desk(self) -> Any:
        return self.admin_site._registry[self.field.remote_field.model]

    def _found(self, words: str) -> list[Any]:
        records = self._desk.with_labels(self.field.remote_field.model.objects.all())
        found, _ = self._desk.get_search_results(None, records, words)
        return list(found.distinct()[:MOST])


def _called(desk: Any, record: Any) -> set[str]:
    return {str(record).casefold(), desk.label(record).casefold()}


class Suggested(Typed, AutocompleteSelect):
    hint = "or type its name"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        typed = self.typed(data, name)
        return typed[0] if typed else super().value_from_datadict(data, files, name)


class SuggestedMultiple(Typed, AutocompleteSelectMultiple):
    hint = "and type names; semicolons between"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        chosen = super().value_from_datadict(data, files, name)
        return [*(chosen or []), *self.typed(data, name)]
