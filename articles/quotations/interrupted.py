"""What is said on both sides of an attribution: `The deal, he said, will be signed.`"""

from __future__ import annotations

from collections.abc import Sequence

from .attributions import Attribution
from .clauses import has_verb
from .contents import trimmed
from .cues import Cue
from .doubts import is_not_told
from .endings import content_end
from .lexicon import (
    AGENCIES,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    ROLE_HEADS,
    words,
)
from .positions import is_cleft
from .remarks import is_moment, is_ranked
from .tokens import NUMBER, QUOTE, WORD, Token, low_at

LONGEST_SCENE = 14  # tokens of "as he walked into the hall"
SOON = 4  # tokens after the comma within which a cue begins another saying
_OPENS_REMARK = words("opens_remark")
_NOT_GOING_ON = words("not_going_on")
_ADDING = PREPOSITIONS - {"to"}
_SUBORDINATING = CONJUNCTIONS | PREPOSITIONS
_SCENES = frozenset(["as", "while", "when"])


def beginning(tokens: Sequence[Token], frame: Attribution, since: int) -> int:
    """Where what is said begins, from `since` on: after a colon in `Brook was blunt: He should go,
    she said.`, after a semicolon where it goes on, `All came; guests were asked, she said, to go.`
    """
    inserted = frame.tail.at < len(tokens) and tokens[frame.tail.at].text == ","
    for at in range(frame.first - 3, since + 1, -1):
        if inserted and tokens[at].text == ";" and has_verb(tokens, since, at):
            return at + 1
        if tokens[at].text == ":" and tokens[at + 1].capital:
            return at + 1
    return since


def past_scene(tokens: Sequence[Token], at: int) -> int:
    """The comma after which more is said: `…, he said as he left, | and he was not sure …`"""
    if at >= len(tokens) or tokens[at].low not in _SCENES:
        return at
    for index in range(at + 1, min(len(tokens) - 2, at + LONGEST_SCENE)):
        if tokens[index].text == ",":
            joined = tokens[index + 1].low in ("and", "but")
            return index if joined and has_verb(tokens, index + 2, len(tokens)) else at
        if tokens[index].kind != WORD:
            break
    return at


def rest(
    tokens: Sequence[Token], frame: Attribution, opened: int, comma: int, cues: Sequence[Cue]
) -> tuple[int, int, int] | None:
    """The rest of what is said, after the comma that ends its attribution, and where to read on.

    What is said began at `opened`. None where the reporter adds something.
    """
    begin = comma + 1
    if begin >= len(tokens) or not _may_go_on(tokens, frame, opened, begin):
        return None
    verb = has_verb(tokens, opened, frame.first)
    verb = verb and tokens[frame.first - 2].low not in AUXILIARIES  # He had, he said, nothing.
    later = [cue for cue in cues if cue.first >= begin]
    joined = tokens[begin].low in ("and", "but") and later and later[0].first == begin + 1
    if joined and not later[0].participle:
        return None  # …, he said, and urged them to go
    soon = [cue for cue in later if _is_soon(tokens, begin, cue)]
    if verb:
        low = tokens[begin].low
        begun = tokens[opened].low in _SUBORDINATING or low == "because"
        adds = (low in _OPENS_REMARK or low in _ADDING) and low != "since"
        remark = (adds and not begun) or is_ranked(tokens, begin)  # its latest show of force
        telling = any(cue.kind not in ("think", "describe") for cue in soon)
        remark = remark or _is_apposition(tokens, frame, begin)
        if (remark or telling) and not _is_relative(tokens, begin):
            return None
    later = [cue for cue in later if cue not in soon]  # The senator, he said, had promised to …
    stop = content_end(tokens, begin, _colon(tokens, begin), later)
    begin, end = trimmed(tokens, begin, stop)
    name = verb and all(token.capital for token in tokens[begin:end])  # with its head, Ada Brook
    return (begin, end, stop) if end - begin > verb and not name else None


def _is_apposition(tokens: Sequence[Token], frame: Attribution, begin: int) -> bool:
    """`according to Ada Brook, | the chief doctor of the hospital where they were treated`"""
    who = frame.subject
    named = who is not None and tokens[who.end - 1].capital and who.end == frame.tail.at
    described = tokens[begin].low in DETERMINERS
    return (
        named
        and described
        and any(token.low in ROLE_HEADS for token in tokens[begin + 1 : begin + SOON])
    )


def _colon(tokens: Sequence[Token], begin: int) -> int:
    """Where a colon ends the rest, and the reporter goes on: `…, he said, was clear: The road …`"""
    colons = (at for at in range(begin, len(tokens) - 1) if tokens[at].text == ":")
    return next((at for at in colons if tokens[at + 1].capital), len(tokens))


def _may_go_on(tokens: Sequence[Token], frame: Attribution, opened: int, begin: int) -> bool:
    """Not `, he said, citing …`, `, said Brook, who …`, `, he said, a day after …`."""
    opening = tokens[begin]
    if opening.low in AGENCIES:
        return False  # he said, TASS has learned
    if is_moment(tokens, begin, len(tokens)):
        return False
    if is_cleft(tokens, frame):
        return True
    if frame.tail.at == frame.cue.end and _is_relative(tokens, begin):
        return True
    if opening.quote is not None and opening.quote.begins.islower():
        return True  # Its stance, he said, “has been clear”
    if opening.kind == QUOTE:  # It should, in his words, “stay open”
        return tokens[frame.first - 2].low in AUXILIARIES and tokens[frame.first - 1].text == ","
    doing = opening.low.endswith("ing") or opening.low in _NOT_GOING_ON
    if opening.low in ("and", "but") and is_not_told(tokens, begin, len(tokens)):
        return False  # but he declined to comment
    return opening.kind in (WORD, NUMBER) and not doing


def _is_relative(tokens: Sequence[Token], begin: int) -> bool:
    """`It took an hour, she said, which is long.` `There was a call, he said, in which …`"""
    low = tokens[begin].low
    following = low_at(tokens, begin + 1)
    return low == "which" or (low in PREPOSITIONS and following in ("which", "whom"))


def _is_soon(tokens: Sequence[Token], begin: int, cue: Cue) -> bool:
    """Does another saying begin there? Not in `, she said, would say no`, `has not told`."""
    before = tokens[begin : cue.first]
    may = any(token.low in MODALS or token.low in NEGATIONS for token in before)
    return cue.first - begin < SOON and not may
