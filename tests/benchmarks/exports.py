"""Export a whole result in each format: rows a second, time to the first byte, peak memory.

    python -m archive.postgres run --scratch -- python -m tests.benchmarks.exports [--statements N]

An archive of N statements (200,000 unless said) is made in a database of its own, indexed, and
exported in each format through the site's own view, each in a process of its own, so that the peak
memory of each is its own. Two peers read the same rows in the same run: COPY of the bare table,
which is what PostgreSQL itself can do, and the usual Django export, which holds all rows in memory.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STATEMENTS_AN_ARTICLE = 10
WORDS = (
    "We expect the talks on arms control to go on, and we see no reason why both sides should not "
    "come to an agreement that serves the security of all states of the region."
)
PEERS = ("copy", "usual")
FORMATS = ("csv", "jsonl", "xlsx", "ris", "bib", "json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--statements", type=int, default=200_000, metavar="N")
    parser.add_argument("--one", choices=[*PEERS, *FORMATS], help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    if options.one:
        print(json.dumps(measure(options.one)))
        return
    with tempfile.TemporaryDirectory(prefix="on-the-record-bench-") as folder:
        os.environ["SEARCH_INDEX_DIR"] = folder
        make_archive(options.statements)
        report([measured(one) for one in (*PEERS, *FORMATS)])


def measured(name: str) -> dict:
    command = [sys.executable, "-m", "tests.benchmarks.exports", "--one", name]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {"name": name, **json.loads(done.stdout.splitlines()[-1])}


def report(found: list[dict]) -> None:
    print(f"{'format':8} {'rows':>9} {'rows/s':>9} {'first byte':>11} {'MB':>8} {'peak MB':>8}")
    for one in found:
        rate = one["rows"] / one["seconds"]
        print(
            f"{one['name']:8} {one['rows']:9,} {rate:9,.0f} {one['first']:9.2f} s "
            f"{one['bytes'] / 1e6:8.1f} {one['peak'] / 1e3:8.0f}"
        )


# --- the archive ---------------------------------------------------------------------------------


def make_archive(statements: int) -> None:
    """Through the loader, as anybody would."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number in range(statements // STATEMENTS_AN_ARTICLE):
            file.write(json.dumps(article(number)) + "\n")
        file.flush()
        call_command("ingest", file.name, publish=True, verbosity=0)


def article(number: int) -> dict:
    body, said = "", []
    for index in range(STATEMENTS_AN_ARTICLE):
        words = f"{WORDS} This is point {index} of {number}."
        said.append(
            {
                "segments": [[len(body) + 1, len(body) + 1 + len(words)]],
                "speaker": f"Speaker Number{number % 500}",
                "office": "Foreign Minister",
                "country": ("NOR", "SWE", "FIN", "DNK", "ISL")[number % 5],
                "cue": "said",
                "topics": [f"Topic {index}", f"Topic {number % 40}"][: 1 + number % 2],
            }
        )
        body += f"“{words}” the minister said.\n\n"
    return {
        "source": f"Agency {number % 12}",
        "id": str(number),
        "url": f"https://agency.example/{number}",
        "title": f"Talks, day {number}",
        "published_on": f"{1990 + number % 30}-{1 + number % 12:02}-{1 + number % 28:02}",
        "body": body.strip(),
        "statements": said,
    }


# --- measuring -----------------------------------------------------------------------------------


def measure(name: str) -> dict:
    """Rows, seconds, seconds to the first byte, bytes, and peak memory of this process in kB."""
    import django

    django.setup()
    chunks = {"copy": copied, "usual": usual}.get(name) or (lambda: exported(name))
    began = time.perf_counter()
    first, size = 0.0, 0
    for chunk in chunks():
        first = first or time.perf_counter() - began
        size += len(chunk)
    seconds = time.perf_counter() - began
    return {"rows": rows(), "seconds": seconds, "first": first, "bytes": size, "peak": peak()}


def peak() -> int:
    """Of this process, in kB. Linux's getrusage counts what the parent held, too."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1])
    raise AssertionError("no VmHWM: measure on Linux")


def rows() -> int:
    from articles.models import Statement

    return Statement.objects.public().count()


def exported(extension: str):
    """Through the address, as a client gets it."""
    from django.test import Client

    response = Client().get(f"/statements/export.{extension}", headers={"host": "testserver"})
    assert response.status_code == 200, response.status_code
    return response


def copied():
    from django.db import connection

    with (
        connection.cursor() as cursor,
        cursor.copy("COPY articles_statement TO STDOUT (FORMAT csv)") as copy,
    ):
        yield from copy


def usual():
    """What is usually written: the whole queryset into one csv in memory."""
    import csv
    import io

    from articles.models import Statement

    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for one in Statement.objects.public().with_context():
        topics = "; ".join(topic.name for topic in one.topics.all())
        article = one.article
        writer.writerow(
            [
                *(one.public_id, one.text, one.said, one.speaker, one.office_title),
                *(one.spoken_for, topics, article.title, article.url, article.source),
            ]
        )
    yield buffer.getvalue().encode()


if __name__ == "__main__":
    main()
