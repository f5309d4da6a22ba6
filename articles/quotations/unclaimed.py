"""Quotations under no frame: after a colon, alone, or in running text."""

from __future__ import annotations

from collections.abc import Sequence

from .found import Found, Source, inner, is_quote, last_quoted, words_in
from .lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SPEECH_NOUNS,
    words,
)
from .mainclauses import sentence_subject
from .phrases import Subject, is_adverb, noun_phrase_before
from .quotation import Span
from .sentences import Sentence
from .subjects import subject_after
from .tokens import MARK, WORD

_TITLED = words("titled")
_ANSWERS = SPEECH_NOUNS | words("answers")
LONGEST_CROSSHEAD = 8  # words
SHORT = 5  # words of a quotation that nobody claims and that is left out as a mere term


def find(text: str, sentence: Sentence, claimed: Sequence[Found]) -> list[Found]:
    """The quotations of the sentence that are in none of `claimed`."""
    taken = [span for found in claimed for span in found.segments]
    left = [
        index
        for index, token in enumerate(sentence.tokens)
        if is_quote(token) and not any(s <= inner(token)[0] < e for s, e in taken)
    ]
    if not left:
        return []
    if all(is_quote(token) or token.kind == MARK for token in sentence.tokens):
        if _is_crosshead(text, sentence, left[-1]):
            return []
        segments = [inner(sentence.tokens[index]) for index in left]
        return [_found(sentence, segments, "quotation alone", alone=True)]
    found = [_one(text, sentence, index) for index in left]
    return [one for one in found if one]


def _is_crosshead(text: str, sentence: Sentence, index: int) -> bool:
    """`'Not my war'` alone in its paragraph, without a full stop, or `- 'Why?' -`: a heading."""
    token, opening, closing = sentence.tokens[index], sentence.tokens[0], sentence.tokens[-1]
    alone = sentence.first and sentence.last and not sentence.left_open
    if alone and opening.text == closing.text and opening.text in "-–—":
        return True
    alone = alone and closing.text not in (".", "!", "?")
    return alone and last_quoted(token).isalnum() and words_in(text, token) <= LONGEST_CROSSHEAD


def _one(text: str, sentence: Sentence, index: int) -> Found | None:
    token, words = sentence.tokens[index], words_in(text, sentence.tokens[index])
    if index and sentence.tokens[index - 1].text == ":" and words > 2:
        if index > 1 and sentence.tokens[index - 2].low == "theme":
            return None  # it was on the theme: “…”
        subject = _owner(sentence, index - 1)
        subject = subject or sentence_subject(sentence.tokens) or _pronoun(sentence, index)
        found = _found(sentence, [inner(token)], "colon")
        if subject and subject.end < index:
            found.source = Source.of(sentence.tokens, subject)
        else:  # Then, after a pause: "…"
            found.inherits = not sentence.first
        return found
    if words < SHORT:
        return None
    if index == 0 and last_quoted(token) in ".?!…":
        return _found(sentence, [inner(token)], "quotation alone", alone=True)
    if _is_adjective(sentence, index):
        return None
    return (
        None if _is_title(text, sentence, index) else _found(sentence, [inner(token)], "unclaimed")
    )


def _is_adjective(sentence: Sentence, index: int) -> bool:
    """`the biggest “use it or lose it” purge`: within a noun phrase."""
    tokens = sentence.tokens
    if not 0 < index < len(tokens) - 1 or not last_quoted(tokens[index]).isalnum():
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    noun = after.kind == WORD and not after.capital and not is_adverb(after)
    small = after.low in PREPOSITIONS or after.low in CONJUNCTIONS or after.low in AUXILIARIES
    opened = before.low in DETERMINERS or before.low.endswith("est") or before.low == "'s"
    return opened and noun and not small


def _owner(sentence: Sentence, colon: int) -> Subject | None:
    """`The lawyer's answer: “…”`, `Her advice to voters: “…”`: whose words they are."""
    tokens = sentence.tokens
    if tokens[0].low in ("quote", "quotes") and tokens[1].low in ("from", "by", "of"):
        return subject_after(tokens, 2, colon)  # Quote from Brook: “…”
    for at in range(1, colon):
        if tokens[at].low in _ANSWERS:
            before = tokens[at - 1].low
            if before in ("his", "her", "their"):
                return Subject(at - 1, at)
            owner = at - 2 if before == "'s" else at - 3 if tokens[at - 2].low == "'s" else -1
            return noun_phrase_before(tokens, owner, 0) if owner >= 0 else None
    return None


def _pronoun(sentence: Sentence, end: int) -> Subject | None:
    """`To them she offered an olive branch: “…”`"""
    at = next((i for i in range(end) if sentence.tokens[i].low in ("he", "she", "they")), None)
    return None if at is None else Subject(at, at + 1)


def _found(sentence: Sentence, segments: list[Span], rule: str, alone: bool = False) -> Found:
    found = Found(sentence.number, segments, "direct", rule, alone=alone)
    found.goes_on = sentence.left_open
    return found


def _is_title(text: str, sentence: Sentence, index: int) -> bool:
    """A work's title: after `titled`, or nearly every longer word with a capital."""
    before = index - 1 - (index > 1 and sentence.tokens[index - 1].low == "of")  # the theme of
    if index and sentence.tokens[before].low in _TITLED:
        return True
    start, end = inner(sentence.tokens[index])
    longer = [word for word in text[start : min(end, start + 300)].split() if len(word) > 3]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
