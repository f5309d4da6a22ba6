"""The parts of the words beside a cue: the head of the phrase, the name and the office in it."""

from __future__ import annotations

from collections.abc import Sequence

from .found import Source
from .lexicon import (
    BODY_WORDS,
    DETERMINERS,
    HONORIFICS,
    LAWS,
    PARTICLES,
    PERSONS,
    PREPOSITIONS,
    ROLE_HEADS,
    ROLE_WORDS,
    demonyms,
    polities,
    words,
)
from .naming import Named, names
from .offices import title
from .people import Entity
from .phrases import INNER
from .quotation import Span
from .tokens import WORD, Token

_HANGING = INNER - PARTICLES - {"of"}
_FIRMS = words("firms") | {"utility", "group"}
_STATES = words("states")  # Russia's Foreign Ministry is one of many
_RUNNING = frozenset(["candidate", "nominee", "contender"])
_GOVERNING = words("governing")
PLACED = 3  # words of a town and a full name: Consul General in Osaka Ada Brook
LONGEST_SHORT = 4  # letters of a word in -s that is no plural
Read = tuple[Sequence[Token], list[Named]]


def _is_role(low: str) -> bool:
    """`aide`, `aides`, `ministry`"""
    single = low[:-1] if low.endswith("s") else low
    return low in ROLE_WORDS or low in BODY_WORDS or single in ROLE_WORDS


def words_of(tokens: Sequence[Token], named: Named) -> str:
    return " ".join(
        t.text for t in tokens[named.first : named.end] if t.kind == WORD or t.text == "&"
    )


def head_of(tokens: Sequence[Token]) -> Sequence[Token]:
    """The phrase up to what hangs on its noun: "a spokesman" of "a spokesman for Lavrov".

    After a possessive the head follows: "Lavrov's spokesman" is the spokesman.
    """
    whole = any(_is_of_office(tokens, at) for at in range(1, min(9, len(tokens))))
    for index, token in enumerate(tokens):
        before = tokens[index - 1]
        opens = index == 1 and before.low.endswith("s")  # Protesters in Seattle
        common = index and (not before.capital or opens or _is_role(before.low))
        if token.capital:
            continue  # US Under Secretary of State
        titled = token.low in ("for", "on", "against") and before.capital
        if titled and before.low in BODY_WORDS and tokens[-1].capital:
            continue  # Committee against Torture
        if common and token.low in _HANGING and not whole:
            tokens = tokens[:index]
            break
    for index in range(len(tokens) - 2, 0, -1):
        if tokens[index].low == "'s" and not _has_name_before_of(tokens, index):
            after = names(tokens[index + 1 :])
            return tokens[index + 1 :] if any(not name.is_body for name in after) else tokens
    return tokens


def _is_of_office(tokens: Sequence[Token], index: int) -> bool:
    """`Minister | for the Far East and the Arctic Ada Brook`, `expert | on transport Ada Brook`;
    not `for the leader, Ada Brook`.
    """
    low, held = tokens[index].low, tokens[index - 1].low
    placed = low in ("in", "on", "at") and held in PERSONS
    placed = placed or (low == "on" and held.removeprefix("sub") in BODY_WORDS)
    if (
        not (placed or (low in ("for", "of", "to") and held in _GOVERNING))
        or not tokens[-1].capital
    ):
        return False
    named = names(tokens[index + 1 :])
    last = named[-1] if named else None
    if last is None or last.is_body or last.end != len(tokens) - index - 1:
        return False
    size = last.end - last.first
    if placed and (size < 2 or (last.first < 1 and not (low == "in" and size == PLACED))):
        return False
    titles = tokens[index + 1 + last.title_first : index + 1 + last.first]
    if tokens[index + last.title_first].low in ("of", "by", "to"):
        return False  # the spokeswoman for the family of Ada Brook
    field = last.first == 1 and not tokens[index + 1].capital and last.end - last.first > 1
    apart = last.first > 1 or placed or field  # minister for women Ada Brook
    before = index + last.title_first  # spokesman for the tactical group | Colonel Ole Vik
    sited = tokens[before].capital and tokens[before - 1].low in ("at", "in")
    if last.title_first > 1 and (tokens[before].low in BODY_WORDS or sited):
        return True
    return apart and not any(token.low in ROLE_HEADS for token in titles)


def _has_name_before_of(tokens: Sequence[Token], end: int) -> bool:
    """`Binta Sani of the Women's Forum`: who speaks comes first."""
    of = next((i for i in range(1, end) if tokens[i].low == "of"), 0)
    return any(not name.is_body for name in names(tokens[:of]))


def is_body(tokens: Sequence[Token]) -> bool:
    """`the Ministry of Foreign Affairs and Trade`, `the Coalition for Fair Polls`: a body first."""
    of = next((i for i, token in enumerate(tokens) if token.low in ("of", "for")), 0)
    return of > 0 and tokens[of - 1].low in BODY_WORDS


def are_several(tokens: Sequence[Token]) -> bool:
    """`the opposition and the president`; not `Minister for the East and the Arctic Ada Brook`"""
    joints = [at for at, token in enumerate(tokens[:-1]) if token.low == "and" and at]
    plain = not tokens[-1].capital
    if any(plain and tokens[at - 1].capital and not tokens[at + 1].capital for at in joints):
        return True  # the Police Federation and unions
    if not any(tokens[at + 1].low in DETERMINERS for at in joints):
        return False
    hanging = (at for at, token in enumerate(tokens) if at and token.low in ("for", "of"))
    return not any(_is_of_office(tokens, at) for at in hanging)


def is_somebodys_lawyer(tokens: Sequence[Token]) -> bool:
    """`his lawyer`: not whoever else is a lawyer, the prosecutor, say"""
    owned = tokens[0].low in ("his", "her", "their")
    return owned and tokens[-1].low in ("lawyer", "attorney")


def speaks_for(source: Source) -> bool:
    """`a spokesman for Ada Brook`"""
    lows = [token.low for token in source.name]
    return any(low.startswith("spokes") for low in lows) and "for" in lows


def is_of_several(tokens: Sequence[Token]) -> bool:
    """`allies of another candidate`, beside whom a name stands: it is not the allies'."""
    of = next((i for i, token in enumerate(tokens) if token.low in ("of", "to", "for") and i), 0)
    return of == 1 and not tokens[0].capital and tokens[0].low.endswith("s")


def without_owner(tokens: Sequence[Token]) -> Sequence[Token]:
    """`Turkey's Communications Directorate`: without the country whose it is."""
    if tokens[-1].low in _STATES:
        return tokens
    for index in range(min(4, len(tokens) - 1)):
        if tokens[index].low == "'s" and is_polity([token.low for token in tokens[:index]]):
            return tokens[index + 1 :]
    return tokens


def name_beside(beside: Sequence[Token]) -> list[Named]:
    """The name in what stands beside an office: the first, or the one with which that ends.

    `, Ada Brook,`, `, Oslo developer Ada Brook,`; not `members, including Ada Brook,`.
    """
    found = [name for name in names(beside) if not name.is_body] or names(beside)
    opening = beside[0].low if beside else ""
    hanging = opening in PREPOSITIONS or opening in ("who", "which", "whose")
    if not found or hanging or opening.endswith(("ing", "ed")):
        return []
    last = found[-1]
    before = beside[: last.first]
    plain = all(not t.capital or t.low in ROLE_WORDS or t.low in polities() for t in before)
    full = last.end == len(beside) and last.end - last.first > 1
    if full and (plain or beside[0].low not in DETERMINERS):
        return [last]
    return [found[0]] if found[0].first <= 2 else []


def is_held_by(name: Sequence[Token], beside: Sequence[Token]) -> bool:
    """`The president of the employers' association Confep, Alfonsina Grau,`: office, then name."""
    of = next((i for i, token in enumerate(name) if token.low in ("of", "for")), 0)
    hanging = of > 0 and name[of - 1].low in ROLE_HEADS
    held = hanging and name[0].low in DETERMINERS
    comma = next((i for i, token in enumerate(beside) if token.text == ","), len(beside))
    named = all(token.capital or token.low in PARTICLES for token in beside[:comma])
    return held and 1 < comma < 6 and named


def is_titled_last(tokens: Sequence[Token], people: Sequence[Named]) -> bool:
    """`University of Norway scientist Ada Brook`: a name after what it is, at the end."""
    last = people[-1]
    before = tokens[last.title_first : last.first] or tokens[max(0, last.first - 1) : last.first]
    return last.end == len(tokens) and any(token.low in ROLE_HEADS for token in before)


def _is_title(beside: Sequence[Token]) -> bool:
    """Is what stands beside a name an office, and not, say, "who left early"?"""
    if not any(token.low in ROLE_HEADS for token in beside):
        return False
    low = beside[0].low
    return low in ROLE_WORDS or low in DETERMINERS or low in polities()


def is_polity(lows: Sequence[str]) -> bool:
    bare = lows[1:] if lows and lows[0] == "the" else lows
    return " ".join(bare) in polities()


def is_native(lows: Sequence[str]) -> bool:
    """`the Algerian`: somebody from there, and not the state."""
    one = len(lows) == 2 and lows[0] == "the" and lows[1].endswith(("an", "i"))
    return one and lows[1] in demonyms()


def read(source: Source, known: dict[Span, Read]) -> Read:
    """The head of the phrase and the names in it; `known`: those of the same text so far."""
    if source.span not in known:
        tokens = head_of(source.name)
        known[source.span] = tokens, names(tokens)
    return known[source.span]


def office_printed(text: str, source: Source, known: dict[Span, Read]) -> str:
    """The title before the name, or what stands beside it: "Russian Foreign Minister"."""
    tokens, found = read(source, known)
    for named in found:
        titles = tokens[named.title_first : named.first]
        if any(t.low in PERSONS for t in titles):
            return text[titles[0].start : titles[-1].end]
    lows = [token.low for token in tokens]
    plain = any(low in PERSONS for low in lows) and not found
    if plain and name_beside(source.office):  # The mayor of Oslo, Ms Ada Brook, said
        return _without_article(text, source, tokens)
    if _is_title(source.office):
        return text[source.office[0].start : source.office[-1].end]
    return _without_article(text, source, tokens) if plain and lows[0] == "the" else ""


def _without_article(text: str, source: Source, tokens: Sequence[Token]) -> str:
    """What is printed of the office."""
    article = tokens[0].low in DETERMINERS
    return text[tokens[article].start : source.name[-1].end] if len(tokens) > article else ""


def owns(tokens: Sequence[Token], named: Named) -> bool:
    """A name before `'s` or before its office's noun: `Brook's opponent`, `Labour leader`."""
    if named.end >= len(tokens):
        return False
    following = tokens[named.end]
    titled = following.low in ROLE_HEADS and not following.capital
    return following.low == "'s" or titled


def is_place(tokens: Sequence[Token], named: Named) -> bool:
    """`the mayor of Lleida`: a name after an office and "of"."""
    at = named.first - 1
    at -= at > 1 and tokens[at].low in _FIRMS  # the head of utility Alpen Strom
    return at > 0 and tokens[at].low == "of" and tokens[at - 1].low in ROLE_HEADS


def may_speak(tokens: Sequence[Token], named: Named) -> bool:
    """A person's name that is neither an owner's nor a place's."""
    law = tokens[0].low == "the" and tokens[named.end - 1].low in LAWS  # the Clean Water Act
    before, near = tokens[max(0, named.first - 2) : named.first], ("of", "in", "from", "near")
    if len(before) == 2 and before[1].low in near and _is_plural(before[0]):
        return False  # residents of Ariha
    untitled = named.title_first == named.first
    if untitled and [t.low for t in before[1:]] == ["the"] and before[0].low in PREPOSITIONS:
        return False  # a supervisor in the Del Rio Sector
    return not (named.is_body or law or owns(tokens, named) or is_place(tokens, named))


def _is_plural(token: Token) -> bool:
    long = token.low.endswith("s") and len(token.low) > LONGEST_SHORT
    return long and token.low not in HONORIFICS


def has_office(tokens: Sequence[Token]) -> bool:
    """An office and no body speaks: `the President of the Council`, `a ministry spokesman`."""
    return any(token.low in ROLE_HEADS for token in tokens)


def who_is_named(tokens: Sequence[Token], people: Sequence[Named]) -> Named:
    """The first name, but the last in `Civil liberties lawyer Omar Jaffrey`."""
    last = people[-1]
    if is_body(tokens) and is_titled_last(tokens, people):
        return last
    between = tokens[people[0].end : last.first]
    bare = people[0].title_first == people[0].first == people[0].end - 1  # Institutes of
    if bare and last.title_first < last.first and last.end == len(tokens) and between:
        titles = tokens[last.title_first : last.first]
        if between[0].low == "of" and any(t.low in HONORIFICS for t in titles):
            return last  # the National Institutes of Health Director Dr. Ada Brook
    titled = bool(between) and all(t.low in ROLE_WORDS or not t.capital for t in between)
    hanging = any(t.low in INNER or t.kind != WORD for t in between)
    return last if titled and not hanging and last.end == len(tokens) else people[0]


def is_office(source: Source) -> bool:
    """`the president`, `a diplomat`: somebody, though the text may not tell who."""
    lows = [token.low for token in source.name if token.low not in ("himself", "herself")]
    return bool(lows) and lows[0] in DETERMINERS and lows[-1] in ROLE_HEADS


def may_be(entity: Entity, lows: Sequence[str]) -> bool:
    """May `the US leader`, `the candidate` be somebody with such offices?"""
    polity = title(lows).polity
    other = any(held.polity and held.polity != polity for held in entity.titles)
    running = lows[-1] in _RUNNING and any(not held.former for held in entity.titles)
    return not running and not (polity and other)


def is_one(lows: Sequence[str]) -> bool:
    """`a former commander`: one person, by what they are."""
    return lows[0] in ("a", "an") and any(low in ROLE_HEADS for low in lows)


def is_one_of_them(source: Source) -> bool:
    """`One of them`, `the other`: somebody, whom the text does not name."""
    lows = [token.low for token in source.name]
    return lows[-1] in ("one", "another", "other") or lows[:2] == ["one", "of"]


def only_as(tokens: Sequence[Token]) -> str:
    """`Horst` of `who gave his name only as Horst`; nothing where nobody gives one."""
    lows = [token.low for token in tokens]
    for at in range(2, len(tokens) - 1):
        if lows[at] == "as" and lows[at - 1] in ("only", "name") and "name" in lows[:at]:
            return tokens[at + 1].text if tokens[at + 1].capital else ""
    return ""


def is_common(text: str, tokens: Sequence[Token], named: Named, start: int) -> bool:
    """Is a single unknown word a common noun that stands first in its sentence, at `start`?"""
    word, low = tokens[named.first].text, tokens[named.first].low
    plural = word.endswith(("s", "men", "people", "children"))
    if plural and (tokens[named.first].start == start or word[:-1].isupper()):
        return True  # Hauliers, NGOs
    return low in DETERMINERS or low.rstrip("s") in ROLE_WORDS or f" {low} " in text
