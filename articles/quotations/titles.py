"""Where a title ends and a name begins: `Head of the Industry Division | Ada Brook`."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import (
    AGENCIES,
    AUXILIARIES,
    BODY_WORDS,
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    HONORIFICS,
    NAME_HEADS,
    PARTICLES,
    PORTFOLIOS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    ROLE_WORDS,
    TIMES,
    given_names,
    polities,
    words,
)
from .tokens import WORD, Token

OFFICES = ROLE_HEADS - NAME_HEADS
_OF_FATHERS = frozenset(["bin", "bint", "ibn"])
_IN_TITLES = frozenset(["of", "for", "and", "the", "on", "in"])
COMPASS = frozenset(
    ["north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"]
)
_ABSTRACT = tuple(words("abstract"))  # endings of words for a field
_BEFORE_PLACES = frozenset(["the", "of", "in", "at", "for", "to"])
_HEADING = words("heading")
_HELD = BODY_WORDS | PORTFOLIOS | {"arms", "control", "port", "board"}  # director of the | port
_HOLDING = frozenset(["minister", "ministry", "secretary", "department", "committee"])
NO_NAMES = words("no_names")
NO_NAMES |= DETERMINERS | PRONOUNS | CONJUNCTIONS | AUXILIARIES | PREPOSITIONS | TIMES
ADMINISTRATIVE = words("administrative")  # Can Tho municipal People's Committee
FIRM_SUFFIXES = words("firm_suffixes")
SHORTEST_FIELD = 7  # letters
_AREAS = words("areas")  # Governor of Tver Region Zoya Lapina
LONGEST = 6  # words of a name
FARTHEST = 24  # tokens from an office to the name at the end of what it is an office of


def past_office(tokens: Sequence[Token], first: int, end: int, held: bool) -> int:
    """Where the name begins after an office in capitals, whatever that is an office of.

    `Unification Minister | Baek Sung-ho`; where one is `held`, `head of`, a body's name too:
    `Europe Department | Anna Holt`.
    """
    if tokens[first].low in polities() and 2 < end - first < 5:
        return first + 1  # the Delegation to Azerbaijan Ada Van Brook
    head = _head_of_all(tokens, first) if end - first > 2 else None
    for at in range(end - 2, first - 1, -1):
        low = tokens[at].low
        before = tokens[at - 1].low if at > first else ""
        sure = low not in NAME_HEADS or before in BODY_WORDS  # Los Angeles County Sheriff
        full = end - at > 2 and at > first
        placed = full and tokens[first].text not in given_names()  # Narva Mayor Toomas Stepanov
        if tokens[at + 1].low in _OF_FATHERS:
            continue
        if low.rstrip(".") in FIRM_SUFFIXES and at > first and end - at > 2:
            return at + 1  # Director of Oslo Fish Co. Ltd. Ada Brook
        if low in ROLE_HEADS and (sure or placed):
            return at + 1
        if full and before in BODY_WORDS and _is_rank(tokens[at]):
            return at + 1  # Central Police Station OC
        within = held or head is not None or (at > first and end - at == 3)
        area = at > first and low in _AREAS
        if within and (low in BODY_WORDS or area) and 2 < end - at < 5:
            return at + 1
        if end - at > 2 and low.endswith("s") and low[:-1] in OFFICES:
            return at + 1  # the House of Representatives
        if end - at > 2 and is_field(tokens[at]):
            return at + 1  # Minister for Urban and Rural Affairs
    return _past_fields(tokens, first, end, head, held)


def _past_fields(
    tokens: Sequence[Token], first: int, end: int, head: int | None, held: bool
) -> int:
    """Where the name begins after what an office is of: `Hydroecology | Razmik Chilingaryan`."""
    after = tokens[first - 1].low if first else ""
    if is_initialed(tokens[end - 1]) and end - first > 1:
        return end - 1  # Industry L.Batmandakh
    field = first > 1 and tokens[first - 1].low == "of"
    field = field and (
        tokens[first - 2].low == "minister" or (held and tokens[first - 2].low in BODY_WORDS)
    )
    field = field or (head is not None and tokens[head].low in _HEADING)
    fathered = end - first > 1 and tokens[first + 1].low in PARTICLES
    lone = end - first == 3 or (end - first == 4 and after in COMPASS)  # Central Kalimantan
    if field and lone and not fathered and tokens[first].text not in given_names():
        return first + 1  # head of the Institute of Hydroecology Razmik Chilingaryan
    joined = after == "and" and first > 1 and tokens[first - 2].capital
    given = end - first == 3 and tokens[first + 1].text in given_names()
    if (joined or after in BODY_WORDS) and given and tokens[first].text not in given_names():
        return first + 1  # Minister for Schools and Families Ada Brook, the union Unison Ada Brook
    if after in _BEFORE_PLACES and end - first > 2 and tokens[first].text not in given_names():
        near = (i for i in range(first + 1, end - 1) if tokens[i - 1].low not in _OF_FATHERS)
        at = next((i for i in near if tokens[i].text in given_names()), first)
        return at  # the Far East and the Arctic Valery Stupakov
    return first


def is_initialed(token: Token) -> bool:
    """`L.Batmandakh`, `Kh.Batmagnai`"""
    return "." in token.text[1:-1]


def is_field(token: Token) -> bool:
    """`Policy`, `Reclamation`: what an office or a body is for."""
    if token.low in PORTFOLIOS:
        return True
    abstract = token.low.endswith(_ABSTRACT) and len(token.low) >= SHORTEST_FIELD
    return token.capital and abstract and token.text not in given_names()


def _head_of_all(tokens: Sequence[Token], first: int) -> int | None:
    """The place of `Head` in `Head of the Industry Division of the Union's Committee`."""
    for at in range(first - 1, max(-1, first - FARTHEST), -1):
        token = tokens[at]
        hangs = token.low in _BEFORE_PLACES and at > 0
        if hangs and tokens[at - 1].low in ROLE_HEADS:
            return at - 1
        plain = token.low == "'s" or hangs or token.low in ("and", "on")
        plain = plain or token.low in COMPASS
        if token.kind != WORD or (token.low in NO_NAMES and not plain):
            return None
    return None


def _is_rank(token: Token) -> bool:
    """`OC`, `DIG`, `SP`"""
    return token.text.isupper() and 1 < len(token.text) < 5


def head_before(tokens: Sequence[Token], first: int) -> int | None:
    """The place of `head` in `head of`, `head of the Russian`, `head of the Council's`."""
    at = first - 1
    while at > 2 and _is_of_body(tokens, at):
        at -= 2 + (tokens[at - 2].low == "the")  # head of the Institute of
    owned = at > 0 and tokens[at].low == "'s"
    at -= owned
    while at > 1 and (
        tokens[at].low in DETERMINERS
        or tokens[at].low in polities()
        or tokens[at].low in COMPASS
        or (owned and tokens[at].capital and first - at < 2 * LONGEST)
    ):
        at -= 1
    return (
        at - 1 if at > 0 and tokens[at].low == "of" and tokens[at - 1].low in ROLE_HEADS else None
    )


def _is_of_body(tokens: Sequence[Token], at: int) -> bool:
    """`Institute of`"""
    return tokens[at].low == "of" and tokens[at - 1].low in BODY_WORDS


def first_listed(tokens: Sequence[Token], at: int, begin: int) -> int:
    """`| Ecology, Geology and`: the first of the capitals that commas part before `at`."""
    while at > begin + 1 and tokens[at - 1].text == "," and tokens[at - 2].capital:
        at -= 2
    return at


def is_portfolio(tokens: Sequence[Token], at: int) -> bool:
    """`Minister of | Ecology and Tourism`, `Minister of Ecology, | Geology and Tourism`"""
    joined = at + 2 < len(tokens) and tokens[at + 1].low in ("and", ",") and tokens[at + 2].capital
    at = first_listed(tokens, at, 1)
    held = at > 1 and tokens[at - 1].low in ("of", "for") and tokens[at - 2].low in _HOLDING
    return joined and held


def far_head(tokens: Sequence[Token], begin: int, first: int) -> int:
    """Where a title begins that ends before `begin`: `Minister for the Far East and the Arctic`.

    The name begins at `first`; the envoy for Sarranga is not Sarranga.
    """
    placed = begin == first and begin > 0 and tokens[begin - 1].low in ("of", "for", "in", "to")
    hanging = False
    if placed:
        return begin
    for at in range(begin - 1, max(-1, begin - 2 * LONGEST), -1):
        low = tokens[at].low
        if low in OFFICES and hanging:
            return at
        plain = low in _IN_TITLES or low in ADMINISTRATIVE or low in _HELD
        if not (tokens[at].capital or plain or low in ("'s", ",")):
            break
        listed = at > 1 and tokens[at - 2].low in ("of", "for", ",")  # Minister of Ecology and
        if low == "and" and at == begin - 1 and not listed:
            break
        hanging = hanging or low in ("of", "for")
    return begin


def is_of_title(tokens: Sequence[Token], index: int, name: int) -> bool:
    """A word of the title before a name: `European Council president`."""
    token = tokens[index]
    body = token.capital and token.low in BODY_WORDS and index + 1 < name
    return token.kind == WORD and (token.low in ROLE_WORDS or body)


def _is_given(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Is a word that names a country somebody's given name: `Chad Miller`; not `Chad Minister`?"""
    if at + 2 > end or tokens[at].text not in given_names():
        return False
    following = tokens[at + 1]
    named = at + 2 == end or following.text in given_names()
    return named and not (following.low in ROLE_WORDS or following.low in BODY_WORDS)


def title_words(tokens: Sequence[Token], at: int, end: int) -> int:
    """How many words from `at` are a title's or a country's: "New Zealand", "Foreign"."""
    for size in (3, 2):
        if (
            at + size <= end
            and " ".join(token.low for token in tokens[at : at + size]) in polities()
        ):
            return size
    low = tokens[at].low
    if at + 1 < end and tokens[at + 1].low in _OF_FATHERS:
        return 0  # Sultan bin Rashed
    mixed = at + 2 < end and not tokens[at + 1].text.isupper()
    if mixed and len(low) > 2 and tokens[at].text.isupper() and "." not in low:
        return 1  # Navy SEAL Tom Hale
    agency = low in AGENCIES and (tokens[at].text.isupper() or at + 2 < end)  # not Wafa Haddad
    if low in polities() and _is_given(tokens, at, end):
        return 0  # Jordan Brook
    if low in polities() or low in HONORIFICS or agency:
        return 1
    if low in BODY_WORDS and any(token.low in ROLE_HEADS for token in tokens[at + 1 : end - 1]):
        return 1  # Foreign Ministry Spokeswoman Zarina Akhmetova
    before = tokens[at - 1].low if at else "'s"
    national = before in ("national", "'s") or before in PORTFOLIOS or before in polities()
    if low in BODY_WORDS and national and 2 < end - at < 5:
        return 1  # chairman of the National Assembly Gergely Szentmary
    if low in ROLE_WORDS or low in DOCUMENTS:
        known = tokens[at].text in given_names() and at + 1 < end
        given = known and (low not in ROLE_HEADS or (low in NAME_HEADS and at + 2 == end))
        return 0 if given else 1
    return 0
