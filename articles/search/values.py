"""Values of facets, and how often they are met."""

from __future__ import annotations

from dataclasses import dataclass

Key = int | str  # how the index knows a value: the id of a record, a year, a word


@dataclass(frozen=True)
class Value:
    """`value` is what the facet's parameter takes, `label` what a person reads."""

    key: Key
    value: str
    label: str


Labels = dict[str, dict[Key, Value]]  # by name of facet


@dataclass(frozen=True)
class Count:
    value: Value
    count: int
    selected: bool = False
    excluded: bool = False
