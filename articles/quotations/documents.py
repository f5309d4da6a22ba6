"""Who speaks through a document: `a study by the Port Institute`, `the statement`, `the report`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lexicon import BODY_WORDS, DOCUMENTS, FINDINGS, words
from .tokens import Token

SPOKEN = words("spoken")  # documents in which whoever spoke last speaks
_MADE = words("made")
_PEOPLE = words("finders")
_FIGURES = frozenset(["data", "figures", "statistics", "records", "filings", "poll", "polls"])
_FIGURES |= {"survey", "surveys"}


def head(tokens: Sequence[Token]) -> str:
    """The document's noun: `report` of `a report published by the club`."""
    for token in tokens:
        low = token.low
        single = low.removesuffix("s") if low not in FINDINGS else low
        if (low in FINDINGS or single in DOCUMENTS) and low not in _PEOPLE:
            return single
        if low in ("by", "of", "on"):
            break
    return ""


def joint(tokens: Sequence[Token]) -> list[str]:
    """The documents of several in a sentence: `statement` of `a joint statement`."""
    pairs = pairwise(tokens)
    return [after.low for token, after in pairs if token.low == "joint" and after.low in DOCUMENTS]


def is_made_by(tokens: Sequence[Token]) -> bool:
    """`a poll released by the club`, `a letter seen by the paper`"""
    by = next((at for at, token in enumerate(tokens) if token.low == "by" and at), None)
    return by is not None and bool(head(tokens[:by]))


def author(tokens: Sequence[Token]) -> str | None:
    """The name of the body that made a document, without its article; None where none is told.

    Whoever has obtained or seen a document has not made it; figures and polls are nobody's words.
    """
    by = next((at for at, token in enumerate(tokens) if token.low == "by" and at), None)
    made = head(tokens[:by]) if by else ""
    if by is None or not made or made in _FIGURES or by + 1 >= len(tokens):
        return None
    before = next((t.low for t in reversed(tokens[:by]) if t.low.endswith(("ed", "n", "t"))), "")
    if before.endswith("ed") and before not in _MADE:
        return None
    article = tokens[by + 1].low in ("the", "a", "an")
    name = tokens[by + 1 + article :]
    if name and name[0].low.endswith("-based"):
        name = name[1:]
    size = next((at for at, token in enumerate(name) if not _is_of_name(name, at)), len(name))
    named = name[:size]
    body = article or any(token.low in BODY_WORDS for token in named)
    if not named or not body or tokens[by + 1].low in ("a", "an"):
        return None
    return " ".join(token.text for token in named)


def _is_of_name(tokens: Sequence[Token], at: int) -> bool:
    """`Observatory`, `for` before `Rights`"""
    joins = at and tokens[at].low in ("for", "of", "on") and at + 1 < len(tokens)
    return tokens[at].capital or bool(joins and tokens[at + 1].capital)
