"""How well results are ordered, beside plain BM25 on the same text.

    python -m archive.postgres run --scratch -- python tests/benchmarks/relevance.py COLLECTION

COLLECTION is a folder with `docs.jsonl` {id, title, text}, `queries.jsonl` {id, text} and
`qrels.tsv` (query, document, grade; a heading is passed over). The documents are loaded as
articles, by the command that loads any, into the empty database that DATABASE_URL names, and are
found as the page of articles finds them, but that any word of the query is enough. The peers are
Tantivy's BM25 (k1 1.2, b 0.75) on one field of title and text, with and without the stemmer of
the collection's language. Printed are nDCG at 10 (gain 2^grade - 1) and MAP, over the queries
that have a relevant document, of the first 1,000 found.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import django
import tantivy

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

DEPTH = 1_000
SOURCE = "The collection"

Qrels = dict[str, dict[str, int]]  # query to document to grade
Run = dict[str, list[str]]  # query to documents, the best first


# --- measures ------------------------------------------------------------------------------------


def ndcg(found: list[str], grades: dict[str, int], at: int = 10) -> float:
    def gained(ranked: list[int]) -> float:
        return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(ranked[:at]))

    ideal = gained(sorted(grades.values(), reverse=True))
    return gained([grades.get(one, 0) for one in found]) / ideal if ideal else 0.0


def average_precision(found: list[str], grades: dict[str, int]) -> float:
    relevant = {one for one, grade in grades.items() if grade > 0}
    met, total = 0, 0.0
    for place, one in enumerate(found, start=1):
        if one in relevant:
            met += 1
            total += met / place
    return total / len(relevant) if relevant else 0.0


def measured(run: Run, qrels: Qrels) -> tuple[float, float]:
    """nDCG@10 and MAP, over queries with a relevant document; one that found nothing counts 0."""
    judged = {query: grades for query, grades in qrels.items() if max(grades.values()) > 0}
    rows = [
        (ndcg(run.get(query, []), grades), average_precision(run.get(query, []), grades))
        for query, grades in judged.items()
    ]
    return sum(row[0] for row in rows) / len(rows), sum(row[1] for row in rows) / len(rows)


# --- the collection ------------------------------------------------------------------------------


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def read_qrels(path: Path) -> Qrels:
    found: Qrels = defaultdict(dict)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t"):
            if len(row) >= 3 and row[2].strip().lstrip("-").isdigit():
                found[row[0]][row[1]] = int(row[2])
    return dict(found)


def words_of(document: dict[str, Any]) -> tuple[str, str]:
    """Title and text; an article has both, so that one stands for the other."""
    title, words = (" ".join(str(document.get(name) or "").split()) for name in ("title", "text"))
    return (title or words)[:1_000] or "-", words or title or "-"


# --- ours and the peers --------------------------------------------------------------------------


def load(folder: Path, language: str) -> dict[int, str]:
    """The documents as public articles, indexed; the id of each article to its document's."""
    from django.core.management import call_command

    from articles.models import Article

    call_command("migrate", verbosity=0)
    if Article.objects.exists():
        sys.exit("The database has articles already; the benchmark wants an empty one.")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for document in lines(folder / "docs.jsonl"):
            title, body = words_of(document)
            article = {"source": SOURCE, "id": str(document["id"]), "title": title, "body": body}
            line = {**article, "language": language, "statements": []}
            print(json.dumps(line, ensure_ascii=False), file=file)
        file.flush()
        call_command("ingest", file.name, publish=True, verbosity=0)
    return dict(Article.objects.values_list("pk", "external_id"))


def ours(queries: dict[str, str], names: dict[int, str]) -> Run:
    """As a search among the articles by relevance, with OR between the words."""
    from articles.search import index, matching, text
    from articles.search.language import Either, Parsed, Word
    from articles.search.searching import Search, hits, ranked

    ready = index.ready("articles")
    matcher = matching.Matcher(ready.stemmers)

    def search(words: str) -> list[str]:
        sought = tuple(Word(token) for token in dict.fromkeys(text.tokens(words)))
        if not sought:
            return []
        node = Either(sought) if len(sought) > 1 else sought[0]
        query = ranked(ready.searcher, matcher, Search("articles", Parsed(words, words, node)))
        _, ids = hits(ready.searcher, query, "relevance", 0, DEPTH)
        return [names[pk] for pk in ids]

    return {query: search(words) for query, words in queries.items()}


class Plain:
    """BM25 over title and text as one field of a bare index."""

    def __init__(self, folder: Path, stemmer: str | None) -> None:
        from articles.search import text

        self.tokens: Callable[[str], list[str]] = lambda words: text.tokens(words, stemmer)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("words", tokenizer_name="words")
        self.schema = builder.build()
        bare = tantivy.Index(self.schema)
        bare.register_tokenizer("raw", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).build())
        bare.register_tokenizer("words", text.analyzer(stemmer))
        writer = bare.writer(128_000_000, num_threads=1)
        for document in lines(folder / "docs.jsonl"):
            words = text.fold("\n".join(words_of(document)))
            writer.add_document(tantivy.Document(id=str(document["id"]), words=words))
        writer.commit()
        bare.reload()
        self.searcher = bare.searcher()

    def run(self, queries: dict[str, str]) -> Run:
        return {query: self._search(words) for query, words in queries.items()}

    def _search(self, words: str) -> list[str]:
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self.schema, "words", token))
            for token in dict.fromkeys(self.tokens(words))
        ]
        found = self.searcher.search(tantivy.Query.boolean_query(terms), limit=DEPTH).hits
        return [str(self.searcher.doc(address)["id"][0]) for _, address in found]


def report(name: str, run: Callable[[], Run], qrels: Qrels) -> tuple[float, float]:
    began = time.perf_counter()
    found = run()
    each = (time.perf_counter() - began) * 1000 / max(len(found), 1)
    at_10, mean = measured(found, qrels)
    print(f"{name:24} nDCG@10 {at_10:.4f}   MAP {mean:.4f}   {each:6.1f} ms a query")
    return at_10, mean


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("collection", type=Path)
    parser.add_argument("--language", default="en", help="of documents and queries, a BCP 47 tag")
    options = parser.parse_args()
    folder, language = options.collection, options.language
    with tempfile.TemporaryDirectory(prefix="relevance-") as index_folder:
        os.environ["SEARCH_INDEX_DIR"] = index_folder
        django.setup()
        from articles.search import text

        queries = {str(one["id"]): one["text"] for one in lines(folder / "queries.jsonl")}
        qrels = read_qrels(folder / "qrels.tsv")
        names = load(folder, language)
        print(f"{len(names):,} documents, {len(queries):,} queries, {len(qrels):,} judged")
        here = report("the archive", lambda: ours(queries, names), qrels)
        stemmer = text.stemmer_of(language)
        for name, plain in (
            ("BM25, stemmed", Plain(folder, stemmer)),
            ("BM25, as written", Plain(folder, None)),
        ):
            there = report(name, partial(plain.run, queries), qrels)
            ratios = [
                f"{mine / other:.3f}" for mine, other in zip(here, there, strict=True) if other
            ]
            print(f"    the archive to it: nDCG@10 × {ratios[0]}, MAP × {ratios[-1]}")


if __name__ == "__main__":
    main()
