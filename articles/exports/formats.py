"""The formats of an export. To add one: what writes it, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import interchange, references, tables
from .result import Result


@dataclass(frozen=True)
class Format:
    """`most` is the number of records that fit into one file, None where that has no bound."""

    extension: str
    label: str
    media_type: str
    write: Callable[[Result], Iterator[bytes]]
    most: int | None = None


FORMATS = (
    Format("csv", "CSV", "text/csv; charset=utf-8", tables.as_csv),
    Format("jsonl", "JSONL", "application/x-ndjson; charset=utf-8", interchange.as_jsonl),
    Format(
        "xlsx",
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        tables.as_xlsx,
        most=tables.MOST_ROWS,
    ),
    Format("ris", "RIS", "application/x-research-info-systems; charset=utf-8", references.as_ris),
    Format("bib", "BibTeX", "application/x-bibtex; charset=utf-8", references.as_bibtex),
    Format(
        "json",
        "CSL-JSON",
        "application/vnd.citationstyles.csl+json; charset=utf-8",
        references.as_csl,
    ),
)
BY_EXTENSION = {one.extension: one for one in FORMATS}
