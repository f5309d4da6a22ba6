"""manage.py ingest: what is wrong is named with its reason, and nothing else is lost."""

from __future__ import annotations

import gzip
import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Article, Statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

BODY = "OSLO. “We will talk,” Anna Berg said, “and we will listen.” She spoke of Iran."
FIRST, SECOND = BODY.index("We will talk,"), BODY.index("and we")
SEGMENTS = [[FIRST, FIRST + 13], [SECOND, SECOND + len("and we will listen.")]]


def line(**changes: Any) -> dict[str, Any]:
    """An article with one statement in two passages; None takes a field away."""
    article = {
        "source": "Ministry",
        "id": "1",
        "title": "Talks",
        "published_on": "2019-05-14",
        "body": BODY,
        "topics": ["Iran"],
        "statements": [statement()],
    }
    return {name: value for name, value in {**article, **changes}.items() if value is not None}


def statement(**changes: Any) -> dict[str, Any]:
    stated = {
        "segments": SEGMENTS,
        "speaker": "Anna Berg",
        "office": "Foreign Minister",
        "country": "NOR",
        "cue": "said",
        "topics": ["Iran"],
    }
    return {name: value for name, value in {**stated, **changes}.items() if value is not None}


@pytest.fixture
def ingest(tmp_path):
    """Load lines (objects, or raw text or bytes); gives (exit status, report, complaints)."""

    def ingest(*lines: Any, name: str = "articles.jsonl", **options: Any) -> tuple[int, str, str]:
        raw = [one if isinstance(one, bytes) else _text(one).encode() for one in lines]
        content = b"\n".join(raw) + b"\n"
        path = tmp_path / name
        path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
        return run(str(path), **options)

    return ingest


def _text(one: Any) -> str:
    return one if isinstance(one, str) else json.dumps(one)


def run(*files: str, **options: Any) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("ingest", *files, stdout=out, stderr=err, **options)
    except CommandError as error:
        return error.returncode, out.getvalue(), f"{err.getvalue()}\n{error}"
    return 0, out.getvalue(), err.getvalue()


def counts(report: str) -> dict[str, int]:
    words = (
        one.split() for one in report.splitlines() if one and one.split()[-1:] and one[0] != " "
    )
    names = ("created", "updated", "unchanged", "failed")
    return {one[0]: int(one[1].replace(",", "")) for one in words if one[0] in names}


def the_statement() -> Statement:
    return Statement.objects.select_related("speaker", "polity", "article").get()


# --- bad input -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{", "JSON"),
        ("[]", "object"),
        ("null", "object"),
        (line(title=None), "title"),
        (line(body=""), "body"),
        (line(id=None), "id"),
        (line(id=7), "id"),
        (line(published_on="2019-02-30"), "2019-02-30"),
        (line(published_on="yesterday"), "yesterday"),
        (line(body="a\0b", statements=[]), "body"),
        (line(statements=[statement(segments=[[0, 10_000]])]), "segments"),
        (line(statements=[statement(segments=[[5, 2]])]), "segments"),
        (line(statements=[statement(segments=[[4, 9], [2, 6]])]), "segments"),
        (line(statements=[statement(segments=[])]), "segments"),
        (line(statements=[statement(segments=[[0, True]])]), "segments"),
        (line(statements=[statement(kind="shouted")]), "kind"),
        (line(statements=[statement(country="XXX")]), "country"),
        (b"\xff\xfe{}", "UTF-8"),
        ("[" * 100_000, "nested"),
    ],
)
def test_a_bad_line_is_named_with_its_reason_and_the_others_are_loaded(ingest, bad, reason):
    status, report, said = ingest(line(id="before"), bad, line(id="after"))
    assert status == 1
    assert counts(report) == {"created": 2, "updated": 0, "unchanged": 0, "failed": 1}
    (complaint,) = [one for one in said.splitlines() if "line 2" in one]
    assert reason in complaint
    assert Article.objects.count() == 2


def test_a_truncated_gzip_gives_what_was_readable(tmp_path):
    lines = "".join(
        json.dumps(line(id=str(number), summary="x" * number)) + "\n" for number in range(900)
    )
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode())[:-200])
    status, report, _ = run(str(path))
    assert status == 1
    assert counts(report)["created"] > 0
    assert counts(report)["failed"] == 1


def test_a_file_that_is_no_json_lines_is_refused_in_a_sentence(tmp_path):
    path = tmp_path / "noise.bin"
    path.write_bytes(bytes(range(256)) * 50_000)
    status, _, said = run(str(path))
    assert status == 1 and "JSON Lines" in said
    for missing in (str(tmp_path / "none.jsonl"), str(tmp_path)):
        status, _, said = run(missing)
        assert status == 1 and missing in said


def test_a_database_without_tables_is_said_once(ingest, monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)
    status, _, said = ingest(line())
    assert status == 1 and "manage.py migrate" in said
