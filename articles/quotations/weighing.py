"""Where what is said most likely ends, weighed by what our own test articles showed.

The rules of endings.py know many ways in which a reporter goes on, and no list of them is whole.
So each place where the words may end answers the same questions (endplaces.py), each answer has a
weight, and what the rules hold is one more reason. The weights stand in data/ends.json;
`python tests/benchmarks/ends.py` learns them from the test articles, nothing is typed by hand.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from .contents import trimmed
from .cues import Cue
from .endings import is_sure
from .endplaces import Saying, places
from .lexicon import DATA
from .tokens import MARK, Token

FILE = DATA / "ends.json"
# What it counts that the rules end the words there, as a logarithm of odds. The rules were made on
# the articles from which the weights are learnt; this is from articles that neither knew.
RULED = 1.6
SURE = 30.0  # odds beyond which nothing is left to weigh


@cache
def weights() -> dict[str, float]:
    """Answer -> what it adds to the logarithm of the odds that the words end there."""
    return json.loads(FILE.read_text("utf-8"))


def likeliest_end(tokens: Sequence[Token], saying: Saying, cues: Sequence[Cue], ruled: int) -> int:
    """The index at which what is said most likely ends; the rules end it at `ruled`."""
    place = to_weigh(tokens, saying, ruled)
    if place is None:
        return ruled
    return likeliest(places(tokens, saying, cues), saying.end, weights(), place)


def to_weigh(tokens: Sequence[Token], saying: Saying, ruled: int) -> int | None:
    """The place at which the rules end the words; None where they are sure of it."""
    if ruled < saying.end and is_sure(tokens, ruled, saying.end):
        return None
    return past_marks(tokens, trimmed(tokens, saying.begin, ruled)[1], saying.end)


def likeliest(
    found: Iterable[tuple[int, Sequence[str]]],
    end: int,
    table: Mapping[str, float],
    ruled: int,
    counts: float = RULED,
) -> int:
    """Of the places with their answers the likeliest, `ruled` where there is none.

    The words end at a place if they do so there and did not at one before; at `end` they do.
    """
    best, most, not_before = ruled, -math.inf, 0.0
    for at, answers in found:
        odds = SURE if at == end else weighed(answers, table)
        likely = not_before - math.log1p(math.exp(-odds)) + counts * (at == ruled)
        if likely > most:
            best, most = at, likely
        not_before -= math.log1p(math.exp(odds))
    return best


def weighed(answers: Sequence[str], table: Mapping[str, float]) -> float:
    """The logarithm of the odds, within what floating point can bear."""
    odds = table.get("", 0.0)
    for answer in answers:
        if answer in table:
            odds += table[answer]
    return max(-SURE, min(SURE, odds))


def past_marks(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end, where nothing but a mark follows, a full stop."""
    return end if end - at < 2 and all(token.kind == MARK for token in tokens[at:end]) else at
