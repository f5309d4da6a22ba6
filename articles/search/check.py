"""Whether the index is what the database says: every public id, every field.

Numbers, dates and orders that a document has once are read from the index's columns. What it may
have many times, and words, are asked for by queries: the documents of each value must be the ones
to which the database gives it. In a large archive only some of the words are asked for.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import tantivy

from . import documents, index, matching, schema, text

BATCH = 500  # articles read from the database at a time
COLUMNS = ("article", "source", *schema.DATES, *schema.ORDERS)
MANY = ("speaker", "polity", "office", "topic", "occasion", *schema.WORDS)
ALL_WORDS_UP_TO = 20_000  # records; beyond that one word in SAMPLE
SAMPLE = 97


@dataclass(frozen=True)
class Difference:
    """`index` and `database`: what each says of a record's field; None: nothing."""

    kind: str
    pk: int
    field: str
    index: Any
    database: Any

    def __str__(self) -> str:
        if self.field == "pk":
            what = "the index lacks it" if self.index is None else "the index should not have it"
            return f"{self.kind} {self.pk}: {what}"
        return (
            f"{self.kind} {self.pk}: {self.field} is {self.index!r} in the index, "
            f"{self.database!r} in the database"
        )


@dataclass
class Expected:
    """What the index of one kind must hold: columns by id, and ids by (field, value)."""

    columns: dict[int, tuple[int, ...]] = field(default_factory=dict)
    having: dict[tuple[str, Any], set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, document: documents.Document, sample: int) -> None:
        pk = document["pk"]
        self.columns[pk] = tuple(document[name] for name in COLUMNS)
        for name in MANY:
            values = document[name]
            for value in values if isinstance(values, list) else [values]:
                self.having[name, value].add(pk)
        for name, stemmer in _TEXT_FIELDS:
            texts = document.get(name, ())
            words = " ".join([texts] if isinstance(texts, str) else texts)
            for word in set(text.tokens(words, stemmer, indexing=True)):
                if zlib.crc32(word.encode()) % sample == 0:
                    self.having[name, word].add(pk)


_TEXT_FIELDS: list[tuple[str, str | None]] = [
    (schema.NAMES, None),
    (schema.OFFICES, None),
    *((name, None) for name in schema.TEXTS),
    *(
        (schema.stemmed(name, stemmer), stemmer)
        for name in schema.TEXTS
        for stemmer in schema.STEMMERS
    ),
]


def differences() -> Iterator[Difference]:
    """Each one found, after bringing the index up to date.

    Meant for a quiet moment: what is edited during the check may be reported.
    """
    index.update()
    searchers = {kind: index.ready(kind).searcher for kind in schema.KINDS}
    large = sum(searcher.num_docs for searcher in searchers.values()) > ALL_WORDS_UP_TO
    expected = _expected(SAMPLE if large else 1)
    for kind, searcher in searchers.items():
        yield from _compare(kind, searcher, expected[kind])


def _expected(sample: int) -> dict[str, Expected]:
    found = {kind: Expected() for kind in schema.KINDS}
    builder = documents.Builder()
    reached = 0
    while ids := documents.public_ids(after=reached, limit=BATCH):
        for _, made in builder.build(ids):
            for kind in schema.KINDS:
                for document in getattr(made, kind):
                    found[kind].add(document, sample)
        reached = ids[-1]
    return found


def _compare(kind: str, searcher: tantivy.Searcher, expected: Expected) -> Iterator[Difference]:
    addresses, twice = _addresses(searcher)
    for pk in twice:
        yield Difference(kind, pk, "pk", "two documents", "one record")
    for pk in sorted(expected.columns.keys() - addresses.keys()):
        yield Difference(kind, pk, "pk", None, pk)
    for pk in sorted(addresses.keys() - expected.columns.keys()):
        yield Difference(kind, pk, "pk", pk, None)
    common = sorted(expected.columns.keys() & addresses.keys())
    for place, name in enumerate(COLUMNS):
        values = searcher.fast_field_values(name, [addresses[pk] for pk in common])
        for pk, value in zip(common, values, strict=True):
            if value != expected.columns[pk][place]:
                yield Difference(kind, pk, name, value, expected.columns[pk][place])
    for (name, value), ids in expected.having.items():
        have = _having(searcher, name, value, likely=len(ids))
        for pk in sorted((have ^ ids) & addresses.keys() & expected.columns.keys()):
            extra = pk in have
            yield Difference(kind, pk, name, value if extra else None, None if extra else value)


def _addresses(searcher: tantivy.Searcher) -> tuple[dict[int, tantivy.DocAddress], list[int]]:
    """Id to address in the index, and the ids that stand there more than once."""
    hits = searcher.search(tantivy.Query.all_query(), limit=max(searcher.num_docs, 1)).hits
    found: dict[int, tantivy.DocAddress] = {}
    twice = []
    for pk, (_, address) in zip(_ids(searcher, hits), hits, strict=True):
        if pk in found:
            twice.append(pk)
        found[pk] = address
    return found, twice


def _having(searcher: tantivy.Searcher, name: str, value: Any, *, likely: int) -> set[int]:
    """The ids of the documents that have a value; `likely` so many."""
    query = matching.is_one_of(name, [value])
    found: Any = searcher.search(query, limit=likely + 1)
    if found.count > likely + 1:
        found = searcher.search(query, limit=found.count)
    return set(_ids(searcher, found.hits))


def _ids(searcher: tantivy.Searcher, hits: Iterable[Any]) -> list[int]:
    addresses = [address for _, address in hits]
    ids: list[Any] = searcher.fast_field_values("pk", addresses) if addresses else []
    return [int(pk) for pk in ids]
