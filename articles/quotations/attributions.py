"""Attributions: a cue with who says it and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import clauses, sources
from .clauses import Tail
from .cues import Cue
from .found import is_quote
from .inversions import closes_inverted, describes_speaker, may_invert, past_inserted_day
from .leadins import lead_in
from .lexicon import (
    AGENCIES,
    BODY_WORDS,
    FINDINGS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    SPEECHES,
    words,
)
from .limits import relative_end, subordinate_end
from .opening import CONTESTED
from .phrases import PLURALS, Subject, noun_phrase_before
from .sources import NEAR
from .subjects import before_stray_comma, subject_after, subject_before
from .tenses import is_past
from .tokens import Token, low_at
from .verbgroups import Refused
from .weakverbs import is_verb_of_relative

CLOSING = frozenset(["say", "state", "uphold", "tell", "ask", "according"])
_COURTS = frozenset(["court", "courts", "tribunal", "judge", "judges", "jury"])
DASHES = (",", "—", "–", "--", ";")
_ASKED = words("asked_about")
_BE = words("be")
_VOTING = BODY_WORDS | {
    "voters",
    "residents",
    "lawmakers",
    "members",
    "senators",
    "deputies",
    "shareholders",
}
_NOBODY = frozenset(["no", "nobody", "none", "neither", "nor", "few"])
_REACTING = words("reacting")
_TRYING = frozenset(["sought", "seeks", "seeking", "tried", "tries", "trying", "appeared"])
_UNDERSCORING = frozenset(["underscoring", "highlighting", "underlining"])
_UNSAID = frozenset(["short", "instead", "refrained", "refrain", "stopped", "abstained", "shrank"])


@dataclass(slots=True)
class Attribution:
    """A cue, who says, what follows. `first` is the first of its tokens.

    `inverted`: the subject stands after the verb, `said X`.
    """

    cue: Cue
    subject: Subject | None
    tail: Tail
    first: int
    inverted: bool = False
    impersonal: bool = False  # it was stressed that


def attribution(tokens: Sequence[Token], cue: Cue) -> Attribution | None:
    """Who stands beside the cue and what follows; None where nothing was said."""
    if cue.kind == "according":
        return _according(tokens, cue)
    if cue.quoting:
        return _quoted_as(tokens, cue)
    if _is_asked_aside(tokens, cue) or _is_unsaid(tokens, cue):
        return None
    if cue.kind == "noun":
        return _of_noun(tokens, cue)
    by = cue.end < len(tokens) and tokens[cue.end].low == "by"
    if by and (passive := _passive(tokens, cue) or _told(tokens, cue)):
        return passive
    try:
        subject = subject_before(tokens, cue.first, 0, cue.participle)
    except Refused:
        return _passive(tokens, cue) or _told(tokens, cue) or _impersonal(tokens, cue)
    if subject and closes_inverted(tokens, cue):
        subject = None  # …, which are two, said Ada Brook, the minister.
    elif subject is None:
        subject = before_stray_comma(tokens, cue.first, cue.end)
    if subject is None and not cue.participle and cue.kind in CLOSING and may_invert(tokens, cue):
        after = subject_after(tokens, past_inserted_day(tokens, cue.end), len(tokens))
        if after and (cue.kind != "uphold" or _is_somebody(tokens, after)):
            past = after.office_end or after.end
            tail = clauses.after_cue(tokens, cue, past, len(tokens))
            if tail.at == past and describes_speaker(tokens, past):
                tail = Tail("end", past)  # said two people who saw it
            return Attribution(cue, after, tail, cue.first, inverted=True)
    if subject and not _may_say(tokens, cue, subject):
        return None
    if subject and subject.first and tokens[subject.first - 1].low in ("if", "whether"):
        return None  # asked if he ruled it out
    tail = clauses.after_cue(tokens, cue, cue.end, len(tokens))
    if tail.opening == "bare" and _is_no_saying(tokens, cue, tail):
        return None
    first = subject.first if subject else cue.first
    if cue.kind == "ask" and tail.opening == "end" and _is_as(tokens, first - 1):
        return None  # as some have asked
    if subject and tail.opening in ("end", "quote") and _is_as(tokens, first - 1):
        first -= 1
    if subject:
        tail = lead_in(tokens, cue, tail, first)
    return Attribution(cue, subject, tail, first)


def _is_no_saying(tokens: Sequence[Token], cue: Cue, tail: Tail) -> bool:
    """`The suicide attacks triggered …`; `…, underscoring strong growth`, a reporter's comment."""
    low = tokens[cue.first].low
    if cue.kind == "judge" and cue.weak and low.endswith("s"):
        return is_past(low_at(tokens, cue.end))
    comments = cue.first > 0 and low in _UNDERSCORING
    return comments and not clauses.has_verb(tokens, tail.at, len(tokens))


def _is_as(tokens: Sequence[Token], index: int) -> bool:
    """`As Brook noted, …`, `…, as Brook noted`"""
    if index < 0 or tokens[index].low != "as":
        return False
    return index == 0 or tokens[index - 1].text in DASHES or is_quote(tokens[index - 1])


def _quoted_as(tokens: Sequence[Token], cue: Cue) -> Attribution | None:
    """`Lavrov was quoted by TASS as saying`, `TASS quoted Lavrov as saying`: Lavrov says it."""
    try:
        passive = tokens[cue.first - 1].low in _BE
        before = subject_before(tokens, cue.first, 0, passive)
    except Refused:
        return None
    if passive:
        who = before
    elif tokens[cue.first + 1].low in ("him", "her", "them"):
        who = Subject(cue.first + 1, cue.first + 2)
    else:
        who = subject_after(tokens, cue.first + 1, cue.end - 2)
    if who is None:
        return None
    tail = clauses.after_cue(tokens, cue, cue.end, len(tokens))
    return Attribution(cue, who, tail, before.first if before else cue.first)


def _is_somebody(tokens: Sequence[Token], subject: Subject) -> bool:
    """A name, a pronoun or an office, and not `the need`."""
    words = tokens[subject.first : subject.end]
    return any(w.capital or w.low in ROLE_HEADS or w.low in PRONOUNS for w in words)


def _passive(tokens: Sequence[Token], cue: Cue) -> Attribution | None:
    """`was described by colleagues as …`, `was accused by Kosovo of …`."""
    if cue.kind not in ("describe", "judge") or cue.end >= len(tokens):
        return None
    if tokens[cue.end].low != "by" or tokens[cue.first].low.endswith("ing"):
        return None
    subject = subject_after(tokens, cue.end + 1, len(tokens))
    if subject is None:
        return None
    of = range(subject.first + 1, subject.end - 1)  # accused by groups | of lying
    doing = (at for at in of if tokens[at].low == "of" and tokens[at + 1].low.endswith("ing"))
    subject = Subject(subject.first, next(doing, subject.end))
    if subject.end >= len(tokens):
        return None
    follows = tokens[subject.end].low in ("as", "for", "of")
    return Attribution(cue, subject, Tail("by", subject.end + 1), cue.first) if follows else None


def _told(tokens: Sequence[Token], cue: Cue) -> Attribution | None:
    """`The meeting was told that …`: nobody in particular; `was told by Brook that …`: Brook."""
    if tokens[cue.first].low != "told" or tokens[cue.first - 1].low not in _BE:
        return None
    by = low_at(tokens, cue.end) == "by"
    teller = subject_after(tokens, cue.end + 1, len(tokens)) if by else None
    audience = tokens[max(0, cue.first - 2 - (tokens[cue.first - 1].low == "been"))]
    if by != (teller is not None) or not (by or audience.low in BODY_WORDS | SPEECHES):
        return None  # Ada Brook was told that it was over
    past = (teller.office_end or teller.end) if teller else cue.end
    tail = clauses.after_cue(tokens, cue, past, len(tokens))
    if tail.opening != "that" and not _is_bare_clause(tokens, tail):
        return None
    return Attribution(cue, teller, tail, cue.first - 1, impersonal=teller is None)


def _is_bare_clause(tokens: Sequence[Token], tail: Tail) -> bool:
    """`was told | staff are owed money`"""
    return tail.opening == "bare" and clauses.is_clause(tokens, tail.at, len(tokens))


def _impersonal(tokens: Sequence[Token], cue: Cue) -> Attribution | None:
    """`It was stressed at the meeting that …`: nobody in particular says it."""
    opens = [token.low for token in tokens[max(0, cue.first - 3) : cue.first]]
    opens = ["it", "was"] if opens == ["it", "has", "been"] else opens[-2:]
    reported = tokens[cue.first].low == "reported"  # what was known before
    if (
        cue.kind not in ("state", "uphold")
        or reported
        or opens not in (["it", "was"], ["it", "is"])
    ):
        return None
    tail = clauses.after_cue(tokens, cue, cue.end, len(tokens))
    if tail.opening != "that" and not _is_bare_clause(tokens, tail):
        return None
    return Attribution(cue, None, tail, cue.first - 2, impersonal=True)


def _is_asked_aside(tokens: Sequence[Token], cue: Cue) -> bool:
    """`The chancellor, asked how she felt, …`: it is she who was asked."""
    if cue.first < 2 or tokens[cue.first].low != "asked":
        return False
    if tokens[cue.first - 1].low in ("but", "when", ";"):  # but asked if he would, most said no
        return subordinate_end(tokens, cue.end, len(tokens)) < len(tokens)
    if tokens[cue.first - 1].text != ",":
        return False
    aside = relative_end(tokens, cue.end, len(tokens)) < len(tokens)
    return aside and _follows(tokens, cue.first + 1, _ASKED)


def _is_unsaid(tokens: Sequence[Token], cue: Cue) -> bool:
    """`without saying`, `rather than say`, `stopped short of saying`, `sought to play down`"""
    before, second = (tokens[at].low if at >= 0 else "" for at in (cue.first - 1, cue.first - 2))
    if before == "to" and second in _TRYING:
        return cue.kind == "judge"
    return before in ("without", "than") or (before in ("of", "from") and second in _UNSAID)


def _follows(tokens: Sequence[Token], index: int, words: frozenset[str]) -> bool:
    return index < len(tokens) and tokens[index].low in words


def _may_say(tokens: Sequence[Token], cue: Cue, subject: Subject) -> bool:
    """Not "there were credible reports that"; and a court that rejects says nothing."""
    words = tokens[subject.first : subject.end]
    opening = range(max(0, subject.first - 1), subject.first + 1)
    if any(tokens[at].low in _NOBODY and not (at and tokens[at].capital) for at in opening):
        return False  # but No 10 sources say
    if tokens[cue.first].low.startswith("threat") and not _may_threaten(words):
        return False  # the drought threatens to spread
    if words[-1].low == "correspondent" and tokens[cue.first].low.startswith("report"):
        return False  # the agency's correspondent reports
    itself = len(words) == 1 and words[0].low in AGENCIES
    if itself and tokens[cue.first].low in ("reports", "recalls", "understands"):
        return False  # NAN reports that the House passed it
    if cue.kind in ("judge", "deny") and words[-1].low in _COURTS:
        return False
    if tokens[cue.first].low.startswith("reject") and words[-1].low in _VOTING:
        near = tokens[cue.end : cue.end + NEAR]  # a senate rejects a bill
        return any(token.low in CONTESTED or is_quote(token) for token in near)
    if cue.kind == "find" and not tokens[cue.first].low.startswith(("put", "estimat")):
        itself = low_at(tokens, cue.end) == "that" and (
            words[0].low == "it" or words[-1].text.isupper()
        )
        return itself or any(word.low in FINDINGS for word in words)
    verb = tokens[cue.first].low
    called = verb == "call" and cue.kind in ("urge", "describe")
    if (called and tokens[cue.first - 1].low != "to") or verb in ("point", "appeal"):
        return words[-1].low.endswith("s") or words[-1].low in ("they", "we", "i")
    if cue.weak and tokens[cue.end - 1].low.endswith("s"):
        one = words[0].low in ("the", "this", "a", "he", "she", "it", "his", "her")
        return one or any(word.capital for word in words)
    return True


def _may_threaten(words: Sequence[Token]) -> bool:
    """A name, people, a body; not `the exchange of fire`, `a pandemic that`, `the bans`."""
    head = next((i for i, word in enumerate(words) if i and word.low in PREPOSITIONS), len(words))
    named = any(word.capital for word in words[1:head]) or words[0].text.isupper()
    last = words[head - 1].low
    if last == "exchange" and head < len(words):
        return False  # the exchange of fire
    single = last.removesuffix("s")
    people = last in PRONOUNS - {"it"} or last in PLURALS or single in ROLE_HEADS
    alone = len(words) == 1 and words[0].capital
    return (
        named
        or alone
        or people
        or bool({single, last} & (BODY_WORDS | {"bloc"}))
        or last.endswith(("men", "ers", "ists"))
    )


def _according(tokens: Sequence[Token], cue: Cue) -> Attribution | None:
    source = sources.after_according(tokens, cue)
    return Attribution(cue, source[0], Tail("end", source[1]), cue.first) if source else None


def _of_noun(tokens: Sequence[Token], cue: Cue) -> Attribution | None:
    """`his warning that …`, `a warning from his ally that …`"""
    if cue.end < len(tokens) and tokens[cue.end].low in ("by", "from"):
        subject = subject_after(tokens, cue.end + 1, len(tokens))
        that = subject.end if subject else len(tokens)
    else:
        subject, that = _owner(tokens, cue), cue.end
        if tokens[0].low in _REACTING and all(t.text != "," for t in tokens[: cue.first]):
            return None  # Commenting on Oslo's claim that
    if subject is None or that >= len(tokens) or tokens[that].low != "that":
        return None
    if is_verb_of_relative(tokens, that + 1):
        return None  # the army's defence body that oversees it
    return Attribution(cue, subject, Tail("that", that + 1), cue.first)


def _owner(tokens: Sequence[Token], cue: Cue) -> Subject | None:
    """Whose warning it is: `his`, or the noun phrase before `'s`."""
    for at in range(cue.first - 1, max(-1, cue.first - 4), -1):
        low = tokens[at].low
        if low == "'s":
            return noun_phrase_before(tokens, at - 1, 0) if at else None
        if low in ("his", "her", "their", "its"):
            return Subject(at, at + 1)
    return None
