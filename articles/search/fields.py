"""speaker:lavrov in a query: who that is, and the filter that it is the same as.

Fields at the top of a query are the facets and dates of an address by another way, and are lifted
out of it; one inside an alternative stays in the tree. Names are looked up among what is public.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from articles.dates import PartialDate

from . import bounding, counts, index, naming
from .facets import BY_NAME, Facet
from .language import (
    Among,
    Dated,
    Either,
    Every,
    Field,
    Node,
    Parsed,
    Phrase,
    Without,
    Word,
    replaced,
    typed_form,
)
from .languages import language_tag
from .values import Value

MOST_CANDIDATES = 8
DATES = ("from", "to", "on")


@dataclass(frozen=True)
class Choice:
    """What a field may have meant: the label, and the query with it in place."""

    label: str
    query: str


@dataclass(frozen=True)
class Notice:
    text: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Understood:
    """A query whose fields are known. `query` is what is left of it beside the filters.

    `chosen`, `excluded`: facet to values, as in an address.
    """

    query: Parsed
    chosen: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    excluded: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    since: PartialDate | None = None
    until: PartialDate | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def is_lifted(self) -> bool:
        return bool(self.chosen or self.excluded or self.since or self.until)


def understand(parsed: Parsed) -> Understood:
    """Look up the fields, and lift those that an address can say. index.NotReady without one."""
    notices = [Notice(one) for one in parsed.notices]
    node = parsed.node and _resolved(parsed.node, parsed.node, notices)
    understood = Understood(query=parsed, notices=tuple(notices))
    rest: list[Node] = []
    for part in _parts(node):
        lifted = _lifted(part, understood)
        if lifted is None:
            rest.append(part)
        else:
            understood = lifted
    left: Node | None = None
    if rest:
        left = rest[0] if len(rest) == 1 else Every(tuple(rest))
    corrected = typed_form(left) if left else ""
    if left:
        left, shortened = bounding.bounded(left, index.standing("statements"))
        understood = replace(understood, notices=(*notices, *map(Notice, shortened)))
    return replace(understood, query=replace(parsed, node=left, corrected=corrected))


def _parts(node: Node | None) -> tuple[Node, ...]:
    """What is wanted all together."""
    if isinstance(node, Every):
        return node.parts
    return (node,) if node else ()


# --- lifting -------------------------------------------------------------------------------------


def _lifted(part: Node, so_far: Understood) -> Understood | None:
    """With the part as a filter; None where an address cannot say it."""
    match part:
        case Among(name, values) if len(values) == 1:
            return replace(so_far, chosen=_with(so_far.chosen, name, values))
        case Without(Among(name, values)) if len(values) == 1:
            return replace(so_far, excluded=_with(so_far.excluded, name, values))
        case Either(parts) if len({one.name for one in parts if isinstance(one, Among)}) == 1:
            if all(isinstance(one, Among) and len(one.values) == 1 for one in parts):
                values = tuple(one.values[0] for one in parts if isinstance(one, Among))
                name = next(one.name for one in parts if isinstance(one, Among))
                return replace(so_far, chosen=_with(so_far.chosen, name, values))
        case Dated(since, until):
            return replace(so_far, since=since or so_far.since, until=until or so_far.until)
    return None


def _with(
    values: dict[str, tuple[Value, ...]], name: str, more: tuple[Value, ...]
) -> dict[str, tuple[Value, ...]]:
    return {**values, name: (*values.get(name, ()), *more)}


# --- looking up ----------------------------------------------------------------------------------


def _resolved(node: Node, whole: Node, notices: list[Notice]) -> Node:
    """The tree with every field looked up; one that is nothing becomes words."""
    match node:
        case Field("office", _):
            return node
        case Field(name, value) if name in DATES:
            return _date(node) or _as_words(node, f"{name}: {_no_date(value)}", notices)
        case Field():
            return _values(node, whole, notices)
        case Without(part):
            return Without(_resolved(part, whole, notices))
        case Every(parts):
            return Every(tuple(_resolved(part, whole, notices) for part in parts))
        case Either(parts):
            return Either(tuple(_resolved(part, whole, notices) for part in parts))
    return node


def _date(typed: Field) -> Dated | None:
    try:
        date = PartialDate.parse(typed.value)
    except ValueError:
        return None
    since = None if typed.name == "to" else date
    until = None if typed.name == "from" else date
    return Dated(since, until, typed)


def _no_date(value: str) -> str:
    try:
        PartialDate.parse(value)
    except ValueError as error:
        return str(error)
    raise AssertionError(value)


def _values(typed: Field, whole: Node, notices: list[Notice]) -> Node:
    facet = BY_NAME["language" if typed.name == "lang" else typed.name]
    values = _find(facet, typed.value)
    if len(values) == 1:
        return Among(facet.name, tuple(values), typed)
    if values:
        listed = values[:MOST_CANDIDATES]
        more = f", and {len(values) - len(listed)} more" if len(values) > len(listed) else ""
        said = f"“{typed.value}” may be one of {len(values)}{more}; any of them was searched."
        notices.append(Notice(said, _choices(typed, whole, listed)))
        return Among(facet.name, tuple(values), typed)
    nearest = _nearest(facet, typed.value)
    said = f"There is no {facet.noun} “{typed.value}”; it was searched as words."
    return _as_words(typed, said, notices, _choices(typed, whole, nearest))


def _as_words(
    typed: Field, said: str, notices: list[Notice], choices: tuple[Choice, ...] = ()
) -> Node:
    notices.append(Notice(said, choices))
    return Phrase(typed.value) if " " in typed.value else Word(typed.value)


def _choices(typed: Field, whole: Node, values: Iterable[Value]) -> tuple[Choice, ...]:
    chosen = ((one.label, replaced(whole, typed, Field(typed.name, one.value))) for one in values)
    return tuple(Choice(label, typed_form(node)) for label, node in chosen if node)


# --- names ---------------------------------------------------------------------------------------


def _find(facet: Facet, value: str) -> list[Value]:
    """The values that a name or slug means: the one, or all that it may mean, most spoken first."""
    if facet.model is None:
        value = language_tag(value) if facet.name == "language" else value.lower()
    keys, _ = facet.resolve([value.lower() if facet.model else value])
    if keys or facet.model is None:
        return list(facet.describe(keys.values()).values())
    public = naming.meant(facet, value, index.ready("statements").searcher)
    found = facet.describe(public).values()
    return sorted(found, key=lambda one: (-public[one.key], one.label))


def _nearest(facet: Facet, value: str) -> list[Value]:
    """Public values whose name, or a word of it, is written almost so."""
    if facet.model is None:
        return []
    public = [key for key in counts.by_facet(facet.name) if key]
    spoken: dict[str, Value] = {}
    for one in facet.describe(public).values():
        for form in (one.label, *one.label.split()):
            spoken.setdefault(form.lower(), one)
    close = difflib.get_close_matches(value.lower(), spoken, n=3, cutoff=0.7)
    return list({spoken[form].key: spoken[form] for form in close}.values())
