"""From the tree of a query to the query that Tantivy runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations, product

import tantivy
from tantivy import Occur, Query

from articles.dates import PartialDate

from . import schema, text
from .documents import day_number
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

# What a match is worth by where it stands. A word's stem in the record's own text counts once and
# its exact form once more; a headline, of which an article's text has all words already, is short,
# so that a little of it weighs much.
STEM, EXACT, TITLE_STEM, TITLE, NAMES = 1.0, 1.0, 0.1, 0.1, 0.5
SIDE_BY_SIDE = 0.5  # two words that stand in the text as they were typed, one after the other


Words = Word | Phrase | Near | Prefix


@dataclass(frozen=True)
class Matcher:
    """Makes queries for an archive in which records of these stemmed languages stand."""

    stemmers: Sequence[str]

    def query(self, node: Node | None) -> Query:
        """The query for a tree; None is everything."""
        match node:
            case None:
                return Query.all_query()
            case Without(part):
                return all_but(Query.all_query(), self._own_words(part))
            case Every(parts):
                parts = tuple(dict.fromkeys(parts))  # the same again is work for nothing
                wanted = [self.query(part) for part in parts if not isinstance(part, Without)]
                unwanted = [
                    self._own_words(part.part) for part in parts if isinstance(part, Without)
                ]
                return all_but(all_of(wanted or [Query.all_query()]), *unwanted)
            case Either(parts):
                return any_of([self.query(part) for part in dict.fromkeys(parts)])
            case Word() | Phrase() | Near() | Prefix():
                return any_of([*self._in_text(node), *self._around(node)])
            case Field() | Among() | Dated():
                return filter_of(node)
        raise AssertionError(node)

    def closer(self, query: Query, neighbours: Sequence[Phrase]) -> Query:
        """The same records, those before in which words stand side by side as they were typed."""
        if not neighbours:
            return query
        close = [
            (Occur.Should, weighted(in_order("text", text.tokens(pair.text)), SIDE_BY_SIDE))
            for pair in neighbours
        ]
        return Query.boolean_query([(Occur.Must, query), *close])

    def _own_words(self, node: Node) -> Query:
        """As `query`, but only in the record's text: an article's has its headline."""
        match node:
            case Without(part):
                return all_but(Query.all_query(), self._own_words(part))
            case Every(parts):
                return all_of([self._own_words(part) for part in parts])
            case Either(parts):
                return any_of([self._own_words(part) for part in parts])
            case Word() | Phrase() | Near() | Prefix():
                return any_of(self._in_text(node))
            case Field() | Among() | Dated():
                return filter_of(node)
        raise AssertionError(node)

    def _in_text(self, node: Words) -> list[Query]:
        return self._in_field(node, "text", EXACT, STEM)

    def _around(self, node: Words) -> list[Query]:
        names = self._in_field(node, schema.NAMES, NAMES, None)
        return [*self._in_field(node, "title", TITLE, TITLE_STEM), *names]

    def _in_field(self, node: Words, field: str, exact: float, stem: float | None) -> list[Query]:
        match node:
            case Prefix(beginning):
                return [Query.const_score_query(begins(field, beginning), exact)]
            case Phrase(words):
                return [weighted(in_order(field, text.tokens(words)), max(exact, stem or 0))]
            case Near(words, apart):
                return [weighted(near(field, text.tokens(words), apart), max(exact, stem or 0))]
            case Word(word):
                found = [weighted(in_order(field, text.tokens(word)), exact)]
                for stemmer in self.stemmers if stem else ():
                    if stems := text.stems(word, stemmer):
                        same = in_order(schema.stemmed(field, stemmer), stems)
                        found.append(weighted(same, stem or 0))
                return found
        raise AssertionError(node)


def in_order(field: str, tokens: Sequence[str]) -> Query:
    """The tokens side by side in this order."""
    if len(tokens) == 1:  # a phrase of one word panics
        return Query.term_query(schema.schema(), field, tokens[0])
    if not tokens:
        return Query.empty_query()
    return Query.phrase_query(schema.schema(), field, list(tokens))


def near(field: str, tokens: Sequence[str], apart: int) -> Query:
    """Two or three tokens in any order with at most `apart` others between them in all.

    Tantivy's slop allows each word to stand so many places from where the phrase has it. For two
    words that is all that is wanted, in either order. Of three it takes the first that fits and
    misses some, unless the second has its own place and only the third is let loose. A word that
    is wanted twice would be met by itself, so that the last, too, has each of its places.
    """
    twice = len(set(tokens)) < len(tokens)
    phrases = [
        Query.phrase_query(
            schema.schema(),
            field,
            list(zip(_offsets(gaps), order, strict=True)),
            slop=0 if twice else apart - sum(gaps),
        )
        for order in sorted(set(permutations(tokens)))
        for gaps in product(range(apart + 1), repeat=len(tokens) - 1)
        if sum(gaps) <= apart and (twice or not gaps[-1])
    ]
    return any_of(phrases)


def _offsets(gaps: Sequence[int]) -> list[int]:
    offsets = [0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap + 1)
    return offsets


def begins(field: str, beginning: str) -> Query:
    """Words that begin with the last token; tokens before it are wanted beside."""
    *whole, last = text.tokens(beginning) or [""]
    if not last:
        return Query.empty_query()
    prefix = Query.regex_query(schema.schema(), field, f"{re.escape(last)}.*")
    return all_of([in_order(field, whole), prefix]) if whole else prefix


def similar(token: str, distance: int) -> Query:
    """Records with a word at most `distance` letters off, in their text or names."""
    fields = ("text", schema.NAMES)
    return any_of(
        [Query.fuzzy_term_query(schema.schema(), name, token, distance) for name in fields]
    )


def is_one_of(field: str, values: Iterable[int | str]) -> Query:
    """A filter: it does not change the score."""
    return Query.const_score_query(Query.term_set_query(schema.schema(), field, list(values)), 0.0)


def filter_of(node: Field | Among | Dated) -> Query:
    """What a field of the query stands for, without a score of its own."""
    match node:
        case Among(name, values):
            return is_one_of(name, [one.key for one in values])
        case Dated(since, until):
            return all_of(dated(since, until))
        case Field(_, value):  # the office, which is words
            return Query.const_score_query(in_order(schema.OFFICES, text.tokens(value)), 0.0)
    raise AssertionError(node)


def dated(since: PartialDate | None, until: PartialDate | None) -> list[Query]:
    """The whole period must lie within: a date known to the year is not known to lie in May."""
    first = day_number(since.first) if since else 1
    last = day_number(until.last) if until else None
    return [within("first", first, None), within("last", 1, last)]


def within(field: str, low: int | None, high: int | None) -> Query:
    """A filter on a number, both ends included."""
    between = Query.range_query(
        schema.schema(), field, tantivy.FieldType.Integer, lower_bound=low, upper_bound=high
    )
    return Query.const_score_query(between, 0.0)


def total(searcher: tantivy.Searcher, query: Query) -> int:
    """How many records the query finds."""
    return searcher.search(query, limit=1).count  # type: ignore[attr-defined]


def weighted(query: Query, weight: float) -> Query:
    return query if weight == 1.0 else Query.boost_query(query, weight)


def all_of(queries: Sequence[Query]) -> Query:
    return _joined(Occur.Must, queries)


def any_of(queries: Sequence[Query]) -> Query:
    return _joined(Occur.Should, queries)


def _joined(occur: Occur, queries: Sequence[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(occur, query) for query in queries])


def all_but(wanted: Query, *unwanted: Query) -> Query:
    """A query of refusals alone finds nothing: `wanted` says of what they are taken away."""
    if not unwanted:
        return wanted
    refusals = [(Occur.MustNot, query) for query in unwanted]
    return Query.boolean_query([(Occur.Must, wanted), *refusals])
