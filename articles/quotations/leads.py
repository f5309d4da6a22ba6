"""Who is meant by an office in the lead: news tells the office first, the name a paragraph later.

*The energy minister said on Wednesday that … / Speaking in the south, Ada Brook underlined …*
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .found import Source, is_quote
from .lexicon import words
from .mainclauses import sentence_subject
from .offices import fit, is_of_body, title
from .people import Entity, Registry
from .phrases import Subject
from .sentences import Sentence
from .subjects import subject_after

LEAD = 2  # paragraphs in which an office may wait for its name
NEXT = 2  # paragraphs after it in which the name must come
_SPEAKING = frozenset(["speaking", "briefing", "addressing", "talking", "answering"])
_ANONYMOUS = words("anonymous")
_PRIVATE = words("private")
_MODEST = frozenset(["judge", "dr", "professor", "mr", "ms", "mrs"])


@dataclass(frozen=True, slots=True)
class Opening:
    """Who is the subject that opens a paragraph; `speaking`: as `Briefing reporters, Ada Brook`."""

    entity: Entity
    speaking: bool


def named_next(read: Sequence[Sentence], registry: Registry) -> dict[int, Opening]:
    """Paragraph -> the person, not named before, whose full name is the subject that opens it."""
    found: dict[int, Opening] = {}
    before: set[Entity] = set()
    for sentence in read:
        if sentence.paragraph > LEAD + NEXT:
            break
        named = [registry.find(sentence.tokens, name) for name in sentence.names]
        people = [entities[0] for entities in named if entities and not entities[0].is_body]
        subject = _opening(sentence) if sentence.first else None
        if subject:
            end = max(subject.end, subject.office_end)  # the envoy, Ada Brook,
            printed = {token.text for token in sentence.tokens[subject.first : end]}
            for person in people:
                name = person.name.split()
                if person not in before and len(name) > 1 and name[-1] in printed:
                    speaking = sentence.tokens[0].low in _SPEAKING
                    found.setdefault(sentence.paragraph, Opening(person, speaking))
        before.update(people)
    return found


def _opening(sentence: Sentence) -> Subject | None:
    """The subject of the paragraph's first sentence; of `"…," Ada Brook told them` who tells."""
    if is_quote(sentence.tokens[0]):
        return subject_after(sentence.tokens, 1, len(sentence.tokens))
    return sentence_subject(sentence.tokens)


def holder(source: Source, paragraph: int, following: Mapping[int, Opening]) -> Entity | None:
    """Whom the office in a paragraph of the lead means."""
    lows = [token.low for token in source.name]
    speaks = lows[-1].startswith("spokes")
    anonymous = bool(_ANONYMOUS.intersection(lows)) and not speaks
    following_next = following.get(paragraph + 1)
    if anonymous and not paragraph and following_next and following_next.speaking:
        return following_next.entity  # A senior official warned … / Briefing reporters, Ada Brook
    if paragraph >= LEAD or anonymous or (paragraph and lows[0] in ("a", "an")):
        return None
    for later in range(paragraph + 1, paragraph + 1 + NEXT):
        opening = following.get(later)
        if opening:
            entity = opening.entity
            asked = title(lows)
            modest = (opening.speaking or not speaks) and all(
                held.words <= _MODEST or held.words & _PRIVATE for held in entity.titles
            )
            fits = modest or any(
                fit(asked, held) and not is_of_body(asked, held) for held in entity.titles
            )
            return entity if fits else None
    return None
