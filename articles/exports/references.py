"""References, a record an entry: RIS, BibTeX, CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from articles.citations import bibtex, csl, ris

from .result import Result


def as_ris(result: Result) -> Iterator[bytes]:
    for records in result.batches():
        yield "".join(ris.entry(result.cited(record)) for record in records).encode()


def as_bibtex(result: Result) -> Iterator[bytes]:
    for records in result.batches():
        yield "".join(bibtex.entry(result.cited(record)) for record in records).encode()


def as_csl(result: Result) -> Iterator[bytes]:
    """One array, an item a line."""
    before = "[\n"
    for records in result.batches():
        lines = []
        for record in records:
            lines.append(before + json.dumps(csl.item(result.cited(record)), ensure_ascii=False))
            before = ",\n"
        yield "".join(lines).encode()
    yield b"[]\n" if before == "[\n" else b"\n]\n"
