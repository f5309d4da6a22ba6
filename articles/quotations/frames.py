"""Frames: how a sentence says who said what. `"…," X said`, `X said that …`, `according to X`.

Only the words outside quotation marks are read; a quoted passage is one token. A closing frame
(`…, X said.`) owns all that stands before it and is looked for first; then opening frames
(`X said that …`) from left to right in what is left; then quotations that nobody claimed.
"""

from __future__ import annotations

from . import interrupted, unclaimed, wholequotes
from .attributions import Attribution, attribution
from .contents import content, is_enough, trimmed
from .cues import find
from .endings import content_end
from .endplaces import Clause, Saying
from .found import Found, Source, inner, is_quote, last_quoted
from .furthercues import without_inner
from .inheriting import inherited, may_inherit
from .lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    words,
)
from .limits import relative_end, subordinate_end, without_circumstance
from .mainclauses import sentence_subject
from .opening import content_begin
from .positions import (
    closes,
    is_as_told,
    is_beside_name,
    is_beside_subject,
    is_cleft,
    is_in_opening,
    is_inserted,
    is_relative,
    is_said_again,
    is_subordinate,
    past_sight,
    reports_a_saying,
    who_includes,
)
from .quotation import Kind, Span
from .sentences import Sentence
from .tokens import MARK, low_at
from .weighing import likeliest_end

_JOINING = CONJUNCTIONS | words("joining")
_BEFORE_PARTICIPLES = frozenset(["while", "after", "besides", "by", "in", "before", "when"])
_REPORTING = frozenset(["say", "state", "tell"])
_WITHOUT_WHEN = frozenset(["judge", "uphold", "deny", "describe", "urge", "express"])


def read(text: str, sentence: Sentence) -> list[Found]:
    """What is said in the sentence, in order; attributions without words come without segments."""
    return _Reader(text, sentence).run()


class _Reader:
    """One sentence while it is read. `at` is the token up to which all is accounted for."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text, self.sentence = text, sentence
        self.tokens = sentence.tokens
        self.end = len(self.tokens)
        self.cues = find(self.tokens)
        self.found: list[Found] = []
        self.at = 0
        self.limit = self.end  # before who is said to have told it all

    def run(self) -> list[Found]:
        frames = [frame for cue in self.cues if (frame := attribution(self.tokens, cue))]
        closing = next((frame for frame in frames if self._closes(frame, frames)), None)
        if closing and closing.cue.weak and (outer := who_includes(closing, frames)):
            frames, closing = [one for one in frames if one is not closing], outer
        if closing and is_said_again(self.tokens, closing, frames):
            frames, closing = [one for one in frames if one is not closing], None
        later: list[Attribution] = []
        if closing and any(reports_a_saying(self.tokens, closing, one) for one in frames):
            later = [one for one in frames if one.cue.first >= closing.tail.at]
            frames, self.limit, closing = frames[: frames.index(closing)], closing.first, None
        if closing:
            self._before_colon(frames, closing)
            self._close(closing)
        elif frames:
            self._leading_participle(frames)
        for frame in frames:
            beside = closing is not None and is_beside_name(frame, closing)
            if (frame.cue.first >= self.at or beside) and frame is not closing:
                self._open(frame)
        self.limit = self.end
        for frame in later:
            self._open(frame)
        if not self.found and frames:
            self._attribution_only(frames[0])
        self.found += unclaimed.find(self.text, self.sentence, self.found)
        return sorted(self.found, key=lambda found: found.segments or [(0, 0)])

    def _closes(self, frame: Attribution, frames: list[Attribution]) -> bool:
        """Does the frame close the sentence, and own no quotation that another one opens?"""
        if not closes(self.tokens, frame) or is_inserted(self.tokens, frame):
            return False
        if frame.tail.opening != "quote" or self.tokens[frame.tail.at - 1].text != ":":
            return True
        before = (frame.first - 1, frame.first - 2)
        return not any(f.tail.opening == "quote" and f.tail.at in before for f in frames)

    # --- closing ----------------------------------------------------------------------------

    def _before_colon(self, frames: list[Attribution], closing: Attribution) -> None:
        """`X denied that …: "…," he told the BBC.`: two sayings, parted by the colon."""
        colon = next(
            (i for i in range(closing.first - 1, 0, -1) if self.tokens[i].text == ":"), None
        )
        if colon is None or not is_quote(self.tokens[colon + 1]):
            return
        self.limit = colon
        for frame in frames:
            if frame.cue.first >= self.at and frame.cue.end < colon:
                self._open(frame)
        self.at, self.limit = colon + 1, self.end

    def _close(self, frame: Attribution) -> None:
        opened = interrupted.beginning(self.tokens, frame, self.at)
        begin, end = trimmed(self.tokens, opened, frame.first)
        begin += self.tokens[begin].low in ("but", "and", "yet") and begin + 2 < end
        joined = self.tokens[begin].low in _JOINING - CONJUNCTIONS
        if joined and begin + 2 < end and self.tokens[begin + 1].text == ",":
            begin += 2  # Meanwhile, …
        segments, kind = content(self.tokens[begin:end])
        if not segments:
            return
        rule = "according to" if frame.cue.kind == "according" else "X said after"
        found = self._add(segments, kind, rule, frame)
        self.at = max(frame.tail.at, frame.cue.end)
        if is_cleft(self.tokens, frame):
            self.at = frame.cue.end
        if not frame.inverted:
            self.at = interrupted.past_scene(self.tokens, self.at)
        if frame.tail.opening == "quote":
            self._more_quotation(found)
        elif self._may_resume(frame, kind):
            self._resume(found, frame, opened)
        found.goes_on = self.sentence.left_open

    def _more_quotation(self, found: Found) -> None:
        """`"A," he said, "B."`"""
        while self.at < self.end and (
            is_quote(self.tokens[self.at]) or self.tokens[self.at].text in (",", "and")
        ):
            if is_quote(self.tokens[self.at]):
                if found.kind != "direct":
                    stop = content_end(self.tokens, self.at, self.end, self.cues)
                    begin, end = trimmed(self.tokens, self.at, stop)
                    found.segments.append((self.tokens[begin].start, self.tokens[end - 1].end))
                    found.kind, self.at = "mixed", stop
                    return
                found.segments.append(inner(self.tokens[self.at]))
            self.at += 1

    def _may_resume(self, frame: Attribution, kind: Kind) -> bool:
        """Not after `said Ada Brook, the minister,`."""
        apart = self.at < self.end and self.tokens[self.at].text in ",—–"
        goes_on = low_at(self.tokens, self.at + 1) in AUXILIARIES
        return kind != "direct" and apart and (goes_on or not frame.inverted)

    def _resume(self, found: Found, frame: Attribution, opened: int) -> None:
        """`The deal, he said, will be signed.`"""
        rest = interrupted.rest(self.tokens, frame, opened, self.at, self.cues)
        if rest:
            begin, end, self.at = rest
            joins = found.segments[0][1] == self.tokens[opened].end
            if joins and self.tokens[opened].low in _JOINING:
                found.segments.clear()  # Still, he said, the road …
            found.segments.append((self.tokens[begin].start, self.tokens[end - 1].end))
            if any(is_quote(token) for token in self.tokens[begin:end]):
                found.kind = "mixed"
        elif found.segments[0][1] == self.tokens[opened].end:
            self.found.remove(found)  # Later, he said, smiling, …

    def _leading_participle(self, frames: list[Attribution]) -> None:
        """`Noting that …, X said …`, `While noting …`: it ends where X begins, and is X's."""
        leading = frames[0]
        if leading.cue.kind == "uphold" and leading.tail.opening == "bare":
            return  # Underlining the obstacles, …
        after = leading.cue.first == 1 and self.tokens[0].low in _BEFORE_PARTICIPLES
        if (leading.cue.first and not after) or not leading.cue.participle:
            return
        begin = content_begin(self.tokens, leading.cue, leading.tail, self.end)
        if begin is None:
            return
        main = next((f for f in frames[1:] if f.subject and f.first > 1), None)
        stop = main.first - 1 if main else subordinate_end(self.tokens, begin, self.end)
        quoted = stop < self.end and last_quoted(self.tokens[stop]) == ","
        if not begin < stop < self.end - 1 or (self.tokens[stop].text != "," and not quoted):
            return
        stop += quoted
        first, end = trimmed(self.tokens, begin, stop)
        segments, kind = content(self.tokens[first:end])
        if segments:
            leading.subject = main.subject if main else sentence_subject(self.tokens, stop + 1)
            self._add(segments, kind, _RULES.get(leading.cue.kind, "X said that"), leading)
            self.at = stop + (not quoted)

    # --- opening ----------------------------------------------------------------------------

    def _open(self, frame: Attribution) -> None:
        tokens = self.tokens
        if is_inserted(tokens, frame):
            begin: int | None = frame.tail.at + (frame.tail.opening != "quote")
        elif frame.cue.kind == "according":
            if frame.cue.first > self.at + 1 and not self._only_joins(self.at, frame.cue.first):
                return
            begin = past_sight(tokens, frame.tail.at + 1)
            aside = low_at(tokens, begin) in ("however", "meanwhile")
            begin += 2 * (aside and low_at(tokens, begin + 1) == ",")
            if frame.tail.at >= self.end or tokens[frame.tail.at].text != ",":
                return
        elif is_as_told(tokens, frame):
            begin = frame.tail.at + 1
        else:
            begin = content_begin(tokens, frame.cue, frame.tail, self.end)
        inherits = frame.subject is None and not frame.impersonal
        if begin is None or begin >= self.end or (inherits and not may_inherit(tokens, frame)):
            return
        if frame.inverted and frame.tail.opening != "quote":
            return
        if frame.tail.opening == "quote" and self._whole_quotation(frame, begin):
            return
        stop = self._stop(frame, begin)
        first, end = trimmed(tokens, begin, stop)
        if frame.cue.kind in _WITHOUT_WHEN and frame.tail.opening == "bare":
            end = without_circumstance(tokens, first, end)
        if not is_enough(tokens[first:end], frame.cue):
            return
        colon = self._colon(first, end)
        segments, kind = content(tokens[first : colon or end])
        if kind == "direct" and frame.tail.opening == "by":  # described by Brook as “a farce”
            segments, kind = [(tokens[first].start, tokens[end - 1].end)], "mixed"
        if segments:
            rule = _RULES.get(frame.cue.kind, "X said that")
            self._add(segments, kind, rule, frame).goes_on = self.sentence.left_open
            self.at = stop
        if segments and colon:
            quoted = [inner(tokens[end - 1])]
            self._add(quoted, "direct", "colon", frame).goes_on = self.sentence.left_open

    def _stop(self, frame: Attribution, begin: int) -> int:
        """Where what is said ends that begins at `begin`."""
        tokens, cues = self.tokens, self.cues
        if frame.cue.kind == "according":  # According to X, Y came and asked …
            cues = [cue for cue in cues if cue.participle or cue.kind == "according"]
        if frame.cue.kind == "judge" and tokens[begin].low == "as":  # dismissed as lies claims that
            cues = [cue for cue in cues if cue.kind != "noun"]
        if frame.cue.kind in _REPORTING:
            cues = without_inner(tokens, cues, begin, self.limit)
        stop = content_end(tokens, begin, self.limit, cues, frame.cue.kind)
        clause: Clause = "main"
        if is_subordinate(tokens, frame) or is_in_opening(tokens, frame):
            clause, stop = "subordinate", min(stop, subordinate_end(tokens, begin, stop))
        if is_relative(tokens, frame) or is_beside_subject(tokens, frame):
            clause, stop = "relative", min(stop, relative_end(tokens, begin, stop))
        return likeliest_end(tokens, Saying(begin, self.limit, frame.cue, clause), cues, stop)

    def _colon(self, first: int, end: int) -> int | None:
        """`said that the deal was dead: "…"`: where the quotation after the clause begins."""
        quoted = end - first > 4 and is_quote(self.tokens[end - 1])
        return end - 2 if quoted and self.tokens[end - 2].text == ":" else None

    def _whole_quotation(self, frame: Attribution, begin: int) -> bool:
        """`X said: "A."` `X said, "A" and "B".` False where the words go on after the quotation."""
        whole = wholequotes.read(self.tokens, frame, begin)
        if whole is None:
            return False
        segments, kind, self.at = whole
        self._add(segments, kind, "X said before", frame).goes_on = self.sentence.left_open
        return True

    def _only_joins(self, begin: int, end: int) -> bool:
        return all(
            token.kind == MARK or token.low in CONJUNCTIONS or token.low in ADVERBS
            for token in self.tokens[begin:end]
        )

    # --- what is said ----------------------------------------------------------------------

    def _add(self, segments: list[Span], kind: Kind, rule: str, frame: Attribution) -> Found:
        source, inherits = None, frame.subject is None and not frame.impersonal
        if frame.subject:
            source = Source.of(self.tokens, frame.subject)
        elif inherits:
            source = inherited(self.tokens, frame, self.found, self.at)
            inherits = source is None
        cue = (self.tokens[frame.cue.first].start, self.tokens[frame.cue.end - 1].end)
        found = Found(self.sentence.number, segments, kind, rule, source, cue, inherits)
        self.found.append(found)
        return found

    # --- what is left -----------------------------------------------------------------------

    def _attribution_only(self, frame: Attribution) -> None:
        """`Lavrov said in Sochi.`: it may own the quotation before it."""
        plain = (
            frame.subject is not None
            and not frame.inverted
            and frame.cue.kind in ("say", "state", "tell")
        )
        first = frame.tail.opening == "end" and frame.first == 0
        if plain and first and not any(is_quote(token) for token in self.tokens):
            self._add([], "direct", "X said after", frame)


_RULES = {
    "say": "X said that",
    "uphold": "X stressed",
    "tell": "X told",
    "urge": "X urged",
    "vow": "X promised",
    "deny": "X denied",
    "judge": "X criticised",
    "describe": "X called it",
    "think": "X hoped",
    "express": "X expressed",
    "noun": "X's claim that",
    "according": "according to",
    "find": "X found that",
}
