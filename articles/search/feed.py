"""The change feed: which articles an index must read again.

Triggers write a row for whatever changes what the index reads, so that bulk updates, loaded
fixtures and plain SQL count. A row is `(xid, kind, id)`. The unit of the index is an article with
its statements, so most rows name an article; a row about a speaker, a tenure, an office or a topic
stands for the articles that it touches, which are looked up when the feed is read. A row `label`
touches none: who keeps the names of facets' values beside an index has to ask for them again.

An index remembers the PostgreSQL snapshot it was made at; what it lacks is exactly what was
invisible in that snapshot and is visible now. See `read`.
"""

from __future__ import annotations

from dataclasses import dataclass

import pgtrigger
from django.db import connection

from articles.models import (
    Article,
    ArticleTopic,
    Occasion,
    Office,
    Polity,
    Source,
    Speaker,
    SpeakerName,
    Statement,
    StatementTopic,
    Tenure,
    Topic,
)

TABLE = "search_feed"

CREATE_TABLE = f"""
    CREATE TABLE {TABLE} (
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        kind text NOT NULL,
        id bigint NOT NULL
    );
    CREATE INDEX {TABLE}_xid ON {TABLE} (xid);
"""
DROP_TABLE = f"DROP TABLE {TABLE};"

# --- writing -------------------------------------------------------------------------------------


def _trigger(
    name: str, operation: pgtrigger.Operation, select: str, *, old: bool = False, new: bool = False
) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=f"feed_{name}",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(
            old="old_rows" if old else None, new="new_rows" if new else None
        )
        if old or new
        else None,
        func=f"INSERT INTO {TABLE} (kind, id) {select}; RETURN NULL;",
    )


def _on_insert(kind: str, select: str) -> pgtrigger.Trigger:
    """`select` gives ids from rows called `r`, as in "SELECT r.id FROM {rows} r"."""
    sql = f"SELECT DISTINCT '{kind}', found.id FROM ({select.format(rows='new_rows')}) found(id)"
    return _trigger("insert", pgtrigger.Insert, sql, new=True)


def _on_delete(kind: str, select: str) -> pgtrigger.Trigger:
    sql = f"SELECT DISTINCT '{kind}', found.id FROM ({select.format(rows='old_rows')}) found(id)"
    return _trigger("delete", pgtrigger.Delete, sql, old=True)


def _on_update(kind: str, select: str, columns: str, name: str = "update") -> pgtrigger.Trigger:
    """Only rows in which one of `columns`, names with spaces between them, changed."""
    before = ", ".join(f"o.{column}" for column in columns.split())
    after = ", ".join(f"n.{column}" for column in columns.split())
    changed = f"WHERE ({before}) IS DISTINCT FROM ({after})"
    old = f"(SELECT o.* FROM old_rows o JOIN new_rows n ON n.id = o.id {changed})"
    new = f"(SELECT n.* FROM old_rows o JOIN new_rows n ON n.id = o.id {changed})"
    sql = f"""
        SELECT DISTINCT '{kind}', found.id FROM (
            {select.format(rows=old)} UNION {select.format(rows=new)}
        ) found(id)
    """
    return _trigger(name, pgtrigger.Update, sql, old=True, new=True)


def _on_truncate() -> pgtrigger.Trigger:
    return _trigger("truncate", pgtrigger.Truncate, "VALUES ('everything', 0)")


ITSELF = "SELECT r.id FROM {rows} r"


def register_triggers() -> None:
    """Attach the feed's triggers to the models; their migrations are made by makemigrations."""
    its_article = "SELECT r.article_id FROM {rows} r"
    its_speaker = "SELECT r.speaker_id FROM {rows} r"
    article_of_statement = (
        "SELECT s.article_id FROM {rows} r JOIN articles_statement s ON s.id = r.statement_id"
    )
    pgtrigger.register(
        _on_insert("article", ITSELF),
        _on_update(
            "article",
            ITSELF,
            "status source_id title summary body language published_on published_on_precision"
            " changed_at",
        ),
        _on_delete("article", ITSELF),
        _on_truncate(),
    )(Article)
    pgtrigger.register(
        _on_insert("article", its_article),
        _on_update(
            "article",
            its_article,
            "article_id status text attribution office_as_printed speaker_id tenure_id polity_id"
            " occasion_id kind language said_on said_on_precision changed_at",
        ),
        _on_delete("article", its_article),
        _on_truncate(),
    )(Statement)
    for links, select in (
        (ArticleTopic, its_article),
        (StatementTopic, article_of_statement),
    ):
        pgtrigger.register(
            _on_insert("article", select),
            _on_update("article", select, "id topic_id"),
            _on_delete("article", select),
            _on_truncate(),
        )(links)
    pgtrigger.register(
        _on_insert("speaker", its_speaker),
        _on_update("speaker", its_speaker, "speaker_id name"),
        _on_delete("speaker", its_speaker),
        _on_truncate(),
    )(SpeakerName)
    _register_for_records()


def _register_for_records() -> None:
    """What statements refer to: only changes matter, as nothing refers to what comes or goes."""
    for model, kind, columns in (
        (Speaker, "speaker", "name"),
        (Tenure, "tenure", "office_id"),
        (Office, "office", "title polity_id"),
        (Topic, "topic", "parent_id"),
    ):
        pgtrigger.register(_on_update(kind, ITSELF, columns), _on_truncate())(model)
    for labelled in (Speaker, Polity, Topic, Occasion, Source):
        pgtrigger.register(_on_update("label", ITSELF, "slug name", name="label"))(labelled)


# --- reading -------------------------------------------------------------------------------------

# Not a constant of the tables' names, but what each kind of row stands for, as SQL.
ARTICLES_TOUCHED = {
    "article": "SELECT unnest(%s::bigint[])",
    "speaker": "SELECT article_id FROM articles_statement WHERE speaker_id = ANY(%s::bigint[])",
    "tenure": "SELECT article_id FROM articles_statement WHERE tenure_id = ANY(%s::bigint[])",
    "office": """
        SELECT s.article_id FROM articles_statement s
        JOIN articles_tenure t ON t.id = s.tenure_id WHERE t.office_id = ANY(%s::bigint[])
    """,
    "topic": """
        WITH RECURSIVE below(id) AS (
            SELECT unnest(%s::bigint[])
            UNION
            SELECT t.id FROM articles_topic t JOIN below ON t.parent_id = below.id
        )
        SELECT s.article_id FROM articles_statement s
        JOIN articles_statement_topics st ON st.statement_id = s.id
        WHERE st.topic_id IN (SELECT id FROM below)
        UNION
        SELECT article_id FROM articles_article_topics WHERE topic_id IN (SELECT id FROM below)
    """,
}


@dataclass(frozen=True)
class Snapshot:
    """What was visible: the text of a pg_snapshot, `xmin:xmax:xip,xip`."""

    xmin: int
    xmax: int
    running: tuple[int, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Snapshot:
        xmin, xmax, running = text.split(":")
        return cls(int(xmin), int(xmax), tuple(int(xid) for xid in running.split(",") if xid))

    def __str__(self) -> str:
        return f"{self.xmin}:{self.xmax}:{','.join(map(str, self.running))}"


@dataclass(frozen=True)
class Position:
    """A place in the life of one particular database.

    `database` tells it from any other: the cluster's identifier and timeline (another after a
    restore to an earlier moment) and the oids of the database and of the feed's table (others
    after a dump was loaded).
    """

    database: str
    snapshot: Snapshot


@dataclass(frozen=True)
class Changes:
    """What came since a position: `now` is the new one; `rows` maps a kind to its ids."""

    now: Position
    rows: dict[str, list[int]]


# The last checkpoint still has the old timeline for a while after a standby was promoted.
_TIMELINE = """
    CASE WHEN pg_is_in_recovery() THEN (
        SELECT greatest(c.timeline_id, r.min_recovery_end_timeline)
        FROM pg_control_checkpoint() c, pg_control_recovery() r
    ) ELSE (
        'x' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
    )::bit(32)::int END
"""
_HERE = f"""
    SELECT concat_ws('/',
            (SELECT system_identifier FROM pg_control_system()),
            {_TIMELINE},
            (SELECT oid FROM pg_database WHERE datname = current_database()),
            '{TABLE}'::regclass::oid),
        pg_current_snapshot()::text,
        pg_current_xact_id_if_assigned()::text,
        pg_is_in_recovery()
"""


def _position(database: str, snapshot: str, own: str | None, standby: bool) -> Position:
    seen = Snapshot.parse(snapshot)
    if own and int(own) < seen.xmax:
        # A snapshot does not list the transaction that takes it, which has yet to write more.
        seen = Snapshot(min(seen.xmin, int(own)), seen.xmax, (*seen.running, int(own)))
    if standby:
        # A standby's snapshot does not list running transactions. Counting all from xmin on as
        # not seen does some work twice and misses none.
        seen = Snapshot(seen.xmin, seen.xmin)
    return Position(database, seen)


def position() -> Position:
    """Where the database is now (one query)."""
    with connection.cursor() as cursor:
        cursor.execute(_HERE)
        return _position(*cursor.fetchone())


def read(since: Snapshot) -> Changes:
    """What `since` did not see and is visible now (one query).

    Snapshot and rows come from one SQL statement and therefore from one and the same snapshot,
    whatever the isolation level. The condition is written as two branches with literal bounds so
    that the index on xid serves both, also beside a long transaction. Rows of transactions that
    have yet to begin (our own may lie beyond its snapshot) came with a dump of another database.
    """
    running = ",".join(map(str, since.running))
    with connection.cursor() as cursor:
        cursor.execute(f"""
            WITH lacking AS MATERIALIZED (
                SELECT kind, id FROM {TABLE} WHERE xid >= '{since.xmax}'::xid8
                    AND xid <= greatest(
                        pg_snapshot_xmax(pg_current_snapshot()), pg_current_xact_id_if_assigned()
                    )
                UNION
                SELECT kind, id FROM {TABLE} WHERE xid = ANY('{{{running}}}'::xid8[])
            )
            SELECT here.*, (
                SELECT coalesce(json_agg(json_build_array(kind, id)), '[]'::json) FROM lacking
            ) FROM ({_HERE}) here
        """)
        *here, lacking = cursor.fetchone()
    rows: dict[str, list[int]] = {}
    for kind, number in lacking:
        rows.setdefault(kind, []).append(int(number))
    return Changes(_position(*here), rows)


def articles_touched(rows: dict[str, list[int]]) -> set[int]:
    """The articles that rows of the feed stand for; at most one query a kind."""
    found: set[int] = set(rows.get("article", ()))
    with connection.cursor() as cursor:
        for kind, sql in ARTICLES_TOUCHED.items():
            if kind != "article" and kind in rows:
                cursor.execute(sql, [rows[kind]])
                found.update(article for (article,) in cursor)
    return found


def prune(keep: int) -> int:
    """Drop all but about the newest `keep` rows; returns how many went.

    A row of kind `pruned` says up to which transaction rows are gone: an index that may not have
    seen all of those finds it among what it lacks, and is made anew.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH horizon AS (
                SELECT xid FROM {TABLE} WHERE kind <> 'pruned'
                ORDER BY xid DESC OFFSET %s LIMIT 1
            ), gone AS (
                DELETE FROM {TABLE} USING horizon WHERE {TABLE}.xid <= horizon.xid
                RETURNING {TABLE}.xid
            ), noted AS (
                INSERT INTO {TABLE} (kind, id)
                SELECT 'pruned', xid::text::bigint FROM horizon
            )
            SELECT count(*) FROM gone
            """,
            [keep],
        )
        return cursor.fetchone()[0]
