"""What may be meant by what is being typed: records by their names, and words.

All from the index, which has nothing but what is public: a record must have a public statement or
article, a word must stand in one. The numbers are those that the search would find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tantivy
from tantivy import Query

from . import index, naming, text
from .facets import BY_NAME, Facet
from .repairing import FIELDS, LONGEST, field_typed

# How many of each are offered, in this order.
MOST = {"speaker": 4, "polity": 3, "topic": 3, "occasion": 2, "source": 2}
MOST_WORDS = 4
MOST_NAME_WORDS = 3  # typed at the end that are tried as one name
SHORTEST = 2  # letters of the word that is being typed

_FIELD = re.compile(r'(?:^|(?<=[\s(-]))([^\W\d_]+):("[^"]*|[^\s"()]*)$')
_NAME_WORD = re.compile(r"[^\s()\"-][^\s()\"]*")
_WORD = re.compile(r"[^\s()\"*~-][^\s()\"*~]*$")


@dataclass(frozen=True)
class Suggestion:
    """`kind`: a facet's name, or "word"; `query`: all of the box with it in place."""

    kind: str
    label: str
    count: int
    query: str


def suggest(typed: str, kind: str = "statements") -> list[Suggestion]:
    """For the end of what is typed; index.NotReady while there is no index."""
    if len(typed) > LONGEST:
        return []
    searcher = index.ready(kind).searcher
    if field := _FIELD.search(typed):
        return _values(typed, field, searcher)
    in_quotes = typed.count('"') % 2
    records = [] if in_quotes else _records(typed, searcher)
    return [*records, *_words(typed, searcher)]


def _values(typed: str, field: re.Match[str], searcher: tantivy.Searcher) -> list[Suggestion]:
    """speaker:lav: values of that facet."""
    facet = BY_NAME.get(FIELDS.get(field[1].lower(), ""))
    begun = field[2].strip('"')
    if not facet or facet.model is None or not text.tokens(begun):
        return []
    return list(_of_facet(facet, begun, typed[: field.start()], searcher))


def _records(typed: str, searcher: tantivy.Searcher) -> list[Suggestion]:
    """Values of any facet by the last words: as many of them as there is a name for."""
    ends = [word.start() for word in _NAME_WORD.finditer(typed)]
    for start in ends[-MOST_NAME_WORDS:]:
        begun = typed[start:].strip()
        if re.search(r'[()":*~]|^-', begun) or _too_short(begun):
            continue
        found = [
            one for name in MOST for one in _of_facet(BY_NAME[name], begun, typed[:start], searcher)
        ]
        if found:
            return found
    return []


def _of_facet(
    facet: Facet, begun: str, before: str, searcher: tantivy.Searcher
) -> Iterator[Suggestion]:
    counts, _ = naming.begun(facet, begun, searcher, Query.all_query())
    frequent = dict(counts.most_common(MOST[facet.name]))
    described = facet.describe(frequent)
    for key in frequent:
        if key and key in described:
            value = described[key]
            query = f"{before}{field_typed(facet.name, value.value)} "
            yield Suggestion(facet.name, value.label, counts[key], query)


def _words(typed: str, searcher: tantivy.Searcher) -> Iterator[Suggestion]:
    """Words that begin with the last one, the most frequent first; as the index has them."""
    last = _WORD.search(typed)
    tokens = text.tokens(last[0]) if last else []
    if not last or len(tokens) != 1 or _too_short(last[0]) or text.is_unspaced(last[0]):
        return
    # Without a filter, words of records that are deleted would be told, too.
    met = searcher.terms_with_prefix("text", tokens[0], Query.all_query(), MOST_WORDS + 1)
    longer = [(word, number) for word, number in met if number and word != tokens[0]]
    for word, number in longer[:MOST_WORDS]:
        yield Suggestion("word", word, number, f"{typed[: last.start()]}{word} ")


def _too_short(begun: str) -> bool:
    last = (text.tokens(begun) or [""])[-1]
    return len(last) < SHORTEST and not text.is_unspaced(last)
