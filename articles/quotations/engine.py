"""Text in, quotations out: the rules in their order, sentences joined, speakers resolved."""

from __future__ import annotations

import datetime
from bisect import bisect, insort
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from . import (
    blocks,
    firms,
    frames,
    layout,
    leads,
    marks,
    paraphrases,
    sentences,
    shortforms,
    transcripts,
)
from .confidence import confidence
from .found import Found
from .invisible import placed, places_of_visible
from .joining import join
from .memory import Answer
from .naming import names
from .people import Registry
from .quotation import Mention, Person, Quotation, Span
from .resolving import Resolver
from .sentences import Sentence
from .tokens import fold, tokenize


@dataclass(slots=True)
class Said:
    """A saying with the sentence in which its words begin, and with its speaker."""

    found: Found
    answer: Answer


def find(
    text: str,
    *,
    published_on: datetime.date | None = None,
    people: Iterable[Person] = (),
) -> list[Quotation]:
    """The quotations in an article, in the order of the text; their segments do not overlap.

    `text` is a body or a whole article as pasted; what stands before the body is read for names
    and gives no quotations. `people` are those whom the archive knows; offices are resolved
    through their tenures on `published_on`. Pure, never raises on any text, linear in its length.
    """
    places = places_of_visible(text)
    if places is None:
        return _find(text, published_on, people)
    visible = "".join(map(text.__getitem__, places))
    return [placed(one, text, places) for one in _find(visible, published_on, people)]


def _find(
    text: str, published_on: datetime.date | None, people: Iterable[Person]
) -> list[Quotation]:
    parts = layout.read(text)
    turns = transcripts.read(text, parts.body)
    if turns:
        return transcripts.quotations(text, turns, people)
    folded = fold(text)
    passages = marks.quoted(folded, parts.body)
    read = sentences.read(folded, parts.body, passages)
    registry = _registry(folded, [parts.headline, *parts.standfirst], read, people)
    found = [(sentence, frames.read(text, sentence)) for sentence in read]
    said = join(text, blocks.read(found))
    said += paraphrases.find(text, read, said)
    resolver = Resolver(registry, text, published_on, leads.named_next(read, registry))
    return _without_overlap(text, _resolved(read, said, resolver))


def _registry(
    text: str, head: list[Span | None], read: list[Sentence], people: Iterable[Person]
) -> Registry:
    registry = Registry(people)
    for sentence in read:
        sentence.names = names(sentence.tokens)
        for short, full in shortforms.explained(text, sentence.span):
            registry.call(full, short)
    for sentence in read:
        registry.read(sentence.tokens, sentence.names)
    for span in head:
        if span and not layout.is_title_case(text, span):
            tokens = tokenize(text, *span)
            registry.read(tokens, names(tokens))
    registry.call_by_letters()
    return registry


def _resolved(read: list[Sentence], said: list[Found], resolver: Resolver) -> list[Said]:
    """The sayings with their speakers, sentence after sentence."""
    by_sentence: dict[int, list[Found]] = {}
    for found in said:
        by_sentence.setdefault(found.sentence, []).append(found)
    result: list[Said] = []
    answer = Answer()
    for sentence in read:
        resolver.enter(sentence)
        for found in by_sentence.get(sentence.number, ()):
            if found.like:
                continue
            if found.source:
                answer = resolver.resolve(found.source)
            elif found.inherits:
                answer = resolver.again(answer, "same speaker")
            else:
                answer = resolver.resolve(None)
            if found.segments and firms.says_it(resolver.text, found.segments[0][0], answer):
                resolver.is_thing(answer)
            result.append(Said(found, answer))
    answers = {id(one.found): one.answer for one in result}
    return result + [
        Said(found, replace(answers[id(found.like)], how="same speaker"))
        for found in said
        if found.like
    ]


def _without_overlap(text: str, said: list[Said]) -> list[Quotation]:
    """In the order of the text; of two that overlap the one that begins first stays.

    One may stand between the segments of another: `"A," she said of what she called "B". "C."`.
    """
    quotations: list[Quotation] = []
    taken: list[Span] = []
    for one in sorted((one for one in said if one.found.segments), key=lambda s: s.found.segments):
        segments = [(start, end) for start, end in sorted(one.found.segments) if end > start]
        if segments and _ascend(segments) and all(_is_free(taken, span) for span in segments):
            for span in segments:
                insort(taken, span)
            quotations.append(_quotation(text, one, segments))
    return quotations


def _ascend(segments: list[Span]) -> bool:
    return all(a[1] <= b[0] for a, b in pairwise(segments))


def _is_free(taken: list[Span], span: Span) -> bool:
    """Does the span overlap none of those taken, which are in order?"""
    place = bisect(taken, span)
    before = place == 0 or taken[place - 1][1] <= span[0]
    return before and (place == len(taken) or span[1] <= taken[place][0])


def _quotation(text: str, one: Said, segments: list[Span]) -> Quotation:
    found, answer = one.found, one.answer
    attribution = _mention(text, found.source.span) if found.source else None
    return Quotation(
        segments=tuple(segments),
        kind=found.kind,
        attribution=attribution,
        cue=_mention(text, found.cue) if found.cue else None,
        speaker=answer.name,
        person=answer.person.key if answer.person else None,
        office=answer.office,
        candidates=tuple(answer.candidates),
        rule=f"{found.rule}; {answer.how or 'nobody'}",
        confidence=confidence(found.rule, answer.how),
    )


def _mention(text: str, span: Span) -> Mention:
    return Mention(text[span[0] : span[1]], *span)
