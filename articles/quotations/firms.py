"""Which firm "the company" is: the last that the text says to be one, `the operator Nordbahn`, else
the body that spoke last; and which body "the agency" may be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lexicon import BODY_WORDS, DETERMINERS, ROLE_HEADS, given_names, polities, words
from .memory import Answer, Memory
from .naming import Named
from .people import Entity
from .titles import FIRM_SUFFIXES
from .tokens import WORD, Token, low_at

_FIRMS = words("firms")
_OF_FIRMS = words("of_firms")
_PAPERS = frozenset(["paper", "newspaper", "daily", "broadcaster"])
_BODIES = _PAPERS | frozenset(["agency", "organization", "organisation", "institution", "watchdog"])
_BODIES |= {"group", "charity", "association", "foundation", "regulator", "bloc", "lender"}
_KINDS = frozenset(
    ["rights", "advocacy", "aid", "lobby", "campaign", "monitoring", "industry", "news"]
)
_ITSELF = re.compile(
    r"(?:its|it (?:had|has|will|would|plans|planned|expects|expected|wants|aims)) "
    r"(?!be |been |take|not |become)"
)
LONGEST = 9  # words of "the national transmission system operator"


def is_firm(tokens: Sequence[Token]) -> bool:
    """`the company`, `the airline`, `the Oslo-based company`"""
    based = all(token.low.endswith("-based") for token in tokens[1:-1])
    return len(tokens) < 4 and tokens[0].low == "the" and tokens[-1].low in _FIRMS and based


def says_it(text: str, begin: int, answer: Answer) -> bool:
    """`Austar said | it would close`: a name of one word, of which the text tells nothing."""
    entity = answer.entity
    if entity is None or entity.is_body or entity.titles or entity.sex or " " in entity.name:
        return False
    return bool(_ITSELF.match(text, begin))


def spoken_of(memories: Sequence[Memory]) -> Entity | None:
    """A name of one word, of which the text tells nothing, that spoke right before: `Nestle`."""
    for memory in reversed(memories[-2:]):
        entity = memory.speaker
        if entity and not entity.is_body and " " not in entity.name:
            return None if entity.titles or entity.sex else entity
    return None


def is_any_body(tokens: Sequence[Token]) -> bool:
    """`the agency`, which may be the department that was named before"""
    kind = len(tokens) == 3 and tokens[1].low in _KINDS  # the rights group
    one = tokens[0].low == "the" and (kind or len(tokens) == 2)
    return one and tokens[-1].low in _BODIES


def is_state(entity: Entity) -> bool:
    """`Rome`, which is no charity; the African Union may be the bloc."""
    low = entity.name.lower()
    return low in polities() and low.split()[-1] not in BODY_WORDS


def may_be(name: str) -> bool:
    """Nothing in a body's name tells that it is none: `Gulf Meridian`; not `Gulf Ministry`."""
    lows = name.lower().split()
    return lows[-1] not in BODY_WORDS and " ".join(lows) not in polities()


def told(tokens: Sequence[Token], names: Sequence[Named]) -> Named | None:
    """The last name in a sentence beside which stands that it is a firm's."""
    for name in reversed(names):
        person = tokens[name.first].text in given_names() or name.title_first < name.first
        last, several = tokens[name.end - 1].low.rstrip("."), name.end - name.first > 1
        if several and (last in FIRM_SUFFIXES or (last in _OF_FIRMS and not person)):
            return name
        if not person and (_stands_before(tokens, name) or _stands_after(tokens, name)):
            return name
    return None


def _stands_before(tokens: Sequence[Token], name: Named) -> bool:
    """`the operator Nordbahn`, `The airline, Kivu Air,`; not `head of the firm Ada Brook`."""
    at = name.first - 1
    apart = at > 0 and tokens[at].text == "," and low_at(tokens, name.end) == ","
    at -= apart
    if at < 0 or tokens[at].low not in _FIRMS or tokens[at].capital:
        return False
    return not any(token.low in ROLE_HEADS for token in tokens[max(0, at - LONGEST) : at])


def _stands_after(tokens: Sequence[Token], name: Named) -> bool:
    """`Ukrenergo, the national grid operator,`"""
    if low_at(tokens, name.end) != "," or low_at(tokens, name.end + 1) not in DETERMINERS:
        return False
    near = range(name.end + 2, min(len(tokens), name.end + 2 + LONGEST))
    end = next((at for at in near if tokens[at].kind != WORD or tokens[at].low == "in"), name.end)
    return tokens[end - 1].low in _FIRMS
