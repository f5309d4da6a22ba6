"""Lines of a file, and what loading them gives."""

from __future__ import annotations

import json

from django.db import connection

from articles.ingestion import Outcome, Result, load
from articles.models import Article, Original, Polity, Source, Speaker, Statement, Topic
from articles.readers import ArticleDraft, jsonl

BODY = (
    "The minister spoke.\n\n“We are ready for talks,” he said. “We have been waiting.”\n\nAll rose."
)
READY, WAITING = "We are ready for talks,", "We have been waiting."


def stated(words: str = READY, *, body: str = BODY, **fields) -> dict:
    start = body.index(words)
    return {"segments": [[start, start + len(words)]], **fields}


def line(*statements: dict, **fields) -> dict:
    value = {
        "source": "Agency",
        "id": "1",
        "title": "Talks",
        "published_on": "2019-05-14",
        "body": BODY,
        "statements": list(statements) or [stated(speaker="Ada Brook", country="GBR")],
    }
    return value | fields


def drafts(*lines: dict) -> list[ArticleDraft]:
    found = [jsonl.read_line(json.dumps(one).encode(), n) for n, one in enumerate(lines, start=1)]
    assert all(isinstance(one, ArticleDraft) for one in found), found
    return found


def ingest(*lines: dict, **options) -> list[Outcome]:
    outcomes: list[Outcome] = []
    load(drafts(*lines), outcomes.append, **options)
    return outcomes


def results(*lines: dict, **options) -> list[Result]:
    return [outcome.result for outcome in ingest(*lines, **options)]


def everything() -> list:
    """All that is stored, as PostgreSQL writes it."""
    found = []
    with connection.cursor() as cursor:
        for model in (Source, Polity, Speaker, Topic, Article, Original, Statement):
            cursor.execute(f"SELECT t::text FROM {model._meta.db_table} t ORDER BY id")
            found.append(cursor.fetchall())
    return found
