"""Places where what is said may end, and the questions that are asked of each.

An answer is a short text, `then which`, `told past, then had`; weighing.py knows what it counts.
They tell the mark at the place, the first words after it and their classes, the first finite verb
up to the next mark and the class of the word after that, the tense of what is said so far and of
the verb of saying, and how near the next verb of saying is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .cues import Cue
from .forms import is_verb
from .furthercues import before_new_cue
from .lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    words,
)
from .tenses import PRESENT, SHIFTED, is_past
from .tokens import MARK, QUOTE, WORD, Token

Clause = Literal["main", "relative", "subordinate"]

_MARKS = frozenset([",", ";", ":", "—", "–", "--", "(", ")", "-"])
_JOINTS = words("end_joints")
_ADDING = words("adding")
_COMMENTS = words("comments")
_NARRATING = words("narrating")
_OPENS_COMMENT = frozenset(["a", "an", "one", "the", "something", "in"])
_TOLD = frozenset(["said", "told"])
_FINITE = frozenset(["had", "was", "modal", "present", "auxiliary", "past", "verb"])
_ABOUT_STRETCH = ("time", "pronoun", "present", "past", "auxiliary", "-ing")


@dataclass(frozen=True, slots=True)
class Saying:
    """What has to end: it begins at `begin`, stands in tokens[begin:end], and `cue` opens it."""

    begin: int
    end: int
    cue: Cue
    clause: Clause


def token_class(token: Token) -> str:
    """What kind of word it is, as far as its form and small closed classes tell."""
    if token.kind == WORD:
        return _word_class(token.low, token.capital)
    return token.text if token.kind == MARK else token.kind


@lru_cache(maxsize=4096)
def _word_class(low: str, capital: bool) -> str:
    if low in CONJUNCTIONS or low in PREPOSITIONS:
        return low
    for name, members in _CLASSES:
        if low in members:
            return name
    if capital:
        return "Name"
    if low.endswith("ing"):
        return "-ing"
    if low.endswith("ly"):
        return "-ly"
    if is_past(low):
        return "past"
    return "verb" if is_verb(low) else "word"


_CLASSES = (
    ("'s", {"'s"}),  # hardly ever a verb: "it's" is one word
    ("pronoun", PRONOUNS),
    ("modal", MODALS),
    ("had", {"had"}),
    ("was", {"was", "were"}),
    ("present", PRESENT),
    ("auxiliary", AUXILIARIES),
    ("the", DETERMINERS),
    ("time", TIMES),
)


def places(
    tokens: Sequence[Token], saying: Saying, cues: Sequence[Cue]
) -> Iterator[tuple[int, list[str]]]:
    """Each place, the index at which the words would end, with its answers; none where there is
    but the end.
    """
    begin, end = saying.begin, saying.end
    if not any(_may_end(tokens, at) for at in range(begin + 1, end - 1)):
        return
    classes = [token_class(token) for token in tokens[begin:end]]
    head, told = _Head(), _tense(tokens[saying.cue.first].low)
    later = [cue for cue in cues if begin < cue.first < end and _may_part(tokens, cue, saying)]
    for at in range(begin + 1, end):
        head.add(tokens[at - 1], classes[at - 1 - begin])
        if _may_end(tokens, at):
            while later and later[0].first < at:
                del later[0]
            place = _Place(tokens, saying, classes, at, later[0] if later else None)
            yield at, place.answers(head, told)
    yield end, []


def _tense(low: str) -> str:
    """Of a verb of saying; `according` is told like a participle, a noun like a present."""
    if low.endswith("ing"):
        return "-ing"
    return "past" if low in _TOLD or is_past(low) else "present"


def _may_part(tokens: Sequence[Token], cue: Cue, saying: Saying) -> bool:
    """May the cue open another saying? Not in `said he should return and explain why`."""
    joined = tokens[cue.first - 1].low in ("and", "but")
    return not joined or before_new_cue(tokens, cue, saying.begin, saying.cue.kind) is not None


def _may_end(tokens: Sequence[Token], at: int) -> bool:
    here, before = tokens[at], tokens[at - 1]
    if here.kind == MARK:
        return here.text in _MARKS
    if before.kind == MARK and before.text in _MARKS:
        return False
    return here.kind == QUOTE or before.kind == QUOTE or here.low in _JOINTS


@dataclass(slots=True)
class _Head:
    """What is known of the words before a place."""

    finite: bool = False  # has it a finite verb?
    shifted: bool = False
    present: bool = False
    commas: int = 0
    quotes: int = 0

    def add(self, token: Token, name: str) -> None:
        self.finite = self.finite or name in _FINITE
        self.shifted = self.shifted or token.low in SHIFTED
        self.present = self.present or name == "present" or token.low in ("will", "can", "may")
        self.commas += token.text == ","
        self.quotes += token.kind == QUOTE

    @property
    def tense(self) -> str:
        return f"{'shifted' if self.shifted else ''}{'present' if self.present else ''}" or "no"


class _Place:
    """What stands at a place, and after it up to the next mark."""

    def __init__(
        self,
        tokens: Sequence[Token],
        saying: Saying,
        classes: Sequence[str],
        at: int,
        cue: Cue | None,
    ) -> None:
        self.tokens, self.saying, self.at = tokens, saying, at
        first, end = at, saying.end
        while first < end and tokens[first].kind == MARK:
            first += 1
        past = first
        while past < end and tokens[past].kind != MARK:
            past += 1
        begin = saying.begin
        self.near = [*classes[first - begin : first - begin + 2], "end", "end"][:2]
        self.stretch = classes[first - begin : past - begin]
        self.words = tokens[first:past]
        self.first = first
        self.next_mark = tokens[past].text if past < end else "end"
        self.resumed = classes[past + 1 - begin] if past + 1 < end else "end"
        self.cue = cue

    def _mark(self) -> str:
        if self.at < self.saying.end and self.tokens[self.at].kind == MARK:
            return self.tokens[self.at].text
        quote = self.tokens[self.at - 1].quote
        return "no mark" if quote is None else "quote," if quote.ends == "," else "quote"

    def answers(self, head: _Head, told: str) -> list[str]:
        """Those that were of no use in telling ends apart are not asked."""
        opening, second = self.near
        word = self.words[0].low if self.words else "end"
        mark, kind = self._mark(), self.saying.cue.kind
        verb_at = next((i for i, name in enumerate(self.stretch) if name in _FINITE), None)
        verb = self.stretch[verb_at] if verb_at is not None else "no verb"
        away = "far" if verb_at is None or verb_at > 3 else str(verb_at)
        said = "clause" if head.finite else "thing"
        return [
            mark,
            f"kind {kind}",
            f"{self.saying.clause} clause, {mark}",
            f"{self.saying.clause} clause, then {opening}",
            f"{mark} and {word}",
            f"then {opening}",
            f"then {word} {second}",
            f"tense {head.tense}",
            f"tense {head.tense}, then {verb}",
            f"{verb} and later {self.resumed}",
            f"{word} and {verb} {away}",
            f"{said}, then {opening} and {verb} {away}",
            f"{said}, then {word}",
            f"{said}, then later {self.resumed}",
            f"then {opening}, later {self.next_mark}",
            f"told {told}, then {verb}",
            f"told {told}, then {word} and {verb}",
            f"{min(head.commas, 3)} commas, {mark}",
            f"{min(head.quotes, 2)} quotations, {mark} and {word}",
            *[f"has {name}" for name in _ABOUT_STRETCH if name in self.stretch],
            *self._about_words(word),
            *self._about_cue(word, opening),
        ]

    def _about_words(self, word: str) -> list[str]:
        """Whether words follow with which reporters go on: `prompting`, `a move`, `declined`."""
        lows = [token.low for token in self.words[:4]]
        found = ["adds"] if word in _ADDING else []
        if word in _OPENS_COMMENT and not _COMMENTS.isdisjoint(lows):
            found += ["comment", f"comment {word}"]
        if not _NARRATING.isdisjoint(lows) or ("gave" in lows and "no" in lows):
            found += ["untold", f"untold {word}"]
        return found

    def _about_cue(self, word: str, opening: str) -> list[str]:
        """About the next verb of saying, if there is one."""
        cue = self.cue
        if cue is None:
            return []
        away, form = min(cue.first - self.first, 5), "-ing" if cue.participle else "finite"
        return [
            f"cue {away} {cue.kind} {form}",
            f"cue {away}, then {word}",
            f"cue {away} {form}, then {opening}",
        ]
