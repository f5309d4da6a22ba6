"""Quotation marks, paired paragraph by paragraph.

Every language's marks are taken: “ ”, " ", « », „ “, '' '', ‘ ’, and pairs of unlike marks of one
family. Only the outer pair counts; what is nested belongs to the words quoted. One pass from left
to right, with at most one mark open, so time is linear whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .quotation import Span

_MARK = re.compile(r"''|``|’’|[\"“”„‟«»‘’‚'`‹›]")
_DOUBLE = frozenset(['"', "“", "”", "„", "‟", "''", "``", "’’"])
_ANGLE = frozenset("«»")
_OPENS_BEFORE = frozenset(" \t\n\u00a0\u202f([{—–-/\u2009…:")
_ELISIONS = re.compile(r"['’](?:\d0s|tis|twas|em|n|cause|til|bout)\b", re.IGNORECASE)
_CUT = re.compile(
    r"[,.?!](?=\s+(?:[A-Z][\w.’'-]+\s+){1,5}(?:said|says|told|added|noted)\b"
    r"|\s+(?:he|she|they|it|the\s+\w+(?:\s\w+)?)\s+(?:said|says|told|added|noted)\b"
    r"|\s+(?:said|says|added)\s+(?:[A-Z]|the\b|a\b))"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted passage: [start, end) with its marks, [inner_start, inner_end) without.

    `closed` is False where the paragraph ends (or another quotation begins) before the closing
    mark; `goes_on` is True where the next paragraph opens again, so that the quotation goes on.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    goes_on: bool = False
    begins: str = ""  # the first character quoted
    ends: str = ""  # the last character quoted
    opening: str = ""  # the first word quoted, in lower case


def family(mark: str) -> str:
    if mark in _DOUBLE:
        return "double"
    return "angle" if mark in _ANGLE else "single"


def quoted(text: str, paragraphs: Sequence[Span]) -> list[list[Quoted]]:
    """For each paragraph the outer quoted passages, in order; empty ones are left out."""
    found = [_Pairing(text, start, end).run() for start, end in paragraphs]
    for index, passages in enumerate(found):
        for place, passage in enumerate(passages):
            if not passage.closed:
                goes_on = passage.end == paragraphs[index][1] and _opens(
                    found, paragraphs, index + 1
                )
                passages[place] = (
                    replace(passage, goes_on=True) if goes_on else _shortened(text, passage)
                )
    return found


def _opens(found: list[list[Quoted]], paragraphs: Sequence[Span], index: int) -> bool:
    """Does this paragraph begin with a quotation?"""
    if index >= len(found) or not found[index]:
        return False
    return found[index][0].start == paragraphs[index][0]


def _shortened(text: str, passage: Quoted) -> Quoted:
    """An unclosed passage ends where somebody is said to have said it, if anywhere."""
    cut = _CUT.search(text, passage.inner_start, min(passage.end, passage.inner_start + 3000))
    end = cut.end() if cut else passage.end
    return replace(passage, end=end, inner_end=end, ends=text[end - 1])


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class _Pairing:
    """The state while one paragraph is read."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.marks = list(_MARK.finditer(text, start, end))
        self.closers = self._single_closers()
        self.next_closer = 0
        self.found: list[Quoted] = []

    def run(self) -> list[Quoted]:
        opened: re.Match[str] | None = None
        depth = 0
        for match in self.marks:
            if opened is None:
                if self._opens(match):
                    opened, depth = match, 1
                continue
            if family(match[0]) != family(opened[0]):
                continue
            step = self._step(match, opened, depth)
            if step > 0 and not self._nests(match):
                self._add(opened, match.start(), match.start(), closed=False)
                opened, depth = match, 1
            else:
                depth += step
                if depth == 0:
                    self._add(opened, match.start(), match.end())
                    opened = None
        if opened is not None and family(opened[0]) != "single":
            self._add(opened, self.end, self.end, closed=False)
        return self.found

    def _add(self, opened: re.Match[str], inner_end: int, end: int, closed: bool = True) -> None:
        inner_start = opened.end()
        while inner_start < inner_end and self.text[inner_start].isspace():
            inner_start += 1
        while inner_start < inner_end and self.text[inner_end - 1].isspace():
            inner_end -= 1
        if inner_start == inner_end:
            return
        end = end if closed else inner_end
        first, last = self.text[inner_start], self.text[inner_end - 1]
        word = _WORD.match(self.text, inner_start, inner_end)
        self.found.append(
            Quoted(
                opened.start(),
                end,
                inner_start,
                inner_end,
                closed,
                begins=first,
                ends=last,
                opening=word[0].lower() if word else "",
            )
        )

    def _around(self, match: re.Match[str]) -> tuple[bool, bool]:
        """May the mark open, may it close, by what stands beside it?"""
        before = self.text[match.start() - 1] if match.start() > self.start else " "
        after = self.text[match.end()] if match.end() < self.end else " "
        follows = not after.isspace() and (after not in ".,;:!?)" or self._dots(match.end()))
        may_open = (before in _OPENS_BEFORE or bool(_MARK.match(before))) and follows
        may_close = not before.isspace() and before not in "([{"
        return may_open, may_close and not after.isalnum()

    def _dots(self, at: int) -> bool:
        """Words left out at the beginning: "...and so on"."""
        return self.text.startswith("..", at)

    def _opens(self, match: re.Match[str]) -> bool:
        mark, (may_open, may_close) = match[0], self._around(match)
        if mark in "“„‟«``":
            return True
        if mark in ('"', "''", "”", "»", "’’"):
            return may_open and not (mark in "”»’’" and may_close)
        if not may_open or mark in "’›" or _ELISIONS.match(self.text, match.start()):
            return False
        return self._closer_after(match) is not None

    def _step(self, match: re.Match[str], opened: re.Match[str], depth: int) -> int:
        """+1 where `match` opens within the open passage, -1 where it closes, 0 neither."""
        mark, (may_open, may_close) = match[0], self._around(match)
        if family(mark) == "single":
            return -depth if match.start() == self._closer_after(opened) else 0
        if family(mark) == "angle":
            return (1 if mark == "«" else -1) if opened[0] == "«" else (-1 if mark == "«" else 0)
        if mark == "“":
            return -1 if may_close and not may_open else 1
        if mark in ("„", "``", "‟"):
            return 1
        if mark == '"' and may_open and not may_close:
            return 1
        return -1

    def _nests(self, match: re.Match[str]) -> bool:
        """Guillemets and low marks nest in themselves; straight and curly ones do not."""
        return match[0] in "«„"

    def _single_closers(self) -> list[tuple[int, bool]]:
        """Places of ’ and ' that may close, and whether it is sure: not after s before a word."""
        found = []
        for match in self.marks:
            if match[0] not in ("’", "'", "‘", "›"):
                continue
            at = match.start()
            before = self.text[at - 1] if at > self.start else " "
            after = self.text[at + 1 : at + 2] if at + 1 < self.end else " "
            if before.isspace() or after.isalnum():
                continue
            plural = before in "sS" and after == " " and self.text[at + 2 : at + 3].isalpha()
            found.append((at, not plural))
        return found

    def _closer_after(self, opened: re.Match[str]) -> int | None:
        """Where the single mark closes: the first sure place, or the first doubtful one."""
        while self.next_closer < len(self.closers):
            if self.closers[self.next_closer][0] > opened.start():
                break
            self.next_closer += 1
        doubtful = None
        for at, sure in self.closers[self.next_closer : self.next_closer + 8]:
            if not sure:
                doubtful = at if doubtful is None else doubtful
            elif doubtful is not None and "‘" in self.text[doubtful : min(at, doubtful + 2000)]:
                return doubtful
            else:
                return at
        return doubtful
