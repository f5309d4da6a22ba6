"""The same work by other engines: total, the best 20, six facets, 20 excerpts with marks.

Each peer has one method `answer(query)`, which gives the total. They hold the statements' own words
and plain numbers; what the archive does beyond that (names, headlines, dates of any precision,
eight facets, languages) is work that they are spared.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import tantivy
from django.db import connection, transaction

from .queries import Query

FACETS = ("speaker", "polity", "source", "year", "kind")  # and topics, which may be several
TOP = 20
MOST = 65_000

# What the peers hold, one row a public statement.
ROWS = """
    SELECT s.id, s.text, coalesce(s.speaker_id, 0) AS speaker, coalesce(s.polity_id, 0) AS polity,
        a.source_id AS source, coalesce(extract(year FROM s.said_on)::int, 0) AS year,
        array_position(ARRAY['direct', 'indirect', 'mixed'], s.kind::text) AS kind,
        coalesce((SELECT array_agg(t.topic_id) FROM articles_statement_topics t
                  WHERE t.statement_id = s.id), '{}') AS topics
    FROM articles_statement s JOIN articles_article a ON a.id = s.article_id
    WHERE s.status = 'confirmed' AND a.status = 'published'
"""


class Peer(Protocol):
    name: str

    def answer(self, query: Query) -> int: ...


def rows() -> Iterator[tuple]:
    """All of them, a few thousand at a time."""
    with transaction.atomic(), connection.connection.cursor("peers") as cursor:
        cursor.itersize = 5_000
        cursor.execute(ROWS)
        yield from cursor


class Postgres:
    """PostgreSQL's full-text search, all in one statement: the usual page asks once a facet."""

    name = "PostgreSQL full-text search"

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT to_regclass('benchmark_peer') IS NOT NULL")
            if not cursor.fetchone()[0]:
                cursor.execute(
                    "CREATE TABLE benchmark_peer AS SELECT r.*, to_tsvector('english', text) AS tsv"
                    f" FROM ({ROWS}) r"
                )
                cursor.execute("CREATE INDEX ON benchmark_peer USING gin (tsv)")
                cursor.execute("CREATE INDEX ON benchmark_peer (year)")
            cursor.execute("ANALYZE benchmark_peer")

    def answer(self, query: Query) -> int:
        function = {
            "words": "plainto_tsquery",
            "phrase": "phraseto_tsquery",
            "prefix": "to_tsquery",
            "": "",
        }[query.form]
        words = " ".join(query.words) + (":*" if query.form == "prefix" else "")
        sought = f"{function}('english', %(words)s)" if function else ""
        where = [f"tsv @@ {sought}"] if sought else []
        if query.years:
            where.append("year BETWEEN %(low)s AND %(high)s")
        rank = f"ts_rank(tsv, {sought})" if sought else "year"
        excerpt = f"ts_headline('english', text, {sought})" if sought else "left(text, 400)"
        sets = ", ".join(f"({name})" for name in FACETS)
        low, high = query.years or (0, 0)
        with connection.cursor() as cursor:
            cursor.execute(
                f"""
                WITH found AS MATERIALIZED (
                    SELECT id, {", ".join(FACETS)}, topics, {rank} AS rank FROM benchmark_peer
                    WHERE {" AND ".join(where)}
                ), top AS (SELECT id FROM found ORDER BY rank DESC, id LIMIT {TOP})
                SELECT (SELECT count(*) FROM found),
                    (SELECT json_agg(t) FROM (
                        SELECT id, {excerpt} FROM top JOIN benchmark_peer USING (id)) t),
                    (SELECT json_agg(f) FROM (
                        SELECT {", ".join(FACETS)}, count(*) FROM found
                        GROUP BY GROUPING SETS ({sets})) f),
                    (SELECT json_agg(f) FROM (
                        SELECT topic, count(*) FROM found, unnest(topics) topic GROUP BY topic) f)
                """,
                {"words": words, "low": low, "high": high},
            )
            return cursor.fetchone()[0]


class Sqlite:
    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
        path = folder / "peer.sqlite3"
        made = path.exists()
        self.db = sqlite3.connect(path)
        self.db.execute("PRAGMA cache_size = -262144")  # KiB, as much as PostgreSQL has
        self.db.execute("PRAGMA temp_store = MEMORY")
        if not made:
            self._make()

    def _make(self) -> None:
        self.db.executescript("""
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            CREATE TABLE docs (id INTEGER PRIMARY KEY, text, speaker, polity, source, year, kind);
            CREATE TABLE topics (doc INTEGER, topic INTEGER);
            CREATE VIRTUAL TABLE words USING fts5 (
                text, content='docs', content_rowid='id', tokenize='porter unicode61');
        """)
        for *row, topics in rows():
            self.db.execute("INSERT INTO docs VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            self.db.executemany("INSERT INTO topics VALUES (?, ?)", [(row[0], t) for t in topics])
        self.db.executescript("""
            INSERT INTO words (words) VALUES ('rebuild');
            INSERT INTO words (words) VALUES ('optimize');
            CREATE INDEX by_year ON docs (year);
            CREATE INDEX by_doc ON topics (doc);
            ANALYZE;
        """)
        self.db.commit()

    def answer(self, query: Query) -> int:
        sought = {
            "words": " ".join(f'"{word}"' for word in query.words),
            "phrase": f'"{" ".join(query.words)}"',
            "prefix": f'"{" ".join(query.words)}"*',
            "": "",
        }[query.form]
        source, where, given = "docs", [], []
        if sought:
            source = "words JOIN docs ON docs.id = words.rowid"
            where, given = ["words MATCH ?"], [sought]
        if query.years:
            where, given = [*where, "year BETWEEN ? AND ?"], [*given, *query.years]
        matching = f"FROM {source} WHERE {' AND '.join(where)}"
        order = "rank" if sought else "year DESC"
        excerpt = "snippet(words, 0, '<mark>', '</mark>', '…', 60)" if sought else "text"
        self.db.execute("DROP TABLE IF EXISTS temp.found")
        columns = ", ".join(FACETS)
        self.db.execute(f"CREATE TEMP TABLE found AS SELECT docs.id, {columns} {matching}", given)
        for name in FACETS:
            self.db.execute(f"SELECT {name}, count(*) FROM found GROUP BY 1").fetchall()
        self.db.execute(
            "SELECT topic, count(*) FROM found JOIN topics ON doc = found.id GROUP BY 1"
        ).fetchall()
        self.db.execute(
            f"SELECT docs.id, {excerpt} {matching} ORDER BY {order} LIMIT {TOP}", given
        ).fetchall()
        return self.db.execute("SELECT count(*) FROM found").fetchone()[0]


class BareTantivy:
    """The engine below ours with nothing around it; its texts are stored, for its own snippets."""

    name = "bare Tantivy"

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="en_stem", stored=True)
        for name in ("id", *FACETS, "topic"):
            builder.add_integer_field(name, indexed=True, fast=True)
        self.schema = builder.build()
        path = folder / "peer.tantivy"
        made = path.exists()
        path.mkdir(exist_ok=True)
        self.index = tantivy.Index(self.schema, path=str(path))
        if not made:
            writer = self.index.writer(256_000_000)
            names = ("id", "text", *FACETS, "topic")
            for row in rows():
                document = dict(zip(names, row, strict=True))
                writer.add_document(tantivy.Document.from_dict(document, self.schema))
            writer.commit()
            writer.wait_merging_threads()
        self.index.reload()

    def answer(self, query: Query) -> int:
        searcher = self.index.searcher()
        sought = self._sought(query)
        if query.years:
            low, high = query.years
            years = tantivy.Query.range_query(
                self.schema, "year", tantivy.FieldType.Integer, low, high
            )
            filters = tantivy.Query.const_score_query(years, 0.0)
            sought = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, sought), (tantivy.Occur.Must, filters)]
            )
        found = searcher.search(sought, limit=TOP)
        wanted = {
            name: {"terms": {"field": name, "size": 500, "segment_size": MOST}}
            for name in (*FACETS, "topic")
        }
        searcher.aggregate(sought, wanted)
        snippets = tantivy.SnippetGenerator.create(searcher, sought, self.schema, "text")
        for _, address in found.hits:
            snippets.snippet_from_doc(searcher.doc(address)).to_html()
        return found.count

    def _sought(self, query: Query) -> tantivy.Query:
        if not query.form:
            return tantivy.Query.all_query()
        if query.form == "prefix":
            return tantivy.Query.regex_query(self.schema, "text", f"{query.words[0]}.*")
        typed = f'"{" ".join(query.words)}"' if query.form == "phrase" else " ".join(query.words)
        return self.index.parse_query(typed, ["text"], conjunction_by_default=True)
