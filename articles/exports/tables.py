"""Tables, a record a row: CSV as spreadsheets open it, and XLSX."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import xlsxwriter

from .result import Result

BOM = "\ufeff"  # without it a spreadsheet takes UTF-8 for something else
MOST_ROWS = 1_048_575  # of a sheet, below its header
LONGEST_CELL = 32_767  # characters; Excel holds no more
CUT = " … [cut: a cell holds no more. CSV and JSONL have the whole text.]"
CHUNK = 64 * 1024  # bytes

# What a spreadsheet would take for the beginning of a formula, in half and full width.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

Column = Callable[[Any, Result], str]


def _date(date: Any) -> str:
    """ISO 8601, as precise as it is known."""
    return str(date) if date else ""


def _of(record: Any, name: str) -> str:
    """An attribute of a record that there may not be."""
    return getattr(record, name) if record else ""


def _topics(record: Any, result: Result) -> str:
    return "; ".join(topic.name for topic in record.topics.all())


def _changed(record: Any, result: Result) -> str:
    """When it was last made public or corrected: what is newer than an earlier file."""
    return record.changed_at.isoformat(timespec="seconds")


_OF_ARTICLE: dict[str, Column] = {
    "source": lambda one, result: one.source.name,
    "source_id": lambda one, result: one.source.slug,
    "source_url": lambda one, result: one.url,
    "source_identifier": lambda one, result: one.external_id,
    "archived_url": lambda one, result: one.archived_url,
}
ARTICLE: dict[str, Column] = {
    "id": lambda one, result: one.public_id,
    "url": lambda one, result: result.url(one),
    "title": lambda one, result: one.title,
    "summary": lambda one, result: one.summary,
    "language": lambda one, result: one.language,
    "published_on": lambda one, result: _date(one.published),
    "place": lambda one, result: one.place,
    "topics": _topics,
    **_OF_ARTICLE,
    "changed_at": _changed,
}
STATEMENT: dict[str, Column] = {
    "id": lambda one, result: one.public_id,
    "url": lambda one, result: result.url(one),
    "text": lambda one, result: one.text,
    "kind": lambda one, result: one.kind,
    "language": lambda one, result: one.language,
    "said_on": lambda one, result: _date(one.said),
    "place": lambda one, result: one.place,
    "occasion": lambda one, result: _of(one.occasion, "name"),
    "speaker": lambda one, result: _of(one.speaker, "name"),
    "speaker_id": lambda one, result: _of(one.speaker, "slug"),
    "speaker_wikidata": lambda one, result: _of(one.speaker, "wikidata_id"),
    "attribution": lambda one, result: one.attribution,
    "cue": lambda one, result: one.cue,
    "office": lambda one, result: one.office_title,
    "spoken_for": lambda one, result: _of(one.spoken_for, "name"),
    "spoken_for_code": lambda one, result: _of(one.spoken_for, "code"),
    "topics": _topics,
    "segments": lambda one, result: " ".join(f"{start}-{end}" for start, end in one.segments),
    "article_id": lambda one, result: one.article.public_id,
    "article_url": lambda one, result: result.url(one.article),
    "article_title": lambda one, result: one.article.title,
    "article_published_on": lambda one, result: _date(one.article.published),
    **{
        name: lambda one, result, column=column: column(one.article, result)  # type: ignore[misc]
        for name, column in _OF_ARTICLE.items()
    },
    "changed_at": _changed,
}


def _columns(result: Result) -> dict[str, Column]:
    return ARTICLE if result.holds_articles else STATEMENT


# --- CSV -----------------------------------------------------------------------------------------


def harmless(text: str) -> str:
    """With an apostrophe before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


def as_csv(result: Result) -> Iterator[bytes]:
    """UTF-8 with a byte order mark, RFC 4180."""
    columns = _columns(result)
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write(BOM)
    writer.writerow(columns)
    for records in result.batches():
        for record in records:
            writer.writerow(harmless(column(record, result)) for column in columns.values())
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue().encode()


# --- XLSX ----------------------------------------------------------------------------------------


def as_xlsx(result: Result) -> Iterator[bytes]:
    """A workbook with every cell a string, so that nothing is a formula or a link.

    It is made in a folder of its own, row by row, before its first byte is sent, since a ZIP's
    index comes last; the folder is gone when the sending ends, however it ends.
    """
    with tempfile.TemporaryDirectory(prefix="on-the-record-") as folder:
        path = Path(folder) / "export.xlsx"
        _write_workbook(path, folder, result)
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk


def _fitting(text: str) -> str:
    """What a cell can hold; where that is not all of it, it says so. Excel counts UTF-16."""
    if len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return text
    kept = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(CUT))]
    return kept.decode("utf-16-le", "ignore") + CUT


def _write_workbook(path: Path, folder: str, result: Result) -> None:
    columns = _columns(result)
    workbook = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": folder})
    try:
        sheet = workbook.add_worksheet(result.search.kind)
        sheet.freeze_panes(1, 0)
        heading = workbook.add_format({"bold": True})
        for place, name in enumerate(columns):
            sheet.write_string(0, place, name, heading)
        number = 0
        for records in result.batches():
            for record in records:
                number += 1
                for place, column in enumerate(columns.values()):
                    if value := column(record, result):
                        sheet.write_string(number, place, _fitting(value))
    finally:
        workbook.close()
