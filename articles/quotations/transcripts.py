"""Transcripts: paragraphs that begin with who speaks. `SECRETARY DORN: …`, `Q: …`, `Ms. Ito: …`

Each turn is one direct quotation, from its label to the next, though no quotation mark is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .confidence import confidence
from .lexicon import HONORIFICS, ROLE_WORDS, polities, words
from .naming import names
from .people import Entity, Registry
from .quotation import Mention, Person, Quotation, Span
from .tokens import tokenize

LEAST = 3  # labelled paragraphs that make a transcript
_LABEL = re.compile(
    r"(?P<label>Q(?:uestion|UESTION)?|A(?:nswer|NSWER)?"
    r"|[^\W\d_a-z][\w.'’-]*(?:[ ,]+(?:[^\W\d_a-z(][\w.'’)-]*|of|for|the|and|de|von|van|al)){0,9})"
    r"\s*(?:\([^)\n]{1,40}\)\s*)?:\s+"
)
_ASKERS = words("askers")
_ANSWERERS = frozenset(["a", "answer"])
_ASIDE = re.compile(r"[(\[][^)\]\n]{0,80}[)\]]\.?\Z")
_ROLE_LABELS = words("role_labels")


@dataclass(frozen=True, slots=True)
class Turn:
    label: Span
    segments: list[Span]


def read(text: str, paragraphs: list[Span]) -> list[Turn]:
    """The turns of a transcript; none where the text is not one."""
    labels = [_LABEL.match(text, start, min(end, start + 120)) for start, end in paragraphs]
    named = [match for match in labels if match and _is_label(match["label"])]
    if len(named) < LEAST or len(named) * 3 < len(paragraphs):
        return []
    repeated = len({match["label"] for match in named}) < len(named)
    if not repeated:
        return []
    turns: list[Turn] = []
    for match, (start, end) in zip(labels, paragraphs, strict=True):
        if match and _is_label(match["label"]):
            begin = match.end()
            turns.append(Turn(match.span("label"), [(begin, end)] if begin < end else []))
        elif turns and not _ASIDE.match(text, start, end):
            turns[-1].segments.append((start, end))
    return [turn for turn in turns if turn.segments]


def _is_label(label: str) -> bool:
    words = label.split()
    return len(words) <= 10 and words[0].lower() not in _ROLE_LABELS


def quotations(text: str, turns: list[Turn], people: Iterable[Person]) -> list[Quotation]:
    """The turns as quotations; whoever asks without a name stays unknown."""
    registry = Registry(people)
    for turn in turns:
        tokens = tokenize(_as_name(text[slice(*turn.label)]), 0, turn.label[1] - turn.label[0])
        registry.read(tokens, names(tokens))
    said = []
    answerer = _only_answerer(text, turns)
    for turn in turns:
        label = text[slice(*turn.label)]
        bare = label.lower().strip()
        entity = None if bare in _ASKERS | _ANSWERERS else _entity(registry, label)
        name = entity.shown if entity else None
        how = "label" if name else "nobody"
        candidates = (answerer,) if bare in _ANSWERERS and answerer else ()
        said.append(
            Quotation(
                segments=tuple(turn.segments),
                kind="direct",
                attribution=Mention(label, *turn.label),
                speaker=name,
                person=entity.person.key if entity and entity.person else None,
                office=_office(label),
                candidates=candidates,
                rule=f"turn; {how}",
                confidence=confidence("turn", how),
            )
        )
    return said


def _as_name(label: str) -> str:
    """MR. DORN as Mr. Dorn: capitals tell nothing in a label."""
    return label.title() if label.isupper() else label


def _entity(registry: Registry, label: str) -> Entity | None:
    tokens = tokenize(_as_name(label), 0, len(label))
    found = names(tokens)
    if not found:
        return None
    fits = registry.find(tokens, found[0])
    if fits:
        return fits[0]
    return registry.add(" ".join(t.text for t in tokens[found[0].first : found[0].end]))


def _office(label: str) -> str:
    tokens = tokenize(_as_name(label), 0, len(label))
    for named in names(tokens):
        title = tokens[named.title_first : named.first]
        if title and not all(t.low in HONORIFICS for t in title):
            return label[title[0].start : title[-1].end]
    roles = tokens and all(t.low in ROLE_WORDS or t.low in polities() for t in tokens)
    return label if roles else ""


def _only_answerer(text: str, turns: list[Turn]) -> str | None:
    """With Q and A the one other name in the text's labels, if there is just one."""
    labels = {text[slice(*turn.label)] for turn in turns}
    others = {label for label in labels if label.lower() not in _ASKERS | _ANSWERERS}
    return others.pop() if len(others) == 1 else None
