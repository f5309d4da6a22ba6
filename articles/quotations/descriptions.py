"""What something is called: `called the deal a mistake`, `described her as …`, `dubbed it “A”`."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Tail
from .cues import Cue
from .found import is_quote
from .lexicon import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, TIMES, words
from .phrases import is_adverb
from .tokens import WORD, Token

LONGEST_NICKNAME = 20  # characters
NEAR = 14  # tokens in which it must be called something
CALLED = frozenset(["it", "him", "her", "them", "himself", "herself", "themselves", "that", "this"])
_DEFINITE = DETERMINERS - {"a", "an", "any", "no", "every", "each", "another"}
_JOINING = PREPOSITIONS | CONJUNCTIONS
_JUDGING = ("ous", "ful", "able", "ible", "less", "ive", "ing")
_JUDGMENTS = words("judgments")
_NAMING = ("call", "brand", "label", "term", "deem", "dub")
_PICTURING = (
    "describ",
    "charact",
    "portray",
    "depict",
    "brand",
    "label",
    "cast",
    "paint",
    "frame",
    "framing",
    "pitch",
    "present",
)


def after_describing(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    if tail.opening == "quote":
        named = tokens[tail.at - 1].low == "as" or _is_whom(tokens, cue.first)
        return tail.at if named else None
    after_as = tail.opening == "bare" and tokens[tail.at].low == "as" and tail.at + 1 < end
    if after_as and is_quote(tokens[tail.at + 1]):
        return tail.at + 1  # described as “a farce” the calls for a vote
    if tail.opening == "bare" and _is_what(tokens, cue.first):
        return tail.at + after_as  # what the UN calls a famine
    telling = tokens[cue.first].low.startswith("describ")
    doing = tail.at < end and tokens[tail.at].low.endswith("ing")
    if telling and (tail.opening == "whether" or (tail.opening == "bare" and doing)):
        return tail.at  # described how it went, described seeing it
    if tail.opening != "bare":
        return None
    rest = tokens[tail.at : end]
    quoted = next((i for i, token in enumerate(rest[:20]) if is_quote(token)), None)
    if quoted is not None and _is_nickname(rest, quoted):
        return None
    if quoted is not None:
        return tail.at
    near = [token.low for token in rest[: NEAR * 2 if telling else NEAR]]
    verb = tokens[cue.first].low
    if "as" in near and verb.startswith(_PICTURING):
        return tail.at
    if telling and "as" not in near and _is_scene(tokens[tail.at]):
        return tail.at
    if verb.startswith(("compar", "liken")):
        return tail.at if "to" in near or "with" in near else None
    named = verb.startswith(_NAMING) and _is_called(tokens, tail.at, near)
    return tail.at if named else None


def _is_scene(opening: Token) -> bool:
    """`described | a visit to Oslo`, `scenes of panic`: what is told, and not what it is called."""
    several = opening.low.endswith("s") and not opening.capital and opening.low not in DETERMINERS
    return opening.low in ("a", "an") or several


def _is_nickname(tokens: Sequence[Token], index: int) -> bool:
    """`that locals call the “Thermometer”`"""
    quote = tokens[index].quote
    size = quote.inner_end - quote.inner_start if quote else 0
    named = quote is not None and quote.begins.isupper() and quote.ends not in ".!?"
    return named and size < LONGEST_NICKNAME and tokens[index - 1].low == "the"


def _is_what(tokens: Sequence[Token], verb: int) -> bool:
    """`what the UN calls …`, `what experts describe as …`: `what` opens the verb's clause."""
    for at in range(verb - 1, max(-1, verb - NEAR), -1):
        if tokens[at].low == "what":
            return verb - at > 1
        if tokens[at].kind != WORD or tokens[at].low in ("that", "which", "who"):
            return False
    return False


def _is_whom(tokens: Sequence[Token], verb: int) -> bool:
    """`whom he called “…”`, `what one officer called “…”`, `, a sum she called “…”`"""
    near = range(max(0, verb - NEAR), verb)
    if any(tokens[at].low in ("whom", "what", "which", "that") for at in near):
        return True
    apart = next((at for at in reversed(near) if tokens[at].kind != WORD), verb)
    if apart + 2 >= verb or tokens[apart + 1].low not in ("a", "an", "one", "something"):
        return False
    said = range(apart + 2, verb)  # a sum | she called, a decision | the UN chief called
    return any(_begins_subject(tokens, at) for at in said)


def _begins_subject(tokens: Sequence[Token], at: int) -> bool:
    """`a sum | she called`, `a step | Oslo called`; not `a plan for | the port called`."""
    low, before = tokens[at].low, tokens[at - 1]
    opens = low in DETERMINERS or low in PRONOUNS or tokens[at].capital
    plain = not before.capital and before.low not in _JOINING | DETERMINERS | {"to"}
    return opens and plain


def _is_called(tokens: Sequence[Token], begin: int, near: Sequence[str]) -> bool:
    """`called it rigor`, `called the deal a mistake`; not `called a meeting`."""
    if near[0] in CALLED:
        return len(near) > 1 and near[1] not in PREPOSITIONS and near[1] not in ("and", ",", ".")
    named = tokens[begin].capital and tokens[begin].low not in TIMES  # called Vance a liar
    for at in range(1 if named else 2, len(near)):
        if near[at] in ("of", "for"):
            continue
        if near[at] in PREPOSITIONS or near[at] in (",", "to", "that"):
            break
        if near[at] in ("a", "an", "the", "one"):
            return at + 1 < len(near) and near[at + 1] not in TIMES
        if near[0] in _DEFINITE and is_adverb(tokens[begin + at]):
            return True  # called the plan wholly wrong
        judged = near[at] in _JUDGMENTS or (near[at].endswith(_JUDGING) and len(near[at]) > 5)
        if judged and (named or near[0] in _DEFINITE) and _ends_phrase(near, at + 1):
            return True
    return False


def _ends_phrase(near: Sequence[str], at: int) -> bool:
    return at >= len(near) or not near[at][0].isalpha() or near[at] in _JOINING
