"""How often a rule was right on our own test articles: data/confidence.json, made by a command.

`python tests/benchmarks/quotations.py --confidence` writes the file: for each rule, and for each
way of resolving a speaker, how often it was right and how often it answered. Nothing there is
typed by hand. Few answers prove little, so a share is taken with one right and one wrong answer
more than were counted (Laplace's rule of succession), and with fewer than `LEAST` there is none.
"""

from __future__ import annotations

import json
from functools import cache

from .lexicon import DATA

FILE = DATA / "confidence.json"
LEAST = 5  # answers below which a share would say nothing


@cache
def table() -> dict[str, dict[str, list[int]]]:
    """ "words" and "speaker" -> rule or way -> [right, answers]."""
    if not FILE.exists():
        return {"words": {}, "speaker": {}}
    return json.loads(FILE.read_text("utf-8"))


def confidence(rule: str, how: str) -> float | None:
    """The share of right words for the rule, times that of right speakers for the way."""
    words, speaker = share("words", rule), share("speaker", how or "nobody")
    if words is None or speaker is None:
        return None
    return round(words * speaker, 3)


def share(kind: str, name: str) -> float | None:
    right, answers = table()[kind].get(name, (0, 0))
    return (right + 1) / (answers + 2) if answers >= LEAST else None


def in_words(rule: str) -> str:
    """What was measured of "X said after; surname", for an editor; "" where nothing was."""
    words, _, way = rule.partition("; ")
    told = [
        f"{what} right in {right:,} of {answers:,} cases"
        for what, kind, name in (("words", "words", words), ("speaker", "speaker", way))
        for right, answers in [table()[kind].get(name, (0, 0))]
        if answers >= LEAST
    ]
    return f"On the test articles this way of finding had {' and '.join(told)}." if told else ""
