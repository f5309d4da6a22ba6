"""A query as a phrase that a sentence can hold: “sanctions” and “relief”."""

from __future__ import annotations

from .fields import Understood
from .language import (
    Among,
    Dated,
    Either,
    Every,
    Field,
    Near,
    Node,
    Phrase,
    Prefix,
    Without,
    Word,
)

# How a sentence goes on to a facet's values.
LINKS = {
    "speaker": "by",
    "polity": "for",
    "topic": "on",
    "occasion": "at",
    "source": "from",
    "year": "in",
    "kind": "as",
    "language": "in",
}


def in_words(node: Node, *, inner: bool = False) -> str:
    match node:
        case Word(words):
            return f"“{words}”"
        case Phrase(words):
            return f"exactly “{words}”"
        case Near(words, apart):
            others = "one other word" if apart == 1 else f"{apart} other words"
            return f"“{words}” with at most {others} between"
        case Prefix(words):
            return f"words that begin with “{words}”"
        case Field(name, value):
            return f"{name} “{value}”"
        case Among(name, values):
            return f"{LINKS[name]} {any_of([one.label for one in values])}"
        case Dated(since, until):
            return dates(since.in_words if since else "", until.in_words if until else "")
        case Without(part):
            return f"without {in_words(part, inner=True)}"
        case Every(parts) | Either(parts):
            joint = " and " if isinstance(node, Every) else " or "
            said = joint.join(in_words(part, inner=True) for part in parts)
            return f"({said})" if inner else said
    raise AssertionError(node)


def any_of(labels: list[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} or {labels[-1]}"


def dates(since: str, until: str) -> str:
    """in May 2019; from 2018 to 2019; from 2018; until 2019."""
    if since and until:
        return f"in {since}" if since == until else f"from {since} to {until}"
    return f"from {since} on" if since else f"until {until}"


def understood_in_words(understood: Understood) -> str:
    """A whole query: “sanctions” by Sergey Lavrov, not on Iran, from 2018 on. Empty for none."""
    node = understood.query.node
    said = [in_words(node)] if node else []
    for refusal, facets in (("", understood.chosen), ("not ", understood.excluded)):
        said += [
            f"{refusal}{LINKS[name]} {any_of([one.label for one in values])}"
            for name, values in facets.items()
        ]
    since, until = understood.since, understood.until
    if since or until:
        said.append(dates(since.in_words if since else "", until.in_words if until else ""))
    return ", ".join(said)
