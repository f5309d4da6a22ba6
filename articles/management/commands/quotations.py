"""manage.py quotations FILE: print who says what in a text. Reads no database without --people."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.ingestion.known_people import KnownPeople
from articles.quotations import Quotation, find


class Command(BaseCommand):
    help = (
        "Find quotations: who said what in an article. Prints them for reading, or, with --jsonl, "
        "one JSON object for each line of the file."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="UTF-8 text; - is standard input")
        parser.add_argument(
            "--jsonl",
            action="store_true",
            help='the file has lines {"doc_id", "text", "published_on"?}',
        )
        parser.add_argument(
            "--on",
            metavar="DATE",
            default="",
            help="the article's day, 2019-05-14; with --jsonl for lines without one",
        )
        parser.add_argument(
            "--people",
            action="store_true",
            help="resolve speakers by the archive's names and offices; reads the database",
        )

    def handle(self, *, file: str, jsonl: bool, on: str, people: bool, **options: Any) -> None:
        self.known = KnownPeople() if people else None
        try:
            self.on = _day(on or None)
        except ValueError as error:
            raise CommandError(f"--on: {error}") from None
        with _opened(file) as stream:
            try:
                failed = self._answer_lines(stream) if jsonl else self._print(stream.read())
            except UnicodeDecodeError as error:
                raise CommandError(f"{file} is no UTF-8 text: {error.reason}.") from None
        if failed:
            raise CommandError(f"{failed} lines could not be read.")

    def _print(self, text: str) -> int:
        found = self._find(text, self.on)
        for quotation in found:
            self.stdout.write(_in_words(text, quotation))
        self.stdout.write(f"{len(found)} quotations.")
        return 0

    def _answer_lines(self, stream: TextIO) -> int:
        """An answer for each line that can be read; the number of the others."""
        failed = 0
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                answer = self._answer(line)
            except ValueError as error:
                self.stderr.write(f"Line {number}: {error}")
                failed += 1
                continue
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        return failed

    def _find(self, text: str, day: datetime.date | None) -> list[Quotation]:
        people = self.known.in_text(text, day) if self.known else ()
        return find(text, published_on=day, people=people)

    def _answer(self, line: str) -> dict[str, Any]:
        """ValueError, in words, for a line that is not what --jsonl expects."""
        document = _document(line)
        found = self._find(document["text"], _day(document.get("published_on")) or self.on)
        return {"doc_id": document.get("doc_id"), "quotes": [as_json(one) for one in found]}


@contextmanager
def _opened(file: str) -> Iterator[TextIO]:
    if file == "-":
        yield sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8-sig") as stream:
            yield stream
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from None


def _document(line: str) -> dict[str, Any]:
    try:
        document = json.loads(line)
    except RecursionError:
        raise ValueError("is nested too deeply.") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"is no JSON: {error.msg} at column {error.colno}.") from None
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        raise ValueError("must be an object with “text”.")
    return document


def _day(value: object) -> datetime.date | None:
    """A full date; one known to the month or the year tells no day."""
    if not isinstance(value, str) or len(value) < 10:
        return None
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        raise ValueError(f"“{value[:40]}” is no date of the form 2019-05-14.") from None


def as_json(quotation: Quotation) -> dict[str, Any]:
    """A quotation with the fields that the design names; offsets are code points of the text."""
    attribution, cue = quotation.attribution, quotation.cue
    return {
        "segments": [list(segment) for segment in quotation.segments],
        "start": quotation.start,
        "end": quotation.end,
        "kind": quotation.kind,
        "cue": cue.text if cue else None,
        "speaker_text": attribution.text if attribution else None,
        "speaker_start": attribution.start if attribution else None,
        "speaker_end": attribution.end if attribution else None,
        "speaker": quotation.speaker,
        "candidates": list(quotation.candidates),
        "confidence": quotation.confidence,
        "rule": quotation.rule,
    }


def _in_words(text: str, quotation: Quotation) -> str:
    """Three lines for reading: the words, who and how, by which rule."""
    words = " … ".join(" ".join(text[slice(*segment)].split()) for segment in quotation.segments)
    printed = f"“{quotation.attribution.text}”" if quotation.attribution else "nobody named"
    cue = f" {quotation.cue.text}" if quotation.cue else ""
    sure = "" if quotation.confidence is None else f", confidence {quotation.confidence:.0%}"
    return (
        f"{quotation.start}–{quotation.end} {quotation.kind}: {words}\n"
        f"    {quotation.speaker or 'speaker not known'} ({printed}{cue})\n"
        f"    rule: {quotation.rule}{sure}\n"
    )
