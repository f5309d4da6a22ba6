"""What became of each article of a load."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True)
class Outcome:
    """One article: where it stood in the file, and what became of it.

    `reason` says why it failed. `kept` names what the file would have changed, had not an editor
    decided otherwise. `ignored` are fields of the file that mean nothing here.
    """

    result: Result
    line: int
    article: str = ""
    reason: str = ""
    kept: tuple[str, ...] = ()
    ignored: frozenset[str] = frozenset()
