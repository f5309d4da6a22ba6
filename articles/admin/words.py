"""From the words an editor types to the place in the body where they stand, and back."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from articles.anchoring import NotFound, locate
from articles.models.statement import Segments

Place = list[list[int]]  # the segments of a statement


class Unclear(ValidationError):
    """The words stand in the text more than once, or not as often as was said."""


# A line that says: between the passages, the article has other words.
PAUSES = {"", "…", "...", "[…]", "[...]"}
PAUSE = "\n…\n"

HELP = (
    "As they stand in the text, without the quotation marks around them. Where the statement is "
    "broken, as by “, he said,”, put a line with … or an empty line between its passages."
)

# Signs that keyboards and sources write differently, one for one, so that offsets stay.
ALIKE = str.maketrans("“”„‟«»＂‘’‚‛`´–—―−‑", '"""""""\'\'\'\'\'\'-----')
IN_MARKS = re.compile(r"[\"“”„«»](?P<words>[^\"“”„«»]+)[\"“”„«»]", re.DOTALL)

AROUND = 30  # characters shown to either side of an occurrence
MOST_PLACES = 50
MOST_SHOWN = 9


def passages_of(typed: str, *, without_marks: bool = False) -> list[str]:
    """The passages: what stands between lines that are a pause.

    `without_marks` drops the quotation marks that enclose a passage.
    """
    passages: list[list[str]] = [[]]
    for line in typed.splitlines():
        if line.strip() in PAUSES:
            passages.append([])
        else:
            passages[-1].append(line)
    joined = ("\n".join(lines).strip() for lines in passages)
    if without_marks:
        joined = (_bare(passage) for passage in joined)
    return [passage for passage in joined if passage]


def _bare(passage: str) -> str:
    quoted = IN_MARKS.fullmatch(passage)
    return quoted["words"].strip() if quoted else passage


def as_typed(body: str, segments: Segments) -> str:
    return PAUSE.join(body[start:end] for start, end in segments)


def find(
    body: str, passages: list[str], *, occurrence: int | None = None, near: int | None = None
) -> Place:
    """Where the passages stand in the body, one after another.

    Where they stand more than once, `occurrence` (from 1) says which is meant, else the one nearest
    to `near` is. ValidationError, naming the words, when they are not found; Unclear when no one
    place is meant.
    """
    if not passages:
        raise ValidationError("Type the words that were said.")
    places = _places(body, passages) or _places_of_the_like(body, passages)
    if not places:
        raise ValidationError(_missing(body, passages))
    if occurrence:
        if occurrence > len(places):
            raise Unclear(_too_few(passages, places))
        return places[occurrence - 1]
    if len(places) == 1:
        return places[0]
    if near is None:
        raise Unclear(_choice(body, passages, places))
    return min(places, key=lambda place: abs(place[0][0] - near))


def _places(body: str, passages: list[str]) -> list[Place]:
    """From the top; at most MOST_PLACES."""
    if _letters("".join(passages)) > _letters(body):
        return []
    places: list[Place] = []
    reached = 0
    while len(places) < MOST_PLACES:
        try:
            found = locate(body[reached:], passages, near=0)
        except NotFound:
            break
        places.append([[start + reached, end + reached] for start, end in found])
        reached = places[-1][0][1]
    return places


def _letters(text: str) -> int:
    """How long it is, however many spaces there are: what is longer than a text is not in it."""
    return sum(map(len, text.split()))


def _places_of_the_like(body: str, passages: list[str]) -> list[Place]:
    """The one place where only quotation marks or dashes are written differently, if it is one."""
    places = _places(body.translate(ALIKE), [passage.translate(ALIKE) for passage in passages])
    return places if len(places) == 1 else []


# --- what is told to the editor ------------------------------------------------------------------


def _missing(body: str, passages: list[str]) -> str:
    for passage in passages:
        if not _places(body, [passage]) and not _places_of_the_like(body, [passage]):
            return f"“{_short(passage)}” is not in the article’s text."
    return "These passages stand in the text, but not one after another in this order."


def _too_few(passages: list[str], places: list[Place]) -> str:
    times = "once" if len(places) == 1 else f"{len(places)} times"
    return f"“{_short(passages[0])}” stands in the text only {times}."


def _choice(body: str, passages: list[str], places: list[Place]) -> list[str]:
    """The question, and each occurrence with its number and surroundings."""
    question = (
        f"“{_short(passages[0])}” stands in the text {len(places)} times. Say which is meant, "
        "or type more words:"
    )
    return [question, *(_shown(body, n, at) for n, at in enumerate(places[:MOST_SHOWN], start=1))]


def _shown(body: str, number: int, place: Place) -> str:
    start, end = place[0]
    around = body[max(0, start - AROUND) : min(end, start + 80) + AROUND]
    return f"{number}: …{' '.join(around.split())}…"


def _short(passage: str) -> str:
    return Truncator(" ".join(passage.split())).chars(80)
