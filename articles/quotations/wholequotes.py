"""Quotations that are all that was said: `X said: "A."`, `X said, "A" and "B".`"""

from __future__ import annotations

from collections.abc import Sequence

from .attributions import Attribution
from .found import inner, is_quote, last_quoted
from .lexicon import CONJUNCTIONS, PREPOSITIONS
from .quotation import Kind, Span
from .tokens import MARK, Token, low_at


def read(
    tokens: Sequence[Token], frame: Attribution, begin: int
) -> tuple[list[Span], Kind, int] | None:
    """Segments, kind and where to read on, of what begins with the quotation tokens[begin].

    None where the words go on after the quotation.
    """
    at = begin
    segments: list[Span] = []
    while at < len(tokens) and (is_quote(tokens[at]) or (segments and _joins(tokens, at))):
        if is_quote(tokens[at]):
            segments.append(inner(tokens[at]))
        at += 1
    goes_on = at < len(tokens) and tokens[at].kind != MARK and not _closed_before(tokens, at)
    if goes_on and not (_does_more(tokens, at) or _is_shouted(tokens, frame, at)):
        return None
    return segments, "direct", at


def _joins(tokens: Sequence[Token], at: int) -> bool:
    following = at + 1 < len(tokens) and is_quote(tokens[at + 1])
    return following and tokens[at].text in (",", "and", ";", "or", "but")


def _is_shouted(tokens: Sequence[Token], frame: Attribution, at: int) -> bool:
    """`chanted “…” outside the court`: where it was, and no more of what it was."""
    shouted = frame.cue.weak and frame.cue.kind == "state"
    return shouted and tokens[at].low in PREPOSITIONS | CONJUNCTIONS


def _does_more(tokens: Sequence[Token], at: int) -> bool:
    """`chanting “…” and banging on pans`"""
    return tokens[at].low == "and" and low_at(tokens, at + 1).endswith("ing")


def _closed_before(tokens: Sequence[Token], at: int) -> bool:
    return is_quote(tokens[at - 1]) and last_quoted(tokens[at - 1]) in ",.?!…"
