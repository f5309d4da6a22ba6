"""Whom "he", "she" and "the businessman" mean: who was named, was the subject or spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .lexicon import CONJUNCTIONS, DETERMINERS, MAN, PREPOSITIONS, WOMAN, words
from .memory import Answer, Memory
from .mentions import is_native, may_be
from .naming import Named
from .people import Entity
from .phrases import is_adverb
from .tokens import WORD, Token

_AGES = frozenset(["young", "old", "older", "elderly"])
_ASKED = words("questioned")
_PROFESSIONS = words("professions")
_EPITHETS = words("epithets") | _PROFESSIONS
_OF_ANY_PROFESSION = words("of_any_profession")
SEX = {"he": "man", "him": "man", "his": "man", "she": "woman", "her": "woman"}
SPOKEN_WITHIN = 4  # sentences back that "the businessman" may reach
NAMED_WITHIN = 3  # sentences back in which somebody who was only named may be meant


def pronoun(memories: Sequence[Memory], sex: str, start: int, apart: bool = False) -> Answer:
    """Whoever is named first in the last of `memories`, before `start`; else the last subject or
    speaker that fits.

    `apart`: the pronoun stands after a comma, as in `Brook was ill, he said`; of those named in
    what is said only its subject comes first.
    """
    memory, earlier = memories[-1], list(reversed(memories[:-1]))
    named = [entity for at, entity in memory.named if at < start]
    here = [memory.subject] if memory.subject else []
    here += [] if apart else named
    if apart and earlier and earlier[0].speaker and earlier[0].paragraph == memory.paragraph:
        here.insert(0, earlier[0].speaker)
    if not (here or named) and _anonymous_spoke(memory, earlier):
        return Answer()
    subjects = [past.subject for past in memories]
    fits = [
        entity
        for entity in dict.fromkeys([*_in_order(here, earlier), *named])
        if entity.sex in ("", sex)
        and not entity.is_body
        and (entity.sure or entity.titles or (entity in subjects and " " in entity.name))
    ]
    if not fits:
        return Answer()
    fits[0].sex = fits[0].sex or sex
    return Answer(fits[0], how="pronoun", candidates=[e.shown for e in fits[1:]])


def may_be_meant(tokens: Sequence[Token], named: Named) -> bool:
    """May a pronoun in or after this sentence mean who is named? Not who was told, or asks."""
    return not (_is_told(tokens, named) or _is_asker(tokens, named))


def _is_told(tokens: Sequence[Token], named: Named) -> bool:
    """`he told | NBC's Ada Brook`: whom somebody else told it."""
    at = named.title_first - 1
    while at > 0 and (tokens[at].capital or tokens[at].low in ("'s", "the")):
        at -= 1
    return at >= 0 and tokens[at].low in ("told", "telling", "tells")


def _is_asker(tokens: Sequence[Token], named: Named) -> bool:
    """`Questioned by | retired judge Ada Brook, he said`: who is not "he"."""
    asked = len(tokens) > 2 and tokens[0].low in _ASKED and tokens[1].low == "by"
    after = pairwise(tokens[named.end :])
    return asked and any(comma.text == "," and t.low in ("he", "she") for comma, t in after)


def learn_sex(entity: Entity, tokens: Sequence[Token]) -> None:
    """`Brook waited with a photo of her brother`: the subject whom nobody else's name follows."""
    for token, following in pairwise(tokens):
        if token.low == "his" or (token.low == "her" and _is_noun(following)):
            entity.sex = entity.sex or SEX[token.low]
            return


def _is_noun(token: Token) -> bool:
    small = token.low in PREPOSITIONS or token.low in CONJUNCTIONS or token.low in DETERMINERS
    return token.kind == WORD and not small and not is_adverb(token) and token.low != "to"


def by_epithet(
    memories: Sequence[Memory], text: str, lows: Sequence[str], start: int
) -> Answer | None:
    """`the businessman`, `the candidate`, `the 54-year-old`: who was spoken of last.

    `lows` are the words in lower case, which begin in the text at `start`.
    """
    if lows[0] != "the" or len(lows) < 2:
        return None
    head = lows[lows.index("of") - 1] if "of" in lows[1:] else lows[-1]  # the father of six
    aged = any(low.endswith("-year-old") for low in (lows[1], lows[-1]))
    aged = aged or (lows[1] in _AGES and lows[-1] in ("man", "woman"))
    known = head in _EPITHETS or aged or is_native(lows)
    if not known:
        return None
    apart = text[max(0, start - 7) : start].strip() == "while"  # while the party's leader said
    entity = _named_before(memories, text, start) or _of_age(memories, lows, start)
    entity = entity or _spoken_of(memories[:-1] if apart else memories, start)
    sex = "man" if lows[-1] in MAN else "woman" if lows[-1] in WOMAN else ""
    if entity and not aged and head in _PROFESSIONS and _is_something_else(entity, head):
        return None
    if entity is None or (sex and entity.sex not in ("", sex)) or not may_be(entity, lows):
        return None
    return Answer(entity, how="epithet")


def _is_something_else(entity: Entity, profession: str) -> bool:
    """The blogger is not the lawyer; an expert or a head may be."""
    return bool(entity.titles) and not any(
        profession in held.printed or held.printed & _OF_ANY_PROFESSION for held in entity.titles
    )


def _of_age(memories: Sequence[Memory], lows: Sequence[str], start: int) -> Entity | None:
    """`the 54-year-old`: the only one named before `start` of whom the text tells this age."""
    asked = {low.partition("-")[0] for low in lows if low.endswith("-year-old")}
    before = (entity for memory in memories for at, entity in memory.named if at < start)
    found = dict.fromkeys(entity for entity in before if entity.age in asked)
    return next(iter(found)) if len(found) == 1 else None


def _named_before(memories: Sequence[Memory], text: str, start: int) -> Entity | None:
    """`Senator Abe Rosen, the Vermont independent`: who is named right before a comma."""
    named = [pair for pair in memories[-1].named if pair[0] < start] if memories else []
    if not named or text[start - 2 : start] != ", ":
        return None
    between = text[named[-1][0] : start - 2].split()
    return named[-1][1] if len(between) < 5 and all(w[0].isupper() for w in between) else None


def _spoken_of(memories: Sequence[Memory], start: int) -> Entity | None:
    """Who was named last in the paragraph before `start`, or spoke, or was the subject, a few
    sentences back.
    """
    if not memories:
        return None
    paragraph = memories[-1].paragraph
    for past in reversed(memories[-SPOKEN_WITHIN:]):
        if past.anonymous:
            return None
        named = [entity for _, entity in past.named if past.paragraph == paragraph and entity.sure]
        for entity in (past.speaker, past.subject, *named[:1]):
            if entity and not entity.is_body:
                return entity
    before = (pair for past in memories[-SPOKEN_WITHIN:] for pair in past.named)
    near = [entity for at, entity in before if at < start and " " in entity.name]
    alone = dict.fromkeys(near)
    return near[0] if len(alone) == 1 else None


def _in_order(here: Sequence[Entity], earlier: Sequence[Memory]) -> list[Entity]:
    """All who may be meant, the likeliest first. `earlier` has the last sentence first."""
    order = [*here]
    if earlier and not (earlier[0].speaker or earlier[0].subject):
        last = {entity: None for _, entity in earlier[0].named if entity.sure}
        order += last if len(last) == 1 else ()  # That drew a reply from Justice Ada Brook.
    for past in earlier:
        order += [entity for entity in (past.speaker, past.subject) if entity]
    for past in earlier[:NAMED_WITHIN]:
        order += [entity for _, entity in past.named]
    return order


def _anonymous_spoke(memory: Memory, earlier: Sequence[Memory]) -> bool:
    """Is "he" somebody without a name who was spoken of last: "the president", "a diplomat"?"""
    last = next((m for m in earlier if m.anonymous or m.speaker or m.subject), None)
    if last is None or not last.anonymous:
        return False
    return last.definite or last.paragraph == memory.paragraph
