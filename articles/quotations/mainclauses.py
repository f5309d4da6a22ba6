"""The subject of a sentence's main clause: after `On Monday,`, `Speaking in Oslo,` and the like."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import Cue
from .lexicon import CONJUNCTIONS, PREPOSITIONS, PRONOUNS, SPANS, is_contracted, polity_words
from .phrases import Subject, is_adverb, is_time
from .sources import after_according, comma_at
from .subjects import WHEN, subject_after
from .tokens import MARK, WORD, Token

_TO = ["according", "to"]


def _opens_with_adjunct(tokens: Sequence[Token], index: int) -> bool:
    """`On Monday, …`, `Speaking in Oslo, …`, `However, …`; not `Beijing …`, `United …`."""
    opening = tokens[index]
    if opening.kind != WORD or opening.low in polity_words():
        return False
    small = opening.low in PREPOSITIONS or opening.low in CONJUNCTIONS
    if small or is_adverb(opening) or opening.low == "according":
        return True
    later = index + 1 < len(tokens) and tokens[index + 1].low in ("later", "earlier")
    if later and (is_time(tokens, index) or opening.low in SPANS):
        return True  # Hours later, …
    if opening.low == "back" and tokens[index + 1 : index + 2]:
        return tokens[index + 1].low in ("in", "at", "on")
    named = index + 1 < len(tokens) and tokens[index + 1].capital
    return opening.low.endswith(("ing", "ed")) and not named


def _past_according(tokens: Sequence[Token], begin: int) -> int | None:
    """Past `According to Ada Brook, a nurse,`"""
    lows = [token.low for token in tokens[begin : begin + 2]]
    source = after_according(tokens, Cue(begin, begin + 2, "according")) if lows == _TO else None
    return source[1] + 1 if source and comma_at(tokens, source[1]) else None


def sentence_subject(tokens: Sequence[Token], begin: int = 0) -> Subject | None:
    """The first noun phrase of the main clause: after `On Monday,` and the like."""
    end = len(tokens)
    if begin >= end:
        return None
    while begin < end - 1 and tokens[begin].kind == MARK:
        begin += 1
    if tokens[begin].low in ("but", "and", "so", "yet", "or"):
        begin += 1
    if begin + 2 < end and tokens[begin].low in WHEN and is_time(tokens, begin + 1):
        begin += 2  # Last week he
    if past := _past_according(tokens, begin):
        begin = past
    elif begin < end and _opens_with_adjunct(tokens, begin):
        comma = (i for i in range(begin, min(end, begin + 25)) if tokens[i].text == ",")
        begin = next(comma, begin - 1) + 1
        if begin < end and tokens[begin].low in CONJUNCTIONS:  # In 1992, when all had gone, …
            begin = next(comma, begin - 1) + 1
        while begin + 2 < end and tokens[begin].capital and tokens[begin + 1].text == ",":
            begin += 2  # in Manheim, Pa., he
        if begin < end and tokens[begin].low in PREPOSITIONS:  # In Oslo, at the bakery, he
            begin = next(comma, begin - 1) + 1
    if begin >= end:
        return None
    if tokens[begin].low in PRONOUNS or is_contracted(tokens[begin].low):
        return Subject(begin, begin + 1)
    return subject_after(tokens, begin, end)
