"""What stands beside a name: the age and the office of `Brook, 44, the mayor,`."""

from __future__ import annotations

from collections.abc import Sequence

from .forms import is_verb
from .lexicon import AUXILIARIES, DETERMINERS, PREPOSITIONS, ROLE_HEADS, ROLE_WORDS, polities
from .naming import Named
from .tokens import WORD, Token

_FINITE = AUXILIARIES - {"'s"}
MOST_BESIDE = 8  # words of an office before a comma and the name


def age(tokens: Sequence[Token], at: int) -> str:
    """`44` of `Brook, 44,` and of `Brook, a 44-year-old nurse`; nothing where no age is told."""
    if at + 2 >= len(tokens) or tokens[at].text != ",":
        return ""
    first, second = tokens[at + 1], tokens[at + 2]
    if first.low in ("a", "an", "the") and second.low.endswith("-year-old"):
        return second.low.partition("-")[0]
    return first.text if second.text == "," and first.text.isdigit() else ""


def office_after(tokens: Sequence[Token], at: int) -> list[str]:
    """The words of what stands beside a name that ends at `at`: `, the minister,`, `is a nurse`,
    `, 44, a nurse,`.
    """
    if at + 2 < len(tokens) and tokens[at].text == tokens[at + 2].text == ",":
        at += 2 * tokens[at + 1].text.isdigit()
    if at + 1 >= len(tokens):
        return []
    is_one = tokens[at].low in ("is", "was") and tokens[at + 1].low in ("a", "an", "the")
    if tokens[at].text != "," and not is_one:
        return []
    words: list[str] = []
    for token in tokens[at + 1 : at + 14]:
        aged = token.low.endswith("-year-old")
        if (token.kind != WORD and not aged) or token.low in ("who", "whose", "which"):
            break
        if token.low in _FINITE or is_verb(token.low):
            return []  # a clause, and no apposition
        if is_one and token.low in PREPOSITIONS - {"of", "for"}:
            break
        words.append(token.low)
    opening = words[0] if words else ""
    office = opening in DETERMINERS or opening in ROLE_WORDS or opening in polities()
    return words if office else []


def office_before(tokens: Sequence[Token], named: Named) -> list[str]:
    """The words of an office before a comma and the name: `the chief clerk`, `his wife`."""
    at = named.title_first - 1
    closed = named.end >= len(tokens) or tokens[named.end].text in (",", ".", ";")
    if at < 1 or tokens[at].text != "," or not closed:
        return []
    first = at
    while first > 0 and at - first < MOST_BESIDE and tokens[first - 1].kind == WORD:
        first -= 1
        owned = tokens[first].low in ("his", "her", "their", "its")
        hangs = first > 0 and tokens[first - 1].low in PREPOSITIONS and not owned
        if (tokens[first].low in DETERMINERS and not hangs) or tokens[first].low in _FINITE:
            break
    words = [token.low for token in tokens[first:at]]
    headed = bool(words) and words[-1].rpartition("-")[2] in ROLE_HEADS
    held = bool(words) and words[0] in DETERMINERS and bool(ROLE_HEADS.intersection(words))
    return words if headed or held else []
