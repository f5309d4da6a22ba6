"""Sayings joined over sentences and paragraphs: `"A," he said. "B."` is one quotation.

A sentence that is nothing but quotation goes on with the quotation before it, in the same
paragraph or where a paragraph was left open; else it is a quotation of its own, whose speaker is
the one who spoke last. An attribution without words (`Lavrov said in Sochi.`) owns the quotation
before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .found import Found, Source, is_quote
from .mainclauses import sentence_subject
from .sentences import Sentence

MOST_SEGMENTS = 60


@dataclass(slots=True)
class _State:
    """`last` is the saying before; `open` the one whose paragraph was left open."""

    text: str
    said: list[Found]
    last: Found | None = None
    last_sentence: Sentence | None = None
    open: Found | None = None
    intro: Source | None = None  # who stands before a colon that ends a paragraph


def join(text: str, read: Sequence[tuple[Sentence, list[Found]]]) -> list[Found]:
    """The sayings of all sentences, in order; what goes on is joined to what it goes on with."""
    state = _State(text, [])
    for sentence, found in read:
        for one in found:
            _take(state, sentence, one)
        state.intro = _introduction(sentence, found)
    return [one for one in state.said if one.segments]


def _take(state: _State, sentence: Sentence, one: Found) -> None:
    if not one.segments:
        _claim(state, sentence, one)
        return
    opened, state.open = state.open, None
    if opened and opened is not one and _begins_paragraph(sentence, one):
        _go_on(state, sentence, opened, one)
        return
    if one.alone and state.last and (last := _goes_on(state, sentence)):
        last.segments += one.segments
        _note(state, sentence, last, one.goes_on)
        return
    if one.alone and not one.source:
        _attribute(state, sentence, one)
    state.said.append(one)
    _note(state, sentence, one, one.goes_on)


def _note(state: _State, sentence: Sentence, one: Found, goes_on: bool) -> None:
    state.last, state.last_sentence = one, sentence
    state.open = one if goes_on and len(one.segments) < MOST_SEGMENTS else None


def _begins_paragraph(sentence: Sentence, one: Found) -> bool:
    return sentence.first and is_quote(sentence.tokens[0]) and one.kind == "direct"


def _go_on(state: _State, sentence: Sentence, opened: Found, one: Found) -> None:
    """The paragraph before was left open: the same quotation, whoever of the two says whose."""
    opened.segments += one.segments
    if one.cue and not opened.cue:
        opened.cue, opened.source, opened.rule = one.cue, one.source, one.rule
        opened.inherits = one.inherits
        opened.sentence = sentence.number
    _note(state, sentence, opened, one.goes_on)


def _goes_on(state: _State, sentence: Sentence) -> Found | None:
    """With what a quotation alone goes on, if with any: in the same paragraph, right after it.

    `"A," she said of the speech, in which she called it a draft. "B."`: with what opens a sentence.
    """
    last, before = state.last, state.last_sentence
    if last is None or before is None or sentence.first or before.number != sentence.number - 1:
        return None
    if last.kind != "direct":
        opening = next((one for one in state.said if one.sentence == before.number), None)
        quoted = is_quote(before.tokens[0]) and opening is not None and opening.kind == "direct"
        last = opening if quoted else None
    if last is None or len(last.segments) >= MOST_SEGMENTS:
        return None
    return last if last.cue is not None or last.alone else None


def _attribute(state: _State, sentence: Sentence, one: Found) -> None:
    """Who says a quotation that stands alone: whoever was introduced, or spoke last."""
    if state.intro is not None:
        one.source, one.rule = state.intro, "introduced"
    elif state.last is not None and _is_near(state, sentence):
        one.inherits = True
        one.rule = "same speaker" if not sentence.first else "quotation alone"


def _is_near(state: _State, sentence: Sentence) -> bool:
    before = state.last_sentence
    return before is not None and sentence.number - before.number <= 2


def _claim(state: _State, sentence: Sentence, one: Found) -> None:
    """An attribution without words: it owns an unattributed quotation right before it."""
    last, before = state.last, state.last_sentence
    if last is None or before is None or before.number != sentence.number - 1:
        return
    if last.cue is None and before.paragraph >= sentence.paragraph - 1:
        last.cue, last.source, last.inherits = one.cue, one.source, False
        last.rule, last.sentence = one.rule, sentence.number


def _introduction(sentence: Sentence, found: Sequence[Found]) -> Source | None:
    """`Lavrov went on:` at the end of a paragraph introduces the next one."""
    if not sentence.last or sentence.tokens[-1].text != ":":
        return None
    for one in reversed(found):
        if one.source:
            return one.source
    subject = sentence_subject(sentence.tokens)
    return Source.of(sentence.tokens, subject) if subject else None
