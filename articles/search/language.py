"""The query language: from what a person types to a tree, and from a tree to what can be typed.

Nothing that can be typed fails. `parse` lets `repairing` make the text well-formed, which says what
it did, and hands it to the grammar in `query.lark`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lark import Lark, Token, Transformer

from articles.dates import PartialDate

from .repairing import field_typed, repair, written
from .values import Value

# --- the tree ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Word:
    """A word in any form; several tokens, as in “US-Russian”, stand side by side."""

    text: str


@dataclass(frozen=True)
class Phrase:
    """These words in this order, as written."""

    text: str


@dataclass(frozen=True)
class Near:
    """These words, as written, in any order, with at most `apart` others between them in all."""

    text: str
    apart: int


@dataclass(frozen=True)
class Prefix:
    """Words that begin so."""

    text: str


@dataclass(frozen=True)
class Field:
    """speaker:lavrov; `fields.understand` finds out who that is."""

    name: str
    value: str


@dataclass(frozen=True)
class Among:
    """A field looked up: one of these values of a facet."""

    name: str
    values: tuple[Value, ...]
    typed: Field


@dataclass(frozen=True)
class Dated:
    """A date looked up: the whole period lies between."""

    since: PartialDate | None
    until: PartialDate | None
    typed: Field


@dataclass(frozen=True)
class Without:
    part: Node


@dataclass(frozen=True)
class Every:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Either:
    parts: tuple[Node, ...]


Node = Word | Phrase | Near | Prefix | Field | Among | Dated | Without | Every | Either


@dataclass(frozen=True)
class Parsed:
    """`node`: None searches nothing in particular, that is everything.

    `corrected`: the text as it was understood; equal to `typed`, but for space, where nothing had
    to be repaired. `notices`: what was repaired, a sentence each.
    """

    typed: str
    corrected: str
    node: Node | None
    notices: tuple[str, ...] = ()


def parse(typed: str) -> Parsed:
    tokens, notices = repair(typed)
    corrected = written(tokens)
    if typed.strip() and not corrected:
        notices.append("There is no word in it to search for; everything is shown.")
    node = _TREE.transform(_GRAMMAR.parse(corrected)) if corrected else None
    return Parsed(typed, corrected, node, tuple(notices))


class _Tree(Transformer):
    def either(self, parts: list[Node]) -> Node:
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def every(self, parts: list[Node]) -> Node:
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def without(self, parts: list[Node]) -> Node:
        (part,) = parts
        return part.part if isinstance(part, Without) else Without(part)

    def phrase(self, parts: list[Token]) -> Node:
        return Phrase(parts[0][1:-1].strip())

    def near(self, parts: list[Token]) -> Node:
        words, _, apart = parts[0].rpartition("~")
        return Near(words[1:-1].strip(), int(apart))

    def prefix(self, parts: list[Token]) -> Node:
        return Prefix(parts[0][:-1])

    def word(self, parts: list[Token]) -> Node:
        return Word(str(parts[0]))

    def field(self, parts: list[Token]) -> Node:
        name, _, value = parts[0].partition(":")
        return Field(name, value.strip('"').strip())


_GRAMMAR = Lark((Path(__file__).parent / "query.lark").read_text(), parser="lalr")
_TREE = _Tree()


def replaced(node: Node, old: Node, new: Node | None) -> Node | None:
    """The tree with `new` wherever `old` stands, or without it; None when nothing is left."""
    if node == old:
        return new
    match node:
        case Without(part):
            left = replaced(part, old, new)
            return Without(left) if left else None
        case Every(parts) | Either(parts):
            kept = [left for part in parts if (left := replaced(part, old, new))]
            return type(node)(tuple(kept)) if len(kept) > 1 else next(iter(kept), None)
    return node


def typed_form(node: Node, *, inner: bool = False) -> str:
    """What to type for a tree: `parse` gives the same tree again."""
    match node:
        case Word(words):
            return words
        case Phrase(words):
            return f'"{words}"'
        case Near(words, apart):
            return f'"{words}"~{apart}'
        case Prefix(beginning):
            return f"{beginning}*"
        case Field(name, value):
            return field_typed(name, value)
        case Among(typed=field) | Dated(typed=field):
            return typed_form(field)
        case Without(part):
            return f"-{typed_form(part, inner=True)}"
        case Every(parts) | Either(parts):
            joint = " " if isinstance(node, Every) else " OR "
            typed = joint.join(typed_form(part, inner=True) for part in parts)
            return f"({typed})" if inner else typed
    raise AssertionError(node)
