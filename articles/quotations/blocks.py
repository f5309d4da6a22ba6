"""Block quotations: a paragraph without quotation marks after `Brook said in a statement:`.

Web pages set such paragraphs apart by their looks, which are lost where a text is pasted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from .attributions import attribution
from .cues import find
from .found import Found, Source, is_quote
from .quotation import Span
from .sentences import Sentence
from .tokens import MARK

_FIRST_PERSON = frozenset(["i", "we", "my", "our", "i'm", "we're", "i’m", "we’re", "i've", "i’ve"])
_SAYING = ("say", "state", "tell")

Read = tuple[Sentence, list[Found]]


def read(found: Sequence[Read]) -> list[Read]:
    """The sentences with what was found in them, where block quotations take whole paragraphs."""
    result: list[Read] = []
    introduced: tuple[Source, Span] | None = None
    block: Found | None = None
    for _, paragraph in groupby(found, key=lambda one: one[0].paragraph):
        sentences = list(paragraph)
        first, last = sentences[0][0], sentences[-1][0]
        span = (first.span[0], last.span[1])
        if block and _is_block(sentences) and _goes_on(sentences):
            block.segments.append(span)
            result += [(sentence, []) for sentence, _ in sentences]
        elif introduced and _is_block(sentences):
            block = Found(first.number, [span], "direct", "block", *introduced)
            result += [(first, [block]), *((sentence, []) for sentence, _ in sentences[1:])]
            introduced = None
        else:
            result += sentences
            introduced, block = _introduced(last), None
    return result


def _introduced(sentence: Sentence) -> tuple[Source, Span] | None:
    """Who is said to say what stands in the next paragraph, `Brook told the paper:`, and the cue"""
    tokens = sentence.tokens
    if tokens[-1].text != ":" or any(is_quote(token) for token in tokens):
        return None
    for cue in reversed(find(tokens)):
        frame = attribution(tokens, cue) if cue.kind in _SAYING else None
        if frame and frame.subject and frame.tail.opening in ("colon", "end"):
            span = (tokens[cue.first].start, tokens[cue.end - 1].end)
            return Source.of(tokens, frame.subject), span
    return None


def _is_block(paragraph: Sequence[Read]) -> bool:
    """No quotation mark, and no list."""
    opening = paragraph[0][0].tokens[0]
    return opening.kind != MARK and not any(
        is_quote(token) for sentence, _ in paragraph for token in sentence.tokens
    )


def _goes_on(paragraph: Sequence[Read]) -> bool:
    """Does a further paragraph speak in the first person, and nobody is said to say it?"""
    said = any(found for _, found in paragraph)
    return not said and any(
        token.low in _FIRST_PERSON for sentence, _ in paragraph for token in sentence.tokens
    )
