"""Names in a sentence: sequences of capitals without the title before them, and bodies' names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .forms import form_of
from .lexicon import (
    ADVERBS,
    BODY_WORDS,
    CONJUNCTIONS,
    DETERMINERS,
    OPENERS,
    PARTICLES,
    PORTFOLIOS,
    PREPOSITIONS,
    ROLE_HEADS,
    VERBS,
    given_names,
    polities,
    polity_words,
    words,
)
from .titles import (
    ADMINISTRATIVE,
    COMPASS,
    LONGEST,
    NO_NAMES,
    OFFICES,
    far_head,
    head_before,
    is_field,
    is_initialed,
    is_of_title,
    is_portfolio,
    past_office,
    title_words,
)
from .tokens import NUMBER, WORD, Token, low_at

_GENERIC = words("generic")
_OF_PLACES = frozenset(["st.", "fort", "port", "mount", "lake", "cape"])
_REGIONAL = words("regional")
_PARTISAN = frozenset(["lib", "dem", "tory", "labour"])
_PEERS = frozenset(["lord", "lady", "baroness"])
_HONORED = frozenset(["mr", "ms", "mrs", "mr.", "ms.", "mrs."])
_SURNAMES = frozenset(["will", "islam", "weeks"])
_SHORT = frozenset(["Sen", "Gen", "Col", "Lt", "Rep"])  # without a full stop no title
_SEVERAL = frozenset(["some", "most", "many", "several", "few", "all", "these", "those", "other"])
_OF_OFFICES = frozenset(["of", "for", "on", "and", "the"])
_OPENING = DETERMINERS | PREPOSITIONS | CONJUNCTIONS
_CALLED = words("called")
_BEFORE_BODIES = COMPASS | {"world", "global", "first"}
_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_COUNTED = tuple(f"-{unit}" for unit in _UNITS)  # Twenty-two Ghanaians
_ENDINGS = ("-born", "-based", *_COUNTED)
LETTERS_OF_YEAR = 4
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
        or low.endswith(_ENDINGS)
        or (low in NO_NAMES and (opens or low not in _SURNAMES))
    ):
        return False
    return not (opens and (low in OPENERS or low in _GENERIC or low in ADVERBS))


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
        numbered = tokens[at].low == "no."  # the No. 3 House Republican
        doing = at == 0 and is_doing(tokens)
        if numbered or doing or not is_name_word(tokens[at], at == 0):
            at += 1
            continue
        end = _sequence_end(tokens, at)
        named = _named(tokens, at, end)
        if named and at and _is_region(tokens, named):
            named = None
        plain = at == 0 and end == 1 and named is not None and _is_plain(tokens, named)
        bureau = named is not None and not named.is_body and _is_followed_by_body(tokens, end)
        if named and not plain and not bureau and not _is_several(tokens, named):
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
    return plain and (placed or (before.capital and before.low in COMPASS))


def _is_several(tokens: Sequence[Token], named: Named) -> bool:
    """`some Democrats`, `most Russians`, `30 Filipinos`: no name."""
    one = named.end - named.first == 1 and tokens[named.first].low.endswith("s")
    if not one or not named.first:
        return False
    before = tokens[named.first - 1]
    counted = before.kind == NUMBER and len(before.text) < LETTERS_OF_YEAR
    return counted or before.low in _SEVERAL or before.low.endswith(_COUNTED)


def _is_followed_by_body(tokens: Sequence[Token], end: int) -> bool:
    """`the Yuzhny Luch | design bureau`, `the Can Tho | municipal People's Committee`"""
    near = tokens[end : end + 2]
    if near and near[0].low in ADMINISTRATIVE and not near[0].capital:
        return True
    if len(near) < 2 or near[0].capital or near[1].capital or near[1].low not in BODY_WORDS:
        return False
    small = near[0].low in NO_NAMES or near[0].low.endswith(("ed", "ing"))
    verb = near[0].low in VERBS or form_of(near[0].low) is not None
    return near[0].kind == WORD and not small and not verb


def _is_plain(tokens: Sequence[Token], named: Named) -> bool:
    """A common noun with a capital because a sentence begins: "Authorities", "Lorry driver"."""
    follows = tokens[1] if len(tokens) > 1 else None
    word = named.is_body and not tokens[0].text.isupper()  # not DAPA
    return word or bool(follows and not follows.capital and follows.low in ROLE_HEADS)


def _sequence_end(tokens: Sequence[Token], at: int) -> int:
    end, joined = at + 1, False
    while end < len(tokens) and end - at < 2 * LONGEST:
        token = tokens[end]
        if joined and token.low in ROLE_HEADS:
            break  # Marlow & Finch | CEO Ada Brook
        if is_name_word(token, False):
            end += 1
        elif token.text == "&" and end + 1 < len(tokens) and is_name_word(tokens[end + 1], False):
            end, joined = end + 2, True  # Holloway & Sons
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
    if lows[0] in polity_words() and " ".join(lows) in polities():
        return None
    initialed = end - first > 1 and is_initialed(tokens[end - 1])  # Ministry D.Oyunsaikhan
    body = any(low in BODY_WORDS for low in lows[-2:]) or lows[-2:] == ["red", "cross"]
    body = body or "&" in lows or (lows[-1] == "international" and end - first > 1)
    if body and not initialed:
        return _body(tokens, first, end)
    head = head_before(tokens, first)
    first = past_office(tokens, first, end, held=head is not None)
    if head is not None and first > begin:
        begin = head
    while first < end:
        size = title_words(tokens, first, end)
        if not size:
            break
        first += size
    while end - first > 2 and tokens[first].low in _PARTISAN:
        first += 1  # Lib Dem Norman Baker
    if end - first == 1 and first > begin and tokens[first - 1].low in _PEERS:
        first -= 1  # Lord Bach
    last = tokens[end - 1].low
    several = last.endswith("s") and last[:-1] in OFFICES  # the Union of Resident Physicians
    surname = end - first == 2 and tokens[first].text in given_names()
    surname = surname or (end - first > 1 and tokens[end - 1].text in _SHORT)  # Bui Thi Sen
    if first == end and end - begin == 2 and tokens[begin].low in _HONORED:
        return Named(end - 1, end, begin, False)  # Ms King
    if first == end or several or (last in OFFICES and head is None and not surname):
        return None  # Publicity Secretary; but Advocate Farida Contractor
    known = tokens[first].text in given_names()  # Samantha Power
    if is_field(tokens[end - 1]) and not known and low_at(tokens, begin - 1) in _OF_OFFICES:
        return None  # Director of the Center for Arctic Law
    if end - first == 1 and tokens[first].low == "islam":
        return None
    if end - first == 1 and (tokens[first].low in _REGIONAL or is_portfolio(tokens, first)):
        return None  # the West African bloc
    if end - first == 1 and (tokens[first].text.isupper() and len(tokens[first].text) > 1):
        return Named(first, end, begin, True) if first == begin else None
    begin = _title_begin(tokens, begin, first)
    before = tokens[begin - 1] if begin == first and begin else None
    called = before is not None and before.low in _CALLED and not before.capital
    called = called and tokens[first].text not in given_names()  # the newspaper Corriere della Sera
    return Named(first, end, begin, called) if end - first <= LONGEST else None


def _body(tokens: Sequence[Token], first: int, end: int) -> Named | None:
    """`Environment and | Urbanization Ministry`; not `Opposition MPs`."""
    consulate = [token.low for token in tokens[first:end][-2:]] == ["consulate", "general"]
    people = tokens[end - 1].low.removesuffix("s") in OFFICES and tokens[end - 2].text != "&"
    if people and not consulate:
        return None  # but Holloway & Sons
    if first and tokens[first - 1].capital and tokens[first - 1].low in _BEFORE_BODIES:
        first -= 1  # the | World Health Organization
    joined = first > 1 and tokens[first - 1].low == "and" and tokens[first - 2].capital
    if joined and tokens[first - 2].low in PORTFOLIOS:
        first -= 2
    return Named(first, end, first, True)


def _title_begin(tokens: Sequence[Token], begin: int, first: int) -> int:
    """Where the title begins of the name at `first`; what was found of it begins at `begin`."""
    if not any(token.low in ROLE_HEADS for token in tokens[begin:first]):
        begin = far_head(tokens, begin, first)
    while begin > 0 and is_of_title(tokens, begin - 1, first):
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
    if lows[:1] and lows[0].startswith("spokes") and lows[1:2] == ["for"]:
        return begin + 2 if lows[-1] in ROLE_HEADS else begin  # a spokesman for | Minister Brook
    if "and" in lows and begin > 0 and tokens[begin - 1].low == "the":
        begin += lows.index("and") + 1  # the President and Prime Minister Lavon are two
    return begin
