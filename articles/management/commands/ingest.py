"""manage.py ingest FILE..."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentTypeError
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from os import fstat
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from articles import ingestion
from articles.dates import PartialDate
from articles.ingestion import Outcome, Result
from articles.models import Article
from articles.readers import ArticleDraft, Failure, interchange, jsonl, text
from articles.search import index

FORMATS = ("auto", "jsonl", "text")
_JSONL_NAMES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")


class Unreadable(Exception):
    """A file that gives nothing at all; the message says why."""


class Command(BaseCommand):
    help = (
        "Load articles with their statements. Loading a file again changes only what the file "
        "has changed; what an editor has changed or decided stays, and is reported as kept."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="- is standard input")
        parser.add_argument(
            "--format",
            choices=FORMATS,
            default="auto",
            help="jsonl: the interchange format, JSON Lines, plain or gzip; text: one report, "
            "headline first; auto finds out, and takes .txt for text",
        )
        parser.add_argument(
            "--source",
            metavar="NAME",
            type=_source,
            help="for lines that name no source, and for text",
        )
        parser.add_argument("--url", metavar="URL", default="", help="for text: its address")
        parser.add_argument(
            "--published-on",
            metavar="DATE",
            type=_date,
            help="for text: 2019-05-14, 2019-05 or 2019; by default the day of its dateline",
        )
        parser.add_argument(
            "--publish",
            action="store_true",
            help="confirm the statements that the file states, and publish",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="do everything, report it, and undo it"
        )

    def handle(self, *, files: list[str], **options: Any) -> None:
        if Article._meta.db_table not in connection.introspection.table_names():
            raise CommandError("The database has no tables yet. First: manage.py migrate")
        if len(files) > 1 and options["url"]:
            raise CommandError("--url is the address of one text; there are several files.")
        self.options = options
        self.counts: Counter[Result] = Counter()
        self.kept = 0
        self.ignored: Counter[str] = Counter()
        self.shown = self.began = time.monotonic()
        self.reading = Reading(files)
        try:
            for name in files:
                self._load(name)
        except KeyboardInterrupt:
            self._summary("Interrupted. What was loaded so far stays; load again to go on.")
            raise CommandError("interrupted", returncode=130) from None
        self._summary("Nothing was changed: this was a dry run." if options["dry_run"] else "")
        if not options["dry_run"]:
            self._index()
        if self.counts[Result.FAILED]:
            raise CommandError(f"{self.counts[Result.FAILED]:,} failed; see above.")

    # --- files -----------------------------------------------------------------------------------

    def _load(self, name: str) -> None:
        shown = "standard input" if name == "-" else name
        try:
            with _opened(name) as stream:
                self.reading.begin(stream)
                ingestion.load(
                    self._found(stream, name),
                    lambda outcome: self._report(outcome, shown),
                    publish=self.options["publish"],
                    dry_run=self.options["dry_run"],
                )
        except (Unreadable, OSError) as error:
            self.counts[Result.FAILED] += 1
            self._say(f"{shown}: {getattr(error, 'strerror', None) or error}")

    def _found(self, stream: BinaryIO, name: str) -> Iterable[ArticleDraft | Failure]:
        asked, source = self.options["format"], self.options["source"] or ""
        if asked == "text" or (asked == "auto" and name.endswith(".txt")):
            return [self._text(stream, source)]
        unpacked = jsonl.uncompressed(stream)
        if asked == "auto" and not name.endswith(_JSONL_NAMES):
            _recognise(unpacked)
        return jsonl.read(unpacked, source=source)

    def _text(self, stream: BinaryIO, source: str) -> ArticleDraft | Failure:
        if not source:
            raise Unreadable("a text does not say where it comes from: --source NAME does.")
        content = stream.read(text.MOST_BYTES + 1)
        if len(content) > text.MOST_BYTES:
            raise Unreadable(f"is longer than {text.MOST_BYTES // 2**20} MiB: no report is.")
        url, published_on = self.options["url"], self.options["published_on"]
        found = text.draft(content, source=source, url=url, published_on=published_on)
        return found if isinstance(found, Failure) else ingestion.as_known(found)

    # --- reporting -------------------------------------------------------------------------------

    def _report(self, outcome: Outcome, file: str) -> None:
        self.counts[outcome.result] += 1
        self.ignored.update(outcome.ignored)
        place = f"{file}, line {outcome.line}"
        if outcome.article:
            place += f" ({outcome.article})"
        if outcome.reason:
            self._say(f"{place}: {outcome.reason}")
        if outcome.kept:
            self.kept += 1
            self._say(f"{place}: kept as the editor has it: {'; '.join(outcome.kept)}")
        self._progress()

    def _say(self, line: str) -> None:
        """A line of its own on standard error, at once, so that none is lost."""
        erase = "\r\x1b[K" if self._on_terminal() else ""
        self.stderr.write(f"{erase}{line}")

    def _on_terminal(self) -> bool:
        return self.options["verbosity"] > 0 and self.stderr.isatty()

    def _progress(self) -> None:
        now = time.monotonic()
        if self._on_terminal() and now - self.shown > 0.2:
            self.shown = now
            done = self.counts.total()
            rate = done / (now - self.began)
            left = self.reading.time_left(now - self.began)
            line = f"{done:,} articles, {rate:,.0f} a second{left}"
            self.stderr.write(f"\r{line}\x1b[K", ending="")
            self.stderr.flush()

    def _summary(self, note: str) -> None:
        if self._on_terminal():
            self.stderr.write("\r\x1b[K", ending="")
        for name, times in sorted(self.ignored.items()):
            self.stderr.write(f"Ignored in {times:,} articles: {name}")
        lines = [f"{result.value:<10}{self.counts[result]:>12,}" for result in Result]
        if self.kept:
            lines.append(f"{'kept':<10}{self.kept:>12,}  with something as the editor has it")
        self.stdout.write("\n".join([*lines, note] if note else lines))

    def _index(self) -> None:
        """Searches would do it as well; here it costs no reader any time."""
        if not self.counts[Result.CREATED] and not self.counts[Result.UPDATED]:
            return
        try:
            index.update(progress=self._indexed if self._on_terminal() else None)
        except OSError as error:
            raise CommandError(
                "The articles are saved, but the search index could not be brought up to date: "
                f"{error}. Then: manage.py search_index update"
            ) from error
        if self._on_terminal():
            self.stderr.write("\r\x1b[K", ending="")

    def _indexed(self, done: int) -> None:
        self.stderr.write(f"\rsearch index: {done:,} articles\x1b[K", ending="")
        self.stderr.flush()


class Reading:
    """How far files are read, by their bytes as they lie on the disk, packed or not."""

    def __init__(self, names: list[str]) -> None:
        sizes = [Path(name).stat().st_size for name in names if Path(name).is_file()]
        self.all = sum(sizes) if len(sizes) == len(names) else 0  # 0: nobody knows
        self.before = self.size = 0
        self.stream: BinaryIO | None = None

    def begin(self, stream: BinaryIO) -> None:
        if self.all:
            self.before += self.size
            self.size = fstat(stream.fileno()).st_size
            self.stream = stream

    def time_left(self, seconds: float) -> str:
        """After so many seconds, at the pace until now: ", about 3 min left"; or nothing."""
        read = self.before + self.stream.tell() if self.stream else 0
        if not read:
            return ""
        left = seconds * (self.all - read) / read
        return f", about {left / 60:.0f} min left" if left > 90 else f", about {left:.0f} s left"


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    path = Path(name)
    if path.is_dir():
        raise Unreadable("is a folder; name the files in it.")
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        raise Unreadable("there is no such file.") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    with stream:
        yield stream


def _recognise(stream: jsonl.Stream) -> None:
    if not jsonl.looks_like(stream):
        raise Unreadable(
            "is no format that the archive reads. If it is JSON Lines, one article a line, say "
            "--format jsonl; if it is one report, --format text."
        )


def _source(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > interchange.SOURCE or "\0" in name:
        raise ArgumentTypeError(f"a source has a name of 1 to {interchange.SOURCE} characters.")
    return name


def _date(value: str) -> PartialDate:
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
