"""Names in a sentence: sequences of capitals without the title before them, and bodies' names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .lexicon import (
    AGENCIES,
    AUXILIARIES,
    BODY_WORDS,
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    HONORIFICS,
    NAME_HEADS,
    OPENERS,
    PARTICLES,
    PORTFOLIOS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    ROLE_WORDS,
    TIMES,
    given_names,
    polities,
    polity_words,
    words,
)
from .tokens import WORD, Token

_GENERIC = words("generic")
_OFFICES = ROLE_HEADS - NAME_HEADS
_OF_FATHERS = frozenset(["bin", "bint", "ibn"])
_IN_TITLES = frozenset(["of", "for", "and", "the", "on"])
_OF_PLACES = frozenset(["st.", "fort", "port", "mount", "lake", "cape"])
_COMPASS = frozenset(
    ["north", "south", "east", "west", "northern", "southern", "eastern", "western"]
)
_REGIONAL = words("regional")
_SEVERAL = frozenset(["some", "most", "many", "several", "few", "all", "these", "those", "other"])
_OPENING = DETERMINERS | PREPOSITIONS | CONJUNCTIONS
_HOLDING = frozenset(["minister", "ministry", "secretary", "department", "committee"])
_CALLED = words("called")
_NO_NAMES = words("no_names")
_NO_NAMES |= DETERMINERS | PRONOUNS | CONJUNCTIONS | AUXILIARIES | PREPOSITIONS | TIMES
LONGEST = 6  # words of a name
LONGEST_SYLLABLES = 5  # letters of "Liang", "Ming"
LONGEST_NICKNAME = 15  # characters


@dataclass(frozen=True, slots=True)
class Named:
    """A name met: its words are tokens[first:end], its title tokens[title_first:first]."""

    first: int
    end: int
    title_first: int
    is_body: bool


def is_name_word(token: Token, opens: bool) -> bool:
    """Can the token be part of a name? `opens`: it begins a sentence, where all are capital."""
    low = token.low
    if (
        not token.capital
        or low.endswith(("-born", "-based"))
        or (low in _NO_NAMES and (opens or low != "will"))
    ):
        return False
    return not (opens and (low in OPENERS or low in _GENERIC))


def names(tokens: Sequence[Token]) -> list[Named]:
    """The names in a sentence, in order; words that are only a title or a country are none."""
    found: list[Named] = []
    at = 0
    while at < len(tokens):
        if not tokens[at].capital:
            at += 1
            continue
        size = _polity_words(tokens, at)
        if size and (at + size == len(tokens) or not tokens[at + size].capital):
            at += size  # South Korea
            continue
        if not is_name_word(tokens[at], at == 0) or (at == 0 and is_doing(tokens)):
            at += 1
            continue
        end = _sequence_end(tokens, at)
        named = _named(tokens, at, end)
        if named and at and _is_region(tokens, named):
            named = None
        plain = at == 0 and end == 1 and named is not None and _is_plain(tokens, named)
        if named and not plain and not _is_several(tokens, named):
            found.append(named)
        at = end
    return found


def _polity_words(tokens: Sequence[Token], at: int) -> int:
    """How many words from `at` are the name of a polity, if it has several."""
    if not tokens[at].capital or tokens[at].low not in polity_words():
        return 0
    for size in (3, 2):
        lows = [token.low for token in tokens[at : at + size]]
        if len(lows) == size and " ".join(lows) in polities():
            return size
    return 0


def is_doing(tokens: Sequence[Token]) -> bool:
    """`Sending Brook there, …`: a participle opens the sentence, and no name."""
    opening = tokens[0]
    doing = opening.low.endswith("ing") and len(opening.low) > LONGEST_SYLLABLES
    named = opening.low in polity_words() or opening.text in given_names()
    return doing and len(tokens) > 1 and tokens[1].capital and not named


def _is_region(tokens: Sequence[Token], named: Named) -> bool:
    """`the Northern Sea Route`"""
    before = tokens[named.first - 1]
    plain = named.title_first == named.first and not named.is_body
    plain = plain and named.end - named.first < 3 and tokens[named.first].text not in given_names()
    placed = tokens[named.first].low in _OF_PLACES  # St. Petersburg
    return plain and (placed or (before.capital and before.low in _COMPASS))


def _is_several(tokens: Sequence[Token], named: Named) -> bool:
    """`some Democrats`, `most Russians`: no name."""
    one = named.end - named.first == 1 and tokens[named.first].low.endswith("s")
    return one and named.first > 0 and tokens[named.first - 1].low in _SEVERAL


def _is_plain(tokens: Sequence[Token], named: Named) -> bool:
    """A common noun with a capital because a sentence begins: "Authorities", "Lorry driver"."""
    follows = tokens[1] if len(tokens) > 1 else None
    word = named.is_body and not tokens[0].text.isupper()  # not DAPA
    return word or bool(follows and not follows.capital and follows.low in ROLE_HEADS)


def _sequence_end(tokens: Sequence[Token], at: int) -> int:
    end = at + 1
    while end < len(tokens) and end - at < 2 * LONGEST:
        token = tokens[end]
        if is_name_word(token, False):
            end += 1
        elif past := _past_joint(tokens, end):
            end = past
        else:
            break
    return end


def _past_joint(tokens: Sequence[Token], at: int) -> int | None:
    """Past `van der` or a nickname, `“Bill”`, and the name's word after it."""
    after = at
    while after < min(len(tokens), at + 3) and tokens[after].low in PARTICLES:
        after += 1
    quote = tokens[at].quote
    if quote is not None and quote.ends.isalnum() and quote.end - quote.start < LONGEST_NICKNAME:
        after = at + 1
    joined = after > at and after < len(tokens) and is_name_word(tokens[after], False)
    return after + 1 if joined else None


def _named(tokens: Sequence[Token], first: int, end: int) -> Named | None:
    """The sequence without the title at its beginning; None if nothing is left."""
    begin = first
    lows = [token.low for token in tokens[first:end]]
    if " ".join(lows) in polities():
        return None
    is_body = any(low in BODY_WORDS for low in lows[-2:])
    consulate = lows[-2:] == ["consulate", "general"]
    if is_body and not consulate and lows[-1].removesuffix("s") in _OFFICES:
        return None  # Opposition MPs
    if is_body:
        joined = first > 1 and tokens[first - 1].low == "and" and tokens[first - 2].capital
        if joined and tokens[first - 2].low in PORTFOLIOS:
            first -= 2  # Environment and Urbanization Ministry
        return Named(first, end, first, True)
    head = _head_before(tokens, first)
    first = _past_office(tokens, first, end, held=head is not None)
    if head is not None and first > begin:
        begin = head
    while first < end:
        size = _title_words(tokens, first, end)
        if not size:
            break
        first += size
    last = tokens[end - 1].low
    several = last.endswith("s") and last[:-1] in _OFFICES  # the Union of Resident Physicians
    surname = end - first == 2 and tokens[first].text in given_names() and first > begin
    if first == end or several or (last in _OFFICES and head is None and not surname):
        return None  # Publicity Secretary; but Advocate Farida Contractor
    if end - first == 1 and (tokens[first].low in _REGIONAL or _is_portfolio(tokens, first)):
        return None  # the West African bloc
    if end - first == 1 and (tokens[first].text.isupper() and len(tokens[first].text) > 1):
        return Named(first, end, begin, True) if first == begin else None
    if not any(token.low in ROLE_HEADS for token in tokens[begin:first]):
        begin = _far_head(tokens, begin)
    while begin > 0 and _is_of_title(tokens, begin - 1, first):
        begin -= 1
        if begin + 1 == first and tokens[begin].low in _OPENING:
            break  # the envoy for Sarranga, who is no envoy
        while begin > 0 and tokens[begin - 1].low in polities():
            begin -= 1
    if begin > 1 and tokens[begin - 1].low == "'s" and tokens[begin - 2].low in polities():
        begin -= 2  # Bahrain's Foreign Minister
    while begin < first and tokens[begin].low in _OPENING:
        begin += 1
    lows = [token.low for token in tokens[begin:first]]
    if "and" in lows and begin > 0 and tokens[begin - 1].low == "the":
        begin += lows.index("and") + 1  # the President and Prime Minister Lavon are two
    before = tokens[begin - 1] if begin == first and begin else None
    called = before is not None and before.low in _CALLED and not before.capital
    called = called and tokens[first].text not in given_names()  # the newspaper Corriere della Sera
    return Named(first, end, begin, called) if end - first <= LONGEST else None


def _past_office(tokens: Sequence[Token], first: int, end: int, held: bool) -> int:
    """Where the name begins after an office in capitals, whatever that is an office of.

    `Unification Minister | Baek Sung-ho`; where one is `held`, `head of`, a body's name too:
    `Europe Department | Anna Holt`.
    """
    for at in range(end - 2, first - 1, -1):
        low = tokens[at].low
        before = tokens[at - 1].low if at > first else ""
        sure = low not in NAME_HEADS or before in BODY_WORDS  # Los Angeles County Sheriff
        full = end - at > 2 and at > first
        placed = full and tokens[first].text not in given_names()  # Narva Mayor Toomas Stepanov
        if tokens[at + 1].low in _OF_FATHERS:
            continue
        if low in ROLE_HEADS and (sure or placed):
            return at + 1
        if full and before in BODY_WORDS and _is_rank(tokens[at]):
            return at + 1  # Central Police Station OC
        if held and low in BODY_WORDS and 2 < end - at < 5:
            return at + 1
        if end - at > 2 and low.endswith("s") and low[:-1] in _OFFICES:
            return at + 1  # the House of Representatives
        if end - at > 2 and low in PORTFOLIOS:
            return at + 1  # Minister for Urban and Rural Affairs
    after = tokens[first - 1].low if first else ""
    if "." in tokens[end - 1].text[1:-1] and end - first > 1:
        return end - 1  # Industry L.Batmandakh
    field = first > 1 and tokens[first - 1].low == "of"
    field = field and (
        tokens[first - 2].low == "minister" or (held and tokens[first - 2].low in BODY_WORDS)
    )
    if field and end - first == 3 and tokens[first].text not in given_names():
        return first + 1  # head of the Institute of Hydroecology Razmik Chilingaryan
    if after == "the" and end - first > 2 and tokens[first].text not in given_names():
        at = next((i for i in range(first + 1, end - 1) if tokens[i].text in given_names()), first)
        return at  # the Far East and the Arctic Valery Stupakov
    return first


def _is_rank(token: Token) -> bool:
    """`OC`, `DIG`, `SP`"""
    return token.text.isupper() and 1 < len(token.text) < 5


def _head_before(tokens: Sequence[Token], first: int) -> int | None:
    """The place of `head` in `head of`, `head of the Russian`, `head of the Council's`."""
    at = first - 1
    while at > 2 and _is_of_body(tokens, at):
        at -= 2 + (tokens[at - 2].low == "the")  # head of the Institute of
    owned = at > 0 and tokens[at].low == "'s"
    at -= owned
    while at > 1 and (
        tokens[at].low in DETERMINERS
        or tokens[at].low in polities()
        or tokens[at].low in _COMPASS
        or (owned and tokens[at].capital and first - at < 2 * LONGEST)
    ):
        at -= 1
    return (
        at - 1 if at > 0 and tokens[at].low == "of" and tokens[at - 1].low in ROLE_HEADS else None
    )


def _is_of_body(tokens: Sequence[Token], at: int) -> bool:
    """`Institute of`"""
    return tokens[at].low == "of" and tokens[at - 1].low in BODY_WORDS


def _is_portfolio(tokens: Sequence[Token], at: int) -> bool:
    """`Minister of | Ecology and Natural Resources`"""
    joined = at + 2 < len(tokens) and tokens[at + 1].low in ("and", ",") and tokens[at + 2].capital
    held = at > 1 and tokens[at - 1].low in ("of", "for") and tokens[at - 2].low in _HOLDING
    return joined and held


def _far_head(tokens: Sequence[Token], begin: int) -> int:
    """Where a title begins that ends before `begin`: `Minister for the Far East and the Arctic`."""
    hanging = False
    for at in range(begin - 1, max(-1, begin - 2 * LONGEST), -1):
        low = tokens[at].low
        if not tokens[at].capital and low not in _IN_TITLES and low not in ("'s", ","):
            break
        if low in _OFFICES and hanging:
            return at
        listed = at > 1 and tokens[at - 2].low in ("of", "for", ",")  # Minister of Ecology and
        if low == "and" and at == begin - 1 and not listed:
            break
        hanging = hanging or low in ("of", "for")
    return begin


def _is_of_title(tokens: Sequence[Token], index: int, name: int) -> bool:
    """A word of the title before a name: `European Council president`."""
    token = tokens[index]
    body = token.capital and token.low in BODY_WORDS and index + 1 < name
    return token.kind == WORD and (token.low in ROLE_WORDS or body)


def _title_words(tokens: Sequence[Token], at: int, end: int) -> int:
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
    if mixed and len(low) > 2 and tokens[at].text.isupper():
        return 1  # Navy SEAL Tom Hale
    agency = low in AGENCIES and (tokens[at].text.isupper() or at + 2 < end)  # not Wafa Haddad
    if low in polities() or low in HONORIFICS or agency:
        return 1
    if low in BODY_WORDS and any(token.low in ROLE_HEADS for token in tokens[at + 1 : end - 1]):
        return 1  # Foreign Ministry Spokeswoman Zarina Akhmetova
    before = tokens[at - 1].low if at else "'s"
    national = before in ("national", "'s") or before in polities()
    if low in BODY_WORDS and national and 2 < end - at < 5:
        return 1  # chairman of the National Assembly Gergely Szentmary
    if low in ROLE_WORDS or low in DOCUMENTS:
        known = tokens[at].text in given_names() and at + 1 < end
        given = known and (low not in ROLE_HEADS or (low in NAME_HEADS and at + 2 == end))
        return 0 if given else 1
    return 0
