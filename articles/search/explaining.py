"""Why nothing was found: which word or filter removed everything, and what is written almost so."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

import tantivy

from articles.models import Article, Statement

from . import index, matching, text
from .facets import BY_NAME
from .language import Every, Node, Without, Word, typed_form
from .restating import any_of, in_force, in_words
from .searching import Search, count, counts

MOST_TRIED = 12  # parts of a query that are looked for by themselves
MOST_PARTS = 8  # that are tried without
MOST_MISSPELT = 3  # words for which spellings are looked for
SIMILAR = 60  # records with a similar word that are looked into
MOST_SPELLINGS = 3


@dataclass(frozen=True)
class Suggestion:
    """`query` finds `total` records, with the same filters but for those of `without`.

    `without` names parameters of an address: speaker, topic!, from.
    """

    text: str
    query: str
    total: int
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Explanation:
    """`reasons`: sentences. `suggestions`: searches that find something."""

    reasons: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


def explain(sought: Search) -> Explanation:
    """Of a search that found nothing. A few searches, each bounded."""
    suggestions: list[Suggestion] = []
    parts = _parts(sought.query.node)
    absent = _absent(sought, parts[:MOST_TRIED])
    where = f"in no {sought.kind.removesuffix('s')} of the archive"  # an article may have it
    reasons = [f"{in_words(part).capitalize()} stands {where}." for part in absent]
    if absent:
        suggestions += _spellings(sought, parts, absent)
        suggestions += _without(sought, parts, absent)
    elif len(parts) > 1:
        for part in parts[:MOST_PARTS]:
            suggestions += _without(sought, parts, [part])
        if not suggestions:
            reasons.append("No record has all of it, nor all but one part of it.")
    if not absent:
        suggestions += _without_filters(sought)
    return Explanation(tuple(reasons), tuple(suggestions))


def _parts(node: Node | None) -> tuple[Node, ...]:
    if isinstance(node, Every):
        return node.parts
    return (node,) if node else ()


def _absent(sought: Search, parts: tuple[Node, ...]) -> list[Node]:
    """The parts that no record has, whatever the filters."""
    alone = [Search(sought.kind, replace(sought.query, node=part)) for part in parts]
    return [part for part, number in zip(parts, counts(alone), strict=True) if not number]


def _together(parts: list[Node]) -> Node | None:
    if len(parts) > 1:
        return Every(tuple(parts))
    return parts[0] if parts else None


def _total(sought: Search, node: Node | None, *, filters: bool = True) -> int:
    query = replace(sought.query, node=node)
    return count(sought.having(query=query) if filters else Search(sought.kind, query))


def _filters(sought: Search) -> dict[str, Search]:
    """The parameters in force, each with the search that it is without."""
    found = {}
    for name in sought.chosen:
        found[name] = sought.having(chosen={**sought.chosen, name: frozenset()})
    for name in sought.excluded:
        found[f"{name}!"] = sought.having(excluded={**sought.excluded, name: frozenset()})
    if sought.since:
        found["from"] = sought.having(since=None)
    if sought.until:
        found["to"] = sought.having(until=None)
    return found


def _suggested(said: str, sought: Search, node: Node | None) -> Iterator[Suggestion]:
    """If it finds something: with the filters, or else without them."""
    if node is None:
        return
    if total := _total(sought, node):
        yield Suggestion(said, typed_form(node), total)
    elif (filters := tuple(_filters(sought))) and (total := _total(sought, node, filters=False)):
        yield Suggestion(f"{said}, without the filters", typed_form(node), total, filters)


def _without(sought: Search, parts: tuple[Node, ...], left_out: list[Node]) -> list[Suggestion]:
    node = _together([part for part in parts if part not in left_out])
    # What is left of refusals alone would be everything else there is: no answer.
    if all(isinstance(part, Without) for part in _parts(node)):
        return []
    named = " and ".join(in_words(part) for part in left_out)
    return list(_suggested(f"Leave out {named}", sought, node))


def _without_filters(sought: Search) -> Iterator[Suggestion]:
    """Without the one filter that removed everything, and without all of them."""
    filters, corrected = _filters(sought), sought.query.corrected
    for name, widened in filters.items() if len(filters) > 1 else ():
        if total := count(widened):
            yield Suggestion(_leaving_out(name, sought), corrected, total, (name,))
    if filters and (total := _total(sought, sought.query.node, filters=False)):
        yield Suggestion("The same without the filters", corrected, total, tuple(filters))


def _leaving_out(name: str, sought: Search) -> str:
    """Doing without one filter, in words."""
    facet = BY_NAME.get(name.rstrip("!"))
    if facet is None:
        date = sought.since if name == "from" else sought.until
        return f"Leave out “{name} {date.in_words}”" if date else ""
    values = in_force(sought.excluded if name.endswith("!") else sought.chosen)[facet.name]
    what = f"the {facet.noun} {any_of([one.label for one in values])}"
    return f"Allow {what}" if name.endswith("!") else f"Leave out {what}"


# --- spellings -----------------------------------------------------------------------------------


def _spellings(sought: Search, parts: tuple[Node, ...], absent: list[Node]) -> Iterator[Suggestion]:
    """The query with words in place of the absent ones that are written almost as they are."""
    words = [part.text for part in absent if isinstance(part, Word)]
    if not len(words) == len(absent) <= MOST_MISSPELT:
        return
    found = [nearest(sought.kind, word) for word in words]
    for spellings in islice(product(*found), MOST_SPELLINGS):
        instead = dict(zip(absent, map(Word, spellings), strict=True))
        node = _together([instead.get(one, one) for one in parts])
        named = " and ".join(f"“{spelling}”" for spelling in spellings)
        yield from _suggested(f"Search for {named}", sought, node)


def nearest(kind: str, word: str) -> list[str]:
    """Words of public records that are written almost as `word`, the nearest and commonest first.

    The index knows which records have one; the words themselves are taken from those records, so
    that nothing that is not public can be told.
    """
    tokens = text.tokens(word)
    if len(tokens) != 1 or len(tokens[0]) < 3:
        return []
    searcher = index.ready(kind).searcher
    distance = 1 if len(tokens[0]) < 6 else 2
    similar = matching.similar(tokens[0], distance)
    met = Counter(_words(searcher, similar, kind))
    close = difflib.get_close_matches(tokens[0], met, n=12, cutoff=0.6)
    alike = {one: difflib.SequenceMatcher(None, tokens[0], one).ratio() for one in close}
    close.sort(key=lambda one: (-round(alike[one], 1), -met[one]))
    return [text.shown(one) for one in close[:MOST_SPELLINGS]]


def _words(searcher: tantivy.Searcher, similar: tantivy.Query, kind: str) -> Iterator[str]:
    hits = searcher.search(similar, limit=SIMILAR).hits
    ids = searcher.fast_field_values("pk", [address for _, address in hits]) if hits else []
    if kind == "articles":
        for article in Article.objects.public().filter(pk__in=ids):
            yield from set(text.tokens(f"{article.title} {article.summary} {article.body}"))
    else:
        statements = Statement.objects.public().filter(pk__in=ids).select_related("speaker")
        for statement in statements.prefetch_related("speaker__other_names"):
            speaker = statement.speaker
            names = [speaker.name, *map(str, speaker.other_names.all())] if speaker else []
            yield from set(text.tokens(" ".join([statement.text, statement.attribution, *names])))
