"""The note beside an export: what was asked, when, how much there was, and under which licence."""

from __future__ import annotations

from django.conf import settings
from django.http import QueryDict

from .result import Result


def text(result: Result, address: str, data: QueryDict, files: dict[str, str]) -> str:
    """Plain text, a fact a line. `address` is that of the search; `files` are labels and addresses.

    The order of the lines is part of the format: programs read it too.
    """
    noun = result.search.kind
    lines = [
        f"On the Record: {result.total} {noun} found by a search",
        "",
        f"Search: {address}",
        f"Query: {data.get('q', '')}",
        *(f"{name}: {', '.join(data.getlist(name))}" for name in data if name != "q"),
        f"Order: {result.search.order}",
        f"Moment: {result.moment:%Y-%m-%dT%H:%M:%SZ}",
        f"Found: {result.total} {noun}",
        f"Index: {'catching up with changes' if result.found.catching_up else 'complete'}",
        f"Licence: {settings.LICENCE}",
        "",
        *(f"{label}: {url}" for label, url in files.items()),
        "",
        "A record that is withdrawn while a file is written is left out of it.",
        "Dates are ISO 8601, as precise as they are known. Ids and addresses are permanent.",
        "CSV is UTF-8 with a byte order mark; an apostrophe stands before text that a spreadsheet",
        "would run as a formula. XLSX cells hold at most 32,767 characters.",
        "JSONL is the interchange format, an article a line; of an article found through its",
        "statements only those found are in it.",
    ]
    return "".join(f"{' '.join(line.split())}\n" for line in lines)
