"""A search in words: a query as “sanctions” and “relief”, and all of it as one sentence."""

from __future__ import annotations

from collections.abc import Mapping

from .facets import BY_NAME, FACETS
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
    typed_form,
)
from .searching import Chosen, Search
from .values import Value

# How a sentence goes on to a facet's values.
LINKS = {
    "speaker": "by",
    "polity": "for",
    "topic": "on",
    "occasion": "at",
    "source": "in",
    "year": "in",
    "kind": "as",
    "language": "in",
}
# An article is no statement, but has some.
LINKS_OF_ARTICLES = {
    **LINKS,
    "speaker": "quoting",
    "polity": "quoting somebody for",
    "occasion": "with words said at",
    "kind": "with",
}
NOT_STATED = {
    "speaker": "somebody not known",
    "polity": "nobody that is stated",
    "topic": "no topic",
    "occasion": "no occasion that is stated",
    "year": "no year that is known",
}


def sentence(sought: Search) -> str:
    """All that is sought: Statements with all of “sanctions” and “relief” by … from … to … .

    Empty when everything is sought. A query for each facet that has records and a choice.
    """
    links = LINKS_OF_ARTICLES if sought.kind == "articles" else LINKS
    wanted = [*_words(sought.query.node), *_filters(in_force(sought.chosen), links)]
    if sought.since or sought.until:
        since, until = sought.since, sought.until
        wanted.append(dates(since.in_words if since else "", until.in_words if until else ""))
    refused = [f"not {one}" for one in _filters(in_force(sought.excluded), links)]
    if not wanted and not refused:
        return ""
    said = " ".join([sought.kind.capitalize(), *wanted])
    return f"{said}, but {' and '.join(refused)}." if refused else f"{said}."


def typed(sought: Search) -> str:
    """What to type for all that is sought, filters too, in one box; empty for everything."""
    node = sought.query.node
    parts = [typed_form(node, inner=isinstance(node, Either))] if node else []
    for sign, chosen in (("", sought.chosen), ("-", sought.excluded)):
        for name, values in in_force(chosen).items():
            field = "lang" if name == "language" else name
            either = [Field(field, one.value) for one in values]
            any_of_them = either[0] if len(either) == 1 else Either(tuple(either))
            parts.append(f"{sign}{typed_form(any_of_them, inner=True)}")
    for field, date in (("from", sought.since), ("to", sought.until)):
        if date:
            parts.append(typed_form(Field(field, str(date))))
    return " ".join(parts)


def in_force(chosen: Chosen) -> dict[str, list[Value]]:
    """The values that were chosen or excluded, by facet, in the order of their labels."""
    return {
        facet.name: sorted(
            facet.describe(chosen[facet.name]).values(), key=lambda one: one.label.lower()
        )
        for facet in FACETS
        if chosen.get(facet.name)
    }


def _words(node: Node | None) -> list[str]:
    """with all of “a”, “b” and words that begin with “c”; without “d”; by somebody."""
    parts = node.parts if isinstance(node, Every) else [node] if node else []
    inner = len(parts) > 1
    with_words = [in_words(one, inner=inner) for one in parts if not isinstance(one, _NO_WORDS)]
    said = [in_words(one) for one in parts if isinstance(one, Among | Dated | Field)]
    without = [in_words(one) for one in parts if isinstance(one, Without)]
    if with_words:
        all_of = "all of " if len(with_words) > 1 else ""
        said.insert(0, f"with {all_of}{listed(with_words, 'and')}")
    if without:
        said.append(f"{'and ' if said else ''}{listed(without, 'and')}")
    return said


def _filters(values: Mapping[str, list[Value]], links: Mapping[str, str]) -> list[str]:
    return [
        f"{links[name]} {any_of([_label(name, one) for one in chosen])}"
        for name, chosen in values.items()
        if chosen
    ]


def _label(name: str, value: Value) -> str:
    return NOT_STATED[name] if value.key == 0 and BY_NAME[name].has_none else value.label


# --- parts of it ---------------------------------------------------------------------------------

_NO_WORDS = Among | Dated | Field | Without


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
            return f"by holders of an {name} with “{value}”"
        case Among(name, values):
            return f"{LINKS[name]} {any_of([_label(name, one) for one in values])}"
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
    return listed(labels, "or")


def listed(labels: list[str], joint: str) -> str:
    """a, b and c."""
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} {joint} {labels[-1]}"


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
