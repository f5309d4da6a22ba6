"""A database of a million statements: found, or made from files, or from words without sense."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from articles.models import Article, Source, Statement
from articles.search import index

from .queries import COMMON, PHRASES, RARE, SEVERAL

TOUCHED = 500  # articles that are changed to be caught up with


@dataclass(frozen=True)
class Rate:
    """So many statements in so many seconds."""

    what: str
    statements: int
    seconds: float

    def __str__(self) -> str:
        rate = self.statements / self.seconds
        return f"{self.what:<34}{rate:>9,.0f} statements a second ({self.statements:,})"


def public_statements() -> int:
    return Statement.objects.public().count()


def fill(wanted: int, files: list[Path], folder: Path) -> Iterator[Rate]:
    """Load until there are so many: the files, then the first again under other names."""
    call_command("migrate", verbosity=0)
    there = public_statements()
    for number, file in enumerate(_supply(files, folder)):
        if there >= wanted:
            break
        began = time.perf_counter()
        _ingest(file, number, len(files))
        now = public_statements()
        if now == there:
            continue  # it was loaded before
        yield Rate(f"loading {file.name}", now - there, time.perf_counter() - began)
        there = now
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _supply(files: list[Path], folder: Path) -> Iterator[Path]:
    if not files:
        files = [_nonsense(folder)]
    for _ in range(100):
        yield from files


def _ingest(file: Path, number: int, files: int) -> None:
    """As a user loads it, but for the index; a copy comes under the names of other sources."""
    script = (
        "import sys; from articles.search import index; index.update = lambda **_: True;"
        "from django.core.management import execute_from_command_line as run; run(sys.argv)"
    )
    unpack = ["gzip", "--decompress", "--stdout"] if file.suffix == ".gz" else ["cat"]
    copy = number // max(files, 1)
    renamed = f's/"source": *"/&{"Copy " * copy}/'
    command = [sys.executable, "-c", f"import django; django.setup(); {script}", "ingest"]
    with (
        subprocess.Popen([*unpack, str(file)], stdout=subprocess.PIPE) as text,
        subprocess.Popen(["sed", renamed], stdin=text.stdout, stdout=subprocess.PIPE) as lines,
    ):
        subprocess.run(
            [*command, "-", "--format=jsonl", "--publish"], stdin=lines.stdout, check=True
        )


def build() -> Rate:
    """The index made anew."""
    shutil.rmtree(settings.SEARCH_INDEX_DIR, ignore_errors=True)
    began = time.perf_counter()
    index.rebuild()
    return Rate("building the index", index.status().statements, time.perf_counter() - began)


def catch_up() -> Rate:
    """Articles with all their statements read again, after one update of them all."""
    touched = list(Article.objects.public().order_by("?").values_list("pk", flat=True)[:TOUCHED])
    Article.objects.filter(pk__in=touched).update(title="Touched")
    statements = Statement.objects.public().filter(article__in=touched).count()
    began = time.perf_counter()
    index.update()
    return Rate("catching up", statements, time.perf_counter() - began)


def describe() -> str:
    statements, articles = public_statements(), Article.objects.public().count()
    sources = Source.objects.count()
    return f"{statements:,} public statements in {articles:,} articles of {sources} sources"


# --- words without sense -------------------------------------------------------------------------


def _nonsense(folder: Path) -> Path:
    """10,000 articles with 200,000 statements: words as frequent as in a language, among them the
    log's."""
    path = folder / "nonsense.jsonl"
    if path.exists():
        return path
    chance = random.Random(1946)
    invented = [
        "".join(chance.choices("aeioulmnrstpk", k=chance.randint(3, 9))) for _ in range(20_000)
    ]
    words = [*COMMON, *invented[:2_000], *RARE, *invented[2_000:]]
    weights = [1 / place for place in range(1, len(words) + 1)]
    sayings = [" ".join(some.split()) for some in (*SEVERAL, *PHRASES)]
    with path.open("w") as file:
        for number in range(10_000):
            file.write(json.dumps(_article(number, chance, words, weights, sayings)) + "\n")
    return path


def _article(
    number: int, chance: random.Random, words: list[str], weights: list[float], sayings: list[str]
) -> dict:
    paragraphs = []
    for _ in range(20):
        said = chance.choices(words, weights, k=90)
        said.insert(chance.randrange(90), chance.choice(sayings))
        paragraphs.append(" ".join(said).capitalize() + ".")
    segments, reached = [], 0
    for paragraph in paragraphs:
        segments.append([reached, reached + len(paragraph)])
        reached += len(paragraph) + 2
    return {
        "source": f"Invented source {number % 7}",
        "id": str(number),
        "title": f"Invented article {number}",
        "published_on": str(1861 + number % 164),
        "body": "\n\n".join(paragraphs),
        "statements": [
            {
                "segments": [segment],
                "speaker": f"Speaker Number{number % 3_000}",
                "country": chance.choice(["FRA", "KEN", "PER", "NOR", "IND"]),
                "topics": chance.sample(["Peace", "Trade", "Law", "Health"], chance.randrange(3)),
            }
            for segment in segments
        ],
    }
