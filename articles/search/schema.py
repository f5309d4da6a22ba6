"""What the index holds: numbers and tokens, no text.

Two Tantivy indexes of this one schema stand side by side, for statements and for articles: BM25
measures a record against the average length of its kind, and an article is thirty times longer
than a statement.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version

import tantivy

from . import text

KINDS = ("statements", "articles")
REVISION = 5  # to be raised when documents hold something else under the same names

# Numbers: ids of records, 0 for "not stated". `text` in a statement is its words, in an article
# the headline, the standfirst and the body.
NUMBERS = ("pk", "article", "speaker", "polity", "office", "topic", "source", "occasion")
DATES = ("year", "month", "first", "last")  # 2019, 201905, 20190514, 20190514; 0: not known
ORDERS = ("newest", "oldest", "changed")
FILTERED = (*NUMBERS[1:], "year")  # nothing is looked for by its pk
WORDS = ("kind", "language")
TEXTS = ("text", "title")
NAMES = "names"  # attribution as printed, the speaker's names
OFFICES = "offices"  # titles held, and as printed

STEMMERS = sorted(set(text.STEMMERS.values()))


def stemmed(field: str, stemmer: str) -> str:
    """The name of the field that holds the stems of `field` in one language."""
    return f"{field}_{stemmer}"


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in (*NUMBERS, *DATES, *ORDERS):
        builder.add_integer_field(name, indexed=name in FILTERED, fast=True)
    for name in WORDS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="exact")
        for stemmer in STEMMERS:
            builder.add_text_field(stemmed(name, stemmer), tokenizer_name=stemmer)
    for name in (NAMES, OFFICES):
        builder.add_text_field(name, tokenizer_name="exact")
    return builder.build()


def open_index(path: str, *, create: bool = False) -> tantivy.Index:
    """The index in a folder that exists. ValueError where there is none and `create` is not set.

    Its searchers see what was committed when `reload` was last called.
    """
    index = tantivy.Index(schema(), path=path) if create else tantivy.Index.open(path)
    # By default a thread of the engine reloads after commits, too; where it is slow, it puts back
    # what was there before, over what we have loaded since.
    index.config_reader(reload_policy="manual")
    index.register_tokenizer("exact", text.analyzer())
    for stemmer in STEMMERS:
        index.register_tokenizer(stemmer, text.analyzer(stemmer, indexing=True))
    return index


@cache
def fingerprint() -> str:
    """The name of the schema: another one, or another way to tokens, is another index."""
    parts = [KINDS, REVISION, NUMBERS, DATES, ORDERS, WORDS, TEXTS, NAMES, OFFICES, STEMMERS]
    described = repr([*parts, text.version(), version("tantivy")])
    return hashlib.sha256(described.encode()).hexdigest()[:16]
