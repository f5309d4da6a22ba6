"""Statements like another: those that share the rarest of its words.

The index holds no text, so that the engine's own search for similar documents has nothing to read.
The words come from the statement; how rare each is, the index knows. Rare words have few
documents, which bounds the work whatever the size of the archive.
"""

from __future__ import annotations

import tantivy
from tantivy import Occur, Query

from articles.models import Statement

from . import index, matching, records, schema, text
from .language import Either, Word

MOST_READ = 400  # words of the statement looked at
MOST_TERMS = 12  # the rarest of them are sought
LEAST_SHARED = 2  # words that another statement has to have
SHARED = 4  # and one of so many sought
COMMON = 0.05  # share of all statements from which on a word tells nothing
FEW = 20  # statements in which any word may stand
SHORTEST = 5  # letters; shorter words in small letters are mostly grammar: have, with, from


def like(statement: Statement, size: int = 4) -> list[Statement]:
    """At most `size` statements of other articles, the most alike first.

    Their excerpts have the shared words marked. index.NotReady while there is no index.
    """
    ready = index.ready("statements")
    stemmer = text.stemmer_of(statement.language)
    field = schema.stemmed("text", stemmer) if stemmer else "text"
    rarest = _rarest(ready.searcher, field, statement.text, stemmer)
    least = max(LEAST_SHARED, len(rarest) // SHARED)
    if len(rarest) < least:
        return []
    sought = [(Occur.Should, matching.in_order(field, [term])) for term in rarest]
    alike = Query.boolean_query(sought, minimum_number_should_match=least)
    same_article = matching.is_one_of("article", [statement.article_id])
    found = ready.searcher.search(matching.all_but(alike, same_article), limit=size)
    addresses = [address for _, address in found.hits]
    ids = ready.searcher.fast_field_values("pk", addresses) if addresses else []
    words = Either(tuple(Word(word) for word in rarest.values()))
    pks = [int(pk) for pk in ids if pk is not None]
    return list(records.found(Statement, pks, words))  # type: ignore[arg-type]


def _rarest(
    searcher: tantivy.Searcher, field: str, words: str, stemmer: str | None
) -> dict[str, str]:
    """Term to a word of the text that gave it; those that no other statement has are of no use."""
    terms: dict[str, str] = {}
    for number, (_, _, word) in enumerate(text.places(words)):
        if number == MOST_READ:
            break
        term = text.form(word, stemmer)
        if len(term) >= SHORTEST or not word.islower():
            terms.setdefault(term, word)
    terms.pop("", None)
    most = max(FEW, searcher.num_docs * COMMON)
    frequency = {term: searcher.doc_freq(field, term) for term in terms}
    telling = sorted((count, term) for term, count in frequency.items() if 2 <= count <= most)
    return {term: terms[term] for _, term in telling[:MOST_TERMS]}
