"""Short forms that a text explains: `the European Union Monitoring Mission (EUMM)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .lexicon import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, ROLE_HEADS
from .quotation import Span
from .tokens import Token, tokenize

SHORTEST, LONGEST = 3, 8  # letters
_SMALL = DETERMINERS | PREPOSITIONS | CONJUNCTIONS


def explained(text: str, sentence: Span) -> Iterator[tuple[str, str]]:
    """Each short form in brackets with the words before it whose first letters it has."""
    if "(" not in text[slice(*sentence)]:
        return
    tokens = tokenize(text, *sentence)
    for at in range(1, len(tokens) - 2):
        short = tokens[at + 1].text
        marked = tokens[at].text == "(" and tokens[at + 2].text == ")"
        if marked and short.isupper() and SHORTEST <= len(short) <= LONGEST:
            first = _first(tokens, at - (tokens[at - 1].low == "'s"), short)
            if first is not None and tokens[at - 1].low not in ROLE_HEADS:
                words = [token.text for token in tokens[first:at] if token.low != "'s"]
                yield short, " ".join(words)


def _first(tokens: Sequence[Token], end: int, short: str) -> int | None:
    """Where the words begin that end before `end` and have these first letters."""
    at = end
    for letter in reversed(short):
        at -= 1
        while at > 0 and tokens[at].low in _SMALL and tokens[at].text[0] != letter:
            at -= 1
        if at < 0 or tokens[at].text[0] != letter:
            return None
    return at
